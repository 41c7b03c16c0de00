"""schedule.yaml → Schedule; phases and actions may also be a table of rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.org import Department
from lowcapdocs.model.schedule import (
    DEFAULT_LIGHTS,
    PUBLICITY_DAYS,
    REPLY_DAYS,
    REPORTING_CYCLES,
    Action,
    CurvePoint,
    Light,
    Phase,
    Reporting,
    Schedule,
    Stated,
    default_schedule,
)
from lowcapdocs.model.workdays import Calendar
from lowcapdocs.problems import Where, error
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Mapping, Node, Report, Scalar, Sequence, key
from lowcapdocs.sources.org import report_twice
from lowcapdocs.sources.records import Record, number, records
from lowcapdocs.sources.tasks import deadline, report_open
from lowcapdocs.sources.year_columns import ACTIONS, CALENDAR, CURVE, LIGHTS, PHASES, REPORTING, SCHEDULE, STATED

_COLORS = {
    "绿": "00B050", "黄": "FFC000", "橙": "ED7D31", "红": "C00000", "蓝": "0070C0", "紫": "7030A0", "白": "FFFFFF",
    "灰": "A6A6A6", "黑": "000000",
}  # fmt: skip
"""Words for colours, as RRGGBB that can be told apart on screen and in print."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """What every record of a schedule is read with."""

    departments: Names[Department]
    year: int
    report: Report


def schedule(
    node: Node | None, departments: Names[Department], year: int | None, last: Deadline | None, report: Report
) -> Schedule | None:
    """The schedule of a schedule file, None without one; `last` is the campaign's own deadline.

    What the file leaves out is as in `default_schedule`.
    """
    if node is None:
        return None
    reader = _Reader(departments, year or 0, report)
    base = replace(default_schedule(year, last), where=Where(node.where.file, node.where.sheet))
    if isinstance(node, Sequence):
        return replace(base, phases=_checked(_flat(node, reader), report))
    if not isinstance(node, Mapping):
        report.append(
            error("value-form", node.where, "应当是“名称: 内容”的若干行，或一张表。", "请参照 docs/data.md 的写法。")
        )
        return None
    head = Record(node, SCHEDULE, report)
    head.reject_others()
    lights = _lights(head) or DEFAULT_LIGHTS
    return replace(
        base,
        phases=_checked([_phase(record, reader) for record in head.records("phases", PHASES)], report),
        reporting=_reporting(head, reader),
        curve=_curve(head),
        lights=lights,
        supervised=_supervised(head, lights),
        publicity_days=head.whole("publicity_days", PUBLICITY_DAYS, most=90),
        reply_days=head.whole("reply_days", REPLY_DAYS, most=90),
        start=head.day("start") or base.start,
        calendar=_calendar(head),
        sample=head.text("sample"),
    )


# Phases


def _checked(phases: list[Phase], report: Report) -> tuple[Phase, ...]:
    report_twice(tuple(phases), report)
    report_twice(tuple(action for phase in phases for action in phase.actions), report)
    return tuple(phases)


def _phase(record: Record, reader: _Reader) -> Phase:
    record.reject_others()
    report_open([record], reader.report)
    actions = record.records("actions", ACTIONS)
    report_open(actions, reader.report)
    return Phase(
        id=record.identifier(),
        name=record.text("name", required=True),
        deadline=deadline(record, reader.year),
        actions=tuple(_action(each, reader) for each in actions),
        stated=_stated(record, reader),
        where=record.where,
    )


def _action(record: Record, reader: _Reader) -> Action:
    record.reject_others()
    return Action(
        id=record.identifier(),
        text=record.text("text", required=True),
        leads=reader.departments.resolve_all(record.items("leads")),
        deadline=deadline(record, reader.year),
        stated=_stated(record, reader),
        where=record.where,
    )


def _stated(record: Record, reader: _Reader) -> tuple[Stated, ...]:
    found = []
    for each in record.records("stated", STATED):
        each.reject_others()
        when = deadline(each, reader.year)
        if when is None:
            each.text("deadline", required=True)
            continue
        found.append(Stated(deadline=when, source=each.text("source", required=True), where=each.where))
    return tuple(found)


def _flat(node: Node, reader: _Reader) -> list[Phase]:
    """A table: each row an action of its 阶段, a row without 内容 the phase itself."""
    heads: dict[str, Phase] = {}
    actions: dict[str, list[Action]] = {}
    stated: set[str] = set()
    listed = records(node, ACTIONS, reader.report)
    report_open(listed, reader.report)
    for record in listed:
        record.reject_others()
        name = record.text("phase", required=True)
        if not record.text("text"):
            if name in stated:
                message = f"阶段“{name}”有两行没有内容。"
                reader.report.append(error("id-twice", record.where, message, "请补上内容，或只留写阶段时限的一行。"))
            stated.add(name)
            given = record.identifier() if record.text("id") else ""
            when = deadline(record, reader.year)
            heads[name] = Phase(id=given, name=name, deadline=when, stated=_stated(record, reader), where=record.where)
        else:
            heads.setdefault(name, Phase(id="", name=name, where=record.where))
            actions.setdefault(name, []).append(_action(record, reader))
    return [
        replace(phase, id=phase.id or f"phase-{place}", actions=tuple(actions.get(phase.name, ())))
        for place, phase in enumerate(heads.values(), start=1)
    ]


# Reporting, curve, lights, calendar


def _one(head: Record, field: str, columns: dict[str, tuple[str, ...]]) -> Record | None:
    """A record below `head`, None if it is absent or blank."""
    node = head.node(field)
    if node is None or (isinstance(node, Scalar) and not node.text):
        return None
    if not isinstance(node, Mapping):
        message = "这里应当是“名称: 内容”的若干行。"
        head.report.append(error("value-form", node.where, message, "请检查缩进。"))
        return None
    record = Record(node, columns, head.report)
    record.reject_others()
    return record


def _reporting(head: Record, reader: _Reader) -> Reporting | None:
    record = _one(head, "reporting", REPORTING)
    if record is None:
        return None
    record.text("cycle", required=True)
    cycle = record.choice("cycle", REPORTING_CYCLES, REPORTING_CYCLES[1])
    return Reporting(cycle=cycle, due=deadline(record, reader.year), where=record.where)


def _curve(head: Record) -> tuple[CurvePoint, ...]:
    found = []
    for record in head.records("curve", CURVE):
        record.reject_others()
        record.text("day", required=True)
        day = record.day("day")
        share = number(record.text("share", required=True).removesuffix("%").removesuffix("％"))
        if share is None or not 0 <= share <= 100:
            message = f"序时进度“{record.text('share')}”不是0到100的数。"
            head.report.append(error("value-number", record.place("share"), message, "请填百分数，如 40。"))
        elif day is not None:
            found.append(CurvePoint(day, share, record.where))
    return tuple(found)


def _lights(head: Record) -> tuple[Light, ...]:
    found = []
    for record in head.records("lights", LIGHTS):
        record.reject_others()
        name = record.text("name", required=True)
        found.append(
            Light(
                id=record.identifier(),
                name=name,
                color=_color(record, name),
                behind=record.decimal("behind"),
                where=record.where,
            )
        )
    report_twice(tuple(found), head.report)
    return tuple(found)


def _color(record: Record, name: str) -> str:
    """RRGGBB of the colour stated, or of the one that the light is called by (橙灯)."""
    text = record.text("color") or name
    if found := re.fullmatch(r"#?([0-9A-Fa-f]{6})", text):
        return found[1].upper()
    if text[:1] in _COLORS:
        return _COLORS[text[0]]
    listed = "、".join(_COLORS)
    message = f"看不懂颜色“{text}”。"
    record.report.append(error("value-choice", record.place("color"), message, f"可选：{listed}，或六位色号 00B050。"))
    return ""


def _supervised(head: Record, lights: tuple[Light, ...]) -> tuple[str, ...]:
    """Ids of the lights named by id or name, those that do not exist as they are; default all but the first."""
    if not head.has("supervised"):
        return tuple(light.id for light in lights[1:])
    ids = {key(name): light.id for light in lights for name in (light.name, light.id)}
    return tuple(ids.get(key(text), text) for text in head.texts("supervised"))


def _calendar(head: Record) -> Calendar:
    record = _one(head, "calendar", CALENDAR)
    if record is None:
        return Calendar()
    return Calendar(rest=_days(record, "rest"), work=_days(record, "work"))


def _days(record: Record, field: str) -> frozenset[date]:
    found = set()
    for item in record.items(field):
        day = Record(Mapping({"day": item}, item.where), CURVE, record.report).day("day")
        if day is not None:
            found.add(day)
    return frozenset(found)
