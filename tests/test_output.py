"""output: a full run, a partial one, a file held open, one file; never over a clerk's edits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lowcapdocs.output import Folder, write_file
from lowcapdocs.problems import PolicyError
from tests.builders import refused, told
from tests.outputs import clerk, folder, full, made, texts
from tests.workspaces import identities, manifest, run, small, tree_of, write

# A full run


def test_a_full_run_writes_its_files_and_a_manifest_that_lists_them(tmp_path: Path) -> None:
    assert 2 == folder(tmp_path).replace([made("甲.docx"), made("通知/01-东镇.docx", "二")])
    assert {"甲.docx": "一", "通知/01-东镇.docx": "二"} == texts(tmp_path)
    assert {
        "甲.docx": {
            "file": "甲.docx",
            "document": "甲",
            "sha256": tree_of(tmp_path)["out/甲.docx"],
        },
        "通知/01-东镇.docx": {
            "file": "通知/01-东镇.docx",
            "document": "通知/01-东镇",
            "sha256": tree_of(tmp_path)["out/通知/01-东镇.docx"],
        },
    } == manifest(tmp_path / "out")
    assert ["out"] == os.listdir(tmp_path)


def test_a_full_run_removes_what_is_no_longer_made_and_its_empty_folders(tmp_path: Path) -> None:
    full(tmp_path, made("甲.docx"), made("通知/01-东镇.docx"))
    assert [] == full(tmp_path, made("甲.docx")).findings
    assert ["out/manifest.json", "out/甲.docx"] == sorted(tree_of(tmp_path))
    assert not (tmp_path / "out/通知").exists()


def test_a_full_run_keeps_files_and_links_of_others(tmp_path: Path) -> None:
    full(tmp_path, made("甲.docx"))
    clerk(tmp_path, "签批单/扫描.pdf", "扫描")
    (tmp_path / "out/快捷方式").symlink_to("甲.docx")
    before = (tmp_path / "out/签批单/扫描.pdf").stat().st_mtime_ns
    assert [] == full(tmp_path, made("甲.docx", "二")).findings
    assert {"甲.docx": "二", "快捷方式": "二", "签批单/扫描.pdf": "扫描"} == texts(tmp_path)
    assert "甲.docx" == os.readlink(tmp_path / "out/快捷方式")
    assert before == (tmp_path / "out/签批单/扫描.pdf").stat().st_mtime_ns


def test_the_same_run_twice_says_nothing_and_changes_nothing(tmp_path: Path) -> None:
    full(tmp_path, made("甲.docx"))
    before = tree_of(tmp_path)
    assert [] == full(tmp_path, made("甲.docx")).findings
    assert before == tree_of(tmp_path)


def test_an_edited_file_is_kept_beside_under_another_name_and_told(tmp_path: Path) -> None:
    full(tmp_path, made("通知/甲.docx"))
    clerk(tmp_path, "通知/甲.docx", "改")
    run_again = full(tmp_path, made("通知/甲.docx", "二"))
    assert {"通知/甲.docx": "二", "通知/甲（改动1）.docx": "改"} == texts(tmp_path)
    assert ["file-edited word/out/通知/甲.docx"] == told(run_again.findings)
    assert "甲（改动1）.docx" in run_again.findings[0].message
    assert ["通知/甲.docx"] == list(manifest(tmp_path / "out"))


def test_a_second_edit_is_kept_beside_the_first(tmp_path: Path) -> None:
    full(tmp_path, made("甲.docx"))
    clerk(tmp_path, "甲.docx", "改")
    full(tmp_path, made("甲.docx", "二"))
    clerk(tmp_path, "甲.docx", "又改")
    assert "甲（改动2）.docx" in full(tmp_path, made("甲.docx", "三")).findings[0].message
    assert {"甲.docx": "三", "甲（改动1）.docx": "改", "甲（改动2）.docx": "又改"} == texts(tmp_path)


def test_an_edit_that_is_what_is_made_now_is_no_edit(tmp_path: Path) -> None:
    full(tmp_path, made("甲.docx"))
    clerk(tmp_path, "甲.docx", "二")
    assert [] == full(tmp_path, made("甲.docx", "二")).findings
    assert {"甲.docx": "二"} == texts(tmp_path)


def test_an_edited_file_that_is_no_longer_made_stays_where_it_is(tmp_path: Path) -> None:
    full(tmp_path, made("甲.docx"), made("乙.docx"))
    clerk(tmp_path, "乙.docx", "改")
    run_again = full(tmp_path, made("甲.docx"))
    assert {"甲.docx": "一", "乙.docx": "改"} == texts(tmp_path)
    assert ["file-edited word/out/乙.docx"] == told(run_again.findings)
    assert [] == full(tmp_path, made("甲.docx")).findings
    assert {"甲.docx": "一", "乙.docx": "改"} == texts(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"files": 1}', '{"files": [1, {"file": "甲.docx"}]}', "\udcff"])
def test_a_broken_manifest_makes_every_file_one_that_someone_may_have_edited(tmp_path: Path, text: str) -> None:
    full(tmp_path, made("甲.docx"))
    (tmp_path / "out/manifest.json").write_bytes(text.encode(errors="surrogateescape"))
    assert ["file-edited word/out/甲.docx"] == told(full(tmp_path, made("甲.docx", "二")).findings)
    assert {"甲.docx": "二", "甲（改动1）.docx": "一"} == texts(tmp_path)


def test_an_edited_draft_stays_and_a_new_one_is_put_beside_only_if_it_says_something_new(tmp_path: Path) -> None:
    drafts = Folder(tmp_path / "out", "drafts/out", edits_stay=True)
    drafts.replace([made("甲.md")])
    clerk(tmp_path, "甲.md", "改")
    drafts.replace([made("甲.md")])
    assert {"甲.md": "改"} == texts(tmp_path)
    drafts.replace([made("甲.md", "二")])
    drafts.replace([made("甲.md", "二")])
    assert {"甲.md": "改", "甲（新稿1）.md": "二"} == texts(tmp_path)
    assert drafts.edited("甲.md")
    assert 3 * ["file-edited drafts/out/甲.md"] == told(drafts.findings)


# A partial run


def test_a_partial_run_touches_only_what_it_makes_and_merges_the_manifest(tmp_path: Path) -> None:
    full(tmp_path, made("甲.docx"), made("通知/乙.docx"), made("通知/丙.docx"))
    clerk(tmp_path, "别人的.pdf", "扫描")
    before = identities(tmp_path / "out")
    assert 1 == folder(tmp_path).update([made("通知/乙.docx", "二")])
    after = identities(tmp_path / "out")
    assert {"通知/乙.docx", "manifest.json"} == {name for name in after if after[name] != before.get(name)}
    assert {"甲.docx", "通知/乙.docx", "通知/丙.docx"} == set(manifest(tmp_path / "out"))
    assert {"甲.docx": "一", "别人的.pdf": "扫描", "通知/乙.docx": "二", "通知/丙.docx": "一"} == texts(tmp_path)
    assert [] == full(tmp_path, made("甲.docx")).findings
    assert ["out"] == os.listdir(tmp_path)


def test_a_partial_run_into_nothing_makes_the_folder(tmp_path: Path) -> None:
    folder(tmp_path).update([made("通知/乙.docx")])
    assert {"通知/乙.docx": "一"} == texts(tmp_path)


def test_a_partial_run_keeps_an_edited_file_beside(tmp_path: Path) -> None:
    full(tmp_path, made("甲.docx"), made("乙.docx"))
    for number in (1, 2):
        clerk(tmp_path, "甲.docx", f"改{number}")
        done = folder(tmp_path)
        done.update([made("甲.docx", "二")])
        assert ["file-edited word/out/甲.docx"] == told(done.findings)
    assert {"甲.docx": "二", "甲（改动1）.docx": "改1", "甲（改动2）.docx": "改2", "乙.docx": "一"} == texts(tmp_path)


def test_only_and_town_touch_only_what_they_make(tmp_path: Path) -> None:
    run(small(tmp_path), "word")
    out = tmp_path / "build/word/test"
    for option, name, files in (
        ("--only", "table", {"任务表.docx", "任务表.xlsx"}),
        ("--town", "西街道", {"通知/02-西街道.docx"}),
        ("--town", "dong", {"通知/01-东镇.docx"}),
    ):
        before, hashes = identities(out), tree_of(out)
        assert 0 == run(tmp_path, "word", option, name).code
        after = identities(out)
        assert files | {"manifest.json"} == {each for each in after if after[each] != before[each]}
        assert hashes == tree_of(out)
        assert ["test"] == os.listdir(tmp_path / "build/word")


# Open files


OWNER_FILES = ("~$要点.docx", "~$作要点.docx", "~$工作要点.docx", ".~lock.工作要点.docx#")


@pytest.mark.parametrize("owner", OWNER_FILES)
@pytest.mark.parametrize("partial", [False, True])
def test_a_file_held_open_stops_the_run_with_nothing_changed(tmp_path: Path, owner: str, partial: bool) -> None:
    full(tmp_path, made("工作要点.docx"), made("乙.docx"))
    clerk(tmp_path, owner, "某人")
    before = identities(tmp_path / "out")
    with pytest.raises(PolicyError) as problem:
        (folder(tmp_path).update if partial else folder(tmp_path).replace)([made("工作要点.docx", "二")])
    assert ["file-open word/out/工作要点.docx"] == refused(problem.value)
    assert before == identities(tmp_path / "out")
    assert ["out"] == os.listdir(tmp_path)


def test_an_open_file_that_a_partial_run_does_not_make_is_no_hindrance(tmp_path: Path) -> None:
    full(tmp_path, made("工作要点.docx"), made("乙.docx"))
    clerk(tmp_path, "~$作要点.docx", "某人")
    folder(tmp_path).update([made("乙.docx", "二")])
    assert "二" == texts(tmp_path)["乙.docx"]


def test_an_open_file_is_a_clear_message_and_exit_code_1(tmp_path: Path) -> None:
    run(small(tmp_path), "word")
    write(tmp_path, {"build/word/test/通知/~$-东镇.docx": "某人"})
    before = identities(tmp_path / "build")
    ran = run(tmp_path, "word")
    assert (1, ["file-open"]) == (ran.code, ran.codes())
    assert "通知/01-东镇.docx：文件正在 Word 或 WPS 里打开，没有改动。 → 请关闭后重试。" in ran.err
    assert before == identities(tmp_path / "build")


# One file


def test_one_file_is_written_whole_over_the_old_one(tmp_path: Path) -> None:
    write(tmp_path, {"夹/甲.docx": "旧"})
    write_file(tmp_path / "夹/甲.docx", "新".encode(), "夹")
    write_file(tmp_path / "新夹/乙.docx", "新".encode(), "新夹")
    assert ["新夹/乙.docx", "夹/甲.docx"] == sorted(tree_of(tmp_path), reverse=True)
    assert "新" == (tmp_path / "夹/甲.docx").read_text(encoding="utf-8")


def test_one_file_that_is_open_stays_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, {"工作要点.docx": "旧", "~$作要点.docx": "某人"})
    with pytest.raises(PolicyError) as problem:
        write_file(tmp_path / "工作要点.docx", b"", "此处")
    assert ["file-open 此处/工作要点.docx"] == refused(problem.value)
    assert "旧" == (tmp_path / "工作要点.docx").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["夹/甲.docx", "夹/甲.docx/乙.docx"])
def test_one_file_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    write(tmp_path, {"夹/甲.docx/我的": "文件"} if place == "夹/甲.docx" else {"夹/甲.docx": "文件"})
    before = identities(tmp_path)
    with pytest.raises(PolicyError) as problem:
        write_file(tmp_path / place, b"", "此处")
    assert ["output-failed 此处"] == refused(problem.value)
    assert before == identities(tmp_path)
