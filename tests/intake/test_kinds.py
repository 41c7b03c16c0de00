"""kinds: the table is sound."""

from __future__ import annotations

import pytest

from lowcapdocs.intake.columns import Vocabulary
from lowcapdocs.intake.kinds import KINDS, Kind
from tests.intake.books import CAMPAIGN


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_kind_speaks_of_fields_that_it_has(kind: Kind) -> None:
    named = {
        kind.subject,
        *kind.naming,
        *kind.needed,
        *kind.reads,
        *kind.headings,
        *kind.measured,
        *kind.asked,
        *kind.required,
    }
    named |= {*kind.scope, *kind.units, *kind.defaults, *(name for names in kind.keys for name in names)}
    assert set() == named - set(kind.columns)
    assert kind.one_by_measure in {"", *kind.measured}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_our_own_headings_mean_their_fields(kind: Kind) -> None:
    vocabulary = Vocabulary(kind, CAMPAIGN.measures)
    for field, headings in kind.columns.items():
        meaning = vocabulary.meaning((headings[0],))
        assert meaning is not None
        assert (field, True) in ((meaning.field, meaning.sure), ("order", meaning.field == "serial"))
