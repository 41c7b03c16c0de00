"""What may be seen of a campaign, asked column by column; whatever is not known to be public is not seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.deadline_phrase import read
from lowcapdocs.model.disclosure import PUBLIC
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.quantity import Measure
from lowcapdocs.model.schedule import default_schedule
from lowcapdocs.model.task import PLACEHOLDER, Basis

Value = TypeVar("Value")

SAMPLE = "示例数据"
"""Stands for a remark on invented data that is itself not public: that something is invented is always told."""


@dataclass(frozen=True)
class Lens:
    """`campaign` through its Disclosure. Nothing is seen of a campaign whose own name is not public."""

    campaign: Campaign

    def opens(self, table: str) -> bool:
        """Whether anything of `table` is seen."""
        stated = self.campaign.disclosure
        return stated.is_open("campaign") and stated.is_open(table)

    def shows(self, table: str, column: str) -> bool:
        """Whether `column` of `table` is seen."""
        return self.opens(table) and self.campaign.disclosure.is_public(table, column)

    def seen(self, table: str, column: str, value: Value, otherwise: Value) -> Value:
        """`value` if its column is seen, else `otherwise`."""
        return value if self.shows(table, column) else otherwise

    def sample(self, table: str, text: str) -> str:
        """The remark on what is invented: its words where they are public, else that it is."""
        return text if not text or self.shows(table, "sample") else SAMPLE

    @cached_property
    def year(self) -> int | None:
        """The year, if it is seen."""
        return self.seen("campaign", "year", self.campaign.year, None)

    def deadline(self, table: str, deadline: Deadline | None) -> Deadline | None:
        """A deadline as its public phrase reads; its stated day only where that column is public."""
        if deadline is None or not self.shows(table, "deadline"):
            return None
        return self.whole_deadline(deadline) if self.shows(table, "deadline_date") else self._as_read(deadline)

    def whole_deadline(self, deadline: Deadline | None) -> Deadline | None:
        """A deadline with its stated day, of a record that is public as a whole."""
        return deadline and replace(self._as_read(deadline), day=deadline.day, kind=deadline.kind)

    def _as_read(self, deadline: Deadline) -> Deadline:
        return read(deadline.phrase, self.year or 0)

    @cached_property
    def plan_hidden(self) -> tuple[str, ...]:
        """Columns (with their table, `schedule/curve`) that 序时进度 and lights come from and that are not seen.

        What nobody stated is no secret; but lights always mean something, so a schedule that leaves them as they
        are has stated them.
        """
        campaign, stated = self.campaign, self.campaign.schedule
        hidden = [
            f"campaign/{column}"
            for column in ("year", "deadline")
            if getattr(campaign, column) is not None and not self.shows("campaign", column)
        ]
        if stated is not None:
            default = default_schedule(campaign.year, campaign.deadline)
            hidden += [
                f"schedule/{column}"
                for column in ("phases", "start", "curve", "lights")
                if (column == "lights" or getattr(stated, column) != getattr(default, column))
                and not self.shows("schedule", column)
            ]
        return tuple(hidden)

    @cached_property
    def departments(self) -> dict[str, Department]:
        """What is seen of each department, by id."""
        if not self.opens("departments"):
            return {}
        return {
            each.id: Department(
                id=each.id,
                short=each.short,
                full=self.seen("departments", "full", each.full, ""),
                aliases=self.seen("departments", "aliases", each.aliases, ()),
            )
            for each in self.campaign.departments
        }

    def department(self, department: Department | None) -> Department | None:
        """What is seen of `department`."""
        return self.departments.get(department.id) if department else None

    def all_departments(self, listed: Iterable[Department]) -> tuple[Department, ...]:
        """Those of `listed` that are seen."""
        return tuple(self.departments[each.id] for each in listed if each.id in self.departments)

    @cached_property
    def towns(self) -> dict[str, Town]:
        """What is seen of each town, by id."""
        if not self.opens("towns"):
            return {}
        return {
            each.id: Town(
                id=each.id,
                name=each.name,
                kind=each.kind,
                order=self.seen("towns", "order", each.order, place),
                aliases=self.seen("towns", "aliases", each.aliases, ()),
                code=self.seen("towns", "code", each.code, ""),
                parent=self.seen("towns", "parent", each.parent, ""),
                authority_name=self.seen("towns", "authority_name", each.authority_name, ""),
            )
            for place, each in enumerate(self.campaign.towns, start=1)
        }

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """What is seen of each measure, by id."""
        if not self.shows("campaign", "measures"):
            return {}
        return {
            each.id: Measure(
                id=each.id,
                name=each.name,
                unit=each.unit,
                decimals=each.decimals,
                aliases=each.aliases,
                work=each.work,
            )
            for each in self.campaign.measures
        }

    @cached_property
    def basis(self) -> dict[str, Basis]:
        """What is seen of each basis document, by id."""
        if not self.shows("campaign", "basis"):
            return {}
        return {
            each.id: Basis(id=each.id, title=each.title, issuer=each.issuer, number=each.number)
            for each in self.campaign.basis
        }

    def prose(self, text: str, *known: str) -> str:
        """`text`; empty if it names a basis or target (`{id}`) that is neither seen nor among `known`."""
        named = {found[1] for found in PLACEHOLDER.finditer(text)}
        return text if named <= {*self.basis, *known} else ""

    def record(self, attribute: str) -> bool:
        """Whether a record that states `attribute` for itself is seen."""
        return attribute in ("", PUBLIC)
