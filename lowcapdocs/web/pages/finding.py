"""搜索 and 网站地图: the two ways to every page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.markup import Templates
from lowcapdocs.web.page import Kind, Page
from lowcapdocs.web.pages.making import make_common

_FOLDED = 40
"""A group of more pages is folded on the map."""
_MOST_LISTED = 500
"""More pages than that are not listed on the search page for those without JavaScript: the map does it."""


class Listed(NamedTuple):
    """What the map keeps of a page."""

    address: str
    title: str
    kind: Kind
    campaign: str


class Group(NamedTuple):
    """Pages of one kind of one campaign; `first` of the campaign's groups."""

    campaign: str
    name: str
    first: bool
    pages: tuple[Listed, ...]

    @property
    def folded(self) -> bool:
        """Whether there are too many to show at once."""
        return len(self.pages) > _FOLDED


def listed(page: Page) -> Listed:
    """What the map keeps of `page`; a campaign of another year is another one."""
    year = f"（{page.year}年）" if page.campaign and page.year else ""
    return Listed(page.address, page.title, page.kind, page.campaign + year)


def pages(known: Iterable[Listed], site: Site, templates: Templates) -> Iterator[Page]:
    """The search page and the map, of all pages that were made before."""
    own = (
        Listed(addresses.SEARCH, "搜索", "搜索", ""),
        Listed(addresses.MAP, "网站地图", "网站地图", ""),
    )
    everything = [*known, *own]
    groups = tuple(_groups(everything))
    yield make_common(
        site, templates, "search", addresses.SEARCH, "搜索", "搜索",
        summary="按字词查找本站全部页面，可以按种类、单位和年份筛选。",
        groups=groups if len(everything) <= _MOST_LISTED else (),
        map=addresses.MAP,
    )  # fmt: skip
    yield make_common(
        site, templates, "map", addresses.MAP, "网站地图", "网站地图",
        summary=f"本站全部{len(everything)}个页面。",
        groups=groups,
    )  # fmt: skip


def _groups(everything: list[Listed]) -> Iterator[Group]:
    kinds = Counter((each.campaign, each.kind) for each in everything)
    order = {name: place for place, name in enumerate(dict.fromkeys(each.campaign for each in everything))}
    found: dict[tuple[str, str], list[Listed]] = {}
    for each in everything:
        alone = kinds[each.campaign, each.kind] == 1
        group = "栏目" if alone or not each.campaign else str(each.kind)
        found.setdefault((each.campaign, group), []).append(each)
    ordered = sorted(found, key=lambda key: (key[0] != "", order[key[0]]))  # the site's own pages first
    before = ""
    for campaign, name in ordered:
        yield Group(campaign, name, campaign != before, tuple(found[campaign, name]))
        before = campaign
