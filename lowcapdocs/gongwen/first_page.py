"""What stands on page one above the text, in twips, reckoned from a tree before anything is written.

The writer counts the very lines that it has written; these sums are of the same numbers, so both say
alike whether 主送机关 has room there (7.3.2) and whether page one shows any text (7.3.3).
"""

from __future__ import annotations

import math

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen import title as title_lines
from lowcapdocs.gongwen.elements import Gongwen, Table, plain
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.gongwen.wrapping import lines_of

_PAGE = s.PROFILE_A
_CHAR = s.CHAR_3 + s.CHAR_SPACING
_ANY_WIDTH = s.LINES * title_lines.MAX_WIDTH
"""Characters of a title that fills page one in any way; to find its best lines would take long."""


def moves(tree: Gongwen) -> bool:
    """Whether 主送机关 is so long that page one would show no text, and stands in 版记 (7.3.2)."""
    text = plain(tree.addressees)
    if len(text) < s.LONG_ADDRESSEES or not tree.body or isinstance(tree.body[0], Table):
        return False
    page = s.landscape(_PAGE) if tree.landscape else _PAGE
    lines = lines_of(f"{text}：", _CHAR, s.CHAR_3 // 2 + s.CHAR_SPACING, page.text_width)
    return head(tree) + (lines + 1) * _PAGE.line_pitch > page.text_height


def overflows(tree: Gongwen) -> bool:
    """Whether 版头 and title alone leave no line of page one for 主送机关 and none for the text."""
    page = s.landscape(_PAGE) if tree.landscape else _PAGE
    return head(tree) + 2 * _PAGE.line_pitch > page.text_height


def head(tree: Gongwen) -> int:
    """Height of 版头 and title with the blank lines that belong to them (7.2, 7.3.1, 7.3.2, 10)."""
    title = title_height(tree) + s.BLANK_LINES_BELOW_TITLE * _PAGE.line_pitch
    if tree.remark:
        title += _PAGE.line_pitch
    if not tree.issuer_mark:
        return title
    match tree.form:
        case "letter":
            return _letter(tree) + title
        case "order":
            return _mark(tree, s.ORDER_MARK_TOP) + (2 * s.ORDER_BLANK_LINES + 1) * _PAGE.line_pitch
    blank = s.BLANK_LINES_ABOVE_NUMBER + s.BLANK_LINES_ABOVE_TITLE
    return _mark(tree, s.MARK_TOP) + (blank + number_rows(tree)) * _PAGE.line_pitch + title


def title_height(tree: Gongwen) -> int:
    """Height of the lines of the title."""
    width = em_width(plain(tree.title))
    exact = width <= _ANY_WIDTH
    lines = len(title_lines.lines(tree.title)) if exact else math.ceil(width / title_lines.MAX_WIDTH)
    return lines * s.TITLE_LINE


def number_rows(tree: Gongwen) -> int:
    """Lines of 发文字号 and 签发人: two names a row, the last beside the number (7.2.6)."""
    return max(1, math.ceil(len(tree.signers) / s.SIGNERS_PER_LINE))


def _mark(tree: Gongwen, top: int) -> int:
    names = 1 + len(tree.joint_issuers)
    scale = min(1.0, s.JOINT_MARK_LINES / names)
    return round(top - s.MARK_INK * scale + names * s.MARK_LINE * scale)


def _letter(tree: Gongwen) -> int:
    """From the text area's edge to the blank lines above the title of a 信函 (10.1)."""
    rule = s.LETTER_MARK_TOP + s.MARK_HEIGHT + s.LETTER_RULE_GAP + s.LETTER_RULE_HEIGHT
    first_line = rule + s.LETTER_GAP - (_PAGE.line_pitch - s.CHAR_3) // 2 - _PAGE.top
    corner = sum(map(bool, (tree.copy_number, tree.secrecy, tree.urgency)))
    return first_line + (max(1, corner) + s.LETTER_BLANK_LINES_ABOVE_TITLE) * _PAGE.line_pitch
