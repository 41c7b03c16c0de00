"""For each term the places where it stands: gathered in any amount, given back by shards, in flat memory.

Places are gathered in memory until there are many, then put aside by buckets of terms. A bucket is
small enough to be put together at the end, whatever the size of the site.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest

from lowcapdocs.search.numbers import rising
from lowcapdocs.search.spool import Spool
from lowcapdocs.search.terms import bucket

_BUCKETS = 64
_MOST = 1_000_000
"""Places that are held in memory at once: about 20 MB."""
_SHARD = 16_000
"""Characters of a shard, about: what one query has to load for each of its terms."""
_MOST_SHARDS = 16_384
_COMMON = 400
"""Terms of which a client should know beforehand that many pages hold them."""


class Postings:
    """Terms and the numbers of the places where they stand."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._lists: defaultdict[str, list[int]] = defaultdict(list)
        self._held = 0
        self._runs: list[list[int]] = []
        self.count = 1
        """Once `shards` has begun: how many there are, a power of two."""
        self.common = ""
        """Once `shards` has begun: the commonest pairs of characters, one after the other, the commonest first."""

    def add(self, place: int, terms: Iterable[str]) -> None:
        """`terms`, each once, stand at `place`."""
        lists, before = self._lists, self._held
        for term in terms:
            lists[term].append(place)
            before += 1
        self._held = before
        if before >= _MOST:
            self._put_aside()

    def shards(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The number of each shard, and its terms with their places as `numbers.rising` writes them.

        A term is in the shard `terms.bucket` tells. Empty ones come too.
        """
        self._put_aside()
        marks, size, counts = [], 0, []
        for number in range(_BUCKETS):
            terms = self._together(number)
            codes = {term: rising(places) for term, places in sorted(terms.items())}
            size += sum(map(len, codes.values())) + 8 * len(codes)
            pairs = ((len(places), term) for term, places in terms.items() if len(term) == 2 and term >= " ")
            counts += nlargest(_COMMON, pairs)
            counts = nlargest(_COMMON, counts)
            marks.append(self._spool.put(codes))
        self.common = "".join(term for count, term in sorted(counts, key=lambda pair: (-pair[0], pair[1])) if count > 1)
        while self.count * _SHARD < size and self.count < _MOST_SHARDS:
            self.count *= 2
        shards = self.count
        step = min(shards, _BUCKETS)
        for number in range(step):
            parts: defaultdict[int, dict[str, str]] = defaultdict(dict)
            for mark in marks[number::step]:
                for term, code in self._spool.get(mark).items():
                    parts[bucket(term, shards)][term] = code
            for shard in range(number, shards, step):
                yield shard, dict(sorted(parts[shard].items()))

    def _put_aside(self) -> None:
        """Empty the memory, bucket by bucket."""
        buckets: list[dict[str, bytes]] = [{} for _ in range(_BUCKETS)]
        for term, places in self._lists.items():
            buckets[bucket(term, _BUCKETS)][term] = array("L", places).tobytes()
        self._runs.append([self._spool.put(each) for each in buckets])
        self._lists.clear()
        self._held = 0

    def _together(self, number: int) -> dict[str, list[int]]:
        """The terms of one bucket with all their places, rising."""
        terms: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
        for run in self._runs:
            for term, places in self._spool.get(run[number]).items():
                terms[term].frombytes(places)
        return {term: sorted(places) for term, places in terms.items()}
