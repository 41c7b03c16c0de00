"""Campaigns of another shape, another kind of document, several campaigns: data and templates, no code."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import xlsxwriter

from tests.builders import REPOSITORY
from tests.workbook.test_writer import rows as sheet_rows
from tests.workspaces import DATA, SMALL, edit, findings, manifest, run, small, tree_of, word_text, write

Files = dict[str, str | bytes | None]


OTHER: Files = {
    "policy_data/yongan-2026/campaign.yaml": """\
名称: 永安县2026年工业节能降碳行动方案
简称: 工业节能降碳
年度: 2026
发文机关: 县经信局
完成时限: 2026年底前
合计名称: 全县
指标:
  - {编号: coal, 名称: 压减煤炭, 单位: 万吨, 小数位: 2}
  - {编号: land, 名称: 腾退用地, 单位: 亩, 小数位: 1}
  - {编号: rate, 名称: 单位能耗下降, 单位: "%", 小数位: 1}
目标:
  - {指标: coal, 数量: 3.75}
  - {指标: land, 数量: 120.5}
""",
    "policy_data/yongan-2026/departments.csv": "编号;简称;全称\njxj;县经信局;永安县经济和信息化局\nfgj;县发改局;\n".encode("gb18030"),
    "policy_data/yongan-2026/tasks.csv": "\ufeff领域,编号,任务,任务内容,目标,牵头单位,责任单位,完成时限\r\n"
    "能源,coal-1,压减用煤,年内淘汰燃煤锅炉{boilers}。,boilers 淘汰燃煤锅炉 12台以上,县发改局,各镇街,11月20日前\r\n"
    "土地,land-1,腾退用地,腾退低效用地。,,县经信局、县发改局,各镇街,\r\n",
    "policy_data/yongan-2026/documents.yaml": """\
- 编号: letter
  文件名: 函/{单位}
  模板: letter.md.j2
  文种: 函
  逐个生成: town
  主送: [本单位]
  公开属性: 主动公开
- 编号: table
  文件名: 分解表
  模板: quota_table.md.j2
  格式: [docx, xlsx]
  公开属性: 主动公开
""",
    "templates/letter.md.j2": """\
---
标题: 关于商请{{ town }}做好{{ campaign.short_name }}工作的函
---
请完成{% for measure in campaign.measures %}{{ measure.work }}{{ campaign.quota(town, measure).with_unit }}{{ "、" if not loop.last }}{% endfor %}。

{% for task in campaign.tasks %}
# {{ task.title }}。

{{ task.text }}（{{ task.duty }}，{{ task.deadline }}）{{ task.here }}

