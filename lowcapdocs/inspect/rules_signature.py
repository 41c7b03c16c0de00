"""发文机关署名 and 成文日期 (7.3.5): B7–B11. Places are estimated as near as a file tells."""

from __future__ import annotations

import re
from datetime import date as Day  # noqa: N812 - a day, beside the element of that name

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.inspect.content import Paragraph
from lowcapdocs.inspect.judging import Habit, Judgement, Rule, millimetres, near
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.verdict import Verdict

_UNKNOWN = re.compile(r"[×XxＸ]")
_NO_SIGNATURE = "没有署名和成文日期"
_LOOSE = 1.0
"""Characters: how far an edge may be off that depends on how wide a program sets a date."""


class _Edges:
    """Where a line of a signature stands, as near as a file tells: twips from the edges of the text area."""

    def __init__(self, parts: Parts, paragraph: Paragraph) -> None:
        look, room = paragraph.look, parts.width(paragraph)
        self.em = paragraph.em
        width = em_width(paragraph.plain) * self.em + len(paragraph.plain) * _spacing(paragraph)
        if look.align in ("right", "end"):
            self.right = float(paragraph.tail)
            self.left = room - self.right - width
        elif look.align == "center":
            middle = (paragraph.lead + room - paragraph.tail) / 2
            self.left, self.right = middle - width / 2, room - middle - width / 2
        else:
            self.left = float(paragraph.lead)
            self.right = room - self.left - width
        self.middle = self.left + width / 2
        self.sure = look.align in ("right", "end", "left", "both", "center")


def _spacing(paragraph: Paragraph) -> int:
    look = paragraph.first_look
    return look.spacing if look else 0


def _signed(parts: Parts) -> tuple[Paragraph, Paragraph] | None:
    """Signature and date, if there is one of each in the flow."""
    if parts.date is None or len(parts.signature) != 1 or parts.joint is not None:
        return None
    if _UNKNOWN.search(parts.date.plain):
        return None
    return parts.signature[0], parts.date


def _sealed(parts: Parts, name: _Edges, day: _Edges) -> bool:
    """Which of the two ways a signature is meant to stand in: sealed (7.3.5.1) or not (7.3.5.2)."""
    axis, edge = abs(name.middle - day.middle), abs(day.left - name.left - s.DATE_AFTER_SIGNATURE * day.em)
    slack = _LOOSE * day.em
    if (axis <= slack) != (edge <= slack):
        return axis <= slack
    return len(parts.signature_above) > s.UNSEALED_BLANK_LINES


def _cannot_tell(parts: Parts) -> str:
    if parts.joint is not None or len(parts.signature) > 1:
        return "联合行文的署名须对照印章人工检查，见 B8"
    if parts.date is not None and _UNKNOWN.search(parts.date.plain):
        return "成文日期还没有定（××），位置随日期长短变化"
    return _NO_SIGNATURE if parts.date is None else "没有署名，或署名用签名章"


def sealed_signature(parts: Parts) -> list[Verdict]:
    """7.3.5.1: with a seal the date ends four characters from the right, the signature stands over its middle."""
    judge = Judgement("B7")
    both = _signed(parts)
    if both is None or parts.form == "order":
        return judge.absent(_cannot_tell(parts))
    name, day = _Edges(parts, both[0]), _Edges(parts, both[1])
    if not _sealed(parts, name, day):
        return judge.absent("按不加盖印章排，见 B9")
    wanted, slack = s.SIGNATURE_DATE_RIGHT * day.em, _LOOSE * day.em
    long_name = name.right < _LOOSE * name.em
    good = near(day.right, wanted, slack) or (long_name and day.right > wanted)
    judge.check(
        good, "成文日期右空四字", f"右空{day.right / day.em:.1f}字", both[1].place, "成文日期右对齐，右缩进设为4字符。"
    )
    judge.check(
        near(name.middle, day.middle, slack),
        "发文机关署名在成文日期之上，以成文日期为准居中",
        f"偏{millimetres(abs(name.middle - day.middle))}",
        both[0].place,
        "调整署名的缩进，使它与成文日期居中对齐。",
    )
    return judge.done()


def unsealed_signature(parts: Parts) -> list[Verdict]:
    """7.3.5.2: without a seal the date begins two characters right of the signature's first character."""
    judge = Judgement("B9")
    both = _signed(parts)
    if both is None or parts.form == "order":
        return judge.absent(_cannot_tell(parts))
    name, day = _Edges(parts, both[0]), _Edges(parts, both[1])
    if _sealed(parts, name, day):
        return judge.absent("按加盖印章排，见 B7")
    slack = _LOOSE * day.em
    judge.check(
        near(day.left - name.left, s.DATE_AFTER_SIGNATURE * day.em, slack),
        "成文日期首字比署名首字右移二字",
        f"右移{(day.left - name.left) / day.em:.1f}字",
        both[1].place,
        "调整成文日期的左缩进。",
    )
    wanted = s.SIGNATURE_RIGHT * day.em
    judge.check(
        near(min(name.right, day.right), wanted, slack) or near(name.right, wanted, slack),
        "署名右空二字（成文日期长于署名的，日期右空二字）",
        f"右空{min(name.right, day.right) / day.em:.1f}字",
        both[0].place,
        "调整署名的右缩进为2字符。",
    )
    return judge.done()


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
