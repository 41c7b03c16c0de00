"""tables: cells are cleared, the total is left out, the file is a CSV of ours."""

from __future__ import annotations

from collections import Counter

from lowcapdocs.renewal.tables import RULES, renewed
from lowcapdocs.renewal.years import Years
from lowcapdocs.sources.nodes import Sequence
from tests.builders import table


def csv_of(stem: str, *rows: dict[str, str]) -> tuple[str, dict[str, int]]:
    """The table of next year as text without its mark, and what was counted as cleared."""
    node, cleared = table(*rows), Counter[str]()
    assert isinstance(node, Sequence)
    data = renewed(node, RULES[stem], Years(2020, 2021), cleared)
    assert data.startswith(b"\xef\xbb\xbf")
    return data.decode("utf-8-sig"), dict(cleared)


def test_quotas_in_columns() -> None:
    text, cleared = csv_of(
        "quotas",
        {"镇街": "东镇", "整治数": "8", "淘汰数": "/", "备注": "8号地块"},
        {"镇街": "小计", "整治数": "8", "淘汰数": "", "备注": ""},
        {"镇街": "全区", "整治数": "8", "淘汰数": "", "备注": ""},
    )
    assert "镇街,整治数,淘汰数,备注\r\n东镇,,/,8号地块\r\n" == text
    assert {"任务数": 1} == cleared


def test_quotas_one_a_row() -> None:
    rows = ({"镇街": "东镇", "指标": "improve", "任务数": "8"}, {"镇街": "西街道", "指标": "improve", "任务数": "/"})
    assert "镇街,指标,任务数\r\n东镇,improve,\r\n西街道,improve,/\r\n" == csv_of("quotas", *rows)[0]


def test_tasks() -> None:
    row = {"任务": "压减用煤，分步", "目标": "boilers 锅炉 12台以上；land 土地 1,200亩", "完成时限": "11月20日前"}
    text, cleared = csv_of("tasks", row, {"任务": "值守", "目标": "", "完成时限": "长期"})
    assert "任务,目标,完成时限\r\n压减用煤，分步,boilers 锅炉 台以上；land 土地 亩,\r\n值守,,长期\r\n" == text
    assert {"目标数量": 1, "完成时限": 1} == cleared


def test_actions_of_a_schedule() -> None:
    row = {"阶段": "部署", "内容": "摸底", "完成时限": "5月底前", "时限日期": "2020-05-31"}
    assert "阶段,内容,完成时限,时限日期\r\n部署,摸底,,\r\n" == csv_of("schedule", row)[0]


def test_documents() -> None:
    row = {"编号": "plan", "文件名": "2020年要点", "文号": "甲〔2020〕3号", "状态": "issued", "待补": "text"}
    text, cleared = csv_of("documents", row, row | {"状态": ""})
    assert "编号,文件名,文号,状态,待补\r\nplan,2021年要点,,draft,\r\nplan,2021年要点,,,\r\n" == text
    assert {} == cleared
