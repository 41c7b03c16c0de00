"""页码: beside the type area on a page that lies across, where it would be were the sheet upright."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lowcapdocs.gongwen import standard as s
from lowcapdocs.word.page_number import turned_number
from lowcapdocs.word.writer import Writer
from tests.word.ooxml_text import W, part, relations
from tests.word.trees import TREES


@pytest.mark.parametrize("side", ["right", "left"])
def test_the_turned_number_lies_in_the_left_margin_along_the_type_area(side: str) -> None:
    xml = turned_number(side, s.PROFILE_A)
    left, top = (int(place) // s.EMU_PER_TWIP for place in re.findall(r"<wp:posOffset>(\d+)<", xml))
    width, height = (int(size) // s.EMU_PER_TWIP for size in re.search(r'extent cx="(\d+)" cy="(\d+)"', xml).groups())  # type: ignore[union-attr]
    assert (0, 0) == (left, top)  # of the sheet, and of the text area: LibreOffice forgets any other place
    assert s.PAGE_NUMBER_DISTANCE + s.PAGE_NUMBER_LINE == width
    assert s.PROFILE_A.text_width == height
    assert 'positionV relativeFrom="margin"' in xml
    assert 'vert="vert"' in xml
    assert f'<w:jc w:val="{side}"/>' in xml


def test_odd_pages_have_it_below_and_even_ones_above(writer: Writer) -> None:
    docx = writer.docx(TREES["wide annex last"])
    [across] = [each for each in part(docx).iter(f"{W}sectPr") if each.find(f"{W}pgSz").get(f"{W}orient")]
    named = relations(docx, across)
    for kind, side in (("default", "right"), ("even", "left")):
        header = part(docx, named["header", kind])
        assert "PAGE" in "".join(header.itertext())
        assert side == header.find(f".//{W}txbxContent//{W}jc").get(f"{W}val")
        assert "" == "".join(part(docx, named["footer", kind]).itertext())


def test_an_upright_page_after_it_has_its_number_below_and_nothing_above(writer: Writer) -> None:
    docx = writer.docx(replace(TREES["annexes of both layouts"], imprint=None))
    upright = [each for each in part(docx).iter(f"{W}sectPr") if not each.find(f"{W}pgSz").get(f"{W}orient")]
    for section in upright:
        named = relations(docx, section)
        for kind in ("default", "even"):
            assert "" == "".join(part(docx, named["header", kind]).itertext())
            assert "PAGE" in "".join(part(docx, named["footer", kind]).itertext())
