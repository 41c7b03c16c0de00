"""inspect.pages: good pages pass whole; a page that breaks one rule fails that clause and no other."""

from __future__ import annotations

import io
from collections.abc import Callable

import pdfplumber
import pytest

from lowcapdocs.inspect.measure import Page
from lowcapdocs.inspect.package import open_package
from lowcapdocs.inspect.pages import inspect_pages
from lowcapdocs.inspect.reading import Reader
from lowcapdocs.inspect.recognition import recognise
from lowcapdocs.inspect.report import inspect_docx
from lowcapdocs.inspect.structure import find_parts
from lowcapdocs.inspect.verdict import Verdict
from tests.inspect.page_documents import BROKEN, GOOD, HALF_WRONG, SHIFTED

JUDGED = {
    "P2", "P3", "P4", "P5", "P6", "B1", "B2", "B3", "B4", "B7", "B9", "B12", "B14", "H1", "H2", "H3", "H4", "H5", "H6", "H7",
    "K1", "K2", "K3", "K4", "N1", "N2", "N3", "N4", "T1", "L1", "L2", "L3", "L4", "O1", "M1",
}  # fmt: skip


Judged = Callable[[str], list[Verdict]]


def failed(verdicts: list[Verdict]) -> dict[str, str]:
    """What failed, with what was found there."""
    return {
        each.clause: f"{each.expected}，{each.found}，{each.place}" for each in verdicts if each.outcome == "failed"
    }


@pytest.mark.parametrize("name", GOOD)
def test_good_pages_fail_nothing(name: str, judged: Judged) -> None:
    assert {} == failed(judged(f"good {name}"))


@pytest.mark.parametrize("name", GOOD)
def test_the_page_layout_of_33476_is_as_good(name: str, pdfs: dict[str, bytes], judged: Judged) -> None:
    assert {} == failed(judged(f"profile B {name}"))
    if name in ("notice", "letter", "wide annex"):
        assert {} == failed(inspect_pages(pdfs[f"profile B {name}"], "a.pdf", "B"))


@pytest.mark.parametrize("name", BROKEN)
def test_broken_pages_fail_the_clause_they_break_and_no_other(name: str, judged: Judged) -> None:
    verdicts = judged(f"broken {name}")
    assert [BROKEN[name].clause] == list(failed(verdicts)), failed(verdicts)
    for each in verdicts:
        if each.outcome == "failed":
            assert each.expected
            assert each.found
            assert each.place.startswith("第")
            assert each.remedy.endswith("。")


@pytest.mark.parametrize("name", SHIFTED)
def test_a_rule_that_is_only_shifted_is_told_so(name: str, judged: Judged) -> None:
    faults = [
        each.found
        for each in judged(f"shifted {name}")
        if each.outcome == "failed" and each.clause == SHIFTED[name].clause
    ]
    assert ["向右偏2.0毫米"] == list(dict.fromkeys(faults))


def test_every_clause_of_pages_is_judged_in_some_good_document(judged: Judged) -> None:
    verdicts = [each for name in GOOD for each in judged(f"good {name}")]
    assert JUDGED == {each.clause for each in verdicts}
    never = JUDGED - {each.clause for each in verdicts if each.outcome == "passed"}
    assert never <= {"N3"}


def test_stand_ins_count_as_what_they_stand_for_with_a_note(judged: Judged) -> None:
    [verdict] = [each for each in judged("good notice") if each.clause == "P4"]
    assert ("passed", "FandolFang-Regular 代仿宋") == (verdict.outcome, verdict.found)


def test_what_does_not_apply_says_why(judged: Judged) -> None:
    for each in judged("good plain"):
        assert each.outcome != "not_applicable" or each.found, each.clause


@pytest.mark.parametrize("name", HALF_WRONG)
def test_of_wrong_margins_only_they_are_blamed(
    name: str, words: dict[str, Callable[[], bytes]], pdfs: dict[str, bytes]
) -> None:
    report = inspect_docx(words[f"half wrong {name}"](), "a.docx")
    report = report.with_pages(inspect_pages(pdfs[f"half wrong {name}"], "a.docx", None, report.area))
    told = [line.text for line in report.lines() if line.faults]
    assert {"P3"} == {line.clause.id for line in report.lines() if line.faults} - {"T1"}, told


def test_without_its_word_file_a_text_area_is_found_by_its_lines(judged: Judged) -> None:
    assert ["P3"] == list(failed(judged("half wrong notice too far right")))


def test_a_caption_under_a_title_is_no_text(pdfs: dict[str, bytes]) -> None:
    with pdfplumber.open(io.BytesIO(pdfs["caption"])) as opened:
        found = recognise([Page(each) for each in opened.pages])
    assert ["海曙区落后产能淘汰办法"] == [line.text for line in found.title]
    assert found.text[0].line.text.startswith("各镇（街道）")


def test_signatures_of_several_are_for_the_eye_and_say_so(judged: Judged) -> None:
    found = {each.clause: each for each in judged("good joint")}
    assert "passed" == found["B12"].outcome
    assert all("见 B8" in found[clause].found for clause in ("B7", "B9"))


def test_no_reason_speaks_of_pages_that_were_judged(
    words: dict[str, Callable[[], bytes]], pdfs: dict[str, bytes]
) -> None:
    report = inspect_docx(words["good plain"](), "a.docx")
    assert "只能在排好的页面上看" == {each.clause.id: each.reason for each in report.lines()}["B12"]
    paged = report.with_pages(inspect_pages(pdfs["good plain"], "a.docx", None, report.area))
    assert [] == [each.clause.id for each in paged.lines() if "只能在排好的页面上" in each.reason]
    assert "没有认出成文日期" == {each.clause.id: each.reason for each in paged.lines()}["B12"]


RULED = {"good notice": 0.2, "profile B notice": 0.2, "broken the red rule too low": 0.2}


@pytest.mark.parametrize("name", RULED)
def test_file_and_page_measure_the_same_gap_over_the_red_rule(
    name: str, words: dict[str, Callable[[], bytes]], pdfs: dict[str, bytes]
) -> None:
    document = find_parts(Reader(open_package(words[name](), "a.docx")).document())
    gap = document.head.rules[-1].gap
    assert gap is not None
    with pdfplumber.open(io.BytesIO(pdfs[name])) as opened:
        found = recognise([Page(each) for each in opened.pages])
        assert found.doc_number is not None
        rule = next(each for each in found.red_rules if each.top > found.doc_number.baseline)
        assert abs(gap * 25.4 / 1440 - (rule.top - found.doc_number.bottom)) < RULED[name]
