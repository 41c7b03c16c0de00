"""A table of this year (CSV or XLSX, as read) → the CSV of next year, with cleared cells.

Our own form: UTF-8 with its mark, commas, CRLF.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator

from lowcapdocs.renewal.rules import ISSUED
from lowcapdocs.renewal.years import Years, lasts
from lowcapdocs.sources.columns import DOCUMENTS, QUOTAS, TASKS, Columns, by_heading
from lowcapdocs.sources.nodes import Mapping, Scalar, Sequence, key
from lowcapdocs.sources.quotas import states_sum
from lowcapdocs.sources.tasks import without_amounts
from lowcapdocs.sources.year_columns import ACTIONS

Row = dict[str, str]
"""The cells of a row by their headings."""
Rule = Callable[[Row, Years, Counter[str]], Row | None]
"""A row, changed; None if it is left out."""


def renewed(node: Sequence, rule: Rule, years: Years, cleared: Counter[str]) -> bytes:
    """The table `node` by `rule`; what was cleared is counted in `cleared`."""
    rows = [_cells(item) for item in node.items if isinstance(item, Mapping)]
    changed = (rule(dict(row), years, cleared) for row in rows)
    kept = [row for row in changed if row is not None]
    headings = list(rows[0]) if rows else []
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([row.get(heading, "") for heading in headings] for row in kept)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _cells(item: Mapping) -> Row:
    return {heading: cell.text for heading, cell in item.entries.items() if isinstance(cell, Scalar)}


def _tasks(row: Row, years: Years, cleared: Counter[str]) -> Row:
    for heading, field in _fields(row, TASKS):
        if field == "targets" and without_amounts(row[heading]) != row[heading]:
            row[heading] = without_amounts(row[heading])
            cleared["目标数量"] += 1
    return _dated(row, TASKS, cleared)


def _schedule(row: Row, years: Years, cleared: Counter[str]) -> Row:
    return _dated(row, ACTIONS, cleared)


def _dated(row: Row, columns: Columns, cleared: Counter[str]) -> Row:
    for heading, field in _fields(row, columns):
        if field in ("deadline_date", "stated"):
            row[heading] = ""
        if field == "deadline" and row[heading] and not lasts(row[heading]):
            row[heading] = ""
            cleared["完成时限"] += 1
    return row


def _quotas(row: Row, years: Years, cleared: Counter[str]) -> Row | None:
    known = by_heading(QUOTAS)
    if any(field == "town" and states_sum(row[heading]) for heading, field in _fields(row, QUOTAS)):
        return None
    for heading, text in row.items():
        if known.get(key(heading), "amount") == "amount" and text and key(text) != "/":
            row[heading] = ""
            cleared["任务数"] += 1
    return row


def _documents(row: Row, years: Years, cleared: Counter[str]) -> Row:
    for heading, field in _fields(row, DOCUMENTS):
        if field in ISSUED:
            row[heading] = ""
        if field == "file":
            row[heading] = years.renamed(row[heading])
        if field == "status" and row[heading]:
            row[heading] = "draft"
    return row


def _fields(row: Row, columns: Columns) -> Iterator[tuple[str, str]]:
    """(heading, field) of every cell that `columns` knows."""
    known = by_heading(columns)
    for heading in row:
        if key(heading) in known:
            yield heading, known[key(heading)]


RULES: dict[str, Rule] = {"tasks": _tasks, "schedule": _schedule, "quotas": _quotas, "documents": _documents}
"""By the stem of the file: those that may be tables."""
