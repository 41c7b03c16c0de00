"""A table as JSON: what it is, as of when, under which terms, and its rows, one a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lowcapdocs.web.markup import guard
from lowcapdocs.web.tables.table import Table, Value, as_mapping


def json_bytes(table: Table, head: Mapping[str, object]) -> bytes:
    """The whole file: `head`, then `data`, a list of objects whose keys are the fields of `table`."""
    data = bytearray(f'{dumped(head)[:-1]}, "data": ['.encode())
    mark = b"\n"
    for row in as_mapping(table):
        data += mark + dumped({name: plain(value) for name, value in row.items()}).encode()
        mark = b",\n"
    return bytes(data + b"\n]}\n")


def plain(value: Value) -> Any:
    """A value as JSON has it: numbers as numbers, days and moments by ISO 8601, None as null."""
    match value:
        case None | bool() | int():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return [guard(each) for each in value]
    return guard(value)


def dumped(value: object) -> str:
    """Compact JSON in Chinese, the same on every machine."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
