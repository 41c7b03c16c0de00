"""Finds 版头 by place, text and looks: mark, number, 签发人, 份号, 密级, 紧急程度 and red rules."""

from __future__ import annotations

import re

from lowcapdocs.gongwen import standard as s
from lowcapdocs.inspect.content import Block, Document, Paragraph, Shape, Table, paragraphs_of
from lowcapdocs.inspect.parts import Head, Rule, is_red
from lowcapdocs.inspect.properties import Border

LOOSE_NUMBER = re.compile(
    r"^[\u4e00-\u9fff×]{0,15}\s?[〔\[［【（(﹝〈]?\s?(?:(?:19|20)?\d{2}|××+|XX+)\s?[〕\]］】）)﹞〉]?\s?第?\s?(?:\d+|×+|XX*|X)\s?号$"
)
ORDER_NUMBER = re.compile(r"^第\s*(?:\d+|×+|[一二三四五六七八九十百]+)\s*号$")
_SIGNER = re.compile(r"签\s*发\s*人\s*[：:]?")
_SECRECY = re.compile(r"^(?:绝\s*密|机\s*密|秘\s*密)(?:$|\s*[★☆*＊※].*$|\s+)")
_URGENCY = re.compile(r"^(?:特\s*急|加\s*急|特\s*提|平\s*急|紧\s*急|急\s*件)$")
_COPY = re.compile(r"^(?:份\s*号\s*[：:]\s*)?(?:No\.?\s*)?\d{1,8}$")
_TEXT = re.compile(r"[。；]")
_LARGE = 40
"""Half-points: a mark is larger than any text."""
_LARGER = 50
"""Half-points: larger than any title."""
_FAR = 30
"""Paragraphs: no head reaches further."""
_UNDER_BASELINE = 0.2
"""The share of an exact line that lies under the baseline (measured on rendered pages)."""
_BLANKS = 4
"""Empty paragraphs in a row that may stand within a head."""


def tokens(paragraph: Paragraph) -> list[str]:
    """What stands side by side in a line, kept apart by tabs, breaks or wide spaces."""
    return [each.strip() for each in re.split(r"[\t\n\u3000]+| {3,}", paragraph.plain) if each.strip()]


def red(paragraph: Paragraph) -> bool:
    """Whether all of its text is red."""
    looks = [run.look for run in paragraph.runs if run.text.strip()]
    return bool(looks) and all(is_red(look.color) for look in looks)


def _is_mark(paragraph: Paragraph) -> bool:
    """Whether a paragraph is 发文机关标志 or a line of it: large and red, or larger than any title and named so."""
    look = paragraph.first_look
    if look is None or look.size < _LARGE or _TEXT.search(paragraph.plain):
        return False
    named = re.search(r"(?:文\s*件|[^通指]\s*令|纪\s*要)$", paragraph.plain)
    return red(paragraph) or (named is not None and look.size >= _LARGER)


def find_head(document: Document) -> Head:
    """版头 of `document`; empty if there is none."""
    head = Head()
    items = _items(document)
    marks = [index for index, (each, _) in enumerate(items) if _is_mark(each)]
    number = _number(items, marks)
    if not marks and number is not None:
        marks = [i for i, (each, _) in enumerate(items[:number]) if each.first_look and each.first_look.size >= _LARGER]
    if not marks and (number is None or not _rule_near(items, number)):
        return head
    last = max([*marks, *([number] if number is not None else [])])
    head.mark = [items[index][0] for index in marks]
    for index, (each, block) in enumerate(items):
        rules = _rules(each, document)
        if index > last and each.plain and not _side_element(each) and not rules:
            break
        if index in marks:
            head.order.append(each)
        elif _classify(head, each, index == number):
            last = max(last, index)
            head.order.append(each)
        elif index > last and each.plain:
            break
        if rules:
            head.rules += rules
            last = max(last, index)
        elif index > last + _BLANKS:
            break
        if index <= last and block >= 0:
            head.end = max(head.end, block)
    head.rules = _table_rules(document, head) + head.rules
    return head


def _items(document: Document) -> list[tuple[Paragraph, int]]:
    """(paragraph, index of its block in the body or −1) of the first page's head, in reading order."""
    first = document.sections[0]
    kind = "first" if first.title_page else "default"
    found: list[tuple[Paragraph, int]] = []
    for each in paragraphs_of(first.headers.get(kind, [])):
        found += [(inner, -1) for inner in _with_boxes(each)]
    texts = 0
    for index, block in enumerate(document.blocks):
        if (index and block.starts_page) or len(found) > 2 * _FAR or texts > 2:
            break
        for each in paragraphs_of([block]):
            found += [(inner, index) for inner in _with_boxes(each)]
            texts += len(each.plain) > 30 and bool(_TEXT.search(each.plain))
    return found


