"""The upper left corner of the first page (7.2.1–7.2.3): 份号, 密级和保密期限, 紧急程度: H1–H3."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lowcapdocs.gongwen import standard as s
from lowcapdocs.inspect.content import Paragraph, Run
from lowcapdocs.inspect.heads import tokens
from lowcapdocs.inspect.judging import Habit, Judgement, Rule, check_type, millimetres, wrong_size
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.verdict import Advice, Verdict


def _token(paragraph: Paragraph, pattern: str) -> str:
    """The piece of the line that looks like `pattern`."""
    return next((each for each in tokens(paragraph) if re.match(pattern, each)), paragraph.plain)


def _runs_of(paragraph: Paragraph, text: str) -> list[Run]:
    found = [run for run in paragraph.runs if run.text.strip() and (run.text.strip() in text or text in run.text)]
    return found or paragraph.runs


def _flush(judge: Judgement, paragraph: Paragraph) -> None:
    good = paragraph.story != "body" or paragraph.lead <= s.TOLERANCE
    judge.check(good, "顶格", f"缩进{millimetres(paragraph.lead)}", paragraph.place, "删去缩进和前面的空格。")


def copy_number(parts: Parts) -> list[Verdict]:
    """7.2.1: 份号 is six digits of 3号, flush left."""
    judge = Judgement("H1")
    paragraph = parts.head.copy_number
    if paragraph is None:
        return judge.absent("没有份号")
    text = _token(paragraph, r"(?:份\s*号|No)?\D{0,3}\d+$")
    _form(judge, paragraph, text, s.COPY_NUMBER_FORM, "6位阿拉伯数字，如000001", "改为6位阿拉伯数字。")
    size = wrong_size(_runs_of(paragraph, text), s.SIZE_3)
    judge.check(not size, "3号", f"{size / 2:g}磅", paragraph.place, "字号改为3号。")
    _flush(judge, paragraph)
    return judge.done()


def secrecy(parts: Parts) -> list[Verdict]:
    """7.2.2: 密级 and 保密期限, 3号黑体, with ★ and Arabic numerals between."""
    judge = Judgement("H2")
    paragraph = parts.head.secrecy
    if paragraph is None:
        return judge.absent("没有密级")
    text = _token(paragraph, r"[绝机秘]\s*密")
    _form(judge, paragraph, text, s.SECRECY_FORM, "如“秘密★1年”", "密级后用★（U+2605）和阿拉伯数字的期限。")
    check_type(judge, paragraph, "first", s.SIZE_3, _runs_of(paragraph, text))
    if parts.head.copy_number is not paragraph:
        _flush(judge, paragraph)
    _after(judge, parts, paragraph, parts.head.copy_number, "份号")
    return judge.done()


def urgency(parts: Parts) -> list[Verdict]:
    """7.2.3: 紧急程度, 3号黑体, under 份号 and 密级."""
    judge = Judgement("H3")
    paragraph = parts.head.urgency
    if paragraph is None:
        return judge.absent("没有紧急程度")
    text = _token(paragraph, r"[特加平紧急]\s*[急提件]")
    wanted = "特急或加急（电报：特提、特急、加急、平急）"
    _form(judge, paragraph, text, f"^(?:{'|'.join(s.URGENCIES)})$", wanted, "改为规定的紧急程度。")
    check_type(judge, paragraph, "first", s.SIZE_3, _runs_of(paragraph, text))
    _after(judge, parts, paragraph, parts.head.secrecy, "密级")
    _after(judge, parts, paragraph, parts.head.copy_number, "份号")
    return judge.done()


def _form(judge: Judgement, paragraph: Paragraph, text: str, form: str, expected: str, remedy: str) -> None:
    """Check how an element is written, spaces aside."""
    judge.check(bool(re.match(form, "".join(text.split()))), expected, text, paragraph.place, remedy)


def _after(judge: Judgement, parts: Parts, paragraph: Paragraph, other: Paragraph | None, name: str) -> None:
    if other is not None and other is not paragraph:
        order = parts.head.order
        judge.check(
            order.index(other) < order.index(paragraph),
            "自上而下依次为份号、密级和保密期限、紧急程度",
            f"在{name}之上",
            paragraph.place,
            f"移到{name}下面。",
        )


def habits(parts: Parts) -> Iterator[Advice]:
    """份号 on what is secret: 条例 asks for it, not the standard."""
    if parts.head.secrecy is not None and parts.head.copy_number is None:
        yield Advice("H1", "涉密公文应当标注份号（《党政机关公文处理工作条例》第九条）。", parts.head.secrecy.place)


RULES: dict[str, Rule] = {"H1": copy_number, "H2": secrecy, "H3": urgency}
HABITS: tuple[Habit, ...] = (habits,)
