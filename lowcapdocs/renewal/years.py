"""The old year and the new one, and what depends on them: years in names, deadlines that come round again."""

from __future__ import annotations

import re
from typing import NamedTuple

from lowcapdocs.model import deadline_phrase

_LASTING = ("recurring", "relative", "ongoing")
"""Kinds of deadline that mean the same every year: 每月5日前, 印发之日起10个工作日内, 长期."""


class Years(NamedTuple):
    """`old` is None where the data gives no year."""

    old: int | None
    new: int

    def renamed(self, text: str) -> str:
        """`text` with the new year wherever the old one stands by itself (2020年度, not 12020)."""
        return text if self.old is None else re.sub(rf"(?<!\d){self.old}(?!\d)", str(self.new), text)

    def told_in(self, text: str) -> bool:
        """Whether `text` still tells the old year as such (2020年)."""
        return self.old is not None and re.search(rf"(?<!\d){self.old}年", text) is not None


def lasts(phrase: str) -> bool:
    """Whether a deadline holds every year as it stands."""
    return deadline_phrase.read(phrase, 0).kind in _LASTING
