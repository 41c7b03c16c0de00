"""A folder that is made anew beside the one that it replaces, and takes its place only when it is whole.

For folders that are ours alone (the pages and the finished site). Folders that clerks edit in are in `output`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from lowcapdocs.output import failure

_ROOM = 64 * 1024
"""Bytes left on a disk that is as good as full."""


@contextmanager
def replaced(path: Path, name: str) -> Iterator[Path]:
    """An empty folder to write in; if nothing goes wrong inside, it takes the place of `path`.

    `name` is what messages call it. Raises PolicyError where it cannot be written; what stood at
    `path` stands there still then, and whenever anything else is raised inside.
    """
    fresh, aside = _beside(path)
    try:
        settle(path, name)
        fresh.mkdir(parents=True)
        yield fresh
        existed = path.exists()
        if existed:
            os.rename(path, aside)
        try:
            os.rename(fresh, path)
        except OSError:
            if existed:
                os.rename(aside, path)
            raise
    except OSError as problem:
        raise failure(problem, name) from problem
    finally:
        for left in (fresh, aside):
            with contextlib.suppress(OSError):
                shutil.rmtree(left)


def settle(path: Path, name: str) -> None:
    """Take away what a run that was killed left beside `path` (`name` in messages), or put back what it had moved aside.

    Raises PolicyError where that cannot be done.
    """
    fresh, aside = _beside(path)
    try:
        if aside.is_dir() and not path.exists():
            os.rename(aside, path)  # it was killed between the two renamings of `replaced`
        for left in (fresh, aside):
            if left.exists():
                shutil.rmtree(left)
    except OSError as problem:
        raise failure(problem, name) from problem


def _beside(path: Path) -> tuple[Path, Path]:
    """Where the new folder grows, and where the old one waits until that stands in its place."""
    return path.parent / f".{path.name}.staging", path.parent / f".{path.name}.old"


def put(folder: Path, address: str, data: bytes) -> None:
    """Write one file at `address` (with slashes) below `folder`. Raises OSError; also where it would leave `folder`."""
    parts = PurePosixPath(address).parts
    if not parts or ".." in parts or PurePosixPath(address).is_absolute() or "\\" in address:
        raise OSError(errno.EINVAL, "", address)
    path = folder.joinpath(*parts)
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def remove(folder: Path) -> None:
    """Take a folder away with all in it, if it is there. Raises OSError."""
    if folder.is_dir():
        shutil.rmtree(folder)


def full(folder: Path) -> bool:
    """Whether the disk that `folder` is on has no room to speak of."""
    return shutil.disk_usage(folder).free < _ROOM


def addresses(folder: Path) -> list[str]:
    """The address of every file below `folder`, in order."""
    found: list[str] = []
    for here, folders, files in os.walk(folder):
        folders.sort()
        start = Path(here).relative_to(folder).as_posix()
        found += [name if start == "." else f"{start}/{name}" for name in files]
    return sorted(found)
