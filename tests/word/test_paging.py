"""Pages counted from the body: lines, tables, kept lines, turns; and where 版记 goes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Attachment, Gongwen, Row, Table
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.word import body
from lowcapdocs.word.ooxml import blank_lines
from lowcapdocs.word.paging import Paging
from lowcapdocs.word.writer import Writer
from tests.word.ooxml_text import W, part, relations
from tests.word.trees import IMPRINT, SEALED, cells, paragraphs, spans

A, B = (Paging(page, Faces()) for page in (s.PROFILE_A, s.PROFILE_B))
WIDTH = s.PROFILE_A.text_width
LINE = s.PROFILE_A.line_pitch


def pages(xml: str) -> int:
    return A.end(xml, False).page


@pytest.mark.parametrize(("characters", "lines"), [(1, 1), (26, 1), (27, 2), (26 + 28, 2), (26 + 28 + 1, 3)])
def test_a_paragraph_has_26_characters_on_its_first_line_and_28_on_others(characters: int, lines: int) -> None:
    end = A.end(body.blocks(paragraphs("国" * characters), WIDTH), False)
    assert lines * LINE == s.PROFILE_A.text_height - end.room


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("国" * 26 + "。", 1),
        ("国" * 26 + "）", 2),
        ("国" * 25 + "（国）", 2),
        ("国" * 24 + "2020", 1),
        ("国" * 25 + "2020年", 2),
        ("国" * 20 + "&<>" * 4, 1),
    ],
)
def test_marks_hang_and_numbers_stay_whole(text: str, lines: int) -> None:
    end = A.end(body.blocks(paragraphs(text), WIDTH), False)
    assert lines * LINE == s.PROFILE_A.text_height - end.room


@pytest.mark.parametrize("paging", [A, B])
def test_a_page_has_22_lines(paging: Paging) -> None:
    assert [1, 2, 2, 3] == [paging.end(blank_lines(lines), False).page for lines in (22, 23, 44, 45)]


def test_kept_lines_go_together() -> None:
    kept = blank_lines(2, "GwKept") + blank_lines(1)
    assert (1, 2) == (pages(blank_lines(19) + kept), pages(blank_lines(20) + kept))
    assert 22 * LINE + s.PROFILE_A.text_height % LINE - 3 * LINE == A.end(blank_lines(20) + kept, False).room


def test_rows_of_a_table_are_not_divided_and_its_head_comes_again() -> None:
    table = Table(header=(cells("镇", "数"),), rows=(Row(cells("甲镇", "3")),) * 80, aligns=("left", "right"))
    tall = replace(table, rows=(Row(cells("甲" * 60, "3")),) * 20)
    rows = [body.blocks((each,), WIDTH) for each in (table, tall)]
    row = s.TABLE_LINE + s.TABLE_BELOW
    assert all(1 < pages(xml) < 5 for xml in rows)
    assert pages(rows[0]) == -(-81 * (row + 10) // (s.PROFILE_A.text_height - row))


def imprint_pages(tree: Gongwen) -> tuple[int, str]:
    """How many explicit page turns stand before 版记, and the section that holds it."""
    xml = Writer().document_xml(tree)
    ahead, box, behind = xml.rpartition("<mc:AlternateContent>")
    assert box
    return ahead[ahead.rindex("<w:p>") :].count("<w:pageBreakBefore/>"), behind


def ending(lines: int) -> Gongwen:
    return Gongwen(title=spans("甲"), body=paragraphs(*["国" * 26] * lines), imprint=IMPRINT)


@pytest.mark.parametrize(
    ("lines", "turns"),
    [(3, 1), (19, 1), (20, 0), (30, 0), (39, 0), (40, 1)],
)
def test_the_imprint_goes_to_an_even_page(lines: int, turns: int) -> None:
    """Text ends on page one: 版记 stands alone on page two. It ends on page two: 版记 stands under it, if it fits."""
    assert turns == imprint_pages(ending(lines))[0]


def test_a_blank_page_and_the_imprint_after_it_have_no_number() -> None:
    """The text fills page two: page three is blank, 版记 is on page four (7.5)."""
    docx = Writer().docx(ending(19 + 22))
    numbered, bare = part(docx).iter(f"{W}sectPr")
    assert {"PAGE"} <= {"".join(part(docx, name).itertext()).split()[1] for name in relations(docx, numbered).values()}
    assert [""] * 2 == ["".join(part(docx, name).itertext()) for name in relations(docx, bare).values()]


@pytest.mark.parametrize(("copies", "text_lines"), [(1, 40), (20, 36)])
def test_a_higher_imprint_needs_more_room(copies: int, text_lines: int) -> None:
    imprint = replace(IMPRINT, copy_to="、".join(["海曙区政府办公室"] * copies))
    xml = Writer().document_xml(replace(ending(text_lines), imprint=imprint))
    height = sum(map(int, re.findall(r'<w:trHeight w:val="(\d+)"', xml)))
    room = A.end(body.title(spans("甲")) + blank_lines(1) + body.blocks(ending(text_lines).body, WIDTH), False)
    fits = room.room >= height + 140
    assert fits is (len(re.findall("<w:sectPr>", xml)) == 1)


def test_a_letter_ends_on_any_page() -> None:
    letter = replace(ending(3), form="letter", issuer_mark="区办", imprint=replace(IMPRINT, printer="", print_date=""))
    assert 0 == imprint_pages(letter)[0]


@pytest.mark.parametrize("count", [1, 2])
def test_after_a_page_that_lies_across_the_imprint_stands_alone_on_an_even_page(count: int) -> None:
    wide = Attachment(spans("表"), paragraphs("文。"), landscape=True)
    docx = Writer().docx(
        Gongwen(title=spans("甲"), body=paragraphs("文。"), attachments=(wide,) * count, imprint=IMPRINT)
    )
    last = list(part(docx).iter(f"{W}sectPr"))[-1]
    numbers = [
        "".join(part(docx, name).itertext()) for (kind, _), name in relations(docx, last).items() if kind == "footer"
    ]
    assert all(numbers) is (count == 2)


def test_addressees_that_would_fill_page_one_move_to_the_imprint() -> None:
    names = "、".join(f"海曙区第{number}街道办事处" for number in range(1, 60))
    tree = Gongwen(
        title=spans("关于甲的通知"),
        issuer_mark="区办文件",
        addressees=spans(names),
        body=paragraphs("正文。"),
        signature=SEALED,
    )
    xml = Writer().document_xml(tree)
    assert "GwAddressees" not in xml
    assert f"主送：{names}。" in xml[xml.index('name="版记"') :]
    few = replace(tree, addressees=spans("海曙区各街道办事处，" * 10))
    assert "GwAddressees" in Writer().document_xml(few)
