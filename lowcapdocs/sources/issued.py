"""Issued texts: policy_data/<campaign>/issued/, `<document>.md`, or `<document>/<unit>.md` in a series.

From 印发 on they, not the template, are the source of a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lowcapdocs.problems import PolicyError, Where, error
from lowcapdocs.sources.rows import decode

FOLDER = "issued"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class IssuedText:
    """The text of an issued document, and how messages call its file."""

    text: str
    name: str


def path_of(campaign_folder: Path, document: str, unit: str) -> Path:
    """Where the issued text of a document lies; `unit` is empty unless it is one of a series."""
    folder = campaign_folder / FOLDER
    return folder / document / f"{unit}.md" if unit else folder / f"{document}.md"


def read_all(campaign_folder: Path) -> dict[tuple[str, str], IssuedText]:
    """Every issued text by document and unit. Raises PolicyError for a text that cannot be read."""
    folder = campaign_folder / FOLDER
    found: dict[tuple[str, str], IssuedText] = {}
    problems = []
    for path in sorted(folder.rglob("*.md")) if folder.is_dir() else ():
        parts = path.relative_to(folder).with_suffix("").parts
        if parts[0] == WITHDRAWN or len(parts) > 2:
            continue
        name = f"policy_data/{campaign_folder.name}/{FOLDER}/{path.relative_to(folder).as_posix()}"
        try:
            text = decode(path.read_bytes()).replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError):
            problems.append(error("file-unreadable", Where(name), "印发文本读不出来。", "请用记事本另存为 UTF-8。"))
            continue
        found[parts[0], parts[1] if len(parts) == 2 else ""] = IssuedText(text, name)
    if problems:
        raise PolicyError(problems)
    return found
