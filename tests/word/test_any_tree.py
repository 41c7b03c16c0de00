"""Any tree within the grammar gives a file whose text is the tree's, that is valid and can be inspected."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import PROFILES
from lowcapdocs.inspect.report import inspect_docx
from lowcapdocs.word.writer import Writer
from tests.word.any_tree import gongwen
from tests.word.ooxml_text import expected, is_moved, printed
from tests.word.test_validity import complaints

WRITERS = {name: Writer(page) for name, page in PROFILES.items()}
WHATEVER_THE_WORDS = ("P2", "P3", "P5", "P6", "H7", "K1", "N1", "N2", "N3", "N4", "T1", "T2", "L1", "L2", "L4")
"""Clauses that layout alone fulfils."""
THOROUGH = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("profile", PROFILES)
@THOROUGH
@given(tree=gongwen())
def test_its_text_is_the_tree_s(profile: str, tree: Gongwen) -> None:
    docx = WRITERS[profile].docx(tree)
    assert expected(tree, is_moved(docx)) == printed(docx)


@settings(THOROUGH, max_examples=20)  # the validator takes a second a file
@given(tree=gongwen())
def test_it_is_valid(tree: Gongwen) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert [] == complaints(WRITERS["A"].docx(tree), Path(folder))


@pytest.mark.parametrize("profile", PROFILES)
@THOROUGH
@given(tree=gongwen())
def test_the_inspector_reads_it_and_says_something_of_every_clause(profile: str, tree: Gongwen) -> None:
    report = inspect_docx(WRITERS[profile].docx(tree), "任意.docx", profile)
    outcomes = {line.clause.id: line.outcome for line in report.lines()}
    assert "passed" == outcomes["P2"]
    at_the_side = ("N1", "N2", "N3") if tree.landscape else ()  # T2 judges page numbers that stand beside the text
    judged = [clause for clause in WHATEVER_THE_WORDS if clause not in at_the_side]
    assert [] == [clause for clause in judged if outcomes[clause] == "failed"]
