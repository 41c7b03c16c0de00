"""How a rule speaks: it checks, and a `Judgement` gathers the verdicts of its clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from lowcapdocs.gongwen.faces import Role as Role
from lowcapdocs.gongwen.faces import face_of, kind_of
from lowcapdocs.gongwen.standard import MM_PER_INCH, TOLERANCE, TWIPS_PER_INCH
from lowcapdocs.inspect.content import Paragraph, Run
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.verdict import Advice, Verdict

Rule: TypeAlias = Callable[[Parts], "list[Verdict]"]
Habit: TypeAlias = Callable[[Parts], "Iterable[Advice]"]
_SHOWN = 5
"""Faults of one clause that are told singly; the rest are counted."""
SIZE_NAMES = {
    84: "初号", 72: "小初", 52: "一号", 48: "小一", 44: "2号", 36: "小二", 32: "3号", 30: "小三", 28: "4号", 24: "小四",
    21: "五号", 18: "小五",
}  # fmt: skip


class Judgement:
    """The verdicts of one clause: passed unless something failed, not applicable if nothing was checked."""

    def __init__(self, clause: str) -> None:
        self._clause = clause
        self._faults: list[Verdict] = []
        self._checked = False

    def check(self, good: bool, expected: str, found: str, place: str, remedy: str) -> bool:
        """Judge one thing; the words are used when it is not `good`. Whether it was."""
        self._checked = True
        if not good:
            self._faults.append(Verdict(self._clause, "failed", expected, found, place, remedy))
        return good

    def absent(self, reason: str) -> list[Verdict]:
        """The clause does not apply, or cannot be judged here."""
        return [Verdict(self._clause, "not_applicable", found=reason)]

    def done(self, reason: str = "文中没有") -> list[Verdict]:
        """All verdicts; `reason` is told if nothing was checked."""
        if not self._checked:
            return self.absent(reason)
        if not self._faults:
            return [Verdict(self._clause, "passed")]
        shown, rest = self._faults[:_SHOWN], len(self._faults) - _SHOWN
        if rest > 0:
            last = shown[-1]
            more = f"{last.found}（另有{rest}处类似）"
            shown[-1] = Verdict(last.clause, last.outcome, last.expected, more, last.place, last.remedy)
        return shown


def millimetres(length: float) -> str:
    """A length in twips as officials read it."""
    return f"{length * MM_PER_INCH / TWIPS_PER_INCH:.1f}毫米"


def span(left: float, right: float, wanted_left: float, wanted_right: float) -> str:
    """How a rule lies that should reach from one place to the other, in millimetres: its length, or else its shift."""
    longer = (right - left) - (wanted_right - wanted_left)
    if abs(longer) * TWIPS_PER_INCH / MM_PER_INCH > TOLERANCE:
        return f"长{right - left:.1f}毫米"
    shift = (left + right - wanted_left - wanted_right) / 2
    return f"向{'右' if shift > 0 else '左'}偏{abs(shift):.1f}毫米"


def near(length: float, wanted: float, slack: float = TOLERANCE) -> bool:
    """Whether two lengths in twips agree within `slack`."""
    return abs(length - wanted) <= slack


def size_name(half_points: int) -> str:
    """A size of type by its Chinese name."""
    return SIZE_NAMES.get(half_points, f"{half_points / 2:g}磅")


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one, which the face for Chinese sets."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


def han(text: str) -> int:
    """How many Chinese characters `text` has."""
    return sum(map(is_han, text))


def wrong_face(runs: Iterable[Run], role: Role) -> str:
    """The face in which most Chinese characters of `runs` wrongly stand; empty if they are right or not known.

    A face of the right kind is right whoever cut it; an unknown name is never blamed.
    """
    wrong: dict[str, int] = {}
    total = 0
    for run in runs:
        count = han(run.text)
        total += count
        name = run.look.east or "宋体"
        known = face_of(name)
        if count and known is not None and known.kind.role != role:
            bold_stand_in = role == "title" and known.stand_in and run.look.bold
            if not bold_stand_in:
                wrong[name] = wrong.get(name, 0) + count
    if 2 * sum(wrong.values()) <= total:
        return ""
    return max(wrong, key=lambda name: wrong[name])


def wrong_size(runs: Iterable[Run], wanted: int) -> int:
    """The size, in half-points, in which most of `runs` wrongly stands; 0 if it is right."""
    sizes: dict[int, int] = {}
    for run in runs:
        length = len(run.text.strip())
        sizes[run.look.size] = sizes.get(run.look.size, 0) + length
    wrong = {size: count for size, count in sizes.items() if abs(size - wanted) > 0}
    if 2 * sum(wrong.values()) <= sum(sizes.values()):
        return 0
    return max(wrong, key=lambda size: wrong[size])


def check_type(judge: Judgement, paragraph: Paragraph, role: Role, size: int, runs: list[Run] | None = None) -> None:
    """Check face and size of a paragraph, or of some of its runs."""
    chosen = paragraph.runs if runs is None else runs
    name = kind_of(role).chinese
    face = wrong_face(chosen, role)
    remedy = f"选中这一处，字体改为{name}。"
    judge.check(not face, f"{size_name(size)}{name}", face, paragraph.place, remedy)
    wrong = wrong_size(chosen, size)
    remedy = f"选中这一处，字号改为{size_name(size)}（{size / 2:g}磅）。"
    judge.check(not wrong, f"{size_name(size)}{name}", size_name(wrong), paragraph.place, remedy)


def split_runs(runs: list[Run], length: int) -> tuple[list[Run], list[Run]]:
    """The runs of the first `length` characters, and those of the rest."""
    first: list[Run] = []
    rest: list[Run] = []
    for run in runs:
        take = max(0, min(len(run.text), length))
        if take:
            first.append(Run(run.text[:take], run.look))
        if take < len(run.text):
            rest.append(Run(run.text[take:], run.look))
        length -= len(run.text)
    return first, rest


def blank_space(blanks: list[Paragraph], below: Paragraph | None) -> float:
    """Height of empty paragraphs and of the space set above what follows, in twips."""
    height = sum(each.line_height + each.look.before + each.look.after for each in blanks)
    return height + (below.look.before if below is not None else 0)


def blank_lines_off(blanks: list[Paragraph], below: Paragraph, wanted: int, pitch: int) -> str:
    """What is there instead of `wanted` empty lines of `pitch` twips; empty if it is as it should be.

    Empty lines are accepted as lines, and as the distance that GB/T 33476.2 gives for them.
    """
    height = blank_space(blanks, below)
    low, high = wanted * (pitch * 0.7), wanted * (pitch * 1.45) + TOLERANCE
    if low <= height <= high:
        return ""
    return f"空{len(blanks)}行（约{millimetres(height)}）"
