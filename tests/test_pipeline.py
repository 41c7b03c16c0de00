"""pipeline, job, review and batch together: one datum everywhere, other campaigns, hostile data."""

from __future__ import annotations

import csv
import os
import pickle
import re
import shutil
from pathlib import Path

import pytest
import xlsxwriter

from lowcapdocs.problems import NOWHERE, PolicyError, error
from tests.builders import REPOSITORY
from tests.workbook.test_writer import rows as sheet_rows
from tests.workspaces import (
    DATA,
    HAISHU_DATA,
    HAISHU_DRAFTS,
    HAISHU_WORD,
    SAMPLE_CODES,
    SMALL,
    edit,
    edited,
    findings,
    manifest,
    plain_draft,
    process,
    run,
    sample,
    small,
    tree_of,
    word_text,
    write,
)

Files = dict[str, str | bytes | None]

# The sample


def test_the_sample_gives_exactly_its_four_warnings(tmp_path: Path) -> None:
    assert [
        *(
            f"issued-incomplete {HAISHU_DATA}/documents.yaml 第{line}行 “{field}”"
            for line, field in ((10, "number"), (11, "date"), (5, "text"))
        ),
        "face-lacks 通知/09-石碶街道.md 第1行",
    ] == findings(sample(tmp_path))


def test_one_quota_changed_alone_stops_with_a_clear_finding(tmp_path: Path) -> None:
    run(sample(tmp_path), "all")
    before = tree_of(tmp_path / "build")
    edit(tmp_path / HAISHU_DATA / "quotas.csv", "集士港镇,3,28", "集士港镇,3,30")
    for command in ("check", "draft", "word", "all"):
        ran = run(tmp_path, command)
        assert (1, True) == (ran.code, {"goal-total", "quota-total"} <= set(ran.codes()))
        assert "各镇街“整治提升“低散乱”企业（作坊）数”合计167家，主要目标为165家，两者不符。" in ran.out + ran.err
    assert before == tree_of(tmp_path / "build")


def test_one_quota_changed_with_goal_and_total_changes_everywhere(tmp_path: Path) -> None:
    run(sample(tmp_path), "all")
    edit(tmp_path / HAISHU_DATA / "quotas.csv", "集士港镇,3,28", "集士港镇,3,777")
    edit(tmp_path / HAISHU_DATA / "quotas.csv", "全区,21,165", "全区,21,914")
    edit(tmp_path / HAISHU_DATA / "campaign.yaml", "amount: 165", "amount: 914")
    ran = run(tmp_path, "all")
    assert (0, SAMPLE_CODES) == (ran.code, ran.codes())
    drafts, out = tmp_path / HAISHU_DRAFTS, tmp_path / HAISHU_WORD
    texts = {
        **{path.relative_to(drafts).as_posix(): plain_draft(path) for path in drafts.rglob("*.md")},
        **{path.relative_to(out).as_posix(): word_text(path) for path in out.rglob("*.docx")},
        "任务分解表.xlsx": "\n".join(
            f"{cell:g}" if isinstance(cell, float) else cell
            for row in sheet_rows((out / "任务分解表.xlsx").read_bytes())
            for cell in row
        ),
    }

    def printing(number: str) -> set[str]:
        return {name for name, text in texts.items() if re.search(rf"(?<!\d){number}(?!\d)", text)}

    assigned = [file.stem for file in (out / "通知").iterdir() if file.stem[:2] not in map(str, range(10, 16))]
    notices = {f"通知/{stem}{end}" for stem in assigned for end in (".docx", ".md")}
    tables = {"任务分解表.docx", "任务分解表.md", "任务分解表.xlsx"}
    whole = {f"{name}{end}" for name in ("印发通知", "工作要点") for end in (".docx", ".md")}
    assert 59 == len(texts)
    assert whole | tables | notices == printing("914")
    assert whole | tables | {"通知/01-集士港镇.docx", "通知/01-集士港镇.md"} == printing("777")
    assert set() == printing("165")


def test_the_manifest_tells_what_each_file_is(tmp_path: Path) -> None:
    run(sample(tmp_path), "word")
    listed = manifest(tmp_path / HAISHU_WORD)
    assert sorted(name for name in tree_of(tmp_path / HAISHU_WORD) if name != "manifest.json") == sorted(listed)
    notice = listed["通知/01-集士港镇.docx"]
    assert {
        "file": "通知/01-集士港镇.docx",
        "document": "town-notice",
        "kind": "通知",
        "title": "关于下达集士港镇2020年淘汰落后产能及“低散乱”整治提升目标任务的通知",
        "town": "jishigang",
        "department": "",
        "disclosure": "依申请公开",
        "status": "draft",
        "sample": "通知的正文和“经区政府同意”为示例",
        "sha256": tree_of(tmp_path / HAISHU_WORD)["通知/01-集士港镇.docx"],
    } == notice
    assert {"docx": 29, "xlsx": 1} == {
        ending: sum(name.endswith(ending) for name in listed) for ending in ("docx", "xlsx")
    }


