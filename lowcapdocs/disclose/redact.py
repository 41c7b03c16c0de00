"""A campaign as anybody may read it: made from scratch, field by field, of what is 主动公开.

No record is copied: each is built of the fields that are named here and in the files beside it
(`lens`, `redact_schedule`, `redact_year`), so that a field that the model is given later stays out until somebody
decides on it; a test holds every field of the model against these files and WITHHELD.
"""

from __future__ import annotations

from collections.abc import Collection

from lowcapdocs.disclose import redact_schedule, redact_year
from lowcapdocs.disclose.lens import SAMPLE, Lens
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.deadline import Deadline
from lowcapdocs.model.disclosure import PUBLIC, REMARKS, TABLES, Disclosure
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.publication import Publication
from lowcapdocs.model.quantity import Goal, Quota, Target
from lowcapdocs.model.schedule import Schedule
from lowcapdocs.model.task import Area, Duty, Evidence, Safeguard, Task

WITHHELD: dict[str, frozenset[str]] = {
    "Campaign": frozenset({"stated_totals"}),  # they verify the sums of a table, nobody prints them
    "Disclosure": frozenset({"basis", "reviewer", "day", "places"}),
    "DocumentEntry": frozenset(
        {
            *("form", "mark", "urgency", "signers", "sealed", "addressees", "attachments", "annotation"),
            *("copy_to", "printer", "print_date", "disclosure_reason", "consent", "states", "retention", "places"),
        }
    ),  # what of it is printed, the published tree holds
    "Publication": frozenset({"basis", "reviewer", "reviewed_on"}),
    "Firm": frozenset({"remark", "disclosure", "places"}),
    "Penalty": frozenset({"disclosure", "from_ledger"}),
    "Return": frozenset({"remark"}),
}
"""Fields that are never published, by class; `where`, the place in our own files, is one of every class."""


def redact(campaign: Campaign, published: Collection[tuple[str, str]] = ()) -> Campaign:
    """What of `campaign` is public, with the documents in `published` (entry and key of the unit) and their lines.

    Records that cannot be without what is withheld are left out. Of a campaign whose name is not
    public nothing but its blank form is left.
    """
    lens = Lens(campaign)
    entries = {document for document, _ in published}
    return Campaign(
        id=campaign.id if lens.opens("campaign") else "",
        name=lens.seen("campaign", "name", campaign.name, ""),
        short_name=lens.seen("campaign", "short_name", campaign.short_name, "")
        or lens.seen("campaign", "name", campaign.name, ""),
        place=lens.seen("campaign", "place", campaign.place, ""),
        year=lens.year,
        issuer=lens.department(campaign.issuer) if lens.shows("campaign", "issuer") else None,
        deadline=lens.deadline("campaign", campaign.deadline),
        industries=lens.seen("campaign", "industries", campaign.industries, ()),
        basis=tuple(lens.basis.values()),
        measures=tuple(lens.measures.values()),
        goals=_goals(lens),
        departments=tuple(lens.departments.values()),
        towns=tuple(lens.towns.values()),
        areas=_areas(lens),
        safeguards=_safeguards(lens),
        evidence=_evidence(lens),
        quotas=_quotas(lens),
        documents=tuple(_entry(lens, each) for each in campaign.documents if each.id in entries),
        texts=tuple(
            (name, lens.prose(text)) for name, text in campaign.texts if lens.shows("campaign", f"texts/{name}")
        ),
        total_name=lens.seen("campaign", "total_name", campaign.total_name, "合计"),
        towns_name=lens.seen("campaign", "towns_name", campaign.towns_name, ""),
        without=lens.seen("campaign", "without", campaign.without, ()),
        returns=redact_year.returns(lens),
        task_returns=redact_year.task_returns(lens),
        past=redact_year.past(lens),
        firms=tuple(redact_year.firms(lens).values()),
        ledger_covers=tuple(
            each for each in campaign.ledger_covers if lens.shows("campaign", "ledger_covers") and each in lens.measures
        ),
        penalties=redact_year.penalties(lens),
        disclosure=_disclosure(lens),
        publications=tuple(
            publication(each) for each in campaign.publications if (each.document, each.unit) in published
        ),
        assessment=redact_year.assessment(lens),
        schedule=redact_schedule.schedule(lens),
    )


def counts(campaign: Campaign) -> dict[str, int]:
    """How many records each table holds; of those that have none, 1 if there is anything in it."""
    schedule = campaign.schedule
    return {
        "campaign": int(bool(campaign.name)),
        "departments": len(campaign.departments),
        "towns": len(campaign.towns),
        "tasks": sum(1 for _ in campaign.tasks),
        "quotas": len(campaign.quotas),
        "schedule": int(schedule is not None and schedule != Schedule()),
        "progress": len(campaign.returns),
        "task_progress": len(campaign.task_returns),
        "ledger": len(campaign.firms),
        "penalties": len(campaign.penalties),
        "assessment": int(campaign.assessment is not None),
    }


