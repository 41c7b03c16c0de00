"""One sheet of a return that came back: its columns, its lines, and what was done to its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lowcapdocs.intake.grid import Grid, cell_name, text_of
from lowcapdocs.intake.values import BLANK, UNSOLVED, Reader, Reading, broken, damage, finding
from lowcapdocs.problems import Finding, Where, error
from lowcapdocs.returns.layout import ID, SEARCHED, Column
from lowcapdocs.sources.nodes import key

RESEND = "请在发出的那份报送表里填，发回原文件；找不到的请区里重新发一份。"


@dataclass(frozen=True, slots=True)
class Told:
    """A line that came back: its id (empty for a new firm) and its values by field, as far as they could be read.

    `where` is its row, `places` the columns of the sheet by field.
    """

    id: str
    values: Mapping[str, str]
    where: Where
    places: Mapping[str, int]

    def at(self, field: str) -> Where:
        """The cell of a field; the row where the sheet has no such column."""
        if field not in self.places or self.where.row is None:
            return self.where
        cell = cell_name(self.where.row - 1, self.places[field])
        return Where(self.where.file, self.where.sheet, self.where.row, cell=cell)


class Sheet:
    """One sheet with its columns found; problems go to `findings`."""

    def __init__(
        self,
        grid: Grid | None,
        name: str,
        columns: Sequence[Column],
        file: str,
        findings: list[Finding],
        *,
        needed: bool,
        optional: frozenset[str] = frozenset(),
    ) -> None:
        self._grid = grid or Grid(file, name, [])
        self._findings = findings
        self._named = {column.field: column.heading for column in columns}
        self._columns: dict[int, Column] = {}
        self._places: dict[str, int] = {}
        self._head = self._ids = -1
        self._headings = {text for column in columns for text in (column.heading, column.group) if text}
        for row, cells in enumerate(self._grid.rows[:SEARCHED]):
            texts = [text_of(cell) for cell in cells]
            if ID in texts:
                self._head, self._ids = row, texts.index(ID)
                self._places = {text: place for place, text in enumerate(texts) if text and text != ID}
                known = [each for each in columns if each.read and each.field in self._places]
                self._columns = {self._places[each.field]: each for each in known}
                break
        found = {column.field for column in self._columns.values()} | optional
        missing = [column.heading for column in columns if column.read and column.field not in found]
        if missing and (needed or grid is not None):
            what = f"少了“{'、'.join(missing)}”" if self._head >= 0 else "整张表被删掉或改乱了"
            findings.append(error("return-sheet", Where(file, name), f"{what}，读不了。", RESEND))

    def row(self, row: int) -> list[object]:
        """The cells of a row."""
        return self._grid.rows[row]

    def where(self, row: int, column: int) -> Where:
        """The place of a cell."""
        return self._grid.where(row, column)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Each row below the field names with its id."""
        for row in range(self._head + 1, len(self._grid.rows)) if self._head >= 0 else ():
            yield row, text_of(self._grid.rows[row][self._ids])

    def filled(self, row: int) -> bool:
        """Whether a row without an id says anything, and is none of headings."""
        cells = self._grid.rows[row]
        texts = [text for place in self._columns if cells[place] != "" and (text := text_of(cells[place]))]
        marks = self._grid.marks
        damaged = bool(marks.errors or marks.unsolved) and any(
            (row, place) in marks.errors or (row, place) in marks.unsolved for place in self._columns
        )
        return damaged or any(text not in self._headings for text in texts)

    def told(self, row: int, line: str, reader: Callable[[Column], Reader]) -> Told:
        """A line, each column read by the reader that `reader` has for it."""
        values = {}
        for place, column in self._columns.items():
            reading = self.reading(row, place, reader(column), column.heading)
            if reading.level != "error":
                values[column.field] = reading.text
        return Told(line, values, Where(self._grid.file, self._grid.sheet, row + 1), self._places)

    def reading(self, row: int, place: int, reader: Reader, heading: str) -> Reading:
        """What a cell says, with its doubt told."""
        cells, marks = self._grid.rows[row], self._grid.marks
        cell = cells[place] if place < len(cells) else ""
        if cell == "" and not (marks.errors or marks.unsolved):
            return BLANK
        if (row, place) in marks.errors:
            reading = broken(marks.errors[row, place])
        elif (row, place) in marks.unsolved:
            reading = UNSOLVED
        else:
            reading = damage(cell) or reader(cell)
        if reading.level:
            self._findings.append(finding(reading, self.where(row, place), heading))
        return reading

    def locked(self, row: int, sent: Mapping[str, str], fields: Sequence[str]) -> bool:
        """Whether the locked `fields` of a row say what was `sent`; each cell that does not is told.

        The ids are hidden: a sort or a paste of what is seen moves the labels and leaves the ids behind.
        """
        whole = True
        for field in fields:
            place = self._places.get(field)
            if place is None:
                continue
            cells = self._grid.rows[row]
            now, before = text_of(cells[place]) if place < len(cells) else "", sent.get(field, "")
            if key(now) != key(before):
                whole = False
                message = f"{self._named[field]}被改动：发出时是“{before}”，现在是“{now or '空'}”。"
                remedy = "这一行填的可能是另一项指标的数；请照发出时恢复，再核对填的数。"
                self._findings.append(error("return-locked", self.where(row, place), message, remedy))
        return whole

    def unknown(self, row: int, line: str) -> None:
        """Tell an id that was not sent to this town."""
        message = f"这一行的编号“{line}”不是发给这个镇街的（可能从别处复制而来）。"
        remedy = "请清除这一行；新的企业填在表后的空行里。"
        self._findings.append(error("return-row-unknown", self.where(row, self._ids), message, remedy))

    def compare(self, lines: Sequence[Told], sent: Mapping[str, Mapping[str, str]], name: str) -> None:
        """Tell lines that were deleted or copied, and locked cells that are not as they were sent."""
        if self._head < 0:
            return
        seen: dict[str, Told] = {}
        for line in lines:
            first = seen.setdefault(line.id, line)
            if first is not line:
                called = sent.get(line.id, {}).get(name, line.id)
                message = f"“{called}”有两行（另一行是第{first.where.row}行），是复制出来的。"
                self._findings.append(
                    error("return-row-copied", line.at(name), message, "请删去一行；新的企业填在表后的空行里。")
                )
        for line_id, values in sent.items():
            if line_id not in seen:
                place = Where(self._grid.file, self._grid.sheet)
                message = f"“{values.get(name, line_id)}”一行被删掉了。"
                self._findings.append(
                    error("return-row-deleted", place, message, "请恢复这一行；不再做的请在备注里说明。")
                )
