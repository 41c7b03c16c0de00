"""A PDF from anywhere → its bytes made regular, or a PolicyError that says in Chinese why it cannot be judged.

qpdf (pikepdf) repairs what can be repaired and counts what would take too long to read, so that the
slower reader behind it meets neither a broken table nor a bomb.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf

from lowcapdocs.problems import PolicyError, Where, error

MOST_BYTES = 200_000_000
MOST_PAGES = 500
MOST_CONTENT = 8_000_000
"""Bytes of drawing instructions, unpacked, of one page or form; a page of text has 0.1 million."""
MOST_FORMS = 2_000
"""Times that forms are drawn on one page, those within forms included."""
LONGEST_SIDE = 14_400 / 72 * 25.4
"""Millimetres; PDF's own limit."""

_DO = re.compile(rb"/([^\s/<>\[\]()]{1,127})\s+Do\b")


def regular(pdf: bytes, name: str) -> bytes:
    """`pdf`, repaired and without encryption. Raises PolicyError if it cannot be judged."""
    if len(pdf) > MOST_BYTES:
        raise _refusal(name, "pdf-huge", f"文件太大（{len(pdf) // 1_000_000}MB）。", "请只选公文正文部分检查。")
    if b"%PDF-" not in pdf[:1024]:
        raise _refusal(name, "pdf-broken", "这不是 PDF 文件，或文件已损坏。", "请重新输出 PDF。")
    try:
        with pikepdf.open(io.BytesIO(pdf), suppress_warnings=True) as document:
            _refuse_bombs(document, name)
            for key in ("/AA", "/AcroForm", "/Names", "/OpenAction", "/Outlines", "/StructTreeRoot"):
                if key in document.Root:
                    del document.Root[key]
            saved = io.BytesIO()
            document.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.disable, encryption=False)
            return saved.getvalue()
    except PolicyError:
        raise
    except pikepdf.PasswordError as problem:
        raise _refusal(name, "pdf-locked", "这个 PDF 有密码，打不开。", "请去掉密码后再检查。") from problem
    except Exception as problem:  # whatever a hostile file brings about in the library
        raise broken(name) from problem


def broken(name: str) -> PolicyError:
    """What is said of a file that no reader gets through."""
    return _refusal(name, "pdf-broken", "这个 PDF 已损坏，读不完。", "请重新输出 PDF；扫描件请核对原文件。")


def scanned(name: str) -> PolicyError:
    """What is said of pages that are pictures."""
    return _refusal(
        name, "pdf-scanned", "这是扫描件（每页是一张图），量不出版式。", "请检查 Word 文件，或由它直接输出的 PDF。"
    )


def empty(name: str) -> PolicyError:
    """What is said of a file with nothing in it."""
    return _refusal(name, "pdf-empty", "这个 PDF 里没有文字。", "请核对是不是这个文件。")


def _refusal(name: str, code: str, message: str, remedy: str) -> PolicyError:
    return PolicyError([error(code, Where(name), message, remedy)])


def _refuse_bombs(document: pikepdf.Pdf, name: str) -> None:
    count = len(document.pages)
    if count == 0:
        raise empty(name)
    if count > MOST_PAGES:
        raise _refusal(name, "pdf-huge", f"有{count}页，超过{MOST_PAGES}页，不逐页检查。", "请只选公文正文部分检查。")
    weigh = _scales(name)
    for page in document.pages:
        if any(abs(float(side)) > LONGEST_SIDE * 72 / 25.4 for side in page.mediabox):
            raise _refusal(name, "pdf-huge", "页面尺寸大得不正常。", "请重新输出 PDF。")
        contents: Any = page.obj.get("/Contents")
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        data = b"\n".join(_unpacked(each, name) for each in streams if isinstance(each, pikepdf.Stream))
        if len(data) > MOST_CONTENT or weigh(data, page.obj.get("/Resources"), 0) > MOST_FORMS:
            raise _too_much(name)


def _too_much(name: str) -> PolicyError:
    return _refusal(name, "pdf-huge", "有的页内容多得不正常，不逐项检查。", "请重新输出 PDF，或只选公文正文部分。")


def _scales(name: str) -> Callable[[bytes, Any, int], int]:
    """How often forms are drawn by some instructions, forms within forms counted through."""
    known: dict[tuple[int, int], int] = {}

    def weigh(data: bytes, resources: Any, depth: int) -> int:
        if depth > 20:
            raise _too_much(name)
        forms: Any = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
        total = 0
        for key in _DO.findall(data) if isinstance(forms, pikepdf.Dictionary) else ():
            form: Any = forms.get("/" + key.decode("latin-1"))
            if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != pikepdf.Name.Form:
                continue
            if form.objgen not in known:
                known[form.objgen] = MOST_FORMS + 1  # a form that draws itself never ends
                known[form.objgen] = 1 + weigh(_unpacked(form, name), form.get("/Resources", resources), depth + 1)
            total += known[form.objgen]
            if total > MOST_FORMS:
                raise _too_much(name)
        return total

    return weigh


def _unpacked(stream: pikepdf.Stream, name: str) -> bytes:
    """The instructions of a stream. Raises PolicyError if they are too many, without unpacking them all."""
    packed = stream.get("/Filter")
    filters = list(packed) if isinstance(packed, pikepdf.Array) else [packed] if packed is not None else []
    if filters and filters[0] == pikepdf.Name.FlateDecode:
        unpacker = zlib.decompressobj()
        try:
            unpacker.decompress(stream.read_raw_bytes(), MOST_CONTENT)
        except zlib.error:
            return b""
        if unpacker.unconsumed_tail:
            raise _too_much(name)
    data = stream.read_bytes()
    if len(data) > MOST_CONTENT:
        raise _too_much(name)
    return data
