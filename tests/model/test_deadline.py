"""deadline: the day that a phrase means, and the days on which nobody works."""

from __future__ import annotations

from datetime import date

import pytest

from lowcapdocs.model.deadline import read_day, rest_day


@pytest.mark.parametrize(
    ("expected", "phrase"),
    [
        (date(2021, 12, 31), "2021年"),
        (date(2021, 12, 31), "2021年度"),
        (date(2021, 12, 31), "2021年底"),
        (date(2021, 12, 31), "2021年底前"),
        (date(2021, 12, 31), "2021年内"),
        (date(2021, 12, 31), "2021年全年"),
        (date(2020, 5, 31), "5月底前"),
        (date(2020, 5, 31), "5月"),
        (date(2020, 5, 31), "5月末"),
        (date(2020, 5, 31), "5月份"),
        (date(2020, 2, 29), "2月底之前"),
        (date(2021, 2, 28), "2021年2月底前"),
        (date(2020, 11, 15), "11月15日"),
        (date(2020, 11, 15), "11月15日前"),
        (date(2020, 11, 15), "11月15日之前"),
        (date(2021, 1, 5), "2021年1月5日前"),
        (date(2020, 11, 15), "2020-11-15"),
        (None, "2月30日前"),
        (None, "13月底前"),
        (None, "0月"),
        (None, "2020-02-30"),
        (None, "长期坚持"),
        (None, ""),
    ],
)
def test_a_phrase_means_the_last_day_that_it_allows(expected: date | None, phrase: str) -> None:
    assert expected == read_day(phrase, 2020)


@pytest.mark.parametrize("phrase", ["5月底前", "11月15日前", "0000年底前"])
def test_a_phrase_without_a_known_year_means_no_day(phrase: str) -> None:
    assert None is read_day(phrase, 0)


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        ("国庆节、中秋节", date(2020, 10, 1)),
        ("周末", date(2020, 11, 15)),
        (None, date(2020, 9, 27)),  # a Sunday that was worked
        (None, date(2020, 11, 16)),
    ],
)
def test_nobody_works_on_holidays_and_weekends_but_on_swapped_days(expected: str | None, day: date) -> None:
    found = rest_day(day)
    assert (expected and set(expected.split("、"))) == (found and set(found.split("; ")))
