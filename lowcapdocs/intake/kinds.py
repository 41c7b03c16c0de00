"""The kinds of sheet that can be taken in, as tables: what identifies a record, and how each field is read.

To add a kind, add a `Kind`: its columns (sources/columns.py), other headings that clerks use, its
keys, how its fields are read, and the file that holds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lowcapdocs.model.ledger import DATE_COLUMNS, STATES
from lowcapdocs.model.org import TOWN_KINDS
from lowcapdocs.model.progress import OUTCOMES
from lowcapdocs.sources.columns import QUOTAS, TOWNS, Columns
from lowcapdocs.sources.year_columns import LEDGER, PROGRESS

How: TypeAlias = (
    Literal["text", "town", "measure", "period", "amount", "day", "code", "area", "phone", "flag"] | tuple[str, ...]
)
"""How a field is read; a tuple is a choice. What is not listed is text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of sheet.

    subject: the field that says whom a row is about; totals and notes stand at it or before it.
    keys: the sets of fields by which a record is found again, the surest first.
    naming: the fields that a record is called by.
    needed: the fields without which headings are not of this kind.
    reads, meanings: how fields are read; which words mean which choice.
    headings: what clerks call a field besides what `columns` says.
    measured: the fields that may stand once for each measure, side by side.
    one_by_measure: the one of them that a heading means which names a measure and nothing else.
    none_is_blank: “/” among them says no more than a blank.
    units: those of amounts that belong to no measure.
    asked: the fields in which a blank is told.
    required, defaults: what a new record must have, and what it gets where its sheet is silent.
    scope: a sheet speaks of all records that share its values of these (without any: of all there
    are); those that it does not have are told.
    history: what changes becomes a further record (更正), the old one stays.
    beside: fields that are missed where a sheet has any of certain others, and which.
    over: the kinds that this one is taken for where a sheet has the headings of both.
    """

    id: str
    word: str
    stem: str
    columns: Columns
    subject: str
    keys: tuple[tuple[str, ...], ...]
    needed: tuple[str, ...]
    reads: Mapping[str, How]
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meanings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    measured: frozenset[str] = frozenset()
    one_by_measure: str = ""
    defaults: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    required: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    naming: tuple[str, ...]
    none_is_blank: bool = False
    history: bool = False
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    over: tuple[str, ...] = ()


_TOWN_WORDS = (
    "乡镇",
    "镇乡",
    "乡镇街道",
    "镇（街道）",
    "镇街名称",
    "街道",
    "乡镇（街道）",
    "镇（乡）、街道",
    "单位名称",
    "责任单位",
    "属地镇街",
    "所属镇街",
    "所在镇街",
)
_STATE_WORDS = {state: state for state in STATES} | {"关停": "停产", "断水": "断水断电", "断电": "断水断电"}

QUOTA_SHEET = Kind(
    id="quotas",
    word="任务数",
    stem="quotas",
    columns=QUOTAS,
    subject="town",
    keys=(("town", "measure"),),
    naming=("town", "measure"),
    needed=("town", "amount"),
    reads={"town": "town", "measure": "measure", "amount": "amount"},
    headings={"town": _TOWN_WORDS, "amount": ("目标任务", "任务", "目标数", "年度任务", "下达任务数", "计划数")},
    measured=frozenset({"amount"}),
    one_by_measure="amount",
    asked=frozenset({"amount"}),
    required=("town", "measure"),
)
TOWN_SHEET = Kind(
    id="towns",
    word="镇街",
    stem="towns",
    columns=TOWNS,
    subject="name",
    keys=(("id",), ("name",)),
    naming=("name",),
    needed=("name",),
    reads={"kind": TOWN_KINDS, "code": "area"},
    headings={"name": _TOWN_WORDS, "code": ("行政区划代码", "统计代码"), "parent": ("上级单位", "所属区县")},
    required=("name",),
    meanings={"kind": {"街道": "街道", "园": "园区", "乡": "乡", "镇": "镇"}},
)
LEDGER_SHEET = Kind(
    id="ledger",
    word="台账",
    stem="ledger",
    columns=LEDGER,
    subject="name",
    keys=(("id",), ("credit_code",), ("name", "town")),
    naming=("town", "name"),
    needed=("name",),
    reads={
        "credit_code": "code",
        "town": "town",
        "measure": "measure",
        "outcome": OUTCOMES,
        "state": STATES,
        "energy": "amount",
        "land": "amount",
        "phone": "phone",
        "sample": "flag",
        **dict.fromkeys(DATE_COLUMNS, "day"),
    },
    headings={
        "name": ("企业", "单位（企业）名称", "企业（单位）名称", "作坊名称", "业主名称"),
        "credit_code": ("统一信用代码", "社会统一信用代码", "营业执照号"),
        "town": (*(word for word in _TOWN_WORDS if word != "单位名称"), "所属乡镇", "所在乡镇"),
        "trade": ("行业类别", "行业名称"),
        "address": ("企业地址", "生产地址", "经营地址"),
        "measure": ("任务类别", "整治类别"),
        "outcome": ("处置措施", "整治措施", "措施", "分类处置"),
        "equipment": ("淘汰设备", "设备名称", "生产线"),
        "capacity": ("产能规模", "淘汰产能", "生产能力"),
        "energy": ("用能", "年能耗", "综合能耗", "腾出用能"),
        "land": ("占地面积", "用地面积", "腾出土地"),
        "state": ("当前状态", "目前状态", "现状", "进展", "进展情况", "完成情况"),
        "accepted_on": ("验收时间",),
        "dismantled_on": ("拆除时间",),
        "stopped_on": ("停产时间", "关停时间", "关停日期"),
        "legal_person": ("负责人", "经营者", "业主"),
        "phone": ("手机", "手机号码", "联系方式"),
    },
    meanings={
        "state": _STATE_WORDS,
        "outcome": {"关停": OUTCOMES[0], "取缔": OUTCOMES[0], "整合": OUTCOMES[1], "搬迁": OUTCOMES[1], "升级": OUTCOMES[2], "改造": OUTCOMES[2]},
    },
    defaults={"state": STATES[0]},
    asked=frozenset({"town", "state"}),
    required=("name", "town"),
    scope=("town", "measure"),
    beside={"state": tuple(name for name, state in DATE_COLUMNS.items() if state != STATES[0])},
    units={"energy": "吨标准煤", "land": "亩"},
)  # fmt: skip
PROGRESS_SHEET = Kind(
    id="progress",
    word="进展",
    stem="progress",
    columns=PROGRESS,
    subject="town",
    keys=(("period", "town", "measure"),),
    naming=("period", "town", "measure"),
    needed=("town", "done"),
    reads={
        "period": "period",
        "town": "town",
        "measure": "measure",
        "day": "day",
        "sample": "flag",
        **dict.fromkeys(("done", "fresh", "accepted", "closed", "merged", "upgraded"), "amount"),
    },
    headings={
        "town": _TOWN_WORDS,
        "period": ("报送月份", "统计时间"),
        "done": ("累计完成数", "累计数", "已完成", "已完成数", "完成数", "累计已完成"),
        "fresh": ("本期完成数", "本月完成数", "本周完成", "本周完成数", "当月完成", "当月完成数", "本月", "本周"),
        "accepted": ("验收数", "已验收", "通过验收", "验收通过数", "累计验收数"),
        "closed": ("关停", "取缔"),
        "merged": ("整合", "搬迁"),
        "upgraded": ("升级", "改造", "提升改造"),
        "day": ("填报日期", "报送时间"),
    },
    measured=frozenset({"done", "fresh", "accepted", "closed", "merged", "upgraded"}),
    asked=frozenset({"done"}),
    required=("period", "town", "measure"),
    scope=("period",),
    none_is_blank=True,
    history=True,
    over=("quotas",),
)
KINDS: Mapping[str, Kind] = {kind.id: kind for kind in (QUOTA_SHEET, LEDGER_SHEET, PROGRESS_SHEET, TOWN_SHEET)}
