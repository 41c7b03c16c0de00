"""A town's pen: fills in, and damages, a workbook by its XML, as programs that save it leave it."""

from __future__ import annotations

import copy
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from lowcapdocs.intake.grid import cell_name, read, text_of
from lowcapdocs.intake.marks import part_names
from lowcapdocs.returns.layout import AMOUNTS_SHEET, DAY, FIRMS_SHEET, ID, META_SHEET

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_EPOCH = date(1899, 12, 30)


class Pen:
    """One workbook on disk. Values: text, number, date, None (blank), or “=…” for a formula without a result."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._look()

    def _look(self) -> None:
        """Where everything stands."""
        self.grids = {grid.sheet: grid for grid in read(self.path, self.path.name)}

    def place(self, sheet: str, line: str, field: str) -> str:
        """The address of a field in the line of an id; “+1” is the first spare row of firms."""
        rows = [[text_of(cell) for cell in row] for row in self.grids[sheet].rows]
        head = next(row for row, texts in enumerate(rows) if ID in texts)
        ids = [texts[0] for texts in rows]
        if line.startswith("+"):
            last = max(row for row in range(head + 3, len(rows)) if ids[row]) if any(ids[head + 3 :]) else head + 2
            row = last + int(line)
        else:
            row = ids.index(line)
        column = 2 if line == DAY else rows[head].index(field)
        return cell_name(row, column)

    def amount(self, measure: str, **values: Any) -> Pen:
        """Fill in fields of a measure on 报送."""
        return self._fill(AMOUNTS_SHEET, measure, values)

    def firm(self, firm: str, **values: Any) -> Pen:
        """Fill in fields of a firm on 企业; “+1” is the first spare row."""
        return self._fill(FIRMS_SHEET, firm, values)

    def day(self, value: Any) -> Pen:
        """Fill in 填报日期."""
        return self.set(AMOUNTS_SHEET, self.place(AMOUNTS_SHEET, DAY, ""), value)

    def _fill(self, sheet: str, line: str, values: dict[str, Any]) -> Pen:
        for field, value in values.items():
            self.set(sheet, self.place(sheet, line, field), value)
        return self

    def set(self, sheet: str, address: str, value: Any) -> Pen:
        """Put a value into a cell, as text, number, date, error or formula."""

        def act(data: Any) -> None:
            cell = _cell(data, address)
            for child in list(cell):
                cell.remove(child)
            cell.attrib.pop("t", None)
            match value:
                case None:
                    pass
                case str() if value.startswith("#"):
                    cell.set("t", "e")
                    etree.SubElement(cell, f"{{{_MAIN}}}v").text = value
                case str() if value.startswith("="):
                    etree.SubElement(cell, f"{{{_MAIN}}}f").text = value[1:]
                case str():
                    cell.set("t", "inlineStr")
                    inline = etree.SubElement(cell, f"{{{_MAIN}}}is")
                    etree.SubElement(inline, f"{{{_MAIN}}}t").text = value
                case date():
                    etree.SubElement(cell, f"{{{_MAIN}}}v").text = str((value - _EPOCH).days)
                case _:
                    etree.SubElement(cell, f"{{{_MAIN}}}v").text = str(value)

        return self._edit(sheet, act)

    def meta(self, name: str, value: str) -> Pen:
        """Write something else on the hidden sheet."""
        row = next(row for row, cells in enumerate(self.grids[META_SHEET].rows) if cells[0] == name)
        return self.set(META_SHEET, cell_name(row, 1), value)

    def delete(self, sheet: str, line: str) -> Pen:
        """Delete the row of an id; those below move up."""

        def act(data: Any) -> None:
            number = int(re.sub(r"\D", "", self.place(sheet, line, ID)))
            for row in list(data):
                at = int(row.get("r"))
                if at == number:
                    data.remove(row)
                elif at > number:
                    _renumber(row, at - 1)

        self._edit(sheet, act)
        self._look()
        return self

    def copy(self, sheet: str, line: str, onto: str) -> Pen:
        """Copy the whole row of an id, hidden id and all, onto another row."""

        def act(data: Any) -> None:
            source, target = (int(re.sub(r"\D", "", self.place(sheet, each, ID))) for each in (line, onto))
            rows = {int(row.get("r")): row for row in data}
            copied = copy.deepcopy(rows[source])
            _renumber(copied, target)
            data.replace(rows[target], copied)

        return self._edit(sheet, act)

    def swap(self, sheet: str, line: str, other: str, columns: str = "BCDEF") -> Pen:
        """Swap what stands in `columns` of two rows and leave the hidden ids alone, as a sort of what is seen does."""
        rows = [re.sub(r"\D", "", self.place(sheet, each, ID)) for each in (line, other)]
        cells = self.grids[sheet].rows
        kept = {letter: [cells[int(row) - 1]["ABCDEFGHIJKL".index(letter)] for row in rows] for letter in columns}
        for letter, values in kept.items():
            for row, value in zip(rows, reversed(values), strict=True):
                self.set(sheet, f"{letter}{row}", None if value == "" else value)
        self._look()
        return self

    def forget(self, sheet: str) -> Pen:
        """Take away the results of formulas, so that a program must reckon them."""

        def act(data: Any) -> None:
            for formula in data.iter(f"{{{_MAIN}}}f"):
                result = formula.getnext()
                if result is not None:
                    formula.getparent().remove(result)

        return self._edit(sheet, act)

    def _edit(self, sheet: str, act: Callable[[Any], None]) -> Pen:
        with zipfile.ZipFile(self.path) as package:
            part = part_names(package)[sheet]
            parts = {each: package.read(each) for each in package.namelist()}
        root = etree.fromstring(parts[part])
        act(root.find(f"{{{_MAIN}}}sheetData"))
        parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_STORED) as package:
            for each, data in parts.items():
                package.writestr(each, data)
        return self


def _cell(data: Any, address: str) -> Any:
    number = re.sub(r"\D", "", address)
    row = next(row for row in data if row.get("r") == number)
    for cell in row:
        if cell.get("r") == address:
            return cell
    made = etree.SubElement(row, f"{{{_MAIN}}}c", r=address)
    row[:] = sorted(row, key=lambda cell: (len(cell.get("r")), cell.get("r")))
    return made


def _renumber(row: Any, number: int) -> None:
    row.set("r", str(number))
    for cell in row:
        cell.set("r", re.sub(r"\d+", str(number), cell.get("r")))
