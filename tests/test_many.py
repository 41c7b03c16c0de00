"""Thousands of towns: made alike by one process and by several, told once."""

from __future__ import annotations

from pathlib import Path

from tests.workspaces import edit, findings, many, process, run, tree_of


def test_two_thousand_towns_are_made_alike_by_one_process_and_by_three(tmp_path: Path) -> None:
    assert (0, []) == (run(many(tmp_path, 2000), "word").code, findings(tmp_path))
    expected = tree_of(tmp_path / "build/word")
    assert (2003, True) == (len(expected), "test/通知/0001-第1镇.docx" in expected)
    assert 0 == process(tmp_path, "word", "--out", "另", "--jobs", "3").code
    assert expected == tree_of(tmp_path / "另")


def test_what_a_series_has_in_common_is_told_once(tmp_path: Path) -> None:
    many(tmp_path, 300)
    edit(tmp_path / "templates/notice.md.j2", "{{ document.consent }}，", "")
    ran = run(tmp_path, "check")
    assert ["consent-not-printed"] == ran.codes()
    assert "（另有299处相同）" in ran.out
