"""One page of a finished site, as HTML, → what search knows of it. Any generator may have made it."""

from __future__ import annotations

import re
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
_HIDDEN = etree.XPath("//*[@hidden or @data-search='no' or @class='headerlink']")
_META = etree.XPath("/html/head/meta[@name and @content]")
_ARTICLES = etree.XPath("//article[not(ancestor::article)]")
_MAINS = etree.XPath("//main")
_HEADS = etree.XPath("//h1")
_TITLES = etree.XPath("/html/head/title")
_EDGE = "\ufdd0"
"""Where a block begins or ends: no character, so no text has it."""
_BREAKS = re.compile(r"<br\b[^>]*>")
_INLINE_TAGS = re.compile(rf"</?(?:{'|'.join(sorted(_IS_INLINE, key=len, reverse=True))})(?:\s[^>]*)?/?>")
_TAGS = re.compile(r"<[^>]*>")
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


class Reading(NamedTuple):
    """A page as it is searched. `blocks` are its paragraphs, cells and so on, without the title; all plain text."""

    address: str
    title: str
    kind: str
    campaign: str
    town: str
    year: str
    date: str
    summary: str
    blocks: tuple[str, ...]


def read(address: str, page: bytes) -> Reading | None:
    """The page at `address`; None where there is nothing to search: no HTML, a 404, a page of search itself.

    Its title is its h1, else its <title>; kind, town, year and campaign are <meta name="page-kind"> and so on,
    date (YYYY-MM-DD HH:MM) is PubDate, the summary is the description. The text is that of its articles, else of <main>, else of <body>,
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
    for each in _HIDDEN(root):
        _drop(each)
    etree.strip_elements(root, *_IS_SKIPPED - {"head", "title"}, with_tail=False)
    parts = _ARTICLES(root) or _MAINS(root) or [each for each in root if each.tag == "body"]
    head = next((title for each in _HEADS(root) if (title := "".join(_blocks(each)))), "")
    title = head or next((tidy(each.text or "") for each in _TITLES(root)), "") or address
    blocks = [block for part in parts for block in _blocks(part)]
    if head in blocks:
        blocks.remove(head)
    return Reading(
        address,
        title,
        meta.get("page-kind", ""),
        meta.get("page-campaign", ""),
        meta.get("page-town", ""),
        meta.get("page-year", ""),
        meta.get("pubdate", ""),
        meta.get("description", ""),
        tuple(blocks),
    )


def _drop(element: Any) -> None:
    """Take an element out of the page; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _blocks(element: Any) -> list[str]:
    """The texts of the blocks within `element`: what reads on across inline tags is one.

    The tree is written out and its tags taken away as text, since lxml is slow at handing over texts one by one.
    """
    etree.strip_elements(element, "title", with_tail=False)  # of pictures
    markup = etree.tostring(element, encoding="unicode", with_tail=False)
    markup = _BREAKS.sub(" ", markup)
    text = _TAGS.sub(_EDGE, _INLINE_TAGS.sub("", markup))
    return [block for piece in text.split(_EDGE) if piece and (block := tidy(_plain(piece)))]


def _plain(text: str) -> str:
    """Text as lxml writes it (only these five are written as entities) as it is read."""
    if "&" not in text:
        return text
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&#13;", "\r"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text
