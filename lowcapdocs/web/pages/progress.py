"""Progress: as a whole, by measure (every town, over time) and by period (the league tables of the bulletin)."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from lowcapdocs.figures.paths import standing_text
from lowcapdocs.figures.standing import Standing
from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.model.period import Period
from lowcapdocs.model.quantity import Measure
from lowcapdocs.web import addresses
from lowcapdocs.web.charts.bars import Bar, bars
from lowcapdocs.web.grid import Cell, Column, Grid, number
from lowcapdocs.web.markup import linked
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.course import chart, course
from lowcapdocs.web.pages.groups import by_parent
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.pages.telling import told
from lowcapdocs.web.view import View

TOTAL_FIELDS = ("quota", "done", "accepted", "rate", "before", "planned")
_TOTAL = ("quota", "done", "fresh", "accepted", "rate", "planned")
_RANKED = ("quota", "fresh", "done", "accepted", "rate", "before", "light")
_TOWN = ("quota", "done", "accepted", "remaining", "rate", "rank", "light")


def pages(view: View) -> Iterator[Page]:
    """The overview, each measure, each period."""
    if not view.figures.latest:
        return
    yield _overview(view, view.figures.latest)
    for measure in view.campaign.measures:
        yield _measure(view, measure, view.figures.latest)
    for place, period in enumerate(view.figures.reported):
        yield _period(view, place, period)


def total_grid(view: View, period: Period, caption: str) -> Grid:
    """All towns together, measure by measure."""
    rows = tuple(
        (
            Cell(measure.heading, addresses.measure(view.id, measure.id)),
            *(cells.figure(view.figures.standing(period, measure.id), field) for field in TOTAL_FIELDS),
        )
        for measure in view.campaign.measures
    )
    return Grid(caption, (Column("指标"), *(cells.heading(view, field) for field in TOTAL_FIELDS)), rows)


def said(view: View, period: Period) -> str:
    """How far each measure is, in a sentence."""
    clauses = []
    for measure in view.campaign.measures:
        each = view.figures.standing(period, measure.id)
        if each.accepted is None and each.done is None:
            continue
        if each.accepted is None and not each.assigned:
            clauses.append(f"{measure.name}{standing_text(each, 'done')}{measure.unit}")
            continue
        if each.accepted is None:
            clauses.append(f"{measure.name}累计完成{standing_text(each, 'done')}{measure.unit}")
            continue
        rate = f"，完成率{each.rate}%" if each.rate is not None else ""
        clauses.append(f"{measure.name}累计验收{standing_text(each, 'accepted')}{measure.unit}{rate}")
    until = f"截至{date_text(period.end)}，" if period.year else ""
    return f"{until}{told(clauses, '；')}。" if clauses else f"{period.name}还没有单位报送。"


def town_bars(view: View, period: Period, measure: Measure, here: str, name: str) -> Markup:
    """完成率 of the towns that have a quota, best first."""
    ranking = view.figures.ranking(period, measure.id)
    if not ranking:
        return Markup()
    rows = [
        Bar(
            view.campaign.town[each.town].name, each.rate, each.planned, each.light,
            linked(here, addresses.town(view.id, each.town)),
        )
        for each in ranking
    ]  # fmt: skip
    return bars(f"各单位{measure.name}完成率（{period.name}）", rows, view.campaign.plan.lights, name=name)


def _overview(view: View, period: Period) -> Page:
    here = addresses.progress(view.id)
    return make(
        view, "progress", here, "进展", "进展",
        summary=said(view, period),
        keywords=("进展", "完成率", *(measure.name for measure in view.campaign.measures)),
        grid=total_grid(view, period, f"{view.campaign.total_name}进展（{period.name}）"),
        charts=[
            chart(f"{view.campaign.total_name}{measure.name}完成率", _standings(view, measure), f"trend-{place}")
            for place, measure in enumerate(view.campaign.measures, start=1)
        ],
        measures=[(measure.name, addresses.measure(view.id, measure.id)) for measure in view.campaign.measures],
        periods=[(each.name, addresses.period(view.id, each.id)) for each in reversed(view.figures.reported)],
        tasks_address=addresses.task(view.id) if view.campaign.task_returns and view.campaign.areas else "",
        files=view.tables("progress"),
    )  # fmt: skip


def _standings(view: View, measure: Measure) -> list[Standing]:
    return [view.figures.standing(period, measure.id) for period in view.figures.reported]


def _measure(view: View, measure: Measure, latest: Period) -> Page:
    """Every town at the end of the last period, and its rate in each."""
    here = addresses.measure(view.id, measure.id)
    groups = by_parent(view.campaign)
    headings = (Column("单位"), *(cells.heading(view, field) for field in _TOWN))
    periods = (
        Column("单位"),
        *(Column(each.name, addresses.period(view.id, each.id), "num") for each in view.figures.reported),
    )
    now = [
        Grid(
            f"{name or '各单位'}{measure.heading}（{latest.name}）",
            headings,
            tuple(
                (
                    cells.unit(view, town),
                    *(cells.figure(view.figures.standing(latest, measure.id, town.id), field) for field in _TOWN),
                )
                for town in towns
            ),
            (
                Cell(view.campaign.total_name),
                *(cells.figure(view.figures.standing(latest, measure.id), field) for field in _TOWN),
            ) if len(groups) == 1 else (),
            sortable=True,
            filterable=True,
        )
        for name, towns in groups
    ]  # fmt: skip
    rates = [
        Grid(
            f"{name or '各单位'}各期完成率（%）",
            periods,
            tuple(
                (
                    cells.unit(view, town),
                    *(
                        number(standing_text(view.figures.standing(period, measure.id, town.id), "rate"))
                        for period in view.figures.reported
                    ),
                )
                for town in towns
            ),
            sortable=True,
            filterable=True,
        )
        for name, towns in groups
    ]
    total = view.figures.standing(latest, measure.id)
    return make(
        view, "measure", here, f"{measure.name}进展", "进展",
        column=("进展", addresses.progress(view.id)),
        summary=f"{measure.name}：{view.campaign.total_name}任务{standing_text(total, 'quota') or '未载'}{measure.unit}，"
        f"累计验收{standing_text(total, 'accepted')}{measure.unit}，完成率{standing_text(total, 'rate')}%。"
        if total.assigned and total.rate is not None else f"{measure.name}各期进展。",
        keywords=(measure.name, measure.work or measure.name, "进展"),
        course=course(
            view, here, f"{view.campaign.total_name}{measure.name}完成率", _standings(view, measure), _TOTAL,
            f"{view.campaign.total_name}{measure.heading}各期进展", "trend",
        ),
        bars=town_bars(view, latest, measure, here, "towns"),
        now=now if view.campaign.towns else [],
        rates=rates if view.campaign.towns else [],
        definition=view.atlas.definition("rate"),
    )  # fmt: skip


def _period(view: View, place: int, period: Period) -> Page:
    reported = view.figures.reported
    documents = view.of_period.get(period.id, ())
    rankings = [
        (measure.name, f"measure-{index}", _league(view, period, measure))
        for index, measure in enumerate(view.campaign.measures, start=1)
    ]
    supervised = view.figures.supervised(period)
    return make(
        view, "period", addresses.period(view.id, period.id), f"{period.name}进展", "进展",
        column=("进展", addresses.progress(view.id)),
        summary=said(view, period),
        keywords=(period.name, "进展", "通报"),
        grid=total_grid(view, period, f"{view.campaign.total_name}进展（{period.name}）"),
        rankings=[(name, id, grid) for name, id, grid in rankings if grid.rows],
        lights=view.campaign.plan.lights_phrase if any(grid.rows for _, _, grid in rankings) else "",
        due=bool(view.figures.due(period)),
        unreported=cells.units(view, view.figures.unreported(period)),
        supervised=cells.units(view, supervised),
        supervised_lights=view.campaign.plan.supervised_phrase,
        documents=cells.documents(view, documents, f"{period.name}的通报和文件") if documents else None,
        before=_beside(view, reported[place - 1]) if place else None,
        after=_beside(view, reported[place + 1]) if place + 1 < len(reported) else None,
    )  # fmt: skip


def _beside(view: View, period: Period) -> tuple[str, str]:
    return period.name, addresses.period(view.id, period.id)


def _league(view: View, period: Period, measure: Measure) -> Grid:
    """The table of the bulletin: towns with a quota by 完成率."""
    columns = (Column("单位"), cells.heading(view, "rank"), *(cells.heading(view, field) for field in _RANKED))
    rows = tuple(
        (
            cells.unit(view, view.campaign.town[each.town]),
            cells.figure(each, "rank"),
            *(cells.figure(each, field) for field in _RANKED),
        )
        for each in view.figures.ranking(period, measure.id)
    )
    return Grid(
        f"{measure.heading}按完成率排序（{period.name}）", columns, rows, sortable=True, filterable=len(rows) > 20
    )
