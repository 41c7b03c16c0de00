"""What one file of the site says, piece by piece, and what may not be in any public file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    """One text that stands together (a paragraph, a cell, an attribute) and where in its file.

    `head` for what names the file: title, h1, file name, first lines. `read` is False for what only
    programs read (layout, program code): short numbers in it mean nothing.
    """

    place: str
    text: str
    head: bool = False
    read: bool = True


class Flaw(NamedTuple):
    """Something that may not be in a public file, whatever it says: comments, tracked changes, hidden parts.

    `unreadable` for a file that cannot be looked into, so that nobody knows.
    """

    place: str
    message: str
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes that are no text (a picture, a font): searched as they are. `name` if they are a file within the file."""

    place: str
    data: bytes
    name: str = ""


Found = Piece | Flaw | Raw


def pieces(found: Iterable[Found]) -> Iterator[Piece]:
    """The texts alone."""
    return (each for each in found if isinstance(each, Piece))
