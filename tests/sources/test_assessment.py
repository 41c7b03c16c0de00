"""assessment: how towns are scored, as the data gives it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.model.assessment import Adjustment, Assessment, AssessmentItem
from lowcapdocs.problems import Where
from lowcapdocs.sources.assessment import assessment
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Report
from tests.builders import IMPROVE, JISHIGANG, SHIQI, node, placeless, told

ITEM = {"id": "done", "name": "完成", "rule": "完成任务", "points": "60", "measure": "improve"}
BONUS = {"id": "bonus", "name": "加减", "rule": "逐项加减", "points": "0"}


def read(*items: Any, **head: Any) -> tuple[Assessment | None, list[str]]:
    """What an assessment.yaml says, without places, and findings."""
    report = Report()
    whole = {"name": "考核办法", "full": "100", "items": list(items), **head}
    found = assessment(node(whole, Where("考核.yaml")), Names((JISHIGANG, SHIQI), "镇街", report), (IMPROVE,), report)
    return placeless(found), told(dict.fromkeys(report))


def test_each_rule_has_what_it_counts_by() -> None:
    found, wrong = read(
        {**ITEM, "unassigned": "满分"},
        {"id": "report", "name": "报送", "rule": "按期报送", "points": "40", "off": "0.5"},
        {**BONUS, "adjustments": [{"town": "石碶", "points": "-2", "reason": "被市通报"}]},
    )
    assert [] == wrong
    done = AssessmentItem(
        id="done", name="完成", rule="完成任务", points=Decimal(60), measure="improve", unassigned="满分"
    )
    report = AssessmentItem(id="report", name="报送", rule="按期报送", points=Decimal(40), off=Decimal("0.5"))
    adjusted = (Adjustment(town="shiqi", points=Decimal(-2), reason="被市通报"),)
    bonus = AssessmentItem(id="bonus", name="加减", rule="逐项加减", points=Decimal(0), adjustments=adjusted)
    assert Assessment(name="考核办法", full=Decimal(100), items=(done, report, bonus)) == found


@pytest.mark.parametrize(
    ("expected", "item"),
    [
        (["value-missing 考核.yaml “measure”"], {**ITEM, "measure": ""}),
        (["measure-unknown 考核.yaml “measure”"], {**ITEM, "measure": "x"}),
        (["value-choice 考核.yaml “rule”"], {**ITEM, "rule": "看着办"}),
        (["value-missing 考核.yaml “rule”"], {**ITEM, "rule": ""}),
        (["value-missing 考核.yaml “points”"], {**ITEM, "points": ""}),
        (["value-number 考核.yaml “points”"], {**ITEM, "points": "-1"}),
        (["value-missing 考核.yaml “off”"], {**ITEM, "rule": "按期报送"}),
        (["value-missing 考核.yaml “off”"], {**ITEM, "rule": "佐证齐全"}),
        (["value-choice 考核.yaml “unassigned”"], {**ITEM, "unassigned": "零分"}),
        (["value-form 考核.yaml “adjustments”"], {**ITEM, "adjustments": [{"town": "石碶", "points": "1", "reason": "x"}]}),
        (["name-unknown 考核.yaml “town”"], {**BONUS, "adjustments": [{"town": "江夏", "points": "1", "reason": "x"}]}),
        (["value-missing 考核.yaml “reason”"], {**BONUS, "adjustments": [{"town": "石碶", "points": "1"}]}),
        (["value-number 考核.yaml “points”"], {**BONUS, "adjustments": [{"town": "石碶", "points": "多", "reason": "x"}]}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(expected: list[str], item: dict[str, Any]) -> None:
    assert expected == read(item)[1]


def test_two_items_of_one_id_are_told() -> None:
    assert ["id-twice 考核.yaml “items”"] == read(ITEM, ITEM)[1]


def test_a_file_that_is_no_mapping_is_no_assessment() -> None:
    report = Report()
    towns = Names((JISHIGANG,), "镇街", report)
    assert None is assessment(node(["甲"], Where("考核.yaml")), towns, (IMPROVE,), report)
    assert ["value-form 考核.yaml"] == told(report)


def test_without_a_file_there_is_no_assessment() -> None:
    report = Report()
    assert None is assessment(None, Names((JISHIGANG,), "镇街", report), (IMPROVE,), report)
    assert [] == report
