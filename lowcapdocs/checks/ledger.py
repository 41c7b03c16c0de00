"""Rules on the ledger: codes, names, states against dates, papers, and towns against their quotas."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from lowcapdocs.model import credit_code
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.ledger import ACCEPTED, DATE_COLUMNS, STEPS, Firm, State
from lowcapdocs.model.paths import amount_text
from lowcapdocs.model.quantity import Measure
from lowcapdocs.problems import Finding, Where, error, warning

_NO_CODE = "/"
_COLUMN: dict[State, str] = {state: column for column, state in DATE_COLUMNS.items()}
_RANK: dict[State, int] = {state: place for place, state in enumerate(STEPS)}
_RANK["封存"] = _RANK["断水断电"]  # they come in either order
_AFTER: dict[State, tuple[State, ...]] = {"公示": (ACCEPTED,), "销号": (ACCEPTED, "公示")}
"""What no firm can leave out on its way to a state."""


def check(campaign: Campaign) -> Iterator[Finding]:
    """Every finding on the firms of the ledger."""
    yield from _codes(campaign)
    yield from _twice(campaign)
    for firm in campaign.firms:
        yield from _dates(firm)
        yield from _late(firm, campaign.year)
        yield from _state(firm)
        yield from _papers(firm, campaign)
    yield from _quotas(campaign)


def _codes(campaign: Campaign) -> Iterator[Finding]:
    for firm in campaign.firms:
        if firm.credit_code in ("", _NO_CODE):
            continue
        if fault := credit_code.fault(firm.credit_code):
            yield error("credit-code", firm.place("credit_code"), fault.message, fault.remedy)
    blank = [firm for firm in campaign.firms if not firm.credit_code]
    if blank:
        message = f"“{blank[0].name}”没有信用代码（共{len(blank)}家），重复的企业可能查不出来。"
        yield warning("credit-code-blank", blank[0].place("credit_code"), message, "请补上；没有营业执照的作坊写“/”。")


def _twice(campaign: Campaign) -> Iterator[Finding]:
    """A firm that is listed twice would be counted twice."""
    codes: dict[str, Firm] = {}
    names: dict[str, Firm] = {}
    for firm in campaign.firms:
        code = firm.credit_code if firm.credit_code != _NO_CODE else ""
        other = codes.setdefault(code, firm) if code else firm
        if other is not firm:
            message = f"“{firm.name}”的信用代码与{other.where}“{other.name}”相同"
            if other.measure == firm.measure:
                yield error("firm-twice", firm.place("credit_code"), f"{message}。", "一家企业只列一行，请删去一行。")
            else:
                message = f"{message}，分别计入两项指标。"
                yield warning("firm-measures", firm.place("credit_code"), message, "确实两项都要做的请忽略。")
        name = "".join(unicodedata.normalize("NFKC", firm.name).split())
        namesake = names.setdefault(name, firm) if name else firm
        if namesake is not firm and other is firm:
            message = f"“{firm.name}”与{namesake.where}同名。"
            yield warning(
                "firm-name-twice", firm.place("name"), message, "是同一家的请删去一行；不是的请核对信用代码。"
            )


def _late(firm: Firm, year: int | None) -> Iterator[Finding]:
    """A day after the year that follows the campaign is a slip of the pen."""
    for state, day in firm.dates.items():
        if year is not None and day.year > year + 1:
            message = f"“{firm.name}”的{state}日期是{day.isoformat()}，活动是{year}年的。"
            yield warning("firm-date-late", firm.place(_COLUMN[state]), message, "请核对年份。")


def _dates(firm: Firm) -> Iterator[Finding]:
    """The state has its date, so has what must come before it, and the dates are in order."""
    remedy = "请补日期，或改状态。"
    for state in _AFTER.get(firm.state, ()):
        if state not in firm.dates:
            message = f"“{firm.name}”的状态是“{firm.state}”，没有填{state}日期。"
            yield error("firm-state-ahead", firm.place(_COLUMN[state]), message, remedy)
    if firm.state not in firm.dates:
        message = f"“{firm.name}”的状态是“{firm.state}”，没有填{firm.state}日期。"
        yield error("firm-date-missing", firm.place(_COLUMN[firm.state]), message, remedy)
    for state in STEPS:
        before = [step for step in firm.dates if step in STEPS and _RANK[step] < _RANK[state]]
        if state in firm.dates and before:
            latest = max(before, key=lambda step: (_RANK[step], firm.dates[step]))
            if firm.dates[state] < firm.dates[latest]:
                yield _disorder(firm, latest, state)
    listed = firm.dates.get(STEPS[0])
    for state in firm.dates:
        if state not in STEPS and listed is not None and firm.dates[state] < listed:
            yield _disorder(firm, STEPS[0], state)


def _disorder(firm: Firm, earlier: State, later: State) -> Finding:
    message = (
        f"“{firm.name}”的{later}日期（{firm.dates[later].isoformat()}）"
        f"早于{earlier}日期（{firm.dates[earlier].isoformat()}）。"
    )
    return error("firm-date-order", firm.place(_COLUMN[later]), message, "请核对两个日期的年月日。")


def _state(firm: Firm) -> Iterator[Finding]:
    """The state is what the dates come to; a firm back in production does not count."""
    accepted, back = firm.dates.get(ACCEPTED), firm.dates.get("反弹")
    if firm.state == "反弹":
        if accepted is not None:
            message = f"“{firm.name}”{accepted.isoformat()}验收后又反弹，不再计入完成数。"
            yield warning("firm-rebounded", firm.where, message, "请核对报表，已经报过的应当更正。")
        return
    if back is not None and accepted is not None and back >= accepted and firm.reached(ACCEPTED):
        message = f"“{firm.name}”验收后于{back.isoformat()}反弹，状态还是“{firm.state}”，仍计入完成数。"
        yield warning("firm-rebounded", firm.place("state"), message, "请把状态改为“反弹”；重新验收的改验收日期。")
    last = next((state for state in reversed(STEPS) if state in firm.dates), None)
    if last is not None and _beyond(firm, last):
        message = f"“{firm.name}”已有{last}日期，状态还是“{firm.state}”。"
        yield warning("firm-state-behind", firm.place("state"), message, f"请核对；已到“{last}”的请改状态。")


def _beyond(firm: Firm, last: State) -> bool:
    """Whether the day of `last` is there though the state says that the firm has not come so far."""
    if firm.state == "延期":
        return STEPS.index(last) >= STEPS.index(ACCEPTED)
    if firm.state in STEPS:
        return _RANK[last] > _RANK[firm.state]
    return not firm.reached(last)


def _papers(firm: Firm, campaign: Campaign) -> Iterator[Finding]:
    if firm.reached(ACCEPTED) and (missing := firm.missing(campaign.required_evidence.get(firm.measure, ()))):
        message = f"“{firm.name}”已验收，缺{'、'.join(missing)}。"
        yield warning("firm-evidence", firm.where, message, "请补交，并在台账里填文件名或编号。")


def _quotas(campaign: Campaign) -> Iterator[Finding]:
    """A town lists firms of the measures that it has a quota for, and as many as that."""
    listed = Counter((firm.town.id, firm.measure) for firm in campaign.firms)
    for firm in {(firm.town.id, firm.measure): firm for firm in reversed(campaign.firms)}.values():
        measure = campaign.measure.get(firm.measure)
        amount = campaign.quota(firm.town.id, firm.measure)
        if measure is not None and campaign.quotas and not (isinstance(amount, Decimal) and amount > 0):
            count = listed[firm.town.id, firm.measure]
            message = f"“{firm.town.name}”没有“{measure.name}”的任务，台账里列了{count}{measure.unit}。"
            yield warning("firm-no-quota", firm.place("town"), message, "请核对镇街和指标；自愿多做的请忽略。")
    for measure in campaign.measures if campaign.firms else ():
        yield from _short(campaign, measure, listed)


def _short(campaign: Campaign, measure: Measure, listed: Counter[tuple[str, str]]) -> Iterator[Finding]:
    """Towns whose ledger is shorter than their quota, told once for a measure that the ledger is to hold whole."""
    short = []
    for town in campaign.towns:
        amount, count = campaign.quota(town.id, measure.id), listed[town.id, measure.id]
        if isinstance(amount, Decimal) and count < amount:
            short.append(f"{town.name}{count}/{amount_text(amount, measure)}")
    if short and measure.id in campaign.ledger_covers and campaign.firms:
        message = f"台账列入的“{measure.name}”少于任务数，共{len(short)}个镇街：{'、'.join(short)}。"
        place = campaign.firms[0].where
        yield warning("firm-count", Where(place.file, place.sheet), message, "请补列企业；尚未排查完的请忽略。")
