"""standard: the numbers of GB/T 9704 agree with one another."""

from __future__ import annotations

import re

import pytest

from lowcapdocs.gongwen import standard as s


def test_the_sheet_is_a4_and_its_margins_leave_the_type_area() -> None:
    page = s.PROFILE_A
    assert (11906, 16838) == (page.width, page.height)
    assert (s.mm(156), s.mm(225)) == (page.text_width, page.text_height)
    assert (s.mm(37), s.mm(28)) == (page.top, page.left)


def test_22_lines_fill_the_type_area_and_a_wider_pitch_would_not() -> None:
    assert 22 == s.PROFILE_A.text_height // s.PROFILE_A.line_pitch
    assert 21 == s.PROFILE_A.text_height // (s.PROFILE_A.line_pitch + 1)


def test_28_characters_of_size_3_fill_a_line() -> None:
    pitch = s.CHAR_3 + s.CHAR_SPACING
    assert 28 == s.PROFILE_A.text_width // pitch


def test_a_wide_table_lies_with_its_top_at_the_left_edge_of_the_sheet() -> None:
    wide = s.landscape(s.PROFILE_A)
    assert (s.PROFILE_A.text_height, s.PROFILE_A.text_width) == (wide.text_width, wide.text_height)
    assert (s.PROFILE_A.left, s.PROFILE_A.right, s.PROFILE_A.top, s.PROFILE_A.bottom) == (
        wide.top, wide.bottom, wide.right, wide.left,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "number"),
    [
        (True, "海工强办〔2020〕1号"),
        (True, "甬政发〔1999〕120号"),
        (False, "海工强办[2020]1号"),
        (False, "海工强办〔2020〕01号"),
        (False, "海工强办〔20〕1号"),
        (False, "海工强办〔2020〕第1号"),
        (False, "〔2020〕1号"),
    ],
)
def test_a_document_number_has_hexagonal_brackets_a_full_year_and_no_zeros(expected: bool, number: str) -> None:
    assert expected == bool(re.match(s.NUMBER_FORM, number))


@pytest.mark.parametrize(
    ("expected", "text"),
    [(True, "2020年4月5日"), (False, "2020年04月5日"), (False, "20年4月5日"), (False, "2020年4月")],
)
def test_a_date_has_a_full_year_and_no_zeros(expected: bool, text: str) -> None:
    assert expected == bool(re.match(s.DATE_FORM, text))
