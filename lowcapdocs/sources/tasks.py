"""tasks → Area, Task; safeguards and evidence of campaign.yaml → Safeguard, Evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from lowcapdocs.model import deadline_phrase
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.quantity import BOUNDS, Measure, Target
from lowcapdocs.model.task import Area, Basis, Duty, Evidence, Safeguard, Task
from lowcapdocs.problems import Where, error, warning
from lowcapdocs.sources.columns import AREAS, TARGETS, TASKS
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Mapping, Node, Report, Scalar, Sequence, key
from lowcapdocs.sources.org import report_twice
from lowcapdocs.sources.quotas import unknown_measure
from lowcapdocs.sources.records import Record, records

_ALL_TOWNS = {"全部镇街", "各镇街", "towns", "all"}
_BOUND = "|".join(BOUNDS)
_TARGET = re.compile(
    rf"^(?P<id>[a-z0-9_-]+)(?![a-z0-9_-])\s*[:：]?\s*(?P<name>[^\d]*?)\s*(?P<before>{_BOUND})?\s*(?P<amount>[\d.,]+)\s*"
    rf"(?P<unit>[^\d\s]+?)(?P<bound>{_BOUND})?$"
)
_UNFILLED = re.compile(r"^[a-z0-9_-]+\s*[:：]?\s*\D+$")
"""A target whose amount is left to be filled."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """What a task may name."""

    departments: Names[Department]
    towns: Names[Town]
    basis: dict[str, Basis]
    year: int
    deadline: Deadline | None


def areas(node: Node | None, lookups: Lookups, report: Report) -> tuple[Area, ...]:
    """Areas with their tasks: nested in YAML, or a table with the area in a column."""
    if isinstance(node, Sequence) and any(
        isinstance(item, Mapping) and any(key(name) in ("tasks", "任务") and isinstance(value, Sequence)
                                          for name, value in item.entries.items())
        for item in node.items
    ):  # fmt: skip
        found = _nested(node, lookups, report)
    else:
        found = _flat(node, lookups, report)
    report_twice(tuple(found), report)
    report_twice(tuple(task for area in found for task in area.tasks), report)
    return tuple(found)


def _nested(node: Node, lookups: Lookups, report: Report) -> list[Area]:
    found = []
    for record in records(node, AREAS, report):
        record.reject_others()
        listed = record.records("tasks", TASKS)
        report_open(listed, report)
        tasks = tuple(_task(each, lookups, report) for each in listed)
        found.append(
            Area(
                id=record.identifier(),
                name=record.text("name", required=True),
                tasks=tasks,
                where=record.where,
            )
        )
    return found


def _flat(node: Node | None, lookups: Lookups, report: Report) -> list[Area]:
    grouped: dict[str, list[Record]] = {}
    listed = records(node, TASKS, report)
    report_open(listed, report)
    for record in listed:
        grouped.setdefault(record.text("area", required=True), []).append(record)
    return [
        Area(
            id=f"area-{place}",
            name=name,
            tasks=tuple(_task(record, lookups, report) for record in members),
            where=members[0].where,
        )
        for place, (name, members) in enumerate(grouped.items(), start=1)
    ]


def _task(record: Record, lookups: Lookups, report: Report) -> Task:
    record.reject_others()
    return Task(
        id=record.identifier(),
        title=record.text("title", required=True),
        text=record.text("text", required=True),
        duty=_duty(record, lookups),
        targets=_targets(record, report),
        deadline=deadline(record, lookups.year) or lookups.deadline,
        basis=_basis(record, lookups, report),
        where=record.where,
        text_where=record.place("text"),
    )


def _duty(record: Record, lookups: Lookups) -> Duty:
    responsible = record.items("responsible")
    units: list[Department | Town] = []
    for value in responsible:
        if key(value.text) in _ALL_TOWNS:
            continue
        towns = lookups.towns.find(value.text)
        unit = lookups.towns.resolve(value) if towns else lookups.departments.resolve(value)
        if unit is not None:
            units.append(unit)
    return Duty(
        leads=lookups.departments.resolve_all(record.items("leads")),
        lead_manner=record.text("lead_manner"),
        cooperating=lookups.departments.resolve_all(record.items("cooperating")),
        responsible=tuple(units),
        all_towns=any(key(value.text) in _ALL_TOWNS for value in responsible),
    )


def deadline(record: Record, year: int) -> Deadline | None:
    """The deadline of a record: its phrase, and its day from `deadline_date` or the phrase."""
    phrase = record.text("deadline")
    if not phrase:
        return None
    found = deadline_phrase.read(phrase, year, record.place("deadline"))
    if record.text("deadline_date"):
        kind = "by" if found.kind == "unreadable" else found.kind
        return replace(found, day=record.day("deadline_date"), kind=kind)
    return found


def report_open(listed: list[Record], report: Report) -> None:
    """Tell of deadlines left open: a key of YAML without a value, a column of a table without any.

    A single blank cell is no question: its row takes the deadline of what it belongs to.
    """
    blank = [record for record in listed if record.has("deadline") and not record.text("deadline")]
    places = [record.place("deadline") for record in blank]
    if places and not places[0].file.endswith((".yaml", ".yml")):
        column = Where(places[0].file, places[0].sheet, column=places[0].column)
        places = [column] if len(blank) == len(listed) else []
    remedy = "请填上，如“11月15日前”；不另定时限的删去这一项。"
    report.extend(warning("deadline-blank", place, "完成时限空着。", remedy) for place in places)


def without_amounts(text: str) -> str:
    """Targets written in a cell, with their amounts left to be filled: `audits 节能监察企业 家`."""
    return re.sub(r"[^、；;\"']+", lambda found: _without_amount(found[0]), text)


def _without_amount(item: str) -> str:
    found = re.match(r"\s*", item)
    before = found[0] if found else ""
    target = _TARGET.match(item.strip())
    if target is None:
        return item
    start, end = target.span("amount")
    return item[: len(before) + start] + item[len(before) + end :]


def _targets(record: Record, report: Report) -> tuple[Target, ...]:
    found = [
        Target(
            id=each.identifier(),
            name=each.text("name"),
            amount=each.decimal("amount", required=True) or Decimal(0),
            unit=each.text("unit", required=True),
            bound=each.choice("bound", ("", *BOUNDS), ""),
            where=each.where,
        )
        for each in _target_records(record, report)
    ]
    report_twice(tuple(found), report)
    for target in found:
        if target.id == "deadline":  # task/<id>/deadline is the deadline itself
            report.append(error("id-form", target.where, "目标编号不能用“deadline”。", "请换一个编号。"))
    return tuple(found)


def _target_records(record: Record, report: Report) -> list[Record]:
    """Targets as YAML records, or written in a cell: `audits 节能监察企业 13家；chp 1家以上`."""
    node = record.node("targets")
    if not isinstance(node, Scalar):
        return record.records("targets", TARGETS)
    found = []
    for item in record.items("targets"):
        match = _TARGET.match(item.text)
        if match is None:
            blank = _UNFILLED.match(item.text) is not None
            message = f"目标“{item.text}”没有填数量。" if blank else f"看不懂目标“{item.text}”。"
            remedy = "请写成“编号 名称 数量单位”，如“audits 节能监察企业 13家”。"
            report.append(error("target-form", item.where, message, remedy))
            continue
        texts = match.groupdict(default="")
        before = texts.pop("before")
        texts["bound"] = texts["bound"] or before
        entries: dict[str, Node] = {name: Scalar(text, item.where) for name, text in texts.items()}
        found.append(Record(Mapping(entries, item.where), TARGETS, report))
    return found


def _basis(record: Record, lookups: Lookups, report: Report) -> tuple[Basis, ...]:
    found = []
    for item in record.items("basis"):
        if item.text in lookups.basis:
            found.append(lookups.basis[item.text])
        else:
            report.append(
                error("basis-unknown", item.where, f"依据“{item.text}”没有登记。",
                      "请在 campaign.yaml 的 basis 里登记它的编号。")
            )  # fmt: skip
    return tuple(found)


def safeguards(node: list[Record], lookups: Lookups, report: Report) -> tuple[Safeguard, ...]:
    """保障措施 of campaign.yaml."""
    found = []
    for record in node:
        record.reject_others()
        found.append(
            Safeguard(
                id=record.identifier(),
                title=record.text("title", required=True),
                text=record.text("text", required=True),
                leads=lookups.departments.resolve_all(record.items("leads")),
                basis=_basis(record, lookups, report),
                where=record.where,
                text_where=record.place("text"),
            )
        )
    report_twice(tuple(found), report)
    return tuple(found)


def evidence(node: list[Record], measures: tuple[Measure, ...], report: Report) -> tuple[Evidence, ...]:
    """What must be handed in for each measure."""
    known = {measure.id for measure in measures}
    found = []
    for record in node:
        record.reject_others()
        measure = record.text("measure", required=True)
        if measure and measure not in known:
            unknown_measure(measure, record.place("measure"), known, report)
        found.append(
            Evidence(
                id=record.identifier(),
                measure=measure,
                text=record.text("text", required=True),
                requires=record.texts("requires"),
                where=record.where,
            )
        )
    report_twice(tuple(found), report)
    return tuple(found)
