"""cli: what a clerk types, in real processes: exit codes, encodings, odd paths, a wheel."""

from __future__ import annotations

import importlib.util
import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import REPOSITORY, draft
from tests.workspaces import (
    DATA,
    HAISHU_WORD,
    SAMPLE_CODES,
    edit,
    edited,
    identities,
    many,
    process,
    run,
    sample,
    small,
    tree_of,
    word_text,
    write,
)

Surroundings = dict[str, str]
WRONG = edited("quotas.csv", ("东镇,8", "东镇,7"))

# Exit codes

CODES: dict[str, tuple[int, tuple[str, ...]]] = {
    "check": (0, ("check",)),
    "check one": (0, ("check", "test")),
    "check as JSON": (0, ("check", "--json")),
    "draft": (0, ("draft",)),
    "word": (0, ("word",)),
    "word for one town": (0, ("word", "--town", "东镇")),
    "word elsewhere": (0, ("word", "--out", "别处", "--jobs", "2")),
    "word of a draft": (0, ("word", "稿.md", "-o", "新/稿.docx")),
    "word of a draft to nowhere": (2, ("word", "稿.md")),
    "all": (0, ("all",)),
    "all with processes": (0, ("all", "test", "--jobs", "2")),
    "new": (0, ("new", "新的")),
    "issue": (0, ("issue", "test", "table", "--number", "甲局〔2020〕1号", "--date", "2020-04-20")),
    "help": (0, ("--help",)),
    "help of a command": (0, ("word", "-h")),
    "version": (0, ("--version",)),
    "check what is not there": (1, ("check", "没有")),
    "word of a draft that is not there": (1, ("word", "没有.md", "-o", "x.docx")),
    "word of a bad draft": (1, ("word", "坏.md", "-o", "x.docx")),
    "new where something is": (1, ("new", "policy_data")),
    "withdraw what is not issued": (1, ("issue", "test", "table", "--withdraw")),
    "nothing": (2, ()),
    "no command": (2, ("没有",)),
    "check with an option of word": (2, ("check", "--only", "x")),
    "draft with an option of word": (2, ("draft", "--jobs", "2")),
    "word with no number of processes": (2, ("word", "--jobs", "两")),
    "all with a town": (2, ("all", "--town", "东镇")),
    "new without a name": (2, ("new",)),
    "issue without a date": (2, ("issue", "test", "table", "--number", "x")),
    "issue without a document": (2, ("issue", "test")),
    "a workspace that is not there": (2, ("--workspace", "没有", "check")),
}


@pytest.mark.parametrize("name", CODES)
def test_exit_codes_tell_fine_from_errors_from_wrong_usage(tmp_path: Path, name: str) -> None:
    code, arguments = CODES[name]
    write(small(tmp_path), {"稿.md": draft("正文。"), "坏.md": "正文。"})
    ran = process(tmp_path, *arguments)
    assert (code, False) == (ran.code, "Traceback" in ran.err)


@pytest.mark.parametrize("command", ["check", "draft", "word", "all"])
def test_errors_in_data_are_exit_code_1_and_nothing_is_made(tmp_path: Path, command: str) -> None:
    ran = process(small(tmp_path, WRONG), command)
    assert (1, ["goal-total", "quota-total"]) == (ran.code, ran.codes())
    assert not (tmp_path / "build").exists()


def test_warnings_alone_are_exit_code_0(tmp_path: Path) -> None:
    ran = process(small(tmp_path, edited("quotas.csv", ("西街道,/", "西街道,0"))), "all")
    assert (0, ["quota-zero"]) == (ran.code, ran.codes())
    assert "错误0处，提醒1处。" in ran.err


def test_findings_of_check_are_its_answer_and_nothing_is_written(tmp_path: Path) -> None:
    before = tree_of(small(tmp_path, WRONG))
    ran = process(tmp_path, "check")
    assert "" == ran.err
    assert "错误2处，提醒0处。" == ran.out.splitlines()[-1]
    assert before == tree_of(tmp_path)


def test_what_was_made_is_told_on_one_stream_and_findings_on_the_other(tmp_path: Path) -> None:
    ran = process(small(tmp_path), "all")
    told = "build/drafts/test：3份\nbuild/word/test：4份\n网站：这里没有 mkdocs.yml，没有生成\n"
    assert (told, "") == (ran.out, ran.err)


# Streams and encodings


