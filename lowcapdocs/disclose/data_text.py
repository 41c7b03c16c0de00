"""The text of JSON, CSV, XML, scripts and style sheets."""

from __future__ import annotations

import csv
import io
import json
import re
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from lowcapdocs.disclose.piece import Piece

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|`(?:[^`\\]|\\.)*`', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-9a-fA-F]{2,6}) ?|(.))", re.DOTALL
)
_ESCAPED = {"n": "\n", "r": "\n", "t": "\t", "b": " ", "f": " ", "v": " ", "0": " "}
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)|(?:^|(?<=[\s;{}]))//[^\n]*", re.DOTALL)
"""A comment of a script or a style sheet; `//` behind a colon is an address."""
_CONTENT = re.compile(r"\bcontent\s*:\s*([^;}]*)")
_BETWEEN_TAGS = re.compile(r">([^<>]+)<")
_MARKUP = re.compile(r"<[a-zA-Z!/]")
_LEGIBLE = re.compile(rb"[ -~]{11,}|[ -~](?:\0[ -~]){10,}")
"""Eleven characters, as many as a telephone number has, each in one byte or in two; noise holds no so many."""
_FEWEST_DIGITS = 10
_DIGITS = re.compile("[0-9][0-9 -]{9,}[0-9Xx]")


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-16 by its mark, else UTF-8, else GB18030; what does not fit is replaced."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def numbers_in_bytes(data: bytes) -> Iterator[Piece]:
    """Text of ASCII in a file that is none (remarks of a picture, say), as far as it may hold a personal number."""
    for run in _LEGIBLE.findall(data):
        text = run.replace(b"\0", b"").decode("ascii")
        if sum(map(str.isdigit, text)) >= _FEWEST_DIGITS:
            yield Piece("文件里的文字", text)
            yield from (
                Piece("文件里的文字", number) for number in _DIGITS.findall(text)
            )  # whatever byte stands beside


def json_text(text: str, place: str = "") -> Iterator[Piece]:
    """Every value and key of a JSON text, once each; a text that is no JSON is one piece."""
    try:
        found = json.loads(text, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        yield Piece(place, text)
        return
    names: set[str] = set()
    told: set[str] = set()
    waiting: list[tuple[str, object]] = [(place, found)]
    while waiting:
        where, each = waiting.pop()
        if isinstance(each, dict):
            for name, value in each.items():
                if name not in names:
                    names.add(name)
                    yield Piece(f"{where} 名称", name, read=False)
                waiting.append((f"{where}.{name}" if len(where) < 80 else where, value))
        elif isinstance(each, list):
            waiting.extend((where, value) for value in each)
        elif isinstance(each, str) and each not in told:
            told.add(each)
            yield from with_url(Piece(where, each))


def csv_text(text: str) -> Iterator[Piece]:
    """Every cell of a table, equal ones once; a text that is no CSV is one piece."""
    told: set[str] = set()
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), 1):
            for column, cell in enumerate(row, 1):
                if cell and cell not in told:
                    told.add(cell)
                    yield from with_url(Piece(f"第{number}行第{column}列", cell))
    except csv.Error:
        yield Piece("全文", text)


def xml_text(data: bytes) -> Iterator[Piece]:
    """Texts, attributes, comments and instructions of XML; markup within a text is not looked into here."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        yield Piece("全文", decoded(data))
        return
    for each in [*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()]:
        name = _local(each)
        text, tail = each.text or "", each.tail or ""
        if text and not text.isspace():
            yield from with_url(Piece(f"<{name}>" if name else "注释", text, head=name == "title"))
        for attribute, value in each.attrib.items() if name else ():
            yield from with_url(Piece(f"<{name}> {attribute}", value))
        if tail and not tail.isspace():
            yield Piece(f"<{_local(each.getparent())}>", tail)
    if doctype := root.getroottree().docinfo.internalDTD:
        yield Piece("DOCTYPE", str(doctype), read=False)
        yield Piece("DOCTYPE", decoded(data), read=False)


def _local(element: object) -> str:
    tag = getattr(element, "tag", "")
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def script_text(text: str, place: str = "程序") -> Iterator[Piece]:
    """The strings of a script, once each, escapes undone, and its comments; then all of it, where only programs read."""
    for quoted in dict.fromkeys(_STRING.findall(text)):
        for line in unescaped(quoted[1:-1]).split("\n"):  # blocks of a page in the index, not one number from two cells
            if line:
                yield from with_url(Piece(f"{place}里的文字", line))
    yield from _remarks(text, place)
    yield Piece(place, unescaped(text), read=False)


def style_text(text: str, place: str = "样式") -> Iterator[Piece]:
    """What a style sheet prints (`content`) and its comments, then all of it, where only programs read."""
    for found in _CONTENT.finditer(text):
        yield Piece(f"{place}里的文字", unescaped(found[1]))
    yield from _remarks(text, place)
    yield Piece(place, unescaped(text), read=False)


def _remarks(text: str, place: str) -> Iterator[Piece]:
    """Comments that somebody wrote in Chinese: numbers in others are those of programs."""
    for found in _REMARK.finditer(text):
        for line in unescaped(found[0]).split("\n"):
            if not line.isascii():
                yield Piece(f"{place}里的注释", line)


def unescaped(text: str) -> str:
    r"""`text` with \uXXXX, \u{X}, \xXX and CSS's \XXXX undone."""
    return _SURROGATES.sub(_astral, _ESCAPE.sub(_character, text)) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3] or found[4]
    if code:
        value = int(code, 16)
        return chr(value) if value < 0x110000 else " "
    return _ESCAPED.get(found[5], found[5])


def _astral(found: re.Match[str]) -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def with_url(piece: Piece) -> Iterator[Piece]:
    """The piece, and once more as it reads with percent-encoding undone, if it has any; data: URLs are unpacked."""
    if piece.text.startswith("data:"):
        yield from _data_url(piece._replace(read=False))
        return
    yield piece
    if "%" in piece.text and (plain := unquote(piece.text, errors="replace")) != piece.text:
        yield piece._replace(text=plain)


def _data_url(piece: Piece) -> Iterator[Piece]:
    head, _, content = piece.text.partition(",")
    plain = unquote(content, errors="replace")
    if head.endswith(";base64"):
        try:
            plain = decoded(b64decode(plain))
        except ValueError:
            yield piece
    yield piece._replace(text=plain)
    if "<" in plain:
        yield from (piece._replace(text=each, read=True) for each in _BETWEEN_TAGS.findall(plain))


def has_markup(text: str) -> bool:
    """Whether a text holds tags (the escaped HTML of a feed)."""
    return _MARKUP.search(text) is not None
