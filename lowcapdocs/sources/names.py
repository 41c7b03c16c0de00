"""Which department or town a name means: exact, alias, or a unique short form; else a suggestion."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Generic, Literal, Protocol, TypeVar

from lowcapdocs.problems import Where, error
from lowcapdocs.sources.nodes import Report, Scalar, key


class Named(Protocol):
    """A record with an id, and every name that data may use for it."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """Its id, then every other name."""
        ...


Unit = TypeVar("Unit", bound=Named)

_ENDINGS = ("工业园区", "街道", "园区", "镇", "乡")
_OFFICES = re.compile(r"(人民政府|镇政府|乡政府|政府|街道办事处|街道办|办事处|管理委员会|管委会)$")
_OFFICE_OF = {"镇政府": "镇", "乡政府": "乡", "街道办事处": "街道", "街道办": "街道"}
_PLACE = re.compile(r"^(?:.{1,6}?[省市区县])+(?=.{2})")
How = Literal["", "alias", "office", "short", "prefix"]
"""By which step a name was found; empty for the unit's own name or id."""


def _core(name: str) -> str:
    """石碶街道 → 石碶."""
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    return name


class Names(Generic[Unit]):
    """Look-up of `units` by any of their names; `word` is what messages call one (镇街, 部门)."""

    def __init__(self, units: Iterable[Unit], word: str, report: Report) -> None:
        self._word = word
        self._report = report
        self._exact: dict[str, list[Unit]] = {}
        self._short: dict[str, list[Unit]] = {}
        self._printed: dict[str, str] = {}
        for unit in units:
            for name in dict.fromkeys(map(key, unit.names)):
                self._exact.setdefault(name, []).append(unit)
                self._short.setdefault(_core(name), []).append(unit)
            for name in unit.names[1:]:
                self._printed[key(name)] = unit.names[1]

    def find(self, text: str) -> list[Unit]:
        """Every unit that `text` may mean: one if it is clear."""
        wanted = key(text)
        found = self._exact.get(wanted) or self._short.get(wanted, [])
        return self._units(found)

    def match(self, text: str) -> tuple[list[Unit], How]:
        """As `find`, for sheets that others wrote: also 集士港镇政府, 海曙区集士港镇 and a clear beginning.

        Says how it was found, so that whatever is not exact can be told.
        """
        wanted = key(text)
        if found := self._exact.get(wanted):
            own = all(text in unit.names[:2] for unit in found)
            return self._units(found), "" if own else "alias"
        for candidate, how in self._ladder(wanted):
            if candidate in self._exact:
                return self._units(self._exact[candidate]), how
        for candidate, _ in (("", ""), *self._ladder(wanted)):
            if found := self._short.get(candidate or wanted):
                return self._units(found), "short"
        begun = [
            unit for name, units in self._exact.items() if len(wanted) > 1 and name.startswith(wanted) for unit in units
        ]
        return self._units(begun), "prefix"

    def _ladder(self, wanted: str) -> Iterable[tuple[str, How]]:
        """`wanted` without the word for its office, without the place it lies in, without both."""
        bare = _OFFICES.sub(lambda found: _OFFICE_OF.get(found[0], ""), wanted)
        place = _PLACE.match(wanted)
        if bare != wanted:
            yield bare, "office"
        if place:
            yield wanted[place.end() :], "office"
            yield bare[place.end() :], "office"

    @staticmethod
    def _units(found: Iterable[Unit]) -> list[Unit]:
        return list({unit.id: unit for unit in found}.values())

    def near(self, text: str) -> str:
        """The one or two names that are written most like `text`, for a suggestion; empty if none is."""
        near = difflib.get_close_matches(key(text), self._printed, n=2, cutoff=0.5)
        return "、".join(dict.fromkeys(self._printed[name] for name in near))

    def resolve(self, value: Scalar) -> Unit | None:
        """The unit that `value` names; None, with a finding, if none or several."""
        return self.resolve_text(value.text, value.where)

    def resolve_text(self, text: str, where: Where) -> Unit | None:
        """As `resolve`, for a text and its place."""
        found = self.find(text)
        if len(found) == 1:
            return found[0]
        if not self._exact:
            self._report_none(where)
            return None
        if found:
            listed = "、".join(unit.names[1] for unit in found)
            self._report.append(error("name-ambiguous", where, f"“{text}”可能是{listed}。", "请写全称。"))
            return None
        guess = self.near(text)
        remedy = f"是不是：{guess}？" if guess else f"请先在{self._word}表里登记。"
        self._report.append(error("name-unknown", where, f"认不出{self._word}“{text}”。", remedy))
        return None

    def _report_none(self, where: Where) -> None:
        """A table that is missing or unreadable is told once a file, not for every name in it."""
        message = f"这里用到了{self._word}，但一个{self._word}也没有读到。"
        finding = error("name-unknown", Where(where.file, where.sheet), message, f"请先检查{self._word}表。")
        if finding not in self._report:
            self._report.append(finding)

    def resolve_all(self, values: Iterable[Scalar]) -> tuple[Unit, ...]:
        """The units that `values` name, in order."""
        return tuple(unit for value in values if (unit := self.resolve(value)) is not None)
