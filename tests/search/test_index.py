"""The files of an index: the same for the same pages, whole however they are made, small in number and size."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from lowcapdocs.search import index, postings
from lowcapdocs.search.folding import fold
from lowcapdocs.search.index import build
from lowcapdocs.search.terms import bucket, of_text
from tests.search import sites
from tests.search.conftest import SYNONYMS


def made(pages: list[tuple[str, bytes]], scratch: Path | None = None) -> dict[str, bytes]:
    return dict(build(pages, SYNONYMS, scratch))


def content(script: bytes) -> Any:
    return json.loads(script.decode().partition(",")[2].removesuffix(");\n"))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(sites.small())


def test_the_same_pages_in_any_order_give_the_same_bytes(files: dict[str, bytes]) -> None:
    pages = sites.small()
    Random(4).shuffle(pages)
    assert files == made(pages)


def test_another_text_is_another_version(files: dict[str, bytes]) -> None:
    other = made([*sites.small(), sites.page("new.html", "新页", "说明", "<p>新</p>")])
    assert content(files["manifest.js"])["version"] != content(other["manifest.js"])["version"]


def test_a_folder_for_scratch_gives_the_same_and_is_left_empty(files: dict[str, bytes], tmp_path: Path) -> None:
    assert files == made(sites.small(), tmp_path)
    assert [] == list(tmp_path.iterdir())


def test_an_index_that_is_given_up_half_way_leaves_nothing(tmp_path: Path) -> None:
    half = build(sites.small(), (), tmp_path)
    assert "client.js" == next(half)[0]
    assert "search.css" == next(half)[0]
    assert "texts/0.js" == next(half)[0]
    half.close()
    assert [] == list(tmp_path.iterdir())


def test_little_memory_gives_the_same(files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "_MOST", 500)
    assert files == made(sites.small())


@pytest.mark.parametrize("size", [20, 400, 10**9])
def test_every_term_lies_in_its_shard_however_many_there_are(
    files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    def terms(files: dict[str, bytes]) -> dict[str, str]:
        shards = {name: content(data) for name, data in files.items() if name.startswith("terms/")}
        count = content(files["manifest.js"])["shards"]
        assert {f"terms/{number}.js" for number in range(count)} == set(shards)
        for name, shard in shards.items():
            assert {name} >= {f"terms/{bucket(term, count)}.js" for term in shard}
        return {term: code for shard in shards.values() for term, code in shard.items()}

    monkeypatch.setattr(postings, "_SHARD", size)
    assert terms(files) == terms(made(sites.small()))


def test_passages_end_with_blocks_and_together_are_the_page() -> None:
    pages = [page for page in sites.small() if page[0] == "haishu-2020/long.html"]
    texts = [text for name, data in build(pages) if "texts/" in name for text in content(data)["texts"]]
    reading = index.read(*pages[0])
    assert reading is not None
    assert len(texts) > 3
    assert list(reading.blocks) == [block for text in texts for block in text.split("\n")]


def test_no_term_reaches_across_blocks() -> None:
    assert {"甲", "乙", "丙", "甲乙"} == of_text("甲乙\n丙")


def test_long_codes_are_known_by_fours() -> None:
    assert {"1133", "1330"} <= of_text("号:11330")
    assert not {term for term in of_text("号:113") if len(term) > 2}


def test_a_script_cannot_end_early() -> None:
    page = sites.page("a.html", "</script><!--", "说明", "<p>&lt;/script&gt;</p>")
    assert [] == [name for name, data in build([page]) if "/" in name and b"<" in data]


@pytest.mark.parametrize("pages", [[], list(sites.UNSEARCHED), [sites.page("a.html", "甲", "说明", "<p>甲乙</p>")]])
def test_a_site_of_nothing_or_of_one_page_is_searched(
    page: Page, pages: list[tuple[str, bytes]], tmp_path: Path
) -> None:
    for name, data in build(pages):
        (tmp_path / "search" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "search" / name).write_bytes(data)
    (tmp_path / "a.html").write_bytes(sites.page("a.html", "甲", "说明", "<p>甲乙</p>")[1])
    page.goto((tmp_path / "a.html").as_uri())
    look = "async () => (await (await lowcapdocsSearch.find('甲乙')).next(10)).map((each) => each.address)"
    assert [address for address, _ in pages if address == "a.html"] == page.evaluate(look)


def test_what_one_query_loads_is_small(files: dict[str, bytes]) -> None:
    sizes = {name: len(gzip.compress(data)) for name, data in files.items()}
    largest = {kind: max(size for name, size in sizes.items() if name.startswith(kind)) for kind in ("terms", "texts")}
    assert sizes["client.js"] + sizes["manifest.js"] < 12_000
    assert largest["terms"] < 12_000
    assert largest["texts"] < 5_000


def test_folding_a_piece_is_a_piece_of_the_folding() -> None:
    text = "ＶＯＣｓ½ﬁΣΊΣΥΦΟΣ straße İ㎡"
    pieces = (text[start:end] for start in range(len(text)) for end in range(start, len(text)))
    assert [] == [piece for piece in pieces if fold(piece) not in fold(text)]
