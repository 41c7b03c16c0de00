"""Our own HTML is valid; what the theme's frame gets wrong is listed in theme_faults.yaml, no more and no less."""

from __future__ import annotations

from pathlib import Path

from tests.browser.validator import faults, known, listed


def test_every_part_is_valid(specimen_site: Path, tmp_path: Path) -> None:
    assert faults(specimen_site, tmp_path) == []


def test_what_is_said_of_the_theme_is_still_so(specimen_site: Path, tmp_path: Path) -> None:
    assert known(specimen_site, tmp_path) == listed()


def test_a_fault_of_ours_is_found(tmp_path: Path) -> None:
    page = '<!DOCTYPE html>\n<html lang="zh-CN"><head><title>甲</title></head><body><h1>甲</h1><p><div>乙</div></body></html>\n'
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(page, encoding="utf-8")
    assert {rule for _, rule, _, _ in faults(tmp_path / "site", tmp_path)} >= {"no-implicit-close"}
