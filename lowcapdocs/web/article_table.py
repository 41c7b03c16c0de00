"""A table of a 公文 in HTML: merged as in Word, with its caption above and its notes below."""

from __future__ import annotations

from collections.abc import Callable

from lowcapdocs.gongwen.elements import Spans, Table, plain
from lowcapdocs.gongwen.merging import head_cells, merge_runs
from lowcapdocs.gongwen.wording import note_lines, number_in
from lowcapdocs.web.markup import safe

_TOTAL = ' class="total"'


def table(block: Table, spans: Callable[[Spans], str], name: str) -> str:
    """The whole table; `spans` writes running text, `name` is what screen readers call it."""
    caption = f"<caption>{safe(block.caption)}</caption>" if block.caption else ""
    named = safe(name)
    return "\n".join(
        [
            f'<div class="table-wrap" role="region" tabindex="0" aria-label="{named}">',
            f'<table aria-label="{named}">{caption}',
            _head(block, spans),
            _body(block, spans),
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
        for column, cell in enumerate(row.cells):
            starts = merges.get((index, column))
            if starts is False:
                continue
            below = 1
            while starts and merges.get((index + below, column)) is False:
                below += 1
            kind = "num" if number_in(plain(cell)) is not None else block.aligns[column]
            cells.append(f'<td class="{kind}"{_size("rowspan", below)}>{spans(cell)}</td>')
        rows.append(f"<tr{_TOTAL if row.total else ''}>{''.join(cells)}</tr>")
    return "<tbody>" + "\n".join(rows) + "</tbody>"


def _size(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""


def _notes(block: Table, spans: Callable[[Spans], str]) -> list[str]:
    labels = note_lines(len(block.notes)) if block.notes else []
    return [f'<p class="note">{safe(label)}{spans(note)}</p>' for label, note in zip(labels, block.notes, strict=True)]
