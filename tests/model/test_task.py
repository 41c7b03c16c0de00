"""task: placeholders in the text of a task."""

from __future__ import annotations

from lowcapdocs.model.task import PLACEHOLDER


def test_a_placeholder_is_an_id_in_braces() -> None:
    assert ["audits", "", "a b"] == PLACEHOLDER.findall("{audits}与{}与{a b}与{与}".replace("{与}", "{"))


def test_the_innermost_braces_are_the_placeholder() -> None:
    assert ["b"] == PLACEHOLDER.findall("{a{b}c}")
