"""org: departments and towns as their tables give them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lowcapdocs.model.org import Department, TownKind
from lowcapdocs.sources.nodes import Node, Report
from lowcapdocs.sources.org import departments, towns
from tests.builders import placeless, table, told


def test_a_department_is_read_with_its_names() -> None:
    report = Report()
    found = departments(
        table({"编号": "jxj", "部门": "区经信局", "全称": "", "别名": "区经济和信息化局、区工信局", "备注": "无"}),
        report,
    )
    expected = Department(id="jxj", short="区经信局", aliases=("区经济和信息化局", "区工信局"))
    assert ((expected,), []) == (placeless(found), report)


@pytest.mark.parametrize(
    ("expected", "name", "kind"),
    [
        ("街道", "石碶街道", ""),
        ("乡", "龙观乡", ""),
        ("镇", "古林镇", ""),
        ("园区", "望春工业园区", ""),
        ("园区", "集士港镇", "园区"),
        ("县", "永安县", ""),
        ("市", "慈溪市", ""),
        ("区", "和平区", "区"),
    ],
)
def test_the_kind_of_a_town_follows_its_name_unless_it_is_given(expected: TownKind, name: str, kind: str) -> None:
    assert [expected] == [town.kind for town in towns(table({"编号": "a", "名称": name, "类别": kind}), Report())]


def test_a_district_is_known_by_its_code_of_six_digits() -> None:
    listed = table(
        {"编号": "a", "名称": "和平区", "区划代码": "120101"}, {"编号": "b", "名称": "高新区", "区划代码": ""}
    )
    assert ["区", "园区"] == [town.kind for town in towns(listed, Report())]


def test_towns_stand_in_official_order() -> None:
    listed = table({"编号": "b", "名称": "乙镇", "序号": "2"}, {"编号": "a", "名称": "甲镇", "序号": "1"})
    assert ["a", "b"] == [town.id for town in towns(listed, Report())]


def test_without_numbers_the_order_is_that_of_the_file() -> None:
    listed = table({"编号": "b", "名称": "乙镇"}, {"编号": "a", "名称": "甲镇"})
    assert [("b", 1), ("a", 2)] == [(town.id, town.order) for town in towns(listed, Report())]


@pytest.mark.parametrize("code", ["", "330203", "330203001", "033020300100"])
def test_a_code_is_text_and_keeps_its_zeros(code: str) -> None:
    report = Report()
    found = towns(table({"编号": "a", "名称": "甲镇", "区划代码": code}), report)
    assert ([code], []) == ([town.code for town in found], report)


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("科学计数法", "3.30203E+11"),
        ("科学计数法", "3e11"),
        ("前导零", "33020300100"),
        ("前导零", "33020"),
        ("不是6、9或12位", "3302031"),
        ("不是6、9或12位", "3302a3"),
    ],
)
def test_what_excel_made_of_a_code_is_told_apart(reason: str, code: str) -> None:
    report = Report()
    towns(table({"编号": "a", "名称": "甲镇", "区划代码": code}), report)
    assert ["code-form 表.csv 第2行 “区划代码”"] == told(report)
    assert reason in report[0].message


@pytest.mark.parametrize("read", [departments, towns])
def test_an_id_stands_once_and_headings_are_known(read: Callable[[Node | None, Report], object]) -> None:
    report = Report()
    read(table({"编号": "a", "名称": "甲镇", "简称": "甲"}, {"编号": "a", "名称": "乙镇", "简称": "乙"}), report)
    assert ["id-twice 表.csv 第3行"] == [line for line in told(report) if "id-twice" in line]
    assert "编号“a”与表.csv 第2行重复。" in [finding.message for finding in report]
    assert {"column-unknown", "id-twice"} == {finding.code for finding in report}


def test_a_town_without_name_and_id_is_told_of_both() -> None:
    report = Report()
    towns(table({"编号": "", "名称": ""}), report)
    assert ["value-missing 表.csv 第2行 “名称”", "value-missing 表.csv 第2行 “编号”"] == told(report)


def test_the_town_above_must_exist() -> None:
    report = Report()
    towns(table({"编号": "a", "名称": "甲镇"}, {"编号": "b", "名称": "乙村", "类别": "镇", "上级": "a"}), report)
    assert [] == report
    towns(table({"编号": "b", "名称": "乙镇", "上级": "x"}), report)
    assert ["name-unknown 表.csv 第2行 “上级”"] == told(report)


@pytest.mark.parametrize("above", ["fuyuan", "富源县", "富源县人民政府", "富源", "老县"])
def test_the_town_above_is_called_by_any_clear_name(above: str) -> None:
    report = Report()
    county = {"编号": "fuyuan", "名称": "富源县", "类别": "县", "别名": "富源、老县", "上级": ""}
    found = towns(table({"编号": "b", "名称": "乙镇", "类别": "", "别名": "", "上级": above}, county), report)
    assert (["fuyuan", ""], []) == ([town.parent for town in found], report)


def test_a_town_above_that_could_be_two_is_told() -> None:
    report = Report()
    names = ({"编号": name, "名称": f"望春{word}", "上级": ""} for name, word in (("a", "街道"), ("b", "工业园区")))
    towns(table({"编号": "c", "名称": "乙镇", "上级": "望春"}, *names), report)
    assert ["name-ambiguous 表.csv 第2行 “上级”"] == told(report)


def test_no_file_is_no_record() -> None:
    assert ((), ()) == (departments(None, Report()), towns(None, Report()))


def test_a_department_without_name_and_id_is_told_of_both() -> None:
    report = Report()
    departments(table({"编号": "", "简称": ""}), report)
    assert ["value-missing 表.csv 第2行 “编号”", "value-missing 表.csv 第2行 “简称”"] == told(report)
