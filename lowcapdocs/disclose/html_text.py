"""The text of an HTML page or an SVG picture: what is read, every attribute, comments, scripts and data in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lowcapdocs import parsed_markup
from lowcapdocs.disclose.data_text import decoded, json_text, script_text, style_text, with_url
from lowcapdocs.disclose.piece import Piece

_BLOCKS = (
    "address article aside audio blockquote body canvas caption center col colgroup dd details dialog dir div dl dt "
    "embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend "
    "li listing main map menu meter nav noframes object ol optgroup option p plaintext pre progress script search "
    "section select style summary table tbody td template text tfoot th thead title tr ul video xmp"
)
"""What ends a line. Text goes on through everything else: a browser takes any name that it does not know for a <span>,
as Word's <st1:chsdate> within a number.
"""
_TOKEN = re.compile(rf"<[^>]*>[^<]*(?:<(?!/?(?:{'|'.join(_BLOCKS.split())})[ />])[^<]*)*")
"""A tag that ends the line above, and the line that follows, with all that stands within it."""
_MARKUP = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<br[ /][^>]*>")
_TAG = re.compile(r"<[^<>]*>")
_CDATA = "<![CDATA["
_UNSEEN = re.compile(
    r"(?<=[^>\s])\s*<(script|style|template)(?: [^>]*)?(?:/>|>(?:(?!</\1>).)*</\1>)(?=\s*[^<\s])", re.DOTALL
)
"""What stands in the middle of a text and is not shown, so that a reader sees one text."""
_RUBY = re.compile(r"<(rt|rp|desc)(?: [^>]*\")?>(.*?)</\1>", re.DOTALL)
"""Read above the line, or not shown at all: a piece of its own that does not break the text below."""
_HEADS = frozenset({"title", "h1"})
_NAMED = frozenset({"title", "articletitle", "columnname", "keywords", "description", "og:title", "dcterms.title"})
"""Metadata that tells the title, lower case."""
_GEOMETRY = frozenset({
    "d", "points", "transform", "viewbox", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx",
    "ry", "width", "height", "offset", "gradienttransform", "patterntransform", "textlength", "stroke-dasharray",
    "stroke-width", "font-size", "style", "class", "integrity", "nonce",
})  # fmt: skip
_REMEMBERED, _SHORT = 32_768, 2_000
"""Tokens whose pieces are remembered, and the longest of them (characters): pages share most of theirs."""


class _Token(NamedTuple):
    """What a token says. `step`: whether it begins an element of that `name` (1), ends one (-1) or neither (0).

    `rest` is its line where that belongs to an element that began before.
    """

    name: str
    step: int
    pieces: tuple[Piece, ...]
    rest: str = ""


def page_text(data: bytes) -> list[Piece]:
    """The pieces of a page; of one that the parser does not get through, all of it with and without its tags."""
    text = decoded(data)
    if not text.strip():
        return []
    page = parsed_markup.page(text)
    found = _pieces(page.text)
    if _UNSEEN.search(page.text):
        found += _pieces(_UNSEEN.sub("", page.text))
    if _CDATA in text:  # a comment to the parser, but text to a browser where it stands within a picture
        found += _pieces(parsed_markup.page(text.replace(_CDATA, "").replace("]]>", "")).text)
    return found if page.whole else [*found, Piece("全文", text), Piece("全文", _TAG.sub("", text))]


def picture_text(data: bytes) -> list[Piece]:
    """The pieces of an SVG file, which browsers read as XML: its own entities, encodings and prefixes count."""
    root = parsed_markup.xml(data)
    return _pieces(parsed_markup.written(root)) if root is not None else []


def _pieces(written: str) -> list[Piece]:
    found: list[Piece] = []
    blocks = ["body"]
    for each in _TOKEN.findall(written):
        token = _remembered(each) if len(each) <= _SHORT else _read(each)
        if token.step > 0:
            blocks.append(token.name)
        elif token.step and len(blocks) > 1:
            blocks.pop()
        found += token.pieces
        if token.rest:
            found.append(_line(blocks[-1], token.rest))
    return found


def fragment_text(text: str, place: str) -> Iterator[Piece]:
    """The pieces of markup that stands as text in another file (a feed): all of it at `place`."""
    for piece in page_text(f"<div>{text}</div>".encode("utf-8", "replace")):
        yield piece._replace(place=place, head=False)


def _read(token: str) -> _Token:
    """Attributes and comments, then the line: a block ends it, what stands within it does not."""
    first, *others = _MARKUP.findall(token)
    found = [piece for each in (first, *others) for piece in _of_markup(each)]
    found += [Piece(f"<{name}>", _text(content)) for name, content in _RUBY.findall(token)]
    line = _text(_BREAK.sub(" ", _RUBY.sub("", token)))
    tag = parsed_markup.tag(first)
    if tag is None or first.endswith("/>"):
        return _Token("", -1 if first.startswith("</") else 0, tuple(found), "" if line.isspace() else line)
    if tag.name == "script":
        found += _script(tag.attributes.get("type", ""), line)
    elif tag.name == "style":
        found += style_text(line)
    elif line and not line.isspace():
        found.append(_line(tag.name, line))
    return _Token(tag.name, 1, tuple(found))


_remembered = lru_cache(maxsize=_REMEMBERED)(_read)


def _text(written: str) -> str:
    return parsed_markup.plain(_MARKUP.sub("", written))


def _line(block: str, text: str) -> Piece:
    return Piece(f"<{block}>", text, block in _HEADS)


def _of_markup(written: str) -> Iterator[Piece]:
    """What each attribute says, or the comment; of a tag that is not understood, all of it."""
    if written.startswith("<!--"):
        yield Piece("注释", parsed_markup.plain(written[4:-3]))
    elif tag := parsed_markup.tag(written):
        for name, value in tag.attributes.items():
            if name in _GEOMETRY:
                yield Piece("属性", value, read=False)
            elif value:
                head = tag.name == "meta" and name == "content" and _names(tag.attributes)
                yield from with_url(Piece(f"<{tag.name}> {name}", value, head))
    elif not written.startswith("</"):
        yield Piece("全文", parsed_markup.plain(written))


def _names(attributes: dict[str, str]) -> bool:
    """Whether a meta element tells the title."""
    return (attributes.get("name") or attributes.get("property") or "").lower() in _NAMED


def _script(kind: str, text: str) -> Iterator[Piece]:
    return json_text(text, "JSON") if "json" in kind.lower() else script_text(text)
