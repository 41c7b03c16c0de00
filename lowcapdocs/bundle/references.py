"""What one HTML page refers to: its ids, its links, and whatever a browser fetches to show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

_FETCHING_RELATIONS = frozenset(
    [
        "stylesheet",
        "icon",
        "shortcut",
        "apple-touch-icon",
        "apple-touch-icon-precomposed",
        "mask-icon",
        "preload",
        "prefetch",
        "modulepreload",
        "prerender",
        "preconnect",
        "dns-prefetch",
        "manifest",
    ]
)
"""`rel` of a <link> that makes a browser ask a server."""
_FETCHED: dict[str, tuple[str, ...]] = {
    "script": ("src",), "img": ("src",), "iframe": ("src",), "frame": ("src",), "embed": ("src",), "object": ("data",),
    "source": ("src",), "track": ("src",), "audio": ("src",), "video": ("src", "poster"), "input": ("src",),
    "image": ("href",), "use": ("href",), "feimage": ("href",), "body": ("background",), "table": ("background",),
    "td": ("background",), "base": ("href",),
}  # fmt: skip
_FOLLOWED: dict[str, tuple[str, ...]] = {
    "a": ("href",), "area": ("href",), "form": ("action",), "button": ("formaction",), "blockquote": ("cite",),
    "q": ("cite",), "del": ("cite",), "ins": ("cite",),
}  # fmt: skip
_SENT = frozenset({"form", "button"})
"""Where a reader's input goes."""
_SET = ("srcset", "imagesrcset")
_URL = re.compile(
    r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)|@import\s+(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_XLINK = "xlink:href"


class Reference(NamedTuple):
    """A link as the page has it. `fetched` if a browser asks for it by itself, or sends a reader's input there."""

    tag: str
    link: str
    fetched: bool


class References(NamedTuple):
    """Of one page: what can be linked to, and what it links to."""

    ids: frozenset[str]
    links: tuple[Reference, ...]


def references(page: bytes) -> References:
    """All ids and links of an HTML page or SVG picture, each link once."""
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True)) if page.strip() else None
    ids: set[str] = set()
    links: dict[Reference, None] = {}
    for element in root.iter() if root is not None else ():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag == "style":
            links.update(dict.fromkeys(Reference("style", each, True) for each in style_links(element.text or "")))
        if element.attrib:
            attributes = element.attrib
            ids.update(
                attributes[name] for name in ("id", "name") if name in attributes and (name == "id" or tag == "a")
            )
            links.update(dict.fromkeys(_links(tag, attributes)))
    return References(frozenset(ids), tuple(links))


def _links(tag: str, attributes: Any) -> Iterator[Reference]:
    for name in _FETCHED.get(tag, ()):
        if name in attributes:
            yield Reference(tag, attributes[name], True)
    for name in _FOLLOWED.get(tag, ()):
        if name in attributes:
            yield Reference(tag, attributes[name], tag in _SENT)
    if _XLINK in attributes:
        yield Reference(tag, attributes[_XLINK], tag != "a")
    if "href" in attributes and tag == "link":
        relations = (attributes.get("rel") or "").lower().split()
        yield Reference(tag, attributes["href"], not _FETCHING_RELATIONS.isdisjoint(relations))
    for name in _SET:
        if name in attributes:
            yield from (Reference(tag, each, True) for each in _candidates(attributes[name]))
    if "ping" in attributes:
        yield from (Reference(tag, each, True) for each in attributes["ping"].split())
    if "style" in attributes:
        yield from (Reference(tag, each, True) for each in style_links(attributes["style"]))
    if tag == "meta" and (found := _REFRESH.match(attributes.get("content") or "")):
        yield Reference(tag, found[1], True)


def _candidates(text: str) -> Iterator[str]:
    """The addresses of a srcset; a comma within data: does not divide it."""
    yield from (each.split()[0].rstrip(",") for each in re.split(r",\s+|,(?=\S+\s)", text) if each.split())


def style_links(text: str) -> Iterator[str]:
    """Every url() and @import of a style sheet."""
    for found in _URL.finditer(text):
        if link := next(filter(None, found.groups()), ""):
            yield link
