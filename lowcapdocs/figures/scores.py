"""考核得分: points of each town by the rules of the assessment."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from lowcapdocs.figures import firms
from lowcapdocs.model.assessment import Assessment, AssessmentItem
from lowcapdocs.model.org import Town
from lowcapdocs.model.period import Period

if TYPE_CHECKING:
    from lowcapdocs.figures.figures import Figures

_PLACES = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Score:
    """What a town gets for one item, to one place; None where the item does not count for it. `note`: why."""

    item: AssessmentItem
    points: Decimal | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TownScore:
    """得分 of a town: `total` is what it got of the items that count, scaled to the full mark.

    total = 得分之和 ÷ 参评项目分值之和 × 满分, to one place, plus what 逐项加减 items worth 0 points add
    or deduct; never below 0. `rank`: equal totals share a place. Both are None for a town without any
    quota: it has nothing to be compared by.
    """

    town: Town
    scores: tuple[Score, ...]
    total: Decimal | None
    rank: int | None


def table(figures: Figures, assessment: Assessment, period: Period) -> tuple[TownScore, ...]:
    """The score of every town at the end of `period`, in official order."""
    rows = [
        (town, tuple(_score(figures, item, town, period) for item in assessment.items))
        for town in figures.campaign.towns
    ]
    assigned = [
        any(figures.standing(period, measure.id, town.id).assigned for measure in figures.campaign.measures)
        for town, _ in rows
    ]
    totals = [
        _total(scores, assessment.full) if counts else None for (_, scores), counts in zip(rows, assigned, strict=True)
    ]
    ranked = [total for total in totals if total is not None]
    return tuple(
        TownScore(town, scores, total, None if total is None else 1 + sum(other > total for other in ranked))
        for (town, scores), total in zip(rows, totals, strict=True)
    )


def _total(scores: tuple[Score, ...], full: Decimal) -> Decimal:
    counting = [score for score in scores if score.points is not None and score.item.points]
    worth = sum((score.item.points for score in counting), Decimal(0))
    got = sum((score.points for score in counting if score.points is not None), Decimal(0))
    extra = sum((score.points for score in scores if score.points is not None and not score.item.points), Decimal(0))
    return max(_rounded(got / worth * full if worth else Decimal(0)) + extra, Decimal(0))


def _score(figures: Figures, item: AssessmentItem, town: Town, period: Period) -> Score:
    match item.rule:
        case "完成任务":
            return _completion(figures, item, town, period)
        case "按期报送":
            return _reporting(figures, item, town, period)
        case "佐证齐全":
            done = firms.accepted(firms.counted(figures.campaign, measure=item.measure, town=town.id), period.end)
            lacking = firms.lacking(figures.campaign, done)
            return _less(item, len(lacking), f"{len(lacking)}家佐证不齐")
    own = [each for each in item.adjustments if each.town == town.id]
    points = item.points + sum((each.points for each in own), Decimal(0))
    return Score(item, _rounded(points), "；".join(each.reason for each in own))


def _completion(figures: Figures, item: AssessmentItem, town: Town, period: Period) -> Score:
    standing = figures.standing(period, item.measure, town.id)
    if not standing.assigned or not isinstance(standing.quota, Decimal):
        none = {"不参评": None, "满分": item.points, "不得分": Decimal(0)}
        return Score(item, none[item.unassigned])
    share = min((standing.accepted or Decimal(0)) / standing.quota, Decimal(1))
    return Score(item, _rounded(item.points * share))


def _reporting(figures: Figures, item: AssessmentItem, town: Town, period: Period) -> Score:
    due = [each for each in figures.reported if each <= period]
    missed = [each for each in due if town in figures.unreported(each)]
    return _less(item, len(missed), f"{len(missed)}期未报")


def _less(item: AssessmentItem, times: int, note: str) -> Score:
    return Score(item, max(_rounded(item.points - item.off * times), Decimal(0)), note if times else "")


def _rounded(points: Decimal) -> Decimal:
    return points.quantize(_PLACES, ROUND_HALF_UP)