def _goals(lens: Lens) -> tuple[Goal, ...]:
    shown = lens.shows("campaign", "goals")
    return tuple(
        Goal(measure=each.measure, amount=each.amount)
        for each in lens.campaign.goals
        if shown and each.measure in lens.measures
    )


def _quotas(lens: Lens) -> tuple[Quota, ...]:
    shown = lens.opens("quotas")
    return tuple(
        Quota(town=each.town, measure=each.measure, amount=each.amount)
        for each in lens.campaign.quotas
        if shown and each.town in lens.towns and each.measure in lens.measures
    )


# What is to be done


def _areas(lens: Lens) -> tuple[Area, ...]:
    if not lens.opens("tasks"):
        return ()
    return tuple(
        Area(id=each.id, name=each.name, tasks=tuple(_task(lens, task) for task in each.tasks))
        for each in lens.campaign.areas
    )


def _task(lens: Lens, task: Task) -> Task:
    targets = tuple(
        Target(id=each.id, name=each.name, amount=each.amount, unit=each.unit, bound=each.bound)
        for each in task.targets
        if lens.shows("tasks", "targets")
    )
    basis = tuple(lens.basis[each.id] for each in task.basis if lens.shows("tasks", "basis") and each.id in lens.basis)
    text = lens.prose(task.text, *(each.id for each in targets))
    return Task(
        id=task.id,
        title=task.title,
        text=lens.seen("tasks", "text", text, ""),
        duty=_duty(lens, task.duty),
        targets=targets,
        deadline=_task_deadline(lens, task.deadline),
        basis=basis,
    )


def _task_deadline(lens: Lens, deadline: Deadline | None) -> Deadline | None:
    """A task that states none has that of the campaign, which decides for itself."""
    if deadline == lens.campaign.deadline:
        return lens.deadline("campaign", deadline) if lens.shows("tasks", "deadline") else None
    return lens.deadline("tasks", deadline)


def _duty(lens: Lens, duty: Duty) -> Duty:
    units: dict[str, Department | Town] = {**lens.departments, **lens.towns}
    responsible = tuple(units[each.id] for each in duty.responsible if each.id in units)
    return Duty(
        leads=lens.seen("tasks", "leads", lens.all_departments(duty.leads), ()),
        lead_manner=lens.seen("tasks", "lead_manner", duty.lead_manner, ""),
        cooperating=lens.seen("tasks", "cooperating", lens.all_departments(duty.cooperating), ()),
        responsible=lens.seen("tasks", "responsible", responsible, ()),
        all_towns=lens.seen("tasks", "responsible", duty.all_towns, False),
    )


def _safeguards(lens: Lens) -> tuple[Safeguard, ...]:
    shown = lens.shows("campaign", "safeguards")
    return tuple(
        Safeguard(
            id=each.id,
            title=each.title,
            text=lens.prose(each.text),
            leads=lens.all_departments(each.leads),
            basis=tuple(lens.basis[basis.id] for basis in each.basis if basis.id in lens.basis),
        )
        for each in lens.campaign.safeguards
        if shown
    )


def _evidence(lens: Lens) -> tuple[Evidence, ...]:
    """What papers are asked for; without those that the ledger does not show, since each firm would lack them."""
    shown = lens.shows("campaign", "evidence")
    return tuple(
        Evidence(
            id=each.id,
            measure=each.measure,
            text=lens.prose(each.text),
            requires=tuple(kind for kind in each.requires if lens.shows("ledger", kind)),
        )
        for each in lens.campaign.evidence
        if shown and each.measure in lens.measures
    )


# What the data says of itself


def _entry(lens: Lens, entry: DocumentEntry) -> DocumentEntry:
    """What the site may know of a published document; what it prints stands in its tree."""
    return DocumentEntry(
        id=entry.id,
        file=entry.file,
        template="",
        kind=entry.kind,
        for_each=entry.for_each,
        issuer=lens.department(entry.issuer),
        joint=lens.all_departments(entry.joint),
        letterhead=entry.letterhead,
        number=entry.number,
        date=entry.date,
        disclosure=entry.disclosure,
        status=entry.status,
        unknown=entry.unknown,
        formats=entry.formats,
        sample=entry.sample and SAMPLE,
        period=entry.period,
    )


def publication(line: Publication) -> Publication:
    """A line of the catalogue without its review."""
    return Publication(
        document=line.document,
        unit=line.unit,
        index_number=line.index_number,
        subject=line.subject,
        keywords=line.keywords,
        summary=line.summary,
        published=line.published,
        validity=line.validity,
        sample=line.sample,
    )


def _disclosure(lens: Lens) -> Disclosure:
    """Which columns are public, and no others."""
    stated = lens.campaign.disclosure
    return Disclosure(
        columns={
            table: dict.fromkeys(sorted(stated.public_columns(table) - REMARKS), PUBLIC)
            for table in TABLES
            if lens.opens(table)
        },
        sample=stated.sample and SAMPLE,
    )
