"""Rules on 公开目录: each line has a document that may be published, reviewed, issued, and published in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import PUBLIC
from lowcapdocs.model.publication import WITHIN, Publication, due
from lowcapdocs.problems import Finding, warning

Document = tuple[str, str]
"""The id of an entry and the key of the unit, empty where there is but one."""


def check(
    campaign: Campaign, known: Mapping[Document, str], issued: Mapping[Document, date | None]
) -> Iterator[Finding]:
    """Every finding on the lines of the catalogue.

    `known` are the documents that the campaign stands for or may have stood for, with the names of their files;
    `issued` those that are issued with 成文日期, None where that is not known.
    """
    for line in campaign.publications:
        entry = campaign.document[line.document]
        document = (line.document, line.unit)
        name = known.get(document) or (f"{entry.label}（{line.unit}）" if line.unit else entry.label)
        if document not in known:
            message = f"现在没有“{name}”这一份。"
            yield warning("publication-unknown", line.where, message, "请核对对象；不再公开的删去这一行。")
            continue
        if entry.disclosure != PUBLIC:
            message = f"“{name}”列入公开目录，公开属性却是“{entry.disclosure or '没有填'}”，没有公开。"
            yield warning("publication-not-public", line.where, message, "请改正其一。")
        elif document not in issued:
            message = f"“{name}”还没有印发，没有公开。"
            remedy = "印发后（lowcapdocs issue）自动公开；草稿、过程稿不公开。"
            yield warning("publication-not-issued", line.where, message, remedy)
        yield from _review(line, campaign, name)
        made = issued.get(document)
        if made is not None and line.published is not None:
            yield from _in_time(line, made, campaign, name)


def _review(line: Publication, campaign: Campaign, name: str) -> Iterator[Finding]:
    """17 条: reviewed before it is published, and not after."""
    stated = campaign.disclosure
    reviewed = line.reviewed_on or stated.day
    fields = {
        "依据": line.basis or stated.basis,
        "审查人": line.reviewer or stated.reviewer,
        "审查日期": reviewed,
    }
    if blank := [word for word, value in fields.items() if not value]:
        message = f"“{name}”没有填{'、'.join(blank)}，没有公开。"
        yield warning(
            "disclosure-unreviewed", line.where, message, "公开前应经审查；可逐件填，或填在 disclosure.yaml。"
        )
    elif reviewed and line.published and line.published.date() < reviewed:
        message = f"“{name}”{date_text(line.published.date())}发布，{date_text(reviewed)}才审查。"
        yield warning("publication-before-review", line.where, message, "应当先审查后公开，请核对日期。")


def _in_time(line: Publication, made: date, campaign: Campaign, name: str) -> Iterator[Finding]:
    """26 条: within 20 working days from the day it was made."""
    published = line.published.date() if line.published else made
    if published < made:
        message = f"“{name}”{date_text(made)}成文，{date_text(published)}就发布了。"
        yield warning("publication-early", line.where, message, "请核对发布时间和成文日期。")
        return
    last = due(made, campaign.plan.calendar)
    if published > last:
        message = f"“{name}”{date_text(made)}成文，最迟应于{date_text(last)}公开，{date_text(published)}才发布。"
        yield warning("publication-late", line.where, message, f"政府信息自形成起{WITHIN}个工作日内公开，请核对日期。")
