"""版记 (7.4): a text box whose last rule lies on the lower edge of 版心, on every program's page."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Imprint
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.word.ooxml import TAB, run

_INDENT = s.IMPRINT_INDENT_CHARS * s.CHAR_4
_LABEL = "抄送："
_HANG = 3 * s.CHAR_4
_NO_START = "、，。；）》”"


def imprint(item: Imprint | None, left: int) -> str:
    """The run that anchors 版记 on the last page; `left` is the left margin in twips."""
    if item is None:
        return ""
    rows = []
    lines = 0
    if item.copy_to:
        text = f"{item.copy_to}。"
        width = s.TYPE_AREA_WIDTH - 2 * _INDENT - _HANG
        count = _lines(text, width / s.CHAR_4)
        indent = f'<w:ind w:left="{_INDENT + _HANG}" w:right="{_INDENT}" w:hanging="{_HANG}"/>'
        rows.append((count, indent, run(_LABEL + text)))
        lines += count
    if item.printer or item.print_date:
        edge = s.TYPE_AREA_WIDTH - _INDENT
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
        printed = f"{item.print_date}印发" if item.print_date else ""
        rows.append((1, f'{tab}<w:ind w:left="{_INDENT}"/>', run(item.printer) + TAB + run(printed)))
        lines += 1
    height = lines * s.IMPRINT_LINE
    return _anchored(_table(rows), s.TYPE_AREA_WIDTH, height, left, s.IMPRINT_BOTTOM - height)


def _lines(text: str, room: float) -> int:
    """How many lines of `room` characters `text` takes; a mark that may not begin a line draws one along."""
    count, used = 1, 0.0
    for character in text:
        own = em_width(character)
        if used + own > room:
            count += 1
            used = 1.0 if character in _NO_START else 0.0
        used += own
    return count


def _table(rows: list[tuple[int, str, str]]) -> str:
    """One cell a row; thick rules above and below, thin ones between (7.4.1)."""
    parts = []
    for index, (lines, indent, content) in enumerate(rows):
        above = s.IMPRINT_THICK if index == 0 else s.IMPRINT_THIN
        below = s.IMPRINT_THICK if index == len(rows) - 1 else s.IMPRINT_THIN
        parts.append(
            f'<w:tr><w:trPr><w:trHeight w:val="{lines * s.IMPRINT_LINE}" w:hRule="exact"/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{s.TYPE_AREA_WIDTH}" w:type="dxa"/><w:tcBorders>'
            f'<w:top w:val="single" w:sz="{above}" w:space="0" w:color="auto"/>'
            f'<w:bottom w:val="single" w:sz="{below}" w:space="0" w:color="auto"/></w:tcBorders>'
            f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GwImprint"/>{indent}</w:pPr>'
            f"{content}</w:p></w:tc></w:tr>"
        )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{s.TYPE_AREA_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{s.TYPE_AREA_WIDTH}"/></w:tblGrid>{"".join(parts)}</w:tbl>'
        '<w:p><w:pPr><w:pStyle w:val="GwImprint"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _anchored(content: str, width: int, height: int, left: int, top: int) -> str:
    """A text box at a place on the page, in twips; text keeps above and below it."""
    emu = s.EMU_PER_TWIP
    size = f'cx="{width * emu}" cy="{(height + 20) * emu}"'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
        ' behindDoc="0" locked="0" layoutInCell="0" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left * emu}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top * emu}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
        '<wp:docPr id="1" name="版记"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
