"""The search of the sample site held to its aims, in a real browser: what people type, what they mean, what it costs.

`pytest -q -s tests/browser/test_sample_search.py` prints the figures.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from lowcapdocs.workspace import Workspace
from tests.search import truth

AT_FIRST = 80_000
"""Bytes, gzipped, that the first result of a cold browser may cost beyond the page: client, style, index, excerpts."""
MEANT: dict[str, list[str]] = {
    str(query): pages if isinstance(pages, list) else [pages]
    for queries in yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text(encoding="utf-8")).values()
    for query, pages in queries.items()
}
"""What is typed, and the page that is meant; more than one where they serve equally."""
PIECES = 1_000
LOOK = """async (query) => {
    const search = await lowcapdocsSearch.find(query);
    return (await search.next(10)).map((each) => each.address);
}"""
WATCH = """window.asked = [];
new MutationObserver((records) => {
    for (const { addedNodes } of records)
        for (const { src, href, rel } of addedNodes)
            if (src || rel === "stylesheet") asked.push(src || href);
    if (!window.askedAtFirst && document.querySelector(".search-result")) window.askedAtFirst = [...asked];
}).observe(document, { childList: true, subtree: true });"""
"""Whatever a page asks for stands in it as an element first; what is asked for together with the first result counts."""


@dataclass
class Answer:
    """What a reader got who had not been here before: addresses in their order, and bytes of search files, gzipped."""

    addresses: list[str]
    at_first: int
    in_all: int
    meant: list[str] = field(default_factory=list)

    @property
    def place(self) -> int:
        """Where the page that is meant stands, from 1; 0 if it is not among the first ten."""
        return next((at for at, each in enumerate(self.addresses[:10], 1) if each in self.meant), 0)


@pytest.fixture(scope="module")
def cold(chromium: Browser, site_url: str) -> Iterator[Page]:
    """A page in a browser that keeps nothing from one address to the next."""
    context = chromium.new_context(locale="zh-CN")
    page = context.new_page()
    context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.add_init_script(WATCH)
    yield page
    context.close()


@pytest.fixture(scope="module")
def answers(cold: Page, site_url: str, sample: Workspace) -> dict[str, Answer]:
    """Every query typed into the results page, cold."""
    weights: dict[str, int] = {}

    def weight(addresses: list[str]) -> int:
        files = [urlsplit(each).path for each in addresses if each.startswith(site_url + "search/")]
        names = [unquote(each).removeprefix(urlsplit(site_url).path) for each in files]
        for name in names:
            weights.setdefault(name, len(gzip.compress((sample.site_folder / name).read_bytes(), 6, mtime=0)))
        return sum(map(weights.__getitem__, names))

    found = {}
    for query, meant in MEANT.items():
        cold.goto(f"{site_url}search.html?q={quote(query)}")
        cold.locator(".search-status", has_text="个页面").wait_for()
        expect(cold.locator(".search-more")).to_be_enabled(timeout=30_000)
        links = cold.locator(".search-title a").evaluate_all("all => all.map((each) => each.href)")
        first, everything = cold.evaluate("[askedAtFirst, asked]")
        found[query] = Answer(
            [unquote(each.removeprefix(site_url)) for each in links],
            weight(first),
            weight(everything),
            meant,
        )
    return found


@pytest.fixture(scope="module")
def pages(sample: Workspace) -> dict[str, list[str]]:
    """What stands on the pages of the site."""
    site = sample.site_folder
    return truth.texts((path.relative_to(site).as_posix(), path.read_bytes()) for path in sorted(site.rglob("*.html")))


def pieces(pages: dict[str, list[str]]) -> list[str]:
    """Pieces of two to twelve characters from anywhere on any page."""
    random, found = Random(2020), dict[str, None]()
    while len(found) < PIECES:
        block = random.choice(pages[random.choice(sorted(pages))])
        length = random.randint(2, 12)
        start = random.randrange(max(1, len(block) - length + 1))
        piece = block[start : start + length].strip()
        if len(piece) > 1:
            found[piece] = None
    return list(found)


def test_what_people_type_finds_what_they_mean(answers: dict[str, Answer]) -> None:
    places = {query: answer.place for query, answer in answers.items()}
    first = sum(place == 1 for place in places.values())
    later = {query: place for query, place in places.items() if place > 1}
    lost = {query: answers[query].addresses[:3] for query, place in places.items() if not place}
    told = f"{len(places)} queries: {first} first, {len(later)} later {later}, {len(lost)} not in the first ten {lost}"
    print(f"\n{told}")
    assert len(places) >= 60, told
    assert lost == {}, told
    assert first >= 55 * len(places) // 60, told


def test_the_first_result_costs_little(answers: dict[str, Answer]) -> None:
    costs = sorted((answer.at_first, query) for query, answer in answers.items())
    most, mean = costs[-1], sum(cost for cost, _ in costs) / len(costs)
    whole = max((answer.in_all, query) for query, answer in answers.items())
    told = (
        f"bytes (gzip) to the first result: {costs[0]} at least, {mean:.0f} on average, {most} at most; "
        f"the first page of results and its filters: {whole} at most"
    )
    print(f"\n{told}")
    assert costs[0][0] > 0, told
    assert most[0] <= AT_FIRST, told


def test_any_piece_of_any_page_is_found_and_little_else(
    chromium: Browser, site_url: str, pages: dict[str, list[str]]
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(site_url + "guide.html")
    queries = pieces(pages)
    recalls, precisions = {}, {}
    for query in queries:
        expected: set[str] = truth.holding(pages, query)
        found: Any = page.evaluate(LOOK, query)
        right = len(expected.intersection(found))
        recalls[query] = right / min(10, len(expected))
        precisions[query] = right / len(found) if found else 0.0
    context.close()
    recall, precision = (sum(each.values()) / len(queries) for each in (recalls, precisions))
    missed = [query for query, value in recalls.items() if value < 1]
    noisy = [query for query, value in precisions.items() if value < 1]
    told = (
        f"{len(queries)} random pieces: recall {recall:.4f} ({len(missed)} short: {missed[:10]}), "
        f"precision@10 {precision:.4f} ({len(noisy)} short: {noisy[:10]})"
    )
    print(f"\n{told}")
    assert recall >= 0.99, told
    assert precision >= 0.95, told


def test_without_scripts_there_is_a_plain_list_of_all_pages(
    chromium: Browser, site_url: str, pages: dict[str, list[str]]
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "search.html?q=集士港镇")
    links = page.locator("#search-results a")
    expect(links.first).to_be_visible()
    listed = {link.get_attribute("href") for link in links.all()}
    context.close()
    assert sorted(set(pages) - listed) == []


def test_from_a_disk_it_finds_the_same(page: Page, sample: Workspace, answers: dict[str, Answer]) -> None:
    page.goto((sample.site_folder / "search.html").as_uri() + "?q=集士港镇")
    page.locator(".search-more:enabled").wait_for(state="attached")
    root = sample.site_folder.as_uri() + "/"
    links = page.locator(".search-title a").evaluate_all("all => all.map((each) => each.href)")
    assert [unquote(each.removeprefix(root)) for each in links] == answers["集士港镇"].addresses
