"""paths: what stands at an address is what was printed there; where nothing can stand is a KeyError, always."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.paths import STANDING_FIELDS, text_at
from lowcapdocs.model.assessment import Assessment, AssessmentItem
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.penalty import Penalty
from lowcapdocs.model.period import read_period
from lowcapdocs.model.progress import PastResult, TaskReturn
from lowcapdocs.model.schedule import Action, Phase, Schedule
from lowcapdocs.model.task import Evidence
from tests.builders import FGJ, SHIQI
from tests.figures.returns import figures, quota, returned

ITEM = AssessmentItem(id="done", name="完成", rule="完成任务", points=Decimal(100), measure="improve")


@cache
def whole() -> Figures:
    """A campaign that has something of everything."""
    return figures(
        returned("2020-05", done=1, accepted=0), returned("2020-06", done=5, accepted=5, parts=(1, 4, 0)),
        quotas=(quota("jishigang", 10), quota("shiqi", 4)), assessment=Assessment(name="办法", full=Decimal(100), items=(ITEM,)),
        firms=(Firm(id="a", name="企业甲", town=SHIQI, measure="improve", state="验收", energy=Decimal(60), evidence={"前": "1.jpg"}),),
        evidence=(Evidence(id="e", measure="improve", text="", requires=("前", "后")),), past=(PastResult("improve", 2019, Decimal(9), Decimal(7)),),
        penalties=(Penalty(id="p", name="企业乙", kind="吊销", authority=FGJ, day=date(2020, 4, 5)),),
        schedule=Schedule(phases=(Phase(id="x", name="部署阶段", actions=(Action(id="x1", text="甲"),)), Phase(id="y", name="总结阶段")), end=date(2020, 12, 31)),
        task_returns=(TaskReturn(period=read_period("2020-q2"), task="energy-1", state="推进中", amounts=(("audits", Decimal(6)),)),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        ("5", "progress/2020-06/jishigang/improve/done"), ("50.0", "progress/2020-06/jishigang/improve/rate"),
        ("50", "progress/2020-06/jishigang/improve/rate-short"), ("0", "progress/2020-06/jishigang/improve/before-short"),
        ("未报", "progress/2020-06/shiqi/improve/done"), ("未报", "progress/2020-06/shiqi/improve/rate"), ("—", "progress/2020-06/shiqi/improve/rank"),
        ("14", "progress/2020-06/all/improve/quota"), ("35.7", "progress/2020-06/all/improve/rate"), (None, "progress/2020-06/all/phase_out/quota"),
        ("4", "progress/2020-06/jishigang/improve/outcome1"), ("绿灯", "progress/2020-06/jishigang/improve/light"),
        ("1", "progress/2020-06/count/reported"), ("1", "progress/2020-06/count/unreported"), ("1", "progress/2020-06/count/supervised"),
        ("2020年6月", "period/2020-06"), ("推进中", "task-progress/energy-1/2020-06/state"), ("6", "task-progress/energy-1/2020-06/audits"),
        (None, "task-progress/energy-1/2020-06/text"), (None, "task-progress/energy-1/2020-05/state"),
        ("1", "ledger/sum/all/all/listed"), ("1", "ledger/sum/improve/shiqi/lacking"), ("0", "ledger/sum/phase_out/all/accepted"),
        ("60", "ledger/sum/all/all/energy"), (None, "ledger/sum/all/all/land"), ("1", "ledger/sum/all/all/to-publish"),
        ("企业甲", "ledger/a/name"), ("1.jpg", "ledger/a/evidence/0"), (None, "ledger/a/evidence/1"), ("后", "ledger/a/missing/0"),
        ("50.0", "score/2020-06/jishigang/done"), ("0.0", "score/2020-06/shiqi/total"), ("1", "score/2020-06/jishigang/rank"), ("", "score/2020-06/shiqi/notes"),
        ("完成（100分）", "assessment/done"), ("2020年4月5日", "penalty/p/day"), ("7", "past/2019/improve/accepted"), ("2", "past/2019/improve/difference/2020-06"),
        ("部署阶段", "phase/x"), (None, "phase/x/x1/deadline"), ("5", "schedule/reply_days"), (None, "schedule/reporting_due"),
    ],
)  # fmt: skip
def test_each_address_has_its_text(expected: str | None, path: str) -> None:
    assert expected == text_at(whole(), path)


@pytest.mark.parametrize(
    "path",
    [
        "", "x", "progress", "progress/2020-07/jishigang/improve/done", "progress/2020-06/x/improve/done", "progress/2020-06//improve/done",
        "progress/2020-06/jishigang/x/done", "progress/2020-06/jishigang/improve/x", "progress/2020-06/count/x", "period/x",
        "task-progress/energy-1/2020-06/x", "task-progress/x/2020-06/state", "task-progress/energy-1/2020-05/x", "ledger/sum/x/all/listed",
        "ledger/sum/all/x/listed", "ledger/sum/all/all/x", "ledger/sum///listed", "ledger/sum", "ledger/x/name", "ledger/a/x", "ledger/a/evidence/2",
        "ledger/a/evidence/-1", "ledger/a/missing/1", "score/2020-06/x/total", "score/2020-06/shiqi/x", "assessment/x", "penalty/x/day", "penalty/p/x",
        "past/2018/improve/accepted", "past/2018/improve/difference/2020-06", "phase/y/x1/deadline", "phase/z",
    ],
)  # fmt: skip
def test_where_nothing_stands_is_a_key_error(path: str) -> None:
    with pytest.raises(KeyError):
        text_at(whole(), path)


PIECES = st.sampled_from(
    ("progress", "count", "all", "2020-06", "jishigang", "improve", "done", "rate", "task-progress", "energy-1", "state", "period", "ledger",
     "sum", "listed", "a", "evidence", "missing", "0", "score", "total", "assessment", "penalty", "p", "past", "2019", "difference", "phase",
     "x", "x1", "deadline", "schedule", "quota", "task", "text", "basis", "goal", "total", "campaign", "town", "department", ""),
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=3)), min_size=1, max_size=6))
@settings(max_examples=400, deadline=None)
def test_any_path_has_a_text_or_none_or_is_a_key_error(pieces: list[str]) -> None:
    try:
        found = text_at(whole(), "/".join(pieces))
    except KeyError:
        return
    assert found is None or isinstance(found, str)


@pytest.mark.parametrize("field", STANDING_FIELDS)
def test_every_field_of_a_standing_prints(field: str) -> None:
    for town in ("jishigang", "shiqi", "all"):
        assert text_at(whole(), f"progress/2020-06/{town}/improve/{field}")
