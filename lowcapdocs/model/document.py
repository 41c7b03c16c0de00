"""What is issued: one entry of documents.yaml, a document or one for each town or department."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lowcapdocs.model.org import Department
from lowcapdocs.model.period import Period
from lowcapdocs.problems import NOWHERE, Where

ForEach = Literal["none", "town", "department", "period", "supervised", "phase", "firm"]
"""What a series has one document for: supervised is every town that the lights call to be chased."""
Status = Literal["draft", "issued"]
Format = Literal["docx", "xlsx"]
Form = Literal["文件", "信函", "命令", "纪要"]
FORMS: tuple[Form, ...] = ("文件", "信函", "命令", "纪要")
"""How page one is laid out: GB/T 9704 7.2, 10.1, 10.2, 10.3."""

FOR_EACH: tuple[ForEach, ...] = ("none", "town", "department", "period", "supervised", "phase", "firm")
RETENTIONS = ("永久", "30年", "10年")
"""国家档案局令第8号."""

DISCLOSURES = ("主动公开", "依申请公开", "不予公开")
_PLACEHOLDER = re.compile(r"[（(]?\{[^}]*\}[）)]?")
OWN_TARGET = "本单位"
"""As an addressee: the town or department that the document is made for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """One document of the campaign, or a series (`for_each`).

    `file` is the name of its files without ending; `{序号}` and `{单位}` in it stand for the place
    and name of the unit in a series. `unknown` names what a historical document lacks (number,
    date, text). `attachments` are ids of other entries, printed as annexes. `mark` is 发文机关标志
    where it is not the issuer's name with 文件. `joint` issue it with the issuer. `signers` are 签发人
    of an upward document. `period` is the reporting period whose figures it prints, the latest where
    none is named; `states` are the states of the firms that a series of firms is made for (all where
    none is named). `retention` is 保管期限 in the archive.
    """

    id: str
    file: str
    template: str
    kind: str = ""
    for_each: ForEach = "none"
    issuer: Department | None = None
    joint: tuple[Department, ...] = ()
    form: Form = "文件"
    letterhead: bool = False
    mark: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    number: str = ""
    date: datetime.date | None = None
    sealed: bool = True
    addressees: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    annotation: str = ""
    copy_to: tuple[str, ...] = ()
    printer: str = ""
    print_date: datetime.date | None = None
    disclosure: str = ""
    disclosure_reason: str = ""
    consent: str = ""
    """经区政府同意 and the like: whose consent lets a department write to town governments."""
    status: Status = "draft"
    unknown: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ("docx",)
    sample: str = ""
    period: Period | None = None
    states: tuple[str, ...] = ()
    retention: str = ""
    where: Where = NOWHERE
    places: Mapping[str, Where] = field(default_factory=dict, compare=False)
    """Where each field that the data states stands."""

    @property
    def label(self) -> str:
        """What messages call it: its `file`, of a series what all have in common (通知)."""
        return _PLACEHOLDER.sub("", self.file).strip("/-_ ") or self.id

    def place(self, name: str) -> Where:
        """Where the field `name` stands, or the entry if it is not stated."""
        return self.places.get(name, self.where.at(name))
