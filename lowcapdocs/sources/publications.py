"""publications table (公开目录) → Publication: each line finds its document, and which of a series it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Literal

from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.period import Period, read_period
from lowcapdocs.model.publication import VALIDITIES, Publication
from lowcapdocs.model.schedule import Phase
from lowcapdocs.problems import error
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Node, Report, key
from lowcapdocs.sources.records import Record, records
from lowcapdocs.sources.year_columns import PUBLICATIONS

_TIME = re.compile(r"^(?P<day>\S+?)(?:日|[T\s])\s*(?P<hour>\d{1,2})[:：时](?P<minute>\d{2})分?(?:[:：]\d{2})?$")
_CHOSEN = re.compile(r"^(?P<town>.+?)[@\s（(]+(?P<period>.+?)[）)]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """What the documents of a series are made for; a period that names no year is of `year`."""

    towns: Names[Town]
    departments: Names[Department]
    phases: tuple[Phase, ...] = ()
    firms: tuple[Firm, ...] = ()
    year: int | None = None


def publications(
    node: Node | None, entries: Iterable[DocumentEntry], units: Units, report: Report
) -> tuple[Publication, ...]:
    """The lines of a publications file. One whose document or unit is not clear is told and left out."""
    known = {key(name): entry for entry in entries for name in (entry.file, entry.id)}
    found: list[Publication] = []
    for record in records(node, PUBLICATIONS, report):
        record.reject_others()
        name = record.text("document", required=True)
        entry = known.get(key(name))
        if name and entry is None:
            listed = "、".join(dict.fromkeys(each.id for each in known.values()))
            remedy = f"请填 documents.yaml 里的编号或文件名：{listed}。"
            report.append(error("document-unknown", record.place("document"), f"没有文件“{name}”。", remedy))
        unit = _unit(record, entry, units) if entry else None
        read = _line(record, entry.id if entry else "", unit or "")
        if entry is not None and unit is not None:
            found.append(read)
    _report_twice(found, report)
    return tuple(found)


def _line(record: Record, document: str, unit: str) -> Publication:
    validity: Literal["", "有效", "失效", "废止"] = record.choice("validity", ("", *VALIDITIES), "")
    return Publication(
        document=document,
        unit=unit,
        index_number=record.text("index_number"),
        subject=record.text("subject"),
        keywords=record.texts("keywords"),
        summary=record.text("summary"),
        published=_moment(record),
        validity=validity or None,
        basis=record.text("basis"),
        reviewer=record.text("reviewer"),
        reviewed_on=record.day("reviewed_on"),
        sample=record.text("sample"),
        where=record.where,
    )


def _moment(record: Record) -> datetime | None:
    """发布时间: a day, with the time of day if it is stated (2020-06-22 09:30)."""
    text = record.text("published")
    found = _TIME.match(text)
    day = record.day("published")
    if not found or day is None:
        return datetime.combine(day, time()) if day else None
    try:
        return datetime.combine(day, time(int(found["hour"]), int(found["minute"])))
    except ValueError:
        message = f"“{text}”不是时间。"
        record.report.append(error("value-date", record.place("published"), message, "请写成 2020-04-20 09:30。"))
        return None


def _unit(record: Record, entry: DocumentEntry, units: Units) -> str | None:
    """The key of the one that the line means of a series; None, with a finding, where that is not clear."""
    text = record.text("unit")
    place = record.place("unit")
    if entry.for_each == "none":
        if text:
            message = f"“{entry.label}”只有一份，不分对象。"
            record.report.append(error("unit-unknown", place, message, "请把“对象”留空。"))
            return None
        return ""
    if not text:
        message = f"“{entry.label}”有多份，没有写是哪一份。"
        record.report.append(error("unit-unknown", place, message, "请在“对象”写镇街、部门、期次等，一份一行。"))
        return None
    match entry.for_each:
        case "town":
            town = units.towns.resolve_text(text, place)
            return town.id if town else None
        case "department":
            department = units.departments.resolve_text(text, place)
            return department.id if department else None
        case "period":
            period = _period(text, units)
            if period:
                return period.id
        case "supervised":
            chosen = _CHOSEN.match(text)
            period = _period(chosen["period"], units) if chosen else None
            if chosen and period:
                town = units.towns.resolve_text(chosen["town"], place)
                return f"{town.id}@{period.id}" if town else None
        case "phase" | "firm":
            named = units.phases if entry.for_each == "phase" else units.firms
            listed = {each.id for each in named if key(text) in (each.id, key(each.name))}
            if len(listed) == 1:
                return listed.pop()
    message = f"看不出“{text}”是“{entry.label}”的哪一份。"
    record.report.append(error("unit-unknown", place, message, "请写镇街、部门、期次、阶段或企业的名称或编号。"))
    return None


def _period(text: str, units: Units) -> Period | None:
    try:
        return read_period(text, units.year)
    except ValueError:
        return None


def _report_twice(found: list[Publication], report: Report) -> None:
    first: dict[tuple[str, str], Publication] = {}
    for each in found:
        other = first.setdefault((each.document, each.unit), each)
        if other is not each:
            message = f"这份文件在第{other.where.row}行已经有了。" if other.where.row else "这份文件已经有一行了。"
            report.append(error("publication-twice", each.where, message, "请只留一行。"))
