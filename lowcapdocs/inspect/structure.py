"""`content.Document` → `parts.Parts`: every element found by place, text and looks, whoever made the file."""

from __future__ import annotations

import re

from lowcapdocs.inspect.content import Block, Document, Paragraph, Table
from lowcapdocs.inspect.heads import LOOSE_NUMBER, blocks_after, find_head
from lowcapdocs.inspect.parts import Annex, Enclosure, Form, Head, Note, Parts, Title
from lowcapdocs.inspect.tails import (
    DATE_LINE,
    blanks_before,
    find_date,
    find_imprint,
    find_joint,
    is_annotation,
    signature_above,
)

_TITLE_STYLES = {"title", "标题", "公文标题"}
_LARGE = 36
"""Half-points: 小二, the least size that makes a line without 版头 a title."""
_LABEL = re.compile(r"^附\s*件\s*[0-9０-９一二三四五六七八九十]*\s*[：:]?$")
_LABEL_WITH_NAME = re.compile(r"^附\s*件\s*[0-9０-９一二三四五六七八九十]*\s*[：:.．、]")
NOTE = re.compile(r"^附\s*件(?:\s*[0-9０-９]*\s*[：:]|\s*[0-9０-９]+[.．、\s]|\s+\S)[^。]*[。]?$")
_NOTE_NEXT = re.compile(r"^(?:附\s*件\s*)?[0-9０-９]+\s*[.．、：:]")
HEADING = re.compile(
    r"^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]|\d+[.．、](?!\d)|[（(]\d+[）)])"
)
_ADDRESSED = re.compile(
    r"^(?:各|[\u4e00-\u9fff]{2,}[、，]).*|.*(?:政府|办事处|委员会|委|办|局|厅|部|院|会|司|公司|处|署|中心|单位)$"
)
_TEXT_COLON = re.compile(r"如下|以下|下列|通知|报告|规定|要求")
_ATTENDANCE = re.compile(r"^(?:出\s*席|请\s*假|列\s*席)\s*(?:人\s*员|单\s*位)?\s*[：:]")
_ALONG = 80
_NOTE_ALONG = 150


def find_parts(document: Document) -> Parts:
    """The elements of `document`."""
    head = find_head(document)
    parts = Parts(document, _form(head), head)
    blocks = blocks_after(document, head)
    parts.imprint, end = find_imprint(blocks)
    blocks = blocks[:end]
    parts.title, start = _title(blocks, 0, bool(head.order) and parts.form != "order")
    blocks = blocks[start:]
    blocks = _skip_captions(parts, blocks)
    first = next((index for index, each in enumerate(blocks) if isinstance(each, Table) or not each.empty), None)
    if first is not None and parts.title is not None:
        parts.title.below = blanks_before(blocks, first)
        candidate = blocks[first]
        if isinstance(candidate, Paragraph) and _is_addressees(candidate):
            parts.addressees = candidate
            blocks = blocks[first + 1 :]
    _close(parts, blocks)
    return parts


def _form(head: Head) -> Form:
    """How the first page is laid out, told by the mark and the rules."""
    if not head.order:
        return "plain"
    mark = "".join("".join(each.plain.split()) for each in head.mark)
    if mark.endswith("令"):
        return "order"
    if mark.endswith("纪要"):
        return "minutes"
    flush_right = head.number is not None and head.number.look.align in ("right", "end")
    if mark and "文件" not in mark and (flush_right or any(rule.double for rule in head.rules)):
        return "letter"
    return "document"


def _is_title(paragraph: Paragraph) -> bool:
    look = paragraph.first_look
    if paragraph.style in _TITLE_STYLES:
        return True
    return look is not None and (look.size >= _LARGE or paragraph.look.align == "center")


def _title(blocks: list[Block], start: int, sure: bool) -> tuple[Title | None, int]:
    """The title at or after `start`, and the index behind it. `sure`: what comes first is the title."""
    at = next((i for i, each in enumerate(blocks[start:], start) if isinstance(each, Table) or not each.empty), None)
    if at is None:
        return None, start
    first = blocks[at]
    if isinstance(first, Paragraph) and _LABEL.match(first.plain):
        return None, start
    if isinstance(first, Table) or len(first.plain) > _ALONG + 70 or not (sure or _is_title(first)):
        return None, start
    if HEADING.match(first.plain) and not _is_title(first):
        return None, start
    found = [first]
    look = first.first_look
    for block in blocks[at + 1 :]:
        if isinstance(block, Table) or block.empty or not _is_title(block) or block.starts_page:
            break
        own = block.first_look
        same = own is not None and look is not None and abs(own.size - look.size) <= 2
        if (
            not same
            or re.search(r"[：:。]$", block.plain)
            or HEADING.match(block.plain)
            or first.look.align != block.look.align
        ):
            break
        found.append(block)
    return Title(found, blanks_before(blocks, at)), at + len(found)


def _skip_captions(parts: Parts, blocks: list[Block]) -> list[Block]:
    """Lines under a title that belong to it: 题注 in brackets, 文号 of a copy without 版头, a centred date."""
    at = 0
    while parts.title is not None and at < len(blocks):
        block = blocks[at]
        if isinstance(block, Table) or block.starts_page:
            break
        centred = block.look.align == "center" and len(block.plain) < _ALONG and not HEADING.match(block.plain)
        caption = re.match(r"^[（(].*[）)]$|^——|.*\d日$|^第.*期$", block.plain) or LOOSE_NUMBER.match(block.plain)
        if block.empty:
            following = next((each for each in blocks[at:] if isinstance(each, Table) or not each.empty), None)
            if not isinstance(following, Paragraph) or following.look.align != "center" or at > 2:
                break
        elif not (centred and caption):
            break
        at += 1
    if any(isinstance(each, Paragraph) and not each.empty for each in blocks[:at]):
        return blocks[at:]
    return blocks


