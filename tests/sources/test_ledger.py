"""ledger: firms and penalties as tables give them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from lowcapdocs.model.credit_code import fault
from lowcapdocs.model.ledger import COLUMNS, Firm
from lowcapdocs.model.penalty import PENALTY_COLUMNS, Penalty
from lowcapdocs.model.task import Evidence
from lowcapdocs.sources import columns, rows, year_columns
from lowcapdocs.sources.ledger import firms, penalties
from lowcapdocs.sources.load import load
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Report
from tests.builders import FGJ, GQB, HAISHU, IMPROVE, JISHIGANG, PHASE_OUT, SHIQI, placeless, table, told

CODE = "91350100M000100Y43"
EVIDENCE = (
    Evidence(id="a", measure="improve", text="照片。", requires=("整治前照片",)),
    Evidence(id="b", measure="phase_out", text="表。", requires=("验收意见表", "拆前照片")),
)
FIRM = {"编号": "a", "企业名称": "示例企业甲", "镇街": "集士港", "指标": "淘汰数", "状态": "列入"}


def read(*listed: Any, measures: Any = (IMPROVE, PHASE_OUT)) -> tuple[tuple[Firm, ...], list[str]]:
    """Firms and findings of a table."""
    report = Report()
    found = firms(table(*listed), Names((JISHIGANG, SHIQI), "镇街", report), measures, EVIDENCE, report)
    return found, told(dict.fromkeys(report))


def test_a_row_is_a_firm_with_its_days_and_papers() -> None:
    found, wrong = read(
        {
            **FIRM, "信用代码": CODE.lower(), "所属行业": "铸造", "处置方式": "关停取缔", "能耗": "1,200.5", "占地（亩）": "/",
            "状态": "验收", "列入日期": "2020-03-16", "验收日期": "2020年4月28日", "验收意见表": "1.pdf", "拆前照片": "",
            "示例": "是",
        }
    )  # fmt: skip
    assert [] == wrong
    expected = Firm(
        id="a", name="示例企业甲", town=JISHIGANG, measure="phase_out", state="验收", credit_code=CODE, trade="铸造",
        outcome="关停取缔", energy=Decimal("1200.5"), dates={"列入": date(2020, 3, 16), "验收": date(2020, 4, 28)},
        evidence={"验收意见表": "1.pdf", "拆前照片": ""}, sample=True,
    )  # fmt: skip
    assert expected == placeless(found[0])


def test_a_firm_knows_where_each_column_stands() -> None:
    found, _ = read({**FIRM, "拆前照片": "1.jpg"})
    assert ["表.csv 第2行 “企业名称”", "表.csv 第2行 “拆前照片”"] == [
        str(found[0].place(column)) for column in ("name", "拆前照片")
    ]


def test_a_firm_without_an_id_is_known_by_its_credit_code() -> None:
    found, wrong = read({**FIRM, "编号": "", "统一社会信用代码": CODE})
    assert ([CODE.lower()], []) == ([firm.id for firm in found], wrong)


def test_a_firm_need_not_name_the_only_measure() -> None:
    found, wrong = read({**FIRM, "指标": ""}, measures=(IMPROVE,))
    assert (["improve"], []) == ([firm.measure for firm in found], wrong)


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        (["value-missing 表.csv 第2行 “编号”"], {"编号": ""}),
        (["value-missing 表.csv 第2行 “编号”"], {"编号": "", "信用代码": "9.1E+17"}),
        (["value-missing 表.csv 第2行 “编号”"], {"编号": "", "信用代码": "/"}),
        (["id-form 表.csv 第2行 “编号”"], {"编号": "甲"}),
        (["value-missing 表.csv 第2行 “企业名称”"], {"企业名称": ""}),
        (["value-missing 表.csv 第2行 “镇街”"], {"镇街": ""}),
        (["name-unknown 表.csv 第2行 “镇街”"], {"镇街": "集仕港镇"}),
        (["value-missing 表.csv 第2行 “状态”"], {"状态": ""}),
        (["value-choice 表.csv 第2行 “状态”"], {"状态": "关了"}),
        (["value-missing 表.csv 第2行 “指标”"], {"指标": ""}),
        (["measure-unknown 表.csv 第2行 “指标”"], {"指标": "拆迁"}),
        (["value-choice 表.csv 第2行 “处置方式”"], {"处置方式": "关掉"}),
        (["value-number 表.csv 第2行 “能耗”"], {"能耗": "12吨"}),
        (["value-number 表.csv 第2行 “占地”"], {"占地": "-1"}),
        (["value-date 表.csv 第2行 “验收日期”"], {"验收日期": "2020-02-30"}),
        (["value-choice 表.csv 第2行 “示例”"], {"示例": "x"}),
        (["evidence-form 表.csv 第2行 “拆前照片”"], {"拆前照片": "无"}),
        (["value-form 表.csv 第2行 “拆前照片”"], {"拆前照片": ["1.jpg"]}),
        (["column-unknown 表.csv “产值”"], {"产值": "1"}),
    ],
)
def test_what_is_wrong_is_told_with_its_place(expected: list[str], changes: dict[str, Any]) -> None:
    assert expected == read({**FIRM, **changes})[1]


def test_a_town_that_is_misspelt_gets_a_suggestion() -> None:
    report = Report()
    firms(table({**FIRM, "镇街": "集仕港镇"}), Names((JISHIGANG,), "镇街", report), (PHASE_OUT,), (), report)
    assert "是不是：集士港镇？" == report[0].remedy


def test_an_unknown_column_is_told_once_for_all_firms() -> None:
    assert ["column-unknown 表.csv “产值”"] == read({**FIRM, "产值": "1"}, {**FIRM, "编号": "b", "产值": "2"})[1]


def test_two_firms_of_one_id_are_told() -> None:
    assert ["id-twice 表.csv 第3行"] == read(FIRM, FIRM)[1]


def test_a_credit_code_that_a_workbook_holds_as_a_number_is_told_as_lost(tmp_path: Path) -> None:
    """What Excel keeps of 913302031000000018 is 913302031000000000; other programs keep a little more."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        page = book.add_worksheet()
        page.write_row(0, 0, [*FIRM, "信用代码"])
        for row, number in enumerate((913302030000000000, 913302001234567000, 913302001234567890), start=1):
            page.write_row(row, 0, [*FIRM.values(), number])
    report = Report()
    read_node = rows.read(tmp_path / "a.xlsx", "a.xlsx", report)
    found = firms(read_node, Names((JISHIGANG,), "镇街", report), (PHASE_OUT,), (), report)
    kinds = [wrong.kind if (wrong := fault(firm.credit_code)) else "" for firm in found]
    assert ["digits"] * 3 == kinds


