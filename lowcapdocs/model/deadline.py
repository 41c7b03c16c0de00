"""By when: a deadline (完成时限) keeps the phrase that documents print and what it means in days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from lowcapdocs.model.workdays import Calendar
from lowcapdocs.problems import NOWHERE, Where

Kind: TypeAlias = Literal["by", "range", "recurring", "relative", "ongoing", "unreadable"]
"""by: until a day (5月底前); range: from one to another (6月至10月); recurring: again and again
(每月5日前); relative: so long after an event (印发之日起10个工作日内); ongoing: always (长期);
unreadable: no day can be told (适时, 2月30日前)."""

Unit: TypeAlias = Literal["工作日", "日", "周", "月", "年"]
Cycle: TypeAlias = Literal["日", "周", "月", "季", "半年", "年"]
_MONTHS: dict[Cycle, int] = {"月": 1, "季": 3, "半年": 6, "年": 12}


@dataclass(frozen=True, slots=True)
class Span:
    """How long after an event: `count` of `unit`. `event` is as written (收到本通知), or empty.

    `counting_start` for a 公示, whose first day is the day of the event itself.
    """

    count: int
    unit: Unit
    event: str = ""
    counting_start: bool = False


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often, and on which days: each is (month within the cycle from 1, day of the month).

    A day past the end of its month is the last of it. In a week it is (0, weekday), Monday 1.
    """

    cycle: Cycle
    days: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """完成时限. `phrase` is printed as it stands; `day` is the last day it allows.

    `day` is None where the phrase names none by itself: recurring, relative, most that are
    ongoing, unreadable. `first` is the first day of a range, None where that is an event (即日起).
    """

    phrase: str
    day: date | None
    where: Where = NOWHERE
    kind: Kind = "by"
    first: date | None = None
    span: Span | None = None
    recurrence: Recurrence | None = None


def due(deadline: Deadline, event: date | None, workdays: Calendar) -> date | None:
    """The last day of `deadline`: its own, or of a relative one counted from the day of `event`.

    None where it has none, or where the day of the event is not known.
    """
    if deadline.day is None and deadline.span is not None and event is not None:
        return end_of(deadline.span, event, workdays)
    return deadline.day


def end_of(span: Span, event: date, workdays: Calendar) -> date:
    """The last day of `span` when its event is on `event`.

    The day of the event is not counted (民法典 201 条) except in a 公示. A span of months ends on
    the same day of the month, or on its last day (202 条); one of days, weeks, months or years that
    ends on a day of rest ends on the next working day (203 条).
    """
    if span.unit == "工作日":
        return workdays.after(event, span.count, counting_start=span.counting_start)
    if span.unit in ("日", "周"):
        days = span.count * (7 if span.unit == "周" else 1)
        last = event + timedelta(days - span.counting_start)
    else:
        months = span.count * (12 if span.unit == "年" else 1)
        last = in_month(event.year, event.month + months, event.day)
    return workdays.next_working_day(last)


def days_between(recurrence: Recurrence, first: date, last: date) -> tuple[date, ...]:
    """Every day of `recurrence` from `first` to `last`, both included, in order."""
    if recurrence.cycle in ("日", "周"):
        every = (first + timedelta(days) for days in range((last - first).days + 1))
        weekdays = {weekday for _, weekday in recurrence.days} or set(range(1, 8))
        return tuple(day for day in every if day.isoweekday() in weekdays)
    months = _MONTHS[recurrence.cycle]
    found = {
        in_month(year, start + month, day)
        for year in range(first.year, last.year + 1)
        for start in range(0, 12, months)
        for month, day in recurrence.days
    }
    return tuple(day for day in sorted(found) if first <= day <= last)


def in_month(year: int, month: int, day: int) -> date:
    """That day, or the last of the month if it is shorter; month 13 is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
