"""batch: documents become files, one at a time or by several processes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lowcapdocs.batch import make_files
from lowcapdocs.job import open_job
from lowcapdocs.problems import PolicyError
from lowcapdocs.workspace import Workspace
from tests.workspaces import edited, small


def test_each_document_has_a_file_for_each_format_with_its_line_of_the_manifest(tmp_path: Path) -> None:
    job = open_job(Workspace(small(tmp_path)), "test")
    files = list(make_files(job, job.plan(), 1))
    assert ["通知/01-东镇.docx", "通知/02-西街道.docx", "任务表.docx", "任务表.xlsx"] == [each.file for each in files]
    assert {
        "document": "notice",
        "kind": "通知",
        "title": "关于下达西街道2020年任务的通知",
        "town": "xi",
        "department": "",
        "subject": "",
        "period": "",
        "disclosure": "主动公开",
        "status": "draft",
        "sample": "",
    } == files[1].about
    assert ["table", "table"] == [each.about["document"] for each in files[2:]]


def test_documents_are_made_only_as_they_are_asked_for(tmp_path: Path) -> None:
    job = open_job(Workspace(small(tmp_path)), "test")
    steps: list[tuple[int, int]] = []
    files: Iterator[object] = make_files(job, job.plan(), 1, lambda done, count: steps.append((done, count)))
    next(files)
    assert [] == steps
    next(files)
    assert [(1, 3)] == steps


@pytest.mark.parametrize("jobs", [2, 3, 64])
def test_processes_make_the_same_files_in_the_same_order(tmp_path: Path, jobs: int) -> None:
    job = open_job(Workspace(small(tmp_path)), "test")
    steps: list[int] = []
    made = list(make_files(job, job.plan(), jobs, lambda done, _: steps.append(done)))
    assert list(make_files(job, job.plan(), 1)) == made
    assert [1, 2, 3] == steps


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_stops_a_document_is_told_by_any_process(tmp_path: Path, jobs: int) -> None:
    small(tmp_path, edited("templates/table.md.j2", ("年任务表", "年{{ nothing }}表")))
    job = open_job(Workspace(tmp_path), "test")
    with pytest.raises(PolicyError) as problem:
        list(make_files(job, job.plan(), jobs))
    assert ["template-value"] == [finding.code for finding in problem.value.findings]
