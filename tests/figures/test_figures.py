"""figures: who is to report, who did not, who is behind and under which light."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lowcapdocs.model.period import read_period
from lowcapdocs.model.progress import TaskReturn
from lowcapdocs.model.quantity import Blank
from lowcapdocs.model.schedule import Light, Schedule
from tests.builders import JISHIGANG, SHIQI
from tests.figures.returns import at, figures, quota, returned

JUNE = read_period("2020-06")
QUOTAS = (quota("jishigang", 10), quota("shiqi", Blank.NONE), quota("jishigang", 2, "phase_out"))


def test_who_has_nothing_to_do_need_not_report() -> None:
    found = figures(returned("2020-06", done=1), quotas=QUOTAS)
    assert ((JISHIGANG,), (JISHIGANG,)) == (found.due(JUNE), found.unreported(JUNE))
    both = figures(returned("2020-06", done=0), returned("2020-06", measure="phase_out", fresh=0), quotas=QUOTAS)
    assert () == both.unreported(JUNE)


def test_periods_that_were_missed_are_counted_up_to_one() -> None:
    found = figures(
        *(returned(f"2020-{month:02}", done=1) for month in (4, 5, 6)), returned("2020-05", "shiqi", done=1),
        quotas=(quota("jishigang", 1), quota("shiqi", 1)),
    )  # fmt: skip
    assert [{"shiqi": 1}, {"shiqi": 2}] == [found.missed(read_period(text)) for text in ("2020-05", "2020-06")]


LIGHTS = (
    Light(id="a", name="蓝", color="0000FF", behind=Decimal(0)), Light(id="b", name="橙", color="FF8800", behind=Decimal("49.9")),
    Light(id="c", name="黑", color="000000", behind=None),
)  # fmt: skip


@pytest.mark.parametrize(
    ("light", "behind", "accepted"),
    [("蓝", "0.0", 50), ("蓝", "-50.0", 100), ("橙", "0.1", "49.9"), ("橙", "49.9", "0.1"), ("黑", "50.0", 0)],
)
def test_a_light_is_the_first_that_reaches_so_far(light: str, behind: str, accepted: object) -> None:
    schedule = Schedule(lights=LIGHTS, supervised=("c",), start=date(2020, 6, 29), end=date(2020, 7, 1))
    found = figures(
        returned("2020-06", "shiqi", accepted=Decimal(str(accepted)) * 10),
        quotas=(quota("shiqi", 1000),),
        schedule=schedule,
    )
    shiqi = at(found, "2020-06", "shiqi")
    assert shiqi.light is not None
    assert (light, Decimal(behind)) == (shiqi.light.name, shiqi.behind)
    assert ((SHIQI,) if light == "黑" else ()) == found.supervised(JUNE)


def test_what_is_planned_is_rounded_half_up_to_one_place() -> None:
    schedule = Schedule(start=date(2020, 1, 1), end=date(2020, 1, 1 + 16))
    assert Decimal("100.0") == at(figures(returned("2020-01", done=1), schedule=schedule), "2020-01").planned
    weeks = Schedule(start=date(2020, 1, 4), end=date(2020, 1, 20))  # 1/16 by the end of the first week
    assert Decimal("6.3") == at(figures(returned("2020-w01", done=1), schedule=weeks), "2020-w01").planned


def test_a_campaign_or_a_period_without_a_year_has_no_plan_and_no_light() -> None:
    for found, text in (
        (figures(returned("2020-06", done=1), year=None, deadline=None), "2020-06"),
        (figures(returned("6月", done=1)), "6月"),
    ):
        june = at(found, text)
        assert (None, None, None, ()) == (june.planned, june.behind, june.light, found.supervised(read_period(text)))


def test_a_town_that_never_reported_is_behind_by_all_that_is_planned() -> None:
    shiqi = at(figures(returned("2020-06", done=1), quotas=(quota("shiqi", 1),)), "2020-06", "shiqi")
    assert (None, shiqi.planned, Decimal(1), False) == (shiqi.rate, shiqi.behind, shiqi.remaining, shiqi.finished)


def test_of_a_task_the_last_return_up_to_a_period_counts_as_corrected() -> None:
    def told(period: str, text: str, revision: int = 0) -> TaskReturn:
        return TaskReturn(period=read_period(period), task="energy-1", text=text, revision=revision)

    found = figures(task_returns=(told("2020-q2", "乙", 1), told("2020-q3", "丙"), told("2020-q2", "甲")))
    latest = [found.task("energy-1", period) for period in (read_period("2020-05"), JUNE, read_period("2020-08"), None)]
    assert [None, "乙", "乙", "丙"] == [each and each.text for each in latest]


def test_1300_towns_are_reckoned_in_one_go() -> None:
    from lowcapdocs.model.org import Town

    towns = tuple(Town(id=f"t{place}", name=f"第{place}镇", kind="镇", order=place) for place in range(1300))
    returns = [
        returned(f"2020-{month:02}", town.id, done=month)
        for month in (1, 2)
        for town in towns
        if month == 1 or town.order % 2
    ]
    found = figures(*returns, towns=towns, quotas=tuple(quota(town.id, 12) for town in towns))
    assert (650, 1300, Decimal(1300 + 650)) == (
        len(found.unreported(read_period("2020-02"))), len(found.towns(read_period("2020-02"), "improve")), at(found, "2020-02", "").done,
    )  # fmt: skip
