"""What must not be blamed, and what must: unknown values, things that only look wrong, Word's own defaults."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.inspect.edits import failed, inspected
from tests.inspect.handmade import CENTER, LONG, Sheet, run
from tests.inspect.test_handmade import NOTICE, TEXT, judged


def test_unknown_numbers_and_dates_are_not_blamed() -> None:
    sheet = Sheet()
    sheet.head("海政办发〔2024〕××号")
    sheet.title("关于做好整治提升工作的通知")
    sheet.addressees()
    sheet.body()
    sheet.sign(date="2024年××月××日")
    sheet.page_numbers()
    judged(sheet.bytes(), (NOTICE | TEXT) - {"B7", "B11", "B13", "K1", "K2", "K3"})


def test_words_own_defaults_are_told_in_full() -> None:
    """What Word gives who sets nothing: 五号 Calibri and 宋体, 31.7 mm at the sides, no number."""
    from docx import Document

    document: Any = Document()
    document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    document.styles["Normal"].font.size = Pt(10.5)
    title = document.add_paragraph()
    title.alignment = CENTER
    run(title, "关于做好工作的通知", "黑体", 18)
    document.add_paragraph("各镇人民政府:")
    document.add_paragraph(LONG)
    document.add_paragraph("海曙区人民政府")
    document.add_paragraph("2024.05.06")
    target = io.BytesIO()
    document.save(target)
    assert {"P2", "P3", "P4", "B1", "B2", "B3", "N1"} <= failed(inspected(target.getvalue()))


FALSE_ALARMS = (
    "联系电话0574-87654321，传真0574-12345678，邮编315000。",
    "按照GB/T 9704-2012、DB33/T 2022-1的要求执行，型号为X-100。",
    "会议定于9:30开始，比分为3:2，网址为https://example.com/a,b。",
    "《甲办法》（甬政〔2019〕1号）、《乙办法》分别于2019年1月1日和2020年1月1日施行。",
    "“低散乱”“散乱污”企业（作坊）共1.25万家，其中规上企业300家。",
    "本办法自2020年1月1日起施行，适用期3年5个月。",
    "一些单位、二是企业、三亩土地分别登记。",
    "能耗下降3%～5%，13万元～17万元，2020—2022年，5—10家。",
    "3.5万吨和10.25公顷分别核减，100-200#厂房拆除。",
    "企业ABC,Inc.已停产(see note)，C++等不计。",
    "上午8:30在A-1会议室，邮箱gongqiang.b@haishu.gov.cn；见图2-1个体工商户分布。",
    'See the annex, please: it\'s "ready" (1); call 8:30, or write.',
    "浓度0.35，比例1:2，代码91330203-AB,C；海工强办〔2020〕××号，中国人民银行令〔2020〕第5号。",
)


@pytest.mark.parametrize("text", FALSE_ALARMS)
def test_what_only_looks_wrong_is_not_blamed(text: str) -> None:
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    sheet.text(text)
    sheet.text(LONG)
    sheet.page_numbers()
    report = inspected(sheet.bytes())
    assert set() == failed(report), [line.text for line in report.lines() if line.outcome == "failed"]


SLIPS = {
    "Q1-1": ("整治25-30家企业", "63-68%的企业", "投资9～16亿元", "抽取10-20名职工", "1-6月完成"),
    "Q1-2": ("完成２８家", "下降3．5%"),
    "Q1-3": ("06月底前完成", "2020年06月完成", "20年4月起施行", "二○二〇年度"),
    "Q1-5": ("根据浙政发[2021]31号文件", "根据浙政发(2021)31号文件"),
    "Q1-7": (
        "淘汰落后产能;整治提升",
        "淘汰落后产能, 整治提升",
        "企业(作坊)整治",
        "下降3.5%,超额完成",
        '整治"低散乱"企业',
    ),
}


@pytest.mark.parametrize(("clause", "text"), [(clause, text) for clause, texts in SLIPS.items() for text in texts])
def test_a_slip_in_the_text_is_told_with_its_clause(clause: str, text: str) -> None:
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    sheet.text(f"{text}，各单位抓好落实。")
    sheet.page_numbers()
    assert {clause} == failed(inspected(sheet.bytes()))


def test_every_slip_is_told_in_the_one_line_of_its_clause() -> None:
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    sheet.text("整治25-30家,06月底前完成5-6家;其余7-9家另行安排。")
    sheet.text("淘汰1-2家。")
    sheet.page_numbers()
    told = {line.clause.id: line.text for line in inspected(sheet.bytes()).lines() if line.faults}
    assert {"Q1-1", "Q1-3", "Q1-7"} == told.keys()
    assert "“25-30家”（第2段）、“5-6家”（第2段）、“7-9家”（第2段）、“1-2家”（第3段）等4处" in told["Q1-1"]
    assert "“家,”（第2段）、“家;”（第2段）等2处" in told["Q1-7"]
    assert all("\n" not in line for line in told.values())


def test_of_very_many_slips_the_first_are_told_and_all_counted() -> None:
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    for number in range(1, 31):
        sheet.text(f"淘汰{number}-{number + 1}家。")
    sheet.page_numbers()
    [line] = [line for line in inspected(sheet.bytes()).lines() if line.faults]
    assert "等30处" in line.text
    assert 8 == line.text.count("（第")
