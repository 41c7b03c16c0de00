"""locale: click's messages in Chinese, source and compiled form alike."""

from __future__ import annotations

import ast
import gettext
from pathlib import Path

import click
import pytest

import lowcapdocs
import lowcapdocs.cli  # sets the language
from tests.workspaces import run

FOLDER = Path(lowcapdocs.__file__).parent / "locale/zh_CN/LC_MESSAGES"


def messages() -> dict[str, str]:
    """What messages.po says, plural forms under the singular."""
    found: dict[str, str] = {}
    entry: dict[str, str] = {}
    field = ""
    for line in [*(FOLDER / "messages.po").read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if not line:
            if entry.get("msgid"):
                found[entry["msgid"]] = entry.get("msgstr", entry.get("msgstr[0]", ""))
            entry = {}
            continue
        if not line.startswith('"'):
            field, _, line = line.partition(" ")
        entry[field] = entry.get(field, "") + ast.literal_eval(line)
    return found


@pytest.mark.parametrize("message", messages())
def test_the_compiled_form_says_what_the_source_says(message: str) -> None:
    with (FOLDER / "messages.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    translated = messages()[message]
    found = {compiled.gettext(message), compiled.ngettext(message, "", 1)}  # a plural form is not found singly
    assert translated
    assert translated in found


def _asked() -> set[str]:
    """Every message that click hands to gettext, in any of its modules."""
    found = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                found |= {
                    arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                }
    return found


def test_messages_are_those_that_click_asks_for() -> None:
    """Of any version of click: a message may have been renamed, not all."""
    assert len(messages()) * 0.8 < len(_asked() & set(messages()))


USAGE = {
    "no such command": (("chek",), "用法有误：没有命令 chek。"),
    "no such option": (("check", "--jsom"), "用法有误：没有选项 --jsom。"),
    "an argument missing": (("new",), "用法有误：缺少参数"),
    "an argument too many": (("new", "a", "b"), "用法有误：多写了：b"),
    "a value missing": (("word", "--only"), "用法有误：选项 --only 后面没有写值。"),
    "a value for a flag": (("check", "--json=1"), "用法有误：选项 --json 后面不写值。"),
    "no number": (("word", "--jobs", "多"), "的值不对：“多”不是数字。"),
    "a number out of range": (("word", "--jobs", "0"), "的值不对：“0”不在 1<=x<=64 范围内。"),
    "no day": (("issue", "a", "b", "--date", "四月"), "的值不对：“四月”不是日期，应如 2020-04-20。"),
    "a number without day": (("issue", "a", "b", "--number", "甲〔2020〕1号"), "用法有误：印发要写 --date 日期，有版头的还要写 --number 文号。"),
    "nothing to issue with": (("issue", "a", "b"), "用法有误：印发要写 --date 日期，有版头的还要写 --number 文号。"),
    "a number to withdraw": (("issue", "a", "b", "--withdraw", "--number", "x"), "用法有误：撤回时不写 --number、--date。"),
    "two drafts": (("word", "a.md", "b.md", "-o", "c.docx"), "用法有误：转换草稿请写一份"),
    "a place for no draft": (("word", "-o", "c.docx"), "用法有误：转换草稿请写一份"),
    "a draft and a town": (("word", "a.md", "--town", "甲"), "用法有误：转换草稿时不用 --only、--town、--period、--out、--jobs。"),
}  # fmt: skip


@pytest.mark.parametrize("name", USAGE)
def test_wrong_usage_is_told_in_chinese_with_exit_code_2(tmp_path: Path, name: str) -> None:
    arguments, message = USAGE[name]
    ran = run(tmp_path, *arguments)
    assert (2, "") == (ran.code, ran.out)
    assert message in ran.err
    assert ran.err.startswith("用法")
    assert [] == [word for word in ("Usage", "Error", "Try", "Invalid", "Options") if word in ran.err]


@pytest.mark.parametrize("command", ["", "check", "draft", "word", "all", "new", "issue"])
def test_help_is_chinese(tmp_path: Path, command: str) -> None:
    ran = run(tmp_path, *filter(None, [command]), "--help")
    assert (0, True) == (ran.code, ran.out.startswith("用法： lowcapdocs"))
    assert [] == [word for word in ("Usage", "Options", "Show", "Commands", "OPTIONS", "TEXT") if word in ran.out]


def test_a_workspace_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    ran = run(tmp_path / "没有", "check")
    assert (2, True) == (ran.code, "不存在。" in ran.err)
    (tmp_path / "文件").write_text("", encoding="utf-8")
    ran = run(tmp_path / "文件", "check")
    assert (2, True) == (ran.code, "是文件，不是文件夹。" in ran.err)
