"""On which page a document ends and how much room is left there, counted line by line.

版记 stands on the last side, which is an even page (6.2 with 7.4.1; GB/T 33476.2 7.3.1), and page one
shows text (7.3.2, 7.3.3): both must be known before the file is written. Every line of ours has an
exact height, so they can be counted from the body that was just written and the styles it names; no
other program is asked. What is counted is Word's way: no gaps beside digits, marks hang over the edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.standard import Faces, Page
from lowcapdocs.gongwen.wrapping import lines_of
from lowcapdocs.word.styles import styles_xml

_BOX = re.compile(r"<mc:AlternateContent>.*?</mc:AlternateContent>", re.DOTALL)
_CELL = re.compile(r'<w:tc><w:tcPr><w:tcW w:w="(\d+)"(.*?)</w:tcPr>(.*?)</w:tc>', re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p>(?:<w:pPr>(.*?)</w:pPr>)?(.*)", re.DOTALL)
_STYLE = re.compile(r'w:styleId="(\w+)">(.*?)</w:style>', re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>|(<w:br/>)|(<w:tab/>)")
_ENTITY = re.compile(r"&\w+;")
_TURNED = 'w:orient="landscape"'
_FITTED = ("GwMark", "Title")
"""Styles whose lines are made to fit; they are never wrapped."""
_TABLE_RULE = 10
"""Twips that the rule between two rows takes."""


class Look(NamedTuple):
    """What the height of a paragraph depends on, in twips."""

    line: int = 0
    before: int = 0
    char: int = 0
    spacing: int = 0
    first: int = 0
    left: int = 0
    right: int = 0
    keep: bool = False


class _Measured(NamedTuple):
    """A paragraph as it fills a page."""

    look: Look
    lines: int
    is_text: bool
    """A paragraph of the text or a heading of it."""
    begins_page: bool
    ends_section: bool


class End(NamedTuple):
    """Where a document ends: its last page (from 1), the twips left on it, and where its text begins."""

    page: int
    room: int
    text_begins: int
    """Page on which the first paragraph of text stands, 0 if there is none."""


@dataclass(slots=True)
class _Sheet:
    """The page being filled."""

    height: int
    used: int = 0
    number: int = 1

    def turn(self) -> None:
        """Begin the next page."""
        self.number += 1
        self.used = 0

    def fit(self, height: int, repeated: int = 0) -> None:
        """Put what cannot be divided, after `repeated` on a page that it begins."""
        if self.used and self.used + height > self.height:
            self.turn()
            self.used = repeated
        self.used += height


class Paging:
    """Counts the pages of documents on one stationery."""

    def __init__(self, page: Page, faces: Faces) -> None:
        self._pages = {False: page, True: s.landscape(page)}
        self._looks = _looks(styles_xml(page, faces))
        self._lines = lru_cache(maxsize=4096)(self._count)
        self._heights = lru_cache(maxsize=4096)(self._row)

    def end(self, body: str, last_turned: bool) -> End:
        """Where `body` ends: the children of w:body without its last section, which lies across if `last_turned`."""
        blocks = list(_blocks(_BOX.sub("", body) if "<mc:" in body else body))
        turns = [_TURNED in block for block in blocks if "<w:sectPr>" in block] if "<w:sectPr>" in body else []
        turns.append(last_turned)
        turned = turns.pop(0)
        sheet = _Sheet(self._pages[turned].text_height)
        kept = begins = 0
        for block in blocks:
            if block.startswith("<w:tbl>"):
                self._table(sheet, block, kept)
                kept = 0
                continue
            look, lines, is_text, begins_page, ends_section = self._lines(block, self._pages[turned].text_width)
            if begins_page and sheet.used:
                sheet.turn()
            if look.keep:
                kept += look.before + lines * look.line
            else:
                sheet.fit(kept + look.before + look.line)
                for _ in range(lines - 1):
                    sheet.fit(look.line)
                kept = 0
            if is_text and not begins:
                begins = sheet.number + (sheet.used + kept > sheet.height)
            if ends_section:
                turned = turns.pop(0)
                sheet.turn()
                sheet.height = self._pages[turned].text_height
        if kept:
            sheet.fit(kept)
        return End(sheet.number, sheet.height - sheet.used, begins)

    def _table(self, sheet: _Sheet, table: str, kept: int) -> None:
        """Rows are not divided; those of the head come again on every page."""
        margins = 0 if "<w:tblCellMar>" in table else s.TABLE_SIDES * 2
        repeated = 0
        for row in table.split("</w:tr>")[:-1]:
            height = self._heights(row, margins)
            head = "<w:tblHeader/>" in row
            sheet.fit(kept + height, 0 if head else repeated)
            kept = 0
            repeated += height if head else 0

    def _row(self, row: str, margins: int) -> int:
        if exact := re.search(r'<w:trHeight w:val="(\d+)"', row):
            return int(exact[1])
        height = s.TABLE_LINE
        for width, properties, content in _CELL.findall(row):
            if "<w:vMerge" in properties:
                continue  # it has the height of several rows
            found = [self._lines(paragraph, int(width) - margins) for paragraph in _blocks(content)]
            height = max(height, sum(each.look.line * each.lines for each in found))
        return height + s.TABLE_BELOW + _TABLE_RULE

    def _count(self, paragraph: str, width: int) -> _Measured:
        """A paragraph in a column of `width`."""
        found = _PARAGRAPH.match(paragraph)
        properties, content = (found[1] or "", found[2]) if found else ("", "")
        named = re.search(r'<w:pStyle w:val="(\w+)"', properties)
        style = named[1] if named else "Normal"
        look = _changed(self._looks[style], properties, "")
        text = "".join(own or "\n" * bool(line) or "\t" for own, line, _ in _TEXT.findall(content))
        if style in _FITTED:
            lines = 1 + text.count("\n")
        else:
            lines = _wrapped(_ENTITY.sub("&", text), look, width - look.left - look.right)
        is_text = style == "GwBody" or style.startswith("Heading")
        return _Measured(look, lines, is_text, "<w:pageBreakBefore/>" in properties, "<w:sectPr>" in properties)


def _blocks(body: str) -> Iterator[str]:
    """Paragraphs, without their end, and tables; nothing else stands between them."""
    ahead, *tables = body.split("<w:tbl>")
    yield from ahead.split("</w:p>")[:-1]
    for each in tables:
        table, _, behind = each.partition("</w:tbl>")
        yield f"<w:tbl>{table}"
        yield from behind.split("</w:p>")[:-1]


def _wrapped(text: str, look: Look, width: int) -> int:
    """How many lines `text` takes; the first begins `look.first` further in."""
    return lines_of(text, look.char + look.spacing, look.char // 2 + look.spacing, width, look.first)


def _looks(styles: str) -> dict[str, Look]:
    """The look of every paragraph style."""
    sizes = Look(char=s.CHAR_3, spacing=s.CHAR_SPACING, line=s.CHAR_3)
    found: dict[str, Look] = {}
    for name, inside in _STYLE.findall(styles):
        based = re.search(r'<w:basedOn w:val="(\w+)"', inside)
        paragraph, _, run = inside.partition("<w:rPr>")
        found[name] = _changed(found.get(based[1], sizes) if based else sizes, paragraph, run)
    return found


def _changed(look: Look, paragraph: str, run: str) -> Look:
    """`look` with what the properties of a paragraph and of its characters change."""

    def number(pattern: str, text: str, default: int) -> int:
        match = re.search(pattern, text)
        return int(match[1]) if match else default

    if not paragraph and not run:
        return look
    return Look(
        line=number(r'<w:spacing [^>]*w:line="(\d+)"', paragraph, look.line),
        before=number(r'<w:spacing [^>]*w:before="(\d+)"', paragraph, look.before),
        char=number(r'<w:sz w:val="(\d+)"', run, look.char // 10) * 10,
        spacing=number(r'<w:spacing w:val="(-?\d+)"', run, look.spacing),
        first=number(r'w:firstLine="(\d+)"', paragraph, look.first) - number(r'w:hanging="(\d+)"', paragraph, 0),
        left=number(r'<w:ind [^>]*w:left="(\d+)"', paragraph, look.left),
        right=number(r'<w:ind [^>]*w:right="(\d+)"', paragraph, look.right),
        keep=look.keep or "<w:keepNext/>" in paragraph,
    )
