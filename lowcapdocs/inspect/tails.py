"""Finds what closes a document: signature, date, 附注, and 版记 in whatever holds it."""

from __future__ import annotations

import re

from lowcapdocs.inspect.content import Block, Paragraph, Table, paragraphs_of
from lowcapdocs.inspect.parts import Imprint
from lowcapdocs.inspect.properties import Border

_DIGIT = r"0-9０-９一二三四五六七八九十〇○零ОOo×XxＸ\s"
DATE_LINE = re.compile(rf"^[{_DIGIT}]{{2,10}}年[{_DIGIT}]{{1,6}}月[{_DIGIT}]{{1,6}}日$")
COPIES = re.compile(r"^(?:抄\s*送|分\s*送|抄\s*报|主\s*送)(?:机关)?\s*[：:]?\s*\S")
_PRINTED = re.compile(r"年.{1,8}月.{1,8}日\s*印\s*[发制]?$|印\s*发$")
_BRACKETED = re.compile(r"^[（(].*[）)]$", re.DOTALL)
_PUBLIC = re.compile(r"^此件.{0,8}公开")
_SENTENCE_END = re.compile(r"[。；：，！？:;,.]$")
_LONGEST_NAME = 60


def find_imprint(blocks: list[Block]) -> tuple[Imprint | None, int]:
    """版记 in `blocks`, and the index of the block where it begins (their number if there is none)."""
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Table):
            if any(_belongs(each) for each in block.paragraphs()) and not _looks_like_data(block):
                return _of_table(block, blocks[index + 1 :]), index
            continue
        for shape in block.shapes:
            if shape.kind == "box" and any(_belongs(each) for each in paragraphs_of(shape.blocks)):
                return _of_box(shape.blocks, blocks[index:]), index
        if _belongs(block):
            start = _first_of_flow(blocks, index)
            return _of_flow(blocks, start), start
    return None, len(blocks)


def _belongs(paragraph: Paragraph) -> bool:
    text = paragraph.plain
    if len(text) > 400:
        return False
    return bool(COPIES.match(text)) or (bool(_PRINTED.search(text)) and len(text) < 80)


def _looks_like_data(table: Table) -> bool:
    return len(table.rows) > 6 or any(len(row) > 3 for row in table.rows)


def _first_of_flow(blocks: list[Block], index: int) -> int:
    """The first paragraph of a 版记 that stands in the flow, seen from its last known one."""
    start = index
    for at in range(index, max(-1, index - 8), -1):
        block = blocks[at]
        if isinstance(block, Table):
            break
        if _belongs(block):
            start = at
        elif block.plain and not block.look.borders:
            break
    return start


def _sort(imprint: Imprint, paragraphs: list[Paragraph]) -> None:
    for each in paragraphs:
        if each.empty:
            continue
        imprint.cells.append(each)
        if COPIES.match(each.plain):
            imprint.copies.append(each)
        elif _PRINTED.search(each.plain) and imprint.printer is None:
            imprint.printer = each
        else:
            imprint.others.append(each)


def _rest(blocks: list[Block]) -> list[Block]:
    return [each for each in blocks if isinstance(each, Table) or not each.empty]


def _of_table(table: Table, after: list[Block]) -> Imprint:
    imprint = Imprint(rules=_table_rules(table), after=_rest(after))
    _sort(imprint, list(table.paragraphs()))
    return imprint


def _of_box(inner: list[Block], blocks: list[Block]) -> Imprint:
    imprint = Imprint(after=_rest(blocks))
    for each in inner:
        if isinstance(each, Table):
            imprint.rules += _table_rules(each)
    own = [each for each in inner if isinstance(each, Paragraph)]
    imprint.rules += _flow_rules(own)
    _sort(imprint, list(paragraphs_of(inner)))
    return imprint


def _of_flow(blocks: list[Block], start: int) -> Imprint:
    imprint = Imprint()
    mine: list[Paragraph] = []
    for at, block in enumerate(blocks[start:], start):
        if isinstance(block, Table) or (block.starts_page and at > start and block.plain):
            imprint.after = _rest(blocks[at:])
            break
        mine.append(block)
    before = blocks[start - 1] if start else None
    above = [before] if isinstance(before, Paragraph) and before.empty else []
    imprint.rules = _flow_rules([*above, *mine])
    _sort(imprint, mine)
    return imprint


def _table_rules(table: Table) -> list[Border | None]:
    """The rules of a table from top to bottom; the thicker of two that meet."""
    rows = [row for row in table.rows if row]
    edges: list[Border | None] = []
    for index, row in enumerate(rows):
        above = row[0].top
        below = rows[index - 1][0].bottom if index else None
        edges.append(_thicker(above, below))
    edges.append(rows[-1][0].bottom if rows else None)
    return [each for each in edges if each is not None]


def _thicker(first: Border | None, second: Border | None) -> Border | None:
    return max((each for each in (first, second) if each is not None), key=lambda each: each.size, default=None)


def _flow_rules(paragraphs: list[Paragraph]) -> list[Border | None]:
    """Borders and drawn lines of paragraphs, from top to bottom."""
    found: list[Border | None] = []
    previous: dict[str, Border] = {}
    for each in paragraphs:
        for shape in each.shapes:
            if shape.kind == "line":
                found.append(Border("single", round(shape.weight * 8), 0, shape.color) if shape.weight else None)
        top, bottom, between = each.border("top"), each.border("bottom"), each.border("between")
        joined = bool(previous) and previous == each.look.borders
        if joined:
            if bottom is not None:
                found.pop()
            if between is not None:
                found.append(between)
        elif top is not None:
            found.append(top)
        if bottom is not None:
            found.append(bottom)
        previous = each.look.borders
    return found


def find_date(blocks: list[Block]) -> int | None:
    """Index of 成文日期: the first paragraph that is a date and nothing else."""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and DATE_LINE.match(block.plain) and index:
            return index
    return None


def find_joint(blocks: list[Block]) -> int | None:
    """Index of the table that holds the signatures and the date of a joint document."""
    for index in range(len(blocks) - 1, 0, -1):
        block = blocks[index]
        if isinstance(block, Table):
            texts = [each.plain for each in block.paragraphs() if not each.empty]
            small = len(block.rows) < 10 and len(texts) < 20
            return index if small and texts and DATE_LINE.match(texts[-1]) else None
    return None


def signature_above(blocks: list[Block], date: int) -> list[Paragraph]:
    """发文机关署名: the short lines right above the date that are no text."""
    found: list[Paragraph] = []
    for block in reversed(blocks[:date]):
        if isinstance(block, Table) or block.empty or len(block.plain) > _LONGEST_NAME:
            break
        if _SENTENCE_END.search(block.plain) or re.match(r"附\s*件|\d+[.．、]|[（(]", block.plain):
            break
        if block.look.align in ("left", "both") and block.lead < 3 * block.em:
            break
        found.append(block)
    return found[::-1]


def is_annotation(paragraph: Paragraph) -> bool:
    """Whether a paragraph behind the date is 附注: in brackets, or the words on disclosure without them."""
    text = paragraph.plain
    return bool(_BRACKETED.match(text)) or bool(_PUBLIC.match(text))


def blanks_before(blocks: list[Block], index: int) -> list[Paragraph]:
    """The empty paragraphs right above block `index`."""
    found: list[Paragraph] = []
    for block in reversed(blocks[:index]):
        if isinstance(block, Table) or not block.empty or any(s.blocks for s in block.shapes):
            break
        found.append(block)
    return found[::-1]
