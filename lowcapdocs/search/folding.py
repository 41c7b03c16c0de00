"""One spelling for texts and queries, the same here and in client/reader.js, one code point after the other.

Because each code point is folded by itself, a piece of a text folds to a piece of the folded text;
that is what makes every substring findable. A test compares both languages over all of Unicode.
"""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import normalize

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]+"
)
"""Controls, zero-width and direction marks, variation selectors: nobody types them."""
_SPACES = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


class _Folds(dict[int, str]):
    """What a code point is searched as: compatibility form, no case."""

    def __missing__(self, code: int) -> str:
        folded = normalize("NFKC", normalize("NFKC", chr(code)).upper().lower())
        self[code] = folded
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """`text` as it is compared: full width as half width, capitals as small letters."""
    return text.translate(_FOLDS)


def seen(text: str) -> str:
    """`text` of what can be seen, composed: the same character is always the same code point."""
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return normalize("NFC", text)


def close(text: str) -> str:
    """`seen` text with spaces only between Latin letters, digits and their marks.

    Chinese is written without spaces: a line break in the source of a page, or layout such as 通 知,
    must not keep a word from being found.
    """
    if " " not in text and text.isprintable():  # so there is none of any kind; the pattern takes four times as long
        return text
    words = [word for word in _SPACES.split(text) if word]
    parts = words[:1]
    for before, word in pairwise(words):
        if fold(before[-1])[-1:] < "\x80" and fold(word[0])[:1] < "\x80":
            parts.append(" ")
        parts.append(word)
    return "".join(parts)


def tidy(text: str) -> str:
    """`text` as it is searched and shown: what can be seen of it, and no more spaces than it needs."""
    return close(seen(text))
