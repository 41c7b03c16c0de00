"""A folder of output and what is put into it, by us and by a clerk."""

from __future__ import annotations

from pathlib import Path

from lowcapdocs.output import Folder, Made
from tests.workspaces import write


def made(name: str, text: str = "一") -> Made:
    return Made(name, text.encode(), {"document": name.partition(".")[0]})


def folder(root: Path) -> Folder:
    return Folder(root / "out", "word/out")


def full(root: Path, *files: Made) -> Folder:
    """A full run of `files`."""
    done = folder(root)
    done.replace(files)
    return done


def texts(root: Path) -> dict[str, str]:
    """Every file of the output but the manifest, with its text."""
    found = sorted((root / "out").rglob("*"))
    return {
        path.relative_to(root / "out").as_posix(): path.read_text(encoding="utf-8")
        for path in found
        if path.is_file() and path.name != "manifest.json"
    }


def clerk(root: Path, name: str, text: str) -> None:
    """Someone writes a file into the output."""
    write(root, {f"out/{name}": text})
