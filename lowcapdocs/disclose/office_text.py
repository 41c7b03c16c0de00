"""The text of .docx, .xlsx and other Office packages, all parts of them; and what may not be in a public one.

Comments, tracked changes, hidden text, hidden sheets, rows and columns, and embedded files are flaws by
themselves: whoever publishes them hardly knows that they are there.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from lowcapdocs import parsed_markup
from lowcapdocs.disclose.data_text import with_url, xml_text
from lowcapdocs.disclose.piece import Flaw, Found, Piece, Raw
from lowcapdocs.inspect.names import W, child, local, switched
from lowcapdocs.inspect.package import Package, parsed
from lowcapdocs.problems import PolicyError

_BLOCKS = "p|si|is|c|v|f|definedName|comment|text|tab|br|tc|cell"
"""Elements that end a text; all others run on (runs of one paragraph, pieces of one shared string)."""
_TOKEN = re.compile(rf"<[^>]*>[^<]*(?:<(?!/?(?:[^ />:]+:)?(?:{_BLOCKS})[ />])[^<]*)*")
"""The tag of such an element and the text that follows, with the tags in it."""
_EACH_TAG = re.compile(r"<[^>]*>[^<]*")
_TAG_AND_TEXT = re.compile(r"(<[^>]*>)([^<]*)")
_INDEXES = etree.XPath("//*[local-name() = 'v'][../@t = 's' or ../@t = 'b' or ../@t = 'e']")
"""Values of cells that are numbers of shared strings, flags or errors."""
_READ = frozenset(
    [
        "descr",
        "title",
        "alt",
        "author",
        "initials",
        "name",
        "displayName",
        "tooltip",
        "oddHeader",
        "Target",
        "location",
        "userName",
        "sqref",
        "val",
        "placeholder",
        "lastClr",
        "prompt",
        "promptTitle",
        "error",
        "errorTitle",
        "display",
        "string",
    ]
)
"""Attributes whose text somebody reads, or a person typed."""
_TYPED = frozenset({"docVar", "alias", "tag", "listItem", "default", "statusText", "helpText", "documentType"})
"""Elements whose w:val is what a person typed."""
_RUNNING = frozenset({"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"})
_RUNNING_CODE = re.compile(r'&(?:"[^"]*"|[A-Z]|\d{1,2})')
"""&C, &"face", &12 in the header of a sheet."""
_TRACKED = frozenset(
    W + each
    for each in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange",
        "trPrChange", "cellIns", "cellDel", "cellMerge", "numberingChange",
    )
)  # fmt: skip
_HEAD_LINES = 5
"""Paragraphs at the beginning of a document that are its head (份号, 密级, 标志, 文号, title)."""
_VOLATILE = ("rsid", "paraId", "textId")
_OWN = frozenset({"word/document.xml", "docProps/core.xml", "xl/sharedStrings.xml"})
"""Parts that no two packages share; others (styles, settings) are often the same byte for byte."""
_SMALL = 200_000
"""Bytes of a part that is worth remembering."""
_REMEMBERED, _SHORT = 32_768, 2_000
"""Tokens whose pieces are remembered, and the longest of them (characters): tables are made of the same ones."""


def office_text(archive: zipfile.ZipFile, name: str) -> Iterator[Found]:
    """Every part of the package. Raises PolicyError if a part cannot be read."""
    package = Package(name, archive)
    is_word = any(each.startswith("word/") for each in archive.namelist())
    for part in archive.namelist():
        if part.endswith("/"):
            continue
        if part.endswith((".xml", ".rels", ".vml")):
            data = package.read(part) or b""
            yield from (_part if part in _OWN or len(data) > _SMALL else _shared_part)(part, data, is_word)
        elif "/embeddings/" in part or "/activeX/" in part or part.endswith((".bin", ".docx", ".xlsx", ".zip")):
            yield from _embedded(package, part)
        else:
            yield Raw(part, package.read(part) or b"")


def _embedded(package: Package, part: str) -> Iterator[Found]:
    """A file or object within: a flaw, and its bytes are searched; printer settings are none."""
    if "printerSettings" not in part:
        yield Flaw(part, "嵌有别的文件或对象")
    yield Raw(part, package.read(part) or b"", part)


@lru_cache(maxsize=64)
def _shared_part(part: str, data: bytes, is_word: bool) -> tuple[Found, ...]:
    """As `_part`, of what stands in many packages."""
    return tuple(_part(part, data, is_word))


def _part(part: str, data: bytes, is_word: bool) -> Iterator[Found]:
    try:
        root = parsed(data, part, part)
    except PolicyError:
        if not part.endswith(".vml"):
            raise
        yield from xml_text(data)  # Word's own VML parts are not always sound XML
        return
    kind = local(root)
    if kind in ("comments", "threadedComments", "ThreadedComments", "CT_ThreadedComments"):
        if any(local(each) in ("comment", "threadedComment") for each in root.iter()):
            yield Flaw(part, "有批注")
    elif kind == "workbook":
        yield from _sheets(root)
    elif kind == "worksheet":
        yield from _hidden_cells(root, part)
    elif is_word:
        yield from _word_flaws(root, part)
    yield from _texts(root, part, main=part == "word/document.xml")


def _sheets(root: Any) -> Iterator[Found]:
    for each in root.iter():
        if local(each) == "sheet":
            name = each.get("name", "")
            yield Piece("工作表名", name, head=True)
            if each.get("state") in ("hidden", "veryHidden"):
                yield Flaw(f"工作表“{name}”", "有隐藏的工作表")


def _hidden_cells(root: Any, part: str) -> Iterator[Found]:
    for each in root.iter():
        name = local(each)
        if name in ("row", "col") and each.get("hidden") in ("1", "true") and (name == "col" or _holds_cells(each)):
            yield Flaw(part, "有隐藏的行或列")
            return


def _holds_cells(row: Any) -> bool:
    return any(local(below) in ("v", "is") for below in row.iter())


def _word_flaws(root: Any, part: str) -> Iterator[Found]:
    if next(root.iter(*_TRACKED), None) is not None:
        yield Flaw(part, "有修订痕迹")
    for run in root.iter(f"{W}r") if next(root.iter(f"{W}vanish"), None) is not None else ():
        hidden = child(child(run, "rPr"), "vanish")
        if hidden is not None and switched(hidden) and "".join(run.itertext()).strip():
            yield Flaw(part, "有隐藏文字")
            return


def _texts(root: Any, part: str, *, main: bool) -> Iterator[Found]:
    """Texts by paragraph, cell or shared string, with their attributes; `main` for the part that holds the document."""
    for value in () if main else _INDEXES(root):
        value.text = None
    written = parsed_markup.written(root)
    title = part.startswith("docProps/")
    prefix = next((each for each, space in root.nsmap.items() if each and f"{{{space}}}" == W), "")
    val = f"{prefix}:val" if written.count(f"xmlns:{prefix}=") == 1 else ""
    told = 0
    for token in (_EACH_TAG if title else _TOKEN).findall(written):
        attributes, text = (_remembered if len(token) <= _SHORT else _read)(part, val, token)
        yield from attributes
        if text is not None:
            told += 1
            yield text._replace(head=True) if title or (main and told <= _HEAD_LINES) else text


def _read(part: str, val: str, token: str) -> tuple[tuple[Piece, ...], Piece | None]:
    """The attributes and comments of a token, and its text. `val` is what w:val is called."""
    found: list[Piece] = []
    line: list[str] = []
    for written, text in _TAG_AND_TEXT.findall(token):
        name = ""
        if tag := parsed_markup.tag(written):
            name = tag.name.rpartition(":")[2]
            for attribute, value in tag.attributes.items():
                found += _attribute(name, attribute, value, part, val)
        elif written.startswith("<!--"):
            found.append(Piece(f"{part} 注释", parsed_markup.plain(written[4:-3])))
        elif not written.startswith("</"):
            found.append(Piece(part, parsed_markup.plain(written)))  # not understood: all of it
        line.append(
            _RUNNING_CODE.sub(" ", parsed_markup.plain(text)) if name in _RUNNING else parsed_markup.plain(text)
        )
    whole = "".join(line)
    return tuple(found), Piece(part, whole) if whole else None


_remembered = lru_cache(maxsize=_REMEMBERED)(_read)


def _attribute(element: str, attribute: str, value: str, part: str, val: str) -> Iterator[Piece]:
    space, _, name = attribute.rpartition(":")
    if not value or "xmlns" in (space, attribute) or name.startswith(_VOLATILE[0]) or name in _VOLATILE:
        return
    read = name in _READ if attribute != val else element in _TYPED or not value.isascii()
    if read or not value.isascii() or len(value) > 6:
        yield from with_url(Piece(f"{part} {name}", value, read=read))