{% endfor %}
""",
    "templates/quota_table.md.j2": (REPOSITORY / "templates/quota_table.md.j2").read_text(encoding="utf-8"),
}  # fmt: skip


def other(root: Path) -> Path:
    """A county of another shape: decimals, three units, tasks in CSV, towns and quotas in XLSX, no park."""
    write(root, OTHER)
    for name, table in {
        "towns": [["编号", "名称", "区划代码"], ["chengguan", "城关镇", "350481101"], ["xiyang", "西洋乡", ""]],
        "quotas": [
            ["镇街", "指标", "任务数"],
            ["城关镇", "压减煤炭", 2.5], ["西洋乡", "coal", 1.25],
            ["城关镇", "land", 120.5], ["西洋乡", "腾退用地（亩）", "/"],
            ["城关镇", "rate", 3.2], ["西洋乡", "rate", 3],
        ],
    }.items():  # fmt: skip
        book = xlsxwriter.Workbook(str(root / f"policy_data/yongan-2026/{name}.xlsx"))
        sheet = book.add_worksheet("数据")
        for row, line in enumerate(table):
            sheet.write_row(row, 0, line)
        book.close()
    return root


def test_a_campaign_of_another_shape_needs_no_code(tmp_path: Path) -> None:
    out = tmp_path / "build/word/yongan-2026"
    ran = run(other(tmp_path), "all")
    assert (0, ["lead-manner", "bracket-nested", "bracket-nested"]) == (ran.code, ran.codes())
    assert ["manifest.json", "函/城关镇.docx", "函/西洋乡.docx", "分解表.docx", "分解表.xlsx"] == sorted(
        tree_of(out), key=lambda name: (name != "manifest.json", name)
    )
    text = word_text(out / "函/西洋乡.docx")
    assert "请完成压减煤炭1.25万吨、腾退用地/、单位能耗下降3.0%。" in text
    assert "年内淘汰燃煤锅炉12台以上。（县发改局牵头，各镇（乡）落实，11月20日前）" in text
    assert "县经信局、县发改局牵头，各镇（乡）落实，2026年底前" in text
    assert [
        ["镇（乡）", "压减煤炭（万吨）", "腾退用地（亩）", "单位能耗下降（%）"],
        ["城关镇", 2.5, 120.5, 3.2],
        ["西洋乡", 1.25, "/", 3.0],
        ["全县", 3.75, 120.5, 6.2],
    ] == sheet_rows((out / "分解表.xlsx").read_bytes())[1:]


def test_a_place_in_a_workbook_names_sheet_row_and_column(tmp_path: Path) -> None:
    write(other(tmp_path), {"policy_data/yongan-2026/departments.csv": "编号,简称\njxj,县经信局\n"})
    assert ["name-unknown policy_data/yongan-2026/tasks.csv 第2行 “牵头单位”",
            "name-unknown policy_data/yongan-2026/tasks.csv 第3行 “牵头单位”"] == findings(tmp_path)[:2]  # fmt: skip
    write(tmp_path, {"policy_data/yongan-2026/departments.csv": OTHER["policy_data/yongan-2026/departments.csv"]})
    edit(tmp_path / "policy_data/yongan-2026/campaign.yaml", "小数位: 2", "小数位: 1")
    assert "quota-decimals policy_data/yongan-2026/quotas.xlsx 工作表“数据” 第3行 “任务数”" in findings(tmp_path)


def test_a_new_kind_of_document_is_a_template_and_an_entry(tmp_path: Path) -> None:
    entry = """\
- id: brief
  file: 简报/{{单位}}
  template: brief.md.j2
  kind: 通报
  for_each: department
  addressees: [本单位]
  consent: 经区政府同意
  disclosure: 依申请公开
  disclosure_reason: 内部
""".replace("{{", "{").replace("}}", "}")
    template = "---\n标题: 关于{{ department }}工作情况的通报\n---\n{{ document.consent }}，现通报如下。\n"
    write(
        small(tmp_path),
        {
            f"{DATA}/documents.yaml": SMALL[f"{DATA}/documents.yaml"] + entry,
            "templates/brief.md.j2": template,
        },
    )
    assert (0, []) == (run(tmp_path, "word").code, findings(tmp_path))
    assert ("通报", "yi", "依申请公开") == tuple(
        manifest(tmp_path / "build/word/test")["简报/乙局.docx"][key] for key in ("kind", "department", "disclosure")
    )


def test_each_campaign_is_made_and_told_for_itself(tmp_path: Path) -> None:
    small(tmp_path)
    shutil.copytree(tmp_path / DATA, tmp_path / "policy_data/zwei")
    edit(tmp_path / "policy_data/zwei/quotas.csv", "东镇,8", "东镇,7")
    ran = run(tmp_path, "word")
    assert (1, ["goal-total", "quota-total"]) == (ran.code, ran.codes())
    assert ["test"] == os.listdir(tmp_path / "build/word")
    assert (0, []) == (run(tmp_path, "check", "test").code, run(tmp_path, "check", "test").codes())
    assert (1, "test：4份") == (ran.code, ran.out.strip().split("/")[-1])


def test_a_town_or_document_that_is_not_there_is_told(tmp_path: Path) -> None:
    small(tmp_path)
    for arguments, code in (
        (("--only", "x"), "document-unknown"),
        (("--town", "北镇"), "name-unknown"),
        (("--only", "table", "--town", "东镇"), "document-unknown"),
    ):
        ran = run(tmp_path, "word", *arguments)
        assert (1, [code]) == (ran.code, ran.codes())
    assert not (tmp_path / "build").exists()
