"""版头 of a 公文 in HTML (7.2): 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.web.markup import safe

_GAP = "　"
"""What stands where Word has a tab."""
_MARK_END = "文件"


def head(tree: Gongwen) -> Iterator[str]:
    """The lines of 版头 in the order of the Word file; none without a mark."""
    if not tree.issuer_mark:
        return
    corner = [text for text in (tree.copy_number, tree.secrecy, tree.urgency) if text]
    if tree.form == "letter":
        first = [*corner[:1], tree.doc_number]
        yield from _line("doc-number", _GAP.join(text for text in first if text))
        yield from _line("mark", tree.issuer_mark)
        corner = corner[1:]
    for text in corner:
        yield from _line("corner", text)
    if tree.form != "letter":
        yield from _mark(tree)
        yield from _number(tree)


def _mark(tree: Gongwen) -> Iterator[str]:
    """发文机关标志; of a joint document the first name, 文件, and the others."""
    if not tree.joint_issuers:
        yield from _line("mark", tree.issuer_mark)
        return
    for text in (tree.issuer_mark.removesuffix(_MARK_END), _MARK_END, *tree.joint_issuers):
        yield from _line("mark", text)


def _number(tree: Gongwen) -> Iterator[str]:
    """发文字号; in an upward document at the left of the last line of 签发人 (7.2.6)."""
    if not tree.signers:
        yield from _line("doc-number", tree.doc_number)
        return
    rows = [
        tree.signers[start : start + s.SIGNERS_PER_LINE] for start in range(0, len(tree.signers), s.SIGNERS_PER_LINE)
    ]
    for index, row in enumerate(rows):
        number = _GAP * s.NUMBER_INDENT_CHARS + tree.doc_number if index == len(rows) - 1 and tree.doc_number else ""
        names = ("" if index else s.SIGNER_LABEL) + _GAP.join(row)
        yield from _line("doc-number", _GAP.join(text for text in (number, names) if text))


def _line(name: str, text: str) -> Iterator[str]:
    if text:
        yield f'<p class="{name}">{safe(text)}</p>'
