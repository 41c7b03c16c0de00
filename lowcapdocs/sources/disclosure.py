"""disclosure.yaml → Disclosure. What cannot be read is not public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lowcapdocs.model.disclosure import PERSONAL, REMARKS, TABLES, Disclosure
from lowcapdocs.model.document import DISCLOSURES
from lowcapdocs.model.task import Evidence
from lowcapdocs.problems import Where, error
from lowcapdocs.sources import columns, nodes, year_columns
from lowcapdocs.sources.columns import Columns, by_heading
from lowcapdocs.sources.nodes import Node, Report, Scalar, key
from lowcapdocs.sources.records import Record
from lowcapdocs.sources.year_columns import DISCLOSURE

_TABLES = {key(name): table for table, chinese in TABLES.items() for name in (table, chinese)}
COLUMNS: Mapping[str, Columns] = {
    "campaign": columns.CAMPAIGN,
    "departments": columns.DEPARTMENTS,
    "towns": columns.TOWNS,
    "tasks": columns.TASKS,
    "quotas": columns.QUOTAS,
    "schedule": year_columns.SCHEDULE,
    "progress": year_columns.PROGRESS,
    "task_progress": year_columns.TASK_PROGRESS,
    "ledger": year_columns.LEDGER,
    "penalties": year_columns.PENALTIES,
    "assessment": {
        **year_columns.ASSESSMENT,
        "adjustments": year_columns.ASSESSMENT_ITEMS["adjustments"],
    },
}
"""The columns of each table that 公开属性 is stated of: those of its file. What stands below one (the
amount of a target, the work of a phase) goes with it; only 加减分 are decided by themselves."""
_NO_COLUMNS = {"disclosure"}
"""公开属性 of a record says what is public, and is not itself published."""
_TEXTS = "texts"


def headings(table: str, evidence: Iterable[Evidence] = (), texts: Iterable[str] = ()) -> dict[str, str]:
    """Normalised heading → column of `table`: kinds of evidence are columns of the ledger, each text of
    campaign.yaml is one (`texts/contact`).
    """
    known = {heading: column for heading, column in by_heading(COLUMNS[table]).items() if column not in _NO_COLUMNS}
    if table == "ledger":
        known |= {key(kind): kind for each in evidence for kind in each.requires}
    if table == "campaign":
        known |= {key(f"{word}/{name}"): f"{_TEXTS}/{name}" for name in texts for word in columns.CAMPAIGN[_TEXTS]}
    return known


def disclosure(
    node: Node | None, evidence: Iterable[Evidence], report: Report, texts: Iterable[str] = ()
) -> Disclosure:
    """公开属性 of the columns of each table; a column that is stated twice, or wrongly, is left out.

    A table may have one attribute for all its columns but remarks and what tells of persons. `texts`
    are the names of the texts of campaign.yaml.
    """
    if node is None:
        return Disclosure()
    if not isinstance(node, nodes.Mapping):
        report.append(
            error("value-form", node.where, "应当是“名称: 内容”的若干行。", "请参照示例数据的 disclosure.yaml。")
        )
        return Disclosure(where=node.where)
    record = Record(node, DISCLOSURE, report)
    record.reject_others()
    evidence, texts = tuple(evidence), tuple(texts)
    stated_columns: dict[str, dict[str, str]] = {}
    places: dict[tuple[str, str], Where] = {}
    for name, stated in _entries(record.node("columns"), report).items():
        table = _TABLES.get(key(name), "")
        if not table or table in stated_columns:
            message = f"“{name}”不是有公开属性的表，或写了两次。"
            remedy = f"可用的有：{'、'.join(f'{table}（{chinese}）' for table, chinese in TABLES.items())}。"
            report.append(error("column-unknown", stated.where, message, remedy))
            continue
        known = headings(table, evidence, texts)
        found = _whole(stated, known) or _columns(stated, known, report)
        stated_columns[table] = {column: value.text for column, value in found.items()}
        places |= {(table, column): value.where for column, value in found.items()}
    return Disclosure(
        columns=stated_columns,
        basis=record.text("basis"),
        reviewer=record.text("reviewer"),
        day=record.day("day"),
        sample=record.text("sample"),
        where=node.where,
        places=places,
    )


def _whole(stated: Node, known: Mapping[str, str]) -> dict[str, Scalar]:
    """One attribute for a whole table (`towns: 主动公开`), by column; empty where `stated` is no attribute."""
    if not isinstance(stated, Scalar) or stated.text not in DISCLOSURES:
        return {}
    return {column: stated for column in known.values() if column not in PERSONAL | REMARKS}


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
    clear = {column: value for column, value in found.items() if column not in twice}
    if _TEXTS in clear:  # holds for every text that is not decided by itself, or closed by being stated wrongly
        decided = {headings.get(key(heading)) for heading in _entries(stated, report)} | PERSONAL
        each = [column for column in headings.values() if column.startswith(f"{_TEXTS}/") and column not in decided]
        clear |= dict.fromkeys(each, clear[_TEXTS])
    return clear
