"""rows and totals: what is data, what is not and why, and which totals agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lowcapdocs.problems import PolicyError
from tests.builders import campaign, refused
from tests.intake.books import CAMPAIGN, book, broken, doubts, left_out, records, table, unsolved, workbook

HEAD = ("序号", "镇街", "淘汰落后产能涉及企业数", "整治提升“低散乱”企业（作坊）数")


def quotas(path: Path, *rows: tuple[Any, ...], **more: Any) -> Any:
    """A sheet of quotas with these rows from row 2 on, read."""
    return book(workbook(path / "a.xlsx", Sheet1={**table([HEAD, *rows]), **more}))


def test_rows_that_are_no_data_are_left_out_with_the_reason(tmp_path: Path) -> None:
    found = quotas(
        tmp_path,
        (None, "一、镇（乡）"),
        (1, "集士港镇", 3, 28),
        (2,),
        HEAD,
        (3, "古林镇", 3, 28),
        ("二、街道",),
        (None, None, None, None),
        (4, "石碶街道", 3, 25),
        ("注：“/”表示不承担。",),
        ("填表人：张三", None, "审核：李四"),
        ("联系电话：0574-87000000",),
    )
    assert ["集士港镇", "古林镇", "石碶街道"] == list(dict.fromkeys(town for (town,) in records(found, "town")))
    assert [
        "B2 整行只有一段文字",
        "A4 只有序号",
        "A5 重复的表头",
        "A7 整行只有一段文字",
        "A10 表下的说明",
        "A11 表下的说明",
        "A12 表下的说明",
    ] == left_out(found)
    assert [] == found.findings


def test_a_row_without_a_name_is_an_error(tmp_path: Path) -> None:
    found = quotas(tmp_path, (1, "集士港镇", 3, 28), (2, None, 3, 28))
    assert ["row-nameless B3"] == doubts(found.findings)


def test_a_record_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    found = quotas(tmp_path, (1, "集士港镇", 3, 28), (2, "集士港", 3, 28))
    assert ["row-twice B3", "row-twice B3"] == doubts(found.findings, "error")
    assert "Sheet1的B2重复" in found.findings[-1].message


def test_a_number_merged_over_several_towns_is_refused_once(tmp_path: Path) -> None:
    found = quotas(tmp_path, (1, "集士港镇", None, 28), (2, "古林镇", None, 28), **{"C2:C3": 6})
    assert ["cell-merged C2", "cell-merged C3"] == doubts(found.findings, "error")


def test_none_merged_over_several_columns_is_refused(tmp_path: Path) -> None:
    found = quotas(tmp_path, (1, "集士港镇", 3, 28), (2, "月湖街道"), **{"C3:D3": "/"})
    assert ["cell-merged C3", "cell-merged D3"] == doubts(found.findings, "error")


def test_broken_and_unsolved_formulas_are_refused_where_they_stand(tmp_path: Path) -> None:
    rows = [HEAD, (1, "集士港镇", "=1+2", 28), (2, "古林镇", "=1+2", 28)]
    path = workbook(tmp_path / "a.xlsx", Sheet1=table(rows))
    found = book(broken(unsolved(path, "C2"), "C3", "#DIV/0!"))
    assert ["cell-unsolved C2", "cell-error C3"] == doubts(found.findings, "error")
    assert "#DIV/0!" in found.findings[1].message


def test_a_row_of_nothing_but_a_broken_formula_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Sheet1=table([HEAD, (1, "集士港镇", 3, 28), (None, None, 5)]))
    assert ["cell-error C3", "cell-blank D3", "row-nameless B3"] == doubts(book(broken(path, "C3", "#REF!")).findings)


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    found = quotas(tmp_path, (1, "集士港镇", 3, 28), (2, "古林镇", 3, 28), hide=["3"])
    assert 4 == len(found.entries)
    assert ["sheet-hidden A3"] == doubts(found.findings)
    assert "第3行" in found.findings[0].message


# Totals


@pytest.mark.parametrize("label", ["合计", "合 计", "总计", "全区", "全区合计", "合计：", "镇街合计", "共计"])
def test_a_total_is_verified_by_whatever_name(tmp_path: Path, label: str) -> None:
    right = quotas(tmp_path, (1, "集士港镇", 3, 28), (2, "古林镇", 4, "/"), (label, None, 7, 28))
    wrong = quotas(tmp_path, (1, "集士港镇", 3, 28), (2, "古林镇", 4, "/"), (None, label, 8, 28))
    assert ([], ["A4 合计行，与明细相符"]) == (right.findings, left_out(right))
    assert ["row-total C4"] == doubts(wrong.findings)
    assert "=8，明细相加=7" in wrong.findings[0].message
    assert 4 == len(wrong.entries)


@pytest.mark.parametrize(
    "rows",
    [
        [("小计", 7, 28), ("集士港镇", 3, 28), ("古林镇", 4, 0), ("小计", 1, 2), ("章水镇", 1, 2), ("合计", 8, 30)],
        [("集士港镇", 3, 28), ("小计", 3, 28), ("古林镇", 4, 0), ("小计", 7, 28), ("合计", 7, 28)],
        [("合计", 7, 28), ("集士港镇", 3, 28), ("古林镇", 4, 0)],
        [("集士港镇", 3, 28), ("合计", 3, 28), ("古林镇", 4, 0), ("合计", 7, 28)],
    ],
    ids=["above their rows", "running", "total first", "page by page"],
)
def test_totals_may_stand_above_below_or_run_on(tmp_path: Path, rows: list[tuple[Any, ...]]) -> None:
    found = quotas(tmp_path, *((None, *row) for row in rows))
    assert [] == found.findings


def test_a_total_beside_unreadable_cells_is_not_judged(tmp_path: Path) -> None:
    found = quotas(tmp_path, (1, "集士港镇", "三四", 28), (2, "古林镇", 4, 0), ("合计", None, 7, 28))
    assert ["cell-number C2", "row-total-unread C4"] == doubts(found.findings)


def test_a_town_that_is_not_known_still_counts_in_the_total(tmp_path: Path) -> None:
    found = quotas(tmp_path, (1, "集士港镇", 3, 28), (2, "江夏街道", 4, 0), ("合计", None, 7, 28))
    assert ["name-unknown B3"] == doubts(found.findings)


def test_a_total_in_words_is_no_number(tmp_path: Path) -> None:
    found = quotas(tmp_path, (1, "集士港镇", 3, 28), ("合计31家",))
    assert ["A3 合计行，没有数，没有核对"] == left_out(found)


# Kinds of sheet, and what a whole sheet says


def test_a_sheet_of_progress_takes_its_period_from_the_title(tmp_path: Path) -> None:
    cells = {
        "A1:C1": "截至2020年6月底进展情况表",
        **table(
            [
                ("镇街", "淘汰落后产能涉及企业数累计完成", "整治提升“低散乱”企业（作坊）数累计完成"),
                ("集士港镇", 1, 5),
                ("古林镇", 0, ""),
            ],
            "A2",
        ),
    }
    found = book(workbook(tmp_path / "a.xlsx", Sheet1=cells))
    assert "progress" == found.kind.id
    assert [
        ("2020-06", "集士港镇", "phase_out", "1"),
        ("2020-06", "集士港镇", "improve", "5"),
        ("2020-06", "古林镇", "phase_out", "0"),
        ("2020-06", "古林镇", "improve", ""),
    ] == records(found, "period", "town", "measure", "done")
    assert ["sheet-says ", "cell-blank C4"] == doubts(found.findings)


def test_progress_of_no_period_is_refused(tmp_path: Path) -> None:
    cells = table([("镇街", "指标", "累计完成"), ("集士港镇", "整治提升", 1)])
    found = book(workbook(tmp_path / "进展.xlsx", Sheet1=cells), "progress")
    assert ["column-missing "] == doubts(found.findings)
    assert [] == found.entries


def test_the_only_measure_need_not_be_named(tmp_path: Path) -> None:
    cells = table([("镇街", "任务数"), ("集士港镇", 3)])
    only = campaign(towns=CAMPAIGN.towns, measures=CAMPAIGN.measures[:1], goals=(), quotas=())
    found = book(workbook(tmp_path / "a.xlsx", Sheet1=cells), of=only)
    assert [("集士港镇", "phase_out", "3")] == records(found, "town", "measure", "amount")


def test_sheets_of_several_towns_are_read_together(tmp_path: Path) -> None:
    head = ("企业名称", "指标", "状态")
    found = book(
        workbook(
            tmp_path / "a.xlsx",
            集士港镇=table([head, ("甲厂", "淘汰", "列入")]),
            石碶=table([head, ("乙厂", "淘汰", "列入")]),
            望春=table([head, ("丙厂", "淘汰", "列入")]),
        )
    )
    assert [("集士港镇", "甲厂"), ("石碶街道", "乙厂")] == records(found, "town", "name")
    assert ["column-missing "] == doubts(found.findings, "error")
    assert "望春" == next(each.where.sheet for each in found.findings if each.level == "error")


def test_a_list_of_towns_may_have_new_ones(tmp_path: Path) -> None:
    cells = table(
        [("名称", "类别", "区划代码"), ("集士港", "镇", 330203101), ("新设街道", "街道", "33020"), ("新村", "", "")]
    )
    found = book(workbook(tmp_path / "a.xlsx", Sheet1=cells))
    assert "towns" == found.kind.id
    assert [("集士港镇", "镇", "330203101"), ("新设街道", "街道", ""), ("新村", "", "")] == records(
        found, "name", "kind", "code"
    )
    assert ["cell-read A2", "cell-code C3", "cell-read A4"] == doubts(found.findings)


def test_what_has_no_headings_is_refused(tmp_path: Path) -> None:
    for cells in ({"A1": "草稿"}, table([("甲", "乙"), (1, 2)]), table([("镇街", "企业地址")])):
        with pytest.raises(PolicyError) as caught:
            book(workbook(tmp_path / "a.xlsx", Sheet1=cells))
        assert ["sheet-no-header a.xlsx"] == refused(caught.value)


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    for sheets in ({"Sheet1": {}}, {"Sheet1": {}, "表": {"A1": "镇街", "very_hidden": True}}):
        with pytest.raises(PolicyError) as caught:
            book(workbook(tmp_path / "a.xlsx", **sheets))
        assert ["file-empty a.xlsx"] == refused(caught.value)


def test_sixteen_thousand_columns_are_listed_in_short(tmp_path: Path) -> None:
    cells = {**table([("镇街", "淘汰落后产能涉及企业数"), ("集士港镇", 3)]), "XFD2": "远"}
    path = workbook(
        tmp_path / "a.xlsx", Sheet1={**cells, **{f"{column}1": f"第{column}列" for column in ("D", "ZZ", "XFD")}}
    )
    assert ["column-unused D1", "column-unused ZZ1", "column-unused XFD1"] == doubts(book(path).findings)
    many = {f"C{row}": "甲" for row in range(1, 3)}
    wide = {
        **cells,
        **many,
        **dict(zip((f"{a}{b}1" for a in "ABCDEFGH" for b in "ABCDEFGH"), map(str, range(64)), strict=True)),
    }
    told = [each.message for each in book(workbook(tmp_path / "b.xlsx", Sheet1=wide)).findings]
    assert 21 == len(told)
    assert "另有45列没有用到。" == told[-1]


def test_a_ledger_with_days_of_states_but_no_states_is_told(tmp_path: Path) -> None:
    rows = [("企业名称", "镇街", "指标", "停产日期"), ("甲厂", "古林镇", "淘汰", "2020-06-01")]
    found = book(workbook(tmp_path / "a.xlsx", Sheet1=table(rows)), "ledger")
    (told,) = [each for each in found.findings if each.code == "column-missing"]
    assert ("warning", True) == (told.level, "状态" in told.message)
    rows = [("企业名称", "镇街", "指标", "列入日期"), ("甲厂", "古林镇", "淘汰", "2020-06-01")]
    found = book(workbook(tmp_path / "b.xlsx", Sheet1=table(rows)), "ledger")
    assert "column-missing" not in [each.code for each in found.findings], "列入 is what a firm has anyway"


def test_a_column_that_is_like_a_measure_is_led_to_its_aliases(tmp_path: Path) -> None:
    rows = [("镇街", "期次", "累计完成", "指标", "淘汰落后企业"), ("古林镇", "2020-06", 1, "淘汰", 2)]
    found = book(workbook(tmp_path / "a.xlsx", Sheet1=table(rows)), "progress")
    (told,) = [each for each in found.findings if each.code == "column-unused"]
    assert "campaign.yaml" in told.remedy
    assert "aliases" in told.remedy
    assert "淘汰落后产能涉及企业数" in told.remedy


def test_a_column_of_a_measure_that_does_not_say_what_of_it_is_asked(tmp_path: Path) -> None:
    rows = [("镇街", "期次", "累计完成", "指标", "淘汰落后产能"), ("古林镇", "2020-06", 1, "淘汰", 2)]
    found = book(workbook(tmp_path / "a.xlsx", Sheet1=table(rows)), "progress")
    (told,) = [each for each in found.findings if each.code == "column-unused"]
    assert "哪一项" in told.remedy
