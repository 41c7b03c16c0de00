"""Places on a PDF page in millimetres from its upper left corner: glyphs, lines, rules, ink."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Any, Literal, TypeAlias

from lowcapdocs.gongwen.standard import ASCENT, BLACK_UPTO, DESCENT

MM = 25.4 / 72
DOTS = 300 / 25.4  # a millimetre at 300 dpi
_DRAWN = 297 * 420.0
"""Square millimetres that are drawn at most."""
_SAME_LINE = 0.7
_THINNEST = 0.02
_RULE, _LONG_RULE, _LONG = 1.0, 2.0, 50.0
"""A straight line is thinner than this, or than that if it is long; a larger filled box is a surface."""

Colour: TypeAlias = Literal["black", "red", "white", "other"]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its em box from `left` to `right`, its baseline, its size in points."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str
    colour: Colour


@dataclass(frozen=True)
class Line:
    """Glyphs on one baseline from left to right; a row of a table is one line too."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """The characters without spaces."""
        return "".join(glyph.text for glyph in self.glyphs)

    @cached_property
    def baseline(self) -> float:
        """Where most glyphs stand."""
        return median(glyph.baseline for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Left edge of the first em box."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Right edge of the last em box."""
        return self.glyphs[-1].right

    @property
    def middle(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2

    @property
    def font(self) -> str:
        """The face of the first glyph."""
        return self.glyphs[0].font

    @cached_property
    def size(self) -> float:
        """The size of most glyphs, in points."""
        return median(glyph.size for glyph in self.glyphs)

    @property
    def em(self) -> float:
        """The size in millimetres."""
        return self.size * MM

    @property
    def top(self) -> float:
        """Upper edge of the em boxes."""
        return self.baseline - ASCENT * self.em

    @property
    def bottom(self) -> float:
        """Lower edge of the em boxes."""
        return self.baseline + DESCENT * self.em

    def red(self) -> bool:
        """Whether all of it is red."""
        return all(glyph.colour == "red" for glyph in self.glyphs)

    def pieces(self, gap: float) -> list[Line]:
        """What stands at least `gap` millimetres apart."""
        found: list[list[Glyph]] = [[self.glyphs[0]]]
        for before, glyph in pairwise(self.glyphs):
            if glyph.left - before.right >= gap:
                found.append([])
            found[-1].append(glyph)
        return [Line(tuple(glyphs)) for glyphs in found]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `top` and `bottom` bound its thickness or its length."""

    left: float
    right: float
    top: float
    bottom: float
    red: bool

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def level(self) -> bool:
        """Whether it lies, not stands."""
        return self.right - self.left > self.bottom - self.top

    @property
    def thickness(self) -> float:
        """In millimetres."""
        return min(self.bottom - self.top, self.right - self.left)


Box: TypeAlias = tuple[float, float, float, float]
Render: TypeAlias = Callable[[Box], Any]
"""A part of the page (left, top, right, bottom) as a picture of `DOTS` dots a millimetre, as PIL has them."""


class Page:
    """One page of a PDF, read by pdfplumber; `render` draws parts of it."""

    def __init__(self, page: Any, render: Render | None = None) -> None:
        self._page = page
        self._render = render or self._own
        self.width, self.height = float(page.width) * MM, float(page.height) * MM

    @property
    def turned(self) -> bool:
        """Whether the sheet lies across."""
        return self.width > self.height

    @cached_property
    def glyphs(self) -> list[Glyph]:
        """Every upright character that is not blank."""
        return [self._glyph(char) for char in self._page.chars if char["upright"] and char["text"].strip()]

    def _glyph(self, char: dict[str, Any]) -> Glyph:
        return Glyph(
            text=char["text"],
            left=char["x0"] * MM,
            right=char["x1"] * MM,
            baseline=self.height - char["matrix"][5] * MM,
            size=char["size"],
            font=str(char["fontname"]).partition("+")[2] or str(char["fontname"]),
            colour=colour_of(char["non_stroking_color"]),
        )

    @cached_property
    def lines(self) -> list[Line]:
        """From top to bottom."""
        return lines_of(self.glyphs)

    @cached_property
    def pictured(self) -> bool:
        """Whether a picture covers the page, so that any text on it comes from recognition."""
        area = max(self.width * self.height, 1)
        covers = ((each["x1"] - each["x0"]) * (each["bottom"] - each["top"]) * MM * MM for each in self._page.images)
        return any(each > 0.8 * area for each in covers)

    @property
    def pictures(self) -> list[Box]:
        """Where pictures lie: seals, for one."""
        return [(each["x0"] * MM, each["top"] * MM, each["x1"] * MM, each["bottom"] * MM) for each in self._page.images]

    @cached_property
    def rules(self) -> list[Rule]:
        """Every straight line, drawn or filled, once."""
        found = []
        for each in (*self._page.lines, *self._page.rects, *self._page.curves):
            drawn = each["stroke"] and not each["fill"]
            wide = (each["linewidth"] or 0) * MM / 2 if drawn else 0
            left, right, top, bottom = (each[side] * MM for side in ("x0", "x1", "top", "bottom"))
            if right - left > bottom - top:
                top, bottom = top - wide, bottom + wide
            else:
                left, right = left - wide, right + wide
            colour = colour_of(each["non_stroking_color"] if each["fill"] else each["stroking_color"])
            most = _LONG_RULE if max(right - left, bottom - top) > _LONG else _RULE
            if _THINNEST < min(right - left, bottom - top) < most and colour != "white":
                found.append(Rule(left, right, top, bottom, colour == "red"))
        return list(dict.fromkeys(found))

    def ink(self, left: float, top: float, right: float, bottom: float, red: bool = False) -> Box | None:
        """Left, top, right and bottom of what is printed (in red) within a box; None if nothing is, or it is too large."""
        left, top = max(0.0, left), max(0.0, top)
        right, bottom = min(self.width, right), min(self.height, bottom)
        if right - left < 0.5 or bottom - top < 0.5 or (right - left) * (bottom - top) > _DRAWN:
            return None
        image = self._render((left, top, right, bottom))
        mask = image.getchannel("G").point(lambda level: 255 if level < 128 else 0)
        if red:
            bright = image.getchannel("R").point(lambda level: 255 if level > 150 else 0)
            mask.paste(0, mask=bright.point(lambda level: 255 - level))
        box = mask.getbbox()
        if box is None:
            return None
        return (left + box[0] / DOTS, top + box[1] / DOTS, left + box[2] / DOTS, top + box[3] / DOTS)

    def _own(self, box: Box) -> Any:
        left, top, right, bottom = box
        return self._whole.crop((left * DOTS, top * DOTS, right * DOTS, bottom * DOTS))

    @cached_property
    def _whole(self) -> Any:
        return self._page.to_image(resolution=300).original.convert("RGB")


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Lines from top to bottom: what stands on one baseline."""
    found: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: each.baseline):
        if found and glyph.baseline - found[-1][0].baseline < _SAME_LINE:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return [Line(tuple(sorted(each, key=lambda glyph: glyph.left))) for each in found]


def colour_of(value: Any) -> Colour:
    """What a colour of a PDF (grey, RGB or CMYK, 0 to 1) is called; patterns are taken for black."""
    parts = value if isinstance(value, list | tuple) else (value,)
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return "black"
    if len(parts) == 4:
        cyan, magenta, yellow, key = parts
        red, green, blue = ((1 - each) * (1 - key) for each in (cyan, magenta, yellow))
    elif len(parts) == 3:
        red, green, blue = parts
    else:
        red = green = blue = parts[0]
    if max(red, green, blue) <= BLACK_UPTO / 255:
        return "black"
    if min(red, green, blue) > 0.97:
        return "white"
    return "red" if red > 0.55 and max(green, blue) < 0.45 and red - max(green, blue) > 0.35 else "other"
