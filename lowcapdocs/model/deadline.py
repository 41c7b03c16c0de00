"""By when: a deadline (完成时限) keeps the phrase that documents print and the day it means."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from lowcapdocs.problems import NOWHERE, Where

_YEAR = re.compile(r"^(?:(\d{4})年)(?:度|底前?|内|全年)?$")
_MONTH = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(?:底|末|份)?(?:之?前)?$")
_DAY = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:之?前)?$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """完成时限. `phrase` is printed as it stands; `day` is None where the phrase names none."""

    phrase: str
    day: date | None
    where: Where = NOWHERE


def read_day(phrase: str, year: int) -> date | None:
    """The last day that `phrase` allows; a phrase without a year means `year`.

    Understands 2020年度, 2020年底前, 5月底前, 11月15日前 and 2020-11-15. None for anything else,
    and for days that do not exist (2月30日前, or a phrase without a year where `year` is 0).
    """
    try:
        if found := _YEAR.match(phrase):
            return date(int(found[1]), 12, 31)
        if found := _MONTH.match(phrase):
            when, month = int(found[1] or year), int(found[2])
            return date(when, month, calendar.monthrange(when, month)[1])
        if found := _DAY.match(phrase):
            return date(int(found[1] or year), int(found[2]), int(found[3]))
        return date.fromisoformat(phrase)
    except ValueError:
        return None


def rest_day(day: date) -> str | None:
    """Why nobody works on `day` in China (周末, or the name of the holiday); None on a workday.

    Holidays and swapped workdays come from the `holidays` package, which knows them for the
    years whose calendar the State Council has published.
    """
    import holidays  # 0.2 s of import, and few campaigns need it

    china = holidays.country_holidays("CN", years=day.year, language="zh_CN")
    if china.is_working_day(day):
        return None
    return china.get(day) or "周末"
