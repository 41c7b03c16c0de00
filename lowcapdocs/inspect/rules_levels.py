"""层次序数 (7.3.3): the four levels 一、（一）1.（1）, their order, their numbers and their type: B4, B5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.faces import kind_of
from lowcapdocs.inspect.judging import Habit, Judgement, Rule, size_name, wrong_face, wrong_size
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.prose import LEVEL_ROLES, Heading, heading_of, heading_runs, headings, prose
from lowcapdocs.inspect.verdict import Advice, Verdict

_LEVEL_NAMES = {1: "第一层", 2: "第二层", 3: "第三层", 4: "第四层"}
_FORMS = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}
_ORDER = "“一、”“（一）”“1.”“（1）”"


def levels(parts: Parts) -> list[Verdict]:
    """7.3.3: 一、（一）1.（1） in this order and without gaps; 黑体, 楷体, 仿宋, 仿宋, all of 3号."""
    judge = Judgement("B4")
    annexes = {id(each.blocks) for each in parts.annexes}
    for blocks in parts.texts():
        found = headings(blocks)
        _sequence(judge, found)
        _order(judge, found)
        for heading in found:
            place = heading.paragraph.place
            judge.check(
                not heading.fault,
                f"{_LEVEL_NAMES[heading.level]}用“{_FORMS[heading.level]}”",
                f"“{heading.numeral}”（{heading.fault}）",
                place,
                f"改为“{_FORMS[heading.level]}”的写法。",
            )
            if id(blocks) not in annexes or heading.length >= 6:
                _type(judge, heading)
    return judge.done("没有层次序数")


def _type(judge: Judgement, heading: Heading) -> None:
    """Face and size of a heading; a numbered paragraph without a heading is plain text, judged under P4."""
    runs = heading_runs(heading)[0]
    if not heading.length or not runs or heading.level > 2:
        return
    if _is_sentence(heading):
        return
    role = LEVEL_ROLES[heading.level]
    name = f"{_LEVEL_NAMES[heading.level]}3号{kind_of(role).chinese}"
    place = heading.paragraph.place
    face = wrong_face(runs, role)
    judge.check(not face, name, face, place, f"这一层标题的字体改为{kind_of(role).chinese}。")
    size = wrong_size(runs, s.SIZE_3)
    judge.check(not size, name, size_name(size), place, "字号改为3号。")


def _is_sentence(heading: Heading) -> bool:
    """Whether what is numbered is a sentence of the text, and no heading of anything."""
    text = heading.paragraph.plain[len(heading.numeral) : heading.length]
    return heading.alone and bool(re.search(r"[，；：,;:].*[。；;]$|[；;]$", text)) and len(text) > 12


def _is_item(heading: Heading) -> bool:
    """Whether what is numbered is an item of a list within the text: a sentence or part of one."""
    return not heading.length or (heading.alone and heading.paragraph.plain.endswith(("。", "；", ";")))


def _sequence(judge: Judgement, found: list[Heading]) -> None:
    """Numbers go on by one; a lower level begins anew under each higher one, or counts through."""
    counts: dict[int, int] = {}
    through: dict[int, int] = {}
    for heading in found:
        level, number = heading.level, heading.number
        before, all_before = counts.get(level, 0), through.get(level, 0)
        good = number in (before + 1, all_before + 1) or (number == 1 and level > 2) or (number == 1 and before == 0)
        wanted = f"{before + 1}" if before or not all_before else f"1或{all_before + 1}"
        judge.check(
            good,
            f"{_LEVEL_NAMES[level]}序数连续，这里是第{wanted}个",
            f"“{heading.numeral}”",
            heading.paragraph.place,
            "按顺序重新编号。",
        )
        counts[level] = through[level] = number
        for lower in range(level + 1, 5):
            counts[lower] = 0


def _order(judge: Judgement, found: list[Heading]) -> None:
    """No level stands over one that comes before it: no （一） above the first 一、, no 1. that holds （一）."""
    for at, heading in enumerate(found):
        if heading.level > 2 and _is_item(heading):
            continue
        higher = _higher_below(found, at)
        judge.check(
            higher is None,
            f"层次序数依次为{_ORDER}",
            f"“{heading.numeral}”在“{higher.numeral}”之上" if higher else "",
            heading.paragraph.place,
            "按层次顺序改用序数。",
        )


def _higher_below(found: list[Heading], at: int) -> Heading | None:
    """The heading of a higher level that comes for the first time only after `found[at]`, both under one heading."""
    level = found[at].level
    above = 0
    for earlier in reversed(found[:at]):
        if earlier.level < level:
            above = earlier.level
            break
    for later in found[at + 1 :]:
        if later.level <= above:
            return None
        if later.level < level:
            return later
    return None


def skipped(parts: Parts) -> Iterator[Advice]:
    """A level left out: 1. right under 一、, or （一） without any 一、. The standard does not forbid it."""
    for blocks in (parts.body, *(each.blocks for each in parts.enclosures)):
        last = 0
        for heading in headings(blocks):
            if heading.level > last + 1 and not _is_item(heading):
                place = f"“{_FORMS[last]}”下面" if last else "最高一层"
                message = f"{place}直接用“{_FORMS[heading.level]}”，宜依次用{_ORDER}。"
                yield Advice("B4", message, heading.paragraph.place)
                return
            last = heading.level


def run_in(parts: Parts) -> Iterator[Advice]:
    """A heading that runs into its text: only its first sentence is set as heading (office habit)."""
    for paragraph in prose(parts):
        heading = heading_of(paragraph)
        if heading is None or heading.alone or not heading.length or heading.level > 2:
            continue
        rest = heading_runs(heading)[1]
        if rest and wrong_face(rest, "body") and not wrong_face(rest, LEVEL_ROLES[heading.level]):
            yield Advice("B5", "段首标题后面的正文也用了标题字体，只把第一句设为标题字体即可。", paragraph.place)


RULES: dict[str, Rule] = {"B4": levels}
HABITS: tuple[Habit, ...] = (run_in, skipped)
