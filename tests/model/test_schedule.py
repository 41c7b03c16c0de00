"""schedule: how far the work should be on a day, and which light shines for being behind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.deadline_phrase import read
from lowcapdocs.model.schedule import CurvePoint, Light, Phase, Schedule, default_schedule
from tests.builders import campaign


def by(phrase: str) -> Deadline:
    return read(phrase, 2020)


PHASES = (
    Phase(id="a", name="部署", deadline=by("5月底前")),
    Phase(id="b", name="实施", deadline=by("4月10日前")),
    Phase(id="c", name="常态", deadline=by("长期")),
    Phase(id="d", name="总结"),
)
CURVE = (
    CurvePoint(date(2020, 3, 31), Decimal(20)),
    CurvePoint(date(2020, 6, 29), Decimal(20)),
    CurvePoint(date(2020, 7, 9), Decimal(100)),
)


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        ("0", date(2019, 12, 31)),
        ("0", date(2020, 1, 1)),
        ("50", date(2020, 1, 6)),
        ("100", date(2020, 1, 11)),
        ("100", date(2020, 12, 31)),
    ],
)
def test_without_a_curve_a_straight_line_leads_to_the_last_deadline(expected: str, day: date) -> None:
    assert Decimal(expected) == Schedule(end=date(2020, 1, 11)).planned(day)


def test_the_line_begins_where_the_schedule_says() -> None:
    schedule = Schedule(start=date(2020, 4, 1), end=date(2020, 4, 5))
    found = [schedule.planned(date(2020, 4, day)) for day in (1, 2, 5)]
    assert [0, 25, 100] == found


def test_the_last_deadline_is_that_of_a_phase_with_a_day() -> None:
    assert date(2020, 5, 31) == Schedule(phases=PHASES, end=date(2020, 12, 31)).last_day
    assert date(2020, 12, 31) == Schedule(phases=PHASES[2:], end=date(2020, 12, 31)).last_day


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        ("0", date(2020, 1, 1)),
        ("10", date(2020, 2, 15)),  # half of the 90 days to the first point
        ("20", date(2020, 3, 31)),
        ("20", date(2020, 5, 1)),
        ("60", date(2020, 7, 4)),
        ("100", date(2020, 8, 1)),
    ],
)
def test_a_stated_curve_is_joined_by_straight_lines(expected: str, day: date) -> None:
    assert Decimal(expected) == Schedule(curve=CURVE, end=date(2020, 12, 31)).planned(day)


def test_a_curve_that_begins_with_the_work_begins_where_it_says() -> None:
    schedule = Schedule(curve=CURVE, start=date(2020, 3, 31))
    assert [0, 20] == [schedule.planned(day) for day in (date(2020, 3, 30), date(2020, 3, 31))]


def test_nothing_is_planned_where_no_deadline_is_known() -> None:
    assert None is Schedule(phases=PHASES[2:]).planned(date(2020, 6, 30))


@pytest.mark.parametrize(
    ("expected", "behind"),
    [
        ("绿灯", "-40"),
        ("绿灯", "0"),
        ("绿灯", "10"),
        ("黄灯", "10.1"),
        ("黄灯", "30"),
        ("红灯", "30.1"),
        ("红灯", "100"),
    ],
)
def test_by_default_a_light_shines_for_so_many_points_behind(expected: str, behind: str) -> None:
    assert expected == Schedule().light(Decimal(behind)).name


def test_by_default_all_lights_but_the_first_call_for_a_letter() -> None:
    schedule = Schedule()
    assert tuple(light.id for light in schedule.lights[1:]) == schedule.supervised != ()


def test_a_colour_means_what_its_place_among_the_lights_says() -> None:
    red = Light(id="a", name="红灯", color="C00000", behind=Decimal(0))
    blue = Light(id="b", name="蓝灯", color="0070C0", behind=None)
    schedule = Schedule(lights=(red, blue))
    assert [red, blue] == [schedule.light(Decimal(behind)) for behind in (-1, 1)]


def test_beyond_lights_without_a_rest_the_last_one_shines() -> None:
    lights = (
        Light(id="a", name="甲", color="", behind=Decimal(0)),
        Light(id="b", name="乙", color="", behind=Decimal(5)),
    )
    assert "b" == Schedule(lights=lights).light(Decimal(50)).id


def test_phases_and_actions_are_found_by_id() -> None:
    schedule = Schedule(phases=PHASES)
    assert (["a", "b", "c", "d"], {}) == (list(schedule.phase), schedule.action)


@pytest.mark.parametrize(
    ("start", "end", "year", "deadline"),
    [
        (date(2020, 1, 1), date(2020, 10, 31), 2020, by("10月底前")),
        (date(2020, 1, 1), date(2020, 12, 31), 2020, None),
        (date(2020, 1, 1), date(2020, 12, 31), 2020, by("长期")),
        (None, None, None, None),
    ],
)
def test_a_campaign_without_a_schedule_has_its_year_up_to_its_deadline(
    start: date | None, end: date | None, year: int | None, deadline: Deadline | None
) -> None:
    assert Schedule(start=start, end=end) == default_schedule(year, deadline)
    assert default_schedule(year, deadline) == campaign(year=year, deadline=deadline).plan


def test_a_campaign_with_a_schedule_has_that_one() -> None:
    assert Schedule(phases=PHASES) == campaign(schedule=Schedule(phases=PHASES)).plan
