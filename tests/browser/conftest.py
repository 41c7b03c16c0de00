"""One Chromium and one site for all tests of this room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import specimen
from tests.browser.engines import make
from tests.browser.serving import served
from tests.browser.watching import Watch


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader who has not been here before, at a desk."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def watched(page: Page) -> Watch:
    """What the browser complains of, and what it asks for, on `page`."""
    return Watch(page)


@pytest.fixture(scope="session")
def specimen_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made site, built."""
    return make(specimen.write(tmp_path_factory.mktemp("specimen")))


@pytest.fixture(scope="session")
def specimen_url(specimen_site: Path) -> Iterator[str]:
    """The hand-made site, served with a strict policy."""
    with served(specimen_site) as address:
        yield address
