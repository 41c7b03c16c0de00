"""inspect.pages: good pages pass whole; a page that breaks one rule fails that clause and no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from lowcapdocs.convert.batches import Converter, Source
from lowcapdocs.convert.fonts import prepare
from lowcapdocs.convert.office import Office, find
from lowcapdocs.convert.process import Programs
from lowcapdocs.convert.scratch import scratch
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.inspect.pages import inspect_pages
from lowcapdocs.inspect.verdict import Verdict
from lowcapdocs.pdf import this_computer
from tests.builders import REPOSITORY
from tests.inspect.page_documents import BROKEN, GOOD, SHIFTED, docx

JUDGED = {
    "P2", "P3", "P4", "P5", "P6", "B1", "B2", "B3", "B4", "B7", "B9", "B12", "B14", "H1", "H2", "H3", "H4", "H5", "H6", "H7",
    "K1", "K2", "K3", "K4", "N1", "N2", "N3", "N4", "T1", "L1", "L2", "L3", "L4", "O1", "M1",
}  # fmt: skip

Printed = Callable[[str], bytes]


@pytest.fixture(scope="session")
def pdfs() -> dict[str, bytes]:
    """Every document, converted in one go."""
    sources = {
        **{f"good {name}": partial(docx, tree) for name, tree in GOOD.items()},
        **{f"profile B {name}": partial(docx, tree, None, True) for name, tree in GOOD.items()},
        **{f"broken {name}": partial(docx, GOOD[each.good], each.change) for name, each in BROKEN.items()},
        **{f"shifted {name}": partial(docx, GOOD[each.good], each.change) for name, each in SHIFTED.items()},
    }
    computer, programs = this_computer(), Programs()
    with scratch() as place:
        env, _ = prepare(computer, programs, place, [REPOSITORY / "build" / "fonts"], Faces())
        converter = Converter(Office(find(computer), env, programs), place)
        made = list(converter.convert([Source(name, read) for name, read in sources.items()], jobs=2))
    assert [] == [each.finding for each in made if each.pdf is None]
    return {each.name: each.pdf for each in made if each.pdf is not None}


def failed(verdicts: list[Verdict]) -> dict[str, str]:
    """What failed, with what was found there."""
    return {
        each.clause: f"{each.expected}，{each.found}，{each.place}" for each in verdicts if each.outcome == "failed"
    }


@pytest.mark.parametrize("name", GOOD)
def test_good_pages_fail_nothing(name: str, pdfs: dict[str, bytes]) -> None:
    assert {} == failed(inspect_pages(pdfs[f"good {name}"], "a.pdf"))


@pytest.mark.parametrize("name", GOOD)
def test_the_page_layout_of_33476_is_as_good(name: str, pdfs: dict[str, bytes]) -> None:
    for profile in (None, "B"):
        assert {} == failed(inspect_pages(pdfs[f"profile B {name}"], "a.pdf", profile))


@pytest.mark.parametrize("name", BROKEN)
def test_broken_pages_fail_the_clause_they_break_and_no_other(name: str, pdfs: dict[str, bytes]) -> None:
    verdicts = inspect_pages(pdfs[f"broken {name}"], "a.pdf")
    assert [BROKEN[name].clause] == list(failed(verdicts)), failed(verdicts)
    for each in verdicts:
        if each.outcome == "failed":
            assert each.expected
            assert each.found
            assert each.place.startswith("第")
            assert each.remedy.endswith("。")


@pytest.mark.parametrize("name", SHIFTED)
def test_a_rule_that_is_only_shifted_is_told_so(name: str, pdfs: dict[str, bytes]) -> None:
    faults = [
        each.found
        for each in inspect_pages(pdfs[f"shifted {name}"], "a.pdf")
        if each.outcome == "failed" and each.clause == SHIFTED[name].clause
    ]
    assert ["向右偏2.0毫米"] == list(dict.fromkeys(faults))


def test_every_clause_of_pages_is_judged_in_some_good_document(pdfs: dict[str, bytes]) -> None:
    verdicts = [each for name in GOOD for each in inspect_pages(pdfs[f"good {name}"], "a.pdf")]
    assert JUDGED == {each.clause for each in verdicts}
    never = JUDGED - {each.clause for each in verdicts if each.outcome == "passed"}
    assert never <= {"N3"}


def test_stand_ins_count_as_what_they_stand_for_with_a_note(pdfs: dict[str, bytes]) -> None:
    [verdict] = [each for each in inspect_pages(pdfs["good notice"], "a.pdf") if each.clause == "P4"]
    assert ("passed", "FandolFang-Regular 代仿宋") == (verdict.outcome, verdict.found)


def test_what_does_not_apply_says_why(pdfs: dict[str, bytes]) -> None:
    for each in inspect_pages(pdfs["good plain"], "a.pdf"):
        assert each.outcome != "not_applicable" or each.found, each.clause
