"""进度安排, as anybody may read it."""

from __future__ import annotations

from lowcapdocs.disclose.lens import Lens
from lowcapdocs.model.schedule import (
    PUBLICITY_DAYS,
    PUBLISHED,
    REPLY_DAYS,
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


def schedule(lens: Lens) -> Schedule | None:
    """进度安排. Where a part of what 序时进度 is made of is withheld, phases and plan are, so that none is made
    up of defaults.
    """
    stated = lens.campaign.schedule
    if stated is None:
        return Schedule() if lens.plan_hidden else None
    if lens.plan_hidden or not lens.opens("schedule"):
        return Schedule()
    return Schedule(
        phases=tuple(_phase(lens, each) for each in stated.phases),
        reporting=lens.seen("schedule", "reporting", _reporting(lens, stated.reporting), None),
        curve=tuple(CurvePoint(day=each.day, share=each.share) for each in stated.curve),
        lights=tuple(Light(id=each.id, name=each.name, color=each.color, behind=each.behind) for each in stated.lights),
        calendar=lens.seen(
            "schedule", "calendar", Calendar(rest=stated.calendar.rest, work=stated.calendar.work), PUBLISHED
        ),
        supervised=lens.seen("schedule", "supervised", stated.supervised, ()),
        publicity_days=lens.seen("schedule", "publicity_days", stated.publicity_days, PUBLICITY_DAYS),
        reply_days=lens.seen("schedule", "reply_days", stated.reply_days, REPLY_DAYS),
        start=stated.start,
        end=default_schedule(lens.year, lens.deadline("campaign", lens.campaign.deadline)).end,
        sample=lens.sample("schedule", stated.sample),
    )


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
