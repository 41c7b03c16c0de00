"""Head, columns and foot of every page: by keyboard, on a phone, in large type and high contrast, under a strict policy."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.axe import violations
from tests.browser.serving import served
from tests.browser.watching import Watch

PHONE: ViewportSize = {"width": 390, "height": 800}


def focused(page: Page) -> str:
    """The words of what has the focus."""
    return str(page.evaluate("(e => e.getAttribute('aria-label') || e.textContent.trim())(document.activeElement)"))


def tab(page: Page, times: int) -> list[str]:
    """What has the focus after each of so many presses of the tab key."""
    found = []
    for _ in range(times):
        page.keyboard.press("Tab")
        found.append(focused(page))
    return found


def test_the_first_stop_of_the_tab_key_leads_past_the_head(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "guide.html")
    assert tab(page, 1) == ["跳到正文"]
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_head_is_walked_in_the_order_it_is_read(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "parts.html")
    stops = tab(page, 15)
    assert stops[3:8] == ["搜索", "标准字号", "大字号", "特大字号", "高对比度"]
    assert stops[8:14] == ["首页", "公开目录", "公开指南", "开放数据", "网站地图", "搜索"]


def test_whatever_has_the_focus_shows_it(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "parts.html")
    for _ in range(25):
        page.keyboard.press("Tab")
        shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert shown == "solid", focused(page)


def test_a_search_by_keyboard_opens_the_results_page(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "parts.html")
    page.locator("#site-search-q").focus()
    page.keyboard.type("集士港镇")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert page.evaluate("new URL(location).searchParams.get('q')") == "集士港镇"


def test_the_columns_open_and_close_by_keyboard_on_a_phone(page: Page, specimen_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(specimen_url + "guide.html")
    columns, button = page.locator("#columns"), page.locator(".menu-button")
    assert not columns.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert columns.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    assert tab(page, 1) == ["首页"]
    page.keyboard.press("Escape")
    assert not columns.is_visible()
    assert focused(page) == "栏目"


def test_the_column_one_is_in_is_marked(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "data.html")
    assert page.locator("#columns [aria-current=page]").all_text_contents() == ["开放数据"]


def test_without_scripts_the_columns_are_there_and_no_dead_switch(chromium: Browser, specimen_url: str) -> None:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(specimen_url + "guide.html")
    assert page.locator("#columns").is_visible()
    assert not page.locator(".view-tools").is_visible()
    assert not page.locator(".menu-button").is_visible()
    context.close()


def test_large_type_is_kept_and_set_before_the_page_is_painted(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "parts.html")
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.lede')).fontSize)")
    page.get_by_role("button", name="特大字号").press("Enter")
    page.goto(specimen_url + "guide.html")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.lede')).fontSize)") >= 1.4 * before
    pressed = page.locator(".view-tools [aria-pressed=true]")
    assert [each.get_attribute("aria-label") for each in pressed.all()] == ["特大字号"]
    script = page.locator("head script[src$='settings.js']")
    assert script.evaluate("s => s.async || s.defer") is False


def test_high_contrast_is_kept_and_taken_back(page: Page, specimen_url: str) -> None:
    page.goto(specimen_url + "parts.html")
    page.get_by_role("button", name="高对比度").press("Enter")
    page.goto(specimen_url + "guide.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    page.get_by_role("button", name="高对比度").press("Enter")
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("view", ["as it is", "larger", "contrast"])
@pytest.mark.parametrize("name", ["index", "parts", "plain", "404"])
def test_every_part_is_accessible(page: Page, specimen_url: str, name: str, view: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    key, value = ("contrast", "high") if view == "contrast" else ("text", view)
    page.add_init_script(f"localStorage.setItem('lowcapdocs.{key}', '{value}')")
    page.goto(specimen_url + name + ".html")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_open_menu_of_a_phone_is_accessible(page: Page, specimen_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(specimen_url + "parts.html")
    page.get_by_role("button", name="栏目").click()
    assert violations(page) == []


def test_the_reader_s_wish_for_stillness_is_heeded(page: Page, specimen_url: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(specimen_url + "parts.html")
    moving = (
        "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length"
    )
    assert page.evaluate(moving) == 0


def test_the_strictest_policy_breaks_nothing(page: Page, watched: Watch, specimen_site: Path) -> None:
    with served(specimen_site, "/zt/dsl/") as address:
        page.goto(address + "parts.html")
        page.get_by_role("button", name="高对比度").click()
        page.get_by_role("button", name="数量（家）").click()
        assert [each for each in watched.complaints if "404" not in each] == []
        assert {url.split("/zt/dsl/")[0] for url in watched.requests} == {address.removesuffix("/zt/dsl/")}
        assert not [url for url in watched.requests if "javascripts" in url]
