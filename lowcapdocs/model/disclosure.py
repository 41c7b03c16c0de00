"""公开属性 of columns: which columns of a table may leave the office. What is not said is not public."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lowcapdocs.model.document import DISCLOSURES
from lowcapdocs.problems import NOWHERE, Where

PUBLIC, ON_REQUEST, INTERNAL = DISCLOSURES
TABLES: Mapping[str, str] = {
    "campaign": "基本情况",
    "departments": "部门",
    "towns": "镇街",
    "tasks": "任务",
    "quotas": "任务数",
    "schedule": "进度安排",
    "progress": "进展",
    "task_progress": "任务进展",
    "ledger": "台账",
    "penalties": "处罚",
    "assessment": "考核",
}
"""The tables that have 公开属性, by the name of their file, and what they are called."""
NEEDED: Mapping[str, Mapping[str, str]] = {
    "campaign": {"name": "名称"},
    "departments": {"id": "编号", "short": "简称"},
    "towns": {"id": "编号", "name": "名称", "kind": "类别"},
    "tasks": {"area": "领域", "id": "编号", "title": "标题"},
    "quotas": {"town": "镇街", "measure": "指标", "amount": "任务数"},
    "schedule": {},
    "progress": {
        "period": "期次",
        "town": "镇街",
        "measure": "指标",
        "done": "累计完成",
        "fresh": "本期完成",
        "accepted": "累计验收",
    },
    "task_progress": {"period": "期次", "task": "任务"},
    "ledger": {"name": "企业名称", "town": "镇街", "state": "状态"},
    "penalties": {"name": "企业名称", "kind": "类别", "authority": "决定机关"},
    "assessment": {"name": "名称", "full": "满分", "items": "项目"},
}
"""Columns without which a record of a table says nothing, and what they are called: unless all are public,
none of the table is. What is withheld of the progress would read as not reported, and be judged so."""
PERSONAL = frozenset({"legal_person", "phone", "texts/contact", "texts/phone"})
"""Columns that tell of a person; a text of campaign.yaml is the column `texts/<name>`."""
REMARKS = frozenset({"remark", "notes"})
"""备注, 说明: never published, whatever the data says of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """公开属性 by table (TABLES) and column (a field of its record, or a kind of evidence).

    `basis` is what the decision rests on, `reviewer` who made it on `day`; `sample` says what of it
    is invented. Without data nothing is public.
    """

    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    basis: str = ""
    reviewer: str = ""
    day: date | None = None
    sample: str = ""
    where: Where = NOWHERE
    places: Mapping[tuple[str, str], Where] = field(default_factory=dict, compare=False)
    """Where the attribute of a table's column stands."""

    def attribute(self, table: str, column: str) -> str:
        """公开属性 of `column`: 不予公开 where the data does not say."""
        return self.columns.get(table, {}).get(column, INTERNAL)

    def public_columns(self, table: str) -> frozenset[str]:
        """The columns of `table` that anybody may read (主动公开); none for a table that the data does not have."""
        stated = self.columns.get(table, {})
        return frozenset(column for column, attribute in stated.items() if attribute == PUBLIC)

    def is_public(self, table: str, column: str) -> bool:
        """Whether anybody may read `column`; never a remark."""
        return column not in REMARKS and self.attribute(table, column) == PUBLIC

    def is_whole(self, table: str) -> bool:
        """Whether anything of `table` is public, and with it all that its records need (NEEDED)."""
        public = self.public_columns(table) - REMARKS
        return bool(public) and public.issuperset(NEEDED[table])

    @property
    def reviewed(self) -> bool:
        """Whether it is known who decided it, when, and on what: without that nothing is public (条例 art. 17)."""
        return bool(self.basis and self.reviewer and self.day)

    def is_open(self, table: str) -> bool:
        """Whether anything of `table` goes out: it was reviewed, and its records are whole."""
        return self.reviewed and self.is_whole(table)


NOTHING_PUBLIC = Disclosure()
