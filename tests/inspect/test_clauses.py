"""The table of clauses against the code, and docs/standard.md against the table."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lowcapdocs.inspect.clauses import CLAUSES, Clause
from lowcapdocs.inspect.rules import rules_for
from tests.builders import REPOSITORY

HEAD = """# GB/T 9704—2012 逐条对照

每条标准由哪里写成、由哪里检查、由哪些测试保证。要求用我们自己的话写，以标准原文为准；检查结果怎么看，见
[inspect.md](inspect.md)。“习惯”是办公习惯，标准没有规定，只作建议，不判不符。

本页由 `lowcapdocs/inspect/clauses.py` 生成：`pytest tests/inspect/test_clauses.py --update-golden`。
“检查”一栏里 rules_… 看文件，page_rules_… 看排好的页面。

| 编号 | 条款 | 要素 | 要求 | 写成 | 检查 | 测试 |
| --- | --- | --- | --- | --- | --- | --- |
"""
ROOM = REPOSITORY / "lowcapdocs" / "inspect"
FILES = sorted([*ROOM.glob("rules_*.py"), *ROOM.glob("page_rules*.py")])
IDS = {each.id for each in CLAUSES}


def row(clause: Clause) -> str:
    def files(paths: tuple[str, ...]) -> str:
        return "<br>".join(f"[{Path(each).name}](../{each})" for each in paths)

    name = f"{clause.name}（习惯）" if clause.habit else clause.name
    cells = (
        clause.id,
        clause.number,
        name,
        clause.requirement,
        files(clause.written) or "—",
        files(clause.inspected) or clause.reason,
        files(clause.tests) or "—",
    )
    return f"| {' | '.join(cells)} |\n"


def test_the_page_of_the_standard_is_current(expected: Callable[[Path, str], str]) -> None:
    page = HEAD + "".join(map(row, CLAUSES))
    assert expected(REPOSITORY / "docs" / "standard.md", page) == page


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.id)
def test_every_file_of_a_row_exists(clause: Clause) -> None:
    assert [] == [
        each for each in (*clause.written, *clause.inspected, *clause.tests) if not (REPOSITORY / each).is_file()
    ]
    assert clause.inspected or clause.reason


def test_every_clause_has_one_row_and_one_rule() -> None:
    assert len(IDS) == len(CLAUSES)
    in_files = {each.id for each in CLAUSES if each.reason or "rules_" in f" {each.judges}".replace("page_rules_", "")}
    assert in_files - {"B5", "T3"} == set(rules_for(""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_table_names_the_files_that_judge(path: Path) -> None:
    """A clause stands in a file in quotes, as an id, where it is judged; and the row names that file."""
    judged = set(re.findall(r'"([A-Z]\d+(?:-\d)?)"', path.read_text(encoding="utf-8"))) & IDS
    told = {each.id for each in CLAUSES if path.stem in each.judges.split()}
    by_hand = {each.id for each in CLAUSES if each.reason}
    assert told <= judged
    assert set() == judged - told - by_hand - {each.id for each in CLAUSES if each.habit}


def test_every_main_clause_of_the_standard_has_a_row() -> None:
    numbers = {number for each in CLAUSES for number in each.number.split("、")}
    wanted = {
        "4",
        "5.1",
        "5.2.1",
        "5.2.2",
        "5.2.3",
        "5.2.4",
        "6.1",
        "6.2",
        "6.3",
        "7.1",
        "8",
        "9",
        "10.1",
        "10.2",
        "10.3",
    }
    wanted |= {f"7.2.{each}" for each in range(1, 8)} | {"7.3.1", "7.3.2", "7.3.3", "7.3.4", "7.3.6", "7.3.7"}
    wanted |= {f"7.3.5.{each}" for each in range(1, 6)} | {"7.4.1", "7.4.2", "7.4.3", "7.5"}
    assert set() == wanted - numbers
