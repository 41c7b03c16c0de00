"""What of the published data was invented for demonstration, in words for every page that shows it."""

from __future__ import annotations

from collections.abc import Iterable

from lowcapdocs.model.campaign import Campaign


def invented(campaign: Campaign) -> str:
    """What of a redacted campaign and its documents is invented (镇街进展、台账均为示例…), empty if nothing is."""
    listed = {
        "镇街进展": _any(campaign.returns),
        "任务进展": _any(campaign.task_returns),
        "台账": _any(campaign.firms),
        "处罚": _any(campaign.penalties),
        "进度安排": bool(campaign.schedule and campaign.schedule.sample),
        "考核办法": bool(campaign.assessment and campaign.assessment.sample),
        "部分公文": any(each.sample for each in campaign.documents),
        "公开目录": any(each.sample for each in campaign.publications),
        "公开审查": bool(campaign.disclosure.sample),
    }
    names = [name for name, is_sample in listed.items() if is_sample]
    return f"{'、'.join(names)}为演示而编，不是真实情况。" if names else ""


def _any(records: Iterable[object]) -> bool:
    return any(getattr(each, "sample", False) for each in records)
