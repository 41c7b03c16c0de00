"""Signature, date, 附注 and 版记 (7.3.5, 7.3.6, 7.4)."""

from __future__ import annotations

import pytest

from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.word.writer import Writer
from tests.render.conftest import Rendered, both
from tests.render.documents import COPIES, HEIGHTS, LENGTHS, layout
from tests.render.measure import Page, Rule
from tests.render.test_page import CHAR, near


def imprint_rules(page: Page) -> list[Rule]:
    """The rules of 版记 at the foot of a page, from above; a table above it does not count."""
    found = {round(rule.middle, 1): rule for rule in page.rules if rule.level and rule.middle > 200}
    return [found[place] for place in sorted(found)]


def middle(page: Page, start: str) -> float:
    line = page.find(start)
    return (line.left + line.right) / 2


@both
def test_sealed(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}letter")[0]
    signature, date = page.find("海曙区工强办", whole=True), page.find("2020年4月20日")
    assert "海曙区工强办" == signature.text
    gaps = 5 * 0.25 * 16 * 25.4 / 72  # LibreOffice sets digits apart from 年, 月 and 日; Word does not
    assert near(184 - 4 * CHAR + gaps / 2, 1) == date.right
    assert near(middle(page, "2020年4月20日"), 1) == (signature.left + signature.right) / 2


def test_sealed_without_digits(rendered: Rendered) -> None:
    page = rendered("sample 印发通知")[0]
    assert near(184 - 4 * CHAR, 1) == page.find("2020年××月××日").right


@both
def test_unsealed(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}unsealed")[0]
    signature, date = page.find("海曙区工强办"), page.find("2020年4月20日")
    first, second = sorted((signature, date), key=lambda line: line.baseline)
    assert (first, second) == (signature, date)
    assert near(2 * CHAR, 0.5) == date.left - signature.left
    assert max(signature.right, date.right) < 184


def test_unsealed_with_a_date_longer_than_the_name(rendered: Rendered) -> None:
    page = rendered("long date")[0]
    signature, date = page.find("区办"), page.find("2020年12月20日")
    gaps = 5 * 0.25 * 16 * 25.4 / 72
    assert near(184 - 2 * CHAR + gaps, 1) == date.right
    assert near(2 * CHAR, 0.5) == date.left - signature.left


def test_a_long_name_stays_within_the_type_area(rendered: Rendered) -> None:
    page = rendered("long name")[0]
    signature = page.find("海曙区淘汰")
    assert 180 < signature.right < 184.5
    assert near(middle(page, "2020年4月5日"), 1) == (signature.left + signature.right) / 2


@both
def test_annotation(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}letter")[0]
    note, date = page.find("（此件公开发布）"), page.find("2020年4月20日")
    assert near(10.3, 0.2) == note.baseline - date.baseline
    assert near(28 + 2 * CHAR, 0.3) == note.left


@pytest.mark.parametrize(
    "name",
    ["letter", "B letter", "B ending 20", "B tree minutes", "copies 20", "sample 印发通知", "sample 通知/10-月湖街道"],
)
def test_the_last_rule_lies_on_the_lower_edge_of_the_type_area(name: str, rendered: Rendered) -> None:
    pages = rendered(name)
    assert 0 == len(pages) % 2
    rules = imprint_rules(pages[-1])
    assert near(262, 1) == rules[-1].middle
    assert near(0.35, 0.03) == rules[0].bottom - rules[0].top == near(rules[-1].bottom - rules[-1].top, 0.01)
    for rule in rules:
        assert (near(28, 0.3), near(184, 0.3)) == (rule.left, rule.right)
    for rule in rules[1:-1]:
        assert near(0.25, 0.03) == rule.bottom - rule.top


