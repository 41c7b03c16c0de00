"""elements: the words of spans."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from lowcapdocs.gongwen.elements import Gongwen, Span, plain


def test_the_words_of_spans_are_their_texts_in_a_row() -> None:
    assert "" == plain(())
    assert "甲" == plain((Span("甲", path="a"),))
    assert "甲乙" == plain((Span("甲"), Span("乙", strong=True)))


def test_an_element_cannot_be_changed() -> None:
    tree = Gongwen(title=(Span("甲"),))
    with pytest.raises(FrozenInstanceError):
        tree.annotation = "乙"  # type: ignore[misc]
