"""A reporting period (期次): a month, a quarter, a half-year or a week."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

_FORMS = (
    ("month", re.compile(r"^(\d{4})(?:-|年|\.|/)(\d{1,2})月?份?$")),
    ("month", re.compile(r"^(\d{4})[-年./](\d{1,2})[-月./]0?1日?$")),  # a spreadsheet makes 2020-06 a date
    ("half", re.compile(r"^(\d{4})[-年]?[Hh]0?([12])$")),
    ("half", re.compile(r"^(\d{4})年([上下])半年$")),
    ("quarter", re.compile(r"^(\d{4})[-年]?[Qq]0?([1-4])$")),
    ("quarter", re.compile(r"^(\d{4})年第?([1-4一二三四])季度?$")),
    ("week", re.compile(r"^(\d{4})(?:-|年)?(?:[Ww]|第)(\d{1,2})周?$")),
)
_ABBREVIATIONS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ABBREVIATED = re.compile(rf"^({'|'.join(_ABBREVIATIONS)})-(?:20)?(\d\d)$", re.IGNORECASE)
"""Jun-20: what a spreadsheet shows for 2020-06, and saves as CSV."""
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_SIGNS = {"month": "", "quarter": "q", "half": "h", "week": "w"}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_NO_YEAR = 1904
"""Stands in for a year that the source does not give: a leap year that no campaign has."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """期次, its days and its names. `number` counts from 1 within the year; `year` 0 is not known.

    Weeks run from Monday to Sunday and are numbered as ISO 8601 does. Periods are in order of
    their last day; of two that end together, the shorter comes first.
    """

    kind: str
    year: int
    number: int

    @property
    def id(self) -> str:
        """2020-06, 2020-q2, 2020-h1, 2020-w23: a name for paths and files."""
        return f"{self.year:04}-{_SIGNS[self.kind]}{self.number:0{2 if self.kind in ('month', 'week') else 1}}"

    @property
    def name(self) -> str:
        """2020年6月, 2020年第2季度, 2020年上半年, 2020年第23周; without a year that is not known."""
        year = f"{self.year}年" if self.year else ""
        match self.kind:
            case "month":
                return f"{year}{self.number}月"
            case "half":
                return f"{year}{'上下'[self.number - 1]}半年"
        return f"{year}第{self.number}{'季度' if self.kind == 'quarter' else '周'}"

    @property
    def short(self) -> str:
        """本月, 本季度, 本半年, 本周."""
        return {"month": "本月", "quarter": "本季度", "half": "本半年", "week": "本周"}[self.kind]

    @property
    def start(self) -> date:
        """The first day."""
        year = self.year or _NO_YEAR
        if self.kind == "week":
            return date.fromisocalendar(year, self.number, 1)
        months = _MONTHS[self.kind]
        return date(year, self.number * months - months + 1, 1)

    @property
    def end(self) -> date:
        """The last day."""
        if self.kind == "week":
            return self.start + timedelta(6)
        month = self.number * _MONTHS[self.kind]
        return date(self.start.year, month, calendar.monthrange(self.start.year, month)[1])

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that data may use for it, the id first."""
        return (
            (self.id, self.name, f"{self.year}年{self.number}季度") if self.kind == "quarter" else (self.id, self.name)
        )

    def __lt__(self, other: Period) -> bool:
        return (self.end, -self.start.toordinal()) < (other.end, -other.start.toordinal())


def read_period(text: str, year: int | None = None) -> Period:
    """The period that `text` names: 2020-06, 2020年6月, 2020-Q2, 2020年第二季度, 2020年上半年, 2020-W23.

    So does what a spreadsheet makes of 2020-06: the first day of the month, or Jun-20. A text without a year means `year`, or one that is not known. Raises ValueError if it names no
    period, or one that does not exist.
    """
    text = "".join(text.split())
    if shown := _ABBREVIATED.match(text):
        text = f"20{shown[2]}-{_ABBREVIATIONS.index(shown[1].lower()) + 1}"
    known = re.match(r"\d{4}", text) is not None
    if not known:
        text = f"{year or _NO_YEAR}年{text}"
    for kind, form in _FORMS:
        if found := form.match(text):
            number = _NUMERALS.get(found[2]) or int(found[2])
            period = Period(kind, int(found[1]) if known or year else 0, number)
            if period.start.year < _NO_YEAR:
                raise ValueError(text)
            return period
    raise ValueError(text)
