"""The text of a .docx as Word would read it, and the text that a tree should give."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from lowcapdocs.gongwen.elements import Attachment, Block, Gongwen, Heading, Paragraph, Table, plain

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def part(docx: bytes, name: str = "word/document.xml") -> Any:
    """A part of a .docx, as lxml reads it."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def relations(docx: bytes, section: Any) -> dict[tuple[str, str], str]:
    """(header or footer, type) → the part that a section names."""
    targets = {each.get("Id"): f"word/{each.get('Target')}" for each in part(docx, "word/_rels/document.xml.rels")}
    return {
        (kind, each.get(f"{W}type")): targets[each.get(f"{_R}id")]
        for kind in ("header", "footer")
        for each in section.findall(f"{W}{kind}Reference")
    }


def printed(docx: bytes) -> list[str]:
    """The paragraphs that are not empty, in their order, with tabs; line breaks are dropped."""
    texts = (_own_text(paragraph) for paragraph in part(docx).iter(f"{W}p"))
    return [text for text in texts if text]


def _own_text(paragraph: Any) -> str:
    found = []
    for each in paragraph.iter(f"{W}t", f"{W}tab"):
        if next(each.iterancestors(f"{W}p")) is not paragraph or next(each.iterancestors(f"{W}tabs"), None) is not None:
            continue
        text = "\t" if each.tag == f"{W}tab" else each.text or ""
        found.append(text if each.get(_SPACE) == "preserve" or each.tag == f"{W}tab" else text.strip(" \t\r\n"))
    return "".join(found)


def expected(tree: Gongwen, moved: bool = False) -> list[str]:
    """The paragraphs that a reader of `tree` should find; `moved`: 主送 stands in 版记 (7.3.2)."""
    return [text for text in _document(tree, moved) if text]


def is_moved(docx: bytes) -> bool:
    """Whether 主送 stands in 版记."""
    styles = {each.get(f"{W}val") for each in part(docx).iter(f"{W}pStyle")}
    return "GwAddressees" not in styles


def _document(tree: Gongwen, moved: bool) -> Iterator[str]:
    yield from _head(tree)
    if tree.form != "order":
        yield plain(tree.title)
        if tree.remark:
            yield f"（{tree.remark}）"
    if tree.addressees and not moved:
        yield plain(tree.addressees) + "："
    yield from _blocks(tree.body)
    yield from _attachment_note(tree.attachments)
    yield from (f"{each.label}：{each.names}" for each in tree.attendance)
    if tree.signature:
        yield tree.signature.issuer
        yield from tree.signature.joint
        yield tree.signature.post
        yield tree.signature.date
    if tree.annotation:
        yield f"（{tree.annotation}）"
    if tree.enclosure:
        yield plain(tree.enclosure.title)
        yield from _blocks(tree.enclosure.blocks)
        yield from _attachment_note(tree.enclosure.attachments)
        yield from _annexes(tree.enclosure.attachments)
    yield from _annexes(tree.attachments)
    if tree.addressees and moved:
        yield f"主送：{plain(tree.addressees)}。"
    if tree.imprint:
        if tree.imprint.copy_to:
            yield f"抄送：{tree.imprint.copy_to}。"
        if tree.form != "letter" and (tree.imprint.printer or tree.imprint.print_date):
            yield f"{tree.imprint.printer}\t{tree.imprint.print_date and tree.imprint.print_date + '印发'}"


def _head(tree: Gongwen) -> Iterator[str]:
    if not tree.issuer_mark:
        return
    corner = [text for text in (tree.copy_number, tree.secrecy, tree.urgency) if text]
    if tree.form == "letter":
        first = corner.pop(0) if corner else ""
        yield f"{first}\t{tree.doc_number}" if tree.doc_number else first
        yield tree.issuer_mark  # in a box that hangs on that line
        yield from corner
        return
    yield from corner
    if tree.joint_issuers:
        yield tree.issuer_mark.removesuffix("文件")
        yield "文件"
        yield from tree.joint_issuers
    else:
        yield tree.issuer_mark
    rows = [tree.signers[start : start + 2] for start in range(0, len(tree.signers), 2)]
    for index, row in enumerate(rows):
        lead = f"　{tree.doc_number}" if index == len(rows) - 1 else ""
        yield lead + "\t" + ("\t" if index else "签发人：") + "\t".join(row)
    if not rows:
        yield tree.doc_number


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield block.number + plain(block.spans) + plain(block.body)
            case Paragraph():
                yield plain(block.spans)
            case Table():
                yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield table.caption
    above: list[str] = []
    for row in table.header:
        texts = [plain(cell) for cell in row]
        for column, text in enumerate(texts):
            left = column > 0 and texts[column - 1] == text
            if not left and not (above and above[column] == text):
                yield text
        above = texts
    above, after_total = [], True
    for each in table.rows:
        texts = [plain(cell) for cell in each.cells]
        joined = not after_total and not each.total
        for column, text in enumerate(texts):
            if column in table.merge:
                joined = joined and above[column] == text
            if column not in table.merge or not joined:
                yield text
        above, after_total = texts, each.total
    yield from _numbered("备注：", [plain(note) for note in table.notes])


def _attachment_note(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    return _numbered("附件：", [plain(each.title) for each in attachments])


def _numbered(label: str, texts: list[str]) -> Iterator[str]:
    for number, text in enumerate(texts, start=1):
        yield (label if number == 1 else "") + (f"{number}." if len(texts) > 1 else "") + text


def _annexes(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    for number, each in enumerate(attachments, start=1):
        yield "附件" if len(attachments) == 1 else f"附件{number}"
        yield plain(each.title)
        yield from _blocks(each.blocks)
