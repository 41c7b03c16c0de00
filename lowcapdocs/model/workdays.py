"""Which days are worked in China, and where a span of working days (工作日) ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_MOVED = re.compile(r"^休息日（")
_REMARK = re.compile(r"（[^）]*）$")


@dataclass(frozen=True, slots=True)
class Calendar:
    """工作日历: the State Council's holidays, with days that the data states otherwise.

    `rest` are days off and `work` days worked by the campaign's own data; they win over what is
    published. The published calendar comes from the `holidays` package.
    """

    rest: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on `day`."""
        return self.rest_reason(day) is None

    def rest_reason(self, day: date) -> str | None:
        """Why nobody works on `day`: 周末, the name of the holiday, 调休; None on a working day."""
        if day in self.work:
            return None
        if day in self.rest:
            return "数据中另定的休息日"
        return _published_reason(day)

    def known(self, year: int) -> bool:
        """Whether the swapped days (调休) of `year` are known: published, or stated in the data.

        Every calendar that was published since 2001 moves some weekend; for a year without one
        the package gives the statutory days alone, and the data may state `work` days itself.
        """
        stated = any(day.year == year for day in self.work)
        return stated or any(day.year == year for day in _published(year).weekend_workdays)

    def after(self, start: date, days: int, *, counting_start: bool) -> date:
        """The last day of a span of `days` working days from `start`.

        With `counting_start` the first of them is `start` itself (公示), or the next working day
        if nobody works then; without it the span begins on the day after (印发之日起…内).
        Raises ValueError unless `days` is at least 1.
        """
        if days < 1:
            raise ValueError(f"{days} working days")
        day = start if counting_start else start + timedelta(1)
        while True:
            days -= self.is_working_day(day)
            if not days:
                return day
            day += timedelta(1)

    def next_working_day(self, day: date) -> date:
        """`day`, or the first working day after it."""
        return self.after(day, 1, counting_start=True)


@lru_cache(maxsize=32)
def _published(year: int) -> HolidayBase:
    import holidays  # 0.2 s of import, and few campaigns need it

    return holidays.country_holidays("CN", years=year, language="zh_CN")


def _published_reason(day: date) -> str | None:
    china = _published(day.year)
    if china.is_working_day(day):
        return None
    names = {"调休" if _MOVED.match(name) else _REMARK.sub("", name) for name in china.get_list(day)}
    return "、".join(sorted(names)) or "周末"
