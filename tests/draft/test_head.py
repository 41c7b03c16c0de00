"""head: the front matter of a draft. Text stays text."""

from __future__ import annotations

import pytest

from lowcapdocs.draft import head
from lowcapdocs.problems import Finding
from tests.builders import told


def read(*lines: str) -> tuple[dict[str, str], dict[str, int], int, list[str]]:
    findings: list[Finding] = []
    return (*head.read(list(lines), "甲.md", findings), told(findings))


def test_every_value_is_text_and_knows_its_line() -> None:
    assert ({"title": "甲：乙: 丙", "sealed": "no"}, {"title": 2, "sealed": 5}, 6, []) == read(
        "---", "标题： 甲：乙: 丙", "# 说明", "", " 盖章 : no ", "--- ", "正文"
    )


@pytest.mark.parametrize(
    ("expected", "lines"),
    [
        (["head-missing 甲.md 第1行"], []),
        (["head-missing 甲.md 第1行"], ["标题: 甲", "---"]),
        (["head-open 甲.md 第1行"], ["---", "标题: 甲"]),
        (["head-key 甲.md 第2行"], ["---", "题目: 甲", "---"]),
        (["head-key 甲.md 第2行"], ["---", "标题", "---"]),
        (["head-twice 甲.md 第3行"], ["---", "标题: 甲", "标题: 乙", "---"]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(expected: list[str], lines: list[str]) -> None:
    assert expected == read(*lines)[3]


def test_the_first_of_two_values_holds() -> None:
    assert {"title": "甲"} == read("---", "标题: 甲", "标题: 乙", "---")[0]


def test_fields_are_written_in_the_order_of_the_table_and_blank_ones_are_not() -> None:
    assert ["文种: 通知", "标题: 甲"] == head.lines({"title": "甲", "kind": "通知", "signature": ""})
    assert ("标题", {"title", "kind"}) == (head.name("title"), set(head.fields_of("---\n标题: 甲\n文种: 通知\n---\n")))


def test_merging_puts_fields_on_top_of_the_front_matter() -> None:
    assert "---\n文种: 通知\n标题: 甲\n---\n正文\n" == head.merge("---\n标题: 甲\n---\n正文\n", {"kind": "通知"})


def test_merging_makes_the_front_matter_that_is_missing() -> None:
    assert "---\n文种: 通知\n---\n正文\n" == head.merge("正文\n", {"kind": "通知"})


def test_replacing_sets_fields_anew_and_removes_blank_ones() -> None:
    text = "---\n标题: 甲\n发文字号: 旧\n待补: 发文字号\n---\n"
    assert "---\n发文字号: 新\n标题: 甲\n---\n" == head.replace(text, {"doc_number": "新", "unknown": ""})


@pytest.mark.parametrize("start", ["---\n", "\ufeff---\n", "--- \r\n"])
def test_replacing_keeps_everything_else_byte_for_byte(start: str) -> None:
    above, below = "# 说明\n\n 标题 ：  甲 \r\n", "---\n\n正文  \n---\n文种: 通知\r\n\t\n"
    assert f"{start}文种: 函\n{above}{below}" == head.replace(f"{start}{above}文种: 通知\n{below}", {"kind": "函"})


def test_replacing_nothing_changes_nothing() -> None:
    text = "---\n标题: 甲\n# 说明\n---\n正文"
    assert text == head.replace(text, {})
