"""job: which documents there are, and what each is made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.gongwen.elements import plain
from lowcapdocs.job import Job, open_job
from lowcapdocs.problems import PolicyError
from lowcapdocs.workspace import Workspace
from tests.builders import refused
from tests.workspaces import DATA, edited, small, write


def job(root: Path) -> Job:
    return open_job(Workspace(root), "test")


def planned(found: Job, only: str = "", town: str = "") -> list[str]:
    return [f"{entry.id} {target.unit.id if target.unit else '-'}" for entry, target in found.plan(only, town)]


def test_the_plan_is_every_document_in_order_of_entries_and_towns(tmp_path: Path) -> None:
    assert ["notice dong", "notice xi", "table -"] == planned(job(small(tmp_path)))


def test_the_plan_of_one_entry_or_town_is_just_that(tmp_path: Path) -> None:
    found = job(small(tmp_path, edited("towns.csv", ("东镇,镇,", "东镇,镇,东乡"))))
    assert ["table -"] == planned(found, only="table")
    for name in ("dong", "东镇", "东镇人民政府", "东乡", "ＤＯＮＧ"):
        assert ["notice dong"] == planned(found, town=name)
    assert [] == planned(found, only="table", town="东镇")
    assert [] == planned(found, only="没有")


def test_a_town_that_is_not_known_is_told_with_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="是不是：东镇？"):
        job(small(tmp_path)).plan(town="东街镇")


def test_a_document_is_made_from_its_template_until_it_is_issued(tmp_path: Path) -> None:
    found = job(small(tmp_path))
    entry, target = found.plan("notice")[0]
    assert ("关于下达东镇2020年任务的通知", False) == (
        plain(found.document(entry, target).tree.title),
        found.document(entry, target).issued,
    )
    write(tmp_path, {f"{DATA}/issued/notice/dong.md": "---\n标题: 关于已定的通知\n---\n"})
    found = job(tmp_path)
    document = found.document(entry, target)
    assert ("关于已定的通知", True, "通知/01-东镇") == (
        plain(document.tree.title),
        document.issued,
        document.draft.file,
    )
    assert not found.document(*found.plan("notice")[1]).issued


def test_what_cannot_be_read_does_not_hide_what_is_wrong_in_the_rest(tmp_path: Path) -> None:
    files = {
        **edited("departments.csv", ("yi,乙局", "YI,乙局")),
        **edited("towns.csv", ("2,xi", "1,xi")),
        **edited("documents.yaml", ("  formats: [docx, xlsx]\n  disclosure: 主动公开", "  disclosure: 不予公开")),
        **edited("quotas.csv", ("东镇,8", "东镇,7")),
    }
    with pytest.raises(PolicyError) as problem:
        job(small(tmp_path, files))
    assert [
        f"id-form {DATA}/departments.csv 第3行 “编号”",
        f"town-order {DATA}/towns.csv 第3行",
        f"goal-total {DATA}/campaign.yaml 第11行 “goals”",
        f"quota-total {DATA}/quotas.csv 第4行 “整治提升数”",
        f"disclosure-reason {DATA}/documents.yaml 第11行",
    ] == refused(problem.value)
