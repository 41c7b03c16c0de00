"""What the cells of a return say, read more strictly than sheets that clerks made themselves.

A return has a place for every value: whatever is not plainly one is an error, and only what cannot
mean anything else (full-width digits, “28家”) is read, and told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.intake.grid import text_of
from lowcapdocs.intake.values import (
    BLANK,
    NONE,
    Reader,
    Reading,
    caching,
    choice_reader,
    number_reader,
    read_credit_code,
    read_day,
    read_text,
    refused,
)
from lowcapdocs.model.ledger import STATES
from lowcapdocs.model.progress import OUTCOMES
from lowcapdocs.model.quantity import Measure
from lowcapdocs.returns.layout import Column
from lowcapdocs.sources.ledger import NO_PAPER
from lowcapdocs.sources.nodes import key

_PLAIN: Mapping[str, Reader] = {
    "text": read_text,
    "day": caching(read_day),
    "state": caching(choice_reader(STATES, {})),
    "outcome": caching(choice_reader(OUTCOMES, {})),
    "code": read_credit_code,
}


@cache
def amount_reader(unit: str, decimals: int) -> Reader:
    """Reads an amount with at most `decimals` places; blank stays blank."""
    plain = number_reader(unit)

    def read(cell: Any) -> Reading:
        reading = plain(cell)
        if reading.text == NONE:
            shown = f"“{text_of(cell)}”不是数。"
            return refused("cell-number", shown, "没有完成的填0，没有数的留空。")
        if reading.level == "warning":
            return refused("cell-number", f"“{text_of(cell)}”不是一个确定的数。", "请只填数字。")
        if reading.amount is not None and reading.amount != round(reading.amount, decimals):
            allowed = f"最多{decimals}位小数" if decimals else "应为整数"
            return refused("cell-number", f"“{reading.text}”{allowed}。", "请改正。")
        if reading.amount is not None:
            return replace(reading, text=decimal_text(Decimal(reading.amount)))
        return reading

    return caching(read)


def measure_line_reader(measure: Measure) -> Callable[[Column], Reader]:
    """The reader of each column of 报送 in the line of `measure`."""
    number = amount_reader(measure.unit, measure.decimals)

    def of(column: Column) -> Reader:
        return number if column.kind == "amount" else read_text

    return of


def measure_reader(measures: tuple[Measure, ...]) -> Reader:
    """Reads the name of a measure."""
    names = {key(name): each.name for each in measures for name in (each.id, each.name, each.heading, *each.aliases)}

    def read(cell: Any) -> Reading:
        text = text_of(cell)
        if not text:
            return BLANK
        if found := names.get(key(text)):
            return Reading(found)
        listed = "、".join(each.name for each in measures)
        return refused("cell-choice", f"“{text}”不在可选之列。", f"可选：{listed}。")

    return caching(read)


def _read_paper(cell: Any) -> Reading:
    reading = read_text(cell)
    if key(reading.text) in NO_PAPER:
        message = f"“{reading.text}”会被当作材料的名称。"
        return refused("evidence-form", message, "还没有材料的请留空；不需要这项材料的写“/”。")
    return reading


def firm_reader(measures: tuple[Measure, ...], kinds: frozenset[str]) -> Callable[[Column], Reader]:
    """The reader of each column of 企业; `kinds` are the columns that hold papers."""
    measure = measure_reader(measures)

    def of(column: Column) -> Reader:
        if column.kind == "measure":
            return measure
        return _read_paper if column.field in kinds else _PLAIN[column.kind]

    return of


def plain_reader(kind: str) -> Reader:
    """The reader of a text or a day."""
    return _PLAIN[kind]
