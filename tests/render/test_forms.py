"""信函, 命令, 纪要 and the corner of an upward document (7.2.1–7.2.3, 7.2.6, 10), in both layouts of the page."""

from __future__ import annotations

import pytest

from tests.render.conftest import Rendered, both
from tests.render.measure import Page, Rule
from tests.render.test_page import CHAR, LEFT, RIGHT, TOP, near

LETTERS = ("tree letter", "tree letter, plain")


def mark_top(page: Page) -> float:
    return page.printed(0, 15, 210, 110, red=True)[1]


def double_rules(page: Page) -> list[Rule]:
    """The red rules of a 信函, from above: thick and thin, thin and thick."""
    return sorted({rule for rule in page.rules if rule.red and rule.level}, key=lambda rule: rule.top)


@both
@pytest.mark.parametrize(
    ("name", "wanted"), [*((name, 30) for name in LETTERS), ("tree order", TOP + 20), ("tree minutes", TOP + 35)]
)
def test_the_mark_has_the_height_of_its_form(name: str, wanted: float, profile: str, rendered: Rendered) -> None:
    page = rendered(profile + name)[0]
    assert near(wanted, 1) == mark_top(page)
    left, _, right, _ = page.printed(21, 15, 189, wanted + 12, red=True)
    assert near(106 if "order" in name or "minutes" in name else 105, 1) == (left + right) / 2
    assert LEFT - 0.5 < left < right < RIGHT + 0.5


@both
@pytest.mark.parametrize("name", LETTERS)
def test_the_double_rules_of_a_letter_are_170_mm_wide(name: str, profile: str, rendered: Rendered) -> None:
    page = rendered(profile + name)[0]
    rules = double_rules(page)
    assert 4 == len(rules)
    for rule in rules:
        assert (near(20, 0.3), near(190, 0.3)) == (rule.left, rule.right)
    upper_thick, upper_thin, lower_thin, lower_thick = rules
    assert near(277, 1) == lower_thick.bottom
    assert upper_thick.thickness > upper_thin.thickness
    assert lower_thick.thickness > lower_thin.thickness
    mark = page.printed(21, 15, 189, upper_thick.top - 0.5, red=True)
    assert near(4, 1) == upper_thick.top - mark[3]


@both
@pytest.mark.parametrize("name", LETTERS)
def test_the_number_of_a_letter_stands_at_the_right_under_the_rule(name: str, profile: str, rendered: Rendered) -> None:
    page = rendered(profile + name)[0]
    [number] = [line for line in page.lines if "〔2020〕" in line.text]
    assert near(RIGHT, 0.3) == number.right
    assert near(4.84, 1) == number.top - double_rules(page)[1].bottom


@both
def test_page_one_of_a_letter_has_no_number_and_page_two_has(profile: str, rendered: Rendered) -> None:
    first, second, *_ = rendered(f"{profile}tree letter")
    assert [] == [line.text for line in first.lines if line.font == "UMingCN"]
    assert all(line.baseline < 277 for line in first.lines)
    number = second.lines[-1]
    assert "—2—" == number.text
    assert near(269, 0.5) == second.printed(number.left, 263, number.left + 4, 290)[1]


@both
def test_an_order_has_its_number_in_the_middle_and_no_rule(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}tree order")[0]
    number = page.find("第1号")
    assert near(106, 0.6) == number.middle
    assert [] == double_rules(page)


@both
def test_attendance_hangs_after_its_label(profile: str, rendered: Rendered) -> None:
    lines = rendered(f"{profile}tree minutes")[0].lines
    place, first = next((place, line) for place, line in enumerate(lines) if line.text.startswith("出席："))
    assert "FandolHei-Regular" == first.font
    assert near(LEFT + 2 * CHAR, 0.3) == first.left
    assert near(LEFT + 5 * CHAR, 0.5) == lines[place + 1].left


@both
def test_the_corner_holds_lines_1_to_3_flush_left(profile: str, rendered: Rendered) -> None:
    """份号, 密级, 紧急程度; the last two in 黑体."""
    page = rendered(f"{profile}tree upward, urgent, secret")[0]
    corner = page.lines[:3]
    assert ["000012", "秘密★1年", "特急"] == [line.text for line in corner]
    assert ["FandolFang-Regular", *["FandolHei-Regular"] * 2] == [line.font for line in corner]
    grid = rendered(f"{profile}full")[1].body
    for line, place in zip(corner, grid, strict=False):
        assert near(LEFT, 0.3) == line.left
        assert near(16, 0.01) == line.size
        assert near(place.baseline, 0.2) == line.baseline


@both
def test_the_mark_under_a_full_corner_keeps_its_height(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}tree upward, urgent, secret")[0]
    assert near(TOP + 35, 1) == mark_top(page)


@both
def test_one_signer_stands_on_the_line_of_the_number_a_character_from_the_right(
    profile: str, rendered: Rendered
) -> None:
    [line] = [line for line in rendered(f"{profile}upward")[0].lines if "〔2020〕" in line.text]
    number, signer = line.pieces(10)
    assert ("海工强办〔2020〕1号", "签发人：张三") == (number.text, signer.text)
    assert near(LEFT + CHAR, 0.3) == number.left
    assert near(RIGHT - CHAR, 0.3) == signer.right
    assert ["FandolFang-Regular", "FandolKai-Regular"] == [signer.font, signer.glyphs[-1].font]


@both
def test_of_three_signers_the_last_stands_on_the_line_of_the_number(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}tree upward, urgent, secret")[0]
    first = page.find("签发人：")
    number, last = page.find("海工强办").pieces(10)
    assert near(RIGHT - CHAR, 0.3) == first.right
    assert near(first.glyphs[4].left, 0.3) == last.left
    assert near(LEFT + CHAR, 0.3) == number.left
    assert "欧阳五" == last.text
    [rule] = double_rules(page)
    assert near(4, 0.5) == rule.top - number.bottom
