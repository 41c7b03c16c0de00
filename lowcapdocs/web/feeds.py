"""Feeds of the documents published last: Atom (RFC 4287) and RSS 2.0.

A feed is read away from the site, so its links must be absolute to be of use; where the site's address
is not configured they are relative to the feed, which Atom allows (RFC 4287 § 2, RFC 3986) and readers of
a local copy resolve. RSS has no such rule, but the same relative links are still better than wrong ones.
Entries are told apart by tag: URIs (RFC 4151) that do not change with the address. Documents without a day
are no news, and not in a feed. Days are of China, UTC+8; nothing is dated by the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from urllib.parse import quote

from markupsafe import Markup, escape

from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.markup import guard
from lowcapdocs.web.page import Asset
from lowcapdocs.web.record import Record, newest

MOST = 50
"""Entries of a feed."""
_CHINA = timezone(timedelta(hours=8))
_NO_DAY = datetime(1970, 1, 1)
"""RFC 4287 wants `updated` even of an empty feed; it is older than any document."""

_Dated = tuple[Record, datetime]


def feeds(records: Iterable[Record], site: Site) -> tuple[Asset, Asset]:
    """The Atom and the RSS feed of `records`."""
    dated = [(record, record.moment) for record in newest(records) if record.moment][:MOST]
    return Asset(addresses.ATOM, _atom(dated, site).encode()), Asset(addresses.RSS, _rss(dated, site).encode())


def _atom(dated: Sequence[_Dated], site: Site) -> str:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        _line("title", site.name),
        _line("id", f"{_authority(site)}:feed"),
        _line("updated", _iso(_updated(dated))),
        _line("author", Markup(_line("name", site.organizer or site.name))),
        _link(addresses.ATOM, site, "self") if site.url else "",
        _link(addresses.HOME, site, "alternate"),
        *(line for record, moment in dated for line in _entry(record, moment, site)),
        "</feed>",
    ]
    return "".join(f"{line}\n" for line in lines if line)


def _entry(record: Record, moment: datetime, site: Site) -> list[str]:
    names = [Markup(_line("name", name)) for name in record.issuers]
    return [
        "<entry>",
        _line("title", record.name),
        _line("id", _identity(record, site)),
        _line("updated", _iso(moment)),
        _line("published", _iso(record.published)) if record.published else "",
        *(_line("author", name) for name in names),
        _link(record.address, site, "alternate"),
        _line("category", "", term=record.kind) if record.kind else "",
        _line("summary", _told(record)) if _told(record) else "",
        "</entry>",
    ]


def _rss(dated: Sequence[_Dated], site: Site) -> str:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<rss version="2.0">',
        "<channel>",
        _line("title", site.name),
        _line("link", _href(addresses.HOME, site)),
        _line("description", f"{site.name}：最新公开的文件"),
        _line("language", "zh-cn"),
        _line("lastBuildDate", format_datetime(_updated(dated).replace(tzinfo=_CHINA))),
        *(line for record, moment in dated for line in _item(record, moment, site)),
        "</channel>",
        "</rss>",
    ]
    return "".join(f"{line}\n" for line in lines if line)


def _item(record: Record, moment: datetime, site: Site) -> list[str]:
    return [
        "<item>",
        _line("title", record.name),
        _line("link", _href(record.address, site)),
        _line("guid", _identity(record, site), isPermaLink="false"),
        _line("pubDate", format_datetime(moment.replace(tzinfo=_CHINA))),
        _line("category", record.kind) if record.kind else "",
        _line("description", _told(record)) if _told(record) else "",
        "</item>",
    ]


def _line(name: str, text: str, **attributes: str) -> str:
    """An element with its text; Markup is what was made by this before."""
    written = "".join(f' {key}="{escape(guard(value))}"' for key, value in attributes.items())
    inside = text if isinstance(text, Markup) else escape(guard(text))
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def _link(address: str, site: Site, rel: str) -> str:
    return _line("link", "", rel=rel, href=_href(address, site))


def _href(address: str, site: Site) -> str:
    """The percent-encoded link: absolute, or relative to the site's root, where both feeds stand."""
    return site.url + addresses.link(addresses.ATOM, address)


def _authority(site: Site) -> str:
    """tag:domain,2020 of the site, or of nobody (RFC 6761: invalid) where no domain is configured."""
    return f"tag:{site.domain or 'lowcapdocs.invalid'},2020"


def _identity(record: Record, site: Site) -> str:
    """What names a document for good, whatever its address becomes."""
    return f"{_authority(site)}:{quote('/'.join(filter(None, (record.campaign, record.entry, record.key))))}"


def _told(record: Record) -> str:
    """文号 and 内容概述, and what is invented."""
    sample = f"示例：{record.sample}" if record.sample else ""
    return "　".join(text for text in (record.number, record.summary, sample) if text)


def _updated(dated: Sequence[_Dated]) -> datetime:
    return dated[0][1] if dated else _NO_DAY


def _iso(moment: datetime) -> str:
    return moment.replace(tzinfo=_CHINA).isoformat()
