"""redact: every field of every class of the model is decided on, so that a new one is withheld until somebody does."""

from __future__ import annotations

import ast
import dataclasses
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import lowcapdocs.disclose
from lowcapdocs.disclose.redact import WITHHELD
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.deadline import Deadline, Recurrence, Span
from lowcapdocs.model.period import Period
from lowcapdocs.problems import Where

ROOM = Path(lowcapdocs.disclose.__file__).parent
FILES = ("lens", "redact", "redact_schedule", "redact_year")
VALUES = {Deadline, Span, Recurrence, Period}
"""Made of a phrase, or of numbers alone: what a public phrase means is public."""


def parts(kind: object) -> Iterator[type]:
    """Every dataclass that a field of type `kind` may hold, and those within them."""
    for each in typing.get_args(kind) or (kind,):
        if typing.get_args(each):
            yield from parts(each)
        elif isinstance(each, type) and dataclasses.is_dataclass(each):
            yield each


def model() -> set[type]:
    """Every dataclass that stands anywhere in a campaign."""
    found: set[type] = set()
    left: list[type] = [Campaign]
    while left:
        each = left.pop()
        if each not in found:
            found.add(each)
            left += [part for kind in typing.get_type_hints(each).values() for part in parts(kind)]
    return found - {Where} - VALUES


def made() -> dict[str, list[set[str]]]:
    """The fields that each class is made with, at each place in the files of redaction."""
    found: dict[str, list[set[str]]] = {}
    for name in FILES:
        for node in ast.walk(ast.parse((ROOM / f"{name}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert not (node.args and node.func.id in {each.__name__ for each in model()}), node.func.id
                found.setdefault(node.func.id, []).append({each.arg or "**" for each in node.keywords})
    return found


def test_the_model_is_all_that_a_campaign_holds() -> None:
    names = {each.__name__ for each in model()}
    assert {"Campaign", "Town", "Duty", "Stated", "Light", "Calendar", "Adjustment", "Penalty", "Publication"} < names
    assert len(names) >= 30


@pytest.mark.parametrize("kind", sorted(model(), key=str), ids=[each.__name__ for each in sorted(model(), key=str)])
def test_every_field_is_shown_by_its_column_or_withheld_for_good(kind: type) -> None:
    fields = {each.name for each in dataclasses.fields(kind)}
    shown = [each for each in made()[kind.__name__] if each]
    assert shown, "made nowhere"
    decided = {"where", "text_where"} | WITHHELD.get(kind.__name__, frozenset())
    for each in shown:
        assert each.isdisjoint(decided)
        assert fields <= each | decided
        assert "**" not in each


def test_what_is_withheld_for_good_exists() -> None:
    known = {each.__name__: {field.name for field in dataclasses.fields(each)} for each in model()}
    assert [] == [name for name, fields in WITHHELD.items() if not fields <= known.get(name, set())]


def test_no_record_is_copied() -> None:
    """`replace` of a record would carry along what nobody decided on; of a deadline it puts its day."""
    copied = [
        ast.unparse(node.args[0])
        for name in FILES
        for node in ast.walk(ast.parse((ROOM / f"{name}.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("replace", "copy", "deepcopy", "asdict")
    ]
    assert ["self._as_read(deadline)"] == copied
