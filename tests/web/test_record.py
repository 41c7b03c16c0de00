from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

import pytest

from lowcapdocs.disclose.public import PublicCampaign, PublicDocument
from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.standard import UNKNOWN
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.publication import Publication
from lowcapdocs.web.record import Record, newest
from lowcapdocs.web.record import record as record_of
from tests.builders import FGJ, GQB, campaign, draft
from tests.web.opened import record


def known(text: str, *, entry: dict[str, Any] | None = None, **stated: Any) -> Record:
    document = PublicDocument(
        entry=DocumentEntry(id="notice", file="通知", template="", disclosure="主动公开", **(entry or {})),
        key="",
        unit_name="",
        file="通知",
        publication=Publication(document="notice", **stated),
        make=partial(parse, text),
    )
    return record_of(PublicCampaign(campaign=campaign(), documents=(document,)), document, document.tree)


def test_a_line_of_the_catalogue_is_what_the_document_prints() -> None:
    text = draft("正文。", 发文字号="甲〔2020〕1号", 署名="某局", 成文日期="2020-04-20")
    found = known(
        text, index_number="A1", summary="概述", published=datetime(2020, 4, 21), validity="有效", keywords=("甲",)
    )
    assert ("关于甲的通知", "甲〔2020〕1号", ("某局",), date(2020, 4, 20)) == (
        found.name,
        found.number,
        found.issuers,
        found.dated,
    )
    assert ("A1", "概述", "有效", ("甲",), "主动公开") == (
        found.index_number, found.summary, found.validity, found.keywords, found.disclosure,
    )  # fmt: skip
    assert "test/documents/notice.html" == found.address


def test_what_prints_as_unknown_is_not_known() -> None:
    text = draft("正文。", 发文字号=f"甲〔2020〕{UNKNOWN}号", 署名="某局", 成文日期=f"2020年{UNKNOWN}月{UNKNOWN}日")
    found = known(text)
    assert ("", None, None) == (found.number, found.dated, found.moment)


def test_a_document_that_nobody_signs_is_issued_by_those_of_its_entry() -> None:
    found = known(draft("正文。"), entry={"issuer": GQB, "joint": (FGJ,), "date": date(2020, 4, 20)})
    assert (("海曙区工强办", "区发改局"), date(2020, 4, 20)) == (found.issuers, found.dated)


@pytest.mark.parametrize("most", [None, 2])
def test_the_latest_stand_first_and_those_of_no_day_last(most: int | None) -> None:
    listed = [
        record("无"),
        record("早", dated=date(2020, 1, 1)),
        record("晚", published=datetime(2020, 3, 1, 8)),
        record("更晚", dated=date(2020, 3, 2)),
    ]
    assert ["更晚", "晚", "早", "无"][:most] == [each.name for each in newest(listed, most)]
