"""A workbook → grids of cells: rows and columns as they stand, merges filled for labels, damage marked.

.xlsx, .xls and .ods are known by what is in them, not by their names; .csv is text.
"""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from lowcapdocs.intake.marks import Marks, Place, part_names, scan
from lowcapdocs.problems import PolicyError, Where, error, reason
from lowcapdocs.sources.nodes import clean
from lowcapdocs.sources.oversize import LARGEST_FILE, MOST_CELLS, TooLargeError, sheet_parts
from lowcapdocs.sources.rows import csv_rows

_OLD = bytes.fromhex("D0CF11E0A1B11AE1")
"""How an OLE file begins: an .xls, or a workbook with a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CSV = (".csv", ".txt", ".tsv")
_RESAVE = "请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。"


@dataclass(slots=True)
class Grid:
    """One sheet. `rows` are cells as the reader gives them, from A1 on.

    `parents` leads from each cell that is merged into another to that one, `ends` from that one to
    the last of its range. `seen_whole`: whether errors and formulas could be looked for.
    """

    file: str
    sheet: str
    rows: list[list[Any]]
    marks: Marks = field(default_factory=Marks)
    parents: dict[Place, Place] = field(default_factory=dict)
    ends: dict[Place, Place] = field(default_factory=dict)
    hidden: bool = False
    seen_whole: bool = True

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def own(self, row: int, column: int) -> str:
        """The text of a cell; empty where it is merged into another."""
        return text_of(self.rows[row][column])

    def label(self, row: int, column: int) -> str:
        """The text of a cell, or of the one it is merged into."""
        origin = self.parents.get((row, column), (row, column))
        return text_of(self.rows[origin[0]][origin[1]])

    def where(self, row: int, column: int) -> Where:
        """The place of a cell."""
        return Where(self.file, self.sheet, row + 1, cell=cell_name(row, column))


def cell_name(row: int, column: int) -> str:
    """(6, 2) → C7."""
    return f"{column_name(column)}{row + 1}"


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """0 → A, 26 → AA; remembered, for every doubt about every cell asks."""
    return str(xl_col_to_name(column))


def text_of(cell: Any) -> str:
    """A cell on one line, as its user sees it: 3.0 is 3, a day 2020-06-30, true 是."""
    if cell.__class__ is str:
        return clean(cell)
    match cell:
        case bool():
            return "是" if cell else "否"
        case float():
            return str(int(cell)) if cell.is_integer() else f"{cell:.15g}"
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
    return str(cell)


def read(path: Path, name: str) -> list[Grid]:
    """Every sheet of a file; `name` is what messages call it. Raises PolicyError if it cannot be read."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TooLargeError
        data = path.read_bytes()
    except OSError as problem:
        raise _refused(name, f"读不了文件：{reason(problem)}。", "请检查文件是否存在、是否有权限。") from problem
    except TooLargeError as problem:
        raise _too_large(name) from problem
    if not data.strip():
        raise PolicyError([error("file-empty", Where(name), "文件是空的。", "请检查是否保存成功。")])
    if data.startswith(b"PK"):
        return _package(data, name)
    if data.startswith(_OLD):
        return _old(data, name)
    if path.suffix.lower() in _CSV:
        return _csv(data, name)
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise _refused(name, "内容其实是网页或 XML，只是起了表格的名字。", _RESAVE)
    raise _refused(name, "不是可以打开的表格（损坏，或不是 .xlsx、.xls、.ods、.csv）。", _RESAVE)


def _refused(name: str, message: str, remedy: str) -> PolicyError:
    return PolicyError([error("file-unreadable", Where(name), message, remedy)])


def _too_large(name: str) -> PolicyError:
    message = f"表格太大（展开后超过{LARGEST_FILE // 1024**2}MB，或超过{MOST_CELLS // 10_000}万格），不像手工填的表。"
    return _refused(name, message, "请删去数据下方、右侧误填或误设格式的空行空列，另存后再试。")


def _package(data: bytes, name: str) -> list[Grid]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = sheet_parts(package)
            if not parts:
                raise _refused(name, "里面没有工作表：可能是 Word 文件、压缩包，或特殊格式的工作簿。", _RESAVE)
            marks = {sheet: scan(parts[part]) for sheet, part in part_names(package).items() if part in parts}
    except TooLargeError as problem:
        raise _too_large(name) from problem
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as problem:
        raise _refused(name, "文件已损坏，或加了密码。", _RESAVE) from problem
    return _grids(data, name, marks, seen_whole="content.xml" not in parts)


def _old(data: bytes, name: str) -> list[Grid]:
    if _ENCRYPTED in data:
        raise _refused(name, "加了打开密码。", "请在 Excel 或 WPS 里去掉密码，另存后再试。")
    return _grids(data, name, {}, seen_whole=False)


def _grids(data: bytes, name: str, marks: dict[str, Marks], *, seen_whole: bool) -> list[Grid]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    found = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for about in book.sheets_metadata:
            sheet = book.get_sheet_by_name(about.name)
            last = sheet.end  # its total_height would be one short
            if last is not None and (last[0] + 1) * (last[1] + 1) > MOST_CELLS:
                raise _too_large(name)
            rows = sheet.to_python(skip_empty_area=False) if last is not None else []
            hidden = about.visible != SheetVisibleEnum.Visible
            grid = Grid(name, about.name, rows, marks.get(about.name, Marks()), hidden=hidden, seen_whole=seen_whole)
            _merge(grid, sheet.merged_cell_ranges or [])
            found.append(grid)
    except PasswordError as problem:
        raise _refused(name, "加了打开密码。", "请在 Excel 或 WPS 里去掉密码，另存后再试。") from problem
    except CalamineError as problem:
        raise _refused(name, "文件已损坏，或不是表格。", _RESAVE) from problem
    return found


def _merge(grid: Grid, ranges: list[tuple[Place, Place]]) -> None:
    """Note the merged ranges of `grid`, as far as its cells go."""
    for (top, left), (bottom, right) in ranges:
        bottom, right = min(bottom, len(grid.rows) - 1), min(right, grid.width - 1)
        if bottom < top or right < left:
            continue
        if len(grid.parents) + (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
            raise _too_large(grid.file)
        grid.ends[top, left] = bottom, right
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                grid.parents[row, column] = top, left
        del grid.parents[top, left]


def _csv(data: bytes, name: str) -> list[Grid]:
    if len(data) > LARGEST_FILE // 8:
        raise _too_large(name)
    try:
        lines = list(csv_rows(data))
    except UnicodeDecodeError as problem:
        remedy = "请用 Excel 或 WPS 另存为“CSV UTF-8”。"
        raise _refused(name, "文字编码无法识别。", remedy) from problem
    except csv.Error as problem:
        raise _refused(name, f"不是完整的 CSV 表格：{problem}。", _RESAVE) from problem
    width = max((len(row) for _, row in lines), default=0)
    rows: list[list[Any]] = []
    for number, row in lines:
        rows += [[""] * width for _ in range(number - 1 - len(rows))]
        rows.append([*row, *[""] * (width - len(row))])
    return [Grid(name, "", rows)]
