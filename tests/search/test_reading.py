"""What of a page is searched."""

from __future__ import annotations

import pytest

from lowcapdocs.search.reading import Reading, read


def blocks(body: str) -> tuple[str, ...]:
    found = read("a.html", f"<!doctype html><html><body>{body}</body></html>".encode())
    assert found is not None
    return found.blocks


def test_a_page_with_all_it_can_tell() -> None:
    html = """<!doctype html><html><head><meta charset=utf-8><title>甲 - 站</title><meta name="description" content="概述">
    <meta name="page-kind" content="镇街"><meta name="page-town" content="集士港镇"><meta name="page-year" content="2020">
    <meta name="page-campaign" content="淘汰"><meta name="PubDate" content="2020-10-14 15:20"></head><body><h1>集士港镇<a class="headerlink">¶</a></h1><p>外</p>
    <main><article><p>内</p></article></main></body></html>"""
    expected = Reading("t/a.html", "集士港镇", "镇街", "淘汰", "集士港镇", "2020", "2020-10-14 15:20", "概述", ("内",))
    assert expected == read("t/a.html", html.encode())


def test_inline_tags_do_not_cut_a_word_and_blocks_do() -> None:
    body = "<p>石<em>碶</em><b>街<i>道</i></b></p><div>甲<p>乙</p>丙</div><table><tr><td>1<td>2</table>丁<br>戊"
    assert ("石碶街道", "甲", "乙", "丙", "1", "2", "丁戊") == blocks(body)


@pytest.mark.parametrize(
    "gone",
    [
        "<nav>x</nav>",
        "<script>x</script>",
        "<style>x</style>",
        "<p hidden>x</p>",
        "<template><p>x</p></template>",
        "<p data-search=no>a<b>x</b>b</p>",
        "<select><option>x</select>",
        "<!-- x -->",
        "<?php x ?>",
        "<div hidden><p>a</p><nav><p>x</p></nav><p>b</p></div>",
        "<progress>x</progress>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(gone: str) -> None:
    assert ("前", "后") == blocks(f"<p>前</p>{gone}<p>后</p>")


def test_what_follows_a_thing_left_out_is_read() -> None:
    assert ("前后",) == blocks("<p>前<span hidden>x</span>后</p>")


@pytest.mark.parametrize(
    "hiding", ["<p hidden>x</p>", "<P HIDDEN>x</P>", "<p data-search=no>x</p>", "<div class=headerlink>x</div>"]
)
@pytest.mark.parametrize("before", ["", "<p hidden>x</p>", "<h1></h1>"])
def test_a_page_may_hide_something_before_its_article_and_within(hiding: str, before: str) -> None:
    assert ("前", "后") == blocks(f"{before}<article><p>前</p>{hiding}<p>后</p></article>")
    assert ("前", "x", "后") == blocks(f"{before}<article><p>前</p><p>x</p><p>后</p></article>")


def test_text_of_drawings_is_read_label_by_label() -> None:
    assert ("集士港镇", "28家") == blocks(
        "<svg><title>x</title><text>集士港镇</text><text>28<tspan>家</tspan></text></svg>"
    )


def test_entities_are_text() -> None:
    assert ("<script>&amp;|~*",) == blocks("<p>&lt;script&gt;&amp;amp;&#124;&#126;&#42;</p>")


@pytest.mark.parametrize("html", ["", "  \n", "<!-- -->"])
def test_an_empty_file_is_no_page(html: str) -> None:
    assert None is read("a.html", html.encode())


@pytest.mark.parametrize(
    ("address", "kind"), [("404.html", ""), ("zt/404.html", "说明"), ("a.html", "搜索"), ("map.html", "网站地图")]
)
def test_pages_that_only_lead_to_others_are_not_searched(address: str, kind: str) -> None:
    assert None is read(address, f'<html><head><meta name="page-kind" content="{kind}"></head><p>x</html>'.encode())


def test_without_a_heading_the_title_of_the_window_serves_and_without_one_the_address() -> None:
    titled, bare = read("a.html", "<title>甲</title><p>乙".encode()), read("a.html", "<p>乙".encode())
    assert ("甲", "a.html") == (titled and titled.title, bare and bare.title)
