"""`pytest --update-golden` rewrites the expected files of tests/cases; the diff is the review.

Two processes share the tests (`-n 2 --dist loadgroup`, see the Makefile).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.workspaces import run, small

hypothesis.settings.register_profile(  # of the one in force: on a CI machine its cases are always the same
    "untimed", hypothesis.settings(), deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)  # how long a case takes on a noisy machine says nothing
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected files of tests/cases")


SHARED = ("render", "inspect", "browser", "test_built")
"""Rooms and files whose tests share what is dear to make: they run in one process."""


@pytest.hookimpl(tryfirst=True)  # before xdist looks at the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for name in (item.path.parent.name, item.path.stem):
            if name in SHARED:
                item.add_marker(pytest.mark.xdist_group(name))


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    """The small workspace with its drafts."""
    assert 0 == run(small(tmp_path), "draft").code
    return tmp_path


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Callable[[Path, str], str]:
    """The text that a golden file holds; with --update-golden it is first set to the actual text."""

    def read(path: Path, actual: str) -> str:
        if request.config.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8")
        return path.read_text(encoding="utf-8")

    return read


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium: one for all rooms, since a process can drive but one."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()
