"""consequences: a table that cannot be read is told, and not each name that was looked for in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspaces import DATA, HAISHU_DATA, edited, findings, run, sample, small, write


@pytest.mark.parametrize("name", ["documents.yaml", "tasks.yaml", "ledger.csv"])
def test_a_malformed_file_is_told_alone(tmp_path: Path, name: str) -> None:
    root = sample(tmp_path, issued=True)
    write(root, {f"{HAISHU_DATA}/{name}": "- {id: a\n  b: [" if name.endswith("yaml") else b"\xff\xfe\x00"})
    told = run(root, "check", "haishu-2020").codes()
    assert 1 == len([code for code in told if code not in ("firm-evidence", "issued-incomplete")]), told


def test_a_missing_file_is_told_alone(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    write(root, {f"{HAISHU_DATA}/documents.yaml": None})
    assert ["file-missing", "firm-evidence"] == sorted(set(run(root, "check", "haishu-2020").codes()))


def test_a_mistyped_heading_does_not_make_every_town_unknown(tmp_path: Path) -> None:
    small(tmp_path, edited("towns.csv", ("编号,名称", "编号,名字称")))
    assert {"column-unknown", "value-missing"} == {line.split()[0] for line in findings(tmp_path)}


def test_a_name_that_is_wrong_is_told_beside_another_fault(tmp_path: Path) -> None:
    small(tmp_path, edited("quotas.csv", ("西街道,/", "西街道,三\n北镇,/")))
    assert [
        f"name-unknown {DATA}/quotas.csv 第4行 “镇街”",
        f"quota-form {DATA}/quotas.csv 第3行 “整治提升数”",
    ] == sorted(findings(tmp_path))


@pytest.mark.parametrize(
    ("stem", "word", "files"),
    [
        ("towns", "镇街", "ledger.csv、quotas.csv、progress.csv、assessment.yaml"),
        ("departments", "部门", "campaign.yaml、tasks.yaml、schedule.yaml、penalties.csv"),
    ],
)
def test_a_missing_table_of_units_is_told_once_with_the_files_that_name_them(
    tmp_path: Path, stem: str, word: str, files: str
) -> None:
    root = sample(tmp_path, issued=True)
    write(root, {f"{HAISHU_DATA}/{stem}.csv": None})
    [told] = [line for line in run(root, "check", "haishu-2020").out.splitlines() if line.startswith("错误[")]
    message = f"没有{word}数据 {stem}.csv（或 .yaml、.xlsx），{files}里却用到了{word}。"
    assert told == f"错误[file-missing] {HAISHU_DATA}：{message} → 请把 {stem}.csv 放回来，或者参照示例数据新建。"


def test_a_table_of_towns_that_cannot_be_read_is_told_and_not_that_no_town_was_read(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    write(root, {f"{HAISHU_DATA}/towns.csv": b"\xff\xfe\x00"})
    codes = run(root, "check", "haishu-2020").codes()
    assert ["file-unreadable"] == [code for code in codes if code not in ("firm-evidence", "issued-incomplete")]
