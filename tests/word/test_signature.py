"""署名 and 成文日期: places by clause 7.3.5, for one issuer and for several."""

from __future__ import annotations

import re

import pytest

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.elements import Signature
from lowcapdocs.word.signature import signature, text_width
from lowcapdocs.word.styles import CHAR
from tests.word.trees import SEALED, UNSEALED

WIDTH = s.PROFILE_A.text_width
DATE = "2020年12月20日"


def left(xml: str) -> list[int]:
    return [int(indent) for indent in re.findall(r'w:left="(\d+)"', xml)]


def right(xml: str) -> list[int]:
    return [int(indent) for indent in re.findall(r'w:right="(\d+)"', xml)]


def texts(xml: str) -> list[str]:
    """The text of each paragraph, blank ones too."""
    return ["".join(re.findall(r"<w:t>(.*?)</w:t>", each)) for each in re.findall(r"<w:p>(.*?)</w:p>", xml)]


def test_sealed_name_and_date_share_an_axis_and_the_date_ends_four_characters_in() -> None:
    indent, same = left(signature(SEALED, WIDTH))
    dated = text_width(SEALED.date)
    assert indent == same
    assert abs(indent + (WIDTH - indent) // 2 + dated // 2 - (WIDTH - 4 * CHAR)) <= 2


def test_unsealed_date_begins_two_characters_after_the_name() -> None:
    name, date = left(signature(UNSEALED, WIDTH))
    assert 2 * CHAR == date - name


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("issuer", ["", "区", "海曙区工强办", "甲" * 27, "甲" * 40])
def test_any_name_stays_within_the_column(issuer: str, sealed: bool) -> None:
    for indent in left(signature(Signature(issuer, DATE, sealed=sealed), WIDTH)):
        assert 0 <= indent < WIDTH


def test_an_annotation_is_not_left_alone() -> None:
    assert "<w:keepNext/>" in signature(SEALED, WIDTH, annotated=True)
    assert "" == signature(None, WIDTH)


def test_unsealed_names_of_joint_issuers_stand_one_under_another_before_the_date() -> None:
    xml = signature(Signature("海曙区经信局", DATE, False, ("区应急局", "区住建局")), WIDTH)
    assert ["", "海曙区经信局", "区应急局", "区住建局", DATE] == texts(xml)
    first, second, third, date = left(xml)
    assert first == second == third == date - 2 * CHAR


@pytest.mark.parametrize(("names", "rows"), [(2, 1), (3, 1), (4, 2), (7, 3)])
def test_seals_of_joint_issuers_stand_in_rows_and_the_date_under_the_last_name(names: int, rows: int) -> None:
    xml = signature(Signature("区甲局", DATE, True, tuple(f"区第{i}局" for i in range(2, names + 1))), WIDTH)
    assert rows == xml.count("<w:tr>")
    heights = {int(each) for each in re.findall(r'<w:trHeight w:val="(\d+)"', xml)}
    assert heights == {s.SEAL_PITCH}
    printed = [text for text in texts(xml) if text]
    assert ["区甲局", *(f"区第{i}局" for i in range(2, names + 1)), DATE] == printed
    assert DATE == texts(re.findall(r"<w:tc>(.*?)</w:tc>", xml)[-1])[-1]  # at the right
    assert 1 == len(
        {cell.count("<w:p>") for cell in re.findall(r"<w:tc>(.*?)</w:tc>", re.findall(r"<w:tr>(.*?)</w:tr>", xml)[-1])}
    )


def test_long_names_of_joint_issuers_get_wider_cells() -> None:
    xml = signature(Signature("甲" * 12, DATE, True, ("乙" * 20,)), WIDTH)
    assert 2 == xml.count("<w:tr>")


def test_a_post_leaves_room_for_the_signed_name_and_the_date_ends_four_characters_in() -> None:
    xml = signature(Signature("", DATE, False, post="区长"), WIDTH)
    assert ["", "", "区长", "", DATE] == texts(xml)
    post, date = right(xml)
    assert 4 * CHAR == date
    assert (4 + 2 + s.SIGNED_WIDTH) * CHAR == post
