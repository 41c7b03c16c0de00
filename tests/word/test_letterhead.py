"""版头: mark, number, red rule."""

from __future__ import annotations

import re

import pytest

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.wording import em_width
from lowcapdocs.word.letterhead import letterhead


def test_without_a_mark_there_is_no_head() -> None:
    assert "" == letterhead("", "海工强办〔2020〕1号")


def test_mark_two_blank_lines_number() -> None:
    styles = re.findall(r'<w:p>(?:<w:pPr><w:pStyle w:val="(\w+)"/>|)', letterhead("区办文件", "区办〔2020〕1号"))
    assert ["GwMark", "", "", "GwNumber"] == styles


def test_a_short_mark_is_not_changed() -> None:
    assert "<w:rPr>" not in letterhead("海曙区工强办文件", "")


@pytest.mark.parametrize("length", [9, 12, 17, 18, 25, 60])
def test_a_long_mark_is_fitted_to_the_type_area(length: int) -> None:
    head = letterhead("甲" * length, "")
    percent = int(re.findall(r'<w:w w:val="(\d+)"/>', head)[0])
    size = int((re.findall(r'<w:sz w:val="(\d+)"/>', head) or [s.MARK_SIZE])[0])
    width = em_width("甲" * length) * size * 10 * percent / 100
    assert 50 <= percent < 100
    assert 0.9 * s.TYPE_AREA_WIDTH < width <= s.TYPE_AREA_WIDTH
