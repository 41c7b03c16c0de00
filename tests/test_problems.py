"""problems: where, what, what to do."""

from __future__ import annotations

import pickle

from lowcapdocs.problems import NOWHERE, Finding, PolicyError, Where, error, has_errors, warning

PLACE = Where("任务数.xlsx", "表1", 9, "合计")


def test_a_place_reads_as_an_official_would_say_it() -> None:
    assert "任务数.xlsx 工作表“表1” 第9行 “合计”" == str(PLACE)
    assert "towns.csv" == str(Where("towns.csv"))
    assert "" == str(NOWHERE)


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
