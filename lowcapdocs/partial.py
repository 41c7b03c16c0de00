"""What can be said of a campaign of which something could not be read: as much as possible, and nothing false."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lowcapdocs.checks import assessment, data, deadlines, disclosure, entries, ledger, penalties, returns, schedule
from lowcapdocs.draft.compiled import Templates
from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.problems import Finding, PolicyError
from lowcapdocs.sources import issued
from lowcapdocs.sources.consequences import holes_of
from lowcapdocs.workspace import Workspace

_SURE = {
    *("credit-code", "number-form", "quota-blank", "quota-decimals", "quota-zero", "text-numeral"),
    *("deadline-late", "deadline-no-date", "deadline-rest-day"),
    *("template-missing", "template-syntax", "file-unreadable"),
}
"""Codes that one value by itself decides: holes elsewhere in its file change nothing."""
_DUTIES = ("departments", "tasks", "campaign")
_SHARES = ("quotas", "towns", "campaign")
_RESTS_ON: dict[str, tuple[str, ...]] = {
    "attachment-series": ("documents",),
    "calendar-unpublished": ("schedule", "tasks"),
    "consent-missing": ("departments", "campaign", "towns"),
    "data-declared": ("departments", "towns", "tasks", "quotas"),
    "data-missing": ("departments", "towns", "tasks", "quotas"),
    "deadline-late": ("campaign",),
    "deadline-rest-day": ("schedule",),
    "figure-unbound": _DUTIES,
    "firm-count": _SHARES,
    "firm-evidence": ("campaign",),
    "firm-no-quota": _SHARES,
    "goal-total": _SHARES,
    "issued-incomplete": ("documents",),
    "issuer-missing": ("departments", "campaign"),
    "lead-manner": _DUTIES,
    "no-documents": ("documents",),
    "penalty-code": ("ledger",),
    "period-unreported": ("progress", "campaign"),
    "placeholder-unknown": _DUTIES,
    "quota-decimals": ("campaign",),
    "quota-missing": _SHARES,
    "quota-total": _SHARES,
    "return-decimals": ("campaign",),
    "return-ledger": ("ledger", "progress", *_SHARES),
    "return-no-quota": _SHARES,
    "return-over": _SHARES,
    "return-sum": _SHARES,
    "return-total": _SHARES,
    "series-empty": ("departments", "towns", "tasks", "schedule", "ledger"),
    "target-unused": _DUTIES,
    "task-no-lead": _DUTIES,
    "task-short": ("tasks",),
}
"""What else must be whole for a finding to be true, beside the file that it lies in."""
_DATED = {"deadline-no-date", "deadline-late", "deadline-rest-day"}
_STEMS = {
    *("campaign", "departments", "towns", "tasks", "quotas", "documents", "progress", "task_progress", "ledger"),
    *("penalties", "disclosure", "assessment", "schedule", "publications"),
}


def findings(space: Workspace, campaign: Campaign, faults: Iterable[Finding]) -> list[Finding]:
    """What can still be said of `campaign` beside `faults`, the findings of reading it; nothing that they bring on."""
    errors = [each for each in faults if each.level == "error"]
    holes = holes_of(errors, _STEMS)
    places = {each.where for each in errors}
    undated = campaign.year is None and "campaign" in holes
    return [
        each
        for each in _all(space, campaign)
        if each.where not in places and not holes & _needs(each) and not (undated and each.code in _DATED)
    ]


def _needs(finding: Finding) -> set[str]:
    """The tables (towns, quotas …) that must be whole for `finding` to be true."""
    own = set() if finding.code in _SURE else {PurePosixPath(finding.where.file).stem}
    return own.union(_RESTS_ON.get(finding.code, ()))


def _all(space: Workspace, campaign: Campaign) -> Iterator[Finding]:
    """Every rule that needs no draft, and the templates as far as they can be read without filling them."""
    try:
        texts = issued.read_all(space.data / campaign.id)
    except PolicyError as problem:
        yield from problem.findings
        texts = {}
    for room in (data, deadlines, schedule, ledger, penalties, disclosure, assessment):
        yield from room.check(campaign)
    yield from returns.check(Figures(campaign))
    yield from entries.check(campaign, frozenset(document for document, _ in texts))
    yield from Templates([space.templates]).findings(campaign.documents)
