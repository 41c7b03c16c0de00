"""Which pages of one campaign exist, and where the path of a value leads: quota/jishigang/improve → a definition."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.model.org import Department, Town
from lowcapdocs.web import addresses
from lowcapdocs.web.definitions import PROGRESS_FIELDS, definitions


class Goal(NamedTuple):
    """Where a value leads, and whether it is a figure, which leads to its definition."""

    address: str
    figure: bool = False


class Atlas:
    """The pages of `public`; paths are asked for again and again, so answers are remembered."""

    def __init__(self, public: PublicCampaign) -> None:
        self.public = public
        self.campaign = public.campaign
        self._goals: dict[str, Goal | None] = {}

    @cached_property
    def definitions(self) -> frozenset[str]:
        """The anchors of the page about the figures."""
        return frozenset(each.id for each in definitions(self.campaign))

    def definition(self, figure: str) -> str:
        """Where `figure` is defined; empty where it is not."""
        return addresses.definition(self.campaign.id, figure) if figure in self.definitions else ""

    def unit(self, unit: Town | Department) -> str:
        """The page of a town or department; empty where there is none."""
        if isinstance(unit, Town):
            return addresses.town(self.campaign.id, unit.id) if unit.id in self.campaign.town else ""
        return addresses.department(self.campaign.id, unit.id) if unit.id in self.campaign.department else ""

    def goal(self, path: str) -> Goal | None:
        """Where the value at `path` leads; None for one that leads nowhere."""
        if path not in self._goals:
            if len(self._goals) > 100_000:
                self._goals.clear()  # memory stays flat however long the series
            self._goals[path] = self._goal(path)
        return self._goals[path]

    def _goal(self, path: str) -> Goal | None:
        kind, *rest = path.split("/")
        campaign = self.campaign
        name = campaign.id
        match kind, rest:
            case "town", [town, *_] if town in campaign.town:
                return Goal(addresses.town(name, town))
            case "department", [department, *_] if department in campaign.department:
                return Goal(addresses.department(name, department))
            case "task", [task] if task in campaign.task:
                return Goal(addresses.task(name, task))
            case "task", [task, "deadline"] if task in campaign.task:
                return Goal(addresses.task(name, task))
            case "task", [_, _]:
                return self._figure("target")
            case "task-progress", [task, *_] if task in campaign.task:
                return Goal(addresses.task(name, task))
            case (("quota" | "goal" | "total" | "past"), [_, *_]):
                return self._figure(kind)
            case "progress", [_, "count", what]:
                return self._figure("unreported" if what == "reported" else what)
            case "progress", [_, _, _, field]:
                return self._figure(PROGRESS_FIELDS.get(field.removesuffix("-short"), ""))
            case "period", [period] if period in self.public.figures.period:
                return Goal(addresses.period(name, period))
            case "ledger", ["sum", *_]:
                return self._figure("listed")
            case ("phase", _) if campaign.schedule and campaign.schedule.phases:
                return Goal(f"{addresses.campaign(name)}#phases")
        return None

    def _figure(self, name: str) -> Goal | None:
        address = self.definition(name)
        return Goal(address, figure=True) if address else None
