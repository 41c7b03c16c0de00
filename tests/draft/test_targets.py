"""targets: which documents a series has, how they are told apart, and what their files are called month after month."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lowcapdocs.draft.targets import Target, file_stem, possible, targets
from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.document import DocumentEntry
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.period import read_period
from lowcapdocs.model.schedule import Phase, Schedule
from tests.builders import ENTRY, JISHIGANG, SHIQI
from tests.figures.returns import figures, quota, returned

JUNE = read_period("2020-06")
QUOTAS = (quota("jishigang", 10), quota("shiqi", 4))
BEHIND = (returned("2020-05", accepted=0), returned("2020-06", accepted=9), returned("2020-06", "shiqi", accepted=0))


def series(for_each: Any, **changes: Any) -> DocumentEntry:
    return replace(ENTRY, for_each=for_each, file="{期次}/{序号}-{单位}", **changes)


def files(found: Figures, entry: DocumentEntry) -> list[str]:
    return [file_stem(entry, target) for target in targets(found, entry)]


def test_one_document_tells_of_the_last_period_or_of_that_it_names() -> None:
    found = figures(*BEHIND, quotas=QUOTAS)
    assert [[JUNE], [read_period("2020-05")]] == [
        [target.period for target in targets(found, replace(ENTRY, period=period))]
        for period in (None, read_period("2020-05"))
    ]


def test_each_period_that_was_reported_has_its_document_and_no_other() -> None:
    entry, other = series("period"), replace(ENTRY, id="other", period=read_period("2020-12"))
    found = figures(*BEHIND, quotas=QUOTAS, documents=(entry, other))
    assert ["2020年5月/01-2020年5月", "2020年6月/02-2020年6月"] == files(found, entry)
    assert ["2020-05", "2020-06", "2020-12"] == [target.key for target in possible(found, entry)]


def test_a_letter_goes_to_each_town_behind_at_its_own_place_and_belongs_to_its_period() -> None:
    found = figures(*BEHIND, quotas=QUOTAS)
    entry = series("supervised")
    assert (["2020年6月/02-石碶街道"], ["shiqi@2020-06"]) == (
        files(found, entry),
        [target.key for target in targets(found, entry)],
    )
    assert ["jishigang@2020-05", "shiqi@2020-05", "jishigang@2020-06", "shiqi@2020-06"] == [
        target.key for target in possible(found, entry)
    ]


def test_nobody_is_behind_before_the_first_return() -> None:
    found = figures(quotas=QUOTAS)
    assert ([], ["未报/{序号}-{单位}"]) == (files(found, series("supervised")), files(found, series("none")))


def firm(name: str, state: Any) -> Firm:
    return Firm(id=name, name=f"企业/{name}", town=SHIQI, measure="improve", state=state)


def test_a_firm_keeps_its_place_whatever_becomes_of_the_others() -> None:
    found = figures(firms=(firm("a", "列入"), firm("b", "验收"), firm("c", "拆除")))
    assert ["未报/02-企业_b", "未报/03-企业_c"] == files(found, series("firm", states=("验收", "拆除")))
    assert 3 == len(targets(found, series("firm"))) == len(possible(found, series("firm", states=("验收",))))


def test_each_phase_has_its_document() -> None:
    found = figures(schedule=Schedule(phases=(Phase(id="x", name="部署"), Phase(id="y", name="总结"))))
    assert (["未报/01-部署", "未报/02-总结"], ["x", "y"]) == (
        files(found, series("phase")),
        [each.key for each in targets(found, series("phase"))],
    )


@pytest.mark.parametrize(
    ("expected", "target"),
    [("", Target(period=JUNE)), ("shiqi", Target(SHIQI, 1, 2, JUNE)), ("2020-06", Target(JUNE, 1, 2, JUNE))],
)
def test_what_tells_a_document_from_the_others_is_its_unit(expected: str, target: Target) -> None:
    assert expected == target.key


def test_towns_stand_for_themselves_in_every_month() -> None:
    found = figures(*BEHIND)
    assert [JISHIGANG, SHIQI] == [target.unit for target in possible(found, series("town"))]
