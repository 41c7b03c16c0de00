"""compare and register: what a sheet would change, and the file with it in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lowcapdocs.intake.compare import Difference, put
from lowcapdocs.intake.kinds import KINDS
from lowcapdocs.intake.register import Register
from lowcapdocs.sources.nodes import Report
from lowcapdocs.sources.rows import read
from tests.intake.books import CAMPAIGN, CODE, book, table, workbook

OLD = "镇街,淘汰落后产能涉及企业数（家）,备注\n集士港镇,3,旧\n古林镇,/,\n章水镇,1,\n全区,4,\n"


def compared(path: Path, kind: str, csv: str | None, rows: list[tuple[Any, ...]]) -> tuple[Difference, str]:
    """What `rows` change in the data file with this text, and its text with them in, without the BOM."""
    if csv is not None:
        (path / "old.csv").write_text(csv, encoding="utf-8")
    node = read(path / "old.csv", "old.csv", Report()) if csv is not None else None
    register = Register(KINDS[kind], node, CAMPAIGN)
    found = book(workbook(path / "new.xlsx", Sheet1=table(rows)), kind)
    assert [] == [each for each in found.findings if each.level == "error"]
    difference = put(register, found.entries)
    data = register.csv("\n")
    assert data.startswith(b"\xef\xbb\xbf")
    return difference, data.decode("utf-8-sig")


def changes(difference: Difference) -> list[tuple[str, ...]]:
    """Each change in brief; a new record with its values."""
    return [
        (each.kind, each.record, *each.values.values())
        if each.kind == "new"
        else (each.kind, each.record, each.old, each.new)
        for each in difference.changes
    ]


def test_new_changed_same_and_missing_records_are_told_apart(tmp_path: Path) -> None:
    rows = [("镇街", "淘汰落后产能涉及企业数", "备注"), ("集士港镇", 5, ""), ("古林镇", "/", ""), ("石碶街道", 2, "新")]
    found, text = compared(tmp_path, "quotas", OLD, rows)
    assert [
        ("changed", "集士港镇", "3", "5"),
        ("new", "石碶街道", "新", "2"),
        ("missing", "章水镇", "", ""),
    ] == changes(found)
    assert (1, 1, 1, 1) == (found.count("new"), found.count("changed"), found.same, found.count("missing"))
    assert "B2" == found.changes[0].where.cell
    assert (
        "镇街,淘汰落后产能涉及企业数（家）,备注\n集士港镇,5,旧\n古林镇,/,\n章水镇,1,\n石碶街道,2,新\n全区,8,\n" == text
    ), "a blank changes nothing, what is missing stays, the total is summed anew"


def test_what_is_written_otherwise_but_means_the_same_is_no_change(tmp_path: Path) -> None:
    csv = "镇街,phase_out\n集士港,3.0\n古林镇,/\n"
    rows = [("镇街", "淘汰落后产能涉及企业数"), ("集士港镇人民政府", "3家"), ("古林", "无")]
    found, text = compared(tmp_path, "quotas", csv, rows)
    assert ([], csv, False) == (found.changes, text, found.writes)


def test_a_new_measure_is_a_new_column(tmp_path: Path) -> None:
    rows = [("镇街", "整治提升“低散乱”企业（作坊）数"), ("集士港镇", 28)]
    _, text = compared(tmp_path, "quotas", OLD, rows)
    assert "集士港镇,3,旧,28" == text.splitlines()[1]
    assert text.splitlines()[0].endswith(",整治提升“低散乱”企业（作坊）数（家）")


def test_a_long_table_stays_long(tmp_path: Path) -> None:
    csv = "镇街,指标,任务数\n集士港镇,phase_out,3\n集士港镇,improve,28\n全区,improve,28\n"
    rows = [("镇街", "整治提升“低散乱”企业（作坊）数"), ("集士港镇", 30), ("古林镇", 1)]
    found, text = compared(tmp_path, "quotas", csv, rows)
    assert 1 == found.count("missing")
    assert [
        "集士港镇,phase_out,3",
        "集士港镇,improve,30",
        "古林镇,整治提升“低散乱”企业（作坊）数,1",
        "全区,improve,31",
    ] == text.splitlines()[1:]


def test_a_new_file_has_our_columns_in_our_order(tmp_path: Path) -> None:
    rows = [("备注", "整治提升“低散乱”企业（作坊）数", "镇街"), ("甲", 28, "集士港镇")]
    found, text = compared(tmp_path, "quotas", None, rows)
    assert "镇街,备注,整治提升“低散乱”企业（作坊）数（家）\n集士港镇,甲,28\n" == text
    assert [("new", "集士港镇", "甲", "28")] == [
        (*each[:2], *sorted(each[2:], reverse=True)) for each in changes(found)
    ]


def test_two_measures_of_a_new_town_are_one_new_record(tmp_path: Path) -> None:
    rows = [("镇街", "淘汰落后产能涉及企业数", "整治提升“低散乱”企业（作坊）数"), ("石碶街道", 3, 25)]
    found, _ = compared(tmp_path, "quotas", OLD, rows)
    assert [("new", "石碶街道", "3", "25")] == [each for each in changes(found) if each[0] == "new"]


def test_changed_progress_is_a_correction_beside_the_old_report(tmp_path: Path) -> None:
    csv = (
        "期次,镇街,指标,累计完成,本期完成,更正\n2020-05,集士港镇,phase_out,1,1,\n2020年6月,集士港镇,phase_out,2,1,\n"
        "2020-06,集士港镇,phase_out,3,1,1\n2020-06,古林镇,phase_out,1,,\n"
    )
    rows = [
        ("期次", "镇街", "淘汰落后产能涉及企业数累计完成"),
        ("6月", "集士港镇", 4),
        ("2020-06", "石碶街道", 0),
        ("2020-06", "月湖街道", "/"),
    ]
    found, text = compared(tmp_path, "progress", csv, rows)
    measure = "淘汰落后产能涉及企业数"
    assert [
        ("changed", f"2020-06 集士港镇 {measure}", "3", "4"),
        ("changed", f"2020-06 集士港镇 {measure}", "1", ""),
        ("new", f"2020-06 石碶街道 {measure}", "0"),
        ("missing", f"2020-06 古林镇 {measure}", "", ""),
    ] == changes(found)
    assert csv == "".join(text.splitlines(keepends=True)[:5]), "what was reported stays"
    assert ["2020-06,集士港镇,phase_out,4,,2", f"2020-06,石碶街道,{measure},0,,"] == text.splitlines()[5:]


LEDGER = f"编号,企业名称,统一社会信用代码,镇街,指标,状态,联系电话\n,甲厂,{CODE},集士港镇,phase_out,列入,123\nt2-1,乙厂,,古林镇,phase_out,停产,\n"


def test_a_firm_is_found_by_code_then_by_name_and_town(tmp_path: Path) -> None:
    rows = [
        ("企业名称", "信用代码", "镇街", "指标", "状态"),
        ("甲铸造厂", CODE, "集士港镇", "淘汰落后产能", "停产"),
        ("乙厂", "", "古林镇", "淘汰落后产能", "已拆除"),
        ("丙作坊", "/", "古林镇", "淘汰落后产能", ""),
    ]
    found, text = compared(tmp_path, "ledger", LEDGER, rows)
    assert [
        ("changed", "集士港镇 甲铸造厂", "甲厂", "甲铸造厂"),
        ("changed", "集士港镇 甲铸造厂", "列入", "停产"),
        ("changed", "古林镇 乙厂", "停产", "拆除"),
    ] == changes(found)[:3]
    assert [
        f",甲铸造厂,{CODE},集士港镇,phase_out,停产,123",
        "t2-1,乙厂,,古林镇,phase_out,拆除,",
        "t2-2,丙作坊,/,古林镇,淘汰落后产能涉及企业数,列入,",
    ] == text.splitlines()[1:]


def test_a_sheet_of_one_town_misses_nothing_of_another(tmp_path: Path) -> None:
    rows = [("企业名称", "镇街", "指标", "状态"), ("丁厂", "古林镇", "淘汰落后产能", "列入")]
    found, _ = compared(tmp_path, "ledger", LEDGER, rows)
    assert ["古林镇 乙厂"] == [each.record for each in found.changes if each.kind == "missing"]


def test_a_new_firm_without_a_town_is_refused(tmp_path: Path) -> None:
    rows = [("企业名称", "镇街", "指标", "状态"), ("丁厂", "", "淘汰落后产能", "列入")]
    found, text = compared(tmp_path, "ledger", LEDGER, rows)
    assert (["value-missing new.xlsx Sheet1!A2"], 3) == (
        [f"{each.code} {each.where}" for each in found.findings],
        len(text.splitlines()),
    )


def test_a_new_town_gets_an_id_of_its_own(tmp_path: Path) -> None:
    csv = "序号,编号,名称,类别\n1,town-1,集士港镇,镇\n2,gulin,古林镇,镇\n"
    found, text = compared(tmp_path, "towns", csv, [("名称", "类别"), ("集士港镇", "镇"), ("新设街道", "街道")])
    assert [",town-2,新设街道,街道"] == text.splitlines()[3:]
    assert (1, 1) == (found.same, found.count("missing"))


def test_a_correction_holds_only_what_the_sheet_says(tmp_path: Path) -> None:
    csv = (
        "期次,镇街,指标,累计完成,本期完成,关停取缔,累计验收,报送日期,更正,备注,示例\n"
        "2020-09,古林镇,improve,20,3,5,18,2020-10-09,,旧,是\n"
    )
    rows = [("期次", "镇街", "指标", "累计完成", "累计验收"), ("2020-09", "古林镇", "整治提升", 21, 18)]
    found, text = compared(tmp_path, "progress", csv, rows)
    assert "2020-09,古林镇,improve,21,,,18,,1,," == text.splitlines()[2]
    told = {each.column: (each.old, each.new) for each in found.changes}
    assert {"累计完成": ("20", "21"), "本期完成": ("3", ""), "关停取缔": ("5", "")} == told
