"""Rules on returns (报送): what a town reports fits itself, what it reported before, its quota and the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from lowcapdocs.figures import firms
from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.paths import amount_text
from lowcapdocs.model.progress import OUTCOMES, Return, TaskReturn, current
from lowcapdocs.model.quantity import Blank, Measure
from lowcapdocs.problems import Finding, error, warning

_FIRMS = ("家", "户")
"""Units of measures that count firms, as the ledger does."""


def check(figures: Figures) -> Iterator[Finding]:
    """Every finding on the returns of a campaign."""
    campaign = figures.campaign
    for each in current(campaign.returns):  # what was corrected is no longer anybody's to mend
        yield from _itself(each, campaign.measure[each.measure])
    for (measure, town), own in _by_unit(campaign).items():
        name = campaign.town[town].name if town else campaign.total_name
        yield from _series(own, campaign.measure[measure], name)
        if town:
            yield from _quota(campaign, own, campaign.measure[measure], town)
    yield from _totals(figures)
    yield from _periods(campaign)
    yield from _ledger(figures)
    yield from _tasks(campaign)


def _by_unit(campaign: Campaign) -> dict[tuple[str, str], list[Return]]:
    """What counts of the returns, by measure and town, in order."""
    found: dict[tuple[str, str], list[Return]] = {}
    for each in sorted(current(campaign.returns), key=lambda each: each.period):
        found.setdefault((each.measure, each.town), []).append(each)
    return found


def _itself(each: Return, measure: Measure) -> Iterator[Finding]:
    """验收 is part of 完成, the 其中 add up to it, and no more decimals than the measure prints."""
    amounts = {"累计完成": each.done, "本期完成": each.fresh, "累计验收": each.accepted}
    amounts |= dict(zip(OUTCOMES, each.outcomes, strict=True))
    for column, amount in amounts.items():
        if amount is not None and round(amount, measure.decimals) != amount:
            message = f"填了{amount}，该指标只印{measure.decimals}位小数。"
            yield error("return-decimals", each.where.at(column), message, "请改数，或改指标的 decimals。")
    if each.done is not None and each.accepted is not None and each.accepted > each.done:
        message = f"累计验收{each.accepted}多于累计完成{each.done}。"
        yield error("return-accepted", each.where.at("累计验收"), message, "验收的应当都已完成，请核对。")
    parts = [amount for amount in each.outcomes if amount is not None]
    whole = len(parts) == len(OUTCOMES)
    if each.done is not None and (sum(parts) > each.done or (whole and sum(parts) != each.done)):
        message = f"{'、'.join(OUTCOMES)}相加是{sum(parts)}，累计完成是{each.done}。"
        yield error("return-parts", each.where.at("累计完成"), message, "请核对。")


def _series(own: list[Return], measure: Measure, town: str) -> Iterator[Finding]:
    """累计 never falls but by what 本期 says, and grows by what 本期 says."""
    done: Decimal | None = None
    accepted: Decimal | None = None
    for each in own:
        if each.done is not None:
            before = done or Decimal(0)
            if done is not None and each.done < done and each.fresh is None:
                message = f"{town}“{measure.name}”累计完成由{done}减为{each.done}。"
                yield warning(
                    "return-falls", each.where.at("累计完成"), message, "核减的请在“本期完成”写负数；否则请核对。"
                )
            if each.fresh is not None and each.fresh != each.done - before:
                message = f"{town}“{measure.name}”上期累计{before}，本期{each.fresh}，累计却是{each.done}。"
                yield warning("return-sum", each.where.at("本期完成"), message, "请核对；更正过上期的，本期数也要改。")
            done = each.done
        elif each.fresh is not None:
            done = (done or Decimal(0)) + each.fresh
        if each.accepted is not None:
            if each.done is None and done is not None and each.accepted > done:
                message = f"累计验收{each.accepted}多于累计完成{done}（按各期的本期完成相加）。"
                yield error("return-accepted", each.where.at("累计验收"), message, "验收的应当都已完成，请核对。")
            if accepted is not None and each.accepted < accepted:
                message = f"{town}“{measure.name}”累计验收由{accepted}减为{each.accepted}。"
                yield warning("return-falls", each.where.at("累计验收"), message, "请核对，并在备注里写明原因。")
            accepted = each.accepted


def _quota(campaign: Campaign, own: Iterable[Return], measure: Measure, town: str) -> Iterator[Finding]:
    """More than the quota is possible, and worth a look; a town without quota should have nothing."""
    quota = campaign.quota(town, measure.id)
    for each in own:
        if each.done is None or not each.done:
            continue
        if quota is Blank.NONE:
            message = f"没有“{measure.name}”任务，却报了完成{amount_text(each.done, measure)}{measure.unit}。"
            yield warning("return-no-quota", each.where.at("累计完成"), message, "确有完成的请忽略；否则请核对。")
            return  # told once, where it begins
        elif isinstance(quota, Decimal) and each.done > quota:
            message = f"累计完成{amount_text(each.done, measure)}{measure.unit}，多于任务数{amount_text(quota, measure)}{measure.unit}。"
            yield warning("return-over", each.where.at("累计完成"), message, "超额完成的请忽略；否则请核对。")
            return


def _totals(figures: Figures) -> Iterator[Finding]:
    """What is reported of all together is the sum of the towns, where towns report; it is never used then."""
    campaign = figures.campaign
    by_towns = {each.measure for each in campaign.returns if each.town and each.reported}
    for each in current(campaign.returns):
        if each.town or not each.reported or each.measure not in by_towns:
            continue
        total = figures.standing(each.period, each.measure)
        for column, stated, added in (("累计完成", each.done, total.done), ("累计验收", each.accepted, total.accepted)):
            if stated is not None and stated != added:
                message = f"{campaign.total_name}{column}写{stated}，各镇街相加是{'空' if added is None else added}。"
                yield error("return-total", each.where.at(column), message, "请核对；合计由程序计算，可以删去这一行。")


def _periods(campaign: Campaign) -> Iterator[Finding]:
    """A return of another year than the campaign's; periods of two kinds; a document of a period without returns."""
    reported = {each.period for each in campaign.returns if each.reported}
    by_towns = [each for each in campaign.returns if each.reported and each.town]
    kinds = {each.period.kind for each in by_towns}
    if len(kinds) > 1:
        odd = min(kinds, key=lambda kind: sum(each.period.kind == kind for each in by_towns))
        strange = next(each for each in by_towns if each.period.kind == odd)
        message = f"{strange.period.name}与其他报送的期次不是一种（月、季、周）。"
        yield warning("period-kinds", strange.where.at("期次"), message, "请统一；混用时本期数和未报的镇街会算错。")
    for entry in campaign.documents:
        if entry.period and entry.period not in reported:
            message = f"“{entry.label}”写的期次{entry.period.name}没有任何报送，数字都是上一期的。"
            yield warning("period-unreported", entry.place("period"), message, "请核对期次。")
    told: tuple[Return | TaskReturn, ...] = (*campaign.returns, *campaign.task_returns)
    for each in told:
        if campaign.year and each.period.year and each.period.year != campaign.year:
            message = f"{each.period.name}不在{campaign.year}年。"
            yield warning("return-year", each.where.at("期次"), message, "跨年续报的请忽略；否则请核对。")


