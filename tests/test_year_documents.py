"""The documents of the year as a clerk meets them: every branch of their templates, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.draft.parse import parse
from lowcapdocs.draft.render import Renderer
from lowcapdocs.draft.targets import targets
from lowcapdocs.gongwen.elements import plain
from lowcapdocs.gongwen.walk import texts
from lowcapdocs.model.assessment import Assessment, AssessmentItem
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.org import Department
from lowcapdocs.model.penalty import Penalty
from lowcapdocs.model.period import read_period
from lowcapdocs.model.progress import PastResult, TaskReturn
from lowcapdocs.model.schedule import Action, Light, Phase, Reporting, Schedule
from lowcapdocs.model.task import Evidence
from tests.builders import ENTRY, FGJ, GQB, JISHIGANG, SHIQI, TEMPLATES, campaign
from tests.figures.returns import quota, returned

QUOTAS = (quota("jishigang", 10), quota("shiqi", 4))
BEHIND = (
    returned("2020-05", done=1, accepted=0),
    returned("2020-06", done=5, accepted=5),
    returned("2020-06", "shiqi", done=1, accepted=0),
)
AHEAD = (returned("2020-06", done=10, accepted=10), returned("2020-06", "shiqi", done=4, accepted=4))
KNOWN = (("contact", "甲"), ("phone", "0574-1"))


def entry(template: str, **changes: Any) -> DocumentEntry:
    return replace(
        ENTRY, id=template, file="{序号}-{单位}", template=f"{template}.md.j2", kind="函", issuer=GQB, **changes
    )


def whole(**changes: Any) -> Campaign:
    return campaign(**{"quotas": QUOTAS, "goals": (), "texts": KNOWN, **changes})


def read(made: DocumentEntry, of: Campaign) -> Iterator[str]:
    """Each document as its reader sees it, a line for each paragraph and cell."""
    found = Renderer(replace(of, documents=(made,)), [TEMPLATES])
    for target in targets(found.figures, made):
        tree = parse(found.draft(made, target).text)
        yield "\n".join([plain(tree.title), *(plain(spans) for spans, _ in texts(tree))])


def bulletin(*returns: Any, **changes: Any) -> str:
    """The last bulletin."""
    return list(read(entry("progress_bulletin", for_each="period"), whole(returns=returns, **changes)))[-1]


def test_a_bulletin_tells_the_whole_the_towns_by_rank_and_who_is_behind() -> None:
    text = bulletin(*BEHIND)
    assert (
        "合计任务14家，累计完成6家，其中本月完成5家；累计通过验收5家，完成率35.7%，上期为0%，序时进度为49.6%。" in text
    )
    assert "进度滞后。石碶街道有指标亮黄灯、红灯，需要加快推进。" in text.replace("\n", "")
    assert "报送不及时" not in text


@pytest.mark.parametrize(
    ("expected", "returns"),
    [
        ("合计任务14家，累计完成6家，本月核减1家，序时进度为49.6%。", (returned("2020-06", done=6, fresh=-1),)),
        ("合计任务14家，累计完成6家，其中本月完成6家，序时进度为49.6%。", (returned("2020-06", done=6),)),
        ("合计任务14家，累计通过验收7家，完成率50%，序时进度为49.6%。", (returned("2020-06", accepted=7),)),
        ("累计完成数中，关停取缔1家，整合搬迁0家，升级改造2家。", (returned("2020-06", done=3, parts=(1, 0, 2)),)),
    ],
)
def test_a_bulletin_says_no_more_than_was_reported(expected: str, returns: Any) -> None:
    assert expected in bulletin(*returns)


def test_a_bulletin_of_a_period_that_nobody_reported_says_so() -> None:
    made = entry("progress_bulletin", for_each="period", period=read_period("2020-06"))
    (nothing,) = read(made, whole())
    assert "合计任务14家，尚无单位报送，序时进度为49.6%。" in nothing
    assert "集士港镇、石碶街道没有报送或者没有报齐本期进展" in nothing
    _, later = read(made, whole(returns=(returned("2020-05", done=3),)))
    assert "合计任务14家，累计完成3家，本月无单位报送，序时进度为49.6%。" in later


def test_a_bulletin_with_nobody_behind_names_no_problem() -> None:
    text = bulletin(*AHEAD)
    assert ("存在问题" in text, "完成率100%" in text) == (False, True)


def test_a_bulletin_without_towns_has_the_goal_alone() -> None:
    text = bulletin(returned("2020-06", "", done=7), towns=(), quotas=(), goals=campaign().goals, texts=())
    assert ("各单位进展" in text, "任务28家，累计完成7家" in text) == (False, True)


def test_a_bulletin_says_when_to_report_if_it_is_known() -> None:
    schedule = Schedule(reporting=Reporting(cycle="月报", due=Deadline("每月5日前", None)))
    assert "请于每月5日前报送上期进展" in bulletin(*BEHIND, schedule=schedule)
    assert "请按时报送进展" in bulletin(*BEHIND)


def letters(*returns: Any, **changes: Any) -> list[str]:
    return list(read(entry("supervision_letter", for_each="supervised"), whole(returns=returns, **changes)))


def test_a_letter_goes_to_each_town_behind_and_tells_what_it_reported() -> None:
    (text,) = letters(*BEHIND)
    assert "截至6月30日，整治提升任务4家，累计完成1家，通过验收0家，完成率0%。" in text
    assert "5个工作日内" in text
    assert "联系人：甲，联系电话：0574-1。" in text
    assert [] == letters(*AHEAD)


@pytest.mark.parametrize(
    ("expected", "returns"),
    [
        ("任务4家，尚未报送进展。你单位没有报送或者没有报齐", ()),
        ("任务4家，通过验收1家，完成率25%。完成率为", (returned("2020-06", "shiqi", accepted=1),)),
        ("任务4家，累计完成1家。完成率为", (returned("2020-06", "shiqi", done=1),)),
        ("任务4家，累计完成1家。你单位没有报送", (returned("2020-05", "shiqi", done=1),)),
    ],
)
def test_a_letter_says_no_more_than_was_reported(expected: str, returns: Any) -> None:
    assert expected in letters(AHEAD[0], *returns)[-1]


def test_who_is_to_be_chased_is_for_the_data_to_say() -> None:
    lights = (
        Light(id="ok", name="蓝灯", color="0000FF", behind=Decimal(49)),
        Light(id="bad", name="警示", color="FF0000", behind=None),
    )
    chased = Schedule(lights=lights, supervised=("bad",), start=date(2020, 1, 1), end=date(2020, 12, 31))
    (text,) = letters(*BEHIND, schedule=chased)
    assert text.startswith("关于加快石碶街道测试工作进度的督办函\n")
    assert [] == letters(*BEHIND, schedule=replace(chased, supervised=()))


def test_without_a_day_nobody_is_behind() -> None:
    assert [] == letters(*BEHIND, year=None, deadline=None)
    assert "序时进度为" not in bulletin(*BEHIND, year=None, deadline=None)


def test_a_letter_without_contact_has_no_line_for_it() -> None:
    assert "联系人" not in letters(*BEHIND, texts=())[0]
    assert "联系人：××，联系电话：××。" in letters(*BEHIND, texts=(("contact", ""), ("phone", "")))[0]


DUE = Deadline("5月底前", date(2020, 5, 31))
PHASES = (
    Phase(id="a", name="部署阶段", deadline=DUE, actions=(
        Action(id="a1", text="排查摸底。", leads=(GQB,), deadline=DUE), Action(id="a2", text="逐户定案", leads=(GQB, FGJ)),
        Action(id="a3", text="报送", deadline=DUE), Action(id="a4", text="汇总"), Action(id="a5", text="督促", leads=(Department(id="towns", short="各镇和街道"),)),
    )),
    Phase(id="b", name="总结阶段"),
)  # fmt: skip


def test_a_reminder_tells_each_action_with_its_day_and_its_leads() -> None:
    first, second = read(entry("phase_reminder", for_each="phase"), whole(schedule=Schedule(phases=PHASES)))
    for line in (
        "排查摸底（5月底前，区工强办牵头）。",
        "逐户定案（区工强办、区发改局牵头）。",
        "报送（5月底前）。",
        "汇总。",
        "督促（各镇和街道负责）。",
    ):
        assert line in first
    assert "部署阶段各项工作应于5月底前完成" in first
    assert ("本阶段工作" in second, "总结阶段各项工作应按期完成" in second) == (False, True)


def firm(name: str, **changes: Any) -> Firm:
    return replace(Firm(id=name, name=f"企业{name}", town=SHIQI, measure="improve", state="验收"), **changes)


PHOTOS = (Evidence(id="photos", measure="improve", text="照片。", requires=("前照片", "后照片")),)


def test_a_form_lists_what_papers_a_firm_needs_and_what_it_lacks() -> None:
    of = whole(
        evidence=PHOTOS,
        firms=(firm("a", evidence={"前照片": "1.jpg"}), firm("b", state="列入"), firm("c", measure="phase_out")),
    )
    first, second = read(entry("acceptance_form", for_each="firm", states=("验收",)), of)
    assert "已通过验收，尚缺后照片，请尽快补齐。" in first
    assert ("企业c" in second, "齐全" in second.split("材料核查情况")[0]) == (True, False)


@pytest.mark.parametrize(
    ("template", "some", "none"),
    [
        ("acceptance_notice", "下列1家企业（作坊）已经现场核查", "目前没有已通过验收、等待公示的企业（作坊）。"),
        ("completion_announcement", "已完成2020年测试任务，现予公告。", "目前没有验收公示期满的企业（作坊）。"),
        ("credit_list", "企业甲", "无"),
    ],
)
def test_a_list_without_anything_to_list_says_so(template: str, some: str, none: str) -> None:
    penalty = Penalty(id="p", name="企业甲", kind="吊销", authority=FGJ)
    (full,) = read(
        entry(template),
        whole(firms=(firm("a"), firm("b", state="销号"), firm("c", state="关停未拆除")), penalties=(penalty,)),
    )
    (empty,) = read(entry(template), whole(texts=()))
    assert (True, False, True) == (some in full, none in full.split("\n"), none in empty.split("\n"))


def test_an_announcement_names_plants_that_still_stand() -> None:
    (text,) = read(entry("completion_announcement"), whole(firms=(firm("c", state="关停未拆除"),)))
    assert "主要设备尚未拆除，有关部门将继续督促，不得恢复生产：企业c。" in text


def test_a_notice_stands_for_working_days() -> None:
    (text,) = read(entry("acceptance_notice", date=date(2020, 4, 28)), whole(firms=(firm("a"),)))
    assert "2020年4月28日至2020年5月7日（5个工作日）" in text


ITEM = AssessmentItem(id="done", name="完成", rule="完成任务", points=Decimal(100), measure="improve")


def test_a_score_sheet_waits_for_returns_and_rules() -> None:
    rules = Assessment(name="办法", full=Decimal(100), items=(ITEM,))
    (text,) = read(entry("score_sheet"), whole(returns=BEHIND, assessment=rules))
    assert "50.0" in text.split("\n")
    for changes in ({"assessment": rules}, {"returns": BEHIND}):
        assert "暂不计分" in next(read(entry("score_sheet"), whole(**changes)))


def summary(**changes: Any) -> str:
    return next(read(entry("year_summary"), whole(**changes)))


def test_a_summary_tells_the_year_and_what_is_left() -> None:
    energy, land = firm("a", energy=Decimal(60)), firm("b", land=Decimal("2.5"))
    reported = TaskReturn(
        period=read_period("2020-06"), task="energy-1", state="推进中", amounts=(("audits", Decimal(6)),)
    )
    text = summary(returns=BEHIND, firms=(energy, land), task_returns=(reported,))
    assert "整治提升任务14家，累计完成6家，通过验收5家，完成率35.7%。" in text
    assert "台账现列企业（作坊）2家（只列已经建档的企业），其中通过验收2家，腾出用能60吨标准煤，腾出用地2.5亩。" in text
    assert ("\n节能监察6家。" in text, "尚未完成年度任务的单位和差额如下。" in text) == (True, True)


@pytest.mark.parametrize(("expected", "accepted"), [("增加2家", 3), ("减少1家", 6), ("持平", 5)])
def test_a_summary_compares_with_other_years(expected: str, accepted: int) -> None:
    past = (PastResult("improve", 2019, None, Decimal(accepted)), PastResult("improve", 2018, None, None))
    text = summary(returns=BEHIND, past=past)
    assert (f"与2019年相比，整治提升通过验收数{expected}。" in text, "2018" in text) == (True, False)


def test_a_summary_says_that_all_is_done_only_where_it_is() -> None:
    done = "各单位年度任务已全部完成。"
    assert [True, False, False] == [
        done in summary(returns=returns, **changes) for returns, changes in ((AHEAD, {}), (BEHIND, {}), ((), {}))
    ]
    assert done not in summary(returns=(returned("2020-06", "", done=1),), towns=(), quotas=(), goals=campaign().goals)


def test_a_new_year_has_a_summary_before_the_first_return() -> None:
    text = summary()
    assert ("尚无单位报送进展。" in text, "重点任务" in text) == (True, False)
    assert JISHIGANG.name not in text
    assert "整治提升任务14家，尚无单位报送；" not in text
    part = summary(returns=(returned("2020-06", measure="phase_out", done=1),))
    assert "整治提升任务14家，尚无单位报送。" in part
