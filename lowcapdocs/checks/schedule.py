"""Rules on the schedule (进度安排): phases in order, one date a step, a curve that rises, lights in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.schedule import Action, Phase, Schedule
from lowcapdocs.problems import Finding, error, warning


def check(campaign: Campaign) -> Iterator[Finding]:
    """Every finding on the schedule that the data states."""
    schedule = campaign.schedule
    if schedule is None:
        return
    yield from _phases(schedule)
    for phase in schedule.phases:
        yield from _actions(phase)
        yield from _dates(phase, phase.name)
        for action in phase.actions:
            yield from _dates(action, action.text)
    yield from _curve(schedule)
    yield from _lights(schedule)
    for day in sorted(schedule.calendar.rest & schedule.calendar.work):
        message = f"{day.isoformat()}既登记为休息，又登记为上班。"
        yield error("calendar-clash", schedule.where.at("calendar"), message, "请删去一处。")


def _phases(schedule: Schedule) -> Iterator[Finding]:
    dated = [(phase, phase.deadline) for phase in schedule.phases if phase.deadline and phase.deadline.day]
    for (earlier, first), (later, then) in pairwise(dated):
        if first.day and then.day and then.day < first.day:
            message = f"阶段“{later.name}”的时限“{then.phrase}”早于前一阶段“{earlier.name}”的“{first.phrase}”。"
            yield warning("phase-order", then.where, message, "请核对年份、日期和阶段的顺序。")


def _actions(phase: Phase) -> Iterator[Finding]:
    last = phase.deadline
    for action in phase.actions:
        when = action.deadline
        if when and last and when.day and last.day and when.day > last.day:
            message = f"“{_short(action.text)}”的时限“{when.phrase}”晚于所在阶段“{phase.name}”的“{last.phrase}”。"
            yield warning("action-late", when.where, message, "请核对日期，或移到后面的阶段。")


def _dates(step: Phase | Action, name: str) -> Iterator[Finding]:
    """The same step with two dates: the source contradicts itself."""
    own = step.deadline
    for other in step.stated:
        if own is None or (own.day, own.kind, own.span, own.recurrence) != (
            other.deadline.day, other.deadline.kind, other.deadline.span, other.deadline.recurrence
        ):  # fmt: skip
            here = f"“{own.phrase}”" if own else "没有写时限"
            message = f"“{_short(name)}”有两个时限：这里是{here}，{other.source}写的是“{other.deadline.phrase}”。"
            yield warning("step-two-dates", other.deadline.where, message, "请向来源单位核实以哪个为准；公文按前者印。")


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}……"


def _curve(schedule: Schedule) -> Iterator[Finding]:
    for earlier, later in pairwise(schedule.curve):
        if later.day <= earlier.day or later.share < earlier.share:
            message = f"序时进度{later.day.isoformat()}的{later.share}%没有接着{earlier.day.isoformat()}的{earlier.share}%往上走。"
            yield error("curve-order", later.where, message, "请按日期先后排列，进度只升不降。")
    if schedule.curve and schedule.curve[-1].share != 100:
        last = schedule.curve[-1]
        message = f"序时进度到{last.day.isoformat()}为止只到{last.share}%。"
        yield warning("curve-end", last.where, message, "请补上到100%的日期。")
    if schedule.start and schedule.last_day and not schedule.curve and schedule.start >= schedule.last_day:
        message = (
            f"开始日期{schedule.start.isoformat()}不早于最后的时限{schedule.last_day.isoformat()}，序时进度算不出来。"
        )
        yield error("schedule-start", schedule.where.at("start"), message, "请改正 start。")
    if schedule.curve and schedule.start and schedule.start > schedule.curve[0].day:
        message = f"序时进度的第一个日期{schedule.curve[0].day.isoformat()}早于开始日期{schedule.start.isoformat()}。"
        yield error("curve-order", schedule.curve[0].where, message, "请改正其一。")


def _lights(schedule: Schedule) -> Iterator[Finding]:
    for earlier, later in pairwise(schedule.lights):
        if earlier.behind is None:
            message = f"“{earlier.name}”没有填 behind，其余各档都归它，后面的“{later.name}”永远不亮。"
            yield error("lights-order", earlier.where, message, "只有最后一档不填 behind。")
        elif later.behind is not None and later.behind <= earlier.behind:
            message = f"“{later.name}”的{later.behind}不大于前一档“{earlier.name}”的{earlier.behind}。"
            yield error("lights-order", later.where, message, "请按落后百分点从小到大排列。")
    last = schedule.lights[-1]
    if last.behind is not None:
        message = f"落后{last.behind}个百分点以上的不知亮什么灯。"
        yield error("lights-open", last.where, message, "最后一档不要填 behind。")
    known = {light.id for light in schedule.lights}
    for name in schedule.supervised:
        if name not in known:
            message = f"督办里的“{name}”不是已登记的灯。"
            yield error("light-unknown", schedule.where.at("supervised"), message, "请填 lights 里的编号或名称。")
