"""What the sheets of a return check by themselves: rules of input with their prompts, and formulas.

A formula is written with the value that it has when sent, so that programs that do not reckon show it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from lowcapdocs.returns.layout import AMOUNTS, KEY_ROW, MEASURE_NAME, OUTCOME_NAME, STATE_NAME, Column

_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2049, 12, 31)
_MOST = 999_999_999
_LISTS = {"state": STATE_NAME, "outcome": OUTCOME_NAME, "measure": MEASURE_NAME}
_MOST_TITLE, _MOST_PROMPT = 32, 255
"""Characters that a prompt may have in Excel."""
GOOD = "符合"
"""核对 of a line that is in order."""


def validate(sheet: Any, first: int, last: int, column: int, about: Column, decimals: int) -> None:
    """Put the rule of input of a column, and its prompt, on rows `first` to `last`."""
    if not about.read or last < first:
        return
    rule: dict[str, Any] = {"validate": "any"}
    match about.kind:
        case "amount":
            what = f"不小于0的数，最多{decimals}位小数" if decimals else "不小于0的整数"
            rule = {"validate": "decimal" if decimals else "whole", "criteria": "between", "minimum": 0,
                    "maximum": _MOST, "error_message": f"这里要填{what}，不带单位。没有数的请留空。"}  # fmt: skip
        case "day":
            rule = {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY,
                    "error_message": "这里要填日期，如 2020-06-01。还没有的请留空。"}  # fmt: skip
        case "state" | "outcome" | "measure":
            rule = {"validate": "list", "source": f"={_LISTS[about.kind]}",
                    "error_message": "请从下拉列表里选一项，或留空。"}  # fmt: skip
        case "code":
            rule = {"validate": "length", "criteria": "between", "minimum": 1, "maximum": 18,
                    "error_message": "统一社会信用代码是18位；没有的填“/”。"}  # fmt: skip
    if about.prompt:
        rule |= {"input_title": about.heading[:_MOST_TITLE], "input_message": about.prompt[:_MOST_PROMPT]}
    if rule["validate"] == "any" and not about.prompt:
        return
    sheet.data_validation(first, column, last, column, {"error_title": "填写有误", "ignore_blank": True, **rule})


def fresh(row: int) -> str:
    """本期完成 = 累计完成 − 上期累计完成; blank where either is."""
    done, before = (_cell(AMOUNTS, row, name) for name in ("done", "done_before"))
    return f'=IF({done}="","",{done}-N({before}))'


def amount_check(row: int, values: Mapping[str, str]) -> tuple[str, str]:
    """核对 of a line of 报送: the formula, and its value when sent."""
    names = ("done", "closed", "upgraded", "accepted", "done_before", "quota")
    done, closed, upgraded, accepted, before, quota = (_cell(AMOUNTS, row, name) for name in names)
    parts, least = f"{closed}:{upgraded}", "0.0000001"
    formula = (
        f'=IF(COUNT({done}:{accepted})=0,"未填报",IF(COUNT({done})=0,"没有填累计完成",'
        f'IF(SUM({parts})-{done}>{least},"其中之和大于累计完成",'
        f'IF(AND(COUNT({parts})=3,{done}-SUM({parts})>{least}),"其中之和小于累计完成",'
        f'IF(N({accepted})>{done},"累计验收大于累计完成",'
        f'IF({done}<N({before}),"少于上期，请核对",IF({done}>{quota},"超过任务数，请核对","{GOOD}")))))))'
    )
    return formula, _amounts_say(values)


def _amounts_say(values: Mapping[str, str]) -> str:
    """What the formula of `amount_check` says of `values`."""
    amount = {name: Decimal(values[name]) for name in ("done", "accepted", "done_before", "quota") if values.get(name)}
    parts = [Decimal(values[name]) for name in ("closed", "merged", "upgraded") if values.get(name)]
    done = amount.get("done")
    if done is None:
        return "没有填累计完成" if parts or "accepted" in amount else "未填报"
    if sum(parts) > done:
        return "其中之和大于累计完成"
    if len(parts) == 3 and sum(parts) < done:
        return "其中之和小于累计完成"
    if amount.get("accepted", 0) > done:
        return "累计验收大于累计完成"
    if done < amount.get("done_before", 0):
        return "少于上期，请核对"
    return "超过任务数，请核对" if done > amount["quota"] else GOOD


def firm_check(row: int, columns: Sequence[Column], values: Mapping[str, str]) -> tuple[str, str]:
    """核对 of a line of 企业: whether the state has its date; the formula, and its value when sent."""
    days = [column for column in columns if column.kind == "day"]
    name, state = _cell(columns, row, "name"), _cell(columns, row, "state")
    first, last = (_cell(columns, row, each.field) for each in (days[0], days[-1]))
    heads = ":".join(_cell(columns, KEY_ROW + 1, each.field, fixed=True) for each in (days[0], days[-1]))
    found = f'INDEX({first}:{last},1,MATCH({state}&"日期",{heads},0))'
    formula = (
        f'=IF({name}="",IF({state}="","","没有填企业名称"),IF({state}="","没有选状态",'
        f'IF(N({found})=0,"没有填"&{state}&"日期","{GOOD}")))'
    )
    if not values.get("name"):
        return formula, ""
    if not values.get("state"):
        return formula, "没有选状态"
    dated = any(values.get(day.field) for day in days if day.heading == f"{values['state']}日期")
    return formula, GOOD if dated else f"没有填{values['state']}日期"


def _cell(columns: Sequence[Column], row: int, field: str, *, fixed: bool = False) -> str:
    """The address of a field in `row` (from 0), the ids being in column A."""
    place = next(place for place, column in enumerate(columns, start=1) if column.field == field)
    cell: str = xl_rowcol_to_cell(row, place, row_abs=fixed, col_abs=fixed)
    return cell
