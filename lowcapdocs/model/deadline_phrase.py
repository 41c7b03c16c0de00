"""What the phrase of a deadline means: 5月底前, 6月至10月, 每月5日前, 印发之日起10个工作日内, 长期."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from lowcapdocs.model.deadline import Cycle, Deadline, Recurrence, Span, Unit, in_month
from lowcapdocs.model.numerals import with_digits
from lowcapdocs.problems import NOWHERE, Where

_BEFORE = r"(?:之前|以前|前|为止|止)"
_WITHIN = r"(?:之内|以内|内|期间)"
_CLOCK = r"(?:\((?:星期|周)[一二三四五六日天]\)|上午|中午|下午|晚上?|下班|\d{1,2}[时点](?:\d{1,2}分|半)?|\d{1,2}:\d{2})"
_DONE = r"(?:须|应|要|力争)?(?:全部|全面|基本)?(?:完成|报送|上报|反馈|报告|到位)"
_FOREVER = r"(?:长期|长效|持续|常态化?|常年|不断|经常)"
_GOING_ON = rf"{_FOREVER}(?:性|地)?(?:坚持|推进|实施|开展|执行|落实|进行|整治|有效|保持|巩固|深化|提升|加强|工作|任务)*"

_ONGOING = re.compile(rf"(?:(?:贯穿)?(?:(?P<year>\d{{4}})年|本年)?全年)?(?:{_GOING_ON})?(?:推进|实施|开展)?")
_TAIL = re.compile(rf"[,、;。]?(?:并|且|后)?{_GOING_ON}$")
_DATE = re.compile(rf"(?:于|在|截至|截止到?|最迟)?(?P<date>.+?){_CLOCK}*(?P<edge>{_BEFORE}|{_WITHIN})?(?:{_DONE})?")
_DOTTED = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_RANGE = re.compile(r"(?:自|从)?(?P<first>.+?)(?:起?至|起?到|[—–~-]+)(?P<last>.+)")
_EVENT = r"(?:之日起|当日起|次日起|日起|起|之后|以后|后)"
_UNIT = r"个?(?P<unit>工作日|自然日|日|天|星期|周|月|年)"
_AFTER = re.compile(
    rf"(?:自|从|在|于)?(?P<event>[^\d每]+?){_EVENT}的?(?P<count>\d{{1,3}}){_UNIT}{_WITHIN}?(?:{_DONE})?"
)
_LONG = re.compile(rf"(?:于|在)?(?P<event>公示期?)?(?P<count>\d{{1,3}}){_UNIT}(?P<within>{_WITHIN})?(?:{_DONE})?")
_EVERY = re.compile(r"(?:每1?个?|逐|按)(?P<cycle>周|星期|旬|半月|月|季度|季|半年|年|日|天)(?P<when>.*)")

_PERIOD = re.compile(
    r"(?:(?P<year>\d{4})年(?:度(?!底|末))?|(?P<this>今年|本年度?|当年度?)|(?P<next>次年|明年|来年|下一年度?))?"
    r"(?:(?P<month>\d{1,2})月份?(?:(?P<day>\d{1,2})[日号]?|(?P<part>上旬|中旬|下旬|底|末))?"
    r"|第?(?P<quarter>[1-4])季度?(?P<quarter_end>底|末)?"
    r"|(?P<half>[上下])半年(?P<half_end>底|末)?"
    r"|(?P<feast>五一|劳动节|七一|国庆|十一)节?"
    r"|年?度?(?P<year_end>底|末|终)|(?P<middle>年中)|年度?|全年)?"
)
_FEASTS = {"五一": (5, 1), "劳动节": (5, 1), "七一": (7, 1), "国庆": (10, 1), "十一": (10, 1)}
_PARTS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (31, 31), "末": (31, 31)}
_WEEKDAYS = {name: place for place, names in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7末"), 1) for name in names}  # fmt: skip
_UNITS: dict[str, Unit] = {
    "工作日": "工作日", "自然日": "日", "日": "日", "天": "日", "星期": "周", "周": "周", "月": "月", "年": "年",
}  # fmt: skip
_CYCLES: dict[str, Cycle] = {
    "日": "日", "天": "日", "周": "周", "星期": "周", "旬": "月", "半月": "月", "月": "月", "季": "季", "季度": "季",
    "半年": "半年", "年": "年",
}  # fmt: skip
_LAST_DAYS = {
    "旬": ((1, 10), (1, 20), (1, 31)), "半月": ((1, 15), (1, 31)), "月": ((1, 31),), "季": ((3, 31),),
    "半年": ((6, 31),), "年": ((12, 31),),
}  # fmt: skip
_IN_MONTH = re.compile(r"(?:\d{1,2}[日号]?(?:至|到|[—–~-]))?(?P<day>\d{1,2})[日号]|(?P<part>上旬|中旬|下旬|底|末)")
_IN_QUARTER = re.compile(r"(?:(?P<place>首|末|最后1?个?|第?[1-3]个?)月的?)(?P<day>\d{1,2})[日号]")
_ENDED = re.compile(r"(?:结束|终了|度?末)后(?P<day>\d{1,2})[日天]")


class _Period(NamedTuple):
    """A day, month, quarter, half or year. `whole`: “前” might mean before its first day."""

    first: date
    last: date
    whole: bool
    year_stated: bool


def read(phrase: str, year: int, where: Where = NOWHERE) -> Deadline:
    """The deadline that `phrase` states; without a year of its own it means `year` (0 if unknown).

    10月底前 and 10月中旬前 include that time itself. 10月前 could be 30 September or 31 October and
    is not read, nor is any phrase that leaves the day open.
    """
    text = _plain(phrase)
    found = _recurring(text) or _relative(text) or _ongoing(text, year)
    if found is None:
        found = _dated(text, year) or _dated(_TAIL.sub("", text), year) or Deadline("", None, kind="unreadable")
    return Deadline(phrase, found.day, where, found.kind, found.first, found.span, found.recurrence)


def read_day(phrase: str, year: int) -> date | None:
    """The last day that `phrase` allows by itself, as in `read`; None if it names none."""
    return read(phrase, year).day


def _plain(phrase: str) -> str:
    """`phrase` in half-width forms, without spaces and outer brackets, its numerals as digits."""
    text = "".join(unicodedata.normalize("NFKC", phrase).split())
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    text = re.sub(r"半个月(?=之?内|以内)", "15日", text)
    text = re.sub(r"(?<![上下每])半年(?=之?内|以内)", "6个月", text)
    text = with_digits(text)
    return _DOTTED.sub(lambda found: f"{found[1]}年{found[2]}月" + (f"{found[3]}日" if found[3] else ""), text)


# Days of the calendar


def _dated(text: str, year: int) -> Deadline | None:
    """A day (by) or a time from one day to another (range)."""
    try:
        if (by := _by(text, year)) is not None:
            return Deadline("", by.last)
        return _range(text, year)
    except ValueError:  # a day that does not exist, or no year to put it in
        return None


def _by(text: str, year: int) -> _Period | None:
    found = _DATE.fullmatch(text)
    if found is None or text == "年":
        return None
    before = re.fullmatch(_BEFORE, found["edge"] or "")
    period = _period(found["date"], year, before=bool(before))
    return None if period is None or (period.whole and before) else period


def _range(text: str, year: int) -> Deadline | None:
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    begin, end = found["first"].removesuffix("起"), found["last"]
    if re.match(r"\d{1,2}[日号]", end):  # 6月1日至15日
        month = re.match(r"(?:\d{4}年)?\d{1,2}月", begin)
        end = f"{month[0]}{end}" if month else end
    if re.fullmatch(r"\d{1,2}|\d{4}", begin) and (unit := re.match(r"\d+(年|月|季度)", end)):  # 6—10月, 2020—2022年
        begin += unit[1]
    if re.fullmatch(r"(?:即|今|现)日|即|[^\d]*之?日", begin):  # 即日起, 印发之日起: the day of an event
        last = _by(end, year)
        return None if last is None else Deadline("", last.last, kind="range")
    first = _period(begin, year)
    if first is None:
        return None
    last = _by(end, first.first.year if first.year_stated else year)
    if last is None or last.last < first.last:
        return None
    return Deadline("", last.last, kind="range", first=first.first)


def _period(text: str, year: int, *, before: bool = False) -> _Period | None:
    """The time that `text` names. Raises ValueError if it does not exist or has no year."""
    found = _PERIOD.fullmatch(text)
    if found is None or not text:
        return None
    stated = int(found["year"]) if found["year"] else 0
    year = stated or (year + 1 if found["next"] and year else year)
    if found["month"]:
        month = int(found["month"])
        if found["day"]:
            day = date(year, month, int(found["day"]))
            return _Period(day, day, False, bool(stated))
        begin, end = _PARTS.get(found["part"], (1, 31))
        first = date(year, month, 1)  # refuses the thirteenth month
        first, last = in_month(year, month, begin), in_month(first.year, month, end)
        return _Period(first, last, not found["part"], bool(stated))
    if found["feast"]:
        if not before:
            return None
        day = date.fromordinal(date(year, *_FEASTS[found["feast"]]).toordinal() - 1)
        return _Period(day, day, False, bool(stated))
    begin, end, whole = 1, 12, not found["year_end"]
    if found["quarter"]:
        end = 3 * int(found["quarter"])
        begin, whole = end - 2, not found["quarter_end"]
    elif found["half"]:
        end = 6 if found["half"] == "上" else 12
        begin, whole = end - 5, not found["half_end"]
    elif found["middle"]:
        end = 6
    return _Period(date(year, begin, 1), in_month(year, end, 31), whole, bool(stated))


# Times that no calendar shows


def _ongoing(text: str, year: int) -> Deadline | None:
    found = _ONGOING.fullmatch(text)
    if found is None or not text:
        return None
    year = int(found["year"] or year)
    return Deadline("", date(year, 12, 31) if "全年" in text and year else None, kind="ongoing")


def _relative(text: str) -> Deadline | None:
    found = _AFTER.fullmatch(text)
    if found is None:
        found = _LONG.fullmatch(text)
        if found is None or not (found["event"] or found["within"]):
            return None
    event, count = found["event"] or "", int(found["count"])
    if not count or f"{count}月" in text:  # 10月内 is October, 10个月内 a span
        return None
    showing = event.endswith(("公示", "公示期"))
    return Deadline("", None, kind="relative", span=Span(count, _UNITS[found["unit"]], event, counting_start=showing))


def _recurring(text: str) -> Deadline | None:
    found = _EVERY.fullmatch(text)
    if found is None:
        return None
    when = _DATE.fullmatch(found["when"] or "末")
    days = _days(found["cycle"], when["date"]) if when else None
    if days is None:
        return None
    return Deadline("", None, kind="recurring", recurrence=Recurrence(_CYCLES[found["cycle"]], days))


def _days(cycle: str, when: str) -> tuple[tuple[int, int], ...] | None:
    """The days within a cycle that `when` names, as in Recurrence; None if it cannot be read."""
    if cycle in ("日", "天"):
        return ()
    if cycle in ("周", "星期"):
        weekdays = [
            _WEEKDAYS.get(name.removeprefix("周").removeprefix("星期"), 0) for name in re.split("[、和及]", when)
        ]
        return None if 0 in weekdays else tuple((0, weekday) for weekday in sorted(weekdays))
    if when in ("底", "末", "度末", "度底", "终"):
        return _LAST_DAYS.get(cycle.removesuffix("度"))
    found: list[tuple[int, int]] = []
    for each in re.split("[、和及,]", when):
        day = _day_of(cycle.removesuffix("度"), each)
        if day is None:
            return None
        found.append(day)
    return tuple(sorted(found))


def _day_of(cycle: str, when: str) -> tuple[int, int] | None:
    if (ended := _ENDED.fullmatch(when)) and cycle in ("月", "季", "半年", "年"):
        return _real(1, int(ended["day"]))
    if cycle == "月" and (found := _IN_MONTH.fullmatch(when)):
        return _real(1, int(found["day"]) if found["day"] else _PARTS[found["part"]][1])
    if cycle == "季" and (found := _IN_QUARTER.fullmatch(when)):
        place = found["place"]
        month = 1 if place == "首" else 3 if place[0] in "末最" else int(re.sub(r"\D", "", place))
        return _real(month, int(found["day"]))
    if cycle == "年" and (period := _by(when, 2000)) is not None:
        return period.last.month, 31 if period.last == in_month(2000, period.last.month, 31) else period.last.day
    return None


def _real(month: int, day: int) -> tuple[int, int] | None:
    return (month, day) if 1 <= day <= 31 else None
