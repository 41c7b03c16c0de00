"""progress and task_progress tables → Return, TaskReturn; `past` of campaign.yaml → PastResult."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from decimal import Decimal

from lowcapdocs.model.org import Town
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import TASK_STATES, PastResult, Return, TaskReturn
from lowcapdocs.model.quantity import Measure
from lowcapdocs.model.task import Task
from lowcapdocs.problems import Where, error
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Node, Report, Scalar, key
from lowcapdocs.sources.quotas import report_long, unknown_measure
from lowcapdocs.sources.records import Record, number, records
from lowcapdocs.sources.year_columns import PROGRESS, TASK_PROGRESS

_AMOUNT = re.compile(r"^(?P<id>[a-z0-9_-]+)(?:\s*[:：]\s*|\s+)(?P<amount>[\d.,]+)$")
_NONE = {"/", "-", "—", "——"}
"""A unit with no quota may say so in a return; it is as good as a blank."""


def returns(
    node: Node | None,
    towns: Names[Town],
    measures: Collection[Measure],
    year: int | None,
    total_name: str,
    report: Report,
) -> tuple[Return, ...]:
    """The returns of a progress file, one a row, in the order of the file; `total_name` in the place of
    a town means all together.
    """
    fields = {
        key(name): measure.id
        for measure in measures
        for name in (measure.id, measure.name, measure.heading, *measure.aliases)
    }
    known = {measure.id: measure for measure in measures}
    found: list[Return] = []
    for record in records(node, PROGRESS, report):
        record.reject_others()
        period = record.period("period", year)
        name = record.text("town", required=True)
        everyone = key(name) == key(total_name)
        town = towns.resolve_text(name, record.place("town")) if name and not everyone else None
        measure = _measure(record, fields, report)
        counted = known.get(measure)
        read = Return(
            period=period or Period("month", year or 1949, 1),
            town=town.id if town else "",
            measure=measure,
            done=_amount(record, "done", counted),
            fresh=_amount(record, "fresh", counted),
            accepted=_amount(record, "accepted", counted),
            outcomes=tuple(_amount(record, field, counted) for field in ("closed", "merged", "upgraded")),
            day=record.day("day"),
            revision=record.whole("revision", 0),
            remark=record.text("remark"),
            sample=record.flag("sample", False),
            where=record.where,
        )
        if period and (town or everyone) and measure:
            found.append(read)
    _report_twice((((each.period.id, each.town, each.measure, each.revision), each.where) for each in found), report)
    return tuple(found)


def task_returns(node: Node | None, tasks: Iterable[Task], year: int | None, report: Report) -> tuple[TaskReturn, ...]:
    """The returns of a task_progress file, one task and period a row."""
    known = {name: task for task in tasks for name in (key(task.title), task.id)}
    found: list[TaskReturn] = []
    for record in records(node, TASK_PROGRESS, report):
        record.reject_others()
        period = record.period("period", year)
        name = record.text("task", required=True)
        task = known.get(key(name))
        if name and task is None:
            remedy = "请填 tasks 里的任务编号或标题。"
            report.append(error("task-unknown", record.place("task"), f"没有任务“{name}”。", remedy))
        state = record.choice("state", ("", *TASK_STATES), "")
        amounts = _amounts(record, task)
        if period and task:
            found.append(
                TaskReturn(
                    period=period,
                    task=task.id,
                    state=state,
                    text=record.text("text"),
                    amounts=amounts,
                    day=record.day("day"),
                    revision=record.whole("revision", 0),
                    sample=record.flag("sample", False),
                    where=record.where,
                )
            )
    _report_twice((((each.period.id, each.task, each.revision), each.where) for each in found), report)
    return tuple(found)


def past_results(listed: list[Record], measures: Iterable[Measure], report: Report) -> tuple[PastResult, ...]:
    """往年完成情况 of campaign.yaml."""
    known = {measure.id for measure in measures}
    found = []
    for record in listed:
        record.reject_others()
        measure = record.text("measure", required=True)
        if measure and measure not in known:
            unknown_measure(measure, record.place("measure"), known, report)
        record.text("year", required=True)
        year = record.whole("year", 0, most=9999)
        found.append(PastResult(measure, year, record.decimal("quota"), record.decimal("accepted"), record.where))
    _report_twice((((each.measure, each.year), each.where) for each in found if each.year), report)
    return tuple(each for each in found if each.measure in known)


def _measure(record: Record, fields: dict[str, str], report: Report) -> str:
    """The measure that a row names; where there is only one it need not."""
    known = set(fields.values())
    name = record.text("measure", required=len(known) > 1)
    if not name:
        return next(iter(known)) if len(known) == 1 else ""
    measure = fields.get(key(name), "")
    if not measure:
        unknown_measure(name, record.place("measure"), known, report)
    return measure


def _amount(record: Record, field: str, measure: Measure | None) -> Decimal | None:
    value = record.node(field)
    if isinstance(value, Scalar) and key(value.text) in _NONE:
        return None
    amount = record.decimal(field)
    if amount is not None and measure:
        report_long(amount, measure, record.place(field), record.report)
    if amount is not None and amount < 0 and field != "fresh":  # 本期 may take back (核减) what was too much
        message = f"“{amount}”小于0。"
        record.report.append(
            error("value-number", record.place(field), message, "请改正；没有完成的填0，没有报送的留空。")
        )
    return amount


def _amounts(record: Record, task: Task | None) -> tuple[tuple[str, Decimal], ...]:
    """“audits 13；chp 1” → what the targets of `task` have reached."""
    found: dict[str, Decimal] = {}
    if task is None:
        return ()
    known = {target.id for target in task.targets}
    for item in record.items("amounts"):
        read = _AMOUNT.match(item.text)
        amount = number(read["amount"]) if read else None
        if read is None or amount is None or read["id"] not in known or read["id"] in found:
            named = f"本任务的目标编号：{'、'.join(sorted(known))}。" if known else "本任务没有数量目标。"
            message = f"看不懂完成数量“{item.text}”。"
            remedy = f"写成“目标编号 数量”，用；隔开，每个目标一次。{named}"
            record.report.append(error("task-amount", item.where, message, remedy))
        else:
            found[read["id"]] = amount
    return tuple(found.items())


def _report_twice(keys: Iterable[tuple[tuple[object, ...], Where]], report: Report) -> None:
    """Report every record that repeats an earlier one without being its correction."""
    seen: dict[tuple[object, ...], Where] = {}
    for name, where in keys:
        earlier = seen.setdefault(name, where)
        if earlier is not where:
            remedy = "是更正的，在“更正”列填1、2……；重复的请删去。"
            report.append(error("return-twice", where, f"与{earlier}是同一期同一项。", remedy))
