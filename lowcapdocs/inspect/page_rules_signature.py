"""署名 and 成文日期 on printed pages: B7, B9, and whether text stands on their page, B12."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.inspect.area import OTHER_PAGES, TYPE_AREA, Area, mm
from lowcapdocs.inspect.judging import Judgement
from lowcapdocs.inspect.layout import Layout, Placed, in_table
from lowcapdocs.inspect.measure import Line
from lowcapdocs.inspect.signing import Stand, Way, fit, verdicts
from lowcapdocs.inspect.verdict import Verdict

_CHAR = mm(s.CHAR_3)
_CONDENSED = s.TYPE_AREA_WIDTH / s.CHARS / s.CHAR_3
_TEXT_BEGINS = 3 * _CHAR
"""Text begins at most so far from the left edge of 版心; names of offices under it further right."""


def signature(found: Layout, _: list[s.Page]) -> list[Verdict]:
    """7.3.5.1 and 7.3.5.2: date and name as for a sealed document, or as for one without a seal."""
    date, name = found.date, found.signature
    if date is None or name is None or found.form == "order":
        reason = "没有认出署名和成文日期"
        if found.form == "order":
            reason = "命令用签名章，须人工检查"
        elif found.names:
            reason = "署名不止一行，须对照印章人工检查，见 B8"
        return [*Judgement("B7").absent(reason), *Judgement("B9").absent(reason)]
    seal = any(_near(box, date.line) for box in _pictures(found, date.number))
    hint: Way = "sealed" if seal or _room_for_a_seal(found, name) else "unsealed"
    beside = found.area._replace(right=found.area.left + TYPE_AREA.width)  # placed from the left, margins wrong
    areas = (TYPE_AREA, found.area, beside)
    ways = [fit(_stand(area, name.line), _days(area, date.line), hint, sure=seal) for area in areas]
    way = min(ways, key=lambda each: len(each.faults))
    return [
        *verdicts("B7", "sealed", way, name.place, date.place),
        *verdicts("B9", "unsealed", way, name.place, date.place),
    ]


def _room_for_a_seal(found: Layout, name: Placed) -> bool:
    """Whether more than one line is left blank above the name."""
    above = found.text[-1] if found.text and found.text[-1].number == name.number else None
    blank = name.line.baseline - (above.line.baseline if above else 0)
    return blank > (s.UNSEALED_BLANK_LINES + 1.5) * mm(s.PROFILE_A.line_pitch)


def _stand(area: Area, line: Line) -> Stand:
    return Stand((line.left - area.left) / _CHAR, (area.right - line.right) / _CHAR)


def _days(area: Area, line: Line) -> list[Stand]:
    """Where a date may be meant to stand: as printed, or as wide as its characters at its right, its left or between."""
    whole = _stand(area, line)
    natural = sum(_CONDENSED * line.em * (0.5 if glyph.text.isascii() else 1) for glyph in line.glyphs)
    wider = (line.right - line.left - natural) / _CHAR
    return [whole, *(Stand(whole.left + wider * at, whole.right + wider * (1 - at)) for at in (1, 0, 0.5))]


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
    if not found.area.right_place:
        return judge.absent(OTHER_PAGES)
    end = (found.names or [date])[0].line
    above = [line for line in page.lines if TYPE_AREA.top < line.baseline < end.top]
    text = any(line.left < TYPE_AREA.left + _TEXT_BEGINS or in_table(page, line) for line in above)
    drawn = any(box[3] < end.top for box in page.pictures)
    remedy = "调整行距、字距，使正文有一部分与署名、日期同页；不用“此页无正文”。"
    whole = date.number == 1  # whether page one has text is for B3 to say
    judge.check(whole or text or drawn, "署名、日期与正文同页", "这一页没有正文", date.place, remedy)
    return judge.done()


RULES = (signature, with_text)
