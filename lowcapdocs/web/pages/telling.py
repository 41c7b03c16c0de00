"""Sentences that count things up: the first few of many, since a page tells them all in its tables."""

from __future__ import annotations

from collections.abc import Sequence

_MOST = 6
"""Clauses of a sentence that somebody still reads."""


def told(clauses: Sequence[str], mark: str = "，") -> str:
    """`clauses` about one measure each, joined by `mark`; of many the first, and how many there are: …等40项指标."""
    listed = mark.join(clauses[:_MOST])
    return listed if len(clauses) <= _MOST else f"{listed}等{len(clauses)}项指标"
