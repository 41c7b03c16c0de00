"""workspace: where everything lies, and a new one that works at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from filelock import FileLock

from lowcapdocs.job import open_job
from lowcapdocs.problems import PolicyError
from lowcapdocs.workspace import Workspace, alone, bundled, create, lock_of
from tests.builders import REPOSITORY, refused
from tests.workspaces import (
    DATA,
    HUZHOU_CODES,
    SAMPLE_CODES,
    TIANJIN_CODES,
    open_to_all,
    process,
    run,
    small,
    tree_of,
    write,
)

PARTS = ["policy_data", "templates", "site", "mkdocs.yml"]


def test_everything_has_its_place(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    assert [tmp_path / "policy_data", tmp_path / "templates", tmp_path / "build"] == [
        space.data,
        space.templates,
        space.build,
    ]


def test_campaigns_are_folders_with_a_campaign_file_of_any_format_in_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            f"policy_data/{name}": ""
            for name in ("b/campaign.csv", "a/campaign.yaml", "c/campaign.xlsx", "d/x.yaml", "e")
        },
    )
    (tmp_path / "policy_data/f/campaign.yaml").mkdir(parents=True)
    assert ["a", "b", "c"] == Workspace(tmp_path).campaigns()
    assert ["a", "b", "c"] == Workspace(tmp_path).chosen([])
    assert ["c", "a"] == Workspace(tmp_path).chosen(["c", "a", "c"])


def test_a_campaign_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as problem:
        Workspace(small(tmp_path)).chosen(["test", "x", "y"])
    assert ["campaign-unknown policy_data"] * 2 == refused(problem.value)
    assert ["已有：test。"] * 2 == [finding.remedy for finding in problem.value.findings]


@pytest.mark.parametrize("command", ["check", "draft", "word", "all"])
def test_a_folder_without_data_is_told(tmp_path: Path, command: str) -> None:
    ran = run(tmp_path, command)
    assert (1, ["workspace-empty"]) == (ran.code, ran.codes())
    assert "lowcapdocs new 文件夹" in ran.out + ran.err
    assert [] == os.listdir(tmp_path)


def test_what_is_bundled_is_this_checkout() -> None:
    assert (REPOSITORY, True) == (bundled(), all((bundled() / part).exists() for part in PARTS))


@pytest.mark.parametrize("name", ["新", "已有的空文件夹", "深/一层/再一层", "有 空格"])
def test_a_new_workspace_checks_and_builds_at_once(tmp_path: Path, name: str) -> None:
    if name == "已有的空文件夹":
        (tmp_path / name).mkdir()
    ran = run(tmp_path, "new", str(tmp_path / name))
    assert (0, f"{tmp_path / name}：policy_data、templates、site、mkdocs.yml\n") == (ran.code, ran.out)
    assert sorted(PARTS) == sorted(os.listdir(tmp_path / name))
    assert tree_of(REPOSITORY / "templates") == tree_of(tmp_path / name / "templates")
    for command in ("check", "all"):
        ran = run(tmp_path / name, command, "haishu-2020")
        assert (0, SAMPLE_CODES) == (ran.code, ran.codes())
    planned = open_job(Workspace(tmp_path / name), "haishu-2020").plan()
    made = list((tmp_path / name / "build/word").rglob("*.*x"))
    assert sum(len(entry.formats) for entry, _ in planned) == len(made) > 30


def test_a_new_workspace_holds_the_campaigns_of_the_repository_and_all_of_them_check(tmp_path: Path) -> None:
    run(tmp_path, "new", str(tmp_path / "新"))
    assert ["haishu-2020", "huzhou", "tianjin-2020"] == Workspace(tmp_path / "新").campaigns()
    ran = run(tmp_path / "新", "check")
    assert (0, [*SAMPLE_CODES, *HUZHOU_CODES, *TIANJIN_CODES]) == (ran.code, ran.codes())


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"夹/我的": "文件", "文件": "我的"})
    before = tree_of(tmp_path)
    ran = run(tmp_path, "new", str(tmp_path / "夹"))
    assert (1, ["folder-not-empty"]) == (ran.code, ran.codes())
    assert 2 == run(tmp_path, "new", str(tmp_path / "文件")).code
    with pytest.raises(PolicyError) as problem:
        create(tmp_path / "文件")
    assert [f"folder-not-empty {tmp_path / '文件'}"] == refused(problem.value)
    assert before == tree_of(tmp_path)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"文件": "我的"})
    for name in ("文件/新", "长" * 100):
        ran = run(tmp_path, "new", str(tmp_path / name))
        assert (1, ["output-failed"]) == (ran.code, ran.codes())
    (tmp_path / "锁").mkdir(mode=0o555)
    open_to_all(tmp_path)
    (tmp_path / "锁").chmod(0o555)
    ran = process(tmp_path, "new", "锁/新", as_nobody=True)
    assert (1, ["output-failed"]) == (ran.code, ran.codes())
    assert [] == os.listdir(tmp_path / "锁")


def test_data_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    open_to_all(small(tmp_path))
    (tmp_path / DATA / "towns.csv").chmod(0)
    ran = process(tmp_path, "check", as_nobody=True)
    assert (1, True) == (ran.code, "file-unreadable" in ran.codes())
    (tmp_path / "policy_data").chmod(0)
    ran = process(tmp_path, "check", as_nobody=True)
    assert (1, ["file-unreadable"]) == (ran.code, ran.codes())
    assert "没有权限" in ran.out
    (tmp_path / "policy_data").chmod(0o755)


def test_one_run_at_a_time_writes(tmp_path: Path) -> None:
    space = Workspace(small(tmp_path))
    with FileLock(lock_of(space)):
        for command in (["draft"], ["word"], ["all"], ["issue", "test", "table", "--withdraw"]):
            done = run(tmp_path, *command)
            assert (1, ["busy"]) == (done.code, done.codes())
    assert 0 == run(tmp_path, "word").code
    assert "好" == alone(space, lambda: "好")
