"""returns: what a town reports fits itself, what it reported before, its quota and the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.checks.returns import check
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.period import read_period
from lowcapdocs.model.progress import Return, TaskReturn
from lowcapdocs.model.quantity import Blank
from lowcapdocs.problems import Where
from tests.builders import ENTRY, IMPROVE, SHIQI, TASK, campaign, told
from tests.figures.returns import figures, quota, returned

ROW = Where("progress.csv", row=2)


def codes(*returns: Return, **changes: Any) -> list[str]:
    """The codes of what is told."""
    changes = {"quotas": (quota("jishigang", 28), quota("shiqi", 5)), **changes}
    return [each.code for each in check(figures(*returns, **changes))]


def test_a_year_of_good_returns_is_not_remarked_on() -> None:
    good = [
        returned(
            f"2020-{month:02}", done=month, fresh=1 if month > 1 else month, accepted=month - 1, parts=(1, 0, month - 1)
        )
        for month in range(1, 7)
    ]
    assert [] == codes(*good)


@pytest.mark.parametrize(
    ("expected", "each"),
    [
        (["return-decimals"], returned("2020-06", done="1.5")),
        (["return-accepted"], returned("2020-06", done=1, accepted=2)),
        (["return-parts"], returned("2020-06", done=3, parts=(1, 0, 1))),
        (["return-parts"], returned("2020-06", done=3, parts=(None, 4, None))),
        ([], returned("2020-06", done=3, parts=(None, 2, None))),
        (["return-year"], returned("2019-12", done=1)),
        (["return-over"], returned("2020-06", "shiqi", done=6)),
        (["return-sum"], returned("2020-06", done=6, fresh=5)),
    ],
)
def test_a_return_that_does_not_fit_is_told(expected: list[str], each: Return) -> None:
    assert expected == codes(each)


def test_it_is_told_where_it_stands() -> None:
    assert ["return-accepted progress.csv 第2行 “累计验收”"] == told(
        check(figures(returned("2020-06", done=1, accepted=2, where=ROW), quotas=(quota("jishigang", 9),)))
    )


def test_what_was_corrected_is_no_longer_remarked_on() -> None:
    wrong = returned("2020-06", done=1, accepted=2)
    assert [] == codes(wrong, replace(wrong, accepted=Decimal(1), revision=1))


@pytest.mark.parametrize(
    ("expected", "later"),
    [
        (["return-falls"], returned("2020-07", done=4)),
        ([], returned("2020-07", done=4, fresh=-1)),
        (["return-sum"], returned("2020-07", done=4, fresh=1)),
        (["return-falls"], returned("2020-07", accepted=1)),
        (["return-accepted"], returned("2020-07", fresh=1, accepted=7)),
        ([], returned("2020-07", fresh=1, accepted=6)),
    ],
)
def test_what_is_cumulative_falls_only_where_something_is_taken_back(expected: list[str], later: Return) -> None:
    assert expected == codes(returned("2020-06", done=5, accepted=2), later)


def test_more_than_the_quota_is_told_once() -> None:
    assert ["return-over"] == codes(*(returned(f"2020-{month:02}", "shiqi", done=month) for month in (5, 6, 7)))
    none = (quota("shiqi", Blank.NONE), quota("jishigang", 1))
    assert ["return-no-quota"] == codes(
        *(returned(f"2020-{month:02}", "shiqi", done=month) for month in (5, 6, 7)), quotas=none
    )


def firm(name: str, **changes: Any) -> Firm:
    return replace(
        Firm(id=name, name=name, town=SHIQI, measure="improve", state="验收", dates={"验收": date(2020, 6, 9)}),
        **changes,
    )


@pytest.mark.parametrize(
    ("expected", "accepted", "changes"),
    [
        ([], 2, {}),
        (["return-ledger"], 1, {}),
        (["return-ledger"], None, {}),
        ([], 3, {}),
        (["return-ledger"], 3, {"ledger_covers": ("improve",)}),
        ([], 1, {"measures": (replace(IMPROVE, unit="万吨"),)}),
    ],
)
def test_what_is_reported_as_accepted_is_compared_with_the_ledger_of_that_day(
    expected: list[str], accepted: Any, changes: Any
) -> None:
    firms = (firm("a"), firm("b"), firm("later", dates={"验收": date(2020, 7, 1)}), firm("not", state="列入"))
    assert expected == codes(returned("2020-06", "shiqi", done=4, accepted=accepted), firms=firms, **changes)


def test_a_ledger_without_returns_is_compared_with_nothing() -> None:
    assert [] == codes(firms=(firm("a"),))


def done(number: str, **changes: Any) -> TaskReturn:
    return TaskReturn(
        period=read_period("2020-q3"),
        task="energy-1",
        state="已完成",
        amounts=(("audits", Decimal(number)),),
        **changes,
    )


@pytest.mark.parametrize(
    ("expected", "bound", "returns"),
    [
        (["task-short"], "以上", (done("12"),)), ([], "以上", (done("13"),)), (["task-short"], "不超过", (done("14"),)), ([], "不超过", (done("1"),)),
        ([], "以上", (done("12"), done("13", revision=1))), ([], "以上", (replace(done("12"), state="推进中"),)),
        ([], "以上", (replace(done("12"), amounts=()),)),
    ],
)  # fmt: skip
def test_a_task_that_is_said_to_be_done_has_reached_its_targets(
    expected: list[str], bound: str, returns: tuple[TaskReturn, ...]
) -> None:
    task = replace(TASK, targets=(replace(TASK.targets[0], bound=bound),))
    areas = (replace(campaign().areas[0], tasks=(task,)),)
    assert expected == codes(task_returns=returns, areas=areas)


def test_a_row_of_all_together_is_held_against_the_towns_and_never_used() -> None:
    town = returned("2020-06", done=6, accepted=6)
    assert ["return-total"] * 2 == codes(town, returned("2020-06", "", done=99, accepted=99))
    assert [] == codes(town, returned("2020-06", "", done=6, accepted=6))


def test_returns_of_towns_for_months_and_quarters_do_not_mix() -> None:
    months = (returned("2020-05", done=1), returned("2020-06", done=2))
    assert ["period-kinds"] == codes(*months, returned("2020-q2", "shiqi", done=1))


def test_a_document_of_a_period_without_returns_is_told() -> None:
    entry = replace(ENTRY, period=read_period("2020-12"))
    assert ["period-unreported"] == codes(returned("2020-06", done=1), documents=(entry,))
