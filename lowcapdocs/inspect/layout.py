"""What is on printed pages, by its elements; and what every rule asks of a page.

Places are told from the edges of 版心, as it should be or as it is: see `area`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Literal

from lowcapdocs.inspect.area import TYPE_AREA, Area
from lowcapdocs.inspect.measure import Line, Page, Rule

Form = Literal["document", "letter", "order", "minutes"]


@dataclass(frozen=True)
class Placed:
    """A line and the page, from 1, that it stands on."""

    number: int
    line: Line

    @property
    def place(self) -> str:
        """As a report names it."""
        text = self.line.text
        return f"第{self.number}页“{text[:12]}{'…' if len(text) > 12 else ''}”"


@dataclass
class Layout:
    """The elements that were recognised. Pages that are pictures are None in `pages`."""

    pages: list[Page | None]
    form: Form = "document"
    mark: list[Line] = field(default_factory=list)
    red_rules: list[Rule] = field(default_factory=list)
    corner: list[Line] = field(default_factory=list)
    """Lines above the mark: 份号, 密级, 紧急程度."""
    doc_number: Line | None = None
    signers: Line | None = None
    title: list[Line] = field(default_factory=list)
    caption: Line | None = None
    """题注 in brackets under the title."""
    addressees: list[Line] = field(default_factory=list)
    text: list[Placed] = field(default_factory=list)
    """Lines of 3号 of the body, outside tables, from the first under the title to the last before 署名."""
    signature: Placed | None = None
    """The name over the date, if it is the only one and has one line."""
    names: list[Placed] = field(default_factory=list)
    """Every line of 署名 on the page of the date: rows of names over which seals are put are some too."""
    date: Placed | None = None
    annexes: list[Placed] = field(default_factory=list)
    imprint: list[Placed] = field(default_factory=list)
    numbers: dict[int, Line] = field(default_factory=dict)
    """Page numbers as printed, by page."""
    area: Area = TYPE_AREA
    """The text area as it is."""

    @property
    def first(self) -> Page | None:
        """Page one."""
        return self.pages[0]

    def from_left(self, place: float, wanted: float = 0.0) -> float:
        """How far a place lies right of the left edge of 版心, as it should be or as it is: what is nearer to `wanted`."""
        return _nearer(wanted, *(place - each.left for each in (TYPE_AREA, self.area)))

    def from_right(self, place: float, wanted: float = 0.0) -> float:
        """How far a place lies left of the right edge; see `from_left`."""
        return _nearer(wanted, *(each.right - place for each in (TYPE_AREA, self.area)))

    def from_top(self, place: float, wanted: float = 0.0) -> float:
        """How far a place lies under the upper edge; see `from_left`."""
        return _nearer(wanted, *(place - each.top for each in (TYPE_AREA, self.area)))

    def from_bottom(self, place: float, wanted: float = 0.0) -> float:
        """How far a place lies under the lower edge; see `from_left`."""
        return _nearer(wanted, *(place - each.bottom for each in (TYPE_AREA, self.area)))

    def from_middle(self, place: float) -> float:
        """How far a place lies right of the middle."""
        return _nearer(0, *(place - (each.left + each.right) / 2 for each in (TYPE_AREA, self.area)))

    def fills(self, left: float, right: float, slack: float) -> bool:
        """Whether something reaches from edge to edge of 版心, as it should be or as it is."""
        areas = (TYPE_AREA, self.area)
        return any(abs(left - each.left) <= slack and abs(right - each.right) <= slack for each in areas)


def _nearer(wanted: float, *lengths: float) -> float:
    return min(lengths, key=lambda each: abs(each - wanted))


def in_type_area(found: Layout, number: int) -> list[Line]:
    """The lines of a page without its page number and outside tables."""
    page = found.pages[number - 1]
    if page is None:
        return []
    return [line for line in page.lines if line is not found.numbers.get(number) and not in_table(page, line)]


def in_table(page: Page, line: Line) -> bool:
    """Whether standing rules run beside the line: it is a row of a table."""
    return any(
        not rule.level and rule.bottom - rule.top > 3 and rule.top < line.baseline < rule.bottom + 0.5
        for rule in page.rules
    )


def pitch(lines: Sequence[Placed]) -> float | None:
    """The distance of baselines in running text, in millimetres; None if too few lines tell it."""
    steps = [
        below.line.baseline - above.line.baseline
        for above, below in pairwise(lines)
        if above.number == below.number and 5 < below.line.baseline - above.line.baseline < 25
    ]
    return median(steps) if len(steps) >= 4 else None
