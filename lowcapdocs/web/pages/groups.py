"""Towns by the one above them, so that a list of a thousand stays readable."""

from __future__ import annotations

from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.org import Town


def by_parent(campaign: Campaign) -> tuple[tuple[str, tuple[Town, ...]], ...]:
    """(name of the one above, towns under it), in official order; one group of no name where there are no levels."""
    found: dict[str, list[Town]] = {}
    parents = {town.parent for town in campaign.towns if town.parent in campaign.town}
    for town in campaign.towns:
        above = town.parent if town.parent in campaign.town else town.id if town.id in parents else ""
        found.setdefault(campaign.town[above].name if above else "", []).append(town)
    return tuple((name, tuple(listed)) for name, listed in found.items())
