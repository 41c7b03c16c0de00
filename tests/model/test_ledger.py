"""ledger: how far a firm has come, what it lacks, and what its columns print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.model.ledger import COLUMNS, STATES, STEPS, Firm, State
from lowcapdocs.model.task import Evidence
from lowcapdocs.problems import Where
from tests.builders import JISHIGANG, campaign

DAY = date(2020, 6, 18)


def firm(state: State = "列入", **changes: Any) -> Firm:
    return Firm(**{"id": "a", "name": "示例企业甲", "town": JISHIGANG, "measure": "improve", "state": state, **changes})


def reached(each: Firm) -> list[State]:
    return [step for step in STEPS if each.reached(step)]


@pytest.mark.parametrize("state", STEPS)
def test_a_firm_has_reached_its_state_and_all_before(state: State) -> None:
    assert list(STEPS[: STEPS.index(state) + 1]) == reached(firm(state))


@pytest.mark.parametrize(
    ("expected", "state", "days"),
    [
        (["列入", "停产"], "关停未拆除", []),
        (["列入", "停产", "断水断电", "封存"], "关停未拆除", ["封存", "关停未拆除"]),
        (["列入", "停产", "断水断电", "封存"], "关停未拆除", ["封存", "验收"]),
        (["列入"], "反弹", ["停产", "验收", "反弹"]),
        (["列入"], "延期", ["延期"]),
        (["列入", "停产"], "延期", ["停产", "延期"]),
    ],
)
def test_beside_the_way_the_days_tell(expected: list[str], state: State, days: list[State]) -> None:
    assert expected == reached(firm(state, dates=dict.fromkeys(days, DAY)))


@pytest.mark.parametrize(
    ("expected", "state"), [(DAY, "验收"), (DAY, "销号"), (None, "拆除"), (None, "反弹"), (None, "关停未拆除")]
)
def test_a_firm_is_accepted_while_its_state_says_so(expected: date | None, state: State) -> None:
    assert expected == firm(state, dates={"验收": DAY}).accepted_on


def test_blank_evidence_is_missing_and_a_stroke_is_not_asked_for() -> None:
    papers = {"验收意见表": "1.pdf", "拆前照片": "", "设备去向证明": "/"}
    required = ("验收意见表", "拆前照片", "拆后照片", "设备去向证明")
    assert ("拆前照片", "拆后照片") == firm(evidence=papers).missing(required)


def test_a_measure_asks_for_each_paper_once_in_the_order_of_the_data() -> None:
    evidence = (
        Evidence(id="a", measure="improve", text="甲。", requires=("整治前照片", "验收意见表")),
        Evidence(id="b", measure="improve", text="乙。", requires=("验收意见表", "整治后照片")),
    )
    assert {"phase_out": (), "improve": ("整治前照片", "验收意见表", "整治后照片")} == campaign(
        evidence=evidence
    ).required_evidence


@pytest.mark.parametrize(
    ("expected", "column"),
    [
        ("示例企业甲", "name"),
        ("集士港镇", "town"),
        ("12.5", "energy"),
        ("2020年6月18日", "accepted_on"),
        ("1.pdf", "验收意见表"),
        ("是", "sample"),
        (None, "land"),
        (None, "phone"),
        (None, "closed_on"),
        (None, "拆前照片"),
    ],
)
def test_a_column_prints_its_value_or_is_not_known(expected: str | None, column: str) -> None:
    each = firm(
        "验收", energy=Decimal("12.5"), dates={"验收": DAY}, sample=True,
        evidence={"验收意见表": "1.pdf", "拆前照片": ""},
    )  # fmt: skip
    assert expected == each.text(column)


def test_a_column_that_there_is_not_is_no_blank() -> None:
    with pytest.raises(KeyError):
        firm().text("产值")


def test_every_column_of_a_firm_prints() -> None:
    assert ["a", "示例企业甲", "集士港镇", "improve", "列入", "否"] == [
        text for column in COLUMNS if (text := firm().text(column)) is not None
    ]


def test_a_place_is_where_the_column_stands_or_would_stand() -> None:
    each = firm(where=Where("台账.csv", row=3), places={"name": Where("台账.csv", row=3, column="单位名称")})
    assert ["台账.csv 第3行 “单位名称”", "台账.csv 第3行 “验收日期”", "台账.csv 第3行 “拆前照片”"] == [
        str(each.place(column)) for column in ("name", "accepted_on", "拆前照片")
    ]


def test_every_state_has_a_column_for_its_day() -> None:
    assert {f"{state}日期" for state in STATES} <= set(COLUMNS.values())
