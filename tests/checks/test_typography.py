"""checks.typography: slips of numerals and marks, with the line of the draft."""

from __future__ import annotations

import pytest

from lowcapdocs.checks.typography import check, pieces
from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.elements import plain
from tests.builders import draft, told

CASES: dict[str, tuple[str, list[str]]] = {
    "right text": (draft("“低散乱”企业（作坊）整治，于2020年6月底前完成25～30家。"), []),
    "a paragraph": (draft("甲。\n\n于06月底前完成。"), ["date-zero 稿.md 第6行"]),
    "several alike in one paragraph": (draft("甲,乙,丙。"), ["text-halfwidth 稿.md 第4行"]),
    "a title": (draft("甲。", title='关于"低散乱"的通知'), ["text-quotes 稿.md 第2行"]),
    "the addressees": (draft("甲。", 主送="各镇(乡)政府"), ["text-halfwidth 稿.md 第3行"]),
    "a heading and its text": (draft("# 完成25-30家。\n\n投资9～16亿元。"), ["range-mark 稿.md 第4行", "range-unit 稿.md 第4行"]),
    "a cell": (draft("| 数 |\n| --- |\n| 63～68% |"), ["range-percent 稿.md 第6行"]),
    "the head of a table": (draft("| 任务(家) |\n| --- |\n| 6 |"), ["text-halfwidth 稿.md 第4行"]),
    "a note under a table": (draft("::: 表\n| 数 |\n| --- |\n| 6 |\n见《甲》、《乙》。\n:::"), ["enumeration-mark 稿.md 第4行"]),
    "an annex": (draft("甲。\n::: 附件 甲(乙)\n丙\n:::"), ["text-halfwidth 稿.md 第5行"]),
    "a heading with a mark": (draft("# 总体要求；\n\n甲。"), ["end-mark 稿.md 第4行"]),
    "an annex and an enclosure with a mark": (
        draft("甲。\n::: 印发件 丁；\n戊\n:::\n::: 附件 乙，\n丙\n:::"),
        ["end-mark 稿.md 第8行", "end-mark 稿.md 第5行"],
    ),
    "a head of a table with a mark": (draft("| 任务数： |\n| --- |\n| 6 |"), ["end-mark 稿.md 第4行"]),
    "a short name twice": (
        draft("区办（以下简称“办”）。\n\n区办（以下简称“办”）。"),
        ["short-name-twice 稿.md 第6行"],
    ),
    "a short name that is not used": (draft("区办（以下简称“小组”）。"), ["short-name-unused 稿.md 第4行"]),
    "a short name that signs": (draft("区办（以下简称“小组”）。", 署名="小组"), []),
    "a short name that a heading uses": (draft("区办（以下简称“小组”）。\n\n# 小组\n\n甲。"), []),
    "large numbers in two styles": (
        draft("共12000吨。\n\n又3.5万吨。\n\n又4万吨，5万家，60000户。"),
        ["number-style 稿.md 第6行"],
    ),
    "a unit of prose": (draft("共1200亩。"), ["unit-legal 稿.md 第4行"]),
    "a unit of data": (draft("共[1200](goal/land)亩以上。"), []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_document_is_found_to_hold(name: str) -> None:
    text, expected = CASES[name]
    found = list(check(parse(text, "稿.md"), "稿.md"))
    assert expected == told(found)
    assert {"warning"} >= {each.level for each in found}
    assert [] == [each for each in found if not each.message or not each.remedy]


def test_slips_of_one_kind_in_one_paragraph_are_counted() -> None:
    (found,) = check(parse(draft("甲,乙,丙。")), "稿.md")
    assert "用了半角标点：“甲,”等2处。" == found.message


def test_everything_that_is_read_is_a_piece() -> None:
    tree = parse(draft("[一](a/b)二\n\n| 头 |\n| --- |\n| 三 |\n::: 附件 四\n五\n:::", 主送="六"))
    assert {"关于甲的通知", "六", "一二", "头", "三", "四", "五"} == {plain(spans) for spans, _ in pieces(tree)}
