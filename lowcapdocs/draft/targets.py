"""Which documents an entry of documents.yaml stands for, and what their files are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.period import Period
from lowcapdocs.model.schedule import Phase

Unit: TypeAlias = Town | Department | Period | Phase | Firm
"""What one document of a series is made for, or tells of."""

_NO_PERIOD = "未报"
"""Stands in file names while nothing was reported."""
_ILLEGAL_IN_NAMES = str.maketrans(dict.fromkeys('<>:"\\|?*\n\r\t', "_"))


@dataclass(frozen=True, slots=True)
class Target:
    """Which document of a series: its unit and its place (from 1) among `count`; the period whose figures it prints."""

    unit: Unit | None = None
    place: int = 0
    count: int = 0
    period: Period | None = None
    each_period: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others of its entry, and its issued text by name; empty where there is but one.

        A town may be chased anew every period: such a letter is told by both.
        """
        if self.unit is None:
            return ""
        return f"{self.unit.id}@{self.period.id}" if self.each_period and self.period else self.unit.id


def targets(figures: Figures, entry: DocumentEntry) -> list[Target]:
    """Every document that `entry` stands for, with today's data."""
    period = entry.period or figures.latest
    if entry.for_each == "none":
        return [Target(period=period)]
    return _targets(figures, entry, units(figures, entry, period), period)


def possible(figures: Figures, entry: DocumentEntry) -> list[Target]:
    """Every document that `entry` may have stood for before, or may yet: lights and states change."""
    match entry.for_each:
        case "none":
            return targets(figures, entry)
        case "supervised":
            towns = figures.campaign.towns
            return [each for period in figures.periods for each in _targets(figures, entry, towns, period)]
        case "firm":
            return _targets(figures, entry, figures.campaign.firms, entry.period or figures.latest)
        case "period":
            return _targets(figures, entry, figures.periods, None)
    return targets(figures, entry)


def _targets(figures: Figures, entry: DocumentEntry, listed: Sequence[Unit], period: Period | None) -> list[Target]:
    places = _places(figures, entry)
    count = len(places) if places else len(listed)
    each_period = entry.for_each == "supervised"
    return [
        Target(
            unit,
            places.get(unit.id, place),
            count,
            unit if isinstance(unit, Period) else period,
            each_period,
        )
        for place, unit in enumerate(listed, start=1)
    ]


def _places(figures: Figures, entry: DocumentEntry) -> dict[str, int]:
    """A chosen town or firm keeps its place among all of them, so that its file is called alike every month."""
    match entry.for_each:
        case "supervised":
            whole: Sequence[Unit] = figures.campaign.towns
        case "firm":
            whole = figures.campaign.firms
        case "period":
            whole = figures.periods
        case _:
            return {}
    return {unit.id: place for place, unit in enumerate(whole, start=1)}


def units(figures: Figures, entry: DocumentEntry, period: Period | None) -> tuple[Unit, ...]:
    """What the documents of a series are made for."""
    campaign = figures.campaign
    match entry.for_each:
        case "town":
            return campaign.towns
        case "department":
            return campaign.leading_departments
        case "period":
            return tuple(each for each in figures.periods if each in figures.reported or each == entry.period)
        case "supervised":
            return figures.supervised(period) if period else ()
        case "phase":
            return campaign.plan.phases
        case "firm":
            return tuple(firm for firm in campaign.firms if not entry.states or firm.state in entry.states)
    return ()


def unit_name(unit: Unit) -> str:
    """What files are called after it."""
    return unit.short if isinstance(unit, Department) else unit.name


def file_stem(entry: DocumentEntry, target: Target) -> str:
    """The file of a document without its ending, with characters that Windows forbids replaced."""
    text = entry.file
    if target.unit is not None:
        width = max(2, len(str(target.count)))
        name = unit_name(target.unit).replace("/", "_")
        text = text.replace("{序号}", f"{target.place:0{width}}").replace("{单位}", name)
    text = text.replace("{期次}", target.period.name if target.period else _NO_PERIOD)
    parts = (part.translate(_ILLEGAL_IN_NAMES).strip(" .") for part in text.split("/"))
    return "/".join(part for part in parts if part)
