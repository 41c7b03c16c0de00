"""Rules on deadlines (完成时限): each can be read, none is after the end or on a day of rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.schedule import Action, Phase
from lowcapdocs.problems import Finding, error, warning

_COARSE = re.compile(r"[^月]*(?:年|季)[^月]*")
"""A year, half or quarter: nobody takes its last day for a day to hand something in."""


def check(campaign: Campaign) -> Iterator[Finding]:
    """Every finding on the deadlines of the campaign, its tasks and its schedule."""
    stated = list(dict.fromkeys(_deadlines(campaign)))
    for deadline in stated:
        yield from _readable(deadline, campaign.year)
        yield from _day(deadline, campaign)
    for step in _steps(campaign):
        for other in step.stated:  # nobody goes by it: checks.schedule says that there are two
            yield from _readable(other.deadline, campaign.year)
    yield from _calendar(stated, campaign)


def _deadlines(campaign: Campaign) -> Iterator[Deadline]:
    """Every deadline that the data states, each in its place."""
    yield from (task.deadline for task in campaign.tasks if task.deadline not in (None, campaign.deadline))
    if campaign.deadline is not None:
        yield campaign.deadline
    yield from (step.deadline for step in _steps(campaign) if step.deadline)
    if campaign.plan.reporting and campaign.plan.reporting.due:
        yield campaign.plan.reporting.due


def _steps(campaign: Campaign) -> Iterator[Phase | Action]:
    for phase in campaign.plan.phases:
        yield phase
        yield from phase.actions


def _readable(deadline: Deadline, year: int | None) -> Iterator[Finding]:
    if deadline.day is None and deadline.kind in ("by", "range", "unreadable"):
        message = f"完成时限“{deadline.phrase}”看不出是哪一天。"
        remedy = "请写成“5月底前”“11月15日前”，或另填 deadline_date。"
        if year is None:
            remedy = "活动没有写年度：请在 campaign.yaml 填 year，或在时限里写明年份。"
        yield error("deadline-no-date", deadline.where, message, remedy)


def _day(deadline: Deadline, campaign: Campaign) -> Iterator[Finding]:
    if deadline.day is None:
        return
    last = campaign.deadline
    if last is not None and last.day is not None and deadline.day > last.day:
        message = f"完成时限“{deadline.phrase}”晚于整个行动的时限“{last.phrase}”。"
        yield error("deadline-late", deadline.where, message, "请核对年份和日期。")
    if _fine(deadline) and (reason := campaign.plan.calendar.rest_reason(deadline.day)):
        message = f"完成时限“{deadline.phrase}”（{deadline.day.isoformat()}）是休息日（{reason}）。"
        yield warning("deadline-rest-day", deadline.where, message, "可改到前一个工作日。")


def _fine(deadline: Deadline) -> bool:
    """Whether its last day is a day on which something is due."""
    return deadline.kind == "by" and not _COARSE.fullmatch(deadline.phrase)


def _calendar(stated: Iterable[Deadline], campaign: Campaign) -> Iterator[Finding]:
    """The calendar of each year in which a day counts is published, or stated in the data."""
    years = {deadline.day.year for deadline in stated if deadline.day and _fine(deadline)}
    if campaign.year and any(deadline.span for deadline in stated):
        years.add(campaign.year)
    unknown = sorted(year for year in years if not campaign.plan.calendar.known(year))
    if unknown:
        message = f"没有{'、'.join(map(str, unknown))}年的调休安排，休息日只按周末和法定节假日推算。"
        remedy = "国务院办公厅公布放假安排后，请升级 holidays，或在 schedule.yaml 的 calendar 里登记调休。"
        yield warning(
            "calendar-unpublished", campaign.plan.where if campaign.schedule else campaign.where, message, remedy
        )
