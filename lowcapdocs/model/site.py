"""The site as its office describes it: names, numbers and contacts of the footer and of page metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What mkdocs.yml tells of the site; empty text is not configured, and is not shown.

    `url` is the address it is served at, with a final slash. `domain` and `id_code` are SiteDomain and
    SiteIDCode (网站标识码) of 国办发〔2017〕47号. `organizer` 主办单位, `operator` 承办单位, `contacts`
    by label (电话, 邮箱, 地址, 传真, 办公时间: an office's, never a person's), `icp` ICP备案号, `police`
    公安备案号, `report_url` 找错. `licence` names the terms of reuse of open data, `licence_url` tells them.
    """

    name: str
    url: str = ""
    domain: str = ""
    id_code: str = ""
    organizer: str = ""
    operator: str = ""
    contacts: Mapping[str, str] = field(default_factory=dict)
    icp: str = ""
    police: str = ""
    report_url: str = ""
    licence: str = ""
    licence_url: str = ""
    links: tuple[str, ...] = ()
    """Hosts that hand-written pages may link to."""
    sample: str = ""
    """What of this was invented for demonstration."""

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts that pages may link to: the site's own, and those of the addresses that are configured."""
        known = (urlsplit(each).hostname for each in (self.url, self.report_url, self.licence_url))
        return frozenset(host for host in (*known, self.domain, *self.links) if host)

    @property
    def path(self) -> str:
        """The path that the site is served under, `/` where its address is not configured."""
        return urlsplit(self.url).path or "/"
