"""重点任务: the list by area, and each with its text, targets, duty, deadline and what was reported of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from lowcapdocs.gongwen.elements import plain
from lowcapdocs.gongwen.wording import date_text, decimal_text
from lowcapdocs.model.task import Area, Basis, Task
from lowcapdocs.web import addresses
from lowcapdocs.web.grid import Cell, Column, Grid
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.running import running, target_spans, task_text
from lowcapdocs.web.view import View


def task_grid(view: View, tasks: Sequence[Task], caption: str, *, large: bool = False) -> Grid:
    """Tasks with who leads them, by when, and the last state that was reported."""
    states = bool(view.campaign.task_returns)
    columns = [*cells.columns("任务", "牵头单位", "完成时限")]
    if states:
        columns.append(Column("状态", view.atlas.definition("state")))
    rows = []
    for task in tasks:
        row = [
            Cell(task.title, addresses.task(view.id, task.id)),
            cells.leads(view, task.duty.leads),
            Cell(deadline(task)),
        ]
        if states:
            reported = view.figures.task(task.id)
            row.append(Cell(reported.state if reported and reported.state else "未报"))
        rows.append(tuple(row))
    return Grid(caption, tuple(columns), tuple(rows), sortable=large, filterable=large)


def deadline(task: Task) -> str:
    """完成时限 as it stands."""
    return task.deadline.phrase if task.deadline else cells.UNSTATED


def pages(view: View) -> Iterator[Page]:
    """The list, then each task."""
    if not view.campaign.areas:
        return
    tasks = tuple(view.campaign.tasks)
    yield make(
        view, "tasks", addresses.task(view.id), "重点任务", "任务",
        summary=f"{view.name}分{len(view.campaign.areas)}个方面、{len(tasks)}项重点任务。",
        areas=[task_grid(view, area.tasks, area.name, large=len(area.tasks) > 20) for area in view.campaign.areas],
    )  # fmt: skip
    ordered = [(area, task) for area in view.campaign.areas for task in area.tasks]
    for place, (area, task) in enumerate(ordered):
        before = ordered[place - 1][1] if place else None
        after = ordered[place + 1][1] if place + 1 < len(ordered) else None
        yield _task(view, area, task, before, after)


def _task(view: View, area: Area, task: Task, before: Task | None, after: Task | None) -> Page:
    here = addresses.task(view.id, task.id)
    spans = task_text(task)
    text = plain(spans)
    return make(
        view, "task", here, task.title, "任务",
        column=("重点任务", addresses.task(view.id)),
        summary=text if len(text) <= 120 else f"{text[:119]}…",
        keywords=(task.title, area.name, *(lead.short for lead in task.duty.leads)),
        area=area.name,
        text=Markup(running(spans, view.atlas, here)),  # escaped by `running`
        duty=duty(view, task),
        all_towns=view.campaign.all_towns if task in view.shared_tasks else "",
        towns_address=addresses.town(view.id) if view.campaign.towns else "",
        deadline=deadline(task),
        targets=_targets(view, task, here),
        basis=[_basis(each) for each in task.basis],
        returns=_returns(view, task),
        before=(before.title, addresses.task(view.id, before.id)) if before else None,
        after=(after.title, addresses.task(view.id, after.id)) if after else None,
    )  # fmt: skip


def duty(view: View, task: Task) -> list[tuple[str, tuple[Cell, ...]]]:
    """Who does it, by part: 牵头, 配合, 落实."""
    alone = task.duty.lead_manner.endswith("负责")
    parts = [
        (task.duty.lead_manner if alone else f"{task.duty.lead_manner}牵头", task.duty.leads),
        ("配合", task.duty.cooperating),
        ("落实", task.duty.responsible),
    ]
    return [(name, cells.units(view, listed)) for name, listed in parts if listed]


def _targets(view: View, task: Task, here: str) -> list[tuple[str, Markup]]:
    return [
        (target.name, Markup(running(target_spans(task, target), view.atlas, here))) for target in task.targets
    ]  # escaped by `running`


def _basis(basis: Basis) -> str:
    about = "，".join(text for text in (basis.issuer, basis.number) if text)
    return f"《{basis.title}》" + (f"（{about}）" if about else "")


def _returns(view: View, task: Task) -> Grid | None:
    """What was reported of it, period by period; of a corrected return the last revision."""
    latest = view.task_returns.get(task.id, {})
    if not latest:
        return None
    named = {target.id: target for target in task.targets}
    rows = []
    for period in sorted(latest):
        each = latest[period]
        amounts = "；".join(
            f"{named[target].name}{decimal_text(amount)}{named[target].unit}"
            for target, amount in each.amounts
            if target in named
        )
        rows.append(
            (
                Cell(period.name),
                Cell(each.state or "未报"),
                Cell(each.text or "未报"),
                Cell(amounts or "—"),
                Cell(date_text(each.day) if each.day else "未载"),
            )
        )
    columns = (
        Column("期次"),
        Column("状态", view.atlas.definition("state")),
        *cells.columns("进展情况", "完成数量", "报送日期"),
    )
    return Grid(f"“{task.title}”各期进展", columns, tuple(rows))
