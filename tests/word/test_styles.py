"""Styles: every one that is used is there, every face is named in full."""

from __future__ import annotations

import re

import pytest

from lowcapdocs.gongwen.standard import PROFILE_A, Faces
from lowcapdocs.word.styles import fonts, styles_xml
from lowcapdocs.word.writer import Writer
from tests.word.ooxml_text import W, part
from tests.word.trees import TREES

STYLES = styles_xml(PROFILE_A, Faces())


@pytest.mark.parametrize("name", TREES)
def test_every_style_in_use_is_defined(name: str, writer: Writer) -> None:
    defined = set(re.findall(r'w:styleId="(\w+)"', STYLES))
    assert set(re.findall(r'<w:[prt]\w*Style w:val="(\w+)"', writer.document_xml(TREES[name]))) <= defined
    assert set(re.findall(r'<w:(?:basedOn|next) w:val="(\w+)"', STYLES)) <= defined


def test_every_face_is_named_four_times_with_a_hint(writer: Writer) -> None:
    found = part(writer.docx(TREES["sealed"]), "word/styles.xml").findall(f".//{W}rFonts")
    assert len(found) > 10
    for each in found:
        assert {f"{W}hint", f"{W}ascii", f"{W}hAnsi", f"{W}eastAsia", f"{W}cs"} == set(each.attrib)
        assert 1 == len({each.get(f"{W}{name}") for name in ("ascii", "hAnsi", "eastAsia", "cs")})
    assert "eastAsia" in fonts("仿宋")


def test_no_style_of_a_template_is_left() -> None:
    assert STYLES.count("<w:style ") < 40
    assert "Theme" not in STYLES
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' in STYLES


def test_headings_make_an_outline() -> None:
    assert ["0", "1", "2", "3"] == re.findall(r'<w:outlineLvl w:val="(\d)"/>', STYLES)
    assert {f"heading {level}" for level in range(1, 5)} <= set(re.findall(r'<w:name w:val="(.*?)"', STYLES))
