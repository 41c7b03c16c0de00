"""What each figure of the site means: its definition, its unit and the table that it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.progress import OUTCOMES

PROGRESS_FIELDS = {
    "quota": "quota", "done": "done", "fresh": "fresh", "accepted": "accepted", "remaining": "remaining",
    "rate": "rate", "before": "rate", "planned": "planned", "behind": "behind", "withdrawn": "fresh",
    "light": "light", "rank": "rank",
    **{f"outcome{place}": "outcome" for place in range(len(OUTCOMES))},
}  # fmt: skip
"""The definition of each field of a standing (figures.paths.STANDING_FIELDS, without -short)."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One figure. `id` is its anchor on figures.html, `table` the table of open data that holds or yields it."""

    id: str
    name: str
    unit: str
    meaning: str
    table: str


def definitions(campaign: Campaign) -> Iterator[Definition]:
    """Every figure that the public data of `campaign` has, in the order of the page."""
    units = "、".join(dict.fromkeys(measure.unit for measure in campaign.measures)) or "—"
    if campaign.goals:
        yield Definition("goal", "主要目标", units, "文件确定的全年目标数，按指标分列。", "campaign")
    if campaign.quotas:
        yield Definition(
            "quota", "任务数", units,
            "下达给各单位的年度数量。“/”表示没有下达这项任务，与0不同；空白表示来源未载。", "quotas",
        )  # fmt: skip
        yield Definition(
            "total",
            f"任务数合计（{campaign.total_name}）",
            units,
            "各单位任务数逐项相加得出，不另行填写；有一个单位未载时不合计。",
            "quotas",
        )
    if any(task.targets for task in campaign.tasks):
        yield Definition(
            "target", "任务目标", "见各项任务", "重点任务中写明的数量。“以上”“不少于”等表示不低于这个数，“以内”“不超过”等表示不高于这个数。", "tasks"
        )  # fmt: skip
    if campaign.returns:
        yield from _of_returns(campaign, units)
    if campaign.task_returns:
        yield Definition(
            "state",
            "任务状态",
            "—",
            "牵头部门报送的状态：未启动、推进中、已完成、滞后。取最近一次报送。",
            "task_progress",
        )
    if campaign.past:
        yield Definition("past", "往年情况", units, "以往年份的任务数和累计验收数，用于比较。", "progress")
    if campaign.firms:
        yield Definition(
            "listed",
            "台账企业数",
            "家",
            "公开台账中的企业（作坊）数。台账不含不予公开的记录，可能少于实际数。",
            "ledger",
        )


def _of_returns(campaign: Campaign, units: str) -> Iterator[Definition]:
    """What towns report, and what is worked out from it."""
    yield Definition("done", "累计完成", units, "自行动开始以来已经完成的数量，以各单位最近一次报送为准。", "progress")
    yield Definition(
        "fresh", "本期完成", units, "本报送期内完成的数量；小于0表示核减。只在当期报送时有数。", "progress"
    )
    yield Definition(
        "accepted", "累计验收", units, "已经通过验收的数量。完成后要经验收才计入，因此不大于累计完成。", "progress"
    )
    if any(number is not None for each in campaign.returns for number in each.outcomes):
        yield Definition("outcome", "处置方式", units, f"累计完成数中按{'、'.join(OUTCOMES)}分列的数量。", "progress")
    yield Definition("remaining", "尚需完成", units, "任务数减去累计验收数，不小于0。", "progress")
    yield Definition("rate", "完成率", "%", "累计验收数÷任务数，保留一位小数，四舍五入。没有任务的不计算。", "progress")
    yield Definition(
        "rank", "位次", "—", "有任务且已报送的单位按完成率从高到低排列，完成率相同的位次相同。", "progress"
    )
    yield Definition(
        "unreported",
        "未报送单位数",
        "个",
        "有任务而本期没有报送或者没有报齐的单位数，其累计数沿用上一次报送。",
        "progress",
    )
    plan = campaign.plan
    if plan.last_day is not None or plan.curve:
        yield Definition(
            "planned", "序时进度", "%",
            "按进度安排到期末应当完成的比例：有进度曲线的按曲线，没有的从起始日到最后期限按天均分。", "schedule",
        )  # fmt: skip
        yield Definition("behind", "落后序时进度", "个百分点", "序时进度减去完成率；小于0表示超前。", "progress")
        yield Definition("light", "亮灯", "—", f"按落后序时进度的多少确定：{plan.lights_phrase}。", "schedule")
        chased = f"亮{plan.supervised_phrase}" if plan.supervised else "达到督办条件"
        yield Definition("supervised", "需督办单位数", "个", f"有指标{chased}的单位数。", "progress")
