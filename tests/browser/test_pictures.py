"""Pictures as Chromium draws them: no label is cut off or lies on another, wide or narrow, with real faces."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Page

from lowcapdocs.model.schedule import DEFAULT_LIGHTS, Light
from lowcapdocs.web.charts.bars import Bar, bars
from lowcapdocs.web.charts.states import Part, states
from lowcapdocs.web.charts.trend import TrendPoint, trend

LONG = "宁波国家高新技术产业开发区（示范园区）管理委员会"
LATIN = "WWWW Zone of Wonderful Manufacturing and MMMM"
LIGHTS = (*DEFAULT_LIGHTS, Light(id="blue", name="蓝灯（提前完成任务）", color="1F5F99", behind=Decimal(0)))
VALUES = (Decimal("71.4"), Decimal(0), Decimal(100), Decimal("133.3"), None, Decimal("8.3"), Decimal(1000))


def months(count: int) -> list[TrendPoint]:
    return [
        TrendPoint(
            f"2020年{number}月",
            date(2020, number, 28),
            None if number == 6 else Decimal(number * number),
            Decimal(8 * number),
        )
        for number in range(1, count + 1)
    ]


def weeks() -> list[TrendPoint]:
    days = [date.fromisocalendar(2020, number, 7) for number in range(1, 53)]
    return [
        TrendPoint(f"2020年第{number}周", day, Decimal(number * 3), Decimal(number * 2))
        for number, day in enumerate(days, 1)
    ]


def rows(count: int, *names: str) -> list[Bar]:
    labels = [*names, *(f"第{number}镇" for number in range(count - len(names)))]
    return [
        Bar(label, VALUES[place % 7], Decimal(50), LIGHTS[place % 4] if VALUES[place % 7] is not None else None)
        for place, label in enumerate(labels)
    ]


CHARTS = {
    "a year": trend("进度", months(12), name="a"),
    "one period": trend("进度", months(1), name="b"),
    "weeks": trend("进度", weeks(), name="c"),
    "amounts": trend(
        "家数",
        [TrendPoint(f"2020年上半年{place}", date(2020, place, 1), Decimal(123456 * place)) for place in range(1, 5)],
        "吨标准煤",
        name="d",
    ),
    "towns": bars("完成率", rows(18, LONG, LATIN), LIGHTS, name="e"),
    "one town": bars("完成率", rows(1), LIGHTS, name="f"),
    "sixty towns": bars("完成率", rows(60), LIGHTS, name="g"),
    "a province": bars("完成率", rows(1300), LIGHTS, name="h"),
    "hostile": bars("完成率", rows(2, "</title><script>alert(1)</script>" * 3), LIGHTS, name="i"),
    "states": states("状态", [Part("已完成", 3), Part(LONG, 5), Part(LATIN, 1), Part("未启动", 0)], name="j"),
}
MEASURED = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
    for (const [text, box] of boxes)
      if (box.left < frame.left - .5 || box.right > frame.right + .5 || box.top < frame.top - .5 || box.bottom > frame.bottom + .5)
        found.push('cut off: ' + text);
    boxes.forEach(([text, box], place) => {
      for (const [other, next] of boxes.slice(place + 1))
        if (Math.min(box.right, next.right) - Math.max(box.left, next.left) > 1 &&
            Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top) > box.height / 3)
          found.push(text + ' lies on ' + other);
    });
  }
  return found;
}"""


def show(page: Page, folder: Path, chart: Markup, width: int) -> None:
    html = (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>图</title>'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        "<style>figure{margin:0}svg{max-width:100%;height:auto}</style></head><body>" + str(chart) + "</body></html>"
    )
    path = folder / "chart.html"
    path.write_text(html, encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", CHARTS)
def test_no_label_is_cut_off_or_lies_on_another(page: Page, tmp_path: Path, name: str, width: int) -> None:
    show(page, tmp_path, CHARTS[name], width)
    assert page.locator("svg text").count() > 0
    assert [] == page.evaluate(MEASURED)


def test_a_label_that_is_cut_off_is_found(page: Page, tmp_path: Path) -> None:
    show(
        page,
        tmp_path,
        Markup('<svg viewBox="0 0 20 20" width="20" height="20"><text x="0" y="10">集士港镇</text></svg>'),
        390,
    )
    assert ["cut off: 集士港镇"] == page.evaluate(MEASURED)


def test_text_on_a_phone_is_still_large_enough_to_read(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, CHARTS["towns"], 390)
    scale = page.evaluate(
        "() => { const svg = document.querySelector('svg'); return svg.getBoundingClientRect().width / svg.viewBox.baseVal.width }"
    )
    assert 14 * scale > 11


def test_a_picture_obeys_a_strict_policy_and_runs_nothing(page: Page, tmp_path: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    show(page, tmp_path, CHARTS["hostile"], 1280)
    assert [] == said
    assert 0 == page.locator("script").count()
