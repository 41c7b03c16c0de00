"""synonyms.yaml: groups of words that mean the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.problems import PolicyError
from lowcapdocs.sources import synonyms
from tests.builders import REPOSITORY


def test_the_sample_has_words_of_the_field() -> None:
    assert ("危化品", "危险化学品") in synonyms.load(REPOSITORY / "policy_data")


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert () == synonyms.load(tmp_path)


@pytest.mark.parametrize("text", ["危化品", "- 危化品", "- [危化品]", "- [危化品, 危化品]", "- [a, [b]]", "a: b"])
def test_what_is_no_group_is_told_by_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "synonyms.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError) as problem:
        synonyms.load(tmp_path)
    assert [("value-form", 1)] == [(each.code, each.where.row) for each in problem.value.findings]
