"""Numerals and punctuation (clause 9; GB/T 15834—2011, GB/T 15835—2011): Q1-1 to Q1-8.

Each rule is a pattern that is wrong wherever it stands in Chinese text; what may be right somewhere
(telephone numbers, codes, standards, times) is kept out of the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcapdocs.inspect.content import Paragraph
from lowcapdocs.inspect.judging import Habit, Judgement, Rule, wrong_face
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.prose import LEVEL_ROLES, heading_runs, headings
from lowcapdocs.inspect.verdict import Advice, Verdict

_HAN = r"\u4e00-\u9fff"
_UNIT = r"(?:%|‰|％|[年月日天周]|个|家|亩|吨|元|万|亿|千|人|户|项|次|件|台|套|公里|公顷|平方|立方|米|小时|分钟|倍|成|岁|级|度|名|页|条|处|所|例|批|期)"
_CODE = r"(?<![\dA-Za-z.\-—/第〔])"
_END_MARKS = "。；，：、;,:."

Pattern = tuple[re.Pattern[str], str, str]
"""What is wrong, what the standard expects, how to mend it."""

_RANGES: tuple[Pattern, ...] = (
    (
        re.compile(rf"{_CODE}\d+(?:\.\d+)?(?:%|％|[年月日])?\s?(?:-{{1,2}}|–)\s?\d+(?:\.\d+)?(?={_UNIT})(?!\d|年版)"),
        "数值起止用浪纹线“～”，时间起止用一字线“—”",
        "数值写作25～30家，时间写作2021—2023年。",
    ),
    (
        re.compile(r"(?<!\d)(?:19|20)\d{2}年?\s?[～~]\s?(?:19|20)\d{2}年"),
        "年份起止用一字线“—”",
        "写作2021—2023年。",
    ),
    (re.compile(r"\d~\d"), "浪纹线“～”用全角", "改为“～”（U+FF5E）。"),
    (
        re.compile(r"(?<![\d.%])\d+(?:\.\d+)?[～—]\d+(?:\.\d+)?(?:%|％|万元|亿元)"),
        "前后两个数值都写百分号或“万”“亿”",
        "写作63%～68%、13万元～17万元。",
    ),
)
_DIGITS: tuple[Pattern, ...] = (
    (re.compile(r"[０-９]+"), "阿拉伯数字用半角", "改为半角数字。"),
    (re.compile(r"\d．\d"), "小数点用半角“.”", "改为半角小数点。"),
)
_DATES: tuple[Pattern, ...] = (
    (re.compile(r"(?<![\d.\-:])0\d月|(?<=月)0\d日"), "月、日不编虚位", "06月写作6月。"),
    (re.compile(r"(?<![\d.])\d{2}年(?:1[0-2]|[1-9])月\d{1,2}日"), "年份写全四位", "写作2020年4月5日。"),
)
_BETWEEN: tuple[Pattern, ...] = (
    (re.compile(r"》、《"), "书名号之间不用顿号", "删去书名号之间的顿号。"),
    (re.compile(r"”、“"), "引号之间不用顿号", "删去引号之间的顿号。"),
)
_BRACKETS: tuple[Pattern, ...] = (
    (
        re.compile(r"[\[［【﹝(（〈]\s?(?:19|20)\d{2}\s?[\]］】﹞)）〉]\s?第?\d+号"),
        "文号的年份用六角括号〔〕",
        "改为〔〕（U+3014、U+3015）。",
    ),
)
_WIDTHS: tuple[Pattern, ...] = (
    (re.compile(rf"(?<=[{_HAN}》”）])[,;:?!](?=[{_HAN}《“（\s]|$)"), "标点用全角", "改为全角标点。"),
    (re.compile(rf"(?<=[{_HAN}》”）])\.(?=$|[{_HAN}])"), "句号用“。”", "改为“。”。"),
    (
        re.compile(rf"\([^()]*[{_HAN}][^()]*\)|(?<=[{_HAN}])\((?!(?:19|20)\d{{2}}\)\s?第?\d+号)(?=[\d{_HAN}])"),
        "括号用全角（）",
        "改为全角括号。",
    ),
    (re.compile(rf"\"[^\"]*[{_HAN}][^\"]*\""), "引号用“”", "改为全角引号“”。"),
)


def _judged_elsewhere(parts: Parts) -> dict[Paragraph, str]:
    """What is left of paragraphs whose marks another clause judges: colons of labels, brackets, numerals, 文号."""
    found = dict.fromkeys(parts.head.order, "")
    labelled = [*parts.attendance, *(parts.imprint.cells if parts.imprint else [])]
    labelled += [line for note in (parts.note, *(each.note for each in parts.enclosures)) for line in note.lines]
    for paragraph in labelled:
        found[paragraph] = re.sub(r"^[\s\u4e00-\u9fff]{1,6}\d*[:：]|[。.]$", "", paragraph.plain)
    if parts.date is not None:
        found[parts.date] = ""
    for annex in parts.annexes:
        found[annex.label] = ""
    if parts.addressees is not None:
        found[parts.addressees] = parts.addressees.plain[:-1]
    if parts.annotation is not None:
        found[parts.annotation] = parts.annotation.plain.strip("()（）")
    for blocks in parts.texts():
        for heading in headings(blocks):
            found[heading.paragraph] = heading.paragraph.plain[len(heading.numeral) :]
    return found


def _rule(clause: str, patterns: tuple[Pattern, ...]) -> Rule:
    """A rule that looks for `patterns` in every paragraph; the first fault of a pattern in a paragraph is told."""

    def rule(parts: Parts) -> list[Verdict]:
        judge = Judgement(clause)
        elsewhere = _judged_elsewhere(parts)
        for paragraph in parts.everything():
            text = elsewhere.get(paragraph, paragraph.plain)
            for pattern, expected, remedy in patterns:
                found = pattern.search(text)
                shown = text[max(0, found.start() - 2) : found.end() + 2].strip() if found else ""
                judge.check(found is None, expected, f"“{shown}”", paragraph.place, remedy)
        return judge.done()

    return rule


def end_marks(parts: Parts) -> list[Verdict]:
    """Titles, headings that stand alone and names of annexes carry no mark at their end."""
    judge = Judgement("Q1-6")
    for paragraph in _titles(parts):
        end = paragraph.plain[-1]
        judge.check(end not in _END_MARKS, "标题末尾不用标点", f"末尾是“{end}”", paragraph.place, "删去末尾的标点。")
    for blocks in parts.texts():
        found = headings(blocks)
        shown = [each for each in blocks if isinstance(each, Paragraph) and not each.empty]
        for heading in found:
            if (
                heading.level > 2
                or not heading.alone
                or wrong_face(heading_runs(heading)[0], LEVEL_ROLES[heading.level])
            ):
                continue  # a numbered sentence of the text, not set as a heading
            at = shown.index(heading.paragraph)
            after = shown[at + 1] if at + 1 < len(shown) else None
            listed = after is None or any(each.paragraph is after and each.level <= heading.level for each in found)
            end = heading.paragraph.plain[-1]
            judge.check(
                listed or end not in "。；，：、",
                "独立成段的标题末尾不用标点",
                f"末尾是“{end}”",
                heading.paragraph.place,
                "删去末尾的标点。",
            )
    return judge.done("没有标题")


def _titles(parts: Parts) -> Iterator[Paragraph]:
    found = [parts.title, *(each.title for each in parts.enclosures), *(each.title for each in parts.annexes)]
    for each in found:
        if each is not None:
            yield each.paragraphs[-1]


def _by_hand(clause: str, reason: str) -> Rule:
    return lambda parts: Judgement(clause).absent(reason)


def units(parts: Parts) -> Iterator[Advice]:
    """Units that are not legal ones but tolerated by custom."""
    for paragraph in parts.everything():
        if re.search(r"\d+(?:\.\d+)?万?亩", paragraph.plain):
            yield Advice("Q1-8", "“亩”不是法定计量单位，按习惯可用；宜用公顷，或括注。", paragraph.place)
            return


def citing(parts: Parts) -> Iterator[Advice]:
    """A document is cited by its title first, its number behind it (office habit)."""
    for paragraph in parts.everything():
        if re.search(r"〔(?:19|20)\d{2}〕\d+号[）)]?《", paragraph.plain):
            yield Advice("Q1-5", "引用公文宜先写标题，后括注文号：《……的通知》（××〔2020〕1号）。", paragraph.place)
            return


RULES: dict[str, Rule] = {
    "Q1-1": _rule("Q1-1", _RANGES),
    "Q1-2": _rule("Q1-2", _DIGITS),
    "Q1-3": _rule("Q1-3", _DATES),
    "Q1-4": _rule("Q1-4", _BETWEEN),
    "Q1-5": _rule("Q1-5", _BRACKETS),
    "Q1-6": end_marks,
    "Q1-7": _rule("Q1-7", _WIDTHS),
    "Q1-8": _by_hand("Q1-8", "计量单位和数字用法是否得当，须人工检查"),
}
HABITS: tuple[Habit, ...] = (units, citing)
