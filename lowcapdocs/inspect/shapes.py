"""Lines, text boxes and pictures of DrawingML and VML, each counted once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lowcapdocs.gongwen.standard import EMU_PER_TWIP
from lowcapdocs.inspect.content import Block, Place, Shape, paragraphs_of
from lowcapdocs.inspect.names import MC, WP, WPS, A, Element, V, W, local, twips
from lowcapdocs.inspect.properties import color

Read = Callable[[Element], list[Block]]
"""Reads the blocks of a w:txbxContent."""

_NAMED = {
    "red": "FF0000", "black": "000000", "white": "FFFFFF", "darkred": "8B0000", "blue": "0000FF", "green": "008000",
    "yellow": "FFFF00", "gray": "808080", "grey": "808080",
}  # fmt: skip
_PLACED = "mso-position"
_INSET = 144
"""Twips: what a text box keeps free at a side unless it says otherwise."""
_THIN = 200
"""Twips: a figure lower than this is a line, whatever its name."""


def shapes(container: Element, read: Read) -> Iterator[Shape]:
    """The shapes in a w:drawing, w:pict, w:object or mc:AlternateContent."""
    name = local(container)
    if name == "AlternateContent":
        chosen = container.find(f"{MC}Choice")
        if chosen is None:
            chosen = container.find(f"{MC}Fallback")
        for each in chosen if chosen is not None else ():
            yield from shapes(each, read)
    elif name == "drawing":
        for frame in container:
            if local(frame) in ("anchor", "inline"):
                yield from _drawing(frame, read)
    elif name in ("pict", "object", "group"):
        for each in container:
            if local(each) in ("group", "AlternateContent"):
                yield from shapes(each, read)
            elif isinstance(each.tag, str) and each.tag.startswith(V):
                yield from _vml(each, read)


def _drawing(frame: Element, read: Read) -> Iterator[Shape]:
    extent = frame.find(f"{WP}extent")
    width, height = (_emu(extent, "cx"), _emu(extent, "cy")) if extent is not None else (0, 0)
    vertical, horizontal = _position(frame, "positionV"), _position(frame, "positionH")
    figures = [each for each in frame.iter(f"{WPS}wsp") if not _inside_box(each, frame)]
    for each in figures:
        inset = _insets(each.find(f"{WPS}bodyPr"))
        if len(figures) > 1:
            own = next(each.iter(f"{A}ext"), None)
            width, height = (_emu(own, "cx"), _emu(own, "cy")) if own is not None else (width, height)
        box = each.find(f"{WPS}txbx")
        content = None if box is None else box.find(f"{W}txbxContent")
        if content is not None:
            yield _text_box(width, height, read(content), vertical, horizontal, inset)
            continue
        line = each.find(f"{WPS}spPr/{A}ln")
        shade = _shade(line)
        if shade == "auto" and height < _THIN:
            shade = _shade(each.find(f"{WPS}spPr"))
        geometry = next((found.get("prst") or "" for found in each.iter(f"{A}prstGeom")), "")
        if height < _THIN or "line" in geometry.lower() or "Connector" in geometry:
            compound = line.get("cmpd") or "" if line is not None else ""
            weight = (twips(line.get("w")) or 0) / 12700 if line is not None else 0.0
            yield Shape("line", width, height, shade, compound, weight, [], vertical, horizontal)
    if not figures and next(frame.iter(f"{A}blip"), None) is not None:
        yield Shape("picture", width, height, vertical=vertical, horizontal=horizontal)


def _text_box(width: int, height: int, blocks: list[Block], vertical: Place, horizontal: Place, inset: int) -> Shape:
    """A text box; its paragraphs learn how wide it is."""
    for each in paragraphs_of(blocks):
        each.room = each.room or max(width - inset, 0)
    return Shape("box", width, height, blocks=blocks, vertical=vertical, horizontal=horizontal)


def _insets(body: Element | None) -> int:
    """What a text box keeps free at its left and right side."""
    sides = ("lIns", "rIns")
    return sum(_INSET if body is None or body.get(side) is None else _emu(body, side) for side in sides)


def _inside_box(element: Element, frame: Element) -> bool:
    """Whether a figure stands in the text of another, where `read` finds it, or is the old form of another."""
    for each in element.iterancestors():
        if each is frame:
            return False
        if each.tag in (f"{W}txbxContent", f"{MC}Fallback"):
            return True
    return False


def _emu(element: Element, name: str) -> int:
    return round((twips(element.get(name)) or _long(element.get(name))) / EMU_PER_TWIP)


def _long(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 12 else 0


def _position(frame: Element, name: str) -> tuple[str, str | None, int | None]:
    found = frame.find(WP + name)
    if found is None:
        return ("", None, None)
    align, offset = found.find(f"{WP}align"), found.find(f"{WP}posOffset")
    away = twips(offset.text) if offset is not None else None
    return (
        found.get("relativeFrom") or "",
        None if align is None else (align.text or "").strip(),
        None if away is None else round(away / EMU_PER_TWIP),
    )


def _shade(line: Element | None) -> str:
    """The colour of a solid fill; auto if the theme gives it."""
    fill = None if line is None else line.find(f"{A}solidFill")
    for each in fill if fill is not None else ():
        if local(each) == "srgbClr":
            return color(each.get("val"))
        if local(each) == "prstClr":
            return _NAMED.get((each.get("val") or "").lower(), "auto")
    return "auto"


def _vml(element: Element, read: Read) -> Iterator[Shape]:
    style = dict(re.findall(r"\s*([\w-]+)\s*:\s*([^;]*?)\s*(?:;|$)", element.get("style") or ""))
    width, height = twips(style.get("width"), 20) or 0, twips(style.get("height"), 20) or 0
    vertical = (style.get(f"{_PLACED}-vertical-relative", ""), style.get(f"{_PLACED}-vertical"), None)
    horizontal = (style.get(f"{_PLACED}-horizontal-relative", ""), style.get(f"{_PLACED}-horizontal"), None)
    box = element.find(f"{V}textbox")
    content = None if box is None else box.find(f"{W}txbxContent")
    stroke = element.find(f"{V}stroke")
    compound = "" if stroke is None else stroke.get("linestyle") or ""
    if content is not None:
        yield _text_box(width, height, read(content), vertical, horizontal, 2 * _INSET)
    elif element.find(f"{V}imagedata") is not None:
        yield Shape("picture", width, height, vertical=vertical, horizontal=horizontal)
    elif local(element) == "line":
        ends = [_pair(element.get(name)) for name in ("from", "to")]
        across, down = abs(ends[1][0] - ends[0][0]), abs(ends[1][1] - ends[0][1])
        yield Shape(
            "line", across or width, down, _vml_shade(element, "strokecolor"), compound, _weight(element), [],
            vertical, horizontal,
        )  # fmt: skip
    elif local(element) in ("rect", "shape", "oval", "roundrect") and width > 0 and height < _THIN:
        name = "fillcolor" if element.get("fillcolor") and local(element) == "rect" else "strokecolor"
        yield Shape(
            "line", width, height, _vml_shade(element, name), compound, _weight(element), [], vertical, horizontal
        )


def _pair(text: str | None) -> tuple[int, int]:
    found = [twips(each, 1440 / 914400) or 0 for each in (text or "").split(",")]
    return (found[0], found[1]) if len(found) == 2 else (0, 0)


def _weight(element: Element) -> float:
    return (twips(element.get("strokeweight"), 1 / 635) or 15) / 20


def _vml_shade(element: Element, name: str) -> str:
    text = (element.get(name) or "").split()
    if not text:
        return "auto"
    if text[0].startswith("#") and len(text[0]) == 4:
        return "".join(2 * digit for digit in text[0][1:]).upper()
    return _NAMED.get(text[0].lower(), color(text[0]))
