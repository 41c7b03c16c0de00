"""Automatic numbering: the label that Word would print."""

from __future__ import annotations

import pytest

from lowcapdocs.inspect.labels import Numbering, spelled
from tests.inspect.edits import xml

FORMS = {
    ("decimal", 12): "12",
    ("chineseCounting", 12): "十二",
    ("chineseCountingThousand", 21): "二十一",
    ("japaneseCounting", 3): "三",
    ("ideographDigital", 10): "十",
    ("ideographDigital", 12): "一二",
    ("decimalEnclosedCircle", 3): "③",
    ("decimalFullWidth", 12): "１２",
    ("upperLetter", 2): "B",
    ("lowerRoman", 14): "xiv",
    ("bullet", 3): "",
    ("none", 3): "",
    ("someNewFormat", 3): "3",
}


@pytest.mark.parametrize(("kind", "count"), FORMS)
def test_a_count_is_spelled_as_its_format_says(kind: str, count: int) -> None:
    assert FORMS[kind, count] == spelled(count, kind)


def level(index: int, kind: str, text: str, more: str = "", suffix: str = "nothing") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = "") -> Numbering:
    abstract = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    num = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return Numbering(xml(f"<w:numbering>{abstract}{num}{nums}</w:numbering>"))


OUTLINE = (level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3."))


def test_a_lower_level_begins_anew_under_each_higher_one() -> None:
    found = numbering(*OUTLINE)
    labels = [found.label("1", each) for each in (0, 1, 2, 2, 1, 2, 0, 1)]
    assert ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"] == labels


def test_a_level_may_count_through() -> None:
    found = numbering(OUTLINE[0], level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    assert ["一、", "1.", "2.", "二、", "3."] == [found.label("1", each) for each in (0, 1, 1, 0, 1)]


def test_a_label_may_name_the_levels_above_in_arabic() -> None:
    found = numbering(OUTLINE[0], level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert ["一、", "1.1", "1.2"] == [found.label("1", each) for each in (0, 1, 1)]


def test_what_follows_a_label_is_a_tab_unless_it_is_said() -> None:
    assert "1.\t" == numbering(level(0, "decimal", "%1.", suffix="tab")).label("1", 0)
    assert "1. " == numbering(level(0, "decimal", "%1.", suffix="space")).label("1", 0)


def test_lists_of_one_family_count_on_unless_one_starts_anew() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    found = numbering(*OUTLINE, nums=again)
    assert ["一、", "二、", "一、", "二、"] == [found.label(num, 0) for num in ("1", "2", "3", "3")]


def test_an_override_may_define_a_level_itself() -> None:
    own = (
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条")}'
        "</w:lvlOverride></w:num>"
    )
    assert "第1条" == numbering(*OUTLINE, nums=own).label("2", 0)


def test_a_list_by_style_is_found() -> None:
    root = xml(
        '<w:numbering><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="甲"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="甲"/>{OUTLINE[0]}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    assert "一、" == Numbering(root).label("1", 0)


def test_bullets_missing_levels_and_missing_lists_print_nothing() -> None:
    found = numbering(level(0, "bullet", "•"))
    assert ["", "", "", ""] == [found.label("1", 0), found.label("1", 5), found.label("9", 0), found.label("1", -1)]
