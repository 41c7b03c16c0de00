"""What happened in the year, as anybody may read it: returns, ledger, penalties, assessment."""

from __future__ import annotations

from lowcapdocs.disclose.lens import Lens
from lowcapdocs.model.assessment import Adjustment, Assessment, AssessmentItem
from lowcapdocs.model.ledger import DATE_COLUMNS, Firm
from lowcapdocs.model.penalty import Penalty
from lowcapdocs.model.progress import PastResult, Return, TaskReturn, current

_OUTCOMES = ("closed", "merged", "upgraded")
"""Columns of 其中, in the order of Return.outcomes."""


def returns(lens: Lens) -> tuple[Return, ...]:
    """报送 with their public numbers; where corrections are not public, only what counts after them."""
    if not lens.opens("progress"):
        return ()
    corrections = lens.shows("progress", "revision")
    listed = lens.campaign.returns if corrections else current(lens.campaign.returns)
    found = []
    for each in listed:
        if each.measure not in lens.measures or (each.town and each.town not in lens.towns):
            continue
        shown = Return(
            period=each.period,
            town=each.town,
            measure=each.measure,
            done=lens.seen("progress", "done", each.done, None),
            fresh=lens.seen("progress", "fresh", each.fresh, None),
            accepted=lens.seen("progress", "accepted", each.accepted, None),
            outcomes=tuple(
                lens.seen("progress", column, amount, None)
                for column, amount in zip(_OUTCOMES, each.outcomes, strict=True)
            ),
            day=lens.seen("progress", "day", each.day, None),
            revision=each.revision if corrections else 0,
            sample=each.sample,
        )
        if shown.reported == each.reported:
            found.append(shown)
    return tuple(found)


def task_returns(lens: Lens) -> tuple[TaskReturn, ...]:
    """任务进展 of tasks that are public."""
    if not lens.opens("task_progress") or not lens.opens("tasks"):
        return ()
    corrections = lens.shows("task_progress", "revision")
    counting = {(each.period, each.task): each.revision for each in lens.campaign.task_returns}
    for each in lens.campaign.task_returns:
        counting[each.period, each.task] = max(counting[each.period, each.task], each.revision)
    targets = lens.shows("tasks", "targets")
    return tuple(
        TaskReturn(
            period=each.period,
            task=each.task,
            state=lens.seen("task_progress", "state", each.state, ""),
            text=lens.seen("task_progress", "text", each.text, ""),
            amounts=lens.seen("task_progress", "amounts", each.amounts, ()) if targets else (),
            day=lens.seen("task_progress", "day", each.day, None),
            revision=each.revision if corrections else 0,
            sample=each.sample,
        )
        for each in lens.campaign.task_returns
        if corrections or counting[each.period, each.task] == each.revision
    )


def past(lens: Lens) -> tuple[PastResult, ...]:
    """往年完成情况."""
    return tuple(
        PastResult(measure=each.measure, year=each.year, quota=each.quota, accepted=each.accepted)
        for each in lens.campaign.past
        if lens.shows("campaign", "past") and each.measure in lens.measures
    )


def firms(lens: Lens) -> dict[str, Firm]:
    """The firms of the ledger that are public, by their id in the data.

    An id that is not public (it may be the credit code) gives way to the place in this list.
    """
    if not lens.opens("ledger"):
        return {}
    found: dict[str, Firm] = {}
    for each in lens.campaign.firms:
        if each.town.id not in lens.towns or not lens.record(each.disclosure):
            continue
        found[each.id] = Firm(
            id=lens.seen("ledger", "id", each.id, f"firm-{len(found) + 1}"),
            name=each.name,
            town=lens.towns[each.town.id],
            measure=lens.seen("ledger", "measure", each.measure, "") if each.measure in lens.measures else "",
            state=each.state,
            credit_code=lens.seen("ledger", "credit_code", each.credit_code, ""),
            trade=lens.seen("ledger", "trade", each.trade, ""),
            address=lens.seen("ledger", "address", each.address, ""),
            outcome=lens.seen("ledger", "outcome", each.outcome, ""),
            equipment=lens.seen("ledger", "equipment", each.equipment, ""),
            capacity=lens.seen("ledger", "capacity", each.capacity, ""),
            energy=lens.seen("ledger", "energy", each.energy, None),
            land=lens.seen("ledger", "land", each.land, None),
            dates={
                state: each.dates[state]
                for column, state in DATE_COLUMNS.items()
                if state in each.dates and lens.shows("ledger", column)
            },
            evidence={kind: paper for kind, paper in each.evidence.items() if lens.shows("ledger", kind)},
            legal_person=lens.seen("ledger", "legal_person", each.legal_person, ""),
            phone=lens.seen("ledger", "phone", each.phone, ""),
            sample=each.sample,
        )
    return found


