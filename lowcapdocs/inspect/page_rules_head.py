"""版头, title and the special forms on printed pages: H1–H7, B1, B2, L1–L4, O1, M1."""

from __future__ import annotations

import re

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.faces import Role, face_of, kind_of
from lowcapdocs.inspect.area import OTHER_PLACES, TOP, TYPE_AREA, mm
from lowcapdocs.inspect.judging import Judgement, is_han, span
from lowcapdocs.inspect.layout import Form, Layout, Placed
from lowcapdocs.inspect.measure import Box, Line, Rule
from lowcapdocs.inspect.verdict import Verdict

_SLACK = mm(s.TOLERANCE)
_CHAR = mm(s.CHAR_3)
_LEADING = 4.0
"""Millimetres: what half-leadings add to edge distances where blank lines are typed (note G of the reference)."""
_COPY = re.compile(s.COPY_NUMBER_FORM)
_SECRECY = re.compile(s.SECRECY_FORM)
_NUMBER = re.compile(r"^[\u4e00-\u9fff×]{1,15}〔(?:(?:19|20)\d{2}|×+)〕(?:[1-9]\d*|×+)号$")
_DOUBLE_RULE = (
    (mm(s.PROFILE_A.width) - mm(s.LETTER_RULE_WIDTH)) / 2,
    (mm(s.PROFILE_A.width) + mm(s.LETTER_RULE_WIDTH)) / 2,
)
"""From where to where the double rules of a 信函 reach, in millimetres (10.1)."""
_NO_HEAD = "没有红色的发文机关标志"
_TOPS: dict[str, tuple[Form, float, str]] = {
    "H4": ("document", TOP + mm(s.MARK_TOP), "标志上边缘至版心上边缘35毫米"),
    "M1": ("minutes", TOP + mm(s.MARK_TOP), "标志上边缘至版心上边缘35毫米"),
    "O1": ("order", TOP + mm(s.ORDER_MARK_TOP), "标志上边缘至版心上边缘20毫米"),
    "L1": ("letter", mm(s.LETTER_MARK_TOP), "标志上边缘至上页边30毫米"),
}
_OTHER = {"H4": "信函、命令、纪要的标志另有规定", "M1": "不是纪要", "O1": "不是命令（令）", "L1": "不是信函格式"}


def mark_ink(found: Layout) -> Box | None:
    """Where the red glyphs of the mark are printed."""
    if not found.mark or found.first is None:
        return None
    top = min(line.top for line in found.mark) - 8
    bottom = max(line.bottom for line in found.mark) + 3
    edges = [rule.top for rule in found.red_rules if rule.top > found.mark[-1].baseline]
    above = [rule.bottom for rule in found.red_rules if rule.bottom < found.mark[0].baseline]
    return found.first.ink(0, max([top, *above]), found.first.width, min([bottom, *edges]), red=True)


def mark(clause: str, found: Layout) -> list[Verdict]:
    """7.2.4, 10.1, 10.2, 10.3: the upper edge of the mark, centred, within 版心."""
    form, wanted, expected = _TOPS[clause]
    judge = Judgement(clause)
    ink = mark_ink(found)
    if ink is None or found.form != form:
        return judge.absent(_NO_HEAD if ink is None else _OTHER[clause])
    place = Placed(1, found.mark[0]).place
    left, top, right, _ = ink
    if form != "letter":
        wanted = top - found.from_top(top, wanted - TOP) + wanted - TOP
    shown = f"上边缘距上页边{top:.1f}毫米，应为{wanted:.0f}毫米"
    judge.check(
        abs(top - wanted) <= _SLACK, expected, shown, place, f"调整标志的段前距，使上边缘在{wanted:.0f}毫米处。"
    )
    off = found.from_middle((left + right) / 2)
    judge.check(abs(off) <= 1.5, "居中", f"偏{off:+.1f}毫米", place, "标志居中，去掉缩进和空格。")
    inside = found.from_left(left) >= -_SLACK and found.from_right(right) >= -_SLACK
    judge.check(inside, "标志不宽于版心", f"宽{right - left:.0f}毫米", place, "缩小标志的字号或字宽。")
    return judge.done()


