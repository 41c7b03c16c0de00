"""Everything about one 专项行动, frozen, with look-ups by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from lowcapdocs.model.assessment import Assessment
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.disclosure import NOTHING_PUBLIC, Disclosure
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.org import Department, Town, all_towns_phrase
from lowcapdocs.model.penalty import Penalty
from lowcapdocs.model.progress import PastResult, Return, TaskReturn
from lowcapdocs.model.publication import Publication
from lowcapdocs.model.quantity import Amount, Blank, Goal, Measure, Quota, total
from lowcapdocs.model.schedule import Schedule, default_schedule
from lowcapdocs.model.task import Area, Basis, Evidence, Safeguard, Task
from lowcapdocs.problems import NOWHERE, Where

DataKind = Literal["departments", "towns", "tasks", "quotas"]
"""Tables whose absence is told, unless the campaign declares that it does without."""


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """专项行动: the whole of one folder of policy_data. Towns are in official order."""

    id: str
    name: str
    short_name: str
    place: str
    year: int | None
    issuer: Department | None
    deadline: Deadline | None
    industries: tuple[str, ...]
    basis: tuple[Basis, ...]
    measures: tuple[Measure, ...]
    goals: tuple[Goal, ...]
    departments: tuple[Department, ...]
    towns: tuple[Town, ...]
    areas: tuple[Area, ...]
    safeguards: tuple[Safeguard, ...]
    evidence: tuple[Evidence, ...]
    quotas: tuple[Quota, ...]
    documents: tuple[DocumentEntry, ...]
    stated_totals: tuple[Goal, ...] = ()
    """Totals that the quotas table itself states; they are verified, never used."""
    texts: tuple[tuple[str, str], ...] = ()
    """Prose of campaign.yaml by id (导语 and the like), for templates."""
    total_name: str = "合计"
    towns_name: str = ""
    """How the towns are addressed together (各区市场监管局) where their kinds do not tell."""
    without: tuple[DataKind, ...] = ()
    """Tables that this campaign does without, as the data declares."""
    returns: tuple[Return, ...] = ()
    """报送 of towns, every revision of them, in the order of the data."""
    task_returns: tuple[TaskReturn, ...] = ()
    past: tuple[PastResult, ...] = ()
    """What other years came to."""
    firms: tuple[Firm, ...] = ()
    """台账, in the order of the data."""
    ledger_covers: tuple[str, ...] = ()
    """Measures (by id) of which the ledger is to hold every firm; of others it holds some."""
    penalties: tuple[Penalty, ...] = ()
    disclosure: Disclosure = NOTHING_PUBLIC
    publications: tuple[Publication, ...] = ()
    """公开目录, in the order of the data."""
    assessment: Assessment | None = None
    schedule: Schedule | None = None
    """进度安排 as the data states it; None without a file. `plan` is never None."""
    where: Where = NOWHERE

    @property
    def tasks(self) -> Iterator[Task]:
        """All tasks, area by area."""
        return (task for area in self.areas for task in area.tasks)

    @cached_property
    def plan(self) -> Schedule:
        """进度安排: the schedule of the data, or one with every default up to the campaign's deadline."""
        return self.schedule or default_schedule(self.year, self.deadline)

    @cached_property
    def town(self) -> dict[str, Town]:
        """Towns by id."""
        return {town.id: town for town in self.towns}

    @cached_property
    def department(self) -> dict[str, Department]:
        """Departments by id."""
        return {department.id: department for department in self.departments}

    @cached_property
    def measure(self) -> dict[str, Measure]:
        """Measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def task(self) -> dict[str, Task]:
        """Tasks by id."""
        return {task.id: task for task in self.tasks}

    @cached_property
    def document(self) -> dict[str, DocumentEntry]:
        """Document entries by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def firm(self) -> dict[str, Firm]:
        """Firms by id."""
        return {firm.id: firm for firm in self.firms}

    @cached_property
    def required_evidence(self) -> dict[str, tuple[str, ...]]:
        """Which papers each measure asks for of an accepted firm, by measure, in the order of the data."""
        kinds = {
            measure.id: [kind for each in self.evidence if each.measure == measure.id for kind in each.requires]
            for measure in self.measures
        }
        return {measure: tuple(dict.fromkeys(listed)) for measure, listed in kinds.items()}

    @cached_property
    def goal(self) -> dict[str, Decimal]:
        """Stated goals by measure."""
        return {goal.measure: goal.amount for goal in self.goals}

    @cached_property
    def _quota(self) -> dict[tuple[str, str], Amount]:
        return {(quota.town, quota.measure): quota.amount for quota in self.quotas}

    def quota(self, town: str, measure: str) -> Amount:
        """任务数 of `town` in `measure`; unknown where the data has none."""
        return self._quota.get((town, measure), Blank.UNKNOWN)

    @cached_property
    def total(self) -> dict[str, Amount]:
        """Sum of the quotas of all towns, by measure (computed, never typed)."""
        return {
            measure.id: total([self.quota(town.id, measure.id) for town in self.towns]) for measure in self.measures
        }

    @cached_property
    def leading_departments(self) -> tuple[Department, ...]:
        """Departments that lead at least one task, in the order of departments.csv."""
        leads = {lead.id for task in self.tasks for lead in task.duty.leads}
        return tuple(each for each in self.departments if each.id in leads)

    @cached_property
    def all_towns(self) -> str:
        """各镇（乡）、街道和园区, or the name that the data gives."""
        return self.towns_name or all_towns_phrase(self.towns)

    def is_all_towns(self, department: Department) -> bool:
        """Whether a record of the departments stands for all towns together (各区市场监管局)."""
        return bool(self.towns) and department.short == self.all_towns