def penalties(lens: Lens) -> tuple[Penalty, ...]:
    """The decisions that are public. What a line takes from the ledger is public only where it is there, too."""
    if not lens.opens("penalties"):
        return ()
    ledger = firms(lens)
    found: list[Penalty] = []
    for each in lens.campaign.penalties:
        authority = lens.department(each.authority)
        firm = ledger.get(each.firm)
        taken = {
            column: (getattr(firm, column) if firm else "") if column in each.from_ledger else getattr(each, column)
            for column in ("name", "credit_code")
        }
        if authority is None or not taken["name"] or not lens.record(each.disclosure):
            continue
        found.append(
            Penalty(
                id=lens.seen("penalties", "id", each.id, f"penalty-{len(found) + 1}"),
                name=taken["name"],
                kind=each.kind,
                authority=authority,
                firm=firm.id if firm and lens.shows("penalties", "firm") else "",
                credit_code=lens.seen("penalties", "credit_code", taken["credit_code"], ""),
                number=lens.seen("penalties", "number", each.number, ""),
                day=lens.seen("penalties", "day", each.day, None),
                content=lens.seen("penalties", "content", each.content, ""),
                legal_basis=lens.seen("penalties", "legal_basis", each.legal_basis, ""),
                sample=each.sample,
            )
        )
    return tuple(found)


def assessment(lens: Lens) -> Assessment | None:
    """考核办法; None where something that scores come from is withheld, so that no wrong score is worked out."""
    stated = lens.campaign.assessment
    if stated is None or not lens.opens("assessment") or not _scores_hold(lens, stated):
        return None
    return Assessment(
        name=stated.name,
        full=stated.full,
        items=tuple(
            AssessmentItem(
                id=each.id,
                name=each.name,
                rule=each.rule,
                points=each.points,
                measure=each.measure,
                off=each.off,
                unassigned=each.unassigned,
                adjustments=tuple(
                    Adjustment(town=one.town, points=one.points, reason=one.reason) for one in each.adjustments
                ),
            )
            for each in stated.items
        ),
        basis=lens.seen("assessment", "basis", stated.basis, ""),
        sample=lens.sample("assessment", stated.sample),
    )


def _scores_hold(lens: Lens, stated: Assessment) -> bool:
    """Whether the public data gives the same scores as all of it."""
    rules = {each.rule for each in stated.items}
    adjusted = any(each.adjustments for each in stated.items)
    kinds = {kind for each in lens.campaign.evidence for kind in each.requires}
    papers = kinds | {"measure", "accepted_on"}
    return (
        bool(lens.towns)
        and bool(lens.measures)
        and (not adjusted or lens.shows("assessment", "adjustments"))
        and ("完成任务" not in rules or (lens.opens("quotas") and lens.shows("progress", "accepted")))
        and ("按期报送" not in rules or lens.opens("progress"))
        and (
            "佐证齐全" not in rules
            or (
                lens.shows("campaign", "evidence")
                and all(lens.shows("ledger", column) for column in papers)
                and all(lens.record(each.disclosure) for each in lens.campaign.firms)
            )
        )
    )
