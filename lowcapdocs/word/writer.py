"""Tree → .docx bytes: the order of a whole document, its sections and its core properties."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Attachment, Gongwen, plain
from lowcapdocs.gongwen.standard import UNKNOWN, Faces, Page
from lowcapdocs.gongwen.wording import attachment_label, read_date
from lowcapdocs.word import body, imprint, letter, stationery
from lowcapdocs.word.letterhead import letterhead
from lowcapdocs.word.minutes import attendance
from lowcapdocs.word.ooxml import NAMESPACES, XML_HEAD, blank_lines, end_section, escape, paragraph, run, section
from lowcapdocs.word.package import Package
from lowcapdocs.word.paging import Paging
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


_Place = Literal["here", "next page", "after a blank page"]


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
        self._sheet(Kind())  # what nearly every document needs

    def docx(self, tree: Gongwen) -> bytes:
        """The file of `tree`; the same tree gives the same bytes."""
        xml, kind = self._written(tree)
        return self._sheet(kind).package.with_parts(
            {
                stationery.DOCUMENT_PART: xml.encode(),
                stationery.CORE_PART: core_xml(tree).encode(),
            }
        )

    def document_xml(self, tree: Gongwen) -> str:
        """word/document.xml of `tree`."""
        return self._written(tree)[0]

    def pages(self, tree: Gongwen) -> int:
        """How many pages `tree` takes, a blank one before 版记 among them."""
        story = _Story(tree.landscape, _kind(tree), _kind(tree).first)
        crowded = self._crowded(tree)
        self._write(story, tree, crowded)
        last = self._paging.end("".join(story.parts), story.turned).page
        match self._imprint_place(story, tree, crowded):
            case "here":  # upright, so on a page of its own after one that lies across
                return last + (story.turned and bool(tree.imprint or crowded))
            case "next page":
                return last + 1
            case "after a blank page":
                return last + 2

    def _written(self, tree: Gongwen) -> tuple[str, Kind]:
        """word/document.xml, and the stationery that it is written for."""
        kind = _kind(tree)
        story = _Story(tree.landscape, kind, kind.first)
        crowded = self._crowded(tree)
        self._write(story, tree, crowded)
        place = self._imprint_place(story, tree, crowded)
        if place == "after a blank page":
            kind = _kind(tree, bare=True)
            story = _Story(tree.landscape, kind, kind.first)
            self._write(story, tree, crowded)
        self._end(story, tree, crowded, place)
        return f"{_HEAD}{''.join(story.parts)}{_TAIL}", kind

    def _sheet(self, kind: Kind) -> _Sheets:
        if kind not in self._sheets:
            base = stationery.build(self._pages[False], self._faces, kind)
            self._sheets[kind] = _Sheets(Package(base.parts), base.references)
        return self._sheets[kind]

    @cached_property
    def _paging(self) -> Paging:
        return Paging(self._pages[False], self._faces)

    def _crowded(self, tree: Gongwen) -> bool:
        """Whether 主送机关 is so long that page one would show no text (7.3.2)."""
        if len(plain(tree.addressees)) < s.LONG_ADDRESSEES:
            return False
        head = _head(tree, self._pages[False]) + body.addressees(tree.addressees)
        first = body.blocks(tree.body[:1], self._pages[tree.landscape].text_width)
        return self._paging.end(head + first, tree.landscape).text_begins > 1

    def _write(self, story: _Story, tree: Gongwen, crowded: bool) -> None:
        """Everything before 版记."""
        page = self._pages[tree.landscape]
        parts = story.parts
        parts.append(_head(tree, self._pages[False]))
        if not crowded:
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

    def _section(self, story: _Story, references: str = "") -> str:
        """The properties of the section that ends here; page one of a 信函 stands apart (10.1)."""
        named = self._sheet(story.kind).references
        references = references or (named.turned if story.turned else named.upright)
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
        self._end_section(story)
        story.turned = turned
        return True

    def _end_section(self, story: _Story) -> None:
        last = max(index for index, part in enumerate(story.parts) if part)
        if story.parts[last].endswith("</w:tbl>"):
            story.parts[last] += paragraph("GwTableGap", "")
        story.parts[last] = end_section(story.parts[last], self._section(story))

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

    def _imprint_place(self, story: _Story, tree: Gongwen, crowded: bool) -> _Place:
        """Where 版记 goes: on the last side, which is an even one (7.4.1); a 信函 may end on any (10.1)."""
        if tree.imprint is None and not crowded:
            return "here"
        letter = tree.form == "letter"
        height = imprint.height(tree.imprint, plain(tree.addressees) if crowded else "", not letter)
        if not height:
            return "here"
        end = self._paging.end("".join(story.parts), story.turned)
        fits = story.turned or end.room >= height + s.IMPRINT_ANCHOR
        number = end.page + story.turned
        if letter:
            return "here" if fits else "next page"
        if fits and number % 2 == 0:
            return "here"
        return "next page" if number % 2 and not story.turned else "after a blank page"

    def _end(self, story: _Story, tree: Gongwen, crowded: bool, place: _Place) -> None:
        """版记, upright on the last page, and the last section.

        A blank page before that of 版记 has no number, nor has the latter (7.5).
        """
        moved = plain(tree.addressees) if crowded else ""
        box = imprint.imprint(tree.imprint, self._pages[False].left, moved, tree.form != "letter")
        references = ""
        if box:
            turned = self._turn(story, False)
            if place == "after a blank page":
                if not turned:
                    self._end_section(story)
                story.parts.append(paragraph("GwTableGap", ""))
                references = self._sheet(story.kind).references.bare
            box = paragraph("GwTableGap", box, "<w:pageBreakBefore/>" if place != "here" else "")
        elif story.parts[-1].endswith("</w:tbl>"):
            box = paragraph("GwTableGap", "")
        story.parts.append(box)
        story.parts.append(self._section(story, references))


def _head(tree: Gongwen, page: Page) -> str:
    """版头 and title; a 命令 has no title but its mark (10.2)."""
    title = body.title(tree.title) + body.remark(tree.remark) + blank_lines(s.BLANK_LINES_BELOW_TITLE)
    if not tree.issuer_mark:
        return title
    match tree.form:
        case "letter":
            return letter.letterhead(tree, page) + title
        case "order":
            return letterhead(tree, page)
        case _:
            return letterhead(tree, page) + blank_lines(s.BLANK_LINES_ABOVE_TITLE) + title


def _kind(tree: Gongwen, bare: bool = False) -> Kind:
    """What `tree` needs of the stationery; `bare`: 版记 follows a blank page."""
    enclosed = tree.enclosure.attachments if tree.enclosure else ()
    attached = {each.landscape for each in (*tree.attachments, *enclosed)}
    upright = not tree.landscape or False in attached or tree.enclosure is not None
    numbered = upright or (tree.imprint is not None and not bare)
    return Kind(numbered, tree.landscape or True in attached, tree.form == "letter", bare)


def core_xml(tree: Gongwen) -> str:
    """Core properties: the title, and the date of issue if it is known; no person's name."""
    title = escape(plain(tree.title))
    dates = _dates(tree.signature.date) if tree.signature is not None else ""
    return f"{_CORE}<dc:title>{title}</dc:title><dc:language>zh-CN</dc:language>{dates}</cp:coreProperties>"


@lru_cache(maxsize=64)
def _dates(text: str) -> str:
    """The dates that go with 成文日期, none while it is not known. Remembered: a series has one."""
    if UNKNOWN in text:
        return ""
    day = read_date(text).isoformat()
    return "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
