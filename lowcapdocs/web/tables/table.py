"""What a table of open data is: fields, and rows of values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Generic, Literal, TypeAlias, TypeVar

from lowcapdocs.disclose.public import PublicCampaign

Value: TypeAlias = str | int | bool | Decimal | date | datetime | tuple[str, ...] | None
"""A cell: None is not known, not reported, or nothing; a tuple is a list of texts."""
Type = Literal["text", "number", "whole", "yes", "day", "moment", "texts"]
"""`day` is 2020-06-30, `moment` 2020-06-30T09:30:00, without a time zone: China has one."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its English name, which never changes, its Chinese title, its type, and what it means."""

    name: str
    title: str
    type: Type = "text"
    about: str = ""


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """A field, the column of the data that decides whether it is public (empty: the table does), and its value."""

    field: Field
    source: str
    value: Callable[[Item], Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One table of the site, whatever the campaign: `fields` are all that it can have, `key` those of every row.

    `source` is the table of the data (model.disclosure.TABLES) that must be public.
    """

    name: str
    title: str
    about: str
    source: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one campaign. `rows` are made anew each time they are asked for."""

    kind: Kind
    fields: tuple[Field, ...]
    rows: Callable[[], Iterator[tuple[Value, ...]]]


def kind_of(
    name: str, title: str, about: str, source: str, columns: Iterable[Column[Item]], key: tuple[str, ...]
) -> Kind:
    """The kind whose fields are those of `columns`."""
    fields = tuple(column.field for column in columns)
    return Kind(name=name, title=title, about=about, source=source, fields=fields, key=key)


def table_of(
    public: PublicCampaign, kind: Kind, columns: Iterable[Column[Item]], items: Callable[[], Iterable[Item]]
) -> Table | None:
    """The table of `items` with the columns that are public; None where none of it is."""
    stated = public.campaign.disclosure
    shown = [each for each in columns if not each.source or stated.is_public(kind.source, each.source)]
    if kind.source not in public.tables or not shown or not any(True for _ in items()):
        return None

    def rows() -> Iterator[tuple[Value, ...]]:
        for item in items():
            yield tuple(column.value(item) for column in shown)

    return Table(kind, tuple(column.field for column in shown), rows)


def as_mapping(table: Table) -> Iterator[Mapping[str, Value]]:
    """Each row by the names of its fields."""
    names = [field.name for field in table.fields]
    for row in table.rows():
        yield dict(zip(names, row, strict=True))