def _is_addressees(paragraph: Paragraph) -> bool:
    text = "".join(paragraph.plain.split())
    if HEADING.match(text) or len(text) > 500 or "。" in text:
        return False
    if text.endswith(("：", ":")):
        return not _TEXT_COLON.search(text[-8:]) and paragraph.look.align != "center"
    flush = paragraph.lead < paragraph.em and paragraph.look.align in ("left", "both")
    return flush and len(text) < 120 and bool(_ADDRESSED.match(text)) and not re.search(r"[；！？]", text)


def _close(parts: Parts, blocks: list[Block]) -> None:
    """Body, 附件说明, signature, date, 附注; then enclosures and annexes."""
    parts.attendance = [each for each in blocks if isinstance(each, Paragraph) and _ATTENDANCE.match(each.plain)]
    blocks = [each for each in blocks if each not in parts.attendance]
    labels = [index for index, each in enumerate(blocks) if _is_label(each)]
    own = blocks[: labels[0]] if labels else blocks
    date = find_date(own)
    table = find_joint(own) if date is None else None
    if date is not None:
        found = blocks[date]
        assert isinstance(found, Paragraph)
        parts.date = found
        parts.signature = signature_above(blocks, date)
        top = date - len(parts.signature)
        parts.signature_above = blanks_before(blocks, top)
        parts.body, rest = blocks[:top], blocks[date + 1 :]
        rest = _annotation(parts, rest)
    elif table is not None:
        joint = blocks[table]
        assert isinstance(joint, Table)
        parts.joint = joint
        parts.date = next(each for each in joint.paragraphs() if DATE_LINE.match(each.plain))
        parts.body, rest = blocks[:table], blocks[table + 1 :]
        rest = _annotation(parts, rest)
    else:
        turn = _next_document(blocks, labels)
        parts.body, rest = blocks[:turn], blocks[turn:]
    parts.note, parts.body = _note(parts.body)
    _behind(parts, rest)


def _next_document(blocks: list[Block], labels: list[int]) -> int:
    """Where a body without a date ends: at its first annex or enclosure, or its end."""
    end = labels[0] if labels else len(blocks)
    return next((index for index in range(1, end) if _opens(blocks[index])), end)


def _opens(block: Block) -> bool:
    """Whether a block is the title of an enclosure: large and at the top of a page."""
    look = block.first_look if isinstance(block, Paragraph) and block.starts_page else None
    return look is not None and look.size >= _LARGE and not _is_label(block)


def _is_label(block: Block) -> bool:
    """Whether a block is the label of an annex: 附件1 alone, or with its name at the top of a page."""
    if isinstance(block, Table):
        return False
    if _LABEL.match(block.plain):
        return block.starts_page or block.plain[-1] not in "：:"
    return block.starts_page and bool(_LABEL_WITH_NAME.match(block.plain))


def _annotation(parts: Parts, rest: list[Block]) -> list[Block]:
    for index, block in enumerate(rest):
        if isinstance(block, Table) or (not block.empty and (block.starts_page or not is_annotation(block))):
            break
        if not block.empty:
            parts.annotation = block
            return rest[index + 1 :]
    return rest


def _note(blocks: list[Block]) -> tuple[Note, list[Block]]:
    """附件说明 at the end of `blocks`, and the blocks before it."""
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 40), -1):
        block = blocks[index]
        if isinstance(block, Table):
            break
        if NOTE.match(block.plain) and len(block.plain) < _NOTE_ALONG and not _is_label(block):
            rest = [each for each in blocks[index:] if isinstance(each, Table) or not each.empty]
            lines = [each for each in rest if isinstance(each, Paragraph)]
            if len(lines) == len(rest) and all(_continues(each) for each in lines[1:]):
                return Note(lines, blanks_before(blocks, index)), blocks[:index]
            break
    return Note(), blocks


def _continues(paragraph: Paragraph) -> bool:
    """Whether a line under 附件说明 belongs to it: the next name, or a short line that is no sentence."""
    short = len(paragraph.plain) < _NOTE_ALONG / 2 and not re.search("[。；]", paragraph.plain)
    return bool(_NOTE_NEXT.match(paragraph.plain)) or short


def _behind(parts: Parts, rest: list[Block]) -> None:
    """What follows the date: enclosures on pages of their own, and annexes."""
    at = 0
    while at < len(rest):
        block = rest[at]
        if _is_label(block):
            assert isinstance(block, Paragraph)
            end = next((i for i in range(at + 1, len(rest)) if _is_label(rest[i])), len(rest))
            parts.annexes.append(_annex(block, rest[at + 1 : end]))
            at = end
        elif isinstance(block, Paragraph) and block.starts_page and _is_title(block) and not block.empty:
            title, after = _title(rest, at, False)
            end = next((i for i in range(max(after, at + 1), len(rest)) if _is_label(rest[i])), len(rest))
            if title is not None:
                parts.enclosures.append(Enclosure(title, *_note(rest[after:end])))
            at = end
        else:
            at += 1


def _annex(label: Paragraph, blocks: list[Block]) -> Annex:
    annex = Annex(label)
    annex.title, after = _title(blocks, 0, False)
    if annex.title is not None:
        annex.between = annex.title.above
    annex.blocks = blocks[after:]
    return annex
