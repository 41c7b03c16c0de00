"""版头 (7.2.4–7.2.7): H4–H7, the mark and what stands under it; judged for the form that the first page has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.faces import face_of
from lowcapdocs.inspect.content import Paragraph, Run
from lowcapdocs.inspect.heads import LOOSE_NUMBER, red, tokens
from lowcapdocs.inspect.judging import (
    Habit,
    Judgement,
    Rule,
    blank_lines_off,
    millimetres,
    near,
    split_runs,
    wrong_face,
    wrong_size,
)
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.rules_page import set_up
from lowcapdocs.inspect.tails import blanks_before
from lowcapdocs.inspect.verdict import Advice, Verdict

_NUMBER = re.compile(s.NUMBER_FORM)
_NUMBER_OF_MINUTES = re.compile(r"^〔(?:19|20)\d{2}〕[1-9]\d*号$")
_UNKNOWN = re.compile(r"[×XxＸ]")
_NO_HEAD = "没有版头"


def mark(parts: Parts) -> list[Verdict]:
    """7.2.4: 发文机关标志 is red and centred, its upper edge 35 mm under that of 版心."""
    judge = Judgement("H4")
    if parts.form != "document":
        return judge.absent(_NO_HEAD if parts.form == "plain" else "按特定格式检查，见 L1、O1、M1")
    if not parts.head.mark:
        judge.check(False, "有发文机关标志", "没有", "首页", "在首页上方加发文机关标志。")
        return judge.done()
    check_mark(judge, parts, s.MARK_TOP)
    return judge.done()


def check_mark(judge: Judgement, parts: Parts, top: int) -> None:
    """A mark is red, centred, and its upper edge `top` twips under that of 版心 as far as a file can tell."""
    for paragraph in parts.head.mark:
        judge.check(red(paragraph), "红色", "不是红色", paragraph.place, "选中标志，颜色改为红色（FF0000）。")
        if paragraph.story == "body":
            judge.check(
                paragraph.look.align in ("center", "distribute"),
                "居中",
                "没有居中",
                paragraph.place,
                "段落设为居中，去掉缩进。",
            )
    first = parts.head.mark[0]
    above = _height_above(parts, first)
    if above is not None:
        section = parts.section(first)
        start = above - set_up(section).lead
        end = start + max(first.look.line - first.em, 0) + first.em * 0.2
        good = start - s.TOLERANCE <= top <= end + s.TOLERANCE
        judge.check(
            good,
            f"标志上边缘距版心上边缘{millimetres(top)}",
            f"约{millimetres((start + end) / 2)}",
            first.place,
            "调整标志的段前距离。",
        )


def _height_above(parts: Parts, paragraph: Paragraph) -> float | None:
    """What stands above a paragraph of the first page, in twips; None if the file does not tell surely."""
    blocks = parts.document.blocks
    if paragraph not in blocks or paragraph.look.rule != "exact":
        return None
    total = 0.0
    for each in blocks[: blocks.index(paragraph)]:
        if not isinstance(each, Paragraph) or each.look.rule != "exact" or len(each.plain) > s.CHARS:
            return None
        total += each.look.before + each.look.line + each.look.after
    return total + paragraph.look.before


def number(parts: Parts) -> list[Verdict]:
    """7.2.5: 发文字号 two lines under the mark, its year whole and in 〔〕, without 第 and leading zero."""
    judge = Judgement("H5")
    paragraph = parts.head.number
    if parts.form in ("plain", "order") or paragraph is None:
        return judge.absent(_NO_HEAD if parts.form == "plain" else "没有发文字号")
    text = number_text(paragraph)
    unknown = bool(_UNKNOWN.search(text))
    form = _NUMBER_OF_MINUTES if parts.form == "minutes" and text.startswith("〔") else _NUMBER
    if not unknown:
        judge.check(
            bool(form.match(text)),
            "机关代字〔年份〕序号号，如海政办〔2020〕3号",
            text,
            paragraph.place,
            "年份用六角括号〔〕括入并写全四位，序号不加“第”、不编虚位（1不编为01）。",
        )
    if parts.form == "document" and paragraph in parts.document.blocks:
        _place_number(judge, parts, paragraph, text)
    return judge.done("发文字号还没有定（××）")


def number_text(paragraph: Paragraph) -> str:
    """发文字号 without what stands beside it."""
    for each in tokens(paragraph):
        piece = re.split(r"签\s*发\s*人", each)[0].strip()
        if LOOSE_NUMBER.match(piece):
            return piece
    return paragraph.plain


def _place_number(judge: Judgement, parts: Parts, paragraph: Paragraph, text: str) -> None:
    if parts.head.signers or _asks(parts):
        first = paragraph.em * s.NUMBER_INDENT_CHARS
        good = near(paragraph.lead, first) or (
            paragraph.look.align in ("both", "distribute") and paragraph.lead < 2 * first
        )
        judge.check(
            good, "居左空一字（有签发人）", f"左空{millimetres(paragraph.lead)}", paragraph.place, "左缩进设为1字符。"
        )
    else:
        good = paragraph.look.align == "center" and near(paragraph.lead, paragraph.tail)
        judge.check(good, "居中", "没有居中", paragraph.place, "段落设为居中，去掉缩进。")
    blocks = parts.document.blocks
    at = blocks.index(paragraph)
    blanks = blanks_before(blocks, at)
    above = blocks[at - 1 - len(blanks)] if at > len(blanks) else None
    if isinstance(above, Paragraph) and above in parts.head.mark:
        pitch = paragraph.look.line if paragraph.look.rule == "exact" else s.PROFILE_A.line_pitch
        off = blank_lines_off(blanks, paragraph, s.BLANK_LINES_ABOVE_NUMBER, pitch)
        judge.check(not off, "标志下空二行", off, paragraph.place, "标志和发文字号之间留两个空行。")


def _asks(parts: Parts) -> bool:
    """Whether the document is surely an upward one: a 请示."""
    return parts.title is not None and parts.title.text.endswith("的请示")


def signers(parts: Parts) -> list[Verdict]:
    """7.2.6: an upward document names who signed it: 签发人： in 3号仿宋, the names in 3号楷体."""
    judge = Judgement("H6")
    if parts.form != "document":
        return judge.absent(_NO_HEAD if parts.form == "plain" else "不是文件格式")
    if not parts.head.signers:
        if _asks(parts):
            judge.check(False, "上行文标注签发人", "没有签发人", "版头", "在发文字号同一行右侧加“签发人：姓名”。")
        return judge.done("不是上行文")
    for paragraph in parts.head.signers:
        words, names = _signed(judge, paragraph)
        face = wrong_face(words, "body")
        judge.check(not face, "“签发人”三字3号仿宋", face, paragraph.place, "“签发人”三字改为3号仿宋。")
        face = wrong_face(names, "second")
        judge.check(not face, "签发人姓名3号楷体", face, paragraph.place, "签发人姓名改为3号楷体。")
        size = wrong_size([*words, *names], s.SIZE_3)
        judge.check(not size, "3号", f"{size / 2:g}磅", paragraph.place, "字号改为3号。")
    return judge.done()


def _signed(judge: Judgement, paragraph: Paragraph) -> tuple[list[Run], list[Run]]:
    """The runs of the words 签发人： and of the names in a line, 文号 left out."""
    text = paragraph.text
    label = re.search(r"签\s*发\s*人\s*[：:]?", text)
    if label is None:
        own = number_text(paragraph)
        behind = text.find(own) + len(own) if LOOSE_NUMBER.match(own) else 0
        return [], split_runs(paragraph.runs, behind)[1]
    good = "".join(label[0].split()) == s.SIGNER_LABEL
    judge.check(good, f"“{s.SIGNER_LABEL}”（全角冒号）", f"“{label[0]}”", paragraph.place, "冒号改为全角“：”。")
    rest = split_runs(paragraph.runs, label.start())[1]
    return split_runs(rest, label.end() - label.start())


def red_rule(parts: Parts) -> list[Verdict]:
    """7.2.7: 4 mm under 发文字号 a red rule as wide as 版心."""
    judge = Judgement("H7")
    if parts.form != "document":
        return judge.absent(_NO_HEAD if parts.form == "plain" else "按特定格式检查，见 L2、O1、M1")
    if not parts.head.rules:
        judge.check(False, "发文字号下有红色分隔线", "没有", "版头", "在发文字号下4毫米处画一条与版心等宽的红线。")
        return judge.done()
    rule = parts.head.rules[-1]
    place = rule.owner.place if rule.owner is not None else "版头"
    judge.check(rule.red, "红色", "不是红色", place, "分隔线改为红色（FF0000）。")
    if rule.width:
        widths = parts.widths(rule.owner or parts.head.order[0])
        judge.check(
            any(near(rule.width, width, 2 * s.TOLERANCE) for width in widths),
            f"与版心等宽（{millimetres(s.TYPE_AREA_WIDTH)}）",
            millimetres(rule.width),
            place,
            "改为与版心等宽，去掉这一段的缩进。",
        )
    if rule.gap is not None:
        good = near(rule.gap, s.RED_RULE_GAP)
        judge.check(good, "发文字号之下4毫米", millimetres(rule.gap), place, "调整边框与文字的距离。")
    return judge.done()


def habits(parts: Parts) -> Iterator[Advice]:
    """What is only recommended: 小标宋 for the mark."""
    for paragraph in parts.head.mark:
        names = {run.look.east for run in paragraph.runs if run.text.strip()}
        known = [face_of(name) for name in names]
        if any(each is not None and each.kind.role != "title" for each in known):
            yield Advice("H4", "发文机关标志推荐使用小标宋。", paragraph.place)
            break


RULES: dict[str, Rule] = {
    "H4": mark,
    "H5": number,
    "H6": signers,
    "H7": red_rule,
}
HABITS: tuple[Habit, ...] = (habits,)
