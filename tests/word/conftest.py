"""The sample, read once, and one writer for all tests of Word."""

from __future__ import annotations

import pytest

from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.word.writer import Writer
from tests.word.trees import sample


@pytest.fixture(scope="session")
def writer() -> Writer:
    return Writer()


@pytest.fixture(scope="session")
def sample_trees() -> dict[str, Gongwen]:
    """Every document of the sample by its file."""
    return {file: tree for _, file, tree in sample()}


@pytest.fixture(scope="session")
def kinds() -> dict[str, Gongwen]:
    """The first document of every kind of the sample."""
    found: dict[str, Gongwen] = {}
    for kind, _, tree in sample():
        found.setdefault(kind, tree)
    return found
