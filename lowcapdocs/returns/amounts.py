"""报送 against our data: what a town reports of its measures, judged, and what it would add to progress."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.org import Town
from lowcapdocs.model.period import Period
from lowcapdocs.model.quantity import Measure
from lowcapdocs.problems import Finding, error, warning
from lowcapdocs.returns.change import Change
from lowcapdocs.returns.layout import AMOUNT_FIELDS, AMOUNTS, YES
from lowcapdocs.returns.lines import Told
from lowcapdocs.returns.parcel import Standings, return_values, text
from lowcapdocs.returns.read import Returned

_HEADINGS = {column.field: column.heading.removeprefix("本期") for column in AMOUNTS}
_FIELDS = (*AMOUNT_FIELDS, "remark")
_PARTS = AMOUNT_FIELDS[1:4]


def compare(
    returned: Returned, campaign: Campaign, period: Period, standings: Standings
) -> tuple[list[Change], list[Finding]]:
    """What the lines of 报送 would change, and what is doubtful about them."""
    town = campaign.town[returned.meta.town]
    changes: list[Change] = []
    findings = list(_day(returned, period))
    for line in returned.amounts:
        if any(name not in line.values for name in _FIELDS):
            continue  # what could not be read has been told
        measure = campaign.measure[line.id]
        told = standings.told.get((town.id, line.id))
        recorded = return_values(told) if told else {}
        sent = returned.meta.amounts.get(line.id, {})
        reports = any(line.values[name] for name in AMOUNT_FIELDS)
        if reports:
            findings += _judge(line, measure, town, campaign, standings)
        elif not any(sent.get(name) for name in AMOUNT_FIELDS):
            findings.append(_silent(line, measure, standings.before(town.id, line.id, "done")))
            continue
        if all(line.values[name] == recorded.get(name, "") for name in _FIELDS):
            continue
        findings += _cleared(line, recorded)
        before = {f: text(standings.before(town.id, line.id, f)) for f in ("done", "accepted")}
        old = recorded if told else before
        fields = tuple(  # of a first return all that it reports, of a correction what it changes
            (_HEADINGS[name], old.get(name, ""), line.values[name])
            for name in _FIELDS
            if (line.values[name] != old.get(name, "") if told else line.values[name])
        )
        changes.append(
            Change(
                stem="progress",
                what="correction" if told else "new",
                town=town,
                subject=measure.name,
                fields=fields,
                values={
                    "period": period.id,
                    "town": town.name,
                    "measure": measure.name,
                    **{name: line.values[name] for name in _FIELDS},
                    "day": returned.day,
                    "revision": str(told.revision + 1) if told else "",
                    "sample": YES if returned.meta.sample else "",
                },
                where=line.where,
                sample=returned.meta.sample,
            )
        )
    return changes, findings


def _day(returned: Returned, period: Period) -> Iterator[Finding]:
    if returned.day and period.year and date.fromisoformat(returned.day) < period.start:
        message = f"填报日期{returned.day}早于{period.name}。"
        yield warning("return-day-early", returned.day_cell, message, "请核对年月日。")


def _silent(line: Told, measure: Measure, before: Decimal | None) -> Finding:
    """A measure that is reported with nothing is not reported; it is not 0."""
    earlier = f"（上期累计完成{decimal_text(before)}{measure.unit}）" if before is not None else ""
    message = f"“{measure.name}”没有填数{earlier}，按没有报送处理，不当作0。"
    return warning("return-blank", line.at("done"), message, "没有新进展的照上期填；没有完成的填0。")


def _cleared(line: Told, recorded: dict[str, str]) -> Iterator[Finding]:
    for name in AMOUNT_FIELDS:
        if recorded.get(name) and not line.values[name]:
            message = f"{_HEADINGS[name]}：本期已报过{recorded[name]}，这次是空的，会改成空（没有报送，不是0）。"
            yield warning("return-cleared", line.at(name), message, "不该清空的请补填。")


def _judge(line: Told, measure: Measure, town: Town, campaign: Campaign, standings: Standings) -> Iterator[Finding]:
    """Whether the amounts of a line agree with each other, with 上期 and with the quota."""
    amount = {name: Decimal(line.values[name]) for name in AMOUNT_FIELDS if line.values[name]}
    done, accepted = amount.get("done"), amount.get("accepted")
    parts = [amount[name] for name in _PARTS if name in amount]
    for name in ("done", "accepted"):
        before = standings.before(town.id, line.id, name)
        heading, now = _HEADINGS[name], amount.get(name)
        if before is None:
            continue
        if now is None:
            message = f"{heading}没有填，上期报过{decimal_text(before)}；按没有报送处理，不当作0。"
            yield warning("return-blank", line.at(name), message, "没有新进展的照上期填。")
        elif now < before:
            message = f"{heading}{decimal_text(now)}小于上期的{decimal_text(before)}。"
            yield warning("return-falls", line.at(name), message, "累计数不应减少；确属核减的请在备注说明。")
    if done is None:
        message = "填了其中或累计验收，没有填累计完成。"
        yield warning("return-blank", line.at("done"), message, "请补填累计完成。")
        return
    if accepted is not None and accepted > done:
        message = f"累计验收{decimal_text(accepted)}大于累计完成{decimal_text(done)}。"
        yield error("return-accepted", line.at("accepted"), message, "验收的不能多于完成的，请改正。")
    if sum(parts) > done or (len(parts) == len(_PARTS) and sum(parts) != done):
        message = f"其中各项之和{decimal_text(sum(parts, Decimal(0)))}不等于累计完成{decimal_text(done)}。"
        yield error("return-parts", line.at(_PARTS[0]), message, "请改正其中各项或累计完成。")
    quota = campaign.quota(town.id, measure.id)
    if isinstance(quota, Decimal) and done > quota:
        message = f"累计完成{decimal_text(done)}大于任务数{decimal_text(quota)}。"
        yield warning("return-over", line.at("done"), message, "请核对；超额完成的请忽略。")
