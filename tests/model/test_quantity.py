"""quantity: “/”, 0 and blank are three different things."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lowcapdocs.model.quantity import Amount, Blank, total
from tests.builders import IMPROVE


@pytest.mark.parametrize(
    ("expected", "amounts"),
    [
        (Decimal("3.5"), [Decimal(1), Decimal("2.5"), Blank.NONE]),
        (Decimal(0), [Decimal(0), Blank.NONE]),
        (Blank.NONE, [Blank.NONE, Blank.NONE]),
        (Blank.NONE, []),
        (Blank.UNKNOWN, [Decimal(1), Blank.UNKNOWN]),
        (Blank.UNKNOWN, [Blank.UNKNOWN, Blank.NONE]),
    ],
)
def test_a_total_is_unknown_with_one_unknown_and_none_without_a_number(expected: Amount, amounts: list[Amount]) -> None:
    assert expected == total(amounts)


def test_tenths_add_up_exactly() -> None:
    assert Decimal("0.3") == total([Decimal("0.1"), Decimal("0.2")])


def test_the_heading_of_a_measure_holds_its_unit() -> None:
    assert "整治提升数（家）" == IMPROVE.heading
