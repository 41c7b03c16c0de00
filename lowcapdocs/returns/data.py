"""Changes → the data files with them in: rows added, cells put in place, everything else as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lowcapdocs.checks import data as data_checks
from lowcapdocs.checks import ledger as ledger_checks
from lowcapdocs.checks import returns as return_checks
from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.problems import Finding
from lowcapdocs.returns.change import Change
from lowcapdocs.sources.columns import Columns, by_heading
from lowcapdocs.sources.csv_text import CsvText
from lowcapdocs.sources.nodes import key
from lowcapdocs.sources.year_columns import LEDGER, PROGRESS

COLUMNS: dict[str, Columns] = {"progress": PROGRESS, "ledger": LEDGER}


_JUDGED = {"return-accepted", "return-decimals", "return-falls", "return-over", "return-parts", "return-year"}
"""What is told of a return by its own cells already."""


def rewritten(stem: str, old: bytes | None, changes: Iterable[Change]) -> tuple[bytes, dict[int, Change]]:
    """The file `stem` (None: there is none yet) with `changes`, and which line each of them came to.

    Raises UnicodeError and ValueError for a file that is no CSV.
    """
    columns = COLUMNS[stem]
    table = CsvText(old) if old is not None else CsvText.new([names[0] for names in columns.values()])
    fields = by_heading(columns)
    headings = {fields.get(key(heading), key(heading)): heading for heading in table.headings if heading}
    lines: dict[int, Change] = {}
    for change in changes:
        values = {
            headings.get(field) or headings.get(key(field)) or columns.get(field, (field,))[0]: value
            for field, value in change.values.items()
        }
        line = change.line
        if line is None:
            line = table.append(values)
        else:
            for heading, value in values.items():
                table.set(line, heading, value)
        lines[line] = change
    return table.data(), lines


def consequences(
    before: Campaign, after: Campaign, places: dict[tuple[str, int], Change], files: dict[str, str]
) -> Iterator[Finding]:
    """What the checks of data, ledger and returns say of `after` and did not say of `before`, by the return to blame.

    `places` leads from stem and line to the change that stands there, `files` from what messages call
    a file to its stem. Advice on what no return touches is left to `check`.
    """
    known = {(each.code, each.message) for each in _checked(before)}
    for found in _checked(after):
        stem = files.get(found.where.file, "")
        change = places.get((stem, found.where.row or 0))
        if (found.code, found.message) in known or (change is None and found.level != "error"):
            continue
        where = change.where if change else found.where
        yield Finding(found.code, found.level, where, found.message, found.remedy)


def _checked(campaign: Campaign) -> Iterator[Finding]:
    yield from data_checks.check(campaign)
    yield from ledger_checks.check(campaign)
    yield from (found for found in return_checks.check(Figures(campaign)) if found.code not in _JUDGED)
