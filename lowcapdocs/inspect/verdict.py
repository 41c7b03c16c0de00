"""What the inspector says of one clause in one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["passed", "failed", "not_applicable"]


ON_PAGES = "只能在排好的页面上看"
"""Why a clause cannot be judged in a file: said only where its pages were not judged."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of a report.

    `clause` is an id of `clauses.CLAUSES` (B4). A failure says what the standard expects, what was
    found, where (第2页, 第5段) and how to mend it, all in Chinese; the others may leave these empty,
    but for `found`, which may say why a clause does not apply.
    """

    clause: str
    outcome: Outcome
    expected: str = ""
    found: str = ""
    place: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """An office habit that the document does not follow; never a failure."""

    subject: str
    message: str
    place: str = ""
