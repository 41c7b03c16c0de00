"""Headings → fields: the longest known heading that a label holds decides; measures are known by name.

What is not known is listed with the measure or heading that it is most like, never dropped in silence.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from lowcapdocs.intake.kinds import Kind
from lowcapdocs.intake.values import same_unit
from lowcapdocs.model.quantity import Measure
from lowcapdocs.problems import Where, error, warning
from lowcapdocs.sources.nodes import Report, key

SERIAL = "serial"
"""The field of the running number of rows, which is no data."""
_SERIAL_WORDS = ("序号", "序", "no", "no.", "行号")
_FILLER = re.compile(r"(\d{4}年度?|全年|本年度?|年度|数量?|家数|个数|企业数|情况|其中|涉及|合计)+")
_LEAST_OF_MEASURE = 4
"""Characters of a measure's name that a shorter heading must at least have to mean it."""


def plain(text: str) -> str:
    """A label for comparison: normalised, without punctuation and marks."""
    return "".join(each for each in key(text) if unicodedata.category(each)[0] not in "PSZ")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a label means: a field, and a measure (an id) if it names one. `sure`: it says just that."""

    field: str
    measure: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read: its place (from 0), its label, what it means, and the unit in its heading."""

    place: int
    label: str
    meaning: Meaning
    unit: str = ""


class Vocabulary:
    """Every heading that one kind of sheet may have in one campaign."""

    def __init__(self, kind: Kind, measures: Iterable[Measure], papers: Iterable[str] = ()) -> None:
        self.kind = kind
        self.measures = tuple(measures)
        self.fields: dict[str, str] = {plain(word): SERIAL for word in _SERIAL_WORDS}
        for field, words in [*kind.columns.items(), *kind.headings.items(), *((paper, (paper,)) for paper in papers)]:
            self.fields |= {plain(word): field for word in words if plain(word)}
        self.measure_words: dict[str, str] = {}
        for measure in self.measures:
            for word in (measure.id, measure.name, measure.heading, measure.work, *measure.aliases):
                self.measure_words.setdefault(plain(word), measure.id)
        self.measure_words.pop("", None)
        self._known: dict[tuple[str, ...], Meaning | None] = {}

    def meaning(self, parts: tuple[str, ...]) -> Meaning | None:
        """What a label means whose `parts` stand above each other; None if nothing known."""
        if parts not in self._known:
            self._known[parts] = self._meaning(parts)
        return self._known[parts]

    def _meaning(self, parts: tuple[str, ...]) -> Meaning | None:
        whole = plain("".join(parts))
        for candidate in (whole, plain(parts[-1]) if parts else ""):
            if candidate and candidate in self.fields:
                field = self.fields[candidate]
                measure = self.measure_in(whole) if field in self.kind.measured else ""
                return Meaning(field, measure)
        if self.kind.measured and (measure := self.measure_in(whole)):
            return self._of_measure(whole, measure)
        field = (self._field_in(plain(parts[-1])) if parts else "") or self._field_in(whole)
        return Meaning(field, sure=False) if field else None

    def _of_measure(self, whole: str, measure: str) -> Meaning | None:
        """A label that names a measure: what is left of it says which field; nothing left, the usual one."""
        word = max((word for word in self.measure_words if word in whole), key=len, default="")
        rest = whole.replace(word, "", 1) if word else ""
        field = self.fields.get(rest) or self.fields.get(_FILLER.sub("", rest))
        if field in self.kind.measured:
            return Meaning(field, measure, sure=bool(word))
        if not rest or _FILLER.fullmatch(rest):
            return Meaning(self.kind.one_by_measure, measure, sure=bool(word)) if self.kind.one_by_measure else None
        return None

    def measure_in(self, whole: str, least: int = _LEAST_OF_MEASURE) -> str:
        """The measure (its id) whose longest name a plain text holds, or that alone begins with it; else empty.

        A beginning counts from `least` characters on.
        """
        held = [word for word in self.measure_words if word in whole]
        if held:
            longest = max(map(len, held))
            found = {self.measure_words[word] for word in held if len(word) == longest}
        elif len(whole) >= least:
            found = {measure for word, measure in self.measure_words.items() if word.startswith(whole)}
        else:
            return ""
        return found.pop() if len(found) == 1 else ""

    def _field_in(self, whole: str) -> str:
        held = [word for word in self.fields if len(word) > 1 and word in whole]
        longest = max(map(len, held), default=0)
        found = {self.fields[word] for word in held if len(word) == longest} - {SERIAL}
        return found.pop() if len(found) == 1 else ""

    def near(self, label: str) -> str:
        """The heading or measure that is written most like `label`; empty if none is."""
        if any(word in plain(label) for word in self.measure_words):
            return ""
        names = {plain(words[0]): words[0] for words in self.kind.columns.values()}
        near = difflib.get_close_matches(plain(label)[:60], names, n=1, cutoff=0.6)
        return names[near[0]] if near else ""

    def near_measure(self, label: str) -> Measure | None:
        """The one measure that shares most characters on end with `label`; None if too few, or if it means one."""
        text = plain(label)[:60]
        if not self.kind.measured or self.measure_in(text):
            return None
        shared: dict[str, int] = {}
        for word, measure in self.measure_words.items():
            same = difflib.SequenceMatcher(None, text, word, autojunk=False).find_longest_match().size
            shared[measure] = max(shared.get(measure, 0), same)
        longest = max(shared.values(), default=0)
        like = [each for each in self.measures if shared[each.id] == longest]
        enough = longest >= _LEAST_OF_MEASURE or (longest == _LEAST_OF_MEASURE - 1 and longest * 2 > len(text))
        return like[0] if enough and len(like) == 1 else None


