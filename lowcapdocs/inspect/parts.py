"""The elements of a 公文 as they were found in a document, named as the standard names them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from lowcapdocs.gongwen.standard import TYPE_AREA_WIDTH
from lowcapdocs.inspect.content import Block, Document, Paragraph, Section, Table, paragraphs_of
from lowcapdocs.inspect.properties import Border

Form = Literal["document", "letter", "order", "minutes", "plain"]
"""文件, 信函, 命令, 纪要, and text without 版头."""
FORM_NAMES: dict[Form, str] = {
    "document": "文件格式",
    "letter": "信函格式",
    "order": "命令（令）格式",
    "minutes": "纪要格式",
    "plain": "没有版头",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A separating line. `width` in twips, 0 if unknown; `gap` in twips from the text above it, if known.

    `double` tells its two lines from top to bottom: thick-thin, thin-thick, even, or empty for a single line.
    """

    color: str
    width: int
    owner: Paragraph | None
    gap: float | None = None
    double: str = ""

    @property
    def red(self) -> bool:
        """Whether it is red."""
        return is_red(self.color)


def is_red(color: str) -> bool:
    """Whether an RRGGBB colour is a red."""
    try:
        red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red >= 0xB0 and green <= 0x50 and blue <= 0x50


@dataclass(slots=True)
class Head:
    """版头 (7.2, 10): what stands above the title. `end` is the index of its last block in the body, −1 if none."""

    copy_number: Paragraph | None = None
    secrecy: Paragraph | None = None
    urgency: Paragraph | None = None
    mark: list[Paragraph] = field(default_factory=list)
    number: Paragraph | None = None
    signers: list[Paragraph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    end: int = -1
    order: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Title:
    """A title: its paragraphs, and the empty ones right above and below."""

    paragraphs: list[Paragraph]
    above: list[Paragraph] = field(default_factory=list)
    below: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The title in one piece."""
        return "".join("".join(each.plain.split()) for each in self.paragraphs)

    @property
    def lines(self) -> list[str]:
        """Its lines as they were broken by hand."""
        return [line.strip() for each in self.paragraphs for line in each.plain.split("\n") if line.strip()]


@dataclass(slots=True)
class Annex:
    """附件 (7.3.7): its label, the empty paragraphs under it, its title and its blocks."""

    label: Paragraph
    between: list[Paragraph] = field(default_factory=list)
    title: Title | None = None
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Note:
    """附件说明 (7.3.4): its lines, and the empty paragraphs above."""

    lines: list[Paragraph] = field(default_factory=list)
    above: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Enclosure:
    """印发件: a plan on a new page behind the notice that issues it, perhaps with 附件说明 of its own."""

    title: Title
    note: Note
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Imprint:
    """版记 (7.4): its paragraphs in order and the rules from top to bottom (None: a rule of unknown thickness)."""

    copies: list[Paragraph] = field(default_factory=list)
    printer: Paragraph | None = None
    others: list[Paragraph] = field(default_factory=list)
    rules: list[Border | None] = field(default_factory=list)
    cells: list[Paragraph] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Parts:
    """A whole document by its elements; what was not found is None or empty."""

    document: Document
    form: Form
    head: Head
    title: Title | None = None
    addressees: Paragraph | None = None
    body: list[Block] = field(default_factory=list)
    note: Note = field(default_factory=Note)
    signature: list[Paragraph] = field(default_factory=list)
    signature_above: list[Paragraph] = field(default_factory=list)
    date: Paragraph | None = None
    joint: Table | None = None
    annotation: Paragraph | None = None
    attendance: list[Paragraph] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    imprint: Imprint | None = None

    def section(self, paragraph: Paragraph | Table) -> Section:
        """The section that a block of the body stands in."""
        sections = self.document.sections
        return sections[min(paragraph.section, len(sections) - 1)]

    def width(self, paragraph: Paragraph) -> int:
        """Width of the text area at `paragraph`, in twips."""
        section = self.section(paragraph)
        return section.width - section.left - section.right

    def widths(self, paragraph: Paragraph) -> tuple[int, ...]:
        """Widths of the text area in which `paragraph` may have been placed: as it is, and as it should be.

        They differ where margins are wrong, which is one fault and told once (5.2.1).
        """
        return (self.width(paragraph),) if self.section(paragraph).turned else (self.width(paragraph), TYPE_AREA_WIDTH)

    def texts(self) -> list[list[Block]]:
        """The blocks of the body, of each enclosure and of each annex."""
        return [
            each
            for each in (self.body, *(e.blocks for e in self.enclosures), *(a.blocks for a in self.annexes))
            if each
        ]

    def prose(self) -> list[list[Paragraph]]:
        """The paragraphs outside tables that are not empty, part by part."""
        return [[each for each in blocks if isinstance(each, Paragraph) and not each.empty] for blocks in self.texts()]

    def everything(self) -> list[Paragraph]:
        """Every paragraph that is not empty, tables and text boxes included."""
        found: list[Paragraph] = []
        for each in paragraphs_of(self.document.blocks):
            for shape in each.shapes:
                found += paragraphs_of(shape.blocks)
            found.append(each)
        return [each for each in found if not each.empty]
