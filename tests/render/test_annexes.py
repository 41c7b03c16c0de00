"""附件, tables, and sheets turned across (7.3.7, 8)."""

from __future__ import annotations

import pytest

from lowcapdocs.gongwen.elements import Gongwen
from tests.render.conftest import Rendered, both
from tests.render.documents import HEADED
from tests.render.test_page import across, near


@pytest.mark.parametrize("name", ["sample 印发通知", "sample 工作要点", "tree sealed"])
def test_the_label_is_on_line_1_and_the_title_on_line_3(name: str, rendered: Rendered) -> None:
    [page] = [page for page in rendered(name) if page.lines[0].text == "附件"]
    label = page.lines[0]
    assert near(28, 0.3) == label.left
    assert label.font == "FandolHei-Regular"
    assert near(16, 0.01) == label.size
    title = page.lines[1]
    assert near(22, 0.01) == title.size
    third = 37 + 2 * 10.21  # upper edge of the third line
    assert third < title.baseline - 0.88 * title.size * 25.4 / 72 < third + 10.21


@both
def test_every_annex_has_its_page_and_its_layout(profile: str, rendered: Rendered) -> None:
    pages = rendered(f"{profile}tree annexes of both layouts")
    first = [across(page)[0].text if across(page) else "" for page in pages]
    labels = dict(zip(first, pages, strict=True))
    lies = {label: page.width > page.height for label, page in labels.items() if label.startswith("附件")}
    assert {"附件1": False, "附件2": True, "附件3": True, "附件4": False, "附件5": True} == lies


def test_rules_of_tables_lie_within_the_type_area(rendered: Rendered, trees: dict[str, Gongwen]) -> None:
    for name in trees:
        for page in rendered(name):
            left, right, bottom = (28, 184, 262) if page.width < page.height else (35, 260, 184)
            for rule in () if trees[name].form == "letter" else page.rules:
                assert left - 0.3 < rule.left <= rule.right < right + 0.3, (name, rule)
                assert rule.bottom < bottom + 0.5, (name, rule)


@pytest.mark.parametrize("lines", HEADED)
def test_heading_and_caption_stay_on_the_page_where_their_table_begins(lines: int, rendered: Rendered) -> None:
    pages = [[line.text for line in page.body] for page in rendered(f"headed table {lines}")]
    (begins,) = [page for page in pages if "一、任务" in page]
    assert ["一、任务", "单位：家"] == [text for text in begins if text in ("一、任务", "单位：家")]
    assert any(text.startswith("第1镇") for text in begins)


def test_table_text_keeps_off_its_rules(rendered: Rendered, trees: dict[str, Gongwen]) -> None:
    """Every row is whole: no character's em box crosses a level rule."""
    em = 12 * 25.4 / 72
    for name in trees:
        for page in rendered(name):
            levels = [rule for rule in page.rules if rule.level and not rule.red]
            for line in page.body:
                if line.size == 12:
                    upper, lower = line.baseline - 0.88 * em, line.baseline + 0.12 * em
                    for rule in levels:
                        crossing = upper < rule.middle < lower and rule.left < line.left < rule.right
                        assert not crossing, (name, line, rule)


def test_every_cell_of_the_sample_is_printed(rendered: Rendered, trees: dict[str, Gongwen]) -> None:
    pages = rendered("sample 任务分解表")
    text = "".join(line.text for page in pages for line in page.lines)
    for row in trees["sample 任务分解表"].body[0].rows:  # type: ignore[union-attr]
        assert "".join(span.text for cell in row.cells for span in cell) in text
