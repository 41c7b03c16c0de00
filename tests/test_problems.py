"""problems: where, what, what to do."""

from __future__ import annotations

import ast
import errno
import os
import pickle
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import lowcapdocs
from lowcapdocs.problems import NOWHERE, Finding, PolicyError, Where, error, has_errors, reason, warning

PLACE = Where("任务数.xlsx", "表1", 9, "合计")


def test_a_place_reads_as_an_official_would_say_it() -> None:
    assert "任务数.xlsx 工作表“表1” 第9行 “合计”" == str(PLACE)
    assert "towns.csv" == str(Where("towns.csv"))
    assert "" == str(NOWHERE)


def test_a_cell_reads_as_spreadsheets_name_it() -> None:
    cell = Where("表.xlsx", "Sheet1", 7, cell="C7")
    assert "表.xlsx Sheet1!C7" == str(cell)
    assert "表.xlsx '6月 报'!C7" == str(Where("表.xlsx", "6月 报", 7, cell="C7"))
    assert "表.csv C7" == str(Where("表.csv", row=7, cell="C7"))
    assert "C7" == error("a", cell, "不对。").as_dict()["cell"]


def test_another_column_of_the_same_row_keeps_file_sheet_and_row() -> None:
    assert Where("任务数.xlsx", "表1", 9, "镇街") == PLACE.at("镇街")


def test_a_finding_tells_level_code_place_message_and_remedy() -> None:
    assert "错误[id-form] 任务数.xlsx 工作表“表1” 第9行 “合计”：不对。 → 请改。" == str(
        error("id-form", PLACE, "不对。", "请改。")
    )
    assert "提醒[rest-day] 是周末。" == str(warning("rest-day", NOWHERE, "是周末。"))


def test_a_finding_is_plain_json_values() -> None:
    assert {
        "code": "a", "level": "error", "file": "任务数.xlsx", "sheet": "表1", "row": 9, "column": "合计",
        "message": "不对。", "remedy": "请改。",
    } == error("a", PLACE, "不对。", "请改。").as_dict()  # fmt: skip


def test_only_errors_stop_production() -> None:
    note = Finding("a", "note", NOWHERE, "")
    assert not has_errors([note, warning("a", NOWHERE, "")])
    assert has_errors([note, error("a", NOWHERE, "")])


def test_a_policy_error_tells_every_finding() -> None:
    problem = PolicyError(iter([error("a", NOWHERE, "甲"), error("b", NOWHERE, "乙")]))
    assert "错误[a] 甲\n错误[b] 乙" == str(problem)
    assert ["a", "b"] == [finding.code for finding in problem.findings]


def test_a_policy_error_passes_from_process_to_process_whole() -> None:
    problem = PolicyError([error("a", PLACE, "甲")])
    assert problem.findings == pickle.loads(pickle.dumps(problem)).findings


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_what_the_system_says_in_english_is_said_in_chinese(number: int) -> None:
    said = reason(OSError(number, os.strerror(number), "甲"))
    assert re.search("[\u4e00-\u9fff]", said)
    assert not re.search("[A-Za-z]{2}|[。：]", said)


def test_the_usual_mishaps_are_told_apart(tmp_path: Path) -> None:
    def told(attempt: Callable[[], object]) -> str:
        with pytest.raises(OSError, match="Errno") as problem:
            attempt()
        return reason(problem.value)

    (tmp_path / "甲").touch()
    assert "没有这个文件" == told((tmp_path / "没有").read_bytes)
    assert "这里是文件夹" == told(tmp_path.read_bytes)
    assert "路径中间有一处不是文件夹" == told((tmp_path / "甲/乙").read_bytes)
    assert "文件名太长" == told((tmp_path / ("长" * 300)).read_bytes)
    assert "没有权限" == reason(PermissionError())


def test_no_place_prints_what_the_system_says_in_english() -> None:
    found = [
        f"{path.name}:{node.lineno}"
        for path in Path(lowcapdocs.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "strerror"
    ]
    assert [] == found
