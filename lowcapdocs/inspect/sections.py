"""Sections: sheet, margins, grid and the footers that each really shows (inherited where it names none)."""

from __future__ import annotations

from collections.abc import Callable

from lowcapdocs.inspect.content import Block, Section
from lowcapdocs.inspect.names import VAL, Element, R, W, child, number, switched, twips

Read = Callable[[str], list[Block]]
"""Reads the part that a relation leads to."""
_LARGEST = 31680
"""Twips: the largest sheet that Word knows."""


def read_sections(elements: list[Element], settings: Element | None, read: Read) -> list[Section]:
    """The sections that w:sectPr elements describe; one of Word's own if there is none."""
    found: list[Section] = []
    gutter_on_top = child(settings, "gutterAtTop") is not None
    for element in elements:
        section = _one(element, gutter_on_top)
        previous = found[-1] if found else Section()
        section.footers = {**previous.footers, **_stories(element, "footerReference", read)}
        section.headers = {**previous.headers, **_stories(element, "headerReference", read)}
        found.append(section)
    return found or [Section()]


def _one(element: Element, gutter_on_top: bool) -> Section:
    section = Section()
    size, margins = child(element, "pgSz"), child(element, "pgMar")
    if size is not None:
        section.width = min(twips(size.get(f"{W}w")) or section.width, _LARGEST)
        section.height = min(twips(size.get(f"{W}h")) or section.height, _LARGEST)
    if margins is not None:
        for name in ("top", "bottom", "left", "right", "footer"):
            length = twips(margins.get(W + name))
            if length is not None:
                setattr(section, name, abs(length))
        gutter = twips(margins.get(f"{W}gutter")) or 0
        if gutter_on_top:
            section.top += gutter
        else:
            section.left += gutter
    kind = child(element, "type")
    section.kind = (kind.get(VAL) if kind is not None else None) or "nextPage"
    grid = child(element, "docGrid")
    if grid is not None:
        section.grid = grid.get(f"{W}type") or ""
        section.pitch = (twips(grid.get(f"{W}linePitch")) or 0) if section.grid not in ("", "default") else 0
        section.char_space = number(grid.get(f"{W}charSpace")) or 0
    title = child(element, "titlePg")
    section.title_page = title is not None and switched(title)
    numbering = child(element, "pgNumType")
    section.restarts = numbering is not None and numbering.get(f"{W}start") is not None
    return section


def _stories(element: Element, name: str, read: Read) -> dict[str, list[Block]]:
    return {each.get(f"{W}type") or "default": read(each.get(f"{R}id") or "") for each in element.iter(W + name)}
