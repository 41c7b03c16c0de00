"""Opens a .docx from anywhere, safely: whatever is wrong with it becomes a message, never a crash.

Parts are read in bounded pieces and only when asked for, so that a package that unpacks to
gigabytes costs nothing; XML with a DOCTYPE is refused, so entities cannot grow.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from lowcapdocs.inspect.names import CONTENT, RELATION, STRICT, Element
from lowcapdocs.problems import PolicyError, Where, error

MAX_FILE = 200 * 2**20
"""Bytes of a whole file."""
MAX_PART = 32 * 2**20
"""Bytes of one part of XML, unpacked."""
MAX_PARTS = 20_000
_PIECE = 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 后再检查。"
_DAMAGED = "请用 Word 或 WPS 打开并另存一次；打不开的，请找原件。"


def broken(name: str, message: str) -> PolicyError:
    """The error of a file that is damaged or harmful."""
    return PolicyError([error("docx-broken", Where(name), message, _DAMAGED)])


def _refused(name: str, code: str, message: str, remedy: str) -> PolicyError:
    return PolicyError([error(code, Where(name), message, remedy)])


@dataclass(slots=True)
class Package:
    """An open .docx. `main` is the name of its document part; every XML part is parsed once."""

    name: str
    archive: zipfile.ZipFile
    main: str = ""
    _parts: dict[str, Element | None] = field(default_factory=dict)

    def xml(self, part: str) -> Element | None:
        """The root of `part`; None if there is no such part. Raises PolicyError if it is no sound XML."""
        if part not in self._parts:
            self._parts[part] = self._parse(part)
        return self._parts[part]

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id → (last word of the type, name of the part) of what `part` refers to inside the package."""
        folder, _, file = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found: dict[str, tuple[str, str]] = {}
        for each in root.iter(RELATION) if root is not None else ():
            if each.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def related(self, kind: str) -> Element | None:
        """The root of the part that the document refers to as `kind` (styles, theme, numbering…)."""
        for own, target in self.relations(self.main).values():
            if own == kind:
                return self.xml(target)
        return None

    def _parse(self, part: str) -> Element | None:
        data = self.read(part)
        return None if data is None else parsed(data, self.name, part)

    def read(self, part: str) -> bytes | None:
        """The bytes of `part`; None if it is missing. Raises PolicyError if it is too big, locked or damaged."""
        try:
            entry = self.archive.getinfo(part)
        except KeyError:
            return None
        too_big = broken(self.name, f"“{part}”展开后超过{MAX_PART // 2**20}MB，不像公文，没有读取。")
        if entry.flag_bits & 1:
            raise _refused(self.name, "docx-encrypted", "压缩包加了密码，读不出来。", "请去掉密码后再检查。")
        if entry.file_size > MAX_PART:
            raise too_big
        pieces, size = [], 0
        try:
            with self.archive.open(entry) as stream:
                while piece := stream.read(_PIECE):
                    size += len(piece)
                    if size > MAX_PART:
                        raise too_big
                    pieces.append(piece)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            ValueError,
            RuntimeError,
        ) as fault:
            raise broken(self.name, f"“{part}”解压出错，文件已损坏。") from fault
        return b"".join(pieces)


def parsed(data: bytes, name: str, part: str) -> Element:
    """The root of the XML in `data`, a part of the file `name`. Raises PolicyError if it is not sound, or has a DOCTYPE."""
    if any("<!DOCTYPE".encode(each) in data for each in ("utf-8", "utf-16-le", "utf-16-be")):
        raise broken(name, f"“{part}”里有 DOCTYPE 声明，Word 文件不应有，可能有害，没有读取。")
    for strict, usual in STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        reason = "嵌套太深" if "depth" in str(problem) else f"第{problem.lineno or 1}行有误"
        raise broken(name, f"“{part}”不是完整的 XML（{reason}），文件已损坏。") from problem
    except (LookupError, ValueError) as problem:
        raise broken(name, f"“{part}”的文字编码读不出来，文件已损坏。") from problem
    if root.getroottree().docinfo.doctype:
        raise broken(name, f"“{part}”里有 DOCTYPE 声明，Word 文件不应有，可能有害，没有读取。")
    return root


def open_package(data: bytes, name: str) -> Package:
    """The package in `data`; `name` is what messages call the file.

    Raises PolicyError (docx-empty, docx-encrypted, docx-old, docx-other, docx-broken) when it is not a
    Word document that can be read.
    """
    _refuse_other_formats(data, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        if len(archive.infolist()) > MAX_PARTS:
            raise broken(name, f"压缩包里有{len(archive.infolist())}个文件，不像公文，没有读取。")
        package = Package(name, archive)
        package.main = _main_part(package)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as problem:
        raise broken(name, "文件不完整或已损坏，打不开。") from problem
    return package


def _refuse_other_formats(data: bytes, name: str) -> None:
    if not data:
        raise _refused(name, "docx-empty", "文件是空的。", "请检查是否保存成功。")
    if len(data) > MAX_FILE:
        raise broken(name, f"文件超过{MAX_FILE // 2**20}MB，不像公文，没有读取。")
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:512]
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _refused(name, "docx-encrypted", "文件加了打开密码，读不出来。", "请去掉密码后再检查。")
        if "WordDocument".encode("utf-16-le") in data:
            raise _refused(name, "docx-old", "这是旧的 .doc 格式（Word 97—2003）。", _SAVE_AS)
        raise _refused(name, "docx-other", "这是旧的 Office 格式，不是 Word 文件。", _SAVE_AS)
    others = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"<?xml", "XML"), (b"<html", "网页"), (b"<!DOCTYPE", "网页"))
    for magic, kind in others:
        if head[: len(magic)].lower() == magic.lower():
            raise _refused(name, "docx-other", f"扩展名是 Word 文件，内容其实是{kind}。", _SAVE_AS)
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise broken(name, "这不是 Word 文件，或已损坏。")


def _main_part(package: Package) -> str:
    """The part that holds the document, found through the relations of the package."""
    names = set(package.archive.namelist())
    if "OFD.xml" in names:
        raise _refused(
            package.name, "docx-other", "这是 OFD 版式文件，不是 Word 文件。", "请检查它的 .docx 或 PDF 稿。"
        )
    if "content.xml" in names and "mimetype" in names:
        raise _refused(package.name, "docx-other", "这是 OpenDocument 格式，不是 Word 文件。", _SAVE_AS)
    targets = [target for kind, target in package.relations("").values() if kind == "officeDocument"]
    main = next((each for each in targets if each in names), "")
    if not main and "word/document.xml" in names:
        main = "word/document.xml"
    if not main:
        raise broken(package.name, "压缩包里没有 Word 正文（word/document.xml）。")
    types = package.xml("[Content_Types].xml")
    for each in types.iter(f"{CONTENT}Override") if types is not None else ():
        kind = each.get("ContentType", "")
        if each.get("PartName", "").lstrip("/") == main and kind.endswith("main+xml") and "word" not in kind:
            raise _refused(package.name, "docx-other", "这是表格或演示文稿，不是 Word 文件。", "请检查 Word 稿。")
    return main
