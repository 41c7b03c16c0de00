"""sample: whatever prints a value of invented data says so above its text and in its head; nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lowcapdocs.draft.parse import parse
from lowcapdocs.draft.render import Renderer
from lowcapdocs.draft.sample import mentions, remark
from lowcapdocs.draft.targets import Target
from lowcapdocs.model.assessment import Assessment, AssessmentItem
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.penalty import Penalty
from lowcapdocs.model.period import read_period
from lowcapdocs.model.progress import PastResult, TaskReturn
from lowcapdocs.model.schedule import Phase, Schedule
from tests.builders import ENTRY, FGJ, SHIQI, campaign
from tests.figures.returns import quota, returned

HEAD = "---\n标题: 甲\n---\n"
RETURN = returned("2020-06", "shiqi", accepted=1)
TASK = TaskReturn(period=read_period("2020-06"), task="energy-1", state="推进中")
FIRM = Firm(id="a", name="企业甲", town=SHIQI, measure="improve", state="验收")
PENALTY = Penalty(id="p", name="企业乙", kind="吊销", authority=FGJ)
SCHEDULE = Schedule(phases=(Phase(id="x", name="部署阶段"),), end=date(2020, 12, 31))
ASSESSMENT = Assessment(
    name="办法",
    full=Decimal(10),
    items=(AssessmentItem(id="done", name="完成", rule="完成任务", points=Decimal(10), measure="improve"),),
)
PROGRESS = "{% set s = progress.of(campaign.towns[1])[0] %}"
KINDS: dict[str, tuple[Any, Any]] = {
    "returns": ((RETURN,), (replace(RETURN, sample=True),)),
    "task_returns": ((TASK,), (replace(TASK, sample=True),)),
    "firms": ((FIRM,), (replace(FIRM, sample=True),)),
    "penalties": ((PENALTY,), (replace(PENALTY, sample=True),)),
    "schedule": (SCHEDULE, replace(SCHEDULE, sample="虚构")),
    "assessment": (ASSESSMENT, replace(ASSESSMENT, sample="虚构")),
}
PRINTS = {
    "{{ s.done }}": {"returns"}, "{{ s.rate.with_unit }}": {"returns"}, "{{ s.light }}": {"returns", "schedule"},
    "{{ s.planned.with_unit }}": {"returns", "schedule"}, "{{ progress.count('supervised') }}": {"returns", "schedule"},
    "{{ progress.past[0].difference }}": {"returns"}, "{{ progress.past[0].accepted }}": set(),
    "{{ progress.tasks[0].state }}": {"task_returns"}, "{{ ledger.firms[0] }}": {"firms"}, "{{ ledger.sum('listed') }}": {"firms"},
    "{{ ledger.firms[0].missing | names }}": set(), "{{ ledger.penalties[0].column('kind') }}": {"penalties"},
    "{{ schedule.phases[0] }}": {"schedule"}, "{{ schedule.reply_days }}": {"schedule"}, "{{ schedule.reporting_due }}": {"schedule"},
    "{{ progress.scores[1].total }}": {"returns", "firms", "assessment"}, "{{ progress.score_items[0] }}": {"assessment"},
    "{{ campaign.name }}{{ s.town }}{{ progress.period }}{{ campaign.quota(campaign.towns[1], campaign.measures[1]) }}": set(),
}  # fmt: skip


def draft(folder: Path, template: str, invented: str = "", **entry: Any) -> Any:
    """The tree of a document of a campaign of which one kind of data is invented."""
    (folder / "t.md.j2").write_text(template, encoding="utf-8")
    data = {kind: made if kind == invented else true for kind, (true, made) in KINDS.items()}
    of = campaign(
        **data, quotas=(quota("shiqi", 4), quota("jishigang", 1)), past=(PastResult("improve", 2019, None, Decimal(1)),)
    )
    return parse(Renderer(of, [folder]).draft(replace(ENTRY, **entry), Target(period=read_period("2020-06"))).text)


@pytest.mark.parametrize("printed", PRINTS)
def test_what_prints_an_invented_value_says_so_and_nothing_else_does(tmp_path: Path, printed: str) -> None:
    marked = {kind for kind in ("", *KINDS) if draft(tmp_path, HEAD + PROGRESS + printed, kind).remark == "示例数据"}
    assert PRINTS[printed] == marked


def test_the_head_says_what_is_invented_in_the_words_of_the_entry_if_it_has_any(tmp_path: Path) -> None:
    own, ours = (
        draft(tmp_path, HEAD + "{{ ledger.firms[0] }}", "firms", sample=text).about.sample
        for text in ("企业为虚构", "")
    )
    assert ("企业为虚构", True) == (own, "演示" in ours)


def test_a_remark_of_the_template_is_kept_beside_it(tmp_path: Path) -> None:
    template = "---\n标题: 甲\n题注: 征求意见稿\n---\n{{ ledger.firms[0] }}"
    assert ["征求意见稿，示例数据", "征求意见稿"] == [draft(tmp_path, template, kind).remark for kind in ("firms", "")]
    assert "示例数据" == remark("示例数据")


@pytest.mark.parametrize(
    ("expected", "text"),
    [(True, "[5](progress/2020-06/all/improve/done)"), (True, "[2020年6月](period/2020-06)"), (False, "[5](progress/2020-05/all/improve/done)"),
     (False, "[甲](ledger/2020-06-01/name)"), (False, "/2020-06/")],
)  # fmt: skip
def test_a_document_is_of_the_period_whose_values_it_prints(expected: bool, text: str) -> None:
    assert expected == mentions(text, read_period("2020-06"))
