"""What the catalogue knows of a published document: made once from its tree, small enough to keep for thousands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from lowcapdocs.disclose.public import PublicCampaign, PublicDocument
from lowcapdocs.gongwen.elements import Gongwen, plain
from lowcapdocs.gongwen.standard import UNKNOWN
from lowcapdocs.gongwen.wording import read_date
from lowcapdocs.web import addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line of the 目录. Whatever is not known is empty or None.

    `address` is its page, `name` the title as printed, `issuers` 发文机关 (several of a joint document),
    `dated` 成文日期, `published` 发布时间 (midnight where only the day is known), `formats` the endings
    of its files. `sample`: what of it is invented.
    """

    address: str
    campaign: str
    campaign_name: str
    entry: str
    key: str
    name: str
    number: str = ""
    issuers: tuple[str, ...] = ()
    dated: date | None = None
    published: datetime | None = None
    index_number: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    summary: str = ""
    validity: str = ""
    disclosure: str = ""
    kind: str = ""
    formats: tuple[str, ...] = ()
    sample: str = ""

    @property
    def moment(self) -> datetime | None:
        """When it came out: 发布时间, else 成文日期."""
        return self.published or (datetime.combine(self.dated, time()) if self.dated else None)


def record(public: PublicCampaign, document: PublicDocument, tree: Gongwen) -> Record:
    """The line of `document`, whose tree is `tree`."""
    entry, publication = document.entry, document.publication
    return Record(
        address=addresses.document(public.campaign.id, entry.id, document.key),
        campaign=public.campaign.id,
        campaign_name=public.campaign.name,
        entry=entry.id,
        key=document.key,
        name=plain(tree.title),
        number="" if UNKNOWN in tree.doc_number else tree.doc_number,
        issuers=_issuers(document, tree),
        dated=_dated(document, tree),
        published=publication.published,
        index_number=publication.index_number,
        subject=publication.subject,
        keywords=publication.keywords,
        summary=publication.summary,
        validity=publication.validity or "",
        disclosure=entry.disclosure,
        kind=entry.kind,
        formats=tuple(entry.formats),
        sample=tree.about.sample or publication.sample,
    )


def _issuers(document: PublicDocument, tree: Gongwen) -> tuple[str, ...]:
    if tree.signature and tree.signature.issuer:
        return (tree.signature.issuer, *tree.signature.joint)
    entry = document.entry
    return tuple(each.signing_name for each in (entry.issuer, *entry.joint) if each)


def _dated(document: PublicDocument, tree: Gongwen) -> date | None:
    """成文日期 as the document prints it; None where it prints ××."""
    if tree.signature is None or not tree.signature.date:
        return document.entry.date
    try:
        return read_date(tree.signature.date)
    except ValueError:
        return None


def newest(listed: Iterable[Record], most: int | None = None) -> list[Record]:
    """The latest first, those of which no day is known last; ties in the order of the catalogue."""
    ordered = sorted(listed, key=lambda each: each.moment or datetime.min, reverse=True)
    return ordered if most is None else ordered[:most]
