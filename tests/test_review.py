"""review: all findings on one campaign, those of a series once."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.job import open_job
from lowcapdocs.problems import Finding
from lowcapdocs.review import review
from lowcapdocs.workspace import Workspace
from tests.builders import told
from tests.workspaces import DATA, edited, small, write


def reviewed(root: Path) -> list[Finding]:
    return review(open_job(Workspace(root), "test"))


def test_every_document_is_told_when_it_is_done(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    review(open_job(Workspace(small(tmp_path)), "test"), lambda done, count: steps.append((done, count)))
    assert [(1, 3), (2, 3), (3, 3)] == steps


def test_findings_on_data_come_before_those_on_documents(tmp_path: Path) -> None:
    small(
        tmp_path,
        {
            **edited("quotas.csv", ("西街道,/", "西街道,0")),
            **edited("templates/table.md.j2", ("年任务表", "年任务表。")),
        },
    )
    assert [f"quota-zero {DATA}/quotas.csv 第3行 “整治提升数”", "title-form templates/table.md.j2"] == told(
        reviewed(tmp_path)
    )


def test_what_two_letters_have_in_common_is_told_once_with_its_number(tmp_path: Path) -> None:
    small(tmp_path, edited("templates/notice.md.j2", ("{{ document.consent }}，", "查3家，")))
    assert [
        "正文里的数字“3家”不是从数据来的。（草稿“通知/01-东镇”第18行：查3家，现将任务下达给你们。）（另有1处相同）",
        "documents.yaml 写了“经区政府同意”，正文里没有印出来。（草稿“通知/01-东镇”）（另有1处相同）",
    ] == [finding.message for finding in reviewed(tmp_path)]


def test_what_two_lines_or_two_documents_have_each_is_told_each(tmp_path: Path) -> None:
    template = {"templates/table.md.j2": "---\n标题: 表。\n---\n查3家。\n\n查4家。\n"}
    small(tmp_path, {**template, **edited("documents.yaml", ("[docx, xlsx]", "[docx]"))})
    assert ["title-form templates/table.md.j2", *["figure-unbound templates/table.md.j2"] * 2] == told(
        reviewed(tmp_path)
    )


def test_a_finding_on_a_draft_names_what_can_be_opened_and_quotes_the_line(tmp_path: Path) -> None:
    template = edited("templates/notice.md.j2", ("，全区{{ measure.goal.with_unit }}。", "，全区3家。"))
    small(tmp_path, {**template, **edited("documents.yaml", ("  printer: 甲区甲局\n", "  annotation: 甲\n"))})
    (found,) = reviewed(tmp_path)
    assert (tmp_path / found.where.file).is_file()
    assert (
        "正文里的数字“3家”不是从数据来的。（草稿“通知/01-东镇”第21行：整治提升：8，全区3家。）（另有1处相同）"
        == found.message
    )


def test_a_finding_on_what_documents_yaml_decides_names_its_place_there_and_is_told_once(tmp_path: Path) -> None:
    small(tmp_path, edited("documents.yaml", ("  printer: 甲区甲局\n", "  number: 甲局[2020]3号\n  signers: 张三\n")))
    assert [
        f"number-form {DATA}/documents.yaml 第9行 “number”",
        f"signers-downward {DATA}/documents.yaml 第10行 “signers”",
    ] == told(reviewed(tmp_path))


def test_a_line_outside_the_grammar_leaves_the_other_documents_reviewed(tmp_path: Path) -> None:
    small(
        tmp_path,
        {
            **edited("templates/notice.md.j2", ("# 任务", "1. 任务")),
            **edited("templates/table.md.j2", ("年任务表", "年任务表。")),
        },
    )
    assert ["draft-numeral", "title-form"] == [finding.code for finding in reviewed(tmp_path)]


def test_issued_texts_are_checked_as_texts_and_against_the_data(tmp_path: Path) -> None:
    text = "---\n标题: 关于甲的通知。\n文种: 通知\n主送: 各镇\n---\n查[9](goal/improve)家，罚3家。\n"
    small(tmp_path, {f"{DATA}/issued/notice/dong.md": text, f"{DATA}/issued/gone.md": text})
    name = f"{DATA}/issued/notice/dong.md"
    assert [f"issued-orphan {DATA}/issued/gone.md", f"title-form {name} 第2行", f"issued-drift {name} 第6行"] == told(
        reviewed(tmp_path)
    )


@pytest.mark.parametrize("part", ["withdrawn/x-1.md", "notice/dong.txt", "notice/a/b.md"])
def test_what_is_no_issued_text_is_left_alone(tmp_path: Path, part: str) -> None:
    write(small(tmp_path), {f"{DATA}/issued/{part}": b"\xff"})
    assert [] == reviewed(tmp_path)


def test_every_finding_has_a_place_a_message_and_a_remedy(tmp_path: Path) -> None:
    small(
        tmp_path,
        {
            **edited("quotas.csv", ("东镇,8\n西街道,/\n", "东镇,0.5\n")),
            **edited("tasks.yaml", ("对{audits}企业", "查3家{x}"), ("      lead: 乙局\n", "      deadline: 尽快\n")),
            **edited("towns.csv", ("2,xi,西街道,街道,", "1,xi,西街道,街道,东镇人民政府")),
            **edited("documents.yaml", ("  addressees: [本单位]\n", "  status: issued\n")),
        },
    )
    found = reviewed(tmp_path)
    assert [
        "addressee-missing", "deadline-no-date", "figure-unbound", "issued-incomplete", "name-shared", "placeholder-unknown",
        "quota-decimals", "quota-missing", "target-unused", "task-no-lead", "town-order", "unknown-left",
    ] == sorted({finding.code for finding in found})  # fmt: skip
    assert [] == [finding for finding in found if not (finding.where.file and finding.message and finding.remedy)]
