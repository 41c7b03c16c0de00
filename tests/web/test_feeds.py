from __future__ import annotations

from datetime import date, datetime
from xml.etree import ElementTree

import pytest

from lowcapdocs.model.site import Site
from lowcapdocs.web.feeds import MOST, feeds
from lowcapdocs.web.record import Record
from tests.builders import HOSTILE
from tests.web.opened import record

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = Site(name="测试网", url="https://a.gov.cn/zt/", domain="a.gov.cn")
CHINA_DAY = "2020-04-21T09:30:00+08:00"


def atom(*records: Record, site: Site = SITE) -> ElementTree.Element:
    return ElementTree.fromstring(feeds(records, site)[0].data)


def rss(*records: Record, site: Site = SITE) -> ElementTree.Element:
    return ElementTree.fromstring(feeds(records, site)[1].data)


def one(**changes: object) -> Record:
    return record(**{"published": datetime(2020, 4, 21, 9, 30), "dated": date(2020, 4, 20), **changes})


def test_an_entry_tells_when_what_and_where() -> None:
    entry = atom(one(summary="概述", number="甲〔2020〕1号", issuers=("某局", "某委"))).find(f"{ATOM}entry")
    assert entry is not None
    assert "关于甲的通知" == entry.findtext(f"{ATOM}title")
    assert CHINA_DAY == entry.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}published")
    assert ["某局", "某委"] == [each.text for each in entry.iter(f"{ATOM}name")]
    assert "甲〔2020〕1号　概述" == entry.findtext(f"{ATOM}summary")
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert "https://a.gov.cn/zt/test/documents/notice.html" == link.get("href")


def test_rss_tells_the_same() -> None:
    item = rss(one(kind="通知")).find("channel/item")
    assert item is not None
    assert "Tue, 21 Apr 2020 09:30:00 +0800" == item.findtext("pubDate")
    assert "https://a.gov.cn/zt/test/documents/notice.html" == item.findtext("link")
    assert "通知" == item.findtext("category")


def test_without_an_address_links_are_relative_and_stay_right_on_a_disk() -> None:
    bare = Site(name="测试网")
    entry = atom(one(address="test/documents/通报/a@b.html"), site=bare).find(f"{ATOM}entry/{ATOM}link")
    assert entry is not None
    assert "test/documents/%E9%80%9A%E6%8A%A5/a%40b.html" == entry.get("href")
    assert [] == [each for each in atom(site=bare).iter(f"{ATOM}link") if each.get("rel") == "self"]


def test_an_id_stays_when_the_address_changes() -> None:
    before, after = (atom(one(address=address)).findtext(f"{ATOM}entry/{ATOM}id") for address in ("a.html", "b.html"))
    assert "tag:a.gov.cn,2020:test/notice" == before == after


def test_the_latest_stand_first_and_no_more_than_fit() -> None:
    listed = [
        one(name=f"第{day}号", key=str(day), published=datetime(2020, 1 + day // 28, 1 + day % 28)) for day in range(60)
    ]
    titles = [each.findtext(f"{ATOM}title") for each in atom(*listed).iter(f"{ATOM}entry")]
    assert [f"第{day}号" for day in range(59, 59 - MOST, -1)] == titles
    assert titles == [each.findtext("title") for each in rss(*listed).iter("item")]


def test_a_document_without_a_day_is_no_news() -> None:
    found = list(atom(record("无日期"), one()).iter(f"{ATOM}entry"))
    assert ["关于甲的通知"] == [each.findtext(f"{ATOM}title") for each in found]
    assert rss(record("无日期")).find("channel/item") is None


def test_a_feed_was_changed_when_its_last_document_came_out() -> None:
    assert CHINA_DAY == atom(one(), record("无日期")).findtext(f"{ATOM}updated")
    assert atom().findtext(f"{ATOM}updated") is not None


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        "]]>",
        "<![CDATA[x]]>",
        "</title><script>alert(1)</script>",
        "&amp;",
        "甲\x00\x0b\x1f乙",
        "\ufffe",
        "\ud800",
        "\u202e甲",
        "甲\n乙",
        "&#0;",
    ],
)
def test_every_name_comes_out_as_text(text: str) -> None:
    name = f"甲{text}乙"
    listed = one(name=name, summary=name, issuers=(name,), kind=name, sample=name)
    site = Site(name=name, organizer=name)
    first, second = atom(listed, site=site), rss(listed, site=site)
    title = first.findtext(f"{ATOM}entry/{ATOM}title")
    assert title == second.findtext("channel/item/title") == first.findtext(f"{ATOM}title")
    if text.isprintable():
        assert name == title
    assert [] == [each.tag for tree in (first, second) for each in tree.iter() if each.tag.endswith("script")]


def test_the_same_documents_give_the_same_bytes() -> None:
    assert feeds([one()], SITE) == feeds([one()], SITE)
