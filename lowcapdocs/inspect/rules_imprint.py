"""版记 and 页码 (7.4, 7.5): K1–K3, N1, N2, N4. What only a page shows is left to it."""

from __future__ import annotations

import re

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.faces import face_of
from lowcapdocs.inspect.content import PAGE, Block, Paragraph, Run, Shape, paragraphs_of
from lowcapdocs.inspect.judging import Habit, Judgement, Rule, check_type, millimetres, size_name
from lowcapdocs.inspect.names import W
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.verdict import Verdict

_NONE = "没有版记"
_PRINTED = re.compile(r"((?:19|20)\d{2})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日印发$")
_UNKNOWN = re.compile(r"[×XxＸ]")
_DASHES = "—―－─"
"""Marks one character wide that pass for 一字线."""


def rules(parts: Parts) -> list[Verdict]:
    """7.4.1: a thick rule above and below 版记, thin ones between its items."""
    judge = Judgement("K1")
    imprint = parts.imprint
    if imprint is None or parts.form == "letter":
        return judge.absent(_NONE if imprint is None else "信函格式的版记不加分隔线，见 L4")
    place = imprint.cells[0].place if imprint.cells else "版记"
    sizes = [each.size for each in imprint.rules if each is not None]
    remedy = "首条和末条分隔线用粗线（推荐0.35毫米），中间的用细线（推荐0.25毫米）。"
    if not judge.check(len(imprint.rules) >= 2, "首条和末条分隔线", f"{len(imprint.rules)}条", place, remedy):
        return judge.done()
    if len(sizes) == len(imprint.rules):
        outer, inner = sizes[:: len(sizes) - 1], sizes[1:-1]
        thinner = not inner or min(outer) > max(inner)
        found = "、".join(f"{size / 8:g}磅" for size in sizes)
        judge.check(thinner, "首条、末条为粗线，中间为细线", found, place, remedy)
    if imprint.copies and imprint.printer is not None:
        judge.check(len(imprint.rules) >= 3, "各要素之间加分隔线", "抄送和印发之间没有", place, remedy)
    return judge.done()


def copies(parts: Parts) -> list[Verdict]:
    """7.4.2: 抄送 in 4号仿宋 above 印发, one character in at both sides, closed by 。."""
    judge = Judgement("K2")
    imprint = parts.imprint
    if imprint is None or not imprint.copies:
        return judge.absent("没有抄送机关")
    for paragraph in imprint.copies:
        check_type(judge, paragraph, "body", s.SIZE_4)
        text = paragraph.plain
        label = re.match(r"(?:抄送|主送|分送|抄报)(?:机关)?：", text)
        judge.check(
            label is not None, f"“{s.COPIES_LABEL}”（全角冒号）", f"“{text[:4]}”", paragraph.place, "改为“抄送：”。"
        )
        judge.check(text.endswith("。"), "末尾标句号", f"末尾是“{text[-1]}”", paragraph.place, "末尾加句号。")
        _one_in(judge, paragraph, paragraph.lead, "左")
        if paragraph.look.align not in ("left", "both") or paragraph.look.right:
            _one_in(judge, paragraph, paragraph.look.right, "右")
    if imprint.printer is not None:
        above = all(imprint.cells.index(each) < imprint.cells.index(imprint.printer) for each in imprint.copies)
        judge.check(above, "抄送机关在印发机关之上", "在下面", imprint.printer.place, "把抄送机关移到印发机关上面。")
    return judge.done()


def _one_in(judge: Judgement, paragraph: Paragraph, inset: int, side: str) -> None:
    em = s.IMPRINT_INDENT_CHARS * paragraph.em
    good = em - s.TOLERANCE <= inset <= s.CHAR_3 + s.TOLERANCE
    judge.check(good, f"{side}空一字", f"{side}空{millimetres(inset)}", paragraph.place, f"{side}缩进设为1字符。")


def printer(parts: Parts) -> list[Verdict]:
    """7.4.3: who printed it and when, 4号仿宋, one character in at both sides, Arabic numerals and 印发."""
    judge = Judgement("K3")
    imprint = parts.imprint
    if imprint is None or imprint.printer is None:
        return judge.absent("没有印发机关和印发日期")
    paragraph = imprint.printer
    check_type(judge, paragraph, "body", s.SIZE_4)
    text = "".join(paragraph.plain.split())
    if not _UNKNOWN.search(text):
        judge.check(
            bool(_PRINTED.search(text)),
            "如“2020年4月5日印发”",
            text[-12:],
            paragraph.place,
            "用阿拉伯数字，年份标全，月、日不编虚位，后加“印发”。",
        )
    if paragraph.look.align in ("left", "both"):
        _one_in(judge, paragraph, paragraph.lead, "左")
    stops = [at for kind, at in paragraph.look.tabs if kind in ("right", "end")]
    if stops and "\t" in paragraph.plain and paragraph.story != "table":
        room = paragraph.room or parts.width(paragraph)
        _one_in(judge, paragraph, round(room - max(stops)), "右")
    return judge.done()