def test_a_town_without_quota_is_told_in_words(tmp_path: Path) -> None:
    run(sample(tmp_path), "word", "--town", "月湖街道")
    text = word_text(tmp_path / HAISHU_WORD / "通知/10-月湖街道.docx")
    assert (True, False, False) == ("区里未向你单位分解" in text, "/家" in text, "/" in text)


def test_the_same_bytes_come_out_twice_anywhere_and_with_any_number_of_processes(tmp_path: Path) -> None:
    first, second = sample(tmp_path / "一"), sample(tmp_path / "二 二")
    assert 0 == process(first, "all", env={"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"}).code
    surroundings = {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "LC_ALL": "C"}
    assert 0 == process(second, "all", "--jobs", "3", env=surroundings).code
    expected = tree_of(first / "build")
    assert (61, expected) == (len(expected), tree_of(second / "build"))
    assert 0 == process(first, "word", "--jobs", "3").code
    assert expected == tree_of(first / "build")


# Another shape


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
    "templates/quota_table.md.j2": (REPOSITORY / "templates/quota_table.md.j2").read_text(encoding="utf-8").replace(" 宽=9,10,10", ""),
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
        ["镇（乡）、街道和园区", "压减煤炭（万吨）", "腾退用地（亩）", "单位能耗下降（%）"],
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


# A table is asked for and missing; names of files


def test_a_workbook_without_table_is_found_by_check_in_one_process_and_in_several(tmp_path: Path) -> None:
    small(tmp_path, edited("documents.yaml", ("  for_each: town\n", "  for_each: town\n  formats: [docx, xlsx]\n")))
    assert [f"no-table {DATA}/documents.yaml 第6行 “formats”"] == findings(tmp_path)
    for arguments in (("word",), ("word", "--jobs", "2"), ("word", "--jobs", "2", "--only", "notice")):
        ran = run(tmp_path, *arguments)
        assert (1, ["no-table"]) == (ran.code, ran.codes())


def test_findings_pass_from_process_to_process() -> None:
    problem = PolicyError([error("a", NOWHERE, "甲"), error("b", NOWHERE, "乙")])
    assert problem.findings == pickle.loads(pickle.dumps(problem)).findings


NAMES = {
    "../../外面": "外面",
    "../../../../../../tmp/x": "tmp/x",
    "/etc/公文": "etc/公文",
    "a//b": "a/b",
    "夹\\名": "夹_名",
    'a:b*c?d"e<f>g|h': "a_b_c_d_e_f_g_h",
    " 前后 . ": "前后",
    "通知.docx": "通知.docx",
    "~$x": "~$x",
    "manifest": "manifest",
}


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_file_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    small(tmp_path / "内", edited("documents.yaml", ("file: 任务表", f"file: {quoted}")))
    before = {path for path in tree_of(tmp_path) if not path.startswith("内/build/")}
    for command in ("draft", "word"):
        assert 0 == run(tmp_path / "内", command).code
    assert before == {path for path in tree_of(tmp_path) if not path.startswith("内/build/")}
    out = tmp_path / "内/build/word/test"
    assert {f"{NAMES[name]}.docx", f"{NAMES[name]}.xlsx"} < set(tree_of(out))
    assert set(manifest(out)) | {"manifest.json"} == set(tree_of(out))


@pytest.mark.parametrize("name", ["..", "/", ".", "CON", "nul", "com1.表", "夹/LPT9", "长" * 300, "夹/" + "长" * 80])
def test_a_name_that_no_system_takes_is_told(tmp_path: Path, name: str) -> None:
    small(tmp_path, edited("documents.yaml", ("file: 任务表", f"file: '{name}'")))
    assert [f"file-name {DATA}/documents.yaml 第12行 “file”"] == findings(tmp_path)
    assert 1 == run(tmp_path, "all").code


def test_two_documents_whose_names_differ_in_case_only_are_told(tmp_path: Path) -> None:
    more = "- id: two\n  file: list\n  template: table.md.j2\n  disclosure: 主动公开\n"
    documents = SMALL[f"{DATA}/documents.yaml"].replace("任务表", "List") + more
    assert [f"file-twice {DATA}/documents.yaml 第16行"] == findings(
        small(tmp_path, {f"{DATA}/documents.yaml": documents})
    )


# Hostile data: whatever it is, a finding or a document, never a traceback


