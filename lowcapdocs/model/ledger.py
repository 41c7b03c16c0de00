"""台账 (一企一档): each firm, how far it has come, and the papers that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from lowcapdocs.model.cells import cell_text
from lowcapdocs.model.org import Town
from lowcapdocs.problems import NOWHERE, Where

State = Literal[
    "列入", "停产", "断水断电", "封存", "拆除", "验收", "公示", "销号", "关停未拆除", "反弹", "延期"
]  # fmt: skip
STEPS: tuple[State, ...] = ("列入", "停产", "断水断电", "封存", "拆除", "验收", "公示", "销号")
"""The way of a firm, in order. Few take every step: 断水断电, 封存 and 拆除 are for what is phased out."""
EXCEPTIONS: tuple[State, ...] = ("关停未拆除", "反弹", "延期")
"""Beside the way: stopped with its plant still standing; back in production; put off."""
STATES: tuple[State, ...] = (*STEPS, *EXCEPTIONS)
ACCEPTED: State = "验收"
_IMPLIED: Mapping[State, State] = {"关停未拆除": "停产", "反弹": "列入", "延期": "列入"}
"""How far a firm beside the way has come at least."""

DATE_COLUMNS: Mapping[str, State] = {
    "listed_on": "列入",
    "stopped_on": "停产",
    "cut_off_on": "断水断电",
    "sealed_on": "封存",
    "dismantled_on": "拆除",
    "accepted_on": "验收",
    "published_on": "公示",
    "closed_on": "销号",
    "standing_on": "关停未拆除",
    "rebounded_on": "反弹",
    "postponed_on": "延期",
}
"""The column that holds the day on which a state was reached."""
COLUMNS: Mapping[str, str] = {
    "id": "编号",
    "name": "企业名称",
    "credit_code": "统一社会信用代码",
    "town": "镇街",
    "trade": "行业",
    "address": "地址",
    "measure": "指标",
    "outcome": "处置方式",
    "equipment": "主要设备",
    "capacity": "产能",
    "energy": "能耗（吨标准煤）",
    "land": "占地（亩）",
    "state": "状态",
    **{column: f"{state}日期" for column, state in DATE_COLUMNS.items()},
    "legal_person": "法定代表人",
    "phone": "联系电话",
    "remark": "备注",
    "disclosure": "公开属性",
    "sample": "示例",
}
"""What each column is called. Kinds of evidence are columns too, called by themselves (Evidence.requires)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """一家企业（作坊） that counts for `measure` (an id) of its town.

    `credit_code` is “/” where there is none (作坊), empty where it is not known. `outcome` is one
    of progress.OUTCOMES or empty. `energy` is in 吨标准煤 a year, `land` in 亩: what is set free;
    None where not known. `dates` holds the day each state was reached on, `evidence` a file name or
    number by kind: blank is missing, “/” is not asked of this firm. `disclosure` withholds the whole
    record unless it is empty or 主动公开, which changes nothing. `sample`: invented.
    """

    id: str
    name: str
    town: Town
    measure: str
    state: State
    credit_code: str = ""
    trade: str = ""
    address: str = ""
    outcome: str = ""
    equipment: str = ""
    capacity: str = ""
    energy: Decimal | None = None
    land: Decimal | None = None
    dates: Mapping[State, date] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    legal_person: str = ""
    phone: str = ""
    remark: str = ""
    disclosure: str = ""
    sample: bool = False
    where: Where = NOWHERE
    places: Mapping[str, Where] = field(default_factory=dict, compare=False)
    """Where each column that the data has stands."""

    def place(self, column: str) -> Where:
        """Where `column` (of COLUMNS, or a kind of evidence) stands, or would stand."""
        return self.places.get(column) or self.where.at(COLUMNS.get(column, column))

    def reached(self, step: State) -> bool:
        """Whether the firm has come as far as `step`, one of STEPS; a firm need not take every step before.

        Beside the way the days tell: a firm that was put off has reached what it has a date for, one
        whose plant stands never 拆除 or later, one that is back in production nothing but 列入.
        """
        if self.state in STEPS:
            return STEPS.index(self.state) >= STEPS.index(step)
        if STEPS.index(step) <= STEPS.index(_IMPLIED[self.state]):
            return True
        if self.state == "反弹" or (self.state == "关停未拆除" and STEPS.index(step) >= STEPS.index("拆除")):
            return False
        return any(later in self.dates for later in STEPS[STEPS.index(step) :])

    @property
    def accepted_on(self) -> date | None:
        """The day of 验收; None if the firm does not count as accepted, or the day is not told."""
        return self.dates.get(ACCEPTED) if self.reached(ACCEPTED) else None

    def missing(self, required: Iterable[str]) -> tuple[str, ...]:
        """Which kinds of evidence of `required` are not there (see Campaign.required_evidence)."""
        return tuple(kind for kind in required if not self.evidence.get(kind))

    def text(self, column: str) -> str | None:
        """What `column` (of COLUMNS, or a kind of evidence) prints; None where it is not known.

        Raises KeyError where there is no such column.
        """
        if column in DATE_COLUMNS:
            return cell_text(self.dates.get(DATE_COLUMNS[column]))
        return cell_text(getattr(self, column) if column in COLUMNS else self.evidence[column])
