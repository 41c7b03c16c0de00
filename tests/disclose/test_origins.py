"""Where in the data a number stands that was found by its form."""

from __future__ import annotations

from lowcapdocs.disclose.origins import origins
from lowcapdocs.model.ledger import Firm
from lowcapdocs.problems import Where
from tests.builders import JISHIGANG


def firm(row: int, **changes: str) -> Firm:
    return Firm(
        id=f"f{row}", name="甲厂", town=JISHIGANG, measure="", state="", where=Where("台账.csv", row=row), **changes
    )


def test_a_number_is_found_however_it_is_divided_or_spelled() -> None:
    data = [firm(2, remark="电话１３８-1234 5678"), firm(3, phone="13812345678"), firm(4, remark="A.B@例.cn a.b@c.cn")]
    found = origins(["13812345678", "a.b@c.cn", "13900000000"], data)
    assert {"13812345678": 2, "a.b@c.cn": 4} == {value: where.row for value, where in found.items()}


def test_without_data_nothing_is_known() -> None:
    assert {} == origins(["13812345678"], [])
