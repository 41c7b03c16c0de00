"""checks.drift: an issued text against the data of today."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lowcapdocs.checks.drift import check
from lowcapdocs.draft.parse import parse
from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.quantity import Blank, Goal, Quota
from tests.builders import campaign, draft, told

CASES = {
    "[28](goal/improve)": [],
    "[28](goal/improve)和[28](goal/improve)": [],
    "[30](goal/improve)": ["印发文本为“30”，现在数据为“28”（goal/improve）。"],
    "[30](goal/improve)和[30](goal/improve)": ["印发文本为“30”，现在数据为“28”（goal/improve）。"],
    "[/](quota/jishigang/phase_out)": [],
    "[2](quota/jishigang/phase_out)": ["印发文本为“2”，现在数据为“/”（quota/jishigang/phase_out）。"],
    "[0](quota/shiqi/improve)": [],
    "[××](quota/shiqi/phase_out)": [],
    "[3](quota/shiqi/phase_out)": ["印发文本为“3”，现在数据为“空”（quota/shiqi/phase_out）。"],
    "[3](quota/gone/improve)": ["印发文本里的“3”（quota/gone/improve）在数据里已经没有了。"],
    "[3](quota)": ["印发文本里的“3”（quota）在数据里已经没有了。"],
    "[3](progress/2020-06/jishigang/improve/done)": [
        "印发文本里的“3”（progress/2020-06/jishigang/improve/done）在数据里已经没有了。"
    ],
    "[3](ledger/gone/evidence/x)": ["印发文本里的“3”（ledger/gone/evidence/x）在数据里已经没有了。"],
    "[3](ledger/sum/all/all/to-publish)": [],
    "[3](nothing/of/the/kind)": ["印发文本里的“3”（nothing/of/the/kind）在数据里已经没有了。"],
}


@pytest.mark.parametrize("text", CASES)
def test_old_and_new_value_are_told(text: str) -> None:
    found = list(check(Figures(campaign()), parse(draft(text)), "印发.md"))
    assert CASES[text] == [each.message for each in found]
    assert ["issued-drift 印发.md 第4行"] * len(found) == told(found)
    assert ["warning"] * len(found) == [each.level for each in found]


def test_a_unit_by_another_name_has_moved_away_too() -> None:
    tree = parse(draft("甲。", title="关于[石碶乡](town/shiqi)的通知"))
    assert ["印发文本为“石碶乡”，现在数据为“石碶街道”（town/shiqi）。"] == [
        each.message for each in check(Figures(campaign()), tree, "")
    ]


def test_new_data_is_compared_as_it_prints() -> None:
    changed = campaign(goals=(Goal("improve", Decimal("28.0")),), quotas=(Quota("shiqi", "improve", Blank.NONE),))
    assert [] == list(check(Figures(changed), parse(draft("[28](goal/improve)[/](quota/shiqi/improve)")), ""))
