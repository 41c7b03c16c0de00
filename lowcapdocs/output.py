"""Output that appears whole or not at all: built beside, checked for a clerk's edits, then renamed.

Each folder of output has a manifest.json that lists what we made, with its hash. A file whose hash
is not the manifest's was edited by someone and is never overwritten: it is kept under another name.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lowcapdocs.problems import Finding, PolicyError, Where, error, warning

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was made: its path in the folder, its bytes, and what the manifest says of it."""

    file: str
    data: bytes
    about: Mapping[str, str]


@dataclass(slots=True)
class Folder:
    """A folder of output at `path`. `name` is what messages call it."""

    path: Path
    name: str
    findings: list[Finding] = field(default_factory=list)

    # A full run

    def replace(self, files: Iterable[Made]) -> int:
        """Put `files` in place of everything made before; how many there are.

        Files of others stay, edited ones are kept under another name. Raises PolicyError (disk
        full, file open) with the folder as it was.
        """
        self._recover()
        staging = self._beside("staging")
        _remove(staging)
        try:
            staging.mkdir(parents=True)
            entries = []
            for made in files:
                entries.append(_write(staging, made))
            _write_manifest(staging, entries)
            self._carry_over(staging, {str(entry["file"]): str(entry["sha256"]) for entry in entries})
            self._refuse_open(self._listed())
            self._swap(staging)
        except (OSError, UnicodeEncodeError) as problem:
            raise self._failure(problem) from problem
        finally:
            _remove(staging)
        return len(entries)

    def _swap(self, staging: Path) -> None:
        aside = self._beside("old")
        _remove(aside)
        existed = self.path.exists()
        if existed:
            os.rename(self.path, aside)
        try:
            os.rename(staging, self.path)
        except OSError:
            if existed:
                os.rename(aside, self.path)
            raise
        _remove(aside)

    def _recover(self) -> None:
        """Take back the last good output if a killed run left it aside."""
        aside = self._beside("old")
        if aside.is_dir() and not self.path.exists():
            os.rename(aside, self.path)

    def _beside(self, word: str) -> Path:
        return self.path.parent / f".{self.path.name}.{word}"

    def _carry_over(self, staging: Path, new: Mapping[str, str]) -> None:
        """Copy what is not ours, and what was edited, from the old folder into the new one."""
        ours = self._hashes()
        for path in sorted(self.path.rglob("*")) if self.path.is_dir() else ():
            relative = path.relative_to(self.path).as_posix()
            if not path.is_file() or path.is_symlink() or relative == MANIFEST or _is_owner_file(path.name):
                continue
            digest = _digest(path.read_bytes())
            if ours.get(relative) == digest or new.get(relative) == digest:
                continue
            target = staging / relative
            if relative in new:
                target = _free_name(target)
                self._report_kept(relative, target.name)
            elif relative in ours:
                self._report_left(relative)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)

    # A partial run

    def update(self, files: Iterable[Made]) -> int:
        """Put `files` in place, touching nothing else; all of them or none. How many there are."""
        self._recover()
        staging = self._beside("staging")
        _remove(staging)
        try:
            staging.mkdir(parents=True)
            entries = [_write(staging, made) for made in files]
            names = [str(entry["file"]) for entry in entries]
            self._refuse_open(names)
            ours = self._hashes()
            for entry in entries:
                self._keep_edited(str(entry["file"]), str(entry["sha256"]), ours)
            merged = {str(old["file"]): old for old in self.entries()}
            merged |= {str(entry["file"]): entry for entry in entries}
            _write_manifest(staging, list(merged.values()))
            for name in (*names, MANIFEST):
                (self.path / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(staging / name, self.path / name)
        except (OSError, UnicodeEncodeError) as problem:
            raise self._failure(problem) from problem
        finally:
            _remove(staging)
        return len(entries)

    def _keep_edited(self, name: str, new: str, ours: Mapping[str, str]) -> None:
        path = self.path / name
        if path.is_file():
            digest = _digest(path.read_bytes())
            if digest not in (ours.get(name), new):
                kept = _free_name(path)
                shutil.copy2(path, kept)
                self._report_kept(name, kept.name)

    # The manifest

    def entries(self) -> list[dict[str, Any]]:
        """What the manifest lists; nothing if there is none that can be read."""
        try:
            listed = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))["files"]
        except (OSError, ValueError, KeyError, TypeError):
            return []
        return [entry for entry in listed if isinstance(entry, dict) and "file" in entry and "sha256" in entry]

    def edited(self, name: str) -> bool:
        """Whether the file `name` is there and is not as we made it."""
        path = self.path / name
        return path.is_file() and _digest(path.read_bytes()) != self._hashes().get(name)

    def _hashes(self) -> dict[str, str]:
        return {str(entry["file"]): str(entry["sha256"]) for entry in self.entries()}

    def _listed(self) -> list[str]:
        return list(self._hashes())

    # Messages

    def _report_kept(self, name: str, kept: str) -> None:
        message = f"有人改过这个文件，改动的那份另存为“{kept}”。"
        self.findings.append(warning("file-edited", Where(f"{self.name}/{name}"), message, "请核对后自行取舍。"))

    def _report_left(self, name: str) -> None:
        message = "有人改过这个文件，现在已不再生成，原样留着。"
        self.findings.append(warning("file-edited", Where(f"{self.name}/{name}"), message, "不要的话请自行删除。"))

    def _refuse_open(self, names: Iterable[str]) -> None:
        """Raise PolicyError for files that Word, WPS or LibreOffice has open (their owner files tell)."""
        opened = [name for name in names if any(map(Path.exists, _owner_files(self.path / name)))]
        if opened:
            raise PolicyError(
                error(
                    "file-open",
                    Where(f"{self.name}/{name}"),
                    "文件正在 Word 或 WPS 里打开，没有改动。",
                    "请关闭后重试。",
                )
                for name in opened
            )

    def _failure(self, problem: OSError | UnicodeEncodeError) -> PolicyError:
        where = Where(self.name)
        if isinstance(problem, UnicodeEncodeError):
            message, remedy = "文件名里有这台电脑写不出的字。", "请改文件名，或把系统区域设为 UTF-8。"
            return PolicyError([error("output-failed", where, message, remedy)])
        if isinstance(problem, PermissionError):
            message, remedy = (
                "写不进去：文件被占用或没有权限，原有文件没有改动。",
                "请关闭打开的 Word、WPS 或文件夹窗口后重试。",
            )
        elif problem.errno == 28:  # ENOSPC
            message, remedy = "磁盘空间不足，原有文件没有改动。", "请清理磁盘后重试。"
        else:
            message, remedy = f"写文件时出错：{problem.strerror}，原有文件没有改动。", "请检查磁盘和路径后重试。"
        return PolicyError([error("output-failed", where, message, remedy)])


