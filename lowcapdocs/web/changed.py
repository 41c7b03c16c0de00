"""Figures of an issued text that the data gives otherwise by now: the text stays as it was signed, the page says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lowcapdocs.figures.names import name_at
from lowcapdocs.figures.paths import NOT_REPORTED, NOTHING, text_at
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.walk import values
from lowcapdocs.web.atlas import Atlas

_MOVING = "ledger/"
"""Counts of the ledger tell of their own day: that they moved on is no correction."""


class Changed(NamedTuple):
    """One figure: what it is of, the page of its definition, what the text says, and what the data says now."""

    name: str
    address: str
    issued: str
    current: str


def changed(tree: Gongwen, atlas: Atlas) -> Iterator[Changed]:
    """Every figure of `tree` that the public data knows and gives otherwise, each once, in the order of the text.

    What is not public, not reported or no longer in the data is not spoken of.
    """
    seen: set[str] = set()
    for span, _ in values(tree):
        goal = atlas.goal(span.path)
        if goal is None or not goal.figure or span.path in seen or span.path.startswith(_MOVING):
            continue
        seen.add(span.path)
        try:
            now = text_at(atlas.public.figures, span.path) if _counts(span.path, atlas) else None
        except KeyError:
            continue
        if now not in (None, NOT_REPORTED, NOTHING, span.text):
            yield Changed(name_at(atlas.public.figures, span.path), goal.address, span.text, now)


def _counts(path: str, atlas: Atlas) -> bool:
    """Whether the public data has what a count of units is made of: where quotas, or the lights that units are chased
    for, are withheld, a count of what is left would be 0. Other figures are not known then. Raises KeyError for no period.
    """
    figures = atlas.public.figures
    match path.split("/"):
        case ["progress", period, "count", what]:
            return bool(figures.due(figures.period[period])) and (
                what != "supervised" or bool(atlas.campaign.plan.supervised)
            )
    return True
