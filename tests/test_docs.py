"""docs: every code, command and option is described."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import click
import pytest

import lowcapdocs
from lowcapdocs.cli import cli
from tests.builders import REPOSITORY

_CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def codes() -> list[str]:
    """Every finding code that is raised anywhere: what is given in kebab case where a code is asked for."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(lowcapdocs.__file__).parent.rglob("*.py")]
    places = code_places(trees)
    return sorted({code for tree in trees for call in calls(tree) for code in given(call, places)})


Places = dict[str, set[int | None]]
"""Functions and classes by name, with the places among their arguments where they ask for a code; None: not at all."""


def code_places(trees: list[ast.Module]) -> Places:
    """What every function and class of ours asks for as `code`. Of several of one name, all places."""
    found: Places = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.ClassDef):
            makers = [each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__init__"]
            fields = [each.target.id for each in node.body if isinstance(each, ast.AnnAssign) and is_name(each.target)]
            names = parameters(makers[0]) if makers else fields
        elif isinstance(node, ast.FunctionDef):
            names = parameters(node)
        else:
            continue
        found.setdefault(node.name, set()).add(names.index("code") if "code" in names else None)
    return found


def is_name(node: ast.expr) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name)


def parameters(function: ast.FunctionDef) -> list[str]:
    return [each.arg for each in function.args.args if each.arg not in ("self", "cls")]


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def given(call: ast.Call, places: Places) -> Iterator[str]:
    """The codes among the arguments of a call. What is called by a name of the place (tell, cls, a choice of two)
    may ask for one anywhere; a method that is not ours (headers.get) asks for none.
    """
    match call.func:
        case ast.Attribute(attr=name):
            asked = places.get(name, set())
        case ast.Name(id=name) if name in places:
            asked = places[name]
        case _:
            asked = set(range(len(call.args)))
    texts = [arg for place, arg in enumerate(call.args) if place in asked]
    texts += [each.value for each in call.keywords if each.arg == "code"]
    for text in (one for each in texts for one in choices(each)):
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and _CODE.fullmatch(text.value):
            yield text.value


def choices(node: ast.expr) -> Iterator[ast.expr]:
    """What an argument may be: itself, or either side of `a if … else b`."""
    if isinstance(node, ast.IfExp):
        yield from choices(node.body)
        yield from choices(node.orelse)
    else:
        yield node


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


def test_a_code_is_what_is_given_where_one_is_asked_for() -> None:
    ours = ast.parse("def refuse(where, code): ...\nclass Slip:\n    code: str\n    words: str")
    asked = ast.parse(
        "refuse('at-home', 'is-told')\nSlip('is-slipped', 'in-words')\nself.refuse(1, 'by-method' if a else 'or-not')\n"
        "refuse(1, code='by-name')\ntell('by-another-name')\n(error if a else warning)('by-choice')\n"
        "headers.get('page-kind')"
    )
    found = [code for call in calls(asked) for code in given(call, code_places([ours]))]
    told = ["is-told", "is-slipped", "by-method", "or-not", "by-name", "by-another-name", "by-choice"]
    assert sorted(told) == sorted(found)


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
