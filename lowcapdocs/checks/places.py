"""Where in its draft a finding on the front matter belongs."""

from __future__ import annotations

from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.problems import Where


def line_of(tree: Gongwen, *fields: str) -> int:
    """The line of the first of `fields` that the front matter gives; 1 if it gives none."""
    return next((tree.places[field] for field in fields if field in tree.places), 1)


def place_of(tree: Gongwen, file: str, *fields: str) -> Where:
    """The place in `file` of the first of `fields` that is given; its first line if none is."""
    return Where(file, row=line_of(tree, *fields))
