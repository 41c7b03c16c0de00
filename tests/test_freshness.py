"""freshness: the site is made anew when something changed, and only then."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lowcapdocs import freshness


@pytest.fixture
def space(tmp_path: Path) -> Path:
    for name in ("data/campaign.yaml", "data/sub/list.csv", "mkdocs.yml", "site/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    freshness.remember(tmp_path / "stamp.json", made_from(tmp_path), tmp_path / "site")
    return tmp_path


def made_from(space: Path, *words: str) -> str:
    return freshness.inputs([space / "data", space / "mkdocs.yml", space / "none"], words)


def holds(space: Path, *words: str) -> bool:
    return freshness.holds(space / "stamp.json", made_from(space, *words), space / "site")


def test_unchanged_data_needs_nothing(space: Path) -> None:
    assert holds(space)
    (space / "data/~$list.csv").write_text("open in a program")
    (space / "data/.hidden").write_text("nobody's")
    os.utime(space / "data/campaign.yaml", (1, 1))
    assert holds(space)


CHANGES: dict[str, Callable[[Path], object]] = {
    "text": lambda space: (space / "data/campaign.yaml").write_text("2"),
    "new file": lambda space: (space / "data/new.csv").write_text(""),
    "renamed": lambda space: (space / "data/sub/list.csv").rename(space / "data/list.csv"),
    "settings": lambda space: (space / "mkdocs.yml").write_text("2"),
    "page of the site edited": lambda space: (space / "site/index.html").write_text("22"),
    "page of the site gone": lambda space: (space / "site/index.html").unlink(),
    "stamp gone": lambda space: (space / "stamp.json").unlink(),
    "stamp broken": lambda space: (space / "stamp.json").write_text("[1]"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_makes_it_anew(space: Path, change: str) -> None:
    CHANGES[change](space)
    assert not holds(space)


def test_another_engine_makes_it_anew(space: Path) -> None:
    assert not holds(space, "properdocs")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Unix has files that never end")
def test_what_is_no_file_is_not_read(space: Path) -> None:
    os.mkfifo(space / "data/pipe")  # whoever opened it would wait for ever
    assert holds(space)