def test_json_lists_every_finding_with_all_its_fields(tmp_path: Path) -> None:
    ran = process(small(tmp_path, WRONG), "check", "--json")
    found = json.loads(ran.out)
    assert (1, "") == (ran.code, ran.err)
    assert {
        "code": "quota-total",
        "level": "error",
        "file": f"{DATA}/quotas.csv",
        "sheet": "",
        "row": 4,
        "column": "整治提升数",
        "message": "各镇街“整治提升数”合计7家，合计行为8家，两者不符。",
        "remedy": "请核对任务数，或改正这里的数。",
    } == found[1]
    assert [] == json.loads(process(small(tmp_path / "好"), "check", "--json").out)


def test_json_is_json_when_there_is_no_campaign(tmp_path: Path) -> None:
    assert ["workspace-empty"] == [each["code"] for each in json.loads(process(tmp_path, "check", "--json").out)]


@pytest.fixture(scope="module")
def gbk(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """A Chinese terminal of old: a GBK locale, made from the package `locales` that tests/setup.sh installs."""
    if sys.platform != "linux":
        return {"PYTHONIOENCODING": "gbk"}
    folder = tmp_path_factory.mktemp("locale")
    subprocess.run(["localedef", "-f", "GBK", "-i", "zh_CN", folder / "zh_CN.GBK"], check=False, capture_output=True)
    assert (folder / "zh_CN.GBK/LC_CTYPE").is_file(), "no GBK locale can be made: `make test` installs what it takes"
    return {"LOCPATH": str(folder), "LC_ALL": "zh_CN.GBK", "PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"}


@pytest.mark.parametrize("encoding", ["gbk", "latin-1", "ascii", "cp437"])
def test_json_is_valid_in_any_encoding(tmp_path: Path, gbk: Surroundings, encoding: str) -> None:
    env = {**gbk, "PYTHONIOENCODING": encoding}
    ran = process(small(tmp_path, WRONG), "check", "--json", env=env)
    assert ["goals", "整治提升数"] == [each["column"] for each in json.loads(ran.out)]
    for command in ("check", "all", "--help"):
        assert "Traceback" not in process(tmp_path, command, env=env).err


def test_the_whole_job_runs_under_a_gbk_locale(tmp_path: Path, gbk: Surroundings) -> None:
    here, there = sample(tmp_path / "a"), sample(tmp_path / "b")
    run(here, "all")
    ran = process(there, "all", "--jobs", "2", env=gbk)
    assert (0, SAMPLE_CODES) == (ran.code, ran.codes())
    assert f"错误0处，提醒{len(SAMPLE_CODES)}处。" in ran.err
    expected = sorted(tree_of(here / HAISHU_WORD).values())
    assert expected == sorted(tree_of(there / HAISHU_WORD).values())
    assert 0 == process(there, "word", env=gbk).code
    assert expected == sorted(tree_of(there / HAISHU_WORD).values())


@pytest.mark.skipif(sys.platform == "win32", reason="names are bytes only elsewhere")
def test_a_gbk_locale_in_a_folder_of_utf8_is_no_hindrance(tmp_path: Path, gbk: Surroundings) -> None:
    folder = small(tmp_path / "低散乱 整治")
    for arguments in (
        ("all",),
        ("check", "--json"),
        ("--workspace", str(folder), "all"),
        ("new", str(tmp_path / "新 建")),
    ):
        ran = process(folder, *arguments, env=gbk)
        assert (0, False) == (ran.code, "Traceback" in ran.err)


def test_a_name_that_the_locale_cannot_write_is_told(tmp_path: Path, gbk: Surroundings) -> None:
    small(tmp_path, edited("documents.yaml", ("file: 任务表", "file: 任务表𠮷")))
    if "LC_ALL" not in gbk:
        pytest.skip("no GBK locale can be made here")
    ran = process(tmp_path, "word", env=gbk)
    assert (1, ["output-failed"]) == (ran.code, ran.codes())
    assert "文件名里有这台电脑写不出的字" in ran.err
    assert [] == [name for name in tree_of(tmp_path) if name.startswith("build/")]


@pytest.mark.parametrize("name", ["低散乱 整治（2020）", "with 'quotes' & $dollars", "[a] {b} %c", "-o"])
def test_the_whole_job_runs_in_a_path_of_any_name(tmp_path: Path, name: str) -> None:
    root = sample(tmp_path / name)
    assert 0 == process(root, "all").code
    elsewhere = process(tmp_path, "--workspace", name, "word", "--out", f"{name} 2")
    assert 0 == elsewhere.code
    assert tree_of(root / HAISHU_WORD) == tree_of(tmp_path / f"{name} 2" / "haishu-2020")


def test_a_terminal_has_a_progress_bar_and_a_pipe_has_not(tmp_path: Path) -> None:
    small(tmp_path)
    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "lowcapdocs", "word"]
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY), "TERM": "xterm"}
    done = subprocess.run(
        command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=writer, env=env, timeout=60, check=False
    )
    os.close(writer)
    shown = b""
    while chunk := _read(reader):
        shown += chunk
    os.close(reader)
    assert (0, True) == (done.returncode, "生成".encode() in shown and b"100%" in shown)
    assert "" == process(tmp_path, "word").err


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 65536)
    except OSError:  # nobody writes any more
        return b""


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    small(tmp_path, edited("quotas.csv", ("东镇,8", "\n".join(f"北{place}镇,1" for place in range(3000)))))
    command = f"{sys.executable} -m lowcapdocs check | head -c 10"
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, env=env, timeout=60, check=False)
    assert (b"", 10) == (done.stderr, len(done.stdout))


