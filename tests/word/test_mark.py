"""发文机关标志: fitted to the type area, joint names equally wide."""

from __future__ import annotations

import itertools
import re

import pytest

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.word.mark import fitted, joint_mark, mark


def test_a_short_mark_is_not_changed() -> None:
    assert "<w:rPr>" not in mark("海曙区工强办文件", s.MARK_TOP, s.MARK_TOP)


@pytest.mark.parametrize("length", [9, 12, 17, 18, 25, 60])
def test_a_long_mark_is_fitted_to_the_type_area(length: int) -> None:
    look = fitted("甲" * length)
    percent = int(re.findall(r'<w:w w:val="(\d+)"/>', look.fit)[0])
    size = int((re.findall(r'<w:sz w:val="(\d+)"/>', look.fit) or [s.MARK_SIZE])[0])
    width = em_width("甲" * length) * size * 10 * percent / 100
    assert 50 <= percent < 100
    assert 0.9 * s.TYPE_AREA_WIDTH < width <= s.TYPE_AREA_WIDTH


@pytest.mark.parametrize(
    ("first", "others"),
    [
        ("区办文件", ("区局",)),
        ("宁波市海曙区经济和信息化局文件", ("宁波市生态环境局海曙分局", "海曙区应急管理局")),
        ("甲" * 30 + "文件", ("乙" * 40,)),
        ("甲局文件", tuple(f"乙丙{i}局" for i in range(12))),
        ("甲局", ("乙局",)),
        ("甲局文件", ("海曙区12345办公室", "乙ABC局")),
    ],
)
def test_joint_names_are_equally_wide_and_within_the_type_area(first: str, others: tuple[str, ...]) -> None:
    xml = joint_mark(first, others, s.MARK_TOP)
    columns = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
    assert sum(columns) <= s.TYPE_AREA_WIDTH + 2
    rows = re.findall(r"<w:tr>(.*?)</w:tr>", xml)
    assert 1 + len(others) == len(rows)
    size = int(re.findall(r'<w:sz w:val="(\d+)"/>', xml)[0])
    percent = int((re.findall(r'<w:w w:val="(\d+)"/>', xml) or [100])[0])
    for row, name in zip(rows, (first.removesuffix("文件"), *others), strict=True):
        cell = row.partition("</w:tc>")[0]
        assert name == "".join(re.findall(r"<w:t>(.*?)</w:t>", cell))
        spaced = [int(extra) for extra in re.findall(r'<w:spacing w:val="(\d+)"/>', cell)]
        mixed = sum((em_width(a) < 1) != (em_width(b) < 1) for a, b in itertools.pairwise(name))
        width = (em_width(name) + mixed / 4) * size * 10 * percent / 100 + sum(spaced) * (len(name) - 1)
        assert 0 < columns[0] - width <= len(name) + 0.25 * size * 10 * percent / 100 + 1
    heights = [int(height) for height in re.findall(r'<w:trHeight w:val="(\d+)"', xml)]
    assert sum(heights) <= 6 * s.MARK_LINE


def test_the_word_stands_once_beside_all_names() -> None:
    xml = joint_mark("甲局文件", ("乙局", "丙局"), s.MARK_TOP)
    assert 1 == xml.count(">文件<")
    assert (1, 2) == (xml.count('<w:vMerge w:val="restart"/>'), xml.count("<w:vMerge/>"))
