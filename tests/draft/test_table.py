"""table: header rows, sums, totals, merged columns, widths and notes."""

from __future__ import annotations

import pytest

from lowcapdocs.draft.table import cells
from lowcapdocs.gongwen.elements import Row, Span, Table, plain
from lowcapdocs.problems import PolicyError
from tests.builders import blocks, refused, text_of

RULE = "| --- | --- |"


def table(*lines: str, options: str = "") -> Table:
    """The table of a draft; its first line is line 5."""
    (found,) = blocks("\n".join([f"::: 表 {options}", *lines, ":::"]))
    assert isinstance(found, Table)
    return found


def texts(found: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row.cells] for row in found.rows]


def wrong(*lines: str, options: str = "") -> list[str]:
    with pytest.raises(PolicyError) as problem:
        table(*lines, options=options)
    return refused(problem.value)


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (["a", "b"], "| a | b |"),
        (["a", "b"], "|a|b"),
        (["a\\|b", "c"], "| a\\|b | c |"),
        (["a\\\\", "b"], "|a\\\\|b|"),
        (["a", "b\\|"], "| a | b\\|"),
        (["", ""], "| | |"),
        ([""], "|"),
    ],
)
def test_a_line_splits_at_bars_that_are_not_escaped(expected: list[str], line: str) -> None:
    assert expected == cells(line)


def test_a_table_may_have_several_header_rows_and_knows_its_lines() -> None:
    found = table("| 甲 | 甲 |", "| 乙 | 丙 |", "| :---: | ---: |", "| 1 | 2 |")
    assert [["甲", "甲"], ["乙", "丙"]] == [[plain(cell) for cell in row] for row in found.header]
    assert (("center", "right"), (Row(((Span("1"),), (Span("2"),)), False, 8),), 4) == (
        found.aligns,
        found.rows,
        found.line,
    )


def test_a_column_is_left_aligned_unless_it_says_otherwise() -> None:
    assert ("left", "left", "right", "center") == table("|a|b|c|d|", "|-|:--|--:|:-:|").aligns


def test_an_equals_sign_prints_the_sum_of_the_numbers_above() -> None:
    found = table("| 镇 | 数 |", RULE, "| 甲 | 1.5 |", "| 乙 | / |", "| 丙 | [2](q/a) |", "| 合计 | = |")
    assert (["合计", "3.5"], [False, False, False, True]) == (texts(found)[-1], [row.total for row in found.rows])


def test_a_total_is_not_summed_again() -> None:
    found = table(
        "| 镇 | 数 |",
        RULE,
        "| 甲 | 1 |",
        "| 小计 | = |",
        "| 乙 | 2 |",
        "| 全区 | 7 |",
        "| 合计 | = |",
        options="合计=全区",
    )
    assert (["1", "1", "2", "7", "3"], [False, True, False, True, True]) == (
        [row[1] for row in texts(found)],
        [row.total for row in found.rows],
    )


def test_a_sum_keeps_its_emphasis_and_its_path() -> None:
    found = table("| 镇 | 数 | 数 |", "|-|-|-|", "| 甲 | 1 | 2 |", "| 合计 | **=** | [=](total/a) |")
    assert ((Span("合计"),), (Span("1", True),), (Span("2", False, "total/a"),)) == found.rows[1].cells


@pytest.mark.parametrize("cell", ["\\=", "[\\=](a/b)", "1=", "**\\=**"])
def test_an_equals_sign_of_the_data_is_no_sum(cell: str) -> None:
    found = table("| 镇 | 数 |", RULE, "| 甲 | 1 |", f"| 乙 | {cell} |")
    assert (["乙", "1=" if cell == "1=" else "="], False) == (texts(found)[1], found.rows[1].total)


def test_options_set_widths_merged_columns_and_the_caption() -> None:
    found = table("| 甲 | 乙 |", RULE, options="宽=6,10.5 合并=乙、甲 单位=家")
    assert ((6.0, 10.5), frozenset({0, 1}), "单位：家") == (found.widths, found.merge, found.caption)


def test_options_are_text_like_any_other() -> None:
    found = table("| 甲\\* | 数 |", RULE, "| 全\\* | 1 |", options="合并=甲\\* 合计=全\\* 单位=\\[家\\]")
    assert (frozenset({0}), True, "单位：[家]") == (found.merge, found.rows[0].total, found.caption)


def test_lines_below_the_rows_are_notes() -> None:
    found = table("| 甲 | 乙 |", RULE, "| 1 | 2 |", "", "须提供**照片**。", "\\1.另注")
    assert [[("须提供", False), ("照片", True), ("。", False)], [("1.另注", False)]] == [
        [(span.text, span.strong) for span in note] for note in found.notes
    ]


def test_a_table_may_stand_without_fence_between_paragraphs() -> None:
    found = blocks(f"前\n| 甲 | 乙 |\n{RULE}\n| 1 | 2 |\n后")
    assert ["前", "甲|乙\n1|2", "后"] == [text_of(block) for block in found]


@pytest.mark.parametrize(
    ("expected", "lines", "options"),
    [
        (["draft-table 草稿 第4行"], [], ""),
        (["draft-table 草稿 第4行"], ["只有说明"], ""),
        (["draft-table 草稿 第4行"], ["| 甲 | 乙 |"], ""),
        (["draft-table 草稿 第4行"], [RULE, "| 1 | 2 |"], ""),
        (["draft-table 草稿 第7行"], ["| 甲 | 乙 |", RULE, "| 1 |"], ""),
        (["draft-table 草稿 第5行"], ["| 甲 |", RULE], ""),
        (["draft-table 草稿 第7行"], ["| 甲 | 乙 |", RULE, "| **1 | 2 |"], ""),
        (["draft-table 草稿 第7行"], ["| 甲 | 乙 |", RULE, "注**"], ""),
        (["draft-table 草稿 第4行"], ["| 甲 | 乙 |", RULE], "宽=1"),
        (["draft-table 草稿 第4行"], ["| 甲 | 乙 |", RULE], "宽=1,0"),
        (["draft-table 草稿 第4行"], ["| 甲 | 乙 |", RULE], "宽=1,2,x"),
        (["draft-table 草稿 第4行"], ["| 甲 | 乙 |", RULE], "合并=丙"),
        (["draft-table 草稿 第4行"], ["| 甲 | 乙 |", RULE], "颜色=红"),
        (["draft-table 草稿 第4行"], ["| 甲 | 乙 |", RULE], "宽"),
        (["draft-markup 草稿 第4行"], ["| 甲 | 乙 |", RULE], "单位=**家"),
        (["draft-line 草稿 第7行"], ["| 甲 | 乙 |", RULE, "# 题"], ""),
        (["draft-numeral 草稿 第7行"], ["| 甲 | 乙 |", RULE, "1.注"], ""),
        (["draft-line 草稿 第7行"], ["| 甲 | 乙 |", RULE, "- 注"], ""),
    ],
)
def test_what_is_wrong_is_told_with_its_line(expected: list[str], lines: list[str], options: str) -> None:
    assert expected == wrong(*lines, options=options)
