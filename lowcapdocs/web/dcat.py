"""data.json: the catalogue of open data for machines, one dataset a table (DCAT-US 1.1, Project Open Data)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.markup import guard
from lowcapdocs.web.open_data import ENDINGS, MEDIA_TYPES, Dataset
from lowcapdocs.web.page import Asset
from lowcapdocs.web.structured import remark, temporal
from lowcapdocs.web.tables.table import Table

_SCHEMA = "https://project-open-data.cio.gov/v1.1/schema"


def catalogue(listed: Iterable[Dataset], site: Site) -> Asset:
    """The file. Addresses in it are absolute where the site's is configured, else from the site's root.

    `publisher` is who runs the site, `creator` (DCAT 3, dcterms:creator) the office whose campaign it is;
    `contactPoint` needs an e-mail address and is left out without; `modified` is the day of the last
    return or document, never that of the build.
    """
    datasets = [_dataset(each, table, site) for each in listed for table in each.tables]
    whole = {
        "conformsTo": _SCHEMA,
        "describedBy": f"{_SCHEMA}/catalog.json",
        "@type": "dcat:Catalog",
        "dataset": datasets,
    }
    return Asset(addresses.DCAT, (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode())


def _dataset(dataset: Dataset, table: Table, site: Site) -> dict[str, Any]:
    campaign = dataset.public.campaign
    name = guard(campaign.name)
    found = {
        "@type": "dcat:Dataset",
        "identifier": site.url + f"data/{campaign.id}/{table.kind.name}",
        "title": f"{name}：{table.kind.title}",
        "description": table.kind.about + guard(remark(dataset)),
        "keyword": [table.kind.title, *(guard(word) for word in (campaign.short_name, campaign.place) if word)],
        "modified": dataset.modified.isoformat() if dataset.modified else "",
        "temporal": temporal(dataset) if table.kind.source in ("progress", "task_progress") else "",
        "spatial": guard(campaign.place),
        "publisher": {"@type": "org:Organization", "name": guard(site.organizer)} if site.organizer else {},
        "creator": {"@type": "org:Organization", "name": guard(dataset.creator)} if dataset.creator else {},
        "contactPoint": _contact(site),
        "accessLevel": "public",
        "license": site.licence_url or guard(site.licence),
        "language": ["zh-CN"],
        "describedBy": site.url + addresses.schema(table.kind.name),
        "describedByType": "application/schema+json",
        "landingPage": f"{site.url}{addresses.DATA}#{campaign.id}" if site.url else "",
        "distribution": [_distribution(dataset, table, ending, site) for ending in ENDINGS],
    }
    return {key: value for key, value in found.items() if value not in ("", {}, [])}


def _contact(site: Site) -> dict[str, str]:
    """vcard:Contact of the office, where its e-mail address is configured."""
    email = next((text for label, text in site.contacts.items() if "@" in text), "")
    if not email:
        return {}
    return {
        "@type": "vcard:Contact",
        "fn": guard(site.operator or site.organizer or site.name),
        "hasEmail": f"mailto:{guard(email)}",
    }


def _distribution(dataset: Dataset, table: Table, ending: str, site: Site) -> dict[str, str]:
    return {
        "@type": "dcat:Distribution",
        "title": f"{table.kind.title}（{ending.upper()}）",
        "mediaType": MEDIA_TYPES[ending],
        "downloadURL": site.url + dataset.address(table, ending),
    }
