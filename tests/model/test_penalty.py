"""penalty: what each column of the list prints."""

from __future__ import annotations

from datetime import date

import pytest

from lowcapdocs.model.paths import text_at
from lowcapdocs.model.penalty import PENALTY_COLUMNS, Penalty
from tests.builders import GQB, campaign

PENALTY = Penalty(id="p", name="示例企业甲", kind="吊销", authority=GQB, day=date(2020, 7, 15))


def test_every_column_prints_its_value_or_is_not_known() -> None:
    assert {
        "id": "p", "firm": None, "name": "示例企业甲", "credit_code": None, "kind": "吊销", "number": None,
        "day": "2020年7月15日", "content": None, "authority": "海曙区工强办", "legal_basis": None, "sample": "否",
    } == {column: PENALTY.text(column) for column in PENALTY_COLUMNS}  # fmt: skip


def test_a_path_leads_to_a_column_of_a_penalty() -> None:
    assert "2020年7月15日" == text_at(campaign(penalties=(PENALTY,)), "penalty/p/day")


@pytest.mark.parametrize("path", ["penalty/p/where", "penalty/q/name"])
def test_a_path_to_no_penalty_or_column_leads_nowhere(path: str) -> None:
    with pytest.raises(KeyError):
        text_at(campaign(penalties=(PENALTY,)), path)
