"""署名 and 成文日期 on printed pages: B7, B9, and whether text stands on their page, B12."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.inspect.judging import Judgement
from lowcapdocs.inspect.layout import LEFT, RIGHT, TOP, Layout, Placed, in_table, mm
from lowcapdocs.inspect.measure import Line
from lowcapdocs.inspect.verdict import Verdict

_SLACK = mm(s.TOLERANCE)
_CHAR = mm(s.CHAR_3)
_CONDENSED = s.TYPE_AREA_WIDTH / s.CHARS / s.CHAR_3
_TEXT_BEGINS = 3 * _CHAR
"""Text begins at most so far from the left edge of 版心; names of offices under it further right."""


def signature(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """7.3.5.1 and 7.3.5.2: date and name as for a sealed document, or as for one without a seal."""
    date, name = found.date, found.signature
    if date is None or name is None or found.form == "order":
        reason = "命令用签名章，须人工检查" if found.form == "order" else "没有认出署名和成文日期"
        return [*Judgement("B7").absent(reason), *Judgement("B9").absent(reason)]
    sealed, unsealed = _sealed(date, name), _unsealed(date, name)
    seal = any(_near(box, date.line) for box in _pictures(found, date.number))
    centred = abs(date.line.middle - name.line.middle) <= 2 * _SLACK
    if _failed(sealed) and not seal and not (_failed(unsealed) and centred):
        return [*Judgement("B7").absent("按不加盖印章的排法检查"), *unsealed]
    return [*sealed, *Judgement("B9").absent("按加盖印章的排法检查")]


def _failed(verdicts: list[Verdict]) -> bool:
    return any(each.outcome == "failed" for each in verdicts)


def _sealed(date: Placed, name: Placed) -> list[Verdict]:
    """7.3.5.1: the date four characters from the right, the name centred over it."""
    judge = Judgement("B7")
    wanted = s.SIGNATURE_DATE_RIGHT * _CHAR
    off = RIGHT - date.line.right
    if wanted + (_width(date.line) - _width(name.line)) / 2 > 0:  # a longer name would stand out of 版心
        good = abs(off - wanted) <= _SLACK + _stretch(date.line) / 2
        judge.check(good, "成文日期右空四字", f"日期右空{off / _CHAR:.1f}字", date.place, "成文日期右缩进4字符。")
    good = abs(date.line.middle - name.line.middle) <= _SLACK + 0.5
    remedy = "调整署名的右缩进，使它居中在日期上方。"
    judge.check(good, "署名以成文日期为准居中", "没有对中", name.place, remedy)
    return judge.done()


def _unsealed(date: Placed, name: Placed) -> list[Verdict]:
    """7.3.5.2: the date two characters right of the name, the longer of them two characters from the right."""
    judge = Judgement("B9")
    slack = _SLACK + _stretch(date.line)
    step = date.line.left - name.line.left
    good = abs(step - s.DATE_AFTER_SIGNATURE * _CHAR) <= slack
    remedy = "成文日期首字比署名首字右移二字；要加盖印章的，署名居中在日期上方。"
    judge.check(good, "日期首字比署名首字右移二字", f"右移{step / _CHAR:.1f}字", date.place, remedy)
    off = RIGHT - max(date.line.right, name.line.right)
    good = abs(off - s.SIGNATURE_RIGHT * _CHAR) <= slack
    remedy = "署名（或较长的日期）右缩进2字符。"
    judge.check(good, "右空二字", f"右空{off / _CHAR:.1f}字", name.place, remedy)
    return judge.done()


def _stretch(line: Line) -> float:
    """How far a line is from its natural width: LibreOffice sets digits apart, × is narrow in some faces."""
    return abs(_width(line) - _natural(line))


def _natural(line: Line) -> float:
    """How wide a line is without gaps round its digits, as 28 characters a line are set."""
    return sum(_CONDENSED * line.em * (0.5 if glyph.text.isascii() else 1) for glyph in line.glyphs)


def _width(line: Line) -> float:
    return line.right - line.left


def _pictures(found: Layout, number: int) -> list[tuple[float, float, float, float]]:
    page = found.pages[number - 1]
    return page.pictures if page is not None else []


def _near(box: tuple[float, float, float, float], line: Line) -> bool:
    return box[0] < line.right and line.left < box[2] and box[1] - 5 < line.baseline < box[3] + 5


def with_text(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """7.3.5.5: text, 附件说明 or a table stands above the date on its page; what may be text is taken for it."""
    judge = Judgement("B12")
    date = found.date
    if date is None:
        return judge.absent("没有认出成文日期")
    page = found.pages[date.number - 1]
    if page is None:
        return judge.absent("这一页是图片")
    end = (found.signature or date).line
    above = [line for line in page.lines if TOP < line.baseline < end.top]
    text = any(line.left < LEFT + _TEXT_BEGINS or in_table(page, line) for line in above)
    drawn = any(box[3] < end.top for box in page.pictures)
    remedy = "调整行距、字距，使正文有一部分与署名、日期同页；不用“此页无正文”。"
    whole = date.number == 1  # whether page one has text is for B3 to say
    judge.check(whole or text or drawn, "署名、日期与正文同页", "这一页没有正文", date.place, remedy)
    return judge.done()


RULES = (signature, with_text)
