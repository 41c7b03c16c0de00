"""units: what a title line may not cut, and what a break costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lowcapdocs.gongwen.lexicon import TAILS, VERBS, WORDS
from lowcapdocs.gongwen.units import INSTITUTION, NAME, NUMBER, units

WIDEST = 19.0


def cut(text: str) -> str:
    """The units of `text`, with a stroke between them."""
    return "｜".join(units(text, WIDEST).texts)


@pytest.mark.parametrize(
    "expected",
    [
        "2020年度｜淘汰落后产能及｜“低散乱”｜整治提升｜工作｜目标任务｜分解表",
        "关于下达｜2020年｜目标任务的通知",
        "关于印发｜《海曙区｜2020年｜工作要点》的通知",
        "企业（作坊）｜整治提升",
        "三年行动计划（2020—2022年）",
        "工作方案（试行）",
        "加快推进｜石碶街道｜整治",
        "海曙区｜人民政府办公室",
        "30家｜企业｜63%",
        "VOCs｜整治",
        "“绿剑·卫蓝”｜行动和｜企业",
    ],
)
def test_text_is_cut_into_units(expected: str) -> None:
    assert expected == cut(expected.replace("｜", ""))


def test_values_of_data_are_units_of_their_own() -> None:
    assert ("关于下达", NAME, f"{NUMBER}年", "整治提升", "目标任务的通知") == units(
        f"关于下达{NAME}{NUMBER}年整治提升目标任务的通知", WIDEST
    ).texts


def test_the_name_of_an_institution_costs_most_to_cut() -> None:
    _, costs = units("海曙区人民政府办公室关于工作", WIDEST)
    assert INSTITUTION == costs[1] == max(costs)
    assert costs[2] < 0


def test_two_issuers_may_part() -> None:
    texts, costs = units("海曙区财政局海曙区经济和信息化局关于工作", WIDEST)
    assert ("海曙区", "财政局", "海曙区", "经济和信息化局") == texts[:4]
    assert [INSTITUTION, 0, INSTITUTION] == list(costs[1:4])


def test_what_is_wider_than_a_line_is_no_unit() -> None:
    assert tuple("a" * 60) == units("a" * 60, WIDEST).texts


def test_a_title_of_the_field_needs_no_dictionary_and_another_one_does() -> None:
    script = (
        "import sys; from lowcapdocs.gongwen.units import units\n"
        "units('2020年淘汰落后产能及“低散乱”整治提升目标任务的通知', 19.0); assert 'rjieba' not in sys.modules\n"
        "units('关于沿街商铺油烟净化的通知', 19.0); assert 'rjieba' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_lexicon_holds_words_and_no_blanks() -> None:
    assert {*VERBS, *TAILS} <= WORDS
    assert [] == [word for word in WORDS if not word or word != word.strip()]
