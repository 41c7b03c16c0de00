"""Numerals of the four levels (7.3.3): 一、（一）1.（1）. They are computed, never typed."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"

TYPED_NUMERAL = re.compile(
    r"(?:第?[一二三四五六七八九十百]+[、．.]|[（(][一二三四五六七八九十百]+[）)]"
    r"|\d+[、．]|\d+\.(?!\d)|[（(]\d+[）)]|[①-⑳])"
)
"""What a typed numeral looks like at the beginning of a line."""


def chinese(number: int) -> str:
    """`number` (1 to 999) in Chinese numerals: 12 → 十二, 105 → 一百零五. Raises ValueError else."""
    if not 1 <= number <= 999:
        raise ValueError(f"1 to 999 only: {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def numeral(level: int, number: int) -> str:
    """The numeral of the `number`-th heading (from 1) of `level` (1 to 4)."""
    match level:
        case 1:
            return f"{chinese(number)}、"
        case 2:
            return f"（{chinese(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
        case _:
            raise ValueError(f"levels 1 to 4 only: {level}")


class Counter:
    """Counts headings as they come; a heading starts its lower levels anew."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0, 0]

    def next(self, level: int) -> str:
        """The numeral of the next heading of `level` (1 to 4)."""
        self._counts[level - 1] += 1
        for lower in range(level, 4):
            self._counts[lower] = 0
        return numeral(level, self._counts[level - 1])
