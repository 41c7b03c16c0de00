"""What templates see of progress: returns, rates, ranks, scores, by period.

Every value carries its path, so that invented data (示例) is known wherever it is printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from lowcapdocs.draft.figure_views import FigureView
from lowcapdocs.draft.views import CampaignView, MeasureView, Printed, TaskView, UnitView, escaped, printed
from lowcapdocs.figures import paths
from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.scores import TownScore
from lowcapdocs.figures.standing import Standing
from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.model.paths import amount_text
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import OUTCOMES, PastResult
from lowcapdocs.model.quantity import Measure


@dataclass(frozen=True, slots=True)
class _Moment:
    """What every view of one period is made from."""

    view: CampaignView
    figures: Figures
    period: Period
    standings: dict[tuple[str, str], StandingView] = field(default_factory=dict)

    def standing(self, measure: MeasureView, town: str = "") -> StandingView:
        """The view of a standing; made once for each."""
        key = measure.id, town
        if key not in self.standings:
            standing = self.figures.standing(self.period, measure.id, town)
            self.standings[key] = StandingView(self, standing, measure)
        return self.standings[key]

    def printed(self, path: str) -> Printed:
        """What stands at `path`."""
        return printed(paths.text_at(self.figures, path), path)


class StandingView:
    """How one town, or all together, stands in one measure: see figures.standing.Standing."""

    def __init__(self, moment: _Moment, standing: Standing, measure: MeasureView) -> None:
        self.measure = measure
        self.town = moment.view.unit(moment.figures.campaign.town[standing.town]) if standing.town else None
        self._standing = standing
        self.reported = standing.reported > 0
        self.assigned = standing.assigned
        self.finished = standing.finished
        self.late = standing.behind is not None and standing.behind > 0
        self.light_id = standing.light.id if standing.light else ""
        self.is_ranked = standing.rank is not None
        self.is_withdrawn = standing.fresh is not None and standing.fresh < 0

    def _amount(self, field: str) -> FigureView:
        return self._figure(field, self._standing.measure.unit)

    def _figure(self, field: str, unit: str) -> FigureView:
        text = paths.standing_text(self._standing, field)
        return FigureView(text, paths.standing_path(self._standing, field), unit)

    def _rate(self, field: str, unit: str) -> FigureView:
        text, short = (paths.standing_text(self._standing, name) for name in (field, f"{field}-short"))
        in_prose = printed(short, paths.standing_path(self._standing, f"{field}-short"))
        return FigureView(text, paths.standing_path(self._standing, field), unit, in_prose)

    @property
    def quota(self) -> FigureView:
        """任务数."""
        return self._amount("quota")

    @property
    def done(self) -> FigureView:
        """累计完成."""
        return self._amount("done")

    @property
    def fresh(self) -> FigureView:
        """本期完成."""
        return self._amount("fresh")

    @property
    def withdrawn(self) -> FigureView:
        """本期核减: what 本期完成 takes back, without a sign; 0 where it takes back nothing."""
        return self._amount("withdrawn")

    @property
    def accepted(self) -> FigureView:
        """累计验收."""
        return self._amount("accepted")

    @property
    def remaining(self) -> FigureView:
        """任务数 less 累计验收."""
        return self._amount("remaining")

    @property
    def outcomes(self) -> tuple[tuple[str, FigureView], ...]:
        """其中: (关停取缔, number) and so on, those that were reported."""
        listed = ((word, self._amount(f"outcome{place}")) for place, word in enumerate(OUTCOMES))
        return tuple((word, figure) for word, figure in listed if figure.known)

    @property
    def rate(self) -> FigureView:
        """完成率 = 累计验收 ÷ 任务数."""
        return self._rate("rate", "%")

    @property
    def before(self) -> FigureView:
        """上期完成率."""
        return self._rate("before", "%")

    @property
    def planned(self) -> FigureView:
        """序时进度."""
        return self._rate("planned", "%")

    @property
    def behind(self) -> FigureView:
        """Percentage points behind 序时进度."""
        return self._rate("behind", "个百分点")

    @property
    def light(self) -> Printed:
        """Name of the light."""
        return self._figure("light", "").number

    @property
    def rank(self) -> FigureView:
        """Place by 完成率."""
        return self._figure("rank", "")


class MeasureProgress:
    """One measure at the end of a period: all together, by town, and by rank."""

    def __init__(self, moment: _Moment, measure: MeasureView) -> None:
        self._moment = moment
        self.measure = measure
        self.total = moment.standing(measure)

    @cached_property
    def towns(self) -> tuple[StandingView, ...]:
        """Every town with a quota, in official order."""
        listed = (self._moment.standing(self.measure, town.id) for town in self._moment.view.towns)
        return tuple(each for each in listed if each.assigned)

    @cached_property
    def ranking(self) -> tuple[StandingView, ...]:
        """The same, best 完成率 first; those that never reported last."""
        listed = self._moment.figures.ranking(self._moment.period, self.measure.id)
        return tuple(self._moment.standing(self.measure, each.town) for each in listed)

    @cached_property
    def open(self) -> tuple[StandingView, ...]:
        """Towns that have not met their quota yet, in official order."""
        return tuple(each for each in self.towns if not each.finished)


class TaskProgress:
    """A task with what its departments reported last."""

    def __init__(self, moment: _Moment, task: TaskView) -> None:
        self.task = task
        reported = moment.figures.task(task.id, moment.period)
        address = f"task-progress/{task.id}/{moment.period.id}"
        not_reported = escaped(paths.NOT_REPORTED)
        self.reported = reported is not None
        self.state = moment.printed(f"{address}/state") if reported else not_reported
        self.text = moment.printed(f"{address}/text") if reported else not_reported
        self.has_text = reported is not None and bool(reported.text)
        self.finished = reported is not None and reported.state == "已完成"
        amounts = dict(reported.amounts) if reported else {}
        self.amounts = tuple(
            (escaped(target.name), FigureView(decimal_text(amounts[target.id]), f"{address}/{target.id}", target.unit))
            for target in moment.figures.campaign.task[task.id].targets
            if target.id in amounts
        )


class ProgressView:
    """Progress at the end of one period."""

    def __init__(self, view: CampaignView, figures: Figures, period: Period) -> None:
        self._moment = moment = _Moment(view, figures, period)
        self.period = moment.printed(f"period/{period.id}")
        self.short = escaped(period.short)
        self.end = escaped(f"{period.end.month}月{period.end.day}日")

    @cached_property
    def history(self) -> tuple[ProgressView, ...]:
        """Every period that was reported up to this one, the latest first."""
        figures = self._moment.figures
        listed = [period for period in reversed(figures.reported) if period <= self._moment.period]
        return tuple(ProgressView(self._moment.view, figures, period) for period in listed)

    def standing(self, measure: MeasureView, town: UnitView | None = None) -> StandingView:
        """How `town`, or all together, stands in `measure`."""
        return self._moment.standing(measure, town.id if town else "")

    @cached_property
    def measures(self) -> tuple[MeasureProgress, ...]:
        """Every measure."""
        return tuple(MeasureProgress(self._moment, measure) for measure in self._moment.view.measures)

    def of(self, town: UnitView) -> tuple[StandingView, ...]:
        """The measures in which `town` has something to do."""
        listed = (self.standing(measure, town) for measure in self._moment.view.measures)
        return tuple(each for each in listed if each.assigned)

    @cached_property
    def unreported(self) -> tuple[UnitView, ...]:
        """Towns that reported nothing, or not every measure, for this period."""
        return tuple(map(self._moment.view.unit, self._moment.figures.unreported(self._moment.period)))

    @cached_property
    def supervised(self) -> tuple[UnitView, ...]:
        """Towns whose light calls for 督办."""
        return tuple(map(self._moment.view.unit, self._moment.figures.supervised(self._moment.period)))

    @cached_property
    def _unreported_ids(self) -> frozenset[str]:
        return frozenset(town.id for town in self.unreported)

    def missed_by(self, town: UnitView) -> bool:
        """Whether `town` is among the `unreported`."""
        return town.id in self._unreported_ids

    def count(self, what: str) -> Printed:
        """How many towns are `unreported`, `reported` or `supervised`."""
        return self._moment.printed(f"progress/{self._moment.period.id}/count/{what}")

    @cached_property
    def tasks(self) -> tuple[TaskProgress, ...]:
        """Every task with what was reported of it."""
        return tuple(TaskProgress(self._moment, task) for task in self._moment.view.tasks)

    @property
    def score_items(self) -> tuple[Printed, ...]:
        """Headings of the score sheet: 项目（分值）."""
        assessment = self._moment.figures.campaign.assessment
        return tuple(self._moment.printed(f"assessment/{item.id}") for item in (assessment.items if assessment else ()))

    @property
    def scores(self) -> tuple[ScoreView, ...]:
        """考核得分 of every town, in official order."""
        return tuple(ScoreView(self._moment, each) for each in self._moment.figures.scores(self._moment.period))

    @property
    def past(self) -> tuple[PastView, ...]:
        """What other years came to, beside this one."""
        return tuple(PastView(self._moment, each) for each in self._moment.figures.campaign.past)


class ScoreView:
    """考核得分 of a town: `.points` in the order of the items, `.total`, `.rank`, `.notes`."""

    def __init__(self, moment: _Moment, score: TownScore) -> None:
        address = f"score/{moment.period.id}/{score.town.id}"
        self.town = moment.view.unit(score.town)
        self.points = tuple(moment.printed(f"{address}/{each.item.id}") for each in score.scores)
        self.total = moment.printed(f"{address}/total")
        self.rank = moment.printed(f"{address}/rank")
        self.notes = moment.printed(f"{address}/notes") if any(each.note for each in score.scores) else escaped("")


class PastView:
    """Another year's result in one measure: `.year`, `.quota`, `.accepted`, and how this year compares."""

    def __init__(self, moment: _Moment, past: PastResult) -> None:
        measure = moment.figures.campaign.measure[past.measure]
        self.measure = next(each for each in moment.view.measures if each.id == past.measure)
        self.year = escaped(str(past.year))
        address = f"past/{past.year}/{past.measure}"
        self.quota = FigureView(_text(past.quota, measure), f"{address}/quota", measure.unit)
        self.accepted = FigureView(_text(past.accepted, measure), f"{address}/accepted", measure.unit)
        more = paths.difference(moment.figures, str(past.year), past.measure, moment.period)
        self.known = more is not None
        self.more = more is not None and more > 0
        self.less = more is not None and more < 0
        self.difference = moment.printed(f"{address}/difference/{moment.period.id}")


def _text(amount: Decimal | None, measure: Measure) -> str | None:
    return None if amount is None else amount_text(amount, measure)


PROGRESS_VIEWS = frozenset((StandingView, MeasureProgress, TaskProgress, ProgressView, ScoreView, PastView))
"""What templates meet of progress."""
