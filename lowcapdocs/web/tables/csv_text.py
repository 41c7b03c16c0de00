"""A table as CSV that Excel, WPS and LibreOffice open right: UTF-8 with BOM, CRLF (RFC 4180), one line of field names.

Spreadsheets guess what a cell is, so texts are written to be taken as texts:

- one that begins like a formula (= + - @, their full-width forms, after any space) gets a ' before it,
  unless all of it is a number, for numbers cannot do anything;
- one of digits that would change by being read as a number or a day (330203001000, 007, 2020-06, 1E5)
  is written as ="…", which spreadsheets show as its text; nothing but letters, digits, - / . : stands in it.

Numbers, negative ones too, are numbers: digits, one point, no grouping.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.web.markup import guard
from lowcapdocs.web.tables.table import Table, Value

BOM = "\ufeff"
SEPARATOR = "；"
"""Between the texts of a list."""
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]{1,11}(\.[0-9]{1,11})?")
_WHOLE_PART = re.compile(r"[+-]?0[0-9]")
_MONTH = r"[0-9]{0,4}-?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-?[0-9]{1,4}"
_MISREAD = re.compile(rf"[0-9][0-9./:\-]*(e[0-9]+)?|{_MONTH}|[0-9]{{1,2}}-?[a-z]{{3}}|true|false", re.IGNORECASE)


def csv_bytes(table: Table) -> bytes:
    """The whole file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([field.name for field in table.fields])
    writer.writerows([cell(value) for value in row] for row in table.rows())
    return (BOM + text.getvalue()).encode("utf-8")


def cell(value: Value) -> str:
    """One value as it stands between the commas, before quoting."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case int() | Decimal():
            return decimal_text(Decimal(value))
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M") if value.hour or value.minute else value.date().isoformat()
        case date():
            return value.isoformat()
        case tuple():
            return text_cell(SEPARATOR.join(value))
    return text_cell(value)


@lru_cache(maxsize=4096)
def text_cell(text: str) -> str:
    """`text` so that a spreadsheet takes it for that very text."""
    text = guard(text)
    if _NUMBER.fullmatch(text) and not _WHOLE_PART.match(text):
        return text
    if _MISREAD.fullmatch(text):
        return f'="{text}"'
    return f"'{text}" if _FORMULA.match(text) else text
