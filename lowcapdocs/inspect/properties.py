"""One w:rPr or w:pPr as a mapping, and mappings folded into what a paragraph or a run looks like.

A mapping holds only what its element says; `fold` lays the later over the earlier, so the chain
defaults → table style → style → numbering → direct is a sequence of folds (ECMA-376 part 1, 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from lowcapdocs.inspect.names import VAL, Element, W, local, number, switched, twips
from lowcapdocs.inspect.theme import Theme

Properties: TypeAlias = dict[str, Any]
TOGGLES = frozenset({"b", "i", "vanish", "strike", "caps"})
_FACES = (("eastAsia", "eastAsiaTheme"), ("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"))
_BORDERS = ("top", "left", "bottom", "right", "between")
_INDENTS = {
    "left": "left", "start": "left", "leftChars": "leftChars", "startChars": "leftChars",
    "right": "right", "end": "right", "rightChars": "rightChars", "endChars": "rightChars",
}  # fmt: skip


class Border(NamedTuple):
    """A rule: kind (single, thickThinSmallGap…), thickness in eighths of a point, gap in points, colour."""

    kind: str
    size: int
    space: int
    color: str

    @property
    def drawn(self) -> bool:
        """Whether there is a rule at all."""
        return self.kind not in ("none", "nil", "") and self.size > 0


class RunLook(NamedTuple):
    """How a run is set: faces by script, size in half-points, spacing in twips, colour as RRGGBB or auto."""

    east: str
    ascii: str
    high: str
    size: int
    bold: bool
    color: str
    spacing: int
    hidden: bool


class ParagraphLook(NamedTuple):
    """How a paragraph is set. Lengths in twips; `first` is negative for a hanging indent.

    `line` is twips for the rules exact and atLeast, 240ths of a line for auto.
    """

    style: str
    align: str
    left: int
    right: int
    first: int
    before: int
    after: int
    line: int
    rule: str
    snap: bool
    page_break: bool
    borders: dict[str, Border]
    tabs: tuple[tuple[str, int], ...]
    frame: Element | None


def color(text: str | None) -> str:
    """A colour as six upper-case digits, or auto."""
    text = (text or "auto").lstrip("#").upper()
    return text if len(text) == 6 and text != "AUTO" else "auto"


def border(element: Element) -> Border:
    """w:top, w:bottom and their like."""
    shade = color(element.get(f"{W}color"))
    return Border(
        element.get(VAL) or "", number(element.get(f"{W}sz")) or 0, number(element.get(f"{W}space")) or 0, shade
    )


def run_properties(rpr: Element | None, theme: Theme) -> Properties:
    """What a w:rPr says."""
    found: Properties = {}
    for each in rpr if rpr is not None else ():
        name = local(each)
        if name in TOGGLES:
            found[name] = switched(each)
        elif name == "rFonts":
            for plain, themed in _FACES:
                face = theme.face(each.get(W + themed) or "") or each.get(W + plain)
                if face:
                    found[plain] = face
        elif name == "sz":
            found["sz"] = twips(each.get(VAL), 1.0) if (each.get(VAL) or "").isdigit() else _points(each)
        elif name == "color":
            shade = each.get(f"{W}themeColor")
            found["color"] = color(each.get(VAL)) if not shade or each.get(VAL) else "auto"
        elif name == "spacing":
            found["spacing"] = twips(each.get(VAL)) or 0
        elif name == "rStyle":
            found["rStyle"] = each.get(VAL)
    return {key: value for key, value in found.items() if value is not None}


def _points(element: Element) -> int | None:
    """A size such as 16pt of strict documents, in half-points."""
    length = twips(element.get(VAL))
    return None if length is None else round(length / 10)


def paragraph_properties(ppr: Element | None) -> Properties:
    """What a w:pPr says, its w:numPr as `num` = (numId, ilvl or None)."""
    found: Properties = {}
    for each in ppr if ppr is not None else ():
        name = local(each)
        if name == "ind":
            found |= _indents(each)
        elif name == "spacing":
            found |= _spacing(each)
        elif name == "jc":
            found["jc"] = {"start": "left", "end": "right"}.get(each.get(VAL) or "", each.get(VAL) or "left")
        elif name in ("snapToGrid", "pageBreakBefore", "keepNext"):
            found[name] = switched(each)
        elif name == "pBdr":
            found["borders"] = {local(side): border(side) for side in each if local(side) in _BORDERS}
        elif name == "tabs":
            found["tabs"] = tuple((tab.get(VAL) or "", twips(tab.get(f"{W}pos")) or 0) for tab in each)
        elif name == "numPr":
            level = each.find(f"{W}ilvl")
            own = each.find(f"{W}numId")
            found["num"] = (
                None if own is None else own.get(VAL),
                None if level is None else number(level.get(VAL)),
            )
        elif name == "framePr":
            found["frame"] = each
        elif name in ("pStyle", "outlineLvl"):
            found[name] = each.get(VAL)
    return found


def _indents(element: Element) -> Properties:
    found: Properties = {}
    for name, key in _INDENTS.items():
        length = twips(element.get(W + name))
        if length is not None:
            found[key] = length
    for name, sign in (("firstLine", 1), ("hanging", -1), ("firstLineChars", 1), ("hangingChars", -1)):
        length = twips(element.get(W + name))
        if length is not None:
            key = "firstChars" if name.endswith("Chars") else "first"
            if not (length == 0 and found.get(key)):
                found[key] = sign * length
    return found


def _spacing(element: Element) -> Properties:
    found: Properties = {}
    for name in ("before", "after", "line", "beforeLines", "afterLines"):
        length = twips(element.get(W + name))
        if length is not None:
            found[name] = length
    for name in ("beforeAutospacing", "afterAutospacing"):
        if element.get(W + name) is not None:
            found[name] = (element.get(W + name) or "").lower() in ("1", "true", "on")
    if element.get(f"{W}lineRule"):
        found["lineRule"] = element.get(f"{W}lineRule")
    elif "line" in found:
        found["lineRule"] = "auto"
    return found


def fold(layers: Iterable[Properties]) -> Properties:
    """`layers` laid over one another, the last on top; borders side by side."""
    found: Properties = {}
    for layer in layers:
        if not layer:
            continue
        borders = {**found.get("borders", {}), **layer["borders"]} if "borders" in layer else None
        found = {**found, **layer}
        if borders is not None:
            found["borders"] = borders
    return found


def run_look(p: Properties) -> RunLook:
    """The look that folded properties give; 宋体 and 五号 where nothing is said, as Word has it."""
    return RunLook(
        p.get("eastAsia", ""), p.get("ascii", ""), p.get("hAnsi", ""), p.get("sz", 20), p.get("b", False),
        p.get("color", "auto"), p.get("spacing", 0), p.get("vanish", False),
    )  # fmt: skip


def paragraph_look(p: Properties, size: int, pitch: int) -> ParagraphLook:
    """The look of a paragraph whose characters have `size` half-points, on a grid of `pitch` twips."""
    em = size * 10

    def indent(key: str) -> int:
        chars = p.get(f"{key}Chars", 0)
        return int(round(chars * em / 100) if chars else p.get(key, 0))

    def space(side: str) -> int:
        lines = p.get(f"{side}Lines", 0)
        if p.get(f"{side}Autospacing"):
            return 280
        return int(round(lines * (pitch or 240) / 100) if lines else p.get(side, 0))

    return ParagraphLook(
        p.get("pStyle", ""), p.get("jc", "left"), indent("left"), indent("right"), indent("first"), space("before"),
        space("after"), p.get("line", 240), p.get("lineRule", "auto"), p.get("snapToGrid", True),
        p.get("pageBreakBefore", False), p.get("borders", {}), p.get("tabs", ()), p.get("frame"),
    )  # fmt: skip
