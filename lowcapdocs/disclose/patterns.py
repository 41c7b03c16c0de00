"""Personal numbers by their form: identity cards, phones, bank cards, mail addresses. No data is needed to know them.

Looked for in `normal.spaced` text, so that neither full-width digits nor blanks, dashes and invisible
marks between the digits hide them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from lowcapdocs.disclose.normal import Joined, digits, spaced
from lowcapdocs.model.credit_code import fault

Form = Literal["identity", "phone", "card", "mail"]

_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
        "91",
    ]
)
"""GB/T 2260, and 81 to 83 and 91 of residents from elsewhere."""
_WEIGHTS = tuple(2**place % 11 for place in range(17, 0, -1))
"""GB 11643-1999: the weight of place i is 2^(i-1) mod 11, counted from the right."""
_CHECKS = "10x98765432"
_FIRST_YEAR, _LAST_YEAR = 1880, 2099
_CARD_LENGTHS = range(16, 20)
_CARD = re.compile(r"(?:[3-6]|9|22[2-9]|2[3-6]|27[01])\d+")
"""ISO/IEC 7812: digits that cards begin with; 20… are dates."""
_MOBILE = re.compile(r"(?:86)?(1[3-9]\d{9})")
_LANDLINE = re.compile(r"(?:86)?(0(?:10|2\d)[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7})")
_MOBILE_PARTS = {
    (11,),
    (3, 4, 4),
    (3, 8),
    (7, 4),
    (3, 5, 3),
    (4, 4, 3),
    (4, 3, 4),
    (5, 6),
    (2, 11),
    (2, 3, 4, 4),
    (2, 3, 8),
}
_LANDLINE_PARTS = re.compile(r"\(?(?:\+?86[- ]?)?\(?0\d{2,3} ?[-/)]? ?\d{3,8}(?:[- ]\d{3,4})?")
_LOCAL = re.compile(
    r"(?:电话|热线|手机|传真|座机|联系方式|联系|tel|phone|fax)[^0-9a-z\n]{0,6}([2-8]\d{2,3}[- ]?\d{4})(?![0-9a-z]|-\d)"
)
_RUN = re.compile(r"(?<![0-9a-z])(?<!\d\.)\d{11,19}x?(?![0-9a-z]|\.\d)")
_MAIL = re.compile(r"(?<![0-9a-z._%+-])[0-9a-z][0-9a-z._%+-]*@[0-9a-z-]+(?:\.[0-9a-z-]+)*\.[a-z]{2,}(?![0-9a-z])")
_UNIT = re.compile(r" ?(?:元(?![\u3400-\u9fff])|万元|吨|千瓦时|平方米)")
_CALLED = re.compile(r"(?:电话|热线|手机|传真|联系|身份证|账号|帐号|卡号|号码|微信|tel|phone)")
_OTHER_NUMBER = re.compile(r"(?:代码|注册号|登记号|税号|许可证|编号|索引号|文号|流水号)[^0-9a-z\n]{0,4}$")


class Number(NamedTuple):
    """What was found at `start` to `end` of the text, `value` without blanks and dashes."""

    form: Form
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Contacts:
    """Numbers and addresses of the office itself: they may stand anywhere. Made from Site.contacts, whole texts."""

    texts: tuple[str, ...] = ()

    @cached_property
    def _numbers(self) -> frozenset[str]:
        known = set()
        for text in self.texts:
            for part in re.split(r"[,、;/\n]|转", spaced(text)):
                if len(number := digits(part)) >= 7:
                    known |= {number, number.removeprefix("86")}
        return frozenset(known)

    @cached_property
    def _mails(self) -> frozenset[str]:
        return frozenset(each[0] for text in self.texts for each in _MAIL.finditer(spaced(text)))

    def has(self, number: Number) -> bool:
        """Whether the number, with or without its area code, or the mail address is the office's own."""
        if number.form == "mail":
            return number.value in self._mails
        if number.form != "phone":
            return False
        value = number.value
        return any(value == own or (len(value) >= 7 and own.endswith(value)) for own in self._numbers) or any(
            value.startswith("0") and len(own) >= 7 and own[0] != "0" and value.endswith(own) for own in self._numbers
        )


