"""title: lines that keep words and values whole, in the shape of a 梯形 or 菱形 (7.3.1)."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcapdocs.gongwen.elements import Span
from lowcapdocs.gongwen.lexicon import WORDS
from lowcapdocs.gongwen.standard import SIZE_2, TYPE_AREA_WIDTH
from lowcapdocs.gongwen.title import lines
from lowcapdocs.gongwen.wording import em_width

WIDTH = TYPE_AREA_WIDTH / (SIZE_2 * 10)
TITLES = Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").split()
"""Titles as offices write them; ｜ stands where a person who knows the rules would break them."""
JUDGED = [title.split("｜") for title in TITLES if "｜" in title]
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


def has_legal_shape(widths: list[float]) -> bool:
    """Whether the lines grow, shrink, or grow and then shrink."""
    widest = widths.index(max(widths))
    return widths[: widest + 1] == sorted(widths[: widest + 1]) and widths[widest:] == sorted(
        widths[widest:], reverse=True
    )


def cut_words(found: list[str]) -> set[str]:
    """Words of the lexicon that the breaks between the lines `found` go through."""
    text = "".join(found)
    breaks = list(accumulate(map(len, found[:-1])))
    return {
        word
        for place in breaks
        for word in WORDS
        for start in range(max(place - len(word) + 1, 0), place)
        if text.startswith(word, start)
    }


@pytest.mark.parametrize("expected", JUDGED, ids="".join)
def test_titles_break_where_a_person_would(expected: list[str]) -> None:
    assert expected == lines((Span("".join(expected)),))


@pytest.mark.parametrize("title", [title.replace("｜", "") for title in TITLES])
def test_titles_keep_words_whole_and_have_a_shape(title: str) -> None:
    found = lines((Span(title),))
    widths = list(map(em_width, found))
    assert title == "".join(found)
    assert max(widths) <= WIDTH
    assert has_legal_shape(widths)
    assert min(widths) >= 2
    assert set() == cut_words(found)
    assert [] == [line for line in found[1:] if line[0] in "》”）、，的及和与" or line.startswith("通知")]
    assert [] == [line for line in found[:-1] if line[-1] in "《“（" or line.endswith("关于")]


def test_there_are_titles_enough_to_judge_by() -> None:
    assert (80, 60) <= (len(TITLES), len(JUDGED))


@pytest.mark.parametrize("title", ["", "关于印发工作要点的通知", "海曙区人民政府关于落后产能的通知"])
def test_a_title_that_fits_a_line_is_one_line(title: str) -> None:
    assert [title] == lines((Span(title),))


def test_the_titles_of_a_series_differ_in_their_names_alone() -> None:
    def broken(town: str, year: str) -> list[str]:
        rest = "年淘汰落后产能及“低散乱”整治提升目标任务的通知"
        return lines(title_of("关于下达", (town, "town/a"), (year, "campaign/year"), rest))

    second = "“低散乱”整治提升目标任务的通知"
    assert ["关于下达集士港镇2020年淘汰落后产能及", second] == broken("集士港镇", "2020")
    assert ["关于下达古林镇2021年淘汰落后产能及", second] == broken("古林镇", "2021")
    assert ["关于下达望春工业园区2020年", "淘汰落后产能及“低散乱”", "整治提升目标任务的通知"] == broken(
        "望春工业园区", "2020"
    )


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
    assert has_legal_shape(list(map(em_width, lines((Span(title),)))))


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


@given(st.lists(st.tuples(st.text(max_size=60), st.booleans()), max_size=8))
@settings(max_examples=200)
def test_no_title_of_whatever_text_loses_text_or_leaves_the_type_area(pieces: list[tuple[str, bool]]) -> None:
    title = tuple(Span(text, path="a/b" if value else "") for text, value in pieces)
    found = lines(title)
    assert "".join(span.text for span in title) == "".join(found)
    assert max(map(em_width, found)) <= WIDTH


@given(st.text(alphabet="落后产能《》“”（）、的a1 x\x00\x01\x02\u3000", min_size=1, max_size=300))
@settings(max_examples=150)
def test_no_title_of_marks_loses_text_or_leaves_the_type_area(text: str) -> None:
    found = lines((Span(text), Span("集士港镇", path="town/a")))
    assert text + "集士港镇" == "".join(found)
    assert max(map(em_width, found)) <= WIDTH


@pytest.mark.parametrize("text", ["落后产能整治" * 60, "关于印发" * 12 + "a" * 50, "（" * 90, "。" * 90, "a" * 90])
def test_a_pasted_page_is_broken_into_lines_all_the_same(text: str) -> None:
    found = lines((Span(text),))
    assert text == "".join(found)
    assert max(map(em_width, found)) <= WIDTH