def _with_boxes(paragraph: Paragraph) -> list[Paragraph]:
    inner = [each for shape in paragraph.shapes for each in paragraphs_of(shape.blocks)]
    if any("抄送" in each.plain or each.plain.endswith("印发") for each in inner):
        inner = []
    return [*inner, paragraph]


def _number(items: list[tuple[Paragraph, int]], marks: list[int]) -> int | None:
    """Index of the paragraph that holds 发文字号."""
    start = marks[0] + 1 if marks else 0
    for index, (each, _) in enumerate(items[start:], start):
        rest = [_SIGNER.split(token)[0].strip() for token in tokens(each)]
        if any(LOOSE_NUMBER.match(token) or (marks and ORDER_NUMBER.match(token)) for token in rest if token):
            return index
        if len(each.plain) > 40:
            return None
    return None


def _rule_near(items: list[tuple[Paragraph, int]], number: int) -> bool:
    """Whether a red rule stands with the number: only then is it 版头 without a mark."""
    near = items[max(0, number - 1) : number + 3]
    borders = [each.border(side) for each, _ in near for side in ("top", "bottom")]
    lines = [shape for each, _ in near for shape in each.shapes if shape.kind == "line"]
    return any(b is not None and is_red(b.color) for b in borders) or any(is_red(line.color) for line in lines)


def _side_element(paragraph: Paragraph) -> bool:
    """Whether a line under the number still belongs to the head: 密级 and 紧急程度 of a letter, 签发人."""
    if _SIGNER.match(paragraph.plain):
        return True
    found = tokens(paragraph)
    return bool(found) and all(_SECRECY.match(each) or _URGENCY.match(each) for each in found)


def _classify(head: Head, each: Paragraph, is_number: bool) -> bool:
    """Put a paragraph of the head where it belongs; whether it was one of its elements."""
    known = False
    if is_number:
        head.number = each
        known = True
    if _SIGNER.search(each.plain) and len(each.plain) < 60:
        head.signers.append(each)
        known = True
    elif head.signers and not is_number and 0 < len(each.plain) < 30 and not red(each):
        head.signers.append(each)
        return True
    for token in tokens(each):
        if _COPY.match(token) and head.copy_number is None:
            head.copy_number, known = each, True
        elif _SECRECY.match(token) and head.secrecy is None:
            head.secrecy, known = each, True
        elif _URGENCY.match(token) and head.urgency is None:
            head.urgency, known = each, True
    return known


def _rules(paragraph: Paragraph, document: Document) -> list[Rule]:
    """The rules that a paragraph carries: its borders and the lines anchored in it."""
    section = document.sections[min(paragraph.section, len(document.sections) - 1)]
    room = paragraph.room or section.width - section.left - section.right
    width = room - paragraph.look.left - paragraph.look.right if paragraph.story != "table" else 0
    found = []
    for side in ("top", "bottom"):
        edge = paragraph.border(side)
        if edge is not None:
            gap = None
            if side == "bottom" and paragraph.plain and paragraph.look.rule == "exact":
                gap = edge.space * 20 + _under(paragraph)
            found.append(Rule(edge.color, width, paragraph, gap, doubled(edge, side)))
    found += [
        Rule(each.color, each.width, None, None, _compound(each)) for each in paragraph.shapes if each.kind == "line"
    ]
    return found


def _under(paragraph: Paragraph) -> float:
    """What an exact line keeps free under its characters, in twips; on a grid programs move them up half way."""
    free = paragraph.look.line - paragraph.em
    low = _UNDER_BASELINE * paragraph.look.line - s.DESCENT * paragraph.em
    return (low + free / 2) / 2 if paragraph.grid and paragraph.look.snap else low


def _table_rules(document: Document, head: Head) -> list[Rule]:
    """Red borders of a table that holds 文号."""
    for block in document.blocks[: head.end + 1]:
        if isinstance(block, Table):
            edges = [cell.bottom for cell in block.rows[-1]] if block.rows else []
            shown = [edge for edge in edges if edge is not None]
            if shown:
                return [Rule(shown[0].color, block.width, None, None, doubled(shown[0], "bottom"))]
    return []


def doubled(edge: Border, side: str) -> str:
    """How a border's two lines lie from top to bottom. Names of borders count from the text outwards."""
    if edge.kind in ("double", "triple"):
        return "even"
    if edge.kind.startswith(("thickThin", "thinThick")) and "thickThinThick" not in edge.kind:
        thick_inside = edge.kind.startswith("thickThin")
        return "thick-thin" if thick_inside == (side == "bottom") else "thin-thick"
    return ""


def _compound(shape: Shape) -> str:
    return {"thickThin": "thick-thin", "thinThick": "thin-thick", "dbl": "even", "thinThin": "even"}.get(
        shape.compound, ""
    )


def blocks_after(document: Document, head: Head) -> list[Block]:
    """The blocks of the body under 版头."""
    return document.blocks[head.end + 1 :]
