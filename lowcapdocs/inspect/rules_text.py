"""Numerals and punctuation (clause 9; GB/T 15834—2011, GB/T 15835—2011): Q1-1 to Q1-8.

What is wrong in a piece of Chinese text `gongwen.typography` says, as it does for drafts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcapdocs.gongwen import typography
from lowcapdocs.gongwen.typography import Slip
from lowcapdocs.inspect.clauses import BY_ID
from lowcapdocs.inspect.content import Paragraph
from lowcapdocs.inspect.judging import Habit, Judgement, Rule, wrong_face
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.prose import LEVEL_ROLES, heading_runs, headings
from lowcapdocs.inspect.verdict import Advice, Verdict

_CODES = {
    "Q1-1": {"range-mark", "range-percent", "range-unit"},
    "Q1-2": {"text-fullwidth"},
    "Q1-3": {"date-zero", "year-form"},
    "Q1-4": {"enumeration-mark"},
    "Q1-5": {"number-cited"},
    "Q1-7": {"text-halfwidth", "text-quotes"},
}
"""The slips of `typography` that break each clause; the rest of them are habits of drafts."""
_LATIN_IN_BRACKETS = re.compile(r"^[\u4e00-\u9fff]\([A-Za-z]")
_TOLD = 8
"""Places of one clause that are told singly; the rest are counted."""


def _judged_elsewhere(parts: Parts) -> dict[Paragraph, str]:
    """What is left of paragraphs whose marks another clause judges: colons of labels, brackets, numerals, 文号."""
    found = dict.fromkeys(parts.head.order, "")
    labelled = [*parts.attendance, *(parts.imprint.cells if parts.imprint else [])]
    labelled += [line for note in (parts.note, *(each.note for each in parts.enclosures)) for line in note.lines]
    for paragraph in labelled:
        found[paragraph] = re.sub(r"^[\s\u4e00-\u9fff]{1,6}\d*[:：]|[。.]$", "", paragraph.plain)
    whole = [parts.date, parts.imprint.printer if parts.imprint else None, *(each.label for each in parts.annexes)]
    found |= dict.fromkeys((each for each in whole if each is not None), "")
    if parts.addressees is not None:
        found[parts.addressees] = parts.addressees.plain[:-1]
    if parts.annotation is not None:
        found[parts.annotation] = parts.annotation.plain.strip("()（）")
    for blocks in parts.texts():
        for heading in headings(blocks):
            found[heading.paragraph] = heading.paragraph.plain[len(heading.numeral) :]
    return found


def _open(slip: Slip) -> bool:
    """Whether a draft is warned of what the standards leave open: 5—10家 (GB/T 15835—2011), Latin words in ()."""
    return (slip.code == "range-mark" and "—" in slip.excerpt) or bool(_LATIN_IN_BRACKETS.match(slip.excerpt))


def _rule(clause: str) -> Rule:
    """A rule that looks for the slips of `clause` in every paragraph, and tells all of them in one line."""

    def rule(parts: Parts) -> list[Verdict]:
        elsewhere = _judged_elsewhere(parts)
        texts = [(each, elsewhere.get(each, each.plain)) for each in parts.everything()]
        found = [
            (slip, paragraph)
            for paragraph, text in texts
            for slip in typography.slips(text)
            if slip.code in _CODES[clause] and not _open(slip)
        ]
        judge = Judgement(clause)
        if texts:
            shown = "、".join(f"“{slip.excerpt.strip()}”（{paragraph.where}）" for slip, paragraph in found[:_TOLD])
            count = f"等{len(found)}处" if len(found) > 1 else ""
            remedy = "".join(dict.fromkeys(slip.remedy for slip, _ in found))
            judge.check(not found, BY_ID[clause].requirement, shown + count, found[0][1].place if found else "", remedy)
        return judge.done()

    return rule


def end_marks(parts: Parts) -> list[Verdict]:
    """Titles, headings that stand alone and names of annexes carry no mark at their end."""
    judge = Judgement("Q1-6")
    for paragraph in _titles(parts):
        end = typography.end_mark(paragraph.plain)
        judge.check(not end, "标题末尾不用标点", f"末尾是“{end}”", paragraph.place, "删去末尾的标点。")
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
            end = typography.end_mark(heading.paragraph.plain)
            judge.check(
                listed or not end,
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
    "Q1-1": _rule("Q1-1"),
    "Q1-2": _rule("Q1-2"),
    "Q1-3": _rule("Q1-3"),
    "Q1-4": _rule("Q1-4"),
    "Q1-5": _rule("Q1-5"),
    "Q1-6": end_marks,
    "Q1-7": _rule("Q1-7"),
    "Q1-8": _by_hand("Q1-8", "计量单位和数字用法是否得当，须人工检查"),
}
HABITS: tuple[Habit, ...] = (units, citing)
