"""表格: widths that add up, merged cells, a head that repeats on every page, notes below."""

from __future__ import annotations

import itertools
from functools import lru_cache

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Spans, Table, plain
from lowcapdocs.gongwen.merging import head_cells, merge_runs
from lowcapdocs.gongwen.wording import em_width, note_lines
from lowcapdocs.word.ooxml import paragraph, run, runs

_EM = s.SIZE_SMALL_4 * 10
_NARROWEST, _WIDEST = 3.0, 20.0
"""Characters: what an automatic column is counted as at least and at most."""
_STYLES = {"left": "GwTableText", "center": "GwTableCenter", "right": "GwTableRight"}
_CANT_SPLIT = "<w:trPr><w:cantSplit/></w:trPr>"
_HEAD_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def table(block: Table, width: int) -> str:
    """The whole table in `width` twips, with its caption and notes."""
    widths = column_widths(block, width)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    caption = paragraph("GwTableRight", run(block.caption), "<w:keepNext/>") if block.caption else ""
    return (
        f'{caption}<w:tbl><w:tblPr><w:tblStyle w:val="GwTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_head(block.header, tuple(widths))}{_body(block, widths)}</w:tbl>{_notes(block)}"
    )


def column_widths(block: Table, width: int) -> list[int]:
    """Column widths in twips that add up to `width`, by `block.widths` or by the longest cells."""
    shares = block.widths or _natural(block)
    scale = width / sum(shares)
    edges = [0]
    total = 0.0
    for share in shares:
        total += share
        edges.append(round(total * scale))
    return [right - left for left, right in itertools.pairwise(edges)]


def _natural(block: Table) -> tuple[float, ...]:
    found = []
    for column, heading in enumerate(block.header[-1]):
        longest = max(em_width(plain(heading)) / 2, _NARROWEST)
        for row in block.rows:
            text = plain(row.cells[column])
            if len(text) > longest:  # no character is wider than 1, so no other text can be longer
                longest = max(longest, em_width(text))
        found.append(min(longest, _WIDEST) + 1)
    return tuple(found)


def _cell(width: int, style: str, content: str, properties: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p></w:tc>'
    )


@lru_cache(maxsize=64)
def _head(header: tuple[tuple[Spans, ...], ...], widths: tuple[int, ...]) -> str:
    """Header rows; a rectangle of equal headings is one cell. Remembered: a series has one head."""
    rows = []
    for texts, merged in zip(header, head_cells(header), strict=True):
        cells = []
        for left, span, below in merged:
            properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            if not below:
                properties += "<w:vMerge/>"
            elif below > 1:
                properties += '<w:vMerge w:val="restart"/>'
            content = runs(texts[left]) if below else ""
            cells.append(_cell(sum(widths[left : left + span]), "GwTableHead", content, properties))
        rows.append(f"<w:tr>{_HEAD_ROW}{''.join(cells)}</w:tr>")
    return "".join(rows)


def _body(block: Table, widths: list[int]) -> str:
    styles = [_STYLES[align] for align in block.aligns]
    prefixes = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        for width, style in zip(widths, styles, strict=True)
    ]
    merges = merge_runs(block)
    rows = []
    for index, row in enumerate(block.rows):
        if merges:
            cells = [
                _merged(merges.get((index, column)), widths[column], styles[column], cell)
                for column, cell in enumerate(row.cells)
            ]
        else:
            cells = [f"{prefix}{runs(cell)}</w:p></w:tc>" for prefix, cell in zip(prefixes, row.cells, strict=True)]
        rows.append(f"<w:tr>{_CANT_SPLIT}{''.join(cells)}</w:tr>")
    return "".join(rows)


def _merged(begins: bool | None, width: int, style: str, cell: Spans) -> str:
    """A cell of a table with merged columns: one by itself, the beginning of a merge, or what follows it."""
    if begins is None:
        return _cell(width, style, runs(cell))
    if begins:
        return _cell(width, style, runs(cell), '<w:vMerge w:val="restart"/>')
    return _cell(width, style, "", "<w:vMerge/>")


def _notes(block: Table) -> str:
    """Notes below: 备注： alone, or 备注：1. and 2. … with hanging text."""
    if not block.notes:
        return ""
    labels = note_lines(len(block.notes))
    hang = round(em_width(labels[0]) * _EM)
    parts = [paragraph("GwTableGap", "", "<w:keepNext/>")]
    for label, note in zip(labels, block.notes, strict=True):
        own = round(em_width(label) * _EM)
        keep = "<w:keepNext/>" if label != labels[-1] else ""  # no note alone on the next page
        indent = f'{keep}<w:ind w:left="{hang}" w:hanging="{own}"/>'
        parts.append(paragraph("GwTableNote", run(label) + runs(note), indent))
    return "".join(parts)
