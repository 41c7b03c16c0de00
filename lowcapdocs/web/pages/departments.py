"""Departments: the list of them, and the tasks that each leads or cooperates in."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.model.org import Department
from lowcapdocs.web import addresses
from lowcapdocs.web.grid import Cell, Grid, number
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.pages.tasks import task_grid
from lowcapdocs.web.view import View


def pages(view: View) -> Iterator[Page]:
    """The list, then each department."""
    departments = view.campaign.departments
    if not departments:
        return
    rows = tuple(
        (
            cells.unit(view, each),
            Cell(each.full or "来源未载"),
            number(str(len(view.led_tasks.get(each.id, ())))),
            number(str(len(view.helped_tasks.get(each.id, ())))),
        )
        for each in departments
    )
    yield make(
        view, "list", addresses.department(view.id), "部门", "部门",
        summary=f"{view.name}涉及的{len(departments)}个部门和它们牵头、配合的任务。",
        grid=Grid("各部门", cells.columns("部门", "全称", "牵头任务（项）", "配合任务（项）"), rows, sortable=True, filterable=True),
    )  # fmt: skip
    for place, each in enumerate(departments):
        before = departments[place - 1] if place else None
        after = departments[place + 1] if place + 1 < len(departments) else None
        yield _department(view, each, before, after)


def _department(view: View, each: Department, before: Department | None, after: Department | None) -> Page:
    led, helped = view.led_tasks.get(each.id, ()), view.helped_tasks.get(each.id, ())
    own = view.own_tasks.get(each.id, ())
    documents = view.of_department.get(each.id, ())
    return make(
        view, "department", addresses.department(view.id, each.id), each.short, "部门",
        column=("部门", addresses.department(view.id)),
        summary=f"{each.full or each.short}在{view.name}中牵头任务{len(led)}项，配合{len(helped)}项。",
        keywords=tuple(dict.fromkeys((each.short, each.full or each.short, *each.aliases))),
        full=each.full,
        groups=[
            (name, f"tasks-{place}", task_grid(view, tasks, f"{each.short}{name}") if tasks else None, empty)
            for place, (name, tasks, empty) in enumerate(
                (("牵头的任务", led, "没有牵头的任务。"), ("配合的任务", helped, "没有配合的任务。"), ("落实的任务", own, "")), start=1
            )
            if tasks or empty
        ],
        safeguards=[item.title for item in view.campaign.safeguards if any(lead.id == each.id for lead in item.leads)],
        safeguards_address=f"{addresses.campaign(view.id)}#safeguards",
        documents=cells.documents(view, documents, f"{each.short}的文件") if documents else None,
        before=(before.short, addresses.department(view.id, before.id)) if before else None,
        after=(after.short, addresses.department(view.id, after.id)) if after else None,
    )  # fmt: skip
