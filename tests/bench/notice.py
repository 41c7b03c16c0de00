"""What the thousand notices say: one text and one set of data, from which every contestant is fed.

A `{name}` in the text is one of the six values of a town; each contestant gets it in the notation
of its own templates. `expected` is what every finished file must say, paragraph by paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"\{(\w+)\}")

TITLE = "关于下达{town}{year}年淘汰落后产能及“低散乱”整治提升目标任务的通知"
ADDRESSEES = "{authority}"
INTRODUCTION = "为做好{year}年淘汰落后产能及“低散乱”整治提升工作，经区政府同意，现将{town}有关事项通知如下。"
SECTIONS = (
    (
        "目标任务",
        "{deadline}底前，你单位须淘汰落后产能涉及企业{phase_out}家，整治提升“低散乱”企业（作坊）{improve}家。",
        "任务数为必须完成的最低数，不得以其他工作抵减；超额完成的，在年度考核中予以肯定。",
        "各项任务分解见下表，合计数由各项任务数相加得出。",
    ),
    (
        "重点工作",
        "全面排查建档。对照国家、省、市标准和产业政策，逐家逐户排查登记，做到一企一档、不留死角。",
        "分类施策处置。按照关停取缔、整合搬迁、改造提升的要求，逐家制定处置方案，明确措施、时限和责任人。",
        "严格验收销号。淘汰的设备必须拆除到位，做到断水、断电、清原料、清产品、清设备，并留存前后对比照片。",
        "强化要素保障。{town}腾出的用能、排污和土地指标，优先用于辖区内高质量发展项目。",
        "防止反弹回潮。建立长效巡查机制，每季度组织一次回头看，发现问题立即整改。",
    ),
    (
        "工作要求",
        "加强组织领导。主要负责同志为第一责任人，分管负责同志具体抓，确保{year}年各项任务落到实处。",
        "按时报送进展。每月二十五日前报送工作进展，{deadline}底前报送全年总结和佐证材料。",
        "注重依法依规。整治工作须履行法定程序，做好政策解释和职工安置，维护社会稳定。",
    ),
)
"""Each: heading, then its paragraphs. With `INTRODUCTION` there are twelve paragraphs."""
TABLE_AFTER = 1
"""The table stands after this many sections."""
TABLE_HEAD = ("指标", "单位", "你单位任务数", "全区任务数")
TOTAL = "合计"
UNIT = "家"
SIGNATURE = "海曙区工业强区建设领导小组办公室"
DATE = "2020年4月20日"

NUMERALS = ("一、", "二、", "三、")
MEASURES = (  # id, name
    ("phase_out", "淘汰落后产能涉及企业数"),
    ("improve", "整治提升“低散乱”企业（作坊）数"),
    ("upgrade", "实施技术改造企业数"),
    ("inspect", "综合评价末档企业复查数"),
)
YEAR = 2020
DEADLINE = "2020年11月"


@dataclass(frozen=True, slots=True)
class TownData:
    """One town: its name, and a number for each of `MEASURES`."""

    id: str
    name: str
    quotas: tuple[int, ...]


def towns(count: int) -> list[TownData]:
    """`count` towns, no two alike."""
    characters = "安平泰和兴隆昌盛"
    return [
        TownData(
            f"town-{number}",
            f"{characters[number % 8]}{characters[number // 8 % 8]}{number:05}镇",
            (1 + number % 7, 2 + number % 31, 3 + number % 11, number % 5),
        )
        for number in range(count)
    ]


def whole(everyone: list[TownData]) -> tuple[int, ...]:
    """The sum over all towns, by measure."""
    return tuple(map(sum, zip(*(town.quotas for town in everyone), strict=True)))


def values(town: TownData) -> dict[str, str]:
    """The six values of one town."""
    return {
        "town": town.name,
        "authority": f"{town.name}人民政府",
        "year": str(YEAR),
        "deadline": DEADLINE,
        "phase_out": str(town.quotas[0]),
        "improve": str(town.quotas[1]),
    }


def rows(town: TownData, all_towns: tuple[int, ...]) -> list[tuple[str, str, str, str]]:
    """The four rows of the table, and the row of totals."""
    return [
        (name, UNIT, str(own), str(sum_)) for (_, name), own, sum_ in zip(MEASURES, town.quotas, all_towns, strict=True)
    ] + [(TOTAL, UNIT, str(sum(town.quotas)), str(sum(all_towns)))]


def filled(text: str, value: Callable[[str], str]) -> str:
    """`text` with each `{name}` replaced by `value(name)`."""
    return PLACEHOLDER.sub(lambda found: value(found[1]), text)


def outline() -> list[tuple[str, str]]:
    """(role, text) of every paragraph in order, values still `{name}`; role Table marks its place."""
    found = [("Title", TITLE), ("Addressees", f"{ADDRESSEES}："), ("Body", INTRODUCTION)]
    for index, (heading, *paragraphs) in enumerate(SECTIONS, start=1):
        found.append(("Heading1", NUMERALS[index - 1] + heading))
        found += [("Body", text) for text in paragraphs]
        if index == TABLE_AFTER:
            found.append(("Table", ""))
    return [*found, ("Signature", SIGNATURE), ("Date", DATE)]


def expected(town: TownData, all_towns: tuple[int, ...]) -> list[str]:
    """Every paragraph and cell of a finished notice, in order; blank lines do not count."""
    own = values(town)
    found: list[str] = []
    for role, text in outline():
        if role == "Table":
            found += [*TABLE_HEAD, *(cell for row in rows(town, all_towns) for cell in row)]
        else:
            found.append(filled(text, own.__getitem__))
    return found
