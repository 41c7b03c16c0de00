"""checks.drift: an issued text against the data of today."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lowcapdocs.checks.drift import check, unissued
from lowcapdocs.draft.parse import parse
from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.quantity import Blank, Goal, Quota
from tests.builders import campaign, draft, told

GONE = "印发文本里，{0}为“3”，数据里已经没有了（第4行）。"
CASES = {
    "[28](goal/improve)": [],
    "[28](goal/improve)和[28](goal/improve)": [],
    "[30](goal/improve)": ["印发文本里，整治提升主要目标为“30”，数据现为“28”（第4行）。"],
    "[30](goal/improve)和[30](goal/improve)": ["印发文本里，整治提升主要目标为“30”，数据现为“28”（第4行）。"],
    "[/](quota/jishigang/phase_out)": [],
    "[2](quota/jishigang/phase_out)": ["印发文本里，集士港镇淘汰数任务数为“2”，数据现为“/”（第4行）。"],
    "[0](quota/shiqi/improve)": [],
    "[××](quota/shiqi/phase_out)": [],
    "[3](quota/shiqi/phase_out)": ["印发文本里，石碶街道淘汰数任务数为“3”，数据现为空（第4行）。"],
    "[3](quota/gone/improve)": [GONE.format("quota/gone/improve")],
    "[3](quota)": [GONE.format("quota")],
    "[3](progress/2020-06/jishigang/improve/done)": [GONE.format("progress/2020-06/jishigang/improve/done")],
    "[3](ledger/gone/evidence/x)": [GONE.format("ledger/gone/evidence/x")],
    "[3](ledger/sum/all/all/to-publish)": [],
    "[3](nothing/of/the/kind)": [GONE.format("nothing/of/the/kind")],
}


@pytest.mark.parametrize("text", CASES)
def test_old_and_new_value_are_told(text: str) -> None:
    found = list(check(Figures(campaign()), parse(draft(text)), "印发.md"))
    assert CASES[text] == [each.message for each in found]
    assert ["issued-drift 印发.md 第4行"] * len(found) == told(found)
    assert ["warning"] * len(found) == [each.level for each in found]


def test_a_unit_by_another_name_has_moved_away_too() -> None:
    tree = parse(draft("甲。", title="关于[石碶乡](town/shiqi)的通知"))
    assert ["印发文本里，石碶街道的名称为“石碶乡”，数据现为“石碶街道”（第2行）。"] == [
        each.message for each in check(Figures(campaign()), tree, "")
    ]


def test_one_reminder_tells_of_every_figure_of_a_document_and_of_every_line_that_it_stands_on() -> None:
    quota = "[3](quota/jishigang/improve)"
    tree = parse(draft("\n\n".join([quota, quota, "[28](goal/improve)[9](goal/improve)", quota, quota])))
    told_once = [each.message for each in check(Figures(campaign()), tree, "印发.md")]
    assert [
        "印发文本里，2项与现在的数据不同：集士港镇整治提升任务数为“3”，数据现为“28”（第4、6、10行等4处）；"
        "整治提升主要目标为“9”，数据现为“28”（第8行）。"
    ] == told_once


def test_of_many_figures_the_first_are_told_and_all_are_counted() -> None:
    tree = parse(draft("".join(f"[3](quota/gone{place}/improve)" for place in range(40))))
    (found,) = check(Figures(campaign()), tree, "印发.md")
    assert (True, 5) == ("40项与现在的数据不同" in found.message, found.message.count("quota/gone"))
    assert found.message.endswith("；等等。")


def test_a_draft_that_differs_is_one_error_however_many_figures_differ() -> None:
    tree = parse(draft("[3](quota/jishigang/improve)和[9](goal/improve)"))
    (found,) = unissued(Figures(campaign()), tree, "草稿.md")
    assert ("draft-drift", "error") == (found.code, found.level)
    assert found.message.startswith("草稿里，2项与现在的数据不同：集士港镇整治提升任务数为“3”，数据现为“28”（第4行）；")


def test_new_data_is_compared_as_it_prints() -> None:
    changed = campaign(goals=(Goal("improve", Decimal("28.0")),), quotas=(Quota("shiqi", "improve", Blank.NONE),))
    assert [] == list(check(Figures(changed), parse(draft("[28](goal/improve)[/](quota/shiqi/improve)")), ""))
