"""Numbers as officials spell them: 二十五 is 25, 二〇二〇年 is 2020年; prose is left alone."""

from __future__ import annotations

import re

_DIGITS = {"零": 0, "〇": 0, "○": 0, "两": 2} | {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
_NUMERAL = "".join(_DIGITS) + "十"
_COUNTED = re.compile(
    rf"(?<![下统{_NUMERAL}])([{_NUMERAL}]+)(?=个?(?:工作日|自然日|年|半年|季度|月|旬|星期|周|日|号|天|时|点|家|户|项))"
)


def spelt_number(text: str) -> int | None:
    """The number up to 99, or the row of digits (二〇二〇), that `text` spells; None if it is none."""
    if not text or set(text) - set(_NUMERAL):
        return None
    if "十" not in text:
        return int("".join(str(_DIGITS[digit]) for digit in text))
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return None
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)


def with_digits(text: str) -> str:
    """`text` with the numerals that count days, months and the like in digits: 五月底前 → 5月底前.

    Numerals that count nothing stay (五一节前, 一厂一策).
    """

    def digits(found: re.Match[str]) -> str:
        value = spelt_number(found[1])
        return found[1] if value is None else str(value)

    return _COUNTED.sub(digits, text)