NASTY = (
    '甲/乙\\丙:丁*戊?己"庚<辛>壬|癸',
    "名" * 300,
    "COM1",
    "{{ x }}",
    "[28](quota/a/b)",
    "# 题",
    "甲|乙",
    "**粗",
    "a\\",
)


@pytest.mark.parametrize("name", NASTY)
def test_a_town_of_any_name_is_printed_or_told(tmp_path: Path, name: str) -> None:
    small(tmp_path)
    for file, row in (("towns.csv", ["2", "xi", name, "街道", "", "", ""]), ("quotas.csv", [name, "/"])):
        lines = list(csv.reader(SMALL[f"{DATA}/{file}"].splitlines()))
        changed = [row if "西街道" in line else line for line in lines]
        with (tmp_path / DATA / file).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(changed)
    ran = run(tmp_path, "all")
    if ran.code:
        assert ["file-name"] == list(dict.fromkeys(ran.codes()))
        return
    texts = [word_text(path) for path in (tmp_path / "build/word/test/通知").rglob("*.docx")]
    assert 1 == sum(name in text.replace("\n", "") for text in texts)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b[31m", "\u202e", "\ud800", "\ufffe"])
def test_control_characters_are_told(tmp_path: Path, character: str) -> None:
    text = SMALL[f"{DATA}/towns.csv"].replace("西街道,街道", f"西{character}街道,街道")
    small(tmp_path, {f"{DATA}/towns.csv": text.encode(errors="surrogatepass")})
    ran = run(tmp_path, "check")
    assert (1, True) == (ran.code, len(ran.codes()) > 0)


DATA_FILES = ("campaign.yaml", "departments.csv", "towns.csv", "quotas.csv", "tasks.yaml", "documents.yaml")
RUBBISH: dict[str, bytes] = {
    "nothing": b"",
    "blanks": b" \n\t\n",
    "zeros": b"\x00" * 100,
    "no text": b"\xff\xfe\xff\x00\xd8",
    "half a character": "甲".encode()[:2],
    "bad YAML": b"a: [1,\nb: }",
    "tabs": b"a:\n\t- b",
    "one word": "甲".encode(),
    "a number": b"12",
    "a list of lists": b"[[1], [2]]",
    "a deep list": b"[" * 600,
    "a mapping of mappings": b"{a: {b: {c: 1}}}",
    "an alias": b"&a [*a]",
    "a tag": b"!!python/object/apply:os.system ['echo']",
    "an open quote": '编号,"简称\n甲'.encode(),
    "commas": b",,,\n,,,\n",
    "two documents": b"a: 1\n---\nb: 2\n",
    "a workbook": b"PK\x03\x04rubbish",
}


@pytest.mark.parametrize("file", DATA_FILES)
def test_a_file_of_rubbish_is_told(tmp_path: Path, file: str) -> None:
    for content in RUBBISH.values():
        small(tmp_path, {f"{DATA}/{file}": content})
        ran = run(tmp_path, "draft")
        assert (1, True) == (ran.code, DATA in ran.err)
        assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("file", [file for file in DATA_FILES if file != "tasks.yaml"])
def test_a_file_that_is_missing_or_a_folder_is_told(tmp_path: Path, file: str) -> None:
    write(small(tmp_path), {f"{DATA}/{file}": None})
    for _ in range(2):
        ran = run(tmp_path, "check")
        assert (1, True) == (ran.code, len(ran.codes()) > 0)
        (tmp_path / DATA / file).mkdir(exist_ok=True)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0" * 100])
def test_a_broken_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    write(small(tmp_path), {f"{DATA}/towns.csv": None, f"{DATA}/towns.xlsx": content})
    assert f"file-unreadable {DATA}/towns.xlsx" == findings(tmp_path)[0]


NUMBERS = ("9" * 400, "1e5", "NaN", "Infinity", "1,2", "八", "0x8", "8家", "1.5.2", "9" * 16)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("place", ["quotas.csv 东镇,8", "campaign.yaml amount: 8", "tasks.yaml amount: 13"])
def test_a_number_that_is_none_is_told(tmp_path: Path, place: str, number: str) -> None:
    file, _, old = place.partition(" ")
    quoted = f'"{number}"'
    ran = run(small(tmp_path, edited(file, (old, old.rstrip("0123456789") + quoted))), "check")
    assert (1, True) == (ran.code, len(ran.codes()) > 0)


def test_more_decimals_than_make_sense_are_told(tmp_path: Path) -> None:
    small(tmp_path, edited("campaign.yaml", ("unit: 家,", "unit: 家, decimals: 100,")))
    assert f"value-number {DATA}/campaign.yaml 第9行 “decimals”" in findings(tmp_path)


@pytest.mark.parametrize("year", ["²⁰²⁰", "20", "99999", "二〇二〇", "-1"])
def test_a_year_that_is_none_is_told(tmp_path: Path, year: str) -> None:
    small(tmp_path, edited("campaign.yaml", ("year: 2020", f"year: {year}")))
    assert f"value-number {DATA}/campaign.yaml 第4行 “year”" in findings(tmp_path)


def test_a_large_file_is_read(tmp_path: Path) -> None:
    row = f"某镇,1,{'备注' * 15_000}\n"
    small(tmp_path, {f"{DATA}/quotas.csv": "镇街,整治提升数,备注\n" + row * 60})
    assert 5_000_000 < (tmp_path / DATA / "quotas.csv").stat().st_size
    assert ["name-unknown"] * 60 == [each for each in run(tmp_path, "check").codes() if each == "name-unknown"]


TEMPLATES_GONE_WRONG: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "template-missing policy_data/test/documents.yaml 第13行 “template”"),
    "not UTF-8": ("---\n标题: 表\n---\n表".encode("gb18030"), "file-unreadable templates/table.md.j2"),
    "open tag": (b"{% for", "template-syntax templates/table.md.j2 第1行"),
    "an unknown filter": (b"{{ campaign.name | upper }}", "template-syntax templates/table.md.j2 第1行"),
    "an unknown name": (b"---\n{{ nothing }}", "template-value templates/table.md.j2 第2行"),
    "an unknown text": (b"{{ campaign.texts.nothing }}", "template-value templates/table.md.j2 第1行"),
    "a list": (b"{{ campaign.towns }}", "template-value templates/table.md.j2 第1行"),
    "a division by zero": (b"{{ 1 // 0 }}", "template-value templates/table.md.j2 第1行"),
    "itself": (b"{% include 'table.md.j2' %}", "template-value templates/table.md.j2 第1行"),
    "another that is missing": (b"{% include 'x.j2' %}", "template-missing templates/table.md.j2"),
    "the inside of Python": (b"{{ campaign.__class__.__mro__ }}", "template-value templates/table.md.j2 第1行"),
    "nothing": (b"", "title-missing 任务表.md 第1行"),
    "a line outside the grammar": ("---\n标题: 表\n---\n- 项\n".encode(), "draft-line 任务表.md 第8行"),
}


