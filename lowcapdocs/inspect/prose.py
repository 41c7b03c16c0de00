"""The running text of a document: which paragraphs are prose, which are headings, and of what level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lowcapdocs.inspect.content import Block, Paragraph, Run, Table
from lowcapdocs.inspect.judging import Role, split_runs
from lowcapdocs.inspect.parts import Parts

_CHINESE = "一二三四五六七八九十百零"
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_FORMS: tuple[tuple[int, str, re.Pattern[str]], ...] = (
    (1, "", re.compile(rf"([{_CHINESE}]+)、")),
    (1, "点号应为顿号", re.compile(rf"([{_CHINESE}]+)[.．](?!\d)")),
    (2, "右括号后不加标点", re.compile(rf"[（(]([{_CHINESE}]+)[）)][、.．，]")),
    (2, "", re.compile(rf"（([{_CHINESE}]+)）")),
    (2, "括号应为全角", re.compile(rf"[(（]([{_CHINESE}]+)[)）]")),
    (4, "右括号后不加标点", re.compile(r"[（(](\d+)[）)][、.．，]")),
    (4, "", re.compile(r"（(\d+)）")),
    (4, "括号应为全角", re.compile(r"[(（](\d+)[)）]")),
    (3, "", re.compile(r"(\d{1,3})[.．](?!\d)")),
    (3, "数字后应为下脚点", re.compile(r"(\d{1,3})、")),
)
_STYLED = re.compile(r"^(?:toc|caption|题注|目录|footnote|脚注|header|footer)")
_REMARK = re.compile(r"^(?:备\s*注|注|单\s*位|表|图|续表|附表|说明|资料来源|计量单位|填报)")
LEVEL_ROLES: dict[int, Role] = {1: "first", 2: "second", 3: "body", 4: "body"}
"""7.3.3: the type of each level."""
_LONGEST_HEADING = 45
SHORTEST = 15
"""Characters: a shorter line of an annex is a label of some form, not prose."""


class Heading(NamedTuple):
    """A paragraph that begins with a numeral of a level; `fault` tells what is wrong with its form.

    `length` are the characters, numeral and all, that stand as heading: up to the first 。, or the whole
    paragraph; 0 for a numbered paragraph that has no heading. `typed` is the length of a typed numeral.
    """

    paragraph: Paragraph
    level: int
    number: int
    numeral: str
    fault: str
    length: int
    alone: bool


def value_of(text: str) -> int:
    """The number that a Chinese or Arabic numeral up to 999 means; 0 if it means none."""
    if text.isdigit():
        return int(text)
    total = current = 0
    for each in text:
        if each in _DIGITS:
            current = _DIGITS[each]
        else:
            total += (current or 1) * {"十": 10, "百": 100}[each]
            current = 0
    return total + current


def heading_of(paragraph: Paragraph) -> Heading | None:
    """The heading that `paragraph` is or begins with."""
    text = paragraph.plain
    for level, fault, pattern in _FORMS:
        found = pattern.match(text)
        if found is None:
            continue
        number = value_of(found[1])
        end = text.find("。") + 1
        alone = end in (0, len(text))
        length = len(text) if alone else end
        if length > _LONGEST_HEADING:
            length = 0
        return Heading(paragraph, level, number, found[0], fault, length, alone and length > 0)
    return None


def heading_runs(heading: Heading) -> tuple[list[Run], list[Run]]:
    """The runs of the heading and those of the text that runs on behind it."""
    paragraph = heading.paragraph
    spaces = len(paragraph.text) - len(paragraph.text.lstrip())
    own = max(0, heading.length + spaces - len(paragraph.label))
    return split_runs(paragraph.runs, own)


def plain_runs(paragraph: Paragraph) -> list[Run]:
    """The runs of `paragraph` that are plain text: without the heading at its beginning."""
    heading = heading_of(paragraph)
    if heading is None:
        return paragraph.runs
    if not heading.length:
        return paragraph.runs
    return [run for run in heading_runs(heading)[1] if run.text.strip()]


def prose(parts: Parts) -> Iterator[Paragraph]:
    """The paragraphs of running text: no captions and remarks of tables, nothing centred or set to the right."""
    annexes = {id(each.blocks) for each in parts.annexes}
    for blocks in parts.texts():
        for paragraph in running(blocks):
            if id(blocks) not in annexes or len(paragraph.plain) >= SHORTEST:
                yield paragraph


def running(blocks: list[Block]) -> Iterator[Paragraph]:
    """The running text among `blocks`."""
    shown = [each for each in blocks if isinstance(each, Table) or not each.empty]
    remarks = False
    for index, block in enumerate(shown):
        if isinstance(block, Table):
            remarks = True
            continue
        before_table = index + 1 < len(shown) and isinstance(shown[index + 1], Table)
        look = block.first_look
        small = look is not None and look.size < 30
        remarks = remarks and (small or bool(_REMARK.match(block.plain)))
        caption = len(block.plain) < SHORTEST and heading_of(block) is None
        if remarks or (before_table and (small or bool(_REMARK.match(block.plain)) or caption)):
            continue
        if block.look.align in ("center", "right", "end") or _STYLED.match(block.style):
            continue
        yield block


def headings(blocks: list[Block]) -> list[Heading]:
    """The headings among `blocks`, in order."""
    found = (heading_of(each) for each in running(blocks))
    return [each for each in found if each is not None]
