"""Cases: a folder of tests/cases with a draft.md and the tree that it is, as readable text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lowcapdocs.draft.parse import parse
from tests.builders import dump

CASES = sorted((Path(__file__).parent / "cases").glob("*/draft.md"))


@pytest.mark.parametrize("draft", CASES, ids=lambda path: path.parent.name)
def test_a_draft_is_the_tree_that_its_case_shows(draft: Path, expected: Callable[[Path, str], str]) -> None:
    actual = dump(parse(draft.read_text(encoding="utf-8"), draft.parent.name))
    assert expected(draft.parent / "tree.txt", actual) == actual
