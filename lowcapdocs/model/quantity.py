"""How much: measures (指标) and amounts. “/”, 0 and blank are three different things."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from lowcapdocs.problems import NOWHERE, Where


class Blank(Enum):
    """An amount that is no number: none assigned (“/”), or not known (blank)."""

    NONE = "/"
    UNKNOWN = ""


Amount: TypeAlias = Decimal | Blank


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """指标: what is counted. `decimals` is the number of places that documents print."""

    id: str
    name: str
    unit: str
    decimals: int = 0
    aliases: tuple[str, ...] = ()
    work: str = ""
    """What a town does about it: 淘汰落后产能; used in sentences."""
    where: Where = NOWHERE

    @property
    def heading(self) -> str:
        """Column heading: 淘汰落后产能涉及企业数（家）."""
        return f"{self.name}（{self.unit}）"


@dataclass(frozen=True, slots=True)
class Quota:
    """任务数 of one town in one measure."""

    town: str
    measure: str
    amount: Amount
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class Goal:
    """主要目标: the stated amount of one measure for the whole campaign."""

    measure: str
    amount: Decimal
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A number that a task must reach; `bound` is 以上, 以下 … or empty for the very number."""

    id: str
    name: str
    amount: Decimal
    unit: str
    bound: str = ""
    where: Where = NOWHERE


BOUNDS = ("以上", "以下", "以内", "不低于", "不少于", "不超过")
"""不低于 and the like stand before the number, 以上 and the like after its unit."""


def total(amounts: list[Amount]) -> Amount:
    """The sum; unknown if one is unknown, none assigned if no amount is a number."""
    if Blank.UNKNOWN in amounts:
        return Blank.UNKNOWN
    numbers = [amount for amount in amounts if isinstance(amount, Decimal)]
    return sum(numbers, Decimal(0)) if numbers else Blank.NONE
