"""Towns: the list of them, and what each has to do and has done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lowcapdocs.disclose.public import PublicDocument
from lowcapdocs.model.org import Town
from lowcapdocs.model.paths import amount_text
from lowcapdocs.model.quantity import Measure
from lowcapdocs.model.task import Task
from lowcapdocs.web import addresses
from lowcapdocs.web.grid import Cell, Column, Grid
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.course import course
from lowcapdocs.web.pages.firms import firm_grid
from lowcapdocs.web.pages.groups import by_parent
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.pages.tasks import task_grid
from lowcapdocs.web.pages.telling import told
from lowcapdocs.web.view import View

_MOST_SHARED = 30
"""Tasks of all towns that each of them lists; beyond it leads to the list of tasks, or pages would grow with both."""
_LATEST = ("quota", "done", "accepted", "rate", "planned", "behind", "light", "rank")
_EACH = ("done", "fresh", "accepted", "rate", "planned", "rank", "light")


def pages(view: View) -> Iterator[Page]:
    """The list, then each town."""
    towns = view.campaign.towns
    if not towns:
        return
    yield _list(view)
    for place, town in enumerate(towns):
        before = towns[place - 1] if place else None
        after = towns[place + 1] if place + 1 < len(towns) else None
        yield _town(view, town, before, after)


def _list(view: View) -> Page:
    groups = [
        Grid(
            f"{name}各单位" if name else f"各{view.towns_word}",
            _columns(view),
            tuple(_row(view, town) for town in towns),
            sortable=True,
            filterable=True,
        )
        for name, towns in by_parent(view.campaign)
    ]
    return make(
        view, "towns", addresses.town(view.id), view.towns_word, "镇街",
        summary=f"{view.name}涉及的{len(view.campaign.towns)}个单位，每个单位一页。",
        groups=groups,
    )  # fmt: skip


def _columns(view: View) -> tuple[Column, ...]:
    found = [Column("单位")]
    for measure in view.campaign.measures:
        found.append(Column(measure.heading, view.atlas.definition("quota"), "num"))
        if view.has_progress:
            found += [cells.heading(view, "rate"), cells.heading(view, "light")]
    return tuple(found)


def _row(view: View, town: Town) -> tuple[Cell, ...]:
    found = [cells.unit(view, town)]
    for measure in view.campaign.measures:
        found.append(cells.amount(view.campaign.quota(town.id, measure.id), measure))
        if view.figures.latest:
            standing = view.figures.standing(view.figures.latest, measure.id, town.id)
            found += [cells.figure(standing, "rate"), cells.light(standing)]
    return tuple(found)


def _town(view: View, town: Town, before: Town | None, after: Town | None) -> Page:
    here = addresses.town(view.id, town.id)
    shared = view.shared_tasks
    documents = view.of_town.get(town.id, ())
    firms = view.firms_of_town.get(town.id, ())
    return make(
        view, "town", here, town.name, "镇街",
        column=(view.towns_word, addresses.town(view.id)),
        summary=_summary(view, town),
        keywords=(town.name, *town.aliases, *(measure.name for measure in view.campaign.measures)),
        town=town.name,
        latest=_latest(view, town),
        courses=[_course(view, town, here, place, measure) for place, measure in enumerate(view.campaign.measures, 1)]
        if view.has_progress else [],
        own_tasks=_tasks(view, view.own_tasks.get(town.id, ()), f"{town.name}落实的任务"),
        shared_tasks=_tasks(view, shared[:_MOST_SHARED], f"{view.campaign.all_towns}共同落实的任务"),
        all_towns=view.campaign.all_towns,
        tasks_left=len(shared) - _MOST_SHARED,
        tasks_address=addresses.task(view.id),
        firms=firm_grid(view, firms, f"{town.name}公开的企业（作坊）", without="town") if firms else None,
        has_ledger=bool(view.campaign.firms),
        documents=_documents(view, town, documents),
        before=_beside(view, before),
        after=_beside(view, after),
        above=_beside(view, view.campaign.town.get(town.parent)),
    )  # fmt: skip


def _tasks(view: View, tasks: Sequence[Task], caption: str) -> Grid | None:
    return task_grid(view, tasks, caption) if tasks else None


def _documents(view: View, town: Town, listed: tuple[PublicDocument, ...]) -> Grid | None:
    return cells.documents(view, listed, f"涉及{town.name}的文件") if listed else None


def _beside(view: View, town: Town | None) -> tuple[str, str] | None:
    return (town.name, addresses.town(view.id, town.id)) if town else None


def _summary(view: View, town: Town) -> str:
    """What it is to do and how far it is, in a sentence."""
    tasks = []
    for measure in view.campaign.measures:
        text = amount_text(view.campaign.quota(town.id, measure.id), measure)
        if text is not None:
            tasks.append(f"{measure.name}{text}{measure.unit if text != '/' else '（没有下达）'}")
    sentence = (
        f"{town.name}{view.year + '年' if view.year else ''}任务：{told(tasks)}。"
        if tasks
        else f"{town.name}的任务和进展。"
    )
    if view.figures.latest:
        rates = [
            f"{measure.name}完成率{standing.rate}%"
            for measure in view.campaign.measures
            if (standing := view.figures.standing(view.figures.latest, measure.id, town.id)).rate is not None
        ]
        sentence += f"{view.as_of}，{told(rates)}。" if rates and view.as_of else ""
    return sentence


def _latest(view: View, town: Town) -> Grid | None:
    """Every measure: the quota, and how far it is at the end of the last period."""
    measures = view.campaign.measures
    if not measures:
        return None
    period = view.figures.latest
    if period is None:
        stated = tuple(
            (Cell(measure.heading), cells.amount(view.campaign.quota(town.id, measure.id), measure))
            for measure in measures
        )
        return Grid(f"{town.name}任务数", (Column("指标"), cells.heading(view, "quota")), stated)
    rows = tuple(
        (
            Cell(measure.heading, addresses.measure(view.id, measure.id)),
            *(cells.figure(view.figures.standing(period, measure.id, town.id), field) for field in _LATEST),
        )
        for measure in measures
    )
    columns = (Column("指标"), *(cells.heading(view, field) for field in _LATEST))
    return Grid(f"{town.name}任务数和{period.name}进展", columns, rows)


def _course(view: View, town: Town, here: str, number: int, measure: Measure) -> dict[str, object]:
    """One measure over all periods, the `number`th of the page."""
    standings = [view.figures.standing(period, measure.id, town.id) for period in view.figures.reported]
    title, caption = f"{measure.name}完成率", f"{town.name}{measure.name}各期进展"
    return {
        "id": f"measure-{number}",
        "name": measure.name,
        "shown": course(view, here, title, standings, _EACH, caption, f"trend-{number}"),
    }
