"""Good documents of every form, made by our own writer: the ground on which single faults are put."""

from __future__ import annotations

from functools import lru_cache

from lowcapdocs.gongwen.elements import Attachment, Attendance, Gongwen, Heading, Imprint, Paragraph, Signature, Table
from lowcapdocs.gongwen.elements import Row as TableRow
from lowcapdocs.word.writer import Writer
from tests.word.trees import cells, paragraphs, spans

_LONG = "全区各有关单位要把淘汰落后产能和整治提升工作摆在突出位置，逐项分解任务，明确责任，按月调度，确保完成年度目标。"
_SEALED = Signature("海曙区工强办", "2020年4月20日", sealed=True)
_IMPRINT = Imprint("区委办公室，区人大办公室，区政协办公室", "海曙区工强办", "2020年4月21日")
_TABLE = Table(header=(cells("单位", "数"),), rows=(TableRow(cells("甲镇", "3")),), aligns=("left", "right"))
_BODY = (
    *paragraphs(
        "为做好2020年度工作，根据《关于推进落后产能淘汰的意见》（甬政办发〔2019〕12号），现将有关事项通知如下。" + _LONG
    ),
    Heading(1, "一、", spans("总体要求")),
    *paragraphs(_LONG),
    Heading(1, "二、", spans("重点任务")),
    Heading(2, "（一）", spans("摸清底数。"), spans(_LONG)),
    Heading(3, "1.", spans("建立清单。"), spans(_LONG)),
    Heading(3, "2.", spans("逐户核实。"), spans(_LONG)),
    Heading(4, "（1）", spans("查证照。"), spans(_LONG)),
    Heading(2, "（二）", spans("分类处置。"), spans("能耗下降3%～5%，2020—2022年整治提升25～30家。" + _LONG)),
)
_ANNEXES = (
    Attachment(spans("目标任务分解表"), (_TABLE,)),
    Attachment(spans("重点任务清单"), (*paragraphs(_LONG), _TABLE), landscape=True),
    Attachment(spans("有关说明"), paragraphs(_LONG)),
)
NOTICE = Gongwen(
    title=spans("关于印发海曙区2020年度淘汰落后产能和整治提升低散乱企业作坊工作方案的通知"),
    issuer_mark="海曙区工强办文件",
    doc_number="海工强办〔2020〕1号",
    addressees=spans("各镇（乡）人民政府、街道办事处，区级有关部门"),
    body=_BODY,
    attachments=_ANNEXES,
    signature=_SEALED,
    annotation="此件公开发布",
    imprint=_IMPRINT,
)
REQUEST = Gongwen(
    title=spans("关于申请专项资金的请示"),
    copy_number="000012",
    secrecy="秘密★1年",
    urgency="特急",
    issuer_mark="海曙区工强办文件",
    doc_number="海工强办〔2020〕2号",
    signers=("张三",),
    addressees=spans("区人民政府"),
    body=(Paragraph(spans(_LONG)), Paragraph(spans("妥否，请批示。"))),
    attachments=(Attachment(spans("资金测算表"), (_TABLE,)),),
    signature=Signature("海曙区工强办", "2020年4月20日", sealed=False),
    annotation="联系人：甲，电话：0574-87654321",
    imprint=Imprint(printer="海曙区工强办", print_date="2020年4月21日"),
)
LETTER = Gongwen(
    title=spans("关于商请协助核查企业的函"),
    form="letter",
    issuer_mark="宁波市海曙区经济和信息化局",
    doc_number="海经信函〔2020〕1号",
    addressees=spans("高桥镇人民政府"),
    body=paragraphs(*[_LONG] * 3),
    signature=_SEALED,
    imprint=Imprint("区委办公室"),
)
ORDER = Gongwen(
    title=(),
    form="order",
    issuer_mark="宁波市海曙区人民政府令",
    doc_number="第1号",
    body=paragraphs("《海曙区管理办法》已经区人民政府常务会议审议通过，现予公布，自2020年5月1日起施行。"),
    signature=Signature("张三", "2020年4月20日", sealed=False, post="区长"),
)
MINUTES = Gongwen(
    title=spans("淘汰落后产能工作推进会议纪要"),
    form="minutes",
    issuer_mark="海曙区工强办专题会议纪要",
    doc_number="〔2020〕1号",
    body=paragraphs(_LONG, _LONG),
    attendance=(Attendance("出席", "甲，乙"), Attendance("列席", "丙")),
    imprint=_IMPRINT,
)
TREES = {"notice": NOTICE, "request": REQUEST, "letter": LETTER, "order": ORDER, "minutes": MINUTES}


@lru_cache(maxsize=8)
def good(name: str) -> bytes:
    """The .docx of a good document."""
    return Writer().docx(TREES[name])
