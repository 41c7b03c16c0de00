"""主体 (7.3): title, 主送机关, text, 附件说明, 附注; the signature has a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen import title as title_lines
from lowcapdocs.gongwen.elements import Attachment, Block, Heading, Paragraph, Spans, Table, plain
from lowcapdocs.gongwen.wording import addressed, attachment_lines, bracketed
from lowcapdocs.word.ooxml import BREAK, blank_lines, paragraph, run, runs
from lowcapdocs.word.signature import text_width
from lowcapdocs.word.styles import CHAR
from lowcapdocs.word.table import table

_TABLE_GAP = paragraph("GwTableGap", "")
_GAP_AFTER_HEADING = paragraph("GwTableGap", "", "<w:keepNext/>")


def remark(text: str) -> str:
    """题注: a line in brackets under the title, in the face of 楷体; the standard does not speak of it."""
    return paragraph("GwRemark", run(bracketed(text))) if text else ""


def title(spans: Spans, page_break: bool = False) -> str:
    """标题, centred, its lines broken by shape; one paragraph, so navigation sees one title."""
    content = BREAK.join(run(line) for line in title_lines.lines(spans))
    return paragraph("Title", content, "<w:pageBreakBefore/>" if page_break else "")


def addressees(spans: Spans) -> str:
    """主送机关 with its colon (7.3.2)."""
    return paragraph("GwAddressees", runs(spans) + run(addressed(""))) if spans else ""


def blocks(items: Sequence[Block], width: int, kept: bool = False) -> str:
    """正文: headings, paragraphs and tables in a column of `width` twips.

    `kept`: a signature follows, and the page it stands on is to hold text too (7.3.5.5), so the
    last paragraph goes with it, unless it is the only one, which page one must show (7.3.3).
    """
    parts = []
    last = items[-1] if kept and len(items) > 1 else None
    before: Block | None = None
    for block in items:
        keep = "<w:keepNext/>" if block is last else ""
        match block:
            case Paragraph():
                parts.append(f'<w:p><w:pPr><w:pStyle w:val="GwBody"/>{keep}</w:pPr>{runs(block.spans)}</w:p>')
            case Heading():
                parts.append(_heading(block, keep))
            case Table():
                if before is not None:
                    parts.append(_GAP_AFTER_HEADING if isinstance(before, Heading) and not before.body else _TABLE_GAP)
                parts.append(table(block, width))
            case _:
                assert_never(block)
        before = block
    if isinstance(before, Table):
        parts.append(_TABLE_GAP)
    return "".join(parts)


def _heading(block: Heading, keep: str = "") -> str:
    """A heading, or a paragraph that begins with one, which `keep` may tie to what follows."""
    if not block.body:
        return paragraph(f"Heading{block.level}", run(block.number) + runs(block.spans))
    if not block.spans:
        return paragraph("GwBody", run(block.number) + runs(block.body), keep)
    style = f"GwRunIn{block.level}"
    return paragraph("GwBody", run(block.number, style) + runs(block.spans, style) + runs(block.body), keep)


def attachment_note(attachments: tuple[Attachment, ...], kept: bool = False) -> str:
    """附件说明 (7.3.4): a blank line, then the names, wrapped lines under the name's first character.

    `kept`: a signature follows and stays with it.
    """
    if not attachments:
        return ""
    parts = [blank_lines(s.BLANK_LINES_ABOVE_ATTACHMENT_NOTE)]
    start = s.INDENT_CHARS * CHAR
    lead = text_width("附件：")
    for label, name in attachment_lines(plain(each.title) for each in attachments):
        own = text_width(label)
        hang = own if label.startswith("附件：") else lead + own
        left = start + hang
        content = run(label) + run(name)
        keep = "<w:keepNext/>" if kept else ""
        parts.append(paragraph("GwAttachmentNote", content, f'{keep}<w:ind w:left="{left}" w:hanging="{own}"/>'))
    return "".join(parts)


def annotation(text: str) -> str:
    """附注 in full-width brackets (7.3.6)."""
    return paragraph("GwAnnotation", run(bracketed(text))) if text else ""
