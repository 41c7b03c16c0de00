"""Rules on numerals and punctuation in one document (GB/T 15835—2011, GB/T 15834—2011).

All are warnings: what people typed is theirs. A number that comes from data with its unit was
decided there, so units are told of prose alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.checks.places import line_of
from lowcapdocs.gongwen import typography
from lowcapdocs.gongwen.elements import Gongwen, Heading, Spans, plain
from lowcapdocs.gongwen.walk import annexes, blocks, printed, tables, texts
from lowcapdocs.problems import Finding, Where, warning


def check(tree: Gongwen, file: str) -> Iterator[Finding]:
    """Every finding on the numerals and marks of one document; `file` names its draft."""
    for spans, line in pieces(tree):
        found: dict[str, list[typography.Slip]] = {}
        for slip in typography.slips(plain(spans)):
            if slip.code != "unit-legal" or any(not span.path and slip.excerpt in span.text for span in spans):
                found.setdefault(slip.code, []).append(slip)
        for code, alike in found.items():
            more = f"等{len(alike)}处" if len(alike) > 1 else ""
            message = f"{alike[0].message}：“{alike[0].excerpt}”{more}。"
            yield warning(code, Where(file, row=line), message, alike[0].remedy)
    yield from _ends(tree, file)
    yield from _short_names(tree, file)
    yield from _large_numbers(tree, file)


def pieces(tree: Gongwen) -> Iterator[tuple[Spans, int]]:
    """Every piece of text that is read as one, titles and heads of tables among them, with its line."""
    yield tree.title, line_of(tree, "title")
    yield tree.addressees, line_of(tree, "addressees")
    if tree.enclosure:
        yield tree.enclosure.title, tree.enclosure.line
    for annex in annexes(tree):
        yield annex.title, annex.line
    for table in tables(tree):
        for row in table.header:
            for cell in row:
                yield cell, table.line
    yield from texts(tree)


def _ends(tree: Gongwen, file: str) -> Iterator[Finding]:
    """No mark ends a heading that stands alone, the name of an annex or enclosure, or the head of a table."""
    alone = [
        ("标题", block.spans, block.line) for block in blocks(tree) if isinstance(block, Heading) and not block.body
    ]
    alone += [("附件名称", annex.title, annex.line) for annex in annexes(tree)]
    alone += [("表头", cell, table.line) for table in tables(tree) for row in table.header for cell in row]
    if tree.enclosure:
        alone.append(("标题", tree.enclosure.title, tree.enclosure.line))
    for word, spans, line in alone:
        if mark := typography.end_mark(plain(spans)):
            message = f"{word}“{plain(spans)}”末尾有标点“{mark}”。"
            yield warning("end-mark", Where(file, row=line), message, f"{word}末尾不加标点。")


def _short_names(tree: Gongwen, file: str) -> Iterator[Finding]:
    """以下简称 is said once for each name."""
    first: dict[str, int] = {}
    for spans, line in texts(tree):
        for name in typography.short_names(plain(spans)):
            earlier = first.setdefault(name, line)
            if earlier != line:
                message = f"简称“{name}”第{earlier}行已经规定过，这里又规定了一次。"
                yield warning("short-name-twice", Where(file, row=line), message, "只在第一次出现时规定。")
    if first:
        whole = "\n".join(dict.fromkeys(each.text for each in printed(tree)))
        for name, line in first.items():
            if whole.count(name) == 1:
                message = f"规定了简称“{name}”，后面没有用。"
                yield warning("short-name-unused", Where(file, row=line), message, "删去“以下简称”，或在后文使用。")


def _large_numbers(tree: Gongwen, file: str) -> Iterator[Finding]:
    """Numbers of five digits and more with one unit are all written in full or all in 万 and 亿."""
    first: dict[str, tuple[str, bool]] = {}
    told: set[str] = set()
    for spans, line in texts(tree):
        for number, unit in typography.large_numbers(plain(spans)):
            short = not number.isdigit()
            earlier, was_short = first.setdefault(unit, (f"{number}{unit}", short))
            if short != was_short and unit not in told:
                told.add(unit)
                message = f"大数的写法不一致：前面写“{earlier}”，这里写“{number}{unit}”。"
                yield warning(
                    "number-style", Where(file, row=line), message, "同一单位的大数，全文统一用或不用“万”“亿”。"
                )
