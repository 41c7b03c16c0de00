"""专项行动: one campaign at a glance, and what leads further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from lowcapdocs.figures.paths import standing_text
from lowcapdocs.model.paths import amount_text
from lowcapdocs.model.progress import TASK_STATES
from lowcapdocs.web import addresses, structured
from lowcapdocs.web.charts.states import Part, states
from lowcapdocs.web.grid import Cell, Column, Grid, number
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.course import chart
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.pages.progress import said, total_grid, town_bars
from lowcapdocs.web.pages.telling import told
from lowcapdocs.web.running import closed, prose, running
from lowcapdocs.web.view import View

_LATEST = 8
_INTRODUCTION = ("purpose", "focus")
"""The texts of campaign.yaml that tell what the campaign is for."""


def pages(view: View) -> Iterator[Page]:
    """The first page of the campaign."""
    here = addresses.campaign(view.id)
    campaign = view.campaign
    period = view.figures.latest
    yield make(
        view, "campaign", here, view.title, "专项行动",
        summary=summary(view),
        contents=True,
        structured=structured.service(view.public, view.site),
        keywords=(campaign.short_name, campaign.place, *campaign.industries),
        introduction=_introduction(view, here),
        strip=tuple(strip(view)),
        goals=_goals(view),
        totals=total_grid(view, period, f"{campaign.total_name}进展（{period.name}）") if period else None,
        charts=tuple(_charts(view, here)),
        phases=tuple(_phases(view)),
        reporting=_reporting(view),
        safeguards=[
            (each.title, Markup(running(prose(each.text, each.basis), view.atlas, here)), cells.units(view, each.leads))
            for each in campaign.safeguards
        ],
        basis=[(each.title, "，".join(text for text in (each.issuer, each.number) if text)) for each in campaign.basis],
        latest=cells.documents(view, [each for each, _ in view.batches[:_LATEST]], "最近发布的文件，成批的列第一件") if view.public.documents else None,
        documents_address=addresses.documents(view.id),
        documents_count=len(view.public.documents),
    )  # fmt: skip


def summary(view: View) -> str:
    """What it is and how far, in a sentence or two; for cards and metadata."""
    campaign = view.campaign
    goals = [
        f"{campaign.measure[goal.measure].name}{amount_text(goal.amount, campaign.measure[goal.measure])}"
        f"{campaign.measure[goal.measure].unit}"
        for goal in campaign.goals
        if goal.measure in campaign.measure
    ]
    sentence = f"全年目标：{told(goals)}。" if goals else ""
    if view.figures.latest:
        sentence += said(view, view.figures.latest)
    tasks = sum(1 for _ in campaign.tasks)
    return sentence or (f"{view.title}：重点任务{tasks}项。" if tasks else f"{view.title}的公开信息。")


def strip(view: View) -> Iterator[tuple[str, str, str, str]]:
    """The big numbers: (what, number, unit, where it leads)."""
    campaign = view.campaign
    for measure in campaign.measures:
        goal = campaign.goal.get(measure.id)
        if goal is not None:
            yield f"{measure.name}目标", amount_text(goal, measure) or "", measure.unit, view.atlas.definition("goal")
    if view.figures.latest:
        for measure in campaign.measures:
            each = view.figures.standing(view.figures.latest, measure.id)
            if each.rate is not None:
                yield (
                    f"{measure.name}完成率",
                    standing_text(each, "rate") or "",
                    "%",
                    addresses.measure(view.id, measure.id),
                )
    if campaign.towns:
        yield view.towns_word, str(len(campaign.towns)), "个", addresses.town(view.id)
    if campaign.areas:
        yield "重点任务", str(sum(1 for _ in campaign.tasks)), "项", addresses.task(view.id)


def _introduction(view: View, here: str) -> list[Markup]:
    texts = dict(view.campaign.texts)
    return [
        Markup(running(closed(prose(texts[name], view.campaign.basis)), view.atlas, here))  # escaped by `running`
        for name in _INTRODUCTION
        if texts.get(name)
    ]


def _goals(view: View) -> Grid | None:
    campaign = view.campaign
    rows = tuple(
        (
            Cell(campaign.measure[goal.measure].heading),
            number(amount_text(goal.amount, campaign.measure[goal.measure])),
            number(amount_text(campaign.total[goal.measure], campaign.measure[goal.measure])),
        )
        for goal in campaign.goals
        if goal.measure in campaign.measure
    )
    columns = (
        Column("指标"),
        Column("主要目标", view.atlas.definition("goal"), "num"),
        Column("各单位任务数合计", view.atlas.definition("total"), "num"),
    )
    return Grid("主要目标和各单位任务数合计", columns, rows) if rows else None


def _charts(view: View, here: str) -> Iterator[object]:
    period = view.figures.latest
    if period:
        for place, measure in enumerate(view.campaign.measures, start=1):
            standings = [view.figures.standing(each, measure.id) for each in view.figures.reported]
            yield chart(f"{view.campaign.total_name}{measure.name}完成率", standings, f"trend-{place}")
            yield town_bars(view, period, measure, here, f"bars-{place}")
    if view.campaign.task_returns:
        counted = Counter(
            (reported.state if (reported := view.figures.task(task.id)) else "") or "未报"
            for task in view.campaign.tasks
        )
        known = [state for state in TASK_STATES if counted[state]]
        parts = [Part(state, counted[state]) for state in (*known, *(["未报"] if counted["未报"] else []))]
        yield states("重点任务的状态", parts, name="states")


def _phases(view: View) -> Iterator[tuple[str, Grid | None]]:
    """Each 阶段: its name with its deadline as it stands, and its actions."""
    schedule = view.campaign.schedule
    for phase in schedule.phases if schedule else ():
        rows = tuple(
            (
                Cell("".join(span.text for span in prose(action.text, view.campaign.basis))),
                cells.leads(view, action.leads),
                Cell(action.deadline.phrase if action.deadline else "来源未载"),
            )
            for action in phase.actions
        )
        name = f"{phase.name}（{phase.deadline.phrase}）" if phase.deadline else phase.name
        yield name, Grid(name, cells.columns("工作", "牵头单位", "完成时限"), rows) if rows else None


def _reporting(view: View) -> str:
    """月报，每月5日前."""
    reporting = view.campaign.schedule.reporting if view.campaign.schedule else None
    if not reporting:
        return ""
    return reporting.cycle + (f"，{reporting.due.phrase}" if reporting.due else "")
