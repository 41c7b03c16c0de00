"""convert.fonts: which official faces are here, and what fontconfig is told to take for the others."""

from __future__ import annotations

import io
import os
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

from lowcapdocs.convert.fonts import Face, config, installed, prepare, replacements
from lowcapdocs.convert.office import Computer
from lowcapdocs.convert.process import Programs
from lowcapdocs.convert.scratch import scratch
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.pdf import this_computer
from tests.convert.conftest import FONTS, Made

LISTED = """\
AR PL UMing CN|Light|50
FandolFang,FandolFang R|Regular|80
FandolSong|Bold|80
Noto Sans CJK SC|Regular,常规|[40 205]
KaiTi,楷体|Regular|80
"""


def taken(faces: frozenset[Face], name: str) -> list[str]:
    """The families that stand in for `name`, in order; none where it is installed."""
    found = [each for each in replacements(faces) if each.name == name]
    return [face.family for each in found for face in each.chain]


def test_every_name_and_cut_of_a_face_is_read() -> None:
    assert {
        Face("AR PL UMing CN", False),
        Face("FandolFang", False),
        Face("FandolFang R", False),
        Face("FandolSong", True),
        Face("Noto Sans CJK SC", False),
        Face("Noto Sans CJK SC", True),
        Face("KaiTi", False),
        Face("楷体", False),
    } == installed(LISTED)
    assert frozenset() == installed("") == installed("|||\n")


def test_a_missing_face_is_replaced_by_the_best_there_is_and_then_by_what_has_the_character() -> None:
    faces = installed(LISTED)
    assert ["FandolFang", "AR PL UMing CN", "Noto Sans CJK SC"] == taken(faces, "仿宋")
    assert ["Noto Sans CJK SC", "AR PL UMing CN"] == taken(faces, "黑体")
    assert "FandolSong" == taken(faces, "方正小标宋简体")[0]
    assert "AR PL UMing CN" == taken(faces, "宋体")[0]


def test_an_installed_face_is_left_alone_and_serves_its_other_names() -> None:
    faces = installed(LISTED)
    assert [] == taken(faces, "楷体")
    assert "KaiTi" == taken(faces, "楷体_GB2312")[0]


def test_the_bold_face_of_a_title_does_not_serve_for_text() -> None:
    assert {"title"} == {each.kind.role for each in replacements(installed("FandolSong|Bold|80\n"))}


def test_without_any_chinese_face_nothing_is_replaced() -> None:
    assert [] == replacements(installed("DejaVu Sans|Book|80\n"))


def test_the_settings_take_in_the_systems_and_further_folders() -> None:
    text = config(replacements(installed(LISTED)), [Path("/甲 & 乙")], "/some/fonts.conf")
    root = ElementTree.fromstring(text.partition("\n")[2].partition("\n")[2])
    assert ("/some/fonts.conf", "/甲 & 乙") == (root.findtext("include"), root.findtext("dir"))
    rules = {rule.findtext("test/string"): rule for rule in root.iter("match")}
    title = rules["方正小标宋简体"]
    assert ["family", "weight"] == [edit.get("name") for edit in title.iter("edit")]
    assert "bold" == title.findtext("edit/const")
    assert ["FandolFang", "AR PL UMing CN", "Noto Sans CJK SC"] == [
        each.text for each in rules["仿宋"].iterfind("edit/string")
    ]


def test_one_line_tells_which_face_is_replaced_by_which() -> None:
    with scratch() as place:
        env, [finding] = prepare(this_computer(), Programs(), place, [FONTS], Faces())
        assert Path(env["FONTCONFIG_FILE"]).is_relative_to(place.root)
    assert ("font-replaced", "note") == (finding.code, finding.level)
    assert "仿宋→FandolFang" in finding.message
    assert "方正小标宋简体→FandolSong" in finding.message


def test_the_faces_in_the_pdf_are_those_that_were_told(made: Made) -> None:
    cleaned = made.cleaned(made.first)
    for face in ("FandolFang-Regular", "FandolSong-Bold", "FandolHei-Regular", "FandolKai-Regular", "UMingCN"):
        assert any(face in name for name in fonts_of(cleaned)), face


def fonts_of(pdf: bytes) -> list[str]:
    """The names of the fonts of a PDF."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        objects = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        return [str(each.FontName) for each in objects if "/FontName" in each]


def test_without_fontconfig_libreoffice_is_left_to_choose(tmp_path: Path) -> None:
    computer = Computer({"PATH": str(tmp_path)}, "win32", tmp_path)
    with scratch() as place:
        assert (computer.env, []) == prepare(computer, Programs(), place, [FONTS], Faces())


def test_a_computer_without_chinese_type_is_told_so(tmp_path: Path) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig/>")
    computer = Computer({**os.environ, "FONTCONFIG_FILE": str(empty)}, "linux", tmp_path)
    with scratch() as place:
        _, [finding] = prepare(computer, Programs(), place, [tmp_path / "没有"], Faces())
    assert ("font-missing", "warning") == (finding.code, finding.level)
    assert "仿宋" in finding.message
