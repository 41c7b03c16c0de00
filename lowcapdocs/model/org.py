"""Who takes part: departments (部门) and towns (镇、乡、街道、园区)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lowcapdocs.problems import NOWHERE, Where

TownKind = Literal["镇", "乡", "街道", "园区"]
TOWN_KINDS: tuple[TownKind, ...] = ("镇", "乡", "街道", "园区")

_AUTHORITIES: dict[TownKind, str] = {
    "镇": "人民政府",
    "乡": "人民政府",
    "街道": "办事处",
    "园区": "管委会",
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
    """镇（乡）、街道、园区. `order` is its place in official lists, from 1.

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
    """How the towns are addressed together: 各镇（乡）、街道和园区, by the kinds there are."""
    kinds = {town.kind for town in towns}
    words = []
    if "镇" in kinds:
        words.append("镇（乡）" if "乡" in kinds else "镇")
    elif "乡" in kinds:
        words.append("乡")
    words += [kind for kind in ("街道", "园区") if kind in kinds]
    if len(words) > 1:
        return "各" + "、".join(words[:-1]) + "和" + words[-1]
    return "各" + "".join(words)
