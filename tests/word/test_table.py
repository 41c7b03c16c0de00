"""表格: widths, merged cells, head, notes."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.gongwen.elements import Align, Row, Table
from lowcapdocs.word.table import column_widths, table
from tests.word.trees import PLAIN_TABLE, TABLE, cells

ALIGNS: tuple[Align, ...] = ("left",) * 9


def shape(block: Table) -> list[str]:
    """Each row as its cells: text, `→n` for n columns, `↓` for the first of a merge, `·` for the others."""
    found = []
    for row in re.findall(r"<w:tr>.*?</w:tr>", table(block, 8844)):
        texts = []
        for cell in re.findall(r"<w:tc>.*?</w:tc>", row):
            text = "".join(re.findall(r"<w:t>(.*?)</w:t>", cell))
            span = "".join(f"→{count}" for count in re.findall(r'gridSpan w:val="(\d+)"', cell))
            merge = "↓" if 'vMerge w:val="restart"' in cell else "·" if "<w:vMerge/>" in cell else ""
            texts.append(text + span + merge)
        found.append(" ".join(texts))
    return found


def test_equal_headings_and_equal_cells_are_merged() -> None:
    assert [
        "单位↓ 目标→2 备注↓", "· 淘汰 提升 ·", "甲镇↓ 3↓ 28 同上↓", "· · 15 ·", "乙镇 3 9 同上", "乙镇 3 52 同上",
    ] == shape(TABLE)  # fmt: skip


def test_a_block_of_equal_headings_is_one_cell() -> None:
    head = (cells("甲", "乙", "乙"), cells("甲", "乙", "乙"))
    block = Table(header=head, rows=(Row(cells("1", "2", "3")),), aligns=("left", "left", "left"))
    assert ["甲↓ 乙→2↓", "· →2·", "1 2 3"] == shape(block)


@given(st.lists(st.text("甲a", max_size=60), min_size=1, max_size=9), st.integers(8000, 13000), st.booleans())
def test_widths_add_up(texts: list[str], width: int, shared: bool) -> None:
    block = Table(header=(cells(*texts),), rows=(Row(cells(*texts)),), aligns=ALIGNS[: len(texts)])
    block = replace(block, widths=tuple(range(1, len(texts) + 1))) if shared else block
    widths = column_widths(block, width)
    assert width == sum(widths)
    assert min(widths) > 0
    assert sum(map(int, re.findall(r'<w:gridCol w:w="(\d+)"/>', table(block, width)))) == width


def test_rows_are_not_split_and_the_head_repeats() -> None:
    xml = table(PLAIN_TABLE, 8844)
    assert [True, False] == ["<w:tblHeader/>" in row for row in re.findall(r"<w:tr>.*?</w:tr>", xml)]
    assert 2 == xml.count("<w:cantSplit/>")


def test_caption_above_and_notes_below() -> None:
    before, _, after = table(TABLE, 8844).partition("<w:tbl>")
    assert "单位：家" in before
    assert after.index("</w:tbl>") < after.index("备注：1.") < after.index("2.</w:t>")
    assert "备注：</w:t>" in table(PLAIN_TABLE, 8844)
