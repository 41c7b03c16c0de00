"""Rules on the entries of documents.yaml: numbers, dates, addressees, consent, disclosure, files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcapdocs.gongwen.standard import KINDS_WITH_ADDRESSEES, NUMBER_FORM
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.document import OWN_TARGET, DocumentEntry, ForEach
from lowcapdocs.problems import Finding, error, warning

_NUMBER = re.compile(NUMBER_FORM)
_GOVERNMENT_OFFICE = re.compile(r"人民政府|政府办")
_LOWER_GOVERNMENT = re.compile(r"[镇乡县区].{0,3}人民政府|街道办事处|各镇|各街道")
_GOVERNMENT = re.compile(r"人民政府|办事处|管委会|管理委员会")


def check(campaign: Campaign, issued: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Every finding on the entries; `issued` are ids whose issued text carries number and date."""
    if not campaign.documents:
        yield warning("no-documents", campaign.where, "没有要制发的文件。", "请在 documents.yaml 里加。")
    for entry in campaign.documents:
        if entry.id not in issued:
            yield from _issued(entry)
        yield from _number(entry)
        yield from _addressees(entry, campaign)
        yield from _disclosure(entry)
        yield from _files(entry, campaign)
        if entry.kind and entry.issuer is None:
            yield error("issuer-missing", entry.where, f"“{entry.label}”没有发文机关。", "请填 issuer。")


def _issued(entry: DocumentEntry) -> Iterator[Finding]:
    """An issued document has 文号, date and its text; a historical one may declare them unknown."""
    if entry.status != "issued":
        return
    missing = {
        "number": ("发文字号", entry.letterhead and not entry.number),
        "date": ("成文日期", bool(entry.kind) and entry.date is None),
        "text": ("印发文本", True),
    }
    for field, (word, lacks) in missing.items():
        if not lacks:
            continue
        declared = field in entry.unknown
        message = f"“{entry.label}”状态为已印发，但没有{word}" + ("（已声明待补）。" if declared else "。")
        remedy = (
            "查到后补上。" if declared else "请补上；查不到的历史文件写进 unknown。用 lowcapdocs issue 印发的自动具备。"
        )
        yield (warning if declared else error)("issued-incomplete", entry.place(field), message, remedy)


def _number(entry: DocumentEntry) -> Iterator[Finding]:
    if entry.number and not _NUMBER.match(entry.number):
        message = f"发文字号“{entry.number}”格式不对。"
        yield error(
            "number-form",
            entry.place("number"),
            message,
            "应如“海工强办〔2020〕3号”：六角括号、四位年份、序号不加“第”不补零。",
        )
    elif entry.number and entry.date and f"〔{entry.date.year}〕" not in entry.number:
        message = f"发文字号“{entry.number}”的年份与成文日期{entry.date.isoformat()}不一致。"
        yield warning("number-year", entry.place("number"), message, "请核对。")


def _addressees(entry: DocumentEntry, campaign: Campaign) -> Iterator[Finding]:
    if entry.kind in KINDS_WITH_ADDRESSEES and not entry.addressees:
        message = f"“{entry.label}”是{entry.kind}，没有主送机关。"
        yield error("addressee-missing", entry.where, message, "请填 addressees；主送本镇街、本部门写“本单位”。")
    if OWN_TARGET in entry.addressees and entry.for_each == "none":
        message = f"“{entry.label}”只有一份，主送写了“{OWN_TARGET}”。"
        yield error("addressee-own", entry.where, message, "请写机关名称，或设 for_each。")
    issuer = entry.issuer.signing_name if entry.issuer else ""
    if (
        entry.kind == "通知"
        and not entry.consent
        and not _GOVERNMENT_OFFICE.search(issuer)
        and _to_governments(entry, campaign)
    ):
        message = f"“{entry.label}”由{issuer or '部门'}向下级政府、街道布置任务，没有写明经政府同意。"
        remedy = "部门不得向下一级政府发布指令性公文（《党政机关公文处理工作条例》第十六条）；经同意的，在 consent 填“经区政府同意”。"
        yield warning("consent-missing", entry.where, message, remedy)


def _to_governments(entry: DocumentEntry, campaign: Campaign) -> bool:
    """Whether it goes to governments below, and not to the bureaux there that answer to the issuer."""
    each_town = entry.for_each in ("town", "supervised") and OWN_TARGET in entry.addressees
    return any(map(_LOWER_GOVERNMENT.search, entry.addressees)) or (
        each_town and any(_GOVERNMENT.search(town.authority) for town in campaign.towns)
    )


def _disclosure(entry: DocumentEntry) -> Iterator[Finding]:
    if not entry.disclosure:
        message = f"“{entry.label}”没有公开属性，按不公开处理。"
        yield warning("disclosure-missing", entry.where, message, "请填主动公开、依申请公开或不予公开。")
    elif entry.disclosure != "主动公开" and not entry.disclosure_reason:
        message = f"“{entry.label}”{entry.disclosure}，没有写理由。"
        yield error("disclosure-reason", entry.where, message, "请填 disclosure_reason。")


def _files(entry: DocumentEntry, campaign: Campaign) -> Iterator[Finding]:
    if entry.for_each != "none" and "{单位}" not in entry.file and "{序号}" not in entry.file:
        message = f"“{entry.label}”要出多份，文件名却都一样。"
        yield error("file-series", entry.place("file"), message, "文件名里加“{序号}-{单位}”。")
    if entry.for_each == "none" and ("{单位}" in entry.file or "{序号}" in entry.file):
        message = f"“{entry.label}”只有一份，文件名里却有“{{单位}}”或“{{序号}}”。"
        yield error("file-series", entry.place("file"), message, "请去掉，或设 for_each。")
    units: dict[ForEach, tuple[str, bool]] = {
        "town": ("镇街", bool(campaign.towns)),
        "department": ("牵头任务的部门", bool(campaign.leading_departments)),
        "phase": ("进度安排的阶段（schedule）", bool(campaign.plan.phases)),
        "firm": ("台账里的企业（ledger）", bool(campaign.firms)),
    }
    word, there = units.get(entry.for_each, ("", True))  # before the first return there is nothing to tell of
    if not there:
        message = f"“{entry.label}”一份也出不了：没有{word}。"
        tell = (
            error if entry.for_each in ("town", "department") else warning
        )  # a ledger fills in the course of the year
        yield tell("series-empty", entry.place("for_each"), message, "请补上数据；用不着的请删去这一条。")
    for attached in entry.attachments:
        other = campaign.document.get(attached)
        if other and other.for_each not in ("none", entry.for_each):
            message = f"“{entry.label}”的附件“{attached}”是每个单位一份的，不知该附哪一份。"
            yield error("attachment-series", entry.where, message, "请改用只有一份的文件作附件。")
