"""Parcel → .xlsx: locked but for what the town fills in, with prompts, lists and checks of its own."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.model.ledger import STATES
from lowcapdocs.model.progress import OUTCOMES
from lowcapdocs.returns.formats import Formats
from lowcapdocs.returns.guide import guide
from lowcapdocs.returns.layout import (
    AMOUNTS,
    AMOUNTS_SHEET,
    DAY,
    FIRMS_SHEET,
    HELP_SHEET,
    ID,
    KEY_ROW,
    LIST_SHEET,
    MEASURE_NAME,
    META_SHEET,
    OUTCOME_NAME,
    PERSON,
    PHONE,
    SPARE_ROWS,
    STATE_NAME,
    Column,
    firm_columns,
)
from lowcapdocs.returns.parcel import Line, Parcel, meta_rows
from lowcapdocs.returns.rules import GOOD, amount_check, firm_check, fresh, validate

_FIXED = datetime(1980, 1, 1)  # same data, same bytes: the file tells no time of its making
_FIRST = KEY_ROW + 3
"""The first row of lines: below the field names and two rows of headings."""
_EM = 2.1
"""A full-width character of 11 points in half-width ones of 11 points, which widths are counted in."""
_LINE = 15.5
_GUIDE, _GUIDE_LINE = 72, 32
"""The width of 填报说明 in half-width characters of 11 points, and in full-width ones of 12: A4 less its margins."""
_SAMPLE = "示例数据：进展、企业等为演示而编，不是真实情况"
_PROTECTION = {"sort": True, "autofilter": True, "format_cells": True, "format_columns": True, "format_rows": True}


def xlsx(parcel: Parcel, faces: Faces | None = None) -> bytes:
    """The workbook of `parcel`; the same parcel gives the same bytes."""
    import xlsxwriter

    saved = io.BytesIO()
    book = xlsxwriter.Workbook(saved, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    title = f"{parcel.town.name}{parcel.period.name}报送表"
    book.set_properties({"title": title, "subject": parcel.campaign.name, "created": _FIXED})
    formats = Formats(book, faces or Faces())
    amounts = book.add_worksheet(AMOUNTS_SHEET)
    firms = book.add_worksheet(FIRMS_SHEET)
    _amounts(amounts, parcel, formats)
    _firms(firms, parcel, formats)
    _guide(book.add_worksheet(HELP_SHEET), parcel, formats)
    _lists(book, parcel)
    _meta(book.add_worksheet(META_SHEET), parcel)
    amounts.activate()
    book.close()
    return saved.getvalue()


def _amounts(sheet: Any, parcel: Parcel, formats: Formats) -> None:
    measures = parcel.campaign.measure
    due = f"报送时限：{parcel.due}。" if parcel.due else ""
    _top(
        sheet,
        parcel,
        formats,
        AMOUNTS,
        f"{parcel.period.name}进展报送表",
        f"{due}只填浅黄色的格子；没有完成的填0，没有数的留空，不写单位和文字。",
    )
    for place, line in enumerate(parcel.amounts):
        row, decimals = _FIRST + place, measures[line.id].decimals
        _line(sheet, row, line, AMOUNTS, formats, decimals)
        for column, about in enumerate(AMOUNTS, start=1):
            validate(sheet, row, row, column, about, decimals)
        sheet.write_formula(
            row, _place(AMOUNTS, "fresh"), fresh(row), formats.cell(_of(AMOUNTS, "fresh"), open_=False), ""
        )
        column = _place(AMOUNTS, "check")
        formula, told = amount_check(row, line.values)
        sheet.write_formula(row, column, formula, formats.cell(_of(AMOUNTS, "check"), open_=False), told)
        sheet.set_row(row, max(_height(line, AMOUNTS), 34))
    last = _FIRST + max(len(parcel.amounts), 1) - 1
    if not parcel.amounts:
        _span(sheet, _FIRST, 1, len(AMOUNTS), "没有下达任务数，只核对“企业”一表。", formats.subtitle)
    _flag(sheet, last, _place(AMOUNTS, "check"), formats)
    _below(sheet, last + 2, formats)
    _page(sheet, _FIRST)


def _below(sheet: Any, row: int, formats: Formats) -> None:
    """The lines below the table: who filled it in, and when."""
    kinds = {DAY: "day", PERSON: "text", PHONE: "text"}
    for offset, (line, label) in enumerate(((DAY, "填报日期"), (PERSON, "填报人"), (PHONE, "联系电话"))):
        column = Column(field=line, heading=label, width=0, kind=kinds[line], fill=True)  # type: ignore[arg-type]
        sheet.write_string(row + offset, 0, line)
        sheet.write_string(row + offset, 1, f"{label}：", formats.label)
        _span(sheet, row + offset, 2, 4, "", formats.cell(column, open_=True))
        validate(sheet, row + offset, row + offset, 2, column, 0)
        sheet.set_row(row + offset, 22)


def _firms(sheet: Any, parcel: Parcel, formats: Formats) -> None:
    columns = firm_columns(parcel.kinds)
    legend = f"只填浅黄色的格子：改状态要填那一步的日期。台账里没有的企业填在下面{SPARE_ROWS}行空行里；不要删行，不做的在备注里说明。"
    _top(sheet, parcel, formats, columns, f"{parcel.period.name}企业台账", legend)
    blank = Line("", {})
    lines = [*parcel.firms, *[blank] * SPARE_ROWS]
    for row, line in enumerate(lines, start=_FIRST):
        _line(sheet, row, line, columns, formats, 0)
        column = _place(columns, "check")
        formula, told = firm_check(row, columns, line.values)
        sheet.write_formula(row, column, formula, formats.cell(_of(columns, "check"), open_=False), told)
        sheet.set_row(row, max(_height(line, columns), 24))
    last = _FIRST + len(lines) - 1
    for place, about in enumerate(columns, start=1):
        first = _FIRST if about.fill else _FIRST + len(parcel.firms)
        validate(sheet, first, last, place, about, 0)
    _flag(sheet, last, _place(columns, "check"), formats)
    sheet.autofilter(_FIRST - 1, 1, last, len(columns))
    _page(sheet, _FIRST)


# Parts of a sheet


def _top(sheet: Any, parcel: Parcel, formats: Formats, columns: Sequence[Column], title: str, legend: str) -> None:
    """Title, subtitle, legend, the hidden row of field names and the headings; the hidden column of ids."""
    last = len(columns)
    _span(sheet, 0, 1, last, f"{parcel.town.name}{title}", formats.title)
    sheet.set_row(0, 34)
    about, style = parcel.campaign.name, formats.subtitle
    if parcel.sample:
        about, style = f"{about}　{_SAMPLE}", formats.sample
    _span(sheet, 1, 1, last, about, style)
    _span(sheet, 2, 1, last, legend, formats.legend)
    sheet.set_row(2, 24)
    sheet.write_string(KEY_ROW, 0, ID)
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    sheet.set_column(0, 0, None, None, {"hidden": True})
    for place, column in enumerate(columns, start=1):
        sheet.set_column(place, place, column.width)
        sheet.write_string(KEY_ROW, place, column.field)
        if column.group:
            sheet.write_string(KEY_ROW + 2, place, column.heading, formats.head)
        else:
            sheet.merge_range(KEY_ROW + 1, place, KEY_ROW + 2, place, column.heading, formats.head)
    for group in dict.fromkeys(column.group for column in columns if column.group):
        places = [place for place, column in enumerate(columns, start=1) if column.group == group]
        _span(sheet, KEY_ROW + 1, places[0], places[-1], group, formats.head)
    sheet.set_row(KEY_ROW + 1, 20)
    sheet.set_row(KEY_ROW + 2, 24)
    sheet.freeze_panes(_FIRST, 2)


def _line(sheet: Any, row: int, line: Line, columns: Sequence[Column], formats: Formats, decimals: int) -> None:
    """One line. What we know of a firm is locked, what we do not know the town may tell."""
    sheet.write_string(row, 0, line.id)
    for place, column in enumerate(columns, start=1):
        if column.kind == "computed":
            continue
        value = line.values.get(column.field, "")
        style = formats.cell(column, open_=column.fill or (column.given and not value), decimals=decimals)
        if not value:
            sheet.write_blank(row, place, None, style)
        elif column.kind == "amount":
            sheet.write_number(row, place, float(value), style)
        elif column.kind == "day":
            sheet.write_datetime(row, place, date.fromisoformat(value), style)
        else:
            sheet.write_string(row, place, value, style)


def _flag(sheet: Any, last: int, column: int, formats: Formats) -> None:
    """Colour the cells that check a line: green where it is in order, red where it is not."""
    cell = xl_rowcol_to_cell(_FIRST, column, col_abs=True)
    for criteria, good in ((f'={cell}="{GOOD}"', True), (f'={cell}<>""', False)):
        rule = {"type": "formula", "criteria": criteria, "format": formats.warn(good), "stop_if_true": good}
        sheet.conditional_format(_FIRST, column, last, column, rule)


def _page(sheet: Any, head: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.repeat_rows(KEY_ROW + 1, head - 1)
    sheet.set_footer("&C第&P页，共&N页")
    sheet.protect("", _PROTECTION)


def _span(sheet: Any, row: int, first: int, last: int, text: str, style: Any) -> None:
    if first == last:
        sheet.write_string(row, first, text, style)
    else:
        sheet.merge_range(row, first, row, last, text, style)


def _height(line: Line, columns: Sequence[Column]) -> float:
    """Height in points of a line whose cells wrap: programs do not all fit it themselves."""
    lines = (ceil(em_width(line.values.get(each.field, "")) * _EM / (each.width - 1)) for each in columns)
    return max(1, *lines) * _LINE + 5


def _place(columns: Sequence[Column], field: str) -> int:
    """The column of a field, from 0, the ids being in the first."""
    return next(place for place, column in enumerate(columns, start=1) if column.field == field)


def _of(columns: Sequence[Column], field: str) -> Column:
    return columns[_place(columns, field) - 1]


# The other sheets


def _guide(sheet: Any, parcel: Parcel, formats: Formats) -> None:
    sheet.set_column(0, 0, _GUIDE)
    for row, (text, strong) in enumerate(guide(parcel)):
        sheet.write_string(row, 0, text, formats.strong if strong else formats.text)
        sheet.set_row(row, ceil(em_width(text) / _GUIDE_LINE) * 17 + (9 if strong else 5))
    sheet.set_paper(9)
    sheet.set_margins(left=0.8, right=0.6)
    sheet.center_horizontally()
    sheet.protect("", _PROTECTION)


def _lists(book: Any, parcel: Parcel) -> None:
    sheet = book.add_worksheet(LIST_SHEET)
    measures = [measure.name for measure in parcel.campaign.measures]
    lists = ((STATE_NAME, STATES), (OUTCOME_NAME, OUTCOMES), (MEASURE_NAME, measures))
    for place, (name, items) in enumerate(lists):
        sheet.write_column(0, place, items)
        letter = "ABC"[place]
        book.define_name(name, f"={LIST_SHEET}!${letter}$1:${letter}${len(items)}")
    sheet.very_hidden()


def _meta(sheet: Any, parcel: Parcel) -> None:
    for row, values in enumerate(meta_rows(parcel)):
        for column, value in enumerate(values):
            sheet.write_string(row, column, value)
    sheet.protect("", {})
    sheet.very_hidden()
