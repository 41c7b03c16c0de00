"""penalty: what each column of the list prints."""

from __future__ import annotations

from datetime import date

import pytest

from lowcapdocs.model.penalty import PENALTY_COLUMNS, Penalty
from tests.builders import GQB

PENALTY = Penalty(id="p", name="示例企业甲", kind="吊销", authority=GQB, day=date(2020, 7, 15))


def test_every_column_prints_its_value_or_is_not_known() -> None:
    assert {
        "id": "p", "firm": None, "name": "示例企业甲", "credit_code": None, "kind": "吊销", "number": None,
        "day": "2020年7月15日", "content": None, "authority": "海曙区工强办", "legal_basis": None,
        "disclosure": None, "sample": "否",
    } == {column: PENALTY.text(column) for column in PENALTY_COLUMNS}  # fmt: skip


def test_a_column_that_there_is_not_is_no_blank() -> None:
    with pytest.raises(KeyError):
        PENALTY.text("where")
