"""公开指南 (条例 art. 12): how information is classified and arranged, how to get it, and whom to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.markup import Templates
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages.making import make_common


def page(campaigns: Sequence[PublicCampaign], site: Site, templates: Templates, hand_written: str = "") -> Page:
    """The guide. Of the office only what is configured is told.

    `hand_written` is Markdown of the office's own (site/guide.md), which stands at the end as it is.
    """
    made = make_common(
        site, templates, "guide", addresses.GUIDE, "公开指南", "指南",
        summary="说明本网站公开哪些信息、怎样编排、怎样查找和获取，以及怎样申请没有主动公开的信息。",
        contents=True,
        office=tuple(_office(site)),
        office_sample=site.sample,
        campaigns=tuple((public.campaign.name, addresses.campaign(public.campaign.id)) for public in campaigns),
        pages={"catalogue": addresses.CATALOGUE, "search": addresses.SEARCH, "data": addresses.DATA, "map": addresses.MAP},
        feeds=(("Atom", addresses.ATOM), ("RSS", addresses.RSS)),
        whom=site.organizer or "制作或者保存该信息的行政机关",
    )  # fmt: skip
    own = f"\n\n{hand_written.strip()}\n" if hand_written.strip() else ""
    return replace(made, body=made.body + own)


def _office(site: Site) -> list[tuple[str, str]]:
    """What art. 12 asks for of the office (name, address, hours, telephone, fax, e-mail), as far as it is configured."""
    known = [("主办单位", site.organizer), ("承办单位", site.operator), *site.contacts.items()]
    return [(label, text) for label, text in known if text]
