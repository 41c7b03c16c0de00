"""公开目录: the decision to publish one document, and what the catalogue says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from lowcapdocs.model.workdays import Calendar
from lowcapdocs.problems import NOWHERE, Where

WITHIN = 20
"""Working days within which what is to be public is published, from the day it was made (条例 art. 26)."""
Validity = Literal["有效", "失效", "废止"]
VALIDITIES: tuple[Validity, ...] = ("有效", "失效", "废止")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One line of the 政府信息公开目录 (条例 art. 12: 索引, 名称, 内容概述, 生成日期): a document that is published.

    `document` is the id of its entry, `unit` which of a series (the key of its Target: a town, a
    period …; empty where there is but one). `basis`, `reviewer` and `reviewed_on` are the review
    (art. 17); what is blank is taken from the campaign's Disclosure. `published` is when it went
    out, None where that is not known. Whatever the data does not say is empty and not shown.
    `sample` says what of it is invented.
    """

    document: str
    unit: str = ""
    index_number: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    summary: str = ""
    published: datetime | None = None
    validity: Validity | None = None
    basis: str = ""
    reviewer: str = ""
    reviewed_on: date | None = None
    sample: str = ""
    where: Where = NOWHERE


def due(made: date, workdays: Calendar) -> date:
    """The last day for publishing what was made on `made`: WITHIN working days, that day not counted."""
    return workdays.after(made, WITHIN, counting_start=False)
