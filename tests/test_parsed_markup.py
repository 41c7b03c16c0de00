"""parsed_markup: a page written out again, in which nothing that a file says can pass for a tag or hide one."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from lowcapdocs import parsed_markup

PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<b>", "</b>", "<!--", "-->", "--!>", "<!", "<?", "?>", "<![CDATA[", "]]>", "<script>", "</script>",
        "<style>", "</style>", "<svg>", "</svg>", "<rt>", "</rt>", "<br>", "<title>", "</title>", "<textarea>", "</html>",
        "<x<y ", '<p a"b=', "<p title='", '<p title="', " =a", "'", '"', ">", "<", "/", "&lt;", "&gt;", "&quot;", "&amp;lt;",
        "&#xfdd0;", "\ufdd0", "&#60;", "&#0;", "&#13;", "\x01", "\r\n", "乙", "1", " ", "\u3000",
    ]
)  # fmt: skip
SOUP = st.lists(PIECES, max_size=20).map("".join)
"""Broken pages, without the mark of the end that is put behind them."""


def understood(text: str) -> list[etree._Element]:
    """All that the parser has at the top of the page, in order."""
    root = etree.fromstring(text.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    return [*reversed(list(root.itersiblings(preceding=True))), root, *root.itersiblings()]


def seen(text: str) -> str:
    """A text with spaces for control characters."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", " ", text)


def parts(text: str) -> list[tuple[str, str]]:
    """Every tag or comment of a written page, with the text behind it."""
    return re.findall(r"(<[^>]*>)([^<]*)", text)


@given(SOUP)
@example('<p title="<b>">a</p>')
@example("<!-- <p> -- > -->")
@example("<p a\"b<c=x d'e=1>")
@example("<x<y <!--<p><!")
@example("<?php echo '?>' ?>")
@example("<svg><![CDATA[<p>]]></svg>")
def test_a_written_page_has_the_tags_and_texts_that_the_parser_saw(soup: str) -> None:
    page = parsed_markup.page(f"<div>{soup}").text
    top = understood(f"<div>{soup}<hr _0_>")
    elements = [each for root in top for each in root.iter() if isinstance(each.tag, str)]
    expected = [(each.tag, {name: seen(value) for name, value in each.attrib.items()}) for each in elements]
    assert expected == [parsed_markup.tag(tag) for tag, _ in parts(page) if not tag.startswith(("</", "<!--"))]
    comments = [seen(each.text or "") for root in top for each in root.iter() if not isinstance(each.tag, str)]
    assert comments == [seen(parsed_markup.plain(tag[4:-3])) for tag, _ in parts(page) if tag.startswith("<!--")]
    assert seen("".join(top[0].xpath("//text()"))) == parsed_markup.plain("".join(text for _, text in parts(page)))
    assert page == "".join(f"{tag}{text}" for tag, text in parts(page))


@given(SOUP)
def test_a_page_is_whole_if_the_parser_got_to_its_end(soup: str) -> None:
    top = understood(f"<div>{soup}<hr data-end>")
    assert parsed_markup.page(f"<div>{soup}").whole == bool(top[0].xpath("//hr[@data-end]"))


def test_a_page_that_has_the_mark_of_the_end_is_not_whole_for_that() -> None:
    deep = "<hr _0_><hr _0_0_>" + "<div>" * 5000 + "乙"
    assert not parsed_markup.page(deep).whole
    assert parsed_markup.page("<hr _0_>乙").whole


@pytest.mark.parametrize(
    "text", ["", "a", "<", "a<b>c&d\"e'f", "&lt;", "&amp;lt;", "\ufdd0\ufffd", "&#xFFFD;", "a\r\nb\tc\u3000"]
)
def test_texts_and_values_read_as_they_were(text: str) -> None:
    element = etree.Element("p", {"title": text})
    element.text = text
    start, end = parsed_markup.written(element).split(">", 1)
    tag = parsed_markup.tag(f"{start}>")
    assert tag == ("p", {"title": text})
    assert text == parsed_markup.plain(end.removesuffix("</p>"))


def test_a_control_character_reads_as_a_space() -> None:
    assert ["1 2"] == [parsed_markup.plain(text) for _, text in parts(parsed_markup.page("<p>1\x012").text) if text]


def test_comments_hold_no_tags() -> None:
    page = parsed_markup.page("<p>a<!-- <p>b</p> -->c").text
    assert f"a<!--{escape(' <p>b</p> ')}-->c" in page


def test_no_namespace_brings_a_bracket_into_a_tag() -> None:
    """Names of namespaces are written as they are: the parser takes none with brackets."""
    for name in ("a&lt;!--", "a&gt;b", "a>b", "&lt;b&gt;"):
        with pytest.raises(etree.XMLSyntaxError, match="URI"):
            etree.fromstring(f'<q:a xmlns:q="{name}"/>')


def test_a_page_of_xhtml_is_written_as_it_is() -> None:
    public = '"-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"'
    script = "<script>if (a<b) '</p>'</script>"
    assert parsed_markup.page(f"<a name=x>{script}</a>") == parsed_markup.page(
        f"<!DOCTYPE html PUBLIC {public}><a name=x>{script}</a>"
    )
