"""departments and towns tables → Department, Town."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Protocol

from lowcapdocs.model.org import TOWN_KINDS, Department, Town, TownKind
from lowcapdocs.problems import Where, error
from lowcapdocs.sources.columns import DEPARTMENTS, TOWNS
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Node, Report
from lowcapdocs.sources.records import Record, records


class _Identified(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def where(self) -> Where: ...


def report_twice(items: list[_Identified] | tuple[_Identified, ...], report: Report) -> None:
    """Report every id that an earlier record has already."""
    seen: dict[str, Where] = {}
    for item in items:
        if item.id and item.id in seen:
            report.append(
                error("id-twice", item.where, f"编号“{item.id}”与{seen[item.id]}重复。", "请改成不同的编号。")
            )
        seen.setdefault(item.id, item.where)


def departments(node: Node | None, report: Report) -> tuple[Department, ...]:
    """The departments of a departments file."""
    found = []
    for record in records(node, DEPARTMENTS, report):
        record.reject_others()
        found.append(
            Department(
                id=record.identifier(),
                short=record.text("short", required=True),
                full=record.text("full"),
                aliases=record.texts("aliases"),
                where=record.where,
            )
        )
    report_twice(tuple(found), report)
    return tuple(found)


def towns(node: Node | None, report: Report) -> tuple[Town, ...]:
    """The towns of a towns file, in official order (序号, or the order of the file)."""
    found = []
    for place, record in enumerate(records(node, TOWNS, report), start=1):
        record.reject_others()
        name = record.text("name", required=True)
        code = _code(record)
        found.append(
            Town(
                id=record.identifier(),
                name=name,
                kind=record.choice("kind", TOWN_KINDS, _kind_of(name, code)),
                order=record.whole("order", place),
                aliases=record.texts("aliases"),
                code=code,
                parent=record.text("parent"),
                authority_name=record.text("authority_name"),
                where=record.where,
            )
        )
    report_twice(tuple(found), report)
    return tuple(sorted(_below(found, report), key=lambda town: town.order))


def _kind_of(name: str, code: str) -> TownKind:
    """The kind that a name tells of; a 区 with a code of 6 digits (GB/T 2260) is no park but a district."""
    if name.endswith("县"):
        return "县"
    if name.endswith("市"):
        return "市"
    if name.endswith("区") and len(code) == 6:
        return "区"
    if name.endswith("街道"):
        return "街道"
    if name.endswith("乡"):
        return "乡"
    return "园区" if name.endswith("区") else "镇"


def _code(record: Record) -> str:
    """区划代码: 6 to 12 digits; what Excel made of them is told apart."""
    code = record.text("code")
    if not code or re.fullmatch(r"\d{6}|\d{9}|\d{12}", code):
        return code
    if re.fullmatch(r"\d+(\.\d+)?[eE]\+?\d+", code):
        message = f"区划代码“{code}”被存成了科学计数法，后几位可能已丢失。"
    elif re.fullmatch(r"\d{5}|\d{8}|\d{11}", code):
        message = f"区划代码“{code}”少一位，前导零可能被 Excel 去掉了。"
    else:
        message = f"区划代码“{code}”不是6、9或12位数字。"
    record.report.append(error("code-form", record.place("code"), message, "请把该列设为“文本”后重新填写。"))
    return ""


def _below(found: list[Town], report: Report) -> list[Town]:
    """`found` with the id of the town above, which the table may call by any clear name."""
    known = Names(found, "镇街", report)
    parents = [known.resolve_text(town.parent, town.where.at("上级")) if town.parent else None for town in found]
    return [replace(town, parent=above.id) if above else town for town, above in zip(found, parents, strict=True)]
