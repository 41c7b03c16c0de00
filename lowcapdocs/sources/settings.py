"""policy_data/workspace.yaml → Settings; a workspace without one takes what the standard says."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from lowcapdocs.gongwen.settings import Settings
from lowcapdocs.gongwen.standard import PROFILES, Faces
from lowcapdocs.problems import PolicyError, error, has_errors
from lowcapdocs.sources import rows
from lowcapdocs.sources.columns import FACES, SETTINGS
from lowcapdocs.sources.nodes import Mapping, Report, Scalar
from lowcapdocs.sources.records import Record

STEM = "workspace"


def load(folder: Path) -> Settings:
    """The settings of the policy data in `folder`. Raises PolicyError with everything that does not fit."""
    report = Report()
    found = _load(folder, report)
    if has_errors(report):
        raise PolicyError(report)
    return found


def _load(folder: Path, report: Report) -> Settings:
    name = f"{folder.name}/{STEM}"
    path = rows.find(folder, STEM, name, report)
    node = rows.read(path, f"{folder.name}/{path.name}", report) if path else None
    if node is None or (isinstance(node, Scalar) and not node.text):
        return Settings()
    if not isinstance(node, Mapping):
        report.append(error("value-form", node.where, "应当是“名称: 内容”的若干行。", "如“profile: A”。"))
        return Settings()
    record = Record(node, SETTINGS, report)
    record.reject_others()
    return Settings(record.choice("profile", tuple(PROFILES), "A"), _faces(record, report))


def _faces(record: Record, report: Report) -> Faces:
    node = record.node("faces")
    if node is None or (isinstance(node, Scalar) and not node.text):
        return Faces()
    if not isinstance(node, Mapping):
        report.append(error("value-form", node.where, "这里应当是“用处: 字体”的若干行。", "如“body: 仿宋_GB2312”。"))
        return Faces()
    chosen = Record(node, FACES, report)
    chosen.reject_others()
    named = {each.name: chosen.text(each.name) for each in fields(Faces)}
    return Faces(**{role: face for role, face in named.items() if face})
