"""redact: a secret in every field of every record; what is withheld is nowhere, what is public is there."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.disclose.redact import redact
from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.disclosure import NEEDED, REMARKS, TABLES, Disclosure
from lowcapdocs.model.paths import text_at
from lowcapdocs.model.schedule import DEFAULT_LIGHTS
from lowcapdocs.sources.disclosure import COLUMNS as HEADINGS
from tests.disclose.planted import COLUMNS, KIND, SECRETS, planted

OUT = {("out", "")}
NEVER = {(table, column) for table, column in COLUMNS if column in REMARKS}
"""Remarks, whatever the data says of them."""
ALL = {(table, column) for table, listed in HEADINGS.items() for column in listed} | set(COLUMNS)
"""Every column there is."""


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    return planted(tmp_path_factory.mktemp("planted") / "planted")


def seen(campaign: Campaign, public: set[tuple[str, str]], **changes: Any) -> Campaign:
    """What is left of `campaign` with these columns public, after a review."""
    stated = Disclosure(
        columns={table: {column: "主动公开" for of, column in public if of == table} for table in TABLES},
        basis="〖review.basis〗",
        reviewer="〖review.reviewer〗",
        day=date(1979, 1, 1),
        sample="〖review.sample〗",
    )
    return redact(dataclasses.replace(campaign, **{"disclosure": stated, **changes}), OUT)


def texts(value: object) -> Iterator[str]:
    """Every text, number and day anywhere in `value`, keys of mappings among them."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from texts(list(value.items()))
    elif isinstance(value, (tuple, list, frozenset, set)):
        for each in value:
            yield from texts(each)
    elif isinstance(value, datetime):
        yield value.isoformat(" ", "minutes")
    elif isinstance(value, Decimal):
        yield f"{value:f}"
    elif value is not None:
        yield str(value)


def held(redacted: Campaign, secrets: tuple[str, ...]) -> list[str]:
    """Those of `secrets` that stand anywhere in `redacted`: texts within others, numbers and days by themselves."""
    listed = {each.lower() for each in texts(redacted)}
    whole = "\n".join(listed)
    return [each for each in secrets if (each.lower() in whole if "〖" in each or "s-" in each else each in listed)]


def test_more_than_a_hundred_secrets_are_planted_in_every_column_there_is() -> None:
    assert sum(map(len, SECRETS.values())) >= 150
    references = {
        *{("campaign", column) for column in ("issuer", "without", "texts", "ledger_covers")},
        *{("towns", column) for column in ("kind", "parent")},
        *{("tasks", column) for column in ("leads", "cooperating", "responsible", "basis")},
        *{("quotas", column) for column in ("town", "measure")},
        ("schedule", "supervised"),
        *{("progress", column) for column in ("period", "town", "measure", "revision", "sample")},
        *{("task_progress", column) for column in ("period", "task", "state", "revision", "sample")},
        *{("ledger", column) for column in ("town", "measure", "outcome", "state", "disclosure", "sample")},
        *{("penalties", column) for column in ("firm", "kind", "authority", "disclosure", "sample")},
    }
    assert references == ALL - set(COLUMNS)


@pytest.mark.parametrize("place", sorted(set(COLUMNS) - NEVER))
def test_what_is_public_is_there(place: tuple[str, str], campaign: Campaign) -> None:
    assert list(COLUMNS[place]) == held(seen(campaign, ALL), COLUMNS[place])


@pytest.mark.parametrize("place", sorted(COLUMNS))
def test_what_one_column_withholds_is_nowhere(place: tuple[str, str], campaign: Campaign) -> None:
    assert [] == held(seen(campaign, ALL - {place}), COLUMNS[place])


@pytest.mark.parametrize("place", sorted(NEVER))
def test_remarks_are_nowhere_even_where_the_data_makes_them_public(place: tuple[str, str], campaign: Campaign) -> None:
    assert [] == held(seen(campaign, ALL), COLUMNS[place])


@pytest.mark.parametrize("place", sorted(COLUMNS))
def test_one_public_column_opens_no_other(place: tuple[str, str], campaign: Campaign) -> None:
    """Beside what the table and the campaign cannot be without."""
    table = place[0]
    needed = {(table, column) for column in NEEDED[table]} | {("campaign", "name")}
    redacted = seen(campaign, needed | {place})
    closed = {each: secrets for each, secrets in COLUMNS.items() if each not in needed | {place}}
    assert {} == {each: found for each, secrets in closed.items() if (found := held(redacted, secrets))}


ONLY_REVIEW = ("〖review.basis〗", "〖review.reviewer〗", "〖review.sample〗", "1979-01-01")
KEPT = tuple(secret for (table, _), listed in SECRETS.items() if table == "documents" for secret in listed)


