"""Special formats (clause 10): 信函 L1–L4, 命令（令） O1, 纪要 M1."""

from __future__ import annotations

import re

from lowcapdocs.gongwen import standard as s
from lowcapdocs.inspect.content import PAGE, Block, paragraphs_of
from lowcapdocs.inspect.heads import red
from lowcapdocs.inspect.judging import Habit, Judgement, Rule, check_type, millimetres, near, split_runs
from lowcapdocs.inspect.parts import FORM_NAMES, Parts
from lowcapdocs.inspect.rules_head import check_mark
from lowcapdocs.inspect.verdict import ON_PAGES, Verdict

_WIDE = 3 * s.TOLERANCE


def _not(parts: Parts, form: str) -> str:
    return f"不是{form}（{FORM_NAMES[parts.form]}）"


def letter_mark(parts: Parts) -> list[Verdict]:
    """10.1: the mark of a letter is the issuer's name without 文件, red and centred."""
    judge = Judgement("L1")
    if parts.form != "letter":
        return judge.absent(_not(parts, "信函"))
    for paragraph in parts.head.mark:
        judge.check(red(paragraph), "红色", "不是红色", paragraph.place, "选中标志，颜色改为红色（FF0000）。")
        judge.check(paragraph.look.align == "center", "居中", "没有居中", paragraph.place, "段落设为居中。")
    return judge.done()


def letter_rules(parts: Parts) -> list[Verdict]:
    """10.1: a red double rule of 170 mm under the mark, thick above thin, and one above the foot, thin above thick."""
    judge = Judgement("L2")
    if parts.form != "letter":
        return judge.absent(_not(parts, "信函"))
    rules = [each for each in parts.head.rules if each.double]
    first = parts.document.sections[0]
    remedy = "标志下画上粗下细、页脚处画上细下粗的红色双线，都长170毫米、居中。"
    for each in rules:
        judge.check(each.red, "红色双线", "不是红色", "版头", remedy)
        good = not each.width or near(each.width, s.LETTER_RULE_WIDTH, _WIDE)
        judge.check(good, f"长{millimetres(s.LETTER_RULE_WIDTH)}", millimetres(each.width), "版头", remedy)
    kinds = [each.double for each in rules]
    judge.check(
        kinds[:1] == ["thick-thin"],
        "标志下的双线上粗下细",
        _KINDS.get(kinds[0] if kinds else "", "没有"),
        "版头",
        remedy,
    )
    if len(kinds) > 1:
        judge.check(kinds[1] == "thin-thick", "下方的双线上细下粗", _KINDS[kinds[1]], "首页下方", remedy)
    elif not _drawn_below(first.footers.get("first", [])) and not _drawn_below(first.headers.get("first", [])):
        judge.check(False, "首页下方有上细下粗的红色双线", "没有", "首页下方", remedy)
    return judge.done()


_KINDS = {"thick-thin": "上粗下细", "thin-thick": "上细下粗", "even": "两线一样粗", "": "没有"}


def _drawn_below(story: list[Block]) -> bool:
    """Whether a line is drawn in the first page's footer or header."""
    for each in paragraphs_of(story):
        if each.border("top") or each.border("bottom") or any(shape.kind == "line" for shape in each.shapes):
            return True
    return False


def letter_number(parts: Parts) -> list[Verdict]:
    """10.1: 发文字号 flush right under the upper rule."""
    judge = Judgement("L3")
    if parts.form != "letter":
        return judge.absent(_not(parts, "信函"))
    paragraph = parts.head.number
    if paragraph is None:
        return judge.absent("没有发文字号")
    if paragraph.story != "body":
        return judge.absent(ON_PAGES)
    stops = [at for kind, at in paragraph.look.tabs if kind in ("right", "end")]
    by_tab = (
        "\t" in paragraph.text and bool(stops) and any(near(max(stops), width) for width in parts.widths(paragraph))
    )
    by_align = paragraph.look.align in ("right", "end") and paragraph.tail <= s.TOLERANCE
    judge.check(by_tab or by_align, "顶格居版心右边缘", "没有靠右", paragraph.place, "发文字号右对齐，右缩进设为0。")
    return judge.done()


def letter_end(parts: Parts) -> list[Verdict]:
    """10.1: no number on page one; 版记 has neither 印发机关 and date nor rules."""
    judge = Judgement("L4")
    if parts.form != "letter":
        return judge.absent(_not(parts, "信函"))
    first = parts.document.sections[0]
    shown = [each for each in paragraphs_of(first.footers.get("first", [])) if PAGE in each.text]
    hidden = first.title_page and not shown
    judge.check(hidden, "首页不显示页码", "首页有页码", "首页页脚", "“页面设置—版式”选“首页不同”，首页页脚留空。")
    if parts.imprint is not None:
        line = parts.imprint.printer
        judge.check(line is None, "版记不加印发机关和印发日期", line.plain if line else "", "版记", "删去这一行。")
        judge.check(not parts.imprint.rules, "版记不加分隔线", f"{len(parts.imprint.rules)}条", "版记", "删去分隔线。")
    return judge.done()


def order(parts: Parts) -> list[Verdict]:
    """10.2: the mark of an order, full name and 命令 or 令, 20 mm under the edge of 版心; 令号 centred."""
    judge = Judgement("O1")
    if parts.form != "order":
        return judge.absent(_not(parts, "命令（令）"))
    check_mark(judge, parts, s.ORDER_MARK_TOP)
    number = parts.head.number
    if number is not None:
        judge.check(number.look.align == "center", "令号居中", "没有居中", number.place, "段落设为居中。")
    return judge.done()


def minutes(parts: Parts) -> list[Verdict]:
    """10.3: the mark ××纪要, red and centred; 出席, 请假, 列席 two characters in, labels in 3号黑体, names in 3号仿宋."""
    judge = Judgement("M1")
    if parts.form != "minutes":
        return judge.absent(_not(parts, "纪要"))
    check_mark(judge, parts, s.MARK_TOP)
    for paragraph in parts.attendance:
        label = re.match(r"^.*?[：:]", paragraph.text)
        assert label is not None
        judge.check(label[0].endswith("："), "全角冒号", f"“{label[0].strip()}”", paragraph.place, "改为全角冒号“：”。")
        own, names = split_runs(paragraph.runs, len(label[0]))
        words = [run for run in own if run.text.strip()]
        check_type(judge, paragraph, "first", s.SIZE_3, words)
        if names:
            check_type(judge, paragraph, "body", s.SIZE_3, names)
        wanted = s.INDENT_CHARS * paragraph.em
        judge.check(
            near(paragraph.lead, wanted),
            "左空二字",
            f"左空{millimetres(paragraph.lead)}",
            paragraph.place,
            "左边空二字。",
        )
    return judge.done()


RULES: dict[str, Rule] = {
    "L1": letter_mark,
    "L2": letter_rules,
    "L3": letter_number,
    "L4": letter_end,
    "O1": order,
    "M1": minutes,
}
HABITS: tuple[Habit, ...] = ()
