"""Every rule on the file itself, in the order of the clauses; and the habits that are only advised."""

from __future__ import annotations

from lowcapdocs.inspect import (
    rules_body,
    rules_corner,
    rules_end,
    rules_head,
    rules_imprint,
    rules_levels,
    rules_page,
    rules_signature,
    rules_special,
    rules_text,
)
from lowcapdocs.inspect.judging import Rule
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.verdict import Advice, Verdict

_MODULES = (
    rules_page,
    rules_corner,
    rules_head,
    rules_body,
    rules_levels,
    rules_end,
    rules_signature,
    rules_imprint,
    rules_special,
    rules_text,
)


def rules_for(profile: str) -> dict[str, Rule]:
    """The rule of each clause; `profile` A or B asks for that page set-up, empty accepts either."""
    found: dict[str, Rule] = {}
    for module in _MODULES:
        found |= module.RULES
    return {**found, "P3": rules_page.margins(profile), "T1": rules_page.turned_margins(profile)}


def judge(parts: Parts, profile: str = "") -> tuple[list[Verdict], list[Advice]]:
    """All verdicts and all advice on a document."""
    verdicts = [verdict for rule in rules_for(profile).values() for verdict in rule(parts)]
    return verdicts, [advice for module in _MODULES for habit in module.HABITS for advice in habit(parts)]
