from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from lowcapdocs.model.schedule import DEFAULT_LIGHTS, Light
from lowcapdocs.web.charts.bars import MOST_BARS, Bar, bars
from lowcapdocs.web.charts.progress import progress_bar
from lowcapdocs.web.charts.states import Part, states
from lowcapdocs.web.charts.svg import lines, width
from lowcapdocs.web.charts.trend import TrendPoint, trend
from tests.builders import HOSTILE

GREEN, YELLOW, RED = DEFAULT_LIGHTS
NASTY = (*HOSTILE, "</title><script>alert(1)</script>", "</svg>", "]]>", "\x07", "\u202e", "<![CDATA[")


def tree(chart: Markup) -> ElementTree.Element:
    """The chart as XML, which is stricter than HTML."""
    return ElementTree.fromstring(str(chart))


def texts(chart: Markup) -> list[str]:
    return ["".join(each.itertext()) for each in tree(chart).iter("text")]


def cells(chart: Markup) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row] for row in tree(chart).iter("tr")]


def described(chart: Markup) -> str:
    return tree(chart).findtext("svg/desc") or ""


def discs(chart: Markup) -> list[tuple[float, float]]:
    """Where the marks of what is done stand, that of the legend first."""
    drawn = "".join(str(each.get("d")) for each in tree(chart).iter("path") if each.get("fill") == "#b02a1c")
    return [(float(x) + 4, float(y)) for x, y in re.findall(r"M([\d.-]+) ([\d.-]+)a4 4 ", drawn)]


def month(number: int, done: float | None, planned: float | None = 50) -> TrendPoint:
    values = [None if each is None else Decimal(str(each)) for each in (done, planned)]
    return TrendPoint(f"2020年{number}月", date(2020, number, 28), *values)


def row(label: str, value: float | None, light: Light | None = GREEN) -> Bar:
    return Bar(label, None if value is None else Decimal(str(value)), Decimal(50), light)


