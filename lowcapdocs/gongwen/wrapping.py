"""How many lines a text takes: counted Word's way, without gaps beside digits, marks hanging over the edge.

One count for the writer and for those who ask before it whether something fits.
"""

from __future__ import annotations

import re

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.wording import em_width

_UNIT = re.compile(r"[0-9A-Za-z%.]+|.", re.DOTALL)
_HANGING = frozenset("，。、；：？！")
_NO_START = frozenset("）》”’〕】」』…—％℃·")
_NO_END = frozenset("（《“‘〔【「『")
_NOT_FIRST = "、，。；）》”"
"""In 版记, whose lines are counted more carefully: its box cannot grow."""


def lines_of(text: str, full: int, half: int, width: int, first: int = 0) -> int:
    """How many lines of `width` `text` takes, a character `full` or `half` wide; the first begins `first` further in.

    All in twips.
    """
    if "\n" not in text and first + len(text) * full <= width:
        return 1
    lines = 0
    for part in text.split("\n"):
        lines += 1
        used = first if lines == 1 else 0
        last = ""
        for unit in _UNIT.findall(part):
            own = full if unit > "\u1fff" or unit == "×" else half * len(unit)
            if used and used + own > width and unit not in _HANGING:
                lines += 1
                carried = last if unit in _NO_START or last in _NO_END else ""
                used = len(carried) * full
            used += own
            last = unit
    return lines


def imprint_lines(label: str, names: str) -> int:
    """How many lines of 版记 `names` take behind `label`, with the stop that print adds (7.4.2)."""
    room = (s.TYPE_AREA_WIDTH - 2 * s.IMPRINT_INDENT_CHARS * s.CHAR_4) / s.CHAR_4 - len(label)
    count, used = 1, 0.0
    for character in f"{names}。":
        own = em_width(character)
        if used + own > room:
            count += 1
            used = 1.0 if character in _NOT_FIRST else 0.0
        used += own
    return count
