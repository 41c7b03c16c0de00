"""版头: 份号, 密级, 紧急程度, number, 签发人, red rule; 命令."""

from __future__ import annotations

import re
from typing import Any

import pytest

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.word.letterhead import letterhead
from lowcapdocs.word.styles import CHAR
from tests.word.trees import spans

MARK, NUMBER = "区办文件", "区办〔2020〕1号"


def head(page: s.Page = s.PROFILE_A, **fields: Any) -> str:
    return letterhead(Gongwen(title=spans("甲"), **fields), page)


def lines(xml: str) -> list[tuple[str, str]]:
    """Style and text of each paragraph, tabs as →."""
    found = []
    for each in re.findall(r"<w:p>(.*?)</w:p>", xml):
        style = re.search(r'<w:pStyle w:val="(\w+)"', each)
        text = "".join(t or "→" for t in re.findall(r"<w:t>(.*?)</w:t>|<w:tab/>", each))
        found.append((style[1] if style else "", text))
    return found


def test_without_a_mark_there_is_no_head() -> None:
    assert "" == head(doc_number=NUMBER)


def test_mark_two_blank_lines_number() -> None:
    assert [("GwMark", MARK), ("", ""), ("", ""), ("GwNumber", NUMBER)] == lines(
        head(issuer_mark=MARK, doc_number=NUMBER)
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"copy_number": "000001"}, ["000001"]),
        ({"secrecy": "秘密★1年"}, ["", "秘密★1年"]),
        ({"urgency": "特急"}, ["特急"]),
        ({"secrecy": "机密", "urgency": "加急"}, ["", "机密", "加急"]),
        ({"copy_number": "000001", "secrecy": "机密", "urgency": "加急"}, ["000001", "机密", "加急"]),
    ],
)
@pytest.mark.parametrize("page", [s.PROFILE_A, s.PROFILE_B])
def test_what_stands_in_the_corner_takes_its_lines_from_the_room_above_the_mark(
    fields: dict[str, str], expected: list[str], page: s.Page
) -> None:
    xml = head(page, issuer_mark=MARK, **fields)
    assert expected == [text for _, text in lines(xml)[: len(expected)]]
    before = re.search(r'GwMark"/><w:spacing w:before="(\d+)"', xml)
    assert before
    assert s.MARK_TOP + page.lead == int(before[1]) + s.MARK_INK + len(expected) * page.line_pitch


def test_one_signer_shares_the_line_of_the_number_and_ends_one_character_in() -> None:
    xml = head(issuer_mark=MARK, doc_number=NUMBER, signers=("欧阳五",))
    assert ("GwNumberLeft", f"　{NUMBER}→签发人：欧阳五") == lines(xml)[-1]
    label, name = (int(stop) for stop in re.findall(r'w:pos="(\d+)"', xml))
    assert s.TYPE_AREA_WIDTH - CHAR == name + 3 * CHAR
    assert 4 * CHAR == name - label


def test_signers_stand_two_in_a_row_and_the_last_row_has_the_number() -> None:
    xml = head(issuer_mark=MARK, doc_number=NUMBER, signers=("张三", "李四", "欧阳五"))
    assert [("GwSigners", "→签发人：张三→李四"), ("GwNumberLeft", f"　{NUMBER}→→欧阳五")] == lines(xml)[-2:]
    assert 3 == xml.count('rStyle w:val="GwSigner"')


def test_an_order_has_its_mark_20_mm_down_its_number_between_blank_lines_and_no_rule() -> None:
    xml = head(form="order", issuer_mark="区人民政府令", doc_number="第1号")
    assert ["区人民政府令", "", "", "第1号", "", ""] == [text for _, text in lines(xml)]
    assert f'w:before="{s.mm(20) - s.MARK_INK}"' in xml
    assert "GwNumber" not in xml
