"""What a data file holds, whatever its format: texts, lists and mappings, each with its place."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from lowcapdocs.problems import Finding, Where


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, always text: 012 stays 012, no stays no."""

    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class Sequence:
    """A YAML list."""

    items: tuple[Node, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping, or a row of a table by its column headings."""

    entries: dict[str, Node]
    where: Where


Node: TypeAlias = Scalar | Sequence | Mapping


class Report(list[Finding]):
    """Findings gathered while reading goes on, so that all problems are told at once."""


_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}


def clean(text: str) -> str:
    """`text` on one line: ends trimmed, line breaks closed up, zero-width marks removed.

    A break between two Latin letters or digits becomes a space.
    """
    if text.isprintable() and text == text.strip():
        return text
    text = "".join(character for character in text if character not in _INVISIBLE)
    lines = [line.strip() for line in text.splitlines()]
    joined = ""
    for line in filter(None, lines):
        gap = " " if joined and joined[-1].isascii() and line[0].isascii() else ""
        joined += gap + line
    return joined.replace("\t", " ")


@lru_cache(maxsize=4096)  # headings and town names of a long table are asked for again in every row
def key(text: str) -> str:
    """`text` for comparison: full-width forms as half-width, no white space, lower case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def control_characters(text: str) -> str:
    """The control and direction marks and halves of characters in `text`, as U+XXXX; empty if none."""
    found = {character for character in text if unicodedata.category(character) in ("Cc", "Cf", "Cs")}
    return "、".join(sorted(f"U+{ord(character):04X}" for character in found))