@pytest.mark.parametrize("name", TEMPLATES_GONE_WRONG)
def test_a_template_gone_wrong_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    content, expected = TEMPLATES_GONE_WRONG[name]
    write(small(tmp_path, edited("documents.yaml", ("[docx, xlsx]", "[docx]"))), {"templates/table.md.j2": content})
    assert [expected] == findings(tmp_path)
    assert (1, []) == (run(tmp_path, "word").code, list(tmp_path.glob("build")))


def test_a_template_that_is_a_folder_is_missing(tmp_path: Path) -> None:
    write(small(tmp_path), {"templates/table.md.j2": None, "templates/table.md.j2/x": ""})
    assert [f"template-missing {DATA}/documents.yaml 第13行 “template”"] == findings(tmp_path)
    shutil.rmtree(tmp_path / "templates")
    assert 2 == len(findings(tmp_path))


# Many


def many(root: Path, count: int) -> Path:
    """A workspace of `count` towns."""
    towns = "".join(f"{place},t{place},第{place}镇,镇,,,\n" for place in range(1, count + 1))
    quotas = "".join(f"第{place}镇,1\n" for place in range(1, count + 1))
    return small(
        root,
        {
            **edited("campaign.yaml", ("amount: 8", f"amount: {count}")),
            f"{DATA}/towns.csv": f"序号,编号,名称,类别,别名,区划代码,上级\n{towns}",
            f"{DATA}/quotas.csv": f"镇街,整治提升数\n{quotas}全区,{count}\n",
        },
    )


def test_two_thousand_towns_are_made_alike_by_one_process_and_by_three(tmp_path: Path) -> None:
    assert (0, []) == (run(many(tmp_path, 2000), "word").code, findings(tmp_path))
    expected = tree_of(tmp_path / "build/word")
    assert (2003, True) == (len(expected), "test/通知/0001-第1镇.docx" in expected)
    assert 0 == process(tmp_path, "word", "--out", "另", "--jobs", "3").code
    assert expected == tree_of(tmp_path / "另")


def test_what_a_series_has_in_common_is_told_once(tmp_path: Path) -> None:
    many(tmp_path, 300)
    edit(tmp_path / "templates/notice.md.j2", "{{ document.consent }}，", "")
    ran = run(tmp_path, "check")
    assert ["consent-not-printed"] == ran.codes()
    assert "（另有299处相同）" in ran.out
