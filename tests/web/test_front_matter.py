from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import yaml

from lowcapdocs.web.front_matter import front_matter
from lowcapdocs.web.html_head import html_head
from lowcapdocs.web.page import Page
from tests.web.test_html_head import ARTICLE, NASTY, PAGE, SITE


def read(page: Page) -> dict[str, Any]:
    text = front_matter(page, SITE)
    start, block, rest = text.split("---\n") if text.count("---\n") == 2 else ("?", "", "")
    assert ("", "") == (start, rest)
    found = yaml.load(block, yaml.CSafeLoader)
    assert found == yaml.load(block, yaml.SafeLoader)
    return dict(found)


def test_the_list_of_contents_is_shown_only_where_the_page_wants_it() -> None:
    assert ["navigation", "toc"] == read(PAGE)["hide"]
    assert ["navigation"] == read(replace(PAGE, contents=True))["hide"]


def test_the_theme_gets_the_title_as_html() -> None:
    assert "&lt;b&gt;&amp;甲" == read(replace(PAGE, title="<b>&甲"))["title"]


def test_the_day_is_told_where_it_is_known() -> None:
    assert "2020-04-21" == read(replace(ARTICLE, published=datetime(2020, 4, 21, 9, 5)))["published"]
    assert "published" not in read(PAGE)


@pytest.mark.parametrize("text", NASTY)
def test_whatever_is_in_it_it_is_yaml_and_comes_out_as_it_went_in(text: str) -> None:
    page = replace(ARTICLE, title=f"甲{text}乙", summary=text, structured={"name": text})
    assert html_head(page, SITE) == read(page)["head"]