def _corner(found: Layout, clause: str, pattern: re.Pattern[str], role: Role | None) -> list[Verdict]:
    judge = Judgement(clause)
    for line in found.corner:
        text = line.text
        if pattern.match(text):
            place = Placed(1, line).place
            shown = f"左边{line.left:.1f}毫米"
            judge.check(
                abs(found.from_left(line.left)) <= _SLACK, "顶格编排在版心左上角", shown, place, "左对齐，去掉缩进。"
            )
            judge.check(abs(line.size - 16) < 0.5, "3号", f"{line.size:g}磅", place, "字号改为3号。")
            if clause == "H1" and found.form != "letter":
                good = found.from_top(line.top) < mm(s.PROFILE_B.line_pitch)
                judge.check(good, "版心左上角第一行", f"上边{line.top:.0f}毫米", place, "移到第一行。")
            if role is not None:
                _face(judge, line, role, place)
    return judge.done("首页没有")


def _face(judge: Judgement, line: Line, role: Role, place: str) -> None:
    """Check that most Chinese characters stand in a face of the right kind; unknown faces are not blamed."""
    kinds = [known.kind for glyph in line.glyphs if is_han(glyph.text) and (known := face_of(glyph.font)) is not None]
    wrong = [kind for kind in kinds if kind.role != role]
    if kinds:
        wanted = kind_of(role).chinese
        shown = wrong[0].chinese if wrong else ""
        judge.check(2 * len(wrong) <= len(kinds), wanted, shown, place, f"字体改为{wanted}。")


def corners(found: Layout) -> list[Verdict]:
    """7.2.1 to 7.2.3: 份号, 密级 and 紧急程度 in the upper left corner of 版心."""
    secrecy, urgency = s.SECRECY_FORM, f"^({'|'.join(s.URGENCIES)})$"
    return [
        *_corner(found, "H1", _COPY, None),
        *_corner(found, "H2", re.compile(secrecy), "first"),
        *_corner(found, "H3", re.compile(urgency), "first"),
    ]


def doc_number(found: Layout) -> list[Verdict]:
    """7.2.5: two blank lines under the mark, centred; at the left with 签发人; its brackets and digits."""
    judge = Judgement("H5")
    line = found.doc_number
    if line is None:
        return judge.absent(_NO_HEAD if not found.mark else "首页没有发文字号")
    place = Placed(1, line).place
    remedy = "写成“机关代字〔2020〕1号”：六角括号，不加“第”，不编虚位。"
    if found.form != "minutes":
        judge.check(bool(_NUMBER.match(line.text)), "机关代字〔年份〕序号号", line.text, place, remedy)
    ink = mark_ink(found)
    if found.form in ("document", "minutes") and ink is not None:
        if found.signers is not None:
            good = abs(found.from_left(line.left, _CHAR) - _CHAR) <= _SLACK + 0.5
            judge.check(good, "居左空一字（上行文）", f"左边{line.left:.1f}毫米", place, "左空一字编排。")
        else:
            off = found.from_middle(line.middle)
            shown = f"偏{off:+.1f}毫米"
            judge.check(abs(off) <= _SLACK, "居中", shown, place, "居中，去掉缩进和空格。")
            low, high = mm(s.TWO_LINES_APART) - 1.5, mm(s.TWO_LINES_APART) + 2 * _LEADING + _SLACK
            gap = line.top - ink[3]
            judge.check(low <= gap <= high, "标志下空二行", f"相距{gap:.1f}毫米", place, "标志和文号之间空两行。")
    return judge.done()


def signers(found: Layout) -> list[Verdict]:
    """7.2.6: 签发人 at the right, one character in, the names in 楷体."""
    judge = Judgement("H6")
    line = found.signers
    if line is None:
        return judge.absent("没有签发人（上行文才有）")
    place = Placed(1, line).place
    start = line.text.find("签发人")
    judge.check("签发人：" in line.text, "“签发人”后用全角冒号", line.text[start:], place, "改为“签发人：”。")
    names = [glyph for glyph in line.glyphs[start + 4 :] if is_han(glyph.text)]
    if names:
        _face(judge, Line(tuple(names)), "second", place)
        off = found.from_right(line.right, _CHAR)
        shown = f"右空{off / _CHAR:.1f}字"
        judge.check(-_SLACK <= off - _CHAR <= 3 * _CHAR, "居右空一字", shown, place, "右空一字编排。")
    return judge.done()


