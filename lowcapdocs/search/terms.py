"""What a text is found by: its characters, pairs of them, and fours within numbers and codes.

A term is a string of one, two or four code points of folded text (see folding). Two kinds more
belong to titles only: what a title begins with, and the letters of its pinyin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import add

BLOCK_END = "\n"
"""Stands between two blocks of a text; no term reaches across."""
_TITLE_START = "\x02"
_CODE = re.compile("[0-9a-z]{4,}")
_LETTERS = {ord("a") + number: 0x80 + number for number in range(26)}
"""Letters of pinyin are kept apart from those of texts: as controls, which no folded text holds."""


def of_text(folded: str) -> set[str]:
    """Every term of a text. Fours make numbers rare: pairs of digits stand on every page."""
    found = set(map(add, folded, folded[1:]))
    found.update(folded)
    for code in _CODE.findall(folded):
        found.update(code[start : start + 4] for start in range(len(code) - 3))
    return {term for term in found if BLOCK_END not in term}


def of_title(folded: str, syllables: Sequence[str]) -> set[str]:
    """Every term of a title: those of a text, its beginning (one character and two), and pairs of letters of pinyin, in full and by initials."""
    found = of_text(folded)
    found.update(_TITLE_START + folded[:length] for length in (1, 2) if len(folded) >= length)
    for letters in ("".join(syllables), "".join(syllable[0] for syllable in syllables)):
        pairs = map(add, letters, letters[1:])
        found.update(pair.translate(_LETTERS) for pair in pairs if pair.isascii() and pair.isalpha())
    return found


def bucket(term: str, buckets: int) -> int:
    """Which of `buckets` (a power of two, at most 65,536) holds `term`; client/reader.js computes the same."""
    mixed = 0
    for character in term:
        mixed = ((mixed ^ ord(character)) * 0x9E3779B1) & 0xFFFFFFFF
        mixed ^= mixed >> 15
    return mixed & (buckets - 1)
