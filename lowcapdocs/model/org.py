"""Who takes part: departments (部门) and towns (镇、乡、街道、园区; of a city its 县、市、区)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lowcapdocs.problems import NOWHERE, Where

TownKind = Literal["镇", "乡", "街道", "园区", "县", "市", "区"]
TOWN_KINDS: tuple[TownKind, ...] = ("镇", "乡", "街道", "园区", "县", "市", "区")

_AUTHORITIES: dict[TownKind, str] = {
    "镇": "人民政府",
    "乡": "人民政府",
    "街道": "办事处",
    "园区": "管委会",
    "县": "人民政府",
    "市": "人民政府",
    "区": "人民政府",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """部门. `short` is printed inside a document, `full` (may be empty) where an issuer signs."""

    id: str
    short: str
    full: str = ""
    aliases: tuple[str, ...] = ()
    where: Where = NOWHERE

    @property
    def signing_name(self) -> str:
        """全称, or the standard short name where the full one is not known."""
        return self.full or self.short

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that data may use for it, the id among them."""
        return tuple(name for name in (self.id, self.short, self.full, *self.aliases) if name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """镇（乡）、街道、园区, or 县（市、区）: whatever the campaign is divided among.

    `order` is its place in official lists, from 1. `authority_name` is whom letters go to where
    that is not its government (a bureau of the district that answers to one of the city).

    `code` is the statistical code (统计用区划代码) as text, empty where there is none (parks);
    `parent` the id of the town record above it, empty at the top.
    """

    id: str
    name: str
    kind: TownKind
    order: int
    aliases: tuple[str, ...] = ()
    code: str = ""
    parent: str = ""
    authority_name: str = ""
    where: Where = NOWHERE

    @property
    def authority(self) -> str:
        """The body that letters are addressed to: 集士港镇人民政府, 石碶街道办事处."""
        return self.authority_name or self.name + _AUTHORITIES[self.kind]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that data may use for it, the id among them."""
        return (self.id, self.name, self.authority, *self.aliases)


def all_towns_phrase(towns: tuple[Town, ...]) -> str:
    """How the towns are addressed together: 各镇（乡）、街道和园区, 各县（市、区）, by the kinds there are."""
    kinds = {town.kind for town in towns}
    words = [*_with_brackets(kinds, ("县", "市", "区")), *_with_brackets(kinds, ("镇", "乡"))]
    words += [kind for kind in ("街道", "园区") if kind in kinds]
    if len(words) > 1:
        return "各" + "、".join(words[:-1]) + "和" + words[-1]
    return "各" + "".join(words)


def _with_brackets(kinds: set[TownKind], alike: tuple[TownKind, ...]) -> list[str]:
    """Kinds of one rank as one word, the first outside of the brackets: 镇（乡）, 县（市、区）."""
    found = [kind for kind in alike if kind in kinds]
    if len(found) < 2:
        return list(found)
    return [f"{found[0]}（{'、'.join(found[1:])}）"]
