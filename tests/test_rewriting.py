"""rewriting: several files replaced all together, taken back, and finished after a kill."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lowcapdocs import rewriting
from lowcapdocs.problems import PolicyError
from tests.builders import told

NEW = {"progress.csv": b"new returns", "ledger.csv": b"new firms"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "progress.csv").write_bytes(b"old returns")
    (tmp_path / "quotas.csv").write_bytes(b"quotas")
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


OLD = {"progress.csv": b"old returns", "quotas.csv": b"quotas"}
AFTER = {**OLD, **NEW}


def test_files_are_replaced_and_what_they_were_is_kept_with_a_note(folder: Path) -> None:
    done = rewriting.replace(folder, "data", NEW, "合并")
    kept = folder / "backup/0001"
    assert AFTER == held(folder)
    assert (1, "data/backup/0001", ("progress.csv", "ledger.csv")) == (done.number, done.place, done.files)
    assert {"note.json", "说明.txt"} == set(held(kept))
    assert {"progress.csv": b"old returns"} == held(kept / "old")
    assert "合并" in (kept / "说明.txt").read_text(encoding="utf-8-sig")


def test_undo_goes_back_one_run_after_the_other(folder: Path) -> None:
    rewriting.replace(folder, "data", NEW, "一")
    rewriting.replace(folder, "data", {"progress.csv": b"newest"}, "二")
    assert 2 == rewriting.undo(folder, "data").number
    assert AFTER == held(folder)
    assert 1 == rewriting.undo(folder, "data").number
    assert OLD == held(folder)
    with pytest.raises(PolicyError) as problem:
        rewriting.undo(folder, "data")
    assert ["undo-none data"] == told(problem.value.findings)


def test_a_file_that_was_changed_since_is_not_taken_back(folder: Path) -> None:
    rewriting.replace(folder, "data", NEW, "合并")
    (folder / "ledger.csv").write_bytes(b"a clerk's work")
    with pytest.raises(PolicyError) as problem:
        rewriting.undo(folder, "data")
    assert ["undo-changed data/ledger.csv"] == told(problem.value.findings)
    assert {**AFTER, "ledger.csv": b"a clerk's work"} == held(folder)


class Killed(BaseException):
    """The computer went off."""


def killed_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Die instead of the renaming number `step` (from 0), whichever of the two calls does it."""
    real = {"replace": os.replace, "rename": os.rename}
    count = iter(range(1000))

    def dying(name: str):  # type: ignore[no-untyped-def]
        def act(source: Path, target: Path) -> None:
            if next(count) == step:
                raise Killed
            real[name](source, target)

        return act

    for name in real:
        monkeypatch.setattr(f"lowcapdocs.rewriting.os.{name}", dying(name))


RENAMINGS = 5
"""Of a run over two files: the note, the backup, two files, the note again."""


@pytest.mark.parametrize("step", range(RENAMINGS))
def test_a_run_killed_at_any_renaming_is_undone_or_finished_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    with monkeypatch.context() as patch:
        killed_at(patch, step)
        with pytest.raises(Killed):
            rewriting.replace(folder, "data", NEW, "合并")
    begun = step > 1  # the backup stands in its place: from here on the run counts
    assert begun == rewriting.interrupted(folder)
    assert (["rewrite-mended data/backup/0001"] if begun else []) == told(rewriting.mend(folder, "data"))
    files = {name: data for name, data in held(folder).items() if not name.startswith(".")}
    assert (AFTER if begun else OLD) == files
    assert [] == rewriting.mend(folder, "data")


@pytest.mark.parametrize("step", range(1, 4))
def test_an_undo_killed_half_way_is_finished_by_the_next_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    rewriting.replace(folder, "data", {**NEW, "quotas.csv": b"more"}, "合并")
    with monkeypatch.context() as patch:
        killed_at(patch, step)
        with pytest.raises(Killed):
            rewriting.undo(folder, "data")
    rewriting.mend(folder, "data")
    files = {name: data for name, data in held(folder).items() if not name.startswith(".")}
    assert OLD == files


def test_a_run_that_nobody_killed_makes_as_many_renamings_as_the_tests_kill_it_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        killed_at(patch, RENAMINGS)
        rewriting.replace(folder, "data", NEW, "合并")
    assert AFTER == held(folder)
