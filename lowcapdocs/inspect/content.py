"""What a reader of a Word document sees: paragraphs, tables, shapes and sections, already resolved.

Rules and `structure` work on these alone; XML stays behind `reading`. Lengths are twips unless named.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.inspect.properties import Border, ParagraphLook, RunLook

PAGE = "\ufff9"
"""Stands in a text where Word prints the number of the page."""
Story = Literal["body", "table", "box", "footer"]
Place: TypeAlias = tuple[str, str | None, int | None]
"""What a place is relative to, its alignment or its offset in twips."""
_QUOTED = 14


class Run(NamedTuple):
    """Text in one look; breaks of lines and pages and tabs stand in it as control characters."""

    text: str
    look: RunLook


@dataclass(slots=True, eq=False)
class Shape:
    """A line, a text box or a picture. `color` is that of its line, `compound` how a line is doubled.

    `vertical` and `horizontal` are (what the place is relative to, alignment or None, offset or None).
    """

    kind: Literal["line", "box", "picture"]
    width: int = 0
    height: int = 0
    color: str = "auto"
    compound: str = ""
    weight: float = 0.0
    blocks: list[Block] = field(default_factory=list)
    vertical: Place = ("", None, None)
    horizontal: Place = ("", None, None)


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph as accepted and printed: hidden and deleted text is not in `runs`.

    `label` is the printed automatic number; `number` counts the paragraphs of the body that are not
    empty; `starts_page` tells of a page break right before; `size` is that of its mark in half-points;
    `em` is one character of it; `room` is the width of the text box around it.
    """

    runs: list[Run]
    look: ParagraphLook
    style: str = ""
    label: str = ""
    section: int = 0
    number: int = 0
    story: Story = "body"
    starts_page: bool = False
    size: int = 20
    grid: int = 0
    room: int = 0
    shapes: list[Shape] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        self.text = self.label + "".join(run.text for run in self.runs).replace("\f", "")

    @property
    def plain(self) -> str:
        """The text without spaces around it."""
        return self.text.strip()

    @property
    def empty(self) -> bool:
        """Whether nothing is printed here."""
        return not self.plain

    @property
    def where(self) -> str:
        """第5段, 表格内 and the like."""
        return f"第{self.number}段" if self.story == "body" and self.number else _STORIES[self.story]

    @property
    def place(self) -> str:
        """Where a clerk finds it, with its first words."""
        words = "".join(self.plain.split())
        quoted = f"“{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”" if words else ""
        return self.where + quoted

    @property
    def em(self) -> int:
        """Width of a character, that of the first run."""
        look = self.first_look
        return (look.size if look else self.size) * 10

    @property
    def first_look(self) -> RunLook | None:
        """The look of the first printed character."""
        return next((run.look for run in self.runs if run.text.strip()), None)

    @property
    def lead(self) -> int:
        """How far the first character of the first line stands in, typed spaces included."""
        inset = self.look.left + self.look.first
        for character in self.text[: len(self.text) - len(self.text.lstrip())]:
            if character == "\t":
                stops = [at for kind, at in self.look.tabs if kind not in ("clear", "bar") and at > inset]
                inset = min(stops, default=(inset // 420 + 1) * 420)
            elif character != "\n":
                inset += round(em_width(character) * self.em)
        return inset

    @property
    def tail(self) -> int:
        """How far the last line ends from the right edge when it is set to the right."""
        spaces = self.text[len(self.text.rstrip()) :]
        return self.look.right + round(sum(em_width(each) for each in spaces) * self.em)

    @property
    def line_height(self) -> float:
        """Height of one line; an estimate unless the rule is exact."""
        size = max((run.look.size for run in self.runs if run.text.strip()), default=self.size) * 10
        if self.look.rule == "exact":
            return self.look.line
        natural = size * 1.3
        if self.grid and self.look.snap:
            natural = math.ceil(natural / self.grid) * self.grid
        if self.look.rule == "atLeast":
            return max(self.look.line, natural)
        return natural * self.look.line / 240

    def border(self, side: str) -> Border | None:
        """The rule at a side, if one is drawn."""
        found = self.look.borders.get(side)
        return found if found is not None and found.drawn else None


@dataclass(slots=True, eq=False)
class Cell:
    """A cell and the rules above and below it."""

    blocks: list[Block]
    top: Border | None = None
    bottom: Border | None = None


@dataclass(slots=True, eq=False)
class Table:
    """A table of the body; `number` counts tables from 1. `head` are the rows repeated on each page."""

    rows: list[list[Cell]]
    section: int = 0
    number: int = 0
    width: int = 0
    head: int = 0
    starts_page: bool = False
    vertical: Place = ("", None, None)

    @property
    def place(self) -> str:
        """Where a clerk finds it."""
        return f"第{self.number}个表格"

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in it, row by row."""
        for row in self.rows:
            for cell in row:
                yield from paragraphs_of(cell.blocks)


Block: TypeAlias = Paragraph | Table
_STORIES: dict[Story, str] = {"body": "正文", "table": "表格内", "box": "文本框内", "footer": "页脚"}


def paragraphs_of(blocks: list[Block]) -> Iterator[Paragraph]:
    """Every paragraph of `blocks`, in tables too; text boxes are not entered."""
    for block in blocks:
        if isinstance(block, Table):
            yield from block.paragraphs()
        else:
            yield block


@dataclass(slots=True)
class Section:
    """A section: its sheet and margins, and the blocks of its footers and headers by type."""

    width: int = 11906
    height: int = 16838
    top: int = 1440
    bottom: int = 1440
    left: int = 1800
    right: int = 1800
    footer: int = 720
    kind: str = "nextPage"
    grid: str = ""
    pitch: int = 0
    char_space: int = 0
    title_page: bool = False
    restarts: bool = False
    footers: dict[str, list[Block]] = field(default_factory=dict)
    headers: dict[str, list[Block]] = field(default_factory=dict)

    @property
    def turned(self) -> bool:
        """Whether the sheet lies across."""
        return self.width > self.height


@dataclass(slots=True)
class Document:
    """A whole document. `notes` are things that are not printed or not settled, in Chinese; `tracked`: changes are open."""

    name: str
    blocks: list[Block]
    sections: list[Section]
    odd_even: bool = False
    notes: list[str] = field(default_factory=list)
    tracked: bool = False
