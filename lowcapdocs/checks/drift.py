"""Where the data has moved away from an issued text: the text is never rewritten, only compared."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.paths import text_at
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import UNKNOWN
from lowcapdocs.gongwen.walk import values
from lowcapdocs.problems import Finding, Where, warning

_MOVING = "ledger/sum/"
"""Counts of the ledger as it stands: they move on, and what was issued told of its own day."""


def check(figures: Figures, tree: Gongwen, file: str) -> Iterator[Finding]:
    """A warning for each value of the issued `tree` that the data gives otherwise now."""
    seen: set[str] = set()
    for span, line in values(tree):
        if span.path in seen or span.path.startswith(_MOVING):
            continue
        seen.add(span.path)
        where = Where(file, row=line)
        try:
            now = text_at(figures, span.path)
        except KeyError:
            message = f"印发文本里的“{span.text}”（{span.path}）在数据里已经没有了。"
            yield warning("issued-drift", where, message, "如需变更，请另行发文；印发文本不会改动。")
            continue
        if (UNKNOWN if now is None else now) != span.text:
            message = f"印发文本为“{span.text}”，现在数据为“{now or '空'}”（{span.path}）。"
            yield warning("issued-drift", where, message, "如需变更，请另行发文；印发文本不会改动。")
