"""Every figure of one campaign by period, town and measure: what documents, site and checks ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lowcapdocs.figures.frame import ALL, STATED, frame
from lowcapdocs.figures.scores import TownScore, score_table
from lowcapdocs.figures.standing import Standing
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.org import Town
from lowcapdocs.model.penalty import Penalty
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import TaskReturn, current
from lowcapdocs.model.quantity import Amount, Blank, Measure

if TYPE_CHECKING:
    import pandas as pd

_OUTCOMES = STATED[3:]
_TENTH = Decimal("0.1")


class Figures:
    """The figures of `campaign`; nothing is worked out before it is asked for."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign = campaign
        self._standings: dict[tuple[str, str, Period], Standing] = {}
        self._scores: dict[Period, tuple[TownScore, ...]] = {}
        self._score: dict[Period, dict[str, TownScore]] = {}
        self._unreported: dict[Period, tuple[Town, ...]] = {}
        self._supervised: dict[Period, tuple[Town, ...]] = {}
        self._missed: dict[Period, Counter[str]] = {}

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every period that a town reported for, or that a document tells of, in order."""
        told = {entry.period for entry in self.campaign.documents if entry.period}
        return tuple(sorted(told.union(self.reported)))

    @cached_property
    def reported(self) -> tuple[Period, ...]:
        """Every period that a town reported for, in order."""
        return tuple(sorted({each.period for each in current(self.campaign.returns) if each.reported}))

    @cached_property
    def latest(self) -> Period | None:
        """The last period that a town reported for; None before the first return."""
        return self.reported[-1] if self.reported else None

    @cached_property
    def period(self) -> dict[str, Period]:
        """Periods by id."""
        return {period.id: period for period in self.periods}

    @cached_property
    def _plan(self) -> dict[Period, tuple[int, Decimal | None]]:
        """Of each period its place in the frame and 序时进度 at its end, worked out once for all towns."""
        return {period: (place, self._planned(period)) for place, period in enumerate(self.periods)}

    @cached_property
    def penalty(self) -> dict[str, Penalty]:
        """Penalties by id."""
        return {penalty.id: penalty for penalty in self.campaign.penalties}

    @cached_property
    def _frame(self) -> pd.DataFrame:
        return frame(self.campaign, self.periods)

    @cached_property
    def _rows(self) -> dict[tuple[str, str, int], dict[str, Any]]:
        """The frame by measure, town and place of the period; blanks as None."""
        table = self._frame.astype(object).where(self._frame.notna(), None)
        return dict(zip(table.index, table.to_dict("records"), strict=True))

    def standing(self, period: Period, measure: str, town: str = ALL) -> Standing:
        """How `town` (or all together) stands. Raises KeyError for what does not exist."""
        key = measure, town, period
        if key not in self._standings:
            self._standings[key] = self._standing(self.campaign.measure[measure], town, period)
        return self._standings[key]

    def _standing(self, measure: Measure, town: str, period: Period) -> Standing:
        place, planned = self._plan[period]
        row = self._rows[measure.id, town, place]
        earlier = self._rows[measure.id, town, place - 1]["rate"] if place else None
        quota = self._quota(measure, town, row["quota"])
        rate = _percent(row["rate"])
        behind = light = None
        if isinstance(quota, Decimal) and quota > 0 and planned is not None:
            behind = planned - (rate or Decimal(0))
            light = self.campaign.plan.light(behind)

        def amount(column: str) -> Decimal | None:
            return None if row[column] is None else Decimal(row[column]).scaleb(-measure.decimals)

        return Standing(
            measure=measure,
            town=town,
            period=period,
            quota=quota,
            reported=row["reported"],
            done=amount("done"),
            fresh=amount("fresh"),
            accepted=amount("accepted"),
            outcomes=tuple(map(amount, _OUTCOMES)),
            rate=rate,
            before=_percent(earlier),
            planned=planned,
            behind=behind,
            light=light,
            rank=row["rank"],
        )

    def _quota(self, measure: Measure, town: str, number: int | None) -> Amount:
        if number is not None:
            return Decimal(number).scaleb(-measure.decimals)
        return self.campaign.quota(town, measure.id) if town else self.campaign.total.get(measure.id, Blank.UNKNOWN)

    def _planned(self, period: Period) -> Decimal | None:
        share = self.campaign.plan.planned(period.end) if period.year else None
        return None if share is None else share.quantize(_TENTH, ROUND_HALF_UP)

    def towns(self, period: Period, measure: str) -> tuple[Standing, ...]:
        """Every town, in official order."""
        return tuple(self.standing(period, measure, town.id) for town in self.campaign.towns)

    def ranking(self, period: Period, measure: str) -> tuple[Standing, ...]:
        """The towns with a quota by 完成率, best first, those that never reported last."""
        with_quota = [each for each in self.towns(period, measure) if each.assigned]
        return tuple(sorted(with_quota, key=lambda each: each.rank or len(with_quota) + 1))

    def due(self, period: Period) -> tuple[Town, ...]:
        """Towns that are to report: they have a quota."""
        return tuple(town for town in self.campaign.towns if any(True for _ in self._duties(period, town)))

    def unreported(self, period: Period) -> tuple[Town, ...]:
        """Towns with a quota of which a measure was not reported for `period`."""
        if period not in self._unreported:
            self._unreported[period] = tuple(
                town for town in self.campaign.towns if any(not each.reported for each in self._duties(period, town))
            )
        return self._unreported[period]

    def missed(self, period: Period) -> Mapping[str, int]:
        """How many of the periods that were reported up to `period` each town did not report, by town."""
        if period not in self._missed:
            listed = (town.id for each in self.reported if each <= period for town in self.unreported(each))
            self._missed[period] = Counter(listed)
        return self._missed[period]

    def supervised(self, period: Period) -> tuple[Town, ...]:
        """Towns to be chased: a measure shows a light that the schedule says calls for it."""
        if period not in self._supervised:
            lights = set(self.campaign.plan.supervised)
            self._supervised[period] = tuple(
                town
                for town in self.campaign.towns
                if any(each.light and each.light.id in lights for each in self._duties(period, town))
            )
        return self._supervised[period]

    def _duties(self, period: Period, town: Town) -> Iterator[Standing]:
        """The measures in which `town` has something to do."""
        for measure in self.campaign.measures:
            standing = self.standing(period, measure.id, town.id)
            if standing.assigned:
                yield standing

    @cached_property
    def _task_returns(self) -> dict[str, tuple[TaskReturn, ...]]:
        """What counts of the returns of each task, in order."""
        latest: dict[tuple[str, Period], TaskReturn] = {}
        for each in sorted(self.campaign.task_returns, key=lambda each: (each.period, each.revision)):
            latest[each.task, each.period] = each
        found: dict[str, tuple[TaskReturn, ...]] = {}
        for (task, _), each in latest.items():
            found[task] = (*found.get(task, ()), each)
        return found

    def task(self, task: str, period: Period | None = None) -> TaskReturn | None:
        """What was last reported of `task`, up to the end of `period` if one is given."""
        known = self._task_returns.get(task, ())
        listed = [each for each in known if period is None or each.period.end <= period.end]
        return listed[-1] if listed else None

    def scores(self, period: Period) -> tuple[TownScore, ...]:
        """考核得分 of every town at the end of `period`; none where there is no assessment."""
        assessment = self.campaign.assessment
        if assessment is None:
            return ()
        if period not in self._scores:
            self._scores[period] = score_table(self, assessment, period)
        return self._scores[period]

    def score(self, period: Period, town: str) -> TownScore:
        """考核得分 of one town. Raises KeyError where there is none."""
        if period not in self._score:
            self._score[period] = {each.town.id: each for each in self.scores(period)}
        return self._score[period][town]

    def is_sample(self) -> bool:
        """Whether any return was invented for demonstration."""
        return any(each.sample for each in current(self.campaign.returns))


def _percent(tenths: int | None) -> Decimal | None:
    return None if tenths is None else Decimal(tenths).scaleb(-1)
