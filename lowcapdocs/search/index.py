"""The search of a finished site: its pages in, the files of its folder `search/` out. The door of this room.

Include it in every page by `<script src="search/client.js" defer>` and `search/search.css` (with
MkDocs: `extra_javascript: [{path: search/client.js, defer: true}]`, `extra_css: [search/search.css]`).
client/README.md tells which elements the client looks for. Every file is a script that calls one
function, because pages opened from a disk may load scripts but nothing else; no file is needed
before somebody searches.

The places of an index are numbers: the title of page n is place n, the passages of all pages follow
in the order of the pages, which is that of `ranking`. So the places of a term are its results in
their order, titles first. Below `search/`:

- `manifest.js`: what a client must know first;
- `terms/*.js`: terms (see `terms`) and their places, each term in the shard that its hash tells;
- `texts/*.js`: the same number of passages each, with what a result shows of their pages;
- `facets.js`: town and year of each page, for filters; `pinyin.js`: how characters of titles are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from lowcapdocs.search import ranking, served, terms
from lowcapdocs.search.folding import fold, tidy
from lowcapdocs.search.numbers import ALPHABET, plain
from lowcapdocs.search.passages import passages
from lowcapdocs.search.pinyin import Sounds
from lowcapdocs.search.postings import Postings
from lowcapdocs.search.reading import Reading, read
from lowcapdocs.search.spool import Spool

TERMS = "terms"
"""The folder of the terms: pieces of one, two and four characters, no text."""
_TEXTS = 9_000
"""Characters of a file of texts, about; as many passages as come to this share one."""
_MOST_PASSAGES = 16
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""A version is letters only: a number might be taken for somebody's telephone."""


def build(
    pages: Iterable[tuple[str, bytes]], synonyms: Sequence[Sequence[str]] = (), scratch: Path | None = None
) -> Iterator[tuple[str, bytes]]:
    """The files of `search/` (their names below it, their bytes), for a site of `pages` (address below its root, HTML).

    Addresses are not percent-encoded, with `/`. `synonyms` are groups of words that mean the same: whoever
    looks for one finds the others. In `scratch` lies one nameless file while the index is made; without it
    everything stays in memory. The same pages give the same bytes, in whatever order they come.
    Raises OSError when `scratch` is full.
    """
    with Spool(scratch) as spool:
        digest = sha256()
        manifest: dict[str, object] = {}
        for name, data in _files(pages, synonyms, spool, manifest):
            digest.update(name.encode() + b"\n" + data)
            yield name, data
        digest.update(json.dumps(manifest).encode())
        version = digest.hexdigest()[:12].translate(_LETTERS)
        yield _script("manifest", {"version": version, **manifest})


def _files(
    pages: Iterable[tuple[str, bytes]], synonyms: Sequence[Sequence[str]], spool: Spool, manifest: dict[str, object]
) -> Iterator[tuple[str, bytes]]:
    """Every file but the manifest, which is filled in the end."""
    yield from served.files()
    order, count, size = [], 0, 0
    for address, html in pages:
        if reading := read(address, html):
            held = tuple(passages(reading.blocks))
            count, size = count + len(held), size + sum(map(len, held))
            order.append((ranking.place(reading), spool.put(tuple(reading._replace(blocks=held)))))
    order.sort()
    together = max(1, min(_MOST_PASSAGES, _TEXTS * count // max(size * 3, 1)))
    postings, sounds, facets = Postings(spool), Sounds(), _Facets()
    shard: list[tuple[int, Reading, str]] = []
    place, sent = len(order), 0
    for number, (_, mark) in enumerate(order):
        page = Reading(*spool.get(mark))
        facets.add(page, len(page.blocks))
        postings.add(number, terms.of_title(fold(page.title), sounds.of(page.title)))
        for text in page.blocks:
            postings.add(place, terms.of_text(fold(text)))
            place += 1
            shard.append((number, page, text))
            if len(shard) == together:
                yield _texts(sent, shard)
                shard, sent = [], sent + 1
    if shard:
        yield _texts(sent, shard)
    for number, found in postings.shards():
        yield _script(f"{TERMS}/{number}", found)
    yield _script("pinyin", sounds.readings)
    yield _script("facets", facets.filters())
    manifest.update(
        alphabet=ALPHABET,
        kinds=facets.kinds,
        overviews=ranking.OVERVIEWS,
        passages=plain(facets.passages),
        together=together,
        shards=postings.count,
        common=postings.common,
        synonyms=[[tidy(word) for word in group] for group in synonyms],
    )


class _Facets:
    """What is known of every page by its number."""

    def __init__(self) -> None:
        self.kinds: list[tuple[str, int]] = []
        """(name, number of its first page), in the order of the pages."""
        self.passages: list[int] = []
        self._towns: dict[str, int] = {"": 0}
        self._years: dict[str, int] = {"": 0}
        self._town: list[int] = []
        self._year: list[int] = []

    def add(self, page: Reading, passages: int) -> None:
        """The next page."""
        if not self.kinds or self.kinds[-1][0] != page.kind:
            self.kinds.append((page.kind, len(self.passages)))
        self.passages.append(passages)
        self._town.append(self._towns.setdefault(page.town, len(self._towns)))
        self._year.append(self._years.setdefault(page.year, len(self._years)))

    def filters(self) -> dict[str, object]:
        """Names of towns and years, and which of them each page has."""
        return {
            "towns": list(self._towns),
            "years": list(self._years),
            "town": plain(self._town),
            "year": plain(self._year),
        }


def _texts(number: int, shard: Sequence[tuple[int, Reading, str]]) -> tuple[str, bytes]:
    """Passages, and by the number of their page: address, title, town, year, campaign and summary."""
    pages = {page: (of.address, of.title, of.town, of.year, of.campaign, of.summary) for page, of, _ in shard}
    return _script(f"texts/{number}", {"pages": pages, "texts": [text for _, _, text in shard]})


def _script(name: str, data: object) -> tuple[str, bytes]:
    """`data` as a script that hands it to the client under its name."""
    held = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"{name}.js", f'lowcapdocsSearch("{name}",{held});\n'.encode()
