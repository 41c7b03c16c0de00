"""paths: what the data prints at each kind of path."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lowcapdocs.model.paths import amount_text, text_at
from lowcapdocs.model.quantity import Amount, Blank
from tests.builders import IMPROVE, TASK, campaign


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        ("测试要点", "campaign/name"),
        ("2020", "campaign/year"),
        ("2020年度", "campaign/deadline"),
        ("28", "goal/improve"),
        ("28", "total/improve"),
        (None, "total/phase_out"),
        ("28", "quota/jishigang/improve"),
        ("0", "quota/shiqi/improve"),
        ("/", "quota/jishigang/phase_out"),
        (None, "quota/shiqi/phase_out"),
        ("集士港镇", "town/jishigang"),
        ("石碶街道办事处", "town/shiqi/authority"),
        ("区工强办", "department/gqb"),
        ("海曙区工强办", "department/gqb/full"),
        ("11月底前", "task/energy-1/deadline"),
        ("13", "task/energy-1/audits"),
        ("《指导目录》", "basis/catalogue"),
        ("为落实{catalogue}，", "text/purpose"),
        (None, "text/contact"),
        ("2", "count/towns"),
        ("1", "count/areas"),
        ("1", "count/tasks"),
    ],
)
def test_a_path_leads_to_the_text_that_documents_print(expected: str | None, path: str) -> None:
    assert expected == text_at(campaign(), path)


def test_what_the_campaign_does_not_know_is_none() -> None:
    whole = campaign(year=None, deadline=None)
    assert [None, None] == [text_at(whole, "campaign/year"), text_at(whole, "campaign/deadline")]


def test_a_task_without_deadline_prints_none() -> None:

    area = replace(campaign().areas[0], tasks=(replace(TASK, deadline=None),))
    assert None is text_at(campaign(areas=(area,)), "task/energy-1/deadline")


@pytest.mark.parametrize(
    "path",
    [
        "", "campaign", "campaign/place", "goal/phase_out", "goal/x", "total/x", "quota/x/improve",
        "quota/jishigang/x", "quota/jishigang", "town/x", "town/x/authority", "town/shiqi/x", "department/x",
        "department/x/full", "task/x/audits", "task/x/deadline", "task/energy-1/x", "task/energy-1", "basis/x",
        "text/x", "count/x", "x/y",
    ],
)  # fmt: skip
def test_a_path_to_nothing_is_a_key_error(path: str) -> None:
    with pytest.raises(KeyError):
        text_at(campaign(), path)


@pytest.mark.parametrize(
    ("expected", "amount", "measured"),
    [
        ("28", Decimal("28.0"), True),
        ("28", Decimal("28.0"), False),
        ("2.5", Decimal("2.50"), False),
        ("/", Blank.NONE, True),
        (None, Blank.UNKNOWN, False),
    ],
)
def test_an_amount_prints_with_the_places_of_its_measure(expected: str | None, amount: Amount, measured: bool) -> None:
    assert expected == amount_text(amount, IMPROVE if measured else None)