@pytest.mark.parametrize(
    ("named", "read_by"),
    [(COLUMNS, year_columns.LEDGER), (PENALTY_COLUMNS, year_columns.PENALTIES)],
    ids=["ledger", "penalties"],
)
def test_columns_are_printed_under_the_headings_that_are_read(named: Any, read_by: columns.Columns) -> None:
    assert dict(named) == {field: names[0] for field, names in read_by.items()}


LISTED = (Firm(id="a", name="示例企业甲", town=SHIQI, measure="improve", state="列入", credit_code=CODE),)
PENALTY = {"编号": "p", "企业名称": "示例企业甲", "类别": "吊销", "决定机关": "区发改局"}


def decided(**changes: str) -> tuple[tuple[Penalty, ...], list[str]]:
    """The penalty of one row, and findings."""
    report = Report()
    found = penalties(table({**PENALTY, **changes}), LISTED, Names((FGJ, GQB), "部门", report), report)
    return placeless(found), told(dict.fromkeys(report))


def test_a_decision_on_a_firm_of_the_ledger_takes_its_name_and_code() -> None:
    expected = Penalty(
        id="p", name="示例企业甲", kind="吊销", authority=FGJ, firm="a", credit_code=CODE, number="示例〔2020〕1号",
        day=date(2020, 7, 15), from_ledger=("name", "credit_code"),
    )  # fmt: skip
    assert ((expected,), []) == decided(台账编号="a", 企业名称="", 决定书文号="示例〔2020〕1号", 决定日期="2020-07-15")


@pytest.mark.parametrize(("firm", "code"), [("a", CODE), ("", "")])
def test_a_decision_finds_its_firm_by_credit_code_only(firm: str, code: str) -> None:
    found, _ = decided(统一社会信用代码=code)
    assert [firm] == [penalty.firm for penalty in found]


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        (["firm-unknown 表.csv 第2行 “台账编号”"], {"台账编号": "b"}),
        (["value-missing 表.csv 第2行 “企业名称”"], {"企业名称": ""}),
        (["value-choice 表.csv 第2行 “类别”"], {"类别": "罚"}),
        (["value-missing 表.csv 第2行 “类别”"], {"类别": ""}),
        (["name-unknown 表.csv 第2行 “决定机关”"], {"决定机关": "区工商局"}),
        (["value-missing 表.csv 第2行 “编号”"], {"编号": ""}),
        (["column-unknown 表.csv 第2行 “金额”"], {"金额": "1"}),
    ],
)
def test_what_is_wrong_with_a_decision_is_told_with_its_place(expected: list[str], changes: dict[str, str]) -> None:
    assert expected == decided(**changes)[1]


def test_the_sample_is_plainly_invented() -> None:
    found = load(HAISHU)
    assert (16, 3) == (len(found.firms), len(found.penalties))
    for each in (*found.firms, *found.penalties):
        assert each.sample
        assert each.name.startswith("示例企业")
        assert "000000EXAMPLE" in each.credit_code
    assert {("", "")} == {(firm.legal_person, firm.phone) for firm in found.firms}
    assert found.disclosure.sample
    assert found.assessment
    assert found.assessment.sample