def test_of_documents_only_the_published_are_there_and_of_those_what_the_site_needs(campaign: Campaign) -> None:
    redacted = seen(campaign, ALL)
    assert ["out"] == [each.id for each in redacted.documents]
    assert {"〖documents-out.file〗", "〖documents-out.number〗", "out"} == {
        each for each in held(redacted, KEPT) if "〖" in each or each in ("out", "kept")
    }
    lines = tuple(secret for (table, _), listed in SECRETS.items() if table == "publications" for secret in listed)
    shown = ("index_number", "subject", "keywords", "summary", "sample")
    assert {*(f"〖publications-out.{field}〗" for field in shown), "2044-02-03 05:06"} == set(held(redacted, lines))


def test_who_reviewed_it_and_on_what_is_not_told(campaign: Campaign) -> None:
    assert [] == held(seen(campaign, ALL), ONLY_REVIEW)


def test_where_it_stands_in_our_files_is_not_told(campaign: Campaign) -> None:
    files = (".csv", ".yaml", "planted/")
    assert [] == [each for each in texts(seen(campaign, ALL)) if any(part in each for part in files)]


@pytest.mark.parametrize("missing", ["basis", "reviewer", "day"])
def test_without_a_review_nothing_is_public(missing: str, campaign: Campaign) -> None:
    columns = {table: {column: "主动公开" for of, column in ALL if of == table} for table in TABLES}
    review: dict[str, Any] = {"basis": "某办法", "reviewer": "某科", "day": date(2020, 4, 1)}
    del review[missing]
    redacted = seen(campaign, ALL, disclosure=Disclosure(columns=columns, **review))
    assert [] == [each for listed in COLUMNS.values() for each in held(redacted, listed)]


def test_of_a_campaign_whose_name_is_not_public_nothing_is_left(campaign: Campaign) -> None:
    redacted = seen(campaign, ALL - {("campaign", "name")})
    assert [] == [each for listed in COLUMNS.values() for each in held(redacted, listed)]
    assert ("", (), (), ()) == (redacted.id, redacted.towns, redacted.firms, redacted.returns)


def test_without_disclosure_nothing_is_left(campaign: Campaign) -> None:
    redacted = redact(campaign, OUT)
    assert [] == [each for listed in COLUMNS.values() for each in held(redacted, listed)]


@pytest.mark.parametrize(
    ("table", "records"),
    [
        ("departments", lambda campaign: (campaign.departments, campaign.penalties, campaign.issuer)),
        ("towns", lambda campaign: (campaign.towns, campaign.quotas, campaign.returns, campaign.firms)),
        ("tasks", lambda campaign: (campaign.areas, campaign.task_returns)),
    ],
)
def test_what_leans_on_a_table_goes_with_it(
    table: str, records: Callable[[Campaign], tuple[object, ...]], campaign: Campaign
) -> None:
    assert all(records(seen(campaign, ALL)))
    assert not any(records(seen(campaign, {each for each in ALL if each[0] != table})))


def test_what_leans_on_the_measures_goes_with_them(campaign: Campaign) -> None:
    redacted = seen(campaign, ALL - {("campaign", "measures")})
    assert ((), (), (), ()) == (redacted.quotas, redacted.returns, redacted.goals, redacted.past)
    assert [""] == [firm.measure for firm in redacted.firms]


@pytest.mark.parametrize("attribute", ["依申请公开", "不予公开"])
def test_a_record_that_is_withheld_is_gone(attribute: str, campaign: Campaign) -> None:
    closed = seen(
        campaign,
        ALL,
        firms=tuple(dataclasses.replace(each, disclosure=attribute) for each in campaign.firms),
        penalties=tuple(dataclasses.replace(each, disclosure=attribute) for each in campaign.penalties),
    )
    assert ((), ()) == (closed.firms, closed.penalties)


def test_a_record_that_is_stated_to_be_public_is_as_its_columns(campaign: Campaign) -> None:
    firms = tuple(dataclasses.replace(each, disclosure="主动公开") for each in campaign.firms)
    assert seen(campaign, ALL).firms == seen(campaign, ALL, firms=firms).firms
    assert [""] == [each.address for each in seen(campaign, ALL - {("ledger", "address")}, firms=firms).firms]


@pytest.mark.parametrize("column", ["name", "credit_code"])
def test_what_a_penalty_takes_from_the_ledger_is_public_only_where_it_is_there(column: str, campaign: Campaign) -> None:
    firm = campaign.firms[0]
    taken = tuple(
        dataclasses.replace(each, **{column: getattr(firm, column)}, from_ledger=(column,))
        for each in campaign.penalties
    )
    assert [getattr(firm, column)] == [getattr(each, column) for each in seen(campaign, ALL, penalties=taken).penalties]
    closed = seen(campaign, ALL - {("ledger", column)}, penalties=taken)
    assert [] == [getattr(each, column) for each in closed.penalties if getattr(each, column)]
    withheld = tuple(dataclasses.replace(each, disclosure="不予公开") for each in campaign.firms)
    gone = seen(campaign, ALL, penalties=taken, firms=withheld)
    assert [] == [getattr(each, column) for each in gone.penalties if getattr(each, column)]


