"""sources.allowed: what may pass the leak scan is read with its reason, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.problems import PolicyError
from lowcapdocs.sources import allowed


def written(folder: Path, text: str) -> Path:
    (folder / "allowed.yaml").write_text(text, encoding="utf-8")
    return folder


def test_each_line_has_text_place_and_reason(tmp_path: Path) -> None:
    [line] = allowed.load(written(tmp_path, "- text: 征求意见稿\n  where: a/*.html\n  reason: 公开征求意见\n"))
    assert ("征求意见稿", "a/*.html", "公开征求意见") == (line.text, line.at, line.reason)
    assert line.where.row == 1


def test_nothing_is_allowed_where_nothing_is_said(tmp_path: Path) -> None:
    assert () == allowed.load(tmp_path)
    assert () == allowed.load(written(tmp_path, "[]\n"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- text: 甲\n  where: a\n", "value-missing"),
        ("- text: 甲\n  where: a\n  reason: ''\n", "value-missing"),
        ("- where: a\n  reason: 乙\n", "value-missing"),
        ("- text: 甲\n  reason: 乙\n", "value-missing"),
        ("- 甲\n", "value-form"),
        ("text: 甲\n", "value-form"),
        ("- text: 甲\n  where: a\n  reason: 乙\n  until: 丙\n", "column-unknown"),
    ],
)
def test_a_line_that_lacks_anything_is_an_error(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(PolicyError) as caught:
        allowed.load(written(tmp_path, text))
    assert [code] == [each.code for each in caught.value.findings]
