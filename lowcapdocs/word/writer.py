"""Tree → .docx bytes: the order of a whole document, its sections and its core properties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Attachment, Gongwen, plain
from lowcapdocs.gongwen.standard import Faces, Page
from lowcapdocs.gongwen.wording import attachment_label, read_date
from lowcapdocs.word import body, stationery
from lowcapdocs.word.imprint import imprint
from lowcapdocs.word.letterhead import letterhead
from lowcapdocs.word.ooxml import NAMESPACES, XML_HEAD, blank_lines, escape, paragraph, run, section
from lowcapdocs.word.package import Package

_HEAD = f"{XML_HEAD}<w:document {NAMESPACES}><w:body>"
_TAIL = "</w:body></w:document>"
_CORE = (
    f"{XML_HEAD}<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


@dataclass(slots=True)
class _Story:
    """The body as it grows: pieces of XML, and how the section now open is laid."""

    turned: bool
    parts: list[str] = field(default_factory=list)


class Writer:
    """Writes any number of documents on one stationery; keeps nothing of them."""

    def __init__(self, page: Page = s.PROFILE_A, faces: Faces | None = None) -> None:
        base = stationery.build(page, faces or Faces())
        self._package = Package(base.parts)
        self._pages = {False: page, True: s.landscape(page)}
        self._footers = base.footers

    def docx(self, tree: Gongwen) -> bytes:
        """The file of `tree`; the same tree gives the same bytes."""
        return self._package.with_parts(
            {
                stationery.DOCUMENT_PART: self.document_xml(tree).encode(),
                stationery.CORE_PART: core_xml(tree).encode(),
            }
        )

    def document_xml(self, tree: Gongwen) -> str:
        """word/document.xml of `tree`."""
        story = _Story(tree.landscape)
        width = self._pages[tree.landscape].text_width
        parts = story.parts
        parts.append(letterhead(tree.issuer_mark, tree.doc_number))
        if tree.issuer_mark:
            parts.append(blank_lines(s.BLANK_LINES_ABOVE_TITLE))
        parts.append(body.title(tree.title))
        parts.append(blank_lines(s.BLANK_LINES_BELOW_TITLE))
        parts.append(body.addressees(tree.addressees))
        signed = tree.signature is not None
        parts.append(body.blocks(tree.body, width, kept=signed and not tree.attachments))
        parts.append(body.attachment_note(tree.attachments, kept=signed))
        parts.append(body.signature(tree.signature, width, bool(tree.annotation)))
        parts.append(body.annotation(tree.annotation))
        if tree.enclosure is not None:
            self._turn(story, False)
            parts.append(body.title(tree.enclosure.title, page_break=not tree.landscape))
            parts.append(blank_lines(s.BLANK_LINES_BELOW_TITLE))
            parts.append(body.blocks(tree.enclosure.blocks, self._pages[False].text_width))
            parts.append(body.attachment_note(tree.enclosure.attachments))
            self._annexes(story, tree.enclosure.attachments)
        self._annexes(story, tree.attachments)
        last = self._end(story, tree)
        return f"{_HEAD}{''.join(parts)}{last}{_TAIL}"

    def _section(self, turned: bool) -> str:
        return section(self._pages[turned], self._footers, s.PAGE_NUMBER_DISTANCE, turned)

    def _turn(self, story: _Story, turned: bool) -> bool:
        """End the open section if the next page lies the other way; whether it did."""
        if story.turned == turned:
            return False
        story.parts.append(paragraph("GwTableGap", "", self._section(story.turned)))
        story.turned = turned
        return True

    def _annexes(self, story: _Story, attachments: tuple[Attachment, ...]) -> None:
        """附件 (7.3.7): each on a new page, its label on line 1, its title on line 3."""
        for index, each in enumerate(attachments, start=1):
            new_page = self._turn(story, each.landscape)
            label = attachment_label(index, len(attachments))
            page_break = "" if new_page else "<w:pageBreakBefore/>"
            story.parts += [
                paragraph("GwAnnexLabel", run(label), page_break),
                blank_lines(s.ATTACHMENT_TITLE_LINE - 2),
                body.title(each.title),
                blank_lines(s.BLANK_LINES_BELOW_TITLE),
                body.blocks(each.blocks, self._pages[each.landscape].text_width),
            ]

    def _end(self, story: _Story, tree: Gongwen) -> str:
        """版记, upright on the last page, and the last section."""
        box = imprint(tree.imprint, self._pages[False].left)
        if box:
            self._turn(story, False)
            box = paragraph("GwTableGap", box)
        elif story.parts[-1].endswith("</w:tbl>"):
            box = paragraph("GwTableGap", "")
        story.parts.append(box)
        return self._section(story.turned)


def core_xml(tree: Gongwen) -> str:
    """Core properties: the title, and the date of issue if it is known; no person's name."""
    title = escape(plain(tree.title))
    dates = ""
    if tree.signature is not None and not re.search("×", tree.signature.date):
        day = read_date(tree.signature.date).isoformat()
        dates = "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
            for name in ("created", "modified")
        )
    return f"{_CORE}<dc:title>{title}</dc:title><dc:language>zh-CN</dc:language>{dates}</cp:coreProperties>"
