"""Places on a PDF page in millimetres from its upper left corner: characters, lines, rules, ink."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from PIL import Image

MM = 25.4 / 72
DOTS = 300 / 25.4  # a millimetre at 300 dpi


@dataclass(frozen=True)
class Line:
    """A line of text; `left` and `right` are the edges of its characters' em boxes."""

    baseline: float
    left: float
    right: float
    text: str
    font: str
    size: float


@dataclass(frozen=True)
class Rule:
    """A straight line; `top` and `bottom` bound its thickness or its length."""

    left: float
    right: float
    top: float
    bottom: float
    red: bool

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def level(self) -> bool:
        return self.right - self.left > self.bottom - self.top


class Page:
    """One page of a PDF."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.width, self.height = float(page.width) * MM, float(page.height) * MM

    @cached_property
    def lines(self) -> list[Line]:
        """From top to bottom; characters on one baseline are one line, so a table row is one too."""
        seen = [char for char in self._page.chars if char["text"].strip()]
        found = sorted(seen, key=lambda char: (round(self._baseline(char), 1), char["x0"]))
        return [self._line(list(chars)) for _, chars in groupby(found, key=lambda char: round(self._baseline(char), 1))]

    def _baseline(self, char: dict[str, Any]) -> float:
        return float(self.height - char["matrix"][5] * MM)

    def _line(self, chars: list[dict[str, Any]]) -> Line:
        return Line(
            baseline=self._baseline(chars[0]),
            left=chars[0]["x0"] * MM,
            right=chars[-1]["x1"] * MM,
            text="".join(char["text"] for char in chars),
            font=chars[0]["fontname"].partition("+")[2],
            size=chars[0]["size"],
        )

    @property
    def body(self) -> list[Line]:
        """The lines within 版心, without the page number."""
        return [line for line in self.lines if line.baseline < 262.5]

    def find(self, start: str, whole: bool = False) -> Line:
        """The one line that begins with `start`, or is nothing else."""
        [found] = [line for line in self.lines if line.text.startswith(start) and (line.text == start or not whole)]
        return found

    @cached_property
    def rules(self) -> list[Rule]:
        """Every straight line, drawn or filled."""
        found = []
        for each in (*self._page.lines, *self._page.rects, *self._page.curves):
            wide = each["linewidth"] * MM / 2 if each["stroke"] and not each["fill"] else 0
            box = (each["x0"] * MM, each["x1"] * MM, each["top"] * MM, each["bottom"] * MM)
            left, right, top, bottom = box
            if right - left > bottom - top:
                top, bottom = top - wide, bottom + wide
            else:
                left, right = left - wide, right + wide
            colour = each["non_stroking_color"] if each["fill"] else each["stroking_color"]
            if min(right - left, bottom - top) < 1:
                found.append(Rule(left, right, top, bottom, tuple(colour or ()) == (1, 0, 0)))
        return found

    def ink(self, left: float, top: float, right: float, bottom: float, red: bool = False) -> tuple[float, ...]:
        """Left, top, right and bottom of what is printed (in red) within a box."""
        image = self._image.crop((left * DOTS, top * DOTS, right * DOTS, bottom * DOTS))
        channel = image.getchannel("G")
        if red:
            red_dots = image.getchannel("R").point(lambda level: 255 if level > 200 else 0)
            dark = channel.point(lambda level: 255 if level < 128 else 0)
            mask = Image.composite(dark, Image.new("L", dark.size), red_dots)
        else:
            mask = channel.point(lambda level: 255 if level < 128 else 0)
        box = mask.getbbox()
        assert box is not None, "nothing is printed here"
        return (left + box[0] / DOTS, top + box[1] / DOTS, left + box[2] / DOTS, top + box[3] / DOTS)

    @cached_property
    def _image(self) -> Image.Image:
        image: Image.Image = self._page.to_image(resolution=300).original
        return image.convert("RGB")
