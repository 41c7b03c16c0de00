"""页码 (7.5): — 1 — under the type area, on the outer side; beside it on pages that lie across (8)."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.standard import Page
from lowcapdocs.word.box import box
from lowcapdocs.word.ooxml import paragraph

EMPTY = paragraph("Footer", "")
"""A header or footer without a number."""
_TURNED_BOXES = {"right": 8, "left": 9}
"""Ids of the boxes; those of the body have lower ones."""


def page_number(side: str) -> str:
    """The number one character in from `side`, right on odd pages and left on even ones."""
    indent = s.PAGE_NUMBER_INDENT_CHARS * s.CHAR_4
    place = f'<w:ind w:{side}Chars="{s.PAGE_NUMBER_INDENT_CHARS * 100}" w:{side}="{indent}"/><w:jc w:val="{side}"/>'
    return paragraph("Footer", _FIELD, place)


def turned_number(side: str, page: Page) -> str:
    """The number of a page that lies across, where it would stand were the sheet `page` upright.

    The sheet is read after a quarter turn, so its foot is the left margin, and the number a line
    turned clockwise there: its `side` right is below, its left above.
    """
    number = box(
        page_number(side), "页码", _TURNED_BOXES[side],
        left=0, top=0, width=s.PAGE_NUMBER_DISTANCE + s.PAGE_NUMBER_LINE, height=page.text_width,
        wrap=False, turned=True,
    )  # fmt: skip
    return paragraph("Footer", number)


_FIELD = (
    f'<w:r><w:t xml:space="preserve">{s.PAGE_NUMBER_DASH} </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    f'<w:r><w:t xml:space="preserve"> {s.PAGE_NUMBER_DASH}</w:t></w:r>'
)
