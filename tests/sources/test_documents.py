"""documents: what is to be issued."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.sources.documents import documents
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Report
from tests.builders import FGJ, GQB, placeless, table, told

PLAIN = {"编号": "a", "文件名": "甲", "模板": "a.md.j2"}


def read(*rows: Any) -> tuple[tuple[DocumentEntry, ...], list[str]]:
    report = Report()
    found = documents(table(*rows), Names((GQB, FGJ), "部门", report), GQB, report)
    return placeless(found), told(report)


def test_an_entry_is_signed_by_the_issuer_of_the_campaign_unless_it_names_its_own() -> None:
    found, findings = read(PLAIN, {**PLAIN, "编号": "b", "发文机关": "区发改局"})
    assert ([GQB, FGJ], []) == ([entry.issuer for entry in found], findings)


def test_every_field_of_an_entry_is_read() -> None:
    whole = {
        **PLAIN, "文种": "通知", "逐个生成": "town", "版头": "是", "文号": "甲〔2020〕1号", "成文日期": "2020年4月5日",
        "盖章": "否", "主送": "各镇、各街道", "附件": "b", "附注": "此件公开发布", "抄送": "区委办；区府办",
        "印发机关": "甲办", "印发日期": "2020/4/6", "公开属性": "不予公开", "公开理由": "内部", "同意": "经区政府同意",
        "状态": "issued", "待补": "number、text", "格式": "xlsx、docx", "示例": "正文",
    }  # fmt: skip
    expected = DocumentEntry(
        id="a", file="甲", template="a.md.j2", kind="通知", for_each="town", issuer=GQB, letterhead=True,
        number="甲〔2020〕1号", date=date(2020, 4, 5), sealed=False, addressees=("各镇", "各街道"), attachments=("b",),
        annotation="此件公开发布", copy_to=("区委办", "区府办"), printer="甲办", print_date=date(2020, 4, 6),
        disclosure="不予公开", disclosure_reason="内部", consent="经区政府同意", status="issued",
        unknown=("number", "text"), formats=("docx", "xlsx"), sample="正文",
    )  # fmt: skip
    found, findings = read(whole, {**PLAIN, "编号": "b"})
    assert (expected, []) == (found[0], findings)


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        (["value-choice 表.csv 第2行 “文种”"], {"文种": "通告函"}),
        (["value-choice 表.csv 第2行 “逐个生成”"], {"逐个生成": "village"}),
        (["value-choice 表.csv 第2行 “公开属性”"], {"公开属性": "公开"}),
        (["value-choice 表.csv 第2行 “状态”"], {"状态": "已印发"}),
        (["value-choice 表.csv 第2行 “格式”"], {"格式": "pdf"}),
        (["value-choice 表.csv 第2行 “待补”"], {"待补": "number、日期"}),
        (["value-choice 表.csv 第2行 “版头”"], {"版头": "红"}),
        (["value-date 表.csv 第2行 “成文日期”"], {"成文日期": "待定"}),
        (["name-unknown 表.csv 第2行 “发文机关”"], {"发文机关": "甲局"}),
        (["value-missing 表.csv 第2行 “模板”"], {"模板": ""}),
        (["value-missing 表.csv 第2行 “文件名”"], {"文件名": ""}),
        (["column-unknown 表.csv 第2行 “颜色”"], {"颜色": "红"}),
        (["attachment-unknown 表.csv 第2行"], {"附件": "x"}),
    ],
)
def test_what_is_wrong_is_told_with_its_place(expected: list[str], fields: dict[str, str]) -> None:
    assert expected == read({**PLAIN, **fields})[1]


def test_an_annex_has_no_annexes_of_its_own() -> None:
    rows = [{**PLAIN, "附件": "b"}, {**PLAIN, "编号": "b", "附件": "c"}, {**PLAIN, "编号": "c"}]
    assert ["attachment-nested 表.csv 第2行"] == read(*rows)[1]


def test_an_id_stands_once() -> None:
    assert ["id-twice 表.csv 第3行"] == read(PLAIN, PLAIN)[1]


def test_no_file_is_no_entry() -> None:
    report = Report()
    assert ((), []) == (documents(None, Names((), "部门", report), None, report), report)
