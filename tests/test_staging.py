"""staging: a folder that is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.problems import PolicyError
from lowcapdocs.staging import addresses, put, replaced


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        put(path, name, text.encode())
    return path


def _break_off(path: Path) -> None:
    with replaced(path, "site") as fresh:
        assert [] == addresses(fresh)
        put(fresh, "new", b"2")
        raise KeyboardInterrupt


def test_a_new_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", old="1")
    with replaced(site, "site") as fresh:
        put(fresh, "镇街/甲.html", b"2")
        assert ["old"] == addresses(site)
    assert (["镇街/甲.html"], ["site"]) == (addresses(site), [path.name for path in tmp_path.iterdir()])


def test_what_goes_wrong_inside_leaves_the_old_as_it_was(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", old="1")
    with pytest.raises(KeyboardInterrupt):
        _break_off(site)
    assert (["old"], ["site"]) == (addresses(site), [path.name for path in tmp_path.iterdir()])


def test_what_a_killed_run_left_is_taken_back(tmp_path: Path) -> None:
    folder(tmp_path / ".site.old", old="1")
    folder(tmp_path / ".site.staging", half="2")
    with pytest.raises(KeyboardInterrupt):
        _break_off(tmp_path / "site")
    assert (["old"], ["site"]) == (addresses(tmp_path / "site"), [path.name for path in tmp_path.iterdir()])


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    folder(tmp_path, file="in the way")
    with pytest.raises(PolicyError) as problem, replaced(tmp_path / "file" / "site", "build/site"):
        pass
    assert ["output-failed"] == [each.code for each in problem.value.findings]


@pytest.mark.parametrize("address", ["../out", "/out", "a/../../out", "", "a\\..\\out"])
def test_nothing_is_written_outside(tmp_path: Path, address: str) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(OSError, match="22"):
        put(tmp_path / "site", address, b"")
    assert ["site"] == [path.name for path in tmp_path.iterdir()]
