"""Any 公文 within the grammar, for property tests: every element, in every order that a draft allows."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from lowcapdocs.gongwen.elements import (
    Align,
    Attachment,
    Attendance,
    Block,
    Enclosure,
    Form,
    Gongwen,
    Heading,
    Imprint,
    Paragraph,
    Row,
    Signature,
    Span,
    Spans,
    Table,
    plain,
)
from lowcapdocs.gongwen.numbering import Counter
from lowcapdocs.gongwen.standard import URGENCIES

_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"), exclude_characters="\ufffe\uffff")
_OFFICIAL = st.text(
    "关于做好二〇二〇年淘汰落后产能和整治提升工作的通知，。；：“”《》（）、0123456789%～—碶㐱𠮷",
    min_size=1,
    max_size=60,
)
TEXT = st.one_of(_OFFICIAL, st.text(_CHARACTERS, min_size=1, max_size=30)).map(str.strip).filter(bool)
NAME = st.text("海曙区市经济和信息化生态环境应急管理农业局办公室", min_size=2, max_size=24)
SPANS = st.lists(
    st.builds(Span, TEXT, st.booleans(), st.sampled_from(["", "", "quota/a/b"])), min_size=1, max_size=3
).map(tuple)
DATE = st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(
    lambda day: f"{day.year}年{day.month}月{day.day}日"
) | st.just("2020年××月××日")
_MARKS: dict[Form, str] = {"document": "文件", "letter": "", "order": "令", "minutes": "纪要"}
ALIGN: st.SearchStrategy[Align] = st.sampled_from(("left", "center", "right"))


@st.composite
def tables(draw: DrawFn) -> Table:
    """A rectangle of any head, with sums, merges and notes."""
    columns = draw(st.integers(1, 6))
    row: st.SearchStrategy[tuple[Spans, ...]] = st.lists(SPANS, min_size=columns, max_size=columns).map(tuple)
    head_rows = draw(st.integers(1, 3))
    size = head_rows * columns
    heads = draw(st.lists(SPANS, min_size=size, max_size=size, unique_by=plain))  # equal ones would be merged
    return Table(
        header=tuple(tuple(heads[start : start + columns]) for start in range(0, size, columns)),
        rows=tuple(draw(st.lists(st.builds(Row, row, st.booleans()), max_size=8))),
        aligns=tuple(draw(st.lists(ALIGN, min_size=columns, max_size=columns))),
        widths=draw(st.just(()) | st.lists(st.integers(1, 20), min_size=columns, max_size=columns).map(tuple)),
        merge=frozenset(draw(st.sets(st.integers(0, columns - 1)))),
        caption=draw(st.just("") | TEXT),
        notes=tuple(draw(st.lists(SPANS, max_size=3))),
    )


@st.composite
def bodies(draw: DrawFn, most: int = 8) -> tuple[Block, ...]:
    """Headings in sequence, paragraphs and tables."""
    counter = Counter()
    found: list[Block] = []
    depth = 0
    for _ in range(draw(st.integers(0, most))):
        match draw(st.sampled_from(("paragraph", "heading", "table"))):
            case "paragraph":
                found.append(Paragraph(draw(SPANS)))
            case "table":
                found.append(draw(tables()))
            case _:
                depth = draw(st.integers(1, min(depth + 1, 4)))
                found.append(Heading(depth, counter.next(depth), draw(SPANS), draw(st.just(()) | SPANS)))
    return tuple(found)


ATTACHMENTS = st.lists(st.builds(Attachment, SPANS, bodies(4), st.booleans()), max_size=3).map(tuple)
SIGNATURES = st.one_of(
    st.builds(Signature, NAME, DATE, st.booleans(), st.lists(NAME, max_size=4).map(tuple)),
    st.builds(Signature, st.just(""), DATE, st.just(False), st.just(()), st.just("区长")),
)
IMPRINTS = st.builds(Imprint, st.just("") | TEXT, NAME, DATE)


@st.composite
def gongwen(draw: DrawFn) -> Gongwen:
    """A whole document of any format."""
    form: Form = draw(st.sampled_from(("document", "document", "letter", "order", "minutes")))
    marked = form != "document" or draw(st.booleans())
    upward = form == "document" and marked and draw(st.booleans())
    number = (
        draw(st.sampled_from(("", "海经信〔2020〕1号", "××〔2020〕××号")))
        if marked and not upward
        else "海经信〔2020〕1号" * upward
    )
    return Gongwen(
        title=draw(SPANS),
        remark=draw(st.sampled_from(("", "征求意见稿", "示例数据"))),
        form=form,
        copy_number=draw(st.sampled_from(("", "000012"))) if marked else "",
        secrecy=draw(st.sampled_from(("", "秘密", "机密★6个月"))) if marked else "",
        urgency=draw(st.sampled_from(("", *URGENCIES))) if marked else "",
        issuer_mark=draw(NAME) + _MARKS[form] if marked else "",
        joint_issuers=tuple(draw(st.lists(NAME, max_size=4))) if form == "document" and marked else (),
        doc_number=number,
        signers=tuple(draw(st.lists(st.sampled_from(("张三", "欧阳五", "李四")), max_size=5))) if upward else (),
        addressees=draw(st.just(()) | SPANS),
        body=draw(bodies()),
        attachments=draw(ATTACHMENTS),
        attendance=tuple(Attendance(label, draw(TEXT)) for label in ("出席", "列席")) if form == "minutes" else (),
        signature=draw(st.none() | SIGNATURES),
        annotation=draw(st.just("") | TEXT),
        enclosure=draw(st.none() | st.builds(Enclosure, SPANS, bodies(4), ATTACHMENTS)),
        imprint=draw(st.none() | IMPRINTS),
        landscape=draw(st.booleans()) if not marked else False,
    )
