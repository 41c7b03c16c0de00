"""Findings that another brings on by itself: a name is not known where the table of it could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from lowcapdocs.problems import Finding

_SOUGHT: dict[str, tuple[str, ...]] = {
    "attachment-unknown": ("documents",),
    "basis-unknown": ("campaign",),
    "document-unknown": ("documents",),
    "firm-unknown": ("ledger", "towns"),
    "measure-unknown": ("campaign",),
    "task-unknown": ("tasks",),
    "unit-unknown": ("ledger", "schedule", "towns"),
}
"""Codes for a name that is not found, and where it was looked for; a firm is not read without its town."""
_UNITS = {"认不出镇街": "towns", "用到了镇街": "towns", "认不出部门": "departments", "用到了部门": "departments"}
"""The same of towns and departments, by how the message begins."""
_NAMELESS = {
    *("file-missing", "file-twice", "file-unreadable", "file-empty", "row-too-long", "yaml-alias", "yaml-syntax"),
    *("column-twice", "column-unknown", "value-form", "value-missing", "value-control", "id-form", "id-twice"),
}
"""Codes of what may cost a record its name, or the table its records."""


def without_consequences(findings: Iterable[Finding]) -> list[Finding]:
    """`findings`, each once, less those that mending another would mend."""
    listed = list(dict.fromkeys(findings))
    nameless = [each for each in listed if each.code in _NAMELESS]
    holes = holes_of(nameless, _TABLES)
    return [each for each in listed if not holes.intersection(_looked_in(each))]


def holes_of(findings: Iterable[Finding], stems: Iterable[str]) -> set[str]:
    """Those of `stems` (towns, quotas …) in whose file one of `findings` lies."""
    listed = list(findings)
    return {stem for stem in stems if any(_of(each, stem) for each in listed)}


_TABLES = {*_UNITS.values(), *(stem for stems in _SOUGHT.values() for stem in stems)}


def _of(finding: Finding, stem: str) -> bool:
    """Whether it is of the file `stem`; one that is missing or there twice is told of its folder."""
    path = PurePosixPath(finding.where.file)
    return path.stem == stem or (not path.suffix and f"{stem}." in finding.message)


def _looked_in(finding: Finding) -> tuple[str, ...]:
    if finding.code == "name-unknown":
        return tuple(stem for word, stem in _UNITS.items() if finding.message.removeprefix("这里").startswith(word))
    return _SOUGHT.get(finding.code, ())
