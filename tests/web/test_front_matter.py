from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import yaml

from lowcapdocs.model.site import Site
from lowcapdocs.web.front_matter import front_matter, json_ld
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


def read(page: Page, site: Site = SITE) -> dict[str, Any]:
    text = front_matter(page, site)
    start, block, rest = text.split("---\n") if text.count("---\n") == 2 else ("?", "", "")
    assert ("", "") == (start, rest)
    found = yaml.load(block, yaml.CSafeLoader)
    assert found == yaml.load(block, yaml.SafeLoader)
    return dict(found)


def meta(page: Page, site: Site = SITE) -> dict[str, str]:
    return dict(read(page, site)["page"]["meta"])


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


def test_the_list_of_contents_is_shown_only_where_the_page_wants_it() -> None:
    assert ["navigation", "toc"] == read(PAGE)["hide"]
    assert ["navigation"] == read(replace(PAGE, contents=True))["hide"]


def test_overrides_get_plain_text_and_the_theme_gets_html() -> None:
    found = read(replace(PAGE, title="<b>&甲", town="集士港镇", year="2020", campaign="测试"))
    assert "&lt;b&gt;&amp;甲" == found["title"]
    about = found["page"]
    assert ("<b>&甲", "专项行动", "集士港镇", "2020", "测试", "概述", "test/index.html") == tuple(
        about[name] for name in ("title", "kind", "town", "year", "campaign", "summary", "address")
    )


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
    found = read(page, replace(SITE, name=name))["page"]
    expected = found["title"]
    if name.isprintable():
        assert name == expected
    assert {expected} == {
        found["summary"],
        found["town"],
        *(content for key, content in found["meta"] if key in ("SiteName", "ArticleTitle", "ColumnName")),
    }
    assert expected == json.loads(found["jsonld"])["name"]
    assert set() == set(found["jsonld"]) & set("<>&\u2028\u2029")


def test_json_ld_is_still_the_same_json() -> None:
    value = {"@context": "https://schema.org", "name": "</script><!--&", "list": ["a", {"b": True}], "none": None}
    assert value == json.loads(json_ld(value))
    assert "</" not in json_ld(value)


def test_a_page_without_structured_data_has_none() -> None:
    assert "" == read(PAGE)["page"]["jsonld"]
