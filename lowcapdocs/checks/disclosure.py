"""Rules on 公开属性 of columns: who decided it, and nothing about persons by mistake."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import PERSONAL
from lowcapdocs.model.ledger import COLUMNS
from lowcapdocs.problems import Finding, warning


def check(campaign: Campaign) -> Iterator[Finding]:
    """Every finding on what the data makes public."""
    stated = campaign.disclosure
    public = {table: stated.public_columns(table) for table in stated.columns}
    for column in sorted(public.get("ledger", frozenset()) & PERSONAL):
        message = f"台账的“{COLUMNS[column]}”定为主动公开，属于个人信息。"
        where = stated.places.get(("ledger", column), stated.where)
        yield warning("disclosure-personal", where, message, "一般不公开；确需公开的请再核对依据。")
    if any(public.values()):
        fields = {"basis（依据）": stated.basis, "reviewer（审查人）": stated.reviewer, "date（日期）": stated.day}
        blank = [name for name, value in fields.items() if not value]
        if blank:
            message = f"有列定为主动公开，没有填{'、'.join(blank)}。"
            yield warning("disclosure-unreviewed", stated.where, message, "公开前应经审查，请补上。")
