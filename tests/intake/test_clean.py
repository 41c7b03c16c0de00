"""A clean sheet is read back exactly, whatever is in it."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.books import TOWNS, book, records, table, workbook

NUMBERS = st.one_of(
    st.integers(0, 10**9),
    st.decimals(0, 10**6, places=3, allow_nan=False, allow_infinity=False).map(float),
    st.just("/"),
)


def written(amount: Any) -> str:
    """An amount as our data writes it."""
    if isinstance(amount, str):
        return amount
    text = f"{Decimal(repr(amount)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@settings(max_examples=30, deadline=None)
@given(
    towns=st.lists(st.sampled_from(TOWNS), min_size=1, unique=True),
    amounts=st.lists(st.tuples(NUMBERS, NUMBERS), min_size=len(TOWNS), max_size=len(TOWNS)),
    place=st.sampled_from(["A1", "C5", "B13"]),
    total=st.booleans(),
)
def test_a_clean_sheet_of_any_numbers_is_read_back_exactly(
    towns: list[str], amounts: list[tuple[Any, Any]], place: str, total: bool
) -> None:
    rows: list[tuple[Any, ...]] = [(town, *both) for town, both in zip(towns, amounts, strict=False)]
    sums = [sum(Decimal(str(row[side])) for row in rows if row[side] != "/") for side in (1, 2)]
    head = ("镇街", "淘汰落后产能涉及企业数（家）", "整治提升“低散乱”企业（作坊）数（家）")
    below = [("全区", *(str(each) for each in sums))] if total else []
    with tempfile.TemporaryDirectory() as folder:
        found = book(workbook(Path(folder) / "a.xlsx", Sheet1=table([head, *rows, *below], place)))
    assert [] == [str(each) for each in found.findings]
    assert [
        (town, measure, written(amount))
        for town, *both in rows
        for measure, amount in zip(("phase_out", "improve"), both, strict=True)
    ] == records(found, "town", "measure", "amount")
