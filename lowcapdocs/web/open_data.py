"""开放数据: every public table of every campaign as CSV and JSON, the schema of each kind, and what they are as of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.model.progress import Return, TaskReturn
from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.markup import guard
from lowcapdocs.web.page import Asset
from lowcapdocs.web.record import Record
from lowcapdocs.web.tables.csv_text import csv_bytes
from lowcapdocs.web.tables.json_text import json_bytes
from lowcapdocs.web.tables.ledger import FIRMS, PENALTIES, ledger
from lowcapdocs.web.tables.listed import DOCUMENTS, documents
from lowcapdocs.web.tables.planned import DEPARTMENTS, QUOTAS, TASKS, TOWNS, planned
from lowcapdocs.web.tables.progress import PROGRESS, TASK_PROGRESS, progress
from lowcapdocs.web.tables.schema import schema_bytes
from lowcapdocs.web.tables.table import Kind, Table

KINDS: tuple[Kind, ...] = (TOWNS, DEPARTMENTS, TASKS, QUOTAS, PROGRESS, TASK_PROGRESS, FIRMS, PENALTIES, DOCUMENTS)
_OF_RETURNS = frozenset({PROGRESS.name, TASK_PROGRESS.name})
"""Tables that are as of the end of the last period; a list of towns or of documents is not."""
ENDINGS = ("csv", "json")
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}


@dataclass(frozen=True, slots=True)
class Dataset:
    """The open data of one campaign: its tables, the day that they are as of, the day of the last change (None: not known)."""

    public: PublicCampaign
    tables: tuple[Table, ...]
    as_of: date | None
    modified: date | None

    @property
    def creator(self) -> str:
        """The office whose campaign it is; empty where nobody knows. The site's own office publishes what it did not make."""
        issuer = self.public.campaign.issuer
        return issuer.signing_name if issuer else ""

    def address(self, table: Table, ending: str) -> str:
        """Where the file of a table stands."""
        return addresses.table(self.public.campaign.id, table.kind.name, ending)


def datasets(campaigns: Iterable[PublicCampaign], records: Iterable[Record]) -> tuple[Dataset, ...]:
    """The open data of each campaign; none of one that has no public table."""
    by_campaign: dict[str, list[Record]] = {}
    for record in records:
        by_campaign.setdefault(record.campaign, []).append(record)
    found = (dataset(public, by_campaign.get(public.campaign.id, ())) for public in campaigns)
    return tuple(each for each in found if each.tables)


def dataset(public: PublicCampaign, records: Sequence[Record]) -> Dataset:
    """The open data of one campaign, whose published documents are `records`."""
    listed = documents(records)
    tables = (*planned(public), *progress(public), *ledger(public), *((listed,) if listed else ()))
    order = [kind.name for kind in KINDS]
    found = tuple(sorted(tables, key=lambda each: order.index(each.kind.name)))
    return Dataset(public, found, as_of(public), modified(public, records))


def as_of(public: PublicCampaign) -> date | None:
    """The end of the last period that towns, or else departments, reported for; None before the first return."""
    latest = public.figures.latest
    periods = [latest] if latest else [each.period for each in public.campaign.task_returns]
    return max((each.end for each in periods if each.year), default=None)


def modified(public: PublicCampaign, records: Iterable[Record] = ()) -> date | None:
    """The day of the last public return or document, where days are public, else the day that the data is as of."""
    told: list[Return | TaskReturn] = [*public.campaign.returns, *public.campaign.task_returns]
    days = [each.day for each in told if each.day]
    days += [record.moment.date() for record in records if record.moment]
    return max(days, default=None) or as_of(public)


def files(listed: Iterable[Dataset], site: Site) -> Iterator[Asset]:
    """The files of all tables, one at a time, then the schemas of the kinds that there are."""
    kinds: dict[str, Kind] = {}
    for each in listed:
        for table in each.tables:
            kinds[table.kind.name] = table.kind
            yield Asset(each.address(table, "csv"), csv_bytes(table))
            yield Asset(each.address(table, "json"), json_bytes(table, _head(each, table, site)))
    for kind in kinds.values():
        yield Asset(addresses.schema(kind.name), schema_bytes(kind))


def _head(dataset: Dataset, table: Table, site: Site) -> dict[str, object]:
    """What a JSON file says of itself."""
    campaign = dataset.public.campaign
    return {
        "title": table.kind.title,
        "campaign": guard(campaign.name),
        "as_of": dataset.as_of.isoformat() if dataset.as_of and table.kind.name in _OF_RETURNS else None,
        "source": guard(dataset.creator) or None,
        "licence": guard(site.licence) or None,
        "schema": addresses.link(dataset.address(table, "json"), addresses.schema(table.kind.name)),
        "sample": guard(dataset.public.sample) or None,
    }
