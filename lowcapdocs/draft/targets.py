"""Which documents an entry of documents.yaml stands for, and what their files are called."""

from __future__ import annotations

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

_ILLEGAL_IN_NAMES = str.maketrans(dict.fromkeys('<>:"\\|?*\n\r\t', "_"))


@dataclass(frozen=True, slots=True)
class Target:
    """Which document of a series: its unit and its place (from 1) among `count`; the period whose figures it prints."""

    unit: Unit | None = None
    place: int = 0
    count: int = 0
    period: Period | None = None


def targets(figures: Figures, entry: DocumentEntry) -> list[Target]:
    """Every document that `entry` stands for, with today's data."""
    period = entry.period or figures.latest
    if entry.for_each == "none":
        return [Target(period=period)]
    listed = units(figures, entry, period)
    places = _places(figures, entry)
    count = len(places) if places else len(listed)
    return [
        Target(
            unit, places.get(unit.id, place) if places else place, count, unit if isinstance(unit, Period) else period
        )
        for place, unit in enumerate(listed, start=1)
    ]


def _places(figures: Figures, entry: DocumentEntry) -> dict[str, int]:
    """A chosen town keeps its place in the official list, so that its file is called alike every month."""
    if entry.for_each != "supervised":
        return {}
    return {town.id: place for place, town in enumerate(figures.campaign.towns, start=1)}


def units(figures: Figures, entry: DocumentEntry, period: Period | None) -> tuple[Unit, ...]:
    """What the documents of a series are made for."""
    campaign = figures.campaign
    match entry.for_each:
        case "town":
            return campaign.towns
        case "department":
            return campaign.leading_departments
        case "period":
            return figures.periods
        case "supervised":
            return figures.supervised(period) if period else ()
        case "phase":
            return campaign.plan.phases
        case "firm":
            return tuple(firm for firm in campaign.firms if not entry.states or firm.state in entry.states)
    return ()


def possible(figures: Figures, entry: DocumentEntry) -> tuple[Unit, ...]:
    """Every unit that the series may ever have had a document for: lights and states change."""
    campaign = figures.campaign
    match entry.for_each:
        case "supervised":
            return campaign.towns
        case "firm":
            return campaign.firms
    return units(figures, entry, None)


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
    if target.period is not None:
        text = text.replace("{期次}", target.period.name)
    parts = (part.translate(_ILLEGAL_IN_NAMES).strip(" .") for part in text.split("/"))
    return "/".join(part for part in parts if part)
