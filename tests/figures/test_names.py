"""figures.names: what a clerk is told of instead of a path."""

from __future__ import annotations

import pytest

from lowcapdocs.figures.figures import Figures
from lowcapdocs.figures.names import name_at
from lowcapdocs.figures.paths import STANDING_FIELDS
from lowcapdocs.sources.load import load
from tests.builders import HAISHU

FIGURES = Figures(load(HAISHU))
NAMES = {
    "quota/jishigang/improve": "集士港镇整治提升“低散乱”企业（作坊）任务数",
    "goal/improve": "整治提升“低散乱”企业（作坊）主要目标",
    "total/improve": "全区整治提升“低散乱”企业（作坊）任务数合计",
    "campaign/deadline": "活动时限",
    "town/jishigang": "集士港镇的名称",
    "progress/2020-06/jishigang/improve/rate-short": "2020年6月集士港镇整治提升“低散乱”企业（作坊）完成率",
    "progress/2020-06/all/improve/before": "2020年6月全区整治提升“低散乱”企业（作坊）上期完成率",
    "progress/2020-06/count/unreported": "2020年6月未报送单位数",
}


@pytest.mark.parametrize("path", NAMES)
def test_a_figure_is_called_by_its_place_in_the_data(path: str) -> None:
    assert NAMES[path] == name_at(FIGURES, path)


@pytest.mark.parametrize("field", STANDING_FIELDS)
def test_every_figure_of_progress_has_words(field: str) -> None:
    path = f"progress/2020-06/jishigang/improve/{field}"
    assert name_at(FIGURES, path).startswith("2020年6月集士港镇整治提升“低散乱”企业（作坊）")


@pytest.mark.parametrize("path", ["", "quota/gone/improve", "progress/2020-06/gone/improve/rate", "nothing/of/it"])
def test_what_the_data_does_not_have_is_called_by_its_path(path: str) -> None:
    assert path == name_at(FIGURES, path)
