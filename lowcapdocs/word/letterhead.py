"""版头 (7.2): 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, 红色分隔线; and that of 命令 (10.2)."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import Page
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.word.mark import joint_mark, mark
from lowcapdocs.word.ooxml import TAB, blank_lines, paragraph, run
from lowcapdocs.word.styles import CHAR


def letterhead(tree: Gongwen, page: Page) -> str:
    """版头 of a document with a mark; empty without one."""
    if not tree.issuer_mark:
        return ""
    corner = corner_lines(tree)
    top = s.ORDER_MARK_TOP if tree.form == "order" else s.MARK_TOP
    room = top + page.lead - len(corner) * page.line_pitch
    if tree.joint_issuers:
        head = joint_mark(tree.issuer_mark, tree.joint_issuers, room)
    else:
        head = mark(tree.issuer_mark, room, s.MARK_TOP + page.lead)
    above = "".join(corner) + head
    if tree.form == "order":
        number = paragraph("GwOrderNumber", run(tree.doc_number) if tree.doc_number else "")
        return above + blank_lines(s.ORDER_BLANK_LINES) + number + blank_lines(s.ORDER_BLANK_LINES)
    return above + blank_lines(s.BLANK_LINES_ABOVE_NUMBER) + _number(tree.doc_number, tree.signers)


def corner_lines(tree: Gongwen) -> list[str]:
    """份号 on the first line, 密级 on the second, 紧急程度 under them (7.2.1 to 7.2.3)."""
    if not (tree.copy_number or tree.secrecy or tree.urgency):
        return []
    lines = [paragraph("GwCopyNumber", run(tree.copy_number) if tree.copy_number else "")]
    if not tree.copy_number and not tree.secrecy:
        lines.clear()  # 紧急程度 alone takes the first line
    return lines + [paragraph("GwCorner", run(text)) for text in (tree.secrecy, tree.urgency) if text]


def _number(number: str, signers: tuple[str, ...]) -> str:
    """发文字号 over the red rule; in an upward document at the left, with 签发人 at the right."""
    if not signers:
        return paragraph("GwNumber", run(number) if number else "")
    rows = [signers[start : start + s.SIGNERS_PER_LINE] for start in range(0, len(signers), s.SIGNERS_PER_LINE)]
    columns = [max(_width(row[i]) for row in rows if len(row) > i) for i in range(min(2, len(signers)))]
    names = s.TYPE_AREA_WIDTH - s.NUMBER_INDENT_CHARS * CHAR - sum(columns) - (len(columns) - 1) * CHAR
    stops = [names - _width(s.SIGNER_LABEL), names, names + columns[0] + CHAR][: len(columns) + 1]
    listed_stops = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in stops)
    tabs = f"<w:tabs>{listed_stops}</w:tabs>"
    lines = []
    for index, row in enumerate(rows):
        last = index == len(rows) - 1
        lead = run("　" * s.NUMBER_INDENT_CHARS + number) if last and number else ""
        label = TAB + (TAB if index else run(s.SIGNER_LABEL))
        listed = TAB.join(run(name, "GwSigner") for name in row)
        lines.append(paragraph("GwNumberLeft" if last else "GwSigners", lead + label + listed, tabs))
    return "".join(lines)


def _width(text: str) -> int:
    """Width of `text` in twips, as it is set."""
    return round(em_width(text) * CHAR)
