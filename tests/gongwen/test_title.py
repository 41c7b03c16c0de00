"""title: lines that keep words and values whole, in the shape of a 梯形 or 菱形 (7.3.1)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcapdocs.gongwen.elements import Span
from lowcapdocs.gongwen.standard import SIZE_2, TYPE_AREA_WIDTH
from lowcapdocs.gongwen.title import lines
from lowcapdocs.gongwen.wording import em_width

WIDTH = TYPE_AREA_WIDTH / (SIZE_2 * 10)
TOWNS = ["集士港镇", "石碶街道", "望春工业园区", "龙观乡"]
PHRASES = [
    "淘汰落后产能",
    "“低散乱”",
    "整治提升",
    "目标任务",
    "工作",
    "的",
    "和",
    "、",
    "VOCs",
    "企业（作坊）",
    "《方案》",
]


def title_of(*pieces: str | tuple[str, str]) -> tuple[Span, ...]:
    """Prose as text, values as (text, path)."""
    return tuple(Span(each) if isinstance(each, str) else Span(each[0], path=each[1]) for each in pieces)


@pytest.mark.parametrize(
    ("expected", "title"),
    [
        ([""], ""),
        (["关于印发工作要点的通知"], "关于印发工作要点的通知"),
        (
            ["2020年度淘汰落后产能及“低散乱”", "整治提升工作目标任务分解表"],
            "2020年度淘汰落后产能及“低散乱”整治提升工作目标任务分解表",
        ),
        (
            ["关于印发《海曙区2020年淘汰落后产能及", "“低散乱”整治提升工作要点》的通知"],
            "关于印发《海曙区2020年淘汰落后产能及“低散乱”整治提升工作要点》的通知",
        ),
    ],
)
def test_titles_break_between_words(expected: list[str], title: str) -> None:
    assert expected == lines((Span(title),))


def test_a_value_of_data_is_not_cut() -> None:
    title = title_of(
        "关于下达", ("海曙望春甲乙", "town/a"), ("2020", "campaign/year"), "年", "甲" * 9, "目标任务的通知"
    )
    assert any("海曙望春甲乙" in line for line in lines(title))
    assert any("2020年" in line for line in lines(title))


def test_a_value_too_long_for_half_a_line_breaks_between_words() -> None:
    name = "海曙区2020年淘汰落后产能及“低散乱”整治提升工作要点"
    assert ["关于印发《海曙区2020年淘汰落后产能及", "“低散乱”整治提升工作要点》的通知"] == lines(
        title_of("关于印发《", (name, "campaign/name"), "》的通知")
    )


def test_a_line_between_two_longer_ones_is_avoided() -> None:
    title = "甲" * 16 + "《" + "乙" * 10 + "》" + "丙" * 18
    widths = [em_width(line) for line in lines((Span(title),))]
    assert not widths[0] > widths[1] < widths[2]


@given(st.sampled_from(TOWNS), st.lists(st.sampled_from(PHRASES), min_size=1, max_size=14))
@settings(max_examples=200)
def test_lines_keep_the_text_the_width_and_the_values(town: str, phrases: list[str]) -> None:
    title = title_of("关于下达", (town, "town/a"), ("2020", "campaign/year"), "年", "".join(phrases), "的通知")
    found = lines(title)
    text = "".join(span.text for span in title)
    assert text == "".join(found)
    assert max(map(em_width, found)) <= WIDTH
    assert em_width(found[-1]) >= 2
    assert any(town in line for line in found)
    assert any("2020年" in line for line in found)
    assert not any(line[0] in "》”）、，的和" for line in found[1:])
    assert not any(line[-1] in "《“（" for line in found[:-1])


@given(st.text(alphabet="落后产能《》“”（）、的a1 x", min_size=1, max_size=300))
@settings(max_examples=150)
def test_no_title_loses_text_or_leaves_the_type_area(text: str) -> None:
    found = lines((Span(text),))
    assert text == "".join(found)
    assert max(map(em_width, found)) <= WIDTH


@pytest.mark.parametrize("text", ["落后产能整治" * 60, "关于印发" * 12 + "a" * 50, "（" * 90, "。" * 90, "a" * 90])
def test_a_pasted_page_is_broken_into_lines_all_the_same(text: str) -> None:
    found = lines((Span(text),))
    assert text == "".join(found)
    assert max(map(em_width, found)) <= WIDTH
