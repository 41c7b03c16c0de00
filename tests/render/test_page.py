"""Sheet, 版心, lines and characters, levels, page numbers (5, 6, 7.3.3, 7.5)."""

from __future__ import annotations

import pytest

from lowcapdocs.gongwen.elements import Gongwen
from tests.render.conftest import Rendered, both
from tests.render.measure import Line, Page

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
CHAR = 156 / 28  # a character of 3号 as it is set
BEARING = 0.9  # between the upper edge of the em box and the ink of 国 in the stand-in for 仿宋


def near(value: float, tolerance: float) -> object:
    return pytest.approx(value, abs=tolerance)


def across(page: Page) -> list[Line]:
    """The lines of a sheet that lies across, without the page number at its side."""
    return [line for line in page.lines if line.font != "UMingCN"]


@both
def test_a_full_page_has_22_lines_of_28_characters(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}full")[1]
    assert ["国" * 28] * 22 == [line.text for line in page.body]
    assert {"FandolFang-Regular"} == {line.font for line in page.body}
    for line in page.body:
        assert near(LEFT, 0.3) == line.left
        assert near(RIGHT, 0.5) == line.right
        assert near(16, 0.01) == line.size
    left, top, right, bottom = page.printed(0, 0, 210, 264)
    assert TOP - 1 < top < TOP + 5
    assert BOTTOM - 5 < bottom < BOTTOM + 1
    assert LEFT - 0.5 < left < right < RIGHT + 0.5


def test_profile_a_sets_half_the_leading_within_the_type_area(rendered: Rendered) -> None:
    """So characters begin 3 mm under its upper edge and end 1 mm above its lower one."""
    lines = rendered("full")[1].body
    assert near(TOP + 3, 0.2) == lines[0].top
    assert near(BOTTOM - 2, 0.7) == lines[-1].bottom


def test_profile_b_fills_the_type_area_with_characters(rendered: Rendered) -> None:
    """5.2.1, as GB/T 33476.2 reads it: the edges of the characters are those of 版心."""
    page = rendered("B full")[1]
    lines = page.body
    assert near(TOP, 1) == lines[0].top
    assert near(BOTTOM, 1) == lines[-1].bottom
    _, top, _, bottom = page.printed(0, 0, 210, 264)
    assert TOP - 1 < top < TOP + 1 + BEARING
    assert near(BOTTOM, 1) == bottom


def test_lines_of_profile_b_stand_further_apart(rendered: Rendered) -> None:
    for name, pitch in (("full", 10.21), ("B full", 10.44)):
        lines = rendered(name)[1].body
        assert near(pitch, 0.02) == (lines[-1].baseline - lines[0].baseline) / 21


def test_sheets_are_a4_and_all_text_is_within_the_type_area(rendered: Rendered, trees: dict[str, Gongwen]) -> None:
    for name in trees:
        for page in rendered(name):
            upright = page.width < page.height
            assert (near(210, 0.1), near(297, 0.1)) == tuple(sorted((page.width, page.height))), name
            left, right = (LEFT, RIGHT) if upright else (35, 260)
            for line in page.body if upright else across(page):
                assert left - 0.5 < line.left, (name, line)
                assert line.right < right + 1.2 * CHAR, (name, line)  # LibreOffice hangs 、 and ， over the edge


@both
def test_a_paragraph_begins_two_characters_in(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}levels")[0]
    assert near(LEFT + 2 * CHAR, 0.3) == page.find("首行").left
    assert near(LEFT, 0.3) == next(line for line in page.lines if line.text.startswith("国")).left
    for start in ("一、", "（一）", "1.", "（1）"):
        assert near(LEFT + 2 * CHAR, 0.3) == page.find(start).left


@both
def test_every_level_has_its_face(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}levels")[0]
    starts = {
        "一、": "FandolHei",
        "（一）": "FandolKai",
        "1.": "FandolFang",
        "（1）": "FandolFang",
        "（二）": "FandolKai",
    }
    for start, face in starts.items():
        assert f"{face}-Regular" == page.find(start).font


@both
def test_the_dash_of_the_page_number_is_7_mm_under_the_type_area(profile: str, rendered: Rendered) -> None:
    for page in rendered(f"{profile}full"):
        number = page.lines[-1]
        assert "UMingCN" == number.font
        assert near(14, 0.01) == number.size
        dash = page.printed(number.left, 263, number.left + 4, 290)
        assert near(269, 0.5) == dash[1]


@pytest.mark.parametrize("name", ["sample 印发通知", "full", "B full", "B letter"])
def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(name: str, rendered: Rendered) -> None:
    for number, page in enumerate(rendered(name), start=1):
        line = page.lines[-1]
        assert f"—{number}—" == line.text
        if number % 2:
            assert near(RIGHT - 14 * 25.4 / 72, 0.5) == line.right
        else:
            assert near(LEFT + 14 * 25.4 / 72, 0.5) == line.left


@both
@pytest.mark.parametrize(("place", "first_or_last"), [(2, -1), (3, 0)])
def test_the_number_of_a_page_that_lies_across_is_where_it_would_be_upright(
    place: int, first_or_last: int, profile: str, rendered: Rendered
) -> None:
    """In the left margin, a character from the lower end on odd pages, from the upper on even ones.

    The dash is in the middle of its character, 7 mm from the type area.
    """
    page = rendered(f"{profile}tree annexes of both layouts")[place]
    assert page.width > page.height
    dashes = [line for line in page.lines if line.font == "UMingCN"]
    assert ["—", str(place + 1), "—"] == [line.text for line in dashes]
    for line in dashes:
        assert near(35 - 7, 0.8) == line.middle
    character = 14 * 25.4 / 72
    edge = 28 + character if first_or_last == 0 else 184 - 2 * character
    assert near(edge, 0.5) == dashes[first_or_last].baseline


def test_numbers_are_not_torn_at_the_end_of_a_line(rendered: Rendered, trees: dict[str, Gongwen]) -> None:
    for name in trees:
        for page in rendered(name):
            if name.startswith("sample 通知") or name in ("sample 印发通知", "sample 工作要点"):
                for line, following in zip(page.lines, page.lines[1:], strict=False):
                    torn = line.right > 170 and line.text[-1].isdigit() and following.text[0].isdigit()
                    assert not torn or line.size != 16, (name, line, following)
