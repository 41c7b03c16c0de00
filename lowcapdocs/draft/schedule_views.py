"""What templates see of the schedule: phases and their actions."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from lowcapdocs.draft.views import CampaignView, Printed, UnitView, escaped, printed
from lowcapdocs.gongwen.standard import UNKNOWN
from lowcapdocs.gongwen.wording import date_text, unknown_date
from lowcapdocs.model.schedule import Action, Phase, Schedule


class ActionView:
    """An action of a phase."""

    def __init__(self, view: CampaignView, phase: Phase, action: Action) -> None:
        self.text = view.filled(action.text.rstrip("。"))
        self.leads = tuple(view.unit(lead) for lead in action.leads)
        phrase = action.deadline.phrase if action.deadline else None
        self.deadline = printed(phrase, f"phase/{phase.id}/{action.id}/deadline")
        self.has_deadline = action.deadline is not None
        self.all_towns = view.is_all_towns(action.leads)

    def led_by(self, unit: UnitView) -> bool:
        """Whether `unit` leads this action."""
        return any(lead.id == unit.id for lead in self.leads)


class PhaseView:
    """A phase of the schedule with its actions."""

    def __init__(self, view: CampaignView, phase: Phase) -> None:
        self.id = phase.id
        self.name = printed(phase.name, f"phase/{phase.id}")
        phrase = phase.deadline.phrase if phase.deadline else None
        self.deadline = printed(phrase, f"phase/{phase.id}/deadline")
        self.has_deadline = phase.deadline is not None
        self.day = escaped(date_text(phase.deadline.day) if phase.deadline and phase.deadline.day else UNKNOWN)
        self.actions = tuple(ActionView(view, phase, action) for action in phase.actions)

    def __html__(self) -> str:
        return self.name


class ScheduleView:
    """The schedule: phases, reporting, 公示."""

    def __init__(self, view: CampaignView, schedule: Schedule) -> None:
        self._view = view
        self._schedule = schedule
        due = schedule.reporting.due if schedule.reporting else None
        self.reporting = printed(schedule.reporting.cycle if schedule.reporting else None, "schedule/reporting")
        self.reporting_due = printed(due.phrase if due else None, "schedule/reporting_due")
        self.has_reporting_due = due is not None
        self.lights = printed(schedule.lights_phrase, "schedule/lights")
        self.supervised_lights = printed(schedule.supervised_phrase, "schedule/supervised")
        self.publicity_days = printed(str(schedule.publicity_days), "schedule/publicity_days")
        self.reply_days = printed(str(schedule.reply_days), "schedule/reply_days")

    @cached_property
    def phases(self) -> tuple[PhaseView, ...]:
        """Every phase, in order."""
        return tuple(PhaseView(self._view, phase) for phase in self._schedule.phases)

    def publicity_end(self, start: date | None) -> Printed:
        """The last day of a 公示 that begins on `start`, by working days; ×× while the start is not known."""
        if start is None:
            return escaped(unknown_date(None))
        days = self._schedule.publicity_days
        return escaped(date_text(self._schedule.calendar.after(start, days, counting_start=True)))

    def working_days_after(self, start: date | None, days: int) -> Printed:
        """The last of `days` working days that follow `start`; ×× while it is not known."""
        if start is None:
            return escaped(unknown_date(None))
        return escaped(date_text(self._schedule.calendar.after(start, days, counting_start=False)))

    @staticmethod
    def day(day: date | None) -> Printed:
        """2020年4月5日; ×× while it is not known."""
        return escaped(date_text(day) if day else unknown_date(None))


SCHEDULE_VIEWS = frozenset((ActionView, PhaseView, ScheduleView))
"""What templates meet of the schedule."""
