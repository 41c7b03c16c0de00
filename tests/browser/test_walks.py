"""Four people walk through the sample site: a citizen, a journalist, a clerk, and somebody who hears it read out."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

from playwright.sync_api import Page, expect

from lowcapdocs.workspace import Workspace
from tests.browser.watching import Watch

PHONE_WIDTH = 390


def rows(table: str) -> list[dict[str, str]]:
    """The lines of a CSV text as Excel reads it, by heading."""
    assert table.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))


def test_a_citizen_looks_for_the_own_town_on_a_phone(page: Page, watched: Watch, site_url: str) -> None:
    page.set_viewport_size({"width": PHONE_WIDTH, "height": 800})
    page.goto(site_url)
    page.locator("#site-search-q").fill("集士港镇")
    page.locator(".site-search").get_by_role("button", name="搜索").click()
    page.locator(".search-result").first.get_by_role("link", name="集士港镇").click()
    expect(page.locator("h1")).to_have_text("集士港镇")
    page.locator(".crumbs").get_by_role("link", name="镇街").click()
    expect(page.locator("h1")).to_have_text("镇街")
    page.get_by_label("筛选本表").fill("古林")
    page.locator("tbody tr:visible").get_by_role("link", name="古林镇").click()
    expect(page.locator("h1")).to_have_text("古林镇")
    assert watched.complaints == []


def test_a_journalist_checks_a_figure_and_takes_the_data(page: Page, site_url: str) -> None:
    page.goto(site_url + "haishu-2020/quotas.html")
    printed = {
        row.locator("th").inner_text(): row.locator("td").all_inner_texts()
        for row in page.locator("table.data tbody tr").all()
    }
    with page.expect_download() as waiting:
        page.locator(".files").get_by_role("link", name="CSV").click()
    table = rows(waiting.value.path().read_text(encoding="utf-8"))
    for town, cells in printed.items():
        assert [row["quota"] or "/" for row in table if row["town"] == town] == cells
    page.locator("thead").get_by_role("link").first.click()
    expect(page.locator(":target")).to_be_visible()


def test_a_clerk_reads_a_document_and_takes_the_word_file(page: Page, sample: Workspace, site_url: str) -> None:
    page.goto(site_url + "haishu-2020/documents/index.html")
    page.get_by_role("link", name="关于2020年9月淘汰落后产能及“低散乱”整治提升工作进展情况的通报").first.click()
    expect(page.locator("table.elements th").first).to_be_visible()
    page.get_by_role("navigation", name="本文目录").get_by_role("link").last.click()
    expect(page.locator(":target")).to_be_in_viewport()
    with page.expect_download() as waiting:
        page.locator(".files").get_by_role("link", name="Word").click()
    assert waiting.value.path().read_bytes()[:2] == b"PK"


def test_who_hears_the_page_finds_the_way_by_landmarks_and_headings(page: Page, site_url: str) -> None:
    page.goto(site_url + "haishu-2020/towns/jishigang.html")
    for name in ("网站栏目", "当前位置", "专项行动栏目"):
        expect(page.get_by_role("navigation", name=name)).to_be_visible()
    expect(page.get_by_role("search", name="站内搜索")).to_be_visible()
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_have_count(1)
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["集士港镇"]
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(e => Number(e.tagName[1]))")
    assert [two - one for one, two in pairwise(levels) if two - one > 1] == []
    expect(page.get_by_role("img", name="完成率").first).to_be_visible()
    expect(page.get_by_role("progressbar", name="66.7").first).to_be_attached()
    assert [name for name in page.locator("table").evaluate_all(
        "all => all.map(e => e.caption ? e.caption.textContent : e.getAttribute('aria-label'))") if not name] == []  # fmt: skip
