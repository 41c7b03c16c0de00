"""Output that appears whole or not at all: built beside, checked for a clerk's edits, then renamed.

Each folder of output has a manifest.json that lists what we made, with its hash. A file whose hash
is not the manifest's was edited by someone and is never overwritten: it is kept under another name.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lowcapdocs.problems import Finding, PolicyError, Where, error, reason, warning

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was made: its path in the folder, its bytes, and what the manifest says of it."""

    file: str
    data: bytes
    about: Mapping[str, str]


@dataclass(slots=True)
class Folder:
    """A folder of output at `path`. `name` is what messages call it.

    `edits_stay`: a file that someone edited keeps its name and place (a draft, which is made to be
    edited), and ours is put beside it; otherwise ours takes the place and theirs is put beside.
    """

    path: Path
    name: str
    edits_stay: bool = False
    findings: list[Finding] = field(default_factory=list)

    # A full run

    def replace(self, files: Iterable[Made]) -> int:
        """Put `files` in place of everything made before; how many there are.

        Files of others stay, edited ones are never lost (see `edits_stay`). Raises PolicyError (disk
        full, file open) with the folder as it was.
        """
        staging = self._beside("staging")
        try:
            self._prepare(staging)
            entries = []
            for made in files:
                entries.append(_write(staging, made))
            _write_manifest(staging, entries)
            self._carry_over(staging, {str(entry["file"]): str(entry["sha256"]) for entry in entries})
            self._refuse_open(self._listed())
            self._swap(staging)
        except (OSError, UnicodeEncodeError) as problem:
            raise failure(problem, self.name) from problem
        finally:
            _clear(staging)
        return len(entries)

    def _prepare(self, staging: Path) -> None:
        """An empty `staging`; what a killed run left aside is taken back, or away if it is not needed."""
        aside = self._beside("old")
        if aside.is_dir() and not self.path.exists():
            os.rename(aside, self.path)
        _remove(aside)
        _remove(staging)
        if self.path.exists() and not self.path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "", str(self.path))
        staging.mkdir(parents=True)

    def _swap(self, staging: Path) -> None:
        aside = self._beside("old")
        existed = self.path.exists()
        if existed:
            os.rename(self.path, aside)
        try:
            os.rename(staging, self.path)
        except OSError:
            if existed:
                os.rename(aside, self.path)
            raise
        _clear(aside)

    def _beside(self, word: str) -> Path:
        return self.path.parent / f".{self.path.name}.{word}"

    def _carry_over(self, staging: Path, new: Mapping[str, str]) -> None:
        """Copy what is not ours, and what was edited, from the old folder into the new one."""
        ours = self._hashes()
        for path in sorted(self.path.rglob("*")) if self.path.is_dir() else ():
            relative = path.relative_to(self.path).as_posix()
            link = path.is_symlink()
            if not (link or path.is_file()) or relative == MANIFEST or _is_owner_file(path.name):
                continue
            digest = "" if link else _digest(path.read_bytes())
            if not link and digest in (ours.get(relative), new.get(relative)):
                continue
            target = staging / relative
            if relative in new and self.edits_stay:
                beside = "" if ours.get(relative) == new[relative] else _free_name(path, target, word="新稿")
                if beside:
                    shutil.copy2(target, target.with_name(beside))
                self._report_stays(relative, beside)
                target.unlink()
            elif relative in new:
                target = target.with_name(_free_name(path, target))
                self._report_kept(relative, target.name)
            elif relative in ours:
                self._report_left(relative)
            _make_way(target)
            shutil.copy2(path, target, follow_symlinks=False)

    # A partial run

    def update(self, files: Iterable[Made]) -> int:
        """Put `files` in place, touching nothing else; all of them or none. How many there are."""
        staging = self._beside("staging")
        try:
            self._prepare(staging)
            entries = [_write(staging, made) for made in files]
            names = [str(entry["file"]) for entry in entries]
            self._refuse_open(names)
            for name in (*names, MANIFEST):
                _make_way(self.path / name)
            ours = self._hashes()
            for entry in entries:
                self._keep_edited(str(entry["file"]), str(entry["sha256"]), ours)
            merged = {str(old["file"]): old for old in self.entries()}
            merged |= {str(entry["file"]): entry for entry in entries}
            _write_manifest(staging, list(merged.values()))
            for name in (*names, MANIFEST):
                os.replace(staging / name, self.path / name)
        except (OSError, UnicodeEncodeError) as problem:
            raise failure(problem, self.name) from problem
        finally:
            _clear(staging)
        return len(entries)

    def _keep_edited(self, name: str, new: str, ours: Mapping[str, str]) -> None:
        path = self.path / name
        if path.is_file():
            digest = _digest(path.read_bytes())
            if digest not in (ours.get(name), new):
                kept = path.with_name(_free_name(path))
                shutil.copy2(path, kept)
                self._report_kept(name, kept.name)

    # The manifest

    def entries(self) -> list[dict[str, Any]]:
        """What the manifest lists; nothing if there is none that can be read."""
        try:
            listed = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))["files"]
        except (OSError, ValueError, KeyError, TypeError):
            return []
        if not isinstance(listed, list):
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

    def _report_stays(self, name: str, beside: str) -> None:
        message = "有人改过这份草稿，原样留着。"
        if beside:
            message = f"有人改过这份草稿，原样留着；数据或模板又变了，新稿另存为“{beside}”。"
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


