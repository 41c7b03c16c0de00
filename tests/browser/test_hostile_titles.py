"""Titles come from data: whatever one of them says, it is text wherever a page prints it, and runs nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from lowcapdocs.web.markup import guard
from tests.browser import specimen
from tests.browser.watching import Watch


def collapsed(text: str) -> str:
    """`text` with its white space as HTML has it."""
    return re.sub(r"[ \t\n]+", " ", text).strip()


@pytest.mark.parametrize("name", specimen.PLANTED)
def test_a_title_is_text_everywhere(engine_site: Path, page: Page, watched: Watch, name: str) -> None:
    title = guard(specimen.PLANTED[name])
    page.goto((engine_site / f"{name}.html").as_uri())

    assert page.evaluate("window.harm") is None
    assert [each for each in watched.complaints if "search" not in each and "ERR_FILE_NOT_FOUND" not in each] == []
    assert page.evaluate("document.querySelector('title').textContent") == f"{title} - {specimen.NAME}"
    assert collapsed(page.evaluate("document.querySelector('h1').textContent")) == collapsed(title)
    headings = page.locator(".contents a").all_text_contents()
    assert [collapsed(each) for each in headings] == [collapsed(title)] * 2
    for meta in ("ArticleTitle", "description", "page-town"):
        assert page.locator(f"meta[name='{meta}']").get_attribute("content") == title
    assert json.loads(page.locator("script[type='application/ld+json']").text_content() or "")["name"] == title


@pytest.mark.parametrize("name", specimen.PLANTED)
def test_a_title_leaves_no_element_of_its_own(engine_site: Path, page: Page, name: str) -> None:
    page.goto((engine_site / f"{name}.html").as_uri())
    inline = page.evaluate("[...document.scripts].filter(s => !s.src && s.type !== 'application/ld+json').length")
    assert inline == 0
    assert (
        page.locator("[onerror], [style], article img, article a[href^=javascript], article em, article code").count()
        == 0
    )


def test_a_page_written_by_hand_needs_nothing_said_of_it(engine_site: Path, page: Page) -> None:
    page.goto((engine_site / "plain.html").as_uri())
    assert page.title() == f"手写的页面 & 粗 - {specimen.NAME}"
    assert page.locator("h1").inner_text() == "手写的页面 & 粗"
