"""完成率 by town against 序时进度; of very many towns, how they are spread over tens of percent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from lowcapdocs.model.schedule import Light
from lowcapdocs.web.charts.figure import GAP, WIDTH, cell_text, figure, plain_table, points_text
from lowcapdocs.web.charts.patterns import COLOURS, boxed, fill, fills
from lowcapdocs.web.charts.svg import FONT, INK, LINE, PAPER, RULE, lines, tag, text, width

MOST_BARS = 60
"""More rows are no longer read one by one: the picture shows their distribution, the table every one."""
_GAP = 8.0
_EDGE = 4.0
"""Kept free at the right: browsers round the width of small text."""
_BAR = 18.0
_LABELS = 10 * FONT


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: `value` 完成率 and `planned` 序时进度 in percent, None where not reported or not known.

    `light` is None for a row that has none; `link` leads from the name in the table, relative.
    """

    label: str
    value: Decimal | None
    planned: Decimal | None = None
    light: Light | None = None
    link: str = ""


def bars(title: str, rows: Sequence[Bar], lights: Sequence[Light] = (), *, name: str) -> Markup:
    """The chart of `rows` in their order. `lights` are those of the schedule, in its order (its legend)."""
    summary = _summary(rows)
    listed = plain_table(title, ("名称", "完成率", "序时进度", "亮灯"), [_cells(row) for row in rows])
    if not rows:
        return figure(name, title, summary, None, listed, len(rows))
    if len(rows) > MOST_BARS:
        return figure(name, title, summary, _spread(rows), listed, len(rows))
    return figure(name, title, summary, _Bars(name, rows, lights).drawn(), listed, len(rows))


def _cells(row: Bar) -> tuple[str | Markup, ...]:
    label = tag("a", row.label, href=row.link) if row.link else row.label
    planned = "—" if row.planned is None else cell_text(row.planned)
    return label, cell_text(row.value), planned, row.light.name if row.light else "—"


def _summary(rows: Sequence[Bar]) -> str:
    if not rows:
        return "没有数据。"
    known = [row.value for row in rows if row.value is not None]
    missing = len(rows) - len(known)
    told = f"共{len(rows)}项"
    if known:
        told += f"，完成率最低{points_text(min(known))}，最高{points_text(max(known))}"
    return f"{told}，{missing}项{GAP}。" if missing else f"{told}。"


class _Bars:
    """The layout of up to MOST_BARS rows: names at the left, bars, and what they say at their ends."""

    def __init__(self, name: str, rows: Sequence[Bar], lights: Sequence[Light]) -> None:
        self.name = name
        self.rows = rows
        self.lights = tuple(lights) or tuple(dict.fromkeys(row.light for row in rows if row.light))
        self.labels = [lines(row.label, _LABELS) for row in rows]
        self.left = max(width(line) for label in self.labels for line in label) + _GAP
        self.right = WIDTH - _EDGE - max(width(_said(row)) for row in rows) - _GAP
        most = max([Decimal(100), *(each for row in rows for each in (row.value, row.planned) if each is not None)])
        self.scale = (self.right - self.left) / float(most)

    def drawn(self) -> tuple[float, Markup]:
        legend, top = self._legend()
        parts = [fills(self.name, [f"#{light.color}" for light in self.lights]), legend]
        marks = []
        y = top
        for row, label in zip(self.rows, self.labels, strict=True):
            height = max(len(label) * FONT * LINE, _BAR) + _GAP
            parts.append(self._row(row, label, y + height / 2))
            if row.planned is not None:
                marks.append(self._mark(self.left + self.scale * float(row.planned), y, height))
            y += height
        axis = tag("line", x1=self.left, x2=self.left, y1=top, y2=y, stroke=RULE)
        return y + 4, Markup().join([*parts, axis, *marks])

    def _row(self, row: Bar, label: list[str], middle: float) -> Markup:
        first = middle - (len(label) - 1) / 2 * FONT * LINE
        parts = [
            text(line, self.left - _GAP, first + place * FONT * LINE, anchor="end") for place, line in enumerate(label)
        ]
        if row.value is not None:
            length = self.scale * max(float(row.value), 0.0)
            parts.append(boxed(self.left, middle - _BAR / 2, length, _BAR, self._paint(row)))
        parts.append(text(_said(row), WIDTH - _EDGE, middle, anchor="end"))
        return Markup().join(parts)

    def _paint(self, row: Bar) -> str:
        return fill(self.name, self.lights.index(row.light)) if row.light in self.lights else PAPER

    def _mark(self, x: float, y: float, height: float) -> Markup:
        """序时进度 of a row: a thick stroke with a white edge, seen on any fill."""
        line = {"x1": x, "x2": x, "y1": y + 1, "y2": y + height - 1}
        return tag("line", **line, stroke=PAPER, stroke_width=5) + tag("line", **line, stroke=INK, stroke_width=2)

    def _legend(self) -> tuple[Markup, float]:
        """What the marks mean, in as many lines as it takes, and the height below it."""
        keys = [(light.name, fill(self.name, place)) for place, light in enumerate(self.lights)]
        if any(row.planned is not None for row in self.rows):
            keys.append(("序时进度", ""))
        x, y = 0.0, FONT * 0.8
        parts = []
        for words, paint in keys:
            wide = 24 + width(words) + 16
            if x and x + wide - 16 > WIDTH:
                x, y = 0.0, y + FONT * 1.6
            parts.append(boxed(x + 1, y - 6, 16, 12, paint) if paint else self._mark(x + 9, y - 9, 18))
            parts.append(text(words, x + 24, y))
            x += wide
        return Markup().join(parts), (y + FONT * 1.2 if keys else 0.0)


def _said(row: Bar) -> str:
    """71.4% 绿灯, as the end of the row has it."""
    return points_text(row.value) + (f" {row.light.name}" if row.light else "")


def _spread(rows: Sequence[Bar]) -> tuple[float, Markup]:
    """How many rows have a rate in each ten percent."""
    counted = Counter(_band(row.value) for row in rows)
    bands = [band for band in _BANDS if counted[band] or band not in (GAP, "超过100%", "低于0%")]
    left = max(map(width, bands)) + _GAP
    right = WIDTH - _EDGE - width(f"{len(rows)}项") - _GAP
    most = max(counted.values())
    parts = []
    for place, band in enumerate(bands):
        middle = (place + 0.5) * (_BAR + _GAP) + 2
        length = (right - left) * counted[band] / most
        parts.append(text(band, left - _GAP, middle, anchor="end"))
        parts.append(boxed(left, middle - _BAR / 2, length, _BAR, PAPER if band == GAP else COLOURS[0]))
        parts.append(text(f"{counted[band]}项", left + length + _GAP, middle))
    return len(bands) * (_BAR + _GAP) + 6, Markup().join(parts)


_BANDS = ("低于0%", *(f"{low}%—{low + 9}.9%" for low in range(0, 100, 10)), "100%", "超过100%", GAP)


def _band(value: Decimal | None) -> str:
    """The ten percent that `value` is in; rates have one place."""
    if value is None:
        return GAP
    if value < 0:
        return _BANDS[0]
    return _BANDS[1 + int(value // 10)] if value < 100 else _BANDS[11 if value == 100 else 12]
