"""load: a folder of policy data becomes a campaign, or everything that is wrong with it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
import yaml

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.quantity import Blank, Goal
from lowcapdocs.problems import PolicyError, Where
from lowcapdocs.sources.load import load
from tests.builders import HAISHU, placeless, refused

CAMPAIGN = "name: 测试要点\nyear: 2020\nmeasures:\n  - {id: improve, name: 整治数, unit: 家}\n"
DOCUMENTS = "- {id: a, file: 甲, template: a.md.j2}\n"

TABLES: dict[str, list[dict[str, str]]] = {
    "departments": [
        {"编号": "gqb", "简称": "区工强办", "全称": "海曙区工强办", "别名": ""},
        {"编号": "fgj", "简称": "区发改局", "全称": "", "别名": "发改局、区发展和改革局"},
    ],
    "towns": [
        {"序号": "1", "编号": "shiqi", "名称": "石碶街道", "区划代码": "033020300100"},
        {"序号": "2", "编号": "gulin", "名称": "古林镇", "区划代码": ""},
    ],
    "quotas": [
        {"镇街": "石碶", "整治数（家）": "28"},
        {"镇街": "古林镇", "整治数（家）": "/"},
        {"镇街": "合计", "整治数（家）": "28"},
    ],
    "tasks": [
        {
            "领域": "能耗方面", "编号": "energy-1", "标题": "严格", "内容": "监察{audits}，\n并“整治”；达标。",
            "目标": "audits 监察 13家以上；chp 对标 2.5万吨", "牵头单位": "区发改局、区工强办", "牵头方式": "分别",
            "责任单位": "全部镇街", "完成时限": "11月15日前", "时限日期": "",
        },
        {
            "领域": "环保方面", "编号": "env-1", "标题": "执法", "内容": "执法。", "目标": "", "牵头单位": "发改局",
            "牵头方式": "", "责任单位": "石碶", "完成时限": "", "时限日期": "",
        },
    ],
    "ledger": [
        {
            "编号": "a", "企业名称": "示例企业甲", "镇街": "石碶", "统一社会信用代码": "91350100M000100Y43", "状态": "验收",
            "能耗（吨标准煤）": "12.5", "占地（亩）": "3", "验收日期": "2020-06-18", "示例": "是",
        },
        {
            "编号": "b", "企业名称": "示例企业乙", "镇街": "古林", "统一社会信用代码": "", "状态": "列入",
            "能耗（吨标准煤）": "", "占地（亩）": "/", "验收日期": "", "示例": "",
        },
    ],
    "penalties": [
        {"编号": "p", "台账编号": "a", "类别": "吊销", "决定日期": "2020-07-15", "决定机关": "发改局"},
    ],
    "documents": [
        {"编号": "a", "文件名": "甲", "模板": "a.md.j2", "文种": "通知", "主送": "各镇、各街道", "成文日期": "2020-04-05"},
    ],
}  # fmt: skip


def write_csv(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def write_xlsx(path: Path, rows: list[dict[str, str]]) -> None:
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("数据")
        page.write_row(0, 0, list(rows[0]))
        for number, row in enumerate(rows, start=1):
            for column, text in enumerate(row.values()):
                page.write(number, column, float(text) if text.isdigit() and text[0] != "0" else text)


def write_yaml(path: Path, rows: list[dict[str, str]]) -> None:
    listed = [{name: value for name, value in row.items() if value} for row in rows]
    path.write_text(yaml.safe_dump(listed, allow_unicode=True, sort_keys=False), encoding="utf-8")


WRITERS: dict[str, Callable[[Path, list[dict[str, str]]], None]] = {
    "csv": write_csv, "xlsx": write_xlsx, "yaml": write_yaml,
}  # fmt: skip


def folder(path: Path, campaign: str = CAMPAIGN, **files: str) -> Path:
    """A campaign folder; other files by their stem, as YAML."""
    path = path / "test"
    path.mkdir()
    for stem, text in {"campaign": campaign, "documents": DOCUMENTS, **files}.items():
        (path / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return path


def loaded(path: Path, ending: str) -> Campaign:
    """The campaign of TABLES, all written with one ending."""
    path = folder(path)
    (path / "documents.yaml").unlink()
    for stem, rows in TABLES.items():
        WRITERS[ending](path / f"{stem}.{ending}", rows)
    return load(path)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_yaml_csv_and_xlsx_are_equal_sources(tmp_path: Path, ending: str) -> None:
    (tmp_path / "one").mkdir()
    assert placeless(loaded(tmp_path, ending)) == placeless(loaded(tmp_path / "one", "yaml"))


def test_what_the_tables_say_is_what_the_campaign_holds(tmp_path: Path) -> None:
    found = loaded(tmp_path, "xlsx")
    assert ["石碶街道", "古林镇"] == [town.name for town in found.towns]
    assert [Decimal(28), Blank.NONE] == [found.quota(town, "improve") for town in ("shiqi", "gulin")]
    assert (Goal("improve", Decimal(28)),) == placeless(found.stated_totals)
    assert ["能耗方面", "环保方面"] == [area.name for area in found.areas]
    assert "监察{audits}，并“整治”；达标。" == found.task["energy-1"].text
    assert [("石碶街道", Decimal("12.5"), True), ("古林镇", None, False)] == [
        (firm.town.name, firm.energy, firm.sample) for firm in found.firms
    ]
    assert [("a", "示例企业甲", "fgj")] == [(each.firm, each.name, each.authority.id) for each in found.penalties]
    assert Where("test/quotas.xlsx", "数据", 2, "整治数（家）") == found.quotas[0].where


def test_the_campaign_of_the_repository_loads() -> None:
    found = load(HAISHU)
    assert (18, 9, 13, 15) == (len(found.towns), len(found.departments), len(found.task), len(found.documents))
    assert {"phase_out": 21, "improve": 165} == found.goal == found.total
    assert placeless(found.stated_totals) == placeless(found.goals)


def test_a_campaign_may_say_very_little(tmp_path: Path) -> None:
    found = load(folder(tmp_path, "name: 甲\nbasis:\ntexts:\n"))
    assert ("test", "甲", "甲", None, None, None, "合计") == (
        found.id, found.name, found.short_name, found.year, found.issuer, found.deadline, found.total_name,
    )  # fmt: skip


def test_messages_name_files_as_their_user_knows_them(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as problem:
        load(folder(tmp_path, "name:\n"), shown_as="policy_data/test")
    assert ["value-missing policy_data/test/campaign.yaml 第1行 “name”"] == refused(problem.value)


@pytest.mark.parametrize(
    ("expected", "campaign"),
    [
        (["value-form test/campaign.yaml 第1行"], "- 甲\n"),
        (["file-empty test/campaign.yaml"], ""),
        (["column-unknown test/campaign.yaml 第2行 “颜色”"], "name: 甲\n颜色: 红\n"),
        (["value-number test/campaign.yaml 第2行 “year”"], "name: 甲\nyear: 二〇二〇\n"),
        (["value-number test/campaign.yaml 第2行 “year”"], "name: 甲\nyear: ²⁰²⁰\n"),
        (["value-number test/campaign.yaml 第2行 “year”"], "name: 甲\nyear: 20200\n"),
        (["value-number test/campaign.yaml 第2行 “year”"], "name: 甲\nyear: 1900\n"),
        (["file-missing test"], "name: 甲\nissuer: 甲办\n"),
        (["value-choice test/campaign.yaml 第2行 “without”"], "name: 甲\nwithout: [任务, 会议]\n"),
        (["id-form test/campaign.yaml 第3行 “导语”"], "name: 甲\ntexts:\n  导语:\n"),
        (["value-form test/campaign.yaml 第3行 “a”"], "name: 甲\ntexts:\n  a: [b]\n"),
        (["value-control test/campaign.yaml 第1行 “name”"], 'name: "甲\\u202e"\n'),
        (["value-missing test/campaign.yaml 第3行 “unit”"], "name: 甲\nmeasures:\n  - {id: a, name: 甲}\n"),
        (
            ["id-twice test/campaign.yaml 第4行 “basis”"],
            "name: 甲\nbasis:\n  - {id: a, title: 甲}\n  - {id: a, title: 乙}\n",
        ),
        (
            ["measure-unknown test/campaign.yaml 第3行 “measure”", "value-number test/campaign.yaml 第3行 “amount”"],
            "name: 甲\ngoals:\n  - {measure: a, amount: 多}\n",
        ),
    ],
)
def test_what_is_wrong_with_a_campaign_is_told_once_with_its_place(
    tmp_path: Path, expected: list[str], campaign: str
) -> None:
    with pytest.raises(PolicyError) as problem:
        load(folder(tmp_path, campaign))
    assert sorted(expected) == sorted(refused(problem.value))


def test_one_reading_tells_the_problems_of_every_file(tmp_path: Path) -> None:
    path = folder(tmp_path, "name:\n", towns="- {id: a}\n", quotas="- {镇街: '', x: 1}\n", tasks="甲\n")
    with pytest.raises(PolicyError) as problem:
        load(path)
    assert {"campaign.yaml", "towns.yaml", "quotas.yaml", "tasks.yaml"} == {
        finding.where.file.removeprefix("test/") for finding in problem.value.findings
    }


def test_a_finding_is_told_once(tmp_path: Path) -> None:
    path = folder(tmp_path, documents="- {id: a, file: 甲, template: a.md.j2, formats: {docx: 1}}\n")
    with pytest.raises(PolicyError) as problem:
        load(path)
    assert ["value-form test/documents.yaml 第1行 “formats”"] == refused(problem.value)


def test_a_folder_without_campaign_and_documents_is_no_campaign(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as problem:
        load(tmp_path, shown_as="甲")
    assert ["file-missing 甲", "file-missing 甲"] == refused(problem.value)


def test_two_files_for_one_kind_of_data_are_refused(tmp_path: Path) -> None:
    path = folder(tmp_path, towns="- {id: a, name: 甲镇}\n")
    (path / "towns.csv").write_text("编号,名称\na,甲镇\n", encoding="utf-8")
    with pytest.raises(PolicyError) as problem:
        load(path)
    assert ["file-twice test"] == refused(problem.value)
