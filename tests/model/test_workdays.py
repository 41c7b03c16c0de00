"""workdays: the days on which nobody works, and where a span of working days ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lowcapdocs.model.workdays import Calendar

PUBLISHED = Calendar()


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        ("中秋节、国庆节", date(2020, 10, 1)),
        ("国庆节", date(2020, 10, 5)),
        ("调休", date(2020, 10, 8)),
        ("周末", date(2020, 11, 15)),
        (None, date(2020, 9, 27)),  # a Sunday that was worked
        (None, date(2005, 12, 31)),  # a Saturday that was worked for the next year's calendar
        (None, date(2020, 11, 16)),
    ],
)
def test_nobody_works_on_holidays_and_weekends_but_on_swapped_days(expected: str | None, day: date) -> None:
    assert (expected, expected is None) == (PUBLISHED.rest_reason(day), PUBLISHED.is_working_day(day))


@pytest.mark.parametrize(
    ("expected", "start", "days", "counting_start"),
    [
        (date(2020, 10, 12), date(2020, 9, 28), 5, False),
        (date(2020, 10, 10), date(2020, 9, 28), 5, True),
        (date(2019, 2, 21), date(2019, 2, 15), 5, True),  # 四川省公示, 2019
        (date(2020, 11, 16), date(2020, 11, 14), 1, True),  # a Saturday counts as the Monday
        (date(2020, 11, 16), date(2020, 11, 14), 1, False),
        (date(2020, 11, 16), date(2020, 11, 16), 1, True),
        (date(2020, 11, 17), date(2020, 11, 16), 1, False),
        (date(2021, 1, 4), date(2020, 12, 31), 1, False),
    ],
)
def test_a_span_of_working_days_skips_days_of_rest(
    expected: date, start: date, days: int, counting_start: bool
) -> None:
    assert expected == PUBLISHED.after(start, days, counting_start=counting_start)


@pytest.mark.parametrize("days", [0, -1])
def test_a_span_is_a_day_at_least(days: int) -> None:
    with pytest.raises(ValueError, match="working days"):
        PUBLISHED.after(date(2020, 9, 28), days, counting_start=True)


def test_the_next_working_day_is_the_day_itself_if_it_is_worked() -> None:
    assert [date(2020, 11, 13), date(2020, 11, 16)] == [
        PUBLISHED.next_working_day(day) for day in (date(2020, 11, 13), date(2020, 11, 14))
    ]


def test_what_the_data_states_wins() -> None:
    monday, sunday = date(2020, 11, 16), date(2020, 11, 15)
    calendar = Calendar(rest=frozenset({monday}), work=frozenset({sunday, date(2020, 10, 1)}))
    assert ["数据中另定的休息日", None, None] == [
        calendar.rest_reason(day) for day in (monday, sunday, date(2020, 10, 1))
    ]
    assert sunday == calendar.after(date(2020, 11, 13), 1, counting_start=False)


def test_every_year_since_2001_is_known_until_the_package_ends() -> None:
    from holidays.countries.china import ChinaStaticHolidays

    listed = set(ChinaStaticHolidays.special_public_holidays)
    assert {*range(2001, 2027)} <= listed
    assert listed == {year for year in range(1990, 2101) if PUBLISHED.known(year)}


def test_a_year_is_known_when_the_data_states_its_swapped_days() -> None:
    far = 2099
    assert not PUBLISHED.known(far)
    assert not Calendar(rest=frozenset({date(far, 10, 8)})).known(far)
    assert Calendar(work=frozenset({date(far, 10, 10)})).known(far)


def test_a_year_that_is_not_known_has_weekends_and_statutory_days() -> None:
    found = [date(2099, 1, 1) + timedelta(days) for days in range(365)]
    rested = {PUBLISHED.rest_reason(day) for day in found if not PUBLISHED.is_working_day(day)}
    assert {"周末", "元旦", "劳动节", "国庆节"} <= rested
    assert "调休" not in rested
