"""One small site with its search, in one Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from lowcapdocs.search import served as client
from lowcapdocs.search.index import build
from tests.browser.serving import served
from tests.search import sites

SYNONYMS = (("危化品", "危险化学品"), ("低/散乱", "低小散", "散乱污"), ("挥发性有机物", "VOCs"))
Find = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site on disk, with its search."""
    folder = tmp_path_factory.mktemp("site")
    pages = sites.small()
    for name, data in [*pages, *((f"search/{name}", data) for name, data in build(pages, SYNONYMS))]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def url(site: Path) -> Iterator[str]:
    """The small site, served below a path."""
    with served(site, "/zt/dsl/") as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader who has not been here before."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session", params=["http", "file"])
def find(request: pytest.FixtureRequest, chromium: Browser, site: Path, url: str) -> Find:
    """Look for a query in the site's index, by the client, on the site as served and as opened from a disk."""
    page = chromium.new_page()
    page.goto((url if request.param == "http" else site.as_uri() + "/") + "guide.html")

    def look(query: str, most: int = 10) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate(
            """async ([query, most]) => {
                const search = await lowcapdocsSearch.find(query);
                const results = await search.next(most);
                const addresses = results.map((each) => each.address);
                const titles = results.map((each) => each.title);
                const filtered = search.candidates().length;
                return { addresses, titles, filtered, also: search.also, ...search.count() };
            }""",
            [query, most],
        )
        return found

    return look


@pytest.fixture(scope="session")
def script(chromium: Browser) -> Iterator[Page]:
    """A page in which the functions of client/reader.js and client/marking.js can be called."""
    folder = Path(client.__file__).parent / "client"
    with served(folder) as address:
        page = chromium.new_page()
        page.goto(address + "search.css")
        for part in ("reader", "marking"):
            page.add_script_tag(url=f"{address}{part}.js")
        yield page
