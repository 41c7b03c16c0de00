"""版头 (7.2): 发文机关标志, 发文字号, 红色分隔线."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.word.ooxml import blank_lines, half_up_percent, paragraph, run

_NARROWEST = 50
"""Percent: below this a mark is set smaller instead of narrower still."""


def letterhead(mark: str, number: str) -> str:
    """版头 of a document with a mark; empty without one."""
    if not mark:
        return ""
    return (
        paragraph("GwMark", _fitted(mark))
        + blank_lines(s.BLANK_LINES_ABOVE_NUMBER)
        + paragraph("GwNumber", run(number) if number else "")
    )


def _fitted(mark: str) -> str:
    """`mark` narrowed, then made smaller, until it is within the width of 版心 (7.2.4)."""
    width = em_width(mark)
    percent = half_up_percent(s.TYPE_AREA_WIDTH, width * s.MARK_SIZE * 10)
    if percent >= 100:
        return run(mark)
    size = s.MARK_SIZE
    if percent < _NARROWEST:
        size = s.MARK_SIZE * percent // _NARROWEST
        percent = _NARROWEST
    smaller = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size != s.MARK_SIZE else ""
    return run(mark, fit=f'<w:w w:val="{percent}"/>{smaller}')
