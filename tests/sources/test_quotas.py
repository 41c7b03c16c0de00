"""quotas: one column a measure or one row a quota; “/”, 0 and blank never mix."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.model.quantity import Amount, Blank, Goal, Quota
from lowcapdocs.sources.nodes import Report
from lowcapdocs.sources.quotas import quotas, read_amount
from tests.builders import IMPROVE, JISHIGANG, PHASE_OUT, SHIQI, placeless, scalar, table, told


def read(*rows: Any) -> tuple[tuple[Quota, ...], tuple[Goal, ...], list[str]]:
    """Quotas, stated totals and findings of a table, without places."""
    report = Report()
    found, stated = quotas(table(*rows), (JISHIGANG, SHIQI), (IMPROVE, PHASE_OUT), report)
    return placeless(found), placeless(stated), told(report)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Decimal(28), "28"),
        (Decimal(0), "0"),
        (Decimal("2.5"), "2.5"),
        (Decimal(1234), "１，２３４"),
        (Blank.NONE, "/"),
        (Blank.NONE, "／"),
        (Blank.UNKNOWN, ""),
        (Blank.UNKNOWN, " "),
    ],
)
def test_none_zero_and_blank_are_three_amounts(expected: Amount, text: str) -> None:
    report = Report()
    assert (expected, []) == (read_amount(scalar(text), report), report)


@pytest.mark.parametrize("text", ["-", "—", "无", "不涉及", "\\", "28家", "1e3", "x", "-1", "//"])
def test_anything_else_is_no_amount(text: str) -> None:
    report = Report()
    read_amount(scalar(text, "整治"), report)
    assert ["quota-form 表.csv 第2行 “整治”"] == told(report)


def test_what_nearly_means_none_is_told_how_none_is_written() -> None:
    report = Report()
    read_amount(scalar("——"), report)
    assert "不承担任务请写“/”。" == report[0].remedy


WIDE = (
    {"镇街": "集士港镇", "整治提升数（家）": "28", "淘汰数": "/", "备注": "x"},
    {"镇街": "石碶", "整治提升数（家）": "0", "淘汰数": "", "备注": ""},
)
LONG = (
    {"镇街": "集士港镇", "指标": "improve", "任务数": "28"},
    {"镇街": "集士港镇", "指标": "淘汰数", "任务数": "/"},
    {"镇街": "石碶", "指标": "整治提升数(家)", "任务数": "0"},
    {"镇街": "石碶", "指标": "phase_out", "任务数": ""},
)
EXPECTED = (
    Quota("jishigang", "improve", Decimal(28)),
    Quota("jishigang", "phase_out", Blank.NONE),
    Quota("shiqi", "improve", Decimal(0)),
    Quota("shiqi", "phase_out", Blank.UNKNOWN),
)


@pytest.mark.parametrize("rows", [WIDE, LONG])
def test_a_wide_and_a_long_table_say_the_same(rows: tuple[Any, ...]) -> None:
    assert (EXPECTED, (), []) == read(*rows)


@pytest.mark.parametrize("label", ["合计", "总计", "全区", "全市"])
def test_a_total_row_is_stated_and_never_data(label: str) -> None:
    assert ((), (Goal("improve", Decimal(28)),), []) == read({"镇街": label, "improve": "28", "phase_out": "/"})


def test_a_subtotal_is_neither_data_nor_the_total() -> None:
    assert ((), (), []) == read({"镇街": "小计", "improve": "28", "phase_out": "/"})


def test_a_quota_knows_its_place() -> None:
    found, _ = quotas(table(WIDE[0]), (JISHIGANG,), (IMPROVE, PHASE_OUT), Report())
    assert "表.csv 第2行 “整治提升数（家）”" == str(found[0].where)


@pytest.mark.parametrize(
    ("expected", "rows"),
    [
        (["quota-twice 表.csv 第3行 “improve”"], [{"镇街": "石碶", "improve": "1"}, {"镇街": "shiqi", "improve": "1"}]),
        (["quota-twice 表.csv 第2行 “整治提升数”"], [{"镇街": "石碶", "improve": "1", "整治提升数": "1"}]),
        (["name-unknown 表.csv 第2行 “镇街”"], [{"镇街": "江夏", "improve": "1"}]),
        (["value-missing 表.csv 第2行 “镇街”"], [{"镇街": "", "improve": "1"}]),
        (["measure-unknown 表.csv “拆迁”"], [{"镇街": "石碶", "拆迁": "1"}, {"镇街": "集士港", "拆迁": "1"}]),
        (["measure-unknown 表.csv 第2行 “指标”"], [{"镇街": "石碶", "指标": "拆迁", "任务数": "1"}]),
        (["column-unknown 表.csv 第2行 “improve”"], [{"镇街": "石碶", "指标": "improve", "improve": "1"}]),
        (["value-form 表.csv 第2行 “improve”"], [{"镇街": "石碶", "improve": ["1"]}]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(expected: list[str], rows: list[Any]) -> None:
    assert expected == read(*rows)[2]


def test_an_amount_has_no_more_digits_than_can_be_added_up_exactly() -> None:
    report = Report()
    measures = (replace(IMPROVE, decimals=4),)
    rows = ({"镇街": "集士港镇", "整治提升数": "12345678901.2345"}, {"镇街": "石碶街道", "整治提升数": "123456789012"})
    quotas(table(*rows), (JISHIGANG, SHIQI), measures, report)
    assert ["value-number 表.csv 第3行 “整治提升数”"] == told(report)
