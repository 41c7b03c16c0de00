"""returns send: a workbook for each town with something to do, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from lowcapdocs.intake.grid import read
from lowcapdocs.model.period import read_period
from lowcapdocs.returns.layout import AMOUNTS_SHEET, FIRMS_SHEET, HELP_SHEET, LIST_SHEET, META_SHEET
from lowcapdocs.returns.parcel import Parcel, parcels
from lowcapdocs.returns.write import xlsx
from lowcapdocs.sources.load import load
from tests.builders import HAISHU
from tests.returns.rounds import NAME, SENT, fill, new_round
from tests.workspaces import DATA, HAISHU_DATA, edited, manifest, run, sample, small, tree_of


@pytest.fixture(scope="module")
def parcel() -> Parcel:
    campaign = load(HAISHU)
    return next(parcels(campaign, read_period("2020-10"), campaign.towns))


@pytest.fixture(scope="module")
def parts(parcel: Parcel) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(xlsx(parcel))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def test_every_town_with_a_quota_gets_a_workbook_named_by_its_place_in_the_official_list(tmp_path: Path) -> None:
    done = run(sample(tmp_path), "returns", "send", NAME, "2020年10月")
    names = [path.name for path in sorted((tmp_path / SENT).glob("*.xlsx"))]
    assert (0, 12) == (done.code, len(names))
    assert ("01-集士港镇-2020年10月.xlsx", "18-望春工业园区-2020年10月.xlsx") == (names[0], names[-1])
    assert "是" == manifest(tmp_path / SENT)[names[0]]["sample"]


def test_the_same_data_gives_the_same_bytes(parcel: Parcel) -> None:
    assert xlsx(parcel) == xlsx(parcel)


def test_a_town_without_a_quota_gets_one_if_it_has_firms(tmp_path: Path) -> None:
    ledger = "编号,企业名称,统一社会信用代码,镇街,状态,列入日期\na1,甲坊,/,西街道,列入,2020-03-01\n"
    small(tmp_path, {f"{DATA}/ledger.csv": ledger})
    run(tmp_path, "returns", "send", "test", "2020-10")
    grids = {grid.sheet: grid for grid in read(tmp_path / "build/returns/test/2020-10/02-西街道-2020年10月.xlsx", "")}
    assert "没有下达任务数，只核对“企业”一表。" in [cell for row in grids[AMOUNTS_SHEET].rows for cell in row]
    assert ["a1", "甲坊", "/"] == grids[FIRMS_SHEET].rows[6][:3]


def test_nobody_to_send_to_is_told(tmp_path: Path) -> None:
    small(tmp_path, edited("quotas.csv", ("东镇,8", "东镇,/"), ("全区,8", "全区,/")))
    done = run(tmp_path, "returns", "send", "test", "2020-10")
    assert (1, ["return-nobody"]) == (done.code, done.codes())


@pytest.mark.parametrize(("period", "code"), [("十月", "period-form"), ("2021-10", "return-year")])
def test_a_period_that_is_none_or_of_another_year_is_told(tmp_path: Path, period: str, code: str) -> None:
    assert [code] == run(small(tmp_path), "returns", "send", "test", period).codes()


def test_the_sheets_for_us_are_very_hidden_and_the_others_are_locked_without_a_password(
    parts: dict[str, str],
) -> None:
    sheets = re.findall(r'<sheet name="([^"]+)"[^>]*?( state="veryHidden")? r:id', parts["xl/workbook.xml"])
    assert [(AMOUNTS_SHEET, ""), (FIRMS_SHEET, ""), (HELP_SHEET, "")] == sheets[:3]
    assert [(LIST_SHEET, ' state="veryHidden"'), (META_SHEET, ' state="veryHidden"')] == sheets[3:]
    for number in (1, 2, 3):
        protection = re.search("<sheetProtection[^>]*>", parts[f"xl/worksheets/sheet{number}.xml"])
        assert protection
        assert "password" not in protection[0]
        assert all(f'{what}="0"' in protection[0] for what in ("sort", "autoFilter", "formatColumns"))


def test_names_lead_to_the_lists_and_prompts_are_chinese(parts: dict[str, str]) -> None:
    names = re.findall('<definedName name="([^"_]+)"', parts["xl/workbook.xml"])
    assert {"状态", "处置方式", "指标"} <= set(names)
    rules = re.findall("<dataValidation [^>]*>", parts["xl/worksheets/sheet2.xml"])
    lists = [rule for rule in rules if 'type="list"' in rule]
    days = [rule for rule in rules if 'type="date"' in rule]
    assert (3, 11) == (len(lists), len(days))
    assert all("请" in rule and "promptTitle=" in rule for rule in [*lists, *days])
    amounts = re.findall("<dataValidation [^>]*>", parts["xl/worksheets/sheet1.xml"])
    assert 10 == sum('type="whole"' in rule for rule in amounts)


def test_it_prints_on_one_page_across_with_its_headings_on_each(parts: dict[str, str]) -> None:
    for number in (1, 2):
        sheet = parts[f"xl/worksheets/sheet{number}.xml"]
        assert re.search('<pageSetup paperSize="9"[^>]*fitToHeight="0"[^>]*orientation="landscape"', sheet)
        assert 'state="frozen"' in sheet
    assert 2 == parts["xl/workbook.xml"].count("_xlnm.Print_Titles")


def test_what_is_invented_is_said_to_be(parts: dict[str, str]) -> None:
    assert "示例数据：进展、企业等为演示而编，不是真实情况" in parts["xl/sharedStrings.xml"]


def test_a_campaign_without_invented_data_says_nothing_of_it(tmp_path: Path) -> None:
    run(small(tmp_path), "returns", "send", "test", "2020-10")
    with zipfile.ZipFile(tmp_path / "build/returns/test/2020-10/01-东镇-2020年10月.xlsx") as package:
        assert "示例数据" not in package.read("xl/sharedStrings.xml").decode()


def test_a_workbook_that_was_filled_in_is_not_overwritten(tmp_path: Path) -> None:
    sent = new_round(tmp_path)
    filled = fill(sent.pen("集士港镇")).path.read_bytes()
    place = sent.files["集士港镇"]
    place.write_bytes(filled)
    done = run(tmp_path, "returns", "send", NAME, "2020-10")
    assert ["file-edited"] == done.codes()
    assert filled == place.with_name(f"{place.stem}（改动1）.xlsx").read_bytes()


def test_one_town_can_be_sent_to_alone(tmp_path: Path) -> None:
    sent = new_round(tmp_path)
    before = tree_of(tmp_path / SENT)
    sent.files["集士港镇"].unlink()
    assert 0 == run(tmp_path, "returns", "send", NAME, "2020-10", "--town", "集士港").code
    assert before == tree_of(tmp_path / SENT)
    assert ["name-unknown"] == run(tmp_path, "returns", "send", NAME, "2020-10", "--town", "没有镇").codes()


def test_what_was_reported_for_the_period_already_is_sent_along(tmp_path: Path) -> None:
    sample(tmp_path)
    run(tmp_path, "returns", "send", NAME, "2020-09")
    place = tmp_path / f"build/returns/{NAME}/2020-09/01-集士港镇-2020年9月.xlsx"
    row = next(grid for grid in read(place, "") if grid.sheet == AMOUNTS_SHEET).rows[6]
    told = next(each for each in load(tmp_path / HAISHU_DATA).returns if each.period.id == "2020-09")
    assert [float(told.done or 0), float(told.accepted or 0)] == [row[6], row[10]]


def test_output_among_the_data_is_refused(tmp_path: Path) -> None:
    place = str(small(tmp_path) / "policy_data/out")
    assert ["output-place"] == run(tmp_path, "returns", "send", "test", "2020-10", "--out", place).codes()
