"""Typefaces by role (5.2.2, 7.2, 7.3, 7.5): every name a face goes by, and the free faces that stand in.

The standard names kinds of type (仿宋体, 楷体, 黑体, 宋体, 小标宋体), not products; a face of the
right kind is right whoever cut it. Names come from styles (“仿宋_GB2312”), from PDF
(“ABCDEF+FangSong_GB2312”) and from fontconfig (“AR PL UMing CN”); `face_of` reads them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Role = Literal["body", "second", "first", "page_number", "title", "other"]
"""The fields of `standard.Faces`; “other” is type of a known kind that no role of the standard has."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A free face by its family in fontconfig; `bold` where its bold cut is what is meant."""

    family: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of type: what officials call it, the names of real faces, the free ones in order of preference."""

    role: Role
    chinese: str
    names: tuple[str, ...]
    stand_ins: tuple[StandIn, ...] = ()


KINDS: tuple[Kind, ...] = (
    Kind(
        "body",
        "仿宋",
        ("仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312", "华文仿宋", "STFangsong", "方正仿宋简体", "方正仿宋_GBK",
         "FZFangSong", "FZFSJW", "FZFSK", "仿宋_GB18030", "汉仪仿宋简", "HYFangSong"),
        (StandIn("FandolFang"), StandIn("Zhuque Fangsong (technical preview)"), StandIn("朱雀仿宋")),
    ),
    Kind(
        "second",
        "楷体",
        ("楷体", "楷体_GB2312", "KaiTi", "KaiTi_GB2312", "华文楷体", "STKaiti", "Kaiti SC", "方正楷体简体", "方正楷体_GBK",
         "FZKai", "FZKTJW", "FZKTK", "楷体_GB18030", "汉仪楷体简", "HYKaiti"),
        (StandIn("FandolKai"), StandIn("LXGW WenKai"), StandIn("霞鹜文楷"), StandIn("AR PL UKai CN")),
    ),
    Kind(
        "first",
        "黑体",
        ("黑体", "SimHei", "华文黑体", "STHeiti", "Heiti SC", "方正黑体简体", "方正黑体_GBK", "FZHei", "FZHTJW", "FZHTK",
         "黑体_GB18030", "汉仪大黑简", "HYDaHei"),
        (StandIn("FandolHei"), StandIn("Noto Sans CJK SC"), StandIn("Source Han Sans SC"), StandIn("思源黑体"),
         StandIn("WenQuanYi Micro Hei"), StandIn("WenQuanYi Zen Hei")),
    ),
    Kind(
        "page_number",
        "宋体",
        ("宋体", "新宋体", "SimSun", "NSimSun", "华文宋体", "STSong", "Songti SC", "方正书宋简体", "方正书宋_GBK", "FZShuSong",
         "FZSSJW", "FZSSK", "宋体_GB18030", "汉仪书宋一简", "HYShuSong"),
        (StandIn("AR PL UMing CN"), StandIn("Noto Serif CJK SC"), StandIn("Source Han Serif SC"), StandIn("思源宋体"),
         StandIn("FandolSong")),
    ),
    Kind(
        "title",
        "小标宋",
        ("方正小标宋简体", "方正小标宋_GBK", "小标宋", "小标宋体", "FZXiaoBiaoSong", "FZXBSJW", "FZXBSK", "华文中宋",
         "STZhongsong", "汉仪小标宋简", "HYXiaoBiaoSong"),
        (StandIn("FandolSong", bold=True), StandIn("Noto Serif CJK SC", bold=True),
         StandIn("Source Han Serif SC", bold=True), StandIn("思源宋体", bold=True)),
    ),
    Kind(
        "other",
        "其他字体",
        ("微软雅黑", "MicrosoftYaHei", "等线", "DengXian", "隶书", "LiSu", "幼圆", "YouYuan", "华文行楷", "STXingkai",
         "华文细黑", "STXihei", "华文隶书", "STLiti", "华文新魏", "STXinwei", "华文琥珀", "STHupo", "华文彩云", "STCaiyun",
         "方正舒体", "FZShuTi", "方正姚体", "FZYaoTi", "MingLiU", "PMingLiU", "DFKai"),
    ),
)  # fmt: skip
"""In the order of `standard.Faces`."""

_WEIGHTS = ("bold", "black", "heavy", "semibold")
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class Known:
    """What a name says: the kind of type, and whether the face only stands in for it."""

    kind: Kind
    stand_in: bool


@lru_cache(maxsize=256)
def face_of(name: str) -> Known | None:
    """The kind of the face that `name` (of a style, of a PDF, of fontconfig) names; None if it is not known."""
    told = _plain(name)
    found = [(len(key), known) for key, known in _NAMES.items() if told.startswith(key)]
    return max(found, key=lambda each: each[0])[1] if found else None


def kind_of(role: Role) -> Kind:
    """The kind of type that `role` asks for."""
    return next(kind for kind in KINDS if kind.role == role)


def _plain(name: str) -> str:
    """`name` without the tag of a subset, spaces and marks, in lower case; GBK bytes read as Chinese."""
    name = _SUBSET.sub("", name)
    if any("\x80" <= character <= "\xff" for character in name):
        for encoding in ("utf-8", "gb18030"):
            try:
                name = name.encode("latin-1").decode(encoding)
                break
            except UnicodeError:
                continue
    return "".join(filter(str.isalnum, name.lower()))


def _names() -> dict[str, Known]:
    """Every name in plain form. The bold cut of a stand-in stands for another kind than the family."""
    found = {_plain(name): Known(kind, False) for kind in KINDS for name in kind.names}
    for kind in KINDS:
        for face in kind.stand_ins:
            for weight in _WEIGHTS if face.bold else ("",):
                found[_plain(face.family) + weight] = Known(kind, True)
    found["umingcn"] = found[_plain("AR PL UMing CN")]  # PostScript drops the maker
    found["ukaicn"] = found[_plain("AR PL UKai CN")]
    return found


_NAMES = _names()
