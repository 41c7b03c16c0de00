"""schedule_views: what templates see of phases and working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lowcapdocs.draft.schedule_views import ScheduleView
from lowcapdocs.draft.views import CampaignView
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.schedule import Action, Phase, Reporting, Schedule
from tests.builders import FGJ, GQB, campaign

DUE = Deadline("5月底前", date(2020, 5, 31))
ACTION = Action(id="x1", text="按{catalogue}办。", leads=(GQB,), deadline=DUE)
SCHEDULE = Schedule(
    phases=(
        Phase(id="x", name="部署阶段", deadline=DUE, actions=(ACTION, Action(id="x2", text="甲"))),
        Phase(id="y", name="总结阶段"),
    ),
    reporting=Reporting(cycle="月报", due=Deadline("每月5日前", None)),
)


def view(schedule: Schedule = SCHEDULE) -> ScheduleView:
    return ScheduleView(CampaignView(campaign(schedule=schedule)), schedule)


def test_a_phase_prints_its_name_its_day_and_whether_it_has_one() -> None:
    first, second = view().phases
    assert ("[部署阶段](phase/x)", "[5月底前](phase/x/deadline)", "2020年5月31日", True) == (
        first.__html__(), first.deadline, first.day, first.has_deadline,
    )  # fmt: skip
    assert ("[××](phase/y/deadline)", "××", False, ()) == (
        second.deadline,
        second.day,
        second.has_deadline,
        second.actions,
    )


def test_an_action_prints_without_its_full_stop_and_knows_who_leads_it() -> None:
    first, second = view().phases[0].actions
    units = CampaignView(campaign())
    assert ("按[《指导目录》](basis/catalogue)办", "[5月底前](phase/x/x1/deadline)", True) == (
        first.text,
        first.deadline,
        first.has_deadline,
    )
    assert [True, False] == [first.led_by(units.unit(unit)) for unit in (GQB, FGJ)]
    assert (False, False) == (second.has_deadline, second.all_towns)


def test_reporting_is_known_or_not() -> None:
    assert ("[月报](schedule/reporting)", "[每月5日前](schedule/reporting_due)", True) == (
        view().reporting, view().reporting_due, view().has_reporting_due,
    )  # fmt: skip
    nothing = view(replace(SCHEDULE, reporting=None))
    assert ("[××](schedule/reporting)", "[××](schedule/reporting_due)", False) == (
        nothing.reporting, nothing.reporting_due, nothing.has_reporting_due,
    )  # fmt: skip


def test_spans_of_working_days_begin_on_the_day_or_after_it() -> None:
    start = date(2020, 4, 28)
    assert ("2020年5月7日", "2020年4月29日", "2020年4月28日") == (
        view().publicity_end(start), view().working_days_after(start, 1), view().day(start),
    )  # fmt: skip
    assert ("××年××月××日",) * 3 == (view().publicity_end(None), view().working_days_after(None, 1), view().day(None))
