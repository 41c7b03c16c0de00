"""The sample site in a real browser: every kind of page, at a desk and on a phone, under a portal and from a disk."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from lowcapdocs.workspace import Workspace
from tests.browser import engines
from tests.browser.axe import violations
from tests.browser.kinds import KINDS, PRINTED
from tests.browser.printing import A4, LANDSCAPE, printed
from tests.browser.validator import faults
from tests.browser.watching import Watch

every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_every_kind_of_page_serves_everybody(page: Page, watched: Watch, site_url: str, kind: str) -> None:
    """At a desk, on a phone, in the largest type and in high contrast, under a portal and the strictest policy."""
    page.goto(site_url + KINDS[kind])
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page) == []
    page.get_by_role("button", name="特大字号").click()
    page.get_by_role("button", name="高对比度").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page) == []

    assert watched.complaints == []
    assert {urlsplit(url)[:2] for url in watched.requests} == {urlsplit(site_url)[:2]}
    assert [url for url in watched.requests if "/zt/dsl/" not in url] == []


def test_what_a_search_finds_serves_everybody(page: Page, watched: Watch, site_url: str) -> None:
    page.goto(site_url + "search.html?q=集士港镇")
    page.locator(".search-result").first.wait_for()
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    page.get_by_role("button", name="高对比度").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert watched.complaints == []


@every_kind
def test_from_a_disk_nothing_is_missing(page: Page, watched: Watch, sample: Workspace, kind: str) -> None:
    page.goto((sample.site_folder / KINDS[kind]).as_uri())
    assert watched.complaints == []
    assert [url for url in watched.requests if not url.startswith(sample.site_folder.as_uri())] == []


@pytest.mark.parametrize("kind", PRINTED)
def test_a_page_prints_without_the_frame_and_in_full(page: Page, site_url: str, kind: str) -> None:
    page.goto(site_url + KINDS[kind])
    texts = page.locator("article").evaluate(
        "e => [...e.querySelectorAll('h1, h2, h3, h4, p, td, th[scope=row], figcaption, svg text')]"
        ".filter(x => x.checkVisibility() && !x.closest('nav, .hidden-label, #related')).map(x => x.textContent)"
    )
    sheets = printed(page)
    assert set(sheets.sizes) <= {A4, LANDSCAPE}
    assert [
        word for word in ("跳到正文", "高对比度", "筛选本表", "本文目录", "当前位置", "相关内容") if word in sheets.text
    ] == []
    assert {letter for text in texts for letter in text if not letter.isspace()} <= set(sheets.text)


def test_our_html_is_valid(sample: Workspace, tmp_path: Path) -> None:
    assert faults(sample.site_folder, tmp_path) == []


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_other_engines_make_the_same_pages(sample: Workspace, engine: str, tmp_path: Path) -> None:
    made = {path.relative_to(sample.site_folder) for path in sample.site_folder.rglob("*.html")}
    engines.copy(sample.root, tmp_path)
    site = engines.make(tmp_path, engine)
    assert {path.relative_to(site) for path in site.rglob("*.html")} == made
