"""What really stands on which page, told without the code that is tested: text by block, NFKC, no case, no spaces in Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from lxml import html

BLOCKS = "//article//*[self::h1 or self::p or self::td or self::li][not(@hidden or @data-search)]"


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
        for gone in root.xpath("//script | //a[@class='headerlink']"):
            gone.drop_tree()
        for line_break in root.xpath("//br"):
            line_break.tail = " " + (line_break.tail or "")
        found[address] = [plain(each.text_content()) for each in root.xpath(BLOCKS)]
    return found


def holding(pages: dict[str, list[str]], *pieces: str) -> set[str]:
    """The pages on which every one of `pieces` stands."""
    wanted = [plain(piece) for piece in pieces]
    return {name for name, blocks in pages.items() if all(any(piece in block for block in blocks) for piece in wanted)}
