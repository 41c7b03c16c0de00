"""partial: one fault in the data does not hide the others, and brings none on that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspaces import DATA, edit, edited, findings, run, sample, small


def test_a_bad_cell_hides_nothing_else(tmp_path: Path) -> None:
    small(
        tmp_path,
        {
            **edited("campaign.yaml", ("deadline: 2020年度", "deadline: 某天前")),
            **edited("quotas.csv", ("西街道,/", "西街道,三")),
            **edited("documents.yaml", ("template: table", "template: tabel")),
        },
    )
    edit(tmp_path / "templates/notice.md.j2", "# 任务", "{% endfr %}")
    assert ["deadline-no-date", "quota-form", "template-missing", "template-syntax"] == sorted(
        line.split()[0] for line in findings(tmp_path)
    )


def test_a_bad_included_template_is_told_too(tmp_path: Path) -> None:
    small(tmp_path, edited("quotas.csv", ("西街道,/", "西街道,三")))
    edit(tmp_path / "templates/notice.md.j2", "# 任务", "{% include 'gone.j2' %}")
    assert ["quota-form", "template-missing"] == sorted(line.split()[0] for line in findings(tmp_path))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("campaign.yaml", "issuer: 甲局", "issuer: 丙局"),
        ("campaign.yaml", "year: 2020", "year: 二〇"),
        ("campaign.yaml", "amount: 8", "amount: 八"),
        ("campaign.yaml", "id: improve", "id: 提升"),
        ("towns.csv", "编号,名称", "编号,名字称"),
        ("departments.csv", "yi,乙局", "yi,"),
        ("tasks.yaml", "lead: 乙局", "lead: 丁局"),
        ("documents.yaml", "for_each: town", "for_each: 逐个"),
        ("documents.yaml", "disclosure: 主动公开\n- id", "disclosure: 公开\n- id"),
        ("quotas.csv", "东镇,8", "东镇,八"),
        ("quotas.csv", "东镇,8", "丁镇,8"),
    ],
)
def test_a_fault_is_told_and_not_what_it_brings_on(tmp_path: Path, name: str, old: str, new: str) -> None:
    small(tmp_path, edited(name, (old, new)))
    for line in findings(tmp_path):
        assert f" {DATA}/{name}" in line or line.startswith("measure-unknown"), line


def test_what_is_issued_lacks_neither_number_nor_text(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    before = run(root, "check", "haishu-2020").codes()
    edit(root / "policy_data/haishu-2020/quotas.csv", "古林镇,3,28", "古林镇,三,28")
    after = run(root, "check", "haishu-2020").codes()
    assert "quota-form" in after
    assert set(after) <= {*before, "quota-form"}
