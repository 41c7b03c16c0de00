"""Open data of what has been done: progress by period, town and measure, and of each task."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.figures.standing import Standing
from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import TaskReturn
from lowcapdocs.model.quantity import Blank
from lowcapdocs.model.task import Task
from lowcapdocs.web.tables.table import Column, Field, Kind, Table, Value, kind_of, table_of

_Line = tuple[Campaign, Standing, bool]
"""The campaign, what stands in the row, and whether any of it is invented."""

_PROGRESS: tuple[Column[_Line], ...] = (
    Column(Field("period", "期次", "text", "2020-06月、2020-q2季、2020-h1半年、2020-w23周；来源没有写年份的，年份是0000。CSV里会写成=\"2020-06\"，免得表格软件当成日期"), "period", lambda each: each[1].period.id),
    Column(Field("period_name", "期次名称"), "period", lambda each: each[1].period.name),
    Column(Field("period_end", "期末", "day"), "period", lambda each: period_end(each[1].period)),
    Column(Field("town_id", "单位编号", "text", "合计行为空白"), "town", lambda each: each[1].town or None),
    Column(Field("town", "单位"), "town", lambda each: _town(each[0], each[1])),
    Column(Field("is_total", "是否合计", "yes"), "town", lambda each: not each[1].town),
    Column(Field("measure_id", "指标编号"), "measure", lambda each: each[1].measure.id),
    Column(Field("measure", "指标"), "measure", lambda each: each[1].measure.name),
    Column(Field("unit", "计量单位"), "measure", lambda each: each[1].measure.unit),
    Column(Field("reported", "本期报送单位数", "whole", "一个单位的行为1（已报）或0（未报）"), "", lambda each: each[1].reported),
    Column(Field("quota", "任务数", "number"), "", lambda each: _quota(each[1])),
    Column(Field("done", "累计完成", "number"), "done", lambda each: each[1].done),
    Column(Field("fresh", "本期完成", "number", "小于0表示核减"), "fresh", lambda each: each[1].fresh),
    Column(Field("closed", "其中关停取缔", "number"), "closed", lambda each: each[1].outcomes[0]),
    Column(Field("merged", "其中整合搬迁", "number"), "merged", lambda each: each[1].outcomes[1]),
    Column(Field("upgraded", "其中升级改造", "number"), "upgraded", lambda each: each[1].outcomes[2]),
    Column(Field("accepted", "累计验收", "number"), "accepted", lambda each: each[1].accepted),
    Column(Field("rate", "完成率", "number", "累计验收÷任务数，百分之几，一位小数"), "accepted", lambda each: each[1].rate),
    Column(Field("planned", "序时进度", "number", "期末应当完成百分之几"), "accepted", lambda each: each[1].planned),
    Column(Field("behind", "落后于序时进度", "number", "百分点；小于0表示超前"), "accepted", lambda each: each[1].behind),
    Column(Field("light", "亮灯"), "accepted", lambda each: each[1].light.name if each[1].light else None),
    Column(Field("rank", "位次", "whole", "按完成率，相同的并列"), "accepted", lambda each: each[1].rank),
    Column(Field("sample", "示例", "yes", "是：由虚构的演示数据得出"), "", lambda each: each[2]),
)  # fmt: skip
PROGRESS = kind_of(
    "progress", "进展", "各期各单位各项指标的进展，一行一个；累计数取截至该期最近一次报送。", "progress", _PROGRESS,
    ("period", "measure_id"),
)  # fmt: skip

_NEVER = date.max
_TaskLine = tuple[Task, TaskReturn]

_TASK_PROGRESS: tuple[Column[_TaskLine], ...] = (
    Column(Field("period", "期次"), "period", lambda each: each[1].period.id),
    Column(Field("period_name", "期次名称"), "period", lambda each: each[1].period.name),
    Column(Field("period_end", "期末", "day"), "period", lambda each: period_end(each[1].period)),
    Column(Field("task_id", "任务编号"), "task", lambda each: each[1].task),
    Column(Field("task", "任务"), "task", lambda each: each[0].title),
    Column(Field("state", "状态"), "state", lambda each: each[1].state or None),
    Column(Field("text", "进展情况"), "text", lambda each: each[1].text or None),
    Column(Field("amounts", "完成数量", "texts"), "amounts", lambda each: _amounts(*each)),
    Column(Field("sample", "示例", "yes", "是：虚构的演示数据"), "", lambda each: each[1].sample),
)
TASK_PROGRESS = kind_of(
    "task_progress",
    "任务进展",
    "各期每项任务的状态和进展情况。",
    "task_progress",
    _TASK_PROGRESS,
    ("period", "task_id"),
)


def period_end(period: Period) -> date | None:
    """The last day of a period; None where its year is not known."""
    return period.end if period.year else None


def progress(public: PublicCampaign) -> Iterator[Table]:
    """The tables of `public` that are public."""
    found = (
        table_of(public, PROGRESS, _PROGRESS, lambda: _standings(public)),
        table_of(public, TASK_PROGRESS, _TASK_PROGRESS, lambda: _task_returns(public)),
    )
    yield from (table for table in found if table)


def _standings(public: PublicCampaign) -> Iterator[_Line]:
    """All together first, then each town that has something to do or reported something."""
    figures, campaign = public.figures, public.campaign
    invented = _first_invented(campaign)
    for period in figures.reported:
        for measure in campaign.measures:
            total = figures.standing(period, measure.id)
            towns = [
                (campaign, each, invented.get((measure.id, each.town), _NEVER) <= period.end)
                for each in figures.towns(period, measure.id)
                if each.assigned or each.done is not None or each.accepted is not None
            ]
            own = invented.get((measure.id, ""), _NEVER) <= period.end
            yield campaign, total, own or any(sample for _, _, sample in towns)
            yield from towns


def _first_invented(campaign: Campaign) -> dict[tuple[str, str], date]:
    """From when on the figures of a measure and town come from an invented return: sums carry it on."""
    found: dict[tuple[str, str], date] = {}
    for each in campaign.returns:
        if each.sample:
            key = each.measure, each.town
            found[key] = min(found.get(key, _NEVER), each.period.end)
    return found


def _town(campaign: Campaign, standing: Standing) -> str:
    return campaign.town[standing.town].name if standing.town else campaign.total_name


def _quota(standing: Standing) -> Value:
    return None if isinstance(standing.quota, Blank) else standing.quota


def _task_returns(public: PublicCampaign) -> Iterator[_TaskLine]:
    """What counts after corrections, by period."""
    latest: dict[tuple[Period, str], TaskReturn] = {}
    for each in sorted(public.campaign.task_returns, key=lambda each: (each.period, each.revision)):
        latest[each.period, each.task] = each
    for each in latest.values():
        if each.task in public.campaign.task:
            yield public.campaign.task[each.task], each


def _amounts(task: Task, returned: TaskReturn) -> tuple[str, ...]:
    targets = {target.id: target for target in task.targets}
    return tuple(
        f"{targets[name].name}：{decimal_text(amount)}{targets[name].unit}"
        for name, amount in returned.amounts
        if name in targets
    )


KINDS: tuple[Kind, ...] = (PROGRESS, TASK_PROGRESS)
