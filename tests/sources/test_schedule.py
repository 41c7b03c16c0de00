"""schedule: phases, reporting, curve, lights and calendar, as YAML or (phases) as a table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.deadline_phrase import read as phrase
from lowcapdocs.model.schedule import Action, CurvePoint, Light, Phase, Reporting, Schedule, Stated
from lowcapdocs.model.workdays import Calendar
from lowcapdocs.problems import Where
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Node, Report
from lowcapdocs.sources.schedule import schedule
from tests.builders import FGJ, GQB, node, placeless, table, told

WHOLE = Deadline("2020年度", date(2020, 12, 31))
BASE = Schedule(start=date(2020, 1, 1), end=date(2020, 12, 31))


def read(value: Node | None) -> tuple[Schedule | None, list[str]]:
    """The schedule of a 2020 campaign without places, and findings."""
    report = Report()
    found = schedule(value, Names((GQB, FGJ), "部门", report), 2020, WHOLE, report)
    return placeless(found), told(report)


def yaml(**fields: Any) -> tuple[Schedule, list[str]]:
    """The schedule that these top-level fields make, and findings."""
    found, findings = read(node(fields, Where("进.yaml", row=1)))
    assert found is not None
    return found, findings


def by(text: str) -> Deadline:
    return phrase(text, 2020)


def test_no_file_is_no_schedule() -> None:
    assert (None, []) == read(None)


def test_what_the_file_leaves_out_is_as_without_a_file() -> None:
    assert (BASE, []) == yaml(notes="甲")
    assert (BASE, []) == yaml(phases="", reporting="", curve="", lights="", calendar="", start="", sample="")


def test_phases_hold_actions_with_their_leads_and_deadlines() -> None:
    action = {"编号": "report", "内容": "报送报告。", "牵头单位": "区发改局、gqb", "完成时限": "每月5日前"}
    found, findings = yaml(phases=[{"id": "a", "name": "部署", "deadline": "5月底前", "actions": [action]}])
    expected = Action(id="report", text="报送报告。", leads=(FGJ, GQB), deadline=by("每月5日前"))
    assert ((Phase(id="a", name="部署", deadline=by("5月底前"), actions=(expected,)),), []) == (found.phases, findings)


def test_a_step_keeps_the_other_dates_that_its_source_gives() -> None:
    other = {"deadline": "11月15日前", "source": "导语"}
    action = {"id": "t", "text": "甲", "stated": [other]}
    found, findings = yaml(
        phases=[{"id": "a", "name": "总结", "deadline": "11月底前", "stated": [other], "actions": [action]}]
    )
    stated = (Stated(deadline=by("11月15日前"), source="导语"),)
    assert (stated, stated, []) == (found.phases[0].stated, found.action["t"].stated, findings)


def test_a_table_has_an_action_a_row_and_the_phase_in_a_row_without_text() -> None:
    found, findings = read(
        table(
            {"阶段": "部署", "编号": "deploy", "内容": "", "完成时限": "5月底前", "牵头单位": ""},
            {"阶段": "部署", "编号": "survey", "内容": "排查", "完成时限": "4月底前", "牵头单位": "区发改局"},
            {"阶段": "实施", "编号": "close", "内容": "关停", "完成时限": "", "牵头单位": ""},
            {"阶段": "部署", "编号": "plan", "内容": "方案", "完成时限": "", "牵头单位": ""},
        )
    )
    assert found is not None
    survey = Action(id="survey", text="排查", leads=(FGJ,), deadline=by("4月底前"))
    expected = (
        Phase(id="deploy", name="部署", deadline=by("5月底前"), actions=(survey, Action(id="plan", text="方案"))),
        Phase(id="phase-2", name="实施", actions=(Action(id="close", text="关停"),)),
    )
    assert (expected, []) == (found.phases, findings)


def test_reporting_says_how_often_and_by_when() -> None:
    found, findings = yaml(reporting={"周期": "季报", "due": "每季度末"})
    assert (Reporting(cycle="季报", due=by("每季度末")), []) == (found.reporting, findings)


def test_a_curve_has_days_and_percent() -> None:
    found, findings = yaml(curve=[{"day": "2020-06-30", "share": "40"}, {"日期": "2020年10月31日", "进度": "100%"}])
    expected = (CurvePoint(date(2020, 6, 30), Decimal(40)), CurvePoint(date(2020, 10, 31), Decimal(100)))
    assert (expected, []) == (found.curve, findings)


BLUE = {"id": "blue", "name": "蓝灯", "behind": "0"}
GOOD_RED = {"id": "red", "name": "红榜", "color": "#c00000"}


def test_lights_are_called_and_coloured_as_the_place_does() -> None:
    found, findings = yaml(lights=[BLUE, {**GOOD_RED, "color": "橙"}])
    expected = (
        Light(id="blue", name="蓝灯", color="0070C0", behind=Decimal(0)),
        Light(id="red", name="红榜", color="ED7D31", behind=None),
    )
    assert (expected, ("red",), []) == (found.lights, found.supervised, findings)
    assert "C00000" == yaml(lights=[BLUE, GOOD_RED])[0].lights[1].color


@pytest.mark.parametrize(
    ("expected", "supervised"),
    [((), ""), ((), []), (("blue", "red"), ["蓝灯", "red"]), (("blue", "紫灯"), "blue、紫灯")],
)
def test_lights_that_call_for_a_letter_go_by_name_or_id(expected: tuple[str, ...], supervised: Any) -> None:
    assert (expected, []) == (yaml(lights=[BLUE, GOOD_RED], supervised=supervised)[0].supervised, [])


def test_the_calendar_of_the_data_is_read() -> None:
    found, findings = yaml(
        calendar={"work": ["2020-10-17", "2020年10月18日"], "休息": "2020-10-19"}, publicity_days="7"
    )
    expected = Calendar(frozenset({date(2020, 10, 19)}), frozenset({date(2020, 10, 17), date(2020, 10, 18)}))
    assert (expected, 7, []) == (found.calendar, found.publicity_days, findings)


def test_the_start_and_the_mark_of_invented_data_are_read() -> None:
    found, findings = yaml(start="2020-04-20", sample="日期为虚构")
    assert (date(2020, 4, 20), "日期为虚构", []) == (found.start, found.sample, findings)


PHASE = {"id": "a", "name": "部署"}
ACTION = {"id": "t", "text": "甲"}
WRONG: dict[str, tuple[list[str], dict[str, Any]]] = {
    "an unknown field": (["column-unknown 进.yaml 第1行 “灯”"], {"灯": "红"}),
    "phases that are no list": (["value-form 进.yaml 第1行 “phases”"], {"phases": "部署"}),
    "a phase without a name": (["value-missing 进.yaml 第1行 “name”"], {"phases": [{"id": "a"}]}),
    "two phases of one id": (["id-twice 进.yaml 第1行 “phases”"], {"phases": [PHASE, PHASE]}),
    "two actions of one id": (
        ["id-twice 进.yaml 第1行 “actions”"],
        {"phases": [{**PHASE, "actions": [ACTION]}, {**PHASE, "id": "b", "actions": [ACTION]}]},
    ),
    "a lead that nobody knows": (
        ["name-unknown 进.yaml 第1行 “lead”"],
        {"phases": [{**PHASE, "actions": [{**ACTION, "lead": "甲局"}]}]},
    ),
    "another date without a date": (
        ["value-missing 进.yaml 第1行 “deadline”"],
        {"phases": [{**PHASE, "stated": [{"source": "导语"}]}]},
    ),
    "another date from nowhere": (
        ["value-missing 进.yaml 第1行 “source”"],
        {"phases": [{**PHASE, "stated": [{"deadline": "5月底前"}]}]},
    ),
    "a report every now and then": (["value-choice 进.yaml 第1行 “cycle”"], {"reporting": {"cycle": "年报"}}),
    "reporting without a cycle": (["value-missing 进.yaml 第1行 “cycle”"], {"reporting": {"due": "每月5日前"}}),
    "reporting in one word": (["value-form 进.yaml 第1行 “reporting”"], {"reporting": "月报"}),
    "a share that is no number": (
        ["value-number 进.yaml 第1行 “share”"],
        {"curve": [{"day": "2020-06-30", "share": "一半"}]},
    ),
    "a share of more than all": (
        ["value-number 进.yaml 第1行 “share”"],
        {"curve": [{"day": "2020-06-30", "share": "120"}]},
    ),
    "a point without a day": (["value-missing 进.yaml 第1行 “day”"], {"curve": [{"share": "50"}]}),
    "a colour that nobody knows": (["value-choice 进.yaml 第1行 “color”"], {"lights": [{**BLUE, "color": "亮"}]}),
    "a light without a colour": (["value-choice 进.yaml 第1行 “color”"], {"lights": [{**BLUE, "name": "一档"}]}),
    "two lights of one id": (["id-twice 进.yaml 第1行 “lights”"], {"lights": [BLUE, BLUE]}),
    "a calendar day that does not exist": (["value-date 进.yaml 第1行 “work”"], {"calendar": {"work": ["2020-02-30"]}}),
    "no working day of publicity, nor a number": (
        ["value-number 进.yaml 第1行 “publicity_days”"],
        {"publicity_days": "五"},
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_its_place(name: str) -> None:
    expected, fields = WRONG[name]
    assert expected == yaml(**fields)[1]


def test_a_file_that_is_one_word_is_no_schedule() -> None:
    assert (None, ["value-form 进.yaml"]) == read(node("月报", Where("进.yaml")))


def test_a_phase_has_one_row_of_its_own_in_a_table() -> None:
    row = {"阶段": "部署", "编号": "", "内容": "", "完成时限": "5月底前"}
    assert ["id-twice 表.csv 第3行"] == read(table(row, row))[1]
