"""Which documents print data that was invented for demonstration (示例数据): told by the paths of their values."""

from __future__ import annotations

import re

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.period import Period

REMARK = "示例数据"
"""题注 of every such document."""
NOTE = "文中进展、企业等数据为演示而编，不是真实情况"


def invented(campaign: Campaign) -> tuple[str, ...]:
    """What in a draft shows that a value comes from invented records."""
    found: list[str] = []
    if any(each.sample for each in campaign.returns):
        found += ["](progress/", "](score/", "/difference/"]
    if any(each.sample for each in campaign.task_returns):
        found.append("](task-progress/")
    if any(each.sample for each in campaign.firms):
        found += ["](ledger/", "](score/"]
    if any(each.sample for each in campaign.penalties):
        found.append("](penalty/")
    if campaign.schedule is not None and campaign.schedule.sample:
        rates = [f"/{name}{form})" for name in ("planned", "behind") for form in ("", "-short")]
        found += ["](phase/", "](schedule/", *rates, "/light)", "/count/supervised)"]
    if campaign.assessment is not None and campaign.assessment.sample:
        found += ["](score/", "](assessment/"]
    return tuple(dict.fromkeys(found))


def is_in(text: str, marks: tuple[str, ...]) -> bool:
    """Whether a draft prints a value that one of `marks` belongs to."""
    return any(mark in text for mark in marks)


def remark(own: str) -> str:
    """题注 of a document that its template gives one already (征求意见稿), or none."""
    return f"{own}，{REMARK}" if own and REMARK not in own else own or REMARK


def mentions(text: str, period: Period) -> bool:
    """Whether a draft prints a value of `period`."""
    return re.search(rf"\]\((?:[^()]*/)?{period.id}[/)]", text) is not None
