"""The text of an HTML page or an SVG picture: what is read, every attribute, comments, scripts and data in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from lowcapdocs.disclose.data_text import decoded, json_text, script_text, style_text, with_url
from lowcapdocs.disclose.piece import Piece

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "ruby",
        "rb",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tspan",
        "tt",
        "u",
        "var",
        "wbr",
        "textpath",
    ]
)
"""What stands within a line: text goes on through it."""
_END = "<hr data-end>"
"""Put behind a page, to see whether the parser came so far: nested too deep or cut off, it stops in silence."""
_IS_END = etree.XPath("//hr[@data-end]")
_TAG = re.compile(r"<[^<>]*>")
_RUBY = frozenset({"rt", "rp"})
"""Read above the line: a piece of its own that does not break the text below."""
_HEADS = frozenset({"title", "h1"})
_NAMED = frozenset({"title", "articletitle", "columnname", "keywords", "description", "og:title", "dcterms.title"})
"""Metadata that tells the title, lower case."""
_GEOMETRY = frozenset(
    [
        "d",
        "points",
        "transform",
        "viewbox",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "dx",
        "dy",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "width",
        "height",
        "offset",
        "gradienttransform",
        "patterntransform",
        "textlength",
        "stroke-dasharray",
        "stroke-width",
        "font-size",
        "style",
        "class",
        "integrity",
        "nonce",
    ]
)


def page_text(data: bytes) -> list[Piece]:
    """The pieces of a page; of one that the parser does not get through, all of it with and without its tags."""
    text = decoded(data)
    if not text.strip():
        return []
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring((text + _END).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    found: list[Piece] = []
    whole = False
    for each in [*root.itersiblings(preceding=True), root, *root.itersiblings()] if root is not None else ():
        if isinstance(each.tag, str):  # what stands behind </html> is one more root
            found += _walked(each)
            whole = whole or bool(_IS_END(each))
        else:
            found.append(Piece("注释", each.text or ""))
    return found if whole else [*found, Piece("全文", text), Piece("全文", _TAG.sub("", text))]


def fragment_text(text: str, place: str) -> Iterator[Piece]:
    """The pieces of markup that stands as text in another file (a feed): all of it at `place`."""
    for piece in page_text(f"<div>{text}</div>".encode("utf-8", "replace")):
        yield piece._replace(place=place, head=False)


def _walked(root: Any) -> list[Piece]:
    """Texts in order; a block ends the line, what stands within a line does not. No recursion: depth is no danger."""
    found: list[Piece] = []
    line: list[str] = []
    layout: set[str] = set()
    told: set[tuple[str, str]] = set()
    block = "body"
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if event == "start":
            inline = tag in _INLINE
            if not inline and tag not in _RUBY:
                if line:
                    _end(line, block, found)
                block = tag
            if element.attrib:
                _attributes(tag, element.attrib, layout, told, found)
            if tag == "script":
                found += _script(element)
            elif tag == "style":
                found += style_text(element.text or "")
            elif tag in _RUBY:
                found.append(Piece(f"<{tag}>", "".join(element.itertext())))
            elif tag == "br":
                line.append(" ")
            elif text := element.text:
                line.append(text)
            continue
        if event != "end":
            found.append(Piece("注释", element.text or ""))
        elif tag not in _INLINE and tag not in _RUBY:
            if line:
                _end(line, block, found)
            parent = element.getparent()
            block = parent.tag if parent is not None else "body"
        if tail := element.tail:
            line.append(tail)
    _end(line, block, found)
    found.append(Piece("属性", "|".join(sorted(layout)), read=False))
    return found


def _end(line: list[str], block: str, found: list[Piece]) -> None:
    text = "".join(line)
    line.clear()
    if text and not text.isspace():
        found.append(Piece(f"<{block}>", text, block in _HEADS))


def _attributes(tag: str, attributes: Any, layout: set[str], told: set[tuple[str, str]], found: list[Piece]) -> None:
    """What each attribute says, once a page; what only lays out is gathered in `layout`."""
    for name, value in attributes.items():
        if name in _GEOMETRY:
            layout.add(value)
        elif value and (name, value) not in told:
            told.add((name, value))
            head = tag == "meta" and name == "content" and _names(attributes)
            found += with_url(Piece(f"<{tag}> {name}", value, head))


def _names(attributes: Any) -> bool:
    """Whether a meta element tells the title."""
    return (attributes.get("name") or attributes.get("property") or "").lower() in _NAMED


def _script(element: Any) -> Iterator[Piece]:
    text = element.text or ""
    if "json" in (element.get("type") or "").lower():
        return json_text(text, "JSON")
    return script_text(text)
