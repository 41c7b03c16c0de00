"""公开: what may be public of a campaign, and the list of it that a clerk reviews and signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from lowcapdocs.disclose.decide import Catalogue, Decision
from lowcapdocs.disclose.public import PublicCampaign, PublicDocument
from lowcapdocs.disclose.redact import filled, publication, redact
from lowcapdocs.disclose.sample import invented
from lowcapdocs.draft.targets import Target, file_stem, unit_name
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.job import Job
from lowcapdocs.model.document import DocumentEntry


@dataclass(frozen=True, slots=True)
class Decided:
    """One document of a campaign and the decision on it."""

    entry: DocumentEntry
    target: Target
    decision: Decision


def decisions(job: Job) -> Iterator[Decided]:
    """Every document that the campaign stands for, in the order of documents.yaml, each with its decision."""
    catalogue = Catalogue(job.campaign)
    for entry, target in job.plan():
        issued = job.issued_text(entry, target) is not None
        yield Decided(entry, target, catalogue.decide(entry, target.key, issued=issued))


def public_campaign(job: Job) -> PublicCampaign | None:
    """All that may be public of a campaign; None where its name is not 主动公开."""
    if not job.campaign.disclosure.is_open("campaign"):
        return None
    going = [each for each in decisions(job) if each.decision.goes_out]
    redacted = redact(job.campaign, {(each.entry.id, each.target.key) for each in going})
    documents = []
    for each in going:
        if each.decision.publication is None:
            continue
        documents.append(
            PublicDocument(
                entry=redacted.document[each.entry.id],
                key=each.target.key,
                unit_name=unit_name(each.target.unit) if each.target.unit else "",
                file=file_stem(each.entry, each.target),
                publication=publication(each.decision.publication),
                make=partial(_tree, job, each.entry, each.target),
            )
        )
    return PublicCampaign(
        campaign=redacted,
        documents=tuple(documents),
        tables=filled(redacted),
        sample=invented(redacted),
    )


def _tree(job: Job, entry: DocumentEntry, target: Target) -> Gongwen:
    return job.document(entry, target).tree
