"""checks.deadlines: each deadline can be read, is in time, and falls on a working day."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs import pipeline
from lowcapdocs.workspace import Workspace
from tests.workspaces import DATA, edited, findings, small

Files = dict[str, str | bytes | None]


def task(phrase: str, more: str = "") -> Files:
    """The one task with this deadline."""
    return edited("tasks.yaml", ("lead: 乙局", f"lead: 乙局\n      deadline: {phrase}{more}"))


def schedule(text: str) -> Files:
    """A schedule file of these lines."""
    return {f"{DATA}/schedule.yaml": text}


NEXT_YEAR = edited("campaign.yaml", ("year: 2020", "year: 2099"), ("deadline: 2020年度", "deadline: 2099年度"))
UNREADABLE = ["deadline-no-date tasks.yaml 第10行 “deadline”"]
RESTING = ["deadline-rest-day tasks.yaml 第10行 “deadline”"]

CASES: dict[str, tuple[Files, list[str]]] = {
    "a deadline that is no day": (task("尽快"), UNREADABLE),
    "a day that does not exist": (task("2月30日前"), UNREADABLE),
    "a deadline that is no day, with its day": (task("尽快", "\n      deadline_date: 2020-11-16"), []),
    "a deadline that never comes": (task("长期坚持"), []),
    "a deadline that comes again and again": (task("每月5日前"), []),
    "a deadline so long after the letter": (task("收到本通知之日起10个工作日内"), []),
    "a campaign whose deadline is no day": (
        edited("campaign.yaml", ("2020年度", "尽快")),
        ["deadline-no-date campaign.yaml 第6行 “deadline”"],
    ),
    "a deadline after the end": (task("2021年3月1日前"), ["deadline-late tasks.yaml 第10行 “deadline”"]),
    "a deadline on a Sunday": (task("11月15日前"), RESTING),
    "a month that ends on a Sunday": (task("5月底前"), RESTING),
    "a deadline on a holiday": (task("10月1日前"), RESTING),
    "a deadline on a day off for a Sunday worked": (task("10月8日前"), RESTING),
    "a deadline on a Sunday that was made a workday": (task("9月27日前"), []),
    "a range that ends on a Saturday": (task("6月至10月"), []),
    "a quarter, whose last day is not meant to the day": (
        {**edited("campaign.yaml", ("year: 2020", "year: 2023"), ("2020年度", "2023年度")), **task("第三季度末前")},
        [],
    ),
    "a Sunday that the data made a workday": (
        {**task("11月15日前"), **schedule("calendar: {work: [2020-11-15]}\n")},
        [],
    ),
    "a Monday that the data made a day off": (
        {**task("11月16日前"), **schedule("calendar: {rest: [2020-11-16]}\n")},
        RESTING,
    ),
    "a task deadline without one for the campaign": (
        {**task("11月16日前"), **edited("campaign.yaml", ("deadline: 2020年度\n", ""))},
        [],
    ),
    "a phase and an action": (
        schedule(
            "phases:\n- id: a\n  name: 甲\n  deadline: 11月15日前\n  actions:\n"
            "  - {id: t, text: 乙, deadline: 适时}\n  - {id: u, text: 丙, deadline: 每月5日前}\n"
        ),
        ["deadline-rest-day schedule.yaml 第4行 “deadline”", "deadline-no-date schedule.yaml 第6行 “deadline”"],
    ),
    "another date that the source gives, on a Sunday": (
        schedule("phases:\n- id: a\n  name: 甲\n  deadline: 2020-11-15\n  deadline_date: 2020-11-16\n"
                 "  stated:\n  - {deadline: 11月15日前, source: 导语}\n"),
        ["step-two-dates schedule.yaml 第7行 “deadline”"],
    ),
    "another date that the source gives, at no time": (
        schedule("phases:\n- id: a\n  name: 甲\n  stated:\n  - {deadline: 适时, source: 导语}\n"),
        ["deadline-no-date schedule.yaml 第5行 “deadline”", "step-two-dates schedule.yaml 第5行 “deadline”"],
    ),
    "reports that are due at no time": (
        schedule("reporting:\n  cycle: 月报\n  due: 按时\n"),
        ["deadline-no-date schedule.yaml 第3行 “due”"],
    ),
    "two days of a year whose calendar is not published": (
        {**NEXT_YEAR, **edited("tasks.yaml", ("lead: 乙局", "lead: 乙局\n      deadline: 11月16日前")),
         **schedule("reporting:\n  cycle: 月报\n  due: 11月17日前\n")},
        ["calendar-unpublished schedule.yaml"],
    ),
    "working days in a year whose calendar is not published": (
        {**NEXT_YEAR, **task("印发之日起5个工作日内")},
        ["calendar-unpublished campaign.yaml"],
    ),
    "a whole year whose calendar is not published": (NEXT_YEAR, []),
    "a year whose calendar the data states": (
        {**NEXT_YEAR, **task("11月16日前"), **schedule("calendar: {work: [2099-10-10]}\n")},
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_deadline_is_found_to_hold(tmp_path: Path, name: str) -> None:
    files, expected = CASES[name]
    assert expected == [each.replace(f"{DATA}/", "") for each in findings(small(tmp_path, files))]


@pytest.mark.parametrize(
    ("expected", "files"),
    [
        ("完成时限“10月1日前”（2020-10-01）是休息日（中秋节、国庆节）。", task("10月1日前")),
        ("没有2099年的调休安排，休息日只按周末和法定节假日推算。", {**NEXT_YEAR, **task("11月16日前")}),
    ],
)
def test_the_message_names_the_day_or_the_year_and_why(tmp_path: Path, expected: str, files: Files) -> None:
    assert [expected] == [each.message for each in pipeline.check(Workspace(small(tmp_path, files)), []).findings]
