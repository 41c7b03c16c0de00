"""SVG elements as safe text, how wide a text is, and how it is broken into lines."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.web.markup import safe

FONT = 14
"""Size of text, in px of a picture at its own size."""
FACES = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
LINE = 1.3
"""Line height, in em."""
_LATIN = 0.62
"""Width of a half-width character in em: more than the digits of any face of FACES."""

INK = "#333333"
PAPER = "#ffffff"
RULE = "#8c8c8c"


def tag(name: str, *children: Markup | str, **attributes: object) -> Markup:
    """`<name …>children</name>`; `_` in a name of an attribute is a hyphen, None leaves it out, texts are escaped."""
    written = [f' {_name(key)}="{_text(value)}"' for key, value in attributes.items() if value is not None]
    inside = "".join([child if isinstance(child, Markup) else safe(child) for child in children])
    return Markup(f"<{name}{''.join(written)}>{inside}</{name}>")  # all that goes in is escaped above


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _text(value: object) -> str:
    """Coordinates to a tenth of a pixel, without trailing zeros; the same on every machine. Text is escaped."""
    if isinstance(value, float | Decimal):
        return f"{round(float(value), 1) + 0.0:.1f}".removesuffix(".0")  # + 0.0: no -0
    return safe(str(value))


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """How many px `text` takes at most."""
    full = em_width(text)
    half = 2 * (len(text) - full)
    return FONT * (full + (_LATIN - 0.5) * half)


def lines(text: str, most: float) -> list[str]:
    """`text` in lines of at most `most` px; broken at a space if one is near, else between any two characters."""
    found: list[str] = []
    rest = text.strip()
    while width(rest) > most and len(rest) > 1:
        cut = next(place for place in range(len(rest), 0, -1) if place == 1 or width(rest[:place]) <= most)
        space = rest.rfind(" ", cut // 2, cut + 1)
        cut = space if space > 0 else cut
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*found, rest]


def text(words: str, x: float, y: float, *, anchor: str = "start", weight: str | None = None) -> Markup:
    """A line of text whose middle is at height `y`."""
    return tag(
        "text", words, x=x, y=y + FONT * 0.36, text_anchor=None if anchor == "start" else anchor, font_weight=weight,
    )  # fmt: skip
