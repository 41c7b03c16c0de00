"""Tree of a 公文 → HTML of class `gongwen`: the same elements in the same order as the Word file, every word of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from markupsafe import Markup

from lowcapdocs.gongwen.elements import (
    Attachment,
    Block,
    Gongwen,
    Heading,
    Imprint,
    Paragraph,
    Signature,
    Spans,
    Table,
    plain,
)
from lowcapdocs.gongwen.wording import (
    COPY_TO,
    addressed,
    attachment_label,
    attachment_lines,
    bracketed,
    labelled,
    listed,
    printed_on,
)
from lowcapdocs.web.article_head import head
from lowcapdocs.web.article_table import Written, table
from lowcapdocs.web.atlas import Atlas
from lowcapdocs.web.markup import linked, safe
from lowcapdocs.web.running import running

_DEEPEST = 6


def article(tree: Gongwen, atlas: Atlas, here: str, written: Written | None = None) -> Markup:
    """The full text on the page `here`: `<div class="gongwen">`, one line of text an element.

    Values that carry a path become links where their page exists; figures (class `figure`) lead to
    their definitions. `written` is shared by the documents of a campaign.
    """
    return _Article(tree, atlas, here, written or Written()).whole()


def contents(tree: Gongwen) -> tuple[tuple[str, str], ...]:
    """The upper headings of the body and its annexes as (anchor, text), for a list of contents."""
    found = [
        (f"s{place}", block.number + plain(block.spans))
        for place, block in enumerate(_upper(tree), start=1)
        if block.spans
    ]
    if tree.enclosure:
        found.append(("enclosure", plain(tree.enclosure.title)))
    for part, annexes in _annexes(tree):
        for index, annex in enumerate(annexes, start=1):
            found.append((f"{part}-{index}", f"{attachment_label(index, len(annexes))} {plain(annex.title)}"))
    return tuple(found)


def _upper(tree: Gongwen) -> list[Heading]:
    return [block for block in tree.body if isinstance(block, Heading) and block.level == 1]


def _annexes(tree: Gongwen) -> Iterator[tuple[str, tuple[Attachment, ...]]]:
    """The annexes of the enclosure, then the document's own, each with the first part of their anchors."""
    if tree.enclosure:
        yield "enclosed", tree.enclosure.attachments
    yield "annex", tree.attachments


