"""主体 (7.3.1–7.3.3): title, 主送机关 and paragraphs: B1–B3."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.inspect.content import Paragraph
from lowcapdocs.inspect.judging import (
    Habit,
    Judgement,
    Rule,
    blank_lines_off,
    check_type,
    millimetres,
    near,
)
from lowcapdocs.inspect.parts import Parts, Title
from lowcapdocs.inspect.prose import prose
from lowcapdocs.inspect.verdict import Advice, Verdict


def title(parts: Parts) -> list[Verdict]:
    """7.3.1: 2号小标宋, two lines under the red rule, centred, its lines in the shape of 梯形 or 菱形."""
    judge = Judgement("B1")
    if parts.title is None:
        return judge.absent("没有找到标题")
    _check_title(judge, parts.title)
    if parts.form == "document" and parts.head.rules:
        first = parts.title.paragraphs[0]
        off = blank_lines_off(parts.title.above, first, s.BLANK_LINES_ABOVE_TITLE, s.PROFILE_A.line_pitch)
        judge.check(not off, "红色分隔线下空二行", off, first.place, "分隔线和标题之间留两个空行。")
    for each in parts.enclosures:
        _check_title(judge, each.title)
    return judge.done()


def _check_title(judge: Judgement, found: Title) -> None:
    for paragraph in found.paragraphs:
        check_type(judge, paragraph, "title", s.SIZE_2)
    check_centred(judge, found)
    off = _bad_shape(found.lines)
    judge.check(
        not off, "回行呈梯形或菱形，词意完整", off, found.paragraphs[0].place, "重新断行，使各行长短呈梯形或菱形。"
    )


def check_centred(judge: Judgement, found: Title) -> None:
    """A title stands in the middle; one that is set there by spaces is left to the rendered page."""
    for paragraph in found.paragraphs:
        spaced = paragraph.text[:1] in ("\u3000", " ", "\t")
        if paragraph.look.align != "center" and spaced:
            continue
        left = paragraph.look.left + paragraph.look.first
        good = paragraph.look.align == "center" and near(left, paragraph.look.right, 2 * s.TOLERANCE)
        judge.check(good, "居中", "没有居中", paragraph.place, "段落设为居中，首行缩进和左右缩进设为0。")


def _bad_shape(lines: list[str]) -> str:
    """What is wrong with the outline of a title; empty if it is fine or a program broke its lines."""
    widths = [em_width(line) for line in lines]
    room = s.TYPE_AREA_WIDTH / (s.SIZE_2 * 10)
    if len(lines) < 2 or max(widths) > room:
        return ""
    if widths[-1] <= 1:
        return "末行只有一个字"
    falling = False
    for last, width in itertools.pairwise(widths):
        if falling and width > last + 1:
            return "中间行比上下行短"
        falling = falling or width < last - 1
    return ""


def addressees(parts: Parts) -> list[Verdict]:
    """7.3.2: 主送机关 one line under the title, flush left, closed by a full-width colon."""
    judge = Judgement("B2")
    paragraph = parts.addressees
    if paragraph is None or parts.title is None:
        return judge.absent("没有主送机关")
    text = paragraph.plain
    judge.check(text.endswith("："), "末尾标全角冒号", f"末尾是“{text[-1]}”", paragraph.place, "末尾改为全角冒号“：”。")
    flush = paragraph.look.align in ("left", "both", "distribute") and abs(paragraph.lead) <= s.TOLERANCE
    judge.check(
        flush,
        "居左顶格",
        f"缩进{millimetres(paragraph.lead)}",
        paragraph.place,
        "首行缩进和左缩进设为0，删去前面的空格。",
    )
    wraps = em_width(text) * paragraph.em > parts.width(paragraph)
    judge.check(
        not wraps or paragraph.look.left <= s.TOLERANCE,
        "回行顶格",
        "回行缩进",
        paragraph.place,
        "左缩进和悬挂缩进设为0。",
    )
    off = blank_lines_off(parts.title.below, paragraph, s.BLANK_LINES_BELOW_TITLE, s.PROFILE_A.line_pitch)
    judge.check(not off, "标题下空一行", off, paragraph.place, "标题和主送机关之间留一个空行。")
    return judge.done()


def indents(parts: Parts) -> list[Verdict]:
    """7.3.3: each paragraph begins two characters in, its further lines flush left."""
    judge = Judgement("B3")
    for paragraph in prose(parts):
        wanted = s.INDENT_CHARS * paragraph.em
        good = near(paragraph.lead, wanted)
        remedy = "首行缩进设为2字符。"
        judge.check(good, "左空二字", f"左空{millimetres(paragraph.lead)}", paragraph.place, remedy)
        wraps = em_width(paragraph.plain) * paragraph.em > parts.width(paragraph)
        flush = not wraps or abs(paragraph.look.left) <= s.TOLERANCE
        judge.check(
            flush,
            "回行顶格",
            f"回行缩进{millimetres(paragraph.look.left)}",
            paragraph.place,
            "左缩进设为0，只设首行缩进2字符。",
        )
    return judge.done("没有正文文字")


def bold_title(parts: Parts) -> Iterator[Advice]:
    """小标宋 is heavy enough; the standard asks for no bold."""
    for paragraph in parts.title.paragraphs if parts.title else ():
        if any(run.look.bold for run in paragraph.runs if run.text.strip()):
            yield Advice("B1", "标题用小标宋，不必再加粗。", paragraph.place)
            return


def spaced_indents(parts: Parts) -> Iterator[Advice]:
    """Indents made of spaces look right until someone changes a size."""
    typed: list[Paragraph] = [each for each in prose(parts) if each.text[:1] in ("\u3000", " ")]
    if typed:
        yield Advice("B3", f"有{len(typed)}段用空格代替首行缩进，改用“首行缩进2字符”更稳妥。", typed[0].place)


RULES: dict[str, Rule] = {"B1": title, "B2": addressees, "B3": indents}
HABITS: tuple[Habit, ...] = (bold_title, spaced_indents)
