"""pdf: a campaign's PDFs whole or not at all, files each on their own, whatever they are called."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest

from tests.builders import draft
from tests.workspaces import edit, edited, manifest, open_to_all, process, run, small, tree_of, word_text, write


@pytest.fixture
def space(tmp_path: Path) -> Path:
    return small(tmp_path)


def pages(path: Path) -> int:
    with pikepdf.open(path) as document:
        return len(document.pages)


def test_a_campaign_gets_a_pdf_of_every_word_file_under_the_same_names(space: Path) -> None:
    ran = run(space, "pdf", "test")
    assert 0 == ran.code, ran.err
    assert {"通知/01-东镇.pdf", "通知/02-西街道.pdf", "任务表.pdf"} == {
        name.removeprefix("build/pdf/test/")
        for name in tree_of(space)
        if name.startswith("build/pdf/test/") and name.endswith(".pdf")
    }
    assert f"{space}/build/pdf/test：3份" in ran.out
    word = manifest(space / "build/word/test")
    for name, each in manifest(space / "build/pdf/test").items():
        origin = word[name.replace(".pdf", ".docx")]
        assert (origin["sha256"], origin["title"]) == (each["word_sha256"], each["title"])
    with pikepdf.open(space / "build/pdf/test/通知/01-东镇.pdf") as document:
        assert "关于下达东镇2020年任务的通知" == str(document.docinfo["/Title"])


def test_a_second_run_makes_the_same_bytes_and_keeps_what_was_stamped_or_left_there(space: Path) -> None:
    assert 0 == run(space, "pdf").code
    before = tree_of(space / "build/pdf")
    stamped = space / "build/pdf/test/任务表.pdf"
    ours = stamped.read_bytes()
    stamped.write_bytes(ours + b"\n% stamped\n")
    write(space, {"build/pdf/test/说明.txt": "某人的"})
    ran = run(space, "pdf", "--jobs", "2")
    assert (0, True) == (ran.code, "file-edited" in ran.codes())
    assert ours == stamped.read_bytes()
    assert ours + b"\n% stamped\n" == stamped.with_name("任务表（改动1）.pdf").read_bytes()
    after = tree_of(space / "build/pdf")
    assert before == {name: after[name] for name in before}
    assert "某人的" == (space / "build/pdf/test/说明.txt").read_text(encoding="utf-8")


def test_errors_in_data_make_no_pdf(tmp_path: Path) -> None:
    small(tmp_path, edited("quotas.csv", ("东镇,8", "东镇,7")))
    ran = run(tmp_path, "pdf")
    assert (1, ["goal-total", "quota-total"]) == (ran.code, ran.codes())
    assert not (tmp_path / "build").exists()


def test_files_of_one_name_in_several_folders_each_get_their_pdf(space: Path) -> None:
    assert 0 == run(space, "word").code
    docx = (space / "build/word/test/任务表.docx").read_bytes()
    names = ["件/甲 镇/通知（一）.docx", "件/乙&镇/通知（一）.docx", "件/'$x' [1].docx"]
    write(space, {**dict.fromkeys(names, docx), "件/稿.md": draft("正文。")})
    given = [str(space / name) for name in (*names, "件/稿.md")]
    ran = run(space, "pdf", *given, given[0], "--out", str(space / "出"))
    assert 0 == ran.code, ran.err
    expected = {"甲 镇/通知（一）.pdf", "乙&镇/通知（一）.pdf", "'$x' [1].pdf", "稿.pdf"}
    assert expected == {name.removeprefix("出/") for name in tree_of(space) if name.startswith("出/")}
    assert {1} == {pages(space / "出" / name) for name in expected}


def test_a_bad_file_is_told_by_name_and_keeps_none_of_the_others_back(space: Path) -> None:
    write(space, {"好.md": draft("正文。"), "差.md": "没有文件头", "坏.docx": "不是 Word", "旧.doc": "x"})
    ran = run(space, "pdf", *(str(space / name) for name in ("坏.docx", "旧.doc", "差.md", "好.md", "没有.docx")))
    assert 1 == ran.code
    assert {"file-not-word", "head-missing", "file-unreadable"} <= set(ran.codes())
    assert ["好.pdf"] == [name for name in os.listdir(space) if name.endswith(".pdf")]
    assert 1 == pages(space / "好.pdf")
    for name in ("坏.docx", "旧.doc", "没有.docx"):
        assert name in ran.err


def test_a_draft_and_a_word_file_of_one_name_are_not_written_over_each_other(space: Path) -> None:
    write(space, {"稿.md": draft("正文。"), "稿.docx": "x"})
    ran = run(space, "pdf", str(space / "稿.md"), str(space / "稿.docx"))
    assert (1, True) == (ran.code, "file-twice" in ran.codes())
    assert (space / "稿.pdf").exists()


def test_somebody_elses_pdf_beside_a_draft_is_kept(space: Path) -> None:
    write(space, {"稿.md": draft("正文。"), "稿.pdf": "某人盖了章的"})
    ran = run(space, "pdf", str(space / "稿.md"))
    assert (0, True) == (ran.code, "file-edited" in ran.codes())
    assert "某人盖了章的" == (space / "稿（改动1）.pdf").read_text(encoding="utf-8")
    edit(space / "稿.md", "正文。", "正文二。")
    assert "file-edited" not in run(space, "pdf", str(space / "稿.md")).codes()


def test_from_a_read_only_folder_the_pdf_goes_elsewhere(space: Path) -> None:
    write(space, {"只读/稿.md": draft("正文。"), "出/x": ""})
    open_to_all(space)
    (space / "只读").chmod(0o555)
    beside = process(space, "pdf", "只读/稿.md", as_nobody=True)
    elsewhere = process(space, "pdf", "只读/稿.md", "--out", "出", as_nobody=True)
    (space / "只读").chmod(0o755)
    assert (1, True) == (beside.code, "output-failed" in beside.codes()), beside.err
    assert 0 == elsewhere.code, elsewhere.err
    assert 1 == pages(space / "出/稿.pdf")


def test_output_among_the_data_is_refused(space: Path) -> None:
    for arguments in (("test",), (str(space / "稿.md"),)):
        assert ["output-place"] == run(space, "pdf", *arguments, "--out", str(space / "policy_data/x")).codes()


@pytest.mark.parametrize("arguments", [("test",), ("稿.md",)])
def test_without_libreoffice_one_message_says_how_to_install_it(space: Path, arguments: tuple[str, ...]) -> None:
    script = (
        "import sys; from pathlib import Path; from lowcapdocs import cli, pdf\n"
        "from lowcapdocs.convert.office import Computer\n"
        "pdf.this_computer = lambda: Computer({'PATH': '/nowhere'}, 'win32', Path('/nowhere'))\n"
        f"sys.argv = ['lowcapdocs', 'pdf', *{arguments!r}]; cli.main()"
    )
    write(space, {"稿.md": draft("正文。")})
    done = subprocess.run([sys.executable, "-c", script], cwd=space, capture_output=True, text=True, check=False)
    assert (1, "") == (done.returncode, done.stdout)
    assert 1 == done.stderr.count("错误[office-missing]")
    assert "winget install" in done.stderr
    assert not (space / "build").exists()


@pytest.mark.parametrize("arguments", [("test", "稿.md"), ("--jobs", "0"), ("--jobs", "x")])
def test_wrong_usage_is_exit_code_2(space: Path, arguments: tuple[str, ...]) -> None:
    assert 2 == run(space, "pdf", *arguments).code


def test_a_campaign_that_is_not_there_is_told(space: Path) -> None:
    assert (1, ["campaign-unknown"]) == ((ran := run(space, "pdf", "没有")).code, ran.codes())


def test_word_files_are_made_anew_before_they_are_converted(space: Path) -> None:
    assert 0 == run(space, "pdf").code
    before = tree_of(space / "build/pdf")
    edit(space / "templates/notice.md.j2", "现将任务下达给你们", "现将任务重新下达给你们")
    assert 0 == run(space, "pdf").code
    after = tree_of(space / "build/pdf")
    assert {"test/manifest.json", "test/通知/01-东镇.pdf", "test/通知/02-西街道.pdf"} == {
        name for name in before if before[name] != after[name]
    }
    assert "重新下达" in word_text(space / "build/word/test/通知/01-东镇.docx")


def test_a_bomb_never_reaches_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "炸弹.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * (300 << 20))
    done = run(tmp_path, "pdf", str(path))
    assert 1 == done.code
    assert ["docx-broken"] == done.codes()


WORDS = {
    "旧.doc": "旧式的 .doc",
    "假.pdf": "已经是 PDF",
    "稿.wps": "用 WPS 打开，另存为 .docx",
    "表.xlsx": "只能转 Word",
    "空目录": "文件夹里没有 Word",
    "无后缀": "只能转 Word",
    "没有.docx": "没有这个文件",
    "没有/稿": "没有这个文件",
}


@pytest.mark.parametrize("within_workspace", [True, False])
def test_what_cannot_be_converted_is_told_as_what_it_is(tmp_path: Path, within_workspace: bool) -> None:
    if within_workspace:
        small(tmp_path)
    (tmp_path / "空目录").mkdir()
    write(tmp_path, {name: "x" for name in WORDS if not name.startswith(("没有", "空"))})
    ran = process(tmp_path, "pdf", *WORDS)
    told = [line for line in ran.err.splitlines() if line.startswith("错误[")]
    assert (1, len(WORDS)) == (ran.code, len(told))
    for line, (name, words) in zip(told, WORDS.items(), strict=True):
        assert f" {name}：" in line
        assert words in line
    assert "font-replaced" not in ran.codes(), "nothing was set in any type"
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".pdf") and name != "假.pdf"]


def test_a_campaign_is_a_campaign_whatever_its_name_looks_like(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / "policy_data/test").rename(tmp_path / "policy_data/2020.1")
    assert "build/pdf/2020.1：3份" in process(tmp_path, "pdf", "2020.1").out


def test_a_folder_stands_for_the_word_files_in_it(space: Path) -> None:
    assert 0 == run(space, "word").code
    docx = (space / "build/word/test/任务表.docx").read_bytes()
    write(space, {"夹/甲.docx": docx, "夹/里/乙.docx": docx, "夹/~$甲.docx": b"x", "夹/稿.md": "x"})
    ran = run(space, "pdf", str(space / "夹"), str(space / "夹/甲.docx"))
    assert (0, ["甲.pdf", "里/乙.pdf"]) == (
        ran.code,
        [name.removeprefix("夹/") for name in tree_of(space) if name.startswith("夹/") and name.endswith(".pdf")],
    )
    assert 1 == ran.codes().count("font-replaced")
