"""path_columns: every address that a document prints belongs to a column of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from lowcapdocs.disclose.path_columns import Column, columns, withheld
from lowcapdocs.draft.parse import parse
from lowcapdocs.figures.paths import STANDING_FIELDS
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.walk import values
from lowcapdocs.job import Job, open_job
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import TABLES
from lowcapdocs.sources.disclosure import headings
from lowcapdocs.workspace import Workspace
from tests.builders import REPOSITORY, draft

NAMES = ("haishu-2020", "tianjin-2020", "huzhou")


@cache
def job(name: str) -> Job:
    return open_job(Workspace(REPOSITORY), name)


def trees(name: str) -> Iterator[Gongwen]:
    """Every document of a campaign of the repository, one of each series."""
    told = set()
    for entry, target in job(name).plan():
        if entry.id not in told:
            told.add(entry.id)
            yield job(name).document(entry, target).tree


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_every_document_belongs_to_a_column_that_there_is(name: str) -> None:
    campaign = job(name).campaign
    known = {
        table: set(headings(table, campaign.evidence, [text for text, _ in campaign.texts]).values())
        for table in TABLES
    }
    paths = {span.path for tree in trees(name) for span, _ in values(tree)}
    assert paths
    found = {path: columns(campaign, path) for path in paths if path.split("/")[0] != "progress"}
    assert {} == {
        path: of for path, of in found.items() if any(each.column not in known.get(each.table, ()) for each in of)
    }


def shown(table: str, column: str) -> Campaign:
    """The sample, with everything public but one column."""
    campaign = job("haishu-2020").campaign
    listed = {
        each: dict.fromkeys(
            headings(each, campaign.evidence, [text for text, _ in campaign.texts]).values(), "主动公开"
        )
        for each in TABLES
    }
    del listed[table][column]
    return replace(campaign, disclosure=replace(campaign.disclosure, columns=listed))


def printed(document: str, table: str, column: str) -> set[str]:
    """What a document prints although this column is withheld, by the columns that it is told under."""
    entry, target = job("haishu-2020").plan(document)[0]
    tree = job("haishu-2020").document(entry, target).tree
    return {"/".join(each.column) for each in withheld(shown(table, column), tree)}


@pytest.mark.parametrize(
    ("document", "table", "column"),
    [
        ("quota-table", "quotas", "amount"),
        ("quota-table", "towns", "name"),
        ("plan", "tasks", "targets"),
        ("plan", "campaign", "basis"),
        ("plan", "campaign", "goals"),
        ("bulletin", "progress", "accepted"),
        ("bulletin", "progress", "closed"),
        ("bulletin", "schedule", "reporting"),
        ("bulletin", "schedule", "phases"),
        ("credit-list", "penalties", "number"),
        ("announcement", "ledger", "trade"),
        ("acceptance-form", "ledger", "address"),
        ("acceptance-form", "ledger", "验收意见表"),
        ("score-sheet", "assessment", "items"),
        ("summary", "task_progress", "text"),
    ],
)
def test_a_document_that_prints_a_withheld_column_is_told_of_it(document: str, table: str, column: str) -> None:
    assert f"{table}/{column}" in printed(document, table, column)


@pytest.mark.parametrize("column", ["done", "fresh", "accepted"])
def test_without_one_of_its_numbers_nothing_of_the_progress_is_public(column: str) -> None:
    """It would read as not reported, and towns would be judged by that."""
    assert {"progress/period", "progress/done", "progress/accepted"} <= printed("bulletin", "progress", column)


def test_a_withheld_firm_is_told_in_every_document_that_names_it() -> None:
    campaign = shown("ledger", "remark")
    firms = tuple(replace(each, disclosure="不予公开") for each in campaign.firms)
    entry, target = job("haishu-2020").plan("announcement")[0]
    tree = job("haishu-2020").document(entry, target).tree
    told = list(withheld(replace(campaign, firms=firms), tree))
    assert {Column("ledger", "")} == {each.column for each in told}
    assert "示例企业甲（铸造）" in {each.text for each in told}


def test_an_address_that_nobody_knows_is_withheld() -> None:
    assert (Column("", "gossip/1"),) == columns(job("haishu-2020").campaign, "gossip/1")


@pytest.mark.parametrize("field", STANDING_FIELDS)
def test_every_figure_of_progress_is_told_where_nothing_of_it_is_public(field: str) -> None:
    campaign = job("haishu-2020").campaign
    named = replace(campaign.disclosure, columns={"campaign": {"name": "主动公开"}})
    tree = parse(draft(f"[28](progress/2020-06/all/improve/{field})"))
    assert any(
        each.column.table in ("progress", "quotas", "campaign")
        for each in withheld(replace(campaign, disclosure=named), tree)
    )
    assert [] == list(withheld(campaign, tree))
