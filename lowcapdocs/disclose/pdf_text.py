"""The text of a PDF, page by page, its metadata, annotations and bookmarks; and what may not be in a public one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

from lowcapdocs.disclose.data_text import xml_text
from lowcapdocs.disclose.piece import Flaw, Found, Piece, Raw
from lowcapdocs.inspect.pdf_file import MOST_CONTENT, broken, regular

_NOT_TEXT = frozenset({"/Link", "/Widget", "/Popup"})
"""Annotations that are no remark of anybody."""
_HEAD_LINES = 6
_DEEPEST = 600
"""Objects within objects; bookmarks are a chain."""


def pdf_text(data: bytes, name: str) -> Iterator[Found]:
    """Pages, document information, XMP, remarks and attachments. Raises PolicyError if it cannot be judged."""
    sound = regular(data, name)
    try:
        yield from _objects(data)
        yield from _pages(sound)
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, RuntimeError) as problem:
        raise broken(name) from problem


def _pages(data: bytes) -> Iterator[Piece]:
    document = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(document, 1):
            text = page.get_textpage().get_text_range(errors="ignore")
            yield Piece(f"第{number}页", text)
            if number == 1:
                yield from (Piece("第1页", line, head=True) for line in text.splitlines()[:_HEAD_LINES])
    finally:
        document.close()


def _objects(data: bytes) -> Iterator[Found]:
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as document:
        for key, value in document.docinfo.items():
            yield Piece(f"文档属性{key}", str(value), head=key in ("/Title", "/Subject"))
        for each in document.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Type") == pikepdf.Name.Metadata:
                yield from (piece._replace(place="元数据") for piece in xml_text(_content(each)))
        for number, page in enumerate(document.pages, 1):
            for each in page.get("/Annots", pikepdf.Array()):
                yield from _annotation(each, number)
        for file_name, attached in document.attachments.items():
            yield Flaw(f"附件“{file_name}”", "PDF 里夹带了别的文件")
            yield Piece("夹带的文件", f"{file_name} {attached.description}", head=True)
            yield Raw("夹带的文件", attached.get_file().read_bytes(), file_name)
        for key in ("/Outlines", "/AcroForm", "/Names", "/OpenAction", "/AA"):
            if key in document.Root:
                yield from _strings(document.Root[key], f"目录{key}")
        if "/JavaScript" in document.Root.get("/Names", pikepdf.Dictionary()):
            yield Flaw("文档", "PDF 里有程序")


def _content(stream: pikepdf.Stream) -> bytes:
    data = stream.read_bytes()
    return data if len(data) <= MOST_CONTENT else b""


def _annotation(each: Any, page: int) -> Iterator[Found]:
    kind = str(each.get("/Subtype", ""))
    if kind not in _NOT_TEXT:
        yield Flaw(f"第{page}页", "有批注")
    yield from _strings(each, f"第{page}页批注")


def _strings(root: Any, place: str) -> Iterator[Piece]:
    """Every string below an object, each object once."""
    waiting: list[tuple[Any, int]] = [(root, 0)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        each, depth = waiting.pop()
        if isinstance(each, pikepdf.String):
            yield Piece(place, str(each))
        elif isinstance(each, pikepdf.Array | pikepdf.Dictionary) and depth < _DEEPEST:
            if each.is_indirect:
                if each.objgen in seen:
                    continue
                seen.add(each.objgen)
            if isinstance(each, pikepdf.Array):
                waiting.extend((below, depth + 1) for below in each)
            else:
                waiting.extend((value, depth + 1) for key, value in each.items() if key not in _UP)


_UP = frozenset({"/P", "/Parent", "/StructParent", "/AP"})
"""Keys that lead back to the page, or to how something looks."""
