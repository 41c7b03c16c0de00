"""版记 (7.4): a text box whose last rule lies on the lower edge of 版心, on every program's page."""

from __future__ import annotations

from typing import NamedTuple

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Imprint
from lowcapdocs.gongwen.wording import COPY_TO, SENT_TO, listed, printed_on
from lowcapdocs.gongwen.wrapping import imprint_lines
from lowcapdocs.word.box import box
from lowcapdocs.word.ooxml import TAB, bare_table, paragraph, run

_INDENT = s.IMPRINT_INDENT_CHARS * s.CHAR_4
_BOX = 1
"""Id of the box."""


class _Row(NamedTuple):
    lines: int
    indent: str
    content: str
    ruled: bool
    """A thin rule stands above it."""


def imprint(item: Imprint | None, left: int, moved: str = "", ruled: bool = True) -> str:
    """The run that anchors 版记 on the last page; `left` is the left margin in twips.

    `moved` is 主送机关 that found no room on page one: it stands above 抄送, without a rule between
    (7.3.2, 7.4.2). A 信函 has neither rules nor 印发机关 (10.1): `ruled` is false.
    """
    rows = _rows(item or Imprint(), moved, ruled)
    if not rows:
        return ""
    height = sum(row.lines for row in rows) * s.IMPRINT_LINE
    return box(
        _table(rows, ruled), "版记", _BOX,
        left=left, top=s.IMPRINT_BOTTOM - height, width=s.TYPE_AREA_WIDTH, height=height + 20, wrap=True,
    )  # fmt: skip


def height(item: Imprint | None, moved: str = "", ruled: bool = True) -> int:
    """Height of 版记 in twips; 0 if there is none."""
    return sum(row.lines for row in _rows(item or Imprint(), moved, ruled)) * s.IMPRINT_LINE


def _rows(item: Imprint, moved: str, ruled: bool) -> list[_Row]:
    rows = [_listed(SENT_TO, moved, True)] if moved else []
    if item.copy_to:
        rows.append(_listed(COPY_TO, item.copy_to, not moved))
    if ruled and (item.printer or item.print_date):
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{s.TYPE_AREA_WIDTH - _INDENT}"/></w:tabs>'
        content = run(item.printer) + TAB + run(printed_on(item.print_date))
        rows.append(_Row(1, f'{tab}<w:ind w:left="{_INDENT}"/>', content, True))
    return rows


def _listed(label: str, names: str, ruled: bool) -> _Row:
    """Names after a label, wrapped lines under the first name."""
    hang = len(label) * s.CHAR_4
    indent = f'<w:ind w:left="{_INDENT + hang}" w:right="{_INDENT}" w:hanging="{hang}"/>'
    return _Row(imprint_lines(label, names), indent, run(label + listed(names)), ruled)


def _table(rows: list[_Row], ruled: bool) -> str:
    """One cell a row; thick rules above and below, thin ones between (7.4.1)."""
    parts = []
    for index, row in enumerate(rows):
        following = rows[index + 1].ruled if index + 1 < len(rows) else True
        above = s.IMPRINT_THICK if index == 0 else s.IMPRINT_THIN * row.ruled
        below = s.IMPRINT_THICK if index == len(rows) - 1 else s.IMPRINT_THIN * following
        borders = f"<w:tcBorders>{_rule('top', above * ruled)}{_rule('bottom', below * ruled)}</w:tcBorders>"
        parts.append(
            f'<w:tr><w:trPr><w:trHeight w:val="{row.lines * s.IMPRINT_LINE}" w:hRule="exact"/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{s.TYPE_AREA_WIDTH}" w:type="dxa"/>{borders}'
            f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GwImprint"/>{row.indent}</w:pPr>'
            f"{row.content}</w:p></w:tc></w:tr>"
        )
    table = bare_table([s.TYPE_AREA_WIDTH], "".join(parts))
    return table + paragraph("GwImprint", "", '<w:spacing w:line="20" w:lineRule="exact"/>')


def _rule(side: str, thickness: int) -> str:
    value = f'"single" w:sz="{thickness}" w:space="0" w:color="auto"' if thickness else '"nil"'
    return f"<w:{side} w:val={value}/>"
