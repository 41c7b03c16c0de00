"""One file of the site → its pieces of text with their places, by what it really is, archives in archives too."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from lowcapdocs.disclose import data_text, html_text
from lowcapdocs.disclose.office_text import office_text
from lowcapdocs.disclose.pdf_text import pdf_text
from lowcapdocs.disclose.piece import Flaw, Found, Piece, Raw
from lowcapdocs.inspect.package import MAX_PARTS, Package
from lowcapdocs.problems import PolicyError

_ENDINGS = {
    "html": "html", "htm": "html", "svg": "svg", "json": "json", "webmanifest": "json", "geojson": "json", "map": "map",
    "jsonld": "json", "csv": "csv", "tsv": "csv", "xml": "xml", "rss": "xml", "atom": "xml", "xsl": "xml", "js": "js",
    "mjs": "js", "css": "css", "txt": "text", "md": "text", "yaml": "text", "yml": "text",
}  # fmt: skip
_DEEPEST = 3
"""Archives within archives."""
MOST_UNPACKED = 64 * 2**20
"""Bytes of one compressed text, unpacked."""
_HEAD_LINES = 5


def extract(address: str, data: bytes, depth: int = 0) -> Iterator[Found]:
    """Every piece of the file at `address`, its name included, and what may not be in it."""
    if not depth:
        yield from data_text.with_url(Piece("文件名", address, head=True))
    if depth > _DEEPEST:
        yield Flaw("全文", "层层嵌套的文件太多，没法查看里面的内容", unreadable=True)
        return
    try:
        yield from _content(address, data, depth)
    except PolicyError as problem:
        yield Flaw("全文", problem.findings[0].message, unreadable=True)


def _content(address: str, data: bytes, depth: int) -> Iterator[Found]:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _archive(address, data, depth)
    elif data.startswith(b"\x1f\x8b"):
        yield from _compressed(address, data, depth)
    elif b"%PDF-" in data[:1024]:
        yield from _with_files(pdf_text(data, address), depth)
    elif data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        yield Flaw("全文", "这是旧的 Office 格式或加了密的文件，没法查看里面的内容", unreadable=True)
        yield Raw("全文", data)
    else:
        yield from _text(_ENDINGS.get(address.rpartition(".")[2].lower(), ""), data)


def _text(kind: str, data: bytes) -> Iterator[Found]:
    if kind and not _is_utf8(data):  # what is lost of it by reading it as something else is found in its bytes
        yield Raw("全文", data)
    if kind in ("html", "svg"):
        yield from html_text.page_text(data)
        yield from html_text.picture_text(data) if kind == "svg" else ()
        return
    if kind == "xml":
        for piece in data_text.xml_text(data):
            yield piece
            if data_text.has_markup(piece.text):
                yield from html_text.fragment_text(piece.text, piece.place)
        return
    if not kind:
        yield Raw("全文", data)
        yield from data_text.numbers_in_bytes(data)
        return
    text = data_text.decoded(data)
    match kind:
        case "json":
            yield from data_text.json_text(text, "数据")
        case "map":  # of somebody's program
            yield Piece("程序", data_text.unescaped(text), read=False)
        case "csv":
            yield from data_text.csv_text(text)
        case "js":
            yield from data_text.script_text(text)
        case "css":
            yield from data_text.style_text(text)
        case _:
            for number, line in enumerate(text.splitlines(), 1):
                yield Piece(f"第{number}行", line, head=number <= _HEAD_LINES)


def _is_utf8(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def _archive(address: str, data: bytes, depth: int) -> Iterator[Found]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        yield Flaw("全文", "压缩包已损坏，没法查看里面的内容", unreadable=True)
        return
    if len(names) > MAX_PARTS:
        yield Flaw("全文", "压缩包里的文件太多", unreadable=True)
        return
    yield Piece("压缩包说明", data_text.decoded(archive.comment))
    if "[Content_Types].xml" in names:
        yield from _with_files(office_text(archive, address), depth)
        return
    for name in names:
        if not name.endswith("/"):
            yield Piece("压缩包里的文件名", name, head=True)
            yield from _member(archive, address, name, depth)


def _with_files(found: Iterable[Found], depth: int) -> Iterator[Found]:
    """What was found, and what is in the files that lie within the file."""
    for each in found:
        yield each
        if isinstance(each, Raw) and each.name and each.data:
            yield from (_inside(below, f"{each.place} ") for below in extract(each.name, each.data, depth + 1))


def _member(archive: zipfile.ZipFile, address: str, name: str, depth: int) -> Iterator[Found]:
    data = Package(address, archive).read(name) or b""
    yield from (_inside(each, f"{name} ") for each in extract(name, data, depth + 1))


def _inside(found: Found, name: str) -> Found:
    """What was found in a file of an archive, its place with the name of that file."""
    if isinstance(found, Raw):
        return Raw(f"{name}{found.place}", found.data, found.name)
    return found._replace(place=f"{name}{found.place}")


def _compressed(address: str, data: bytes, depth: int) -> Iterator[Found]:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        content = unpacker.decompress(data, MOST_UNPACKED)
    except zlib.error:
        content = b""
    if not content or not unpacker.eof or unpacker.unused_data:
        yield Flaw("全文", "压缩文件已损坏，或展开后太大，没法查看里面的内容", unreadable=True)
        return
    yield from extract(address.removesuffix(".gz"), content, depth + 1)