@both
def test_the_text_of_the_imprint(profile: str, rendered: Rendered) -> None:
    page = rendered(f"{profile}letter")[-1]
    copies, printer = page.find("抄送："), page.find("海曙区工强办2020年4月21日印发")
    assert near(28 + 4.94, 0.3) == copies.left == near(printer.left, 0.3)
    assert near(184 - 4.94, 0.3) == printer.right
    upper, thin, lower = imprint_rules(page)
    assert upper.middle < copies.baseline < thin.middle < printer.baseline < lower.middle
    assert near(14, 0.01) == copies.size


@pytest.mark.parametrize("count", COPIES)
def test_copies_wrap_after_their_label_and_are_whole(count: int, rendered: Rendered) -> None:
    page = rendered(f"copies {count}")[-1]
    upper, thin, _ = imprint_rules(page)
    copies = [line for line in page.lines if upper.middle < line.baseline < thin.middle]
    assert f"抄送：{COPIES[count]}。" == "".join(line.text for line in copies)
    for line in copies[1:]:
        assert near(28 + 4 * 4.94, 0.3) == line.left
        assert line.right < 184


def test_the_imprint_is_on_the_last_side_and_that_is_even(rendered: Rendered, trees: dict[str, Gongwen]) -> None:
    """6.2 with 7.4.1; a 信函 may end on any side."""
    for name, tree in trees.items():
        if tree.imprint and tree.form != "letter":
            pages = rendered(name)
            assert 0 == len(pages) % 2, name
            assert near(262, 1) == imprint_rules(pages[-1])[-1].middle, name


def test_a_blank_side_and_the_imprint_after_it_have_no_number(rendered: Rendered, trees: dict[str, Gongwen]) -> None:
    seen = 0
    for name in trees:
        pages = rendered(name)
        blank = [number for number, page in enumerate(pages, start=1) if not page.lines]
        if blank:
            seen += 1
            assert [len(pages) - 1] == blank, name
            assert all(line.baseline < 262.5 for line in pages[-1].lines), name
    assert seen > 2


@pytest.mark.parametrize("lines", LENGTHS)
def test_however_the_last_page_ends(lines: int, rendered: Rendered, trees: dict[str, Gongwen]) -> None:
    """Name and date stay together, 附注 with them; 版记 is on the last page and covers nothing."""
    pages = rendered(f"ending {lines}")
    text = [line.text for page in pages for line in page.body]
    assert lines == text.count("国" * 26)
    [signed] = [page for page in pages if any("海曙区工强办" == line.text for line in page.body)]
    below = [line.text for line in signed.body]
    assert ["2020年4月20日", "（此件公开发布）"] == below[below.index("海曙区工强办") + 1 :][:2]
    upper, _, lower = imprint_rules(pages[-1])
    assert near(262, 1) == lower.middle
    assert all(line.baseline < upper.middle for line in pages[-1].body if line.size == 16)
    assert not any(imprint_rules(page) for page in pages[:-1])
    assert len(pages) == 2 if lines < 35 else len(pages) == 4


@pytest.mark.parametrize("rows", HEIGHTS)
def test_a_body_that_ends_in_a_table_has_no_blank_page_after_it(rows: int, rendered: Rendered) -> None:
    pages = rendered(f"table {rows}")
    assert all(page.body for page in pages)
    assert f"第{rows}镇{rows}" == pages[-1].body[-1].text


@pytest.mark.parametrize("rows", HEIGHTS)
def test_the_imprint_keeps_clear_of_a_table(rows: int, rendered: Rendered) -> None:
    pages = rendered(f"table {rows} imprint")
    text = [line.text for page in pages for line in page.body]
    assert [f"第{row}镇{row}" for row in range(1, rows + 1)] == [each for each in text if each.startswith("第")]
    last = pages[-1]
    [copies] = [line for line in last.body if line.text.startswith("抄送：")]
    assert all(line.baseline < copies.baseline - 5 for line in last.body if line.size == 12)


def test_the_writer_counts_the_pages_that_come_out(trees: dict[str, Gongwen], rendered: Rendered) -> None:
    """What the archive list says of each document."""
    assert {name: len(rendered(name)) for name in trees} == {
        name: Writer(layout(name)).pages(tree) for name, tree in trees.items()
    }
