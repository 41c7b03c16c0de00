"""Pipe tables of a draft → Table: header rows of several levels, sums, merged columns, notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from lowcapdocs.draft import markup
from lowcapdocs.gongwen.elements import Align, Row, Span, Spans, Table, plain
from lowcapdocs.gongwen.wording import decimal_text, number_in

_SUM = re.compile(r"(?:\*\*)?(?:=|\[=\]\(" + markup.PATH + r"\))(?:\*\*)?")
"""A cell that holds only `=` prints the sum of the numbers above it; `\\=` is the sign itself."""

_CELL_EDGE = re.compile(r"\\.|(\|)")
_RULE = re.compile(r":?-+:?")
_Line: TypeAlias = tuple[int, tuple[Spans, ...], frozenset[int]]
"""Number and cells of a line of a table, and the columns in which it wants sums."""
OPTIONS = ("宽", "合并", "合计", "单位")

Fail = Callable[[int, str, str], None]
"""Reports line (from 1), message, remedy."""


@dataclass(slots=True)
class TableText:
    """The lines of one table as they stand in the draft, each with its line number."""

    line: int
    rows: list[tuple[int, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)


def cells(line: str) -> list[str]:
    """The cells of a table line, trimmed, escapes kept."""
    inner = line.strip().removeprefix("|")
    if "\\" not in inner:
        return [part.strip() for part in inner.removesuffix("|").split("|")]
    parts, start = [], 0
    for edge in _CELL_EDGE.finditer(inner):
        if edge[1]:
            parts.append(inner[start : edge.start()].strip())
            start = edge.end()
    return [*parts, inner[start:].strip()] if inner[start:] else parts


def build(source: TableText, fail: Fail) -> Table | None:
    """The table, or None with a report."""
    rule = next((place for place, (_, text) in enumerate(source.rows) if _aligns(text)), None)
    if not rule:
        fail(source.line, "表格没有表头分隔行。", "请在表头下一行写“| --- | --- |”。")
        return None
    aligns = _aligns(source.rows[rule][1])
    read: list[_Line] = []
    for line, text in source.rows[:rule] + source.rows[rule + 1 :]:
        try:
            row, sums = _row(text)
        except markup.MarkupError as problem:
            fail(line, f"{problem}。", "请改正，或在符号前加反斜杠。")
            return None
        if len(row) != len(aligns):
            fail(line, f"这一行有{len(row)}格，应有{len(aligns)}格。", "请补齐或删去多余的“|”。")
            return None
        read.append((line, row, sums))
    header = tuple(row for _, row, _ in read[:rule])
    return Table(
        header=header,
        rows=_sum_up(read[rule:], source.options.get("合计", "")),
        aligns=aligns,
        widths=_widths(source, len(aligns), fail),
        merge=_merged(source, header, fail),
        caption=f"单位：{source.options['单位']}" if source.options.get("单位") else "",
        notes=_notes(source, fail),
        line=source.line,
    )


@lru_cache(maxsize=64)
def _aligns(line: str) -> tuple[Align, ...]:
    """What the rule under a head says of each column; empty if `line` is no rule. Remembered, as in `line`."""
    row = cells(line)
    return tuple(map(_align, row)) if all(map(_RULE.fullmatch, row)) else ()


@lru_cache(maxsize=512)
def _row(line: str) -> tuple[tuple[Spans, ...], frozenset[int]]:
    """The cells of a line, and which of them are sums. Remembered: a series shares heads and totals.

    Raises MarkupError.
    """
    row = cells(line)
    sums = frozenset(place for place, cell in enumerate(row) if _SUM.fullmatch(cell)) if "=" in line else frozenset()
    return tuple(map(markup.spans, row)), sums


def _align(cell: str) -> Align:
    if cell.endswith(":"):
        return "center" if cell.startswith(":") else "right"
    return "left"


def _sum_up(rows: list[_Line], label: str) -> tuple[Row, ...]:
    """Rows with the sums that they ask for computed; one with a sum or `label` is a total."""
    sums = {column: Decimal(0) for _, _, columns in rows for column in columns}
    found: list[Row] = []
    for line, row, columns in rows:
        if columns:
            summed = tuple(
                (Span(decimal_text(sums[i]), cell[0].strong, cell[0].path),) if i in columns else cell
                for i, cell in enumerate(row)
            )
            found.append(Row(summed, True, line))
        elif label and plain(row[0]) == label:
            found.append(Row(row, True, line))
        else:
            for column in sums:
                if number := number_in(plain(row[column])):
                    sums[column] += number
            found.append(Row(row, False, line))
    return tuple(found)


def _widths(source: TableText, columns: int, fail: Fail) -> tuple[float, ...]:
    text = source.options.get("宽")
    if not text:
        return ()
    parts = [number_in(part.strip()) for part in text.replace("，", ",").split(",")]
    widths = tuple(float(part) for part in parts if part is not None and part > 0)
    if len(widths) != columns or len(parts) != columns:
        fail(source.line, f"“宽={text}”应有{columns}个正数。", "每列一个，用逗号隔开。")
        return ()
    return widths


def _merged(source: TableText, header: tuple[tuple[Spans, ...], ...], fail: Fail) -> frozenset[int]:
    if not source.options:
        return frozenset()
    headings = [plain(cell) for cell in header[-1]]
    found = set()
    for name in filter(None, re.split("[、,，]", source.options.get("合并", ""))):
        if name in headings:
            found.add(headings.index(name))
        else:
            fail(source.line, f"“合并={name}”不是表头里的列名。", f"可用的有：{'、'.join(headings)}。")
    return frozenset(found)


def _notes(source: TableText, fail: Fail) -> tuple[Spans, ...]:
    notes = []
    for line, text in source.notes:
        try:
            notes.append(markup.spans(text))
        except markup.MarkupError as problem:
            fail(line, f"{problem}。", "请改正，或在符号前加反斜杠。")
    return tuple(notes)
