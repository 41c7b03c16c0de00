"""word/document.xml → `content.Document`: what is printed, changes accepted, numbering resolved.

Walks blocks (paragraphs, tables, content controls); `runs` walks inside paragraphs.
"""

from __future__ import annotations

from lowcapdocs.inspect.content import Block, Cell, Document, Paragraph, Run, Section, Shape, Story, Table
from lowcapdocs.inspect.formatting import Styles, style_of
from lowcapdocs.inspect.labels import Numbering
from lowcapdocs.inspect.names import MC, Element, W, child, local, switched, twips
from lowcapdocs.inspect.package import Package, broken
from lowcapdocs.inspect.properties import Border, Properties, border, paragraph_properties
from lowcapdocs.inspect.runs import RunReader
from lowcapdocs.inspect.sections import read_sections
from lowcapdocs.inspect.theme import Theme

_THROUGH = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}
_DROPPED = {"del", "moveFrom"}


class Reader:
    """Reads one package. Counters of numbering and paragraphs run through the document once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._settings = package.related("settings")
        self.styles = Styles(package.related("styles"), Theme(package.related("theme"), self._settings))
        self._numbering = Numbering(package.related("numbering"))
        self._default_table = self.styles.default_table()
        self._section = 0
        self._grids: list[int] = []
        self._paragraphs = self._tables = 0
        self._breaks = True
        self._pending: list[Run] = []
        self._part = package.main
        self._runs = RunReader(self.styles, self._box)
        self._parts_read: dict[str, list[Block]] = {}

    def document(self) -> Document:
        """The document. Raises PolicyError if it has no body or its XML is broken."""
        root = self._package.xml(self._package.main)
        body = child(root, "body")
        if root is None or body is None:
            raise broken(self._package.name, "Word 正文部分里没有内容（w:body），文件已损坏。")
        found = list(body.iter(f"{W}sectPr"))
        marks = [each for each in found if each.getparent() is body or local(each.getparent()) == "pPr"]
        sections = read_sections(marks, self._settings, self._footer)
        self._grids = [each.pitch for each in sections]
        self._restart(self._package.main)
        blocks = self._blocks(body, "body", "")
        _page_starts(blocks, sections)
        odd_even = child(self._settings, "evenAndOddHeaders")
        tracked = any(next(root.iter(W + name), None) is not None for name in ("ins", "del", "moveFrom", "moveTo"))
        both = odd_even is not None and switched(odd_even)
        return Document(self._package.name, blocks, sections, both, self._notes(root, tracked), tracked)

    def _restart(self, part: str) -> None:
        self._part, self._section, self._paragraphs, self._tables, self._breaks = part, 0, 0, 0, True
        self._runs.restart()

    def _footer(self, relation: str) -> list[Block]:
        """The blocks of a header or footer."""
        if relation not in self._parts_read:
            _, part = self._package.relations(self._package.main).get(relation, ("", ""))
            root = self._package.xml(part) if part else None
            self._restart(part)
            self._parts_read[relation] = [] if root is None else self._blocks(root, "footer", "")
        return self._parts_read[relation]

    def _box(self, content: Element) -> list[Block]:
        """The blocks of a text box."""
        pending, self._pending = self._pending, []
        blocks = self._blocks(content, "box", "")
        self._pending = pending
        return blocks

    def _blocks(self, parent: Element, story: Story, table_style: str) -> list[Block]:
        found: list[Block] = []
        for each in parent:
            name = local(each)
            if name == "p":
                paragraph = self._paragraph(each, story, table_style)
                if paragraph is not None:
                    found.append(paragraph)
            elif name == "tbl":
                found.append(self._table(each, story))
            elif name in _THROUGH:
                found += self._blocks(each, story, table_style)
            elif name == "AlternateContent":
                chosen = each.find(f"{MC}Choice")
                chosen = each.find(f"{MC}Fallback") if chosen is None else chosen
                found += self._blocks(chosen, story, table_style) if chosen is not None else []
        return found

    def _paragraph(self, element: Element, story: Story, table_style: str) -> Paragraph | None:
        ppr = child(element, "pPr")
        direct = paragraph_properties(ppr)
        style = self.styles.paragraph_style(direct)
        mark = child(ppr, "rPr")
        label, numbering = self._label(direct, style)
        shapes: list[Shape] = []
        runs = self._runs.read(element, style, table_style, shapes)
        if self._pending:
            runs, self._pending = self._pending + runs, []
        if mark is not None and any(local(each) in _DROPPED for each in mark):
            self._pending = runs  # the mark is deleted: what stands here goes on into the next paragraph
            return None
        grid = self._grids[self._section] if self._section < len(self._grids) else 0
        size = self.styles.size(style, table_style)
        look = self.styles.paragraph(direct, table_style, numbering, size, grid)
        mark_look = self.styles.run(mark, style, table_style)
        text = "".join(run.text for run in runs)
        paragraph = Paragraph(
            runs, look, self.styles.name(style), label if text.strip() or shapes else "", self._section,
            story=story, size=mark_look.size, grid=grid, shapes=shapes,
        )  # fmt: skip
        if story == "body":
            self._count(paragraph, text, child(ppr, "sectPr") is not None)
        return paragraph

    def _count(self, paragraph: Paragraph, text: str, section_ends: bool) -> None:
        printed = text.strip()
        head = text[: text.find(printed[0])] if printed else text
        paragraph.starts_page = paragraph.look.page_break or self._breaks or ("\f" in head and bool(printed))
        self._breaks = text.rstrip(" \t\u3000").endswith("\f")
        if printed:
            self._paragraphs += 1
            paragraph.number = self._paragraphs
        if section_ends:
            self._section += 1

    def _label(self, direct: Properties, style: str) -> tuple[str, Properties]:
        """The automatic number of a paragraph, and what its level says of paragraphs."""
        own = self.styles.paragraphs_of(style)
        num = direct.get("num", own.get("num"))
        if not isinstance(num, tuple):
            return "", {}
        id_, level = num
        inherited = own.get("num") or (None, None)
        id_ = id_ if id_ is not None else inherited[0]
        if id_ in (None, "0"):
            return "", {}
        if level is None:
            level = inherited[1] if inherited[1] is not None else self._numbering.level_of_style(id_, style)
        return self._numbering.label(id_, level), self._numbering.paragraph(id_, level)

    def _table(self, element: Element, story: Story) -> Table:
        properties = child(element, "tblPr")
        style = style_of(properties, "tblStyle") or self._default_table
        if story == "body":
            self._tables += 1
        table = Table([], self._section, self._tables, _grid_width(element), starts_page=self._breaks)
        floating = child(properties, "tblpPr")
        if floating is not None:
            anchor = floating.get(f"{W}vertAnchor") or "margin"
            table.vertical = (anchor, floating.get(f"{W}tblpYSpec"), twips(floating.get(f"{W}tblpY")))
        self._breaks = False if story == "body" else self._breaks
        inner: Story = "table" if story == "body" else story
        own = child(properties, "tblBorders")
        around = own if own is not None else self.styles.borders_of_table(style)
        rows = list(_rows(element))
        for index, row in enumerate(rows):
            rules = child(row, "trPr")
            if rules is not None and child(rules, "tblHeader") is not None and table.head == index:
                table.head += 1
            cells = []
            for cell in _cells(row):
                edges = child(child(cell, "tcPr"), "tcBorders")
                top = _edge(edges, around, "top", "top" if index == 0 else "insideH")
                bottom = _edge(edges, around, "bottom", "bottom" if index == len(rows) - 1 else "insideH")
                cells.append(Cell(self._blocks(cell, inner, style), top, bottom))
            table.rows.append(cells)
        return table

    def _notes(self, root: Element, tracked: bool) -> list[str]:
        """What a clerk should settle before the document goes out."""
        found = []
        if tracked:
            found.append("文中有未接受的修订，检查时按全部接受处理，没有检查排好的页面。")
        if next(root.iter(f"{W}commentReference"), None) is not None:
            found.append("文中有批注，印发前请删除。")
        if self._runs.hidden:
            found.append("文中有隐藏文字，检查时不计，印发前请删除。")
        if next(root.iter(f"{W}altChunk"), None) is not None:
            found.append("文中嵌入了另一个文件（altChunk），没有检查，请用 Word 打开另存后再查。")
        return found


def _page_starts(blocks: list[Block], sections: list[Section]) -> None:
    """Mark the first block of every section that begins a page."""
    last = 0
    for block in blocks:
        if block.section != last and block.section < len(sections):
            if sections[block.section].kind != "continuous":
                block.starts_page = True
            last = block.section


def _grid_width(table: Element) -> int:
    grid = child(table, "tblGrid")
    return sum(twips(each.get(f"{W}w")) or 0 for each in grid) if grid is not None else 0


def _rows(parent: Element) -> list[Element]:
    found = []
    for each in parent:
        if local(each) == "tr":
            if child(child(each, "trPr"), "del") is None:
                found.append(each)
        elif local(each) in _THROUGH:
            found += _rows(each)
    return found


def _cells(parent: Element) -> list[Element]:
    found = []
    for each in parent:
        if local(each) == "tc":
            found.append(each)
        elif local(each) in _THROUGH:
            found += _cells(each)
    return found


def _edge(own: Element | None, around: Element | None, name: str, table_name: str) -> Border | None:
    """The rule at an edge of a cell: its own, else the table's."""
    for element, key in ((own, name), (around, table_name)):
        found = child(element, key)
        if found is not None:
            edge = border(found)
            return edge if edge.drawn else None
    return None