def assign(
    labels: dict[int, tuple[str, ...]], units: dict[int, str], vocabulary: Vocabulary, where: Where, report: Report
) -> tuple[list[Column], list[tuple[int, str]]]:
    """The columns that mean something, one for each field and measure, and those that do not, with their labels.

    Reports headings that mean the same, and what stands in another unit than its measure.
    """
    read: dict[tuple[str, str], list[Column]] = {}
    unknown: list[tuple[int, str]] = []
    for place, parts in labels.items():
        meaning = vocabulary.meaning(parts)
        label = "/".join(parts)
        if meaning is None or (meaning.field in vocabulary.kind.measured and not _settled(meaning, labels, vocabulary)):
            unknown.append((place, label))
        else:
            column = Column(place, label, meaning, units.get(place, ""))
            read.setdefault((meaning.field, meaning.measure), []).append(column)
    chosen = []
    for columns in read.values():
        sure = [column for column in columns if column.meaning.sure] or columns
        if len(sure) > 1 and sure[0].meaning.field != SERIAL:
            listed = "、".join(f"“{column.label}”" for column in sure)
            message = f"{listed}几列含义相同，不知用哪一列。"
            report.append(error("column-same", where, message, "请把不用的列改名或删去。"))
        elif len(columns) > 1 and sure[0].meaning.field != SERIAL:
            others = [column for column in columns if column is not sure[0]]
            listed = "、".join(f"“{column.label}”" for column in others)
            message = f"用“{sure[0].label}”一列，没有用含义相近的{listed}。"
            report.append(warning("column-near", where, message, "用错的请改列名。"))
            unknown += [(column.place, column.label) for column in others]
        if not sure[0].meaning.sure:
            message = f"“{sure[0].label}”一列当作“{_named(sure[0].meaning, vocabulary)}”。"
            report.append(warning("column-near", where, message, "不是的请改列名。"))
        chosen.append(sure[0])
        _check_unit(sure[0], vocabulary, where, report)
    return sorted(chosen, key=lambda column: column.place), sorted(unknown)


def _settled(meaning: Meaning, labels: dict[int, tuple[str, ...]], vocabulary: Vocabulary) -> bool:
    """Whether it is clear whose amounts these are: the heading names a measure, a column does, or there is only one."""
    if meaning.measure or len(vocabulary.measures) == 1:
        return True
    return any((each := vocabulary.meaning(parts)) and each.field == "measure" for parts in labels.values())


def _named(meaning: Meaning, vocabulary: Vocabulary) -> str:
    names = {measure.id: measure.name for measure in vocabulary.measures}
    heading = vocabulary.kind.columns.get(meaning.field, (meaning.field,))[0]
    return "".join(filter(None, (names.get(meaning.measure, ""), heading)))


def _check_unit(column: Column, vocabulary: Vocabulary, where: Where, report: Report) -> None:
    units = {measure.id: measure.unit for measure in vocabulary.measures}
    wanted = units.get(column.meaning.measure, "") or vocabulary.kind.units.get(column.meaning.field, "")
    if not same_unit(column.unit, wanted):
        message = f"“{column.label}”的单位是{column.unit}，应为{wanted}。"
        report.append(error("cell-unit", where, message, "请换算后改表头；指标的单位在 campaign.yaml 里。"))