def test_an_id_that_is_not_public_gives_way_to_a_place_in_the_list(campaign: Campaign) -> None:
    redacted = seen(campaign, ALL - {("ledger", "id"), ("penalties", "id")})
    assert (["firm-1"], ["penalty-1"], ["firm-1"]) == (
        [each.id for each in redacted.firms],
        [each.id for each in redacted.penalties],
        [each.firm for each in redacted.penalties],
    )


def test_corrections_that_are_not_public_leave_what_counts(campaign: Campaign) -> None:
    first = campaign.returns[0]
    listed = (dataclasses.replace(first, revision=0, done=Decimal(99_991)), first)
    assert [0, 1] == [each.revision for each in seen(campaign, ALL, returns=listed).returns]
    closed = seen(campaign, ALL - {("progress", "revision")}, returns=listed)
    assert [(0, first.done)] == [(each.revision, each.done) for each in closed.returns]


def test_text_that_names_a_withheld_target_or_basis_is_gone(campaign: Campaign) -> None:
    area = campaign.areas[0]
    task = dataclasses.replace(area.tasks[0], text="查{s-target}，依{s-basis}。")
    areas = (dataclasses.replace(area, tasks=(task,)),)
    assert ["查{s-target}，依{s-basis}。"] == [each.text for each in seen(campaign, ALL, areas=areas).tasks]
    for place in (("tasks", "targets"), ("campaign", "basis")):
        assert [""] == [each.text for each in seen(campaign, ALL - {place}, areas=areas).tasks]


@pytest.mark.parametrize(
    "place",
    [
        ("campaign", "year"),
        ("campaign", "deadline"),
        *(("schedule", each) for each in ("phases", "start", "curve", "lights")),
    ],
)
def test_no_plan_is_made_of_defaults_where_the_true_one_is_withheld(place: tuple[str, str], campaign: Campaign) -> None:
    day = date(2031, 6, 30)
    assert campaign.plan.planned(day) == seen(campaign, ALL).plan.planned(day)
    closed = seen(campaign, ALL - {place})
    assert (None, ()) == (closed.plan.planned(day), closed.plan.phases)


def test_lights_are_withheld_even_where_they_are_the_usual_ones(campaign: Campaign) -> None:
    day = date(2031, 6, 30)
    assert campaign.schedule is not None
    usual = dataclasses.replace(campaign.schedule, lights=DEFAULT_LIGHTS)
    assert seen(campaign, ALL, schedule=usual).plan.planned(day) is not None
    assert seen(campaign, ALL - {("schedule", "lights")}, schedule=usual).plan.planned(day) is None


@pytest.mark.parametrize("column", ["publicity_days", "calendar"])
def test_no_end_of_publicity_is_counted_where_its_days_are_withheld(column: str, campaign: Campaign) -> None:
    assert campaign.plan.publicity_days == seen(campaign, ALL).plan.publicity_days
    for closed in (ALL - {("schedule", column)}, ALL - {("schedule", column), ("schedule", "phases")}):
        assert seen(campaign, closed).plan.publicity_days == 0


def test_days_that_are_withheld_are_not_known(campaign: Campaign) -> None:
    closed = seen(campaign, ALL - {("schedule", "publicity_days"), ("schedule", "reply_days")})
    assert [None, None] == [text_at(closed, f"schedule/{name}") for name in ("publicity_days", "reply_days")]


def test_no_score_is_worked_out_where_what_it_comes_from_is_withheld(campaign: Campaign) -> None:
    assert seen(campaign, ALL).assessment is not None
    assert seen(campaign, ALL - {("assessment", "adjustments")}).assessment is None


def test_papers_that_the_ledger_does_not_show_are_not_asked_for(campaign: Campaign) -> None:
    firms = Figures(seen(campaign, ALL - {("ledger", KIND)}))
    assert {"s-measure": ()} == firms.campaign.required_evidence


def test_what_is_invented_is_marked_whatever_is_public(campaign: Campaign) -> None:
    closed = seen(campaign, {each for each in ALL if each[1] != "sample"})
    assert ([True], [True], [True], [True]) == (
        [each.sample for each in closed.returns],
        [each.sample for each in closed.task_returns],
        [each.sample for each in closed.firms],
        [each.sample for each in closed.penalties],
    )
    assert closed.schedule is not None
    assert closed.assessment is not None
    assert ("示例数据", "示例数据") == (closed.schedule.sample, closed.assessment.sample)
