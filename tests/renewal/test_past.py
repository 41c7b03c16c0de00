"""past: what the old year came to, told to the new one; nothing invented passes as a result."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.period import Period
from lowcapdocs.model.progress import PastResult, Return
from lowcapdocs.renewal.past import add_past
from lowcapdocs.renewal.yaml_text import YamlText
from tests.builders import campaign

MAY, JUNE = Period("month", 2020, 5), Period("month", 2020, 6)


def returned(period: Period, accepted: int, *, town: str = "jishigang", sample: bool = False) -> Return:
    return Return(period=period, town=town, measure="improve", accepted=Decimal(accepted), sample=sample)


def written(figures: Figures, text: str = "name: 要点\n") -> tuple[str, str]:
    """The campaign.yaml with the results, and why there are none."""
    changed = YamlText(text.encode())
    why = add_past(changed, figures)
    return changed.data().decode(), why


def test_the_latest_period_tells_what_was_accepted_of_the_quota() -> None:
    figures = Figures(campaign(returns=(returned(MAY, 3), returned(JUNE, 20), returned(JUNE, 0, town="shiqi"))))
    assert ("name: 要点\n\npast:\n  - {measure: improve, year: 2020, quota: 28, accepted: 20}\n", "") == written(
        figures
    )


def test_results_of_earlier_years_stay_and_none_is_told_twice() -> None:
    known = "past:\n  - {measure: improve, year: 2019, quota: 9, accepted: 9} # 去年\n"
    figures = Figures(campaign(returns=(returned(JUNE, 20),)))
    line = "  - {measure: improve, year: 2020, quota: 28, accepted: 20}\n"
    assert known + line == written(figures, known)[0]
    told = PastResult("improve", 2020, None, Decimal(20))
    assert (known, "") == written(Figures(campaign(returns=(returned(JUNE, 20),), past=(told,))), known)


def test_keys_are_chinese_where_those_of_the_file_are() -> None:
    figures = Figures(campaign(returns=(returned(JUNE, 20),)))
    line = "  - {指标: improve, 年度: 2020, 任务数: 28, 累计验收: 20}\n"
    assert f"名称: 要点\n\n往年完成情况:\n{line}" == written(figures, "名称: 要点\n")[0]


def test_without_returns_nothing_is_told() -> None:
    assert ("name: 要点\n", "") == written(Figures(campaign()))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"returns": (returned(MAY, 3), returned(JUNE, 20, sample=True))}, "2020年的报送是示例数据"),
        ({"returns": (returned(Period("month", 0, 6), 20),), "year": None}, "上一年的数据没有写年度"),
    ],
)
def test_what_is_invented_or_of_no_year_is_no_result(changes: dict[str, object], why: str) -> None:
    text, told = written(Figures(campaign(**changes)))
    assert why == told
    assert text.startswith(f"name: 要点\n\npast:\n  # {why}")
    assert "improve" not in text
