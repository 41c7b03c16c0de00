"""Of what sort a value is: where a firm's name is public, as the name of a firm, it is no secret anywhere else; but that
it was pasted into another column makes it none. Texts and amounts are of one sort wherever they stand.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from lowcapdocs.disclose.distinctive import NAMES, PERSONS, TITLES, Look

Sort = Literal["person", "firm", "address", "paper", "code", "text"]
"""paper: its title, number or file; code: credit codes, telephones, mail addresses, ids."""

_PAPERS = TITLES | NAMES - {"firm_name", "address"}
_CODES = frozenset({"credit_code", "code", "phone", "contact", "id"})


@cache
def meant(field: str) -> tuple[Sort, ...]:
    """The sorts of values that a field is meant to hold; contacts of the office (Site.contacts) may be of any."""
    if field == "contacts":
        return get_args(Sort)
    found: list[Sort] = []
    if field in PERSONS:
        found.append("person")
    if field == "firm_name":
        found.append("firm")
    if field == "address":
        found.append("address")
    if field in _PAPERS:
        found += ["paper", "code"]
    if field in _CODES:
        found.append("code")
    return tuple(found) or ("text",)


def sort_of(look: Look, field: str) -> Sort:
    """The sort of a value of `field`, or of what is distinctive in it."""
    match look.kind:
        case "person" | "code":
            return look.kind
        case "name" if field in PERSONS:
            return "person"
        case "name" if field == "address":
            return "address"
        case "name" if field in _PAPERS:
            return "paper"
        case "name":
            return "firm"
    return "text"
