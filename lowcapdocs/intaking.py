"""收表: a sheet that a clerk already has → what it would change in a campaign's data; written only when told to.

Nothing is written while anything is an error, and only our own CSV files are rewritten, through
`rewriting`, which keeps what they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lowcapdocs import rewriting
from lowcapdocs.checks import data as checks
from lowcapdocs.checks import ledger, returns
from lowcapdocs.figures.figures import Figures
from lowcapdocs.intake import compare
from lowcapdocs.intake.compare import Difference
from lowcapdocs.intake.grid import column_name
from lowcapdocs.intake.grid import read as read_grids
from lowcapdocs.intake.kinds import KINDS, Kind
from lowcapdocs.intake.register import Register
from lowcapdocs.intake.sheets import Book, read_book
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.problems import Finding, Level, PolicyError, Where, error, has_errors
from lowcapdocs.sources import rows
from lowcapdocs.sources.load import load_partly
from lowcapdocs.sources.nodes import Report
from lowcapdocs.workspace import Workspace, alone

_MANY = 5_000
"""Rows of a data file from which on it is tried with the sheet in it only before writing: that takes seconds."""
_UNFILLED = {"quota-missing", "quota-blank"}
"""Errors of data that no sheet could leave behind it filled in: a town comes before its quotas."""
_SUMS = {"goal-total", "quota-total"}
"""Errors whose words change with every figure: where they stood already, they are not new."""
_RULES: dict[str, Callable[[Campaign], Iterable[Finding]]] = {
    "progress": lambda campaign: returns.check(Figures(campaign)),
    "ledger": lambda campaign: (*ledger.check(campaign), *returns.check(Figures(campaign))),
}
"""What else is asked of the data with a sheet of this kind in it."""
_NEWLINES = {True: "\r\n", False: "\n"}


@dataclass(slots=True)
class Intake:
    """What a sheet says, what it would change, and what was written."""

    file: str
    campaign: str = ""
    book: Book | None = None
    difference: Difference | None = None
    findings: list[Finding] = field(default_factory=list)
    target: str = ""
    backup: str = ""
    written: bool = False

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return has_errors(self.findings)

    def as_dict(self) -> dict[str, Any]:
        """All of it as plain JSON values."""
        book, difference = self.book, self.difference
        return {
            "file": self.file,
            "campaign": self.campaign,
            "kind": book.kind.id if book else None,
            "guessed": book.guessed if book else None,
            "sheets": [
                {
                    "sheet": table.sheet,
                    "header": [table.first, table.last],
                    "columns": [
                        {
                            "column": column_name(each.place),
                            "label": each.label,
                            "field": each.meaning.field,
                            "measure": each.meaning.measure,
                            "unit": each.unit,
                        }
                        for each in table.columns
                    ],
                    "unused": [{"column": column_name(place), "label": label} for place, label in table.unused],
                    "rows": table.count,
                }
                for table in (book.tables if book else ())
            ],
            "findings": [finding.as_dict() for finding in self.findings],
            "skipped": [
                {"sheet": each.where.sheet, "cell": each.where.cell, "text": each.text, "reason": each.why}
                for each in _skipped(book)
            ],
            "changes": [
                {
                    "kind": each.kind,
                    "record": each.record,
                    "column": each.column,
                    "old": each.old,
                    "new": each.new,
                    "values": dict(each.values),
                    "sheet": each.where.sheet,
                    "cell": each.where.cell,
                }
                for each in (difference.changes if difference else ())
            ],
            "same": difference.same if difference else 0,
            "target": self.target,
            "written": self.written,
            "backup": self.backup,
        }


def _skipped(book: Book | None) -> list[Any]:
    if book is None:
        return []
    return [*book.skipped, *(each for table in book.tables for each in table.skipped)]


def intake(space: Workspace, path: Path, *, kind: str = "", campaign: str = "", apply: bool = False) -> Intake:
    """Read the sheets of `path` as `kind` (guessed if empty) and compare them with `campaign`, the only one if empty.

    With `apply` the changes are written, unless there is any error. What stops it is among the findings.
    """
    result = Intake(path.name)
    try:
        if apply:
            alone(space, lambda: _take(space, path, kind, campaign, result, apply=True))
        else:
            _take(space, path, kind, campaign, result, apply=False)
    except PolicyError as problem:
        result.findings += problem.findings
    return result


def _take(space: Workspace, path: Path, kind: str, campaign: str, result: Intake, *, apply: bool) -> None:
    result.campaign = _campaign(space, campaign)
    folder = space.data / result.campaign
    grids = read_grids(path, path.name)
    shown = f"policy_data/{result.campaign}"
    loaded, problems = load_partly(folder, shown_as=shown)
    if loaded is None:
        raise PolicyError(problems)
    book = result.book = read_book(grids, loaded, KINDS[kind] if kind else None)
    result.findings += book.findings
    target, old, node = _held(folder, result.campaign, book.kind, result.findings)
    result.target = f"{shown}/{target.name}"
    register = Register(book.kind, node, loaded)
    result.difference = compare.put(register, book.entries)
    result.findings += result.difference.findings
    if not result.difference.writes:
        return
    data = register.csv(_NEWLINES[b"\r\n" in old or not old])
    if not result.failed and (apply or len(register.rows) <= _MANY):
        _try(space, loaded, problems, book.kind, data, result)
    if apply and not result.failed:
        about = f"收表 {result.file}：{len(result.difference.changes)}项。"
        done = rewriting.replace(folder, shown, {target.name: data}, about)
        result.written, result.backup = True, done.place


def _try(space: Workspace, before: Campaign, known: list[Finding], kind: Kind, data: bytes, result: Intake) -> None:
    """Tell what the data would be told of with the sheet in it, and was not before: new errors stop the writing.

    But those of quotas still to be filled in, and of sums that did not agree before, are warnings.
    """
    folder = space.data / result.campaign
    after, problems = load_partly(folder, shown_as=f"policy_data/{result.campaign}", instead={kind.stem: data})
    told = {(each.code, each.message) for each in known}
    found = [each for each in problems if each.level == "error" and (each.code, each.message) not in told]
    result.findings += found
    if after is None or found:
        return
    earlier = list(checks.check(before))
    told = {(each.code, each.message) for each in earlier}
    amiss = {(each.code, each.where) for each in earlier if each.code in _SUMS}
    for each in checks.check(after):
        if each.level == "error" and (each.code, each.message) not in told:
            mild = each.code in _UNFILLED or (each.code, each.where) in amiss
            level: Level = "warning" if mild else "error"
            result.findings.append(replace(each, level=level, message=f"写入以后：{each.message}"))
    rules = _RULES.get(kind.id)
    if rules is not None:
        known_before = {(each.code, each.message) for each in rules(before)}
        for each in rules(after):
            if (each.code, each.message) not in known_before:
                result.findings.append(replace(each, message=f"写入以后：{each.message}"))


def _campaign(space: Workspace, asked: str) -> str:
    chosen = space.chosen([asked] if asked else [])
    if len(chosen) > 1:
        message, remedy = "有几个活动，不知收进哪一个。", f"请用 --campaign 写明：{'、'.join(chosen)}。"
        raise PolicyError([error("campaign-which", Where("policy_data"), message, remedy)])
    return chosen[0]


def _held(folder: Path, campaign: str, kind: Kind, findings: list[Finding]) -> tuple[Path, bytes, Any]:
    """The file that holds this kind of data, its bytes and its content; what we do not rewrite is an error."""
    report = Report()
    name = f"policy_data/{campaign}"
    found = rows.find(folder, kind.stem, name, report)
    path = found or folder / f"{kind.stem}.csv"
    node = rows.read(path, f"{name}/{path.name}", report) if found else None
    findings += report
    if found and found.suffix.lower() != ".csv":
        message = f"{kind.word}数据放在 {path.name} 里，程序不改写表格和 YAML 文件。"
        remedy = f"请照下面的差异自己改；或把它另存为 {kind.stem}.csv（移走 {path.name}）后再收。"
        findings.append(error("data-held", Where(f"{name}/{path.name}"), message, remedy))
    return path, path.read_bytes() if found and path.is_file() else b"", node


def headline(found: Intake) -> list[str]:
    """What was recognised, sheet by sheet, and what was left out, in words."""
    book = found.book
    if book is None:
        return []
    known = "由表头判断，不对请用 --as 写明" if book.guessed else "按 --as"
    lines = [f"{found.file}：{book.kind.word}表（{known}），活动 {found.campaign}。"]
    for table in book.tables:
        columns = "、".join(f"{column_name(each.place)} {each.label}" for each in table.columns)
        header = f"第{table.first}行" if table.first == table.last else f"第{table.first}—{table.last}行"
        name = f"工作表“{table.sheet}”，" if table.sheet else ""
        lines.append(f"{name}表头{header}，数据{table.count}行；读了：{columns}。")
    for each in _skipped(book):
        place = f"{each.where.sheet}!{each.where.cell}" if each.where.cell and each.where.sheet else each.where.cell
        place = place or f"工作表“{each.where.sheet}”"
        lines.append(f"  没有当作数据 {place}{f' “{each.text}”' if each.text else ''}：{each.why}。")
    return lines
