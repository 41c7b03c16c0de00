"""numbering: the numerals of the four levels (7.3.3)."""

from __future__ import annotations

import pytest

from lowcapdocs.gongwen.numbering import TYPED_NUMERAL, Counter, chinese, numeral

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}


def value(text: str) -> int:
    """What a Chinese numeral below 1000 means, read digit by digit."""
    found, digit = 0, 0
    for character in text:
        if character in "十百":
            found += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = DIGITS[character]
    return found + digit


@pytest.mark.parametrize(
    ("expected", "number"),
    [
        ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("一百", 100), ("一百零五", 105),
        ("一百一十", 110), ("一百一十二", 112), ("三百二十", 320), ("九百九十九", 999),
    ],
)  # fmt: skip
def test_a_number_is_written_as_officials_write_it(expected: str, number: int) -> None:
    assert expected == chinese(number)


def test_every_number_from_1_to_999_reads_back() -> None:
    assert list(range(1, 1000)) == [value(chinese(number)) for number in range(1, 1000)]


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_other_numbers_have_no_numeral(number: int) -> None:
    with pytest.raises(ValueError, match="1 to 999"):
        chinese(number)


def test_the_four_levels_have_their_own_numerals() -> None:
    assert ["十一、", "（十一）", "11.", "（11）"] == [numeral(level, 11) for level in (1, 2, 3, 4)]


def test_there_is_no_fifth_level() -> None:
    with pytest.raises(ValueError, match="1 to 4"):
        numeral(5, 1)


def test_a_heading_starts_its_lower_levels_anew() -> None:
    counter = Counter()
    assert ["一、", "（一）", "1.", "2.", "（1）", "（二）", "1.", "（1）", "二、", "（一）"] == [
        counter.next(level) for level in (1, 2, 3, 3, 4, 2, 3, 4, 1, 2)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "一、甲",
        "十二．甲",
        "第一、甲",
        "（一）甲",
        "(一)甲",
        "1、甲",
        "1.甲",
        "2020. 甲",
        "（1）甲",
        "(1) 甲",
        "①甲",
        "⑳",
    ],
)
def test_a_typed_numeral_is_known_by_its_look(line: str) -> None:
    assert TYPED_NUMERAL.match(line)


@pytest.mark.parametrize("line", ["一甲", "1.5倍", "2020年", "（甲）", "第一，甲", "甲一、", "13家", "零、"])
def test_numbers_in_prose_are_no_numerals(line: str) -> None:
    assert not TYPED_NUMERAL.match(line)
