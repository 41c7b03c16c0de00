"""The package: every part is declared and reached, nothing is left of the template."""

from __future__ import annotations

import io
import posixpath
import zipfile

import pytest
from lxml import etree

from lowcapdocs.gongwen.standard import PROFILE_A, Faces
from lowcapdocs.word.stationery import Kind, build
from lowcapdocs.word.writer import Writer
from tests.word.ooxml_text import W, part
from tests.word.trees import TREES

PARTS = {
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/_rels/document.xml.rels",
    "word/document.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml", "word/settings.xml",
    "word/styles.xml", "word/theme/theme1.xml",
}  # fmt: skip


@pytest.fixture(scope="module")
def docx(writer: Writer) -> bytes:
    return writer.docx(TREES["sealed"])


def test_parts_declared_types_and_relations_agree(docx: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert PARTS == set(package.namelist())
    types = part(docx, "[Content_Types].xml")
    declared = {each.get("PartName").lstrip("/") for each in types.findall("{*}Override")}
    assert {"rels", "xml"} == {each.get("Extension") for each in types.findall("{*}Default")}
    assert {name for name in PARTS if not name.endswith(".rels")} - {"[Content_Types].xml"} == declared
    reached = {
        posixpath.join(folder, each.get("Target"))
        for rels, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word"))
        for each in part(docx, rels)
    }
    assert declared == reached


def test_settings(docx: bytes) -> None:
    settings = part(docx, "word/settings.xml")
    modes = {each.get(f"{W}name"): each.get(f"{W}val") for each in settings.iter(f"{W}compatSetting")}
    assert {"compatibilityMode": "15"} == modes
    assert "zh-CN" == settings.find(f"{W}themeFontLang").get(f"{W}eastAsia")
    assert "doNotCompress" == settings.find(f"{W}characterSpacingControl").get(f"{W}val")
    assert settings.find(f"{W}evenAndOddHeaders") is not None


def test_page_numbers(docx: bytes) -> None:
    footers = {}
    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = part(docx, name)
        assert "—  PAGE 1 —" == "".join(footer.itertext())
        footers[footer.find(f".//{W}jc").get(f"{W}val")] = name
    assert {"left", "right"} == set(footers)
    kinds = {each.get(f"{W}type") for each in part(docx).iter(f"{W}footerReference")}
    assert {"default", "even"} == kinds


def test_no_style_refers_to_the_theme(docx: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for name in package.namelist():
            text = package.read(name)
            assert b"asciiTheme" not in text
            assert b"eastAsiaTheme" not in text
            etree.fromstring(text)


def test_the_faces_of_a_workspace_are_named() -> None:
    parts = build(PROFILE_A, Faces(body="仿宋_GB2312"), Kind()).parts
    for name in ("word/styles.xml", "word/fontTable.xml", "word/theme/theme1.xml"):
        assert "仿宋_GB2312" in parts[name].decode()
