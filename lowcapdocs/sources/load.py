"""A folder of policy_data → Campaign. Gathers every problem first, then stops."""

from __future__ import annotations

import collections.abc
import re
from decimal import Decimal
from pathlib import Path, PurePosixPath

from lowcapdocs.model.campaign import Campaign, DataKind
from lowcapdocs.model.quantity import Goal, Measure
from lowcapdocs.model.task import Basis
from lowcapdocs.problems import Finding, PolicyError, Where, error, has_errors
from lowcapdocs.sources import (
    assessment,
    disclosure,
    documents,
    ledger,
    org,
    progress,
    publications,
    quotas,
    rows,
    schedule,
    tasks,
)
from lowcapdocs.sources.columns import BASIS, CAMPAIGN, EVIDENCE, GOALS, MEASURES, SAFEGUARDS
from lowcapdocs.sources.consequences import without_consequences
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Mapping, Node, Report
from lowcapdocs.sources.records import Record
from lowcapdocs.sources.year_columns import PAST_RESULTS


def load(folder: Path, *, shown_as: str = "") -> Campaign:
    """The campaign in `folder`; messages name its files under `shown_as`.

    Raises PolicyError with all findings if anything in the data cannot be read.
    """
    campaign, findings = load_partly(folder, shown_as=shown_as)
    if campaign is None or has_errors(findings):
        raise PolicyError(findings)
    return campaign


def load_partly(
    folder: Path, *, shown_as: str = "", instead: collections.abc.Mapping[str, bytes] | None = None
) -> tuple[Campaign | None, list[Finding]]:
    """What can be read of the campaign in `folder` (None if nothing), and every problem met.

    `instead` holds CSV files by stem (progress, ledger) that are read in place of those in the folder.
    """
    report = Report()
    shown = shown_as or folder.name
    campaign = _load(folder, shown, report, instead or {})
    return campaign, without_consequences([*_unlisted(folder, shown, report), *report])


def _load(folder: Path, shown: str, report: Report, instead: collections.abc.Mapping[str, bytes]) -> Campaign | None:
    nodes = {stem: _read(folder, stem, shown, report, instead.get(stem)) for stem in _STEMS}
    head_node = nodes["campaign"]
    if not isinstance(head_node, Mapping):
        if head_node is not None:
            message, remedy = "应当是“名称: 内容”的若干行。", "请参照示例数据的 campaign.yaml。"
            report.append(error("value-form", head_node.where, message, remedy))
        return None
    head = Record(head_node, CAMPAIGN, report)
    head.reject_others()
    departments = org.departments(nodes["departments"], report)
    towns = org.towns(nodes["towns"], report)
    measures = _measures(head, report)
    year = _year(head)
    named_departments = Names(departments, "部门", report)
    deadline = tasks.deadline(head, year or 0)
    found_basis = _basis(head, report)
    named_towns = Names(towns, "镇街", report)
    lookups = tasks.Lookups(
        departments=named_departments,
        towns=named_towns,
        basis={basis.id: basis for basis in found_basis},
        year=year or 0,
        deadline=deadline,
    )
    issuer_name = head.text("issuer")
    issuer = named_departments.resolve_text(issuer_name, head.place("issuer")) if issuer_name else None
    total_name = head.text("total_name") or "合计"
    areas = tasks.areas(nodes["tasks"], lookups, report)
    evidence = tasks.evidence(head.records("evidence", EVIDENCE), measures, report)
    firms = ledger.firms(nodes["ledger"], named_towns, measures, evidence, report)
    texts = head.mapping("texts")
    entries = documents.documents(nodes["documents"], named_departments, issuer, report, year)
    found_schedule = schedule.schedule(nodes["schedule"], named_departments, year, deadline, report)
    units = publications.Units(
        towns=named_towns,
        departments=named_departments,
        phases=found_schedule.phases if found_schedule else (),
        firms=firms,
        year=year,
    )
    found_quotas, stated = quotas.quotas(nodes["quotas"], towns, measures, report)
    return Campaign(
        id=folder.name,
        name=head.text("name", required=True),
        short_name=head.text("short_name") or head.text("name"),
        place=head.text("place"),
        year=year,
        issuer=issuer,
        deadline=deadline,
        industries=head.texts("industries"),
        basis=found_basis,
        measures=measures,
        goals=_goals(head, measures, report),
        departments=departments,
        towns=towns,
        areas=areas,
        safeguards=tasks.safeguards(head.records("safeguards", SAFEGUARDS), lookups, report),
        evidence=evidence,
        quotas=found_quotas,
        stated_totals=stated,
        returns=progress.returns(nodes["progress"], named_towns, measures, year, total_name, report),
        task_returns=progress.task_returns(
            nodes["task_progress"], (task for area in areas for task in area.tasks), year, report
        ),
        firms=firms,
        penalties=ledger.penalties(nodes["penalties"], firms, named_departments, report),
        schedule=found_schedule,
        disclosure=disclosure.disclosure(nodes["disclosure"], evidence, report, texts),
        publications=publications.publications(nodes["publications"], entries, units, report),
        assessment=assessment.assessment(nodes["assessment"], named_towns, measures, report),
        ledger_covers=_covered(head, measures, report),
        past=progress.past_results(head.records("past", PAST_RESULTS), measures, report),
        documents=entries,
        texts=tuple((name, text.text) for name, text in texts.items()),
        total_name=total_name,
        towns_name=head.text("towns_name"),
        without=_without(head),
        where=Where(f"{shown}/campaign.yaml"),
    )


