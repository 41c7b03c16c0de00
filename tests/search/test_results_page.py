"""The results page as readers use it: with a mouse, with the keyboard, by ear, on a phone, without scripts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served
from tests.browser.watching import Watch
from tests.search import sites, truth

PAGES = truth.texts(sites.small())


@pytest.fixture(params=["http", "file"])
def home(request: pytest.FixtureRequest, site: Path, url: str) -> str:
    """The address of the site, served and on a disk."""
    return url if request.param == "http" else site.as_uri() + "/"


def search(page: Page, home: str, query: str, more: str = "") -> None:
    page.goto(f"{home}search.html?q={quote(query)}{more}")
    expect(page.get_by_role("status")).to_contain_text("个页面")
    expect(page.locator(".search-more:disabled")).to_have_count(0)


def titles(page: Page) -> list[str]:
    return page.locator(".search-title").all_inner_texts()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_results_lead_to_their_pages_from_wherever_the_site_lies(page: Page, home: str) -> None:
    watch = Watch(page)
    search(page, home, "集士港镇")
    page.get_by_role("link", name="集士港镇2021年任务", exact=True).click()
    expect(page).to_have_url(f"{home}haishu-2021/towns/t00.html")
    assert [] == [each for each in watch.complaints if "404" not in each]
    assert [] == [each for each in watch.requests if not each.startswith(home) and "favicon" not in each]


def test_a_page_with_an_awkward_address_is_reached(page: Page, home: str) -> None:
    search(page, home, "附件1情况表")
    page.get_by_role("link", name="附件1情况表").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("附件1情况表")


def test_what_was_looked_for_is_marked_in_titles_and_excerpts(page: Page, home: str) -> None:
    search(page, home, "vocs治理")
    assert {"VOCs治理", "ＶＯＣｓ治理"} == ({*page.locator(".search-result mark").all_inner_texts()})


def test_the_number_is_announced(page: Page, home: str) -> None:
    search(page, home, "碶")
    count = len(truth.holding(PAGES, "碶"))
    status = page.get_by_role("status")
    expect(status).to_have_text(f"找到{count}个页面。")
    expect(status).to_have_attribute("aria-live", "polite")


def test_nothing_found_is_told(page: Page, home: str) -> None:
    page.goto(f"{home}search.html?q={quote('<b>查无此词')}")
    expect(page.get_by_role("status")).to_contain_text("没有找到含有“<b>查无此词”的页面")
    expect(page.locator(".search-filters")).to_be_hidden()


def test_words_that_mean_the_same_are_told(page: Page, home: str) -> None:
    search(page, home, "危化品")
    expect(page.locator(".search-also")).to_have_text("同时查找：危险化学品")


def test_some_of_the_words_are_told_as_such(page: Page, home: str) -> None:
    search(page, home, "生态环境分局")
    expect(page.get_by_role("status")).to_contain_text("没有完全一致的内容")


def test_twenty_at_a_time_until_all_are_shown_and_the_focus_goes_on(page: Page, home: str) -> None:
    search(page, home, "石碶")
    expected = truth.holding(PAGES, "石碶")
    more = page.get_by_role("button", name="更多结果")
    assert len(expected) > 40
    expect(page.locator(".search-result")).to_have_count(20)
    more.click()
    expect(page.locator(".search-result")).to_have_count(40)
    expect(page.locator(".search-title a").nth(20)).to_be_focused()
    more.click()
    expect(page.locator(".search-result")).to_have_count(len(expected))
    expect(more).to_be_hidden()
    links = page.locator(".search-title a").evaluate_all("links => links.map((link) => link.href)")
    assert expected == {link.removeprefix(home) for link in links}


def test_filters_by_kind_town_and_year_stay_in_the_address(page: Page, home: str) -> None:
    search(page, home, "集士港镇")
    page.get_by_label("类别").select_option("文件")
    expect(page.locator(".search-facts").first).to_contain_text("文件")
    page.get_by_label("年度").select_option("2020")
    page.get_by_label("镇街").select_option("集士港镇")
    expect(page.locator(".search-result")).to_have_count(1)
    assert ["关于下达集士港镇2020年度目标任务的通知"] == titles(page)
    assert {"q": ["集士港镇"], "kind": ["文件"], "year": ["2020"], "town": ["集士港镇"]} == asked(page)
    page.reload()
    expect(page.locator(".search-result")).to_have_count(1)
    assert "2020" == page.get_by_label("年度").input_value()
    page.get_by_label("年度").select_option("全部")
    expect(page.locator(".search-result")).to_have_count(2)


def test_a_filter_offers_what_there_is(page: Page, home: str) -> None:
    search(page, home, "只有标题")
    expect(page.locator(".search-filters")).to_be_hidden()
    search(page, home, "石碶街道")
    assert ["全部", "2021", "2020"] == page.get_by_label("年度").locator("option").all_inner_texts()


def test_the_back_button_leads_to_the_search_before(page: Page, home: str) -> None:
    search(page, home, "石碶街道")
    field = page.get_by_role("combobox", name="站内搜索")
    field.fill("古林镇")
    field.press("Enter")
    expect(page.locator(".search-title").first).to_have_text("古林镇2021年任务")
    assert {"q": ["古林镇"]} == asked(page)
    page.go_back()
    expect(page.locator(".search-title").first).to_have_text("石碶街道2021年任务")
    expect(field).to_have_value("石碶街道")


def test_an_empty_search_shows_the_plain_list_of_pages_again(page: Page, home: str) -> None:
    search(page, home, "石碶街道")
    field = page.get_by_role("combobox", name="站内搜索")
    field.fill(" ")
    field.press("Enter")
    expect(page.locator("#search-results")).to_have_text("政府信息公开指南")
    expect(page.locator(".search-more")).to_be_hidden()


def test_without_scripts_there_is_the_plain_list(chromium: Browser, home: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}search.html?q=x")
    expect(page.get_by_role("link", name="政府信息公开指南")).to_be_visible()
    context.close()


def test_markup_in_titles_texts_and_queries_is_shown_as_text(page: Page, home: str) -> None:
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    search(page, home, "<script>")
    expect(page.locator(".search-title").first).to_contain_text("<script>alert(1)</script>")
    search(page, home, "<img src=x onerror")
    expect(page.locator(".search-excerpt mark").first).to_have_text("<img src=x onerror")
    assert (0, []) == (page.locator("#search-results :is(script, img)").count(), opened)


def test_a_page_that_is_cut_off_says_so(page: Page, home: str) -> None:
    search(page, home, "方案末尾的独有词句")
    assert re.fullmatch("方案末尾的独有词句甲子乙丑。", page.locator(".search-excerpt").inner_text())
    search(page, home, "集士港镇")
    assert page.locator(".search-excerpt").first.inner_text().endswith("…")


def test_on_a_phone_nothing_is_wider_than_the_screen(chromium: Browser, home: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    search(page, home, "，")
    assert 390 >= page.evaluate("document.documentElement.scrollWidth")
    page.get_by_role("combobox", name="站内搜索").fill("通知")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(8)
    assert 390 >= page.evaluate("document.documentElement.scrollWidth")
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_results_filters_and_suggestions_are_accessible(chromium: Browser, url: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    search(page, url, "集士港镇")
    page.get_by_role("combobox", name="站内搜索").fill("石碶")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.add_script_tag(path=Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js")
    found = page.evaluate("axe.run().then((run) => run.violations.map((each) => [each.id, each.nodes[0].html]))")
    assert [] == found
    context.close()


@pytest.fixture
def broken(site: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site from which a test takes a file away."""
    shutil.copytree(site, tmp_path / "site")
    with served(tmp_path / "site") as address:
        yield tmp_path / "site", address


def test_a_missing_file_of_texts_is_told_and_the_rest_is_shown(page: Page, broken: tuple[Path, str]) -> None:
    site, home = broken
    first = next(path for path in sorted((site / "search" / "texts").iterdir()) if "t00.html" in path.read_text())
    first.unlink()
    page.goto(f"{home}search.html?q={quote('集士港镇')}")
    expect(page.get_by_role("alert")).to_contain_text(f"有1份检索数据没有读到（如search/texts/{first.name}）")
    expect(page.locator(".search-result").first).to_be_visible()
    assert "集士港镇2021年任务" not in titles(page)


@pytest.mark.parametrize("gone", ["manifest.js", "terms", "texts"])
def test_whatever_is_missing_the_reader_is_told(page: Page, broken: tuple[Path, str], gone: str) -> None:
    site, home = broken
    path = site / "search" / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    page.goto(f"{home}search.html?q={quote('集士港镇')}")
    expect(page.get_by_role("alert")).to_contain_text("检索数据没有读到")
    expect(page.get_by_role("status")).not_to_have_text("正在查找…")
