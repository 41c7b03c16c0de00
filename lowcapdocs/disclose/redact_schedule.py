"""进度安排, as anybody may read it."""

from __future__ import annotations

from lowcapdocs.disclose.lens import Lens
from lowcapdocs.model.schedule import (
    PUBLISHED,
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

_UNSEEN = 0
"""Days that may not be known: no data can state it, and nothing is counted by it."""


def schedule(lens: Lens) -> Schedule | None:
    """进度安排. Where a part of what 序时进度 is made of is withheld, phases and plan are, so that none is made
    up of defaults.
    """
    stated = lens.campaign.schedule
    if stated is None:
        return Schedule() if lens.plan_hidden else None
    nothing = Schedule()
    told = lens.opens("schedule") and not lens.plan_hidden
    lights = tuple(Light(id=each.id, name=each.name, color=each.color, behind=each.behind) for each in stated.lights)
    calendar = Calendar(rest=stated.calendar.rest, work=stated.calendar.work)
    last = default_schedule(lens.year, lens.deadline("campaign", lens.campaign.deadline)).end
    return Schedule(
        phases=tuple(_phase(lens, each) for each in stated.phases if told),
        reporting=lens.seen("schedule", "reporting", _reporting(lens, stated.reporting), None) if told else None,
        curve=tuple(CurvePoint(day=each.day, share=each.share) for each in stated.curve if told),
        lights=lights if told else nothing.lights,
        calendar=lens.seen("schedule", "calendar", calendar, PUBLISHED),
        supervised=lens.seen("schedule", "supervised", stated.supervised, ()) if told else nothing.supervised,
        publicity_days=_publicity_days(lens, stated),
        reply_days=lens.seen("schedule", "reply_days", stated.reply_days, _UNSEEN),
        start=stated.start if told else None,
        end=last if told else None,
        sample=lens.sample("schedule", stated.sample),
    )


def _publicity_days(lens: Lens, stated: Schedule) -> int:
    """公示工作日, seen only with the calendar that they are counted by: else an end would be told that is not so."""
    counted = stated.calendar == PUBLISHED or lens.shows("schedule", "calendar")
    return lens.seen("schedule", "publicity_days", stated.publicity_days, _UNSEEN) if counted else _UNSEEN


def _phase(lens: Lens, phase: Phase) -> Phase:
    return Phase(
        id=phase.id,
        name=phase.name,
        deadline=lens.whole_deadline(phase.deadline),
        actions=tuple(
            Action(
                id=each.id,
                text=each.text,
                leads=lens.all_departments(each.leads),
                deadline=lens.whole_deadline(each.deadline),
                stated=_stated(lens, each.stated),
            )
            for each in phase.actions
        ),
        stated=_stated(lens, phase.stated),
    )


def _stated(lens: Lens, listed: tuple[Stated, ...]) -> tuple[Stated, ...]:
    deadlines = ((lens.whole_deadline(each.deadline), each.source) for each in listed)
    return tuple(Stated(deadline=deadline, source=source) for deadline, source in deadlines if deadline)


def _reporting(lens: Lens, reporting: Reporting | None) -> Reporting | None:
    return reporting and Reporting(cycle=reporting.cycle, due=lens.whole_deadline(reporting.due))
