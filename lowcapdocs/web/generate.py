"""What is public → every page of the site, one at a time, in an order that is always the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.model.site import Site
from lowcapdocs.web.markup import Templates
from lowcapdocs.web.open_data import datasets
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import (
    campaign,
    catalogue,
    departments,
    documents,
    downloads,
    figures,
    finding,
    firms,
    guide,
    home,
    notices,
    open_data,
    progress,
    quotas,
    tasks,
    towns,
)
from lowcapdocs.web.record import Record
from lowcapdocs.web.view import View

_OF_CAMPAIGN = (
    campaign.pages,
    documents.lists,
    documents.articles,
    quotas.pages,
    towns.pages,
    departments.pages,
    tasks.pages,
    progress.pages,
    notices.pages,
    firms.pages,
    downloads.pages,
    figures.pages,
)


def pages(
    campaigns: Sequence[PublicCampaign],
    site: Site,
    templates: Iterable[Path],
    files: Mapping[str, int],
    records: Sequence[Record],
    own_guide: str = "",
) -> Iterator[Page]:
    """Every page, lazily. `templates` are folders that hold web/*.j2, the first that has a file counts.

    `files` are the files to download: address below the site's root → size in bytes. Only those are
    linked to. `records` are the lines of the catalogue, one for each document; `own_guide` the office's own part of the guide (Markdown).
    Raises jinja2.TemplateError for a template that is missing or wrong, PolicyError for a
    document whose text cannot be made.
    """
    made = Templates(templates)
    views = [View(each, site, made, files, records) for each in campaigns]
    known: list[finding.Listed] = []
    of_campaigns = chain.from_iterable(subject(view) for view in views for subject in _OF_CAMPAIGN)
    for page in chain(of_campaigns, _of_site(views, site, made, files, records, own_guide)):
        known.append(finding.listed(page))
        yield page
    yield from finding.pages(known, site, made)


def _of_site(
    views: Sequence[View],
    site: Site,
    templates: Templates,
    files: Mapping[str, int],
    records: Sequence[Record],
    own_guide: str,
) -> Iterator[Page]:
    campaigns = [view.public for view in views]
    yield home.page(views, site, templates)
    yield from catalogue.pages(records, site, templates)
    yield guide.page(campaigns, site, templates, own_guide)
    yield open_data.page(datasets(campaigns, records), site, templates, files)
