"""The rows below the headings: which are data, which are totals, notes or headings again; and what they say.

Totals are verified and never data. What is left out is listed with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lowcapdocs.intake import header as headers
from lowcapdocs.intake.columns import SERIAL, Column
from lowcapdocs.intake.grid import Grid, text_of
from lowcapdocs.intake.header import Header
from lowcapdocs.intake.kinds import Kind
from lowcapdocs.intake.totals import TOTAL, Totals
from lowcapdocs.intake.values import NONE, UNSOLVED, Reader, Reading, broken, damage, finding, refused
from lowcapdocs.problems import Where, error, warning
from lowcapdocs.sources.nodes import Report, key

_NOTE = re.compile(
    r"(备注|附注|注|说明)\d*[:：.、]|(填表|填报|制表|审核|审批|报送|联系|经办|负责)[^:：]{0,8}[:：]|"
    r"(电话|联系电话|单位负责人|单位\(盖章\)|分管领导)[:：]"
)
_MAY_BE_TOTAL = re.compile("[计全总]")
_CAPTION = re.compile(r"[(（]?[一二三四五六七八九十]+[)）、.．].*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: its fields as our data would write them (measures and periods by id), and where they stand.

    `places` are the columns of its fields, `row` (from 0) is its row in `grid`.
    """

    values: Mapping[str, str]
    grid: Grid
    row: int
    places: Mapping[str, int]
    subject: int

    def where(self, name: str = "") -> Where:
        """The cell of a field, or of the one that says whom the record is about."""
        return self.grid.where(self.row, self.places.get(name, self.subject))


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read: where, what it says, and why."""

    where: Where
    text: str
    why: str


@dataclass(slots=True)
class Table:
    """What one sheet holds: its columns, those that were not used, its records and what was left out."""

    sheet: str
    first: int
    last: int
    columns: list[Column]
    unused: list[tuple[int, str]]
    entries: list[Entry] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    count: int = 0
    """How many rows are data."""


class RowReader:
    """Reads the rows of one sheet. `fixed` are values that hold for all of it (its town, its period)."""

    def __init__(
        self,
        grid: Grid,
        header: Header,
        kind: Kind,
        table: Table,
        readers: Mapping[int, Reader],
        fixed: Mapping[str, str],
        report: Report,
    ) -> None:
        self._grid, self._header, self._kind, self._table, self._report = grid, header, kind, table, report
        self._fixed = fixed
        self._subject = next(each.place for each in table.columns if each.meaning.field == kind.subject)
        self._serial = {each.place for each in table.columns if each.meaning.field == SERIAL}
        self._read = [
            (each.place, each.meaning.field, each.meaning.measure, each.label, readers[each.place])
            for each in table.columns
            if each.meaning.field != SERIAL
        ]
        self._places = {
            measure: {name: place for place, name, of, _, _ in self._read if of in ("", measure)}
            for measure in ("", *(each[2] for each in self._read))
        }
        self._amounts = {each[0] for each in self._read if kind.reads.get(each[1]) == "amount"}
        self._merged = {row for row, _ in (*grid.parents, *grid.ends)}
        self._bad = {place: broken(value) for place, value in grid.marks.errors.items()}
        self._bad |= dict.fromkeys(grid.marks.unsolved, UNSOLVED)
        self._bad_rows = {row for row, _ in self._bad}
        self._headings = {grid.label(row, self._subject) for row in range(header.top, header.bottom + 1)} - {""}
        mixed = any(each.meaning.field == "measure" for each in table.columns)
        self._totals = Totals(grid, table.columns, self._amounts, mixed, report)

    def read(self) -> None:
        """Fill the table."""
        grid = self._grid
        for row in range(self._header.bottom + 1, len(grid.rows)):
            cells = grid.rows[row]
            filled = [
                place
                for place, cell in enumerate(cells)
                if cell != "" and not (cell.__class__ is str and cell.isspace())
            ]
            if not filled and row not in self._bad_rows:
                continue
            why = self._why_not(row, cells, filled)
            if why == TOTAL:
                self._total(row)
            elif why:
                self._skip(row, filled, why)
            else:
                self._data(row, cells)
        for place, message in self._totals.verify():
            self._table.skipped.append(Skipped(grid.where(*place), grid.own(*place), message))
        self._table.skipped.sort(key=lambda each: each.where.row or 0)

    def _why_not(self, row: int, cells: list[Any], filled: list[int]) -> str:
        """Why a row is no data; empty if it is."""
        for place in range(self._subject + 1):
            cell = cells[place]
            if isinstance(cell, str) and cell and _MAY_BE_TOTAL.search(cell) and Totals.is_total(cell):
                return TOTAL
        first = text_of(cells[filled[0]]) if filled else ""
        if self._grid.label(row, self._subject) in self._headings:
            return "重复的表头" if headers.repeats(self._grid, row, self._header) else ""
        if filled and isinstance(cells[filled[0]], str) and _is_note(first, alone=len(filled) == 1):
            return "表下的说明"
        if filled and self._serial.issuperset(filled) and not any(map(str.isalpha, key(first))):
            return "只有序号"
        if len(filled) == 1 and row not in self._bad_rows and isinstance(cells[filled[0]], str):
            wide = self._grid.ends.get((row, filled[0]), (row, filled[0]))[1] - filled[0] > 1
            if filled[0] < self._subject or wide or (filled[0] == self._subject and _CAPTION.fullmatch(first)):
                return "整行只有一段文字"
        return ""

    def _skip(self, row: int, filled: list[int], why: str) -> None:
        text = " ".join(text_of(self._grid.rows[row][place]) for place in filled)
        place = filled[0] if filled else 0
        self._table.skipped.append(Skipped(self._grid.where(row, place), text[:60], why))

    def _total(self, row: int) -> None:
        readings = {}
        for place, _, _, _, reader in self._read:
            if place in self._amounts:
                bad = self._bad.get((row, place)) if row in self._bad_rows else None
                readings[place] = bad or reader(self._grid.rows[row][place])
        label = next(
            text for place in range(self._subject + 1) if (text := self._grid.own(row, place)) and Totals.is_total(text)
        )
        self._totals.total(row, label, readings)

    def _data(self, row: int, cells: list[Any]) -> None:
        grid, report = self._grid, self._report
        merged = row in self._merged
        harmed = row in self._bad_rows
        common: dict[str, str] = dict(self._fixed)
        by_measure: dict[str, dict[str, str]] = {}
        amounts: dict[int, Reading] = {}
        refused_subject = False
        for place, name, measure, label, reader in self._read:
            if harmed and (row, place) in self._bad:
                reading = self._bad[row, place]
            elif merged and ((row, place) in grid.parents or (row, place) in grid.ends):
                reading = self._of_merged(row, place, reader)
            else:
                cell = cells[place]
                reading = (damage(cell) if cell.__class__ is str and cell[:1] == "#" else None) or reader(cell)
            if reading.level is not None:
                report.append(finding(reading, grid.where(row, place), label))
            elif not reading.text and name in self._kind.asked:
                remedy = "没有的写“/”，是0的写0，不知道的留空。" if place in self._amounts else "请补上。"
                report.append(warning("cell-blank", grid.where(row, place), f"{label}：空着。", remedy))
            if place in self._amounts:
                amounts[place] = reading
            if reading.level == "error":
                refused_subject = refused_subject or name == self._kind.subject
                continue
            if name in self._kind.measured:
                none = self._kind.none_is_blank and reading.text == NONE
                by_measure.setdefault(measure, {})[name] = "" if none else reading.text
            elif reading.text or not common.get(name):
                common[name] = reading.text
        self._table.count += 1
        self._totals.data(row, amounts)
        if not common.get(self._kind.subject):
            if not refused_subject:
                subject = next(each.label for each in self._table.columns if each.place == self._subject)
                remedy = "与上一行相同的请补上；不是数据的请删去这一行。"
                report.append(error("row-nameless", grid.where(row, self._subject), f"这一行没有“{subject}”。", remedy))
            return
        if not self._kind.measured:
            self._table.entries.append(Entry(common, grid, row, self._places[""], self._subject))
        for measure, values in by_measure.items():
            named = {"measure": measure} if measure else {}
            self._table.entries.append(
                Entry({**common, **named, **values}, grid, row, self._places[measure], self._subject)
            )

    def _of_merged(self, row: int, place: int, reader: Reader) -> Reading:
        """A merged cell: words hold for all rows of it, a number cannot be shared out."""
        grid = self._grid
        top, left = grid.parents.get((row, place), (row, place))
        bottom, right = grid.ends[top, left]
        cell = grid.rows[top][left]
        if place not in self._amounts:
            return (damage(cell) or reader(cell)) if left == place else reader("")
        if text_of(cell) and (bottom > top or right > left) and self._several(left, right, top, bottom):
            message = f"“{text_of(cell)}”写在合并的单元格里，不知道各行各列是多少。"
            return refused("cell-merged", message, "请取消合并，逐格填写。")
        return reader(cell)

    def _several(self, left: int, right: int, top: int, bottom: int) -> bool:
        """Whether a merged range covers more than one amount."""
        return bottom > top or sum(left <= place <= right for place in self._amounts) > 1


def _is_note(text: str, *, alone: bool) -> bool:
    return _NOTE.match(key(text)) is not None or (alone and len(text) > 4 and text.startswith(("备注", "说明", "注")))


def tell_hidden(grid: Grid, table: Table, report: Report) -> None:
    """Report what is read although nobody sees it."""
    for column in table.columns:
        if column.place in grid.marks.hidden_columns and column.meaning.field != SERIAL:
            where = grid.where(table.first - 1, column.place)
            report.append(
                warning("sheet-hidden", where, f"“{column.label}”是隐藏的列，也读了。", "不要的请删去这一列。")
            )
    rows = sorted({each.row + 1 for each in table.entries} & {row + 1 for row in grid.marks.hidden_rows})
    if rows:
        listed = "、".join(map(str, rows[:10])) + (f"等{len(rows)}行" if len(rows) > 10 else "行")
        where = grid.where(rows[0] - 1, 0)
        report.append(
            warning("sheet-hidden", where, f"第{listed}是隐藏的（或被筛选掉），也读了。", "不要的请删去这些行。")
        )
