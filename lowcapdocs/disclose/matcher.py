"""Finds many values in a text at once (Aho–Corasick), each only where it stands as itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import ahocorasick_rs

from lowcapdocs.disclose.distinctive import Kind
from lowcapdocs.disclose.normal import Joined, bare, close, joined, spaced

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_UNITS = re.compile(r"(?:t|kg|tce|kwh|mwh|kw|mw|m[23]?|km2?|ha|rmb|cny|万)(?![0-9a-z])")
_SAME = re.compile(r"\.0+(?![0-9])")
_DECIMALS = re.compile(r"[.,]\d")
_BEFORE = re.compile(
    r"(?:法定代表人|法人代表|代表人|法人|负责人|联系人|经办人|经营者|业主|签发人|审查人|投资人|姓名|厂长|经理|老板|村民)"
    r"(?:为|是|姓名)? ?$"
)
_AFTER = re.compile(r" ?(?:先生|女士|同志|电话|手机|身份证|联系|法定代表人|负责人|联系人|厂长|经理|等)")
_CONTEXT = 8
_ALNUM = frozenset("0123456789abcdefghijklmnopqrstuvwxyz")
_SURE_CODE = 15
"""Characters from which on a code is itself even within other letters."""
_SHORTEST_BARE = 6
"""Characters of a name that is known without what is set around its parts: （示例）地址 is nobody's 示例地址."""
_SHORTEST_BYTES = 10
"""Bytes of a value that do not turn up in a picture by chance."""


class Hit(NamedTuple):
    """Key number `key` at `start` to `end` of `form`, one of those that a Text has."""

    key: int
    start: int
    end: int
    form: str


class Text:
    """A text in the three forms in which values are looked for; line feeds divide its pieces."""

    def __init__(self, text: str) -> None:
        self.spaced = spaced(text)
        self.close = close(self.spaced)
        self.bare = bare(self.close)

    @cached_property
    def joined(self) -> list[Joined]:
        """What the parts of divided numbers make together."""
        return list(joined(self.spaced))


class Matcher:
    """Looks for `keys`: pairs of a kind and a text as `normal.key` makes it."""

    def __init__(self, keys: Sequence[tuple[Kind, str]]) -> None:
        self._keys = keys
        self._codes = {text: number for number, (kind, text) in enumerate(keys) if kind == "code"}
        self._strict: list[tuple[int, str]] = []
        self._loose: list[tuple[int, str]] = []
        self._names: list[tuple[int, str]] = []
        for number, (kind, text) in enumerate(keys):
            if kind == "person":
                self._strict += [(number, text), (number, " ".join(text))]
            elif kind == "number":
                self._strict.append((number, text))
            elif kind == "name" and len(name := bare(text)) >= _SHORTEST_BARE:
                self._names.append((number, name))
            else:
                self._loose.append((number, text))
        self._in_spaced = ahocorasick_rs.AhoCorasick([text for _, text in self._strict])
        self._in_close = ahocorasick_rs.AhoCorasick([text for _, text in self._loose])
        self._in_bare = ahocorasick_rs.AhoCorasick([text for _, text in self._names])
        self._raw: list[int] = []
        patterns: list[bytes] = []
        for number, (kind, text) in enumerate(keys):
            if kind in ("person", "number"):
                continue
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
                for form in {text, text.upper()}:
                    if len(data := form.encode(encoding, "ignore")) >= _SHORTEST_BYTES:
                        self._raw.append(number)
                        patterns.append(data)
        self._in_bytes = ahocorasick_rs.BytesAhoCorasick(patterns)

    def hits(self, text: Text, *, numbers: bool = True) -> Iterator[Hit]:
        """Every place where a key stands. Without `numbers` (in what only programs read), amounts, short names and
        divided codes are not looked for.
        """
        if numbers:
            for index, start, end in self._in_spaced.find_matches_as_indexes(text.spaced, overlapping=True):
                number = self._strict[index][0]
                stands = _stands_person if self._keys[number][0] == "person" else _stands_number
                if stands(text.spaced, start, end):
                    yield Hit(number, start, end, text.spaced)
        for index, start, end in self._in_bare.find_matches_as_indexes(text.bare, overlapping=True):
            yield Hit(self._names[index][0], start, end, text.bare)
        for index, start, end in self._in_close.find_matches_as_indexes(text.close, overlapping=True):
            number = self._loose[index][0]
            if self._keys[number][0] != "code" or _stands_code(text.close, start, end):
                yield Hit(number, start, end, text.close)
        if self._codes and numbers:
            for each in text.joined:
                if each.text in self._codes:
                    yield Hit(self._codes[each.text], each.start, each.end, text.spaced)

    def hits_in_bytes(self, data: bytes) -> Iterator[int]:
        """The keys that stand in bytes, in any encoding of Chinese text; short ones are not looked for."""
        for index, _, _ in self._in_bytes.find_matches_as_indexes(data, overlapping=True):
            yield self._raw[index]


def _stands_number(text: str, start: int, end: int) -> bool:
    """Whether the figure at `start` to `end` is whole: 12345 in 12345.00吨, not in 112345, 12345.6 or #12345f."""
    before, after = text[max(0, start - 2) : start], text[end : end + 8]
    if before and (before[-1] in _ALNUM or before[-1] == "#"):
        return False
    if len(before) == 2 and before[-1] in ".," and before[0].isdigit():
        return False
    if not after:
        return True
    if after[0] in _ALNUM:
        return not after[0].isdigit() and _UNITS.match(after) is not None
    return not (_DECIMALS.match(after) and not _SAME.match(after))


def _stands_code(text: str, start: int, end: int) -> bool:
    """Whether a code is not a part of a longer one."""
    if end - start >= _SURE_CODE:
        return True
    first, last = text[start], text[end - 1]
    if start and first in _ALNUM and text[start - 1] in _ALNUM:
        return False
    return not (end < len(text) and last in _ALNUM and text[end] in _ALNUM)


def _stands_person(text: str, start: int, end: int) -> bool:
    """Whether a short name is not a part of other words: its neighbours are no Han, or say that a person is meant."""
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    free_before = not before or not _HAN.match(before[-1]) or _BEFORE.search(before) is not None
    free_after = not after or not _HAN.match(after[0]) or _AFTER.match(after) is not None
    return free_before and free_after
