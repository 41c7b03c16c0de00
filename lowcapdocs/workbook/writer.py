"""Tree → .xlsx: one sheet a table, with real numbers and a total by formula with its cached value."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from math import ceil
from typing import Any

from lowcapdocs.gongwen.elements import Block, Gongwen, Spans, Table, plain
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.gongwen.wording import em_width, note_lines

_FIXED = datetime(1980, 1, 1)  # same data, same bytes: the file tells no time of its making
_WIDEST = 40
_EM = 2.2
"""A full-width character of 12 points, in half-width characters of 11 points, which widths are counted in."""
_LINE = 17
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d+)?")
"""Written as a number; codes with leading zeros or more digits than Excel holds stay text."""
_SHEET_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


def xlsx(tree: Gongwen, faces: Faces | None = None) -> bytes:
    """The workbook of every table in `tree`. Raises ValueError if there is none."""
    import xlsxwriter

    found = list(_tables(tree))
    if not found:
        raise ValueError("no table")
    saved = io.BytesIO()
    book = xlsxwriter.Workbook(saved, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": plain(tree.title), "created": _FIXED})
    formats = _Formats(book, faces or Faces())
    for index, (title, table) in enumerate(found, start=1):
        name = "表" if len(found) == 1 else f"表{index}"
        _write(book.add_worksheet(name.translate(_SHEET_FORBIDDEN)), title, tree.remark, table, formats)
    book.close()
    return saved.getvalue()


class _Formats:
    """The cell formats of a workbook."""

    def __init__(self, book: Any, faces: Faces) -> None:
        self._book = book
        body = {"font_name": faces.body, "font_size": 12, "valign": "vcenter", "text_wrap": True}
        self.title = book.add_format(
            {"font_name": faces.title, "font_size": 22, "align": "center", "valign": "vcenter", "text_wrap": True}
        )
        self.head = book.add_format({**body, "font_name": faces.first, "align": "center", "border": 1})
        self.note = book.add_format(body)
        self.remark = book.add_format({**body, "font_name": faces.second, "align": "center"})
        self._body = body
        self._cells: dict[tuple[str, int], Any] = {}

    def cell(self, align: str, decimals: int = 0) -> Any:
        """The format of a body cell with as many decimals as it prints."""
        key = (align, decimals)
        if key not in self._cells:
            number_format = "0." + "0" * decimals if decimals else "0"
            self._cells[key] = self._book.add_format(
                {**self._body, "align": align, "border": 1, "num_format": number_format}
            )
        return self._cells[key]


def _tables(tree: Gongwen) -> Iterator[tuple[Spans, Table]]:
    """Every table with the title of the part that it stands in."""
    parts: list[tuple[Spans, tuple[Block, ...]]] = [(tree.title, tree.body)]
    if tree.enclosure:
        parts.append((tree.enclosure.title, tree.enclosure.blocks))
        parts += [(annex.title, annex.blocks) for annex in tree.enclosure.attachments]
    parts += [(annex.title, annex.blocks) for annex in tree.attachments]
    return ((title, block) for title, blocks in parts for block in blocks if isinstance(block, Table))


def _write(sheet: Any, title: Spans, remark: str, table: Table, formats: _Formats) -> None:
    last = len(table.aligns) - 1
    _merge(sheet, 0, 0, 0, last, plain(title), formats.title)
    sheet.set_row(0, 60)
    row = 1
    if remark:
        _merge(sheet, row, 0, row, last, f"（{remark}）", formats.remark)
        row += 1
    if table.caption:
        _merge(sheet, row, 0, row, last, table.caption, formats.note)
        row += 1
    first_head = row
    widths = _column_widths(table)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for cells in table.header:
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, plain(cell), formats.head)
        sheet.set_row(row, _height(cells, widths))
        row += 1
    sheet.repeat_rows(first_head, row - 1)
    sheet.freeze_panes(row, 0)
    first = row
    for index, line in enumerate(table.rows):
        for column, cell in enumerate(line.cells):
            _cell(sheet, row, column, plain(cell), (first, index), table, formats)
        sheet.set_row(row, _height(line.cells, widths))
        row += 1
    for label, note in zip(note_lines(len(table.notes)), table.notes, strict=True) if table.notes else ():
        _merge(sheet, row, 0, row, last, label + plain(note), formats.note)
        sheet.set_row(row, 34)
        row += 1
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()


def _column_widths(table: Table) -> list[float]:
    """Widths in half-width characters: the longest cell on one line, a heading on two."""
    return [
        min(
            max(
                em_width(plain(table.header[-1][column])) / 2,
                *(em_width(plain(row.cells[column])) for row in table.rows),
                2,
            )
            * _EM
            + 4,
            _WIDEST,
        )
        for column in range(len(table.aligns))
    ]


def _height(cells: tuple[Spans, ...], widths: list[float]) -> float:
    """Height in points of a row whose cells wrap: programs do not all fit it themselves."""
    lines = [ceil(em_width(plain(cell)) * _EM / (width - 2)) for cell, width in zip(cells, widths, strict=True)]
    return max(1, *lines) * _LINE + 6


def _cell(
    sheet: Any, row: int, column: int, text: str, place: tuple[int, int], table: Table, formats: _Formats
) -> None:
    """Text, a number, or in a total row the sum of the numbers above with its value.

    `place`: the sheet row where the table's rows begin, and the index of this row in the table.
    """
    first, index = place
    align = table.aligns[column]
    if not _NUMBER.fullmatch(text):
        sheet.write_string(row, column, text, formats.cell(align))
        return
    style = formats.cell(align, len(text.partition(".")[2]))
    added = table.rows[index].total and any(
        _NUMBER.fullmatch(plain(above.cells[column])) for above in table.rows[:index] if not above.total
    )
    summed = _ranges(table, index, first, column) if added else ""
    if summed:
        sheet.write_formula(row, column, f"=SUM({summed})", style, float(text))
    else:
        sheet.write_number(row, column, float(text), style)


def _ranges(table: Table, index: int, first: int, column: int) -> str:
    """The cells that the total at row `index` adds up: every row above that is no total itself."""
    from xlsxwriter.utility import xl_range

    found: list[list[int]] = []
    for above in range(index):
        if table.rows[above].total:
            continue
        if found and found[-1][1] == above - 1:
            found[-1][1] = above
        else:
            found.append([above, above])
    return ",".join(xl_range(first + start, column, first + end, column) for start, end in found)


def _merge(sheet: Any, top: int, left: int, bottom: int, right: int, text: str, style: Any) -> None:
    if left == right:
        sheet.write_string(top, left, text, style)
    else:
        sheet.merge_range(top, left, bottom, right, text, style)
