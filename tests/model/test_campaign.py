"""campaign: look-ups by id, computed totals, who leads."""

from __future__ import annotations

from decimal import Decimal

from lowcapdocs.model.org import Department
from lowcapdocs.model.quantity import Blank, Quota
from tests.builders import ENTRY, FGJ, GQB, IMPROVE, JISHIGANG, SHIQI, TASK, campaign


def test_every_record_is_found_by_its_id() -> None:
    whole = campaign()
    assert (JISHIGANG, FGJ, IMPROVE, TASK, ENTRY, Decimal(28)) == (
        whole.town["jishigang"], whole.department["fgj"], whole.measure["improve"],
        whole.task["energy-1"], whole.document["notice"], whole.goal["improve"],
    )  # fmt: skip


def test_none_zero_and_blank_quotas_stay_three_things() -> None:
    whole = campaign()
    assert Blank.NONE is whole.quota("jishigang", "phase_out")
    assert Decimal(0) == whole.quota("shiqi", "improve")
    assert Blank.UNKNOWN is whole.quota("shiqi", "phase_out")


def test_totals_are_computed_over_all_towns() -> None:
    assert {"improve": Decimal(28), "phase_out": Blank.UNKNOWN} == campaign().total
    assert {"improve": Blank.UNKNOWN, "phase_out": Blank.UNKNOWN} == campaign(quotas=()).total


def test_a_quota_of_no_town_adds_nothing() -> None:
    whole = campaign(quotas=(Quota("elsewhere", "improve", Decimal(5)),), towns=())
    assert {"improve": Blank.NONE, "phase_out": Blank.NONE} == whole.total


def test_only_departments_that_lead_a_task_are_leading() -> None:
    assert (FGJ,) == campaign(departments=(GQB, FGJ)).leading_departments


def test_towns_are_addressed_by_the_kinds_there_are() -> None:
    assert "各镇和街道" == campaign(towns=(JISHIGANG, SHIQI)).all_towns


def test_the_data_may_say_how_towns_are_addressed_and_have_a_record_that_stands_for_them() -> None:
    bureaux, other = Department(id="qj", short="各区市场监管局"), Department(id="x", short="市局")
    whole = campaign(towns_name="各区市场监管局", departments=(bureaux, other))
    assert ("各区市场监管局", True, False) == (whole.all_towns, whole.is_all_towns(bureaux), whole.is_all_towns(other))


def test_without_towns_nobody_stands_for_them() -> None:
    assert not campaign(towns=()).is_all_towns(Department(id="x", short="各"))
