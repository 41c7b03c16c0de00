"""Open data of what is planned: towns, departments, tasks, quotas."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.gongwen.elements import plain
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.quantity import Blank, Measure, Quota, Target
from lowcapdocs.model.task import Area, Task
from lowcapdocs.web.running import target_spans, task_text
from lowcapdocs.web.tables.table import Column, Field, Table, kind_of, table_of

_TOWNS: tuple[Column[Town], ...] = (
    Column(Field("id", "编号"), "id", lambda town: town.id),
    Column(Field("order", "序号", "whole", "在官方名单中的次序"), "order", lambda town: town.order),
    Column(Field("name", "名称"), "name", lambda town: town.name),
    Column(Field("kind", "类别"), "kind", lambda town: town.kind),
    Column(Field("code", "区划代码", "text", "统计用区划代码，按文字保存"), "code", lambda town: town.code or None),
    Column(Field("parent", "上级", "text", "上一级单位的编号"), "parent", lambda town: town.parent or None),
)
TOWNS = kind_of("towns", "单位", "专项行动的各个单位：镇街、园区或者区县。", "towns", _TOWNS, ("id", "name"))

_DEPARTMENTS: tuple[Column[Department], ...] = (
    Column(Field("id", "编号"), "id", lambda each: each.id),
    Column(Field("short_name", "简称"), "short", lambda each: each.short),
    Column(Field("full_name", "全称"), "full", lambda each: each.full or None),
)
DEPARTMENTS = kind_of(
    "departments", "部门", "参加专项行动的部门。", "departments", _DEPARTMENTS, ("id", "short_name")
)  # fmt: skip

_TASKS: tuple[Column[tuple[Area, Task]], ...] = (
    Column(Field("id", "编号"), "id", lambda each: each[1].id),
    Column(Field("area", "领域"), "area", lambda each: each[0].name),
    Column(Field("title", "任务"), "title", lambda each: each[1].title),
    Column(Field("text", "内容"), "text", lambda each: plain(task_text(each[1])) or None),
    Column(Field("targets", "目标", "texts"), "targets", lambda each: tuple(_target(each[1], one) for one in each[1].targets)),
    Column(Field("leads", "牵头单位", "texts"), "leads", lambda each: _shorts(each[1].duty.leads)),
    Column(Field("cooperating", "配合单位", "texts"), "cooperating", lambda each: _shorts(each[1].duty.cooperating)),
    Column(Field("responsible", "责任单位", "texts"), "responsible", lambda each: _names(each[1].duty.responsible)),
    Column(
        Field("all_towns", "各单位均负责", "yes", "是否由全部镇（乡）、街道和园区落实"), "responsible",
        lambda each: each[1].duty.all_towns,
    ),
    Column(
        Field("deadline", "完成时限"), "deadline", lambda each: each[1].deadline.phrase if each[1].deadline else None
    ),
)  # fmt: skip
TASKS = kind_of("tasks", "重点任务", "每项任务的内容、目标、牵头和配合单位、时限。", "tasks", _TASKS, ("id", "title"))

_QUOTAS: tuple[Column[tuple[Town, Measure, Quota]], ...] = (
    Column(Field("town_id", "单位编号"), "town", lambda each: each[0].id),
    Column(Field("town", "单位"), "town", lambda each: each[0].name),
    Column(Field("measure_id", "指标编号"), "measure", lambda each: each[1].id),
    Column(Field("measure", "指标"), "measure", lambda each: each[1].name),
    Column(Field("unit", "计量单位"), "measure", lambda each: each[1].unit),
    Column(
        Field("quota", "任务数", "number", "空白表示没有数字，原因见“是否下达”"), "amount",
        lambda each: None if isinstance(each[2].amount, Blank) else each[2].amount,
    ),
    Column(
        Field("assigned", "是否下达", "yes", "否：没有下达这项任务（原表为“/”）；空白：来源未载"), "amount",
        lambda each: None if each[2].amount is Blank.UNKNOWN else each[2].amount is not Blank.NONE,
    ),
)  # fmt: skip
QUOTAS = kind_of(
    "quotas", "任务数", "各单位各项指标的任务数，一行一个。", "quotas", _QUOTAS, ("town_id", "measure_id")
)  # fmt: skip


def planned(public: PublicCampaign) -> Iterator[Table]:
    """The tables of `public` that are public."""
    campaign = public.campaign
    found = (
        table_of(public, TOWNS, _TOWNS, lambda: campaign.towns),
        table_of(public, DEPARTMENTS, _DEPARTMENTS, lambda: campaign.departments),
        table_of(public, TASKS, _TASKS, lambda: ((area, task) for area in campaign.areas for task in area.tasks)),
        table_of(public, QUOTAS, _QUOTAS, lambda: _quotas(campaign)),
    )
    yield from (table for table in found if table)


def _quotas(campaign: Campaign) -> Iterator[tuple[Town, Measure, Quota]]:
    for quota in campaign.quotas:
        yield campaign.town[quota.town], campaign.measure[quota.measure], quota


def _shorts(listed: tuple[Department, ...]) -> tuple[str, ...]:
    return tuple(each.short for each in listed)


def _names(listed: tuple[Department | Town, ...]) -> tuple[str, ...]:
    return tuple(each.short if isinstance(each, Department) else each.name for each in listed)


def _target(task: Task, target: Target) -> str:
    return f"{target.name}：{plain(target_spans(task, target))}"
