"""first_page: what is reckoned before writing is what the writer does, line for line."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lowcapdocs.checks.document import check
from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Gongwen, Imprint, Span
from lowcapdocs.gongwen.first_page import moves, overflows
from lowcapdocs.gongwen.wrapping import imprint_lines
from lowcapdocs.word.paging import Paging
from lowcapdocs.word.writer import Writer
from tests.builders import draft
from tests.word.ooxml_text import is_moved

WRITER = Writer()
UNIT = "甲镇人民政府，"
MARK = {"发文机关标志": "甲区甲局文件", "发文字号": "甲局〔2020〕1号"}
HEADS: dict[str, dict[str, str]] = {
    "no mark": {},
    "a mark": MARK,
    "the corner filled": {**MARK, "份号": "000001", "密级": "秘密★1年", "紧急程度": "特急"},
    "several who sign": {**MARK, "签发人": "甲、乙、丙、丁、戊"},
    "joint issuers": {**MARK, "联合发文机关": "乙区乙局、丙区丙局"},
    "many joint issuers": {**MARK, "联合发文机关": "、".join(f"乙区第{n}局" for n in range(9))},
    "a letter": {"格式": "信函", "发文机关标志": "甲区甲局", "发文字号": "甲局函〔2020〕1号"},
    "a letter with a corner": {"格式": "信函", "发文机关标志": "甲区甲局", "份号": "000001", "密级": "秘密★1年"},
    "an order": {"格式": "命令", "发文机关标志": "甲区人民政府令", "发文字号": "第1号"},
    "minutes": {"格式": "纪要", "发文机关标志": "会议纪要", "发文字号": "第1期"},
    "a remark": {**MARK, "题注": "征求意见稿"},
    "across": {"版面": "横排"},
}


def addressed(tree: Gongwen, units: int, more: int) -> Gongwen:
    return replace(tree, addressees=(Span(UNIT * units + "乙" * more),))


@pytest.mark.parametrize("name", HEADS)
def test_the_longest_list_that_stays_and_the_shortest_that_moves_are_the_writer_s(name: str) -> None:
    tree = parse(draft("正文。", title="关于下达甲区2020年淘汰落后产能和整治提升任务的通知", **HEADS[name]))
    lengths = [(units, more) for units in range(5, 120) for more in (0, 3)]
    reckoned = [moves(addressed(tree, *length)) for length in lengths]
    edge = reckoned.index(True)
    for index in range(edge - 4, edge + 4):
        assert reckoned[index] == is_moved(WRITER.docx(addressed(tree, *lengths[index]))), lengths[index]
    assert reckoned == sorted(reckoned), "once it moves, a longer one moves"


def test_no_list_shorter_than_the_bound_moves() -> None:
    tree = parse(draft("正文。", **HEADS["many joint issuers"]))
    shorter = replace(tree, addressees=(Span("甲" * (s.LONG_ADDRESSEES - 1)),))
    assert (False, False) == (moves(shorter), is_moved(WRITER.docx(shorter)))


def top_of_imprint(tree: Gongwen) -> float:
    """Where 版记 begins, in twips from the upper edge of the sheet."""
    found = re.search(
        r'<wp:positionV relativeFrom="page"><wp:posOffset>(-?\d+)<(?:(?!<wp:anchor).)*name="版记"',
        WRITER.document_xml(tree),
    )
    assert found
    return int(found[1]) / s.EMU_PER_TWIP


def test_a_side_holds_as_many_lines_of_copies_as_are_allowed_and_no_more() -> None:
    tree = parse(draft("正文。", 印发机关="甲局", 印发日期="2020-04-20"))
    told = {}
    for units in range(60, 110):
        copies = UNIT * units
        lines = imprint_lines("抄送：", copies) + 1
        filled = replace(tree, imprint=Imprint(copies, "甲局", "2020年4月20日"))
        told[lines] = [each.code for each in check(filled, "稿.md") if each.level == "error"]
        assert (top_of_imprint(filled) >= s.TYPE_AREA_TOP) == (told[lines] == []), lines
    assert ([], ["imprint-too-long"]) == (told[s.IMPRINT_LINES], told[s.IMPRINT_LINES + 1])


@pytest.mark.parametrize("head", [{}, MARK], ids=["no mark", "a mark"])
def test_a_title_that_leaves_no_line_of_text_is_known_to(head: dict[str, str]) -> None:
    outcomes = set()
    for lines in range(1, 20):
        tree = parse(draft("正文。", title="甲" * (19 * lines), 主送="乙", **head))
        body = WRITER.document_xml(tree).partition("<w:body>")[2].rpartition("<w:sectPr>")[0]
        begins = Paging(s.PROFILE_A, s.Faces()).end(body, False).text_begins
        assert (begins > 1) == overflows(tree), lines
        outcomes.add(begins)
    assert {1, 2} == outcomes
