"""One fault at a time: exactly the broken clause fails, and nothing else that had passed changes."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import NamedTuple

import pytest

from lowcapdocs.inspect.report import Report
from tests.inspect.edits import (
    DOCUMENT,
    Edit,
    Root,
    W,
    attribute,
    cut,
    edited,
    failed,
    insert,
    inspected,
    outcomes,
    paint,
    paragraph,
    retype,
    shape,
    style,
    xml,
)
from tests.inspect.good import TREES, good

STYLES, SETTINGS = "word/styles.xml", "word/settings.xml"
SONG = '<w:rFonts w:eastAsia="宋体"/>'
SIZE_4, SIZE_SMALL_3 = '<w:sz w:val="28"/>', '<w:sz w:val="30"/>'
HEADING_2 = '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>（一）工作背景</w:t></w:r></w:p>'
HEADING_4 = '<w:p><w:pPr><w:pStyle w:val="Heading4"/></w:pPr><w:r><w:t>（1）查证照</w:t></w:r></w:p>'
LEFT = '<w:jc w:val="left"/>'
TITLE, ANNEX_1, LABEL_1 = "关于印发海曙区", "目标任务分解表", "附件1"


class Fault(NamedTuple):
    """A fault of a document and the clause that it breaks; `clause` is empty for what only looks like one."""

    clause: str
    what: str
    edit: Edit
    ground: str = "notice"
    part: str = DOCUMENT


def both(*edits: Edit) -> Edit:
    return lambda root: [edit(root) for edit in edits] and None


def retype_title(*lines: str) -> Edit:
    """The title set anew, its lines broken by hand."""

    def edit(root: Root) -> None:
        title = paragraph(root, TITLE)
        for each in title.findall(f"{W}r"):
            title.remove(each)
        broken = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines)
        title.append(xml(f"<w:r>{broken}</w:r>"))

    return edit


def left_of(root: Root, start: str, which: int) -> int:
    """The left indent of a paragraph."""
    return int(paragraph(root, start, which).find(f"{W}pPr/{W}ind").get(f"{W}left"))


def under_signature(root: Root) -> None:
    """The date set four characters right of the signature."""
    shape(f'<w:ind w:left="{left_of(root, "海曙区工强办", 1) + 1260}"/>', start="2020年4月20日")(root)


def swap(first: str, second: str) -> Edit:
    return lambda root: paragraph(root, first).addprevious(paragraph(root, second))


def to_end(text: str) -> Edit:
    """A paragraph behind everything else."""
    return lambda root: root[0][-1].addprevious(xml(text))


def footers_everywhere(root: Root) -> None:
    """The footers of the first section in every section."""
    first, *others = root.iter(f"{W}sectPr")
    for section in others:
        for old in section.findall(f"{W}footerReference"):
            section.remove(old)
        for each in reversed(first.findall(f"{W}footerReference")):
            section.insert(0, deepcopy(each))


def widen_inner_rule(root: Root) -> None:
    attribute("w:tcBorders/w:bottom", "sz", "12", which=0)(root)
    attribute("w:tcBorders/w:top", "sz", "12", which=1)(root)


FAULTS = (
    Fault("P2", "信纸", attribute("w:pgSz", "h", "15840", which=0)),
    Fault("P3", "上边距2.54厘米", attribute("w:pgMar", "top", "1440", which=0)),
    Fault("P3", "左右边距都是26毫米", both(attribute("w:pgMar", "left", "1474", 0), attribute("w:pgMar", "right", "1588", 0))),
    Fault("P3", "上边距用33476.2的，下边距用9704的", attribute("w:pgMar", "top", "1960", which=0)),
    Fault("P4", "正文用宋体", paint(SONG, start="为做好2020年度")),
    Fault("P4", "正文用小三号", paint(SIZE_SMALL_3, start="为做好2020年度")),
    Fault("P4", "主送机关用黑体", paint('<w:rFonts w:eastAsia="SimHei"/>', start="各镇（乡）")),
    Fault("P4", "成文日期用4号", paint(SIZE_4, start="2020年4月20日"), "letter"),
    Fault("P4", "发文字号用楷体", paint('<w:rFonts w:eastAsia="楷体_GB2312"/>', start="海工强办〔2020〕")),
    Fault("P5", "行距30磅", style("Normal", "pPr", '<w:spacing w:line="600" w:lineRule="exact"/>'), part=STYLES),
    Fault("P5", "行距26磅", style("Normal", "pPr", '<w:spacing w:line="520" w:lineRule="exact"/>'), part=STYLES),
    Fault("P5", "字距加宽1磅", style("GwBody", "rPr", '<w:spacing w:val="20"/>'), part=STYLES),
    Fault("P6", "正文一处蓝字", paint('<w:color w:val="0000FF"/>', start="为做好2020年度")),
    Fault("P6", "表格里红字", paint('<w:color w:val="FF0000"/>', start="甲镇")),
    Fault("P6", "灰色附注", paint('<w:color w:val="7F7F7F"/>', start="（此件公开发布）")),
    Fault("P10", "版记后面还有文字", to_end("<w:p><w:r><w:t>打字：甲　校对：乙</w:t></w:r></w:p>"), "minutes"),
    Fault("H1", "份号五位", retype("000012", "00012"), "request"),
    Fault("H1", "份号缩进", shape('<w:ind w:firstLine="640"/>', start="000012"), "request"),
    Fault("H1", "份号4号", paint(SIZE_4, start="000012"), "request"),
    Fault("H2", "星号不对", retype("秘密★1年", "秘密☆1年"), "request"),
    Fault("H2", "期限用汉字", retype("秘密★1年", "秘密★一年"), "request"),
    Fault("H2", "密级用仿宋", paint('<w:rFonts w:eastAsia="仿宋"/>', start="秘密"), "request"),
    Fault("H3", "写作紧急", retype("特急", "紧急"), "request"),
    Fault("H3", "紧急程度用宋体", paint(SONG, start="特急"), "request"),
    Fault("H3", "紧急程度排在密级之上", swap("秘密", "特急"), "request"),
    Fault("H4", "标志黑色", paint('<w:color w:val="000000"/>', start="海曙区工强办文件")),
    Fault("H4", "标志居左", shape(LEFT, start="海曙区工强办文件")),
    Fault("H4", "标志太高", shape('<w:spacing w:before="300" w:line="1200" w:lineRule="exact"/>', start="海曙区工强办文件")),
    Fault("H4", "标志太低", shape('<w:spacing w:before="3000" w:line="1200" w:lineRule="exact"/>', start="海曙区工强办文件")),
    Fault("H5", "方括号", retype("〔2020〕1号", "[2020]1号")),
    Fault("H5", "加第字", retype("〔2020〕1号", "〔2020〕第1号")),
    Fault("H5", "虚位", retype("〔2020〕1号", "〔2020〕01号")),
    Fault("H5", "年份两位", retype("〔2020〕1号", "〔20〕1号")),
    Fault("H5", "标志下只空一行", cut("海工强办〔2020〕", blanks_above=1)),
    Fault("H5", "文号居左", shape(LEFT, start="海工强办〔2020〕")),
    Fault("H6", "半角冒号", retype("签发人：", "签发人:"), "request"),
    Fault("H6", "姓名用仿宋", paint('<w:rFonts w:eastAsia="仿宋"/>', start="　海工强办〔2020〕"), "request"),
    Fault("H6", "请示没有签发人", both(retype("签发人：", ""), retype("张三", "")), "request"),
    Fault("H7", "黑线", style("GwNumber", "pPr", '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="000000"/></w:pBdr>'), part=STYLES),
    Fault("H7", "没有红线", style("GwNumber", "pPr", '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>'), part=STYLES),
    Fault("H7", "红线离文字太远", style("GwNumber", "pPr", '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="24" w:color="FF0000"/></w:pBdr>'), part=STYLES),
    Fault("H7", "红线比版心窄", shape('<w:ind w:left="600" w:right="600"/>', start="海工强办〔2020〕")),
    Fault("B1", "标题用宋体", paint(SONG, start=TITLE)),
    Fault("B1", "标题小二号", paint('<w:sz w:val="36"/>', start=TITLE)),
    Fault("B1", "标题居左", shape(LEFT, start=TITLE)),
    Fault("B1", "标题首行缩进", shape('<w:ind w:firstLineChars="200" w:firstLine="880"/>', start=TITLE)),
    Fault("B1", "红线下只空一行", cut(TITLE, blanks_above=1)),
    Fault("B1", "中间行最短", retype_title("关于印发海曙区淘汰落后产能", "工作方案", "的通知及有关任务分解安排")),
    Fault("B1", "末行只有一个字", lambda root: paragraph(root, TITLE).append(xml("<w:r><w:br/><w:t>甲</w:t></w:r>"))),
    Fault("B2", "半角冒号", retype("：", ":")),
    Fault("B2", "没有冒号", lambda root: paragraph(root, "各镇（乡）").remove(paragraph(root, "各镇（乡）")[-1])),
    Fault("B2", "主送机关缩进", shape('<w:ind w:firstLineChars="200" w:firstLine="640"/>', start="各镇（乡）")),
    Fault("B2", "标题下没有空行", cut("各镇（乡）", blanks_above=1)),
    Fault("B3", "没有首行缩进", shape('<w:ind w:firstLineChars="0" w:firstLine="0"/>', start="为做好2020年度")),
    Fault("B3", "缩进420", shape('<w:ind w:firstLineChars="0" w:firstLine="420"/>', start="为做好2020年度")),
    Fault("B3", "整段左缩进", shape('<w:ind w:left="640" w:firstLineChars="0" w:firstLine="0"/>', start="为做好2020年度")),
    Fault("B4", "第一层用宋体", paint(SONG, start="一、总体要求")),
    Fault("B4", "第二层用仿宋", both(*[paint('<w:rFonts w:eastAsia="仿宋"/>', start="（一）摸清底数。", run=at) for at in (0, 1)])),
    Fault("B4", "第一层用小三号", paint(SIZE_SMALL_3, start="一、总体要求")),
    Fault("B4", "序数跳号", retype("二、", "三、")),
    Fault("B4", "同一序数用两次", retype("（二）", "（一）")),
    Fault("B4", "右括号后加顿号", retype("（二）", "（二）、")),
    Fault("B4", "第三层用顿号", retype("1.", "1、")),
    Fault("B4", "第二层在第一层之上", insert(HEADING_2, before="一、总体要求")),
    Fault("B4", "第四层在第三层之上", insert(HEADING_4, before="1.建立清单")),
    Fault("B6", "名称后加句号", retype("有关说明", "有关说明。")),
    Fault("B6", "正文下没有空行", cut("附件：", blanks_above=1)),
    Fault("B6", "顶格", shape('<w:ind w:left="0" w:firstLine="0"/>', start="附件：")),
    Fault("B7", "署名偏左", shape('<w:ind w:left="1200"/>', start="海曙区工强办", which=1)),
    Fault("B7", "日期右空二字", both(
        shape('<w:ind w:left="0" w:right="640"/>', '<w:jc w:val="right"/>', start="2020年4月20日"),
        shape('<w:ind w:left="0" w:right="800"/>', '<w:jc w:val="right"/>', start="海曙区工强办", which=0)), "letter"),
    Fault("B9", "日期右移四字", under_signature, "request"),
    Fault("B11", "没有这一天", retype("2020年4月20日", "2020年4月31日")),
    Fault("B11", "月份虚位", retype("2020年4月20日", "2020年04月20日")),
    Fault("B12", "写此页无正文", insert('<w:p><w:pPr><w:pStyle w:val="GwBody"/></w:pPr><w:r><w:t>（此页无正文）</w:t></w:r></w:p>', before="二、重点任务")),
    Fault("B13", "附注没有括号", retype("（此件公开发布）", "此件公开发布")),
    Fault("B13", "附注顶格", shape('<w:ind w:firstLineChars="0" w:firstLine="0"/>', start="（此件公开发布）")),
    Fault("B14", "附件后加冒号", retype("附件1", "附件1：")),
    Fault("B14", "附件用宋体", paint(SONG, start=LABEL_1)),
    Fault("B14", "附件没有另起一页", shape('<w:pageBreakBefore w:val="0"/>', start=LABEL_1)),
    Fault("B14", "附件标题不一致", retype("目标任务分解表", "任务分解表", which=1)),
    Fault("B14", "附件标题居左", shape(LEFT, start=ANNEX_1)),
    Fault("B14", "附件标题在第二行", cut(ANNEX_1, blanks_above=1)),
    Fault("B14", "附件右对齐", shape('<w:jc w:val="right"/>', start=LABEL_1)),
    Fault("B14", "附件序号不对", retype("附件3", "附件4")),
    Fault("K1", "中间的分隔线更粗", widen_inner_rule),
    Fault("K1", "没有末条分隔线", attribute("w:tcBorders/w:bottom", "val", "nil", which=1)),
    Fault("K2", "抄送没有句号", retype("区政协办公室。", "区政协办公室")),
    Fault("K2", "抄送用3号", paint('<w:sz w:val="32"/>', start="抄送：")),
    Fault("K2", "抄送没有空一字", shape('<w:ind w:left="840" w:hanging="840" w:right="280"/>', start="抄送：")),
    Fault("K3", "印发日期用汉字", retype("2020年4月21日印发", "二〇二〇年四月二十一日印发")),
    Fault("K3", "印发机关用黑体", paint('<w:rFonts w:eastAsia="黑体"/>', start="海曙区工强办2020年4月21日")),
    Fault("K3", "印发机关顶格", shape('<w:ind w:left="0"/>', start="海曙区工强办2020年4月21日")),
    Fault("N1", "短横线", both(retype("— ", "- "), retype(" —", " -")), part="word/footer1.xml"),
    Fault("N1", "页码用小五号", style("Footer", "rPr", '<w:sz w:val="18"/>'), part=STYLES),
    Fault("N1", "页码用 Times New Roman", style("Footer", "rPr", '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'), part=STYLES),
    Fault("N2", "单页居中", shape('<w:jc w:val="center"/>', start="— "), part="word/footer1.xml"),
    Fault("N2", "单页不空一字", shape('<w:ind w:rightChars="0" w:right="0"/>', start="— "), part="word/footer1.xml"),
    Fault("N2", "双页居右", shape('<w:ind w:right="280"/>', '<w:jc w:val="right"/>', start="— "), part="word/footer2.xml"),
    Fault("N2", "奇偶页相同", lambda root: root.remove(root.find("{*}evenAndOddHeaders")), part=SETTINGS),
    Fault("N4", "附件重新编页", lambda root: list(root.iter("{*}sectPr"))[1].append(xml('<w:pgNumType w:start="1"/>'))),
    Fault("T1", "横排页边距没有转", attribute("w:pgMar", "left", "1587", which=1)),
    Fault("T2", "横排页的页码在页脚", footers_everywhere),
    Fault("Q1-1", "数值用短横线", retype("25～30家", "25-30家")),
    Fault("Q1-1", "年份用浪纹线", retype("2020—2022年", "2020～2022年")),
    Fault("Q1-1", "百分号只写一次", retype("3%～5%", "3～5%")),
    Fault("Q1-2", "全角数字", retype("30家", "３０家")),
    Fault("Q1-3", "月份虚位", retype("按月调度", "06月底前")),
    Fault("Q1-4", "书名号之间用顿号", retype("《关于推进落后产能淘汰的意见》", "《甲》、《乙》")),
    Fault("Q1-5", "引用文号用圆括号", retype("甬政办发〔2019〕12号", "甬政办发(2019)12号")),
    Fault("Q1-6", "独立标题末尾加句号", retype("总体要求", "总体要求。")),
    Fault("Q1-6", "纪要标题加句号", retype("推进会议纪要", "推进会议纪要。"), "minutes"),
    Fault("Q1-7", "半角逗号", retype("逐项分解任务，", "逐项分解任务,")),
    Fault("Q1-7", "半角括号", retype("（甬政办发〔2019〕12号）", "(甬政办发〔2019〕12号)")),
    Fault("L1", "信函标志黑色", style("GwMark", "rPr", '<w:color w:val="000000"/>'), "letter", STYLES),
    Fault("L2", "上双线上细下粗", attribute("w:pBdr/w:bottom", "val", "thinThickSmallGap"), "letter"),
    Fault("L2", "双线黑色", attribute("w:pBdr/w:bottom", "color", "000000"), "letter"),
    Fault("L3", "文号居左", attribute("w:tabs/w:tab", "pos", "4000", which=0), "letter"),
    Fault("L4", "首页显示页码", lambda root: root.find(".//{*}titlePg").getparent().remove(root.find(".//{*}titlePg")), "letter"),
    Fault("O1", "令号居左", shape(LEFT, start="第1号"), "order"),
    Fault("O1", "标志黑色", style("GwMark", "rPr", '<w:color w:val="000000"/>'), "order", STYLES),
    Fault("M1", "出席用仿宋", paint('<w:rFonts w:eastAsia="仿宋"/>', start="出席：", run=0), "minutes"),
    Fault("M1", "标志黑色", style("GwMark", "rPr", '<w:color w:val="000000"/>'), "minutes", STYLES),
)  # fmt: skip


@cache
def outcomes_of(ground: str) -> dict[str, str]:
    """The outcomes of a good document."""
    return outcomes(inspected(good(ground)))


@cache
def report_on(fault: Fault) -> Report:
    """The report on a document with one fault."""
    return inspected(edited(good(fault.ground), fault.edit, fault.part))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.clause} {fault.what}")
def test_one_fault_breaks_one_clause(fault: Fault) -> None:
    before = outcomes_of(fault.ground)
    report = report_on(fault)
    after = outcomes(report)
    assert {fault.clause} == failed(report), [each.text for each in report.lines() if each.outcome == "failed"]
    assert "failed" != before[fault.clause]
    assert {each: "passed" for each in before if before[each] == "passed" and each != fault.clause} == {
        each: after[each] for each in before if before[each] == "passed" and each != fault.clause
    }


def test_every_clause_that_passes_somewhere_is_broken_somewhere() -> None:
    """No rule can only pass."""
    passed = {clause for name in TREES for clause, outcome in outcomes_of(name).items() if outcome == "passed"}
    assert set() == passed - {fault.clause for fault in FAULTS}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.clause} {fault.what}")
def test_a_fault_says_what_is_expected_and_how_to_mend_it(fault: Fault) -> None:
    report = report_on(fault)
    faults = [each for line in report.lines() for each in line.faults]
    assert all(each.expected and each.found and each.place and each.remedy for each in faults)
