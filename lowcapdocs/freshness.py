"""Whether the finished site is still what its data would make: then there is nothing to do.

A stamp beside the site holds a digest of all that it was made from, and of the files that it
consists of (names, sizes, times), so that a site that someone changed by hand is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lowcapdocs.output import write_file

_PACKAGES = ("lowcapdocs", "mkdocs", "mkdocs-material", "properdocs", "pypinyin", "markdown")
"""Those whose version shows in the pages."""


def inputs(folders: Iterable[Path], words: Iterable[str]) -> str:
    """A digest of every file in `folders` (or that one of them is), of our own code, and of `words`."""
    known = hashlib.sha256("\0".join((*words, *_versions())).encode())
    for folder in (*folders, Path(__file__).parent):
        for path in _files(folder):
            known.update(f"\0{path.relative_to(folder).as_posix()}\0".encode("utf-8", "surrogateescape"))
            known.update(hashlib.sha256(path.read_bytes()).digest())
    return known.hexdigest()


def holds(stamp: Path, made_from: str, site: Path) -> bool:
    """Whether `site` was made from this, and is as it was made."""
    try:
        told = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and told == {"inputs": made_from, "site": _listing(site)}


def remember(stamp: Path, made_from: str, site: Path) -> None:
    """Tell the next run what `site` was made from. Raises PolicyError where it cannot be written."""
    told = json.dumps({"inputs": made_from, "site": _listing(site)})
    write_file(stamp, told.encode(), stamp.name)


def _versions() -> Iterator[str]:
    for name in _PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} -"


def _files(folder: Path) -> list[Path]:
    """The files of `folder`, in order, without what programs leave lying about; or `folder`, if it is a file."""
    if folder.is_file():
        return [folder]
    found = []
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
        found += [Path(here) / name for name in files if not name.startswith((".", "~$"))]
    return sorted(path for path in found if path.is_file())  # no pipes and the like, which never end


def _listing(site: Path) -> str:
    listed = []
    for here, _, files in os.walk(site):
        for name in files:
            path = Path(here) / name
            told = path.stat()
            listed.append(f"{path.relative_to(site).as_posix()} {told.st_size} {told.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(listed)).encode("utf-8", "surrogateescape")).hexdigest()
