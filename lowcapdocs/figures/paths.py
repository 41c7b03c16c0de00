"""The address of each figure, stated or computed, and the text it prints as.

`progress/2020-06/jishigang/improve/rate` → 71.4. What the data states has its address in
`model.paths`; this is the door to both.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from lowcapdocs.figures import firms
from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.standing import Standing
from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.model import paths
from lowcapdocs.model.paths import amount_text
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import OUTCOMES

EVERYBODY = "all"
"""Stands in a path for all towns together."""
NOT_REPORTED = "未报"
NOTHING = "—"
"""A figure that cannot be: the rate of a town without a quota."""


def _number(name: str) -> Callable[[Standing], str | None]:
    def text(standing: Standing) -> str | None:
        amount: Decimal | None = getattr(standing, name)
        return NOT_REPORTED if amount is None else amount_text(amount, standing.measure)

    return text


def _outcome(place: int) -> Callable[[Standing], str | None]:
    def text(standing: Standing) -> str | None:
        amount = standing.outcomes[place]
        return NOT_REPORTED if amount is None else amount_text(amount, standing.measure)

    return text


def _points(name: str) -> Callable[[Standing], str | None]:
    def text(standing: Standing) -> str | None:
        value: Decimal | None = getattr(standing, name)
        if value is None:
            return NOT_REPORTED if name == "rate" and standing.assigned else NOTHING
        return decimal_text(value, 1)

    return text


_FIELDS: dict[str, Callable[[Standing], str | None]] = {
    "quota": lambda standing: amount_text(standing.quota, standing.measure),
    "done": _number("done"),
    "fresh": _number("fresh"),
    "accepted": _number("accepted"),
    **{f"outcome{place}": _outcome(place) for place in range(len(OUTCOMES))},
    "remaining": _number("remaining"),
    "rate": _points("rate"),
    "before": _points("before"),
    "planned": _points("planned"),
    "behind": _points("behind"),
    "light": lambda standing: standing.light.name if standing.light else NOTHING,
    "rank": lambda standing: str(standing.rank) if standing.rank else NOTHING,
}
STANDING_FIELDS = tuple(_FIELDS)


def standing_text(standing: Standing, field: str) -> str | None:
    """What `field` of a standing prints. Raises KeyError for no field."""
    return _FIELDS[field](standing)


def standing_path(standing: Standing, field: str) -> str:
    """The address of `field`."""
    return f"progress/{standing.period.id}/{standing.town or EVERYBODY}/{standing.measure.id}/{field}"


def text_at(figures: Figures, path: str) -> str | None:
    """What the data prints at `path`: None where the value is not known. Raises KeyError where there is none."""
    campaign = figures.campaign
    kind, *rest = path.split("/")
    match kind, rest:
        case "progress", [period, "count", what]:
            return str(len(_counted(figures, figures.period[period], what)))
        case "progress", [period, town, measure, field]:
            place = "" if town == EVERYBODY else campaign.town[town].id
            return standing_text(figures.standing(figures.period[period], measure, place), field)
        case "task-progress", [task, period, field]:
            reported = figures.task(campaign.task[task].id, figures.period[period])
            if reported is None:
                return None
            if field in ("state", "text"):
                return getattr(reported, field) or None
            return decimal_text(dict(reported.amounts)[field])
        case "period", [period]:
            return figures.period[period].name
        case "ledger", ["sum", *which]:
            return ledger_text(figures, which)
        case "ledger", [firm, "evidence", place]:
            record = campaign.firm[firm]
            for number, kind in enumerate(campaign.required_evidence[record.measure]):
                if str(number) == place:
                    return record.evidence.get(kind) or None
        case "ledger", [firm, column]:
            return campaign.firm[firm].text(column)
        case "score", [period, town, item]:
            return score_text(figures, figures.period[period], town, item)
        case "penalty", [penalty, column]:
            for each in campaign.penalties:
                if each.id == penalty:
                    return each.text(column)
    return paths.text_at(campaign, path)


def _counted(figures: Figures, period: Period, what: str) -> tuple[object, ...]:
    match what:
        case "unreported":
            return figures.unreported(period)
        case "reported":
            late = figures.unreported(period)
            return tuple(town for town in figures.campaign.towns if town not in late)
        case "supervised":
            return figures.supervised(period)
    raise KeyError(what)


def ledger_text(figures: Figures, which: list[str]) -> str | None:
    """`measure/town/what` (`all` for any): listed, accepted, to-publish, lacking, energy or land."""
    if len(which) != 3:
        raise KeyError("/".join(which))
    measure, town, what = ("" if part == EVERYBODY else part for part in which)
    listed = firms.counted(figures.campaign, measure=measure, town=town)
    done = firms.accepted(listed)
    match what:
        case "listed":
            return str(len(listed))
        case "accepted":
            return str(len(done))
        case "to-publish":
            return str(len(firms.to_publish(listed)))
        case "lacking":
            return str(len(firms.lacking(figures.campaign, done)))
        case "energy" | "land":
            amount = firms.freed(done, what)
            return None if amount is None else decimal_text(amount)
    raise KeyError(what)


def score_text(figures: Figures, period: Period, town: str, item: str) -> str:
    """得分 of a town for an item, `total` 总分 or `rank`; “—” where an item does not count for it."""
    for each in figures.scores(period):
        if each.town.id == town:
            if item == "total":
                return NOTHING if each.total is None else decimal_text(each.total, 1)
            if item == "rank":
                return str(each.rank or NOTHING)
            if item == "notes":
                return "；".join(score.note for score in each.scores if score.note)
            for score in each.scores:
                if score.item.id == item:
                    return NOTHING if score.points is None else decimal_text(score.points, 1)
    raise KeyError(f"{town}/{item}")
