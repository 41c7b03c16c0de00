"""首页: what is going on, how far it is, as of when, and what was published last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses, structured
from lowcapdocs.web.markup import Templates, kept
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages.campaign import strip, summary
from lowcapdocs.web.pages.making import make_common
from lowcapdocs.web.view import View

_LATEST = 10
_BIG = 4


def page(views: Sequence[View], site: Site, templates: Templates) -> Page:
    """The first page of the site."""
    made = make_common(
        site, templates, "home", addresses.HOME, site.name, "首页",
        summary=f"{site.name}：{'、'.join(view.title for view in views)}的文件、任务和进展。"
        if views else f"{site.name}还没有公开的内容。",
        campaigns=[
            {
                "name": view.title,
                "address": addresses.campaign(view.id),
                "summary": kept(summary(view)),
                "as_of": view.as_of,
                "strip": tuple(strip(view))[:_BIG],
                "sample": view.public.sample,
                "menu": tuple(view.menu())[1:],
            }
            for view in views
        ],
        latest=_latest(views),
        site_sample=site.sample,
        search=addresses.SEARCH,
        map=addresses.MAP,
    )  # fmt: skip
    return replace(made, structured=structured.website(site))


def _latest(views: Sequence[View]) -> list[tuple[str, str, str, str, int]]:
    """The documents that were published last, of all campaigns: title, address, day, campaign,
    and how many of its series came out with it.
    """
    found = [
        (each.publication.published, view, each, count) for view in views for each, count in view.batches[:_LATEST]
    ]
    dated = [each for each in found if each[0]]
    dated.sort(key=lambda each: str(each[0]), reverse=True)
    listed = [*dated, *(each for each in found if not each[0])][:_LATEST]
    return [
        (view.record(each).name, view.address(each), date_text(day.date()) if day else "", view.name, count)
        for day, view, each, count in listed
    ]
