"""主体: styles by element, run-in headings, 附件说明."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lowcapdocs.gongwen.elements import Attachment, Block, Heading, Span
from lowcapdocs.gongwen.standard import PROFILE_A
from lowcapdocs.word import body
from lowcapdocs.word.styles import CHAR
from tests.word.trees import HEADINGS, PLAIN_TABLE, paragraphs, spans

WIDTH = PROFILE_A.text_width


def outline(xml: str) -> list[str]:
    """The style of each paragraph that stands outside a table."""
    return re.findall(r'<w:p><w:pPr><w:pStyle w:val="(\w+)"/>', re.sub(r"<w:tbl>.*?</w:tbl>", "", xml))


def left(xml: str) -> list[int]:
    return [int(indent) for indent in re.findall(r'w:left="(\d+)"', xml)]


def test_a_heading_that_stands_alone_has_the_style_of_its_level() -> None:
    alone = [heading for heading in HEADINGS if not heading.body]
    assert [f"Heading{heading.level}" for heading in alone] == outline(body.blocks(alone, WIDTH))


def test_only_the_first_sentence_of_a_run_in_heading_has_its_face() -> None:
    xml = body.blocks([Heading(2, "（一）", spans("题。"), (Span("文"), Span("重", strong=True)))], WIDTH)
    assert ["GwBody"] == outline(xml)
    assert [("GwRunIn2", "（一）"), ("GwRunIn2", "题。")] == re.findall(
        r'rStyle w:val="(\w+)"/></w:rPr><w:t>(.*?)<', xml
    )
    assert "<w:r><w:t>文</w:t></w:r>" in xml


@pytest.mark.parametrize(
    "last",
    [*paragraphs("末段。"), Heading(2, "（一）", spans("题。"), spans("文。")), Heading(3, "1.", (), spans("文。"))],
)
def test_the_last_paragraph_goes_with_the_signature(last: Block) -> None:
    """However it begins: no page shows a signature without text (7.3.5.5)."""
    first, second = (
        f"<w:p>{each}" for each in body.blocks([*paragraphs("甲。"), last], WIDTH, kept=True).split("<w:p>")[1:]
    )
    assert ("<w:keepNext/>" in first, "<w:keepNext/>" in second) == (False, True)


def test_a_numbered_paragraph_is_body() -> None:
    xml = body.blocks([Heading(3, "1.", (), spans("文。"))], WIDTH)
    assert ["GwBody"] == outline(xml)
    assert "rStyle" not in xml


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((PLAIN_TABLE,), "gap"),
        ((*paragraphs("甲"), PLAIN_TABLE, *paragraphs("乙")), "GwBody gap GwBody"),
        ((PLAIN_TABLE, PLAIN_TABLE), "gap gap"),
    ],
)
def test_tables_keep_off_text_and_never_meet(blocks: tuple[Block, ...], expected: str) -> None:
    unnoted = re.sub(
        r'<w:p><w:pPr><w:pStyle w:val="GwTableGap"/><w:keepNext/>.*?备注.*?</w:p>', "", body.blocks(blocks, WIDTH)
    )
    assert expected.replace("gap", "GwTableGap").split() == outline(unnoted)


def test_a_heading_its_gap_and_the_caption_go_with_the_table() -> None:
    """However much of the page is left: nothing between heading and table may end it."""
    table = replace(PLAIN_TABLE, caption="单位：家")
    heading = Heading(1, "一、", spans("题"))
    gap, caption = body.blocks([heading, table], WIDTH).split("<w:p>")[2:4]
    assert ("GwTableGap" in gap, "单位：家" in caption) == (True, True)
    assert ("<w:keepNext/>" in gap, "<w:keepNext/>" in caption) == (True, True)
    assert "<w:keepNext/>" not in body.blocks([*paragraphs("甲"), table], WIDTH).split("<w:p>")[2]


def test_the_title_is_one_paragraph_of_several_lines() -> None:
    xml = body.title(spans("关于印发《海曙区2020年淘汰落后产能及“低散乱”整治提升工作要点》的通知"), page_break=True)
    assert (1, 1, 1) == (xml.count("<w:p>"), xml.count("<w:br/>"), xml.count("<w:pageBreakBefore/>"))


def test_names_of_annexes_wrap_under_their_first_character() -> None:
    one = body.attachment_note((Attachment(spans("甲"), ()),))
    assert [2 * CHAR + 3 * CHAR] == left(one)
    two = body.attachment_note((Attachment(spans("甲"), ()), Attachment(spans("乙"), ())))
    assert len(set(left(two))) == 1
    assert "" == body.attachment_note(())


def test_an_annotation_has_full_width_brackets() -> None:
    assert "（甲）" in body.annotation("甲")
    assert "" == body.annotation("")
