from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.model.ledger import COLUMNS
from lowcapdocs.model.site import Site
from lowcapdocs.model.task import Area
from lowcapdocs.web.open_data import KINDS, Dataset, as_of, datasets, files, modified
from lowcapdocs.web.record import Record
from lowcapdocs.web.tables.schema import schema
from tests.builders import HOSTILE, JISHIGANG, SHIQI, TASK, campaign
from tests.web.opened import APRIL, MAY, firm, opened, penalty, record, reported, returned
from tests.web.tables.fits import misfits

SITE = Site(name="测试网", licence="注明来源即可使用", organizer="某区")
RECORDS = (record(dated=date(2020, 4, 20), published=datetime(2020, 4, 21, 9, 30), keywords=("甲", "乙")),)


def made(public: PublicCampaign, records: tuple[Record, ...] = RECORDS) -> dict[str, bytes]:
    return {asset.address: asset.data for asset in files(datasets([public], records), SITE)}


def rows(public: PublicCampaign, table: str) -> list[dict[str, Any]]:
    return json.loads(made(public)[f"data/test/{table}.json"])["data"]


def csv_rows(public: PublicCampaign, table: str) -> list[dict[str, str]]:
    text = made(public)[f"data/test/{table}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_table_has_its_two_files_and_its_schema() -> None:
    names = [kind.name for kind in KINDS]
    expected = {f"data/test/{name}.{ending}" for name in names for ending in ("csv", "json")}
    assert expected | {f"data/schema/{name}.json" for name in names} == set(made(opened(reported())))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_data_fits_its_schema(kind: Any) -> None:
    files = made(opened(reported()))
    stated = json.loads(files[f"data/schema/{kind.name}.json"])
    found = json.loads(files[f"data/test/{kind.name}.json"])
    assert schema(kind) == stated
    assert [] == list(misfits(found, stated))
    assert found["data"]


def test_a_misfit_is_found() -> None:
    (towns,) = (kind for kind in KINDS if kind.name == "towns")
    found = json.loads(made(opened(reported()))["data/test/towns.json"])
    found["data"][0] |= {"phone": "1", "order": True}
    del found["data"][1]["id"]
    assert [
        "$.data[0].order: True is no ['integer', 'null']",
        "$.data[0]: phone is not foreseen",
        "$.data[1]: no id",
    ] == list(misfits(found, schema(towns)))


def test_a_file_says_what_it_is_and_as_of_when() -> None:
    found = json.loads(made(opened(reported()))["data/test/progress.json"])
    del found["data"]
    assert {
        "title": "进展",
        "campaign": "测试要点",
        "as_of": "2020-05-31",
        "source": "海曙区工强办",
        "licence": "注明来源即可使用",
        "schema": "../schema/progress.json",
        "sample": None,
    } == found


@pytest.mark.parametrize("table", ["towns", "tasks", "documents"])
def test_a_list_is_not_as_of_the_last_return(table: str) -> None:
    assert json.loads(made(opened(reported()))[f"data/test/{table}.json"])["as_of"] is None


def test_progress_has_the_figures_of_documents_by_period() -> None:
    found = rows(opened(reported()), "progress")
    of_town = {(row["period"], row["town"]): row for row in found if row["measure_id"] == "improve"}
    may = of_town["2020-05", "集士港镇"]
    assert (2, -1, 2, 7.1, 1, 1) == tuple(
        may[name] for name in ("done", "fresh", "accepted", "rate", "reported", "rank")
    )
    assert of_town["2020-04", "合计"]["is_total"]
    assert of_town["2020-04", "合计"]["town_id"] is None


def test_nothing_zero_and_unknown_are_three_things() -> None:
    found = {
        (row["town_id"], row["measure_id"]): (row["quota"], row["assigned"])
        for row in rows(opened(reported()), "quotas")
    }
    assert {
        ("jishigang", "improve"): (28, True),
        ("shiqi", "improve"): (0, True),
        ("jishigang", "phase_out"): (None, False),
    } == found


def test_a_negative_number_stays_a_number_in_csv() -> None:
    found = [row["fresh"] for row in csv_rows(opened(reported()), "progress") if row["town_id"] == "jishigang"]
    assert "-1" in found


def test_tasks_are_told_with_their_targets_filled_in() -> None:
    stated = replace(TASK, text="按{catalogue}对{audits}企业实施监察。")
    (task,) = rows(opened(reported(areas=(Area(id="energy", name="能耗方面", tasks=(stated,)),))), "tasks")
    assert "按《指导目录》对13家以上企业实施监察。" == task["text"]
    assert ["节能监察：13家以上"] == task["targets"]
    (told,) = rows(opened(reported()), "task_progress")
    assert ["节能监察：2家"] == told["amounts"]


@pytest.mark.parametrize(
    "column", [column for column in COLUMNS if column not in ("disclosure", "sample", "name", "town", "state")]
)
def test_a_column_of_the_ledger_that_is_not_public_is_in_no_file(column: str) -> None:
    public = opened(reported(), [f"ledger/{column}"])
    names = set(rows(public, "firms")[0])
    assert set() == names & {column, f"{column}_id"}
    assert set() == set(csv_rows(public, "firms")[0]) & {column, f"{column}_id"}


def test_nothing_that_tells_of_a_person_is_a_field_at_all() -> None:
    (firms,) = (kind for kind in KINDS if kind.name == "firms")
    assert set() == {field.name for field in firms.fields} & {"legal_person", "phone", "remark", "disclosure"}
    text = b"".join(made(opened(reported())).values()).decode()
    assert "0574-00000000" not in text
    assert "内情" not in text


@pytest.mark.parametrize("number", ["done", "fresh", "accepted"])
def test_without_one_of_its_numbers_there_is_no_table_of_progress(number: str) -> None:
    assert "data/test/progress.csv" in made(opened(reported()))
    assert "data/test/progress.csv" not in made(opened(reported(), [f"progress/{number}"]))


def test_a_table_that_is_closed_has_no_file() -> None:
    found = made(opened(reported(), ["ledger/name", "quotas/amount"]))
    assert "data/test/firms.csv" not in found
    assert "data/test/quotas.json" not in found
    assert "data/schema/firms.json" not in found


def test_a_campaign_with_nothing_public_has_no_data() -> None:
    assert () == datasets([opened(campaign(), ["campaign/name"])], ())


def test_documents_are_a_table_in_the_words_of_the_catalogue() -> None:
    (found,) = rows(opened(reported()), "documents")
    assert ("关于甲的通知", "2020-04-20", "2020-04-21T09:30:00", ["甲", "乙"]) == tuple(
        found[name] for name in ("title", "dated", "published", "keywords")
    )


def test_data_is_as_of_the_last_period_and_changed_on_the_last_day_that_is_told() -> None:
    public = opened(reported())
    assert (date(2020, 5, 31), date(2020, 6, 5)) == (as_of(public), modified(public))
    silent = opened(reported(), ["progress/day", "task_progress/day"])
    assert date(2020, 5, 31) == modified(silent)
    planned = opened(campaign())
    assert (None, date(2020, 4, 21)) == (as_of(planned), modified(planned, RECORDS))
    assert modified(planned) is None


def test_a_period_of_no_known_year_has_no_day() -> None:
    whole = reported(
        returns=(returned(replace(APRIL, year=0), JISHIGANG.id, done=Decimal(1), accepted=Decimal(1)),), task_returns=()
    )
    assert as_of(opened(whole)) is None
    assert rows(opened(whole), "progress")[0]["period_end"] is None


@pytest.mark.parametrize("text", [*HOSTILE, "=1+1", "</script>", "\u202e甲", "甲\x07", "=cmd|' /C calc'!A0"])
def test_hostile_names_stand_in_every_file_as_text(text: str) -> None:
    name = f"甲{text}乙"
    whole = reported(
        towns=(replace(JISHIGANG, name=name), SHIQI),
        firms=(firm(name, town=replace(JISHIGANG, name=name)),),
        penalties=(penalty(name),),
    )
    public = opened(whole)
    shown = name.replace("\u202e", "\ufffd").replace("\x07", "\ufffd")
    assert shown == rows(public, "firms")[0]["name"] == csv_rows(public, "firms")[0]["name"]
    assert shown == rows(public, "towns")[0]["name"] == csv_rows(public, "towns")[0]["name"]
    assert shown == rows(public, "penalties")[0]["name"]


def test_a_name_that_is_a_formula_is_harmless_in_csv_and_itself_in_json() -> None:
    public = opened(reported(firms=(firm("=HYPERLINK(1)"),)))
    assert "=HYPERLINK(1)" == rows(public, "firms")[0]["name"]
    assert "'=HYPERLINK(1)" == csv_rows(public, "firms")[0]["name"]


def test_the_same_data_gives_the_same_bytes() -> None:
    assert made(opened(reported())) == made(opened(reported()))


def test_periods_of_the_data_are_in_order() -> None:
    periods = list(dict.fromkeys(row["period"] for row in rows(opened(reported()), "progress")))
    assert [APRIL.id, MAY.id] == periods


def test_tables_stand_in_the_order_of_the_page() -> None:
    (found,) = datasets([opened(reported())], RECORDS)
    assert isinstance(found, Dataset)
    assert [kind.name for kind in KINDS] == [table.kind.name for table in found.tables]
