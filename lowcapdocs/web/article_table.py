"""A table of a 公文 in HTML: merged as in Word, with its caption above and its notes below."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from lowcapdocs.gongwen.elements import Spans, Table, plain
from lowcapdocs.gongwen.merging import head_cells, merge_runs
from lowcapdocs.gongwen.wording import note_lines, number_in
from lowcapdocs.web.markup import safe

_TOTAL = ' class="total"'
_MOST = 16


class Written:
    """Rows that were written before: the notices of a series often hold one table of tasks, and it is most of them.

    For pages of one campaign, none of which a value may lead to, so that those of a folder write it alike.
    """

    def __init__(self) -> None:
        self._bodies: dict[Hashable, str] = {}

    def body(self, block: Table, folder: str, spans: Callable[[Spans], str]) -> str:
        """The rows of `block` on a page in `folder`; the last few tables are remembered."""
        key = folder, block.rows, block.aligns, block.merge
        found = self._bodies.pop(key, None)
        self._bodies[key] = found = _body(block, spans) if found is None else found
        if len(self._bodies) > _MOST:
            del self._bodies[next(iter(self._bodies))]
        return found


def table(block: Table, spans: Callable[[Spans], str], name: str, body: str) -> str:
    """The whole table; `spans` writes running text, `name` is what screen readers call it, `body` are its rows."""
    caption = f"<caption>{safe(block.caption)}</caption>" if block.caption else ""
    named = safe(name)
    return "\n".join(
        [
            f'<div class="table-wrap" role="region" tabindex="0" aria-label="{named}">',
            f'<table aria-label="{named}">{caption}',
            _head(block, spans),
            body,
            "</table>",
            "</div>",
            *_notes(block, spans),
        ]
    )


def _head(block: Table, spans: Callable[[Spans], str]) -> str:
    rows = []
    for texts, merged in zip(block.header, head_cells(block.header), strict=True):
        cells = []
        for column, columns, below in merged:
            if below:
                scope = "colgroup" if columns > 1 else "col"
                size = _size("colspan", columns) + _size("rowspan", below)
                cells.append(f'<th scope="{scope}"{size}>{spans(texts[column])}</th>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<thead>{''.join(rows)}</thead>"


def _body(block: Table, spans: Callable[[Spans], str]) -> str:
    merges = merge_runs(block)
    rows = []
    for index, row in enumerate(block.rows):
        cells = []
        for column, (cell, align) in enumerate(zip(row.cells, block.aligns, strict=True)):
            below = 1
            if merges:
                starts = merges.get((index, column))
                if starts is False:
                    continue
                while starts and merges.get((index + below, column)) is False:
                    below += 1
            kind = "num" if number_in(plain(cell)) is not None else align
            cells.append(f'<td class="{kind}"{_size("rowspan", below)}>{spans(cell)}</td>')
        rows.append(f"<tr{_TOTAL if row.total else ''}>{''.join(cells)}</tr>")
    return "<tbody>" + "\n".join(rows) + "</tbody>"


def _size(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""


def _notes(block: Table, spans: Callable[[Spans], str]) -> list[str]:
    labels = note_lines(len(block.notes)) if block.notes else []
    return [f'<p class="note">{safe(label)}{spans(note)}</p>' for label, note in zip(labels, block.notes, strict=True)]
