"""policy_data/synonyms.yaml → groups of words that mean the same: whoever searches for one finds the others."""

from __future__ import annotations

from pathlib import Path

from lowcapdocs.problems import PolicyError, error, has_errors
from lowcapdocs.sources import rows
from lowcapdocs.sources.nodes import Node, Report, Scalar, Sequence

STEM = "synonyms"


def load(folder: Path) -> tuple[tuple[str, ...], ...]:
    """The groups in the policy data of `folder`, each of two words or more; none without the file.

    Raises PolicyError with every group that does not fit.
    """
    report = Report()
    path = rows.find(folder, STEM, f"{folder.name}/{STEM}", report)
    node = rows.read(path, f"{folder.name}/{path.name}", report) if path else None
    found: list[tuple[str, ...]] = []
    if isinstance(node, Sequence):
        found = [_group(each, report) for each in node.items]
    elif node is not None:
        message, remedy = "应当是若干组同义词。", "每组一行，如：- [危化品, 危险化学品]。"
        report.append(error("value-form", node.where, message, remedy))
    if has_errors(report):
        raise PolicyError(report)
    return tuple(found)


def _group(node: Node, report: Report) -> tuple[str, ...]:
    words = [each.text for each in node.items if isinstance(each, Scalar)] if isinstance(node, Sequence) else []
    group = tuple(dict.fromkeys(word for word in words if word))
    if not isinstance(node, Sequence) or len(group) < len(node.items) or len(group) < 2:
        message, remedy = "一组同义词要有两个以上不同的词。", "写成：- [危化品, 危险化学品]。"
        report.append(error("value-form", node.where, message, remedy))
    return group
