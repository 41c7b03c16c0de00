"""checks.schedule: phases in order, one date a step, a curve that rises, lights in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs import pipeline
from lowcapdocs.workspace import Workspace
from tests.workspaces import DATA, findings, small

TWO_PHASES = """\
phases:
- {{id: a, name: 部署阶段, deadline: {0}}}
- {{id: b, name: 实施阶段, deadline: {1}}}
"""
ACTION = """\
phases:
- id: a
  name: 部署阶段
  deadline: 5月29日前
  actions:
  - {{id: t, text: 排查, deadline: {0}}}
"""
STATED = """\
phases:
- id: closing
  name: 总结验收阶段
  deadline: 11月30日前
  stated:
  - {{deadline: {0}, source: 导语}}
"""
CURVE = """\
start: 2020-01-01
curve:
- {{day: 2020-06-30, share: {0}}}
- {{day: {2}, share: {1}}}
"""
LIGHTS = """\
lights:
- {{id: blue, name: 蓝灯{0}}}
- {{id: orange, name: 橙灯{1}}}
- {{id: red, name: 红灯{2}}}
"""

CASES: dict[str, tuple[str, list[str]]] = {
    "phases in order": (TWO_PHASES.format("5月29日前", "10月30日前"), []),
    "phases that end together": (TWO_PHASES.format("5月29日前", "5月29日前"), []),
    "phases out of order": (
        TWO_PHASES.format("10月30日前", "5月29日前"),
        ["phase-order schedule.yaml 第3行 “deadline”"],
    ),
    "a phase without a day between": (TWO_PHASES.format("10月30日前", "长期"), []),
    "an action in its phase": (ACTION.format("5月29日前"), []),
    "an action that goes on": (ACTION.format("每月5日前"), []),
    "an action later than its phase": (
        ACTION.format("6月1日前"),
        ["action-late schedule.yaml 第6行 “deadline”"],
    ),
    "a step dated twice": (STATED.format("11月16日前"), ["step-two-dates schedule.yaml 第6行 “deadline”"]),
    "a step dated once in two ways": (STATED.format("2020-11-30"), []),
    "a step dated elsewhere only": (
        STATED.format("11月16日前").replace("  deadline: 11月30日前\n", ""),
        ["step-two-dates schedule.yaml 第5行 “deadline”"],
    ),
    "an action dated twice": (
        ACTION.format("5月29日前, stated: [{deadline: 5月28日前, source: 附件}]"),
        ["step-two-dates schedule.yaml 第6行 “deadline”"],
    ),
    "a curve that rises": (CURVE.format(40, 100, "2020-11-30"), []),
    "a curve that falls": (
        CURVE.format(40, 30, "2020-11-30"),
        ["curve-order schedule.yaml 第4行 “curve”", "curve-end schedule.yaml 第4行 “curve”"],
    ),
    "a curve that goes back": (
        CURVE.format(40, 100, "2020-06-30"),
        ["curve-order schedule.yaml 第4行 “curve”"],
    ),
    "a curve that never gets there": (
        CURVE.format(40, 90, "2020-11-30"),
        ["curve-end schedule.yaml 第4行 “curve”"],
    ),
    "a curve that begins with the work": (
        CURVE.format(0, 100, "2020-11-30").replace("2020-01-01", "2020-06-30"),
        [],
    ),
    "a curve that begins before the work": (
        CURVE.format(40, 100, "2020-11-30").replace("2020-01-01", "2020-07-01"),
        ["curve-order schedule.yaml 第3行 “curve”"],
    ),
    "work that begins after its end": ("start: 2021-03-01\n", ["schedule-start schedule.yaml “start”"]),
    "lights in order": (LIGHTS.format(", behind: 0", ", behind: 20", ""), []),
    "lights out of order": (
        LIGHTS.format(", behind: 20", ", behind: 10", ""),
        ["lights-order schedule.yaml 第3行 “lights”"],
    ),
    "two lights for the same": (
        LIGHTS.format(", behind: 10", ", behind: 10", ""),
        ["lights-order schedule.yaml 第3行 “lights”"],
    ),
    "a light that never shines": (
        LIGHTS.format(", behind: 0", "", ""),
        ["lights-order schedule.yaml 第3行 “lights”"],
    ),
    "lights without a rest": (
        LIGHTS.format(", behind: 0", ", behind: 10", ", behind: 20"),
        ["lights-open schedule.yaml 第4行 “lights”"],
    ),
    "a letter for a light that there is not": (
        "supervised: [紫灯]\n",
        ["light-unknown schedule.yaml “supervised”"],
    ),
    "a day of rest that is worked": (
        "calendar: {rest: [2020-10-17], work: [2020-10-17]}\n",
        ["calendar-clash schedule.yaml “calendar”"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_schedule_is_found_to_hold(tmp_path: Path, name: str) -> None:
    text, expected = CASES[name]
    found = findings(small(tmp_path, {f"{DATA}/schedule.yaml": text}))
    assert expected == [each.replace(f"{DATA}/", "") for each in found]


def test_the_message_of_two_dates_gives_both_and_where_the_other_stands(tmp_path: Path) -> None:
    root = small(tmp_path, {f"{DATA}/schedule.yaml": STATED.format("11月16日前")})
    assert ["“总结验收阶段”有两个时限：这里是“11月30日前”，导语写的是“11月16日前”。"] == [
        each.message for each in pipeline.check(Workspace(root), []).findings
    ]