_STEMS = (
    *("campaign", "departments", "towns", "tasks", "quotas", "documents"),
    *("progress", "task_progress", "ledger", "penalties", "disclosure", "assessment", "schedule"),
    "publications",
)
_MOST_SHOWN = 4
_NEEDED = {"campaign": "活动", "documents": "文件"}


def _read(folder: Path, stem: str, shown: str, report: Report, data: bytes | None = None) -> Node | None:
    """The node of one file, or of a CSV of that name that holds `data`; the campaign and its documents must exist."""
    path = rows.find(folder, stem, shown, report) if data is None else folder / f"{stem}.csv"
    if path is not None:
        return rows.read(path, f"{shown}/{path.name}", report, data)
    if stem in _NEEDED:
        message = f"缺少{_NEEDED[stem]}数据 {stem}.yaml（或 .csv、.xlsx）。"
        report.append(error("file-missing", Where(shown), message, "请参照示例数据新建。"))
    return None


def _unlisted(folder: Path, shown: str, report: Report) -> collections.abc.Iterator[Finding]:
    """Tables of towns or departments that are not there although other tables name some: told once each."""
    for stem, word in (("towns", "镇街"), ("departments", "部门")):
        begins = f"这里用到了{word}"
        files = [each.where.file for each in report if each.code == "name-unknown" and each.message.startswith(begins)]
        if not files or any((folder / f"{stem}{ending}").is_file() for ending in rows.ENDINGS):
            continue
        names = list(dict.fromkeys(PurePosixPath(file).name for file in files))
        users = "、".join(names[:_MOST_SHOWN]) + (f"等{len(names)}个文件" if len(names) > _MOST_SHOWN else "")
        message = f"没有{word}数据 {stem}.csv（或 .yaml、.xlsx），{users}里却用到了{word}。"
        remedy = f"请把 {stem}.csv 放回来，或者参照示例数据新建。"
        yield error("file-missing", Where(shown), message, remedy)


def _year(head: Record) -> int | None:
    text = head.text("year")
    if not text:
        return None
    if re.fullmatch(r"\d{4}", text) and int(text) >= 1949:
        return int(text)
    head.report.append(error("value-number", head.place("year"), f"年度“{text}”应为四位数字。", "如：2020。"))
    return None


_DATA_WORDS: dict[str, DataKind] = {
    "部门": "departments", "镇街": "towns", "任务": "tasks", "任务数": "quotas",
    "departments": "departments", "towns": "towns", "tasks": "tasks", "quotas": "quotas",
}  # fmt: skip


def _without(head: Record) -> tuple[DataKind, ...]:
    """What the campaign declares to do without."""
    found = []
    for item in head.items("without"):
        if item.text in _DATA_WORDS:
            found.append(_DATA_WORDS[item.text])
        elif item.text:
            message = f"“{item.text}”不在可选之列。"
            head.report.append(error("value-choice", item.where, message, f"可选：{'、'.join(_DATA_WORDS)}。"))
    return tuple(dict.fromkeys(found))


def _measures(head: Record, report: Report) -> tuple[Measure, ...]:
    found = []
    for record in head.records("measures", MEASURES):
        record.reject_others()
        found.append(
            Measure(
                id=record.identifier(),
                name=record.text("name", required=True),
                unit=record.text("unit", required=True),
                decimals=record.whole("decimals", 0, most=6),
                aliases=record.texts("aliases"),
                work=record.text("work"),
                where=record.where,
            )
        )
    org.report_twice(tuple(found), report)
    return tuple(found)


def _goals(head: Record, measures: tuple[Measure, ...], report: Report) -> tuple[Goal, ...]:
    known = {measure.id: measure for measure in measures}
    found = []
    for record in head.records("goals", GOALS):
        record.reject_others()
        measure = record.text("measure", required=True)
        amount = record.decimal("amount", required=True)
        if measure and measure not in known:
            quotas.unknown_measure(measure, record.place("measure"), known, report)
        if measure in known and amount is not None:
            quotas.report_long(amount, known[measure], record.place("amount"), report)
        found.append(Goal(measure, amount or Decimal(0), record.where))
    return tuple(found)


def _covered(head: Record, measures: tuple[Measure, ...], report: Report) -> tuple[str, ...]:
    known = {measure.id for measure in measures}
    for item in head.items("ledger_covers"):
        if item.text not in known:
            quotas.unknown_measure(item.text, item.where, known, report)
    return tuple(name for name in head.texts("ledger_covers") if name in known)


def _basis(head: Record, report: Report) -> tuple[Basis, ...]:
    found = []
    for record in head.records("basis", BASIS):
        record.reject_others()
        found.append(
            Basis(
                id=record.identifier(),
                title=record.text("title", required=True),
                issuer=record.text("issuer"),
                number=record.text("number"),
                where=record.where,
            )
        )
    org.report_twice(tuple(found), report)
    return tuple(found)
