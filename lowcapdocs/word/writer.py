"""Tree → .docx bytes: the order of a whole document, its sections and its core properties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Attachment, Gongwen, plain
from lowcapdocs.gongwen.standard import Faces, Page
from lowcapdocs.gongwen.wording import attachment_label, read_date
from lowcapdocs.word import body, letter, stationery
from lowcapdocs.word.imprint import imprint
from lowcapdocs.word.letterhead import letterhead
from lowcapdocs.word.minutes import attendance
from lowcapdocs.word.ooxml import NAMESPACES, XML_HEAD, blank_lines, escape, paragraph, run, section
from lowcapdocs.word.package import Package
from lowcapdocs.word.signature import signature
from lowcapdocs.word.stationery import Kind, References

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
    """The body as it grows: pieces of XML, and how the section now open is laid.

    `first`: page one stands apart, and its section is not ended yet.
    """

    turned: bool
    kind: Kind
    first: bool
    parts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sheets:
    """One stationery, ready to be written on."""

    package: Package
    references: References


class Writer:
    """Writes any number of documents on one stationery; keeps nothing of them."""

    def __init__(self, page: Page = s.PROFILE_A, faces: Faces | None = None) -> None:
        self._pages = {False: page, True: s.landscape(page)}
        self._faces = faces or Faces()
        self._sheets: dict[Kind, _Sheets] = {}

    def docx(self, tree: Gongwen) -> bytes:
        """The file of `tree`; the same tree gives the same bytes."""
        return self._sheet(_kind(tree)).package.with_parts(
            {
                stationery.DOCUMENT_PART: self.document_xml(tree).encode(),
                stationery.CORE_PART: core_xml(tree).encode(),
            }
        )

    def _sheet(self, kind: Kind) -> _Sheets:
        if kind not in self._sheets:
            base = stationery.build(self._pages[False], self._faces, kind)
            self._sheets[kind] = _Sheets(Package(base.parts), base.references)
        return self._sheets[kind]

    def document_xml(self, tree: Gongwen) -> str:
        """word/document.xml of `tree`."""
        kind = _kind(tree)
        story = _Story(tree.landscape, kind, kind.first)
        page = self._pages[tree.landscape]
        parts = story.parts
        parts.append(_head(tree, self._pages[False]))
        parts.append(body.addressees(tree.addressees))
        signed = tree.signature is not None
        followed = bool(tree.attachments or tree.attendance)
        parts.append(body.blocks(tree.body, page.text_width, kept=signed and not followed))
        parts.append(body.attachment_note(tree.attachments, kept=signed))
        parts.append(attendance(tree.attendance))
        parts.append(signature(tree.signature, page.text_width, bool(tree.annotation)))
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

    def _section(self, story: _Story) -> str:
        """The properties of the section that ends here; page one of a 信函 stands apart (10.1)."""
        named = self._sheet(story.kind).references
        references = named.turned if story.turned else named.upright
        first, story.first = story.first, False
        return section(
            self._pages[story.turned],
            references + (named.first if first else ""),
            s.PAGE_NUMBER_DISTANCE,
            story.turned,
            first,
        )

    def _turn(self, story: _Story, turned: bool) -> bool:
        """End the open section if the next page lies the other way; whether it did."""
        if story.turned == turned:
            return False
        story.parts.append(paragraph("GwTableGap", "", self._section(story)))
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
        box = imprint(tree.imprint, self._pages[False].left, ruled=tree.form != "letter")
        if box:
            self._turn(story, False)
            box = paragraph("GwTableGap", box)
        elif story.parts[-1].endswith("</w:tbl>"):
            box = paragraph("GwTableGap", "")
        story.parts.append(box)
        return self._section(story)


def _head(tree: Gongwen, page: Page) -> str:
    """版头 and title; a 命令 has no title but its mark (10.2)."""
    title = body.title(tree.title) + blank_lines(s.BLANK_LINES_BELOW_TITLE)
    if not tree.issuer_mark:
        return title
    match tree.form:
        case "letter":
            return letter.letterhead(tree, page) + title
        case "order":
            return letterhead(tree, page)
        case _:
            return letterhead(tree, page) + blank_lines(s.BLANK_LINES_ABOVE_TITLE) + title


def _kind(tree: Gongwen) -> Kind:
    """What `tree` needs of the stationery."""
    enclosed = tree.enclosure.attachments if tree.enclosure else ()
    attached = {each.landscape for each in (*tree.attachments, *enclosed)}
    upright = not tree.landscape or False in attached or tree.enclosure is not None or tree.imprint is not None
    return Kind(upright, tree.landscape or True in attached, tree.form == "letter")


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