class _Article:
    """One article as it is written; `_place` counts its upper headings, `_tables` its tables."""

    def __init__(self, tree: Gongwen, atlas: Atlas, here: str, written: Written) -> None:
        self._tree = tree
        self._atlas = atlas
        self._here = here
        self._written = written
        self._place = self._tables = 0

    def whole(self) -> Markup:
        tree = self._tree
        parts = ['<div class="gongwen">', *head(tree)]
        if tree.form != "order":
            parts.append(f'<p class="title">{self._spans(tree.title)}</p>')
            if tree.remark:
                parts.append(f'<p class="remark">{safe(bracketed(tree.remark))}</p>')
        if tree.addressees:
            parts.append(f'<p class="addressees">{self._spans(tree.addressees)}{safe(addressed(""))}</p>')
        parts += self._blocks(tree.body, 1, plain(tree.title))
        parts += self._attachment_note("annex", tree.attachments)
        parts += [f'<p class="attendance">{safe(labelled(each.label) + each.names)}</p>' for each in tree.attendance]
        parts += _signature(tree.signature)
        if tree.annotation:
            parts.append(f'<p class="annotation">{safe(bracketed(tree.annotation))}</p>')
        parts += self._enclosure()
        parts += self._attachments("annex", tree.attachments)
        parts += _imprint(tree.imprint, tree.form == "letter")
        return Markup("\n".join([*parts, "</div>"]))

    def _enclosure(self) -> Iterator[str]:
        enclosure = self._tree.enclosure
        if enclosure:
            yield f'<section class="enclosure"><h2 class="title" id="enclosure">{self._spans(enclosure.title)}</h2>'
            yield from self._blocks(enclosure.blocks, 2, plain(enclosure.title))
            yield from self._attachment_note("enclosed", enclosure.attachments)
            yield "</section>"
            yield from self._attachments("enclosed", enclosure.attachments)

    def _attachments(self, part: str, attachments: tuple[Attachment, ...]) -> Iterator[str]:
        for index, each in enumerate(attachments, start=1):
            yield f'<section class="annex"><p class="annex-label">{attachment_label(index, len(attachments))}</p>'
            yield f'<h2 class="title" id="{part}-{index}">{self._spans(each.title)}</h2>'
            yield from self._blocks(each.blocks, 2, plain(each.title))
            yield "</section>"

    def _attachment_note(self, part: str, attachments: tuple[Attachment, ...]) -> Iterator[str]:
        """附件说明, each name leading to its annex."""
        for index, (label, name) in enumerate(attachment_lines(plain(each.title) for each in attachments), start=1):
            yield f'<p class="attachment-note">{safe(label)}<a href="#{part}-{index}">{safe(name)}</a></p>'

    def _blocks(self, blocks: Sequence[Block], depth: int, name: str) -> Iterator[str]:
        """`depth`: how far below the page's own heading a first-level heading stands; `name` for tables."""
        for block in blocks:
            match block:
                case Paragraph():
                    yield f"<p>{self._spans(block.spans)}</p>"
                case Heading():
                    yield self._heading(block, depth)
                case Table():
                    self._tables += 1
                    body = self._written.body(block, self._here.rpartition("/")[0], self._spans)
                    yield table(block, self._spans, f"{name}：表{self._tables}", body)
                case _:
                    assert_never(block)

    def _heading(self, block: Heading, depth: int) -> str:
        title = safe(block.number) + self._linked(block)
        if block.body:
            lead = f'<strong class="run-in level-{block.level}">{title}</strong>' if block.spans else title
            return f"<p{self._anchor(block, depth)}>{lead}{self._spans(block.body)}</p>"
        name = f"h{min(block.level + depth, _DEEPEST)}"
        return f'<{name}{self._anchor(block, depth)} class="level-{block.level}">{title}</{name}>'

    def _anchor(self, block: Heading, depth: int) -> str:
        """The id of an upper heading of the body."""
        if depth > 1 or block.level > 1:
            return ""
        self._place += 1
        return f' id="s{self._place}"'

    def _linked(self, block: Heading) -> str:
        """The words of a heading; where its record has a page and no value in it leads elsewhere, they lead there."""
        goal = self._atlas.goal(block.path) if block.path else None
        if goal is None or not block.spans or any(span.path for span in block.spans):
            return self._spans(block.spans)
        return f'<a href="{safe(linked(self._here, goal.address))}">{self._spans(block.spans)}</a>'

    def _spans(self, spans: Spans) -> str:
        return running(spans, self._atlas, self._here)


def _signature(item: Signature | None) -> Iterator[str]:
    """署名 and 成文日期 (7.3.5); beside a 签名章 the post alone is printed."""
    if item is None:
        return
    names = (item.post,) if item.post else (item.issuer, *item.joint)
    lines = [*(f"<p>{safe(name)}</p>" for name in names if name), f"<p>{safe(item.date)}</p>" if item.date else ""]
    yield f'<div class="signature">{"".join(lines)}</div>'


def _imprint(item: Imprint | None, letter: bool) -> Iterator[str]:
    """版记 (7.4); a 信函 has no 印发机关 (10.1)."""
    lines = []
    if item and item.copy_to:
        lines.append(f"<p>{safe(COPY_TO + listed(item.copy_to))}</p>")
    if item and not letter and (item.printer or item.print_date):
        both = [text for text in (item.printer, printed_on(item.print_date)) if text]
        lines.append(f"<p>{safe('　'.join(both))}</p>")
    if lines:
        yield f'<div class="imprint">{"".join(lines)}</div>'
