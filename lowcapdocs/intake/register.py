"""The data file that a kind of record is held in: its rows by heading, found by their keys, written as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from lowcapdocs.intake.kinds import Kind
from lowcapdocs.intake.totals import Totals
from lowcapdocs.intake.values import plain_number
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.credit_code import normal
from lowcapdocs.model.period import read_period
from lowcapdocs.sources.columns import by_heading
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Mapping as Row
from lowcapdocs.sources.nodes import Node, Report, Scalar, Sequence, key
from lowcapdocs.sources.records import number

Key: TypeAlias = tuple[str, ...]
"""Names of fields, then their values."""
_BOM = "\ufeff"
_NONE = "/"
_DAY_MARKS: Mapping[int, str] = {ord(mark): "-" for mark in "年月./"} | {ord("日"): ""}


class Register:
    """The rows of a data file (`node`; None if there is none yet). Towns and measures are compared by id.

    A kind with one amount a measure may be held wide (a column for each measure) or long (a row).
    """

    def __init__(self, kind: Kind, node: Node | None, campaign: Campaign) -> None:
        self.kind, self._campaign = kind, campaign
        self._towns = Names(campaign.towns, "镇街", Report())
        self._measures = {
            key(name): measure.id
            for measure in campaign.measures
            for name in (measure.id, measure.name, measure.heading, *measure.aliases)
        }
        items = node.items if isinstance(node, Sequence) else ()
        self.rows = [
            {heading: value.text for heading, value in item.entries.items() if isinstance(value, Scalar)}
            for item in items
            if isinstance(item, Row)
        ]
        self._fresh = not self.rows
        self.headings: list[str] = list(dict.fromkeys(heading for row in self.rows for heading in row))
        fields = by_heading(kind.columns)
        self._heading = {fields[key(each)]: each for each in self.headings if key(each) in fields}
        self._of_measure = {
            self._measures[key(each)]: each
            for each in self.headings
            if kind.one_by_measure and key(each) not in fields and key(each) in self._measures
        }
        self.wide = bool(kind.one_by_measure) and "measure" not in self._heading
        self._keys = [tuple(name for name in names if not (self.wide and name == "measure")) for names in kind.keys]
        self.only_measure = campaign.measures[0].id if len(campaign.measures) == 1 else ""
        self._index: dict[Key, int] = {}
        self._town_ids: dict[str, str] = {}
        self._ids: set[str] = set()
        for place in range(len(self.rows)):
            self._note(place)

    # Values

    def canonical(self, name: str, text: str) -> str:
        """A value of the field `name` for comparison."""
        match self.kind.reads.get(name, "text"):
            case "town":
                return self._town_ids.get(text) or self._town_id(text)
            case "measure":
                return self._measures.get(key(text), key(text))
            case "period":
                try:
                    return read_period(text, self._campaign.year).id if text else ""
                except ValueError:
                    return key(text)
            case "amount":
                amount = number(text)
                return plain_number(amount) if amount is not None else key(text)
            case "code":
                return normal(text)
            case "day":
                return "-".join(part.zfill(2) for part in key(text).translate(_DAY_MARKS).split("-"))
        return key(text) if name in ("id", "name") else text

    def _town_id(self, text: str) -> str:
        towns = self._towns.find(text)
        found = self._town_ids[text] = towns[0].id if len(towns) == 1 else key(text)
        return found

    def text(self, place: int, name: str, measure: str = "") -> str:
        """What stands in a field of a row; `measure` where the field has a column for each."""
        heading = self._of_measure.get(measure) if self._by_measure(name) else self._heading.get(name)
        return self.rows[place].get(heading or "", "")

    def own(self, place: int, name: str, measure: str = "") -> str:
        """As `text`, for comparison; what a file may leave unsaid is filled in."""
        text = self.text(place, name, measure)
        if not text and name == "measure":
            text = self.only_measure
        if not text and name == "id" and self.kind.id == "ledger":
            text = self.text(place, "credit_code").lower()
        return self.canonical(name, text)

    def shown(self, name: str, text: str) -> str:
        """A value as the file writes it: measures by name."""
        names = {measure.id: measure.name for measure in self._campaign.measures} if name == "measure" else {}
        return names.get(text, text)

    def _by_measure(self, name: str) -> bool:
        return self.wide and name == self.kind.one_by_measure

    def heading(self, name: str, measure: str = "") -> str:
        """The heading of a field, which the file has from now on."""
        if self._by_measure(name):
            known = {each.id: each.heading for each in self._campaign.measures}
            found = self._of_measure.setdefault(measure, known.get(measure, measure))
        else:
            found = self._heading.setdefault(name, self.kind.columns.get(name, (name,))[0])
        if found not in self.headings:
            self.headings.append(found)
        return found

    # Rows

    def keys_of(self, values: Mapping[str, str]) -> list[Key]:
        """Under which keys a record is found, the surest first."""
        found = []
        for names in self._keys:
            key = tuple(self.canonical(name, values.get(name, "")) for name in names)
            if all(key) and key != (_NONE,):
                found.append((*names, *key))
        return found

    def find(self, keys: list[Key]) -> int | None:
        """The row of a record, the last revision of it; None if there is none."""
        return next((self._index[key] for key in keys if key in self._index), None)

    def current(self) -> set[int]:
        """The rows that are the last revision of a record."""
        return set(self._index.values())

    def add(self, row: dict[str, str], keys: list[Key]) -> int:
        """A further row, found under `keys` from now on."""
        self.rows.append(row)
        self._index |= dict.fromkeys(keys, len(self.rows) - 1)
        return len(self.rows) - 1

    def revision(self, place: int) -> int:
        """更正 of a row; 0 for the first report."""
        text = self.text(place, "revision")
        return int(text) if text.isdecimal() else 0

    def new_id(self, stem: str) -> str:
        """A 编号 that no row has: `stem`-1, …-2."""
        count = 1
        while f"{stem}-{count}" in self._ids:
            count += 1
        self._ids.add(f"{stem}-{count}")
        return f"{stem}-{count}"

    def is_total(self, place: int) -> bool:
        """Whether a row is 合计 or the like."""
        return Totals.is_total(self.text(place, self.kind.subject))

    def _note(self, place: int) -> None:
        """Index a row under each of its keys."""
        if self.is_total(place):
            return
        self._ids.add(self.text(place, "id"))
        for at in self.keys_of({name: self.own(place, name) for names in self._keys for name in names}):
            if at not in self._index or self.revision(place) >= self.revision(self._index[at]):
                self._index[at] = place

    # The file

    def sum_totals(self) -> None:
        """Put the totals below everything else; they become the sums of what stands above them."""
        if not self.kind.one_by_measure:
            return
        totals = [place for place in range(len(self.rows)) if self.is_total(place)]
        others = [place for place in range(len(self.rows)) if not self.is_total(place)]
        for total in totals:
            if "小计" in self.text(total, self.kind.subject):
                continue  # of which rows, the file does not say
            for measure in self._of_measure if self.wide else [self.own(total, "measure")]:
                if self.text(total, self.kind.one_by_measure, measure):
                    amounts = [
                        number(self.text(place, self.kind.one_by_measure, measure))
                        for place in others
                        if self.wide or self.own(place, "measure") == measure
                    ]
                    summed = sum((amount for amount in amounts if amount is not None), Decimal(0))
                    self.rows[total][self.heading(self.kind.one_by_measure, measure)] = plain_number(summed)
        self.rows = [self.rows[place] for place in (*others, *totals)]

    def csv(self, newline: str) -> bytes:
        """The file, UTF-8 with BOM as spreadsheets want it; a new one has our columns in our order."""
        headings = self.headings
        if self._fresh:
            own = [names[0] for names in self.kind.columns.values() if names[0] in headings]
            headings = [*own, *(each for each in headings if each not in own)]
        text = io.StringIO()
        writer = csv.DictWriter(text, headings, restval="", lineterminator=newline)
        writer.writeheader()
        writer.writerows(self.rows)
        return (_BOM + text.getvalue()).encode()
