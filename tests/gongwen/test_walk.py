"""walk: every block, text and value in order, and everything that a document prints."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.elements import Gongwen, Paragraph, Signature, Table, plain
from lowcapdocs.gongwen.walk import annexes, blocks, printed, texts, values
from tests.builders import draft
from tests.word.ooxml_text import expected
from tests.word.trees import TREES

WHOLE = parse(
    draft(
        "[一](a/b)\n\n## 小。二\n\n::: 表\n|头|\n|-|\n|[三](c/d)|\n注[四](e/f)\n:::\n::: 印发件 [五](g/h)\n六\n"
        "::: 附件 [七](i/j)\n八\n:::\n:::\n::: 附件 九\n十\n:::",
        title="关于[甲](k/l)的通知",
        主送="[乙](m/n)",
    )
)


def test_every_block_text_annex_and_value_is_walked_in_order() -> None:
    assert ["七", "九"] == [plain(annex.title) for annex in annexes(WHOLE)]
    assert ["一", "六", "八", "十"] == [plain(each.spans) for each in blocks(WHOLE) if isinstance(each, Paragraph)]
    assert 1 == sum(isinstance(each, Table) for each in blocks(WHOLE))
    assert ["一", "小。", "二", "三", "注四", "六", "八", "十"] == [plain(spans) for spans, _ in texts(WHOLE)]
    assert [
        ("k/l", 2), ("m/n", 3), ("g/h", 15), ("i/j", 17), ("a/b", 5), ("c/d", 12), ("e/f", 9),
    ] == [(span.path, line) for span, line in values(WHOLE)]  # fmt: skip


def test_everything_that_is_printed_has_a_role() -> None:
    tree = parse(
        draft(
            "甲一。\n\n# 乙\n\n## 丙。丁\n\n### 戊\n\n::: 表\n| 己 |\n| --- |\n| 庚 |\n辛\n:::\n::: 附件 壬\n癸\n:::",
            title="子",
            主送="丑",
            署名="寅",
            发文机关标志="卯文件",
            附注="辰",
            抄送="巳",
        )
    )
    roles: dict[str, set[str]] = {}
    for role, text, _ in printed(tree):
        roles.setdefault(role, set()).add(text)
    assert {"子", "卯文件", "壬"} <= roles["title"]
    assert {"乙", "己"} <= roles["first"]
    assert {"丙。"} <= roles["second"]
    assert {"甲一。", "丁", "戊", "庚", "辛", "癸", "丑", "寅", "辰", "巳", "壬"} <= roles["body"]


def test_lists_of_minutes_and_all_who_sign_are_printed_with_the_line_of_their_key() -> None:
    minutes = parse(
        draft("甲。", 格式="纪要", 发文机关标志="会议纪要", 列席="乙", 署名="丙、丁", 成文日期="2020-04-20")
    )
    assert {
        ("first", "列席", 5),
        ("body", "乙", 5),
        ("body", "丙", 6),
        ("body", "丁", 6),
        ("body", "2020年4月20日", 7),
    } <= set(printed(minutes))
    signed = replace(minutes, signature=Signature("丙", "2020年4月20日", False, (), "区长"))
    assert ("区长", False) == ("区长" in words(signed) and "区长", "丙" in words(signed))


def words(tree: Gongwen) -> set[str]:
    return {each.text for each in printed(tree) if each.text}


@pytest.mark.parametrize("name", TREES)
def test_what_is_printed_is_what_stands_in_the_word_file(name: str) -> None:
    """Apart from fixed words, numerals and marks, which are nobody's text."""
    tree = TREES[name]
    fixed = re.compile(
        r"附件\d*：?|签发人：|抄送：|主送：|备注：|印发|文件|[（）。：\t　.\d一二三四五六七八九十、]|出席|请假|列席"
    )

    def bare(found: Any) -> set[str]:
        return {fixed.sub("", each) for each in found} - {""}

    given = [each.text for each in printed(tree)]
    whole = "\n".join(bare(expected(tree)))
    hidden = {plain(tree.title)} if tree.form == "order" else set()
    assert [] == [each for each in bare(set(given) - hidden) if each not in whole]
    joined = "".join(bare(given))
    assert [] == [each for text in expected(tree) for each in re.split(fixed, text) if each and each not in joined]