def _ledger(figures: Figures) -> Iterator[Finding]:
    """What towns report as accepted, and what the ledger has by then: more in the ledger is an omission."""
    campaign, period = figures.campaign, figures.latest
    if not campaign.firms or period is None:
        return
    listed = Counter((firm.measure, firm.town.id) for firm in firms.accepted(campaign.firms, period.end))
    last = {unit: own[-1].where for unit, own in _by_unit(campaign).items()}
    for measure in campaign.measures:
        if measure.unit not in _FIRMS and measure.id not in campaign.ledger_covers:
            continue  # firms are not what it counts
        for town in campaign.towns:
            count = listed[measure.id, town.id]
            told = figures.standing(period, measure.id, town.id).accepted
            where = last.get((measure.id, town.id), campaign.where)
            if count > (told or 0):
                message = (
                    f"截至{period.name}，台账里{town.name}“{measure.name}”已验收{count}家，"
                    f"报送为{'空' if told is None else told}。"
                )
                yield warning("return-ledger", where, message, "请核对报送和台账。")
            elif measure.id in campaign.ledger_covers and told is not None and count < told:
                message = f"截至{period.name}，{town.name}“{measure.name}”报送验收{told}家，台账里只有{count}家。"
                yield warning("return-ledger", where, message, "请在台账里补登企业，或核对报送。")


def _tasks(campaign: Campaign) -> Iterator[Finding]:
    """A task that is said to be done has reached what it must, where its targets are told."""
    last = {(each.task, each.period): each for each in sorted(campaign.task_returns, key=lambda each: each.revision)}
    for each in last.values():
        if each.state != "已完成":
            continue
        reached = dict(each.amounts)
        for target in campaign.task[each.task].targets:
            upper = target.bound in ("以下", "以内", "不超过")
            amount = reached.get(target.id, target.amount)
            if amount > target.amount if upper else amount < target.amount:
                message = f"状态为已完成，{target.name}是{reached[target.id]}{target.unit}，目标{target.amount}{target.unit}{target.bound}。"
                yield warning("task-short", each.where, message, "请核对状态和数量。")
