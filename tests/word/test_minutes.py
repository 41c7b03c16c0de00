"""纪要: the lists of those present."""

from __future__ import annotations

import re

from lowcapdocs.gongwen.elements import Attendance
from lowcapdocs.word.minutes import attendance
from lowcapdocs.word.styles import CHAR


def test_lists_stand_a_blank_line_under_the_text_and_wrap_under_the_first_name() -> None:
    xml = attendance((Attendance("出席", "甲，乙"), Attendance("列席", "丙")))
    texts = ["".join(re.findall(r"<w:t>(.*?)</w:t>", each)) for each in re.findall(r"<w:p>(.*?)</w:p>", xml)]
    assert ["", "出席：甲，乙", "列席：丙"] == texts
    assert [("1575", "945")] * 2 == re.findall(r'w:left="(\d+)" w:hanging="(\d+)"', xml)
    assert (5 * CHAR, 3 * CHAR) == (1575, 945)
    assert 2 == xml.count('rStyle w:val="GwRunIn1"')


def test_no_lists_no_blank_line() -> None:
    assert "" == attendance(())
