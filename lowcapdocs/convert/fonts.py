"""Which official faces this computer has, and what stands in for the others while LibreOffice works.

Fontconfig is told by a file of our own (FONTCONFIG_FILE) that takes in the system's. Where there is
no fontconfig (Windows, macOS), LibreOffice chooses by itself and nothing is known beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from lowcapdocs.convert.office import Computer
from lowcapdocs.convert.process import Programs
from lowcapdocs.convert.scratch import Scratch
from lowcapdocs.gongwen.faces import KINDS, Kind, StandIn, face_of, kind_of
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.problems import Finding, Where, warning

SYSTEM = "/etc/fonts/fonts.conf"
"""Where fontconfig keeps its own settings, if the environment names no other file."""

_LIST, _LISTED = "fc-list", r"%{family}|%{style}|%{weight}\n"
_BOLD = 180  # fontconfig's weight of demibold
_HEAVY = re.compile(r"bold|black|heavy|粗", re.IGNORECASE)
_SECONDS, _KEPT = 60, 10_000_000
_HEAD = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'


@dataclass(frozen=True, slots=True)
class Face:
    """A face that is installed: its family in one cut, bold or not."""

    family: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Replacement:
    """An official name that is not installed, and the faces that are taken, the first that has a character."""

    name: str
    kind: Kind
    chain: tuple[StandIn, ...]


def installed(listed: str) -> frozenset[Face]:
    """The faces that `fc-list` lists as family|style|weight; a face with several names counts under each.

    A variable face has a range of weights; Fandol's bold cuts say so in the style alone.
    """
    found = set()
    for line in listed.splitlines():
        families, style, weight = [*line.split("|"), "", ""][:3]
        weights = [float(each) for each in re.findall(r"\d+(?:\.\d+)?", weight)] or [0.0]
        cuts = {True} if _HEAVY.search(style) and len(weights) == 1 else {each >= _BOLD for each in weights}
        for family in filter(None, map(str.strip, families.split(","))):
            found |= {Face(family, bold) for bold in cuts}
    return frozenset(found)


def replacements(faces: frozenset[Face]) -> list[Replacement]:
    """What stands in for each official name that is not among `faces`; nothing where nothing can."""
    families = {face.family for face in faces}
    spare = [face for face in (*kind_of("page_number").stand_ins, *kind_of("first").stand_ins) if _has(faces, face)]
    found = []
    for kind in KINDS:
        real = [StandIn(family) for family in sorted(families) if _real(family, kind)]
        chain = (*real, *(face for face in kind.stand_ins if _has(faces, face)), *spare)
        if chain and kind.stand_ins:
            kept = tuple(dict.fromkeys(chain))
            found += [Replacement(name, kind, kept) for name in kind.names if name not in families]
    return found


def _has(faces: frozenset[Face], face: StandIn) -> bool:
    return Face(face.family, face.bold) in faces


def _real(family: str, kind: Kind) -> bool:
    known = face_of(family)
    return known is not None and known.kind is kind and not known.stand_in


def config(found: Iterable[Replacement], folders: Sequence[Path], system: str = SYSTEM) -> str:
    """A fontconfig file: the system's, more folders, and the replacements."""
    parts = [_HEAD, f'  <include ignore_missing="yes">{escape(system)}</include>\n']
    parts += [f"  <dir>{escape(str(folder))}</dir>\n" for folder in folders]
    parts += map(_match, found)
    return "".join(parts) + "</fontconfig>\n"


def _match(each: Replacement) -> str:
    names = "".join(f"<string>{escape(face.family)}</string>" for face in each.chain)
    weight = {"title": "bold", "first": "regular"}.get(each.kind.role, "")  # heavier cuts would come first
    cut = f'<edit name="weight" mode="assign" binding="strong"><const>{weight}</const></edit>' if weight else ""
    return (
        f'  <match target="pattern"><test name="family"><string>{escape(each.name)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong">{names}</edit>{cut}</match>\n'
    )


def prepare(
    computer: Computer, programs: Programs, scratch: Scratch, folders: Sequence[Path], faces: Faces
) -> tuple[Mapping[str, str], list[Finding]]:
    """The environment for LibreOffice, and what to say of `faces`. `folders` hold further font files.

    Raises OSError if the scratch folder cannot be written.
    """
    program = computer.program(_LIST)
    if program is None:
        return computer.env, []
    system = computer.env.get("FONTCONFIG_FILE") or SYSTEM
    present = [folder.resolve() for folder in folders if folder.is_dir()]
    path = scratch.put("fonts/fonts.conf", config((), present, system).encode())
    env = {**computer.env, "FONTCONFIG_FILE": str(path)}
    ran = programs.run([str(program), "--format", _LISTED], env, _SECONDS, _KEPT)
    if ran.code != 0:
        return computer.env, []
    known = installed(ran.said)
    found = replacements(known)
    path = scratch.put("fonts/replaced.conf", config(found, present, system).encode())
    return {**computer.env, "FONTCONFIG_FILE": str(path)}, list(_told(faces, known, found))


def _told(faces: Faces, known: frozenset[Face], found: list[Replacement]) -> Iterator[Finding]:
    """One line on the faces that are replaced, one on those that nothing can replace."""
    families = {face.family for face in known}
    by_name = {each.name: each for each in found}
    asked = [name for name in dict.fromkeys(astuple(faces)) if name not in families]
    replaced = [(name, by_name[name].chain[0].family) for name in asked if name in by_name]
    if replaced:
        listed = "，".join(f"{name}→{family}" for name, family in replaced)
        message = f"这台电脑没有的字体用别的代替：{listed}。"
        yield Finding("font-replaced", "note", Where("字体"), message, "正式印发的 PDF 请在装有这些字体的电脑上生成。")
    missing = [name for name in asked if name not in by_name]
    if missing:
        message = f"没有“{'”“'.join(missing)}”，也没有可以代替的字体，PDF 里的字可能不对或显示不出。"
        remedy = "请安装这些字体，或 sudo apt install fonts-noto-cjk fonts-arphic-uming fonts-arphic-ukai。"
        yield warning("font-missing", Where("字体"), message, remedy)
