"""统一社会信用代码 (GB 32100-2015): what form a code has, and what is wrong with one that has not.

Eighteen characters: 登记管理部门 (1), 机构类别 (1), 行政区划 (6 digits), 主体标识码 (9), 校验码 (1).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters that a code may have, by their value (GB 32100-2015): no I, O, S, V, Z."""
LENGTH = 18
_MODULUS = 31
_WEIGHT_BASE = 3
"""The weight of character i is 3^(i-1) mod 31."""
_WEIGHTS = tuple(pow(_WEIGHT_BASE, place, _MODULUS) for place in range(LENGTH - 1))
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_DISTRICT = slice(2, 8)
_SPREADSHEET_DIGITS = 15
"""As many digits of a number as a spreadsheet keeps."""
_SCIENTIFIC = re.compile(r"\d(\.\d+E\+?|E\+)\d+")
_LOOKS_LIKE = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
_OTHER_NUMBERS = {15: "15位的是旧的营业执照注册号", 9: "9位的是组织机构代码"}

FaultKind = Literal["scientific", "digits", "length", "character", "district", "checksum"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a code, in words, and what to do about it."""

    kind: FaultKind
    message: str
    remedy: str


def normal(text: str) -> str:
    """`text` as a code is written: half-width, upper case, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def check_character(body: str) -> str:
    """校验码 for the first 17 characters of a code.

    Raises ValueError if one of them is not of `ALPHABET`, or if there are not 17.
    """
    if len(body) != LENGTH - 1:
        raise ValueError(body)
    try:
        weighted = sum(_VALUES[each] * weight for each, weight in zip(body, _WEIGHTS, strict=True))
    except KeyError as problem:
        raise ValueError(body) from problem
    return ALPHABET[-weighted % _MODULUS]


def fault(text: str) -> Fault | None:
    """The first thing that is wrong with the code `text`; None if it is in order.

    Damage by spreadsheets is told before what follows from it: the code was a number once, and its
    last digits are gone for good.
    """
    code = normal(text)
    as_text = "请把该列设为“文本”，再照营业执照重新填写。"
    if _SCIENTIFIC.fullmatch(code):
        return Fault("scientific", f"信用代码“{text}”成了科学计数法，后几位已丢失。", as_text)
    if len(code) != LENGTH:
        other = _OTHER_NUMBERS.get(len(code), "")
        message = f"信用代码“{text}”是{len(code)}位，应为{LENGTH}位{f'（{other}）' if other else ''}。"
        return Fault("length", message, "请照营业执照补全或改正。")
    if foreign := next((each for each in code if each not in ALPHABET), ""):
        like = _LOOKS_LIKE.get(foreign)
        guess = f"是不是“{like}”？" if like else ""
        message = f"信用代码“{text}”里有不该出现的“{foreign}”。"
        return Fault("character", message, f"{guess}请照营业执照改正。")
    right = check_character(code[:-1])
    if code[-1] != right and _lost_digits(code):
        return Fault("digits", f"信用代码“{text}”被当作数字存过，后三位已丢失。", as_text)
    if not code[_DISTRICT].isdigit():
        message = f"信用代码“{text}”第3至8位是行政区划代码，应为数字。"
        return Fault("district", message, "请照营业执照改正。")
    if code[-1] != right:
        message = f"信用代码“{text}”校验不符：照前17位，末位应是“{right}”。"
        return Fault("checksum", message, "请照营业执照逐位核对。")
    return None


def _lost_digits(code: str) -> bool:
    """Whether `code` is what a spreadsheet, or a program reading its file, makes of a longer number.

    A spreadsheet puts 0 for every digit after the fifteenth; a program prints the nearest binary number.
    """
    if not code.isdigit():
        return False
    kept = code[:_SPREADSHEET_DIGITS].ljust(LENGTH, "0")
    return code in (kept, str(int(float(kept))), str(int(float(code))))