def red_rule(found: Layout) -> list[Verdict]:
    """7.2.7: 4 mm under the number, as wide as 版心."""
    judge = Judgement("H7")
    if found.form not in ("document", "minutes") or not found.mark or found.doc_number is None:
        return judge.absent(_NO_HEAD if not found.mark else "没有发文字号，或是信函、命令")
    line = found.doc_number
    below = [rule for rule in found.red_rules if rule.top > line.baseline]
    place = Placed(1, line).place
    if not judge.check(bool(below), "文号下有红色分隔线", "没有", place, "在文号下4毫米处加一条156毫米宽的红线。"):
        return judge.done()
    row = [rule for rule in below if rule.top - below[0].top < 1]
    left, right = min(rule.left for rule in row), max(rule.right for rule in row)
    gap = row[0].top - line.bottom
    wanted = mm(s.RED_RULE_GAP)
    good = abs(gap - wanted) <= _SLACK
    judge.check(good, "发文字号之下4毫米", f"{gap:.1f}毫米", place, "调整文号段落下框线与文字的距离。")
    good = found.fills(left, right, _SLACK)
    lies = span(left, right, TYPE_AREA.left, TYPE_AREA.right)
    judge.check(good, "与版心等宽（156毫米）", lies, place, "红线左右与版心对齐。")
    return judge.done()


def title(found: Layout) -> list[Verdict]:
    """7.3.1: 2号小标宋, two blank lines under the red rule, centred, its lines in the shape of 梯形 or 菱形."""
    judge = Judgement("B1")
    lines = found.title
    if not lines:
        return judge.absent("认不出标题")
    place = Placed(1, lines[0]).place
    for line in lines:
        off = found.from_middle(line.middle)
        shown = f"偏{off:+.1f}毫米"
        judge.check(abs(off) <= 1.5, "居中", shown, place, "标题居中，去掉缩进和空格。")
        _face(judge, line, "title", place)
    size = lines[0].size
    judge.check(abs(size - s.SIZE_2 / 2) < 0.5, "2号（22磅）", f"{size:g}磅", place, "标题字号改为2号。")
    widths = [line.right - line.left for line in lines]
    waist = any(a - b > _CHAR and c - b > _CHAR for a, b, c in zip(widths, widths[1:], widths[2:], strict=False))
    judge.check(not waist, "梯形或菱形", "中间的行比上下都短", place, "重新分行，成梯形或菱形。")
    alone = len(lines) > 1 and len(lines[-1].text) == 1
    judge.check(not alone, "长短适宜", "末行只有一个字", place, "重新分行。")
    rules = [rule for rule in found.red_rules if rule.bottom < lines[0].baseline]
    if rules and found.form in ("document", "minutes"):
        gap = lines[0].top - max(rule.bottom for rule in rules)
        low, high = mm(s.TWO_LINES_APART) - _SLACK, mm(s.TWO_LINES_APART) + _LEADING + _SLACK
        judge.check(low <= gap <= high, "红线下空二行", f"相距{gap:.1f}毫米", place, "红线和标题之间空两行。")
    return judge.done()


def addressees(found: Layout) -> list[Verdict]:
    """7.3.2: one blank line under the title, at the left edge, also where it wraps."""
    judge = Judgement("B2")
    if not found.addressees or not found.title:
        return judge.absent("首页没有主送机关")
    first, place = found.addressees[0], Placed(1, found.addressees[0]).place
    gap = first.top - (found.caption or found.title[-1]).bottom
    low, high = mm(s.ONE_LINE_APART) - 1.5, mm(s.ONE_LINE_APART) + 2 * _LEADING
    judge.check(low <= gap <= high, "标题下空一行", f"相距{gap:.1f}毫米", place, "标题和主送机关之间空一行。")
    for line in found.addressees:
        shown = f"左边{line.left:.1f}毫米"
        judge.check(abs(found.from_left(line.left)) <= _SLACK, "居左顶格，回行仍顶格", shown, place, "去掉缩进。")
    last = found.addressees[-1].text
    judge.check(last.endswith("："), "以全角冒号结束", last[-1], place, "改为全角冒号“：”。")
    return judge.done()


