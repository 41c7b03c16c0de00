"""On paper a page is its text alone, in full, on A4."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.printing import A4, LANDSCAPE, printed

CHROME = ("跳到正文", "搜索", "高对比度", "公开目录", "网站地图", "本页目录", "筛选本表", "上一页", "当前位置")


def test_the_frame_stays_on_the_screen(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "parts.html")
    sheets = printed(page)
    assert set(sheets.sizes) == {A4, LANDSCAPE}
    assert [word for word in CHROME if word in sheets.text] == []
    for word in ("样张", "468家", "关于整治提升的通知", "一、总体要求", "2020年3月31日", "抄送：乙局。", "主办单位"):
        assert word in sheets.text


def test_a_wide_table_is_printed_whole_on_a_sheet_of_its_own(page: Page, specimen_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(specimen_url + "parts.html")
    sheets = printed(page)
    assert sheets.sizes.count(LANDSCAPE) == 1
    text = sheets.text
    assert [n for n in range(1, 25) if f"{n}7" not in text] == []


def test_high_contrast_and_large_type_do_not_reach_the_paper(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "parts.html")
    plain = printed(page)
    page.get_by_role("button", name="高对比度").click()
    page.get_by_role("button", name="特大字号").click()
    assert printed(page) == plain


@pytest.mark.parametrize("kind", ["首页", "公开目录", "专项行动", "方案", "通知", "通报", "镇街", "进展", "公示公告"])
def test_no_sheet_has_the_foot_of_the_site_alone(page: Page, site_url: str, kind: str) -> None:
    page.goto(site_url + KINDS[kind])
    last = printed(page).texts[-1]
    assert "主办单位" in last
    assert last.index("主办单位") > 0


def test_the_title_of_a_chart_stays_with_its_picture(page: Page, site_url: str) -> None:
    page.goto(site_url + KINDS["专项行动"])
    titles = ["".join(each.split()) for each in page.locator("figure.chart figcaption").all_inner_texts()]
    ends = [text for text in printed(page).texts if text.endswith(tuple(titles))]
    assert (True, []) == (len(titles) > 2, ends)
