"""Where a line of a draft comes from: the file that a clerk opens to mend it, documents.yaml or the template."""

from __future__ import annotations

import re
from collections.abc import Container

from lowcapdocs.draft import head
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.problems import Finding, Where, error, warning

_STATED = {
    "doc_number": "number", "issue_date": "date", "issuer_mark": "mark", "joint_issuers": "joint", "signature": "issuer",
}  # fmt: skip
"""Fields of the head that documents.yaml calls otherwise."""
_LONGEST = 40
_MARKS = re.compile(r"\[((?:\\.|[^\]\\])*)\]\([^()\s]*\)| ?\{#[^{}\s]*\}\s*$")
"""A value with its path, and the record that a whole line tells of."""


def source_of(
    finding: Finding, entry: DocumentEntry, stem: str, line: str = "", decided: Container[str] = frozenset()
) -> Finding:
    """`finding` on the draft `stem` of `entry` with the place of its source, the draft's `line` quoted in the message.

    `decided` are the fields of the head that documents.yaml decides (Renderer.decided).
    """
    where = _stated(entry, line, decided) or Where(f"templates/{entry.template}")
    plain = _MARKS.sub(r"\1", line).strip()
    shown = plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}……"
    quoted = f"：{shown}" if plain and plain != head.FENCE else ""
    at = f"第{finding.where.row}行" if finding.where.row and finding.where.row > 1 else ""
    tell = error if finding.level == "error" else warning
    return tell(finding.code, where, f"{finding.message}（草稿“{stem}”{at}{quoted}）", finding.remedy)


def _stated(entry: DocumentEntry, line: str, decided: Container[str]) -> Where | None:
    """Where documents.yaml states, or would state, what a line of the head says; None for any other line."""
    field = head.KEYS.get(re.split("[:：]", line, maxsplit=1)[0].strip(), "")
    if field not in decided:
        return None
    return entry.place(_STATED.get(field, field))
