"""typography: slips in numerals and punctuation are found, and right text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.gongwen.typography import between, end_mark, large_numbers, short_names, slips

SLIPS = [
    ("text-quotes", "整治", '"低散乱"', "企业"),
    ("text-quotes", "整治", "'低散乱'", "企业"),
    ("text-quotes", "采用", '"互联网+"', "模式"),
    ("text-halfwidth", "企", "业(作坊)", "整治"),
    ("text-halfwidth", "淘汰落后产", "能,", "整治提升"),
    ("text-halfwidth", "联系", "人:", "张三"),
    ("text-halfwidth", "完成3", "家.", "下一步"),
    ("text-halfwidth", "挥发性有机", "物(VOCs)", ""),
    ("text-halfwidth", "企业", "（作坊)", "整治"),
    ("text-halfwidth", "淘汰落后产", "能;", " 整治提升"),
    ("text-halfwidth", "下降3.5", "%,", "超额完成"),
    ("text-fullwidth", "完成", "２８", "家"),
    ("text-fullwidth", "下降", "3．", "5%"),
    ("year-form", "", "20年4月", "起"),
    ("year-form", "", "20年底前", "完成"),
    ("year-form", "", "二○二〇年", "度"),
    ("year-form", "", "二O二O年", "四月"),
    ("year-form", "", "零五年", "度"),
    ("date-zero", "2020", "年06月", "底前"),
    ("date-zero", "于", "06月", "底前完成"),
    ("date-zero", "6", "月05日", "前"),
    ("range-percent", "完成", "63～68%", ""),
    ("range-percent", "完成", "63-68%", ""),
    ("range-unit", "投资", "9～16亿", "元"),
    ("range-mark", "淘汰", "25-30家", ""),
    ("range-mark", "淘汰", "25—30家", ""),
    ("range-mark", "淘汰", "25~30家", ""),
    ("range-mark", "", "63%-68%", ""),
    ("range-mark", "抽取", "10-20名", "职工"),
    ("range-mark", "", "2021-2023年", "三年"),
    ("range-mark", "", "2021～2023年", "三年"),
    ("range-mark", "", "1-6月", "完成"),
    ("number-cited", "浙政", "发[2021]31号", "文件"),
    ("number-cited", "浙政", "发(2021)31号", "文件"),
    ("number-cited", "浙政", "发（2021）31号", "文件"),
    ("number-cited", "浙政发", "〔2021〕第31号", "文件"),
    ("number-cited", "浙政发", "〔2021〕031号", "文件"),
    ("citation-order", "根据浙政发", "〔2021〕31号《", "关于甲的通知》"),
    ("citation-order", "《关于甲的通知", "》浙政发〔2021〕31号", ""),
    ("enumeration-mark", "《甲", "》、《", "乙》"),
    ("enumeration-mark", "“甲", "”、“", "乙”"),
    ("mark-doubled", "完成", "。。", ""),
    ("mark-doubled", "完成", "，。", ""),
    ("ellipsis-form", "铸造、建材", "...", ""),
    ("ellipsis-form", "铸造、建材", "…", "等"),
    ("numeral-mark", "按照", "（一）、", "排查"),
    ("number-grouped", "", "1,200", "家"),
    ("unit-legal", "共", "1200亩", ""),
]

RIGHT = [
    "详见https://www.haishu.gov.cn/art/2020/4/1/art_1-2.html，邮箱a.b@c.gov.cn。",
    "根据《关于甲的通知》（浙政发〔2021〕31号）和浙政发〔2021〕32号，",
    "根据《甲》和浙政发〔2021〕31号要求",
    "产品A-1、HX-25型、Y2-160M2台",
    "See the list, please: \"A\" (1). It's fine...",
    "浓度为0.35，比例1:2，时间9:00—11:30，上午9:00",
    "2020-04-20",
    "GB/T 9704-2012、GB 16297-1996和DB33/T 310001—2020",
    "电话：0574-87123456，手机138-1234-5678，400-800-1234",
    "25～30家，63%～68%，9亿～16亿元，2021—2023年，3—5月，5—10日",
    "10年来，20年前，未来5年，10年期，工龄满30年",
    "“绿剑·卫蓝”“绿剑·护水”等专项",
    "《甲》（2019年本）、《乙》",
    "《甲》和《乙》、“丙”",
    "区工强办（以下简称“区工强办”）",
    "6月30日前、11月底前、2020年10月",
    "PM2.5和VOCs企业，13家以上",
    "1.2万家，12,000家，1200家",
    "（甲〔乙〕丙）",
    "（2020）浙0203民初1号判决",
    "第3—5条，第3-5条，第一至三条",
    "1）甲；2）乙；a）丙",
    "一）甲",
    "二三年时间，三四家，八九年",
    "淘汰5\"管和6\"管",
    "亩均论英雄，亩产效益，每亩",
    "中山西路12-14号3-2室",
    "“违规新增钢铁产能、已退出产能死灰复燃、生产销售地条钢”三条红线",
    "海工强办〔2020〕××号，××〔2020〕××号",
    "铸造、建材……",
    "-5℃～40℃",
    "3-5",
    "A(B)",
    "国家16部委（2019年本）",
    "序号1-1、1-2",
    "版本v1.0-2",
    "（一）总体要求；（二）重点任务",
    "①甲；②乙",
    "500-1000kV",
    "成文日期：2020年4月5日",
    "图2-1个体工商户分布，附表3-1项目清单",
    "中国人民银行令〔2020〕第5号",
    "联系人A,B,C",
    "/",
    "",
]  # fmt: skip


@pytest.mark.parametrize(("code", "before", "slip", "after"), SLIPS, ids=str)
def test_a_slip_is_told_with_the_words_it_stands_in(code: str, before: str, slip: str, after: str) -> None:
    found = slips(before + slip + after)
    assert [code] == [each.code for each in found]
    assert slip in found[0].excerpt
    assert found[0].message
    assert found[0].remedy


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_is_left_alone(text: str) -> None:
    assert () == slips(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("bracket-nested", "（甲（乙）丙）"),
        ("bracket-nested", "(a（乙）c)"),
        ("bracket-hexagonal", "企业〔作坊〕整治"),
        ("bracket-unpaired", "企业（作坊整治"),
        ("bracket-unpaired", "企业作坊）整治"),
        ("bracket-unpaired", "执行《目录的规定"),
    ],
)
def test_brackets_are_paired_and_nested_as_they_should(code: str, text: str) -> None:
    assert code in [slip.code for slip in slips(text)]


@given(st.text(max_size=80) | st.text(alphabet="（）《》〔〕()\"'0129年月家%-～—、。“”甲A,.", max_size=60))
def test_whatever_the_text_each_slip_quotes_it(text: str) -> None:
    for slip in slips(text):
        assert all(
            part in text.translate(str.maketrans("()", "（）")) or part in text for part in slip.excerpt.split("…")
        )


@given(st.text(alphabet="一二三甲乙丙的了和落后产能整治提升，。、；：", max_size=40))
def test_words_with_single_marks_are_never_told(text: str) -> None:
    assert {slip.code for slip in slips(text)} <= {"mark-doubled"}


@pytest.mark.parametrize(
    ("before", "after", "mark"),
    [
        ("《甲》", "《乙》", ""),
        ("“甲”", "“乙”", ""),
        ("甲", "乙", "、"),
        ("《甲》", "乙", "、"),
        ("甲", "《乙》", "、"),
    ],
)
def test_no_mark_stands_between_titles_and_quotations(before: str, after: str, mark: str) -> None:
    assert mark == between(before, after)


def test_a_mark_that_was_asked_for_is_kept() -> None:
    assert "，" == between("《甲》", "《乙》", "，")


@pytest.mark.parametrize(
    ("text", "mark"), [("总体要求", ""), ("总体要求；", "；"), ("任务数:", ":"), ("（一）", ""), ("", "")]
)
def test_the_mark_at_the_end_is_named(text: str, mark: str) -> None:
    assert mark == end_mark(text)


def test_short_names_and_large_numbers_are_read() -> None:
    assert ["区工强办", "甲"] == short_names("海曙区工业强区建设领导小组办公室（以下简称“区工强办”）、（以下统称“甲”）")
    assert [("12000", "吨"), ("1.25万", "家"), ("3万", "吨标准煤")] == large_numbers(
        "12000吨、1.25万家、3万吨标准煤、2020年、1200家、12000号"
    )
