"""records: fields by name, as text, number, day or list; what does not fit is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.problems import Where
from lowcapdocs.sources.columns import Columns
from lowcapdocs.sources.nodes import Mapping, Report
from lowcapdocs.sources.records import Record, number, records
from tests.builders import node, table, told

COLUMNS: Columns = {"id": ("编号", "id"), "a": ("甲", "a"), "list": ("列",)}
ROW = Where("表.csv", row=2)


def record(**values: Any) -> Record:
    """A record of row 2; English keys are given as keywords."""
    found = node(values, ROW)
    assert isinstance(found, Mapping)
    return Record(found, COLUMNS, Report())


def test_a_field_is_found_under_any_of_its_headings() -> None:
    assert "x" == record(甲="x").text("a") == record(a="x").text("a") == record(Ａ="x").text("a")


def test_two_headings_for_one_field_are_told_and_the_first_holds() -> None:
    found = record(甲="x", a="y")
    assert ("x", ["column-twice 表.csv 第2行 “a”"]) == (found.text("a"), told(found.report))


def test_a_heading_of_no_field_is_told_only_where_others_are_rejected() -> None:
    found = record(乙="x")
    assert ["乙"] == list(found.other)
    found.reject_others()
    assert (["column-unknown 表.csv 第2行 “乙”"], "可用的有：编号、甲、列。") == (
        told(found.report),
        found.report[0].remedy,
    )


def test_a_field_knows_whether_and_where_it_stands() -> None:
    found = record(a="")
    assert (True, False) == (found.has("a"), found.has("list"))
    assert (ROW.at("a"), ROW.at("列")) == (found.place("a"), found.place("list"))
    assert (None, "") == (found.node("list"), found.text("list"))


@pytest.mark.parametrize("values", [{}, {"甲": ""}])
def test_a_required_field_must_be_filled(values: dict[str, str]) -> None:
    found = record(**values)
    assert "" == found.text("a", required=True)
    assert ["value-missing 表.csv 第2行 “甲”"] == told(found.report)


@pytest.mark.parametrize(
    ("expected", "read", "values"),
    [
        ("value-form", "text", {"甲": ["x"]}),
        ("value-control", "text", {"甲": "x\u202e"}),
        ("value-control", "items", {"甲": "x\u202e"}),
        ("value-control", "items", {"甲": ["x\x07"]}),
        ("value-form", "items", {"甲": {"x": "y"}}),
        ("value-form", "items", {"甲": [{"x": "y"}]}),
        ("value-form", "mapping", {"甲": "x"}),
        ("value-form", "mapping", {"甲": {"x": ["y"]}}),
        ("value-control", "mapping", {"甲": {"x": "y\u202e"}}),
        ("id-form", "mapping", {"甲": {"导语": "y"}}),
        ("value-number", "decimal", {"甲": "x"}),
        ("value-date", "day", {"甲": "2020-02-30"}),
        ("value-date", "day", {"甲": "四月"}),
        ("id-form", "identifier", {"甲": "集士港"}),
        ("id-form", "identifier", {"甲": "A"}),
        ("id-form", "identifier", {"甲": "a" * 41}),
        ("id-form", "identifier", {"甲": "all"}),
        ("value-missing", "identifier", {"甲": ""}),
    ],
)
def test_what_does_not_fit_is_told_at_its_column(expected: str, read: str, values: dict[str, Any]) -> None:
    found = record(**values)
    getattr(found, read)("a")
    assert [expected] == [finding.code for finding in found.report]
    assert ["表.csv", 2] == [found.report[0].where.file, found.report[0].where.row]


@pytest.mark.parametrize("value", ["1.5", "-1", "x"])
def test_a_whole_number_starts_at_0(value: str) -> None:
    found = record(a=value)
    assert (7, ["value-number 表.csv 第2行 “a”"]) == (found.whole("a", 7), told(found.report))


def test_whole_numbers_read_and_default() -> None:
    assert (3, 7) == (record(a="3.0").whole("a", 7), record().whole("a", 7))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Decimal(12), "12"), (Decimal(12), "１２"), (Decimal("1234.5"), "1,234.5"), (Decimal(-3), "-3"),
        (Decimal(1234567), "1，234，567"), (None, "1,23"), (None, "1e3"), (None, "2.1E+12"), (None, "12家"), (None, ""),
        (None, "."), (None, "NaN"), (None, "十"),
    ],
)  # fmt: skip
def test_a_number_may_have_full_width_digits_and_thousands_commas(expected: Decimal | None, text: str) -> None:
    assert expected == number(text)


@pytest.mark.parametrize("text", ["2020-04-20", "2020/4/20", "2020.4.20", "2020年4月20日", "2020-04-20 00:00:00"])
def test_a_day_is_written_in_any_usual_way(text: str) -> None:
    assert date(2020, 4, 20) == record(a=text).day("a")


def test_a_blank_day_is_none() -> None:
    found = record(a="")
    assert (None, []) == (found.day("a"), found.report)


@pytest.mark.parametrize(
    ("expected", "text"),
    [(True, "是"), (True, "TRUE"), (True, "１"), (False, "否"), (False, "no"), (True, ""), (False, "x")],
)
def test_a_flag_is_yes_or_no_or_its_default(expected: bool, text: str) -> None:
    found = record(a=text)
    assert expected is found.flag("a", True)
    assert (["value-choice 表.csv 第2行 “a”"] if text == "x" else []) == told(found.report)


def test_a_choice_is_one_of_those_offered() -> None:
    found = record(a="镇", 编号="村")
    assert ("镇", "乡") == (found.choice("a", ("镇", "乡"), "乡"), found.choice("id", ("镇", "乡"), "乡"))
    assert ["value-choice 表.csv 第2行 “编号”"] == told(found.report)
    assert "乡" == record().choice("a", ("镇", "乡"), "乡")


def test_a_cell_splits_like_a_yaml_list() -> None:
    assert (
        ("甲", "乙", "丙") == record(列="甲、乙；丙;").texts("list") == record(列=["甲", "", "乙", "丙"]).texts("list")
    )
    assert () == record().texts("list")


def test_a_mapping_gives_its_texts() -> None:
    found = record(a={"x": "y"}).mapping("a")
    assert {"x": "y"} == {name: text.text for name, text in found.items()}
    assert {} == record().mapping("a")


def test_a_blank_list_or_mapping_is_an_empty_one() -> None:
    found = record(列="", 甲="")
    assert ([], [], {}, []) == (found.items("list"), found.records("list", COLUMNS), found.mapping("a"), found.report)


def test_records_below_a_record_have_their_own_columns() -> None:
    found = record(列=[{"编号": "x"}])
    assert ["x"] == [each.text("id") for each in found.records("list", COLUMNS)]
    assert [] == found.records("a", COLUMNS)


def test_only_a_list_of_mappings_is_records() -> None:
    report = Report()
    assert [] == records(None, COLUMNS, report)
    assert 1 == len(records(table({"编号": "a"}, "b"), COLUMNS, report))
    assert [] == records(node("x", ROW), COLUMNS, report)
    assert ["value-form 表.csv 第3行", "value-form 表.csv 第2行"] == told(report)
