"""Which rows of a sheet are its headings: up to three, with merged parents above and units below.

A column's label is what stands above each other in it, from the top; a （unit） is cut out of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lowcapdocs.intake.columns import Vocabulary, plain
from lowcapdocs.intake.grid import Grid
from lowcapdocs.intake.values import UNITS
from lowcapdocs.sources.nodes import key

_SEARCHED = 15
"""How many rows with anything in them are searched for headings."""
_DEEPEST = 3
"""How many rows headings have at most."""
_UNIT = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_UNIT_IN_LABEL = re.compile(rf"[（(]\s*(?:单位[：:]?\s*)?({_UNIT})\s*[）)]|[：:,，/]\s*({_UNIT})$")
_UNIT_ALONE = re.compile(rf"[（(]?\s*({_UNIT})\s*[）)]?")
_UNIT_OF_SHEET = re.compile(rf"单位\s*[：:]\s*({_UNIT})(?![^\s）)、，；])")
_NUMERIC = re.compile(r"[-\d.,%/—－]+")


@dataclass(frozen=True, slots=True)
class Header:
    """Rows `top` to `bottom` (from 0) are headings; `titles` are the texts above them.

    `labels` and `units` are by column; a column without heading has no label.
    """

    top: int
    bottom: int
    labels: dict[int, tuple[str, ...]]
    units: dict[int, str]
    titles: tuple[str, ...]


def find(grid: Grid, vocabulary: Vocabulary) -> Header | None:
    """The headings of a sheet; None if there is no row with two that are known."""
    best, most = -1, 1
    for row in _searched(grid):
        score = _score(grid, row, vocabulary)
        if score > most:
            best, most = row, score
    if best < 0:
        return None
    top = best
    while top > 0 and best - top < _DEEPEST - 1 and _is_parent(grid, top - 1, best, vocabulary):
        top -= 1
    bottom = _bottom(grid, best, top, vocabulary)
    titles = tuple(text for row in range(top) for text in _texts(grid, row).values())
    labels, units = _labels(grid, top, bottom)
    for title in titles:
        if found := _UNIT_OF_SHEET.search(title):
            units = {place: units.get(place, found[1]) for place in labels}
    return Header(top, bottom, labels, units, titles)


def _bottom(grid: Grid, best: int, top: int, vocabulary: Vocabulary) -> int:
    """The last row of the headings that begin at `top` and of which `best` is one."""
    bottom = best
    while bottom + 1 < len(grid.rows) and bottom - top < _DEEPEST - 1 and _is_below(grid, bottom + 1, top, vocabulary):
        bottom += 1
    return bottom


def repeats(grid: Grid, row: int, header: Header) -> bool:
    """Whether `row` says what the last or the first row of headings says, in at least half of its cells."""
    texts = _texts(grid, row)
    if len(texts) < 2:
        return False
    for of_header in {header.top, header.bottom}:
        same = sum(plain(text) == plain(grid.label(of_header, column)) for column, text in texts.items())
        if same > 1 and same * 2 >= len(texts):
            return True
    return False


def _searched(grid: Grid) -> list[int]:
    found: list[int] = []
    for row, cells in enumerate(grid.rows):
        if any(cell != "" for cell in cells):
            found.append(row)
            if len(found) == _SEARCHED:
                break
    return found


def _texts(grid: Grid, row: int) -> dict[int, str]:
    """The cells of a row that are texts of their own, by column."""
    return {column: text for column in range(grid.width) if (text := grid.own(row, column))}


def _score(grid: Grid, row: int, vocabulary: Vocabulary) -> int:
    """How many known headings stand in a row; the one that says whom a row is about counts double."""
    found = set()
    for text in _texts(grid, row).values():
        label, _ = _cut(text)
        if (meaning := vocabulary.meaning((label,))) is not None:
            found.add((meaning.field, meaning.measure))
    return len(found) + any(field == vocabulary.kind.subject for field, _ in found)


def _is_title(grid: Grid, row: int, best: int, texts: dict[int, str], vocabulary: Vocabulary) -> bool:
    """Whether a row is a title merged over columns of several fields, the one that says whom a row is about among them.

    What stands beside it is neither merged nor known, else it is the parent of some columns among others.
    """
    wide = {column: end for column in texts if (end := grid.ends.get((row, column), (row, column)))[1] > column}
    if len(wide) != 1:
        return False
    ((first, (bottom, last)),) = wide.items()
    if bottom > row or any(
        (row, each) in grid.ends or vocabulary.meaning((_cut(texts[each])[0],)) for each in texts if each != first
    ):
        return False
    labels, _ = _labels(grid, row + 1, _bottom(grid, best, row + 1, vocabulary))
    under = {
        meaning.field
        for each, parts in labels.items()
        if first <= each <= last and (meaning := vocabulary.meaning(parts))
    }
    return len(under) > 1 and vocabulary.kind.subject in under


def _is_parent(grid: Grid, row: int, best: int, vocabulary: Vocabulary) -> bool:
    """Whether a row above headings is one of them: merged over some of the columns, or down into the headings."""
    texts = _texts(grid, row)
    if not texts or any("：" in text or ":" in text for text in texts.values()):
        return False
    if _is_title(grid, row, best, texts, vocabulary):
        return False
    below = {column for column in range(grid.width) if grid.label(row + 1, column)}
    for column in texts:
        bottom, right = grid.ends.get((row, column), (row, column))
        if below and right - column + 1 >= len(below) and len(below) > 1 and bottom == row:
            return False
        if bottom > row or right > column:
            return True
    return len(texts) > 1 and _score(grid, row, vocabulary) > 0


def _is_below(grid: Grid, row: int, top: int, vocabulary: Vocabulary) -> bool:
    """Whether a row under headings is one of them: units, or labels under merged parents."""
    texts = _texts(grid, row)
    if not texts:
        return any(
            (row, column) in grid.parents and grid.parents[row, column][0] >= top for column in range(grid.width)
        )
    if all(_UNIT_ALONE.fullmatch(text) for text in texts.values()):
        return True
    if any(_NUMERIC.fullmatch(key(text)) for text in texts.values()):
        return False
    if any(not isinstance(grid.rows[row][column], str) for column in texts):
        return False
    into_header = [place for place in grid.parents if place[0] == row and top <= grid.parents[place][0] < row]
    under_parent = [
        column
        for column in texts
        if (origin := grid.parents.get((row - 1, column), (row - 1, column)))[0] >= top
        and grid.ends.get(origin, origin)[1] > origin[1]
    ]
    if into_header or under_parent:
        return bool(under_parent) or any(vocabulary.meaning((_cut(text)[0],)) for text in texts.values())
    unheaded = [column for column in texts if not grid.label(row - 1, column)]
    return bool(unheaded) and len(texts) > 1 and min(texts) > min(_texts(grid, row - 1), default=0)


def _cut(text: str) -> tuple[str, str]:
    """A label and the unit that stood in it."""
    found = _UNIT_IN_LABEL.search(text)
    if not found:
        return text, ""
    return (text[: found.start()] + text[found.end() :]).strip(), found[1] or found[2]


def _labels(grid: Grid, top: int, bottom: int) -> tuple[dict[int, tuple[str, ...]], dict[int, str]]:
    labels: dict[int, tuple[str, ...]] = {}
    units: dict[int, str] = {}
    for column in range(grid.width):
        parts: list[str] = []
        for row in range(top, bottom + 1):
            text = grid.label(row, column) or (_left(grid, row, column, bottom) if row < bottom else "")
            if alone := _UNIT_ALONE.fullmatch(text):
                units[column] = alone[1]
                continue
            text, unit = _cut(text)
            if unit:
                units[column] = unit
            if text and text not in parts[-1:]:
                parts.append(text)
        if parts:
            labels[column] = tuple(parts)
    return labels, units


def _left(grid: Grid, row: int, column: int, bottom: int) -> str:
    """The parent of a column whose own cell is blank and not merged: the label to its left, if that has children."""
    if (row, column) in grid.parents or not grid.own(bottom, column):
        return ""
    while column > 0:
        column -= 1
        if text := grid.label(row, column):
            return text if grid.own(bottom, column) else ""
    return ""
