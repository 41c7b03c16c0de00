"""Names in cells → towns, measures and periods of a campaign; whatever is not exact is told."""

from __future__ import annotations

import re
from typing import Any

from lowcapdocs.intake.columns import Vocabulary, plain
from lowcapdocs.intake.grid import text_of
from lowcapdocs.intake.values import BLANK, Reader, Reading, doubtful, refused
from lowcapdocs.model.org import Town
from lowcapdocs.model.period import read_period
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import key

_PERIOD = re.compile(r"(\d{4})年(?:度)?(?:(\d{1,2})月|第?([1-4一二三四])季度|第(\d{1,2})周|([上下])半年)")
_ENDINGS = ("镇", "乡", "街道", "区")


def town_reader(towns: Names[Town]) -> Reader:
    """Reads a town: exact, alias, without its office or place, a unique short form, a unique beginning."""

    def read(cell: Any) -> Reading:
        text = text_of(cell)
        if not text:
            return BLANK
        found, how = towns.match(text)
        if not found:
            near = towns.near(text)
            remedy = f"是不是：{near}？" if near else "请先在镇街表里登记。"
            return refused("name-unknown", f"认不出镇街“{text}”。", remedy)
        if len(found) > 1:
            listed = "、".join(town.name for town in found)
            return refused("name-ambiguous", f"“{text}”可能是{listed}（有歧义）。", "请写全称。")
        name = found[0].name
        return doubtful(name, None, f"“{text}”认作{name}。", harmless=how != "prefix") if how else Reading(name)

    return read


def new_town_reader(towns: Names[Town]) -> Reader:
    """Reads the name of a town that need not be known yet."""
    known = town_reader(towns)

    def read(cell: Any) -> Reading:
        text = "".join(text_of(cell).split())
        reading = known(text)
        if reading.code != "name-unknown":
            return reading
        if text.endswith(_ENDINGS):
            return Reading(text)
        return doubtful(text, None, f"“{text}”不像镇街的全称。", "请写全称。")

    return read


def measure_reader(vocabulary: Vocabulary) -> Reader:
    """Reads a measure; its text is the measure's id."""

    def read(cell: Any) -> Reading:
        text = text_of(cell)
        if not text:
            return BLANK
        measure = vocabulary.measure_words.get(plain(text)) or vocabulary.measure_in(plain(text), least=2)
        if not measure:
            listed = "、".join(each.name for each in vocabulary.measures)
            return refused("measure-unknown", f"“{text}”不是已登记的指标。", f"已登记：{listed}。")
        if plain(text) in vocabulary.measure_words:
            return Reading(measure)
        name = next(each.name for each in vocabulary.measures if each.id == measure)
        return doubtful(measure, None, f"“{text}”认作“{name}”。")

    return read


def period_reader(year: int | None) -> Reader:
    """Reads a period (2020-06, 6月, 第2季度); its text is the period's id."""

    def read(cell: Any) -> Reading:
        text = text_of(cell)
        if not text:
            return BLANK
        try:
            return Reading(read_period(re.sub(r"^(\d{4}-\d{2})-01$", r"\1", key(text)), year).id)
        except ValueError:
            return refused("period-form", f"看不出“{text}”是哪一期。", "请写成 2020-06、2020年第2季度或 2020-W23。")

    return read


def period_in(text: str) -> str:
    """The id of the one period that a title speaks of; empty if there is none, or several."""
    found = set()
    for match in _PERIOD.finditer(key(text)):
        try:
            found.add(read_period(match[0].replace("年度", "年")).id)
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else ""


def town_in(text: str, towns: Names[Town], known: tuple[Town, ...]) -> str:
    """The name of the one town that a title or a sheet's name speaks of; empty if there is none, or several."""
    named = {town.name for town in known if town.name in text}
    named = {name for name in named if not any(name != other and name in other for other in named)}
    if len(named) == 1:
        return named.pop()
    found, how = towns.match(text) if not named else ([], "")
    return found[0].name if len(found) == 1 and how != "prefix" else ""
