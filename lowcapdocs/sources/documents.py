"""documents → DocumentEntry."""

from __future__ import annotations

from lowcapdocs.gongwen.standard import KINDS, OTHER_KINDS, URGENCIES
from lowcapdocs.model.document import DISCLOSURES, FOR_EACH, FORMS, RETENTIONS, DocumentEntry, Format
from lowcapdocs.model.ledger import STATES
from lowcapdocs.model.org import Department
from lowcapdocs.problems import error
from lowcapdocs.sources.columns import DOCUMENTS
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Node, Report
from lowcapdocs.sources.org import report_twice
from lowcapdocs.sources.records import Choice, Record, records

_FORMATS: tuple[Format, ...] = ("docx", "xlsx")
_UNKNOWN_FIELDS = ("number", "date", "text")


def documents(
    node: Node | None,
    departments: Names[Department],
    issuer: Department | None,
    report: Report,
    year: int | None = None,
) -> tuple[DocumentEntry, ...]:
    """The entries of a documents file; `issuer` signs where an entry names nobody, `year` is meant by a
    period that names none.
    """
    found = []
    for record in records(node, DOCUMENTS, report):
        record.reject_others()
        found.append(_entry(record, departments, issuer, year))
    report_twice(tuple(found), report)
    _check_attachments(found, report)
    return tuple(found)


def _entry(
    record: Record, departments: Names[Department], issuer: Department | None, year: int | None
) -> DocumentEntry:
    own = record.text("issuer")
    signer = departments.resolve_text(own, record.place("issuer")) if own else issuer
    stated = _only(record, "formats", _FORMATS)
    formats = tuple(each for each in _FORMATS if each in (stated or _FORMATS[:1]))
    return DocumentEntry(
        id=record.identifier(),
        file=record.text("file", required=True),
        template=record.text("template", required=True),
        kind=record.choice("kind", ("", *KINDS, *OTHER_KINDS), ""),
        for_each=record.choice("for_each", FOR_EACH, "none"),
        issuer=signer,
        joint=_joint(record, departments),
        form=record.choice("form", FORMS, "文件"),
        letterhead=record.flag("letterhead", False),
        mark=record.text("mark"),
        urgency=record.choice("urgency", ("", *URGENCIES), ""),
        signers=record.texts("signers"),
        number=record.text("number"),
        date=record.day("date"),
        sealed=record.flag("sealed", True),
        addressees=record.texts("addressees"),
        attachments=record.texts("attachments"),
        annotation=record.text("annotation"),
        copy_to=record.texts("copy_to"),
        printer=record.text("printer"),
        print_date=record.day("print_date"),
        disclosure=record.choice("disclosure", ("", *DISCLOSURES), ""),
        disclosure_reason=record.text("disclosure_reason"),
        consent=record.text("consent"),
        status=record.choice("status", ("draft", "issued"), "draft"),
        unknown=_only(record, "unknown", _UNKNOWN_FIELDS),
        formats=formats,
        sample=record.text("sample"),
        period=record.period("period", year) if record.text("period") else None,
        states=_only(record, "states", STATES),
        retention=record.choice("retention", ("", *RETENTIONS), ""),
        where=record.where,
        places={name: record.place(name) for name in DOCUMENTS if record.has(name)},
    )


def _joint(record: Record, departments: Names[Department]) -> tuple[Department, ...]:
    found = (departments.resolve_text(item.text, item.where) for item in record.items("joint"))
    return tuple(department for department in found if department)


def _only(record: Record, field: str, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The items of `field`; those that are none of `choices` are reported."""
    for item in record.items(field):
        if item.text not in choices:
            record.report.append(
                error("value-choice", item.where, f"“{item.text}”不在可选之列。", f"可选：{'、'.join(choices)}。")
            )
    given = record.texts(field)
    return tuple(choice for choice in choices if choice in given)


def _check_attachments(entries: list[DocumentEntry], report: Report) -> None:
    known = {entry.id: entry for entry in entries}
    for entry in entries:
        for attached in entry.attachments:
            if attached not in known:
                remedy = f"已有：{'、'.join(known)}。"
                message = f"附件“{attached}”不是本文件里的编号。"
                report.append(error("attachment-unknown", entry.where, message, remedy))
            elif known[attached].attachments:
                message = f"附件“{attached}”自己又带附件。"
                remedy = "附件只能有一层，请把它的附件直接列在这里。"
                report.append(error("attachment-nested", entry.where, message, remedy))
