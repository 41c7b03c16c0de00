"""Automatic numbering: the label that Word prints before a paragraph (一、, （一）, 1., （1）…)."""

from __future__ import annotations

import re

from lowcapdocs.gongwen.numbering import chinese
from lowcapdocs.inspect.names import VAL, Element, W, child, number, value
from lowcapdocs.inspect.properties import Properties, paragraph_properties

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖拾"
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
    "japaneseCounting", "koreanCounting",
}  # fmt: skip
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}


def spelled(count: int, kind: str) -> str:
    """`count` in the number format `kind`; Arabic where we do not know it, empty for none."""
    if kind in ("none", "bullet"):
        return ""
    if kind in _CHINESE and 1 <= count <= 999:
        return chinese(count)
    if kind in ("ideographDigital", "japaneseDigitalTenThousand", "chineseCountingDigital") and count > 0:
        return "十" if count == 10 else "".join(_DIGITS[int(digit)] for digit in str(count))
    if kind == "chineseLegalSimplified" and 1 <= count <= 10:
        return _FORMAL[count]
    if kind in _CIRCLED and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    if kind == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))
    if kind == "decimalZero":
        return f"{count:02d}"
    if kind in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and 1 <= count < 40:
        roman = "x" * (count // 10) + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][count % 10]
        return roman if kind == "lowerRoman" else roman.upper()
    return str(count)


class Numbering:
    """Counts through a document; ask for labels in the order of the text."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        by_style: dict[str, str] = {}
        for each in root if root is not None else ():
            if each.tag == f"{W}abstractNum":
                own = each.get(f"{W}abstractNumId") or ""
                self._abstract[own] = each
                if value(each, "styleLink"):
                    by_style[value(each, "styleLink") or ""] = own
            elif each.tag == f"{W}num":
                self._nums[each.get(f"{W}numId") or ""] = each
        self._aliases = {
            own: by_style[value(each, "numStyleLink") or ""]
            for own, each in self._abstract.items()
            if value(each, "numStyleLink") in by_style
        }

    def level(self, num: str, level: int) -> Element | None:
        """The definition of a level: the override of the list, or the level of what it is made from."""
        definition = self._nums.get(num)
        for each in definition.iter(f"{W}lvlOverride") if definition is not None else ():
            own = child(each, "lvl")
            if number(each.get(f"{W}ilvl")) == level and own is not None:
                return own
        abstract = self._abstract.get(self._family(num))
        for each in abstract.iter(f"{W}lvl") if abstract is not None else ():
            if number(each.get(f"{W}ilvl")) == level:
                return each
        return None

    def paragraph(self, num: str, level: int) -> Properties:
        """Paragraph properties of a level."""
        return paragraph_properties(child(self.level(num, level), "pPr"))

    def level_of_style(self, num: str, style: str) -> int:
        """The level that a list ties to a paragraph style; the first if none."""
        for level in range(_LEVELS):
            if value(self.level(num, level), "pStyle") == style:
                return level
        return 0

    def label(self, num: str, level: int) -> str:
        """The next label of list `num` at `level`; empty for bullets, for no list and for one that is not defined."""
        if not 0 <= level < _LEVELS or self.level(num, level) is None:
            return ""
        counts = self._counts.setdefault(self._family(num), [None] * _LEVELS)
        restart = self._override(num, level) if (num, level) not in self._begun else None
        self._begun.add((num, level))
        before = counts[level]
        counts[level] = restart if restart is not None else self._start(num, level) if before is None else before + 1
        for lower in range(level + 1, _LEVELS):
            limit = number(value(self.level(num, lower), "lvlRestart"))
            if limit is None or (limit > 0 and level < limit):
                counts[lower] = None
        own = self.level(num, level)
        kind = value(own, "numFmt") or "decimal"
        if kind == "bullet":
            return ""
        text = value(own, "lvlText") or ""
        legal = child(own, "isLgl") is not None

        def put(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            count = counts[place]
            if count is None:
                count = counts[place] = self._start(num, place)
            form = value(self.level(num, place), "numFmt") or "decimal"
            return spelled(count, "decimal" if legal and place != level else form)

        suffix = {"space": " ", "nothing": ""}.get(value(own, "suff") or "tab", "\t")
        return _PLACE.sub(put, text) + suffix

    def _family(self, num: str) -> str:
        """What the list is made from; lists of one family count on."""
        definition = self._nums.get(num)
        own = value(definition, "abstractNumId") or ""
        return self._aliases.get(own, own)

    def _start(self, num: str, level: int) -> int:
        found = number(value(self.level(num, level), "start"))
        return 1 if found is None else found

    def _override(self, num: str, level: int) -> int | None:
        definition = self._nums.get(num)
        for each in definition.iter(f"{W}lvlOverride") if definition is not None else ():
            begin = child(each, "startOverride")
            if number(each.get(f"{W}ilvl")) == level and begin is not None:
                return number(begin.get(VAL))
        return None
