"""frame: what towns reported, carried on, summed and divided; blanks stay blanks and nothing is rounded twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.frame import frame
from lowcapdocs.figures.standing import Standing
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.org import Town
from lowcapdocs.model.period import Period, read_period
from lowcapdocs.model.progress import Return
from lowcapdocs.model.quantity import Blank, Goal
from tests.builders import ENTRY, IMPROVE, JISHIGANG, PHASE_OUT, SHIQI, campaign
from tests.figures.returns import at, figures, quota, returned


def numbers(standing: Standing) -> tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]:
    """完成, 本期, 验收, 完成率."""
    return standing.done, standing.fresh, standing.accepted, standing.rate


def values(*texts: Any) -> tuple[Decimal | None, ...]:
    return tuple(None if text is None else Decimal(str(text)) for text in texts)


def test_a_blank_is_not_zero() -> None:
    found = figures(returned("2020-06", done=0, accepted=0), returned("2020-06", "shiqi", done=5))
    assert values(0, 0, 0, "0.0") == numbers(at(found, "2020-06"))
    assert values(5, 5, None, None) == numbers(at(found, "2020-06", "shiqi"))
    assert values(None, None, None, None) == numbers(at(found, "2020-06", measure="phase_out"))


def test_a_town_that_does_not_report_keeps_what_it_had_and_has_nothing_of_this_period() -> None:
    found = figures(returned("2020-05", done=7, accepted=4, parts=(1, 2, 4)), returned("2020-06", "shiqi", done=1))
    june = at(found, "2020-06")
    assert (values(7, None, 4, "14.3"), 0, values(1, 2, 4)) == (numbers(june), june.reported, june.outcomes)
    assert Decimal("14.3") == june.before


def test_before_the_first_report_nothing_is_known() -> None:
    found = figures(returned("2020-05", "shiqi", done=1), returned("2020-06", done=7))
    assert values(None, None, None, None) == numbers(at(found, "2020-05"))
    assert values(7, 7, None, None) == numbers(at(found, "2020-06"))
    assert at(found, "2020-06").before is None


def test_returns_of_the_period_alone_are_added_up() -> None:
    found = figures(
        returned("2020-04", fresh=2), returned("2020-05", fresh=3), returned("2020-06", done=10), returned("2020-07", fresh=-1),
        returned("2020-09", fresh=0),
    )  # fmt: skip
    periods = ("2020-04", "2020-05", "2020-06", "2020-07", "2020-09")
    assert [values(2, 2), values(5, 3), values(10, 5), values(9, -1), values(9, 0)] == [
        numbers(at(found, period))[:2] for period in periods
    ]


def test_what_is_stated_of_the_period_is_not_worked_out_anew() -> None:
    found = figures(returned("2020-05", done=5), returned("2020-06", done=9, fresh=3))
    assert values(9, 3) == numbers(at(found, "2020-06"))[:2]


def test_who_reports_the_acceptance_alone_says_nothing_of_the_period() -> None:
    found = figures(returned("2020-05", done=5, accepted=1), returned("2020-06", accepted=3))
    assert values(5, None, 3, "10.7") == numbers(at(found, "2020-06"))


def test_a_correction_stands_for_what_it_corrects_and_a_blank_one_takes_it_back() -> None:
    first = returned("2020-06", done=9, accepted=9)
    assert values(8, 8, 2, "7.1") == numbers(
        at(figures(first, replace(first, done=Decimal(8), accepted=Decimal(2), revision=1)), "2020-06")
    )
    found = figures(returned("2020-05", done=1), first, returned("2020-06", revision=1))
    assert ["2020-05"] == [period.id for period in found.reported]


def test_all_together_are_the_sum_of_those_that_reported() -> None:
    found = figures(returned("2020-06", done=3, accepted=2), returned("2020-06", "shiqi", done=5))
    total = at(found, "2020-06", "")
    assert (values(8, 8, 2, "7.1"), 2, Decimal(28)) == (numbers(total), total.reported, total.quota)
    assert values(None, None, None, None) == numbers(at(found, "2020-06", "", "phase_out"))


def test_what_is_reported_of_all_together_never_stands_for_towns_that_report() -> None:
    found = figures(returned("2020-06", "", done=20, accepted=14), returned("2020-06", done=3))
    assert values(3, 3) == numbers(at(found, "2020-06", ""))[:2]


def test_what_is_reported_of_all_together_stands_where_no_town_reports_the_measure() -> None:
    found = figures(returned("2020-06", "", done=20, accepted=14), returned("2020-06", measure="phase_out", done=1))
    total = at(found, "2020-06", "")
    assert (values(20, 20, 14, "50.0"), 1) == (numbers(total), total.reported)
    assert values(1, 1) == numbers(at(found, "2020-06", "", "phase_out"))[:2]


def test_a_town_without_a_quota_has_neither_rate_nor_rank() -> None:
    found = figures(
        returned("2020-06", "shiqi", done=3, accepted=3), quotas=(quota("jishigang", 28), quota("shiqi", Blank.NONE))
    )
    shiqi = at(found, "2020-06", "shiqi")
    assert (None, None, None, False, Blank.NONE) == (shiqi.rate, shiqi.rank, shiqi.light, shiqi.assigned, shiqi.quota)
    unknown = at(figures(returned("2020-06", done=3), quotas=()), "2020-06")
    assert (Blank.UNKNOWN, None, None) == (unknown.quota, unknown.rate, unknown.remaining)


def test_quotas_and_amounts_may_have_decimals() -> None:
    gas = replace(IMPROVE, unit="万吨", decimals=2)
    found = figures(
        returned("2020-06", done="0.07", accepted="0.05"), measures=(gas,), goals=(),
        quotas=(quota("jishigang", "1.20"), quota("shiqi", "0.01")),
    )  # fmt: skip
    june = at(found, "2020-06")
    assert (values("0.07", "0.07", "0.05", "4.2"), Decimal("1.20"), Decimal("1.15")) == (
        numbers(june),
        june.quota,
        june.remaining,
    )
    assert (Decimal("1.21"), Decimal("4.1")) == (at(found, "2020-06", "").quota, at(found, "2020-06", "").rate)


def test_a_campaign_without_towns_has_its_goal_for_a_quota() -> None:
    found = figures(returned("2020-06", "", done=14, accepted=7), towns=(), quotas=())
    total = at(found, "2020-06", "")
    assert (values(14, 14, 7, "25.0"), Decimal(28), True) == (numbers(total), total.quota, total.assigned)
    assert ((), ()) == (found.unreported(read_period("2020-06")), found.ranking(read_period("2020-06"), "improve"))


def test_a_measure_that_nobody_reported_was_reported_by_none() -> None:
    found = figures(returned("2020-06", "", done=1), towns=(), quotas=())
    assert [1, 0] == [at(found, "2020-06", "", measure).reported for measure in ("improve", "phase_out")]


def test_without_measures_towns_or_returns_there_is_nothing() -> None:
    period = read_period("2020-06")
    assert 0 == len(frame(campaign(measures=(), quotas=()), (period,)))
    assert 0 == len(frame(campaign(), ()))
    entry: DocumentEntry = replace(ENTRY, period=period)
    assert values(None, None, None, None) == numbers(at(figures(documents=(entry,)), "2020-06"))
    assert values(None, None, None, None) == numbers(
        at(figures(documents=(entry,), towns=(), quotas=(), goals=()), "2020-06", "")
    )


def test_sums_and_rates_of_very_large_amounts_are_exact() -> None:
    towns = tuple(Town(id=f"t{place}", name=f"第{place}镇", kind="镇", order=place) for place in range(1300))
    most = 10**15 - 1
    found = figures(
        *(returned("2020-06", town.id, done=most, accepted=most) for town in towns), towns=towns,
        quotas=tuple(quota(town.id, most - place) for place, town in enumerate(towns)), measures=(IMPROVE,),
    )  # fmt: skip
    total = at(found, "2020-06", "")
    assert (Decimal(1300 * most), Decimal("100.0")) == (total.done, total.rate)
    tiny = figures(
        returned("2020-06", accepted=most), quotas=(quota("jishigang", 1), quota("shiqi", 0)), measures=(IMPROVE,)
    )
    assert Decimal(most * 100) == at(tiny, "2020-06").rate


LARGE = st.integers(0, 10**15 - 1)


@given(
    st.lists(
        st.tuples(st.one_of(st.integers(0, 99), LARGE), st.one_of(st.integers(1, 99), LARGE.map(lambda n: n + 1))),
        min_size=1,
        max_size=40,
    )
)
@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_a_rate_is_rounded_once_and_half_up(pairs: list[tuple[int, int]]) -> None:
    towns = tuple(Town(id=f"t{place}", name=f"第{place}镇", kind="镇", order=place) for place in range(len(pairs)))
    found = figures(
        *(returned("2020-06", town.id, accepted=accepted) for town, (accepted, _) in zip(towns, pairs, strict=True)),
        quotas=tuple(quota(town.id, whole) for town, (_, whole) in zip(towns, pairs, strict=True)), measures=(IMPROVE,), towns=towns,
    )  # fmt: skip
    for town, (accepted, whole) in zip(towns, pairs, strict=True):
        rate = at(found, "2020-06", town.id).rate
        assert rate is not None
        assert -Fraction(1, 20) <= Fraction(accepted * 100, whole) - Fraction(rate) < Fraction(1, 20)


@pytest.mark.parametrize(
    ("expected", "accepted", "whole"),
    [("0.1", 1, 2000), ("0.0", 1, 2001), ("33.3", 1, 3), ("66.7", 2, 3), ("100.1", 2001, 2000)],
)
def test_a_half_goes_up(expected: str, accepted: int, whole: int) -> None:
    found = figures(returned("2020-06", accepted=accepted), quotas=(quota("jishigang", whole), quota("shiqi", 0)))
    assert Decimal(expected) == at(found, "2020-06").rate


def test_equal_rates_share_a_place_and_those_that_never_reported_are_last_without_one() -> None:
    towns = tuple(Town(id=name, name=name, kind="镇", order=place) for place, name in enumerate("abcde"))
    quotas = tuple(quota(town.id, 10) for town in towns)
    done = {"b": 5, "c": 5, "d": 9, "e": 0}
    found = figures(
        *(returned("2020-06", name, accepted=number) for name, number in done.items()), towns=towns, quotas=quotas
    )
    ranking = found.ranking(read_period("2020-06"), "improve")
    assert [("d", 1), ("b", 2), ("c", 2), ("e", 4), ("a", None)] == [(each.town, each.rank) for each in ranking]


# Against what anybody would reckon with pencil and paper

AMOUNTS = st.one_of(st.none(), st.integers(0, 40))
ROWS = st.lists(
    st.tuples(st.integers(1, 5), st.sampled_from(("jishigang", "shiqi")), st.integers(0, 2), AMOUNTS,
              st.one_of(st.none(), st.integers(-9, 9)), AMOUNTS),
    max_size=14, unique_by=lambda row: row[:3],
)  # fmt: skip


def by_hand(returns: list[Return], periods: list[Period], town: str) -> list[tuple[Any, Any, Any]]:
    """完成, 本期 and 验收 of a town at the end of each period."""
    told: list[tuple[Any, Any, Any]] = []
    done: Decimal | None = None
    accepted: Decimal | None = None
    for period in periods:
        own = sorted(
            (each for each in returns if (each.period, each.town) == (period, town)), key=lambda each: each.revision
        )
        last = own[-1] if own else None
        fresh = None
        if last and last.done is not None:
            fresh = last.done - (done or 0)
            done = last.done
        elif last and last.fresh is not None:
            done = (done or Decimal(0)) + last.fresh
        if last and last.fresh is not None:
            fresh = last.fresh
        if last and last.accepted is not None:
            accepted = last.accepted
        told.append((done, fresh, accepted))
    return told


@given(ROWS)
@settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_the_frame_is_what_is_reckoned_by_hand(
    rows: list[tuple[int, str, int, int | None, int | None, int | None]],
) -> None:
    returns = [
        returned(f"2020-{month:02}", town, revision=revision, done=done, fresh=fresh, accepted=accepted)
        for month, town, revision, done, fresh, accepted in rows
    ]
    found = Figures(
        campaign(
            returns=tuple(returns), quotas=(quota("jishigang", 7), quota("shiqi", 3)), measures=(PHASE_OUT, IMPROVE)
        )
    )
    periods = list(found.reported)
    reckoned = {town.id: by_hand(returns, periods, town.id) for town in (JISHIGANG, SHIQI)}
    for place, period in enumerate(periods):
        standings = found.towns(period, "improve")
        assert [reckoned[each.town][place] for each in standings] == [
            (each.done, each.fresh, each.accepted) for each in standings
        ]
        sums = [
            [number for number in column if number is not None]
            for column in zip(*(reckoned[town.id][place] for town in (JISHIGANG, SHIQI)), strict=True)
        ]
        total = found.standing(period, "improve")
        assert [sum(column) if column else None for column in sums] == [total.done, total.fresh, total.accepted]
        for each, whole in ((standings[0], 7), (standings[1], 3), (total, 10)):
            exact = (
                None if each.accepted is None else (each.accepted * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
            )
            assert exact == each.rate


def test_a_goal_that_is_not_split_counts_only_where_there_are_no_quotas() -> None:
    found = figures(returned("2020-06", accepted=1), goals=(Goal("improve", Decimal(30)),))
    assert Decimal(28) == at(found, "2020-06", "").quota
