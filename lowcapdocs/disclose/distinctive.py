"""Which values of the data can be told again wherever they turn up, and by what form they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from lowcapdocs.disclose.normal import digits, key, spaced
from lowcapdocs.gongwen.wording import decimal_text

Kind = Literal["person", "name", "code", "number", "text"]
"""person: a name of two or three characters; name: of a firm, place or paper; code: letters and digits (credit
codes, phone numbers, mail addresses); number: an amount; text: a remark."""


class Look(NamedTuple):
    """One form that a value is looked for in; `of` is the same for all forms of one value."""

    kind: Kind
    text: str
    of: str


PERSONS = frozenset({"legal_person", "signers", "reviewer", "contact"})
"""Fields that hold nothing but a person's name."""
NAMES = frozenset({"firm_name", "address", "number", "index_number", "evidence"})
"""Fields whose text is the name or number of one thing, if it is four characters or more."""
TITLES = frozenset({"name", "title", "file"})
"""Fields of titles: shorter than eight characters (工作要点) they are nobody's own."""
COMMON = frozenset(
    [
        "trade",
        "state",
        "outcome",
        "kind",
        "unit",
        "measure",
        "work",
        "heading",
        "authority",
        "legal_basis",
        "aliases",
        "short",
        "full",
        "short_name",
        "place",
        "total_name",
        "towns_name",
        "mark",
        "form",
        "template",
        "id",
        "basis",
        "sample",
        "parent",
        "town",
        "issuer",
        "printer",
        "retention",
        "disclosure",
        "disclosure_reason",
        "addressees",
        "copy_to",
        "period",
        "cycle",
        "color",
        "category",
        "status",
        "columns",
        "without",
        "industries",
        "ledger_covers",
    ]
)
"""Fields of words that anybody uses; what stands in them is never a secret by itself."""
NOBODY = frozenset({"示例", "某某", "不详", "待定", "未知", "本人"})
"""What stands for a person's name and is none."""
SHORTEST_NAME = 4
SHORTEST_TEXT = 8
"""Chinese characters of a remark that nobody writes twice by chance."""
LEAST_DIGITS = 5

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石"
    "金韦贾夏付傅方邹熊白孟秦邱侯江尹薛阎闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤康易乔赖文施洪季柳俞裘竺虞励乐忻戚应屠包费柯裴祝"
    "翁霍游岳章阮毕温庄聂齐殷向庞梅焦管卫葛宁骆盛单华欧翟左牛纪关耿柴古谷路詹涂蓝凌牟冉项舒尚申车甘童颜倪辛苗鲁上司诸慕"
)
"""First characters of names of people, the common ones."""
_SENTENCE = re.compile(r"[。;!?]|\{[^{}]*\}")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:[-./年](?:q|h|w|第)?\d{1,2}(?:[-./月季周]\d{0,2}[日度]?)?)?(?:[ t]?\d\d?:\d\d(?::\d\d)?)?年?"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_CODE = re.compile(r"[0-9a-z][0-9a-z._@+/()\-〔〕\[\] ]*[0-9a-z]")
_PERSON = re.compile(r"[\u3400-\u9fff]{2,3}")
_FIRM = re.compile(r"[\u3400-\u9fff（）()]{3,}(?:公司|厂|合作社|经营部|服务部|加工点|加工坊|作坊|门市部|商行|工作室)")
_PERSON_IN_TEXT = re.compile(
    r"(?:法定代表人|法人代表|负责人|联系人|经办人|经营者|业主|投资人|姓名)(?:为|是|姓名)?[:、 ]*"
    r"([\u3400-\u9fff]{2,3})(?=[^\u3400-\u9fff]|电话|手机|$)"
)
_CODE_IN_TEXT = re.compile(r"(?<![0-9a-z])(?=[0-9a-z-]*\d)[0-9a-z][0-9a-z-]{5,}[0-9a-z](?![0-9a-z])")
_MAIL = re.compile(r"[0-9a-z._%+-]+@[0-9a-z-]+(?:\.[0-9a-z-]+)+")
_NUMBER_IN_TEXT = re.compile(r"(?<![0-9a-z.\-])\d{5,}(?:\.\d+)?(?![0-9a-z\-])")


