"""What one file of the site refers to (ids, links, whatever a browser fetches to show it), and the code inside of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from lowcapdocs import parsed_markup

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
_PAGES = (".html", ".htm", ".svg")
_PROGRAMS = (".js", ".mjs")
_SEARCHED = "search/"
"""What the search made: texts of pages, which may speak of addresses, and its client."""
_ASKED = re.compile(r"[\"'`]((?:(?:https?|wss?):)?//[A-Za-z0-9.-]+\.[A-Za-z]{2,}[^\"'`\s]*)")
_NAMES = ("http://www.w3.org/", "https://www.w3.org/")
"""Names of formats (of SVG, say), which look like addresses."""
_DATA = frozenset({"application/ld+json", "application/json", "text/plain", "text/template"})
"""`type` of a <script> that holds data; whatever else it says, a browser may run it."""
_LONGEST_SHOWN = 60
_TELLING = re.compile(r"<(?:style|script)[^>]*>[^<]*|<[^ >/!]+ [^>]*>")
"""Tags with attributes; of code and styles the text, too."""
_REMEMBERED, _SHORT = 16_384, 2_000
"""Tags that are remembered with what they refer to, and the longest of them (characters)."""


class Reference(NamedTuple):
    """A link as the page has it. `fetched` if a browser asks for it by itself, or sends a reader's input there."""

    tag: str
    link: str
    fetched: bool


class Inline(NamedTuple):
    """Code or style that stands in the page itself, as messages show it."""

    kind: Literal["script", "style", "handler"]
    shown: str


class References(NamedTuple):
    """Of one file: what can be linked to, what it links to, and what stands in it that should be a file of its own."""

    ids: frozenset[str] = frozenset()
    links: tuple[Reference, ...] = ()
    inline: tuple[Inline, ...] = ()


def references(address: str, data: bytes) -> References:
    """All ids and links of a page, picture (SVG) or style sheet, each once; of a program the addresses of other sites
    that it has as texts. Files of other kinds refer to nothing.
    """
    if address.endswith(".css"):
        return References(
            links=tuple(Reference("css", link, True) for link in style_links(data.decode("utf-8", "replace")))
        )
    if address.endswith(_PROGRAMS) and not address.startswith(_SEARCHED):
        asked = _ASKED.findall(data.decode("utf-8", "replace"))
        return References(links=tuple(Reference("js", each, True) for each in asked if not each.startswith(_NAMES)))
    if not address.endswith(_PAGES) or not data.strip():
        return References()
    found = dict.fromkeys(_TELLING.findall(parsed_markup.page(data.decode("utf-8-sig", "replace")).text))
    each = [_remembered(tag) if len(tag) <= _SHORT else _of(tag) for tag in found]
    ids = frozenset().union(*[one.ids for one in each if one.ids])
    links = dict.fromkeys([link for one in each if one.links for link in one.links])
    is_picture = address.endswith(".svg")  # which browsers show apart, under no policy of the page: styles do no harm
    inline = [code for one in each if one.inline for code in one.inline if code.kind != "style" or not is_picture]
    return References(ids, tuple(links), tuple(inline))


def _of(written: str) -> References:
    """What one tag refers to, with the text behind it if it is <style> or <script>."""
    start, _, text = written.partition(">")
    tag = parsed_markup.tag(f"{start}>")
    if tag is None:
        return References()
    name, attributes = tag
    text = "" if start.endswith("/") else parsed_markup.plain(text)
    ids = [attributes["id"]] if "id" in attributes else []
    if name == "a" and "name" in attributes:
        ids.append(attributes["name"])
    links = list(_links(name, attributes))
    inline = list(_handlers(name, attributes))
    if name == "style" and text:
        inline.append(Inline("style", f"<style>{_shortened(text)}"))
        links += [Reference("style", each, True) for each in style_links(text)]
    elif name == "script" and text and "src" not in attributes and _runs(attributes):
        inline.append(Inline("script", f"<script>{_shortened(text)}"))
    return References(frozenset(ids), tuple(links), tuple(inline))


_remembered = lru_cache(maxsize=_REMEMBERED)(_of)


def _runs(attributes: Mapping[str, str]) -> bool:
    return attributes.get("type", "").partition(";")[0].strip().lower() not in _DATA


def _handlers(tag: str, attributes: Mapping[str, str]) -> Iterator[Inline]:
    for name, value in attributes.items():
        if name == "style":
            yield Inline("style", f'<{tag} style="{_shortened(value)}">')
        elif name.startswith("on") and name.isalpha():
            yield Inline("handler", f'<{tag} {name}="{_shortened(value)}">')


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}……"


def _links(tag: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
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
