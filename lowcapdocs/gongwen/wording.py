"""How officials write dates, quantities and lists of names (GB/T 15835—2011, GB/T 9704 7.3.5.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from lowcapdocs.gongwen.standard import DATE_FORM, UNKNOWN

_DATE = re.compile(DATE_FORM)
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_HALF_WIDTH = re.compile(r"[^×\u2000-\U0010ffff]")


def date_text(day: date) -> str:
    """成文日期 in Arabic numerals, year in full, unpadded: 2020年4月5日 (7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


@lru_cache(maxsize=256)
def read_date(text: str) -> date:
    """The day that `text` (2020-04-05 or 2020年4月5日) names. Raises ValueError if none."""
    found = _DATE.match(text)
    if found:
        return date(int(found[1]), int(found[2]), int(found[3]))
    return date.fromisoformat(text)


def unknown_date(year: int | None) -> str:
    """A date of which only the year is known, or nothing at all: 2020年××月××日."""
    return f"{year or UNKNOWN}年{UNKNOWN}月{UNKNOWN}日"


def decimal_text(value: Decimal, decimals: int | None = None) -> str:
    """`value` in half-width digits without grouping; fixed `decimals`, or as many as it has."""
    if decimals is not None:
        value = round(value, decimals)
    text = str(value)
    if "E" in text:
        text = f"{value:f}"  # which takes three times as long
    return text.rstrip("0").rstrip(".") if decimals is None and "." in text else text


@lru_cache(maxsize=4096)
def number_in(text: str) -> Decimal | None:
    """The number that a cell prints, in plain half-width digits; None for “/”, ×× and words."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


@lru_cache(maxsize=4096)
def em_width(text: str) -> float:
    """Width of `text` in characters (一字): full-width 1, half-width 0.5."""
    return len(text) - len(_HALF_WIDTH.findall(text)) / 2


def attachment_lines(titles: Iterable[str]) -> list[tuple[str, str]]:
    """附件说明 (7.3.4) as (label, name): ("附件：", 名称), or ("附件：1.", 名称), ("2.", 名称) …"""
    listed = list(titles)
    if len(listed) == 1:
        return [("附件：", listed[0])]
    return [(f"{'附件：' if index == 1 else ''}{index}.", title) for index, title in enumerate(listed, start=1)]


def attachment_label(index: int, count: int) -> str:
    """附件 or 附件N at the head of the annex (7.3.7); `index` from 1."""
    return "附件" if count == 1 else f"附件{index}"


def note_lines(count: int) -> list[str]:
    """The labels of the notes under a table: 备注： alone, or 备注：1. and 2. …"""
    if count == 1:
        return ["备注："]
    return [f"{'备注：' if index == 1 else ''}{index}." for index in range(1, count + 1)]


COPY_TO, SENT_TO = "抄送：", "主送："
"""The labels of 版记 (7.4.2)."""


def listed(names: str) -> str:
    """What follows a label of 版记: the names, closed with a 句号 (7.4.2)."""
    return f"{names}。"


def printed_on(day: str) -> str:
    """印发日期 in 版记: 2020年4月5日印发 (7.4.3); empty where there is none."""
    return f"{day}印发" if day else ""


def bracketed(text: str) -> str:
    """附注 (7.3.6) and 题注, in full-width brackets."""
    return f"（{text}）"


def labelled(label: str) -> str:
    """出席： before the names of a 纪要 (10.3)."""
    return f"{label}："


def addressed(names: str) -> str:
    """主送机关 with the full-width colon after the last of them (7.3.2)."""
    return f"{names}："
