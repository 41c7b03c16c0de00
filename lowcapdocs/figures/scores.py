"""考核得分: points of each town by the rules of the assessment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from lowcapdocs.figures import firms
from lowcapdocs.gongwen.wording import decimal_text
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

    total = 得分之和 × 满分 ÷ 参评项目分值之和, to one place, plus what 逐项加减 items worth 0 points add
    or deduct; never below 0. `rank`: equal totals share a place. Both are None for a town of which no
    item counts (one without any quota): it has nothing to be compared by.
    """

    town: Town
    scores: tuple[Score, ...]
    total: Decimal | None
    rank: int | None


def score_table(figures: Figures, assessment: Assessment, period: Period) -> tuple[TownScore, ...]:
    """The score of every town at the end of `period`, in official order."""
    listed = Counter(
        (measure, firm.town.id)
        for firm, _ in firms.lacking(figures.campaign, firms.accepted(figures.campaign.firms, period.end))
        for measure in (firm.measure, "")
    )
    due = {town.id for town in figures.due(period)}
    rows = [
        (town, tuple(_score(figures, item, town, period, listed, town.id in due) for item in assessment.items))
        for town in figures.campaign.towns
    ]
    totals = [_total(scores, assessment) if town.id in due else None for town, scores in rows]
    places: dict[Decimal, int] = {}
    for place, total in enumerate(sorted((total for total in totals if total is not None), reverse=True), start=1):
        places.setdefault(total, place)
    return tuple(
        TownScore(town, scores, total, None if total is None else places[total])
        for (town, scores), total in zip(rows, totals, strict=True)
    )


def _total(scores: tuple[Score, ...], assessment: Assessment) -> Decimal | None:
    """What the items that count come to; None where there are items worth points and none of them counts."""
    counting = [score for score in scores if score.points is not None and score.item.points]
    if not counting and any(item.points for item in assessment.items):
        return None
    worth = sum((score.item.points for score in counting), Decimal(0))
    got = sum((min(score.points, score.item.points) for score in counting if score.points is not None), Decimal(0))
    extra = sum((score.points for score in scores if score.points is not None and not score.item.points), Decimal(0))
    scaled = min(_rounded(got * assessment.full / worth), assessment.full) if worth else Decimal(0)
    return max(scaled + extra, Decimal(0))


def _score(
    figures: Figures, item: AssessmentItem, town: Town, period: Period, listed: Counter[tuple[str, str]], due: bool
) -> Score:
    match item.rule:
        case "完成任务":
            return _completion(figures, item, town, period)
        case "按期报送":
            return _less(item, figures.missed(period).get(town.id, 0), "期未报") if due else Score(item, None)
        case "佐证齐全":
            return _less(item, listed[item.measure, town.id], "家佐证不齐") if due else Score(item, None)
    own = [each for each in item.adjustments if each.town == town.id]
    points = item.points + sum((each.points for each in own), Decimal(0))
    if item.points:
        points = min(max(points, Decimal(0)), item.points)
    return Score(item, _rounded(points), "；".join(f"{each.reason}，{_change(each.points)}" for each in own))


def _completion(figures: Figures, item: AssessmentItem, town: Town, period: Period) -> Score:
    standing = figures.standing(period, item.measure, town.id)
    if not standing.assigned or not isinstance(standing.quota, Decimal):
        none = {"不参评": None, "满分": item.points, "不得分": Decimal(0)}
        return Score(item, none[item.unassigned])
    done = min(standing.accepted or Decimal(0), standing.quota)
    return Score(item, _rounded(item.points * done / standing.quota))


def _less(item: AssessmentItem, times: int, what: str) -> Score:
    """`off` points fewer for each of `times`, until none are left."""
    off = min(item.off * times, item.points)
    return Score(item, _rounded(item.points - off), f"{times}{what}，{_change(-off)}" if times else "")


def _change(points: Decimal) -> str:
    """加1分, 扣0.5分, 不加分也不扣分."""
    if not points:
        return "不加分也不扣分"
    return f"{'扣' if points < 0 else '加'}{decimal_text(abs(points))}分"


def _rounded(points: Decimal) -> Decimal:
    return points.quantize(_PLACES, ROUND_HALF_UP)
