"""A reporting period (期次): a month, a quarter or a week of one year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

_FORMS = (
    ("month", re.compile(r"^(\d{4})(?:-|年|\.|/)(\d{1,2})月?份?$")),
    ("quarter", re.compile(r"^(\d{4})[-年]?[Qq]0?([1-4])$")),
    ("quarter", re.compile(r"^(\d{4})年第?([1-4一二三四])季度?$")),
    ("week", re.compile(r"^(\d{4})(?:-|年)?(?:[Ww]|第)(\d{1,2})周?$")),
)
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4}
_SIGNS = {"month": "", "quarter": "q", "week": "w"}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """期次, its days and its names. `number` counts from 1 within the year.

    Weeks run from Monday to Sunday and are numbered as ISO 8601 does. Periods are in order of
    their last day; of two that end together, the shorter comes first.
    """

    kind: str
    year: int
    number: int

    @property
    def id(self) -> str:
        """2020-06, 2020-q2, 2020-w23: a name for paths and files."""
        return f"{self.year}-{_SIGNS[self.kind]}{self.number:0{1 if self.kind == 'quarter' else 2}}"

    @property
    def name(self) -> str:
        """2020年6月, 2020年第2季度, 2020年第23周."""
        if self.kind == "month":
            return f"{self.year}年{self.number}月"
        return f"{self.year}年第{self.number}{'季度' if self.kind == 'quarter' else '周'}"

    @property
    def short(self) -> str:
        """本月, 本季度, 本周."""
        return {"month": "本月", "quarter": "本季度", "week": "本周"}[self.kind]

    @property
    def start(self) -> date:
        """The first day."""
        if self.kind == "week":
            return date.fromisocalendar(self.year, self.number, 1)
        return date(self.year, self.number if self.kind == "month" else self.number * 3 - 2, 1)

    @property
    def end(self) -> date:
        """The last day."""
        if self.kind == "week":
            return self.start + timedelta(6)
        month = self.number if self.kind == "month" else self.number * 3
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that data may use for it, the id first."""
        return (
            (self.id, self.name, f"{self.year}年{self.number}季度") if self.kind == "quarter" else (self.id, self.name)
        )

    def __lt__(self, other: Period) -> bool:
        return (self.end, -self.start.toordinal()) < (other.end, -other.start.toordinal())


def read_period(text: str, year: int | None = None) -> Period:
    """The period that `text` names: 2020-06, 2020年6月, 6月 (of `year`), 2020-Q2, 2020年第二季度, 2020-W23.

    Raises ValueError if it names none, or one that does not exist.
    """
    text = "".join(text.split())
    if year is not None and not re.match(r"\d{4}", text):
        text = f"{year}年{text}"
    for kind, form in _FORMS:
        if found := form.match(text):
            number = _NUMERALS.get(found[2]) or int(found[2])
            period = Period(kind, int(found[1]), number)
            if period.start.year < 1949:
                raise ValueError(text)
            return period
    raise ValueError(text)