def write_file(path: Path, data: bytes, name: str) -> None:
    """One file, whole or not at all. Raises PolicyError; what was there stays then."""
    folder = Folder(path.parent, name)
    folder._refuse_open([path.name])
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except (OSError, UnicodeEncodeError) as problem:
        temporary.unlink(missing_ok=True)
        raise folder._failure(problem) from problem


def _write(folder: Path, made: Made) -> dict[str, str]:
    path = folder / made.file
    try:
        path.write_bytes(made.data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.data)
    return {"file": made.file, **made.about, "sha256": _digest(made.data)}


def _write_manifest(folder: Path, entries: list[dict[str, Any]]) -> None:
    text = json.dumps({"files": entries}, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_bytes(text.encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _free_name(path: Path) -> Path:
    """A name beside `path` that is not taken: 工作要点（改动1）.docx."""
    number = 1
    while (free := path.with_name(f"{path.stem}（改动{number}）{path.suffix}")).exists():
        number += 1
    return free


def _owner_files(path: Path) -> list[Path]:
    """The files by which Word, WPS (~$) and LibreOffice (.~lock) mark `path` as open."""
    names = {f"~${path.name}", f"~${path.name[1:]}", f"~${path.name[2:]}", f".~lock.{path.name}#"}
    return [path.with_name(name) for name in sorted(names)]


def _is_owner_file(name: str) -> bool:
    return name.startswith(("~$", ".~lock."))


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
