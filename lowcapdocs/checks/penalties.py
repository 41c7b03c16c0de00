"""Rules on what goes to the credit platform: each decision whole, told once, of the right firm."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.model import credit_code
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.penalty import PENALTY_COLUMNS, Penalty
from lowcapdocs.problems import Finding, error, warning

_NEEDED = ("credit_code", "number", "day", "content", "legal_basis")


def check(campaign: Campaign) -> Iterator[Finding]:
    """Every finding on the penalties."""
    numbers: dict[tuple[str, str], Penalty] = {}
    for penalty in campaign.penalties:
        yield from _code(penalty, campaign)
        blank = [PENALTY_COLUMNS[column] for column in _NEEDED if penalty.text(column) is None]
        if blank:
            message = f"“{penalty.name}”的{penalty.kind}缺{'、'.join(blank)}。"
            yield warning("penalty-incomplete", penalty.where, message, "报信用平台前请补上。")
        other = numbers.setdefault((penalty.number, penalty.name), penalty) if penalty.number else penalty
        if other is not penalty:
            message = f"“{penalty.name}”的“{penalty.number}”与{other.where}重复。"
            yield error("penalty-twice", penalty.where, message, "一件决定只列一行，请删去一行。")


def _code(penalty: Penalty, campaign: Campaign) -> Iterator[Finding]:
    place = penalty.where.at(PENALTY_COLUMNS["credit_code"])
    if penalty.credit_code in ("", "/"):
        return
    firm = campaign.firm.get(penalty.firm)
    if firm is not None and firm.credit_code not in ("", "/", penalty.credit_code):
        message = f"“{penalty.name}”的信用代码与台账（{firm.where}）不一致。"
        yield error("penalty-code", place, message, "请核对是不是同一家企业。")
    elif (firm is None or firm.credit_code != penalty.credit_code) and (
        fault := credit_code.fault(penalty.credit_code)
    ):
        yield error("credit-code", place, fault.message, fault.remedy)
