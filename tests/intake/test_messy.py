"""Five sheets as clerks make them: each read or refused cell by cell, every doubt told."""

from __future__ import annotations

from pathlib import Path

from tests.intake.books import (
    CODE,
    IMPROVE,
    PHASE_OUT,
    TOWNS,
    annex,
    book,
    doubts,
    grouped,
    handwritten,
    left_out,
    lists,
    records,
    roster,
)

QUOTAS = [
    (town, measure, str(amount))
    for town, *amounts in zip(TOWNS, PHASE_OUT, IMPROVE, strict=True)
    for measure, amount in zip(("phase_out", "improve"), amounts, strict=True)
]


def test_the_annex_of_a_plan_is_read_without_a_doubt(tmp_path: Path) -> None:
    found = book(annex(tmp_path / "f1.xlsx"))
    assert ("quotas", True, []) == (found.kind.id, found.guessed, found.findings)
    assert QUOTAS == records(found, "town", "measure", "amount")
    assert ["B21 合计行，与明细相符"] == left_out(found)
    assert ["家", "家"] == [column.unit for column in found.tables[0].columns if column.meaning.field == "amount"]
    assert [("高桥镇", "含工业社区")] == list(
        dict.fromkeys(each for each in records(found, "town", "remark") if each[1])
    )


def test_an_offset_table_with_three_rows_of_headings_and_groups_is_read(tmp_path: Path) -> None:
    found = book(grouped(tmp_path / "f2.xlsx"))
    table = found.tables[0]
    assert (4, 6, "quotas") == (table.first, table.last, found.kind.id)
    assert ["淘汰落后产能/涉及企业数", "整治提升“低散乱”/企业(作坊)数"] == [
        column.label for column in table.columns if column.meaning.field == "amount"
    ]
    assert QUOTAS == records(found, "town", "measure", "amount")
    assert [
        "D15 合计行，与明细相符",
        "D25 合计行，与明细相符",
        "D27 合计行，与明细相符",
        "C28 合计行，与明细相符",
        "B29 表下的说明",
    ] == left_out(found)
    assert ["column-unused C6"] == doubts(found.findings)


def test_names_and_numbers_as_people_write_them_are_told_one_by_one(tmp_path: Path) -> None:
    found = book(handwritten(tmp_path / "f3.xlsx"))
    assert ["name-unknown B15", "name-ambiguous B19", "row-total D22"] == doubts(found.findings, "error")
    assert [
        "cell-read C6",  # 3（含1家作坊）
        "cell-read C7",  # 一
        "cell-read D10",  # 约3
        "cell-blank C18",
        "row-total-unread C22",  # a formula without a result
    ] == doubts(found.findings, "warning")
    noted = ["B4", "C4", "D4", "B5", "D5", "B6", "C9", "B12", "C13", "C14", "C15", "C17", "D18"]
    assert [f"cell-read {cell}" for cell in noted] == doubts(found.findings, "note")
    known = [each for each in QUOTAS if each[0] not in ("江厦街道", "望春街道")]
    read = records(found, "town", "measure", "amount")
    assert [each for each in known if each[:2] != ("白云街道", "phase_out")] == [each for each in read if each[2]]
    messages = {each.where.cell: (each.message, each.remedy) for each in found.findings}
    assert "是不是：江厦街道？" == messages["B15"][1]
    assert "望春街道、望春工业园区（有歧义）" in messages["B19"][0]
    assert "全区=168，明细相加=165" in messages["D22"][0]
    assert "明细相加=21" in messages["C22"][0]


def test_a_roster_of_firms_is_read_with_the_town_of_its_sheet(tmp_path: Path) -> None:
    found = book(roster(tmp_path / "f4.xlsx"))
    assert "ledger" == found.kind.id
    assert ["cell-number-stored C4", "cell-unit E5", "cell-code C6", "cell-choice H6", "cell-error E7"] == doubts(
        found.findings, "error"
    )
    assert ["cell-read H3", "cell-read E4", "cell-read F4", "cell-read I4", "cell-read G7"] == doubts(
        found.findings, "warning"
    )
    assert ["column-unused J2", "sheet-says ", "sheet-says ", "cell-read E3"] == doubts(found.findings, "note")
    assert [
        ("甲铸造厂", CODE, "石碶街道", "phase_out", "3000", "2020-06-01", "验收"),
        ("乙建材厂", "", "石碶街道", "phase_out", "12000", "2020-06-02", "拆除"),
        ("丙食品厂", "/", "石碶街道", "phase_out", "", "2020-06-03", "停产"),
        ("丁电镀厂", "", "石碶街道", "phase_out", "120", "2020-06-04", ""),
        ("戊作坊", "/", "石碶街道", "phase_out", "", "2020-06-05", "关停未拆除"),
    ] == records(found, "name", "credit_code", "town", "measure", "energy", "accepted_on", "state")
    lost = next(each for each in found.findings if each.code == "cell-number-stored")
    assert "roster" not in str(lost.where)
    assert "f4.xlsx 石碶街道!C4" == str(lost.where)
    assert "后几位已丢失" in lost.message


def test_a_town_merged_over_its_firms_holds_for_each_of_them(tmp_path: Path) -> None:
    found = book(lists(tmp_path / "f5.xlsx"))
    assert [
        ("集士港镇", "甲厂", "phase_out"),
        ("集士港镇", "乙厂", "improve"),
        ("集士港镇", "丙厂", "improve"),
        ("古林镇", "丁厂", "improve"),
        ("石碶街道", "戊厂", "improve"),
        ("石碶街道", "己厂", "improve"),
    ] == records(found, "town", "name", "measure")
    assert [
        "Sheet2 空的工作表",
        "Sheet3 没有认出表头",
        "底稿 隐藏的工作表",
        "B9 重复的表头",
        "B13 合计行，几个指标在一列里，没有核对",
        "A14 表下的说明",
    ] == left_out(found)
    assert [
        "column-near 5:5",  # 内部备注 is taken for 备注
        *(f"cell-read D{row}" for row in (6, 7, 8)),
        "cell-blank E8",
        *(f"cell-read D{row}" for row in (10, 11, 12)),
        "sheet-hidden F5",
    ] == doubts(found.findings)
