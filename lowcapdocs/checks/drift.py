"""Where data and text differ: an issued text is never rewritten, only compared; a draft that differs is not issued."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.paths import text_at
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import UNKNOWN
from lowcapdocs.gongwen.walk import values
from lowcapdocs.problems import Finding, Where, error, warning

_MOVING = "ledger/sum/"
"""Counts of the ledger as it stands: they move on, and what was issued told of its own day."""


class _Difference(NamedTuple):
    """A value of a text that the data gives otherwise; `data` is what it prints, `gone` if there is no such datum."""

    path: str
    text: str
    line: int | None
    data: str
    gone: bool


def check(figures: Figures, tree: Gongwen, file: str) -> Iterator[Finding]:
    """A warning for each value of the issued `tree` that the data gives otherwise now."""
    remedy = "如需变更，请另行发文；印发文本不会改动。"
    for each in _differences(figures, tree):
        where = Where(file, row=each.line)
        message = f"印发文本为“{each.text}”，现在数据为“{each.data or '空'}”（{each.path}）。"
        if each.gone:
            message = f"印发文本里的“{each.text}”（{each.path}）在数据里已经没有了。"
        yield warning("issued-drift", where, message, remedy)


def unissued(figures: Figures, tree: Gongwen, file: str) -> Iterator[Finding]:
    """An error for each value of a draft that is to be issued and that the data gives otherwise.

    Somebody edited the draft, and then the data changed (or a figure was edited): issued as it is, text and tables
    would disagree from the first day.
    """
    remedy = "以数据为准的，请重新运行 lowcapdocs draft，把手改的内容抄到新稿；以草稿为准的，请先改数据。"
    for each in _differences(figures, tree):
        where = Where(file, row=each.line)
        message = f"草稿里是“{each.text}”，现在的数据是“{each.data or '空'}”（{each.path}），没有印发。"
        if each.gone:
            message = f"草稿里的“{each.text}”（{each.path}）在数据里已经没有了，没有印发。"
        yield error("draft-drift", where, message, remedy)


def _differences(figures: Figures, tree: Gongwen) -> Iterator[_Difference]:
    seen: set[str] = set()
    for span, line in values(tree):
        if span.path in seen or span.path.startswith(_MOVING):
            continue
        seen.add(span.path)
        try:
            now = text_at(figures, span.path)
        except KeyError:
            yield _Difference(span.path, span.text, line, "", gone=True)
            continue
        if (UNKNOWN if now is None else now) != span.text:
            yield _Difference(span.path, span.text, line, now or "", gone=False)
