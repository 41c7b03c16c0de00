"""The quotas table → Quota, one column a measure or one row a quota."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from lowcapdocs.model.org import Town
from lowcapdocs.model.quantity import Amount, Blank, Goal, Measure, Quota
from lowcapdocs.problems import Where, error
from lowcapdocs.sources.columns import QUOTAS
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Node, Report, Scalar, key
from lowcapdocs.sources.records import MOST_DIGITS, Record, number, records

_MOST = 10**MOST_DIGITS
_TOTAL = re.compile(r"^(全[省市区县镇]|合计|总计)")
_SUBTOTAL = "小计"
_NEARLY_NONE = {"-", "--", "—", "——", "无", "不涉及", "\\"}


def read_amount(value: Scalar, report: Report) -> Amount:
    """A decimal, “/” for none assigned, blank for unknown; anything else is reported."""
    text = key(value.text)
    if not text:
        return Blank.UNKNOWN
    if text == "/":
        return Blank.NONE
    amount = number(text)
    if amount is None:
        remedy = "不承担任务请写“/”。" if text in _NEARLY_NONE else "只填数字；不承担任务写“/”。"
        report.append(error("quota-form", value.where, f"任务数“{value.text}”不是数字，也不是“/”。", remedy))
        return Blank.UNKNOWN
    if amount < 0:
        report.append(error("quota-form", value.where, f"任务数“{value.text}”小于0。", "请改正。"))
    return amount


def quotas(
    node: Node | None, towns: tuple[Town, ...], measures: tuple[Measure, ...], report: Report
) -> tuple[tuple[Quota, ...], tuple[Goal, ...]]:
    """Quotas, and the totals that the table itself states (verified later, never data)."""
    names = Names(towns, "镇街", report)
    fields = {
        key(name): measure.id
        for measure in measures
        for name in (measure.id, measure.name, measure.heading, *measure.aliases)
    }
    known = {measure.id: measure for measure in measures}
    found: dict[tuple[str, str], Quota] = {}
    stated: list[Goal] = []
    for record in records(node, QUOTAS, report):
        unit = record.text("town", required=True)
        amounts = _amounts(record, fields, report)
        for measure, amount, where in amounts:
            if isinstance(amount, Decimal):
                report_long(amount, known[measure], where, report)
        if unit.startswith(_SUBTOTAL):
            continue  # of which towns, the table does not say
        if _TOTAL.match(unit):
            stated += [
                Goal(measure, amount, where) for measure, amount, where in amounts if isinstance(amount, Decimal)
            ]
            continue
        town = names.resolve_text(unit, record.place("town")) if unit else None
        for measure, amount, where in amounts if town else []:
            assert town is not None
            if (town.id, measure) in found:
                earlier = found[town.id, measure].where
                report.append(error("quota-twice", where, f"“{unit}”的任务数与{earlier}重复。", "请只保留一处。"))
            found[town.id, measure] = Quota(town.id, measure, amount, where)
    return tuple(found.values()), tuple(stated)


def _amounts(record: Record, fields: dict[str, str], report: Report) -> list[tuple[str, Amount, Where]]:
    """(measure, amount, place) of one row, wide or long."""
    if record.has("measure"):
        record.reject_others()
        name = record.text("measure", required=True)
        measure = fields.get(key(name))
        if measure is None:
            unknown_measure(name, record.place("measure"), set(fields.values()), report)
            return []
        value = Scalar(record.text("amount"), record.place("amount"))
        return [(measure, read_amount(value, report), value.where)]
    found = []
    for heading, node in record.other.items():
        measure = fields.get(key(heading))
        if measure is None:
            place = Where(node.where.file, node.where.sheet, None, heading)
            unknown_measure(heading, place, set(fields.values()), report)
        elif isinstance(node, Scalar):
            found.append((measure, read_amount(node, report), node.where))
        else:
            report.append(error("value-form", node.where, "任务数应当是一个数字。", "请去掉列表或缩进的内容。"))
    return found


def states_sum(unit: str) -> bool:
    """Whether a row under this name states a total or sub-total, and so is never data."""
    return bool(_TOTAL.match(unit)) or unit.startswith(_SUBTOTAL)


def report_long(amount: Decimal, measure: Measure, where: Where, report: Report) -> None:
    """Report an amount that has, with the decimals of `measure`, more digits than sums are exact for."""
    if abs(amount).scaleb(measure.decimals) >= _MOST:
        message = f"“{amount}”太大，连同{measure.decimals}位小数超过{MOST_DIGITS}位。"
        report.append(error("value-number", where, message, "请核对；确实这样大的，指标请换用更大的单位。"))


def unknown_measure(name: str, where: Where, known: Iterable[str], report: Report) -> None:
    """Report, once a file, that `name` is no measure; `known` are the ids that exist."""
    finding = error(
        "measure-unknown", where, f"“{name}”不是已登记的指标。",
        f"请在 campaign.yaml 的 measures 里登记，或改成：{'、'.join(sorted(known))}。",
    )  # fmt: skip
    if finding not in report:
        report.append(finding)
