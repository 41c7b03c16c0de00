"""Workbooks that would fill the memory are refused before their reader opens them.

The reader holds a cell for every place up to the farthest one that is written, were it alone in the
last row; and it unpacks whatever a package holds.
"""

from __future__ import annotations

import re
import zipfile

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes of all parts of a package together, unpacked."""
MOST_CELLS = 5_000_000
_ROW = re.compile(rb"""\br=["'][A-Z]{0,3}(\d{1,7})["']""")
_LETTERS = re.compile(rb"""\br=["']([A-Z]{1,3})\d""")
_ODS_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*)>")
_ROWS_REPEATED = re.compile(rb'table:number-rows-repeated="(\d+)"')
_COLUMNS_REPEATED = re.compile(rb'table:number-columns-repeated="(\d+)"')


class TooLargeError(Exception):
    """A workbook has more in it than any office would write."""


def sheet_parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts of `package` that hold sheets, by name, all of a size that can be read.

    Raises TooLargeError, and what zipfile raises for a package that is broken or lies about its sizes.
    """
    if sum(entry.file_size for entry in package.infolist()) > LARGEST_FILE:
        raise TooLargeError
    parts = {}
    for name in package.namelist():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            parts[name] = package.read(name)
            _refuse(_extent(parts[name]))
        elif name == "content.xml":
            parts[name] = package.read(name)
            _refuse(_extent_of_ods(parts[name]))
        elif name == "xl/sharedStrings.xml":
            package.read(name)  # its size, too, must be what the package says
    return parts


def _refuse(cells: int) -> None:
    if cells > MOST_CELLS:
        raise TooLargeError


def _extent(sheet: bytes) -> int:
    """Rows × columns of an .xlsx sheet; cells without an address count as a row's."""
    rows = max(map(int, set(_ROW.findall(sheet))), default=0)
    letters = _LETTERS.findall(sheet)
    columns = max(map(_column, set(letters)), default=0)
    unplaced = sheet.count(b"<c>") + sheet.count(b"<c ") - len(letters)
    return max(rows, 1) * max(columns, min(max(unplaced, 0), 16_384))


def _extent_of_ods(content: bytes) -> int:
    """Rows × columns of the largest .ods table up to its last cell with a value."""
    rows = columns = reach = repeat = most = 0
    for tag, attributes in _ODS_TAG.findall(content):
        if tag == b"table":
            rows = columns = reach = repeat = 0
        elif tag == b"table-row":
            rows += repeat
            repeat = _times(_ROWS_REPEATED, attributes)
            columns = 0
        else:
            columns += _times(_COLUMNS_REPEATED, attributes)
            if b"office:value" in attributes or b"calcext:value" in attributes:
                reach = max(reach, columns)
                most = max(most, (rows + repeat) * reach)
    return most


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1


def _column(letters: bytes) -> int:
    """A → 1, AA → 27; none → 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
