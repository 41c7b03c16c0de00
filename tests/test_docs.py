"""docs: every code, command and option is described."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import lowcapdocs
from lowcapdocs.cli import cli
from tests.builders import REPOSITORY

_CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def codes() -> list[str]:
    """Every finding code that is raised anywhere: an argument in kebab case is one."""
    found = set()
    for path in Path(lowcapdocs.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                found |= {text for text in texts if isinstance(text, str) and _CODE.fullmatch(text)}
    return sorted(found)


def described() -> list[str]:
    """The codes of docs/checks.md: the first cell of a table row."""
    text = (REPOSITORY / "docs/checks.md").read_text(encoding="utf-8")
    rows = (line.strip("| ").split("|")[0].strip(" `") for line in text.splitlines() if line.startswith("|"))
    return [row for row in rows if _CODE.fullmatch(row)]


@pytest.mark.parametrize("code", codes())
def test_every_code_is_described(code: str) -> None:
    assert code in described()


def test_every_described_code_exists_and_is_described_once() -> None:
    raised = codes()
    assert [] == [code for code in described() if code not in raised]
    assert sorted(set(described())) == sorted(described())


def words() -> list[str]:
    """Every command, and every option by its long name."""
    found: list[str] = []
    for name, command in commands(cli, "lowcapdocs"):
        if not isinstance(command, click.Group):
            found.append(name)
        found += [max(each.opts, key=len) for each in command.params if isinstance(each, click.Option)]
    return sorted({word for word in found if word != "--version"})


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """A command and all below it, each with the words that call it."""
    yield name, command
    for word, below in command.commands.items() if isinstance(command, click.Group) else ():
        yield from commands(below, f"{name} {word}")


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
@pytest.mark.parametrize("word", words())
def test_every_command_and_option_is_in_both_readmes(page: str, word: str) -> None:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    own = {"--output": r"(--output|-o)\b"}.get(word, rf"{re.escape(word)}\b")
    assert re.search(own, text), f"{word} is not in {page}"
