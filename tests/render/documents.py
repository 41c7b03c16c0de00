"""Documents that show one fact of the layout each, and those of the sample."""

from __future__ import annotations

from dataclasses import replace

from lowcapdocs.gongwen.elements import Gongwen, Heading, Imprint, Row, Signature, Table
from lowcapdocs.gongwen.standard import PROFILE_A, PROFILE_B, Page
from tests.word import trees
from tests.word.trees import IMPRINT, MARK, NUMBER, SEALED, UNSEALED, cells, paragraphs, spans

FULL = Gongwen(title=spans("满页"), body=paragraphs("国" * 28 * 60))
LEVELS = Gongwen(
    title=spans("层次"),
    body=(
        *(
            Heading(level, number, spans("标题"))
            for level, number in enumerate(("一、", "（一）", "1.", "（1）"), start=1)
        ),
        Heading(2, "（二）", spans("段首。"), spans("正文“引”——完")),
        *paragraphs("首行" + "国" * 60),
    ),
)
LETTER = Gongwen(
    title=spans("关于甲的通知"),
    issuer_mark=MARK,
    doc_number=NUMBER,
    addressees=spans("各单位"),
    body=paragraphs("正文" + "国" * 60),
    signature=SEALED,
    annotation="此件公开发布",
    imprint=IMPRINT,
)
LONG_MARK = Gongwen(
    title=spans("关于甲的通知"),
    issuer_mark="海曙区淘汰落后产能和整治提升低散乱企业领导小组办公室文件",
    doc_number=NUMBER,
)
LONG_DATE = Gongwen(title=spans("甲"), signature=Signature("区办", "2020年12月20日", sealed=False))
LONG_NAME = Gongwen(
    title=spans("甲"), signature=Signature("海曙区淘汰落后产能和整治提升领导小组办公室", "2020年4月5日", sealed=True)
)
COPIES = {count: "、".join(["海曙区政府办"] * count) for count in range(2, 22)}

UPWARD = Gongwen(
    title=spans("关于申请甲的请示"),
    issuer_mark=MARK,
    doc_number=NUMBER,
    signers=("张三",),
    body=paragraphs("正文。"),
)
FORMS = ("letter", "letter, plain", "order", "minutes", "upward, urgent, secret", "annexes of both layouts")
IN_BOTH = ("full", "levels", "letter", "unsealed", "upward", "ending 20", *(f"tree {name}" for name in FORMS))
"""What is set with both layouts of the page; the others with profile A alone."""

LENGTHS = (*range(10, 22), *range(33, 39))
"""Lines of text that end page one or page two a little before, at, or after its lower edge."""
HEIGHTS = range(28, 37)
"""Rows of a table that do the same."""

HEADED = range(15, 20)
"""Lines of text after which page one ends before, between and after a heading, a caption and the head of their table."""


def ending(lines: int) -> Gongwen:
    """Sealed, annotated and with 版记, after so many lines of text."""
    body = paragraphs(*["国" * 26] * lines)
    return Gongwen(title=spans("甲"), body=body, signature=SEALED, annotation="此件公开发布", imprint=IMPRINT)


def ending_in_table(rows: int, imprint: Imprint | None) -> Gongwen:
    """A body that is nothing but a table."""
    table = Table(
        header=(cells("镇", "数"),),
        rows=tuple(Row(cells(f"第{row}镇", str(row))) for row in range(1, rows + 1)),
        aligns=("left", "center"),
    )
    return Gongwen(title=spans("甲"), body=(table,), imprint=imprint)


def headed_table(lines: int) -> Gongwen:
    """A heading and a table with a caption, after so many lines of text."""
    table = ending_in_table(9, None).body[0]
    assert isinstance(table, Table)
    heading = Heading(1, "一、", spans("任务"))
    return Gongwen(
        title=spans("甲"), body=(*paragraphs(*["国" * 26] * lines), heading, replace(table, caption="单位：家"))
    )


def documents() -> dict[str, Gongwen]:
    """Everything that is rendered, by name; what begins with `B ` is set with profile B."""
    found = _documents()
    return {**found, **{f"B {name}": found[name] for name in IN_BOTH}}


def layout(name: str) -> Page:
    """The page that the document of this name is set with."""
    return PROFILE_B if name.startswith("B ") else PROFILE_A


def _documents() -> dict[str, Gongwen]:
    return {
        "full": FULL,
        "levels": LEVELS,
        "letter": LETTER,
        "unsealed": Gongwen(title=spans("关于甲的通知"), body=paragraphs("正文。"), signature=UNSEALED),
        "upward": UPWARD,
        "long mark": LONG_MARK,
        "long date": LONG_DATE,
        "long name": LONG_NAME,
        **{
            f"copies {count}": Gongwen(title=spans("甲"), imprint=Imprint(copies, "区办", "2020年4月5日"))
            for count, copies in COPIES.items()
        },
        **{f"ending {lines}": ending(lines) for lines in LENGTHS},
        **{f"table {rows}": ending_in_table(rows, None) for rows in HEIGHTS},
        **{f"table {rows} imprint": ending_in_table(rows, IMPRINT) for rows in HEIGHTS},
        **{f"headed table {lines}": headed_table(lines) for lines in HEADED},
        **{f"tree {name}": tree for name, tree in trees.TREES.items()},
        **{f"sample {file}": tree for _, file, tree in trees.sample()},
        **{f"other {file}": tree for file, tree in trees.others()},
    }
