"""period: every way of writing a period means the same one; they are in order of their last days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.model.period import Period, read_period

PERIODS = st.one_of(
    st.builds(Period, st.just("month"), st.integers(1905, 2999), st.integers(1, 12)),
    st.builds(Period, st.just("quarter"), st.integers(1905, 2999), st.integers(1, 4)),
    st.builds(Period, st.just("half"), st.integers(1905, 2999), st.integers(1, 2)),
    st.builds(Period, st.just("week"), st.integers(1905, 2999), st.integers(1, 52)),
)


@given(PERIODS)
def test_a_period_is_read_back_from_every_name_of_it(period: Period) -> None:
    assert {period} == {read_period(name) for name in period.names}


@given(PERIODS, PERIODS)
def test_periods_are_in_the_order_of_their_last_days(one: Period, other: Period) -> None:
    assert one.start <= one.end
    if one.end < other.end:
        assert one < other
    assert (one == other) == (not one < other and not other < one)


@pytest.mark.parametrize(
    ("expected", "texts"),
    [
        ("2020-06", ["2020-06", "2020-6", "2020年6月", "2020年06月份", "2020.6", "2020/6", " 2020 年 6 月 "]),
        ("2020-06", ["2020-06-01", "2020/6/1", "2020年6月1日", "Jun-20", "jun-2020"]),  # what Excel makes of it
        (
            "2020-q2",
            ["2020-q2", "2020Q2", "2020-Q02", "2020年第二季度", "2020年2季度", "2020年二季度", "2020年第2季度"],
        ),
        ("2020-h1", ["2020-h1", "2020H1", "2020年上半年"]),
        ("2020-h2", ["2020年下半年"]),
        ("2020-w23", ["2020-w23", "2020W23", "2020年第23周"]),
        ("2020-w03", ["2020年第3周"]),
    ],
)
def test_a_period_may_be_written_in_many_ways(expected: str, texts: list[str]) -> None:
    assert {expected} == {read_period(text).id for text in texts}


@pytest.mark.parametrize(
    "text",
    ["", "2020", "2020-13", "2020-00", "2020-q5", "2020-w54", "2020年第五季度", "1903-06", "六月", "2020-06-02", "Jum-20",
     "2020-06-31", "本月", "2020-h3"],
)  # fmt: skip
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        read_period(text, 2020)


@pytest.mark.parametrize(("expected", "text"), [("2020-06", "6月"), ("2020-q2", "第二季度"), ("2020-h2", "下半年")])
def test_a_period_without_a_year_is_of_the_year_given(expected: str, text: str) -> None:
    assert expected == read_period(text, 2020).id


def test_a_period_whose_year_nobody_knows_has_a_name_without_one_and_is_found_by_its_id() -> None:
    period = read_period("6月")
    assert (0, "0000-06", "6月", period) == (period.year, period.id, period.name, read_period(period.id))
    assert (date(1904, 2, 29), "第1季度") == (read_period("2月").end, read_period("1季度").name)


@pytest.mark.parametrize(
    ("text", "start", "end", "name", "short"),
    [
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "2020年2月", "本月"),
        ("2020-q4", date(2020, 10, 1), date(2020, 12, 31), "2020年第4季度", "本季度"),
        ("2020-h1", date(2020, 1, 1), date(2020, 6, 30), "2020年上半年", "本半年"),
        ("2020-w01", date(2019, 12, 30), date(2020, 1, 5), "2020年第1周", "本周"),
        ("2020-w53", date(2020, 12, 28), date(2021, 1, 3), "2020年第53周", "本周"),
    ],
)
def test_a_period_has_its_days_and_names(text: str, start: date, end: date, name: str, short: str) -> None:
    period = read_period(text)
    assert (start, end, name, short) == (period.start, period.end, period.name, period.short)


def test_of_two_that_end_together_the_shorter_comes_first() -> None:
    texts = ["2020-h1", "2020-q2", "2020-06", "2020-07", "2020-w26"]
    assert ["2020-w26", "2020-06", "2020-q2", "2020-h1", "2020-07"] == [
        period.id for period in sorted(map(read_period, texts))
    ]
