"""Numerals and punctuation in Chinese text (GB/T 15835—2011, GB/T 15834—2011), as far as code can be sure.

`slips` says what stands wrong in one piece of text. It would rather miss a slip than call right
text wrong: addresses, document numbers, names of standards, product codes, dates and times in
figures are set aside first. What people typed is told, never changed; `between` is for names that
we put in a row ourselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Slip(NamedTuple):
    """One slip: the code of its finding, the words it stands in, what is wrong, what to do."""

    code: str
    excerpt: str
    message: str
    remedy: str


_HAN = r"\u3400-\u9fff"
_ASIDE = (
    r"(?:https?://|www\.)[^\s\u3400-\u9fff，。；）》”]+"  # addresses
    r"|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![A-Za-z])[A-Z]{1,5}[A-Z/]*\s?\d+(?:\.\d+)*[-—]\d{2,4}(?!\d)"  # GB/T 9704—2012, GB 16297-1996
    r"|(?<!\d)(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)(?!\d)"  # 2020-04-20, 9:00
    r"|(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[-./:][A-Za-z0-9]+)+"  # A-1, PM2.5
    r"|(?<![\d-])(?:\+86[- ]?)?(?:0\d{2,3}-\d{7,8}|1\d{2}-\d{4}-\d{4})(?:-\d{1,5})?(?!\d)"  # telephones
    r"|\d+(?:-\d+){2,}"  # 3-5-2: a number of a plot, a house, an account
)
_BLANK = "\ufffc"
"""Stands for what is set aside."""

_NUMBER = r"\d+(?:\.\d+)?"
_UNITS = (
    "家|个|户|项|台|套|条|处|所|批|例|件|次|人|名|页|级|天|小时|分钟|公里|千米|米|平方|立方|公顷|亩|吨标准煤|吨|千克|公斤|克"
    "|千瓦时|度|万|亿|元|倍|成|岁|[%％‰℃]"
)
_PERIOD = "年|月|日|时|点|季度|周|世纪"


class _Rule(NamedTuple):
    """What the pattern finds is a slip."""

    code: str
    pattern: str
    message: str
    remedy: str


_RULES = (  # what lies within the words of one, no later one tells
    _Rule(
        "number-cited",
        rf"[{_HAN}][\[［【（(﹝〖](?:19|20)\d{{2}}[\]］】）)﹞〗]第?\d+号|〔(?:19|20)\d{{2}}〕0\d*号?|(?<![令告])〔(?:19|20)\d{{2}}〕第\d*号?",
        "引用的发文字号写法不对",
        "应如“浙政发〔2021〕31号”：六角括号、四位年份、不加“第”不补零。",
    ),
    _Rule(
        "citation-order",
        r"〔(?:19|20)\d{2}〕\d+号《|》(?![和及与或的等以并按依根参对])[\u3400-\u9fff]{1,15}〔(?:19|20)\d{2}〕\d+号",
        "引用公文的顺序不对",
        "先写标题，后在括号里写发文字号，如《……的通知》（浙政发〔2021〕31号）。",
    ),
    _Rule(
        "range-percent",
        rf"(?<![\d.%％-]){_NUMBER}[-–—~～至]{_NUMBER}[%％]",
        "百分数的范围前一个数没有写百分号",
        "两个数都写百分号，如63%～68%。",
    ),
    _Rule(
        "range-unit",
        rf"(?<![\d.万亿-]){_NUMBER}[-–—~～]{_NUMBER}[万亿]",
        "范围的前一个数没有写“万”“亿”",
        "两个数都写“万”“亿”，如9亿～16亿。",
    ),
    _Rule(
        "range-mark",
        rf"(?<![\d.A-Za-z第表图{_BLANK}-]){_NUMBER}(?:{_UNITS})?[-–—~]{_NUMBER}(?:余|多)?(?:{_UNITS})(?!期)"
        rf"|(?<![\d.A-Za-z{_BLANK}-])\d{{1,4}}(?:{_PERIOD})?[-–~]\d{{1,4}}(?:{_PERIOD})"
        rf"|\d{{4}}年?～\d{{4}}年|(?<![\d.A-Za-z{_BLANK}-]){_NUMBER}~{_NUMBER}(?![\d.A-Za-z-])",
        "起止或范围的符号不对",
        "数值范围用“～”（25～30家），起止时间用“—”（2021—2023年）。",
    ),
    _Rule(
        "date-zero",
        r"年0\d月|月0\d日|(?<![\d.])0[1-9]月(?=\d{1,2}日|底|前|份|[上中下]旬|[，。；、）]|$)",
        "月、日前补了0",
        "写成6月5日、6月底前，不补0。",
    ),
    _Rule(
        "year-form",
        r"(?<![\d.〔])\d{2}年(?:\d{1,2}月|[上下]半年|底前|第[一二三四]季度)|[一二][九〇○零OＯ][〇○零OＯ一二三四五六七八九]{2}年"
        r"|(?<![一二三四五六七八九〇○零])[〇○零][一二三四五六七八九]年(?=\d|[一二三四五六七八九十]+月|度)",
        "年份写法不对",
        "年份用四位阿拉伯数字，如2020年。",
    ),
    _Rule(
        "text-quotes",
        rf"(?<!\d)\"[^\"{_BLANK}]*[{_HAN}][^\"]*\"|(?<![A-Za-z0-9])'[^']*[{_HAN}][^']*'",
        "用了直引号",
        "中文里用“”（里层用‘’）。",
    ),
    _Rule(
        "text-halfwidth",
        rf"[{_HAN}”》）][,;:?!](?=\s*(?:[{_HAN}“《（\d]|$))|[0-9A-Za-z%％][,;](?=[{_HAN}“《])|[{_HAN}”》）]\.(?=[{_HAN}“《]|$)"
        rf"|[{_HAN}]\([^()（）]*[)）]|\([^()（）]*[{_HAN}][^()（）]*[)）]|（[^()（）]*\)",
        "用了半角标点",
        "中文里用全角的，。；：？！（）。",
    ),
    _Rule("text-fullwidth", r"[０-９Ａ-Ｚａ-ｚ]+|\d．(?=\d)", "用了全角数字或字母", "数字、小数点、字母用半角。"),
    _Rule("enumeration-mark", "》、《|”、“", "并列的书名号或引号之间用了顿号", "删去它们之间的顿号。"),
    _Rule("mark-doubled", "[，、；：。]{2,}", "标点重复", "只留一个。"),
    _Rule(
        "ellipsis-form",
        rf"(?<=[{_HAN}])(?:\.{{3,}}|。{{3,}}|…(?!…)(?<!……))",
        "省略号写法不对",
        "用六连点“……”。",
    ),
    _Rule("numeral-mark", r"（[一二三四五六七八九十]+）[、，．.]", "括号序号后面加了标点", "（一）后面不加标点。"),
    _Rule("number-grouped", r"(?<![\d,.])[1-9],\d{3}(?![\d,])", "四位整数分了节", "四位整数不分节，如1200。"),
    _Rule(
        "unit-legal",
        rf"(?<![\d.,]){_NUMBER}(?:余|多)?(?:万|亿)?(?:亩(?![均产])|市斤|公分|英寸|英尺|马力)",
        "用了非法定计量单位",
        "用平方米、公顷、千克、厘米等法定单位；按惯例确需用的请忽略。",
    ),
)
_SUSPECT = re.compile(r"[\d\"'(),;:?!.~–～—０-９Ａ-Ｚａ-ｚ…〇○零（）《》〔〕]|[，、；：。]{2}|[二九][OＯ]|”、“")
"""What a text must hold for any rule to find something."""


@lru_cache(maxsize=1)
def _compiled() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], _Rule], ...]]:
    """What is set aside, and each rule; 25 ms that a run without checks need not spend."""
    return re.compile(_ASIDE), tuple((re.compile(rule.pattern), rule) for rule in _RULES)


@lru_cache(maxsize=4096)
def slips(text: str) -> tuple[Slip, ...]:
    """Every slip in one paragraph, heading, cell or title. Remembered, since a series shares its texts."""
    if not _SUSPECT.search(text):
        return ()
    aside, rules = _compiled()
    plain = aside.sub(_BLANK, text)
    found: list[Slip] = []
    told: list[tuple[int, int]] = []
    for pattern, rule in rules:
        for hit in pattern.finditer(plain):
            if any(start <= hit.start() and hit.end() <= end for start, end in told):
                continue
            told.append(hit.span())
            found.append(Slip(rule.code, hit[0].replace(_BLANK, "…"), rule.message, rule.remedy))
    return (*found, *_brackets(plain))


_FULL_WIDTH = str.maketrans("()", "（）")
_PAIRS = {"）": "（", "》": "《", "〕": "〔"}
_ITEM = re.compile(r"^(?:[0-9]+|[a-zA-Z]|[一二三四五六七八九十]+|[①-⑳])）")


def _brackets(text: str) -> Iterator[Slip]:
    """Brackets without their partner, round ones within round ones, 〔〕 where they do not belong."""
    opened: list[tuple[str, int]] = []
    text = _ITEM.sub("", text.translate(_FULL_WIDTH))
    for place, mark in enumerate(text):
        excerpt = text[max(place - 4, 0) : place + 6].replace(_BLANK, "…")
        if mark in "（《〔":
            if mark == "（" and any(each == "（" for each, _ in opened):
                remedy = "里层改用六角括号，如（……〔……〕……）。"
                yield Slip("bracket-nested", excerpt, "圆括号里又用了圆括号", remedy)
            if mark == "〔" and not opened and not re.match(r"〔(?:\d{4}|×+)〕", text[place:]):
                remedy = "六角括号只用于发文字号的年份和括号的里层。"
                yield Slip("bracket-hexagonal", excerpt, "六角括号用得不对", remedy)
            opened.append((mark, place))
        elif mark in _PAIRS:
            if opened and opened[-1][0] == _PAIRS[mark]:
                opened.pop()
            elif not (place and text[place - 1].isascii() and text[place - 1].isalnum()):  # 1）甲；2）乙
                yield _unpaired(excerpt)
    for _, place in opened:
        yield _unpaired(text[max(place - 4, 0) : place + 6].replace(_BLANK, "…"))


def _unpaired(excerpt: str) -> Slip:
    return Slip("bracket-unpaired", excerpt, "括号或书名号不成对", "请补齐或删去。")


_ENDS = re.compile(r"[。；，、：;,:]$")


def end_mark(text: str) -> str:
    """The mark at the end of what has none: a heading that stands alone, a name, a head of a table; or empty."""
    found = _ENDS.search(text)
    return found[0] if found else ""


def between(before: str, after: str, separator: str = "、") -> str:
    """What stands between two names in a row: no 、 in 《》《》 and “”“” (GB/T 15834—2011, 4.5.3.5)."""
    return "" if separator == "、" and before[-1:] + after[:1] in ("》《", "”“") else separator


_SHORT = re.compile(r"以下(?:简称|统称)[：:]?“([^”]{1,30})”")


def short_names(text: str) -> list[str]:
    """The short names that `text` defines: （以下简称“……”）."""
    return _SHORT.findall(text) if "以下" in text else []


_LARGE = re.compile(
    r"(?<![\d.〔-])([1-9]\d{4,}|\d+(?:\.\d+)?[万亿])(家|个|户|项|台|人|吨标准煤|吨|元|平方米|公顷|千瓦时|亩)"
)


def large_numbers(text: str) -> list[tuple[str, str]]:
    """Numbers of five digits and more, in full or in 万 and 亿, each with its unit."""
    return _LARGE.findall(text)