# A failure of the program itself


def test_a_fault_of_the_program_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    script = (
        "import sys; from lowcapdocs import cli, pipeline\n"
        "def broken(*_): raise KeyError('甲')\n"
        "pipeline.check = broken; sys.argv = ['lowcapdocs', 'check']; cli.main()"
    )
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, env=env, check=False
    )
    assert (1, "") == (done.returncode, done.stdout)
    assert (
        "错误[program-error] 程序出错，这一步没有做完：KeyError '甲'（<string>:2）。 → 请把这一行发给维护人员。\n"
        == done.stderr
    )


# Killed


def test_a_full_run_killed_while_it_writes_leaves_the_last_good_output(tmp_path: Path) -> None:
    many(tmp_path, 1500)
    assert 0 == run(tmp_path, "word").code
    edit(tmp_path / "templates/notice.md.j2", "现将任务下达给你们", "现将任务重新下达给你们")
    before = identities(tmp_path / "build")
    staging = tmp_path / "build/word/.test.staging"
    command = [sys.executable, "-m", "lowcapdocs", "word"]
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE) as running:
        while running.poll() is None and not (staging / "通知").exists():
            time.sleep(0.001)
        running.send_signal(signal.SIGKILL)
    assert (-signal.SIGKILL, True) == (running.returncode, staging.exists())
    assert before == {name: each for name, each in identities(tmp_path / "build").items() if ".staging/" not in name}
    ran = run(tmp_path, "word")
    assert (0, []) == (ran.code, ran.codes())
    assert "重新下达" in word_text(tmp_path / "build/word/test/通知/0001-第1镇.docx")
    assert ["test"] == os.listdir(tmp_path / "build/word")


# A draft without any workspace


def test_a_draft_becomes_word_without_any_workspace(tmp_path: Path) -> None:
    text = draft("正文。", title="关于甲的通知", 文种="通知", 主送="各单位", 署名="甲局", 成文日期="2020-04-20")
    for name, data in (("稿.md", text.encode()), ("稿.txt", text.replace("\n", "\r\n").encode("gb18030"))):
        (tmp_path / name).write_bytes(data)
        ran = process(tmp_path, "word", name, "-o", f"{name}.docx")
        assert (0, f"{name}.docx\n", "") == (ran.code, ran.out, ran.err)
    assert (tmp_path / "稿.md.docx").read_bytes() == (tmp_path / "稿.txt.docx").read_bytes()
    assert ["关于甲的通知", "各单位：", "正文。"] == [
        line
        for line in word_text(tmp_path / "稿.md.docx").splitlines()
        if line in ("关于甲的通知", "各单位：", "正文。")
    ]


def test_a_draft_with_errors_makes_no_file_and_leaves_the_old_one(tmp_path: Path) -> None:
    write(tmp_path, {"稿.md": draft("正文。", 文种="通知"), "稿.docx": "旧"})
    ran = process(tmp_path, "word", "稿.md", "-o", "稿.docx")
    assert (1, ["addressee-missing"], "旧") == (
        ran.code,
        ran.codes(),
        (tmp_path / "稿.docx").read_text(encoding="utf-8"),
    )


