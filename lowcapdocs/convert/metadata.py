"""What a PDF says of itself: title, language and the document's own dates; no person, no machine.

The same Word file gives the same bytes: what LibreOffice writes anew each time (dates, ids, the date
of its colour profile, the running numbers of its Type 1 fonts, the order of its objects) is fixed or
taken out. The /ID is the MD5 of the file with zeros in its place, so `made_by_us` can tell our file
from one that was signed, stamped or saved again.
"""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree
from xml.sax.saxutils import escape
from zipfile import BadZipFile, ZipFile

import pikepdf

PRODUCER = "lowcapdocs"

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_LANGUAGE = "zh-CN"
_CORE, _CORE_LIMIT = "docProps/core.xml", 1_000_000
_NO_ID = "0" * 32
_STATIC_ID = b"31415926535897932384626433832795"  # what qpdf puts where an id is to be fixed
_ID = re.compile(rb"/ID \[<([0-9a-f]{32})><([0-9a-f]{32})>\]")
_PROFILE_DATE = slice(24, 36)
_A_DATE = bytes.fromhex("07d0 0001 0001 0000 0000 0000")  # 2000-01-01 00:00:00 in an ICC header
_UNIQUE_ID = re.compile(rb"/UniqueID\s+\d+\s+def")
_EEXEC, _FACTOR, _TERM = 55665, 52845, 22719  # the cipher of the hidden part of a Type 1 font
_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/">{properties}</rdf:Description></rdf:RDF></x:xmpmeta>\n'
    '<?xpacket end="w"?>'
)


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF may say of its document."""

    title: str = ""
    language: str = _LANGUAGE
    created: datetime | None = None


def about(docx: bytes) -> About:
    """What the core properties of a Word file tell; what is not there or not readable is left out."""
    try:
        with ZipFile(io.BytesIO(docx)) as package:
            if package.getinfo(_CORE).file_size > _CORE_LIMIT:
                return About()
            core = ElementTree.fromstring(package.read(_CORE))
    except (BadZipFile, KeyError, OSError, ValueError, RuntimeError, ElementTree.ParseError):
        return About()
    title = (core.findtext(f"{_DC}title") or "").strip()
    language = (core.findtext(f"{_DC}language") or "").strip()
    known = re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", language)
    return About(title, language if known else _LANGUAGE, _moment(core.findtext(f"{_TERMS}created") or ""))


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def clean(pdf: bytes, told: About) -> bytes:
    """`pdf` with `told` as all that it says of itself. Raises pikepdf.PdfError if it is none."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root, trailer = document.Root, document.trailer
        _fix_streams(document)
        for key in ("/DocChecksum", "/ID"):
            if key in trailer:
                del trailer[key]
        for key in ("/PieceInfo", "/LastModified"):
            if key in root:
                del root[key]
        root.Lang = pikepdf.String(told.language)
        level = _archive_level(document)
        root.Metadata = document.make_stream(_xmp(told, level), Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        trailer.Info = document.make_indirect(_info(told))
        document.save(numbered := io.BytesIO(), static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(numbered) as document:  # its objects by their place in the document, not as LibreOffice had them
        del document.trailer["/ID"]
        document.save(saved := io.BytesIO(), static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return _with_id(saved.getvalue())


def is_archive(pdf: bytes) -> bool:
    """Whether a PDF says of itself that it is PDF/A."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return _archive_level(document) is not None


def made_by_us(data: bytes) -> bool:
    """Whether `data` is a PDF exactly as `clean` made it."""
    found = list(_ID.finditer(data))
    if len(found) != 1 or found[0][1] != found[0][2]:
        return False
    digest = found[0][1]
    return data == _with_id(data.replace(digest, _STATIC_ID)) if digest != _STATIC_ID else False


def _archive_level(document: pikepdf.Pdf) -> tuple[str, str] | None:
    """(part, conformance) of PDF/A that the document states."""
    if "/Metadata" not in document.Root:
        return None
    text = document.Root.Metadata.read_bytes().decode("utf-8", "replace")
    part = re.search(r"pdfaid:part(?:>|=[\"'])(\d)", text)
    conformance = re.search(r"pdfaid:conformance(?:>|=[\"'])([A-Z])", text)
    return (part[1], conformance[1]) if part and conformance else None


def _xmp(told: About, level: tuple[str, str] | None) -> bytes:
    properties = [f"<pdf:Producer>{PRODUCER}</pdf:Producer>", f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>"]
    properties.append(f"<dc:language><rdf:Bag><rdf:li>{told.language}</rdf:li></rdf:Bag></dc:language>")
    if told.title:
        title = escape(told.title)
        properties.append(f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>')
    if told.created:
        moment = told.created.strftime("%Y-%m-%dT%H:%M:%SZ")
        properties += [f"<xmp:{name}>{moment}</xmp:{name}>" for name in ("CreateDate", "ModifyDate")]
    if level:
        part, conformance = level
        properties.append(f"<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>{conformance}</pdfaid:conformance>")
    return _XMP.format(properties="".join(properties)).encode()


def _info(told: About) -> pikepdf.Dictionary:
    info = pikepdf.Dictionary(Producer=pikepdf.String(PRODUCER), Creator=pikepdf.String(PRODUCER))
    if told.title:
        info.Title = pikepdf.String(told.title)
    if told.created:
        info.CreationDate = info.ModDate = pikepdf.String(told.created.strftime("D:%Y%m%d%H%M%SZ"))
    return info


def _fix_streams(document: pikepdf.Pdf) -> None:
    """Take dates out of colour profiles and running numbers out of Type 1 fonts."""
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary) and "/DestOutputProfile" in each:
            profile = each.DestOutputProfile
            data = bytearray(profile.read_bytes())
            if len(data) >= _PROFILE_DATE.stop:
                data[_PROFILE_DATE] = _A_DATE
                profile.write(bytes(data))
        elif isinstance(each, pikepdf.Dictionary) and "/FontFile" in each:
            font = each.FontFile
            font.write(_without_number(font.read_bytes(), int(font.Length1), int(font.Length2)))


def _without_number(font: bytes, clear: int, encrypted: int) -> bytes:
    """A Type 1 font with blanks where its /UniqueID stood, in the clear part and in the encrypted one."""
    hidden = _decrypted(font[clear : clear + encrypted])
    sealed = _encrypted(_UNIQUE_ID.sub(_blank, hidden))
    return _UNIQUE_ID.sub(_blank, font[:clear]) + sealed + font[clear + encrypted :]


def _decrypted(sealed: bytes) -> bytes:
    """The encrypted part of a Type 1 font in the clear (Adobe Type 1 Font Format, 7.1)."""
    key, plain = _EEXEC, bytearray()
    for byte in sealed:
        plain.append(byte ^ key >> 8)
        key = (byte + key) * _FACTOR + _TERM & 0xFFFF
    return bytes(plain)


def _encrypted(plain: bytes) -> bytes:
    """The reverse."""
    key, sealed = _EEXEC, bytearray()
    for byte in plain:
        byte ^= key >> 8
        sealed.append(byte)
        key = (byte + key) * _FACTOR + _TERM & 0xFFFF
    return bytes(sealed)


def _blank(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])


def _with_id(data: bytes) -> bytes:
    """`data`, in which the id is still the fixed one, with the MD5 of all of it as its id."""
    blank = data.replace(_STATIC_ID, _NO_ID.encode())
    digest = hashlib.md5(blank, usedforsecurity=False).hexdigest()
    return data.replace(_STATIC_ID, digest.encode())