def of_number(value: Decimal | int) -> Iterator[Look]:
    """How an amount of five digits and more is looked for: in figures, and in 万 where it loses nothing."""
    text = decimal_text(abs(Decimal(value)))
    if sum(map(str.isdigit, text.strip("0."))) >= LEAST_DIGITS or len(text.partition(".")[0]) >= LEAST_DIGITS:
        yield Look("number", text, text)
        in_ten_thousands = decimal_text(abs(Decimal(value)) / 10_000)
        if abs(Decimal(value)) >= 10_000 and len(digits(in_ten_thousands)) >= LEAST_DIGITS and "." in in_ten_thousands:
            yield Look("number", in_ten_thousands + "万", text)


def of_text(value: str, field: str) -> Iterator[Look]:
    """How a text in `field` is looked for: as a whole where it is distinctive, and what is distinctive in it."""
    yield from of_whole(value, field)
    if field not in COMMON and len(whole := key(value)) > 3 and _HAN.search(whole) and not _DATE.fullmatch(whole):
        yield from _within(spaced(" ".join(value.split())))


def of_whole(value: str, field: str) -> Iterator[Look]:
    """How a text in `field` is looked for as a whole, or sentence by sentence."""
    whole = key(value)
    if field in COMMON or not whole or _DATE.fullmatch(whole):
        if field == "id" and len(whole) >= 7 and len(digits(whole)) >= 2 and not _DATE.fullmatch(whole):
            yield Look("code", whole, whole)
        return
    han = len(_HAN.findall(whole))
    if field in PERSONS and _PERSON.fullmatch(whole):
        if whole not in NOBODY:
            yield Look("person", whole, whole)
    elif _NUMBER.fullmatch(whole) and not whole.startswith("0") and field not in _NUMBERED:
        yield from of_number(Decimal(whole))
    elif not han and _CODE.fullmatch(whole):
        yield from _code(whole)
    elif (han >= SHORTEST_NAME and (field in NAMES | PERSONS or _FIRM.fullmatch(whole))) or (
        field in NAMES and han and len(digits(whole)) >= 2 and len(whole) >= 6
    ):
        yield Look("name", whole, whole)
    elif field in TITLES:
        if han >= SHORTEST_TEXT:
            yield Look("name", whole, whole)
    elif han:
        sentences = (sentence.strip("、,: ") for sentence in _SENTENCE.split(whole))
        yield from (Look("text", each, each) for each in sentences if len(_HAN.findall(each)) >= SHORTEST_TEXT)


_NUMBERED = frozenset({"phone", "credit_code", "code"})
"""Fields of numbers that are no amounts."""


def _code(whole: str) -> Iterator[Look]:
    if "@" in whole or len(digits(whole)) >= LEAST_DIGITS:
        yield Look("code", whole, whole)
        if (bare := re.sub(r"[^0-9a-z@.]", "", whole)) != whole and len(bare) >= 7:
            yield Look("code", bare, whole)
    elif len(whole) >= 12 and " " in whole:
        yield Look("name", whole, whole)


def _within(text: str) -> Iterator[Look]:
    """What is distinctive within a longer text: people by the word before them, firms, codes, mail, amounts."""
    people = (found[1] for found in _PERSON_IN_TEXT.finditer(text))
    yield from (Look("person", each, each) for each in people if each not in NOBODY and each[0] in _SURNAMES)
    yield from (Look("code", found[0], found[0]) for found in _MAIL.finditer(text))
    for found in _CODE_IN_TEXT.finditer(text):
        if len(digits(found[0])) >= 7 and not _DATE.fullmatch(found[0]):
            yield from _code(found[0])
    for found in _NUMBER_IN_TEXT.finditer(text):
        yield from of_number(Decimal(found[0]))
