"""发文机关标志 (7.2.4): one name, or the names of joint issuers with 文件 beside them."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.word.ooxml import bare_table, paragraph, run, whole_percent

_GAP = 0.5
"""Between the names and 文件, in characters of the mark."""
_MIXED_GAP = 0.25
_SLACK = 0.25
"""More room than a name needs, in characters, since programs round differently and a mark may not wrap."""


class Look(NamedTuple):
    """How a mark is set: run properties, the height of its line, and where ink begins in it (twips)."""

    fit: str
    line: int
    ink: int

    @property
    def height(self) -> int:
        """Height of its ink, in twips."""
        return s.MARK_HEIGHT * self.line // s.MARK_LINE


def _width(text: str) -> float:
    """Width of a mark in characters, with the quarter that LibreOffice puts between 汉字 and digits."""
    halves = [em_width(character) < 1 for character in text]
    return em_width(text) + _MIXED_GAP * sum(one != other for one, other in itertools.pairwise(halves))


def fitted(text: str) -> Look:
    """A name narrowed, then made smaller, until it is within the width of 版心."""
    percent = whole_percent(s.TYPE_AREA_WIDTH, _width(text) * s.MARK_SIZE * 10)
    if percent >= s.MARK_NARROWEST:
        return Look(f'<w:w w:val="{percent}"/>' if percent < 100 else "", s.MARK_LINE, s.MARK_INK)
    size, line, ink = (each * percent // s.MARK_NARROWEST for each in (s.MARK_SIZE, s.MARK_LINE, s.MARK_INK))
    return Look(f'<w:w w:val="{s.MARK_NARROWEST}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>', line, ink)


def mark(text: str, room: int, usual: int) -> str:
    """One name, its ink `room` twips under the text area; the style places it for the `usual` room."""
    look = fitted(text)
    place = ""
    if room != usual or look.line != s.MARK_LINE:
        place = f'<w:spacing w:before="{max(room - look.ink, 0)}" w:line="{look.line}"/>'
    return paragraph("GwMark", run(text, fit=look.fit), place)


def joint_mark(first: str, others: tuple[str, ...], room: int) -> str:
    """The names one under another, made equally wide, 主办机关 first; 文件 centred at their right.

    A table without borders; the paragraph above it is the `room` that the standard leaves.
    """
    word = s.MARK_WORD if first.endswith(s.MARK_WORD) else ""
    names = [first.removesuffix(word), *others]
    widest = max(map(_width, names))
    wide = widest + _SLACK + (_GAP + em_width(word) if word else 0)
    scale = min(100, whole_percent(s.JOINT_MARK_LINES * s.MARK_LINE, len(names) * s.MARK_LINE))
    narrow = min(100, whole_percent(s.TYPE_AREA_WIDTH, wide * s.MARK_SIZE * 10 * scale / 100))
    if narrow < s.MARK_NARROWEST:
        scale, narrow = scale * narrow // s.MARK_NARROWEST, s.MARK_NARROWEST
    size, line, ink = (each * scale // 100 for each in (s.MARK_SIZE, s.MARK_LINE, s.MARK_INK))
    em = size * 10 * narrow / 100
    left = round((widest + _SLACK) * em)
    right = round((_GAP + em_width(word)) * em) if word else 0
    fit = (f'<w:w w:val="{narrow}"/>' if narrow < 100 else "") + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    rows = []
    for index, name in enumerate(names):
        cells = _cell(left, _spread(name, widest, em, fit), line)
        if word:
            merge = '<w:vMerge w:val="restart"/>' if index == 0 else "<w:vMerge/>"
            cells += _cell(right, run(word, fit=fit) if index == 0 else "", line, merge)
        rows.append(f'<w:tr><w:trPr><w:trHeight w:val="{line}" w:hRule="exact"/></w:trPr>{cells}</w:tr>')
    space = f'<w:spacing w:line="{max(room - ink, 1)}" w:lineRule="exact"/>'
    columns = (left, right) if word else (left,)
    return paragraph("GwTableGap", "", space) + bare_table(columns, "".join(rows), centred=True)


def _spread(name: str, widest: float, em: float, fit: str) -> str:
    """`name` spaced out to `widest` characters."""
    gaps = len(name) - 1
    extra = int((widest - _width(name)) * em / gaps) if gaps else 0
    if not extra:
        return run(name, fit=fit)
    spacing = f'<w:spacing w:val="{extra}"/>'
    at = fit.index("<w:w ") if "<w:w " in fit else 0
    return run(name[:-1], fit=fit[:at] + spacing + fit[at:]) + run(name[-1], fit=fit)


def _cell(width: int, content: str, line: int, merge: str = "") -> str:
    place = f'<w:spacing w:before="0" w:line="{line}"/>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph('GwMark', content, place)}</w:tc>"
    )
