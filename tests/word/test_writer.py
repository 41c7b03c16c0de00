"""The order of a document, its sections, its core properties, and that python-docx opens it."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Gongwen, Signature
from lowcapdocs.word.writer import Writer, core_xml
from tests.word.ooxml_text import W, part
from tests.word.trees import IMPRINT, SEALED, TREES, spans


def sections(writer: Writer, tree: Gongwen) -> list[bool]:
    """Whether each section lies across."""
    found = part(writer.docx(tree)).iter(f"{W}pgSz")
    return [each.get(f"{W}orient") == "landscape" for each in found]


@pytest.mark.parametrize(
    ("name", "across"),
    [
        ("sealed", [False]),
        ("annexes of both layouts", [False, True, False, True, False]),
        ("wide annex last", [False, True]),
        ("wide body", [True, False]),
        ("wide body, upright annex", [True, False]),
        ("wide body, enclosure", [True, False]),
        ("enclosure", [False, True, False]),
    ],
)
def test_a_section_for_every_turn_of_the_sheet(name: str, across: list[bool], writer: Writer) -> None:
    assert across == sections(writer, TREES[name])


@pytest.mark.parametrize("name", TREES)
def test_the_body_ends_in_a_paragraph_and_its_section(name: str, writer: Writer) -> None:
    body = part(writer.docx(TREES[name]))[0]
    assert [f"{W}p", f"{W}sectPr"] == [each.tag for each in body[-2:]]
    for table in body.iter(f"{W}tbl"):
        following = table.getnext()
        assert following is None or following.tag == f"{W}p"


@pytest.mark.parametrize("name", TREES)
def test_python_docx_opens_it(name: str, writer: Writer) -> None:
    document = Document(io.BytesIO(writer.docx(TREES[name])))
    assert "".join(span.text for span in TREES[name].title) == document.core_properties.title
    assert document.core_properties.author == ""
    assert len(document.sections) == len(sections(writer, TREES[name]))


def test_core_properties_name_the_date_only_if_it_is_known() -> None:
    dated = core_xml(Gongwen(title=spans("甲 & 乙"), signature=SEALED))
    assert "<dc:title>甲 &amp; 乙</dc:title><dc:language>zh-CN</dc:language>" in dated
    assert 2 == dated.count("2020-04-20T00:00:00Z")
    unknown = Gongwen(title=spans("甲"), signature=Signature("区办", "2020年××月××日", sealed=True))
    for tree in (unknown, replace(unknown, signature=None)):
        assert "dcterms:created" not in core_xml(tree)


def test_blank_lines_of_the_standard() -> None:
    """Two above 文号, two above the title, one below it."""
    body = part(Writer().docx(Gongwen(title=spans("甲"), issuer_mark="乙", doc_number="丙", imprint=IMPRINT)))[0]
    texts = ["".join(each.itertext()) for each in body.findall(f"{W}p")]
    assert ["乙", "", "", "丙", "", "", "甲", ""] == texts[:8]


def test_another_page() -> None:
    xml = Writer(s.PROFILE_B).document_xml(TREES["wide annex last"])
    assert 'w:top="1960"' in xml
    assert 'w:linePitch="592"' in xml
