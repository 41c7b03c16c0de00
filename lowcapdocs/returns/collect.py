"""All workbooks that came back → one of each town: wrong periods, second submissions, towns that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.period import Period, read_period
from lowcapdocs.problems import NOWHERE, Finding, PolicyError, Where, error, warning
from lowcapdocs.returns.parcel import duties
from lowcapdocs.returns.read import Returned

_NAMED = 3
"""How many cells that differ are named."""


@dataclass(slots=True)
class Round:
    """One period's workbooks: those that count, and every doubt about which do."""

    period: Period
    returned: list[Returned] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def the_period(listed: Iterable[Returned], wanted: Period | None) -> Period:
    """The period of the round: the one asked for, or that of all workbooks.

    Raises PolicyError if there are several, naming the files of those that fewer files are of than of another.
    """
    if wanted is not None:
        return wanted
    found: dict[Period, list[str]] = {}
    for each in listed:
        found.setdefault(read_period(each.meta.period), []).append(each.file)
    if not found:
        raise PolicyError([error("return-periods", NOWHERE, "没有找到报送表。", "请写明放报送表的文件夹或文件。")])
    if len(found) > 1:
        message = f"这些报送表分属{len(found)}期：{'，'.join(_counted(found))}。"
        remedy = "请用 --period 写明合并哪一期，别的期次的移走或用 --without 排除。"
        raise PolicyError([error("return-periods", NOWHERE, message, remedy)])
    return next(iter(found))


def _counted(found: dict[Period, list[str]]) -> Iterator[str]:
    """Each period with its files: counted only for the one that most are of, named too for the others."""
    most = max(map(len, found.values()))
    sole = sum(len(files) == most for files in found.values()) == 1
    for period, files in sorted(found.items()):
        named = "" if sole and len(files) == most else f"（{'、'.join(files)}）"
        yield f"{period.name}{len(files)}份{named}"


def wrong_period(file: str, period: Period, wanted: Period) -> Finding:
    """A workbook of another period."""
    message = f"是{period.name}的报送表，要合并的是{wanted.name}。"
    return error("return-period", Where(file), message, "请移走，或发给镇街重填本期的表。")


def sort_out(listed: Iterable[Returned], period: Period, campaign: Campaign) -> Round:
    """Which workbook of each town counts. Two that differ are an error: neither is chosen in silence."""
    found = Round(period)
    by_town: dict[str, list[Returned]] = {}
    for each in listed:
        by_town.setdefault(each.meta.town, []).append(each)
    for town in campaign.towns:
        if own := by_town.get(town.id):
            _choose(own, found)
    reported = {each.meta.town for each in found.returned}
    missing = [town.name for town in campaign.towns if duties(campaign, town) and town.id not in reported]
    if missing:
        message = f"{period.name}还没有报送的共{len(missing)}个：{'、'.join(missing)}。"
        found.findings.append(
            warning("return-missing", NOWHERE, message, "没有报送不当作0；请催报，收到后再合并一次。")
        )
    return found


def _choose(own: list[Returned], found: Round) -> None:
    filled = [each for each in own if not each.untouched]
    for each in own:
        if each.untouched:
            message = "与发出时一样，没有填过，按没有报送处理。"
            found.findings.append(Finding("return-untouched", "note", Where(each.file), message, "请催报。"))
    if not filled:
        return
    first, *others = filled
    different = []
    for other in others:
        if other.content == first.content and not other.findings:
            message = f"与“{first.file}”内容相同，只算一份。"
            found.findings.append(Finding("return-same", "note", Where(other.file), message, "不必处理。"))
        else:
            different.append(other)
    for other in different:
        message = f"同一镇街报了两份，与“{first.file}”内容不同{_differences(first, other)}。"
        remedy = "程序不替你选：请问清以哪份为准，另一份移走或用 --without 排除。"
        found.findings.append(error("return-two", Where(other.file), message, remedy))
    found.returned.append(first)
    if different:
        found.findings += [finding for other in different for finding in other.findings]


def _differences(first: Returned, other: Returned) -> str:
    """The first cells that differ, in words."""
    cells = []
    for name in ("amounts", "firms"):
        known = {line.id: line for line in getattr(first, name) if line.id}
        for line in getattr(other, name):
            if line.id in known:
                before = known[line.id].values
                cells += [
                    f"{line.at(field_).sheet}!{line.at(field_).cell} {before.get(field_) or '空'}→{value or '空'}"
                    for field_, value in line.values.items()
                    if value != before.get(field_, "")
                ]
    more = "等" if len(cells) > _NAMED else ""
    return f"（{'，'.join(cells[:_NAMED])}{more}）" if cells else ""
