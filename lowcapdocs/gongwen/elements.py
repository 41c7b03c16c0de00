"""The tree of a 公文: frozen elements without behaviour, named as the standard names them.

Every writer takes this tree and nothing else, so Word and web cannot disagree. Numerals, sums
and the wording of 附件说明 are already in it; layout is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Align = Literal["left", "center", "right"]
Form = Literal["document", "letter", "order", "minutes"]
"""文件, 信函 (10.1), 命令（令） (10.2), 纪要 (10.3): how the first page is laid out."""


class Span(NamedTuple):
    """A piece of text in one style. A tuple, since a document has hundreds and it is made twice as fast.

    `path` names the datum that was printed here (`quota/jishigang/phase_out`), empty for prose.
    """

    text: str
    strong: bool = False
    path: str = ""


Spans: TypeAlias = tuple[Span, ...]


def plain(spans: Spans) -> str:
    """The text of `spans`."""
    return spans[0].text if len(spans) == 1 else "".join(span.text for span in spans)


@dataclass(frozen=True, slots=True)
class Heading:
    """层次标题. `number` is its computed numeral (一、 （一） 1. （1）, 7.3.3).

    `body` is the run-in text of a 段首句: “（一）小标题。正文……”; empty for a heading that stands
    alone. A heading without `spans` is a numbered paragraph: numeral and `body` only.
    """

    level: int
    number: str
    spans: Spans
    body: Spans = ()
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """自然段. `path` names the record that it tells of (`task/energy-1`), if any."""

    spans: Spans
    path: str = ""
    line: int = 0


class Row(NamedTuple):
    """One row of a table; `total` marks a row of sums. A tuple like a span, and for the same reason."""

    cells: tuple[Spans, ...]
    total: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """表格. Rectangular: every header row and row has `len(aligns)` cells.

    Equal neighbours in the header are merged in print; below it, equal neighbours of the columns
    in `merge` (indices from 0) merge downward. `widths` are shares of the text width, empty for
    automatic. `caption` is a line such as “单位：家” above, `notes` stand below.
    """

    header: tuple[tuple[Spans, ...], ...]
    rows: tuple[Row, ...]
    aligns: tuple[Align, ...]
    widths: tuple[float, ...] = ()
    merge: frozenset[int] = frozenset()
    caption: str = ""
    notes: tuple[Spans, ...] = ()
    line: int = 0


Block: TypeAlias = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件 (7.3.7). Its `title` is the very name that 附件说明 gives."""

    title: Spans
    blocks: tuple[Block, ...]
    landscape: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Enclosure:
    """印发件: the plan that a 印发通知 issues; follows on a new page, with its own annexes."""

    title: Spans
    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Signature:
    """发文机关署名 and 成文日期 (7.3.5), as printed; `sealed` leaves room for a seal.

    `joint` are the other issuers of a joint document, in their order. `post` is the 职务 that
    stands left of a 签名章; with it the issuer's name is not printed and nothing else is sealed.
    """

    issuer: str
    date: str
    sealed: bool
    joint: tuple[str, ...] = ()
    post: str = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 (7.4): 抄送机关, 印发机关, 印发日期; empty text where an item is absent."""

    copy_to: str = ""
    printer: str = ""
    print_date: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """One list of 纪要 (10.3): `label` is 出席, 请假 or 列席."""

    label: str
    names: str


@dataclass(frozen=True, slots=True)
class About:
    """What a document is, beside its text: ids of data records are empty where there are none.

    `subject` is the id of the firm, period or phase that one of a series tells of, `period` the
    reporting period whose figures it prints. `unknown` lists the fields that the draft declares unknown; they print as ××.
    `sample` says what in the document was invented for demonstration (示例).
    """

    document: str = ""
    campaign: str = ""
    town: str = ""
    department: str = ""
    kind: str = ""
    status: Literal["draft", "issued"] = "draft"
    disclosure: str = ""
    disclosure_reason: str = ""
    unknown: tuple[str, ...] = ()
    sample: str = ""
    subject: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gongwen:
    """公文, whole. Empty text or None: the element is absent.

    `issuer_mark` is 发文机关标志 as printed (“……文件”); `joint_issuers` are the names under the
    first in the mark of a joint document. `remark` is 题注, the line in brackets under the title,
    without its brackets. `copy_number` is 份号, `secrecy` 密级和保密期限,
    `urgency` 紧急程度, `signers` 签发人. `attendance` are the lists of 纪要.
    `landscape` lays the body itself across (横排), for lists that are one wide table. `places` tells
    messages the line of each key of the front matter (by field); it is no part of the document.
    """

    title: Spans
    remark: str = ""
    about: About = field(default_factory=About)
    form: Form = "document"
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    issuer_mark: str = ""
    joint_issuers: tuple[str, ...] = ()
    doc_number: str = ""
    signers: tuple[str, ...] = ()
    addressees: Spans = ()
    body: tuple[Block, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    signature: Signature | None = None
    annotation: str = ""
    enclosure: Enclosure | None = None
    imprint: Imprint | None = None
    landscape: bool = False
    places: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
