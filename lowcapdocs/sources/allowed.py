"""policy_data/allowed.yaml → what the leak scan may let pass, each line with its reason."""

from __future__ import annotations

from pathlib import Path

from lowcapdocs.model.allowed import Allowed
from lowcapdocs.problems import PolicyError, error, has_errors
from lowcapdocs.sources import rows
from lowcapdocs.sources.columns import Columns
from lowcapdocs.sources.nodes import Mapping, Report, Scalar, Sequence
from lowcapdocs.sources.records import Record

STEM = "allowed"
ALLOWED: Columns = {
    "text": ("text", "文字"),
    "at": ("where", "at", "位置"),
    "reason": ("reason", "理由"),
}


def load(folder: Path) -> tuple[Allowed, ...]:
    """The allow-list of the policy data in `folder`; none without the file.

    Raises PolicyError with every line that does not fit; a line without text, place or reason is one.
    """
    report = Report()
    name = f"{folder.name}/{STEM}"
    path = rows.find(folder, STEM, name, report)
    node = rows.read(path, f"{folder.name}/{path.name}", report) if path else None
    lines: list[Allowed] = []
    if isinstance(node, Sequence):
        for each in node.items:
            if isinstance(each, Mapping):
                lines.append(_line(each, report))
            else:
                report.append(error("value-form", each.where, "这里应当是一条放行。", "写明 text、where、reason。"))
    elif node is not None and not (isinstance(node, Scalar) and not node.text):
        report.append(
            error("value-form", node.where, "应当是若干条放行。", "每条以“- ”开头，写明 text、where、reason。")
        )
    if has_errors(report):
        raise PolicyError(report)
    return tuple(lines)


def _line(node: Mapping, report: Report) -> Allowed:
    record = Record(node, ALLOWED, report)
    record.reject_others()
    return Allowed(
        text=record.text("text", required=True),
        at=record.text("at", required=True),
        reason=record.text("reason", required=True),
        where=record.where,
    )