def failure(problem: OSError | UnicodeEncodeError, name: str) -> PolicyError:
    """Why nothing could be written at `name`, in the words of an office."""
    if isinstance(problem, UnicodeEncodeError):
        message, remedy = "文件名里有这台电脑写不出的字", "请改文件名，或把系统区域设为 UTF-8。"
    elif isinstance(problem, PermissionError):
        message, remedy = "写不进去：文件被占用或没有权限", "请关闭打开的 Word、WPS 或文件夹窗口后重试。"
    else:
        usual = reason(problem), _REMEDIES.get(problem.errno or 0, "请检查磁盘和路径后重试。")
        message, remedy = _MEANT.get(problem.errno or 0, usual)
    return PolicyError([error("output-failed", Where(name), f"{message}，原有文件没有改动。", remedy)])


_IN_THE_WAY = "同名的文件和文件夹互相占位", "请把占位的文件或文件夹改名或移走。"
_ANOTHER = "另一个 lowcapdocs 可能正在写同一个文件夹", "请等它结束后重试。"
_MEANT = {  # what it means where we write, in folders that we have just made
    errno.ENOENT: _ANOTHER,
    errno.ENOTEMPTY: _ANOTHER,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
}
_REMEDIES = {
    errno.ENOSPC: "请清理磁盘后重试。",
    errno.EDQUOT: "请清理磁盘后重试。",
    errno.EFBIG: "请检查磁盘限额。",
    errno.EROFS: "请换一个可以写的文件夹。",
    errno.ENAMETOOLONG: "请缩短文件名，或换到路径更短的文件夹。",
}


def write_file(path: Path, data: bytes, name: str, *, ours: Callable[[bytes], bool] | None = None) -> list[Finding]:
    """One file, whole or not at all. Raises PolicyError; what was there stays then.

    With `ours`, a file that stands there and is not ours is kept beside under another name.
    """
    folder = Folder(path.parent, name)
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        folder._refuse_open([path.name])
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        if ours and path.is_file() and (old := path.read_bytes()) != data and not ours(old):
            kept = _free_name(path)
            shutil.copy2(path, path.with_name(kept))
            folder._report_kept(path.name, kept)
        os.replace(temporary, path)
        return folder.findings
    except (OSError, UnicodeEncodeError) as problem:
        raise failure(problem, name) from problem
    finally:
        _clear(temporary)


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


def _free_name(*paths: Path, word: str = "改动") -> str:
    """A name that nobody has beside any of `paths` (one name, several folders): 工作要点（改动1）.docx."""
    number = 1
    while any(os.path.lexists(path.with_name(_numbered(path, word, number))) for path in paths):
        number += 1
    return _numbered(paths[0], word, number)


def _numbered(path: Path, word: str, number: int) -> str:
    return f"{path.stem}（{word}{number}）{path.suffix}"


def _make_way(path: Path) -> None:
    """The folder that the file `path` lies in. Raises OSError where a folder has the file's name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(path))


def _owner_files(path: Path) -> list[Path]:
    """The files by which Word, WPS (~$) and LibreOffice (.~lock) mark `path` as open."""
    names = {f"~${path.name}", f"~${path.name[1:]}", f"~${path.name[2:]}", f".~lock.{path.name}#"}
    return [path.with_name(name) for name in sorted(names)]


def _is_owner_file(name: str) -> bool:
    return name.startswith(("~$", ".~lock."))


def _remove(path: Path) -> None:
    """Take away a folder with all in it, or a file."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _clear(path: Path) -> None:
    """As `_remove`; what cannot be removed now is left to the next run."""
    with contextlib.suppress(OSError, UnicodeEncodeError):
        _remove(path)
