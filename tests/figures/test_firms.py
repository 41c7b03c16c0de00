"""firms: what the ledger adds up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lowcapdocs.figures.firms import accepted, counted, freed, in_state, lacking, published, to_publish
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.task import Evidence
from tests.builders import JISHIGANG, SHIQI, campaign

A = Firm(
    id="a", name="a", town=SHIQI, measure="improve", state="验收", dates={"验收": date(2020, 6, 9)}, energy=Decimal(60)
)
B = replace(A, id="b", town=JISHIGANG, measure="phase_out", state="销号", dates={}, energy=None)
C = replace(A, id="c", state="列入", dates={}, energy=Decimal(9))
WHOLE = campaign(firms=(A, B, C), evidence=(Evidence(id="e", measure="improve", text="", requires=("前",)),))


def test_firms_are_counted_by_measure_and_town() -> None:
    assert [(A, B, C), (A, C), (B,), ()] == [
        counted(WHOLE, **which)
        for which in ({}, {"measure": "improve"}, {"town": "jishigang"}, {"measure": "improve", "town": "jishigang"})
    ]


def test_a_firm_counts_as_accepted_from_its_day_or_at_once() -> None:
    assert [(A, B), (A, B), (B,)] == [accepted(WHOLE.firms, day) for day in (None, date(2020, 6, 9), date(2020, 6, 8))]


def test_only_what_is_accepted_now_is_to_be_published() -> None:
    assert ((A,), (B, C)) == (to_publish(WHOLE.firms), in_state(WHOLE.firms, "销号", "列入"))


def test_a_firm_is_announced_when_its_notice_is_over() -> None:
    """Five working days from 2020-09-28: the holiday of eight days lies between, so they end on 10 October."""
    noticed = replace(A, id="d", state="公示", dates={"公示": date(2020, 9, 28)})
    whole = campaign(firms=(A, B, noticed))
    assert [(B,), (B,), (B, noticed)] == [
        published(whole, day) for day in (None, date(2020, 10, 10), date(2020, 10, 11))
    ]


def test_what_is_set_free_is_known_or_not() -> None:
    assert (Decimal(69), None, None) == (freed(WHOLE.firms, "energy"), freed((B,), "energy"), freed((), "land"))


def test_firms_that_lack_papers_are_told_with_them() -> None:
    assert ((A, ("前",)), (C, ("前",))) == lacking(WHOLE, WHOLE.firms)
