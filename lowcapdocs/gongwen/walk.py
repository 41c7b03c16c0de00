"""Walking the tree of a 公文: its blocks, its running text, its values, and everything that it prints.

Each piece of text comes with the line of the draft that it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lowcapdocs.gongwen.elements import Attachment, Block, Gongwen, Heading, Paragraph, Span, Spans, Table, plain
from lowcapdocs.gongwen.faces import Role


def annexes(tree: Gongwen) -> tuple[Attachment, ...]:
    """Every annex, those of the enclosure first."""
    inner = tree.enclosure.attachments if tree.enclosure else ()
    return (*inner, *tree.attachments)


def blocks(tree: Gongwen) -> Iterator[Block]:
    """Every block of the document, in the order of its pages."""
    yield from tree.body
    if tree.enclosure:
        yield from tree.enclosure.blocks
    for annex in annexes(tree):
        yield from annex.blocks


def tables(tree: Gongwen) -> Iterator[Table]:
    """Every table."""
    return (block for block in blocks(tree) if isinstance(block, Table))


def texts(tree: Gongwen) -> Iterator[tuple[Spans, int]]:
    """Every piece of running text, cell and note, with its line."""
    for block in blocks(tree):
        match block:
            case Paragraph():
                yield block.spans, block.line
            case Heading():
                yield block.spans, block.line
                yield block.body, block.line
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield cell, row.line
                for note in block.notes:
                    yield note, block.line


def values(tree: Gongwen) -> Iterator[tuple[Span, int]]:
    """Every value that carries a path, titles and addressees among them, with its line."""
    heads = [(tree.title, tree.places.get("title", 1)), (tree.addressees, tree.places.get("addressees", 1))]
    if tree.enclosure:
        heads.append((tree.enclosure.title, tree.enclosure.line))
    heads += [(annex.title, annex.line) for annex in annexes(tree)]
    for spans, line in (*heads, *texts(tree)):
        for span in spans:
            if span.path:
                yield span, line


class Printed(NamedTuple):
    """A text as it is printed, the field of `Faces` that it is set in, and its line in the draft."""

    role: Role
    text: str
    line: int


def printed(tree: Gongwen) -> Iterator[Printed]:
    """Everything that a document prints of its own: front matter, blocks, annexes; no fixed words or numerals."""
    for role, field, text in _heads(tree):
        if text:
            yield Printed(role, text, tree.places.get(field, 1))
    if tree.enclosure:
        yield Printed("title", plain(tree.enclosure.title), tree.enclosure.line)
    for annex in annexes(tree):
        yield Printed("title", plain(annex.title), annex.line)
        yield Printed("body", plain(annex.title), annex.line)  # in 附件说明
    for block in blocks(tree):
        match block:
            case Paragraph():
                yield Printed("body", plain(block.spans), block.line)
            case Heading():
                role = _LEVEL_ROLES.get(block.level, "body")
                yield Printed(role, plain(block.spans), block.line)
                yield Printed("body", plain(block.body), block.line)
            case Table():
                yield from _of_table(block)


_LEVEL_ROLES: dict[int, Role] = {1: "first", 2: "second"}
"""Faces of the upper levels of headings (7.3.3)."""
_LISTS = {"出席": "present", "请假": "absent", "列席": "observing"}


def _heads(tree: Gongwen) -> Iterator[tuple[Role, str, str]]:
    """What stands in the front matter: role, field, text (empty if absent)."""
    yield "title", "title", plain(tree.title)
    yield "second", "remark", tree.remark
    yield "title", "issuer_mark", tree.issuer_mark
    for name in tree.joint_issuers:
        yield "title", "joint_issuers", name
    for name in tree.signers:
        yield "second", "signers", name
    yield "body", "copy_number", tree.copy_number
    yield "first", "secrecy", tree.secrecy
    yield "first", "urgency", tree.urgency
    yield "body", "doc_number", tree.doc_number
    yield "body", "addressees", plain(tree.addressees)
    for each in tree.attendance:
        yield "first", _LISTS[each.label], each.label
        yield "body", _LISTS[each.label], each.names
    if tree.signature:
        for name in () if tree.signature.post else (tree.signature.issuer, *tree.signature.joint):
            yield "body", "signature", name  # beside a 签名章 only the post is printed (7.3.5.3)
        yield "body", "post", tree.signature.post
        yield "body", "issue_date", tree.signature.date
    yield "body", "annotation", tree.annotation
    if tree.imprint:
        yield "body", "copy_to", tree.imprint.copy_to
        yield "body", "printer", tree.imprint.printer
        yield "body", "print_date", tree.imprint.print_date


def _of_table(table: Table) -> Iterator[Printed]:
    yield Printed("body", table.caption, table.line)
    for header in table.header:
        for cell in header:
            yield Printed("first", plain(cell), table.line)
    for row in table.rows:
        for cell in row.cells:
            yield Printed("body", plain(cell), row.line)
    for note in table.notes:
        yield Printed("body", plain(note), table.line)
