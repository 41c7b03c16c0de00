"""改写数据: our own CSV files of a campaign replaced all together, with a backup and a way back.

The one door for whoever writes into policy_data (returns merge; intake may use it as well). Each run
keeps a folder policy_data/<campaign>/backup/<number>/:

- old/ what the files were, new/ what they become (only while the run lasts), note.json for us and
  说明.txt for people; note.json says how far the run has come (`state`) and the hashes of both.

Order of a run: the whole folder is written and renamed into place (from here on the run counts),
then each file is replaced by renaming, then `state` becomes “done”. Killed before the first renaming,
nothing has happened; killed after it, `mend` (called by every later run) finds the state “replacing”
and finishes from new/. `undo` goes the same way back, from old/. A file that someone else has
changed meanwhile is never overwritten: both refuse and name it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lowcapdocs.output import failure
from lowcapdocs.problems import Finding, PolicyError, Where, error

BACKUP = "backup"
_NOTE = "note.json"
_WORDS = {"done": "已写入", "undone": "已撤销"}


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a run has done: the number of its backup, where that lies, the names of the files."""

    number: int
    place: str
    files: tuple[str, ...]


def replace(folder: Path, shown: str, files: Mapping[str, bytes], about: str) -> Rewritten:
    """Put `files` (by name) into the campaign at `folder`, all of them or none; `about` is kept as a note.

    `shown` is what messages call the folder. Raises PolicyError with everything as it was.
    """
    try:
        mend(folder, shown)
        number = max((number for number, _ in _backups(folder)), default=0) + 1
        place = folder / BACKUP / f"{number:04}"
        staging = place.with_name(f".{place.name}.new")
        shutil.rmtree(staging, ignore_errors=True)
        note: dict[str, Any] = {"state": "replacing", "about": about, "at": _now(), "files": {}}
        for name, data in files.items():
            path = folder / name
            old = path.read_bytes() if path.exists() else None
            if old is not None:
                _write(staging / "old" / name, old)
            _write(staging / "new" / name, data)
            note["files"][name] = {"old": _digest(old), "new": _digest(data)}
        _save(staging, note)
        os.rename(staging, place)
        _forward(folder, place, note, shown)
    except (OSError, UnicodeEncodeError) as problem:
        raise failure(problem, shown) from problem
    return Rewritten(number, f"{shown}/{BACKUP}/{place.name}", tuple(files))


def undo(folder: Path, shown: str) -> Rewritten:
    """Take back the newest run that is not undone.

    Raises PolicyError if there is none, or if a file is no longer as that run left it.
    """
    try:
        mend(folder, shown)
        done = [each for each in _backups(folder) if _load(each[1])["state"] == "done"]
        if not done:
            raise PolicyError([error("undo-none", Where(shown), "没有可以撤销的改写。", "备份在 backup 文件夹里。")])
        number, place = done[-1]
        note = _load(place)
        _refuse_changed(folder, note, shown, ("new",), place.name)
        for name in note["files"]:
            if (folder / name).exists():
                _write(place / "new" / name, (folder / name).read_bytes())
        _save(place, note | {"state": "undoing"})
        _back(folder, place, note)
    except (OSError, UnicodeEncodeError) as problem:
        raise failure(problem, shown) from problem
    return Rewritten(number, f"{shown}/{BACKUP}/{place.name}", tuple(note["files"]))


def mend(folder: Path, shown: str) -> list[Finding]:
    """Finish what a killed run began in `folder`; what was mended.

    Raises PolicyError if a file was changed since, and OSError.
    """
    for number, place in _backups(folder):
        note = _load(place)
        if note["state"] in _WORDS:
            continue
        _refuse_changed(folder, note, shown, ("old", "new"), place.name)
        if note["state"] == "replacing":
            _forward(folder, place, note, shown)
        else:
            _back(folder, place, note)
        message = f"上一次改写（备份{number:04}）中途断了，现已补做完。"
        return [Finding("rewrite-mended", "note", Where(f"{shown}/{BACKUP}/{place.name}"), message, "不必处理。")]
    return []


def interrupted(folder: Path) -> bool:
    """Whether a killed run waits in `folder` to be finished."""
    return any(_load(place)["state"] not in _WORDS for _, place in _backups(folder))


def _forward(folder: Path, place: Path, note: dict[str, Any], shown: str) -> None:
    for name in note["files"]:
        _put(place / "new" / name, folder / name)
    _save(place, note | {"state": "done"})
    shutil.rmtree(place / "new", ignore_errors=True)


def _back(folder: Path, place: Path, note: dict[str, Any]) -> None:
    for name, hashes in note["files"].items():
        if hashes["old"]:
            _put(place / "old" / name, folder / name)
        else:
            (folder / name).unlink(missing_ok=True)
    _save(place, note | {"state": "undone"})


def _refuse_changed(folder: Path, note: dict[str, Any], shown: str, allowed: tuple[str, ...], number: str) -> None:
    """Raise PolicyError for files that are as neither of `allowed` says."""
    found = []
    for name, hashes in note["files"].items():
        path = folder / name
        if _digest(path.read_bytes() if path.exists() else None) not in [hashes[each] for each in allowed]:
            message = f"这个文件在改写（备份{number}）之后又有人改过，没有动它。"
            remedy = f"请自行比较 {BACKUP}/{number} 里的文件后取舍。"
            found.append(error("undo-changed", Where(f"{shown}/{name}"), message, remedy))
    if found:
        raise PolicyError(found)


# Files


def _backups(folder: Path) -> list[tuple[int, Path]]:
    """The backups of `folder` that are whole, by number."""
    listed = (folder / BACKUP).iterdir() if (folder / BACKUP).is_dir() else ()
    return sorted((int(each.name), each) for each in listed if each.name.isdecimal() and (each / _NOTE).is_file())


def _load(place: Path) -> dict[str, Any]:
    note: dict[str, Any] = json.loads((place / _NOTE).read_text(encoding="utf-8"))
    return note


def _save(place: Path, note: dict[str, Any]) -> None:
    files = "、".join(note["files"])
    told = f"{note['at']} {note['about']}\r\n文件：{files}（{_WORDS.get(note['state'], '正在写')}）\r\nold 里是改写前的文件。\r\n"
    _write(place / "说明.txt", b"\xef\xbb\xbf" + told.encode())
    _write(place / f".{_NOTE}", json.dumps(note, ensure_ascii=False, indent=1).encode())
    os.replace(place / f".{_NOTE}", place / _NOTE)


def _put(source: Path, target: Path) -> None:
    """A copy of `source` in place of `target`, by renaming."""
    beside = target.with_name(f".{target.name}.tmp")
    _write(beside, source.read_bytes())
    os.replace(beside, target)


def _write(path: Path, data: bytes) -> None:
    """A file that is on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
