"""公开目录, 公开指南 and 开放数据, as bodies of pages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from lowcapdocs.model.site import Site
from lowcapdocs.web.markup import Templates
from lowcapdocs.web.open_data import datasets, files
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import catalogue, guide, open_data
from lowcapdocs.web.pages.catalogue import ROWS
from tests.builders import HOSTILE, TEMPLATES
from tests.web.opened import opened, record, reported

MADE = Templates([TEMPLATES])
BARE = Site(name="测试网")
PUBLIC = opened(reported())
LISTED = datasets([PUBLIC], [record()])
SIZES = {asset.address: len(asset.data) for asset in files(LISTED, BARE)}


def texts(page: Page, tag: str) -> list[str]:
    """The text of each `tag` of the body, without what is marked up in it."""
    return [
        re.sub(r"<[^>]*>", "", found) for found in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", page.body, re.DOTALL)
    ]


def hrefs(page: Page) -> list[str]:
    return re.findall(r'href="([^"]*)"', page.body)


# 公开目录


def test_the_catalogue_has_what_the_regulation_asks_for() -> None:
    listed = record(index_number="A1", summary="概述", dated=date(2020, 4, 20), disclosure="主动公开")
    (page,) = catalogue.pages([listed], BARE, MADE)
    assert ["索引号", "名称", "内容概述", "生成日期", "公开方式"] == texts(page, "th")[:5]
    assert ["A1"] == texts(page, "th")[5:]
    assert ["关于甲的通知", "概述", "2020年4月20日", "主动公开"] == texts(page, "td")
    assert "test/documents/notice.html" in hrefs(page)


def test_columns_that_say_nothing_of_any_document_are_left_out() -> None:
    (page,) = catalogue.pages([record()], BARE, MADE)
    assert ["名称", "生成日期", "公开方式", "关于甲的通知"] == texts(page, "th")


def test_campaigns_are_told_where_there_are_several() -> None:
    (page,) = catalogue.pages([record(), record(campaign="other", campaign_name="其他要点")], BARE, MADE)
    assert "专项行动" in texts(page, "th")
    assert "其他要点" in texts(page, "td")


def test_a_catalogue_without_documents_says_so() -> None:
    (page,) = catalogue.pages([], BARE, MADE)
    assert "目前没有公开的文件。" in page.body
    assert "<table" not in page.body


def test_thousands_of_documents_fill_several_pages_that_lead_to_each_other() -> None:
    start = datetime(2020, 1, 1)
    listed = [
        record(f"第{place}号", key=str(place), published=start + timedelta(hours=place))
        for place in range(2 * ROWS + 1)
    ]
    first, second, third = catalogue.pages(listed, BARE, MADE)
    assert ["catalogue.html", "catalogue-2.html", "catalogue-3.html"] == [first.address, second.address, third.address]
    assert "catalogue-2.html" in hrefs(first)
    assert {"catalogue.html", "catalogue-3.html"} <= set(hrefs(second))
    named = [text for page in (first, second, third) for text in texts(page, "a") if text.endswith("号")]
    assert [f"第{place}号" for place in range(2 * ROWS, -1, -1)] == named


# 公开指南


def test_the_guide_tells_of_the_office_only_what_is_configured() -> None:
    assert "公开工作机构" not in guide.page([PUBLIC], BARE, MADE).body
    site = replace(BARE, organizer="某区人民政府", contacts={"电话": "12345", "办公时间": "工作日"}, sample="电话")
    page = guide.page([PUBLIC], site, MADE)
    assert ["某区人民政府", "12345", "工作日"] == texts(page, "td")
    assert "示例：电话为示例，不是真实信息。" in page.body


def test_the_guide_leads_to_all_ways_of_finding_something() -> None:
    expected = {
        "catalogue.html",
        "search.html",
        "data.html",
        "map.html",
        "feed.atom.xml",
        "feed.rss.xml",
        "test/index.html",
    }
    assert expected <= set(hrefs(guide.page([PUBLIC], BARE, MADE)))


def test_the_offices_own_words_stand_at_the_end_as_they_are() -> None:
    assert guide.page([PUBLIC], BARE, MADE, "## 其他\n\n**文字**\n").body.endswith("\n\n## 其他\n\n**文字**\n")


# 开放数据


def test_every_file_is_listed_with_its_size_and_every_field_explained() -> None:
    page = open_data.page(LISTED, BARE, MADE, SIZES)
    assert set(SIZES) <= set(hrefs(page))
    assert {field.name for table in LISTED[0].tables for field in table.kind.fields} <= set(texts(page, "th"))
    assert f"CSV，{SIZES['data/test/towns.csv']} B" in texts(page, "a")


def test_a_file_that_is_not_there_is_not_led_to() -> None:
    page = open_data.page(LISTED, BARE, MADE, {})
    assert [] == [href for href in hrefs(page) if href.startswith("data/test/")]


def test_the_citation_says_whose_data_it_is_and_as_of_when() -> None:
    site = replace(BARE, url="https://a.gov.cn/zt/")
    body = open_data.page(LISTED, site, MADE, SIZES).body
    assert (
        "引用格式：《测试要点》公开数据，海曙区工强办，数据截至2020年5月31日，https://a.gov.cn/zt/data.html。" in body
    )


def test_terms_of_use_are_those_of_the_office() -> None:
    licensed = replace(BARE, licence="注明来源即可使用", licence_url="https://a.gov.cn/licence")
    page = open_data.page(LISTED, licensed, MADE, SIZES)
    assert "注明来源即可使用" in page.body
    assert "https://a.gov.cn/licence" in hrefs(page)
    assert "主办单位还没有写明使用条件" in open_data.page(LISTED, BARE, MADE, SIZES).body


def test_without_data_the_page_says_so() -> None:
    assert "目前没有公开的数据。" in open_data.page((), BARE, MADE, {}).body


@pytest.mark.parametrize("text", [*HOSTILE, "</script>", "\u202e甲", "甲\x07", "\u2028"])
def test_hostile_names_stay_text_on_all_three(text: str) -> None:
    name = f"甲{text}乙"
    site = Site(name=name, organizer=name, licence=name, contacts={name: name}, sample=name)
    public = opened(reported(name=name, short_name=name))
    listed = datasets([public], [record(name, summary=name, index_number=name, campaign_name=name)])
    calm = Site(name="甲", organizer="甲", licence="甲", contacts={"甲": "甲"}, sample="甲")
    ordinary = opened(reported(name="甲", short_name="甲"))
    expected = datasets([ordinary], [record("甲", summary="甲", index_number="甲", campaign_name="甲")])
    for made, plain in (
        (
            list(catalogue.pages([record(name, summary=name)], site, MADE)),
            list(catalogue.pages([record("甲", summary="甲")], calm, MADE)),
        ),
        ([guide.page([public], site, MADE)], [guide.page([ordinary], calm, MADE)]),
        ([open_data.page(listed, site, MADE, SIZES)], [open_data.page(expected, calm, MADE, SIZES)]),
    ):
        assert [re.findall(r"</?[a-z0-9]+", page.body) for page in plain] == [
            re.findall(r"</?[a-z0-9]+", page.body) for page in made
        ]
