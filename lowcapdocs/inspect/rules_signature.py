"""发文机关署名 and 成文日期 (7.3.5): B7–B11. Places are estimated as near as a file tells."""

from __future__ import annotations

import re
from datetime import date as Day  # noqa: N812 - a day, beside the element of that name

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.inspect.content import Paragraph
from lowcapdocs.inspect.judging import Habit, Judgement, Rule
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.signing import Fit, Stand, Way, fit, stretch, verdicts
from lowcapdocs.inspect.verdict import Verdict

_UNKNOWN = re.compile(r"[×XxＸ]")
_NO_SIGNATURE = "没有署名和成文日期"


def _stands(paragraph: Paragraph, room: int, em: int, wider: float = 0) -> Stand:
    """Where a line stands in `room` twips, in characters of `em`, as near as a file tells; `wider`: set so much wider."""
    look = paragraph.look
    spacing = paragraph.first_look.spacing if paragraph.first_look else 0
    width = (em_width(paragraph.plain) + wider) * paragraph.em + len(paragraph.plain) * spacing
    lead, tail = float(paragraph.lead), float(paragraph.tail)
    if look.align in ("right", "end"):
        lead = room - tail - width
    elif look.align == "center":
        lead = (lead + room - tail - width) / 2
        tail = room - lead - width
    else:
        tail = room - lead - width
    return Stand(lead / em, tail / em)


def _fit(parts: Parts) -> tuple[Fit, Paragraph, Paragraph] | None:
    """How signature and date stand, and their paragraphs; None unless there is one of each in the flow."""
    if parts.date is None or len(parts.signature) != 1 or parts.joint is not None or parts.form == "order":
        return None
    if _UNKNOWN.search(parts.date.plain):
        return None
    name, date = parts.signature[0], parts.date
    hint: Way = "sealed" if len(parts.signature_above) > s.UNSEALED_BLANK_LINES else "unsealed"
    ways = []
    for room in parts.widths(name):
        days = [_stands(date, room, name.em, wider) for wider in (0, stretch(date.plain))]
        ways.append(fit(_stands(name, room, name.em), days, hint))
    return min(ways, key=lambda each: len(each.faults)), name, date


def _cannot_tell(parts: Parts) -> str:
    if parts.joint is not None or len(parts.signature) > 1:
        return "联合行文的署名须对照印章人工检查，见 B8"
    if parts.date is not None and _UNKNOWN.search(parts.date.plain):
        return "成文日期还没有定（××），位置随日期长短变化"
    return _NO_SIGNATURE if parts.date is None else "没有署名，或署名用签名章"


def sealed_signature(parts: Parts) -> list[Verdict]:
    """7.3.5.1: with a seal the date ends four characters from the right, the signature stands over its middle."""
    return _judged("B7", "sealed", parts)


def unsealed_signature(parts: Parts) -> list[Verdict]:
    """7.3.5.2: without a seal the date begins two characters right of the signature's first character."""
    return _judged("B9", "unsealed", parts)


def _judged(clause: str, way: Way, parts: Parts) -> list[Verdict]:
    found = _fit(parts)
    if found is None:
        return Judgement(clause).absent(_cannot_tell(parts))
    return verdicts(clause, way, found[0], found[1].place, found[2].place)


def joint_signature(parts: Parts) -> list[Verdict]:
    """7.3.5.1: joint seals cannot be seen in a file that is not yet sealed."""
    return Judgement("B8").absent(
        "联合行文的署名和印章须人工检查" if len(parts.signature) > 1 or parts.joint else "不是联合行文"
    )


def signed_by_hand(parts: Parts) -> list[Verdict]:
    """7.3.5.3: a 签名章 is put on by hand."""
    return Judgement("B10").absent("签名章的位置须人工检查" if parts.form == "order" else "没有签名章")


def date_form(parts: Parts) -> list[Verdict]:
    """7.3.5.4: the date in Arabic numerals, year in full, not padded, and a day of the calendar."""
    judge = Judgement("B11")
    if parts.date is None:
        return judge.absent("没有成文日期")
    text = parts.date.plain
    if _UNKNOWN.search(text):
        return judge.absent("成文日期还没有定（××）")
    found = re.match(s.DATE_FORM, text)
    good = found is not None and _exists(int(found[1]), int(found[2]), int(found[3]))
    judge.check(
        good, "如2020年4月5日", text, parts.date.place, "用阿拉伯数字，年份标全称，月、日不编虚位（1不编为01）。"
    )
    return judge.done()


def _exists(year: int, month: int, day: int) -> bool:
    try:
        Day(year, month, day)
    except ValueError:
        return False
    return True


RULES: dict[str, Rule] = {
    "B7": sealed_signature,
    "B8": joint_signature,
    "B9": unsealed_signature,
    "B10": signed_by_hand,
    "B11": date_form,
}
HABITS: tuple[Habit, ...] = ()
