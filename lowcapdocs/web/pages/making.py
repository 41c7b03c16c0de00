"""What every page has: its place in the site, the menu of its campaign, the day that it tells of, and its body."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.grid import Grid, table
from lowcapdocs.web.markup import Templates, guard, kept
from lowcapdocs.web.page import Kind, Page
from lowcapdocs.web.view import View

NOTHING: Mapping[str, object] = MappingProxyType({})
Crumb = tuple[str, str]
"""A page above this one: its name and its address."""

_OF_RETURNS = frozenset({"专项行动", "镇街", "部门", "任务", "进展"})
"""Kinds of pages that show what was reported, and so tell up to when."""


def make(
    view: View,
    template: str,
    address: str,
    title: str,
    kind: Kind,
    *,
    column: Crumb | None = None,
    summary: str = "",
    keywords: Sequence[str] = (),
    town: str = "",
    sample: str | None = None,
    published: datetime | None = None,
    source: str = "",
    author: str = "",
    is_article: bool = False,
    contents: bool = False,
    structured: Mapping[str, object] = NOTHING,
    **context: Any,
) -> Page:
    """A page of a campaign. `column` is the list that it belongs to, None for the first page of a column.

    `sample` says what on it is invented, where that is other than what the campaign says;
    `contents` shows a list of its headings beside it, `structured` is its JSON-LD.
    """
    above = (column,) if column else ()
    at_campaign = address == addresses.campaign(view.id)
    crumbs: tuple[Crumb, ...] = (
        ("首页", addresses.HOME),
        *(() if at_campaign else ((view.name, addresses.campaign(view.id)),)),
        *above,
    )
    invented = view.public.sample if sample is None else sample
    shown = {
        "title": title,
        "crumbs": crumbs,
        "menu": _menu(view, address, column[1] if column else address),
        "table": _tables_on(address),
        "as_of": view.as_of if kind in _OF_RETURNS else "",
        "sample": invented,
        "summary": kept(summary),
    }
    return Page(
        address=address,
        title=guard(title),
        kind=kind,
        body=view.templates.body(template, address, contents=contents, **shown, **context),
        summary=guard(summary),
        keywords=tuple(guard(word) for word in keywords),
        campaign=guard(view.name),
        town=guard(town),
        year=view.year,
        column=guard(column[0] if column else title),
        is_column=column is None,
        is_article=is_article,
        published=published,
        source=source,
        author=author,
        structured=structured,
        contents=contents,
    )


def _menu(view: View, here: str, current: str) -> Markup:
    """The menu of the campaign; the pages of a folder below one column share it."""
    key = here.rpartition("/")[0], current
    if key not in view.menus:
        view.menus[key] = view.templates.piece("_menu", here, columns=tuple(view.menu()), current=current)
    return view.menus[key]


def _tables_on(here: str) -> Callable[[Grid], Markup]:
    return lambda grid: table(grid, here)


def make_common(
    site: Site,
    templates: Templates,
    template: str,
    address: str,
    title: str,
    kind: Kind,
    *,
    summary: str,
    contents: bool = False,
    **context: Any,
) -> Page:
    """A page of the site that belongs to no campaign; `contents` as in `make`."""
    crumbs: tuple[Crumb, ...] = () if address == addresses.HOME else (("首页", addresses.HOME),)
    shown = {
        "title": title,
        "crumbs": crumbs,
        "menu": "",
        "table": _tables_on(address),
        "as_of": "",
        "sample": "",
        "summary": kept(summary),
    }
    return Page(
        address=address,
        title=guard(title),
        kind=kind,
        body=templates.body(template, address, contents=contents, **shown, **context),
        summary=guard(summary),
        column=title,
        is_column=True,
        source=site.organizer,
        contents=contents,
    )