class _Number:
    """A page number in a footer: its paragraph, the shape or frame around it, and which pages show it."""

    def __init__(self, paragraph: Paragraph, shape: Shape | None) -> None:
        self.paragraph = paragraph
        frame = paragraph.look.frame
        self.outside = ""
        if shape is not None:
            self.outside = shape.horizontal[1] or ""
        elif frame is not None:
            self.outside = frame.get(f"{W}xAlign") or ""

    @property
    def side(self) -> str:
        """left, right, center, outside or inside."""
        if self.outside:
            return self.outside
        align = self.paragraph.look.align
        if "\t" in self.paragraph.text.split(PAGE)[0] and align in ("left", "both"):
            return "tab"
        return {"both": "left", "end": "right"}.get(align, align)


def _numbers(blocks: list[Block]) -> list[_Number]:
    found = []
    for each in paragraphs_of(blocks):
        for shape in each.shapes:
            found += [_Number(inner, shape) for inner in paragraphs_of(shape.blocks) if PAGE in inner.text]
        if PAGE in each.text:
            found.append(_Number(each, None))
    return found


def page_numbers(parts: Parts) -> list[Verdict]:
    """7.5: the number in 4号 half-width 宋体 Arabic numerals, a 一字线 at each side."""
    judge = Judgement("N1")
    upright = [each for each in parts.document.sections if not each.turned]
    if not upright:
        return judge.absent("全文都是横排页")
    found = [number for section in upright for story in section.footers.values() for number in _numbers(story)]
    if not judge.check(bool(found), "页脚有页码", "没有页码", "页脚", "在页脚插入页码：“— 1 —”。"):
        return judge.done()
    for paragraph in dict.fromkeys(each.paragraph for each in found):
        text = "".join(paragraph.plain.split())
        good = bool(re.fullmatch(f"[{_DASHES}]{PAGE}[{_DASHES}]", text))
        shown = text.replace(PAGE, "1")
        judge.check(good, "“— 1 —”，左右各一条一字线", f"“{shown}”", "页脚", "数字左右各加一条一字线“—”。")
        _type(judge, [run for run in paragraph.runs if PAGE in run.text])
    return judge.done()


def _type(judge: Judgement, runs: list[Run]) -> None:
    for run in runs:
        name = run.look.ascii or run.look.east
        known = face_of(name)
        wrong = known is not None and known.kind.role != "page_number"
        latin = known is None and name.lower().startswith(("times", "arial", "calibri", "cambria"))
        judge.check(not (wrong or latin), "4号半角宋体阿拉伯数字", name, "页脚", "页码的西文字体也改为宋体。")
        judge.check(run.look.size == s.SIZE_4, "4号", size_name(run.look.size), "页脚", "字号改为4号。")


def sides(parts: Parts) -> list[Verdict]:
    """7.5: on odd pages right, on even pages left, one character in."""
    judge = Judgement("N2")
    checked: set[Paragraph] = set()
    for section in parts.document.sections:
        if section.turned:
            continue
        for kind, side, name in (("default", "right", "单页"), ("even", "left", "双页")):
            story = section.footers.get(kind, [])
            for number in _numbers(story):
                if number.paragraph not in checked:
                    checked.add(number.paragraph)
                    if kind == "default" or parts.document.odd_even:
                        _side(judge, parts, number, side, name)
    return judge.done("没有页码")


def _side(judge: Judgement, parts: Parts, number: _Number, side: str, name: str) -> None:
    if number.side in ("outside", "tab"):
        if number.side == "outside":
            judge.check(True, "", "", "", "")
        return
    words = {"left": "居左", "right": "居右", "center": "居中"}
    remedy = "“页面设置—版式”选“奇偶页不同”，单页页码右对齐、右缩进1字符，双页左对齐、左缩进1字符。"
    if not judge.check(
        number.side == side, f"{name}{words[side]}空一字", words.get(number.side, number.side), f"{name}页脚", remedy
    ):
        return
    if side == "right":
        both = parts.document.odd_even
        judge.check(both, "单页居右、双页居左", "单双页都居右", "页脚", remedy)
    if not number.outside:
        paragraph = number.paragraph
        inset = paragraph.tail if side == "right" else paragraph.lead
        good = min(s.CHAR_4, paragraph.em) - s.TOLERANCE <= inset <= s.CHAR_3 + s.TOLERANCE
        judge.check(good, f"{name}{words[side]}空一字", f"空{millimetres(inset)}", f"{name}页脚", remedy)


def through(parts: Parts) -> list[Verdict]:
    """7.5: numbers go on through annexes that are bound with the text."""
    judge = Judgement("N4")
    later = parts.document.sections[1:]
    if not later:
        return judge.absent("全文只有一节，页码自然连续")
    for number, section in enumerate(later, start=2):
        judge.check(
            not section.restarts,
            "附件与正文页码连续",
            "从这一节重新编号",
            f"第{number}节",
            "“设置页码格式”选“续前节”。",
        )
    return judge.done()


RULES: dict[str, Rule] = {
    "K1": rules,
    "K2": copies,
    "K3": printer,
    "N1": page_numbers,
    "N2": sides,
    "N4": through,
}
HABITS: tuple[Habit, ...] = ()
