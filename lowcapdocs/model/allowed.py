"""放行: what the leak scan may let pass, each with its reason; part of the data, so that it is reviewed with it."""

from __future__ import annotations

from dataclasses import dataclass

from lowcapdocs.problems import NOWHERE, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """One line of allowed.yaml: `text` may stand `at` an address of the site, or pattern (`*` and `?`) of addresses.

    `text` is what was found, or a longer text that it is part of (a title for a draft word in it).
    """

    text: str
    at: str
    reason: str
    where: Where = NOWHERE
