"""Which column of which table a printed value comes from: path → table and column, and which of them are withheld.

A document decides for itself whether it is public; this tells where it then prints what its table
withholds. Addresses are those of `model.paths` and `figures.paths`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lowcapdocs.disclose.lens import Lens
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import UNKNOWN
from lowcapdocs.gongwen.walk import values
from lowcapdocs.model.campaign import Campaign


class Column(NamedTuple):
    """A column of a table; without a column the table's records (公开属性 of one, a path that is not known)."""

    table: str
    column: str


class Withheld(NamedTuple):
    """A value that is printed although its column is withheld: its text and its line in the draft."""

    column: Column
    text: str
    line: int


_ACCEPTED = (Column("progress", "accepted"),)
_RATED = (*_ACCEPTED, Column("quotas", "amount"))
_PROGRESS: dict[str, tuple[Column, ...]] = {
    "quota": (Column("quotas", "amount"),),
    "done": (Column("progress", "done"),),
    **dict.fromkeys(("fresh", "withdrawn"), (Column("progress", "fresh"),)),
    "accepted": _ACCEPTED,
    **dict.fromkeys(("remaining", "rate", "before", "rank", "behind", "light"), _RATED),
    **{f"outcome{place}": (Column("progress", name),) for place, name in enumerate(("closed", "merged", "upgraded"))},
}
_PLANNED = ("planned", "behind", "light")
_SUMS: dict[str, tuple[str, ...]] = {
    "listed": ("name",),
    "accepted": ("state",),
    "to-publish": ("state",),
    "lacking": ("state",),
    "energy": ("energy",),
    "land": ("land",),
}
_COUNTS = {"towns": Column("towns", "name"), "areas": Column("tasks", "area"), "tasks": Column("tasks", "title")}
_TASK_FIELDS = {"state": "state", "text": "text"}


def withheld(campaign: Campaign, tree: Gongwen) -> Iterator[Withheld]:
    """Every value of `tree` whose column, or whose record, is not public; what is left open (××) tells nothing."""
    lens = Lens(campaign)
    closed = {f"ledger/{each.id}" for each in campaign.firms if not lens.record(each.disclosure)}
    closed |= {f"penalty/{each.id}" for each in campaign.penalties if not lens.record(each.disclosure)}
    for span, line in values(tree):
        if span.text == UNKNOWN:
            continue
        for column in _hidden(lens, span.path):
            yield Withheld(column, span.text, line)
        if closed and span.path.rpartition("/")[0] in closed:
            yield Withheld(Column("ledger" if span.path.startswith("ledger/") else "penalties", ""), span.text, line)


def _hidden(lens: Lens, path: str) -> Iterator[Column]:
    """The columns that the value at `path` needs and that are not seen."""
    kind, *rest = path.split("/")
    if kind != "progress" or len(rest) != 4:
        yield from (each for each in columns(lens.campaign, path) if not lens.shows(*each))
        return
    field = rest[-1].removesuffix("-short")
    yield from (each for each in _PROGRESS.get(field, ()) if not lens.shows(*each))
    if field in _PLANNED:
        yield from (Column(*hidden.split("/")) for hidden in lens.plan_hidden)


def columns(campaign: Campaign, path: str) -> tuple[Column, ...]:
    """The columns that the value at `path` comes from; a path that nobody knows is a column of no table."""
    kind, *rest = path.split("/")
    match kind, rest:
        case "campaign", [("name" | "year" | "deadline") as column]:
            return (Column("campaign", column),)
        case "goal", [_]:
            return (Column("campaign", "goals"),)
        case "basis", [_]:
            return (Column("campaign", "basis"),)
        case "past", [*_]:
            difference = _ACCEPTED if "difference" in rest else ()
            return (Column("campaign", "past"), *difference)
        case "text", [name]:
            return (Column("campaign", f"texts/{name}"),)
        case "quota" | "total", [*_]:
            return (Column("quotas", "amount"),)
        case "town", [_]:
            return (Column("towns", "name"),)
        case "town", [town, "authority"]:
            known = campaign.town.get(town)
            own = Column("towns", "authority_name") if known and known.authority_name else Column("towns", "name")
            return (own,)
        case "department", [_]:
            return (Column("departments", "short"),)
        case "department", [_, "full"]:
            return (Column("departments", "full"),)
        case "task", [_, field]:
            return (Column("tasks", "deadline" if field == "deadline" else "targets"),)
        case "count", [what] if what in _COUNTS:
            return (_COUNTS[what],)
        case "schedule", ["reporting_due"]:
            return (Column("schedule", "reporting"),)
        case "schedule", [column]:
            return (Column("schedule", column),) if campaign.schedule else ()
        case "phase", [*_]:
            return (Column("schedule", "phases"),)
        case "period", [_]:
            return (Column("progress", "period"),)
        case "progress", [_, "count", what]:
            return (
                Column("schedule", "supervised")
                if what == "supervised" and campaign.schedule
                else Column("progress", "period"),
            )
        case "task-progress", [_, _, field]:
            return (Column("task_progress", _TASK_FIELDS.get(field, "amounts")),)
        case "penalty", [_, column]:
            return (Column("penalties", column),)
        case (("score" | "assessment"), [*_]):
            return (Column("assessment", "items"),)
        case "ledger", ["sum", _, _, what] if what in _SUMS:
            return tuple(Column("ledger", column) for column in _SUMS[what])
        case "ledger", [firm, ("evidence" | "missing"), place]:
            return (Column("ledger", _kind(campaign, firm, place)),)
        case "ledger", [_, column]:
            return (Column("ledger", column),)
    return (Column("", path),)


def _kind(campaign: Campaign, firm: str, place: str) -> str:
    """The kind of evidence that a path tells by its place; empty where the data no longer has it."""
    known = campaign.firm.get(firm)
    kinds = campaign.required_evidence.get(known.measure, ()) if known else ()
    return kinds[int(place)] if place.isdigit() and int(place) < len(kinds) else ""
