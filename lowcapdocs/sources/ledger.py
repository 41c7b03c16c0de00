"""ledger and penalties tables → Firm, Penalty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from lowcapdocs.model import credit_code
from lowcapdocs.model.document import DISCLOSURES
from lowcapdocs.model.ledger import DATE_COLUMNS, STATES, Firm, State
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.penalty import PENALTY_KINDS, Penalty
from lowcapdocs.model.progress import OUTCOMES
from lowcapdocs.model.quantity import Measure
from lowcapdocs.model.task import Evidence
from lowcapdocs.problems import Where, error
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Node, Report, Scalar, key
from lowcapdocs.sources.org import report_twice
from lowcapdocs.sources.quotas import unknown_measure
from lowcapdocs.sources.records import Record, records
from lowcapdocs.sources.year_columns import LEDGER, PENALTIES

NO_PAPER = {"无", "没有", "缺", "否", "未提供", "待补", "-", "—", "——"}
"""What people write where a paper is missing; taken for its name it would pass as one."""
_NONE = "/"


def firms(
    node: Node | None,
    towns: Names[Town],
    measures: Iterable[Measure],
    evidence: Iterable[Evidence],
    report: Report,
) -> tuple[Firm, ...]:
    """The firms of a ledger file, one a row, in the order of the file.

    A firm without 编号 is known by its credit code, in lower case. A column that is no field of a
    firm must be a kind of evidence that some measure asks for.
    """
    known = {
        key(name): measure.id
        for measure in measures
        for name in (measure.id, measure.name, measure.heading, *measure.aliases)
    }
    kinds = {key(kind): kind for each in evidence for kind in each.requires}
    found = [_firm(record, towns, known, kinds) for record in records(node, LEDGER, report)]
    read = tuple(firm for firm in found if firm is not None)
    report_twice(read, report)
    return read


def _firm(record: Record, towns: Names[Town], measures: dict[str, str], kinds: dict[str, str]) -> Firm | None:
    """The firm of one row; None, with findings, where what it cannot do without is not there."""
    papers = _papers(record, kinds)
    town_name = record.text("town", required=True)
    town = towns.resolve_text(town_name, record.place("town")) if town_name else None
    code = _code(record)
    firm_id = _identifier(record, code)
    state: State | None = record.choice("state", STATES, STATES[0]) if record.text("state", required=True) else None
    read = {
        "name": record.text("name", required=True),
        "outcome": record.choice("outcome", ("", *OUTCOMES), ""),
        **{field: record.text(field) for field in _TEXTS},
    }
    measure = _measure(record, measures)
    energy, land = _amount(record, "energy"), _amount(record, "land")
    dates = {state: day for column, state in DATE_COLUMNS.items() if (day := record.day(column))}
    disclosed, sample = _disclosure(record), record.flag("sample", False)
    if town is None or state is None:
        return None
    return Firm(
        id=firm_id,
        town=town,
        measure=measure,
        state=state,
        credit_code=code,
        energy=energy,
        land=land,
        dates=dates,
        evidence={kind: paper.text for kind, paper in papers.items()},
        disclosure=disclosed,
        sample=sample,
        where=record.where,
        places={
            **{column: record.place(column) for column in LEDGER if record.has(column)},
            **{kind: paper.where for kind, paper in papers.items()},
        },
        **read,
    )


_TEXTS = ("trade", "address", "equipment", "capacity", "legal_person", "phone", "remark")


def _disclosure(record: Record) -> str:
    """公开属性 of one record; what is no attribute is not public."""
    return record.choice("disclosure", ("", *DISCLOSURES), DISCLOSURES[-1] if record.text("disclosure") else "")


def _code(record: Record) -> str:
    """The credit code as codes are written, “/” for a firm that has none."""
    return credit_code.normal(record.text("credit_code"))


def _identifier(record: Record, code: str) -> str:
    if not record.text("id") and code and code != _NONE and credit_code.fault(code) is None:
        return code.lower()
    return record.identifier()


def _measure(record: Record, measures: dict[str, str]) -> str:
    """The measure that a row names; where there is only one it need not."""
    known = set(measures.values())
    name = record.text("measure", required=len(known) != 1)
    if not name:
        return next(iter(known)) if len(known) == 1 else ""
    if key(name) not in measures:
        unknown_measure(name, record.place("measure"), known, record.report)
    return measures.get(key(name), "")


def _amount(record: Record, field: str) -> Decimal | None:
    """A number from 0; None where the cell is blank or “/”."""
    if record.text(field) in ("", _NONE):
        return None
    amount = record.decimal(field)
    if amount is not None and amount < 0:
        record.report.append(error("value-number", record.place(field), f"“{amount}”小于0。", "请改正。"))
    return amount


def _papers(record: Record, kinds: dict[str, str]) -> Mapping[str, Scalar]:
    """The evidence columns of a row by kind; other columns that are no field are reported."""
    found: dict[str, Scalar] = {}
    for heading, node in record.other.items():
        kind = kinds.get(key(heading))
        if kind is None:
            _unknown_column(heading, node.where, record.report)
        elif not isinstance(node, Scalar):
            record.report.append(
                error("value-form", node.where, "这里应当是文件名或编号。", "请去掉列表或缩进的内容。")
            )
        else:
            if key(node.text) in NO_PAPER:
                message = f"“{node.text}”会被当作材料的名称。"
                remedy = "还没有材料的请留空；不需要这项材料的写“/”。"
                record.report.append(error("evidence-form", node.where, message, remedy))
            found[kind] = node
    return found


def _unknown_column(heading: str, where: Where, report: Report) -> None:
    """Told once a file, not for every firm."""
    place = Where(where.file, where.sheet, None, heading)
    remedy = "请按 docs/data.md 改列名；材料的种类先在 campaign.yaml 的 evidence 里写进 requires。"
    finding = error("column-unknown", place, f"台账里不认识“{heading}”。", remedy)
    if finding not in report:
        report.append(finding)


def penalties(
    node: Node | None, ledger: Iterable[Firm], departments: Names[Department], report: Report
) -> tuple[Penalty, ...]:
    """The decisions of a penalties file. Their firm is found in `ledger` by 台账编号, or by its credit code."""
    by_id = {firm.id: firm for firm in ledger}
    by_code = {firm.credit_code: firm for firm in by_id.values() if firm.credit_code not in ("", _NONE)}
    found: list[Penalty] = []
    for record in records(node, PENALTIES, report):
        record.reject_others()
        wanted, code = record.text("firm"), _code(record)
        firm = by_id.get(wanted) if wanted else by_code.get(code)
        if wanted and firm is None:
            remedy = "请照台账改正；不在台账里的留空，填企业名称。"
            report.append(error("firm-unknown", record.place("firm"), f"台账里没有编号“{wanted}”。", remedy))
        authority_name = record.text("authority", required=True)
        authority = departments.resolve_text(authority_name, record.place("authority")) if authority_name else None
        name = record.text("name", required=firm is None) or (firm.name if firm else "")
        kind_name = record.text("kind", required=True)
        kind = record.choice("kind", PENALTY_KINDS, PENALTY_KINDS[0])
        day: date | None = record.day("day")
        read = {field: record.text(field) for field in ("number", "content", "legal_basis")}
        penalty_id, disclosed, sample = record.identifier(), _disclosure(record), record.flag("sample", False)
        own = {"name": record.text("name"), "credit_code": code}
        if authority is not None and kind_name:
            found.append(
                Penalty(
                    id=penalty_id,
                    name=name,
                    kind=kind,
                    authority=authority,
                    firm=firm.id if firm else "",
                    credit_code=code or (firm.credit_code if firm else ""),
                    day=day,
                    disclosure=disclosed,
                    from_ledger=tuple(column for column, text in own.items() if firm and not text),
                    sample=sample,
                    where=record.where,
                    **read,
                )
            )
    report_twice(tuple(found), report)
    return tuple(found)
