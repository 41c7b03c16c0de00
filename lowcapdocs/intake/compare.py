"""What a sheet would change in the data: records that are new, values that change, records it does not have.

A blank in the sheet changes nothing, and what the sheet does not have stays in the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lowcapdocs.intake.register import Key, Register
from lowcapdocs.intake.rows import Entry
from lowcapdocs.problems import NOWHERE, Finding, Where, error


@dataclass(frozen=True, slots=True)
class Change:
    """What would change in a record (`record` is what it is called), and the cell that says so.

    new: a record with `values` by column, besides those it is called by; changed: one value, in `column` from `old` to `new`;
    a correction has no more than the sheet says: what it leaves blank is changed to nothing (`new` is empty);
    missing: a record that the sheet does not have.
    """

    kind: Literal["new", "changed", "missing"]
    record: str
    column: str = ""
    old: str = ""
    new: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    where: Where = NOWHERE


@dataclass(slots=True)
class Difference:
    """What a sheet would change. `same` counts the records that it says nothing new about."""

    changes: list[Change] = field(default_factory=list)
    same: int = 0
    findings: list[Finding] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """How many records are new, changed or missing."""
        return len({change.record for change in self.changes if change.kind == kind})

    @property
    def writes(self) -> bool:
        """Whether there is anything to write."""
        return any(change.kind != "missing" for change in self.changes)


def put(register: Register, entries: Iterable[Entry]) -> Difference:
    """Put `entries` into `register`; what that changes."""
    found = Difference()
    listed = list(entries)
    met: dict[int, bool] = {}  # rows that the sheet speaks of, and whether it says anything new
    added: dict[int, dict[str, str]] = {}  # rows that are new, and what their changes tell
    for entry in listed:
        keys = register.keys_of(entry.values)
        place = register.find(keys)
        if place is None:
            place, said = _add(register, entry, keys, found)
            if place is not None:
                added[place] = said
                met[place] = True
            continue
        changes = _changes(register, place, entry)
        new = {each.column: each.new for each in changes}
        met[place] = met.get(place, False) or bool(changes)
        if place in added:  # another measure of a record that is new itself
            register.rows[place].update(new)
            added[place].update(new)
            continue
        found.changes += changes
        if changes and register.kind.history:
            row, left = _corrected(register, place, entry)
            found.changes += left
            met[register.add(row, keys)] = True
        else:
            register.rows[place].update(new)
    found.same = sum(not changed for changed in met.values())
    _tell_missing(register, listed, set(met), found)
    register.sum_totals()
    return found


def _name(register: Register, values: Mapping[str, str]) -> str:
    names = [each for each in register.kind.naming if not (each == "measure" and register.wide)]
    return " ".join(register.shown(each, text) for each in names if (text := values.get(each)))


def _changes(register: Register, place: int, entry: Entry) -> list[Change]:
    """What an entry says otherwise than its row."""
    measure = entry.values.get("measure", "") or register.only_measure
    found = []
    for name, text in entry.values.items():
        if not text or (name == "measure" and register.wide):
            continue
        if register.canonical(name, text) != register.own(place, name, measure):
            column = register.heading(name, measure)
            old, new = register.text(place, name, measure), register.shown(name, text)
            called = _name(register, entry.values)
            found.append(Change("changed", called, column, old, new, where=entry.where(name)))
    return found


def _corrected(register: Register, place: int, entry: Entry) -> tuple[dict[str, str], list[Change]]:
    """The row that corrects a row: what identifies it, what the sheet says and nothing more; and the amounts left blank."""
    kind, old = register.kind, register.rows[place]
    named = {register.heading(name) for name in kind.naming}
    row = {heading: text for heading, text in old.items() if heading in named}
    for name, text in entry.values.items():
        if text and name not in kind.naming:
            row[register.heading(name)] = register.shown(name, text)
    called = _name(register, entry.values)
    left = [
        Change("changed", called, heading, text, "", where=entry.where())
        for name in kind.columns
        if name in kind.measured
        and (text := register.text(place, name))
        and not row.get(heading := register.heading(name))
    ]
    row[register.heading("revision")] = str(register.revision(place) + 1)
    return row, left


def _add(register: Register, entry: Entry, keys: list[Key], found: Difference) -> tuple[int | None, dict[str, str]]:
    """A new row for an entry and what is told of it; None if the entry says nothing.

    So too, with a finding, if it lacks what a record must have.
    """
    kind = register.kind
    values = {**kind.defaults, **{name: text for name, text in entry.values.items() if text}}
    if register.only_measure and "measure" in kind.required:
        values.setdefault("measure", register.only_measure)
    if kind.measured and not any(values.get(name) for name in kind.measured):
        return None, {}  # nothing but blanks
    missing = [name for name in kind.required if not values.get(name)]
    if missing:
        headings = "、".join(kind.columns[name][0] for name in missing)
        message = f"新的一条没有“{headings}”。"
        found.findings.append(error("value-missing", entry.where(), message, "请补上。"))
        return None, {}
    _identify(register, values)
    measure = values.get("measure", "")
    row = {
        register.heading(name, measure): register.shown(name, text)
        for name, text in values.items()
        if not (name == "measure" and register.wide)
    }
    named = {register.heading(name) for name in kind.naming if not (name == "measure" and register.wide)}
    said = {column: text for column, text in row.items() if column not in named}
    found.changes.append(Change("new", _name(register, values), values=said, where=entry.where()))
    return register.add(row, keys), said


def _identify(register: Register, values: dict[str, str]) -> None:
    """Give a new record a 编号, where its kind has one; firms with a credit code are known by that."""
    if "id" not in register.kind.columns or values.get("id") or values.get("credit_code", "/") != "/":
        return
    town = values.get("town")
    values["id"] = register.new_id(register.canonical("town", town) if town else register.kind.id.rstrip("s"))


def _tell_missing(register: Register, entries: list[Entry], met: set[int], found: Difference) -> None:
    scope = register.kind.scope
    spoken = {tuple(register.canonical(name, entry.values.get(name, "")) for name in scope) for entry in entries}
    for place in sorted(register.current() - met):
        if tuple(register.own(place, name) for name in scope) in spoken:
            values = {name: register.text(place, name) for name in register.kind.naming}
            found.changes.append(Change("missing", _name(register, values)))
