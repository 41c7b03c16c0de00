"""disclosure: what is not said to be public is not."""

from __future__ import annotations

from lowcapdocs.model.disclosure import NOTHING_PUBLIC, Disclosure
from tests.builders import campaign

STATED = Disclosure(columns={"ledger": {"name": "主动公开", "energy": "依申请公开", "phone": "不予公开"}})


def test_only_what_is_said_to_be_public_is() -> None:
    assert frozenset({"name"}) == STATED.public_columns("ledger")


def test_a_table_that_the_data_does_not_have_is_closed() -> None:
    assert (frozenset(), "不予公开") == (STATED.public_columns("penalties"), STATED.attribute("penalties", "name"))


def test_a_column_that_the_data_does_not_have_is_closed() -> None:
    assert ["依申请公开", "不予公开"] == [STATED.attribute("ledger", column) for column in ("energy", "legal_person")]


def test_a_campaign_without_the_data_publishes_nothing() -> None:
    assert NOTHING_PUBLIC == campaign().disclosure
    assert frozenset() == campaign().disclosure.public_columns("ledger")
