"""公开属性 of columns: which columns of a table may leave the office. What is not said is not public."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lowcapdocs.model.document import DISCLOSURES
from lowcapdocs.problems import NOWHERE, Where

PUBLIC, ON_REQUEST, INTERNAL = DISCLOSURES
PERSONAL = frozenset({"legal_person", "phone"})
"""Columns of the ledger that tell of a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """公开属性 by table (`ledger`, `penalties`) and column (a field of its record, or a kind of evidence).

    `basis` is what the decision rests on, `reviewer` who made it on `day`; `sample` says what of it
    is invented. Without data nothing is public.
    """

    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    basis: str = ""
    reviewer: str = ""
    day: date | None = None
    sample: str = ""
    where: Where = NOWHERE
    places: Mapping[tuple[str, str], Where] = field(default_factory=dict, compare=False)
    """Where the attribute of a table's column stands."""

    def attribute(self, table: str, column: str) -> str:
        """公开属性 of `column`: 不予公开 where the data does not say."""
        return self.columns.get(table, {}).get(column, INTERNAL)

    def public_columns(self, table: str) -> frozenset[str]:
        """The columns of `table` that anybody may read (主动公开); none for a table that the data does not have."""
        stated = self.columns.get(table, {})
        return frozenset(column for column, attribute in stated.items() if attribute == PUBLIC)


NOTHING_PUBLIC = Disclosure()
