"""wording: dates, quantities, names and labels as officials write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.gongwen.wording import (
    attachment_label,
    attachment_lines,
    date_text,
    decimal_text,
    em_width,
    note_lines,
    number_in,
    read_date,
    unknown_date,
)


def test_a_date_is_written_without_leading_zeros() -> None:
    assert "2020年4月5日" == date_text(date(2020, 4, 5))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_date_reads_back(day: date) -> None:
    assert day == read_date(date_text(day)) == read_date(day.isoformat())


@pytest.mark.parametrize("text", ["2020年2月30日", "2020年13月1日", "4月5日", "", "2020-02-30"])
def test_what_is_no_day_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text of the error is nobody's
        read_date(text)


def test_an_unknown_date_prints_crosses() -> None:
    assert ["2020年××月××日", "××年××月××日"] == [unknown_date(2020), unknown_date(None)]


@pytest.mark.parametrize(
    ("expected", "value", "decimals"),
    [
        ("28", "28", None),
        ("28", "28.00", None),
        ("2.5", "2.50", None),
        ("1200", "1.2E+3", None),
        ("100", "100", None),
        ("28.0", "28", 1),
        ("2.6", "2.55", 1),
        ("1234567", "1234567", 0),
    ],
)
def test_a_number_prints_as_many_places_as_it_has_or_as_are_asked_for(
    expected: str, value: str, decimals: int | None
) -> None:
    assert expected == decimal_text(Decimal(value), decimals)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Decimal("2.50"), "2.50"),
        (Decimal(-1), "-1"),
        (None, "/"),
        (None, ""),
        (None, "NaN"),
        (None, "Infinity"),
        (None, "二"),
        (None, "1e5"),
        (None, "1_0"),
        (None, "１"),
    ],
)
def test_only_a_finite_number_is_a_number(expected: Decimal | None, text: str) -> None:
    assert expected == number_in(text)


def test_latin_letters_take_half_a_character() -> None:
    assert 5.0 == em_width("VOCs×年，")


def test_one_attachment_is_named_without_a_number() -> None:
    assert [("附件：", "甲")] == attachment_lines(["甲"])
    assert [("附件：1.", "甲"), ("2.", "乙")] == attachment_lines(iter(["甲", "乙"]))
    assert [] == attachment_lines([])


def test_an_annex_bears_its_number_only_among_several() -> None:
    assert ["附件", "附件2"] == [attachment_label(1, 1), attachment_label(2, 3)]


def test_notes_are_numbered_only_among_several() -> None:
    assert [[], ["备注："], ["备注：1.", "2."]] == [note_lines(count) for count in (0, 1, 2)]
