"""What templates see of a campaign: the model's words, each value already carrying its path.

A `Printed` is draft text: it is written as it stands. Everything that is not known prints ××.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from lowcapdocs.draft import markup
from lowcapdocs.gongwen.standard import UNKNOWN
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.paths import amount_text, text_at
from lowcapdocs.model.quantity import BOUNDS, Amount, Blank, Measure, Target
from lowcapdocs.model.task import ALONE, PLACEHOLDER, Area, Basis, Duty, Safeguard, Task


class Printed(str):
    """Draft text, values marked with their paths; templates print it unchanged.

    Not a `Markup`, whose operators would escape for HTML.
    """

    __slots__ = ()

    def __html__(self) -> str:
        return self


def printed(text: str | None, path: str) -> Printed:
    """`text` marked with its path; ×× where it is not known."""
    return Printed(markup.value(UNKNOWN if text is None else text, path))


def escaped(text: str) -> Printed:
    """Prose from data, as text."""
    return Printed(markup.escape(text))


def join(items: Iterable[str], separator: str = "、") -> Printed:
    """Printed values in one, with a separator of ours between them; 《》《》 have no 、 between."""
    listed = list(items)
    text = separator.join(listed)
    return Printed(markup.row(listed, separator) if "》" in text or "”" in text else text)


class UnitView:
    """A department or town in a template: `{{ town }}` prints its name; its other names beside."""

    def __init__(self, unit: Town | Department) -> None:
        self.id = unit.id
        if isinstance(unit, Town):
            self.kind: str = unit.kind
            self.name = printed(unit.name, f"town/{unit.id}")
            self.authority = printed(unit.authority, f"town/{unit.id}/authority")
        else:
            self.kind = "部门"
            self.name = printed(unit.short, f"department/{unit.id}")
            self.authority = printed(unit.signing_name, f"department/{unit.id}/full")

    def __html__(self) -> str:
        return self.name


class AmountView:
    """An amount in a template: `{{ quota }}` prints the number, “/” or ××.

    `assigned` tells whether there is a number at all; `with_unit` adds the unit to it.
    """

    def __init__(self, text: str | None, path: str, measure: Measure, assigned: bool) -> None:
        self.number = printed(text, path)
        self.assigned = assigned
        self.measure = measure

    @property
    def with_unit(self) -> Printed:
        """28家; “/” and ×× have no unit."""
        return Printed(f"{self.number}{markup.escape(self.measure.unit)}") if self.assigned else self.number

    def __html__(self) -> str:
        return self.number


class TaskView:
    """A task in a template, its text with every target filled in."""

    def __init__(self, view: CampaignView, area: Area, task: Task) -> None:
        self.id = task.id
        self.area = escaped(area.name)
        self.title = escaped(task.title)
        self.text = view.prose(task)
        self.here = Printed(markup.block_path(f"task/{task.id}"))
        self.leads = tuple(view.unit(lead) for lead in task.duty.leads)
        self.all_towns = task.duty.all_towns or view.is_all_towns(task.duty.leads)
        self.lead_phrase = view.lead_phrase(task.duty)
        self.duty = view.duty_phrase(task.duty)
        self.cooperating = join(view.unit(each).name for each in task.duty.cooperating)
        self.responsible = view.responsible(task.duty)
        self._named = tuple(view.unit(each) for each in task.duty.responsible)
        self.targets = join(
            (
                Printed(f"{markup.escape(target.name)}{view.target(f'task/{task.id}', target)}")
                for target in task.targets
            ),
            "；",
        )
        phrase = task.deadline.phrase if task.deadline else None
        self.deadline = printed(phrase, f"task/{task.id}/deadline")
        self.has_own_deadline = phrase is not None and not view.has_as_deadline(phrase)
        self.has_targets = bool(task.targets)

    def led_by(self, unit: UnitView) -> bool:
        """Whether `unit` leads this task."""
        return any(lead.id == unit.id for lead in self.leads)

    def carried_out_by(self, town: UnitView) -> bool:
        """Whether `town` carries this task out (落实): it is named, or all towns do."""
        return self.all_towns or any(each is town for each in self._named)


class AreaView:
    """A task area in a template."""

    def __init__(self, view: CampaignView, area: Area) -> None:
        self.id = area.id
        self.name = escaped(area.name)
        self.tasks = tuple(TaskView(view, area, task) for task in area.tasks)


class SafeguardView:
    """保障措施 in a template."""

    def __init__(self, view: CampaignView, safeguard: Safeguard) -> None:
        self.title = escaped(safeguard.title)
        self.text = view.filled(safeguard.text, {}, safeguard.basis)
        self.leads = join(view.unit(lead).name for lead in safeguard.leads)
        self.here = Printed(markup.block_path(f"safeguard/{safeguard.id}"))


class MeasureView:
    """A measure in a template, with its goal, its total and what evidence it asks for."""

    def __init__(self, campaign: Campaign, measure: Measure) -> None:
        self.id = measure.id
        self.name = escaped(measure.name)
        self.unit = escaped(measure.unit)
        self.work = escaped(measure.work or measure.name)
        self.heading = escaped(measure.heading)
        goal = campaign.goal.get(measure.id)
        self.goal = AmountView(
            None if goal is None else amount_text(goal, measure),
            f"goal/{measure.id}",
            measure,
            goal is not None,
        )
        self.total = _amount(campaign.total[measure.id], f"total/{measure.id}", measure)
        self.evidence = tuple(
            Printed(markup.escape(each.text)) for each in campaign.evidence if each.measure == measure.id
        )


def _amount(amount: Amount, path: str, measure: Measure) -> AmountView:
    """`amount`, which stands at `path`; not looked up there, since a series prints hundreds."""
    return AmountView(amount_text(amount, measure), path, measure, not isinstance(amount, Blank))


class CampaignView:
    """The campaign in a template, built once and used for every document."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign
        self._units: dict[str, UnitView] = {}
        self.name = printed(campaign.name, "campaign/name")
        self.short_name = escaped(campaign.short_name)
        self.plain_name = escaped(campaign.name)
        self.place = escaped(campaign.place)
        year = None if campaign.year is None else str(campaign.year)
        self.year = printed(year, "campaign/year")
        self.plain_year = escaped(year or UNKNOWN)
        self.deadline = printed(campaign.deadline.phrase if campaign.deadline else None, "campaign/deadline")
        self.has_deadline = campaign.deadline is not None
        self.all_towns = escaped(campaign.all_towns)
        self.towns_heading = escaped(campaign.all_towns.removeprefix("各") or "单位")
        self.total_name = escaped(campaign.total_name)
        self.industry_names = tuple(map(escaped, campaign.industries))
        self.industries = join(self.industry_names)
        self.texts = {
            name: self.filled(text, {}, campaign.basis) if text else printed(None, f"text/{name}")
            for name, text in campaign.texts
        }

    # Lists are built when a template first asks for them.

    @cached_property
    def measures(self) -> tuple[MeasureView, ...]:
        """Every measure."""
        return tuple(MeasureView(self._campaign, measure) for measure in self._campaign.measures)

    @cached_property
    def areas(self) -> tuple[AreaView, ...]:
        """Every area with its tasks."""
        return tuple(AreaView(self, area) for area in self._campaign.areas)

    @cached_property
    def tasks(self) -> tuple[TaskView, ...]:
        """Every task, area by area."""
        return tuple(task for area in self.areas for task in area.tasks)

    @cached_property
    def safeguards(self) -> tuple[SafeguardView, ...]:
        """保障措施."""
        return tuple(SafeguardView(self, each) for each in self._campaign.safeguards)

    @cached_property
    def towns(self) -> tuple[UnitView, ...]:
        """Every town, in official order."""
        return tuple(self.unit(town) for town in self._campaign.towns)

    @cached_property
    def departments(self) -> tuple[UnitView, ...]:
        """The departments that lead a task."""
        return tuple(self.unit(each) for each in self._campaign.leading_departments)

    def unit(self, unit: Town | Department) -> UnitView:
        """The view of a town or department; made once for each."""
        key = f"{type(unit).__name__}/{unit.id}"
        if key not in self._units:
            self._units[key] = UnitView(unit)
        return self._units[key]

    def quota(self, town: UnitView, measure: MeasureView) -> AmountView:
        """任务数 of `town` in `measure`."""
        amount = self._campaign.quota(town.id, measure.id)
        return _amount(amount, f"quota/{town.id}/{measure.id}", self._campaign.measure[measure.id])

    def basis(self, name: str) -> Printed:
        """A basis document by id, in 《》. Raises KeyError if there is none."""
        return printed(text_at(self._campaign, f"basis/{name}"), f"basis/{name}")

    def has_as_deadline(self, phrase: str) -> bool:
        """Whether `phrase` is the deadline of the campaign."""
        return self._campaign.deadline is not None and self._campaign.deadline.phrase == phrase

    def is_all_towns(self, leads: Iterable[Department]) -> bool:
        """Whether one of `leads` stands for all towns together (各区市场监管局)."""
        return any(map(self._campaign.is_all_towns, leads))

    # Phrases

    def target(self, owner: str, target: Target) -> Printed:
        """10家以上, 不少于10家: the number marked, its unit and bound beside it."""
        number = printed(text_at(self._campaign, f"{owner}/{target.id}"), f"{owner}/{target.id}")
        before = target.bound if target.bound in BOUNDS[3:] else ""
        after = "" if before else target.bound
        return Printed(f"{before}{number}{markup.escape(target.unit)}{after}")

    def prose(self, task: Task) -> Printed:
        """The text of `task` with its placeholders filled."""
        targets = {target.id: self.target(f"task/{task.id}", target) for target in task.targets}
        return self.filled(task.text, targets, task.basis)

    def filled(
        self, text: str, values: dict[str, Printed] | None = None, basis: Iterable[Basis] | None = None
    ) -> Printed:
        """`text` escaped, `{id}` replaced by a value or a basis document (of the campaign, if none are
        given); others stay as text.
        """
        values = values or {}
        known = {each.id: each.id for each in (self._campaign.basis if basis is None else basis)}
        parts: list[str] = []
        end = 0
        for found in PLACEHOLDER.finditer(text):
            parts.append(markup.escape(text[end : found.start()]))
            if found[1] in values:
                parts.append(values[found[1]])
            elif found[1] in known:
                parts.append(self.basis(found[1]))
            else:
                parts.append(markup.escape(found[0]))
            end = found.end()
        parts.append(markup.escape(text[end:]))
        return Printed("".join(parts))

    def lead_phrase(self, duty: Duty) -> Printed:
        """区发改局牵头; 区发改局、区经信局按职责分别牵头; 各区市场监管局负责."""
        leads = join(self.unit(lead).name for lead in duty.leads)
        verb = "" if duty.lead_manner.endswith(ALONE) else "牵头"
        return Printed(f"{leads or UNKNOWN}{markup.escape(duty.lead_manner)}{verb}")

    def duty_phrase(self, duty: Duty) -> Printed:
        """Leads, cooperating and responsible units in one phrase."""
        parts = [self.lead_phrase(duty)]
        if duty.cooperating:
            parts.append(Printed(f"{join(self.unit(each).name for each in duty.cooperating)}配合"))
        if responsible := self.responsible(duty):
            parts.append(Printed(f"{responsible}落实"))
        return join(parts, "，")

    def responsible(self, duty: Duty) -> Printed:
        """Who carries it out: 集士港镇、各镇和街道; nobody beside a lead that stands for all towns."""
        names = [self.unit(each).name for each in duty.responsible]
        if duty.all_towns and not self.is_all_towns(duty.leads):
            names.append(self.all_towns)
        return join(names)


PRINTING_VIEWS = frozenset((UnitView, AmountView))
"""What prints itself by `__html__`."""
VIEWS = frozenset((UnitView, AmountView, TaskView, AreaView, SafeguardView, MeasureView, CampaignView))
"""What templates meet of the plan."""
