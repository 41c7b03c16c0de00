"""checks.data: each rule on the data, from files to place and remedy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lowcapdocs import pipeline
from lowcapdocs.checks.data import check, unbound_figures, units
from lowcapdocs.problems import Finding
from lowcapdocs.workspace import Workspace
from tests.builders import campaign
from tests.workspaces import DATA, edited, findings, small

Files = dict[str, str | bytes | None]

TWO_LEADS = ("lead: 乙局", "lead: [甲局, 乙局]")
CASES: dict[str, tuple[Files, list[str]]] = {
    "a name of two towns": (
        edited("towns.csv", ("2,xi,西街道,街道,", "2,xi,西街道,街道,东镇")),
        ["name-ambiguous quotas.csv 第2行 “镇街”", "name-shared towns.csv 第3行"],
    ),
    "a name of two departments": (
        edited("departments.csv", ("yi,乙局,,", "yi,乙局,,甲区甲局")),
        ["name-shared departments.csv 第3行"],
    ),
    "a name that is the id of an earlier town": (
        edited("towns.csv", ("2,xi,西街道,街道,", "2,xi,西街道,街道,dong")),
        ["name-shared towns.csv 第3行"],
    ),
    "a name that is the id of a later town": (
        edited("towns.csv", ("1,dong,东镇,镇,", "1,dong,东镇,镇,xi")),
        ["name-shared towns.csv 第3行"],
    ),
    "an id of two departments": (edited("departments.csv", ("yi,", "jia,")), ["id-twice departments.csv 第3行"]),
    "two towns in one place": (edited("towns.csv", ("2,xi", "1,xi")), ["town-order towns.csv 第3行"]),
    "a town without a row": (
        edited("quotas.csv", ("西街道,/\n", "")),
        ["quota-missing towns.csv 第3行"],
    ),
    "a town without a number": (
        edited("quotas.csv", ("西街道,/", "西街道,")),
        ["quota-blank quotas.csv 第3行 “整治提升数”"],
    ),
    "a town with 0": (edited("quotas.csv", ("西街道,/", "西街道,0")), ["quota-zero quotas.csv 第3行 “整治提升数”"]),
    "more decimals than are printed": (
        edited("quotas.csv", ("西街道,/", "西街道,0.5"), ("东镇,8", "东镇,7.5")),
        ["quota-decimals quotas.csv 第2行 “整治提升数”", "quota-decimals quotas.csv 第3行 “整治提升数”"],
    ),
    "two goals of one measure": (
        edited("campaign.yaml", ("goals:\n", "goals:\n  - {measure: improve, amount: 8}\n")),
        ["goal-twice campaign.yaml 第12行 “goals”"],
    ),
    "a measure with the name of another": (
        edited("campaign.yaml", ("measures:\n", "measures:\n  - {id: other, name: 整治提升数, unit: 家}\n")),
        ["name-shared campaign.yaml 第10行 “measures”"],
    ),
    "a total that is not the goal": (
        edited("campaign.yaml", ("amount: 8", "amount: 9")),
        ["goal-total campaign.yaml 第11行 “goals”"],
    ),
    "a total that is not the stated one": (
        edited("quotas.csv", ("全区,8", "全区,9")),
        ["quota-total quotas.csv 第4行 “整治提升数”"],
    ),
    "one quota changed alone": (
        edited("quotas.csv", ("东镇,8", "东镇,7")),
        ["goal-total campaign.yaml 第11行 “goals”", "quota-total quotas.csv 第4行 “整治提升数”"],
    ),
    "nothing assigned to anyone": (
        edited("quotas.csv", ("东镇,8", "东镇,/")),
        ["goal-total campaign.yaml 第11行 “goals”", "quota-total quotas.csv 第4行 “整治提升数”"],
    ),
    "a task without lead": (edited("tasks.yaml", ("      lead: 乙局\n", "")), ["task-no-lead tasks.yaml 第4行 “tasks”"]),
    "two leads without a manner": (edited("tasks.yaml", TWO_LEADS), ["lead-manner tasks.yaml 第4行 “tasks”"]),
    "two leads with a manner": (
        edited("tasks.yaml", (TWO_LEADS[0], f"{TWO_LEADS[1]}\n      lead_manner: 按职责分别")),
        [],
    ),
    "a placeholder for nothing": (
        edited("tasks.yaml", ("实施监察。", "实施监察，{nothing}。")),
        ["placeholder-unknown tasks.yaml 第6行 “text”"],
    ),
    "a target that is not printed": (
        edited("tasks.yaml", ("对{audits}企业", "对企业")),
        ["target-unused tasks.yaml 第8行 “targets”"],
    ),
    "a typed figure": (
        edited("tasks.yaml", ("实施监察。", "实施监察，关停3家。")),
        ["figure-unbound tasks.yaml 第6行 “text”", "figure-unbound templates/notice.md.j2"],
    ),
    "a typed numeral": (
        edited("tasks.yaml", ("text: 对", "text: 一、对")),
        ["text-numeral tasks.yaml 第6行 “text”"],
    ),
    "a numeral in a safeguard": (
        edited("campaign.yaml", ("text: 各负其责。", "text: 1.各负其责。")),
        ["text-numeral campaign.yaml 第17行 “text”"],
    ),
    "an action of the schedule with a typed numeral, a figure and a placeholder for nothing": (
        {f"{DATA}/schedule.yaml": "phases:\n- id: a\n  name: 甲\n  actions:\n  - {id: t, text: '1.查{x}3家。'}\n"},
        ["placeholder-unknown schedule.yaml 第5行 “text”", "figure-unbound schedule.yaml 第5行 “text”",
         "text-numeral schedule.yaml 第5行 “text”"],
    ),
    "a placeholder in a text": (
        edited("campaign.yaml", ("依照{law}办理", "依照{laws}办理")),
        ["placeholder-unknown campaign.yaml “purpose”"],
    ),
    "a measure that nobody counts": (
        edited("campaign.yaml", ("measures:\n", "measures:\n  - {id: other, name: 另数, unit: 家}\n")),
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_data_is_found_to_hold(tmp_path: Path, name: str) -> None:
    files, expected = CASES[name]
    assert expected == [each.replace(f"{DATA}/", "") for each in findings(small(tmp_path, files))]


def test_what_the_campaign_does_without_is_not_missed_and_must_not_be_there() -> None:
    bare = campaign(areas=(), quotas=(), goals=(), texts=(), safeguards=())
    assert ["data-missing", "data-missing"] == [each.code for each in check(bare)]
    assert [] == list(check(replace(bare, without=("tasks", "quotas"))))
    (found,) = check(replace(bare, without=("tasks", "quotas", "towns")))
    assert ("data-declared", "without 里写了没有镇街，却有镇街（towns）的数据。") == (found.code, found.message)


def _all(root: Path) -> list[Finding]:
    return pipeline.check(Workspace(root), []).findings


def test_the_message_of_a_total_names_both_sums_with_their_unit(tmp_path: Path) -> None:
    found = _all(small(tmp_path, edited("quotas.csv", ("东镇,8", "东镇,7"))))
    assert [
        "各镇街“整治提升数”合计7家，主要目标为8家，两者不符。",
        "各镇街“整治提升数”合计7家，合计行为8家，两者不符。",
    ] == [each.message for each in found]


def test_the_units_of_a_campaign_come_longest_first() -> None:
    found = units(campaign())
    assert ("吨标准煤", True) == (found[0], found.index("万吨") < found.index("吨"))


def test_a_figure_is_a_number_with_a_unit() -> None:
    assert ["3家", "1,200 亩"] == unbound_figures("查3家，拆1,200 亩，2020年3月。", ("家", "亩"))


@pytest.mark.parametrize(("county", "expected"), [("8", True), ("/", False)])
def test_a_total_that_holds_a_county_and_its_towns_says_so(tmp_path: Path, county: str, expected: bool) -> None:
    files = {
        **edited("towns.csv", ("东镇,镇,,,", "东镇,镇,,,西街道")),
        **edited("quotas.csv", ("东镇,8", "东镇,7"), ("西街道,/", f"西街道,{county}")),
    }
    small(tmp_path, files)
    told = pipeline.check(Workspace(tmp_path), []).findings
    assert ["goal-total", "quota-total"] == [each.code for each in told]
    assert [expected] * 2 == ["“西街道”和它下面的“东镇”都有任务数" in each.remedy for each in told]
