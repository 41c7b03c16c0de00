"""What closes a document, on printed pages: annexes, 版记, page numbers: B14, K1–K4, N1–N4."""

from __future__ import annotations

import re
from itertools import pairwise

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.faces import face_of
from lowcapdocs.inspect.area import LEFT, OTHER_PAGES, TYPE_AREA, mm
from lowcapdocs.inspect.judging import Judgement, span
from lowcapdocs.inspect.layout import Layout, Placed, in_type_area
from lowcapdocs.inspect.measure import Line, Rule
from lowcapdocs.inspect.verdict import Verdict

_SLACK = mm(s.TOLERANCE)
_CHAR = mm(s.CHAR_3)
_SMALL = mm(s.CHAR_4)
_DASHES = "—―─"
_NUMBERED = re.compile(rf"^[{_DASHES}](\d+)[{_DASHES}]$")


def annexes(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """7.3.7: 附件 on line 1 at the left edge, its title on line 3, centred."""
    judge = Judgement("B14")
    for each in found.annexes:
        page = found.pages[each.number - 1]
        if page is None:
            continue
        label, pitch = each.line, mm(s.PROFILE_B.line_pitch)
        shown = f"左边{label.left:.1f}毫米"
        if not page.turned:
            judge.check(abs(found.from_left(label.left)) <= _SLACK, "“附件”顶格", shown, each.place, "去掉缩进。")
        top = label.top - LEFT if page.turned else found.from_top(label.top)
        judge.check(top < pitch, "版心左上角第一行", f"上边{label.top:.0f}毫米", each.place, "移到第一行。")
        judge.check(label.text[-1] not in "：:", "“附件”和序号后不加标点", label.text, each.place, "去掉冒号。")
        known = face_of(label.font)
        if known is not None:
            judge.check(known.kind.role == "first", "3号黑体", known.kind.chinese, each.place, "字体改为黑体。")
        lines = [line for line in in_type_area(found, each.number) if line.baseline > label.baseline]
        if lines and not page.turned and abs(found.from_middle(lines[0].middle)) < 8:
            title = lines[0]
            low, high = 2 * mm(s.PROFILE_A.line_pitch) + 0.5, 3 * pitch
            good = low <= found.from_top((title.top + title.bottom) / 2, 2.5 * pitch) <= high
            place = Placed(each.number, title).place
            remedy = "“附件”下空一行，第三行排标题。"
            judge.check(good, "标题居中编排在版心第三行", f"距上页边{title.top:.0f}毫米", place, remedy)
    return judge.done("没有附件")


def imprint(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """7.4: on the last page, its last rule on the lower edge of 版心; 抄送, 印发机关 and date one character in."""
    if not found.imprint:
        return [verdict for clause in ("K1", "K2", "K3", "K4") for verdict in Judgement(clause).absent("没有版记")]
    return [*_imprint_rules(found), *_copies(found), *_printer(found), *_even(found)]


def _imprint_rules(found: Layout) -> list[Verdict]:
    judge = Judgement("K1")
    if found.form == "letter":
        return judge.absent("信函的版记不加分隔线，见 L4")
    number, place = found.imprint[0].number, found.imprint[0].place
    page = found.pages[number - 1]
    rules = _distinct([rule for rule in (page.rules if page else ()) if rule.level and not rule.red])
    rules = [rule for rule in rules if rule.right - rule.left > 100 and rule.middle > found.imprint[0].line.top - 12]
    remedy = "版记用文本框固定在页面底部，下边线在距上页边262毫米处。"
    if judge.check(len(rules) > 1, "首末各一条分隔线", f"{len(rules)}条", place, "版记上下加与版心等宽的线。"):
        last = rules[-1].middle
        good = abs(found.from_bottom(last)) <= _SLACK
        judge.check(good, "末条分隔线与版心下边缘重合", f"距上页边{last:.1f}毫米，应为262毫米", place, remedy)
        for rule in rules:
            good = found.fills(rule.left, rule.right, _SLACK)
            shown = span(rule.left, rule.right, TYPE_AREA.left, TYPE_AREA.right)
            judge.check(good, "分隔线与版心等宽", shown, place, "分隔线左右与版心对齐。")
        outer, inner = min(rules[0].thickness, rules[-1].thickness), [rule.thickness for rule in rules[1:-1]]
        good = not inner or max(inner) < outer
        judge.check(good, "首末粗线、中间细线", "粗细不分", place, "首末线0.35毫米（1磅），中间线0.25毫米（0.75磅）。")
    last_page = max((n for n, each in enumerate(found.pages, start=1) if each is None or each.lines), default=number)
    shown = f"在第{number}页，末页是第{last_page}页"
    judge.check(number == last_page, "版记在最后一面", shown, place, "把版记移到最后一页。")
    return judge.done()


def _distinct(rules: list[Rule]) -> list[Rule]:
    """Rules from above; what lies in one place is one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda each: each.middle):
        if not found or rule.middle - found[-1].middle > 0.6:
            found.append(rule)
    return found


def _copies(found: Layout) -> list[Verdict]:
    judge = Judgement("K2")
    lines = [each for each in found.imprint if each.line.text.startswith(("抄送", "主送"))]
    if not lines:
        return judge.absent("没有抄送机关")
    first = lines[0]
    off = found.from_left(first.line.left, _SMALL)
    judge.check(abs(off - _SMALL) <= _SLACK, "左空一字", f"空{off / _SMALL:.1f}字", first.place, "左右各缩进1字符。")
    judge.check(abs(first.line.size - 14) < 0.5, "4号", f"{first.line.size:g}磅", first.place, "字号改为4号。")
    end = [each for each in found.imprint if not each.line.text.endswith("印发")]
    if found.form != "letter" or end:
        judge.check(end[-1].line.text.endswith("。"), "最后加句号", end[-1].line.text[-3:], first.place, "末尾加句号。")
    return judge.done()


def _printer(found: Layout) -> list[Verdict]:
    judge = Judgement("K3")
    line = next((each for each in found.imprint if each.line.text.endswith("印发")), None)
    if line is None:
        return judge.absent("没有印发机关和印发日期")
    left, right = found.from_left(line.line.left, _SMALL), found.from_right(line.line.right, _SMALL)
    if len(line.line.pieces(_SMALL)) > 1:
        shown = f"空{left / _SMALL:.1f}字"
        judge.check(abs(left - _SMALL) <= _SLACK, "印发机关左空一字", shown, line.place, "左缩进1字符。")
    shown = f"空{right / _SMALL:.1f}字"
    judge.check(abs(right - _SMALL) <= _SLACK, "印发日期右空一字", shown, line.place, "右对齐制表位设在距右边1字处。")
    judge.check(abs(line.line.size - 14) < 0.5, "4号", f"{line.line.size:g}磅", line.place, "字号改为4号。")
    return judge.done()


def _even(found: Layout) -> list[Verdict]:
    judge = Judgement("K4")
    if not found.area.right_place:
        return judge.absent(OTHER_PAGES)
    count = len(found.pages)
    remedy = "双面印刷时版记在最后一面：末页为单页的，在版记前加一页。"
    judge.check(count % 2 == 0, "版记在偶数页（双面印刷的最后一面）", f"共{count}页", f"第{count}页", remedy)
    return judge.done()


def page_numbers(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """7.5: — 1 —, the dash 7 mm under 版心, outside by the parity of the page, counted on through annexes."""
    form, side, blank, order = Judgement("N1"), Judgement("N2"), Judgement("N3"), Judgement("N4")
    upright = [n for n, page in enumerate(found.pages, start=1) if page is not None and not page.turned]
    if not found.numbers:
        last = "第1页" if len(found.pages) == 1 else f"第1—{len(found.pages)}页"
        if upright and not (found.form == "letter" and len(found.pages) == 1):
            form.check(False, "版心下边缘之下有页码", "没有找到", last, "页脚插入页码。")
        reason = "没有找到页码"
        return [*form.done(reason), *side.absent(reason), *blank.absent(reason), *order.absent(reason)]
    for number, line in found.numbers.items():
        page, place = found.pages[number - 1], f"第{number}页"
        if page is None:
            continue
        good = _NUMBERED.match(line.text) is not None
        remedy = "页码写成“— 1 —”，左右各一条一字线（不是连字符）。"
        form.check(good, "阿拉伯数字左右各一条一字线", line.text, place, remedy)
        form.check(abs(line.size - 14) < 0.5, "4号", f"{line.size:g}磅", place, "页码字号改为4号。")
        known = face_of(line.glyphs[len(line.glyphs) // 2].font)
        if known is not None:
            role = known.kind.role
            form.check(role == "page_number", "4号宋体", known.kind.chinese, place, "页码字体改为宋体。")
        if good:
            dash = line.glyphs[0]
            ink = page.ink(dash.left, dash.baseline - 0.7 * line.em, dash.right, dash.baseline + 1)
            if ink is not None:
                gap = found.from_bottom(ink[1], mm(s.PAGE_NUMBER_GAP))
                fits = abs(gap - mm(s.PAGE_NUMBER_GAP)) <= 0.6
                form.check(
                    fits, "一字线上距版心下边缘7毫米", f"{gap:.1f}毫米", place, "调整页脚距离（25毫米）和页脚行距。"
                )
        _side(side, found, number, line)
    for (before, line), (after, following) in pairwise(sorted(found.numbers.items())):
        digits = [int(found_[0]) for each in (line, following) if (found_ := re.findall(r"\d+", each.text))]
        if len(digits) == 2:
            good = digits[1] - digits[0] == after - before
            shown = f"第{before}页之后是{following.text}"
            order.check(good, "页码连续编排", shown, f"第{after}页", "后面各节的页码设为“续前节”。")
    if found.imprint:
        number = found.imprint[0].number
        facing = found.pages[number - 2] if number > 1 else None
        bare = facing is not None and len(facing.lines) == (number - 1 in found.numbers) and not facing.rules
        if bare:
            numbered = number in found.numbers or number - 1 in found.numbers
            remedy = "版记单独设节，去掉这两页的页码。"
            blank.check(not numbered, "空白页和版记页不编页码", "编了页码", f"第{number}页", remedy)
    return [*form.done(), *side.done(), *blank.done("版记前没有空白页"), *order.done("只有一个页码")]


def _side(judge: Judgement, found: Layout, number: int, line: Line) -> None:
    """One character in from the outer edge: right on odd pages, left on even ones."""
    low, high = _SMALL - 0.8, _CHAR + 0.8
    if number % 2:
        off, expected = found.from_right(line.right, _SMALL), "单页码居右空一字"
    else:
        off, expected = found.from_left(line.left, _SMALL), "双页码居左空一字"
    shown = f"距版心{'右' if number % 2 else '左'}边缘{off:.1f}毫米"
    remedy = "“奇偶页不同”，单页右对齐、双页左对齐，各缩进1字符。"
    judge.check(low <= off <= high, expected, shown, f"第{number}页", remedy)


RULES = (annexes, imprint, page_numbers)
