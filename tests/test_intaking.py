"""intaking: a clerk's sheet against a campaign on disk, from the command line; written only when told to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lowcapdocs.intaking import intake
from lowcapdocs.workspace import Workspace
from tests.intake.books import table, workbook
from tests.workspaces import DATA, SMALL, Ran, edited, run, small, tree_of

QUOTAS = f"{DATA}/quotas.csv"
GOOD = [("镇街", "整治提升数（家）"), ("东镇", 8), ("西街道", 2), ("合计", 10)]


def sheet(folder: Path, rows: list[tuple[object, ...]], name: str = "表.xlsx") -> str:
    return str(workbook(folder / name, Sheet1=table(rows)))


@pytest.fixture
def space(tmp_path: Path) -> Path:
    root = tmp_path / "space"
    root.mkdir()
    return small(root, edited("campaign.yaml", ("amount: 8}", "amount: 10}")))


def ran(space: Path, rows: list[tuple[object, ...]], *arguments: str) -> Ran:
    return run(space, "intake", sheet(space.parent, rows), *arguments)


def test_a_look_writes_nothing(space: Path) -> None:
    before = tree_of(space)
    answer = ran(space, GOOD)
    assert (0, before) == (answer.code, tree_of(space))
    for said in (
        "任务数表（由表头判断",
        "活动 test",
        "Sheet1!A4 “合计”：合计行，与明细相符",
        "改动 西街道 整治提升数 / → 2（Sheet1!B3）",
        "核对无误后加 --apply",
    ):
        assert said in answer.out


def test_what_check_would_reject_afterwards_is_not_written(space: Path) -> None:
    small(space)
    before = tree_of(space)
    answer = ran(space, GOOD, "--apply")
    assert (1, ["goal-total"], before) == (answer.code, answer.codes(), tree_of(space))
    assert "错误[goal-total]" in answer.out
    assert "写入以后" in answer.out


def test_a_sum_that_did_not_agree_before_stops_nothing(space: Path) -> None:
    answer = ran(space, [("镇街", "整治提升数（家）"), ("东镇", 9)], "--apply")
    assert (0, ["goal-total"]) == (answer.code, answer.codes())
    assert "提醒[goal-total]" in answer.out


def test_a_new_town_in_the_place_of_another_is_not_written(space: Path) -> None:
    before = tree_of(space)
    answer = ran(space, [("序号", "名称", "类别"), (2, "北镇", "镇")], "--as", "towns", "--apply")
    assert (1, before) == (answer.code, tree_of(space))
    assert "错误[town-order]" in answer.out


def test_a_new_town_comes_before_its_quotas(space: Path) -> None:
    answer = ran(space, [("序号", "名称", "类别"), (3, "北镇", "镇")], "--as", "towns", "--apply")
    assert (0, ["quota-missing"]) == (answer.code, answer.codes())
    assert "提醒[quota-missing]" in answer.out
    assert "请在任务数表里补一行" in answer.out
    assert "北镇" in (space / DATA / "towns.csv").read_text(encoding="utf-8")


RETURNS = (
    "期次,镇街,指标,累计完成,本期完成,关停取缔,整合搬迁,升级改造,累计验收,报送日期,更正,备注,示例\n"
    "2020-09,东镇,整治提升数,6,2,1,2,3,5,2020-10-09,,,是\n"
)
CORRECTED = ("期次", "镇街", "指标", "累计完成", "累计验收")


def test_a_correction_is_written_without_what_it_does_not_say(space: Path) -> None:
    small(space, {f"{DATA}/progress.csv": RETURNS})
    answer = ran(space, [CORRECTED, ("2020-09", "东镇", "整治提升数", 7, 5)], "--apply")
    assert (0, []) == (answer.code, answer.codes())
    written = (space / DATA / "progress.csv").read_text(encoding="utf-8-sig")
    assert f"{RETURNS}2020-09,东镇,整治提升数,7,,,,,5,,1,,\n" == written


def test_returns_that_check_would_reject_are_not_written(space: Path) -> None:
    small(space, {f"{DATA}/progress.csv": RETURNS})
    before = tree_of(space)
    answer = ran(space, [CORRECTED, ("2020-09", "东镇", "整治提升数", 7, 8)], "--apply")
    assert (1, ["return-accepted"], before) == (answer.code, answer.codes(), tree_of(space))
    parts = (*CORRECTED, "关停取缔", "整合搬迁", "升级改造")
    answer = ran(space, [parts, ("2020-09", "东镇", "整治提升数", 7, 5, 1, 2, 3)], "--apply")
    assert (1, ["return-parts"], before) == (answer.code, answer.codes(), tree_of(space))


FIRMS = "编号,企业名称,镇街,指标,处置方式,状态,停产日期,拆除日期,验收日期\n"


def test_a_ledger_that_check_would_reject_is_not_written(space: Path) -> None:
    small(space, {f"{DATA}/ledger.csv": FIRMS + "f1,东镇一厂,东镇,整治提升数,关停取缔,停产,2020-03-02,,\n"})
    before = tree_of(space)
    answer = ran(
        space,
        [
            ("编号", "企业名称", "镇街", "指标", "停产日期", "拆除日期"),
            ("f1", "东镇一厂", "东镇", "整治提升数", "2020-03-02", "2020-02-01"),
        ],
        "--apply",
    )
    assert (1, True, before) == (answer.code, "firm-date-order" in answer.codes(), tree_of(space))


def test_apply_writes_our_csv_and_keeps_what_it_was(space: Path) -> None:
    answer = ran(space, GOOD, "--apply")
    assert 0 == answer.code
    assert "\ufeff镇街,整治提升数\n东镇,8\n西街道,2\n全区,10\n" == (space / QUOTAS).read_text(encoding="utf-8")
    (kept,) = (space / DATA / "backup").glob("*/old/quotas.csv")
    assert SMALL[QUOTAS] == kept.read_text(encoding="utf-8")
    assert "已写入 policy_data/test/quotas.csv" in answer.out
    assert "没有要写的" in ran(space, GOOD, "--apply").out


def test_nothing_is_written_while_there_is_an_error(space: Path) -> None:
    before = tree_of(space)
    answer = ran(space, [("镇街", "整治提升数"), ("东镇", 9), ("北镇", 1)], "--apply")
    assert (1, before, ["name-unknown"]) == (answer.code, tree_of(space), answer.codes())
    assert "有错误，没有写入" in answer.out


@pytest.mark.parametrize("name", ["quotas.yaml", "quotas.xlsx"])
def test_a_workbook_or_yaml_of_a_clerk_is_never_rewritten(space: Path, name: str) -> None:
    (space / QUOTAS).unlink()
    if name.endswith("yaml"):
        (space / DATA / name).write_text(
            "- {镇街: 东镇, 整治提升数: 8}\n- {镇街: 西街道, 整治提升数: /}\n", encoding="utf-8"
        )
    else:
        workbook(space / DATA / name, 表=table([("镇街", "整治提升数"), ("东镇", 8), ("西街道", "/")]))
    before = tree_of(space)
    answer = ran(space, GOOD, "--apply")
    assert (1, before) == (answer.code, tree_of(space))
    assert ["data-held"] == answer.codes()
    assert "改动 西街道 整治提升数 / → 2" in answer.out


def test_a_new_file_is_made_where_there_is_none(space: Path) -> None:
    (space / QUOTAS).unlink()
    assert 0 == ran(space, GOOD, "--apply").code
    assert b"\xef\xbb\xbf" + "镇街,整治提升数（家）\r\n东镇,8\r\n西街道,2\r\n".encode() == (space / QUOTAS).read_bytes()


def test_a_broken_present_file_stops_it(space: Path) -> None:
    (space / QUOTAS).write_bytes(b"\x81\xff\xff")
    before = tree_of(space)
    answer = ran(space, GOOD, "--apply")
    assert (1, before) == (answer.code, tree_of(space))
    assert "file-unreadable" in answer.codes()


def test_what_would_not_be_read_again_is_an_error(space: Path) -> None:
    rows = [("编号", "名称", "类别", "上级"), ("bei", "北镇", "镇", "没有的")]
    before = tree_of(space)
    answer = ran(space, rows, "--as", "towns", "--apply")
    assert (1, ["name-unknown"], before) == (answer.code, answer.codes(), tree_of(space))


def test_several_campaigns_must_be_told_apart(space: Path) -> None:
    (space / "policy_data/other").mkdir()
    (space / "policy_data/other/campaign.yaml").write_text("name: 乙\n", encoding="utf-8")
    assert ["campaign-which"] == ran(space, GOOD).codes()
    assert ["campaign-unknown"] == ran(space, GOOD, "--campaign", "没有").codes()
    assert 0 == ran(space, GOOD, "--campaign", "test").code


def test_a_kind_may_be_told(space: Path) -> None:
    assert "按 --as" in ran(space, GOOD, "--as", "quotas").out
    assert ["sheet-no-header"] == ran(space, GOOD, "--as", "ledger").codes()
    assert 2 == ran(space, GOOD, "--as", "whatever").code


def test_a_sheet_of_two_kinds_must_be_told_apart(space: Path) -> None:
    rows = [
        ("镇街", "企业名称（全称）", "指标", "任务数", "信用代码", "地址信息"),
        ("东镇", "甲厂", "整治提升数", 1, "/", ""),
    ]
    answer = ran(space, rows)
    assert (["sheet-kind"], True) == (answer.codes(), "任务数（quotas）、台账（ledger）" in answer.out)


def test_a_file_that_is_none_is_told(space: Path) -> None:
    answer = run(space, "intake", str(space / "没有.xlsx"))
    assert (1, ["file-unreadable"]) == (answer.code, answer.codes())


def test_json_has_all_of_it(space: Path) -> None:
    (told,) = json.loads(ran(space, GOOD, "--json").out)
    assert ("quotas", True, "test", False) == (told["kind"], told["guessed"], told["campaign"], told["written"])
    assert {"column": "B", "label": "整治提升数", "field": "amount", "measure": "improve", "unit": "家"} in told[
        "sheets"
    ][0]["columns"]
    assert [{"sheet": "Sheet1", "cell": "A4", "text": "合计", "reason": "合计行，与明细相符"}] == told["skipped"]
    (change,) = told["changes"]
    assert ("changed", "西街道", "/", "2", "B3") == tuple(
        change[name] for name in ("kind", "record", "old", "new", "cell")
    )


def test_what_there_is_much_of_is_printed_in_short(space: Path) -> None:
    rows = [("镇街", "整治提升数"), *((f"第{row}镇", 1) for row in range(60))]
    answer = ran(space, rows)
    assert 40 == answer.out.count("错误[name-unknown]")
    assert "[name-unknown] 另有20处，用 --json 看全部" in answer.out
    assert 60 == len(json.loads(ran(space, rows, "--json").out)[0]["findings"])


def test_a_sheet_in_another_unit_than_its_measure_is_refused(space: Path) -> None:
    small(space, edited("campaign.yaml", ("name: 整治提升数, unit: 家", "name: 整治提升数, unit: 万元")))
    found = intake(Workspace(space), Path(sheet(space.parent, GOOD)))
    assert ["cell-unit"] == [each.code for each in found.findings]
    assert found.failed
