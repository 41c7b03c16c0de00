"""Real files of every kind with a text planted in every place that a file has: what a leak looks like."""

from __future__ import annotations

import gzip
import html
import json
from base64 import b64encode
from urllib.parse import quote

from tests.disclose.planting_office import PDF, WORD, WORKBOOK, File, Plant, picture, word_body, zipped


def page(body: str, head: str = "", address: str = "a/towns/x.html") -> File:
    text = f'<!doctype html>\n<html lang="zh-CN"><head><title>集士港镇</title>{head}</head><body><h1>镇街</h1>{body}</body></html>'
    return address, text.encode()


def _split(text: str) -> str:
    """Every character in a tag of its own."""
    return "".join(f"<b>{html.escape(each)}</b>" for each in text)


def _references(text: str) -> str:
    return "".join(f"&#x{ord(each):x};" for each in text)


def _escaped(text: str) -> str:
    return "".join(f"\\u{ord(each):04x}" for each in text)


def _hex(text: str) -> str:
    return "".join(f"\\u{{{ord(each):x}}}" for each in text)


PAGES: dict[str, Plant] = {
    "paragraph": lambda text: page(f"<p>甲：{text}。</p>"),
    "cell": lambda text: page(f"<table><tr><th>甲</th><td>{text}</td></tr></table>"),
    "tags between characters": lambda text: page(f"<p>{_split(text)}</p>"),
    "comments between characters": lambda text: page(f"<p>{'<!-- -->'.join(text)}</p>"),
    "soft hyphens between characters": lambda text: page(f"<p>{'&shy;'.join(text)}</p>"),
    "zero-width marks between characters": lambda text: page("<p>" + "\u200b".join(text) + "</p>"),
    "character references": lambda text: page(f"<p>{_references(text)}</p>"),
    "full width": lambda text: page(
        "<p>" + "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text) + "</p>"
    ),
    "image text": lambda text: page(f'<img src="a.png" alt="{text}">'),
    "tooltip": lambda text: page(f'<span title="{text}">甲</span>'),
    "aria label": lambda text: page(f'<div aria-label="{text}"></div>'),
    "data attribute": lambda text: page(f'<div data-firm="{text}"></div>'),
    "hidden field": lambda text: page(f'<form><input type="hidden" value="{text}"></form>'),
    "option": lambda text: page(f"<select><option>{text}</option></select>"),
    "hidden block": lambda text: page(f"<div hidden><p>{text}</p></div>"),
    "noscript": lambda text: page(f"<noscript><p>{text}</p></noscript>"),
    "template": lambda text: page(f"<template><p>{text}</p></template>"),
    "comment": lambda text: page(f"<!-- {text} -->"),
    "comment before the page": lambda text: ("x.html", f"<!-- {text} --><html><body>甲</body></html>".encode()),
    "metadata": lambda text: page("", f'<meta name="Description" content="{text}">'),
    "title": lambda text: page("", f"<title>{text}</title>"),
    "link": lambda text: page(f'<a href="x.html?q={quote(text)}">甲</a>'),
    "link to mail": lambda text: page(f'<a href="mailto:x?subject={quote(text)}">甲</a>'),
    "JSON-LD": lambda text: page("", f'<script type="application/ld+json">{{"name": "{_escaped(text)}"}}</script>'),
    "inline script": lambda text: page(f'<script>var a = "{text}";</script>'),
    "inline script, escaped": lambda text: page(f"<script>var a = '{_hex(text)}';</script>"),
    "picture text": lambda text: page(f"<svg><text>{text}</text></svg>"),
    "picture description": lambda text: page(f"<svg><title>甲</title><desc>{text}</desc></svg>"),
    "picture text in pieces": lambda text: page(f"<svg><text>{text[:2]}<tspan>{text[2:]}</tspan></text></svg>"),
    "picture in a link": lambda text: page(f'<img src="data:image/svg+xml,{quote(f"<text>{text}</text>")}">'),
    "picture in a link, base64": lambda text: page(
        f'<img src="data:image/svg+xml;base64,{b64encode(f"<text>{text}</text>".encode()).decode()}">'
    ),
}
"""Places of an HTML page."""


