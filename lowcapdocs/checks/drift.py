"""Where data and text differ: an issued text is never rewritten, only compared; a draft that differs is not issued.

One finding a document tells of all its figures: one quota stands in a table, a sum and three rates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.names import name_at
from lowcapdocs.figures.paths import text_at
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import UNKNOWN
from lowcapdocs.gongwen.walk import values
from lowcapdocs.problems import Finding, Where, error, warning

_MOVING = "ledger/sum/"
"""Counts of the ledger as it stands: they move on, and what was issued told of its own day."""
_FIGURES, _LINES = 5, 3
"""How many figures of a document, and lines of a figure, are told one by one; of more only the number."""


@dataclass(slots=True)
class _Difference:
    """A value of a text that the data gives otherwise; `data` is what it prints, None if there is no such datum."""

    name: str
    text: str
    data: str | None
    lines: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        now = "数据里已经没有了" if self.data is None else f"数据现为“{self.data}”"
        now = "数据现为空" if self.data in ("", UNKNOWN) else now
        more = f"等{len(self.lines)}处" if len(self.lines) > _LINES else ""
        lines = "、".join(map(str, self.lines[:_LINES]))
        return f"{self.name}为“{self.text}”，{now}（第{lines}行{more}）"


def check(figures: Figures, tree: Gongwen, file: str) -> Iterator[Finding]:
    """A warning if the data gives values of the issued `tree` otherwise now."""
    remedy = "如需变更，请另行发文；印发文本不会改动。"
    if found := _differences(figures, tree):
        yield warning("issued-drift", Where(file, row=found[0].lines[0]), f"印发文本里，{_told(found)}。", remedy)


def unissued(figures: Figures, tree: Gongwen, file: str) -> Iterator[Finding]:
    """An error if the data gives values of a draft that is to be issued otherwise.

    Somebody edited the draft, and then the data changed (or a figure was edited): issued as it is, text and tables
    would disagree from the first day.
    """
    remedy = "以数据为准的，请重新运行 lowcapdocs draft，把手改的内容抄到新稿；以草稿为准的，请先改数据。"
    if found := _differences(figures, tree):
        yield error("draft-drift", Where(file, row=found[0].lines[0]), f"草稿里，{_told(found)}，没有印发。", remedy)


def _told(found: list[_Difference]) -> str:
    listed = "；".join(map(str, found[:_FIGURES]))
    if len(found) == 1:
        return listed
    return f"{len(found)}项与现在的数据不同：{listed}" + ("；等等" if len(found) > _FIGURES else "")


def _differences(figures: Figures, tree: Gongwen) -> list[_Difference]:
    """What the data gives otherwise, in the order of the text: each figure once, with the lines that it stands on."""
    found: dict[tuple[str, str], _Difference] = {}
    now: dict[str, str | None] = {}
    for span, line in values(tree):
        path = span.path
        if path.startswith(_MOVING):
            continue
        if path not in now:
            try:
                data = text_at(figures, path)
                now[path] = UNKNOWN if data is None else data
            except KeyError:
                now[path] = None
        if now[path] == span.text:
            continue
        each = found.setdefault((path, span.text), _Difference(name_at(figures, path), span.text, now[path]))
        if line not in each.lines:
            each.lines.append(line)
    return list(found.values())
