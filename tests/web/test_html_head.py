from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest
from lxml import html

from lowcapdocs.model.site import Site
from lowcapdocs.web.html_head import html_head, json_ld
from lowcapdocs.web.page import Page
from tests.builders import HOSTILE

SITE = Site(name="测试网", url="https://a.gov.cn/zt/", domain="a.gov.cn", id_code="3302030001")
PAGE = Page(
    address="test/index.html", title="测试要点", kind="专项行动", body="", summary="概述", column="概况", is_column=True
)
ARTICLE = replace(
    PAGE, address="test/documents/notice.html", title="关于甲的通知", kind="文件", column="文件", is_column=False,
    is_article=True, published=datetime(2020, 4, 21, 9, 5), source="某局", author="某局", keywords=("甲", "乙"),
)  # fmt: skip
NASTY = (
    *HOSTILE,
    "</script>",
    "<!--",
    "甲: 乙",
    "- 甲",
    "'",
    '"',
    "\u2028甲",
    "𠮷",
    "😀",
    "\x85甲",
    "\u202e甲",
    "甲\n---\n乙",
    "!!python/object:x",
    "&a *a",
    "2020-06-01",
    "no",
)


def read(page: Page, site: Site = SITE) -> html.HtmlElement:
    return html.document_fromstring(f"<html><head>{html_head(page, site)}</head><body></body></html>").head


def meta(page: Page, site: Site = SITE) -> dict[str, str]:
    """What the guideline asks for, by name; each stands once."""
    names = Counter(each.get("name") for each in read(page, site).iter("meta"))
    assert {1} == set(names.values())
    return {name: text for name, text in all_meta(page, site).items() if name[0].isupper()}


def all_meta(page: Page, site: Site = SITE) -> dict[str, str]:
    return {each.get("name"): each.get("content") for each in read(page, site).iter("meta")}


def linked(page: Page, site: Site = SITE) -> list[str]:
    return read(page, site).xpath("script[@type='application/ld+json']/text()")


def test_the_first_page_of_a_column_has_the_names_of_the_guideline() -> None:
    assert {
        "SiteName": "测试网",
        "SiteDomain": "a.gov.cn",
        "SiteIDCode": "3302030001",
        "ColumnName": "概况",
        "ColumnDescription": "概述",
        "ColumnKeywords": "甲,乙",
        "ColumnType": "工作动态",
    } == meta(replace(PAGE, keywords=("甲", "乙")))


def test_an_article_has_those_of_articles_and_the_column_that_it_is_in() -> None:
    assert {
        "SiteName": "测试网",
        "SiteDomain": "a.gov.cn",
        "SiteIDCode": "3302030001",
        "ColumnName": "文件",
        "ColumnType": "政策文件",
        "ArticleTitle": "关于甲的通知",
        "PubDate": "2020-04-21 09:05",
        "ContentSource": "某局",
        "Keywords": "甲,乙",
        "Author": "某局",
        "Description": "概述",
        "Url": "https://a.gov.cn/zt/test/documents/notice.html",
    } == meta(ARTICLE)


def test_what_is_not_known_or_configured_is_left_out() -> None:
    bare = replace(ARTICLE, published=None, source="", author="", keywords=(), summary="")
    assert {"SiteName", "ColumnName", "ColumnType", "ArticleTitle"} == set(meta(bare, Site(name="测试网")))


def test_search_and_map_belong_to_no_type_of_column() -> None:
    assert "ColumnType" not in meta(replace(PAGE, kind="搜索"))


def test_the_title_of_a_page_names_the_site_and_that_of_the_first_page_is_the_site() -> None:
    assert "测试要点 - 测试网" == read(PAGE).findtext("title")
    assert "测试网" == read(replace(PAGE, address="index.html")).findtext("title")


def test_search_is_told_what_the_page_is() -> None:
    page = replace(PAGE, town="集士港镇", year="2020", campaign="测试")
    told = {name: text for name, text in all_meta(page).items() if not name[0].isupper()}
    assert {
        "description": "概述",
        "page-kind": "专项行动",
        "page-town": "集士港镇",
        "page-year": "2020",
        "page-campaign": "测试",
    } == told


@pytest.mark.parametrize("text", NASTY)
def test_hostile_texts_are_texts(text: str) -> None:
    name = f"甲{text}乙"
    page = replace(
        ARTICLE,
        title=name,
        summary=name,
        keywords=(name,),
        column=name,
        town=name,
        source=name,
        structured={"name": name},
    )
    site = replace(SITE, name=name)
    found = all_meta(page, site)
    expected = found["ArticleTitle"]
    if name.isprintable():
        assert name == expected
    assert {expected} == {found[each] for each in ("SiteName", "ColumnName", "Keywords", "description", "page-town")}
    assert f"{expected} - {expected}" == read(page, site).findtext("title")
    (held,) = linked(page, site)
    assert expected == json.loads(held)["name"]
    assert set() == set(held) & set("<>&\u2028\u2029")
    assert {"title", "meta", "script"} == {each.tag for each in read(page, site)}


def test_json_ld_is_still_the_same_json() -> None:
    value = {"@context": "https://schema.org", "name": "</script><!--&", "list": ["a", {"b": True}], "none": None}
    assert value == json.loads(json_ld(value))
    assert "</" not in json_ld(value)


def test_a_page_without_structured_data_has_none() -> None:
    assert [] == linked(PAGE)
