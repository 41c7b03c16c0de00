"""deadline_phrase: what officials write, and the days that it means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcapdocs.model.deadline import Kind, Recurrence, Span
from lowcapdocs.model.deadline_phrase import read, read_day

BY = [
    (date(2021, 12, 31), "2021年"),
    (date(2021, 12, 31), "2021年度"),
    (date(2021, 12, 31), "2021年底"),
    (date(2021, 12, 31), "2021年底前"),
    (date(2021, 12, 31), "2021年内"),
    (date(2020, 12, 31), "年底前"),
    (date(2020, 12, 31), "本年底"),
    (date(2020, 12, 31), "年内"),
    (date(2020, 12, 31), "二〇二〇年底前"),
    (date(2020, 5, 31), "5月底前"),
    (date(2020, 5, 31), "五月底前"),
    (date(2020, 5, 31), "5 月底前"),
    (date(2020, 5, 31), "（5月底前）"),
    (date(2020, 5, 31), "5月底前完成"),
    (date(2020, 5, 31), "5月"),
    (date(2020, 5, 31), "5月末"),
    (date(2020, 5, 31), "5月份"),
    (date(2020, 2, 29), "2月底之前"),
    (date(2021, 2, 28), "2021年2月底前"),
    (date(2021, 1, 10), "次年1月10日前"),
    (date(2020, 10, 31), "10月底以前"),
    (date(2020, 10, 31), "10月底前全部完成"),
    (date(2020, 10, 31), "2020年10月底前，并长期坚持"),
    (date(2020, 10, 31), "10月内"),
    (date(2020, 10, 20), "10月中旬前"),
    (date(2020, 6, 10), "6月上旬"),
    (date(2020, 2, 29), "2月下旬"),
    (date(2020, 6, 30), "上半年"),
    (date(2020, 6, 30), "年中"),
    (date(2020, 12, 31), "下半年"),
    (date(2020, 9, 30), "第三季度末前"),
    (date(2020, 6, 30), "二季度"),
    (date(2020, 11, 15), "11月15日"),
    (date(2020, 11, 15), "11月15日前"),
    (date(2020, 11, 15), "11月15日之前"),
    (date(2020, 11, 15), "十一月十五日前"),
    (date(2020, 11, 15), "11月15日17时前"),
    (date(2020, 11, 15), "11月15日（星期日）下班前"),
    (date(2020, 5, 20), "于5月20日前反馈"),
    (date(2021, 1, 5), "2021年1月5日前"),
    (date(2020, 11, 15), "2020-11-15"),
    (date(2020, 11, 15), "2020.11.15"),
    (date(2020, 9, 30), "国庆节前"),
    (date(2020, 4, 30), "五一前"),
]


@pytest.mark.parametrize(("expected", "phrase"), BY)
def test_a_phrase_means_the_last_day_that_it_allows(expected: date, phrase: str) -> None:
    found = read(phrase, 2020)
    assert ("by", expected, phrase) == (found.kind, found.day, found.phrase)


@pytest.mark.parametrize(
    ("first", "last", "phrase"),
    [
        (date(2020, 6, 1), date(2020, 10, 31), "6月至10月"),
        (date(2020, 6, 1), date(2020, 10, 31), "6—10月"),
        (date(2020, 6, 1), date(2020, 10, 31), "6月-10月底前"),
        (date(2020, 6, 1), date(2020, 10, 31), "2020-06-01至2020-10-31"),
        (date(2020, 6, 1), date(2020, 6, 15), "6月1日—15日"),
        (date(2020, 6, 11), date(2020, 10, 31), "6月中旬到10月底"),
        (date(2020, 4, 1), date(2020, 12, 31), "第二季度至第四季度"),
        (date(2020, 11, 1), date(2021, 3, 31), "11月至次年3月"),
        (date(2020, 11, 1), date(2021, 3, 31), "2020年11月至2021年3月"),
        (date(2021, 5, 1), date(2021, 11, 30), "2021年5月至11月"),
        (date(2020, 1, 1), date(2022, 12, 31), "2020—2022年"),
        (None, date(2020, 12, 31), "即日起至12月底"),
        (None, date(2020, 12, 31), "自印发之日起至2020年12月31日"),
    ],
)
def test_a_range_has_a_first_and_a_last_day(first: date | None, last: date, phrase: str) -> None:
    found = read(phrase, 2020)
    assert ("range", first, last) == (found.kind, found.first, found.day)


@pytest.mark.parametrize(
    ("cycle", "days", "phrase"),
    [
        ("月", ((1, 5),), "每月5日前"),
        ("月", ((1, 5),), "每月五日前"),
        ("月", ((1, 5),), "每月1日至5日"),
        ("月", ((1, 5),), "每月结束后5日内"),
        ("月", ((1, 10),), "每个月上旬"),
        ("月", ((1, 15), (1, 30)), "每月15日、30日前"),
        ("月", ((1, 31),), "每月底前"),
        ("月", ((1, 31),), "逐月"),
        ("月", ((1, 15), (1, 31)), "每半月"),
        ("月", ((1, 10), (1, 20), (1, 31)), "每旬"),
        ("周", ((0, 5),), "每周五前"),
        ("周", ((0, 5),), "每周五17时前"),
        ("周", ((0, 1), (0, 4)), "每周一、周四"),
        ("周", ((0, 7),), "每周"),
        ("季", ((3, 31),), "每季度末"),
        ("季", ((3, 31),), "按季度"),
        ("季", ((3, 25),), "每季度末月25日前"),
        ("季", ((3, 20),), "每季度最后一个月20日前"),
        ("季", ((1, 10),), "每季度首月10日前"),
        ("季", ((1, 10),), "每季度结束后10日内"),
        ("半年", ((6, 31),), "每半年"),
        ("年", ((6, 31), (12, 10)), "每年6月底、12月10日前"),
        ("日", (), "每日17:00前"),
    ],
)
def test_a_recurring_phrase_has_its_days_in_each_cycle(cycle: str, days: tuple[tuple[int, int]], phrase: str) -> None:
    found = read(phrase, 2020)
    assert ("recurring", None) == (found.kind, found.day)
    assert found.recurrence is not None
    assert (cycle, days) == (found.recurrence.cycle, found.recurrence.days)


@pytest.mark.parametrize(
    ("expected", "phrase"),
    [
        (Span(10, "工作日", "印发"), "印发之日起10个工作日内"),
        (Span(10, "工作日", "印发"), "自印发之日起十个工作日内完成"),
        (Span(15, "日", "收到本通知"), "收到本通知之日起15日内"),
        (Span(5, "工作日", "收到通知"), "收到通知后5个工作日内"),
        (Span(1, "月", "通知下发"), "通知下发之日起一个月内"),
        (Span(2, "周", "方案印发"), "方案印发后两周内"),
        (Span(6, "月", "验收合格"), "验收合格后半年内"),
        (Span(3, "工作日", "公示期满"), "公示期满后3个工作日内"),
        (Span(10, "工作日"), "10个工作日内"),
        (Span(15, "日"), "半个月内"),
        (Span(5, "工作日", "公示", counting_start=True), "公示5个工作日"),
        (Span(7, "日", "公示", counting_start=True), "自公示之日起7天内"),
    ],
)
def test_a_relative_phrase_counts_from_an_event(expected: Span, phrase: str) -> None:
    found = read(phrase, 2020)
    assert ("relative", expected, None) == (found.kind, found.span, found.day)


@pytest.mark.parametrize(
    ("day", "phrase"),
    [
        (None, "长期"),
        (None, "长期坚持"),
        (None, "持续推进"),
        (None, "常态化开展"),
        (date(2020, 12, 31), "全年"),
        (date(2020, 12, 31), "贯穿全年"),
        (date(2021, 12, 31), "2021年全年"),
    ],
)
def test_what_goes_on_has_no_day_but_that_of_its_year(day: date | None, phrase: str) -> None:
    found = read(phrase, 2020)
    assert ("ongoing", day) == (found.kind, found.day)


@pytest.mark.parametrize(
    "phrase",
    [
        "2月30日前", "13月底前", "0月", "2020-02-30", "适时", "尽快", "立行立改", "春节前", "10月前", "三季度前",
        "2020年前", "11月至3月", "10月至10月15日", "15日", "15日前", "每月40日前", "每周八前", "每两周", "每季度第4个月5日前",
        "印发后0日内", "年", "10月底前完成摸底，12月底前全部完成", "",
    ],
)  # fmt: skip
def test_what_leaves_the_day_open_is_not_read(phrase: str) -> None:
    found = read(phrase, 2020)
    assert ("unreadable", None, phrase) == (found.kind, found.day, found.phrase)


@pytest.mark.parametrize("phrase", ["5月底前", "11月15日前", "6月至10月", "0000年底前", "年底前", "次年1月底前"])
def test_a_phrase_without_a_known_year_means_no_day(phrase: str) -> None:
    assert None is read_day(phrase, 0)


@pytest.mark.parametrize("phrase", ["每月5日前", "收到通知后5日内", "长期"])
def test_what_needs_no_year_is_read_without_one(phrase: str) -> None:
    assert read(phrase, 2020) == read(phrase, 0)
    assert "unreadable" != read(phrase, 0).kind


_WORDS = st.sampled_from(
    [*"0123456789一二两十〇年月日前内底末至到—-、起自每后周季度半个", "工作日", "之日", "上旬", "长期", "公示", "印发"]
)
_PHRASES = st.lists(_WORDS, max_size=9).map("".join) | st.text(max_size=12)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(_PHRASES, st.sampled_from([0, 1, 2020, 9999]))
def test_any_words_are_read_or_refused(phrase: str, year: int) -> None:
    found = read(phrase, year)
    carried: dict[Kind, bool] = {
        "by": found.day is not None,
        "range": found.day is not None and (found.first is None or found.first <= found.day),
        "recurring": isinstance(found.recurrence, Recurrence),
        "relative": isinstance(found.span, Span),
        "ongoing": True,
        "unreadable": (found.day, found.first, found.span, found.recurrence) == (None, None, None, None),
    }
    assert carried[found.kind]
