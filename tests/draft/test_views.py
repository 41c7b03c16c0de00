"""views: what templates see, each value with its path, ×× for what is not known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.draft.markup import spans
from lowcapdocs.draft.views import CampaignView, Printed
from lowcapdocs.gongwen.elements import plain
from lowcapdocs.model.org import Department
from lowcapdocs.model.quantity import BOUNDS, Target
from lowcapdocs.model.task import Duty
from tests.builders import FGJ, GQB, JISHIGANG, SHIQI, TASK, campaign

ALL_TOWNS = Department(id="towns", short="各镇和街道")


def view(**changes: Any) -> CampaignView:
    return CampaignView(campaign(**changes))


def read(text: str) -> str:
    """Draft text as a reader sees it."""
    return plain(spans(text))


def test_values_of_the_campaign_print_with_their_paths() -> None:
    found = view()
    assert ("[测试要点](campaign/name)", "[2020](campaign/year)", "[2020年度](campaign/deadline)") == (
        found.name, found.year, found.deadline,
    )  # fmt: skip
    assert ("测试要点", "2020", "测试", "海曙区", "各镇和街道", "合计", "铸造、建材") == (
        found.plain_name, found.plain_year, found.short_name, found.place, found.all_towns, found.total_name, found.industries,
    )  # fmt: skip


def test_what_is_not_known_prints_crosses_at_its_path() -> None:
    found = view(year=None, deadline=None)
    assert ("[××](campaign/year)", "××", "[××](campaign/deadline)", "[××](text/contact)") == (
        found.year, found.plain_year, found.deadline, found.texts["contact"],
    )  # fmt: skip


def test_a_prose_text_names_its_basis_documents() -> None:
    assert "为落实[《指导目录》](basis/catalogue)，" == view().texts["purpose"]
    assert "[《指导目录》](basis/catalogue)" == view().basis("catalogue")


def test_an_unknown_basis_document_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        view().basis("x")


@pytest.mark.parametrize(
    ("expected", "place"),
    [
        (("28", "28家", True), (0, 1)),
        (("0", "0家", True), (1, 1)),
        (("/", "/", False), (0, 0)),
        (("××", "××", False), (1, 0)),
    ],
)
def test_none_zero_and_unknown_quotas_print_differently(
    expected: tuple[str, str, bool], place: tuple[int, int]
) -> None:
    found = view()
    amount = found.quota(found.towns[place[0]], found.measures[place[1]])
    assert expected == (read(amount.number), read(amount.with_unit), amount.assigned)
    assert amount.number == amount.__html__()


def test_a_measure_has_its_goal_total_and_evidence() -> None:
    phase_out, improve = view().measures
    assert ("[28](goal/improve)家", "[28](total/improve)家", ("对比照片。",), "整治提升", "整治提升数（家）") == (
        improve.goal.with_unit, improve.total.with_unit, improve.evidence, improve.work, improve.heading,
    )  # fmt: skip
    assert ("[××](goal/phase_out)", "[××](total/phase_out)", (), "淘汰数") == (
        phase_out.goal.with_unit, phase_out.total.number, phase_out.evidence, phase_out.work,
    )  # fmt: skip


def test_units_print_their_name_and_know_the_body_that_is_written_to() -> None:
    found = view()
    town, department = found.towns[1], found.unit(FGJ)
    assert ("[石碶街道](town/shiqi)", "[石碶街道办事处](town/shiqi/authority)", "街道") == (
        town.__html__(), town.authority, town.kind,
    )  # fmt: skip
    assert ("[区发改局](department/fgj)", "[区发改局](department/fgj/full)", "部门") == (
        department.name, department.authority, department.kind,
    )  # fmt: skip
    assert town is found.unit(SHIQI)


def test_a_town_and_a_department_of_one_id_are_two_units() -> None:
    found = view(departments=(replace(GQB, id="shiqi"),))
    assert found.unit(replace(GQB, id="shiqi")).name != found.unit(SHIQI).name


def test_a_task_prints_its_targets_and_leaves_other_braces_alone() -> None:
    (task,) = view().tasks
    assert (
        "按[《指导目录》](basis/catalogue)对[13](task/energy-1/audits)家以上企业实施监察，查\\{other\\}。" == task.text
    )
    assert ("节能监察[13](task/energy-1/audits)家以上", True, "[11月底前](task/energy-1/deadline)") == (
        task.targets, task.has_targets, task.deadline,
    )  # fmt: skip
    assert ("能耗方面", "严格能耗限额", " {#task/energy-1}", "", True) == (
        task.area, task.title, task.here, task.cooperating, task.all_towns,
    )  # fmt: skip


def test_a_task_without_targets_and_deadline_says_so() -> None:
    area = replace(campaign().areas[0], tasks=(replace(TASK, targets=(), deadline=None, text="甲。"),))
    (task,) = view(areas=(area,)).tasks
    assert ("", False, "[××](task/energy-1/deadline)") == (task.targets, task.has_targets, task.deadline)


def test_a_task_knows_who_leads_it() -> None:
    found = view()
    assert (True, False) == (found.tasks[0].led_by(found.unit(FGJ)), found.tasks[0].led_by(found.unit(GQB)))
    assert [FGJ.id] == [unit.id for unit in found.departments]


@pytest.mark.parametrize(
    ("expected", "bound"),
    [("不少于3万吨", "不少于"), ("3万吨以上", "以上"), ("3万吨以内", "以内"), ("不超过3万吨", "不超过"), ("3万吨", "")],
)
def test_a_bound_stands_before_or_after_its_number(expected: str, bound: str) -> None:
    assert bound in ("", *BOUNDS)
    target = Target(id="audits", name="甲", amount=Decimal(3), unit="万吨", bound=bound)
    area = replace(campaign().areas[0], tasks=(replace(TASK, targets=(target,)),))
    assert expected == read(view(areas=(area,)).target("task/energy-1", target))


@pytest.mark.parametrize(
    ("expected", "duty"),
    [
        ("区发改局牵头", Duty(leads=(FGJ,))),
        ("××牵头", Duty(leads=())),
        ("区工强办、区发改局按职责分别牵头", Duty(leads=(GQB, FGJ), lead_manner="按职责分别")),
        ("区发改局牵头，区工强办配合", Duty(leads=(FGJ,), cooperating=(GQB,))),
        ("区发改局牵头，集士港镇、区工强办落实", Duty(leads=(FGJ,), responsible=(JISHIGANG, GQB))),
        ("区发改局牵头，各镇和街道落实", Duty(leads=(FGJ,), all_towns=True)),
        ("区发改局负责", Duty(leads=(FGJ,), lead_manner="负责")),
        ("区工强办、区发改局分别负责", Duty(leads=(GQB, FGJ), lead_manner="分别负责")),
        ("各镇和街道牵头", Duty(leads=(ALL_TOWNS,), all_towns=True)),
    ],
)
def test_a_duty_is_told_in_one_phrase(expected: str, duty: Duty) -> None:
    assert expected == read(view().duty_phrase(duty))


def test_a_task_that_the_record_of_all_towns_leads_is_one_of_all_towns() -> None:
    def found(lead: Department) -> bool:
        area = replace(campaign().areas[0], tasks=(replace(TASK, duty=Duty(leads=(lead,))),))
        return view(areas=(area,)).tasks[0].all_towns

    assert (True, False) == (found(ALL_TOWNS), found(FGJ))


def test_a_task_knows_who_carries_it_out_and_whether_its_deadline_is_its_own() -> None:
    area = replace(
        campaign().areas[0],
        tasks=(
            replace(TASK, duty=Duty(leads=(FGJ,), responsible=(SHIQI, GQB))),
            replace(TASK, deadline=campaign().deadline),
            replace(TASK, duty=Duty(leads=(ALL_TOWNS,), all_towns=True), deadline=None),
        ),
    )
    found = view(areas=(area,))
    assert [
        ("石碶街道、区工强办", [False, True], True),
        ("各镇和街道", [True, True], False),
        ("", [True, True], False),
    ] == [
        (read(task.responsible), [task.carried_out_by(town) for town in found.towns], task.has_own_deadline)
        for task in found.tasks
    ]


def test_towns_have_a_word_at_the_head_of_a_table() -> None:
    assert ("镇和街道", "单位") == (view().towns_heading, view(towns=()).towns_heading)


def test_a_safeguard_prints_its_text_and_its_leads() -> None:
    (found,) = view().safeguards
    assert ("依法", "按《指导目录》办。", "区工强办、区发改局", " {#safeguard/law}") == (
        found.title, read(found.text), read(found.leads), found.here,
    )  # fmt: skip


def test_areas_hold_their_tasks() -> None:
    assert [("energy", "能耗方面", ["energy-1"])] == [
        (area.id, area.name, [task.id for task in area.tasks]) for area in view().areas
    ]


def test_draft_text_is_itself_in_every_form() -> None:
    assert Printed("[a](b)") == Printed("[a](b)").__html__()
