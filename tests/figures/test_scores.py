"""scores: points by the rules of the assessment; never above the full mark and what is added, never below 0."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lowcapdocs.figures.scores import TownScore
from lowcapdocs.model.assessment import Adjustment, Assessment, AssessmentItem
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.org import Town
from lowcapdocs.model.period import read_period
from lowcapdocs.model.progress import Return
from lowcapdocs.model.quantity import Blank
from lowcapdocs.model.task import Evidence
from tests.builders import JISHIGANG, SHIQI
from tests.figures.returns import figures, quota, returned

NANMEN = Town(id="nanmen", name="南门街道", kind="街道", order=3)
QUOTAS = (quota("jishigang", 28), quota("shiqi", 3), quota("nanmen", Blank.NONE))
DONE = AssessmentItem(id="done", name="完成", rule="完成任务", points=Decimal(60), measure="improve")
OTHER = AssessmentItem(id="other", name="淘汰", rule="完成任务", points=Decimal(20), measure="phase_out")
REPORTING = AssessmentItem(id="reporting", name="报送", rule="按期报送", points=Decimal(10), off=Decimal(4))
PAPERS = AssessmentItem(id="papers", name="佐证", rule="佐证齐全", points=Decimal(10), off=Decimal("1.5"))
EXTRA = AssessmentItem(id="extra", name="加减", rule="逐项加减", points=Decimal(0))
PHOTOS = Evidence(id="photos", measure="improve", text="照片。", requires=("照片",))


def scores(
    *items: AssessmentItem, returns: tuple[Return, ...] = (), period: str = "2020-06", full: str = "", **changes: Any
) -> dict[str, TownScore]:
    """The scores by town."""
    rules = Assessment(name="办法", full=Decimal(full or sum(item.points for item in items)), items=items)
    changes = {"towns": (JISHIGANG, SHIQI, NANMEN), "quotas": QUOTAS, "evidence": (PHOTOS,), **changes}
    told = returns or (returned("2020-06", accepted=14), returned("2020-06", "shiqi", accepted=1))
    found = figures(*told, assessment=rules, **changes)
    return {each.town.id: each for each in found.scores(read_period(period))}


def points(score: TownScore) -> list[str]:
    return [str(each.points) for each in score.scores]


def adjusted(item: AssessmentItem, *adjustments: tuple[str, str, str]) -> AssessmentItem:
    listed = tuple(Adjustment(town=town, points=Decimal(number), reason=reason) for town, number, reason in adjustments)
    return replace(item, adjustments=listed)


def test_without_an_assessment_there_are_no_scores() -> None:
    assert () == figures(returned("2020-06", done=1)).scores(read_period("2020-06"))


def test_a_town_gets_the_share_of_its_quota_that_is_accepted_and_no_more_than_all() -> None:
    over = (returned("2020-06", accepted=40), returned("2020-06", "shiqi", accepted=1))
    assert ["30.0", "20.0"] == [points(scores(DONE)[town])[0] for town in ("jishigang", "shiqi")]
    assert "60.0" == points(scores(DONE, returns=over)["jishigang"])[0]


def test_a_half_goes_up_whatever_the_quota_divides_by() -> None:
    item = replace(DONE, points=Decimal(15))
    found = scores(item, returns=(returned("2020-06", accepted=1),), quotas=(quota("jishigang", 300),))
    assert ["0.1"] == points(found["jishigang"])


@pytest.mark.parametrize(
    ("expected", "total", "unassigned"), [("None", "50.0", "不参评"), ("20", "62.5", "满分"), ("0", "37.5", "不得分")]
)
def test_an_item_that_a_town_has_no_quota_for(expected: str, total: str, unassigned: Any) -> None:
    found = scores(DONE, replace(OTHER, unassigned=unassigned), full="100")["jishigang"]
    assert ([expected], Decimal(total)) == (points(found)[1:], found.total)


def test_a_town_without_any_quota_is_not_scored_and_has_no_place() -> None:
    found = scores(DONE, REPORTING, PAPERS)["nanmen"]
    assert (["None"] * 3, None, None) == (points(found), found.total, found.rank)


def test_a_town_of_which_no_item_counts_is_not_scored_though_it_has_a_quota() -> None:
    assert (None, None) == (scores(OTHER)["jishigang"].total, scores(OTHER)["jishigang"].rank)


def test_each_period_that_was_not_reported_costs_points_until_none_are_left() -> None:
    told = (*(returned(f"2020-{month:02}", done=1) for month in (4, 5, 6, 7)), returned("2020-04", "shiqi", done=0))
    june, july = scores(REPORTING, returns=told), scores(REPORTING, returns=told, period="2020-07")
    assert (["10.0"], "") == (points(june["jishigang"]), june["jishigang"].scores[0].note)
    assert (["2.0"], "2期未报，扣8分") == (points(june["shiqi"]), june["shiqi"].scores[0].note)
    assert (["0.0"], "3期未报，扣10分") == (points(july["shiqi"]), july["shiqi"].scores[0].note)


def firm(name: str, **changes: Any) -> Firm:
    dates = {"验收": date(2020, 6, 1)}
    return replace(Firm(id=name, name=name, town=JISHIGANG, measure="improve", state="验收", dates=dates), **changes)  # type: ignore[arg-type]


def test_accepted_firms_that_lack_papers_cost_points() -> None:
    listed = (
        firm("a"), firm("b", evidence={"照片": "1.jpg"}), firm("c", state="列入", dates={}), firm("d", town=SHIQI),
        firm("e", dates={"验收": date(2020, 7, 1)}),
    )  # fmt: skip
    june, july = (
        scores(PAPERS, firms=listed, period=period, returns=(returned("2020-06", done=1), returned("2020-07", done=1)))
        for period in ("2020-06", "2020-07")
    )
    assert (["8.5"], "1家佐证不齐，扣1.5分", ["8.5"]) == (
        points(june["jishigang"]),
        june["jishigang"].scores[0].note,
        points(june["shiqi"]),
    )
    assert ["7.0"] == points(july["jishigang"])
    assert ["10.0"] == points(scores(replace(PAPERS, measure="phase_out"), firms=listed)["jishigang"])


def test_points_are_added_and_deducted_with_a_reason() -> None:
    item = adjusted(EXTRA, ("jishigang", "-2", "被通报"), ("jishigang", "0.5", "获表扬"), ("shiqi", "0", "已整改"))
    found = scores(DONE, item, full="100")
    assert ("-1.5", "被通报，扣2分；获表扬，加0.5分", Decimal("48.5")) == (
        points(found["jishigang"])[1], found["jishigang"].scores[1].note, found["jishigang"].total,
    )  # fmt: skip
    assert "已整改，不加分也不扣分" == found["shiqi"].scores[1].note


@pytest.mark.parametrize(("expected", "change"), [("0.0", "-11"), ("4.0", "-6"), ("10.0", "3")])
def test_an_item_worth_points_gives_none_beyond_them_and_takes_none_from_others(expected: str, change: str) -> None:
    found = scores(adjusted(replace(EXTRA, points=Decimal(10)), ("jishigang", change, "甲")))
    assert [expected] == points(found["jishigang"])


def test_a_total_is_never_below_zero() -> None:
    assert Decimal(0) == scores(DONE, adjusted(EXTRA, ("jishigang", "-99", "甲")))["jishigang"].total


def test_equal_totals_share_a_place() -> None:
    four = tuple(Town(id=name, name=name, kind="镇", order=place) for place, name in enumerate("abcd"))
    told = tuple(returned("2020-06", name, accepted=number) for name, number in zip("abcd", (5, 9, 9, 0), strict=True))
    found = scores(DONE, returns=told, towns=four, quotas=tuple(quota(town.id, 10) for town in four))
    assert [3, 1, 1, 4] == [found[name].rank for name in "abcd"]


POINTS = st.decimals(0, 60, places=2)
ITEMS = st.lists(
    st.tuples(
        st.sampled_from(("done", "other", "reporting", "papers", "extra")),
        POINTS,
        POINTS,
        st.decimals(-80, 80, places=1),
    ),
    min_size=1,
    max_size=5,
)
BY_ID = {item.id: item for item in (DONE, OTHER, REPORTING, PAPERS, EXTRA)}


@given(ITEMS, st.integers(0, 40), st.booleans())
@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_no_total_is_above_the_full_mark_and_what_is_added_or_below_zero(
    items: list[tuple[str, Decimal, Decimal, Decimal]], accepted: int, both: bool
) -> None:
    listed = []
    for place, (name, worth, off, change) in enumerate(items):
        item = replace(BY_ID[name], id=f"{name}-{place}", points=worth, off=off)
        listed.append(adjusted(item, ("jishigang", str(change), "甲")) if name == "extra" else item)
    told = (returned("2020-05", done=1, accepted=accepted), *((returned("2020-06", "shiqi", done=1),) if both else ()))
    full = sum((item.points for item in listed), Decimal(0))
    bonus = sum(
        (max(each.points, Decimal(0)) for item in listed for each in item.adjustments if not item.points), Decimal(0)
    )
    for each in scores(*listed, returns=told, full=str(full), period="2020-05").values():
        assert each.total is None or Decimal(0) <= each.total <= full + bonus
        assert [] == [
            score
            for score in each.scores
            if score.points is not None
            and score.item.points
            and not 0 <= score.points <= score.item.points + Decimal("0.05")
        ]