@pytest.mark.parametrize("content", [b"", b"\xff\xff\xff", b"\x00" * 9, b"PK\x03\x04", "没有文件头".encode()])
def test_a_draft_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "稿.md").write_bytes(content)
    ran = process(tmp_path, "word", "稿.md", "-o", "稿.docx")
    assert (1, True, ["稿.md"]) == (ran.code, len(ran.codes()) > 0, os.listdir(tmp_path))


def test_a_draft_that_is_a_folder_and_a_target_that_is_open_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"夹.md/x": "", "稿.md": draft("正文。"), "~$稿.docx": "某人"})
    assert ["file-unreadable"] == process(tmp_path, "word", "夹.md", "-o", "a.docx").codes()
    assert ["file-open"] == process(tmp_path, "word", "稿.md", "-o", "稿.docx").codes()
    assert 2 == process(tmp_path, "word", "稿.md", "-o", "夹.md").code


# Light


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    for arguments in ("--help", "word --help", "--version", "chek"):
        script = (
            "import sys; from lowcapdocs.cli import main\n"
            f"sys.argv = ['lowcapdocs', *{arguments.split()}]\n"
            "try: main()\n"
            "except SystemExit: pass\n"
            "heavy = {'docx', 'lxml', 'jinja2', 'pandas', 'holidays', 'xlsxwriter', 'yaml', 'python_calamine', 'concurrent'}\n"
            "print('heavy', *sorted(heavy & set(sys.modules)))"
        )
        env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, env=env, check=True, cwd=tmp_path
        )
        assert "heavy" == done.stdout.splitlines()[-1]


def test_a_check_does_not_import_what_writes_word_and_excel(tmp_path: Path) -> None:
    script = (
        "import sys; from lowcapdocs.cli import main\n"
        "sys.argv = ['lowcapdocs', 'check']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('heavy', *sorted({'docx', 'lxml', 'pandas', 'xlsxwriter', 'python_calamine', 'multiprocessing'} & set(sys.modules)))"
    )
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=env, check=True, cwd=small(tmp_path)
    )
    assert "heavy" == done.stdout.splitlines()[-1]


# From a wheel


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as users get it: built as a wheel, installed outside the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("lowcapdocs", "templates", "policy_data", "site"):
        shutil.copytree(REPOSITORY / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "mkdocs.yml"):
        shutil.copy(REPOSITORY / name, source / name)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    own = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    subprocess.run([*pip, "wheel", "--no-deps", *own, "--wheel-dir", folder, source], check=True, capture_output=True)
    wheel = next(folder.glob("*.whl"))
    target = folder / "site-packages"
    subprocess.run([*pip, "install", "--no-deps", "--target", target, wheel], check=True, capture_output=True)
    shutil.rmtree(source)
    return target


def test_a_new_workspace_from_an_installed_wheel_checks_and_builds_at_once(installed: Path, tmp_path: Path) -> None:
    env = {"PYTHONPATH": str(installed)}
    where = subprocess.run(
        [sys.executable, "-c", "import lowcapdocs; print(lowcapdocs.__file__)"],
        cwd=tmp_path, env={**os.environ, **env}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(installed) in where.stdout
    assert 0 == process(tmp_path, "new", "我的 工作", env=env).code
    for name in ("policy_data", "templates", "site"):
        assert tree_of(REPOSITORY / name) == tree_of(tmp_path / "我的 工作" / name)
    for command in ("check", "all"):
        ran = process(tmp_path / "我的 工作", command, "haishu-2020", env=env)
        assert (0, SAMPLE_CODES) == (ran.code, ran.codes())
    run(sample(tmp_path / "此处", issued=True), "word")
    assert tree_of(tmp_path / "此处" / HAISHU_WORD) == tree_of(tmp_path / "我的 工作" / HAISHU_WORD)


def test_an_installed_wheel_speaks_chinese(installed: Path, tmp_path: Path) -> None:
    ran = process(tmp_path, "chek", env={"PYTHONPATH": str(installed), "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
    assert (2, True) == (ran.code, "没有命令 chek" in ran.err)


def test_the_console_script_is_the_same_program(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("lowcapdocs")
    if not script.exists():
        pytest.skip("not installed here")
    done = subprocess.run([script, "check"], cwd=small(tmp_path), capture_output=True, text=True, check=False)
    assert (0, "没有发现问题。\n", "") == (done.returncode, done.stdout, done.stderr)
