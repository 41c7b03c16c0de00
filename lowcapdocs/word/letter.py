"""信函 (10.1): the issuer's name between the edge of the sheet and a red double rule, another at its foot."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import Page
from lowcapdocs.word.box import box
from lowcapdocs.word.mark import fitted
from lowcapdocs.word.ooxml import TAB, blank_lines, paragraph, run

_RULE_LEFT = (s.PROFILE_A.width - s.LETTER_RULE_WIDTH) // 2
_RULES_AT = f'w:val="thickThinSmallGap" w:sz="{s.LETTER_RULE}" w:space="0" w:color="FF0000"'
"""The thick line next to the paragraph: above the thin one as a border below, under it as one above."""
_MARK_BOX, _RULE_BOX = 2, 3
"""Ids of the boxes; 版记 is 1."""


def letterhead(tree: Gongwen, page: Page) -> str:
    """Mark, both rules, and under the upper one 份号, 密级, 紧急程度 at the left and 文号 at the right."""
    texts = [text for text in (tree.copy_number, tree.secrecy, tree.urgency) if text]
    faces = ["" if text is tree.copy_number else "GwRunIn1" for text in texts]
    upper_rule = s.LETTER_MARK_TOP + fitted(tree.issuer_mark).height + s.LETTER_RULE_GAP + s.LETTER_RULE_HEIGHT
    first_line = upper_rule + s.LETTER_GAP - (page.line_pitch - s.CHAR_3) // 2
    place = f'<w:spacing w:before="{first_line - page.top}"/>'
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{s.TYPE_AREA_WIDTH}"/></w:tabs>'
    boxes = _mark(tree.issuer_mark) + _lower_rule()
    number = TAB + run(tree.doc_number) if tree.doc_number else ""
    lines = [run(text, face) for text, face in zip(texts, faces, strict=True)] or [""]
    first = paragraph("GwCopyNumber", boxes + lines[0] + number, tab + place)
    return (
        first
        + "".join(paragraph("GwCopyNumber", line) for line in lines[1:])
        + blank_lines(s.LETTER_BLANK_LINES_ABOVE_TITLE)
    )


def _mark(text: str) -> str:
    look = fitted(text)
    rest = look.ink + look.height + s.LETTER_RULE_GAP - look.line
    content = paragraph(
        "GwMark", run(text, fit=look.fit), f'<w:spacing w:before="0" w:line="{look.line}"/>'
    ) + paragraph(
        "GwTableGap", "", f'<w:pBdr><w:bottom {_RULES_AT}/></w:pBdr><w:spacing w:line="{rest}" w:lineRule="exact"/>'
    )  # fmt: skip
    height = look.line + rest + s.LETTER_RULE_HEIGHT
    top = s.LETTER_MARK_TOP - look.ink
    return box(
        content, "发文机关标志", _MARK_BOX,
        left=_RULE_LEFT, top=top, width=s.LETTER_RULE_WIDTH, height=height, wrap=False,
    )  # fmt: skip


def _lower_rule() -> str:
    line = '<w:spacing w:line="20" w:lineRule="exact"/>'
    content = paragraph("GwTableGap", "", f"<w:pBdr><w:top {_RULES_AT}/></w:pBdr>{line}")
    return box(
        content, "下红线", _RULE_BOX,
        left=_RULE_LEFT, top=s.LETTER_RULE_BOTTOM - s.LETTER_RULE_HEIGHT, width=s.LETTER_RULE_WIDTH,
        height=2 * s.LETTER_RULE_HEIGHT, wrap=False,
    )  # fmt: skip