DATA: dict[str, Plant] = {
    "JSON value": lambda text: ("data/a.json", json.dumps({"a": [{"b": text}]}, ensure_ascii=False).encode()),
    "JSON value, escaped": lambda text: ("data/a.json", json.dumps({"a": [text]}).encode()),
    "broken JSON": lambda text: ("data/a.json", f'{{"a": "{text}"'.encode()),
    "CSV cell": lambda text: ("data/a.csv", f"\ufeff甲,乙\r\n1,\"{text}\"\r\n".encode()),
    "CSV cell in GB18030": lambda text: ("data/a.csv", f"甲,乙\r\n1,{text}\r\n".encode("gb18030")),
    "feed title": lambda text: ("feed.atom.xml", f"<feed><entry><title>{text}</title></entry></feed>".encode()),
    "feed content": lambda text: ("feed.rss.xml", f"<rss><description>{html.escape(f'<p>{_split(text)}</p>')}</description></rss>".encode()),
    "feed content, CDATA": lambda text: ("feed.rss.xml", f"<rss><d><![CDATA[<p>{_split(text)}</p>]]></d></rss>".encode()),
    "feed attribute": lambda text: ("feed.atom.xml", f'<feed><link title="{text}"/></feed>'.encode()),
    "comment in XML": lambda text: ("feed.atom.xml", f"<feed><!-- {text} --></feed>".encode()),
    "address in the site map": lambda text: ("sitemap.xml", f"<urlset><url><loc>https://a.cn/{quote(text)}.html</loc></url></urlset>".encode()),
    "compressed site map": lambda text: ("sitemap.xml.gz", gzip.compress(f"<urlset><loc>{text}</loc></urlset>".encode())),
    "search shard": lambda text: ("search/1.js", f'__search(["甲","{text}"])'.encode()),
    "search shard, escaped": lambda text: ("search/1.js", f'__search(["甲","{_escaped(text)}"])'.encode()),
    "style sheet": lambda text: ("a.css", f'p::before {{ content: "{text}" }}'.encode()),
    "picture": lambda text: ("a.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><text>{text}</text></svg>'.encode()),
    "text": lambda text: ("a.txt", f"甲\n{text}\n".encode()),
    "text in UTF-16": lambda text: ("a.txt", f"甲\n{text}\n".encode("utf-16")),
    "file name": lambda text: (f"files/{text}.txt", "甲".encode()),
    "archive": lambda text: ("a.zip", zipped(("a.txt", text.encode()))),
    "file name in an archive": lambda text: ("a.zip", zipped((f"{text}.csv", b"1"))),
    "remark of an archive": lambda text: ("a.zip", zipped(("a.csv", b"1"), comment=text)),
    "Word file in an archive in an archive": lambda text: ("a.zip", zipped(("b.zip", zipped(word_body(text))))),
}  # fmt: skip
"""Places of data files, feeds, scripts and archives."""


BYTES: dict[str, Plant] = {
    "picture": lambda text: ("a.png", picture(text)),
    "unknown, UTF-16": lambda text: ("a.dat", b"\x00\x01" + text.encode("utf-16-le") + b"\xff"),
    "unknown, UTF-16 of the other end": lambda text: ("a.dat", b"MM\0*" + text.encode("utf-16-be") + b"\xff"),
    "unknown, GB18030": lambda text: ("a.dat", b"\x00\x01" + text.encode("gb18030") + b"\xff"),
}
"""Places of files that are no text: only long values are looked for there."""

EVERYWHERE: dict[str, Plant] = {
    f"{kind}: {name}": plant
    for kind, places in (("page", PAGES), ("data", DATA), ("Word", WORD), ("workbook", WORKBOOK), ("PDF", PDF))
    for name, plant in places.items()
}
