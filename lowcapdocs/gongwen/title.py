"""Title lines (7.3.1): words and names kept whole, balanced, in the shape of a 梯形 or 菱形.

`units` says what no line may cut and what a break costs; of all ways to break, the cheapest is
taken: a legal shape, few and equal lines, breaks where phrases end.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lowcapdocs.gongwen.elements import Spans
from lowcapdocs.gongwen.standard import SIZE_2, TYPE_AREA_WIDTH
from lowcapdocs.gongwen.units import NAME, NUMBER, WIDEST_NAME, WIDEST_NUMBER, units
from lowcapdocs.gongwen.wording import em_width

MAX_WIDTH = TYPE_AREA_WIDTH / (SIZE_2 * 10) - 1
"""Characters of 2号 in the width of 版心, less one for the gaps that LibreOffice sets round digits."""
_BREAK = "\x02"
_MARKS = frozenset((NAME, NUMBER, _BREAK))

# Costs are squared characters of unequal width, like those of `units`.
_MORE_LINES = 50.0
"""A further line: two are better than three."""
_WAIST = 1000.0
"""A line narrower than both its neighbours: neither 梯形 nor 菱形."""
_LONE = 500.0
"""One character alone on the last line."""
_EQUAL = 0.5
"""Two equal lines: a rectangle is no 梯形."""
_EXACT, _NEAR = 4, 8
"""Up to `_EXACT` lines every way is tried; beyond, only the `_NEAR` breaks nearest to equal lines."""


def lines(title: Spans) -> list[str]:
    """The lines of a title. A single line if it fits."""
    text = "".join([span.text for span in title])
    if sum([em_width(span.text) for span in title]) <= MAX_WIDTH:  # span by span, for a series shares most of them
        return [text]
    if not _MARKS.isdisjoint(text):
        return list(_outline(text, ()))
    parts: list[str] = []
    marks: list[tuple[str, str]] = []
    widths: list[float] = []
    for piece, _, path in title:
        if path and 0 < (width := em_width(piece)) <= WIDEST_NAME:
            mark = NUMBER if width <= WIDEST_NUMBER and piece[-1].isdigit() else NAME
            marks.append((mark, piece))
            widths.append(width)
            parts.append(mark)
        else:
            parts.append(piece)
    found = _BREAK.join(_outline("".join(parts), tuple(widths)))
    for mark, piece in marks:
        found = found.replace(mark, piece, 1)
    return found.split(_BREAK)


@lru_cache(maxsize=1024)
def _outline(text: str, values: tuple[float, ...]) -> tuple[str, ...]:
    """The lines of `text`, in which marks stand for values of these widths.

    Remembered, since the titles of a series differ in their values and not in the widths of these.
    """
    texts, costs = units(text, MAX_WIDTH)
    edges = list(itertools.accumulate(_widths(texts, values), initial=0.0))
    best: tuple[float, tuple[int, ...]] | None = None
    for count in range(max(2, math.ceil(edges[-1] / MAX_WIDTH)), len(texts) + 1):
        way = _cheapest(edges, costs, count)
        if way is None:
            continue
        if best is not None:
            best = min(best, (way[0] + _MORE_LINES, way[1]))
            break
        best = way
    cuts = best[1] if best else ()
    return tuple("".join(texts[start:end]) for start, end in itertools.pairwise((0, *cuts, len(texts))))


def _widths(texts: Sequence[str], values: Sequence[float]) -> Iterator[float]:
    """The width of each of `texts` in characters, with the values it holds."""
    rest = iter(values)
    for text in texts:
        held = text.count(NAME) + text.count(NUMBER) if values else 0
        yield em_width(text) - held / 2 + sum(itertools.islice(rest, held))


class _State(NamedTuple):
    """What the cost of further lines depends on."""

    start: int
    end: int
    fell: bool
    """Some line is narrower than the one before it."""


def _cheapest(edges: Sequence[float], costs: Sequence[float], count: int) -> tuple[float, tuple[int, ...]] | None:
    """Cost and breaks of the best `count` lines of units that end at `edges`; None if one must be too wide.

    Line by line the cheapest way to each state is kept, so time grows with the number of lines
    and not with the number of ways.
    """
    mean = edges[-1] / count
    last = len(edges) - 1
    ways: dict[_State, tuple[float, tuple[int, ...]]] = {_State(0, 0, False): (0.0, ())}
    for line in range(1, count + 1):
        ends: Sequence[int] = (last,) if line == count else range(line, last)
        if line < count and count > _EXACT:
            ends = sorted(ends, key=lambda end, aim=mean * line: abs(edges[end] - aim))[:_NEAR]  # type: ignore[misc]
        longer: dict[_State, tuple[float, tuple[int, ...]]] = {}
        for (start, end, fell), (cost, cuts) in ways.items():
            before = edges[end] - edges[start]
            for after in ends:
                width = edges[after] - edges[end]
                if not 0 < width <= MAX_WIDTH:
                    continue
                total = cost + (width - mean) ** 2
                if line < count:
                    total += costs[after]
                elif width < 2:
                    total += _LONE
                falls = fell
                if line > 1:
                    falls = fell or width < before
                    total += _WAIST * (fell and width > before) + _EQUAL * (width == before)
                way = (total, (*cuts, after))
                state = _State(end, after, falls)
                longer[state] = min(way, longer.get(state, way))
        ways = longer
    if not ways:
        return None
    cost, cuts = min(ways.values())
    return cost, cuts[:-1]
