"""A round of 18 workbooks with many kinds of damage: each is named by its cell, and nothing is written."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from lowcapdocs.returns.layout import AMOUNTS_SHEET, FIRMS_SHEET
from tests.returns.rounds import DAY, NAME, Round, fill, new_round
from tests.workspaces import HAISHU_DATA, run


@pytest.fixture
def eighteen(tmp_path: Path) -> Round:
    """The sample with something to do for all 18 towns."""
    return new_round(tmp_path, eighteen=True)


def damage(back: Round) -> None:
    """What 18 towns send: four in order, the others not; one sends nothing."""
    fill(back.pen("集士港镇"))
    fill(back.pen("古林镇"), done="３")
    fill(back.pen("高桥镇")).firm("sample-06", name="另一家企业")
    back.pen("横街镇").delete(FIRMS_SHEET, "sample-13")
    back.pen("鄞江镇").amount("improve", done="大约八九家")
    fill(back.pen("洞桥镇"), accepted="#REF!").firm("sample-07", state="已经拆了")
    back.pen("章水镇").copy(AMOUNTS_SHEET, "improve", "phase_out")
    back.pen("龙观乡").firm("sample-15", closed_on="下个月")
    fill(back.pen("石碶街道"), done="=1+2")
    back.pen("月湖街道").meta("period", "2020-09")
    run(back.root, "returns", "send", NAME, "2020-09", "--town", "西门街道", "--out", str(back.root / "other"))
    shutil.copyfile(next(back.root.glob("other/*/*/*.xlsx")), back.back / "西门街道.xlsx")
    (back.back / "江厦街道.xlsx").write_bytes(b"PK not really a workbook")
    back.pen("南门街道").amount("improve", done=2, accepted=3)
    back.pen("鼓楼街道").amount("improve", done=2, closed=1, merged=0, upgraded=0)
    back.pen("白云街道").amount("improve", done=2)
    back.pen("白云街道", "白云街道（改）.xlsx").amount("improve", done=1)
    back.pen("望春街道").firm("+1", name="某新厂", credit_code="913302031440555553", state="停产")
    back.pen("段塘街道").amount("improve", done=1).amount("phase_out", done=9)
    (back.back / "~$段塘街道.xlsx").write_bytes(b"lock")
    (back.back / "说明.docx").write_bytes(b"a letter")


EXPECTED = {
    "cell-read 古林镇.xlsx 报送!G7",
    "return-renamed 高桥镇.xlsx 企业!B7",
    "return-row-deleted 横街镇.xlsx 企业!",
    "cell-number 鄞江镇.xlsx 报送!G8",
    "cell-error 洞桥镇.xlsx 报送!K7",
    "cell-choice 洞桥镇.xlsx 企业!F7",
    "return-row-copied 章水镇.xlsx 报送!B8",
    "return-row-deleted 章水镇.xlsx 报送!",
    "cell-date 龙观乡.xlsx 企业!N7",
    "cell-unsolved 石碶街道.xlsx 报送!G7",
    "return-foreign 月湖街道.xlsx _meta!",
    "return-period 西门街道.xlsx",
    "file-unreadable 江厦街道.xlsx",
    "return-accepted 南门街道.xlsx 报送!K8",
    "return-parts 鼓楼街道.xlsx 报送!H8",
    "return-two 白云街道（改）.xlsx",
    "cell-code 望春街道.xlsx 企业!C7",
    "return-firm-incomplete 望春街道.xlsx 企业!D7",
    "return-undated 望春街道.xlsx 企业!H7",
    "return-over 段塘街道.xlsx 报送!G7",
    "return-falls 段塘街道.xlsx 报送!G8",
    "return-skipped 说明.docx",
}


def test_every_damage_is_named_by_its_cell(eighteen: Round) -> None:
    damage(eighteen)
    before = eighteen.both()
    found = eighteen.findings("--period", "2020-10", "--apply")
    unexpected = [each for each in found if each not in EXPECTED and not each.startswith("return-blank")]
    assert (set(), []) == (EXPECTED - set(found), unexpected)
    assert before == eighteen.both()
    assert not (eighteen.root / HAISHU_DATA / "backup").exists()


def test_who_has_not_reported_is_listed(eighteen: Round) -> None:
    damage(eighteen)
    told = eighteen.told("--period", "2020-10")["findings"]
    missing = next(each["message"] for each in told if each["code"] == "return-missing")
    assert "2020年10月还没有报送的共4个：月湖街道、西门街道、江厦街道、望春工业园区。" == missing


def test_files_of_several_periods_are_not_merged_without_being_told_which(eighteen: Round) -> None:
    damage(eighteen)
    assert "return-periods " in [each.rstrip() + " " for each in eighteen.findings()]


def test_files_of_other_periods_than_most_are_named(eighteen: Round) -> None:
    damage(eighteen)
    told = eighteen.told()["findings"]
    message = next(each["message"] for each in told if each["code"] == "return-periods")
    assert message == "这些报送表分属2期：2020年9月1份（西门街道.xlsx），2020年10月15份。"


def test_of_two_periods_with_as_many_files_all_files_are_named(eighteen: Round) -> None:
    fill(eighteen.pen("集士港镇"))
    run(eighteen.root, "returns", "send", NAME, "2020-09", "--town", "西门街道", "--out", str(eighteen.root / "other"))
    shutil.copyfile(next(eighteen.root.glob("other/*/*/*.xlsx")), eighteen.back / "西门街道.xlsx")
    message = next(each["message"] for each in eighteen.told()["findings"] if each["code"] == "return-periods")
    assert message == "这些报送表分属2期：2020年9月1份（西门街道.xlsx），2020年10月1份（集士港镇.xlsx）。"


def test_labels_that_no_longer_stand_by_their_ids_are_errors_by_cell_and_bring_no_change(eighteen: Round) -> None:
    pen = eighteen.pen("高桥镇").swap(AMOUNTS_SHEET, "phase_out", "improve")
    pen.amount("phase_out", done=8).amount("improve", done=3)
    found = eighteen.findings("--apply")
    assert {f"return-locked 高桥镇.xlsx 报送!{cell}" for cell in ("B7", "D7", "B8", "D8")} <= set(found)
    assert [] == eighteen.told()["changes"]


@pytest.mark.parametrize(("field", "value", "cell"), [("unit", "吨", "C7"), ("quota", 1, "D7"), ("quota", None, "D7")])
def test_a_locked_cell_of_a_measure_that_was_changed_is_told(
    eighteen: Round, field: str, value: object, cell: str
) -> None:
    fill(eighteen.pen("高桥镇")).amount("phase_out", **{field: value})
    assert f"return-locked 高桥镇.xlsx 报送!{cell}" in eighteen.findings()


def test_a_file_to_leave_out_that_is_not_there_is_an_error_that_names_those_that_are(eighteen: Round) -> None:
    fill(eighteen.pen("集士港镇"))
    fill(eighteen.pen("古林镇"))
    before = eighteen.both()
    told = eighteen.told("--apply", "--without", "不存在.xlsx", "--without", "古林镇.xlsx")["findings"]
    found = next(each for each in told if each["code"] == "name-unknown")
    assert ("error", before) == (found["level"], eighteen.both())
    assert "不存在.xlsx" in found["message"]
    assert "古林镇.xlsx、集士港镇.xlsx" in found["remedy"]


def test_with_the_damaged_left_out_the_rest_is_written(eighteen: Round) -> None:
    damage(eighteen)
    bad = {each.split(" ")[1] for each in EXPECTED} - {"古林镇.xlsx", "段塘街道.xlsx", "说明.docx"}
    left_out = [word for name in sorted(bad) for word in ("--without", name)]
    done = eighteen.merge("--apply", *left_out)
    assert 0 == done.code
    new = eighteen.data("progress").decode().split("\r\n")[125:-1]
    assert [
        "2020-10,集士港镇,淘汰落后产能涉及企业数,3,,2,1,0,3,2020-11-03,,,是",
        "2020-10,古林镇,淘汰落后产能涉及企业数,3,,2,1,0,3,2020-11-03,,,是",
        "2020-10,白云街道,整治提升“低散乱”企业（作坊）数,2,,,,,,,,,",
        "2020-10,段塘街道,淘汰落后产能涉及企业数,9,,,,,,,,,是",
        "2020-10,段塘街道,整治提升“低散乱”企业（作坊）数,1,,,,,,,,,是",
    ] == new


def test_two_submissions_that_say_the_same_are_one(eighteen: Round) -> None:
    fill(eighteen.pen("集士港镇"))
    fill(eighteen.pen("集士港镇", "集士港镇(1).xlsx"))
    eighteen.pen("集士港镇", "空白.xlsx")
    codes = [each["code"] for each in eighteen.told("--apply")["findings"]]
    assert ["return-blank", "return-untouched", "return-same", "return-missing"] == codes
    assert b"2020-10" in eighteen.data("progress")


def test_what_two_submissions_differ_in_is_told(eighteen: Round) -> None:
    fill(eighteen.pen("集士港镇"))
    fill(eighteen.pen("集士港镇", "又一份.xlsx"), done=2, closed=1)
    told = eighteen.told()["findings"]
    message = next(each["message"] for each in told if each["code"] == "return-two")
    assert "报送!G7 2→3" in message or "报送!G7 3→2" in message


def test_a_workbook_of_another_campaign_is_refused(eighteen: Round) -> None:
    fill(eighteen.pen("集士港镇"))
    shutil.copytree(eighteen.root / HAISHU_DATA, eighteen.root / "policy_data/haishu-2021")
    done = run(eighteen.root, "returns", "merge", "haishu-2021", str(eighteen.back))
    assert (1, ["return-campaign", "return-periods"]) == (done.code, done.codes())


def test_a_renamed_file_in_a_folder_of_its_own_is_known_by_what_it_says(eighteen: Round) -> None:
    fill(eighteen.pen("集士港镇", "微信/新建 XLSX 工作表(2).xlsx"))
    changes = eighteen.told()["changes"]
    assert [("jishigang", "微信/新建 XLSX 工作表(2).xlsx 工作表“报送” 第7行")] == [
        (each["town"], each["from"]) for each in changes
    ]


def test_days_before_the_listing_are_errors_and_after_the_period_are_told(eighteen: Round) -> None:
    pen = eighteen.pen("高桥镇").day(date(2020, 10, 8))
    pen.firm("sample-06", state="拆除", dismantled_on=date(2020, 11, 2), stopped_on=date(2020, 1, 5))
    pen.firm("sample-12", state="停产")
    assert [
        "return-date-early 高桥镇.xlsx 企业!H7",
        "return-date-late 高桥镇.xlsx 企业!K7",
        "return-state-back 高桥镇.xlsx 企业!F8",
    ] == sorted(each for each in eighteen.findings() if "return-blank" not in each)


def test_a_filing_day_before_the_period_is_told(eighteen: Round) -> None:
    fill(eighteen.pen("高桥镇")).day(date(2020, 9, 30))
    assert "return-day-early 高桥镇.xlsx 报送!C10" in eighteen.findings()


def test_less_than_last_time_is_told(eighteen: Round) -> None:
    fill(eighteen.pen("集士港镇"), done=1, closed=1, merged=0, accepted=1).day(DAY)
    found = eighteen.findings()
    assert {"return-falls 集士港镇.xlsx 报送!G7", "return-falls 集士港镇.xlsx 报送!K7"} <= set(found)
