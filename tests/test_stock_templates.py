"""The stock templates say of any campaign what is true of it: a city as well as a district, one duty or many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.draft.parse import parse
from lowcapdocs.draft.render import Renderer
from lowcapdocs.draft.targets import targets
from lowcapdocs.gongwen.elements import Gongwen, Table, plain
from lowcapdocs.gongwen.walk import values
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.org import Department
from lowcapdocs.model.quantity import Goal, Measure, Quota
from lowcapdocs.model.task import Area, Duty, Task
from tests.builders import ENTRY, FGJ, GQB, IMPROVE, JISHIGANG, REPOSITORY, SHIQI, TASK, TEMPLATES, campaign, text_of

TEXTS = (("purpose", "甲。"), ("focus", "聚焦乙"), ("report_by", ""), ("contact", ""), ("phone", ""))
YEAR = Deadline("2020年度", date(2020, 12, 31))
EVERYBODY = Duty(leads=(FGJ,), all_towns=True)
CITY: dict[str, Any] = {"short_name": "工业节能降碳", "place": "天津市", "total_name": "全市"}


def task(name: str, duty: Duty, deadline: Deadline | None = YEAR) -> Task:
    return replace(TASK, id=name, title=f"任务{name}", text=f"办{name}。", targets=(), duty=duty, deadline=deadline)


def whole(*tasks: Task, **changes: Any) -> Campaign:
    areas = (Area(id="one", name="甲方面", tasks=tasks),)
    return campaign(**{"areas": areas, "texts": TEXTS, "goals": (Goal("improve", Decimal(28)),), **changes})


def trees(template: str, of: Campaign, **changes: Any) -> list[Gongwen]:
    made = replace(ENTRY, template=f"{template}.md.j2", issuer=GQB, **changes)
    found = Renderer(replace(of, documents=(made,)), [TEMPLATES])
    return [parse(found.draft(made, target).text) for target in targets(found.figures, made)]


def lines(tree: Gongwen) -> list[str]:
    return [plain(tree.title), *(text_of(block) for block in tree.body)]


def notices(of: Campaign) -> list[str]:
    """The notice of each of the two towns."""
    return ["\n".join(lines(tree)) for tree in trees("town_notice", of, file="{单位}", for_each="town")]


def plan(*tasks: Task, **changes: Any) -> list[str]:
    (tree,) = trees("plan", whole(*tasks, **changes))
    told = lines(tree)
    return told[told.index("二、重点工作") + 1 : told.index("三、保障措施")]


# The notice of a town


def test_a_notice_speaks_of_the_place_that_the_data_names() -> None:
    assigned, none = notices(whole(task("a", EVERYBODY), **CITY, quotas=(Quota("jishigang", "improve", Decimal(28)),)))
    assert "你单位承担整治提升28家；不承担淘汰数的数量任务。全市目标为淘汰数××，整治提升28家。" in assigned
    assert "2020年度，你单位不承担淘汰数、整治提升的数量任务。" in none
    assert "发现应当纳入工业节能降碳范围的，及时报告并依法依规处置。" in none
    assert [] == [word for word in ("全区", "区里", "低散乱", "作坊") for text in (assigned, none) if word in text]


def test_a_total_without_a_name_of_its_own_is_the_total() -> None:
    assert "总目标为淘汰数××，整治提升28家。" in notices(whole(task("a", EVERYBODY)))[0]


def test_a_campaign_without_measures_speaks_of_no_quotas() -> None:
    text = notices(whole(task("a", EVERYBODY), measures=(), goals=(), quotas=(), evidence=()))[0]
    assert [] == [word for word in ("目标任务", "数量任务", "佐证材料") if word in text]
    assert "一、重点工作" in text


def test_a_notice_asks_for_papers_of_those_with_quotas_and_of_others_where_there_is_a_list() -> None:
    given = whole(task("a", EVERYBODY), quotas=(Quota("jishigang", "improve", Decimal(28)),))
    assert [True, True] == ["佐证材料" in text for text in notices(given)]
    assert [True, False] == ["佐证材料" in text for text in notices(replace(given, evidence=()))]


def test_a_notice_lists_what_the_town_carries_out_and_nothing_else() -> None:
    first, second = notices(
        whole(
            task("all", EVERYBODY),
            task("nobody", Duty(leads=(FGJ,))),
            task("own", Duty(leads=(FGJ,), responsible=(JISHIGANG,))),
            task("led", Duty(leads=(Department(id="towns", short="各镇和街道"),))),
            task("office", Duty(leads=(FGJ,), responsible=(replace(GQB, id="shiqi"),))),
        )
    )
    names = ("all", "nobody", "own", "led", "office")
    assert ["all", "own", "led"] == [name for name in names if f"任务{name}" in first]
    assert ["all", "led"] == [name for name in names if f"任务{name}" in second]


def test_a_notice_without_a_task_for_the_town_has_no_list() -> None:
    text = notices(whole(task("nobody", Duty(leads=(FGJ,)))))[0]
    assert ("重点工作" in text, "二、佐证材料" in text) == (False, True)


def test_targets_that_all_towns_share_are_told_to_be_of_the_whole() -> None:
    own = replace(TASK, duty=Duty(leads=(FGJ,), responsible=(JISHIGANG,)))
    told = "严格能耗限额：{}节能监察13家以上|区发改局".format
    assert told("全市") in notices(whole(TASK, **CITY))[0]
    assert told("") in notices(whole(own, **CITY))[0]
    assert told("") in notices(whole(TASK))[0]


# The plan


def test_a_plan_says_once_who_carries_out_every_task() -> None:
    assert [
        "以下各项任务均由各镇和街道落实，不再逐项列出。",
        "（一）甲方面",
        "1.任务a。办a。（区发改局牵头）",
        "2.任务b。办b。（区发改局牵头，区工强办配合）",
    ] == plan(task("a", EVERYBODY), task("b", replace(EVERYBODY, cooperating=(GQB,))))


def test_a_plan_says_of_each_task_who_carries_it_out_where_they_differ() -> None:
    assert [
        "（一）甲方面",
        "1.任务a。办a。由区发改局牵头，各镇和街道落实。",
        "2.任务b。办b。由区发改局牵头，区工强办配合，集士港镇落实。",
        "3.任务c。办c。由区发改局牵头。",
    ] == plan(
        task("a", EVERYBODY),
        task("b", Duty(leads=(FGJ,), cooperating=(GQB,), responsible=(JISHIGANG,))),
        task("c", Duty(leads=(FGJ,))),
    )


def test_a_plan_that_names_nobody_to_carry_out_says_nothing_of_it() -> None:
    assert ["（一）甲方面", "办a。（区发改局负责）"] == plan(task("a", Duty(leads=(FGJ,), lead_manner="负责")))


def test_a_plan_tells_the_deadlines_that_are_not_those_of_the_campaign() -> None:
    own = Deadline("11月底前", date(2020, 11, 30))
    assert [
        "以下各项任务均由各镇和街道落实，不再逐项列出。没有另行注明的，完成时限为2020年度。",
        "（一）甲方面",
        "1.任务a。办a。（区发改局牵头）",
        "2.任务b。办b。（区发改局牵头，完成时限为11月底前）",
    ] == plan(task("a", EVERYBODY), task("b", EVERYBODY, own))
    assert ["没有另行注明的，完成时限为2020年度。", "3.任务c。办c。由区发改局牵头，完成时限为11月底前。"] == [
        line
        for line in plan(task("a", EVERYBODY), task("b", Duty(leads=(FGJ,))), task("c", Duty(leads=(FGJ,)), own))
        if "时限" in line
    ]
    assert ["1.任务a。办a。（区发改局牵头，完成时限为11月底前）", "2.任务b。办b。（区发改局牵头）"] == (
        plan(task("a", EVERYBODY, own), task("b", EVERYBODY, None), deadline=None)[2:]
    )


def test_every_unit_and_deadline_of_a_plan_keeps_its_path() -> None:
    own = Deadline("11月底前", date(2020, 11, 30))
    duty = Duty(leads=(FGJ,), cooperating=(GQB,), responsible=(SHIQI,))
    (tree,) = trees("plan", whole(task("a", duty, own), task("b", EVERYBODY)))
    printed = {(span.text, span.path) for span, _ in values(tree)}
    assert {
        ("区发改局", "department/fgj"),
        ("区工强办", "department/gqb"),
        ("石碶街道", "town/shiqi"),
        ("11月底前", "task/a/deadline"),
        ("2020年度", "campaign/deadline"),
    } <= printed


def test_a_safeguard_that_nobody_leads_names_no_lead() -> None:
    guard = replace(campaign().safeguards[0], leads=())
    (tree,) = trees("plan", whole(task("a", EVERYBODY), safeguards=(guard,)))
    assert "依法。按《指导目录》办。" in lines(tree)[-1]
    assert "牵头）" not in lines(tree)[-1]


def test_a_plan_without_measures_promises_no_numbers() -> None:
    (tree,) = trees("plan", whole(task("a", EVERYBODY), measures=(), goals=(), quotas=(), evidence=()))
    assert "2020年，聚焦乙。" in lines(tree)


# The others


@pytest.mark.parametrize("measures", [(IMPROVE,), (IMPROVE, replace(IMPROVE, id="a"), replace(IMPROVE, id="b"))])
def test_a_quota_table_has_the_words_and_columns_of_its_campaign(measures: tuple[Measure, ...]) -> None:
    (tree,) = trees("quota_table", whole(task("a", EVERYBODY), measures=measures, towns_name="各区市场监管局"))
    (table,) = tree.body
    assert isinstance(table, Table)
    assert ("区市场监管局", len(measures) + 1) == (plain(table.header[0][0]), len(table.widths))


OF_ONE_PLACE = (
    "全区", "区里", "我区", "本区", "全市", "我市", "全县", "区政府", "市政府", "区级", "区委", "低散乱", "镇街",
)  # fmt: skip


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.md.j2")), ids=lambda path: path.stem)
def test_no_stock_template_has_words_of_one_place_or_campaign(template: Any) -> None:
    text = template.read_text(encoding="utf-8")
    printed = "".join(part.split("#}")[-1] for part in text.split("{#"))
    assert [] == [word for word in OF_ONE_PLACE if word in printed], template.relative_to(REPOSITORY)
