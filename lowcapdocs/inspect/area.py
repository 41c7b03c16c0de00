"""版心 on printed pages, in millimetres: where the standard puts it (5.2.1), and where it really lies.

Where margins are wrong, that is one fault, and its own clause tells it; whatever is placed rightly in the
text area as it is, or as it should be, is not blamed as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lowcapdocs.gongwen import standard as s
from lowcapdocs.inspect.measure import Line, Rule


def mm(twips: float) -> float:
    """A length of `standard` in millimetres."""
    return twips * s.MM_PER_INCH / s.TWIPS_PER_INCH


_LONG = 100.0
"""A line of this length, at least, is one of several of its paragraph."""
_FEW = 5
"""A page of more lines is one of running text."""
_LEAD = mm(s.PROFILE_B.line_pitch - s.CHAR_3)
"""What a line keeps free above and below its characters."""
_ALIKE = 0.4
"""Edges that agree so far are one."""


class Area(NamedTuple):
    """The edges of a text area on an upright sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def right_place(self) -> bool:
        """Whether it lies where the standard puts it."""
        slack = mm(s.TOLERANCE) + 0.1
        return all(abs(own - asked) <= slack for own, asked in zip(self, TYPE_AREA, strict=True))


LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 184.0, 262.0
TYPE_AREA = Area(LEFT, TOP, RIGHT, BOTTOM)
OTHER_PAGES = "版心不对（见 P3），改正后分页会变，没有判断"
"""Why what depends on where pages end is not judged."""
OTHER_PLACES = "版心不对（见 P3），改正后位置会变，没有判断"
"""Why what is placed by both the sheet and the text area is not judged."""
CENTRE = (LEFT + RIGHT) / 2


def area_of(pages: list[list[Line]], rules: Iterable[Rule]) -> Area:
    """The text area that the lines of running text show, page by page, and the red rules of the first page.

    The left edge is where paragraphs wrap to, the right one where most long lines end or a rule does. The upper
    one is seen on pages that text begins; the lower one is that of the standard, as no page tells whether it is full.
    """
    lines = [line for page in pages for line in page]
    wrapped = _edges(below.left for page in pages for above, below in pairwise(page) if _wraps(above, below))
    left = max(wrapped, key=lambda edge: wrapped[edge], default=LEFT)
    long = [line for line in lines if line.right - line.left > _LONG]
    ends = _edges(line.right for line in long)
    right = max(ends, key=lambda edge: ends[edge], default=RIGHT)
    if 2 * ends.get(right, 0) <= len(long) or len(long) < 3:
        right = next((rule.right for rule in rules if abs(rule.left - left) < _ALIKE), RIGHT)
    tops = [page[0].top - _LEAD / 2 for page in pages[1:] if len(page) > _FEW]
    top = median(tops) if tops and not -_LEAD <= median(tops) - TOP <= _LEAD else TOP
    return Area(left, top, right, BOTTOM)


def _wraps(above: Line, below: Line) -> bool:
    """Whether a line is the first of a paragraph, two characters in, and the one below its second."""
    return above.right - above.left > _LONG and abs(above.left - below.left - s.INDENT_CHARS * above.em) < 1


def _edges(places: Iterable[float]) -> Counter[float]:
    """How often lines stand at each edge."""
    found: Counter[float] = Counter()
    for place in sorted(places):
        known = next((edge for edge in found if abs(edge - place) <= _ALIKE), place)
        found[known] += 1
    return found
