"""Text on a page is harmless, and means itself."""

from __future__ import annotations

import html
import re
import string
from pathlib import Path

import pytest
from markdown import Markdown

from lowcapdocs.problems import PolicyError
from lowcapdocs.sources.nodes import clean
from lowcapdocs.web.markup import Templates, guard, heading, linked, listed_heading, safe
from tests.builders import HOSTILE

ODD = [
    *map(
        chr, [*range(0x20), *range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    ),
    "\ufeff",
]


def test_ordinary_text_stays_as_it_is() -> None:
    text = "集士港镇2020年“低散乱”碶㐱𠮷👍　<b>&"
    assert text == guard(text)


@pytest.mark.parametrize("character", ODD)
def test_what_could_deceive_is_gone_or_seen(character: str) -> None:
    shown = guard(f"甲{character}乙")
    assert shown in ("甲乙", "甲 乙", "甲\ufffd乙")
    assert shown.isprintable()


def test_marks_of_no_width_go_as_they_do_where_data_is_read() -> None:
    text = "甲\u200b乙\u200d丙\ufeff丁\u00ad戊\u2060己"
    assert clean(text) == guard(text) == "甲乙丙丁戊己"


def test_a_direction_that_is_turned_is_seen() -> None:
    assert "甲\ufffd乙\ufffd" == guard("甲\u202e乙\u2066")


def test_text_in_an_attribute_cannot_leave_it() -> None:
    assert "&#34; onclick=&#34;x&#34;&gt;&lt;b" == safe('" onclick="x"><b')


@pytest.mark.parametrize(
    "text",
    [*HOSTILE, *string.punctuation, string.punctuation, "1. 甲", " 甲", "甲 ", "<script>x</script>", "甲 {: .a}"],
)
def test_a_heading_says_what_it_says(text: str) -> None:
    written = heading(2, text, "a1").rstrip("\n")
    inside = written.removeprefix('<h2 id="a1">').removesuffix("</h2>")
    assert f'<h2 id="a1">{inside}</h2>' == written
    assert "<" not in inside
    assert text == html.unescape(inside)


@pytest.mark.parametrize(
    "text",
    [*HOSTILE, *string.punctuation, string.punctuation, "1. 甲", " 甲", "甲 ", "<script>x</script>", "甲 {: .a}"],
)
def test_a_heading_of_markdown_says_the_same_and_is_listed(text: str) -> None:
    markdown = Markdown(extensions=["attr_list", "toc"])
    written = markdown.convert(listed_heading(2, text, "a1"))
    written = re.sub("<!--/?html-->", "", written).strip()
    inside = written.removeprefix('<h2 id="a1">').removesuffix("</h2>")
    assert f'<h2 id="a1">{inside}</h2>' == written
    assert "<" not in inside
    assert text == html.unescape(inside)
    assert [("a1", text)] == [(each["id"], html.unescape(each["name"])) for each in markdown.toc_tokens]  # type: ignore[attr-defined]


def test_what_templates_print_is_escaped_and_guarded(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "web").mkdir()
    (tmp_path / "web/t.html.j2").write_text('<p title="{{ x }}">{{ x }}{{ "a" ~ x }}</p>', encoding="utf-8")
    assert (
        '<!--html-->\n<p title="&lt;b&gt;&#34;\ufffd">&lt;b&gt;&#34;\ufffda&lt;b&gt;&#34;\ufffd</p>\n<!--/html-->\n'
        == Templates([tmp_path]).body("t", "index.html", x='<b>"\u202e')
    )


@pytest.mark.parametrize(("contents", "written"), [(False, '<h2 id="a">甲</h2>'), (True, "## 甲 {#a}")])
def test_headings_are_markdown_only_where_they_are_listed(tmp_path: Path, contents: bool, written: str) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web/t.html.j2").write_text('<p>乙</p>\n{{ heading(2, "甲", "a") }}', encoding="utf-8")
    assert written in Templates([tmp_path]).body("t", "index.html", contents=contents).splitlines()


def test_what_is_no_text_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "web").mkdir()
    (tmp_path / "web/t.html.j2").write_text("{{ x }}", encoding="utf-8")
    with pytest.raises(PolicyError, match="template-value"):
        Templates([tmp_path]).body("t", "index.html", x=None)


def test_links_are_relative() -> None:
    assert "../figures.html#rate" == linked("a/towns/x.html", "a/figures.html#rate")
    assert "#rate" == linked("a/figures.html", "a/figures.html#rate")
    assert "index.html" == linked("index.html", "index.html")
