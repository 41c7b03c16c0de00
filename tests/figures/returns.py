"""Returns in one line each, and the figures of a small campaign that got them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.standing import Standing
from lowcapdocs.model.period import read_period
from lowcapdocs.model.progress import Return
from lowcapdocs.model.quantity import Amount, Quota
from tests.builders import campaign


def amount(value: Any) -> Decimal | None:
    """A number as the data states it; None is a blank."""
    return None if value is None else Decimal(str(value))


def returned(period: str, town: str = "jishigang", measure: str = "improve", **amounts: Any) -> Return:
    """What `town` reports; `parts` are the 其中. Numbers may be written as numbers or texts."""
    parts = tuple(map(amount, amounts.pop("parts", (None, None, None))))
    others = {name: amounts.pop(name) for name in ("revision", "sample", "remark", "where") if name in amounts}
    stated = {name: amount(value) for name, value in amounts.items()}
    return Return(period=read_period(period), town=town, measure=measure, outcomes=parts, **stated, **others)  # type: ignore[arg-type]


def quota(town: str, number: Any, measure: str = "improve") -> Quota:
    """任务数; a number, or a Blank."""
    value: Amount = number if not isinstance(number, (int, str)) else Decimal(str(number))
    return Quota(town, measure, value)


def figures(*returns: Return, **changes: Any) -> Figures:
    """The figures of the small campaign of tests.builders with these returns."""
    return Figures(campaign(returns=returns, **changes))


def at(found: Figures, period: str, town: str = "jishigang", measure: str = "improve") -> Standing:
    """How a town stands; `town` empty for all together."""
    return found.standing(read_period(period), measure, town)
