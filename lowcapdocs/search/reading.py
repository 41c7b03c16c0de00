"""One page of a finished site, as HTML, → what search knows of it. Any generator may have made it."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from lowcapdocs.search.folding import close, seen, tidy

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
_META = etree.XPath("/html/head/meta[@name and @content]")
_TITLES = etree.XPath("/html/head/title")
_EDGE, _END_OF_HEADING = "\ufdd0", "\ufdd1"
"""Where a block begins or ends, and where the heading of the page does: no characters, so no text has them."""
_BEGINNING = re.compile(rb"<(?:h1|main|article)\b")
"""If there is any of these, nothing before the first of them is read."""
_HIDING = (b"hidden", b"data-search", b"headerlink")


def _sheet(content: str) -> etree.XSLT:
    """What makes a page a text with marks in it, where an element says `content`.

    Done by libxslt, since lxml is slow at handing over texts one by one.
    """
    return etree.XSLT(
        etree.XML(f"""
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="utf-8"/>
  <xsl:variable name="articles" select="//article[not(ancestor::article)]"/>
  <xsl:variable name="mains" select="//main"/>
  <xsl:template match="/">
    <xsl:apply-templates select="(//h1[normalize-space()])[1]"/>{_END_OF_HEADING}<xsl:choose>
      <xsl:when test="$articles"><xsl:apply-templates select="$articles"/></xsl:when>
      <xsl:when test="$mains"><xsl:apply-templates select="$mains"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="/html/body"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*">{_EDGE}{content}{_EDGE}</xsl:template>
  <xsl:template match="{"|".join(_INLINE.split())}">{content}</xsl:template>
  <xsl:template match="br"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="{"|".join(_SKIPPED.split())}">{_EDGE}</xsl:template>
</xsl:stylesheet>""")
    )


_WHOLE = _sheet("<xsl:apply-templates/>")
_SHOWN = _sheet(
    "<xsl:if test=\"not(@hidden) and not(@data-search = 'no') and not(@class = 'headerlink')\">"
    "<xsl:apply-templates/></xsl:if>"
)
"""For pages that may hide something: it asks every element, which takes twice as long."""
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)


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
    sheet = _SHOWN if _may_hide(page.lower()) else _WHOLE
    heading, _, text = seen(str(sheet(root))).partition(_END_OF_HEADING)
    heading = "".join(map(close, heading.split(_EDGE)))
    title = heading or next((tidy(each.text or "") for each in _TITLES(root)), "") or address
    blocks = [block for piece in text.split(_EDGE) if piece and not piece.isspace() and (block := close(piece))]
    if heading in blocks:
        blocks.remove(heading)
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


def _may_hide(page: bytes) -> bool:
    """Whether a page in lower case may leave something out of what is read of it."""
    found = _BEGINNING.search(page)
    begins = found.start() if found else 0
    return any(page.find(word, begins) >= 0 for word in _HIDING)
