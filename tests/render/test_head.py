"""版头 and title (7.2, 7.3.1, 7.3.2)."""

from __future__ import annotations

import pytest

from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.title import lines
from tests.render.conftest import Rendered, both
from tests.render.test_page import near
from tests.word.trees import MARK, NUMBER

MARKED = (
    "letter", "B letter", "long mark", "sample 印发通知", "sample 通知/01-集士港镇", "sample 通知/18-望春工业园区",
)  # fmt: skip


@pytest.mark.parametrize("name", MARKED)
def test_the_mark_is_red_35_mm_under_the_edge_and_within_the_type_area(name: str, rendered: Rendered) -> None:
    page = rendered(name)[0]
    left, top, right, _ = page.printed(0, 40, 210, 110, red=True)
    assert near(72, 1) == top
    assert 28 <= left < right <= 184
    assert near(106, 1) == (left + right) / 2
    assert page.lines[0].font == "FandolSong-Bold"


@pytest.mark.parametrize("name", MARKED)
def test_the_red_rule_is_4_mm_under_the_number(name: str, rendered: Rendered) -> None:
    page = rendered(name)[0]
    number = page.lines[1]
    [rule] = {rule for rule in page.rules if rule.red}
    em_bottom = number.baseline + 0.12 * number.size * 25.4 / 72
    assert near(4, 0.5) == rule.top - em_bottom
    assert near(28, 0.3) == rule.left
    assert near(184, 0.3) == rule.right
    assert near(106, 0.6) == (number.left + number.right) / 2


def test_number_and_mark_are_whole(rendered: Rendered) -> None:
    assert [MARK, NUMBER] == [line.text for line in rendered("letter")[0].lines[:2]]


@both
def test_two_blank_lines_stand_above_the_title_and_one_below(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}letter")[0]
    [rule] = {rule for rule in page.rules if rule.red}
    title, addressees = page.find("关于甲"), page.find("各单位")
    assert 20.8 - 0.5 < title.baseline - 0.88 * title.size * 25.4 / 72 - rule.bottom < 24.5 + 0.5
    assert near(22, 0.01) == title.size
    assert near(106, 0.5) == (title.left + title.right) / 2
    assert near(28, 0.3) == addressees.left
    assert 18 < addressees.baseline - title.baseline < 22


def test_titles_keep_their_lines(rendered: Rendered, trees: dict[str, Gongwen]) -> None:
    """No line of a title is so wide that the renderer breaks it once more."""
    for name, tree in trees.items():
        if name.startswith("sample"):
            shown = [line.text for page in rendered(name)[:1] for line in page.lines if line.size == 22]
            assert lines(tree.title) == [text for text in shown if text]
