"""disclosure: 公开属性 as the data gives it; what cannot be read is not public."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lowcapdocs.model.disclosure import NOTHING_PUBLIC, Disclosure
from lowcapdocs.model.task import Evidence
from lowcapdocs.problems import Where
from lowcapdocs.sources import rows
from lowcapdocs.sources.disclosure import COLUMNS, disclosure
from lowcapdocs.sources.load import load
from lowcapdocs.sources.nodes import Report
from tests.builders import HAISHU, node, told

EVIDENCE = (Evidence(id="a", measure="improve", text="照片。", requires=("整治前照片",)),)


def read(columns: Any, texts: tuple[str, ...] = (), **head: str) -> tuple[Disclosure, list[str]]:
    """What a disclosure.yaml says, and findings."""
    report = Report()
    found = disclosure(node({**head, "columns": columns}, Where("公开.yaml")), EVIDENCE, report, texts)
    return found, told(report)


def test_headings_fields_and_papers_are_columns() -> None:
    listed = {"企业名称": "主动公开", "accepted_on": "主动公开", "整治前照片": "主动公开", "联系电话": "不予公开"}
    found, wrong = read({"台账": listed, "penalties": {"内容": "主动公开"}})
    assert [] == wrong
    assert {"name", "accepted_on", "整治前照片"} == found.public_columns("ledger")
    assert {"content"} == found.public_columns("penalties")


def test_the_head_says_who_decided_it_when_and_why() -> None:
    found, _ = read({}, basis="某办法", reviewer="某科", date="2020-04-01", sample="虚构")
    assert ("某办法", "某科", date(2020, 4, 1), "虚构") == (found.basis, found.reviewer, found.day, found.sample)


@pytest.mark.parametrize(
    ("public", "wrong", "columns"),
    [
        ({"name"}, ["value-choice 公开.yaml “地址”"], {"企业名称": "主动公开", "地址": "公开"}),
        ({"name"}, ["value-choice 公开.yaml “地址”"], {"企业名称": "主动公开", "地址": ""}),
        ({"name"}, ["value-choice 公开.yaml “地址”"], {"企业名称": "主动公开", "地址": ["主动公开"]}),
        ({"name"}, ["column-unknown 公开.yaml “产值”"], {"企业名称": "主动公开", "产值": "主动公开"}),
        (
            {"name"},
            ["column-twice 公开.yaml “电话”"],
            {"企业名称": "主动公开", "phone": "不予公开", "电话": "主动公开"},
        ),
        (set(), ["column-twice 公开.yaml “name”"], {"企业名称": "主动公开", "name": "主动公开"}),
        (set(), ["value-form 公开.yaml “ledger”"], ["主动公开"]),
        (set(), ["value-form 公开.yaml “ledger”"], "公开"),
        (set(), [], ""),
    ],
)
def test_a_column_that_is_not_clear_is_closed_and_told(public: set[str], wrong: list[str], columns: Any) -> None:
    found, findings = read({"ledger": columns})
    assert (public, wrong) == (found.public_columns("ledger"), findings)


@pytest.mark.parametrize("table", list(COLUMNS))
def test_one_attribute_for_a_whole_table_leaves_out_remarks_and_what_tells_of_persons(table: str) -> None:
    found, wrong = read({table: "主动公开"}, texts=("purpose", "contact", "phone"))
    assert [] == wrong
    columns = {*COLUMNS[table], *(("整治前照片",) if table == "ledger" else ())}
    columns |= {"texts/purpose"} if table == "campaign" else set()
    assert columns - {"remark", "notes", "legal_person", "phone", "disclosure"} == found.public_columns(table)


def test_a_whole_table_may_be_closed() -> None:
    found, _ = read({"任务数": "依申请公开"})
    assert ("依申请公开", frozenset()) == (found.attribute("quotas", "amount"), found.public_columns("quotas"))


def test_texts_are_columns_and_what_tells_of_persons_is_decided_by_itself() -> None:
    texts = ("purpose", "focus", "contact")
    found, wrong = read({"campaign": {"文字": "主动公开", "文字/focus": "不予公开"}}, texts=texts)
    assert ([], {"texts", "texts/purpose"}) == (wrong, found.public_columns("campaign"))
    found, _ = read({"campaign": {"texts/contact": "主动公开"}}, texts=texts)
    assert {"texts/contact"} == found.public_columns("campaign")


def test_a_text_that_is_stated_wrongly_stays_closed() -> None:
    found, wrong = read({"campaign": {"文字": "主动公开", "文字/focus": "公开"}}, texts=("focus",))
    assert (["value-choice 公开.yaml “文字/focus”"], {"texts"}) == (wrong, found.public_columns("campaign"))


def test_a_table_that_has_no_attributes_or_has_them_twice_is_told() -> None:
    found, wrong = read({"issued": {"镇街": "主动公开"}, "台账": {"地址": "不予公开"}, "ledger": {"地址": "主动公开"}})
    assert ["column-unknown 公开.yaml “issued”", "column-unknown 公开.yaml “ledger”"] == wrong
    assert frozenset() == found.public_columns("ledger")


def test_columns_that_are_no_mapping_leave_everything_closed() -> None:
    found, wrong = read(["台账"])
    assert ({}, ["value-form 公开.yaml “columns”"]) == (found.columns, wrong)


@pytest.mark.parametrize("text", ["", "- 企业名称\n", "主动公开\n", "columns: {台账: [\n", "*a"])
def test_a_file_that_cannot_be_read_publishes_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "disclosure.yaml").write_text(text, encoding="utf-8")
    report = Report()
    found = disclosure(rows.read(tmp_path / "disclosure.yaml", "disclosure.yaml", report), EVIDENCE, report)
    assert frozenset() == found.public_columns("ledger")
    assert report


def test_without_a_file_nothing_is_public() -> None:
    report = Report()
    assert (NOTHING_PUBLIC, []) == (disclosure(None, EVIDENCE, report), report)


def test_the_sample_publishes_nothing_about_persons_energy_and_land() -> None:
    public = load(HAISHU).disclosure.public_columns("ledger")
    assert {"name", "town", "capacity"} < public
    assert set() == public & {"legal_person", "phone", "energy", "land", "address", "credit_code", "remark"}
