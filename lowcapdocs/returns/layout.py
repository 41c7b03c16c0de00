"""What the sheets of a return look like: one table of columns, for the writer and the reader alike.

Each sheet keeps a hidden row of field names and a hidden first column of ids, so that it is read by
what it says of itself, wherever a program or a clerk has moved its columns and rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lowcapdocs.model.ledger import COLUMNS, DATE_COLUMNS
from lowcapdocs.model.progress import OUTCOMES

SCHEMA = "lowcapdocs-return-1"
"""Which layout a workbook has; a reader refuses what it does not know."""
AMOUNTS_SHEET, FIRMS_SHEET, HELP_SHEET = "报送", "企业", "填报说明"
META_SHEET, LIST_SHEET = "_meta", "_list"
YES = "是"
"""What 示例 says of what was invented."""
ID = "#id"
"""Stands above the ids in the row of field names."""
KEY_ROW = 3
"""The hidden row of field names, from 0: below title, subtitle and legend."""
SEARCHED = 30
"""How many rows from the top are searched for the field names, should rows have been put in above."""
DAY, PERSON, PHONE = "@day", "@person", "@phone"
"""Ids of the lines below the table of 报送: 填报日期 (the only one that is read), 填报人, 联系电话."""
SPARE_ROWS = 10
"""Blank rows for firms that the ledger does not have."""
STATE_NAME, OUTCOME_NAME, MEASURE_NAME = "状态", "处置方式", "指标"
"""Names (名称) of the lists on _list that choices are taken from."""

Kind: TypeAlias = Literal["text", "word", "amount", "day", "state", "outcome", "measure", "code", "computed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `fill`: the town writes here; `given`: only where a line is new or we know nothing.

    `width` is in half-width characters; `group` is the heading above several; `field` is that of
    sources.columns (a kind of evidence is a field called by itself).
    """

    field: str
    heading: str
    width: float
    kind: Kind = "text"
    fill: bool = False
    given: bool = False
    group: str = ""
    prompt: str = ""

    @property
    def read(self) -> bool:
        """Whether a reader looks at it."""
        return self.fill or self.given


_CUMULATIVE = "从开始到本期末一共多少，不是本期新增；没有完成的填0，没有数的留空。"

AMOUNTS: tuple[Column, ...] = (
    Column(field="measure", heading="指标", width=26),
    Column(field="unit", heading="单位", width=7, kind="word"),
    Column(field="quota", heading="任务数", width=9, kind="amount"),
    Column(field="done_before", heading="上期累计完成", width=10, kind="amount"),
    Column(field="accepted_before", heading="上期累计验收", width=10, kind="amount"),
    Column(field="done", heading="本期累计完成", width=10, kind="amount", fill=True, prompt=_CUMULATIVE),
    *(
        Column(field=field, heading=name, width=10, kind="amount", fill=True, group="其中", prompt=f"累计完成里属于{name}的；三项之和等于累计完成。")
        for field, name in zip(("closed", "merged", "upgraded"), OUTCOMES, strict=True)
    ),
    Column(field="accepted", heading="本期累计验收", width=10, kind="amount", fill=True, prompt=f"{_CUMULATIVE}不大于累计完成。"),
    Column(field="remark", heading="备注", width=20, fill=True, prompt="需要说明的情况；数字填在前面各列。"),
    Column(field="fresh", heading="本期完成", width=9, kind="computed"),
    Column(field="check", heading="核对", width=17, kind="computed"),
)  # fmt: skip
"""报送: one row a measure that the town has a quota for."""
AMOUNT_LABELS = ("measure", "unit", "quota")
"""What says which line of 报送 this is: locked, and held against what was sent."""
AMOUNT_FIELDS = ("done", "closed", "merged", "upgraded", "accepted")


def firm_columns(kinds: Iterable[str]) -> tuple[Column, ...]:
    """企业: one row a firm; `kinds` are the papers that the campaign asks for."""
    day = "到了这一步的日期，如 2020-06-01；还没到的留空。"
    return (
        Column(field="name", heading=COLUMNS["name"], width=26, given=True, prompt="照营业执照填全称。"),
        Column(field="credit_code", heading=COLUMNS["credit_code"], width=22, kind="code", given=True,
               prompt="18位，照营业执照填；没有营业执照的作坊填“/”。"),
        Column(field="measure", heading=COLUMNS["measure"], width=20, kind="measure", given=True,
               prompt="这家企业计入哪一项指标。"),
        Column(field="outcome", heading=COLUMNS["outcome"], width=11, kind="outcome", fill=True,
               prompt="关停取缔、整合搬迁或升级改造；还没有定的留空。"),
        Column(field="state", heading=COLUMNS["state"], width=11, kind="state", fill=True,
               prompt="现在到了哪一步；后面要有这一步的日期。"),
        *(
            Column(field=column, heading=f"{state}日期", width=11.5, kind="day", fill=True, prompt=day)
            for column, state in DATE_COLUMNS.items()
        ),
        *(
            Column(field=kind, heading=kind, width=16, fill=True, prompt="材料的文件名或编号；还没有的留空，不需要的填“/”。")
            for kind in kinds
        ),
        Column(field="remark", heading=COLUMNS["remark"], width=20, fill=True),
        Column(field="check", heading="核对", width=16, kind="computed"),
    )  # fmt: skip
