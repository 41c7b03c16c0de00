"""The report: one line a clause, verdicts of file and pages merged, JSON that stays as it is."""

from __future__ import annotations

import json

import pytest

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.inspect.clauses import CLAUSES
from lowcapdocs.inspect.report import inspect_docx, report_on_pages
from lowcapdocs.inspect.verdict import Outcome, Verdict
from lowcapdocs.word.writer import Writer
from tests.inspect.edits import edited, failed, insert, inspected, outcomes, retype
from tests.inspect.good import good
from tests.word.trees import TREES, sample

WRITERS = {name: Writer(page) for name, page in s.PROFILES.items()}


@pytest.mark.parametrize("profile", s.PROFILES)
@pytest.mark.parametrize("name", TREES)
def test_what_we_write_fails_nothing(name: str, profile: str) -> None:
    report = inspect_docx(WRITERS[profile].docx(TREES[name]), name, "")
    assert set() == failed(report), [line.text for line in report.lines() if line.faults]


@pytest.mark.parametrize(("file", "tree"), [(file, tree) for _, file, tree in sample()], ids=lambda each: str(each)[:9])
def test_every_document_of_the_sample_fails_nothing(file: str, tree: Gongwen) -> None:
    report = inspect_docx(WRITERS["A"].docx(tree), file, "A")
    assert set() == failed(report), [line.text for line in report.lines() if line.faults]


MERGED: dict[tuple[Outcome, ...], Outcome] = {
    ("passed", "failed"): "failed",
    ("failed", "passed"): "failed",
    ("not_applicable", "passed"): "passed",
    ("passed", "not_applicable"): "passed",
    ("not_applicable", "not_applicable"): "not_applicable",
    ("not_applicable", "failed"): "failed",
}


@pytest.mark.parametrize("both", MERGED)
def test_of_two_verdicts_failed_wins_then_passed(both: tuple[Outcome, ...]) -> None:
    first, second = (Verdict("P5", outcome, found="某处") for outcome in both)
    report = report_on_pages("甲.pdf", [first]).with_pages([second])
    assert MERGED[both] == outcomes(report)["P5"]
    assert (MERGED[both] == "failed") == report.failed


def test_faces_on_pages_that_we_rendered_are_not_the_documents_fault() -> None:
    face = Verdict("P4", "failed", "3号仿宋", "黑体", "第1页", "正文字体改为仿宋。")
    size = Verdict("P4", "failed", "3号（16磅）", "15磅", "第1页", "正文字号改为3号。")
    report = inspected(good("notice"))
    assert set() == failed(report.with_pages([face]))
    assert {"P4"} == failed(report.with_pages([face, size]))
    assert {"P4"} == failed(report_on_pages("甲.pdf", [face]))


def test_every_clause_has_its_line_and_a_fault_tells_all() -> None:
    report = inspected(edited(good("notice"), retype("〔2020〕1号", "〔2020〕01号")))
    lines = report.text().splitlines()
    assert [clause.id for clause in CLAUSES] == [line.split()[1] for line in lines[1 : len(CLAUSES) + 1]]
    (line,) = [each for each in lines if each.startswith("不符")]
    assert "H5" in line
    assert "应为机关代字〔年份〕序号号" in line
    assert "实为海工强办〔2020〕01号" in line
    assert "第2段" in line
    assert "→" in line
    assert "不符1条" in lines[-1]


def test_a_clause_that_does_not_apply_says_why() -> None:
    lines = inspected(good("notice")).lines()
    assert [] == [each.clause.id for each in lines if each.outcome == "not_applicable" and not each.reason]


def test_json_holds_every_clause_and_all_words_of_a_fault() -> None:
    report = inspected(edited(good("notice"), retype("〔2020〕1号", "〔2020〕01号")))
    told = json.loads(json.dumps(report.as_dict()))
    assert {"file", "form", "passed", "failed", "not_applicable", "clauses", "advice"} == set(told)
    assert [clause.id for clause in CLAUSES] == [each["id"] for each in told["clauses"]]
    assert len(CLAUSES) == told["passed"] + told["failed"] + told["not_applicable"]
    (fault,) = [fault for each in told["clauses"] for fault in each["faults"]]
    assert {"expected", "found", "place", "remedy"} == set(fault)
    assert all(fault.values())


def test_more_than_five_faults_of_a_clause_are_counted() -> None:
    text = "一是加强领导，二是落实责任。"
    docx = edited(good("notice"), lambda root: [insert(_body(text), "一、")(root) for _ in range(9)] and None)
    (line,) = [each for each in inspected(docx).lines() if each.clause.id == "B3"]
    assert 5 == len(line.faults)
    assert "另有4处" in line.faults[-1].found


def _body(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
