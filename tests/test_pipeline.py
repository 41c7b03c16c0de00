"""pipeline, job, review and batch together: one datum everywhere, the same bytes, findings between processes."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

from lowcapdocs.problems import NOWHERE, PolicyError, error
from tests.workbook.test_writer import rows as sheet_rows
from tests.workspaces import (
    DATA,
    HAISHU_DATA,
    HAISHU_DRAFTS,
    HAISHU_WORD,
    SAMPLE_CODES,
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
)


def test_the_sample_gives_exactly_its_warnings(tmp_path: Path) -> None:
    assert [
        *(f"firm-evidence {HAISHU_DATA}/ledger.csv 第{line}行" for line in (5, 13)),
        *(
            f"issued-incomplete {HAISHU_DATA}/documents.yaml 第{line}行 “{field}”"
            for line, field in ((10, "number"), (11, "date"), (5, "text"), (22, "text"), (29, "text"))
        ),
        "face-lacks templates/town_notice.md.j2",
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
    assert 113 == len(texts)
    bulletins = {f"通报/{number:02}-2020年{number + 3}月{end}" for number in range(1, 7) for end in (".docx", ".md")}
    summary = {"工作总结.docx", "工作总结.md"}
    assert whole | tables | notices | bulletins | summary == printing("914")
    own = {f"{stem}{end}" for stem in ("通知/01-集士港镇", "督办/2020年9月/01-集士港镇") for end in (".docx", ".md")}
    assert whole | tables | bulletins | own == printing("777")
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
        "subject": "",
        "period": "",
        "disclosure": "依申请公开",
        "status": "draft",
        "sample": "通知的正文和“经区政府同意”为示例",
        "sha256": tree_of(tmp_path / HAISHU_WORD)["通知/01-集士港镇.docx"],
    } == notice
    assert {"docx": 55, "xlsx": 4} == {
        ending: sum(name.endswith(ending) for name in listed) for ending in ("docx", "xlsx")
    }


def test_a_town_without_quota_is_told_in_words(tmp_path: Path) -> None:
    run(sample(tmp_path), "word", "--town", "月湖街道")
    text = word_text(tmp_path / HAISHU_WORD / "通知/10-月湖街道.docx")
    assert (True, False, False) == ("你单位不承担" in text, "/家" in text, "/" in text)


def test_the_same_bytes_come_out_twice_anywhere_and_with_any_number_of_processes(tmp_path: Path) -> None:
    first, second = sample(tmp_path / "一"), sample(tmp_path / "二 二")
    assert 0 == process(first, "all", env={"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"}).code
    surroundings = {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "LC_ALL": "C"}
    assert 0 == process(second, "all", "--jobs", "3", env=surroundings).code
    expected = tree_of(first / "build")
    assert (116, expected) == (len(expected), tree_of(second / "build"))
    assert 0 == process(first, "word", "--jobs", "3").code
    assert expected == tree_of(first / "build")


def test_a_workbook_without_table_is_found_by_check_in_one_process_and_in_several(tmp_path: Path) -> None:
    small(tmp_path, edited("documents.yaml", ("  for_each: town\n", "  for_each: town\n  formats: [docx, xlsx]\n")))
    assert [f"no-table {DATA}/documents.yaml 第6行 “formats”"] == findings(tmp_path)
    for arguments in (("word",), ("word", "--jobs", "2"), ("word", "--jobs", "2", "--only", "notice")):
        ran = run(tmp_path, *arguments)
        assert (1, ["no-table"]) == (ran.code, ran.codes())


def test_findings_pass_from_process_to_process() -> None:
    problem = PolicyError([error("a", NOWHERE, "甲"), error("b", NOWHERE, "乙")])
    assert problem.findings == pickle.loads(pickle.dumps(problem)).findings