CHARTS = {
    "trend": trend("进度", [month(1, 10), month(2, None), month(3, 120.5)], name="t"),
    "bars": bars(
        "完成率", [row("集士港镇", 71.4), row("石碶街道", None, None), row("高桥镇", 0, RED)], DEFAULT_LIGHTS, name="b"
    ),
    "many bars": bars(
        "完成率", [row(f"第{number}镇", number % 140) for number in range(1300)], DEFAULT_LIGHTS, name="m"
    ),
    "states": states("任务状态", [Part("已完成", 3), Part("推进中", 5), Part("未启动", 0)], name="s"),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_is_named_and_described_and_has_its_table(name: str) -> None:
    figure = tree(CHARTS[name])
    (svg,) = figure.iter("svg")
    assert "img" == svg.get("role")
    ids = (svg.get("aria-labelledby") or "").split()
    assert [svg.find("title"), svg.find("desc")] == [
        next(each for each in svg.iter() if each.get("id") == id) for id in ids
    ]
    assert svg.findtext("title") == figure.findtext("figcaption") == next(figure.iter("caption")).text
    assert {"col"} == {each.get("scope") for each in figure.findall(".//thead/tr/th")}
    assert {"row"} == {each.get("scope") for each in figure.findall(".//tbody/tr/th")}


@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_needs_no_inline_style_and_no_face_of_ours(name: str) -> None:
    assert not re.search(r"\sstyle=|<style|<script|href=\"http", str(CHARTS[name]))
    assert "'Noto Sans CJK SC'" in str(next(tree(CHARTS[name]).iter("svg")).get("font-family"))


def test_ids_of_a_page_are_its_own() -> None:
    ids = [each.get("id") for chart in CHARTS.values() for each in tree(chart).iter() if each.get("id")]
    assert len(set(ids)) == len(ids)
    used = set(re.findall(r"url\(#([^)]*)\)", "".join(CHARTS.values())))
    assert used <= set(ids)


def test_a_missing_period_is_a_gap_and_said() -> None:
    chart = CHARTS["trend"]
    done = [
        each for each in tree(chart).iter("path") if each.get("stroke-dasharray") is None and each.get("fill") == "none"
    ]
    assert [] == done  # a line has two ends: neither of the two points has a neighbour
    assert "未报" in texts(chart)
    assert ["2020年2月", "未报", "50.0%"] in cells(chart)
    assert "2020年2月未报" in described(chart)


def test_the_summary_says_how_far_it_is() -> None:
    assert "截至2020年3月，实际进度120.5%，序时进度50%；2020年2月未报。" == described(CHARTS["trend"])
    assert "共3项，完成率最低0%，最高71.4%，1项未报。" == described(CHARTS["bars"])
    assert "共8项：已完成3项，推进中5项。" == described(CHARTS["states"])


def test_lights_are_told_by_pattern_colour_and_text() -> None:
    chart = CHARTS["bars"]
    drawn = [(len(each.findall("path")), each[0].get("fill")) for each in tree(chart).iter("pattern")]
    assert [(0, "#00B050"), (1, "#FFC000"), (2, "#C00000")] == drawn
    assert {"71.4% 绿灯", "未报", "0% 红灯"} <= set(texts(chart))


def test_of_very_many_rows_the_picture_shows_how_they_are_spread_and_the_table_all() -> None:
    chart = CHARTS["many bars"]
    shown = dict(zip(texts(chart)[::2], texts(chart)[1::2], strict=True))
    assert 1300 == sum(int(count.removesuffix("项")) for count in shown.values())
    assert ("100项", "9项", "351项") == (shown["0%—9.9%"], shown["100%"], shown["超过100%"])
    assert 1301 == len(cells(chart))
    assert tree(chart).find("details") is not None


@pytest.mark.parametrize("count", [1, 18, MOST_BARS, MOST_BARS + 1])
def test_any_number_of_rows_is_drawn(count: int) -> None:
    chart = bars("完成率", [row("镇", 50)] * count, name="b")
    height = float(str(next(tree(chart).iter("svg")).get("height")))
    assert 20 < height < 2000


@pytest.mark.parametrize(
    "chart", [trend("进度", [], name="t"), bars("完成率", [], name="b"), states("状态", [Part("甲", 0)], name="s")]
)
def test_without_data_there_are_words_and_no_picture(chart: Markup) -> None:
    assert [] == list(tree(chart).iter("svg"))
    assert tree(chart).findtext("p")


def test_more_than_all_fits_in_the_picture() -> None:
    chart = trend("进度", [month(1, 50), month(2, 320)], name="t")
    assert "400%" in texts(chart)
    assert min(y for _, y in discs(chart)) > 0


def test_amounts_have_their_unit() -> None:
    chart = trend("家数", [month(1, 1321, 1500), month(2, 2642, 3000)], "家", name="t")
    assert {"单位：家", "2642", "3000"} <= set(texts(chart))
    assert ["2020年2月", "2642家", "3000家"] in cells(chart)


def test_one_period_and_two_of_one_day_are_drawn() -> None:
    assert "30%" in texts(trend("进度", [month(1, 30)], name="t"))
    assert "40%" in texts(trend("进度", [month(1, 30), month(1, 40)], name="t"))


def test_periods_stand_where_their_days_are() -> None:
    _, *found = discs(trend("进度", [month(1, 1), month(2, 2), month(12, 3)], name="t"))  # the first is of the legend
    first, second, third = (x for x, _ in found)
    assert third - second > 5 * (second - first)


@pytest.mark.parametrize("text", NASTY)
def test_hostile_names_are_text_in_every_chart(text: str) -> None:
    name = f"甲{text}乙"
    light = Light(id="green", name=name, color="00B050", behind=None)
    made = (
        trend(name, [TrendPoint(name, date(2020, 1, 1), Decimal(5))], name, name="t"),
        bars(name, [Bar(name, Decimal(5), None, light, 'x"><script>')], (light,), name="b"),
        states(name, [Part(name, 1)], name, name="s"),
    )
    for chart in made:
        figure = tree(chart)
        assert set() == {each.tag for each in figure.iter()} & {"script", "b"}
        if name.isprintable():
            assert name == figure.findtext("figcaption")
            assert name in [cell for row in cells(chart) for cell in row]


def test_a_long_name_is_wrapped_and_loses_nothing() -> None:
    name = "宁波国家高新技术产业开发区（示范园区）管理委员会"
    assert name == "".join(lines(name, 140))
    assert max(map(width, lines(name, 140))) <= 140
    assert ["Zone of High", "Technology"] == lines("Zone of High Technology", 130)
    assert ["甲"] == lines("甲", 1)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("71.4"), '<progress class="bar" max="100" value="71.4" aria-label="甲：71.4%">71.4%</progress>'),
        (Decimal(130), '<progress class="bar" max="100" value="100" aria-label="甲：130%">130%</progress>'),
        (Decimal(0), '<progress class="bar" max="100" value="0" aria-label="甲：0%">0%</progress>'),
        (None, '<span class="bar-missing">未报</span>'),
    ],
)
def test_a_bar_of_the_browser_tells_its_number_and_whose_it_is(value: Decimal | None, expected: str) -> None:
    assert expected == progress_bar(value, "甲")


def test_the_same_figures_give_the_same_picture() -> None:
    again = bars(
        "完成率", [row("集士港镇", 71.4), row("石碶街道", None, None), row("高桥镇", 0, RED)], DEFAULT_LIGHTS, name="b"
    )
    assert CHARTS["bars"] == again
