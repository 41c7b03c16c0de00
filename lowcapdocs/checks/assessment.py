"""Rules on 考核办法: its points add up."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.problems import Finding, error


def check(campaign: Campaign) -> Iterator[Finding]:
    """Every finding on how towns are scored."""
    rules = campaign.assessment
    if rules is not None and rules.total != rules.full:
        message = f"各考核项目合计{decimal_text(rules.total)}分，满分写的是{decimal_text(rules.full)}分。"
        yield error("assessment-total", rules.where.at("full"), message, "请核对各项的 points，只加减分的项目填0。")
