"""考核: what towns are scored by. Scores are computed from this elsewhere; here stand the rules as data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lowcapdocs.problems import NOWHERE, Where

Rule = Literal["完成任务", "按期报送", "佐证齐全", "逐项加减"]
RULES: tuple[Rule, ...] = ("完成任务", "按期报送", "佐证齐全", "逐项加减")
Unassigned = Literal["不参评", "满分", "不得分"]
UNASSIGNED: tuple[Unassigned, ...] = ("不参评", "满分", "不得分")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """One line of 逐项加减: `points` more (below 0: fewer) for the town of id `town`, and why."""

    town: str
    points: Decimal
    reason: str
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentItem:
    """考核项目 worth `points`.

    - 完成任务: all points where the quota of `measure` is met, else in proportion to accepted ÷ quota;
      `unassigned` is what a town without quota gets.
    - 按期报送: `off` points fewer for each period that was not reported, never below 0.
    - 佐证齐全: `off` points fewer for each accepted firm that lacks evidence, never below 0; of
      `measure` only, where one is named.
    - 逐项加减: `points` (0 for what only adds or deducts) and the town's `adjustments`.
    """

    id: str
    name: str
    rule: Rule
    points: Decimal
    measure: str = ""
    off: Decimal = Decimal(0)
    unassigned: Unassigned = "不参评"
    adjustments: tuple[Adjustment, ...] = ()
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """考核办法 of a campaign: its items add up to `full` points. `sample` says what of it is invented."""

    name: str
    full: Decimal
    items: tuple[AssessmentItem, ...]
    basis: str = ""
    sample: str = ""
    where: Where = NOWHERE

    @property
    def total(self) -> Decimal:
        """The points of all items together."""
        return sum((item.points for item in self.items), Decimal(0))
