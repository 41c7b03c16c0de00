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
from lowcapdocs.model.campaign import Campaign
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


def _in_prose(name: str) -> Callable[[Standing], str | None]:
    """0 and 100 rather than 0.0 and 100.0: sentences have no column to line up with."""
    exact = _points(name)

    def text(standing: Standing) -> str | None:
        return (exact(standing) or "").removesuffix(".0")

    return text


_RATES = ("rate", "before", "planned", "behind")
_FIELDS: dict[str, Callable[[Standing], str | None]] = {
    "quota": lambda standing: amount_text(standing.quota, standing.measure),
    "done": _number("done"),
    "fresh": _number("fresh"),
    "accepted": _number("accepted"),
    **{f"outcome{place}": _outcome(place) for place in range(len(OUTCOMES))},
    "remaining": _number("remaining"),
    **{name: _points(name) for name in _RATES},
    **{f"{name}-short": _in_prose(name) for name in _RATES},
    "withdrawn": lambda standing: (
        NOT_REPORTED if standing.fresh is None else amount_text(max(-standing.fresh, Decimal(0)), standing.measure)
    ),
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
            return str(_counted(figures, figures.period[period], what))
        case "progress", [period, town, measure, field]:
            place = "" if town == EVERYBODY else campaign.town[town].id
            return standing_text(figures.standing(figures.period[period], measure, place), field)
        case "task-progress", [task, period, field]:
            return _task_text(figures, task, figures.period[period], field)
        case "period", [period]:
            return figures.period[period].name
        case "ledger", ["sum", *which]:
            return ledger_text(figures, which)
        case "ledger", [firm, "evidence", place]:
            record = campaign.firm[firm]
            return record.evidence.get(_by_place(campaign.required_evidence[record.measure], place)) or None
        case "ledger", [firm, "missing", place]:
            record = campaign.firm[firm]
            return _by_place(record.missing(campaign.required_evidence[record.measure]), place)
        case "ledger", [firm, column]:
            return campaign.firm[firm].text(column)
        case "score", [period, town, item]:
            return score_text(figures, figures.period[period], town, item)
        case "assessment", [item]:
            return item_text(campaign, item)
        case "penalty", [penalty, column]:
            return figures.penalty[penalty].text(column)
        case "past", [year, measure, "difference", period]:
            return difference_text(figures, year, measure, figures.period[period])
    return paths.text_at(campaign, path)


def _by_place(kinds: tuple[str, ...], place: str) -> str:
    """The kind at `place`, counted from 0. Raises KeyError where there is none."""
    return {str(number): kind for number, kind in enumerate(kinds)}[place]


def _task_text(figures: Figures, task: str, period: Period, field: str) -> str | None:
    record = figures.campaign.task[task]
    if field not in ("state", "text", *(target.id for target in record.targets)):
        raise KeyError(field)
    reported = figures.task(record.id, period)
    if reported is None:
        return None
    if field in ("state", "text"):
        return (reported.state if field == "state" else reported.text) or None
    amount = dict(reported.amounts).get(field)
    return None if amount is None else decimal_text(amount)


def _counted(figures: Figures, period: Period, what: str) -> int:
    match what:
        case "unreported":
            return len(figures.unreported(period))
        case "reported":
            return len(figures.due(period)) - len(figures.unreported(period))
        case "supervised":
            return len(figures.supervised(period))
    raise KeyError(what)


def ledger_text(figures: Figures, which: list[str]) -> str | None:
    """`measure/town/what` (`all` for any): listed, accepted, to-publish, lacking, energy or land."""
    if len(which) != 3:
        raise KeyError("/".join(which))
    campaign = figures.campaign
    measure = "" if which[0] == EVERYBODY else campaign.measure[which[0]].id
    town = "" if which[1] == EVERYBODY else campaign.town[which[1]].id
    listed = firms.counted(campaign, measure=measure, town=town)
    done = firms.accepted(listed)
    match what := which[2]:
        case "listed":
            return str(len(listed))
        case "accepted":
            return str(len(done))
        case "to-publish":
            return str(len(firms.to_publish(listed)))
        case "lacking":
            return str(len(firms.lacking(campaign, done)))
        case "energy" | "land":
            amount = firms.freed(done, what)
            return None if amount is None else decimal_text(amount)
    raise KeyError(what)


def item_text(campaign: Campaign, item: str) -> str:
    """项目（40分）; one worth no points alone by its name."""
    for each in campaign.assessment.items if campaign.assessment else ():
        if each.id == item:
            return f"{each.name}（{decimal_text(each.points)}分）" if each.points else each.name
    raise KeyError(item)


def difference(figures: Figures, year: str, measure: str, period: Period) -> Decimal | None:
    """累计验收 at the end of `period` less that of another year; None where one of them is not known."""
    for past in figures.campaign.past:
        if (str(past.year), past.measure) == (year, measure):
            now = figures.standing(period, measure).accepted
            return None if now is None or past.accepted is None else now - past.accepted
    raise KeyError(f"{year}/{measure}")


def difference_text(figures: Figures, year: str, measure: str, period: Period) -> str | None:
    """How much more or less it is, without a sign."""
    more = difference(figures, year, measure, period)
    return None if more is None else amount_text(abs(more), figures.campaign.measure[measure])


def score_text(figures: Figures, period: Period, town: str, item: str) -> str:
    """得分 of a town for an item, `total` 总分, `rank` or `notes`; “—” where an item does not count for it."""
    found = figures.score(period, town)
    match item:
        case "total":
            return _score(found.total)
        case "rank":
            return NOTHING if found.rank is None else str(found.rank)
        case "notes":
            return "；".join(score.note for score in found.scores if score.note)
    return {score.item.id: _score(score.points) for score in found.scores}[item]


def _score(points: Decimal | None) -> str:
    return NOTHING if points is None else decimal_text(points, 1)
