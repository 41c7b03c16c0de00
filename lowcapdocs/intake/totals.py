"""合计 and 小计: verified against the rows they stand for, never data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lowcapdocs.intake.columns import Column
from lowcapdocs.intake.grid import Grid
from lowcapdocs.intake.marks import Place
from lowcapdocs.intake.values import Reading, plain_number
from lowcapdocs.problems import error, warning
from lowcapdocs.sources.nodes import Report, key

TOTAL = "合计行"
_TOTAL = re.compile(
    r"(全[省市区县镇乡]|.{0,10}(合计|总计|共计|小计|累计)|总\s*数)[:：]?|(合计|总计|共计)[^,，。;；]{0,12}"
)
_SUBTOTAL = "小计"


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    readings: Mapping[int, Reading]
    label: str = ""

    def amount(self, place: int) -> Decimal:
        """What stands in a column; nothing is 0."""
        reading = self.readings.get(place)
        return (reading.amount if reading else None) or Decimal(0)


class Totals:
    """Gathers the rows of one sheet in order, then verifies its totals.

    A 小计 must be the sum of the rows since the last one, or of those until the next one (小计 that
    stand above their rows), or of all so far (running ones); any other total that of all rows, or of all so far.
    """

    def __init__(self, grid: Grid, columns: list[Column], amounts: set[int], mixed: bool, report: Report) -> None:
        self._grid, self._report, self._mixed = grid, report, mixed
        self._labels = {column.place: column.label for column in columns if column.place in amounts}
        self._lines: list[_Line] = []

    @staticmethod
    def is_total(text: str) -> bool:
        """Whether a cell at or before the subject of its row makes it a total."""
        return _TOTAL.fullmatch(key(text)) is not None

    def data(self, row: int, readings: Mapping[int, Reading]) -> None:
        """A row of data."""
        self._lines.append(_Line(row, readings))

    def total(self, row: int, label: str, readings: Mapping[int, Reading]) -> None:
        """A row of totals."""
        self._lines.append(_Line(row, readings, label))

    def verify(self) -> Iterator[tuple[Place, str]]:
        """Each total with what came of it; what does not agree is reported."""
        for index, line in enumerate(self._lines):
            if not line.label:
                continue
            if self._mixed:
                yield (line.row, self._first(line)), "合计行，几个指标在一列里，没有核对"
                continue
            if not any(reading.text or reading.level for reading in line.readings.values()):
                yield (line.row, self._first(line)), "合计行，没有数，没有核对"
                continue
            fine = [self._verify(index, line, place) for place in self._labels]
            yield (line.row, self._first(line)), "合计行，与明细相符" if all(fine) else "合计行，见上面的疑点"

    def _first(self, line: _Line) -> int:
        texts = (self._grid.own(line.row, place) for place in range(self._grid.width))
        return next((place for place, text in enumerate(texts) if text), 0)

    def _verify(self, index: int, line: _Line, place: int) -> bool:
        """Whether the total in a column agrees with its rows, or says nothing."""
        where = self._grid.where(line.row, place)
        reading = line.readings[place]
        sums = list(self._sums(index, line, place))
        shown = plain_number(sums[0])
        if reading.level == "error" and reading.amount is None:
            message = f"{self._labels[place]}：“{line.label}”没有读出数：{reading.message}明细相加={shown}。"
            self._report.append(warning("row-total-unread", where, message, reading.remedy))
            return False
        if any(each.readings[place].level == "error" for each in self._lines if not each.label):
            message = f"{self._labels[place]}：明细里有读不出的格，“{line.label}”没有核对。"
            self._report.append(warning("row-total-unread", where, message, "请先改正明细。"))
            return False
        if reading.amount is None or reading.amount in sums:
            return True
        message = f"{self._labels[place]}：{line.label}={plain_number(reading.amount)}，明细相加={shown}。"
        self._report.append(error("row-total", where, message, "请核对明细和合计。"))
        return False

    def _sums(self, index: int, line: _Line, place: int) -> Iterator[Decimal]:
        """The sums that a total may stand for, the likeliest first."""
        lines = self._lines
        so_far = sum((each.amount(place) for each in lines[:index] if not each.label), Decimal(0))
        if _SUBTOTAL in key(line.label):
            yield self._block(reversed(lines[:index]), place)
            yield self._block(iter(lines[index + 1 :]), place)
        else:
            yield sum((each.amount(place) for each in lines if not each.label), Decimal(0))
        yield so_far

    @staticmethod
    def _block(lines: Iterator[_Line], place: int) -> Decimal:
        """The sum of the rows up to the next total."""
        total = Decimal(0)
        for line in lines:
            if line.label:
                break
            total += line.amount(place)
        return total
