"""numerals: the numbers that officials spell, and the words that are none."""

from __future__ import annotations

import pytest

from lowcapdocs.model.numerals import spelt_number, with_digits


@pytest.mark.parametrize(
    ("expected", "text"),
    [(1, "一"), (2, "两"), (10, "十"), (15, "十五"), (20, "二十"), (99, "九十九"), (2020, "二〇二〇"), (0, "零"),
     (None, ""), (None, "五百"), (None, "二三十五"), (None, "十二三"), (None, "5")],
)  # fmt: skip
def test_a_numeral_is_a_number_up_to_99_or_a_row_of_digits(expected: int | None, text: str) -> None:
    assert expected == spelt_number(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("5月底前", "五月底前"),
        ("11月15日", "十一月十五日"),
        ("2020年", "二〇二〇年"),
        ("10个工作日内", "十个工作日内"),
        ("第3季度", "第三季度"),
        ("五一节前", "五一节前"),
        ("一厂一策，三条红线", "一厂一策，三条红线"),
        ("下一年度", "下一年度"),
        ("每周五前", "每周五前"),
        ("二三十五日", "二三十五日"),
    ],
)
def test_only_numerals_that_count_become_digits(expected: str, text: str) -> None:
    assert expected == with_digits(text)
