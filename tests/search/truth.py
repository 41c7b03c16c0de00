"""What really stands on which page, told without the code that is tested: text by block, NFKC, no case, no spaces in Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import html

SEEN = "//article"
UNSEEN = (
    "//article//*[self::nav or self::script or self::desc or self::progress or self::button "
    "or self::label or @class='headerlink' or @hidden or @data-search='no']"
)
CUTS = re.compile("h[1-6]|p|td|th|caption|figcaption|figure|li|dt|dd|div|section|header|footer|blockquote|article|text")
"""A text does not read on across these."""


def plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", re.sub("[\u200b\u202a-\u202e]", "", text)).casefold()
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"(?<![!-~]) | (?![!-~])", "", text)


def texts(pages: Iterable[tuple[str, bytes]]) -> dict[str, list[str]]:
    """The blocks of each page that is searched, by address."""
    found = {}
    for address, data in pages:
        root = html.fromstring(data.decode())
        if root.xpath("string(//meta[@name='page-kind']/@content)") in ("搜索", "网站地图") or address == "404.html":
            continue
        for gone in root.xpath(f"{UNSEEN} | //svg/title"):
            gone.drop_tree()
        pieces = "".join(piece for article in root.xpath(SEEN) for piece in _pieces(article)).split("\0")
        found[address] = [block for piece in pieces if (block := plain(piece))]
    return found


def _pieces(element: Any) -> Iterator[str]:
    """The text of an element in its order, cut by NUL."""
    cut = "\0" if CUTS.fullmatch(element.tag) else " " if element.tag == "br" else ""
    yield cut + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield cut


def holding(pages: dict[str, list[str]], *pieces: str) -> set[str]:
    """The pages on which every one of `pieces` stands."""
    wanted = [plain(piece) for piece in pieces]
    return {name for name, blocks in pages.items() if all(any(piece in block for block in blocks) for piece in wanted)}
