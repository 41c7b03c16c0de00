"""deadline: the days that a deadline means once its event and the calendar are known."""

from __future__ import annotations

from datetime import date

import pytest

from lowcapdocs.model.deadline import days_between, due, end_of, in_month
from lowcapdocs.model.deadline_phrase import read
from lowcapdocs.model.workdays import Calendar

PUBLISHED = Calendar()
MONDAY = date(2020, 9, 28)


@pytest.mark.parametrize(
    ("expected", "event", "phrase"),
    [
        (date(2020, 10, 12), MONDAY, "印发之日起5个工作日内"),
        (date(2020, 10, 10), MONDAY, "公示5个工作日"),
        (date(2019, 2, 21), date(2019, 2, 15), "公示5个工作日"),
        (date(2020, 5, 26), date(2020, 5, 11), "收到本通知之日起15日内"),
        (date(2020, 6, 1), date(2020, 5, 15), "收到本通知之日起15日内"),  # 30 May is a Saturday
        (date(2020, 5, 25), date(2020, 5, 11), "印发后两周内"),
        (date(2020, 6, 30), date(2020, 5, 30), "印发后一个月内"),
        (date(2021, 3, 1), date(2020, 11, 30), "印发后三个月内"),  # 28 February is a Sunday
        (date(2021, 5, 11), date(2020, 5, 11), "印发后一年内"),
        (date(2020, 5, 18), date(2020, 5, 12), "公示7天"),
        (date(2020, 5, 31), None, "5月底前"),
        (date(2020, 5, 31), MONDAY, "5月底前"),
        (None, None, "收到本通知之日起15日内"),
        (None, MONDAY, "每月5日前"),
        (None, MONDAY, "适时"),
    ],
)
def test_a_deadline_is_due_on_its_own_day_or_so_long_after_its_event(
    expected: date | None, event: date | None, phrase: str
) -> None:
    assert expected == due(read(phrase, 2020), event, PUBLISHED)


def test_the_calendar_of_the_data_moves_the_end() -> None:
    span = read("印发后1个工作日内", 2020).span
    assert span is not None
    assert date(2020, 9, 30) == end_of(span, MONDAY, Calendar(rest=frozenset({date(2020, 9, 29)})))


@pytest.mark.parametrize(
    ("expected", "phrase"),
    [
        ([(5, 5), (6, 5)], "每月5日前"),
        ([(4, 30), (5, 31), (6, 30)], "每月底前"),
        ([(4, 30), (5, 30), (6, 30)], "每月30日前"),
        ([(6, 30)], "每季度末"),
        ([], "每季度首月10日前"),
        ([(6, 30)], "每半年"),
        ([(6, 10)], "每年6月10日、12月10日前"),
        ([(5, 15), (5, 31), (6, 15), (6, 30), (4, 30)], "每半月"),
    ],
)
def test_a_recurring_deadline_has_days_within_a_range(expected: list[tuple[int, int]], phrase: str) -> None:
    recurrence = read(phrase, 2020).recurrence
    assert recurrence is not None
    found = days_between(recurrence, date(2020, 4, 30), date(2020, 6, 30))
    assert sorted(date(2020, *day) for day in expected) == list(found)


def test_a_weekly_deadline_has_a_day_each_week() -> None:
    weekly, daily = read("每周五前", 2020).recurrence, read("每日", 2020).recurrence
    assert weekly is not None
    assert daily is not None
    range_ = (date(2020, 5, 1), date(2020, 5, 15))
    assert tuple(date(2020, 5, day) for day in (1, 8, 15)) == days_between(weekly, *range_)
    assert 15 == len(days_between(daily, *range_))


def test_a_recurring_deadline_goes_on_over_the_new_year() -> None:
    quarterly = read("每季度末", 2020).recurrence
    assert quarterly is not None
    assert (date(2020, 12, 31), date(2021, 3, 31)) == days_between(quarterly, date(2020, 11, 1), date(2021, 4, 1))


@pytest.mark.parametrize(
    ("expected", "year", "month"),
    [(date(2020, 2, 29), 2020, 2), (date(2021, 1, 31), 2020, 13), (date(2021, 12, 31), 2020, 24)],
)
def test_a_day_past_the_end_of_a_month_is_its_last(expected: date, year: int, month: int) -> None:
    assert expected == in_month(year, month, 31)
