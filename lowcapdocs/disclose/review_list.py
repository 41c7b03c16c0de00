"""The review list (公开审查清单) of a campaign as a value: what goes out, what stays, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from lowcapdocs.disclose.decide import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """One table: `open` are the headings of its public columns, `closed` the others with their attribute
    (empty where the data says nothing of them). `shown` of its `count` records are published.
    """

    table: str
    name: str
    open: tuple[str, ...]
    closed: tuple[tuple[str, str], ...]
    count: int
    shown: int

    @property
    def why(self) -> str:
        """Why nothing, or not all of the records, goes out; empty where everything does."""
        if self.shown == self.count:
            return ""
        if not self.open:
            return "没有一列主动公开" if any(attribute for _, attribute in self.closed) else "没有写公开属性"
        if not self.shown:
            return "没有审查，或者离不了的列、活动的名称、所属的镇街等没有公开"
        return "有的记录另定不公开，或者所属的镇街、指标等没有公开"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One document and its decision. `made` is 成文日期, `due` the day by which it is to be public (条例 art. 26),
    `published` when it was; None where that is not known.
    """

    entry: str
    key: str
    file: str
    decision: Decision
    issued: bool
    made: date | None = None
    due: date | None = None
    published: datetime | None = None

    @property
    def published_text(self) -> str:
        """YYYY-MM-DD HH:MM; the day alone where that is all the data gives; empty where nothing is known."""
        moment = self.published
        if moment is None:
            return ""
        return moment.isoformat(" ", "minutes") if moment.time() != time() else moment.date().isoformat()

    @property
    def timing(self) -> str:
        """How it stands with the 20 working days."""
        if not self.decision.goes_out or self.made is None or self.due is None:
            return ""
        if self.published is None:
            return f"最迟{self.due.isoformat()}公开"
        return "按期" if self.published.date() <= self.due else f"超期，最迟{self.due.isoformat()}公开"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeakLine:
    """A public document prints what is withheld: `column` as it is called, the first value, and how many."""

    file: str
    column: str
    text: str
    line: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewList:
    """What a clerk signs. `public` is whether the campaign goes out at all."""

    campaign: str
    name: str
    public: bool
    basis: str
    reviewer: str
    day: date | None
    sample: str
    tables: tuple[TableLine, ...]
    documents: tuple[DocumentLine, ...]
    leaks: tuple[LeakLine, ...]

    @property
    def out(self) -> tuple[DocumentLine, ...]:
        """Documents that go out."""
        return tuple(each for each in self.documents if each.decision.goes_out)

    @property
    def kept(self) -> dict[tuple[str, str], tuple[DocumentLine, ...]]:
        """Documents that stay, by entry and reason."""
        found: dict[tuple[str, str], list[DocumentLine]] = {}
        for each in self.documents:
            if not each.decision.goes_out:
                found.setdefault((each.entry, each.decision.why), []).append(each)
        return {key: tuple(listed) for key, listed in found.items()}

    def as_dict(self) -> dict[str, Any]:
        """The list as plain JSON values; days are YYYY-MM-DD."""
        return {
            "campaign": self.campaign,
            "name": self.name,
            "public": self.public,
            "basis": self.basis,
            "reviewer": self.reviewer,
            "reviewed_on": _day(self.day),
            "sample": self.sample,
            "tables": [
                {
                    "table": each.table,
                    "name": each.name,
                    "public": list(each.open),
                    "withheld": dict(each.closed),
                    "records": each.count,
                    "published_records": each.shown,
                    "why": each.why,
                }
                for each in self.tables
            ],
            "documents": [
                {
                    "document": each.entry,
                    "unit": each.key,
                    "file": each.file,
                    "goes_out": each.decision.goes_out,
                    "why": each.decision.why,
                    "issued": each.issued,
                    "made": _day(each.made),
                    "due": _day(each.due),
                    "published": each.published_text or None,
                    "timing": each.timing,
                }
                for each in self.documents
            ],
            "leaks": [
                {"file": each.file, "column": each.column, "text": each.text, "line": each.line, "count": each.count}
                for each in self.leaks
            ],
        }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def leak_lines(file: str, printed: Iterable[tuple[str, str, int]]) -> list[LeakLine]:
    """`printed` (column as it is called, value, line) of one document, each column once."""
    listed = list(printed)
    counts = Counter(column for column, _, _ in listed)
    first = {column: (text, line) for column, text, line in reversed(listed)}
    return [
        LeakLine(file=file, column=column, text=first[column][0], line=first[column][1], count=count)
        for column, count in counts.items()
    ]
