"""Which of the two ways of 7.3.5 a signature and its date stand in: sealed (7.3.5.1) or without a seal (7.3.5.2).

Lengths are characters of the text. A date is set wider by some programs than by others, which put gaps
beside its digits, and a clerk places it by eye; so every place where it may be meant to stand is tried.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from lowcapdocs.gongwen import standard as s
from lowcapdocs.inspect.judging import Judgement
from lowcapdocs.inspect.verdict import Verdict

SLACK = 0.6
"""How far an edge or an axis may be off: half a character, which is what typed spaces allow."""
_GAP = 0.25
"""What Word and LibreOffice put between a digit and a Chinese character unless they are told not to."""

Way = Literal["sealed", "unsealed"]


class Stand(NamedTuple):
    """A line of a signature: how far it begins from the left edge of the text area, and ends from the right one."""

    left: float
    right: float

    @property
    def end_heavy(self) -> float:
        """Twice how far its middle lies right of the middle of the text area."""
        return self.left - self.right


class Fit(NamedTuple):
    """How a signature stands: `faults` name what is wrong for `way`, with what was found in characters; empty if nothing is."""

    way: Way
    faults: tuple[tuple[Fault, float], ...]


Fault = Literal["edge", "axis", "step", "room"]
"""Of a sealed one: the date is not four characters in, the name not over its middle. Of the other: the date does not
begin two characters right of the name, neither of them ends two characters in."""


_WORDS: dict[Fault, tuple[str, str, str]] = {
    "edge": ("成文日期右空四字", "右空{:.1f}字", "成文日期右对齐，右缩进设为4字符。"),
    "axis": (
        "发文机关署名在成文日期之上，以成文日期为准居中",
        "偏{:.1f}字",
        "调整署名的缩进，使它与成文日期居中对齐。",
    ),
    "step": (
        "成文日期首字比署名首字右移二字",
        "右移{:.1f}字",
        "调整成文日期的左缩进；要加盖印章的，署名居中在日期上方。",
    ),
    "room": ("署名右空二字（成文日期长于署名的，日期右空二字）", "右空{:.1f}字", "调整署名的右缩进为2字符。"),
}
"""What is expected, what was found, how to mend it."""
_INSTEAD: dict[Way, str] = {"sealed": "按不加盖印章排，见 B9", "unsealed": "按加盖印章排，见 B7"}


def stretch(text: str) -> float:
    """How much wider than its characters a date may be set, in characters."""
    return _GAP * len(re.findall(r"(?<=\d)(?=[^\d\s])|(?<=[^\d\s])(?=\d)", text))


def fit(name: Stand, days: Sequence[Stand], hint: Way | None = None, sure: bool = False) -> Fit:
    """The way in which a name stands with its date, which may be meant to stand in any of `days`, the likeliest first.

    Whichever way has no fault is taken; if neither, the one that is nearer, or `hint`. `sure`: it is `hint`'s.
    """
    sealed, unsealed = (min((tell(name, day) for day in days), key=len) for tell in (_sealed, _unsealed))
    if hint == "sealed" and (sure or not sealed):
        return Fit("sealed", sealed)
    if not unsealed:
        return Fit("unsealed", ())
    if not sealed:
        return Fit("sealed", ())
    over, under = (all(each[0] != what for each in told) for what, told in (("axis", sealed), ("step", unsealed)))
    if over != under:
        return Fit("sealed", sealed) if over else Fit("unsealed", unsealed)
    return Fit("sealed", sealed) if hint == "sealed" else Fit("unsealed", unsealed)


def _sealed(name: Stand, day: Stand) -> tuple[tuple[Fault, float], ...]:
    long_name = name.right < 2 * SLACK and day.right > s.SIGNATURE_DATE_RIGHT
    axis = (name.end_heavy - day.end_heavy) / 2
    faults: list[tuple[Fault, float]] = []
    if not (_near(day.right, s.SIGNATURE_DATE_RIGHT) or long_name):
        faults.append(("edge", day.right))
    over_edge = name.right <= SLACK and name.right + axis < 0 and not faults  # a long name, over the middle if it could
    if not (_near(axis, 0) or over_edge):
        faults.append(("axis", abs(axis)))
    return tuple(faults)


def _unsealed(name: Stand, day: Stand) -> tuple[tuple[Fault, float], ...]:
    step, room = day.left - name.left, min(name.right, day.right)
    faults: list[tuple[Fault, float]] = []
    if not _near(step, s.DATE_AFTER_SIGNATURE):
        faults.append(("step", step))
    if not (_near(name.right, s.SIGNATURE_RIGHT) or _near(room, s.SIGNATURE_RIGHT)):
        faults.append(("room", room))
    return tuple(faults)


def _near(length: float, wanted: float) -> bool:
    return abs(length - wanted) <= SLACK


def verdicts(clause: str, way: Way, found: Fit, name: str, date: str) -> list[Verdict]:
    """The verdicts of the clause on `way`; `name` and `date` are the places of both lines."""
    judge = Judgement(clause)
    if found.way != way:
        return judge.absent(_INSTEAD[way])
    for fault, length in found.faults:
        expected, shown, remedy = _WORDS[fault]
        judge.check(False, expected, shown.format(length), date if fault in ("edge", "step") else name, remedy)
    return judge.done() if found.faults else [Verdict(clause, "passed")]
