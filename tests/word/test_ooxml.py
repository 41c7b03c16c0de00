"""The small pieces of WordprocessingML."""

from __future__ import annotations

from lowcapdocs.gongwen.elements import Span
from lowcapdocs.gongwen.standard import PROFILE_A, landscape
from lowcapdocs.word import ooxml


def test_text_and_attributes_are_escaped() -> None:
    assert "a &amp;&lt;&gt;\"'" == ooxml.escape("a &<>\"'")
    assert "&amp;&quot;'" == ooxml.attribute("&\"'")


def test_outer_spaces_are_preserved() -> None:
    assert '<w:r><w:t xml:space="preserve"> 甲</w:t></w:r>' == ooxml.run(" 甲")
    assert "<w:r><w:t>甲 乙</w:t></w:r>" == ooxml.run("甲 乙")


def test_properties_of_a_run_stand_in_schema_order() -> None:
    expected = '<w:r><w:rPr><w:rStyle w:val="S"/><w:b/><w:w w:val="50"/></w:rPr><w:t>甲</w:t></w:r>'
    assert expected == ooxml.run("甲", "S", strong=True, fit='<w:w w:val="50"/>')


def test_neighbours_in_one_style_are_one_run() -> None:
    spans = (Span("甲"), Span("3", path="quota/a/b"), Span("家", strong=True), Span("", strong=False), Span("。"))
    assert (
        "<w:r><w:t>甲3</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>家</w:t></w:r><w:r><w:t>。</w:t></w:r>"
        == ooxml.runs(spans)
    )
    assert "" == ooxml.runs(())


def test_paragraphs() -> None:
    assert "<w:p></w:p><w:p></w:p>" == ooxml.blank_lines(2)
    assert '<w:p><w:pPr><w:pStyle w:val="S"/><w:keepNext/></w:pPr>x</w:p>' == ooxml.paragraph("S", "x", "<w:keepNext/>")


def test_a_section_gives_sheet_margins_and_grid() -> None:
    upright = ooxml.section(PROFILE_A, "", 1417, False)
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in upright
    assert 'w:top="2098"' in upright
    assert 'w:left="1587"' in upright
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in upright
    turned = ooxml.section(landscape(PROFILE_A), "", 1417, True)
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in turned
