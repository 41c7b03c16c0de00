"""Huzhou: a campaign of nothing but figures, in a year that its source does not tell."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from lowcapdocs.draft.progress_views import ProgressView
from lowcapdocs.draft.views import CampaignView
from lowcapdocs.figures.figures import Figures
from lowcapdocs.inspect.report import inspect_docx
from lowcapdocs.model.period import Period
from lowcapdocs.sources.load import load
from tests.builders import HAISHU, REPOSITORY
from tests.workbook.test_writer import rows as sheet_rows
from tests.workspaces import HUZHOU_CODES, copied, findings, run, word_text

NAME = "huzhou"
HALF, JUNE = Period("half", 0, 1), Period("month", 0, 6)
FIGURES = [
    ["单位工业增加值能耗下降率", "%", 7.2, "上半年"],
    ["单位工业增加值能耗下降率全省位次", "位", 3, "上半年"],
    ["淘汰落后企业数", "家", 163, "上半年"],
    ["腾出能源消耗空间", "万吨标准煤", 9.75, "上半年"],
    ["“散乱污”企业治理数", "家", 1013, "上半年"],
    ["“低散乱”企业整改数", "家", 2106, "6月"],
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(tmp_path_factory.mktemp("huzhou"), NAME)
    ran = run(root, "all")
    assert (0, HUZHOU_CODES) == (ran.code, ran.codes())
    return root / "build/word" / NAME


@pytest.fixture(scope="module")
def text(folder: Path) -> str:
    return word_text(folder / "进展情况（上半年）.docx")


@pytest.mark.parametrize("command", ["check", "draft", "word"])
def test_a_campaign_of_figures_alone_is_told_nothing_but_that_its_text_is_not_there(
    tmp_path: Path, command: str
) -> None:
    root = copied(tmp_path, NAME)
    assert [f"issued-incomplete policy_data/{NAME}/documents.yaml 第1行 “text”"] == findings(root)
    ran = run(root, command)
    assert (0, HUZHOU_CODES) == (ran.code, ran.codes())


def test_every_figure_of_the_source_is_in_the_data_for_all_together() -> None:
    figures = Figures(load(REPOSITORY / "policy_data" / NAME))
    assert (JUNE, HALF) == figures.periods
    found = {each.id: figures.standing(HALF, each.id).done for each in figures.campaign.measures}
    assert {
        "intensity": Decimal("7.2"), "place": 3, "phase_out": 163, "energy": Decimal("9.75"), "improve": 2106,
        "scattered": 1013,
    } == found  # fmt: skip
    assert 2106 == figures.standing(JUNE, "improve").done
    assert figures.standing(JUNE, "phase_out").done is None


def test_the_bulletin_tells_each_figure_with_its_unit_and_period(text: str) -> None:
    assert (
        "上半年，全市单位工业增加值能耗下降7.2%，下降率居全省第3位，淘汰落后企业163家，腾出能源消耗空间9.75万吨标准煤，"
        "完成“散乱污”企业治理1013家。" in text
    )
    assert "截至6月，全市完成“低散乱”企业整改2106家。" in text


def test_the_table_holds_the_same_figures(folder: Path) -> None:
    rows = sheet_rows((folder / "进展情况（上半年）.xlsx").read_bytes())
    assert [["指标", "单位", "数值", "期次"], *FIGURES] == rows[1:8]


def test_a_year_that_is_not_known_is_printed_nowhere(text: str) -> None:
    assert load(REPOSITORY / "policy_data" / NAME).year is None
    assert [] == re.findall(r"\d{4}年|0000|××", text)
    assert "原文未载年份" in text


def test_the_noise_of_the_repost_is_nowhere(text: str) -> None:
    assert [] == [word for word in ("能耗管理", "木业", "南浔", "燃气发电", "重点发展", "天津") if word in text]


def test_the_document_breaks_no_clause(folder: Path) -> None:
    report = inspect_docx((folder / "进展情况（上半年）.docx").read_bytes(), "a.docx")
    assert [] == [line.text for line in report.lines() if line.faults]


def test_the_history_of_a_period_are_the_reports_up_to_it_the_latest_first() -> None:
    campaign = load(HAISHU)
    figures = Figures(campaign)
    found = ProgressView(CampaignView(campaign), figures, Period("month", 2020, 6)).history
    assert ["[2020年6月](period/2020-06)", "[2020年5月](period/2020-05)", "[2020年4月](period/2020-04)"] == [
        each.period for each in found
    ]
