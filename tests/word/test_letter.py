"""信函: mark and rules in boxes at their places, numbers under the upper rule, page one without a number."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lowcapdocs.gongwen import standard as s
from lowcapdocs.word.letter import letterhead
from lowcapdocs.word.mark import fitted
from lowcapdocs.word.writer import Writer
from tests.word.ooxml_text import W, part
from tests.word.trees import TREES

TWIPS = s.EMU_PER_TWIP


def test_both_rules_are_170_mm_wide_and_centred() -> None:
    xml = letterhead(TREES["letter"], s.PROFILE_A)
    widths = {int(width) for width in re.findall(r'<wp:extent cx="(\d+)"', xml)}
    assert {s.mm(170) * TWIPS} == widths
    left = re.findall(r'relativeFrom="page"><wp:posOffset>(\d+)</wp:posOffset></wp:positionH>', xml)
    assert {s.mm(20)} == {round(int(each) / TWIPS) for each in left}
    assert ["bottom", "top"] == re.findall(r'<w:(top|bottom) w:val="thickThinSmallGap"', xml)


@pytest.mark.parametrize("name", ["letter", "letter, plain"])
def test_the_upper_rule_keeps_4_mm_from_the_mark_however_small_it_is(name: str) -> None:
    xml = letterhead(TREES[name], s.PROFILE_A)
    look = fitted(TREES[name].issuer_mark)
    line, rest = (int(each) for each in re.findall(r'<w:spacing[^>]* w:line="(\d+)"', xml)[:2])
    assert look.line == line
    assert s.mm(4) == line + rest - look.ink - look.height


def test_what_stands_in_the_corner_and_the_number_share_the_first_line() -> None:
    xml = re.sub(r"<mc:AlternateContent>.*?</mc:AlternateContent>", "", letterhead(TREES["letter"], s.PROFILE_A))
    texts = ["".join(re.findall(r"<w:t>(.*?)</w:t>", each)) for each in re.findall(r"<w:p>(.*?)</w:p>", xml)]
    assert ["000012海经信函〔2020〕1号", "秘密", "特急", "", ""] == texts
    assert f'<w:tab w:val="right" w:pos="{s.TYPE_AREA_WIDTH}"/>' in xml


def test_the_number_is_not_set_in_the_face_of_what_stands_at_its_left() -> None:
    tree = replace(TREES["letter"], copy_number="", secrecy="")
    xml = re.sub(r"<mc:AlternateContent>.*?</mc:AlternateContent>", "", letterhead(tree, s.PROFILE_A))
    assert [("GwRunIn1", "特急")] == re.findall(r'rStyle w:val="(\w+)"/></w:rPr><w:t>(.*?)<', xml)
    assert "<w:r><w:t>海经信函〔2020〕1号</w:t></w:r>" in xml


def test_page_one_has_no_number_and_later_sections_have(writer: Writer) -> None:
    docx = writer.docx(TREES["letter"])
    first, *others = part(docx).iter(f"{W}sectPr")
    assert first.find(f"{W}titlePg") is not None
    assert "first" in {each.get(f"{W}type") for each in first.findall(f"{W}footerReference")}
    assert others
    for section in others:
        assert section.find(f"{W}titlePg") is None


def test_the_imprint_of_a_letter_has_copies_and_no_rules(writer: Writer) -> None:
    xml = writer.document_xml(TREES["letter"])
    box = xml[xml.index('name="版记"') :]
    assert "抄送：区委办公室。" in box
    assert {"nil"} == set(re.findall(r'<w:(?:top|bottom) w:val="(\w+)"', box))
