"""A CSV file of ours as text that can be changed cell by cell: what is not touched keeps every byte.

Encoding, byte-order mark, delimiter, quoting and line ends stay as they are in the file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lowcapdocs.sources.nodes import clean
from lowcapdocs.sources.rows import decode, delimiter_of


@dataclass(slots=True)
class _Row:
    cells: list[str]
    """As they are written, quotes included."""
    end: str


class CsvText:
    """A table; its first row with any text holds the headings. Rows are named by the line they begin on."""

    def __init__(self, data: bytes) -> None:
        """Read the bytes of a file. Raises UnicodeDecodeError, and ValueError for what is no CSV."""
        self._encoding, self._mark = encoding_of(data)
        text = decode(data)
        self._delimiter = delimiter_of(text)
        self._rows, self._places, self._next = _split(text, self._delimiter)
        self._head = next((row for row in self._rows if any(map(_plain, row.cells))), None)
        if self._head is None:
            raise ValueError("no headings")
        self._newline = self._head.end or "\r\n"

    @classmethod
    def new(cls, headings: list[str]) -> CsvText:
        """An empty table as our own files are: UTF-8 with its mark, commas, CRLF."""
        cells = (_quoted(heading, ",") for heading in headings)
        return cls(codecs.BOM_UTF8 + f"{','.join(cells)}\r\n".encode())

    @property
    def headings(self) -> list[str]:
        """The headings, cleaned as readers of tables clean them."""
        assert self._head is not None
        return [clean(_plain(cell)) for cell in self._head.cells]

    def set(self, line: int, heading: str, value: str) -> None:
        """Put `value` into the row that begins on `line` (from 1). Raises KeyError if none does."""
        self._put(self._places[line], heading, value)

    def append(self, values: Mapping[str, str]) -> int:
        """Add a row below, in it `values` by heading; the line that it begins on."""
        last = self._rows[-1]
        if not last.end:
            last.end = self._newline
            self._next += 1
        row = _Row([""] * len(self.headings), self._newline)
        self._rows.append(row)
        line = self._next
        self._places[line] = row
        self._next += 1
        for heading, value in values.items():
            if value:
                self._put(row, heading, value)
        return line

    def _put(self, row: _Row, heading: str, value: str) -> None:
        """Set a cell, in a new column if there is none of that name."""
        assert self._head is not None
        if heading not in self.headings:
            self._head.cells.append(_quoted(heading, self._delimiter))
        column = self.headings.index(heading)
        row.cells += [""] * (column + 1 - len(row.cells))
        if clean(_plain(row.cells[column])) != value:
            row.cells[column] = _quoted(value, self._delimiter)

    def data(self) -> bytes:
        """The bytes of the file."""
        text = "".join(self._delimiter.join(row.cells) + row.end for row in self._rows)
        return self._mark + text.encode(self._encoding)


def encoding_of(data: bytes) -> tuple[str, bytes]:
    """The encoding that `decode` would read, and the byte-order mark that stands before it."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return encoding, mark
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030", b""
    return "utf-8", b""


def _split(text: str, delimiter: str) -> tuple[list[_Row], dict[int, _Row], int]:
    """The rows of `text`, each by the line that it begins on, and the line after the last break.

    Raises ValueError for a quote left open.
    """
    cell = re.compile(rf'("(?:[^"]|"")*"|[^"{re.escape(delimiter)}\r\n][^{re.escape(delimiter)}\r\n]*|)')
    rows: list[_Row] = []
    places: dict[int, _Row] = {}
    at, line, cells, begun = 0, 1, list[str](), 1
    while at < len(text) or cells:
        found = cell.match(text, at)
        assert found is not None  # it may be empty
        cells.append(found[0])
        line += _breaks(found[0])
        at = found.end()
        if text.startswith(delimiter, at):
            at += 1
            continue
        end = "\r\n" if text.startswith("\r\n", at) else text[at : at + 1]
        if end not in ("", "\r", "\n", "\r\n"):
            raise ValueError(f"line {line}")
        at += len(end)
        row = _Row(cells, end)
        rows.append(row)
        places[begun] = row
        line += bool(end)
        cells, begun = [], line
    return rows, places, line


def _breaks(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _plain(cell: str) -> str:
    """What a written cell says."""
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def _quoted(value: str, delimiter: str) -> str:
    """`value` as it is written, in quotes where it must be."""
    if any(mark in value for mark in (delimiter, '"', "\r", "\n")):
        return '"' + value.replace('"', '""') + '"'
    return value
