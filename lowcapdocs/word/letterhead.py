"""版头 (7.2): 发文机关标志, 发文字号, 红色分隔线."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.word.ooxml import blank_lines, paragraph, run, whole_percent

_NARROWEST = 50
"""Percent: below this a mark is set smaller instead of narrower still."""


def letterhead(mark: str, number: str) -> str:
    """版头 of a document with a mark; empty without one."""
    if not mark:
        return ""
    return _mark(mark) + blank_lines(s.BLANK_LINES_ABOVE_NUMBER) + paragraph("GwNumber", run(number) if number else "")


def _mark(mark: str) -> str:
    """`mark` narrowed, then made smaller, until it is within the width of 版心 (7.2.4)."""
    percent = whole_percent(s.TYPE_AREA_WIDTH, em_width(mark) * s.MARK_SIZE * 10)
    if percent >= 100:
        return paragraph("GwMark", run(mark))
    if percent >= _NARROWEST:
        return paragraph("GwMark", run(mark, fit=f'<w:w w:val="{percent}"/>'))
    size, line, ink = (each * percent // _NARROWEST for each in (s.MARK_SIZE, s.MARK_LINE, s.MARK_INK))
    fit = f'<w:w w:val="{_NARROWEST}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return paragraph("GwMark", run(mark, fit=fit), f'<w:spacing w:before="{s.MARK_TOP - ink}" w:line="{line}"/>')
