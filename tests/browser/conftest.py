"""One Chromium and one site for all tests of this room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from lowcapdocs import publishing
from lowcapdocs.workspace import Workspace, create
from tests.browser import engines, specimen
from tests.browser.serving import served
from tests.browser.watching import Watch


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader who has not been here before, at a desk."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN", reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def watched(page: Page) -> Watch:
    """What the browser complains of, and what it asks for, on `page`."""
    return Watch(page)


@pytest.fixture(scope="session", params=engines.ENGINES)
def engine_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made site as each engine builds it."""
    return engines.make(specimen.write(tmp_path_factory.mktemp(request.param)), request.param)


@pytest.fixture(scope="session")
def specimen_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made site, built."""
    return engines.make(specimen.write(tmp_path_factory.mktemp("specimen")))


@pytest.fixture(scope="session")
def specimen_url(specimen_site: Path) -> Iterator[str]:
    """The hand-made site, served with a strict policy."""
    with served(specimen_site) as address:
        yield address


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The sample workspace with its site, made as a clerk makes it; nothing stands in its way."""
    space = Workspace(tmp_path_factory.mktemp("sample") / "space")
    create(space.root)
    told = publishing.build(space)
    assert [str(each) for each in told.findings if each.level == "error"] == []
    return space


@pytest.fixture(scope="session")
def site_url(sample: Workspace) -> Iterator[str]:
    """The sample's site below a sub-path of a portal, served with a strict policy."""
    with served(sample.site_folder, "/zt/dsl/") as address:
        yield address
