"""Fills that differ without their colour, too: what colour means is said by pattern and by text as well."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from lowcapdocs.web.charts.svg import INK, PAPER, tag

_TILE = 8
_DRAWINGS: tuple[tuple[str, ...], ...] = (
    (),
    ("M-2 2L2 -2M0 8L8 0M6 10L10 6",),
    ("M-2 2L2 -2M0 8L8 0M6 10L10 6", "M-2 6L2 10M0 0L8 8M6 -2L10 2"),
    ("M0 4H8",),
    ("M4 0V8",),
    ("M0 4H8", "M4 0V8"),
)
"""Plain, one diagonal, both, lying, standing, squares: in black and white each is darker or other than the one before."""
COLOURS = ("#4a7ebb", "#f2b84b", "#c8503c", "#6aa56a", "#9a86b8", "#b0b0b0")
"""Where the data states no colour."""


def fills(name: str, colours: Sequence[str]) -> Markup:
    """<defs> with a pattern for each colour (#RRGGBB), to be used by `fill(name, place)`; ids begin with `name`."""
    return tag("defs", *(_pattern(f"{name}-fill{place}", place, colour) for place, colour in enumerate(colours)))


def fill(name: str, place: int) -> str:
    """The value of a `fill` attribute."""
    return f"url(#{name}-fill{place})"


def _pattern(id: str, place: int, colour: str) -> Markup:
    ink = PAPER if _is_dark(colour) else INK
    drawn = (tag("path", d=path, stroke=ink, stroke_width="1.2") for path in _DRAWINGS[place % len(_DRAWINGS)])
    ground = tag("rect", width=_TILE, height=_TILE, fill=colour)
    return tag("pattern", ground, *drawn, id=id, width=_TILE, height=_TILE, patternUnits="userSpaceOnUse")


def _is_dark(colour: str) -> bool:
    """Whether white lines show better on `#RRGGBB` than dark ones: by the weights of ITU-R BT.709."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110


def boxed(x: float, y: float, width: float, height: float, paint: str) -> Markup:
    """A box with an outline, so that a light colour is seen on white paper."""
    return tag("rect", x=x, y=y, width=width, height=height, fill=paint, stroke=INK, stroke_width="1")
