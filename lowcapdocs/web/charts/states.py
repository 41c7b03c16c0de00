"""How many tasks are in each state: one bar in parts, each with its pattern, its name and its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from lowcapdocs.web.charts.figure import WIDTH, figure, plain_table
from lowcapdocs.web.charts.patterns import COLOURS, boxed, fill, fills
from lowcapdocs.web.charts.svg import FONT, lines, text, width

_BAR = 34.0
_ROW = FONT * 1.7
_LABELS = 14 * FONT


@dataclass(frozen=True, slots=True)
class Part:
    """One state: its name, and how many (0 or more) are in it."""

    label: str
    count: int


def states(title: str, parts: Sequence[Part], unit: str = "项", *, name: str) -> Markup:
    """The chart of `parts` in their order."""
    whole = sum(part.count for part in parts)
    told = "，".join(f"{part.label}{part.count}{unit}" for part in parts if part.count)
    summary = f"共{whole}{unit}：{told}。" if whole else "没有数据。"
    rows = [(part.label, f"{part.count}", _share(part, whole)) for part in parts]
    picture = _drawn(name, parts, unit, whole) if whole else None
    listed = plain_table(title, ("状态", f"数量（{unit}）", "占比"), rows)
    return figure(name, title, summary, picture, listed, len(rows))


def _share(part: Part, whole: int) -> str:
    return f"{100 * part.count / whole:.1f}%" if whole else "—"


def _drawn(name: str, parts: Sequence[Part], unit: str, whole: int) -> tuple[float, Markup]:
    drawn = [fills(name, [COLOURS[place % len(COLOURS)] for place in range(len(parts))])]
    column = 30 + max(width(line) for part in parts for line in lines(part.label, _LABELS)) + FONT
    x, y = 1.0, _BAR + FONT * 1.5
    for place, part in enumerate(parts):
        length = (WIDTH - 2) * part.count / whole
        if part.count:
            drawn.append(boxed(x, 1.0, length, _BAR, fill(name, place)))
        x += length
        drawn.append(boxed(1.0, y - 7, 20, 14, fill(name, place)))
        drawn.append(text(f"{part.count}{unit}，占{_share(part, whole)}", column, y))
        for line in lines(part.label, _LABELS):  # texts of their own, so that no name turns the number around
            drawn.append(text(line, 30, y))
            y += _ROW
    return y - _ROW / 2 + 4, Markup().join(drawn)
