"""nodes: what is done to every text that is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.sources.nodes import clean, control_characters, key
from tests.builders import HOSTILE


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("集士港镇", " 集士港镇\u3000"),
        ("集士港镇", "集士\n港镇"),
        ("集士港镇", "集士\r\n  港镇\n\n"),
        ("a b", "a\nb"),
        ("a甲", "a\n甲"),
        ("集士港镇", "\ufeff集士\u200b港镇"),
        ("甲 乙", "甲\t乙"),
        ("", "\n"),
        ("甲\xa0乙", "甲\xa0乙"),
    ],
)
def test_a_text_is_one_line_without_invisible_marks(expected: str, text: str) -> None:
    assert expected == clean(text)


@given(st.text())
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert once == clean(once)
    assert "\n" not in once


@pytest.mark.parametrize("text", HOSTILE)
def test_cleaning_takes_nothing_that_can_be_seen(text: str) -> None:
    assert text.strip() == clean(text)


def test_names_compare_without_width_case_and_white_space() -> None:
    assert "vocs(家)1" == key(" VOCs （家）\u3000１")


def test_control_and_direction_marks_are_named_by_their_code() -> None:
    assert "" == control_characters("集士港镇\u3000 a")
    assert "U+0007、U+202E" == control_characters("集\u202e士\x07港\x07")
    assert "U+D800" == control_characters("\ud800")
