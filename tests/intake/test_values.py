"""values: what a cell says, and what is told about it."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.intake.values import (
    Reading,
    caching,
    choice_reader,
    damage,
    number_reader,
    plain_number,
    read_area_code,
    read_credit_code,
    read_day,
    read_flag,
    read_phone,
    read_text,
    same_unit,
)
from lowcapdocs.model.ledger import STATES

COUNT = number_reader("家")


def told(reading: Reading) -> tuple[str, str, str]:
    """Text, level and code."""
    return reading.text, reading.level or "", reading.code


@pytest.mark.parametrize(
    ("expected", "cell"), [("3", 3.0), ("2.5", 2.5), ("0", 0.0), ("28", "28"), ("/", "/"), ("", "")]
)
def test_a_bare_number_none_and_blank_are_no_doubt(expected: str, cell: Any) -> None:
    assert (expected, "", "") == told(COUNT(cell))


@given(st.decimals(min_value=0, max_value=10**9, places=4, allow_nan=False, allow_infinity=False))
def test_any_bare_number_is_itself(amount: Decimal) -> None:
    assert (plain_number(amount), amount) == ((read := COUNT(plain_number(amount))).text, read.amount)
    assert "" == told(read)[1]


def test_the_dust_of_binary_numbers_is_not_read() -> None:
    assert "0.3" == COUNT(0.1 + 0.2).text


@pytest.mark.parametrize(
    ("expected", "cell"),
    [
        ("3", "３"), ("28", "28家"), ("28", "28 个"), ("1234", "1,234"), ("165", "共165家"), ("/", "—"), ("/", "——"),
        ("/", "－－"), ("/", "无"), ("/", "不涉及"), ("/", "／"), ("1", "①"),
    ],
)  # fmt: skip
def test_what_means_a_number_without_doubt_is_read_and_noted(expected: str, cell: str) -> None:
    assert (expected, "note", "cell-read") == told(COUNT(cell))


@pytest.mark.parametrize(
    ("expected", "cell"),
    [
        ("3", "约3"), ("3", "近3家"), ("3", "≥3"), ("10", "10余家"), ("3", "3家左右"), ("12000", "1.2万"), ("3", "3（含1家作坊）"),
        ("1", "一"), ("28", "二十八"), ("10", "十"), ("105", "一百零五"), ("2", "两"), ("20", "二〇"),
    ],
)  # fmt: skip
def test_what_is_not_written_as_a_number_is_read_and_asked(expected: str, cell: str) -> None:
    assert (expected, "warning", "cell-read") == told(COUNT(cell))


@pytest.mark.parametrize(
    ("expected", "cell"),
    [
        ("cell-number", "3-5"), ("cell-number", "3～5家"), ("cell-number", "12,34"), ("cell-number", "已完成"), ("cell-number", "三四"),
        ("cell-number", -1.0), ("cell-number", "-1"), ("cell-number", True), ("cell-number", date(2020, 3, 5)),
        ("cell-number", time(3, 5)), ("cell-number", "1234567890123456"), ("cell-unit", "85吨"), ("cell-unit", "50%"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused(expected: str, cell: Any) -> None:
    assert ("", "error", expected) == told(COUNT(cell))


def test_a_unit_of_the_column_itself_is_no_other() -> None:
    energy = number_reader("吨标准煤")
    assert "85" == energy("85吨标煤").text
    assert "cell-unit" == energy("85吨").code
    assert same_unit("个", "家")
    assert same_unit("", "家")
    assert not same_unit("万元", "元")


@pytest.mark.parametrize(
    "cell",
    ["2020-6-1", "2020/6/1", "2020.06.01", "2020年6月1日", "20200601", "2020-06-01 08:30", date(2020, 6, 1), datetime(2020, 6, 1)],
)  # fmt: skip
def test_a_day_is_read_in_every_style(cell: Any) -> None:
    assert ("2020-06-01", "", "") == told(read_day(cell))


def test_a_day_that_became_a_number_is_asked() -> None:
    assert ("2020-06-01", "warning", "cell-read") == told(read_day(43983.0))


@pytest.mark.parametrize("cell", ["6月1日", "2020年6月", "2020-02-30", "1020-06-01", "月底", 6.0])
def test_a_day_that_is_none_is_refused(cell: Any) -> None:
    assert ("", "error", "cell-date") == told(read_day(cell))


def test_no_day_yet_is_blank() -> None:
    assert [("", "", "")] * 2 == [told(read_day(cell)) for cell in ("", "/")]


@pytest.mark.parametrize(
    ("expected", "cell"),
    [
        (("91330203MA281D8Q46", "", ""), "91330203ma281d8q46"),
        (("91330203MA281D8Q46", "", ""), " 91330203 MA281D8Q46"),
        (("/", "", ""), "无"),
        (("", "", ""), ""),
        (("", "error", "cell-number-stored"), 9.13302030000001e17),
        (("", "error", "cell-code"), "9.1330203E+17"),
        (("", "error", "cell-code"), "91330203MA281D8Q47"),
        (("", "error", "cell-code"), "330203000001234"),
    ],
)
def test_a_credit_code_is_itself_or_refused(expected: tuple[str, str, str], cell: Any) -> None:
    assert expected == told(read_credit_code(cell))


def test_a_telephone_number_stored_as_a_number_is_asked_unless_it_is_whole() -> None:
    assert ("57487000000", "", "") == told(read_phone(57487000000.0))
    assert ("87000002", "warning", "cell-read") == told(read_phone(87000002.0))
    assert ("0574-87000002", "", "") == told(read_phone("0574-87000002"))


def test_an_area_code_has_6_9_or_12_digits() -> None:
    assert ("330203", "", "") == told(read_area_code(330203.0))
    assert ("", "error", "cell-code") == told(read_area_code("33020"))


@pytest.mark.parametrize(
    ("expected", "cell"),
    [
        (("验收", "", ""), "验收"), (("验收", "warning", "cell-read"), "已验收"), (("关停未拆除", "", ""), "关停未拆除"),
        (("", "", ""), ""), (("", "error", "cell-choice"), "未验收"), (("", "error", "cell-choice"), "停产、拆除"),
    ],
)  # fmt: skip
def test_a_choice_is_known_by_its_words_unless_they_are_denied_or_several(
    expected: tuple[str, str, str], cell: str
) -> None:
    assert expected == told(choice_reader(STATES, {state: state for state in STATES})(cell))


def test_yes_and_no() -> None:
    assert ["是", "是", "否", ""] == [read_flag(cell).text for cell in (True, "√", "否", "")]
    assert "cell-choice" == read_flag("也许").code


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "甲\x00乙", "甲\u202e乙"])
def test_words_that_a_spreadsheet_would_run_or_hide_are_refused(cell: str) -> None:
    assert ("", "error", "cell-text") == told(read_text(cell))


def test_an_error_value_in_words_is_one() -> None:
    assert [None, "cell-error", None] == [(found := damage(cell)) and found.code for cell in ("甲", "#REF!", "#1")]


def test_a_cached_reader_does_not_take_one_kind_of_cell_for_another() -> None:
    read = caching(number_reader("家"))
    assert ["1", "", "1"] == [read(cell).text for cell in (1.0, True, 1.0)]
