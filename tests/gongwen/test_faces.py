"""gongwen.faces: what kind of type a name stands for, wherever the name comes from."""

from __future__ import annotations

from dataclasses import astuple, fields

import pytest

from lowcapdocs.gongwen.faces import KINDS, face_of, kind_of
from lowcapdocs.gongwen.standard import Faces

NAMES = {
    "仿宋_GB2312": ("body", False),
    "FangSong": ("body", False),
    "ABCDEF+FangSong_GB2312": ("body", False),
    "仿宋".encode("gbk").decode("latin-1"): ("body", False),
    "仿宋".encode().decode("latin-1"): ("body", False),
    "CAAAAA+FandolFang-Regular": ("body", True),
    "KaiTi,Bold": ("second", False),
    "LXGW WenKai": ("second", True),
    "STHeiti-Light": ("first", False),
    "WenQuanYiMicroHei": ("first", True),
    "NSimSun": ("page_number", False),
    "DAAAAA+UMingCN": ("page_number", True),
    "NotoSerifCJKsc-Regular": ("page_number", True),
    "NotoSerifCJKsc-Bold": ("title", True),
    "FandolSong-Regular": ("page_number", True),
    "FandolSong-Bold": ("title", True),
    "FZXBSJW--GB1-0": ("title", False),
    "MicrosoftYaHei-Bold": ("other", False),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_tells_its_kind_and_whether_it_stands_in(name: str) -> None:
    known = face_of(name)
    assert known is not None
    assert NAMES[name] == (known.kind.role, known.stand_in)


@pytest.mark.parametrize("name", ["", "TimesNewRomanPSMT", "ABCDEF+", "某字体", "\x00\xff"])
def test_what_is_not_known_is_not_guessed(name: str) -> None:
    assert face_of(name) is None


def test_every_face_of_the_standard_is_known_by_its_role() -> None:
    for role, name in zip(fields(Faces), astuple(Faces()), strict=True):
        known = face_of(name)
        assert known is not None
        assert role.name == known.kind.role
        assert known.kind is kind_of(known.kind.role)


def test_every_role_of_the_standard_has_stand_ins() -> None:
    assert [each.name for each in fields(Faces)] == [kind.role for kind in KINDS if kind.stand_ins]
