"""returns merge: what came back is shown, written when told to, written once, and taken back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lowcapdocs.sources.load import load
from tests.returns.rounds import NAME, Round, fill, new_round
from tests.workspaces import HAISHU_DATA, edit, run, tree_of

CODE = "913302031440555552"
NEW_FIRM = {
    "name": "某新厂",
    "credit_code": CODE,
    "measure": "淘汰落后产能涉及企业数",
    "outcome": "关停取缔",
    "state": "停产",
    "listed_on": date(2020, 10, 9),
    "stopped_on": date(2020, 10, 20),
}


@pytest.fixture
def sent(tmp_path: Path) -> Round:
    return new_round(tmp_path)


def full(sent: Round) -> None:
    """A return with amounts, a firm that has moved on and a new firm."""
    pen = fill(sent.pen("集士港镇")).firm("+1", **NEW_FIRM)
    pen.firm("sample-03", state="拆除", dismantled_on=date(2020, 10, 20), 拆后照片="丙，拆后.jpg")


def test_without_apply_nothing_is_written_and_the_changes_are_shown(sent: Round) -> None:
    full(sent)
    before = tree_of(sent.root)
    done = sent.merge()
    assert (0, before) == (done.code, tree_of(sent.root))
    lines = [line for line in done.out.splitlines() if line[:2] in ("新增", "修改")]
    assert [
        "新增 集士港镇 淘汰落后产能涉及企业数：累计完成 2 → 3；关停取缔 2；整合搬迁 1；升级改造 0；累计验收 2 → 3",
        "修改 集士港镇 “示例企业丙（铸造）”：状态 关停未拆除 → 拆除；拆除日期 2020-10-20；拆后照片 丙，拆后.jpg",
        f"新增 集士港镇 “某新厂”：统一社会信用代码 {CODE}；指标 淘汰落后产能涉及企业数；处置方式 关停取缔；"
        "状态 停产；列入日期 2020-10-09；停产日期 2020-10-20",
    ] == lines


def test_what_is_written_is_added_and_every_other_byte_stays(sent: Round) -> None:
    full(sent)
    progress, ledger = sent.both()
    assert 0 == sent.merge("--apply").code
    row = "2020-10,集士港镇,淘汰落后产能涉及企业数,3,,2,1,0,3,2020-11-03,,,是\r\n"
    assert progress + row.encode() == sent.data("progress")
    old, new = ledger.splitlines(keepends=True), sent.data("ledger").splitlines(keepends=True)
    changed = [place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other]
    assert ([3], len(old) + 1) == (changed, len(new))
    assert old[3].replace("关停未拆除,".encode(), "拆除,".encode()).count(b",") == new[3].count(b",")
    assert new[-1].startswith(f"{CODE},某新厂,{CODE},集士港镇,".encode())


def test_what_is_written_is_read_again_as_the_town_said_it(sent: Round) -> None:
    full(sent)
    sent.merge("--apply")
    campaign = load(sent.root / HAISHU_DATA)
    told = campaign.returns[-1]
    assert (3, 3, (2, 1, 0), date(2020, 11, 3), True) == (
        told.done, told.accepted, told.outcomes, told.day, told.sample,
    )  # fmt: skip
    new, moved = campaign.firm[CODE], campaign.firm["sample-03"]
    assert ("停产", date(2020, 10, 20), True) == (new.state, new.dates["停产"], new.sample)
    assert ("拆除", "丙，拆后.jpg", True) == (moved.state, moved.evidence["拆后照片"], moved.sample)


def test_what_is_reported_on_invented_figures_is_told_to_be_invented(sent: Round) -> None:
    full(sent)
    assert "3项变动出自印着“示例数据”的报送表，新写的行记作示例。" in sent.merge().out
    assert [True, True, True] == [each["sample"] for each in sent.told()["changes"]]


def test_what_is_reported_on_real_figures_is_no_sample(sent: Round) -> None:
    for stem in ("progress", "ledger", "penalties"):
        (sent.root / HAISHU_DATA / f"{stem}.csv").unlink()
    assert 0 == run(sent.root, "returns", "send", NAME, "2020-10", "--town", "集士港镇").code
    fill(sent.pen("集士港镇")).firm("+1", **NEW_FIRM)
    done = sent.merge("--apply")
    campaign = load(sent.root / HAISHU_DATA)
    assert ([False], [False]) == ([each.sample for each in campaign.returns], [each.sample for each in campaign.firms])
    assert "示例" not in done.out


def test_of_a_new_period_all_that_was_reported_is_shown_and_the_earlier_value_where_it_differs(sent: Round) -> None:
    fill(sent.pen("集士港镇"), done=2, closed=2, merged=None, upgraded=None, accepted=2)
    told = sent.merge().out
    assert "新增 集士港镇 淘汰落后产能涉及企业数：累计完成 2；关停取缔 2；累计验收 2\n" in told


def test_merging_twice_changes_nothing(sent: Round) -> None:
    full(sent)
    sent.merge("--apply")
    after = tree_of(sent.root)
    done = sent.merge("--apply")
    assert "0项变动" in done.out
    assert (0, after) == (done.code, tree_of(sent.root))


def test_a_second_return_with_other_amounts_is_a_correction_and_history_stays(sent: Round) -> None:
    fill(sent.pen("集士港镇"))
    sent.merge("--apply")
    before = sent.data("progress")
    fill(sent.pen("集士港镇"), done=2, closed=2, merged=0, accepted=2)
    done = sent.merge("--apply")
    assert "更正 集士港镇 淘汰落后产能涉及企业数：累计完成 3 → 2；整合搬迁 1 → 0；累计验收 3 → 2" in done.out
    row = "2020-10,集士港镇,淘汰落后产能涉及企业数,2,,2,0,0,2,2020-11-03,1,,是\r\n"
    assert before + row.encode() == sent.data("progress")
    fill(sent.pen("集士港镇"), accepted=1)
    sent.merge("--apply")
    row = "2020-10,集士港镇,淘汰落后产能涉及企业数,3,,2,1,0,1,2020-11-03,2,,是\r\n"
    assert sent.data("progress").endswith(row.encode())


def test_an_amount_taken_away_again_is_blank_and_not_zero(sent: Round) -> None:
    fill(sent.pen("集士港镇"))
    sent.merge("--apply")
    fill(sent.pen("集士港镇"), accepted=None)
    told = sent.findings("--apply")
    assert "return-cleared 集士港镇.xlsx 报送!K7" in told
    assert load(sent.root / HAISHU_DATA).returns[-1].accepted is None


def test_undo_brings_back_every_byte(sent: Round) -> None:
    before = sent.both()
    full(sent)
    sent.merge("--apply")
    assert before != sent.both()
    assert 0 == run(sent.root, "returns", "merge", NAME, "--undo").code
    assert before == sent.both()
    assert ["undo-none"] == run(sent.root, "returns", "merge", NAME, "--undo").codes()


def test_undo_leaves_alone_what_was_changed_since(sent: Round) -> None:
    full(sent)
    sent.merge("--apply")
    edit(sent.root / HAISHU_DATA / "ledger.csv", "某新厂", "某某新厂")
    after = sent.both()
    assert ["undo-changed"] == run(sent.root, "returns", "merge", NAME, "--undo").codes()
    assert after == sent.both()


def test_a_ledger_that_has_moved_on_is_not_put_back(sent: Round) -> None:
    sent.pen("集士港镇").firm("sample-10", remark="已换新设备")
    edit(sent.root / HAISHU_DATA / "ledger.csv", "91000000EXAMPLE10M,集士港镇,食品", "91000000EXAMPLE10M,集士港镇,糕点")
    sent.merge("--apply")
    firm = load(sent.root / HAISHU_DATA).firm["sample-10"]
    assert ("糕点", "已换新设备") == (firm.trade, firm.remark)


def test_a_cell_that_both_have_changed_is_told(sent: Round) -> None:
    sent.pen("高桥镇").firm("sample-06", outcome="整合搬迁")
    edit(
        sent.root / HAISHU_DATA / "ledger.csv",
        "淘汰落后产能涉及企业数,关停取缔,示例：燃煤锅炉1台",
        "淘汰落后产能涉及企业数,升级改造,示例：燃煤锅炉1台",
    )
    assert "return-both 高桥镇.xlsx 企业!E7" in sent.findings()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"credit_code": None}, ["return-firm-incomplete 高桥镇.xlsx 企业!C9"]),
        ({"name": None}, ["return-firm-incomplete 高桥镇.xlsx 企业!B9"]),
        ({"credit_code": "123"}, ["cell-code 高桥镇.xlsx 企业!C9"]),
        ({"credit_code": 913302031440555552}, ["cell-number-stored 高桥镇.xlsx 企业!C9"]),
        ({"credit_code": "91000000EXAMPLE067"}, ["return-firm-known 高桥镇.xlsx 企业!B9"]),
        ({"credit_code": "91000000EXAMPLE01P"}, ["return-firm-known 高桥镇.xlsx 企业!B9"]),
        ({"stopped_on": None}, ["return-undated 高桥镇.xlsx 企业!H9"]),
        ({"拆前照片": "没有"}, ["evidence-form 高桥镇.xlsx 企业!S9"]),
        ({"credit_code": "/"}, []),
    ],
)
def test_a_new_firm_must_be_whole_and_new(sent: Round, values: dict[str, object], expected: list[str]) -> None:
    sent.pen("高桥镇").firm("+1", **{**NEW_FIRM, **values})
    assert expected == [each for each in sent.findings() if "return-blank" not in each and "return-ledger" not in each]


def test_one_firm_reported_by_two_towns_is_told(sent: Round) -> None:
    sent.pen("高桥镇").firm("+1", **NEW_FIRM)
    sent.pen("集士港镇").firm("+1", **NEW_FIRM)
    assert "return-firm-known 高桥镇.xlsx 企业!B9" in sent.findings()


def test_a_new_workshop_without_a_code_gets_an_id_of_its_town_and_is_known_the_next_time(sent: Round) -> None:
    sent.pen("高桥镇").firm("+1", **{**NEW_FIRM, "credit_code": "/"})
    sent.merge("--apply")
    assert "某新厂" == load(sent.root / HAISHU_DATA).firm["gaoqiao-1"].name
    assert "0项变动" in sent.merge("--apply").out


def test_what_the_checks_would_refuse_is_refused_before_it_is_written(sent: Round) -> None:
    pen = sent.pen("高桥镇")
    pen.firm("sample-06", state="公示", published_on=date(2020, 10, 20))
    assert "firm-state-ahead 高桥镇.xlsx 企业!7" in sent.findings("--apply")


def test_a_firm_that_has_left_the_ledger_is_told(sent: Round) -> None:
    sent.pen("高桥镇").firm("sample-06", remark="改")
    ledger = sent.root / HAISHU_DATA / "ledger.csv"
    ledger.write_bytes(b"".join(line for line in ledger.read_bytes().splitlines(True) if b"sample-06" not in line))
    (sent.root / HAISHU_DATA / "penalties.csv").unlink()
    assert "return-firm-gone 高桥镇.xlsx 企业!B7" in sent.findings()


def test_data_in_a_workbook_or_yaml_is_never_rewritten(sent: Round) -> None:
    fill(sent.pen("集士港镇"))
    folder = sent.root / HAISHU_DATA
    (folder / "progress.csv").unlink()
    (folder / "progress.yaml").write_text("- {期次: 2020-09, 镇街: 集士港镇, 指标: phase_out, 累计完成: 2}\n", "utf-8")
    before = tree_of(sent.root)
    done = sent.merge("--apply")
    assert (1, before) == (done.code, tree_of(sent.root))
    assert "data-held" in done.codes()
    assert "新增 集士港镇 淘汰落后产能涉及企业数" in done.out


def test_firms_of_a_ledger_that_is_gone_are_told(sent: Round) -> None:
    full(sent)
    for stem in ("ledger", "penalties"):
        (sent.root / HAISHU_DATA / f"{stem}.csv").unlink()
    assert 5 == sum("return-firm-gone" in each for each in sent.findings("--apply"))


def test_a_new_progress_file_has_the_headings_of_ours(sent: Round) -> None:
    fill(sent.pen("集士港镇"))
    (sent.root / HAISHU_DATA / "progress.csv").unlink()
    sent.merge("--apply")
    head, row, end = sent.data("progress").decode("utf-8-sig").split("\r\n")
    assert head.startswith("期次,镇街,指标,累计完成,")
    assert (row[:12], "") == ("2020-10,集士港镇", end)


def test_a_file_as_excel_saves_it_keeps_its_encoding(sent: Round) -> None:
    fill(sent.pen("集士港镇"))
    path = sent.root / HAISHU_DATA / "progress.csv"
    path.write_bytes(path.read_bytes().decode("utf-8-sig").encode("gb18030"))
    before = path.read_bytes()
    sent.merge("--apply")
    row = "2020-10,集士港镇,淘汰落后产能涉及企业数,3,,2,1,0,3,2020-11-03,,,是\r\n"
    assert before + row.encode("gb18030") == path.read_bytes()


def test_killed_between_the_two_files_the_next_run_finishes_it(sent: Round) -> None:
    full(sent)
    before = sent.both()
    script = (
        "import os, signal, sys\n"
        "from lowcapdocs import rewriting\n"
        "from lowcapdocs.cli import main\n"
        "put, files = rewriting._put, []\n"
        "def dying(source, target):\n"
        "    files.append(target)\n"
        "    if len(files) == 2: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    put(source, target)\n"
        "rewriting._put = dying\n"
        f"sys.argv = ['lowcapdocs', 'returns', 'merge', '{NAME}', 'back', '--apply']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=sent.root, env={**os.environ}, check=False)
    assert -signal.SIGKILL == done.returncode
    half = sent.both()
    assert (True, True) == (half[0] != before[0], half[1] == before[1])
    assert ["rewrite-interrupted"] == [each.split()[0] for each in sent.findings() if "interrupted" in each]
    again = sent.merge("--apply")
    assert "rewrite-mended" in again.codes()
    assert "0项变动" in again.out
    assert CODE in load(sent.root / HAISHU_DATA).firm
    run(sent.root, "returns", "merge", NAME, "--undo")
    assert before == sent.both()


@pytest.mark.parametrize(
    "arguments",
    [("x", "--undo"), ("--undo", "--apply"), (), ("没有这个文件夹",)],
    ids=["paths", "apply", "none", "missing"],
)
def test_wrong_usage_is_told(sent: Round, arguments: tuple[str, ...]) -> None:
    assert 2 == run(sent.root, "returns", "merge", NAME, *arguments).code
