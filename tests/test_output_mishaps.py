"""output: killed, on a full disk, or forbidden, it leaves what was there and says why."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lowcapdocs.output import Made, write_file
from lowcapdocs.problems import PolicyError
from tests.builders import REPOSITORY, refused
from tests.outputs import clerk, folder, full, made, texts
from tests.workspaces import identities, open_to_all, process, run, small, tree_of, write

_SLOW_RUN = """
import sys
from pathlib import Path
from lowcapdocs.output import Folder, Made

def files():
    yield Made("甲.docx", "新".encode(), {})
    yield Made("乙.docx", "新".encode(), {})
    print("half", flush=True)
    sys.stdin.read()
    yield Made("丙.docx", "新".encode(), {})

getattr(Folder(Path(sys.argv[1]), "word/out"), sys.argv[2])(files())
"""


@pytest.mark.parametrize("way", ["replace", "update"])
def test_a_run_killed_in_the_middle_leaves_the_last_good_output(tmp_path: Path, way: str) -> None:
    full(tmp_path, made("甲.docx"), made("乙.docx"))
    before = identities(tmp_path / "out")
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW_RUN, str(tmp_path / "out"), way],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=REPOSITORY,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert b"half" == running.stdout.readline().strip()
        running.send_signal(signal.SIGKILL)
    assert before == identities(tmp_path / "out")
    assert [] == full(tmp_path, made("甲.docx", "二")).findings
    assert {"甲.docx": "二"} == texts(tmp_path)
    assert ["out"] == os.listdir(tmp_path)


@pytest.mark.parametrize("partial", [False, True])
def test_a_run_killed_between_the_two_renames_is_taken_back(tmp_path: Path, partial: bool) -> None:
    full(tmp_path, made("甲.docx"), made("乙.docx"))
    clerk(tmp_path, "别人的.pdf", "扫描")
    (tmp_path / "out").rename(tmp_path / ".out.old")
    write(tmp_path, {".out.staging/甲.docx": "半"})
    (folder(tmp_path).update if partial else folder(tmp_path).replace)([made("甲.docx", "二")])
    assert {"甲.docx": "二", "别人的.pdf": "扫描"} | ({"乙.docx": "一"} if partial else {}) == texts(tmp_path)
    assert ["out"] == os.listdir(tmp_path)


@pytest.mark.parametrize("partial", [False, True])
def test_a_run_killed_after_the_second_rename_leaves_nothing_for_long(tmp_path: Path, partial: bool) -> None:
    full(tmp_path, made("甲.docx"))
    write(tmp_path, {".out.old/甲.docx": "旧", ".out.staging/甲.docx": "半"})
    (folder(tmp_path).update if partial else folder(tmp_path).replace)([made("甲.docx", "二")])
    assert {"甲.docx": "二"} == texts(tmp_path)
    assert ["out"] == os.listdir(tmp_path)


@pytest.mark.parametrize("partial", [False, True])
def test_a_run_whose_making_fails_leaves_the_old_output(tmp_path: Path, partial: bool) -> None:
    full(tmp_path, made("甲.docx"))
    before = identities(tmp_path)

    def files() -> Iterator[Made]:
        yield made("甲.docx", "二")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        (folder(tmp_path).update if partial else folder(tmp_path).replace)(files())
    assert before == identities(tmp_path)
    assert ["out"] == os.listdir(tmp_path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    disk = tmp_path / "盘"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False, capture_output=True
    ).returncode:
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("partial", [False, True])
def test_a_full_disk_leaves_the_old_output_and_says_so(small_disk: Path, partial: bool) -> None:
    full(small_disk, made("甲.docx"))
    before = identities(small_disk)
    files = [made("甲.docx", "二"), made("乙.docx", "三" * 30_000)]
    with pytest.raises(PolicyError, match="磁盘空间不足，原有文件没有改动"):
        (folder(small_disk).update if partial else folder(small_disk).replace)(files)
    assert before == identities(small_disk)
    assert ["out"] == os.listdir(small_disk)


def test_a_full_disk_leaves_the_old_file_and_says_so(small_disk: Path) -> None:
    write(small_disk, {"甲.docx": "旧"})
    with pytest.raises(PolicyError, match="磁盘空间不足，原有文件没有改动"):
        write_file(small_disk / "甲.docx", b"x" * 90_000, "盘")
    assert {"甲.docx": tree_of(small_disk)["甲.docx"]} == tree_of(small_disk)
    assert "旧" == (small_disk / "甲.docx").read_text(encoding="utf-8")


def test_a_new_workspace_on_a_full_disk_leaves_nothing(small_disk: Path) -> None:
    (small_disk / "别的").write_bytes(b"x" * 40_000)
    (small_disk / "空").mkdir()
    for name, left in (("新", ["别的", "空"]), ("空", ["别的", "空"])):
        ran = run(small_disk, "new", str(small_disk / name))
        assert (1, ["output-failed"], left) == (ran.code, ran.codes(), sorted(os.listdir(small_disk)))
        assert "磁盘空间不足" in ran.err
    assert [] == os.listdir(small_disk / "空")


def test_a_limit_on_the_size_of_files_leaves_the_old_output_and_says_so(tmp_path: Path) -> None:
    run(small(tmp_path), "word")
    write(tmp_path, {"policy_data/test/quotas.csv": "镇街,整治提升数\n东镇,7\n西街道,1\n全区,8\n"})
    before = identities(tmp_path / "build")
    limit = "import resource, runpy; resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)); "
    done = subprocess.run(
        [sys.executable, "-c", limit + "runpy.run_module('lowcapdocs', run_name='__main__')", "word"],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip
    assert 1 == done.returncode
    assert "错误[output-failed] build/word/test：文件超过允许的大小，原有文件没有改动。" in done.stderr
    assert before == identities(tmp_path / "build")
    assert ["test"] == os.listdir(tmp_path / "build/word")


@pytest.mark.parametrize("arguments", [("word",), ("word", "--only", "table"), ("draft",)])
def test_a_folder_that_may_not_be_written_is_told_and_left_alone(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    run(small(tmp_path), "all")
    open_to_all(tmp_path)
    kind = "drafts" if arguments == ("draft",) else "word"
    write(tmp_path, {f"build/{kind}/.test.staging/通知/甲": "半"})
    for path in (tmp_path / f"build/{kind}", *(tmp_path / f"build/{kind}").rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = identities(tmp_path / "build")
    ran = process(tmp_path, *arguments, as_nobody=True)
    assert (1, ["output-failed"]) == (ran.code, ran.codes())
    assert "没有权限，原有文件没有改动。" in ran.err
    assert before == identities(tmp_path / "build")
    for path in (tmp_path / "build").rglob("*"):
        path.chmod(0o777)


@pytest.mark.parametrize("partial", [False, True])
@pytest.mark.parametrize("place", ["out", "out/通知"])
def test_a_file_where_a_folder_must_be_is_told_and_left_alone(tmp_path: Path, place: str, partial: bool) -> None:
    write(tmp_path, {place: "我的文件"})
    before = identities(tmp_path)
    with pytest.raises(PolicyError) as problem:
        (folder(tmp_path).update if partial else folder(tmp_path).replace)([made("通知/甲.docx")])
    assert ["output-failed word/out"] == refused(problem.value)
    assert before == identities(tmp_path)


def test_a_folder_of_others_in_the_way_of_a_file_is_told_and_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"out/通知.docx/我的": "文件"})
    before = identities(tmp_path)
    for way in (folder(tmp_path).update, folder(tmp_path).replace):
        with pytest.raises(PolicyError) as problem:
            way([made("乙.docx"), made("通知.docx")])
        assert ["output-failed word/out"] == refused(problem.value)
        assert before == identities(tmp_path)


def test_a_name_too_long_is_told_in_chinese(tmp_path: Path) -> None:
    for attempt in (
        lambda: full(tmp_path, made(f"{'长' * 300}.docx")),
        lambda: write_file(tmp_path / f"{'长' * 300}.docx", b"", "此处"),
        lambda: write_file(tmp_path / f"{'长' * 83}.docx", b"", "此处"),
    ):
        with pytest.raises(PolicyError, match="文件名太长"):
            attempt()
    assert [] == os.listdir(tmp_path)
