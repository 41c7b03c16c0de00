"""处罚: what is handed to the credit platform (信用信息公示平台), one decision a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lowcapdocs.model.cells import cell_text
from lowcapdocs.model.org import Department
from lowcapdocs.problems import NOWHERE, Where

PenaltyKind = Literal["行政处罚", "吊销", "注销"]
PENALTY_KINDS: tuple[PenaltyKind, ...] = ("行政处罚", "吊销", "注销")

PENALTY_COLUMNS: Mapping[str, str] = {
    "id": "编号",
    "firm": "台账编号",
    "name": "企业名称",
    "credit_code": "统一社会信用代码",
    "kind": "类别",
    "number": "决定书文号",
    "day": "决定日期",
    "content": "内容",
    "authority": "决定机关",
    "legal_basis": "依据",
    "disclosure": "公开属性",
    "sample": "示例",
}
"""What each column is called, by the field of `Penalty`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """行政处罚, 吊销 or 注销 by `authority`. `firm` is the id in the ledger, empty for one that is not in it.

    `number` and `day` are of the decision; empty and None where not known. `from_ledger` names the columns
    that are blank in the data and hold what the ledger says of the firm. `disclosure` withholds the whole
    record unless it is empty or 主动公开, which changes nothing. `sample`: invented.
    """

    id: str
    name: str
    kind: PenaltyKind
    authority: Department
    firm: str = ""
    credit_code: str = ""
    number: str = ""
    day: date | None = None
    content: str = ""
    legal_basis: str = ""
    disclosure: str = ""
    from_ledger: tuple[str, ...] = ()
    sample: bool = False
    where: Where = NOWHERE

    def text(self, column: str) -> str | None:
        """What `column` of PENALTY_COLUMNS prints; None where it is not known. Raises KeyError for no column."""
        if column not in PENALTY_COLUMNS:
            raise KeyError(column)
        return cell_text(getattr(self, column))
