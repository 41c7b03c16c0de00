"""公开: what may be public of a campaign, and the list of it that a clerk reviews and signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from lowcapdocs.disclose.decide import Catalogue, Decision
from lowcapdocs.disclose.path_columns import Column, withheld
from lowcapdocs.disclose.public import PublicCampaign, PublicDocument
from lowcapdocs.disclose.redact import counts, publication, redact
from lowcapdocs.disclose.review_list import DocumentLine, ReviewList, TableLine, leak_lines
from lowcapdocs.disclose.sample import invented
from lowcapdocs.draft import head
from lowcapdocs.draft.targets import Target, file_stem, unit_name
from lowcapdocs.gongwen.elements import Gongwen, plain
from lowcapdocs.gongwen.wording import read_date
from lowcapdocs.job import Job, open_job
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import PUBLIC, TABLES
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.publication import due
from lowcapdocs.problems import Where
from lowcapdocs.sources.disclosure import COLUMNS, headings
from lowcapdocs.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Decided:
    """One document of a campaign and the decision on it."""

    entry: DocumentEntry
    target: Target
    decision: Decision


def decisions(job: Job) -> Iterator[Decided]:
    """Every document that the campaign stands for, in the order of documents.yaml, each with its decision."""
    catalogue = Catalogue(job.campaign)
    for entry, target in job.plan():
        issued = job.issued_text(entry, target) is not None
        yield Decided(entry, target, catalogue.decide(entry, target.key, issued=issued))


def issued_on(job: Job) -> dict[tuple[str, str], date | None]:
    """Every document that is issued, by entry and key, with its 成文日期; None where that is not known."""
    found: dict[tuple[str, str], date | None] = {}
    for entry in job.campaign.documents:
        if entry.status == "issued":
            found |= {(entry.id, target.key): entry.date for _, target in job.plan(entry.id)}
    for document, text in job.issued.items():
        try:
            found[document] = read_date(head.fields_of(text.text).get("issue_date", ""))
        except ValueError:
            found[document] = None
    return found


def leaks(job: Job, entry: DocumentEntry, tree: Gongwen) -> list[tuple[str, str, int]]:
    """What a public document prints although the data withholds it: the column as it is called, the value, its
    line. Nothing of a campaign that is not public, or of a document that is not.
    """
    if entry.disclosure != PUBLIC or not job.campaign.disclosure.is_open("campaign"):
        return []
    return [(called(each.column), each.text, each.line) for each in withheld(job.campaign, tree)]


def called(column: Column) -> str:
    """What a column is called: 台账“统一社会信用代码”."""
    if not column.table:
        return f"未登记的数据（{column.column}）"
    name = heading(column.table, column.column) if column.column else "公开属性"
    return f"{TABLES[column.table]}“{name}”"


def heading(table: str, column: str) -> str:
    """The Chinese heading of a column; a kind of evidence and a text go by their own names."""
    names = COLUMNS[table].get(column, ())
    chinese = (name for name in names if not name.isascii())
    return next(chinese, names[0] if names else column.replace("texts/", "文字/"))


def unpublished(job: Job) -> Iterator[tuple[str, Where]]:
    """The titles of documents that are not published, with the places of their entries; of series none, which
    are as many as towns and firms, and whose titles are made of names that the data knows.
    """
    for each in decisions(job):
        if not each.decision.goes_out and each.target.unit is None:
            yield plain(_tree(job, each.entry, each.target).title), each.entry.where


def public_campaign(job: Job) -> PublicCampaign | None:
    """All that may be public of a campaign; None where its name is not 主动公开."""
    if not job.campaign.disclosure.is_open("campaign"):
        return None
    going = [each for each in decisions(job) if each.decision.goes_out]
    redacted = redact(job.campaign, {(each.entry.id, each.target.key) for each in going})
    documents = []
    for each in going:
        if each.decision.publication is None:
            continue
        documents.append(
            PublicDocument(
                entry=redacted.document[each.entry.id],
                key=each.target.key,
                unit_name=unit_name(each.target.unit) if each.target.unit else "",
                file=file_stem(each.entry, each.target),
                publication=publication(each.decision.publication),
                make=partial(_tree, job, each.entry, each.target),
                signed=job.issued_text(each.entry, each.target) is not None,
            )
        )
    return PublicCampaign(
        campaign=redacted,
        documents=tuple(documents),
        tables=frozenset(table for table, count in counts(redacted).items() if count),
        sample=invented(redacted),
    )


def _tree(job: Job, entry: DocumentEntry, target: Target) -> Gongwen:
    return job.document(entry, target).tree


# The review list


def review_list(space: Workspace, wanted: Iterable[str]) -> list[ReviewList]:
    """The review list of each wanted campaign, of all where none is named.

    Raises PolicyError for data that cannot be read, a campaign that there is none of, or a draft that
    is outside the grammar.
    """
    return [_reviewed(open_job(space, name)) for name in space.chosen(list(wanted))]


def _reviewed(job: Job) -> ReviewList:
    campaign, stated = job.campaign, job.campaign.disclosure
    calendar = campaign.plan.calendar
    issued = issued_on(job)
    documents, found = [], []
    for each in decisions(job):
        entry, target = each.entry, each.target
        file, made = file_stem(entry, target), issued.get((entry.id, target.key))
        line = each.decision.publication
        documents.append(
            DocumentLine(
                entry=entry.id,
                key=target.key,
                file=file,
                decision=each.decision,
                issued=(entry.id, target.key) in issued,
                made=made,
                due=due(made, calendar) if made and each.decision.goes_out else None,
                published=line.published if line else None,
            )
        )
        if each.decision.goes_out:
            found += leak_lines(file, leaks(job, entry, _tree(job, entry, target)))
    return ReviewList(
        campaign=campaign.id,
        name=campaign.name,
        public=stated.is_open("campaign"),
        basis=stated.basis,
        reviewer=stated.reviewer,
        day=stated.day,
        sample=stated.sample,
        tables=tuple(_table_lines(campaign)),
        documents=tuple(documents),
        leaks=tuple(found),
    )


def _table_lines(campaign: Campaign) -> Iterator[TableLine]:
    """Every table that the campaign has, with its columns by their Chinese headings."""
    stated, seen = campaign.disclosure, counts(redact(campaign))
    texts = [name for name, _ in campaign.texts]
    for table, count in counts(campaign).items():
        if not count:
            continue
        columns = dict.fromkeys(headings(table, campaign.evidence, texts).values())
        public = [column for column in columns if stated.is_public(table, column)]
        yield TableLine(
            table=table,
            name=TABLES[table],
            open=tuple(heading(table, column) for column in public),
            closed=tuple(
                (heading(table, column), stated.columns.get(table, {}).get(column, ""))
                for column in columns
                if column not in public
            ),
            count=count,
            shown=seen[table],
        )
