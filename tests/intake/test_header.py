"""header and columns: which rows are headings, and what each column means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lowcapdocs.intake import header as headers
from lowcapdocs.intake.columns import Vocabulary, assign
from lowcapdocs.intake.grid import Grid, read
from lowcapdocs.intake.header import Header
from lowcapdocs.intake.kinds import KINDS
from lowcapdocs.problems import NOWHERE
from lowcapdocs.sources.nodes import Report
from tests.builders import told
from tests.intake.books import CAMPAIGN, table, workbook


def vocabulary(kind: str = "quotas") -> Vocabulary:
    return Vocabulary(KINDS[kind], CAMPAIGN.measures)


def grid(path: Path, **cells: Any) -> Grid:
    return read(workbook(path / "a.xlsx", Sheet1=cells), "a.xlsx")[0]


def found(path: Path, kind: str = "quotas", **cells: Any) -> Header:
    header = headers.find(grid(path, **cells), vocabulary(kind))
    assert header is not None
    return header


def fields(header: Header, kind: str = "quotas") -> list[str]:
    """Each column that is read, as `field measure`."""
    columns, _ = assign(header.labels, header.units, vocabulary(kind), NOWHERE, Report())
    return [f"{column.meaning.field} {column.meaning.measure}".strip() for column in columns]


def test_a_title_and_a_line_of_remarks_above_are_no_headings(tmp_path: Path) -> None:
    header = found(
        tmp_path,
        **{"A1:C1": "任务分解表", "A2": "填报单位：甲局", "C2": "单位：家"},
        **table([("镇街", "淘汰落后产能涉及企业数", "备注"), ("集士港镇", 3)], "A3"),
    )
    assert (2, 2, ("任务分解表", "填报单位：甲局", "单位：家")) == (header.top, header.bottom, header.titles)
    assert "家" == header.units[1]
    assert ["town", "amount phase_out", "remark"] == fields(header)


def test_a_title_with_every_known_word_is_no_heading(tmp_path: Path) -> None:
    header = found(
        tmp_path,
        A1="镇街淘汰落后产能涉及企业数任务数备注",
        **table([("镇街", "指标", "任务数"), ("古林镇", "淘汰", 3)], "A2"),
    )
    assert (1, 1) == (header.top, header.bottom)


def test_measures_above_and_fields_below_are_read_together(tmp_path: Path) -> None:
    header = found(
        tmp_path,
        "progress",
        **{"A1:A2": "镇街", "B1:C1": "淘汰落后产能涉及企业数（家）", "D1:E1": "整治提升“低散乱”企业（作坊）数"},
        **table([("本月完成", "累计完成", "本月完成", "累计完成")], "B2"),
        **table([("集士港镇", 1, 3, 2, 5)], "A3"),
    )
    assert (0, 1) == (header.top, header.bottom)
    assert ["town", "fresh phase_out", "done phase_out", "fresh improve", "done improve"] == fields(header, "progress")


def test_a_parent_that_is_not_merged_holds_for_the_blank_cells_beside_it(tmp_path: Path) -> None:
    header = found(
        tmp_path,
        "progress",
        **table([("镇街", "淘汰落后产能涉及企业数", ""), ("", "本月完成", "累计完成"), ("集士港镇", 1, 3)]),
    )
    assert ["town", "fresh phase_out", "done phase_out"] == fields(header, "progress")


def test_a_row_of_units_is_part_of_the_headings(tmp_path: Path) -> None:
    header = found(
        tmp_path,
        "ledger",
        **table([("镇街", "企业名称", "能耗", "占地"), ("", "", "吨标准煤", "（亩）"), ("古林镇", "甲", 1, 2)]),
    )
    assert (0, 1) == (header.top, header.bottom)
    assert {2: "吨标准煤", 3: "亩"} == header.units


def test_a_row_of_data_without_numbers_is_no_heading(tmp_path: Path) -> None:
    header = found(
        tmp_path,
        "ledger",
        **table([("序号", "镇街", "企业名称", "行业"), ("", "", "甲厂", "铸造"), ("", "", "乙厂", "建材")]),
    )
    assert (0, 0) == (header.top, header.bottom)


def test_headings_further_down_than_fifteen_rows_are_not_looked_for(tmp_path: Path) -> None:
    rows = [(f"第{row}行",) for row in range(15)]
    assert None is headers.find(grid(tmp_path, **table([*rows, ("镇街", "任务数", "指标")])), vocabulary())


@pytest.mark.parametrize(
    ("expected", "label"),
    [
        ("amount phase_out", "淘汰落后产能涉及企业数"),
        ("amount phase_out", "2020年淘汰落后产能涉及企业数"),
        ("amount phase_out", "淘汰落后产能涉及企业数任务数"),
        ("amount phase_out", "淘汰落后产能"),
        ("amount improve", "整治提升「低散乱」企业(作坊)数"),
        ("amount improve", "整治提升"),
        ("", "淘汰落后产能涉及企业数完成率"),
        ("", "淘汰率"),
        ("", "整治"),
    ],
)
def test_a_heading_means_a_measure_by_its_longest_name(expected: str, label: str) -> None:
    meaning = vocabulary().meaning((label,))
    assert expected == (f"{meaning.field} {meaning.measure}" if meaning else "")


@pytest.mark.parametrize(
    ("expected", "label"),
    [("phone", "法人联系电话"), ("name", "企业名称（全称）"), ("credit_code", "统一社会信用代码"), ("legal_person", "法人"), ("", "产值")],
)  # fmt: skip
def test_a_heading_means_the_field_of_the_longest_word_in_it(expected: str, label: str) -> None:
    meaning = vocabulary("ledger").meaning((label,))
    assert expected == (meaning.field if meaning else "")


def test_two_columns_of_one_meaning_are_an_error() -> None:
    report = Report()
    labels = {0: ("镇街",), 1: ("淘汰落后产能涉及企业数",), 2: ("淘汰落后产能涉及企业数",)}
    assign(labels, {}, vocabulary(), NOWHERE, report)
    assert ["column-same"] == [finding.code for finding in report]


def test_the_surer_of_two_columns_is_taken_and_the_other_named() -> None:
    report = Report()
    columns, unused = assign({0: ("镇街",), 1: ("备注",), 2: ("镇街意见",)}, {}, vocabulary(), NOWHERE, report)
    assert (["镇街", "备注"], [(2, "镇街意见")]) == ([column.label for column in columns], unused)
    assert ["column-near "] == told(report)
    assert "镇街意见" in report[0].message


def test_amounts_of_nobody_knows_which_measure_are_not_read() -> None:
    _, unused = assign({0: ("镇街",), 1: ("任务数",)}, {}, vocabulary(), NOWHERE, Report())
    assert [(1, "任务数")] == unused
    columns, _ = assign({0: ("镇街",), 1: ("指标",), 2: ("任务数",)}, {}, vocabulary(), NOWHERE, Report())
    assert ["town", "measure", "amount"] == [column.meaning.field for column in columns]


def test_a_column_in_another_unit_is_an_error() -> None:
    report = Report()
    assign({0: ("企业名称",), 1: ("能耗",)}, {1: "万吨标准煤"}, vocabulary("ledger"), NOWHERE, report)
    assert ["cell-unit"] == [finding.code for finding in report]


def test_an_unknown_heading_is_told_what_it_is_like() -> None:
    assert "" == vocabulary().near("完全不同")
    assert "企业名称" == vocabulary("ledger").near("企业名秤")


@pytest.mark.parametrize(
    ("expected", "label"),
    [
        ("phase_out", "淘汰落后的产能/累计完成"),
        ("phase_out", "淘汰落后企业"),
        ("improve", "低散乱整治"),
        ("", "备注栏"),
        ("", "完成率"),
    ],
)
def test_an_unknown_heading_is_told_which_measure_it_is_like(expected: str, label: str) -> None:
    near = Vocabulary(KINDS["progress"], CAMPAIGN.measures).near_measure(label)
    assert expected == (near.id if near else "")


NINE = ("序号", "企业名称", "统一社会信用代码", "行业", "指标", "列入日期", "停产日期", "目前状态", "联系电话")


@pytest.mark.parametrize("over", ["A1", "A1:F1", "A1:H1", "A1:I1", "B1:H1", "C1:I1"])
def test_a_title_is_no_heading_however_many_columns_it_is_merged_over(tmp_path: Path, over: str) -> None:
    rows = table([NINE, (1, "甲厂", "/", "铸造", "淘汰", "2020-05-01", "", "列入", "1")], "A2")
    header = found(tmp_path, "ledger", **{over: "石碶街道企业名单"}, **rows)
    columns, unused = assign(header.labels, header.units, vocabulary("ledger"), NOWHERE, Report())
    assert [] == unused
    assert "state" in [column.meaning.field for column in columns]
    if not over.startswith("C"):  # that may as well be the parent of what stands below it
        assert (1, 1, ("石碶街道企业名单",)) == (header.top, header.bottom, header.titles)


def test_a_title_over_some_columns_and_a_word_beside_it_are_no_headings(tmp_path: Path) -> None:
    rows = table([("镇街", "淘汰落后产能涉及企业数", "备注", "指标"), ("集士港镇", 3, "", "")], "A2")
    header = found(tmp_path, **{"A1:C1": "整治提升任务分解表", "D1": "附件1"}, **rows)
    assert (1, 1) == (header.top, header.bottom)


def test_a_title_over_headings_of_two_rows_is_none_of_them(tmp_path: Path) -> None:
    header = found(
        tmp_path,
        "progress",
        **{"A1:D1": "古林镇进展", "A2:A3": "镇街", "B2:C2": "淘汰落后产能涉及企业数", "D2:E2": "整治提升“低散乱”企业（作坊）数"},
        **table([("累计完成", "累计验收", "累计完成", "累计验收")], "B3"),
        **table([("集士港镇", 1, 3, 2, 5)], "A4"),
    )  # fmt: skip
    assert (1, 2, ("古林镇进展",)) == (header.top, header.bottom, header.titles)


def test_a_parent_over_the_first_columns_beside_others_is_a_heading(tmp_path: Path) -> None:
    header = found(
        tmp_path,
        "progress",
        **{"A1:B1": "基本情况", "C1:D1": "淘汰落后产能涉及企业数"},
        **table([("镇街", "期次", "累计完成", "累计验收"), ("集士港镇", "2020-06", 3, 1)], "A2"),
    )
    assert ["town", "period", "done phase_out", "accepted phase_out"] == fields(header, "progress")
