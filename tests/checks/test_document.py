"""checks.document: each rule on the tree of a document, with the line of its draft."""

from __future__ import annotations

import pytest

from lowcapdocs.checks.document import check
from lowcapdocs.draft.parse import parse
from tests.builders import draft, told

TABLE = """
| 镇街 | 数 |
| --- | --- |
| 甲 | 3 |
| 乙 | / |
| 丙 | 4.5 |
| 合计 | {} |
"""
NOTICE = {"文种": "通知", "主送": "各镇"}

CASES: dict[str, tuple[str, list[str]]] = {
    "a clean draft": (draft("正文。", **NOTICE), []),
    "a title with a stop": (draft("正文。", title="关于甲的通知。"), ["title-form 稿.md 第2行"]),
    "a title of another kind": (draft("正文。", **NOTICE, title="关于甲的通报"), ["title-form 稿.md 第2行"]),
    "a title without kind": (draft("正文。", title="甲表"), []),
    "a notice to nobody": (draft("正文。", 文种="通知"), ["addressee-missing 稿.md 第3行"]),
    "an announcement to nobody": (draft("正文。", 文种="公告", title="关于甲的公告"), []),
    "a number of wrong form": (draft("正文。", 发文字号="甲〔2020〕03号"), ["number-form 稿.md 第3行"]),
    "a number not known yet": (draft("正文。", 发文字号="甲〔2020〕××号"), []),
    "an issued document without number and date": (
        draft("正文。", 状态="已印发", 发文字号="甲〔2020〕××号", 署名="甲局"),
        ["issued-incomplete 稿.md 第4行", "issued-incomplete 稿.md 第3行"],
    ),
    "an issued document that declares what it lacks": (
        draft("正文。", 状态="已印发", 发文字号="甲〔2020〕××号", 署名="甲局", 待补="发文字号、成文日期"),
        [],
    ),
    "an order numbered as orders are": (
        draft("正文。", 格式="命令", 发文机关标志="甲区人民政府令", 发文字号="第12号"),
        [],
    ),
    "minutes numbered by meetings": (
        draft("正文。", 格式="纪要", 发文机关标志="会议纪要", 发文字号="第5期"),
        [],
    ),
    "more copies than 版记 holds": (
        draft("正文。", 抄送="甲镇人民政府，" * 120),
        ["imprint-too-long 稿.md 第3行"],
    ),
    "more addressees than 版记 holds": (
        draft("正文。", 主送="甲镇人民政府，" * 120, 文种="通知"),
        ["imprint-too-long 稿.md 第3行"],
    ),
    "many addressees and copies that fit": (
        draft("正文。", 主送="甲镇人民政府，" * 30, 抄送="甲镇人民政府，" * 30, 文种="通知"),
        [],
    ),
    "two annexes of one name": (
        draft("正文。\n::: 附件 甲\n一\n:::\n::: 附件 甲\n二\n:::"),
        ["attachment-twice 稿.md 第8行"],
    ),
    "an empty annex": (draft("正文。\n::: 附件 甲\n:::"), ["attachment-empty 稿.md 第5行"]),
    "a draft without a body": (draft(), ["body-empty 稿.md 第1行"]),
    "a number of another year": (
        draft("正文。", 发文字号="甲〔2019〕3号", 署名="甲局", 成文日期="2020-04-20"),
        ["number-year 稿.md 第3行"],
    ),
    "an issued text that leaves something open": (
        draft("联系人：××。", 状态="已印发", 发文字号="甲〔2020〕3号", 署名="甲局", 成文日期="2020-04-20"),
        ["unknown-left 稿.md 第8行"],
    ),
    "a wrong total": (draft(f"::: 表 合计=合计{TABLE.format(8)}:::"), ["table-total 稿.md 第10行"]),
    "a right total": (draft(f"::: 表 合计=合计{TABLE.format(7.5)}:::"), []),
    "a computed total": (draft(TABLE.format("=")), []),
    "a total in words": (draft(f"::: 表 合计=合计{TABLE.format('若干')}:::"), []),
    "a total of what is no finite number": (
        draft(f"::: 表 合计=合计{TABLE.format(7.5).replace('| / |', '| Infinity |')}:::"),
        [],
    ),
    "one datum printed in two ways": (
        draft("共[3](quota/a/b)家。\n\n# 又\n\n共[4](quota/a/b)家，[4](quota/a/c)家。"),
        ["value-conflict 稿.md 第8行"],
    ),
    "a datum that annex and text print in two ways": (
        draft("共[28](total/b)家。\n::: 附件 甲\n|数|\n|-|\n|[30](total/b)|\n:::"),
        ["value-conflict 稿.md 第8行"],
    ),
    "one datum printed in one way": (draft("共[3](quota/a/b)家。\n\n共[3](quota/a/b)家。"), []),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_is_found_to_hold(name: str) -> None:
    text, expected = CASES[name]
    found = list(check(parse(text, "稿.md"), "稿.md"))
    assert expected == told(found)
    assert [] == [each for each in found if not each.message or not each.remedy]


def test_a_figure_that_is_not_from_data_is_told_where_units_are_known() -> None:
    tree = parse(draft("共3家，[4](goal/a)家，2020年，1,200亩。\n\n# 查**5家**\n\n|数|\n|-|\n|6家|"))
    assert ["“3家”", "“1,200亩”", "“5家”", "“6家”"] == [
        each.message[6 : each.message.index("不")] for each in check(tree, "稿.md", ("家", "亩"))
    ]
    assert ["figure-unbound 稿.md 第4行"] * 2 + ["figure-unbound 稿.md 第6行", "figure-unbound 稿.md 第10行"] == told(
        check(tree, "稿.md", ("家", "亩"))
    )
    assert [] == told(check(tree, "稿.md"))
