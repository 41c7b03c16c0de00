"""progress: what counts of the returns is the last correction of each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lowcapdocs.model.period import read_period
from lowcapdocs.model.progress import Return, current

JUNE = Return(period=read_period("2020-06"), town="shiqi", measure="improve", done=Decimal(3))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_highest_revision_counts_wherever_it_stands(order: tuple[int, ...]) -> None:
    revised = [replace(JUNE, revision=number, done=Decimal(number)) for number in order]
    assert [2] == [each.revision for each in current(tuple(revised))]


def test_returns_of_other_periods_towns_and_measures_are_returns_of_their_own() -> None:
    others = (
        replace(JUNE, period=read_period("2020-07")), replace(JUNE, town=""), replace(JUNE, measure="phase_out"),
        replace(JUNE, period=read_period("2020-h1")),
    )  # fmt: skip
    assert 5 == len(current((JUNE, *others)))


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        (True, {"done": Decimal(0)}),
        (True, {"done": None, "fresh": Decimal(0)}),
        (True, {"done": None, "outcomes": (None, None, Decimal(0))}),
        (False, {"done": None, "remark": "下月报", "revision": 1}),
    ],
)
def test_a_row_of_blanks_is_nobodys_report(expected: bool, changes: dict[str, object]) -> None:
    assert expected == replace(JUNE, **changes).reported  # type: ignore[arg-type]
