"""On a phone and on paper: no day, 文号 or number with its unit is broken, no column is squeezed, nothing is clipped."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS

PHONE, PAPER = 390, 660
"""Pixels: of a phone, and of what stands between the margins of A4."""

BROKEN = r"""() => {
    const whole = /\d{4}-\d\d-\d\d|\d{4}年\d{1,2}月(\d{1,2}日)?|[^\s，。、；：（）“”]{1,8}〔\d{4}〕\d+号|[\d.]+(%|家|项|吨标准煤|亩|万元| KB)/g
    const found = []
    const places = "table:not(.gongwen *) :is(td, th, caption:not(.chart *)), .lede, .latest .about, .as-of"
    for (const place of document.querySelectorAll(places)) {
        if (!place.offsetParent) continue
        const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
        while (walk.nextNode())
            for (const match of walk.currentNode.data.matchAll(whole)) {
                const range = document.createRange()
                range.setStart(walk.currentNode, match.index)
                range.setEnd(walk.currentNode, match.index + match[0].length)
                const lines = new Set([...range.getClientRects()].filter(box => box.width).map(box => Math.round(box.top)))
                if (lines.size > 1) found.push(match[0])
            }
    }
    return found
}"""
SQUEEZED = """() => [...document.querySelectorAll("table.data :is(td, th)")].filter(cell => {
    const style = getComputedStyle(cell)
    const room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    return cell.offsetParent && cell.textContent.trim().length > 3 && style.whiteSpace != "nowrap"
        && room < 2.9 * parseFloat(style.fontSize)
}).map(cell => cell.textContent.trim())"""
"""Cells of data that have no room for three characters side by side."""
CLIPPED = """() => [...document.querySelectorAll(".table-wrap.scrolls caption")].filter(caption =>
    caption.getBoundingClientRect().right > caption.closest(".table-wrap").getBoundingClientRect().right + 1
).map(caption => caption.textContent)"""
"""Captions that go on beyond what is seen of their table."""


@pytest.mark.parametrize("kind", KINDS)
def test_on_a_phone_nothing_is_broken_squeezed_or_clipped(page: Page, site_url: str, kind: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(site_url + KINDS[kind])
    assert PHONE == page.evaluate("document.documentElement.scrollWidth")
    assert ([], [], []) == (page.evaluate(BROKEN), page.evaluate(SQUEEZED), page.evaluate(CLIPPED))


@pytest.mark.parametrize("kind", ["首页", "专项行动", "公示公告", "企业名单", "公开目录", "开放数据", "文件列表"])
def test_on_paper_no_day_and_no_number_is_broken(page: Page, site_url: str, kind: str) -> None:
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    page.goto(site_url + KINDS[kind])
    assert [] == page.evaluate(BROKEN)
