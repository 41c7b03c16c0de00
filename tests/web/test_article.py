"""The full text on a page is the text of the Word file is the text of the tree."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lowcapdocs.gongwen.elements import Gongwen, Span
from lowcapdocs.gongwen.walk import printed as printed_in
from lowcapdocs.web.article import article, contents
from lowcapdocs.web.atlas import Atlas
from lowcapdocs.web.markup import guard
from lowcapdocs.word.writer import Writer
from tests.builders import HOSTILE
from tests.web.html import article_of, lines, parsed
from tests.web.publish import SAMPLES, sample, trees
from tests.word.any_tree import gongwen
from tests.word.ooxml_text import expected, is_moved, printed
from tests.word.test_text import tree_of
from tests.word.trees import TABLE, TREES

WRITER = Writer()
ATLAS = Atlas(sample("haishu-2020"))
HERE = "haishu-2020/documents/x.html"


def on_page(tree: Gongwen) -> list[str]:
    """The lines of an article before any site generator has seen it."""
    return lines(article_of(parsed(f"<body>{article(tree, ATLAS, HERE)}</body>")))


def as_on_page(listed: list[str]) -> list[str]:
    """The lines of a Word file as a page has them: a tab is a space as wide as a character, none at an edge."""
    told = (re.sub("\t+", "\u3000", text.strip("\t")) if "\t" in text else text for text in listed)
    return [guard(text) for text in told if guard(text)]


def in_word(tree: Gongwen) -> list[str]:
    """The lines of the Word file, 主送 where it belongs."""
    docx = WRITER.docx(tree)
    found = printed(docx)
    assert expected(tree, is_moved(docx)) == found
    return as_on_page(expected(tree) if is_moved(docx) else found)


@pytest.mark.parametrize("name", TREES)
def test_every_element(name: str) -> None:
    assert in_word(TREES[name]) == on_page(TREES[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_every_document_of_the_samples(name: str) -> None:
    for file, tree in trees(name).items():
        assert in_word(tree) == on_page(tree), file


@pytest.mark.parametrize("text", [*HOSTILE, "<script>alert(1)</script>", "]]>", "{{ 7*7 }}", "&amp;", "\u3000甲"])
def test_hostile_text_in_every_place(text: str) -> None:
    tree = tree_of(text, "乙")
    assert as_on_page(expected(tree)) == on_page(tree)


@given(gongwen())
@settings(max_examples=60, deadline=None)
def test_any_tree(tree: Gongwen) -> None:
    assert as_on_page(expected(tree)) == on_page(tree)
    text = "".join(on_page(tree))
    for each in printed_in(tree):
        told = guard(each.text)
        assert told in text or tree.form == "order" or tree.form == "letter" or tree.joint_issuers


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20))
@settings(max_examples=60, deadline=None)
def test_any_text(text: str) -> None:
    assume(guard(text))  # names of marks that nobody sees are no names: data is read without them
    assert as_on_page(expected(tree_of(guard(text), "乙"))) == on_page(tree_of(text, "乙"))


def test_tables_are_merged_as_in_word() -> None:
    tree = Gongwen(title=(Span("甲"),), body=(TABLE,))
    table = article_of(parsed(f"<body>{article(tree, ATLAS, HERE)}</body>")).find(".//table")
    cells = [
        [f"{each.text_content()} {each.get('colspan', 1)}×{each.get('rowspan', 1)}" for each in row]
        for row in table.iter("tr")
    ]
    assert [
        ["单位 1×2", "目标 2×1", "备注 1×2"], ["淘汰 1×1", "提升 1×1"], ["甲镇 1×2", "3 1×2", "28 1×1", "同上 1×2"],
        ["15 1×1"], ["乙镇 1×1", "3 1×1", "9 1×1", "同上 1×1"], ["乙镇 1×1", "3 1×1", "52 1×1", "同上 1×1"],
    ] == cells  # fmt: skip


def test_the_contents_lead_to_anchors_that_exist() -> None:
    for tree in trees("haishu-2020").values():
        anchors = set(parsed(f"<body>{article(tree, ATLAS, HERE)}</body>").xpath("//@id"))
        assert [] == [anchor for anchor, _ in contents(tree) if anchor not in anchors]


def test_values_lead_to_their_pages_and_figures_to_their_definitions() -> None:
    links = {
        (each.get("class"), each.get("href"))
        for tree in trees("haishu-2020").values()
        for each in parsed(f"<body>{article(tree, ATLAS, HERE)}</body>").iter("a")
    }
    assert (None, "../towns/jishigang.html") in links
    assert ("figure", "../figures.html#quota") in links
    assert ("figure", "../figures.html#rate") in links
    assert ("figure", "../figures.html#target") in links
    assert (None, "../tasks/energy-1.html") in links


def test_every_link_has_words() -> None:
    for name in SAMPLES:
        atlas = Atlas(sample(name))
        for file, tree in trees(name).items():
            assert "></a>" not in article(tree, atlas, f"{name}/documents/x.html"), file