def _pairs(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that lie close together, as one each."""
    found: list[list[Rule]] = []
    for rule in rules:
        if found and rule.top - found[-1][-1].bottom < 2:
            found[-1].append(rule)
        else:
            found.append([rule])
    return found


def letter(found: Layout) -> list[Verdict]:
    """10.1: the double rules, what stands under the upper one, no page number on page one, no rules in 版记."""
    if found.form != "letter" or not found.mark:
        return [verdict for clause in ("L2", "L3", "L4") for verdict in Judgement(clause).absent("不是信函格式")]
    return [*_letter_rules(found), *_letter_number(found), *_letter_end(found)]


def _letter_rules(found: Layout) -> list[Verdict]:
    judge = Judgement("L2")
    groups = [each for each in _pairs(found.red_rules) if each[0].right - each[0].left > 100]
    place, ink = Placed(1, found.mark[0]).place, mark_ink(found)
    below = mm(s.LETTER_RULE_BOTTOM)
    lower = [
        each for each in groups if any(abs(edge - below) <= 3 for rule in each for edge in (rule.top, rule.bottom))
    ]
    upper = [each for each in groups if each not in lower and each[0].top > found.mark[-1].baseline]
    if judge.check(bool(upper), "标志下4毫米处一条红色双线", "没有", place, "在标志下加170毫米的红色双线。") and ink:
        inked, whole = upper[0][0].top - ink[3], upper[0][0].top - ink[1] - found.mark[-1].em
        wanted = mm(s.LETTER_RULE_GAP)  # under the characters, whose strokes do not all reach down alike
        good = min(inked, whole) - _SLACK <= wanted <= max(inked, whole) + _SLACK
        judge.check(good, "标志下4毫米", f"{inked:.1f}毫米", place, "调整双线与标志的距离。")
    remedy = "在距下页边20毫米处加170毫米的红色双线（上细下粗）。"
    if judge.check(bool(lower), "距下页边20毫米处一条红色双线", "没有", place, remedy):
        edges = [edge for rule in lower[0] for edge in (rule.top, rule.bottom)]
        good = any(abs(edge - below) <= _SLACK for edge in edges)
        judge.check(good, "距下页边20毫米", f"{297 - max(edges):.1f}毫米", place, remedy)
    for group, thick_first in [*[(each, True) for each in upper[:1]], *[(each, False) for each in lower[:1]]]:
        lies = span(group[0].left, group[0].right, *_DOUBLE_RULE)
        good = all(
            abs(edge - each) <= _SLACK for edge, each in zip((group[0].left, group[0].right), _DOUBLE_RULE, strict=True)
        )
        judge.check(good, "双线长170毫米，居中", lies, place, "双线左右各缩进到距页边20毫米。")
        if len(group) == 2:
            order = group[0].thickness > group[1].thickness
            expected = "上粗下细" if thick_first else "上细下粗"
            judge.check(order == thick_first, expected, "粗细相反", place, f"双线改为{expected}。")
    return judge.done()


def _letter_number(found: Layout) -> list[Verdict]:
    judge = Judgement("L3")
    line, groups = found.doc_number, _pairs(found.red_rules)
    if line is None or not groups:
        return judge.absent("没有发文字号")
    if not found.area.right_place:
        return judge.absent(OTHER_PLACES)
    place = Placed(1, line).place
    judge.check(
        abs(found.from_right(line.right)) <= _SLACK, "发文字号居右顶格", f"右边{line.right:.1f}毫米", place, "右对齐。"
    )
    edges = [rule.bottom for rule in groups[0]]
    gap, wanted = line.top - max(edges), mm(s.LETTER_GAP)
    if not found.corner or line.baseline < found.corner[0].baseline + 2:
        good = abs(gap - wanted) <= 1.5
        judge.check(good, "与上双线相距3号字高的7/8（4.84毫米）", f"{gap:.1f}毫米", place, "调整文号的段前距。")
    return judge.done()


def _letter_end(found: Layout) -> list[Verdict]:
    judge = Judgement("L4")
    judge.check(1 not in found.numbers, "首页不显示页码", "首页有页码", "第1页", "首页页脚不同，去掉页码。")
    if found.imprint:
        number, page = found.imprint[0].number, found.pages[found.imprint[0].number - 1]
        above = found.imprint[0].line.top
        rules = [rule for rule in (page.rules if page else ()) if rule.level and not rule.red and rule.top > above - 12]
        judge.check(not rules, "版记不加分隔线", "有分隔线", f"第{number}页", "去掉版记的分隔线。")
        printed = any(each.line.text.endswith("印发") for each in found.imprint)
        judge.check(not printed, "版记没有印发机关和日期", "有印发机关", f"第{number}页", "去掉印发机关和印发日期。")
    return judge.done()


def rules_of_head(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """Everything above the text, in the order of the standard."""
    return [
        *corners(found),
        *mark("H4", found),
        *doc_number(found),
        *signers(found),
        *red_rule(found),
        *title(found),
        *addressees(found),
        *mark("L1", found),
        *letter(found),
        *mark("O1", found),
        *mark("M1", found),
    ]
