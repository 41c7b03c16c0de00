"""The course of a campaign: phases, reporting, the plan curve (序时进度), lights (亮灯), working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Literal, TypeAlias

from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.org import Department
from lowcapdocs.model.workdays import Calendar
from lowcapdocs.problems import NOWHERE, Where

ReportingCycle: TypeAlias = Literal["周报", "月报", "季报"]
REPORTING_CYCLES: tuple[ReportingCycle, ...] = ("周报", "月报", "季报")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Another deadline that the source gives for the same step; `source` says where in it (导语)."""

    deadline: Deadline
    source: str
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to be done in a phase, by its leads; `stated` if the source dates it twice."""

    id: str
    text: str
    leads: tuple[Department, ...] = ()
    deadline: Deadline | None = None
    stated: tuple[Stated, ...] = ()
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """阶段 (部署, 实施, 总结验收) with its actions in order; `stated` if the source dates it twice."""

    id: str
    name: str
    deadline: Deadline | None = None
    actions: tuple[Action, ...] = ()
    stated: tuple[Stated, ...] = ()
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """How often towns and departments report, and by when (每月5日前)."""

    cycle: ReportingCycle
    due: Deadline | None = None
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What should be done by `day`: `share` in percent of the whole."""

    day: date
    share: Decimal
    where: Where = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """亮灯: shines up to `behind` percentage points behind the plan; None means all the rest.

    `color` is RRGGBB as Word files have it. What a colour means is said by the order of the
    lights alone: some places use 蓝/橙/红, some red for good.
    """

    id: str
    name: str
    color: str
    behind: Decimal | None
    where: Where = NOWHERE


DEFAULT_LIGHTS = (
    Light(id="green", name="绿灯", color="00B050", behind=Decimal(10)),
    Light(id="yellow", name="黄灯", color="FFC000", behind=Decimal(30)),
    Light(id="red", name="红灯", color="C00000", behind=None),
)
"""Used where a campaign states none; the thresholds are those of 银川, in percentage points."""

PUBLISHED = Calendar()
"""The State Council's calendar alone."""

PUBLICITY_DAYS = 5
"""Working days of a 公示 where a campaign states none."""

REPLY_DAYS = 5
"""Working days within which a 督办函 wants its answer, where a campaign states none."""


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """进度安排. Every part may be left out; what is needed is then taken by default.

    `supervised` are the ids of the lights that call for a 督办函.
    `start` is the first day of work (default 1 January), `end` the deadline of the campaign,
    which counts where no phase has a day. `sample` marks data invented for demonstration.
    """

    phases: tuple[Phase, ...] = ()
    reporting: Reporting | None = None
    curve: tuple[CurvePoint, ...] = ()
    lights: tuple[Light, ...] = DEFAULT_LIGHTS
    calendar: Calendar = PUBLISHED
    supervised: tuple[str, ...] = tuple(light.id for light in DEFAULT_LIGHTS[1:])
    publicity_days: int = PUBLICITY_DAYS
    reply_days: int = REPLY_DAYS
    start: date | None = None
    end: date | None = None
    sample: str = ""
    where: Where = NOWHERE

    @cached_property
    def phase(self) -> dict[str, Phase]:
        """Phases by id."""
        return {phase.id: phase for phase in self.phases}

    @cached_property
    def action(self) -> dict[str, Action]:
        """The actions of all phases by id."""
        return {action.id: action for phase in self.phases for action in phase.actions}

    @cached_property
    def last_day(self) -> date | None:
        """The last deadline of a phase, else the end of the campaign."""
        days = [phase.deadline.day for phase in self.phases if phase.deadline and phase.deadline.day]
        return max(days) if days else self.end

    @cached_property
    def _line(self) -> tuple[CurvePoint, ...]:
        """The curve with its beginning; empty where no day of it is known."""
        last = self.last_day
        points = self.curve or ((CurvePoint(last, Decimal(100)),) if last else ())
        if not points:
            return ()
        start = self.start or date(points[0].day.year, 1, 1)
        return (CurvePoint(start, Decimal(0)), *points) if start < points[0].day else points

    @property
    def lights_phrase(self) -> str:
        """What each light means: 绿灯为落后不超过10个百分点，红灯为落后超过30个百分点."""
        told: list[str] = []
        limit = ""
        for light in self.lights:
            if light.behind is None:
                told.append(f"{light.name}为落后超过{limit}个百分点" if limit else f"{light.name}为落后于序时进度")
            elif light.behind <= 0:
                told.append(f"{light.name}为不落后于序时进度")
            else:
                limit = decimal_text(light.behind)
                told.append(f"{light.name}为落后不超过{limit}个百分点")
        return "，".join(told)

    @property
    def supervised_phrase(self) -> str:
        """The names of the lights that call for 督办: 黄灯、红灯."""
        return "、".join(light.name for light in self.lights if light.id in self.supervised)

    def planned(self, day: date) -> Decimal | None:
        """序时进度: what should be done by the end of `day`, in percent, not rounded.

        Points stated by the user are joined by straight lines; without them one line leads from 0
        on `start` to 100 on the last deadline. None where no deadline is known either.
        """
        line = self._line
        if not line:
            return None
        if day <= line[0].day:
            return line[0].share if day == line[0].day else Decimal(0)
        for earlier, later in pairwise(line):
            if day <= later.day:
                passed = Decimal((day - earlier.day).days) / (later.day - earlier.day).days
                return earlier.share + (later.share - earlier.share) * passed
        return line[-1].share

    def light(self, behind: Decimal) -> Light:
        """The light for a unit that is `behind` percentage points behind the plan (negative: ahead).

        The first that reaches so far; the last one where none does.
        """
        for light in self.lights:
            if light.behind is None or behind <= light.behind:
                return light
        return self.lights[-1]


def default_schedule(year: int | None, deadline: Deadline | None) -> Schedule:
    """The schedule of a campaign that states none: from 1 January to its deadline, or all of `year`."""
    end = deadline.day if deadline else None
    if year is None:
        return Schedule(end=end)
    return Schedule(start=date(year, 1, 1), end=end or date(year, 12, 31))