def numbers(text: str, divided: Iterable[Joined], contacts: Contacts) -> Iterator[Number]:
    """Every personal number of `spaced` text that is not the office's own; of two forms of one number, one.

    `divided` is what `normal.joined` makes of the text.
    """
    taken: list[tuple[int, int]] = []
    for found in sorted(_candidates(text, divided), key=lambda each: (each.start - each.end, each.start)):
        if any(found.start < end and start < found.end for start, end in taken):
            continue
        taken.append((found.start, found.end))
        if not contacts.has(found):
            yield found


def _candidates(text: str, divided: Iterable[Joined]) -> Iterator[Number]:
    for run in _RUN.finditer(text):
        before = text[max(0, run.start() - 12) : run.start()]
        form = _form(run[0], (len(run[0]),), before)
        if form and not (form == "phone" and _is_amount(before, text[run.end() : run.end() + 4])):
            yield Number(form, run[0], *run.span())
    for whole, parts, start, end in divided:
        whole_number = len(whole) >= 11 and _plausible(parts) and _whole(text, start, end)
        if whole_number and (form := _form(whole, parts, text[max(0, start - 12) : start])):
            yield Number(form, whole, start, end)
    for found in _LANDLINE_PARTS.finditer(text):
        value = digits(found[0])
        if _LANDLINE.fullmatch(value) and _whole(text, *found.span()):
            yield Number("phone", value, *found.span())
    for found in _LOCAL.finditer(text):
        yield Number("phone", digits(found[1]), *found.span(1))
    if "@" in text:
        for found in _MAIL.finditer(text):
            yield Number("mail", found[0], *found.span())


def _is_amount(before: str, after: str) -> bool:
    """Whether a unit follows, and nothing before says that it is somebody's number: 总产值13812345678元."""
    return _UNIT.match(after) is not None and not _CALLED.search(before)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no digit or letter touches the number, and no decimal point."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before and before[-1].isascii() and before[-1].isalnum():
        return False
    if len(before) == 2 and before[1] in ".-" and before[0].isdigit() and before[0].isascii():
        return False
    if after and after[0].isascii() and after[0].isalnum():
        return False
    return not (len(after) == 2 and after[0] in ".-" and after[1].isascii() and after[1].isdigit())


def _plausible(parts: tuple[int, ...]) -> bool:
    """Whether people divide one number so: digit by digit, or into groups of three and more but for the last."""
    return set(parts) == {1} or (min(parts[:-1]) >= 3 and len(parts) <= 6) or parts in _MOBILE_PARTS


def _form(whole: str, parts: tuple[int, ...], before: str) -> Form | None:
    """What a number of digits (the last may be x) is, if it is personal."""
    if is_identity(whole):
        is_code = _OTHER_NUMBER.search(before) and (len(whole) == 15 or fault(whole) is None)
        return None if is_code else "identity"
    if not whole.isdigit():
        return None
    if _MOBILE.fullmatch(whole) and (len(parts) == 1 or parts in _MOBILE_PARTS or set(parts) == {1}):
        return "phone"
    if len(parts) == 1 and _LANDLINE.fullmatch(whole):
        return "phone"
    if is_card(whole) and not (len(whole) == 18 and fault(whole) is None) and not _OTHER_NUMBER.search(before):
        return "card"
    return None


def is_identity(text: str) -> bool:
    """Whether `text` (lower case) is a 公民身份号码 of GB 11643-1999 with its check character, or an old one of 15 digits.

    An old number has no check character: its province and its day of birth must be possible.
    """
    if len(text) == 18 and text[:17].isdigit():
        check = _CHECKS[sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False)) % 11]
        return text[:2] in _PROVINCES and _is_day(text[6:14]) and text[17] == check
    return len(text) == 15 and text.isdigit() and text[:2] in _PROVINCES and _is_day("19" + text[6:12])


def _is_day(text: str) -> bool:
    try:
        return _FIRST_YEAR <= date(int(text[:4]), int(text[4:6]), int(text[6:])).year <= _LAST_YEAR
    except ValueError:
        return False


def is_card(text: str) -> bool:
    """Whether digits are the number of a bank card: 16 to 19, with the check digit of ISO/IEC 7812-1 (Luhn)."""
    if len(text) not in _CARD_LENGTHS or not _CARD.fullmatch(text) or len(set(text)) == 1:
        return False
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(text))]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0
