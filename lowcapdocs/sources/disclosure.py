"""disclosure.yaml → Disclosure. What cannot be read is not public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lowcapdocs.model.disclosure import Disclosure
from lowcapdocs.model.document import DISCLOSURES
from lowcapdocs.model.task import Evidence
from lowcapdocs.problems import Where, error
from lowcapdocs.sources import nodes
from lowcapdocs.sources.columns import by_heading
from lowcapdocs.sources.nodes import Node, Report, Scalar, key
from lowcapdocs.sources.records import Record
from lowcapdocs.sources.year_columns import DISCLOSURE, LEDGER, PENALTIES

_TABLES = {"ledger": "ledger", "台账": "ledger", "penalties": "penalties", "处罚": "penalties"}


def disclosure(node: Node | None, evidence: Iterable[Evidence], report: Report) -> Disclosure:
    """公开属性 of the columns of each table; a column that is stated twice, or wrongly, is left out."""
    if node is None:
        return Disclosure()
    if not isinstance(node, nodes.Mapping):
        report.append(
            error("value-form", node.where, "应当是“名称: 内容”的若干行。", "请参照示例数据的 disclosure.yaml。")
        )
        return Disclosure(where=node.where)
    record = Record(node, DISCLOSURE, report)
    record.reject_others()
    kinds = {key(kind): kind for each in evidence for kind in each.requires}
    headings = {"ledger": {**by_heading(LEDGER), **kinds}, "penalties": by_heading(PENALTIES)}
    columns: dict[str, dict[str, str]] = {}
    places: dict[tuple[str, str], Where] = {}
    listed = record.node("columns")
    for name, stated in _entries(listed, report).items():
        table = _TABLES.get(key(name), "")
        if not table or table in columns:
            message = f"“{name}”不是有公开属性的表，或写了两次。"
            report.append(
                error("column-unknown", stated.where, message, "可用的有：ledger（台账）、penalties（处罚）。")
            )
            continue
        columns[table] = {}
        for column, value in _columns(stated, headings[table], report).items():
            columns[table][column] = value.text
            places[table, column] = value.where
    return Disclosure(
        columns=columns,
        basis=record.text("basis"),
        reviewer=record.text("reviewer"),
        day=record.day("day"),
        sample=record.text("sample"),
        where=node.where,
        places=places,
    )


def _entries(node: Node | None, report: Report) -> Mapping[str, Node]:
    """The entries of a mapping; none, with a finding, where it is something else and not blank."""
    if isinstance(node, nodes.Mapping):
        return node.entries
    if node is not None and not (isinstance(node, Scalar) and not node.text):
        report.append(error("value-form", node.where, "这里应当是“列名: 公开属性”的若干行。", "请检查缩进。"))
    return {}


def _columns(stated: Node, headings: Mapping[str, str], report: Report) -> dict[str, Scalar]:
    """公开属性 by column, of what is clear."""
    found: dict[str, Scalar] = {}
    twice: set[str] = set()
    for heading, value in _entries(stated, report).items():
        column = headings.get(key(heading))
        if column is None:
            remedy = "列名与数据表的一致；写错的按不公开处理。"
            report.append(error("column-unknown", value.where, f"表里没有“{heading}”这一列。", remedy))
        elif column in found:
            twice.add(column)
            report.append(error("column-twice", value.where, f"“{heading}”与另一列含义相同。", "请只留一处。"))
        elif not isinstance(value, Scalar) or value.text not in DISCLOSURES:
            message = f"“{value.text if isinstance(value, Scalar) else heading}”不是公开属性。"
            report.append(error("value-choice", value.where, message, f"可选：{'、'.join(DISCLOSURES)}。"))
        else:
            found[column] = value
    return {column: value for column, value in found.items() if column not in twice}
