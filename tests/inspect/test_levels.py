"""层次序数: which orders of levels are blamed, which are only advised against, typed or numbered by Word."""

from __future__ import annotations

import pytest

from lowcapdocs.inspect.report import Report
from tests.inspect.edits import edited, failed, inspected, xml
from tests.inspect.handmade import FANG, HEI, KAI, LONG, Sheet
from tests.inspect.test_handmade import numbering

FACES = (HEI, KAI, FANG, FANG)
TYPED = (("一、", "二、", "三、"), ("（一）", "（二）", "（三）"), ("1.", "2.", "3."), ("（1）", "（2）", "（3）"))
IN_ORDER = ("11", "123344221", "13313", "1441", "33", "24", "121312")
REVERSED = ("21", "31", "132", "143", "12431")


def typed(levels: str) -> Report:
    """Headings of these levels, one below the other, their numerals typed."""
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    counts = [0] * 4
    for digit in levels:
        level = int(digit) - 1
        sheet.text(f"{TYPED[level][counts[level]]}总体要求", face=FACES[level])
        counts[level] += 1
        counts[level + 1 :] = [0] * (3 - level)
    sheet.text(LONG)
    sheet.page_numbers()
    return inspected(sheet.bytes())


def automatic(levels: str) -> Report:
    """The same, numbered by Word."""
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    for digit in levels:
        level = int(digit) - 1
        ppr = sheet.text("总体要求", face=FACES[level])._p.get_or_add_pPr()
        ppr.insert(0, xml(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))
        ppr.remove(ppr.ind)
    sheet.text(LONG)
    sheet.page_numbers()
    return inspected(edited(sheet.bytes(), numbering, "word/numbering.xml"))


def told(report: Report) -> list[str]:
    return [line.text for line in report.lines() if line.faults]


@pytest.mark.parametrize("levels", IN_ORDER)
@pytest.mark.parametrize("made", [typed, automatic])
def test_levels_in_their_order_are_right_even_if_one_is_left_out(made: object, levels: str) -> None:
    assert callable(made)
    report = made(levels)
    assert set() == failed(report), told(report)


@pytest.mark.parametrize("levels", REVERSED)
@pytest.mark.parametrize("made", [typed, automatic])
def test_a_level_above_a_higher_one_is_blamed(made: object, levels: str) -> None:
    assert callable(made)
    report = made(levels)
    assert {"B4"} == failed(report), told(report)
    assert "之上" in " ".join(told(report))


def test_what_is_blamed_is_named_with_what_it_stands_above() -> None:
    [line] = told(typed("21"))
    assert "应为层次序数依次为“一、”“（一）”“1.”“（1）”，实为“（一）”在“一、”之上，第2段" in line


@pytest.mark.parametrize(("levels", "words"), [("13", "“一、”下面直接用“1.”"), ("22", "最高一层直接用“（一）”")])
def test_a_level_left_out_is_advised_against_once(levels: str, words: str) -> None:
    [advice] = [each for each in typed(levels).advice if each.subject == "B4"]
    assert words in advice.message


@pytest.mark.parametrize("levels", ["1", "12", "1234", "1221"])
def test_levels_that_are_all_there_need_no_advice(levels: str) -> None:
    assert [] == [each for each in typed(levels).advice if each.subject == "B4"]


def test_a_list_within_the_text_is_no_level() -> None:
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    sheet.text("1.已完成整改并通过验收的企业，按规定予以奖励；")
    sheet.text("2.未完成整改的企业，依法予以处置。")
    sheet.text("一、总体要求", face=HEI)
    sheet.text(LONG)
    sheet.page_numbers()
    report = inspected(sheet.bytes())
    assert set() == failed(report), told(report)
