"""Suggestions under the search field, by keyboard and by mouse, on any page."""

from __future__ import annotations

from urllib.parse import unquote

from playwright.sync_api import Page, Route, expect

from tests.browser.watching import Watch


def test_nothing_of_the_index_is_loaded_before_somebody_searches(page: Page, url: str) -> None:
    watch = Watch(page)
    page.goto(url + "guide.html")
    page.wait_for_load_state("networkidle")
    assert ["client.js", "search.css"] == sorted(
        each.rpartition("/")[2] for each in watch.requests if "/search/" in each
    )


def test_a_walk_with_the_keyboard(page: Page, url: str) -> None:
    page.goto(url + "haishu-2020/towns/t03.html")
    field = page.get_by_role("combobox", name="站内搜索")
    options = page.get_by_role("option")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.insert_text("集士港镇")
    expect(options.first).to_contain_text("集士港镇2021年任务")
    expect(field).to_have_attribute("aria-expanded", "true")
    count = options.count()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert options.first.get_attribute("id") == field.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowUp")
    assert None is field.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowUp")
    expect(options.nth(count - 1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(url + "haishu-2020/towns/t00.html")


def test_escape_closes_and_enter_goes_to_the_results(page: Page, url: str) -> None:
    page.goto(url + "haishu-2020/towns/t03.html")
    field = page.get_by_role("combobox", name="站内搜索")
    field.press_sequentially("shiqi")
    expect(page.get_by_role("option").first).to_contain_text("石碶街道2021年任务")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("shiqi")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert unquote(page.url) == url + "search.html?q=shiqi"


def test_what_is_typed_while_an_answer_is_under_way_is_answered_too(page: Page, url: str) -> None:
    held: list[Route] = []
    page.route("**/pinyin.js*", lambda route: held.append(route))
    page.goto(url + "guide.html")
    field = page.get_by_role("combobox", name="站内搜索")
    with page.expect_request("**/pinyin.js*"):
        field.press_sequentially("shi")
    field.press_sequentially("qi")
    held[0].continue_()
    expect(page.get_by_role("option").first).to_contain_text("石碶街道2021年任务")


def test_a_click_on_a_suggestion_leads_there(page: Page, url: str) -> None:
    page.goto(url + "guide.html")
    page.get_by_role("combobox", name="站内搜索").fill("VOCs")
    page.get_by_role("option").first.click()
    expect(page).to_have_url(url + "haishu-2021/tasks/1.html")


def test_a_script_in_a_title_is_suggested_as_text(page: Page, url: str) -> None:
    page.goto(url + "guide.html")
    page.get_by_role("combobox", name="站内搜索").fill("<script>")
    expect(page.get_by_role("option").first).to_contain_text("<script>alert(1)</script>")
    assert 0 == page.locator("[role=listbox] script").count()


def test_a_slash_in_the_field_is_a_slash(page: Page, url: str) -> None:
    page.goto(url + "guide.html")
    field = page.get_by_role("combobox", name="站内搜索")
    field.press_sequentially("低/散")
    expect(field).to_have_value("低/散")
    expect(page.get_by_role("option").first).to_contain_text("低/散乱企业整治")


def test_leaving_the_field_closes_the_list(page: Page, url: str) -> None:
    page.goto(url + "guide.html")
    page.get_by_role("combobox", name="站内搜索").fill("集士港")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.get_by_role("combobox", name="站内搜索").blur()
    expect(page.get_by_role("listbox")).to_be_hidden()
