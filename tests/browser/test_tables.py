"""Tables sort by number and by pinyin, filter as one types, and scroll by keyboard where they are too wide."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 800}

SCROLLED = """async region => {
    for (let frame = 0; frame < 600 && !region.scrollLeft; frame++) await new Promise(requestAnimationFrame)
    return region.scrollLeft
}"""
"""How far a region is scrolled as soon as it is at all, in pixels. A condition that Playwright asks again by itself
(wait_for_function) is code made from text, which the site's own CSP forbids from the second time on."""


@pytest.fixture
def table(page: Page, specimen_url: str) -> Locator:
    page.goto(specimen_url + "parts.html")
    return page.locator("table.sortable")


def names(table: Locator) -> list[str]:
    """The first cell of every row that is shown."""
    return [row.locator("th").inner_text() for row in table.locator("tbody tr").all() if row.is_visible()]


ORIGINAL = ["石碶街道", "集士港镇", "古林镇", "高桥镇", "洞桥镇", "横街镇", "章水镇", "合计"]


def test_numbers_sort_as_numbers_and_what_is_blank_comes_last(table: Locator) -> None:
    button = table.get_by_role("button", name="数量（家）")
    button.press("Enter")
    upward = ["洞桥镇", "章水镇", "集士港镇", "高桥镇", "横街镇", "石碶街道", "古林镇", "合计"]
    assert names(table) == upward
    button.press("Space")
    assert names(table) == ["石碶街道", "横街镇", "高桥镇", "集士港镇", "章水镇", "洞桥镇", "古林镇", "合计"]
    button.press("Enter")
    assert names(table) == ORIGINAL


def test_chinese_sorts_by_pinyin(table: Locator) -> None:
    table.get_by_role("button", name="镇街").click()
    assert names(table) == ["洞桥镇", "高桥镇", "古林镇", "横街镇", "集士港镇", "石碶街道", "章水镇", "合计"]


def test_how_it_is_sorted_is_told(page: Page, table: Locator) -> None:
    heads = table.locator("thead th")
    table.get_by_role("button", name="数量（家）").click()
    assert [head.get_attribute("aria-sort") for head in heads.all()] == ["none", "ascending", "none"]
    assert page.get_by_role("status").first.inner_text() == "已按“数量（家）”升序排列"
    table.get_by_role("button", name="镇街").click()
    assert [head.get_attribute("aria-sort") for head in heads.all()] == ["ascending", "none", "none"]


def test_the_filter_counts_as_one_types_and_hides_the_sum(page: Page, table: Locator) -> None:
    field, count = page.get_by_label("筛选本表"), page.locator(".table-tools output")
    assert count.inner_text() == "共7行"
    field.press_sequentially("桥镇")
    assert names(table) == ["高桥镇", "洞桥镇"]
    assert count.inner_text() == "2行，共7行"
    field.fill("１０.５ 高桥")  # full-width is the same
    assert names(table) == ["高桥镇"]
    field.fill("没有这样的")
    assert names(table) == []
    assert count.inner_text() == "0行，共7行"
    field.fill("")
    assert names(table) == ORIGINAL


def test_what_is_filtered_stays_sorted(page: Page, table: Locator) -> None:
    table.get_by_role("button", name="数量（家）").click()
    page.get_by_label("筛选本表").fill("桥")
    assert names(table) == ["洞桥镇", "高桥镇"]


def test_a_wide_table_scrolls_by_keyboard_and_has_a_name(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "parts.html")
    region = page.get_by_role("region", name="很宽的表（可左右滚动）")
    region.focus()
    page.keyboard.press("ArrowRight")
    assert region.evaluate(SCROLLED) > 0
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")


def test_a_table_that_fits_is_no_stop_of_the_tab_key(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "parts.html")
    wraps = page.locator(".table-wrap")
    assert [each.get_attribute("tabindex") for each in wraps.all()] == [None, "0", None, None]


def test_the_head_of_a_long_table_stays_in_sight(page: Page, specimen_url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 300})
    page.goto(specimen_url + "parts.html")
    page.locator("table.sortable tbody tr").nth(6).evaluate("row => row.scrollIntoView({block: 'end'})")
    assert page.locator("table.sortable thead th").first.bounding_box()["y"] >= 0  # type: ignore[index]


def test_on_a_phone_nothing_but_the_table_scrolls(page: Page, specimen_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(specimen_url + "parts.html")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_without_scripts_every_row_is_there(chromium: Browser, specimen_url: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(specimen_url + "parts.html")
    assert names(page.locator("table.sortable")) == ORIGINAL
    assert page.locator(".sort, .table-tools").count() == 0
    context.close()
