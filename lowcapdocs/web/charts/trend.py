"""Progress against plan over time: two lines, told apart by stroke and mark as well as colour."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from lowcapdocs.web.charts.figure import GAP, WIDTH, cell_text, figure, plain_table, points_text
from lowcapdocs.web.charts.svg import FONT, PAPER, RULE, tag, text, width

_DONE, _PLANNED = "实际进度", "序时进度"
_RED, _BLUE = "#b02a1c", "#1f5f99"
_TOP = 2.6 * FONT
_HEIGHT = 200.0
_FOOT = 1.9 * FONT
_MARKED = 26
"""The marks of more points would touch."""
_NAMED = 5
"""So many missing periods are named in words; of more, their number."""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One period: its name, its last day, what is done and what was planned by then; None: not reported, not known."""

    label: str
    day: date
    done: Decimal | None
    planned: Decimal | None = None


def trend(
    title: str, points: Sequence[TrendPoint], unit: str = "%", *, name: str, table: Markup | None = None
) -> Markup:
    """The chart of `points`, in the order of their days; values in `unit`.

    `table`, if the page has one of these periods that says more, stands beside the picture instead of its own.
    """
    known = any(value is not None for each in points for value in (each.done, each.planned))
    picture = _drawn(points, unit) if known else None
    listed = table or _table(title, points, unit)
    return figure(name, title, _summary(points, unit), picture, listed, len(points), wide=table is not None)


def _table(title: str, points: Sequence[TrendPoint], unit: str) -> Markup:
    rows = [
        (each.label, cell_text(each.done, unit), "—" if each.planned is None else cell_text(each.planned, unit))
        for each in points
    ]
    return plain_table(title, ("期次", _DONE, _PLANNED), rows)


def _summary(points: Sequence[TrendPoint], unit: str) -> str:
    done = [each for each in points if each.done is not None]
    missing = [each.label for each in points if each.done is None]
    if not done:
        return "还没有进度数据。"
    last = done[-1]
    told = f"截至{last.label}，{_DONE}{points_text(last.done, unit)}"
    if last.planned is not None:
        told += f"，{_PLANNED}{points_text(last.planned, unit)}"
    if missing:
        told += f"；{'、'.join(missing) if len(missing) <= _NAMED else f'有{len(missing)}期'}{GAP}"
    return f"{told}。"


class _Scale(NamedTuple):
    """What the picture reaches from and to, and the values that have a line across."""

    low: float
    high: float
    ticks: tuple[float, ...]


def _scale(points: Sequence[TrendPoint], unit: str) -> _Scale:
    values = [float(value) for each in points for value in (each.done, each.planned) if value is not None]
    step = _step(max([100.0 if unit == "%" else 1.0, *values]))
    low = math.floor(min([0.0, *values]) / step) * step
    high = math.ceil(max([100.0 if unit == "%" else step, *values]) / step) * step
    return _Scale(low, high, tuple(low + place * step for place in range(round((high - low) / step) + 1)))


