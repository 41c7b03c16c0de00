"""What is public → every page of the site, one at a time, in an order that is always the same.

First the page of each document, made of the same tree as its Word file while that is at hand; then all
others, which list documents by what their trees told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from lowcapdocs.disclose.public import PublicCampaign, PublicDocument
from lowcapdocs.gongwen.elements import Gongwen
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
    handmade,
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

_GUIDE = "guide.md"
_OF_CAMPAIGN = (
    campaign.pages,
    documents.lists,
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


class Pages:
    """The pages of a site. `templates` are folders that hold web/*.j2, the first that has a file counts.

    `files` are the files to download: address below the site's root → size in bytes; only those are linked
    to. It may grow until the pages that show them are made: a document's files before its own page, all
    of them before `others`. Making a page raises PolicyError for a template that is missing or wrong.
    """

    def __init__(
        self, campaigns: Sequence[PublicCampaign], site: Site, templates: Iterable[Path], files: Mapping[str, int]
    ) -> None:
        self._site = site
        self._templates = Templates(templates)
        self._files = files
        self._views = {each.campaign.id: View(each, site, self._templates, files) for each in campaigns}
        self._articles: list[finding.Listed] = []

    def article(self, public: PublicCampaign, document: PublicDocument, tree: Gongwen) -> Page:
        """The page of a document of `public`, whose tree is `tree`."""
        view = self._views[public.campaign.id]
        view.remember(document, tree)
        page = documents.article_page(view, document, tree)
        self._articles.append(finding.listed(page))
        return page

    @property
    def records(self) -> list[Record]:
        """The lines of the catalogue, of all documents that have their page."""
        return [record for view in self._views.values() for record in view.records]

    def others(self, by_hand: Mapping[str, str]) -> Iterator[Page]:
        """Every other page, once each document has its own.

        `by_hand` are pages that the office writes itself, Markdown by the address of its source (about.md);
        the one called guide.md is its part of the guide.
        """
        known: list[finding.Listed] = []
        of_campaigns = chain.from_iterable(subject(view) for view in self._views.values() for subject in _OF_CAMPAIGN)
        for page in chain(of_campaigns, self._of_site(by_hand.get(_GUIDE, "")), self._by_hand(by_hand)):
            known.append(finding.listed(page))
            yield page
        yield from finding.pages([*known, *self._articles], self._site, self._templates)

    def _by_hand(self, sources: Mapping[str, str]) -> Iterator[Page]:
        for source, text in sources.items():
            if source != _GUIDE:
                address = f"{source.removesuffix('.md')}.html"
                yield handmade.page(address, text, self._site, self._templates)

    def _of_site(self, own_guide: str) -> Iterator[Page]:
        views, site, templates, records = list(self._views.values()), self._site, self._templates, self.records
        campaigns = [view.public for view in views]
        yield home.page(views, site, templates)
        yield from catalogue.pages(records, site, templates)
        yield guide.page(campaigns, site, templates, own_guide)
        yield open_data.page(datasets(campaigns, records), site, templates, self._files)
