"""`pytest --update-golden` rewrites the expected files of tests/cases; the diff is the review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected files of tests/cases")


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Callable[[Path, str], str]:
    """The text that a golden file holds; with --update-golden it is first set to the actual text."""

    def read(path: Path, actual: str) -> str:
        if request.config.getoption("--update-golden"):
            path.write_text(actual, encoding="utf-8")
        return path.read_text(encoding="utf-8")

    return read
