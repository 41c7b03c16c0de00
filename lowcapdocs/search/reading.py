"""One page of a finished site, as HTML, → what search knows of it. Any generator may have made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from lowcapdocs.search.folding import tidy

UNSEARCHED = {"搜索", "网站地图"}
"""Kinds of pages that only lead to others."""
_INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark output q rp rt ruby s samp "
    "small span strike strong sub sup time tspan tt u var wbr"
)
_SKIPPED = (
    "button canvas datalist desc dialog head iframe meter nav noscript object progress script select style "
    "template textarea title"
)
_IS_INLINE, _IS_SKIPPED = frozenset(_INLINE.split()), frozenset(_SKIPPED.split())
_HIDDEN = etree.XPath(
    "//*[@hidden or @data-search='no' or contains(concat(' ', normalize-space(@class), ' '), ' headerlink ')]"
)
_META = etree.XPath("/html/head/meta[@name and @content]")
_ARTICLES = etree.XPath("//article[not(ancestor::article)]")
_MAINS = etree.XPath("//main")
_HEADS = etree.XPath("//h1")
_TITLES = etree.XPath("/html/head/title")
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


class Reading(NamedTuple):
    """A page as it is searched. `blocks` are its paragraphs, cells and so on, without the title; all plain text."""

    address: str
    title: str
    kind: str
    campaign: str
    town: str
    year: str
    summary: str
    blocks: tuple[str, ...]


def read(address: str, page: bytes) -> Reading | None:
    """The page at `address`; None where there is nothing to search: no HTML, a 404, a page of search itself.

    Its title is its h1, else its <title>; kind, town, year and campaign are <meta name="page-kind"> and so on,
    the summary is the description. The text is that of its articles, else of <main>, else of <body>,
    without navigation, scripts and whatever is hidden or marked data-search="no".
    """
    if address.rpartition("/")[2] == "404.html":
        return None
    root = etree.fromstring(page, _PARSER) if page.strip() else None
    if root is None:
        return None
    meta = {each.get("name").lower(): tidy(each.get("content")) for each in _META(root)}
    if meta.get("page-kind") in UNSEARCHED:
        return None
    skipped = set(_HIDDEN(root))
    parts = _ARTICLES(root) or _MAINS(root) or [each for each in root if each.tag == "body"]
    head = next((title for each in _HEADS(root) if (title := "".join(_blocks(each, skipped)))), "")
    title = head or next((tidy(each.text or "") for each in _TITLES(root)), "") or address
    blocks = [block for part in parts for block in _blocks(part, skipped)]
    if head in blocks:
        blocks.remove(head)
    return Reading(
        address,
        title,
        meta.get("page-kind", ""),
        meta.get("page-campaign", ""),
        meta.get("page-town", ""),
        meta.get("page-year", ""),
        meta.get("description", ""),
        tuple(blocks),
    )


def _blocks(element: Any, skipped: set[Any]) -> Iterator[str]:
    """The texts of the blocks within `element`: what reads on across inline tags is one."""
    pieces: list[str] = []
    for piece in _pieces(element, skipped):
        if piece is not None:
            pieces.append(piece)
        elif pieces:
            if block := tidy("".join(pieces)):
                yield block
            pieces = []
    if block := tidy("".join(pieces)):
        yield block


def _pieces(element: Any, skipped: set[Any]) -> Iterator[str | None]:
    """Texts as they stand, None wherever a block begins or ends."""
    open_: list[tuple[Any, bool]] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        tag = each.tag
        inline = tag in _IS_INLINE
        if event == "start":
            if open_ and open_[-1][1]:
                open_.append((each, True))
                continue
            gone = each is not element and (tag in _IS_SKIPPED or each in skipped)
            open_.append((each, gone))
            if not inline:
                yield " " if tag == "br" else None
            if each.text and not gone:
                yield each.text
        else:
            open_.pop()
            if open_ and open_[-1][1]:
                continue
            if not inline and tag != "br":
                yield None
            if each.tail and each is not element:
                yield each.tail
