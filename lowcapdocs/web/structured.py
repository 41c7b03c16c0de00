"""schema.org descriptions of pages (JSON-LD): who publishes, what a document is, what a dataset holds.

Addresses are absolute only where the site's own is configured; else they are left out rather than wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.open_data import ENDINGS, MEDIA_TYPES, Dataset
from lowcapdocs.web.record import Record

_CONTEXT = "https://schema.org"


def organization(site: Site) -> dict[str, Any]:
    """GovernmentOrganization: 主办单位 as configured; empty where it is not."""
    if not site.organizer:
        return {}
    return _filled({"@type": "GovernmentOrganization", "name": site.organizer, "url": site.url})


def office(name: str) -> dict[str, Any]:
    """GovernmentOrganization that made something: the issuer of a campaign or document; empty where it is not known."""
    return {"@type": "GovernmentOrganization", "name": name} if name else {}


def website(site: Site) -> dict[str, Any]:
    """The home page: the site and who runs it."""
    return _filled(
        {"@context": _CONTEXT, "@type": "WebSite", "name": site.name, "url": site.url, "inLanguage": "zh-CN",
         "publisher": organization(site)}
    )  # fmt: skip


def article(record: Record, site: Site) -> dict[str, Any]:
    """A published document: Report, with its issuers as its authors."""
    authors = [office(name) for name in record.issuers]
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": "Report",
            "headline": record.name,
            "name": record.name,
            "identifier": record.index_number,
            "reportNumber": record.number,
            "description": record.summary,
            "keywords": list(record.keywords),
            "dateCreated": record.dated.isoformat() if record.dated else "",
            "datePublished": _moment(record),
            "inLanguage": "zh-CN",
            "isAccessibleForFree": True,
            "author": authors,
            "publisher": organization(site),
            "url": addresses.whole(site.url, record.address),
        }
    )


def service(public: PublicCampaign, site: Site) -> dict[str, Any]:
    """A campaign: GovernmentService of its issuer for its place."""
    campaign = public.campaign
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": "GovernmentService",
            "name": campaign.name,
            "serviceType": campaign.short_name,
            "areaServed": {"@type": "AdministrativeArea", "name": campaign.place} if campaign.place else {},
            "provider": office(campaign.issuer.signing_name if campaign.issuer else ""),
            "url": addresses.whole(site.url, addresses.campaign(campaign.id)),
        }
    )


def datasets(listed: Iterable[Dataset], site: Site) -> dict[str, Any]:
    """The page of open data: a Dataset for each campaign; empty where there is none."""
    graph = [_dataset(each, site) for each in listed]
    return {"@context": _CONTEXT, "@graph": graph} if graph else {}


def _dataset(dataset: Dataset, site: Site) -> dict[str, Any]:
    """The open data of a campaign, with a download for each file where their addresses are known."""
    campaign = dataset.public.campaign
    downloads = [
        {
            "@type": "DataDownload",
            "name": f"{table.kind.title}（{ending.upper()}）",
            "encodingFormat": MEDIA_TYPES[ending],
            "contentUrl": addresses.whole(site.url, dataset.address(table, ending)),
        }
        for table in dataset.tables
        for ending in ENDINGS
        if site.url
    ]
    return _filled(
        {
            "@type": "Dataset",
            "name": f"{campaign.name}：开放数据",
            "description": description(dataset),
            "keywords": [table.kind.title for table in dataset.tables],
            "inLanguage": "zh-CN",
            "isAccessibleForFree": True,
            "dateModified": dataset.modified.isoformat() if dataset.modified else "",
            "temporalCoverage": temporal(dataset),
            "spatialCoverage": {"@type": "Place", "name": campaign.place} if campaign.place else {},
            "creator": office(dataset.creator),
            "publisher": organization(site),
            "license": site.licence_url or site.licence,
            "distribution": downloads,
        }
    )


def description(dataset: Dataset) -> str:
    """What the open data of a campaign holds, and what of it is invented."""
    titles = "、".join(table.kind.title for table in dataset.tables)
    return f"{dataset.public.campaign.name}的公开数据：{titles}。{remark(dataset)}"


def remark(dataset: Dataset) -> str:
    """What of the data is invented, as a sentence; empty where nothing is."""
    sample = dataset.public.sample.rstrip("。")
    return f"示例：{sample}。" if sample else ""


def temporal(dataset: Dataset) -> str:
    """The days that were reported on, as an interval of ISO 8601; empty where there are none."""
    periods = [each for each in dataset.public.figures.reported if each.year]
    return f"{periods[0].start.isoformat()}/{periods[-1].end.isoformat()}" if periods else ""


def _moment(record: Record) -> str:
    if record.published is None:
        return ""
    return (
        record.published.isoformat()
        if record.published.hour or record.published.minute
        else record.published.date().isoformat()
    )


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    """`value` without what is not known."""
    return {key: each for key, each in value.items() if each not in ("", {}, [], None)}
