"""What a cell holds → what the data will: numbers, days, codes, choices, and every doubt about them.

A number written as a bare number is no doubt; whatever else is (“28家”, “约3”, “1.2万”, full-width digits)
is read and told, or not read and told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from lowcapdocs.intake.grid import text_of
from lowcapdocs.model import credit_code
from lowcapdocs.problems import Finding, Level, Where
from lowcapdocs.sources.nodes import control_characters, key

NONE = "/"
UNITS = (
    "万吨标准煤", "吨标准煤", "万吨标煤", "吨标煤", "万吨", "吨", "家", "个", "户", "处", "座", "项", "件", "人", "天",
    "亩", "公顷", "平方米", "㎡", "亿元", "万元", "元", "台套", "台(套)", "台", "套", "条", "万千瓦时", "千瓦时", "%",
)  # fmt: skip
"""Units of counts that sheets write in headings or behind numbers, longest first where one begins another."""
_SAME_UNITS = (
    {"家", "个", "户", "处"},
    {"吨标准煤", "吨标煤"},
    {"万吨标准煤", "万吨标煤"},
    {"平方米", "㎡"},
    {"台套", "台(套)"},
)
_UNIT = "|".join(map(re.escape, UNITS))
_NOTHING = re.compile(r"[/\\\-—－–―_]+|无|没有|不涉及|不适用|无任务")
_NUMBER = re.compile(
    rf"(?P<about>大约|约|近|将近|≥|>=|>|≤|<=|<|不少于|不低于|不超过|超过|超|逾|共计|共)?"
    rf"(?P<number>-?\d[\d,]*(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+)"
    rf"(?P<times>[万亿])?(?P<more>余|多)?(?P<unit>{_UNIT})?(?P<bound>以上|以下|左右)?(?P<aside>\(.*\))?"
)
_BARE = re.compile(r"-?\d+(\.\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_CHINESE = re.compile(r".|.*[〇零十百千].*")  # 三四 is not 34 but 3 or 4
_TIMES = {"万": 10_000, "亿": 100_000_000}
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_ERRORS = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
_DAY = re.compile(
    r"(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?(?:\d{1,2}:\d{2}(?::\d{2})?)?|(\d{4})(\d{2})(\d{2})"
)
_FIRST_SERIAL, _LAST_SERIAL = 32_874, 54_788  # 1990-01-01 and 2049-12-31 as Excel counts days
_EPOCH = date(1899, 12, 30).toordinal()
_MOST_DIGITS = 15
_PHONE_DIGITS = 11
_CENTURY = range(1990, 2050)
"""Years that a day of a campaign may lie in."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says: `text` as our data would write it, `amount` if it is a number.

    A doubt has a code, a level, a message and a remedy; with one of level error `text` is empty.
    """

    text: str
    amount: Decimal | None = None
    level: Level | None = None
    code: str = ""
    message: str = ""
    remedy: str = ""


Reader: TypeAlias = Callable[[Any], Reading]
"""A cell as calamine gives it, neither an error value nor an unsolved formula → what it says."""
BLANK = Reading("")


def refused(code: str, message: str, remedy: str) -> Reading:
    """A cell that cannot be taken."""
    return Reading("", None, "error", code, message, remedy)


def doubtful(text: str, amount: Decimal | None, message: str, remedy: str = "", *, harmless: bool = False) -> Reading:
    """A cell that is taken, and told."""
    return Reading(
        text, amount, "note" if harmless else "warning", "cell-read", message, remedy or "不对的请在表里改正。"
    )


def damage(cell: Any) -> Reading | None:
    """An error value that stands as text in a cell (#REF!)."""
    if isinstance(cell, str) and cell.startswith("#") and (found := _ERRORS.match(cell)):
        return broken(found[0])
    return None


def broken(value: str) -> Reading:
    """An error value."""
    return refused("cell-error", f"公式出错（{value}）。", "请改正公式，或直接填数。")


UNSOLVED = refused("cell-unsolved", "公式没有算出的结果。", "请用 Excel 或 WPS 打开，保存一次，或直接填数。")


# Numbers


def same_unit(unit: str, other: str) -> bool:
    """Whether two units mean the same; an unknown one (empty) is not held against anybody."""
    return not unit or not other or unit == other or any({unit, other} <= group for group in _SAME_UNITS)


def number_reader(unit: str) -> Reader:
    """Reads amounts in `unit`: a number from 0, “/” for none, blank for not told."""

    def read(cell: Any) -> Reading:
        if isinstance(cell, (int, float)) and not isinstance(cell, bool):
            return _amount(Decimal(f"{cell:.{_MOST_DIGITS}g}"), "")
        if not isinstance(cell, str):
            shown = text_of(cell)
            return refused(
                "cell-number", f"这里应是数字，却是“{shown}”。", "可能被自动变成了日期，请设为“常规”后重填。"
            )
        return _number(cell, unit)

    return read


def _amount(amount: Decimal, told: str, *, harmless: bool = False) -> Reading:
    if amount < 0:
        return refused("cell-number", f"“{plain_number(amount)}”小于0。", "请改正。")
    text = plain_number(amount)
    return doubtful(text, amount, f"{told}，读作{text}。", harmless=harmless) if told else Reading(text, amount)


def plain_number(amount: Decimal) -> str:
    """`amount` in digits without exponent or needless zeros."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number(cell: str, unit: str) -> Reading:
    text = key(cell)
    if not text:
        return BLANK
    if _NOTHING.fullmatch(text):
        if cell.strip() == NONE:
            return Reading(NONE)
        return doubtful(NONE, None, f"“{text_of(cell)}”读作“/”（不承担、没有）。", "如果是0，请填0。", harmless=True)
    found = _NUMBER.fullmatch(text)
    if found is None:
        return _no_number(text_of(cell), text)
    digits = found["number"]
    form = _CHINESE if not digits[-1].isdigit() else _GROUPED if "," in digits else _BARE
    if not form.fullmatch(digits):
        return _no_number(text_of(cell), text)
    if sum(map(str.isdigit, digits)) > _MOST_DIGITS:
        return refused("cell-number", f"“{text_of(cell)}”位数太多，不像数量。", "请核对。")
    amount = _decimal(digits) * _TIMES.get(found["times"] or "", 1)
    if not same_unit(found["unit"] or unit, unit):
        return refused("cell-unit", f"“{text_of(cell)}”的单位是{found['unit']}，这一列是{unit}。", "请换算后只填数字。")
    if found["about"] in ("共", "共计"):
        return _amount(amount, f"“{text_of(cell)}”不只是数字", harmless=True)
    if found["about"] or found["more"] or found["bound"]:
        return _amount(amount, f"“{text_of(cell)}”不是确数")
    if found["aside"]:
        return _amount(amount, f"“{text_of(cell)}”括号里的话没有录入")
    if found["times"] or not digits[-1].isdigit():
        return _amount(amount, f"“{text_of(cell)}”是文字写法")
    if text_of(cell) == digits and "," not in digits:
        return _amount(amount, "")
    return _amount(amount, f"“{text_of(cell)}”不只是数字", harmless=True)


def _no_number(shown: str, text: str) -> Reading:
    if re.fullmatch(r"\d+(\.\d+)?%", text):
        return refused("cell-number", f"“{shown}”是百分数，这里要数量。", "请填数量。")
    if re.fullmatch(r"\d+[-~～至到]\d+\D*", text):
        return refused("cell-number", f"“{shown}”是一个范围。", "请填一个确定的数。")
    return refused("cell-number", f"“{shown}”不是数字。", "只填数字；没有的写“/”，不知道的留空。")


def _decimal(digits: str) -> Decimal:
    """1,234.5 or 二十八."""
    if digits[-1].isdigit():
        return Decimal(digits.replace(",", ""))
    total = held = 0
    if not set(digits) & set(_TENS):
        return Decimal("".join(str(_DIGITS[each]) for each in digits))
    for each in digits:
        if each in _TENS:
            total += (held or 1) * _TENS[each]
            held = 0
        else:
            held = _DIGITS[each]
    return Decimal(total + held)


# Days, texts, codes


def read_day(cell: Any) -> Reading:
    """A day: a date of the spreadsheet, 2020-06-01, 2020/6/1, 2020.6.1, 2020年6月1日 or 20200601."""
    if isinstance(cell, (datetime, date)):
        return Reading(text_of(cell)) if cell.year in _CENTURY else _no_day(text_of(cell))
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if _FIRST_SERIAL <= cell <= _LAST_SERIAL:
            day = date.fromordinal(_EPOCH + int(cell)).isoformat()
            return doubtful(day, None, f"日期存成了数字{text_of(cell)}，读作{day}。", "请把该列设为“日期”后核对。")
        cell = text_of(cell)
    text = key(str(cell))
    if not text or _NOTHING.fullmatch(text):
        return BLANK
    found = _DAY.fullmatch(text)
    try:
        if found:
            named = date(*(int(part) for part in found.groups() if part))
            return Reading(named.isoformat()) if named.year in _CENTURY else _no_day(text)
    except ValueError:
        found = None
    return _no_day(text_of(cell))


def _no_day(shown: str) -> Reading:
    return refused("cell-date", f"“{shown}”不是日期，或没有写全。", "请写成 2020-06-01。")


def read_text(cell: Any) -> Reading:
    """Words as they stand."""
    text = text_of(cell)
    if not text.isprintable() and (marks := control_characters(text)):
        return refused("cell-text", f"文字里有看不见的控制字符（{marks}）。", "请删去后重新输入。")
    if text[:1] in ("=", "@"):
        return refused("cell-text", f"“{text}”以“{text[0]}”开头，会被当作公式。", "请改成文字。")
    return Reading(text)


def read_phone(cell: Any) -> Reading:
    """A telephone number; as a number it may have lost a 0 or an area code's dash."""
    if isinstance(cell, float) and len(text_of(cell)) != _PHONE_DIGITS:
        text = text_of(cell)
        return doubtful(text, None, f"电话“{text}”存成了数字，前面的0可能已丢失。", "请把该列设为“文本”后重新填写。")
    return read_text(cell)


def read_credit_code(cell: Any) -> Reading:
    """统一社会信用代码; “/” where there is none."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        message = f"信用代码被存成数字（{text_of(cell)}），后几位已丢失。"
        return refused("cell-number-stored", message, "请把该列设为“文本”，再照营业执照重新填写。")
    code = credit_code.normal(text_of(cell))
    if not code:
        return BLANK
    if _NOTHING.fullmatch(code):
        return Reading(NONE)
    if fault := credit_code.fault(code):
        return refused("cell-code", fault.message, fault.remedy)
    return Reading(code)


def read_area_code(cell: Any) -> Reading:
    """统计用区划代码: 6, 9 or 12 digits."""
    text = text_of(cell)
    if text and not re.fullmatch(r"\d{6}|\d{9}|\d{12}", text):
        message = f"区划代码“{text}”不是6、9或12位数字。"
        return refused("cell-code", message, "请把该列设为“文本”后重新填写。")
    return Reading(text)


def read_flag(cell: Any) -> Reading:
    """是 or 否."""
    text = key(text_of(cell))
    if not text:
        return BLANK
    if text in ("是", "√", "✓", "y", "yes", "true"):
        return Reading("是")
    if text in ("否", "×", "x", "n", "no", "false"):
        return Reading("否")
    return refused("cell-choice", f"“{text_of(cell)}”应为“是”或“否”。", "请改正。")


def choice_reader(choices: tuple[str, ...], meanings: Mapping[str, str]) -> Reader:
    """Reads one of `choices`; a word of `meanings` that a text holds means the choice it leads to."""

    def read(cell: Any) -> Reading:
        text = unicodedata.normalize("NFKC", key(text_of(cell)))
        if not text or text in choices:
            return Reading(text)
        meant = {choice for word, choice in meanings.items() if word in text and f"未{word}" not in text}
        if len(meant) == 1:
            choice = meant.pop()
            return doubtful(choice, None, f"“{text_of(cell)}”读作“{choice}”。")
        return refused("cell-choice", f"“{text_of(cell)}”不在可选之列。", f"可选：{'、'.join(choices)}。")

    return read


def caching(reader: Reader) -> Reader:
    """The same reader, asked once about each text or number."""
    known: dict[tuple[type, Any], Reading] = {}

    def read(cell: Any) -> Reading:
        asked = (cell.__class__, cell)
        found = known.get(asked)
        if found is None:
            found = known[asked] = reader(cell)
        return found

    return read


def finding(reading: Reading, where: Where, heading: str) -> Finding:
    """The doubt of `reading` at its cell, with the heading of its column."""
    assert reading.level is not None
    message = f"{heading}：{reading.message}" if heading else reading.message
    return Finding(reading.code, reading.level, where, message, reading.remedy)
