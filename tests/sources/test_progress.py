"""progress: returns of towns and departments as they are read; blank, “/” and 0 are told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.model.period import read_period
from lowcapdocs.model.progress import PastResult, Return, TaskReturn
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Report
from lowcapdocs.sources.progress import past_results, returns, task_returns
from lowcapdocs.sources.records import records
from lowcapdocs.sources.year_columns import PAST_RESULTS
from tests.builders import IMPROVE, JISHIGANG, PHASE_OUT, SHIQI, TASK, placeless, table, told

ROW = {"期次": "2020-06", "镇街": "集士港镇", "指标": "整治提升数", "累计完成": "3"}
TASK_ROW = {"期次": "2020-Q2", "任务": "energy-1"}


def read(
    *rows: Any, measures: Any = (IMPROVE, PHASE_OUT), year: int | None = 2020
) -> tuple[tuple[Return, ...], list[str]]:
    """Returns and findings of a table."""
    report = Report()
    towns = Names((JISHIGANG, SHIQI), "镇街", report)
    return returns(table(*rows), towns, measures, year, "全区", report), told(report)


def read_tasks(*rows: Any) -> tuple[tuple[TaskReturn, ...], list[str]]:
    report = Report()
    return task_returns(table(*rows), (TASK,), 2020, report), told(report)


def test_a_row_is_a_return() -> None:
    row = {
        "期次": "2020年6月", "镇街": "集士港", "指标": "整治提升数（家）", "累计完成": "1,200", "本期完成": "-2", "关停取缔": "1",
        "整合搬迁": "", "升级改造": "/", "累计验收": "0", "报送日期": "2020/7/2", "更正": "1", "备注": "核减", "示例": "是",
    }  # fmt: skip
    expected = Return(
        period=read_period("2020-06"), town="jishigang", measure="improve", done=Decimal(1200), fresh=Decimal(-2),
        accepted=Decimal(0), outcomes=(Decimal(1), None, None), day=date(2020, 7, 2), revision=1, remark="核减", sample=True,
    )  # fmt: skip
    found, findings = read(row)
    assert ((expected,), []) == (placeless(found), findings)


@pytest.mark.parametrize("text", ["", "/", "／", "-", "—", "——"])
def test_a_cell_without_a_number_is_no_zero(text: str) -> None:
    (found,), findings = read({**ROW, "累计完成": text})
    assert (None, False, []) == (found.done, found.reported, findings)


def test_a_zero_is_a_report_and_a_remark_is_none() -> None:
    (zero,), _ = read({**ROW, "累计完成": "0"})
    (remark,), _ = read({**ROW, "累计完成": "", "备注": "下月报"})
    assert (True, False) == (zero.reported, remark.reported)


def test_the_name_of_the_total_stands_for_all_together() -> None:
    (found,), findings = read({**ROW, "镇街": "全 区"})
    assert ("", []) == (found.town, findings)


def test_a_period_without_a_year_is_of_the_campaigns_year_or_of_none() -> None:
    assert ["2020-06", "0000-06"] == [read({**ROW, "期次": "6月"}, year=year)[0][0].period.id for year in (2020, None)]


def test_where_there_is_one_measure_it_need_not_be_named() -> None:
    (found,), findings = read({**ROW, "指标": ""}, measures=(IMPROVE,))
    assert ("improve", []) == (found.measure, findings)


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        (["period-form 表.csv 第2行 “期次”"], {"期次": "第二期"}),
        (["value-missing 表.csv 第2行 “期次”"], {"期次": ""}),
        (["name-unknown 表.csv 第2行 “镇街”"], {"镇街": "甲镇"}),
        (["value-missing 表.csv 第2行 “镇街”"], {"镇街": ""}),
        (["measure-unknown 表.csv 第2行 “指标”"], {"指标": "甲"}),
        (["value-missing 表.csv 第2行 “指标”"], {"指标": ""}),
        (["value-number 表.csv 第2行 “累计完成”"], {"累计完成": "3家"}),
        (["value-number 表.csv 第2行 “累计完成”"], {"累计完成": "-1"}),
        (["value-number 表.csv 第2行 “累计完成”"], {"累计完成": "1234567890123456"}),
        (["value-control 表.csv 第2行 “累计完成”", "value-number 表.csv 第2行 “累计完成”"], {"累计完成": "3\x07"}),
        (["value-number 表.csv 第2行 “更正”"], {"更正": "1.5"}),
        (["column-unknown 表.csv 第2行 “累汁”"], {"累汁": "1"}),
    ],
)
def test_what_cannot_be_read_is_told_once_with_its_place(expected: list[str], changes: dict[str, str]) -> None:
    assert expected == read({**ROW, **changes})[1]


def test_an_amount_has_no_more_digits_than_can_be_added_up_exactly() -> None:
    gas = replace(IMPROVE, decimals=4)
    assert [[], ["value-number 表.csv 第2行 “累计完成”"]] == [
        read({**ROW, "累计完成": text}, measures=(gas,))[1] for text in ("12345678901.2345", "123456789012")
    ]


def test_the_same_town_measure_and_period_twice_is_refused_unless_it_is_a_correction() -> None:
    again = {**ROW, "期次": "2020年6月", "累计完成": "4"}
    assert ["return-twice 表.csv 第3行"] == read(ROW, again)[1]
    found, findings = read(ROW, {**again, "更正": "1"})
    assert ([0, 1], []) == ([each.revision for each in found], findings)


def test_a_row_is_what_a_department_reports_of_a_task() -> None:
    row = {
        **TASK_ROW,
        "任务": "严格能耗限额",
        "状态": "推进中",
        "进展情况": "甲。",
        "完成数量": "audits：6",
        "报送日期": "2020-07-06",
        "示例": "是",
    }
    expected = TaskReturn(
        period=read_period("2020-q2"), task="energy-1", state="推进中", text="甲。", amounts=(("audits", Decimal(6)),),
        day=date(2020, 7, 6), sample=True,
    )  # fmt: skip
    found, findings = read_tasks(row)
    assert ((expected,), []) == (placeless(found), findings)


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        (["task-unknown 表.csv 第2行 “任务”"], {"任务": "energy-9", "完成数量": "audits 6"}),
        (["value-missing 表.csv 第2行 “任务”"], {"任务": ""}),
        (["value-choice 表.csv 第2行 “状态”"], {"状态": "完成"}),
        (["task-amount 表.csv 第2行 “完成数量”"], {"完成数量": "chp 6"}),
        (["task-amount 表.csv 第2行 “完成数量”"], {"完成数量": "audits"}),
        (["task-amount 表.csv 第2行 “完成数量”"], {"完成数量": "audits6"}),
        (["task-amount 表.csv 第2行 “完成数量”"], {"完成数量": "audits 6；audits 7"}),
        ([], {"完成数量": ""}),
    ],
)
def test_what_cannot_be_read_of_a_task_is_told(expected: list[str], changes: dict[str, str]) -> None:
    assert expected == read_tasks({**TASK_ROW, **changes})[1]


def test_a_task_reported_twice_is_refused() -> None:
    assert ["return-twice 表.csv 第3行"] == read_tasks(TASK_ROW, {**TASK_ROW, "任务": "严格能耗限额"})[1]


def past(*rows: Any) -> tuple[tuple[PastResult, ...], list[str]]:
    report = Report()
    return placeless(past_results(records(table(*rows), PAST_RESULTS, report), (IMPROVE,), report)), told(report)


PAST = {"measure": "improve", "year": "2019", "quota": "150", "accepted": ""}


def test_another_years_result_may_be_known_in_part() -> None:
    assert ((PastResult("improve", 2019, Decimal(150), None),), []) == past(PAST)


@pytest.mark.parametrize(
    ("expected", "rows"),
    [
        (["measure-unknown 表.csv 第2行 “measure”"], [{**PAST, "measure": "x"}]),
        (["value-missing 表.csv 第2行 “year”"], [{**PAST, "year": ""}]),
        (["value-number 表.csv 第2行 “year”"], [{**PAST, "year": "19年"}]),
        (["value-number 表.csv 第2行 “quota”"], [{**PAST, "quota": "x"}]),
        (["return-twice 表.csv 第3行"], [PAST, PAST]),
    ],
)
def test_what_cannot_be_read_of_other_years_is_told(expected: list[str], rows: list[dict[str, str]]) -> None:
    assert expected == past(*rows)[1]
