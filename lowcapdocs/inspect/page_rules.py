"""Paper, type area, type and text of printed pages: P2–P6, B3, B4, T1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.faces import Role, face_of, kind_of
from lowcapdocs.inspect.area import BOTTOM, LEFT, RIGHT, TOP, TYPE_AREA, mm
from lowcapdocs.inspect.judging import Judgement, is_han
from lowcapdocs.inspect.layout import Layout, Placed, in_type_area, pitch
from lowcapdocs.inspect.measure import Line
from lowcapdocs.inspect.verdict import Verdict

_POINT = 25.4 / 72
_SLACK = mm(s.TOLERANCE)
_HANGING = "，。、；：？！）》”’…"
_CHAR = mm(s.TYPE_AREA_WIDTH) / s.CHARS
_NATURAL = mm(s.CHAR_3)
_LEAD = 0.75
"""How much of the leading of a line programs put above it at most; Word less, LibreOffice this."""
_SHORT = 14.0
"""A line that ends nearer to the right edge is full."""
_LEVELS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"^[一二三四五六七八九十百]+、"), "first"),
    (re.compile(r"^（[一二三四五六七八九十百]+）"), "second"),
    (re.compile(r"^\d+[.．](?!\d)"), "body"),
    (re.compile(r"^（\d+）"), "body"),
)


def sheet(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """5.1: A4, 210 mm by 297 mm."""
    judge = Judgement("P2")
    wanted = (mm(s.PROFILE_A.width), mm(s.PROFILE_A.height))
    for number, page in enumerate(found.pages, start=1):
        if page is not None:
            sides = sorted((page.width, page.height))
            good = all(abs(side - asked) <= _POINT for side, asked in zip(sides, wanted, strict=True))
            shown = f"{page.width:.0f}×{page.height:.0f}毫米"
            judge.check(good, "A4（210×297毫米）", shown, f"第{number}页", "页面设置的纸张改为 A4，重新输出。")
    return judge.done()


def type_area(found: Layout, profiles: list[s.Page]) -> list[Verdict]:
    """5.2.1: the text lies in 版心, its left edge 28 mm and its first line 37 mm from the edge of the sheet."""
    judge = Judgement("P3")
    lead = _LEAD * (max(mm(each.line_pitch) for each in profiles) - mm(s.CHAR_3))
    for number, page in enumerate(found.pages, start=1):
        lines = [] if page is None or page.turned else in_type_area(found, number)
        place = f"第{number}页"
        text = [each.line for each in found.text if each.number == number]
        for line in text:
            if line.right > RIGHT + _SLACK and not (line.text[-1] in _HANGING and line.right < RIGHT + 1.5 * _NATURAL):
                where = Placed(number, line).place
                judge.check(
                    False, f"文字右边不超过{RIGHT:.0f}毫米", f"{line.right:.1f}毫米", where, "核对右边距和字符间距。"
                )
        farthest = max(LEFT, found.area.left) + 9
        edges = [below.left for above, below in pairwise(text) if _full(found, above) and below.left < farthest]
        if len(edges) > 1:
            edge = sorted(edges)[len(edges) // 2]
            remedy = "左边距（订口）改为28毫米。"
            judge.check(abs(edge - LEFT) <= _SLACK, f"左边（订口）{LEFT:.0f}±1毫米", f"{edge:.1f}毫米", place, remedy)
        if number > 1 and len(text) > 5 and page and lines and lines[0] is text[0] is page.lines[0]:
            top = lines[0].top
            good = TOP - _SLACK <= top <= TOP + lead + _SLACK
            judge.check(good, f"天头{TOP:.0f}±1毫米", f"首行文字上边{top:.1f}毫米", place, "上边距改为37毫米。")
        low = [line for line in text if line.bottom > BOTTOM + _SLACK]
        if text:
            shown = f"{max(line.bottom for line in text):.1f}毫米"
            judge.check(not low, f"文字下边不超过{BOTTOM:.0f}毫米", shown, place, "下边距改为35毫米。")
    return judge.done("正文太少，量不出版心")


def default_type(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """5.2.2: 3号仿宋 in the text."""
    judge = Judgement("P4")
    plain = [each for each in found.text if not any(pattern.match(each.line.text) for pattern, _ in _LEVELS)]
    notes: set[str] = set()
    wrong: Counter[str] = Counter()
    total = 0
    for each in plain:
        for glyph in each.line.glyphs:
            if is_han(glyph.text):
                total += 1
                known = face_of(glyph.font)
                if known is None:
                    notes.add(f"认不出字体 {glyph.font}，未作判断")
                elif known.kind.role != "body":  # a few characters that the face lacks come from another
                    wrong[known.kind.chinese] += 1
                elif known.stand_in:
                    notes.add(f"{glyph.font} 代{known.kind.chinese}")
    if total:
        most = wrong.most_common(1)[0][0] if wrong else ""
        place = plain[0].place
        judge.check(2 * sum(wrong.values()) <= total, "3号仿宋", most, place, "正文字体改为仿宋。")
        sizes = Counter(round(each.line.size, 1) for each in plain)
        size = sizes.most_common(1)[0][0]
        judge.check(15.6 <= size <= 16.1, "3号（16磅）", f"{size:g}磅", place, "正文字号改为3号。")
    return [replace(v, found="；".join(sorted(notes))) if v.outcome == "passed" else v for v in judge.done("没有正文")]


def grid(found: Layout, profiles: list[s.Page]) -> list[Verdict]:
    """5.2.3: 22 lines a page, 28 characters a line (27 where type is not condensed)."""
    judge = Judgement("P5")
    step = pitch(found.text)
    if step is not None:
        lowest, highest = (each * mm(s.TYPE_AREA_HEIGHT) for each in (1 / (s.LINES + 1), 1 / s.LINES))
        highest = max([highest, *(mm(each.text_height) / s.LINES for each in profiles)])
        lines = int(mm(s.TYPE_AREA_HEIGHT) / step + (0.5 if lowest < step <= highest + 0.02 else 0))
        good = lowest < step <= highest + 0.02
        remedy = "正文行距设为固定值28.95磅。"
        shown = f"行距{step / _POINT:.1f}磅，每面{lines}行"
        judge.check(good, f"每面{s.LINES}行", shown, found.text[0].place, remedy)
    counts = _full_pages(found) if found.area.right_place else {}
    if len(counts) > 1 and len(set(counts.values())) == 1:
        number, count = next(iter(counts.items()))
        remedy = "正文行距设为固定值28.95磅，并核对上下边距。"
        judge.check(count == s.LINES, f"每面{s.LINES}行", f"每面{count}行", f"第{number}页", remedy)
    fits = abs(found.area.width - TYPE_AREA.width) <= 2 * _SLACK  # else the margins are to blame, see P3
    widths = Counter(len(line.text) for line in _pure_lines(found) if fits)
    if sum(widths.values()) > 2:
        count = widths.most_common(1)[0][0]
        remedy = "正文用3号字，字符间距紧缩0.25磅，左右边距28毫米、26毫米。"
        judge.check(
            count in (s.CHARS, s.CHARS_NATURAL), f"每行{s.CHARS}字", f"每行{count}字", found.text[0].place, remedy
        )
    return judge.done("正文太少，量不出行数和字数")


def _full_pages(found: Layout) -> dict[int, int]:
    """How many lines stand on each page that text fills from the first line to the last."""
    counts = {}
    for number in range(2, len(found.pages)):
        here = [each for each in found.text if each.number == number]
        following = [each for each in found.text if each.number == number + 1]
        if len(here) > 10 and following and len(in_type_area(found, number)) == len(here):
            runs_on = _full(found, here[-1].line) and following[0].line.left < LEFT + _SLACK
            if runs_on:
                counts[number] = len(here)
    return counts


def _pure_lines(found: Layout) -> Iterator[Line]:
    """Full lines of nothing but Chinese characters, with more of their paragraph below."""
    for above, below in pairwise(found.text):
        line = above.line
        flush = found.from_left(line.left) < 2 and found.from_left(below.line.left) < 2
        if flush and _full(found, line) and all(map(is_han, line.text)):
            yield line


def _full(found: Layout, line: Line) -> bool:
    """Whether a line reaches the right edge."""
    return found.from_right(line.right) < _SHORT


def colours(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """5.2.4: black, but for the mark (and seals)."""
    judge = Judgement("P6")
    marked = {id(line) for line in found.mark}
    for number, page in enumerate(found.pages, start=1):
        for line in page.lines if page is not None else ():
            if id(line) in marked:
                continue
            sealed = found.date is not None and number == found.date.number and _by_date(found.date.line, line)
            bad = [each for each in line.glyphs if each.colour == "other" or (each.colour == "red" and not sealed)]
            shown = "红色" if any(each.colour == "red" for each in bad) else "彩色或灰色"
            judge.check(not bad, "黑色", shown, Placed(number, line).place, "选中文字，颜色改为黑色。")
    return judge.done()


def _by_date(date: Line, line: Line) -> bool:
    return abs(line.baseline - date.baseline) < 60  # a seal that is drawn, its text in red


def paragraphs(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """7.3.3: text on page one; a paragraph begins two characters in and wraps to the edge."""
    judge = Judgement("B3")
    if found.title and found.text:
        remedy = "压缩版头和标题之间的空白，或把主送机关移到版记。"
        judge.check(found.text[0].number == 1, "首页必须显示正文", "首页没有正文", "第1页", remedy)
    for above, below in pairwise(_prose(found)):
        line = above.line
        off = line.left - below.line.left
        flush = found.from_left(below.line.left)
        wraps = _full(found, line) and abs(flush) <= 6 and found.from_left(line.left) < 26
        if wraps and 3 < off < 26:
            good = 2 * _CHAR - 0.6 <= off <= 2 * _NATURAL + 0.6
            judge.check(good, "段首空二字", f"空{off / _CHAR:.1f}字", above.place, "段落首行缩进改为2字符。")
        step = below.line.baseline - line.baseline if above.number == below.number else 0
        ended = line.text.endswith("。") and line.right < 150 and 0 < step < 1.3 * mm(s.PROFILE_B.line_pitch)
        if ended and abs(flush) < 2 and _full(found, below.line):
            judge.check(False, "段首空二字", "顶格", below.place, "段落首行缩进改为2字符。")
    return judge.done("没有跨行的段落")


def _prose(found: Layout) -> list[Placed]:
    """The text up to 附件说明, which hangs its lines."""
    end = next((i for i, each in enumerate(found.text) if re.match(r"^附件[：:]", each.line.text)), len(found.text))
    return found.text[:end]


def levels(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """7.3.3: 黑体 for 一、, 楷体 for （一）, 仿宋 below."""
    judge = Judgement("B4")
    for each in _prose(found):
        role = next((role for pattern, role in _LEVELS if pattern.match(each.line.text)), None)
        if role is None or found.from_left(each.line.left) < 5:
            continue
        heading = each.line.text.split("。")[0]
        faces = [face_of(glyph.font) for glyph in each.line.glyphs[: len(heading)] if is_han(glyph.text)]
        known = [face.kind for face in faces if face is not None]
        if known:
            kind = Counter(known).most_common(1)[0][0]
            wanted = kind_of(role).chinese
            judge.check(kind.role == role, wanted, kind.chinese, each.place, f"这一层标题的字体改为{wanted}。")
    return judge.done("没有层次标题")


def turned(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """8: on a turned page the top of 版心 lies at the edge that is the left one of the upright sheet."""
    judge = Judgement("T1")
    page_a = s.landscape(s.PROFILE_A)
    left, right = mm(page_a.left), mm(page_a.width - page_a.right)
    top, bottom = mm(page_a.top), mm(page_a.height - page_a.bottom)
    for number, page in enumerate(found.pages, start=1):
        if page is not None and page.turned:
            inner = [each for each in page.lines if left - 12 < each.left and each.right < right + 12]
            rules = [rule for rule in page.rules if not rule.red]
            if inner:
                box = (
                    min([each.left for each in inner] + [rule.left for rule in rules]),
                    min([each.top for each in inner] + [rule.top for rule in rules]),
                    max([each.right for each in inner] + [rule.right for rule in rules]),
                    max([each.bottom for each in inner] + [rule.bottom for rule in rules]),
                )
                near_top = top - _SLACK <= box[1]
                good = (
                    near_top
                    and left - _SLACK <= box[0]
                    and box[2] <= right + 1.5 * _NATURAL
                    and box[3] <= bottom + _SLACK
                )
                shown = f"文字和表格在{box[0]:.0f}—{box[2]:.0f}×{box[1]:.0f}—{box[3]:.0f}毫米"
                expected = f"横排页版心在{left:.0f}—{right:.0f}×{top:.0f}—{bottom:.0f}毫米之内"
                judge.check(
                    good, expected, shown, f"第{number}页", "横排页的上、下、左、右边距改为28、26、35、37毫米。"
                )
    return judge.done("没有横排页")


RULES = (sheet, type_area, default_type, grid, colours, paragraphs, levels, turned)