class _Frame:
    """All of the picture but what is done: legend, grid, axis and plan; many charts of a site share one."""

    def __init__(
        self, labels: Sequence[str], days: Sequence[int], planned: Sequence[Decimal | None], unit: str, scale: _Scale
    ) -> None:
        self.unit = unit
        self.scale = scale
        self.left = max(width(self._tick(tick)) for tick in scale.ticks) + 8
        self.right = WIDTH - 12
        self.places = self._places(days)
        parts = [*self._legend(), *self._grid(), *self._axis(labels)]
        parts += self.line(planned, _BLUE, "6 4", planned=True)
        self.markup = Markup().join(parts)

    def _places(self, days: Sequence[int]) -> list[float]:
        """The x of each point, by its day; evenly where two share one."""
        if len(days) == 1:
            return [(self.left + self.right) / 2]
        if any(later <= earlier for earlier, later in pairwise(days)):
            days = range(len(days))
        start, span = self.left + 12, self.right - self.left - 24
        return [start + span * (day - days[0]) / (days[-1] - days[0]) for day in days]

    def _tick(self, value: float) -> str:
        return points_text(Decimal(str(value)), self.unit if self.unit == "%" else "")

    def y(self, value: float) -> float:
        """The height at which `value` stands."""
        return _TOP + _HEIGHT * (self.scale.high - value) / (self.scale.high - self.scale.low)

    def _legend(self) -> Iterator[Markup]:
        x, y = 0.0, FONT * 0.8
        for words, colour, dashes, planned in ((_DONE, _RED, None, False), (_PLANNED, _BLUE, "6 4", True)):
            yield tag("path", d=f"M{x:.0f} {y:.1f}h32", stroke=colour, stroke_width=2.5, stroke_dasharray=dashes)
            yield _marks([(x + 16, y)], colour, planned)
            yield text(words, x + 40, y)
            x += 40 + width(words) + 20
        if self.unit != "%":
            yield text(f"单位：{self.unit}", WIDTH - 4, y, anchor="end")

    def _grid(self) -> Iterator[Markup]:
        for stroke, ticks in (("1", [0.0]), ("0.4", [tick for tick in self.scale.ticks if tick])):
            across = [f"M{self.left:.1f} {self.y(tick):.1f}H{self.right:.1f}" for tick in ticks]
            yield tag("path", d="".join(across), stroke=RULE, stroke_width=stroke)
        for tick in self.scale.ticks:
            yield text(self._tick(tick), self.left - 6, self.y(tick), anchor="end")

    def _axis(self, labels: Sequence[str]) -> Iterator[Markup]:
        """Names of periods: the last, and of the others as many as do not touch."""
        y = _TOP + _HEIGHT + FONT
        boxes = [self.box(label, x) for label, x in zip(labels, self.places, strict=True)]
        free = 0.0
        for place, (label, (start, end)) in enumerate(zip(labels, boxes, strict=True)):
            last = place == len(boxes) - 1
            if last or (start >= free and end + 8 <= boxes[-1][0]):
                yield text(label, (start + end) / 2, y, anchor="middle")
                free = end + 8

    def box(self, words: str, x: float, least: float = 0.0) -> tuple[float, float]:
        """From where to where `words` reach when they stand at `x`, inside of the picture and right of `least`."""
        half = width(words) / 2
        middle = min(max(x, least + half), WIDTH - 4 - half)
        return middle - half, middle + half

    def line(
        self, values: Sequence[Decimal | None], colour: str, dashes: str | None, *, planned: bool
    ) -> Iterator[Markup]:
        """A line through what is known, broken at each gap, with a mark on each value that has room."""
        pieces: list[list[tuple[float, float]]] = [[]]
        for x, value in zip(self.places, values, strict=True):
            if value is None:
                pieces.append([])
            else:
                pieces[-1].append((x, self.y(float(value))))
        for piece in pieces:
            if len(piece) > 1:
                path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in piece)
                yield tag("path", d=path, fill="none", stroke=colour, stroke_width=2.5, stroke_dasharray=dashes)
        marked = [place for piece in pieces for place in piece if len(piece) == 1 or len(self.places) <= _MARKED]
        if marked:
            yield _marks(marked, colour, planned)


@lru_cache(maxsize=64)
def _frame(
    labels: tuple[str, ...], days: tuple[int, ...], planned: tuple[Decimal | None, ...], unit: str, scale: _Scale
) -> _Frame:
    return _Frame(labels, days, planned, unit, scale)


def _drawn(points: Sequence[TrendPoint], unit: str) -> tuple[float, Markup]:
    """The height of the picture, and what is in it."""
    planned = tuple(each.planned for each in points)
    labels, days = tuple(each.label for each in points), tuple(each.day.toordinal() for each in points)
    frame = _frame(labels, days, planned, unit, _scale(points, unit))
    values = tag("g", *_values(frame, points), stroke=PAPER, stroke_width=3, paint_order="stroke")
    line = frame.line([each.done for each in points], _RED, None, planned=False)
    return _TOP + _HEIGHT + _FOOT, Markup().join([frame.markup, *line, values])


def _values(frame: _Frame, points: Sequence[TrendPoint]) -> Iterator[Markup]:
    """What is done, at its point; of points too close for it, every one that has room. 未报 stands on the axis."""
    free = float("inf")
    for each, x in zip(reversed(points), reversed(frame.places), strict=True):  # the last is the most wanted
        words = points_text(each.done, frame.unit if frame.unit == "%" else "")
        start, end = frame.box(words, x, frame.left)
        if end + 6 > free:
            continue
        free = start
        yield text(words, (start + end) / 2, _beside(frame, each), anchor="middle")


def _beside(frame: _Frame, point: TrendPoint) -> float:
    """The height of a value: on the side of its point that is away from the plan."""
    if point.done is None:
        return frame.y(0) - FONT * 0.8
    y = frame.y(float(point.done))
    below = point.planned is not None and point.planned > point.done and y + FONT * 1.9 < frame.y(frame.scale.low)
    return y + FONT * 1.1 if below else y - FONT * 1.1


def _marks(places: Iterable[tuple[float, float]], colour: str, planned: bool) -> Markup:
    """Squares for what was planned, discs for what is done, as one outline."""
    if planned:
        squares = "".join([f"M{x - 3.5:.1f} {y - 3.5:.1f}h7v7h-7z" for x, y in places])
        return tag("path", d=squares, fill=PAPER, stroke=colour, stroke_width="1.5")
    return tag(
        "path", d="".join([f"M{x - 4:.1f} {y:.1f}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z" for x, y in places]), fill=colour
    )


def _step(most: float) -> float:
    """A round step (1, 2, 2.5 or 5 with zeros) of which four or fewer reach `most`."""
    unit = 10.0 ** math.floor(math.log10(most / 4))
    return next(unit * each for each in (1, 2, 2.5, 5, 10) if unit * each * 4 >= most * 0.999999)
