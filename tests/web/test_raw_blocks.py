"""Finished HTML is taken as it is, and the slow way comes to the same."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from tests.web.publish import SAMPLES, SITE, pages, sample

_EXTENSIONS = ["attr_list", "toc"]


def fast(text: str) -> str:
    """As a build with the extension has it."""
    return Markdown(extensions=[*_EXTENSIONS, "lowcapdocs.web.raw_blocks"]).convert(text)


def slow(text: str) -> str:
    """As a build without it has it, its comments taken out."""
    return re.sub("<!--/?html-->", "", Markdown(extensions=_EXTENSIONS).convert(text))


def even(text: str) -> list[str]:
    """The lines that are not empty."""
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", SAMPLES)
def test_both_ways_come_to_the_same(name: str) -> None:
    for page in pages([sample(name)], SITE):
        assert even(slow(page.body)) == even(fast(page.body)), page.address


def test_what_is_marked_is_not_read() -> None:
    assert "<p>*a* # b\n\n# c</p>" == fast("<!--html-->\n<p>*a* # b\n\n# c</p>\n<!--/html-->")


def test_what_is_not_marked_is_markdown() -> None:
    assert '<h1 id="x">甲</h1>\n<p><em>乙</em></p>\n<p>丙</p>\n<ul>\n<li>丁</li>\n</ul>' == fast(
        "# 甲 {#x}\n\n*乙*\n\n<!--html-->\n<p>丙</p>\n<!--/html-->\n\n- 丁"
    )


def test_an_empty_block_is_nothing() -> None:
    assert "<p>甲</p>" == fast("甲\n\n<!--html-->\n\n<!--/html-->")
