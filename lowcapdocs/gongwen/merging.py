"""Which cells of a table are one in print: equal headings, and equal neighbours of the merged columns."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import NamedTuple

from lowcapdocs.gongwen.elements import Row, Spans, Table, plain


class HeadCell(NamedTuple):
    """One cell of a header row: its first `column`, how many `columns` it takes, and how many `rows` from here.

    `rows` is 0 where it only continues the cell above.
    """

    column: int
    columns: int
    rows: int


@lru_cache(maxsize=64)
def head_cells(header: tuple[tuple[Spans, ...], ...]) -> tuple[tuple[HeadCell, ...], ...]:
    """The cells of each header row; a rectangle of equal headings is one. Remembered: a series has one head."""
    texts = [[plain(cell) for cell in row] for row in header]
    taken: set[tuple[int, int]] = set()
    found: list[list[HeadCell]] = [[] for _ in texts]
    for top, row in enumerate(texts):
        for left, text in enumerate(row):
            if (top, left) in taken:
                continue
            right = left + 1
            while right < len(row) and row[right] == text and (top, right) not in taken:
                right += 1
            bottom = top + 1
            while bottom < len(texts) and all(texts[bottom][column] == text for column in range(left, right)):
                bottom += 1
            taken |= {(each, column) for each in range(top, bottom) for column in range(left, right)}
            for each in range(top, bottom):
                found[each].append(HeadCell(left, right - left, bottom - top if each == top else 0))
    return tuple(tuple(sorted(row)) for row in found)


def merge_runs(block: Table) -> dict[tuple[int, int], bool]:
    """(row, column) of cells merged downward → whether the merge begins there.

    A merge to the right never crosses the border of a merge further left.
    """
    found: dict[tuple[int, int], bool] = {}
    if not block.merge:
        return found
    breaks = {0, len(block.rows)}
    for index, row in enumerate(block.rows):
        if row.total:
            breaks |= {index, index + 1}
    for column in sorted(block.merge):
        breaks |= {
            index
            for index in range(1, len(block.rows))
            if _text(block.rows[index], column) != _text(block.rows[index - 1], column)
        }
        edges = sorted(breaks)
        for start, end in itertools.pairwise(edges):
            if end - start > 1:
                found |= {(index, column): index == start for index in range(start, end)}
    return found


def _text(row: Row, column: int) -> str:
    return plain(row.cells[column])
