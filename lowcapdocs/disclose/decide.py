"""Whether a document goes out, and why: its attribute, its line in the catalogue, its review, its issue.

Every condition must be met; the first that is not is the reason (条例 arts. 13–17: public unless it may
not be, and reviewed before). Whether it is issued is told by those who know the issued texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import PUBLIC
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.publication import Publication


@dataclass(frozen=True, slots=True)
class Decision:
    """One document: whether it `goes_out`, `why` (Chinese), and its line in the catalogue if it has one."""

    goes_out: bool
    why: str
    publication: Publication | None = None


@dataclass(frozen=True)
class Catalogue:
    """The 公开目录 of a campaign, for decisions on its documents."""

    campaign: Campaign

    @cached_property
    def _lines(self) -> Mapping[tuple[str, str], Publication]:
        lines: dict[tuple[str, str], Publication] = {}
        for each in self.campaign.publications:
            lines.setdefault((each.document, each.unit), each)
        return lines

    def decide(self, entry: DocumentEntry, key: str, *, issued: bool) -> Decision:
        """Whether the document of `entry` for `key` (empty where there is but one) is published."""
        line = self._lines.get((entry.id, key))
        stated = self.campaign.disclosure
        if not stated.reviewed:
            return Decision(False, "disclosure.yaml 没有写依据、审查人或日期", line)
        if not stated.is_open("campaign"):
            return Decision(False, "活动的名称没有定为主动公开", line)
        if entry.disclosure != PUBLIC:
            reason = f"：{entry.disclosure_reason}" if entry.disclosure_reason else ""
            return Decision(False, f"{entry.disclosure or '没有公开属性'}{reason}", line)
        if line is None:
            return Decision(False, "公开目录里没有这一份")
        if missing := self.unreviewed(line):
            return Decision(False, f"没有审查（缺{'、'.join(missing)}）", line)
        if not issued and entry.status != "issued":
            return Decision(False, "还没有印发", line)
        return Decision(True, f"主动公开，依据“{line.basis or stated.basis}”", line)

    def unreviewed(self, line: Publication) -> tuple[str, ...]:
        """What the review of `line` lacks, its own or that of disclosure.yaml."""
        stated = self.campaign.disclosure
        fields = {
            "依据": line.basis or stated.basis,
            "审查人": line.reviewer or stated.reviewer,
            "审查日期": line.reviewed_on or stated.day,
        }
        return tuple(name for name, value in fields.items() if not value)
