"""Trees that between them hold every element of a 公文, and the documents of the sample."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.draft.parse import parse
from lowcapdocs.draft.render import Renderer
from lowcapdocs.gongwen.elements import (
    Attachment,
    Attendance,
    Enclosure,
    Gongwen,
    Heading,
    Imprint,
    Paragraph,
    Row,
    Signature,
    Span,
    Spans,
    Table,
)
from lowcapdocs.sources.load import load
from tests.builders import HAISHU, TEMPLATES

SEALED = Signature("海曙区工强办", "2020年4月20日", sealed=True)
UNSEALED = Signature("海曙区工强办", "2020年4月20日", sealed=False)
IMPRINT = Imprint("区委办公室，区人大办公室", "海曙区工强办", "2020年4月21日")
MARK = "海曙区工强办文件"
NUMBER = "海工强办〔2020〕1号"


def spans(text: str) -> Spans:
    return (Span(text),)


def cells(*texts: str) -> tuple[Spans, ...]:
    return tuple(map(spans, texts))


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(spans(text)) for text in texts)


TABLE = Table(
    header=(cells("单位", "目标", "目标", "备注"), cells("单位", "淘汰", "提升", "备注")),
    rows=(
        Row(cells("甲镇", "3", "28", "同上")),
        Row(cells("甲镇", "3", "15", "同上")),
        Row(cells("乙镇", "3", "9", "同上")),
        Row(cells("乙镇", "3", "52", "同上"), total=True),
    ),
    aligns=("center", "left", "right", "left"),
    merge=frozenset({0, 1, 3}),
    caption="单位：家",
    notes=(spans("须附照片。"), spans("须附意见表。")),
)
PLAIN_TABLE = Table(
    header=(cells("单位", "数"),),
    rows=(Row(cells("甲镇", "3")),),
    aligns=("left", "right"),
    widths=(2, 1),
    notes=(spans("一条。"),),
)
HEADINGS = (
    Heading(1, "一、", spans("独立标题")),
    Heading(2, "（一）", spans("段首标题。"), spans("正文在后。")),
    Heading(
        3,
        "1.",
        spans("段首标题。"),
        (Span("正文"), Span("加粗", strong=True), Span("3", path="quota/a/b"), Span("家。")),
    ),
    Heading(4, "（1）", spans("段首标题。"), spans("正文在后。")),
    Heading(1, "二、", spans("段首标题。"), spans("正文在后。")),
    Heading(3, "1.", (), spans("只有序号的段落。")),
    Heading(2, "（一）", spans("独立标题")),
    Heading(3, "1.", spans("独立标题")),
    Heading(4, "（1）", spans("独立标题")),
)
UPRIGHT = Attachment(spans("目标任务分解表"), (TABLE,))
WIDE = Attachment(spans("任务清单"), (*paragraphs("说明。"), PLAIN_TABLE), landscape=True)

TREES = {
    "title alone": Gongwen(title=spans("工作要点")),
    "sealed": Gongwen(
        title=spans("关于甲的通知"),
        issuer_mark=MARK,
        doc_number=NUMBER,
        addressees=spans("各镇（乡）人民政府"),
        body=(*paragraphs("正文。"), *HEADINGS, TABLE, PLAIN_TABLE, *paragraphs("末段。")),
        attachments=(UPRIGHT,),
        signature=SEALED,
        annotation="此件公开发布",
        imprint=IMPRINT,
    ),
    "unsealed, no copies": Gongwen(
        title=spans("关于甲的通知"),
        issuer_mark=MARK,
        body=paragraphs("正文。"),
        signature=UNSEALED,
        imprint=Imprint(printer="海曙区工强办", print_date="2020年4月21日"),
    ),
    "annexes of both layouts": Gongwen(
        title=spans("关于甲的通知"),
        body=paragraphs("正文。"),
        attachments=(UPRIGHT, WIDE, WIDE, UPRIGHT, WIDE),
        signature=SEALED,
        imprint=Imprint(copy_to="区委办公室"),
    ),
    "wide annex last": Gongwen(title=spans("甲"), body=paragraphs("正文。"), attachments=(WIDE,)),
    "wide body": Gongwen(title=spans("任务清单"), body=(PLAIN_TABLE, TABLE), landscape=True, imprint=IMPRINT),
    "wide body, upright annex": Gongwen(
        title=spans("任务清单"), body=(PLAIN_TABLE,), landscape=True, attachments=(UPRIGHT,)
    ),
    "enclosure": Gongwen(
        title=spans("关于印发《要点》的通知"),
        issuer_mark="海曙区淘汰落后产能和整治提升低散乱企业作坊工作领导小组办公室文件",
        doc_number="××〔2020〕××号",
        addressees=spans("各单位"),
        body=paragraphs("现印发给你们。"),
        signature=Signature(
            "海曙区淘汰落后产能和整治提升低散乱企业作坊工作领导小组办公室", "2020年4月5日", sealed=True
        ),
        enclosure=Enclosure(spans("要点"), (*HEADINGS, PLAIN_TABLE), (UPRIGHT, WIDE)),
        imprint=IMPRINT,
    ),
    "wide body, enclosure": Gongwen(
        title=spans("甲"), body=(PLAIN_TABLE,), landscape=True, enclosure=Enclosure(spans("乙"), paragraphs("丙。"))
    ),
    "table last": Gongwen(title=spans("甲"), body=(*paragraphs("正文。"), PLAIN_TABLE)),
    "upward, urgent, secret": Gongwen(
        title=spans("关于申请甲的请示"),
        copy_number="000012",
        secrecy="秘密★1年",
        urgency="特急",
        issuer_mark=MARK,
        doc_number=NUMBER,
        signers=("张三", "李四", "欧阳五"),
        addressees=spans("区人民政府"),
        body=paragraphs("正文。"),
        signature=SEALED,
        annotation="联系人：××，电话：××",
        imprint=IMPRINT,
    ),
    "joint": Gongwen(
        title=spans("关于甲的通知"),
        urgency="加急",
        issuer_mark="宁波市海曙区经济和信息化局文件",
        joint_issuers=("宁波市生态环境局海曙分局", "海曙区应急管理局"),
        doc_number=NUMBER,
        addressees=spans("各单位"),
        body=paragraphs("正文。"),
        signature=Signature(
            "海曙区经济和信息化局",
            "2020年4月20日",
            True,
            ("宁波市生态环境局海曙分局", "海曙区应急管理局", "海曙区农业农村局"),
        ),
        imprint=IMPRINT,
    ),
    "joint, unsealed": Gongwen(
        title=spans("关于甲的通知"),
        issuer_mark=MARK,
        joint_issuers=("区应急局",),
        body=paragraphs("正文。"),
        signature=Signature("海曙区工强办", "2020年4月20日", False, ("区应急局",)),
    ),
    "letter": Gongwen(
        title=spans("关于商请甲的函"),
        form="letter",
        copy_number="000012",
        secrecy="秘密",
        urgency="特急",
        issuer_mark="宁波市海曙区经济和信息化局",
        doc_number="海经信函〔2020〕1号",
        addressees=spans("高桥镇人民政府"),
        body=paragraphs(*["正文，" * 60] * 5),
        attachments=(UPRIGHT, WIDE),
        signature=SEALED,
        imprint=Imprint(copy_to="区委办公室"),
    ),
    "letter, plain": Gongwen(
        title=spans("关于商请甲的函"),
        form="letter",
        issuer_mark="海曙区淘汰落后产能和整治提升低散乱企业作坊工作领导小组办公室",
        doc_number="海工强函〔2020〕1号",
        body=paragraphs("正文。"),
        signature=UNSEALED,
    ),
    "order": Gongwen(
        title=spans("海曙区人民政府令"),
        form="order",
        issuer_mark="宁波市海曙区人民政府令",
        doc_number="第1号",
        body=paragraphs("现予公布。"),
        signature=Signature("", "2020年4月20日", False, post="区长"),
    ),
    "minutes": Gongwen(
        title=spans("工作推进会议纪要"),
        form="minutes",
        issuer_mark="海曙区工强办专题会议纪要",
        doc_number="〔2020〕1号",
        body=paragraphs("会议指出。"),
        attachments=(UPRIGHT,),
        attendance=(Attendance("出席", "区工强办甲，" * 8), Attendance("请假", "乙"), Attendance("列席", "丙")),
        imprint=IMPRINT,
    ),
    "long names, unsealed": Gongwen(
        title=spans("甲" * 60),
        body=paragraphs("正文。"),
        signature=Signature("海曙区工强办", "2020年××月××日", sealed=False),
        annotation="联系人：××",
        imprint=Imprint("、".join(["海曙区人民政府办公室"] * 12), "海曙区工强办", "2020年××月××日"),
    ),
}
"""Every element, sealed and not, upright and across, short and too long."""


def sample() -> Iterator[tuple[str, str, Gongwen]]:
    """Every document of the sample as (kind, file, tree)."""
    for draft in Renderer(load(HAISHU), [TEMPLATES]).drafts():
        yield draft.entry.id, draft.file, parse(draft.text, draft.file)


def others() -> Iterator[tuple[str, Gongwen]]:
    """The first document of every entry of the other campaigns, as (file, tree)."""
    for name in ("huzhou", "tianjin-2020"):
        seen = set()
        for draft in Renderer(load(HAISHU.parent / name), [TEMPLATES]).drafts():
            if draft.entry.id not in seen:
                seen.add(draft.entry.id)
                yield draft.file, parse(draft.text, draft.file)
