"""Rules on a campaign: quotas add up, names are clear, tasks have a lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sized
from decimal import Decimal

from lowcapdocs.gongwen.numbering import TYPED_NUMERAL
from lowcapdocs.model.campaign import Campaign, DataKind
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.paths import amount_text
from lowcapdocs.model.quantity import Blank, Goal, Measure, Quota, Target
from lowcapdocs.model.task import PLACEHOLDER, Basis
from lowcapdocs.problems import Finding, Where, error, warning

COMMON_UNITS = ("家", "个", "户", "项", "台", "条", "处", "万吨", "吨标准煤", "吨", "亩", "%", "％", "平方米", "万元")


def check(campaign: Campaign) -> Iterator[Finding]:
    """Every finding on the data itself."""
    yield from _absent(campaign)
    yield from _names(campaign.towns, "镇街")
    yield from _names(campaign.departments, "部门")
    yield from _town_order(campaign)
    yield from _measures(campaign)
    for measure in campaign.measures:
        yield from _quotas(campaign, measure)
    yield from _totals(campaign)
    for task in campaign.tasks:
        if not task.duty.leads:
            yield error("task-no-lead", task.where, f"任务“{task.title}”没有牵头单位。", "请填 lead。")
        if len(task.duty.leads) > 1 and not task.duty.lead_manner:
            message = f"任务“{task.title}”有{len(task.duty.leads)}个牵头单位，没有写怎样牵头。"
            yield warning("lead-manner", task.where, message, "在 lead_manner 填“分别”或“按职责分别”。")
        yield from _text(task.text, task.targets, task.basis, task.text_where, campaign)
    for action in campaign.plan.action.values():
        yield from _text(action.text, (), campaign.basis, action.where.at("text"), campaign)
    for safeguard in campaign.safeguards:
        yield from _text(safeguard.text, (), safeguard.basis, safeguard.text_where, campaign)
    for name, text in campaign.texts:
        yield from _text(text, (), campaign.basis, campaign.where.at(name), campaign)


def _absent(campaign: Campaign) -> Iterator[Finding]:
    """A kind of data that is not there at all; a campaign that does without declares it."""
    found: dict[DataKind, tuple[str, Sized]] = {
        "departments": ("部门", campaign.departments),
        "towns": ("镇街", campaign.towns),
        "tasks": ("任务", campaign.areas),
        "quotas": ("任务数", campaign.quotas),
    }
    for kind, (name, records) in found.items():
        declared = kind in campaign.without
        if not records and not declared:
            message = f"没有{name}（{kind}）的数据。"
            remedy = f"请补上这张表；本活动确实没有的，在 campaign.yaml 的 without 里写上“{name}”。"
            yield warning("data-missing", campaign.where, message, remedy)
        elif records and declared:
            message = f"without 里写了没有{name}，却有{name}（{kind}）的数据。"
            yield error("data-declared", campaign.where.at("without"), message, "请改正 without，或移走这张表。")


def _names(units: Iterable[Town | Department], word: str) -> Iterator[Finding]:
    """A name that two units share would be ambiguous wherever data uses it."""
    seen: dict[str, Town | Department] = {}
    for unit in units:
        for name in dict.fromkeys(unit.names):
            other = seen.setdefault(name, unit)
            if other is not unit and not name == unit.id == other.id:  # then it is id-twice
                message = f"{word}名称“{name}”与{other.where}重复，用到时分不清是哪一个。"
                yield error("name-shared", unit.where, message, "请改名，或删去其中一个别名。")


def _town_order(campaign: Campaign) -> Iterator[Finding]:
    for earlier, later in zip(campaign.towns, campaign.towns[1:], strict=False):
        if earlier.order == later.order:
            message = f"“{later.name}”与“{earlier.name}”的序号都是{later.order}。"
            yield error("town-order", later.where, message, "请改成不同的序号，公文按序号排列。")


def _measures(campaign: Campaign) -> Iterator[Finding]:
    """A heading of the quotas table, or a goal, that could be two."""
    seen: dict[str, Measure] = {}
    for measure in campaign.measures:
        for name in dict.fromkeys((measure.id, measure.name, measure.heading, *measure.aliases)):
            other = seen.setdefault(name, measure)
            if other is not measure:
                message = f"指标名称“{name}”与{other.where}重复，用到时分不清是哪一个。"
                yield error("name-shared", measure.where, message, "请改名，或删去其中一个别名。")
                break
    first: dict[str, Goal] = {}
    for goal in campaign.goals:
        if (earlier := first.setdefault(goal.measure, goal)) is not goal:
            message = f"指标“{goal.measure}”的目标与{earlier.where}重复。"
            yield error("goal-twice", goal.where, message, "请只留一个。")


def _quotas(campaign: Campaign, measure: Measure) -> Iterator[Finding]:
    found: dict[str, Quota] = {quota.town: quota for quota in campaign.quotas if quota.measure == measure.id}
    if not found and not any(goal.measure == measure.id for goal in campaign.goals):
        return
    for town in campaign.towns:
        quota = found.get(town.id)
        if quota is None:
            message = f"“{town.name}”没有“{measure.name}”的任务数。"
            yield error("quota-missing", town.where, message, "请在任务数表里补一行；不承担任务写“/”。")
        elif quota.amount is Blank.UNKNOWN:
            message = f"“{town.name}”的“{measure.name}”是空的，看不出是没有任务还是漏填。"
            yield error("quota-blank", quota.where, message, "请填数字；不承担任务写“/”。")
        elif isinstance(quota.amount, Decimal):
            yield from _amount(town, measure, quota.amount, quota.where)


def _amount(town: Town, measure: Measure, amount: Decimal, where: Where) -> Iterator[Finding]:
    if amount == 0:
        message = f"“{town.name}”的“{measure.name}”填了0，会印作“0{measure.unit}”。"
        yield warning("quota-zero", where, message, "不承担任务请写“/”；确为0请忽略。")
    if round(amount, measure.decimals) != amount:
        message = f"“{town.name}”的“{measure.name}”填了{amount}，该指标只印{measure.decimals}位小数。"
        yield error("quota-decimals", where, message, "请改数，或改指标的 decimals。")


def _totals(campaign: Campaign) -> Iterator[Finding]:
    for goal in campaign.goals:
        yield from _total(campaign, goal, "goal-total", "主要目标")
    for stated in campaign.stated_totals:
        yield from _total(campaign, stated, "quota-total", "合计行")


def _total(campaign: Campaign, goal: Goal, code: str, word: str) -> Iterator[Finding]:
    measure = campaign.measure.get(goal.measure)
    added = campaign.total.get(goal.measure)
    if measure is None or added is Blank.UNKNOWN or added == goal.amount or not campaign.quotas:
        return
    message = (
        f"各镇街“{measure.name}”合计{amount_text(added, measure) if added else '/'}{measure.unit}，"
        f"{word}为{amount_text(goal.amount, measure)}{measure.unit}，两者不符。"
    )
    remedy = "请核对任务数，或改正这里的数。"
    if nested := _nested(campaign, measure):
        above, below = nested
        remedy = f"“{above.name}”和它下面的“{below.name}”都有任务数，合计时都加了：请只填一级，另一级写“/”。{remedy}"
    yield error(code, goal.where, message, remedy)


def _nested(campaign: Campaign, measure: Measure) -> tuple[Town, Town] | None:
    """A town and one below it (上级) that both have a number, so that the total holds it twice."""
    for below in campaign.towns:
        above = campaign.town.get(below.parent)
        amounts = (campaign.quota(each.id, measure.id) for each in (above, below) if each)
        if above and above is not below and all(isinstance(amount, Decimal) for amount in amounts):
            return above, below
    return None


def _text(
    text: str, targets: tuple[Target, ...], basis: tuple[Basis, ...], where: Where, campaign: Campaign
) -> Iterator[Finding]:
    """Placeholders name something, every target is printed, no figure is typed, no numeral."""
    used = set(PLACEHOLDER.findall(text))
    known = {target.id for target in targets} | {each.id for each in basis}
    for name in sorted(used - known):
        message = f"文字里的“{{{name}}}”没有对应的目标或依据。"
        yield error("placeholder-unknown", where, message, "请在 targets 或 basis 里登记这个编号。")
    for target in targets:
        if target.id not in used:
            message = f"目标“{target.name or target.id}”没有印在文字里。"
            yield warning("target-unused", target.where, message, f"在文字里写“{{{target.id}}}”。")
    for figure in unbound_figures(PLACEHOLDER.sub("", text), units(campaign)):
        message = f"文字里直接写了数字“{figure}”，没有登记在数据里。"
        yield warning("figure-unbound", where, message, "请登记为 targets，文字里写“{编号}”。")
    if TYPED_NUMERAL.match(text):
        yield error("text-numeral", where, f"文字以序号“{text[:4]}”开头。", "序号由程序生成，请删去。")


def units(campaign: Campaign) -> tuple[str, ...]:
    """Every unit that this campaign counts in, longest first."""
    found = {measure.unit for measure in campaign.measures} | set(COMMON_UNITS)
    found |= {target.unit for task in campaign.tasks for target in task.targets}
    return tuple(sorted(found, key=lambda unit: (-len(unit), unit)))


def unbound_figures(text: str, listed: Iterable[str]) -> list[str]:
    """Numbers with a unit of `listed` that stand in `text` (which holds prose only)."""
    pattern = re.compile(r"\d[\d.,]*\s*(?:" + "|".join(map(re.escape, listed)) + ")")
    return pattern.findall(text)
