"""How text is compared: whatever may hide a value (width, case, white space, invisible marks) is taken away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x85]+")
_THIN_SPACES = re.compile(r"(?<=\d)[\u2000-\u200a\u202f](?=\d{3})")
"""千分空 of GB/T 15835 between the digits of one number."""
_DASHES = re.compile("[\u00b7\u2010-\u2015\u2212\u30fb\u2043]")
_SPACES = re.compile(r" {2,}")
_CHINESE_COMMA = re.compile(r"(?<!\d)，|，(?!\d)")
"""One that is no 千分位."""
_GROUPED = re.compile(r"(?<![\d.])(?<!\d,)\d{1,3}(?:,\d{3})+(?!\d|,\d)")
_GROUP = re.compile(r"\d,\d")
_LOOSE_SPACE = re.compile(r"(?<![!-~]) | (?![!-~])")
_SET_AROUND = re.compile(r"(?:[^\w\n、。,;:!?]|_)+")
_CHAIN = re.compile(r"(?:[0-9a-z]+(?: ?[-()./_] ?| ))+[0-9a-z]+")
_PART = re.compile(r"[0-9a-z]+")
_DAY = re.compile(r"(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?(?: \d\d?)?")
_DIGIT = re.compile(r"[0-9]")
_FEWEST_DIGITS = 5
_SHORTEST_CODE = 7
LONGEST_CODE = 24
"""Characters that the parts of one code, phone or card number make together."""


def spaced(text: str) -> str:
    """`text` in half width and lower case, one space for any white space but line feeds, 千分位 taken out.

    Line feeds stand between pieces of text and stay; every dash becomes a hyphen.
    """
    if not text.isascii():
        text = _SURROGATES.sub("\ufffd", text)  # halves of a pair, in escapes of programs: no character is one
        if not _plain(text):
            text = _THIN_SPACES.sub("", _INVISIBLE.sub("", text))
        if "，" in text:
            text = _CHINESE_COMMA.sub("、", text)
        text = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    text = _SPACES.sub(" ", _CONTROLS.sub(" ", text.lower()))
    return _GROUPED.sub(lambda found: found[0].replace(",", ""), text) if _GROUP.search(text) else text


def _plain(text: str) -> bool:
    return not (_INVISIBLE.search(text) or _THIN_SPACES.search(text))


def close(text: str) -> str:
    """`spaced` text without the spaces that Chinese does not need: only those between ASCII characters stay."""
    return _LOOSE_SPACE.sub("", text)


def bare(text: str) -> str:
    """`close` text without quotes, brackets, dots, dashes, marks on letters and pictures: a name stays that name
    whatever somebody sets around its parts. What divides clauses and pieces stays.
    """
    return _SET_AROUND.sub("", text)


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """`text` on one line as it is looked for: `close` of `spaced`."""
    return close(spaced(" ".join(text.split())).strip())


def digits(text: str) -> str:
    """The digits of `text`, full-width ones too."""
    return "".join(filter(str.isdigit, unicodedata.normalize("NFKC", text)))


class Joined(NamedTuple):
    """What neighbouring parts at `start` to `end` make together, and how long each of them is."""

    text: str
    parts: tuple[int, ...]
    start: int
    end: int


def joined(text: str) -> Iterator[Joined]:
    """What the parts of `spaced` text make together, where blanks, dashes, dots or brackets divide a number.

    Every run of two or more neighbouring parts, of 7 to `LONGEST_CODE` characters, that begins with a part with a digit.
    """
    for chain in _CHAIN.finditer(text):
        if _DAY.fullmatch(chain[0]) or len(_DIGIT.findall(chain[0])) < _FEWEST_DIGITS:
            continue
        parts = list(_PART.finditer(text, *chain.span()))
        texts = [part[0] for part in parts]
        for first, head in enumerate(texts):
            if len(head) >= LONGEST_CODE or not _DIGIT.search(head):
                continue
            whole = head
            for last in range(first + 1, len(texts)):
                whole += texts[last]
                if len(whole) > LONGEST_CODE:
                    break
                if len(whole) >= _SHORTEST_CODE:
                    lengths = tuple([len(each) for each in texts[first : last + 1]])
                    yield Joined(whole, lengths, parts[first].start(), parts[last].end())
