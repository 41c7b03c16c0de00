"""bundle.links: what is dead, what breaks elsewhere, and what would leave the site."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lowcapdocs.bundle.links import Links
from lowcapdocs.bundle.references import Reference, References, references, style_links
from lowcapdocs.problems import Finding

FILES = {
    "index.html": '<a href="a/index.html">甲</a>',
    "a/index.html": '<h1 id="top1">甲</h1><a name="old"></a>',
    "a/集士港镇.html": '<h2 id="任务">任务</h2>',
    "a/picture.svg": "<svg/>",
    "files/通知 1.docx": "",
    "style.css": "",
}


def check(files: Mapping[str, bytes], hosts: tuple[str, ...] = (), base: str = "/") -> list[Finding]:
    links = Links(files, hosts, base)
    for address, data in files.items():
        links.look(address, references(address, data))
    return links.findings()


def judged(body: str, address: str = "a/x.html", hosts: tuple[str, ...] = (), base: str = "/") -> list[Finding]:
    files = {**FILES, address: f"<!doctype html><html><body><p id='own'></p>{body}</body></html>"}
    return check({name: text.encode() for name, text in files.items()}, hosts, base)


def codes(body: str, address: str = "a/x.html", hosts: tuple[str, ...] = (), base: str = "/") -> list[str]:
    return [each.code for each in judged(body, address, hosts, base)]


@pytest.mark.parametrize(
    "link",
    [
        "index.html", "../index.html", "./index.html", "../a/index.html", "index.html#top1", "index.html#old", "#own", "#", "",
        "#top", "index.html?q=1#top1", "%E9%9B%86%E5%A3%AB%E6%B8%AF%E9%95%87.html#%E4%BB%BB%E5%8A%A1", "集士港镇.html#任务",
        "../files/%E9%80%9A%E7%9F%A5%201.docx", "mailto:a@b.cn", "tel:0574-88123456",
    ],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_in_order(link: str) -> None:
    assert [] == codes(f'<a href="{link}">甲</a>')


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("no.html", "link-dead"), ("../../index.html", "link-dead"), ("index.html/", "link-dead"), ("http://[", "link-dead"),
        ("index.html#no", "link-anchor"), ("#no", "link-anchor"), ("../Index.html", "link-case"), ("INDEX.HTML#top1", "link-case"),
        ("/index.html", "link-root"), ("/", "link-root"), ("./", "link-folder"), ("../a/", "link-folder"), ("..", "link-folder"),
        ("https://example.com/", "link-outside"), ("//example.com/a", "link-outside"), ("ftp://a.cn/", "link-outside"),
        ("javascript:alert(1)", "link-program"), (" JavaScript:void(0)", "link-program"), ("vbscript:a", "link-program"),
    ],
)  # fmt: skip
def test_a_link_that_does_not_is_told(link: str, code: str) -> None:
    assert [code] == codes(f'<a href="{link}">甲</a>')


@pytest.mark.parametrize("link", ["https://www.gov.cn/a", "//www.gov.cn/a", "HTTP://WWW.GOV.CN"])
def test_links_may_lead_to_the_hosts_that_are_listed(link: str) -> None:
    assert [] == codes(f'<a href="{link}">甲</a>', hosts=("www.gov.cn",))
    assert ["link-outside"] == codes(f'<a href="{link}">甲</a>', hosts=("gov.cn",))


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="{}"></script>', '<link rel="stylesheet" href="{}">', '<link rel="preconnect" href="{}">',
        '<link rel="shortcut icon" href="{}">', '<img src="{}">', '<img srcset="../style.css 1x, {} 2x">', '<iframe src="{}"></iframe>',
        '<form action="{}"></form>', '<button formaction="{}"></button>', '<video poster="{}"></video>', '<source src="{}">',
        '<object data="{}"></object>', '<embed src="{}">', '<style>p{{background:url({})}}</style>', '<style>@import "{}";</style>',
        '<p style="background:url(\'{}\')"></p>', '<meta http-equiv="refresh" content="0; url={}">', '<base href="{}">',
        '<a href="index.html" ping="{}">甲</a>', '<svg><image href="{}"/></svg>', '<svg><use xlink:href="{}"/></svg>',
    ],
)  # fmt: skip
@pytest.mark.parametrize("outside", ["https://www.gov.cn/a", "//www.gov.cn/a"])
def test_nothing_is_asked_of_another_server_even_one_that_may_be_linked_to(markup: str, outside: str) -> None:
    assert ["link-request"] == codes(markup.format(outside), hosts=("www.gov.cn",))
    assert [] == codes(markup.format("picture.svg"))
    assert ["link-dead"] == codes(markup.format("no.svg"))


def test_pictures_within_the_page_ask_nobody() -> None:
    assert [] == codes(
        '<img src="data:image/png;base64,AAAA"><link rel="canonical" href="https://a.cn/">', hosts=("a.cn",)
    )


def test_style_sheets_are_looked_at_too() -> None:
    files = {
        "a/style.css": b"@import 'no.css'; p{background:url( \"../b.png\" )} q{background:url(https://a.cn/c.png)}"
    }
    assert ["link-dead", "link-dead", "link-request"] == [each.code for each in check(files)]


@pytest.mark.parametrize("call", ["fetch('{}')", 'new Image().src="{}"', "import `{}`", "new WebSocket('{}')"])
@pytest.mark.parametrize("outside", ["https://evil.example/a", "//evil.example/a", "wss://evil.example"])
def test_programs_ask_nobody_either(call: str, outside: str) -> None:
    assert ["link-request"] == [each.code for each in check({"assets/a.js": call.format(outside).encode()})]


def test_names_of_formats_and_texts_of_the_search_are_no_requests() -> None:
    files = {"assets/a.js": b"create('http://www.w3.org/2000/svg', 'a//b')", "search/texts/0.js": b'f("https://a.cn/")'}
    assert [] == [each.code for each in check(files)]


@pytest.mark.parametrize(
    ("base", "link"), [("/", "/index.html"), ("/zt/dsl/", "/zt/dsl/index.html"), ("/zt/dsl/", "/zt/dsl/.")]
)
def test_the_page_for_wrong_addresses_may_begin_at_the_path_of_the_site(base: str, link: str) -> None:
    assert [] == codes(f'<a href="{link}">甲</a>', "404.html", base=base)
    assert ["link-dead"] == codes('<a href="/no.html">甲</a>', "404.html")


def test_one_link_on_many_pages_is_one_finding_with_five_pages_and_the_count() -> None:
    files = {f"a/{number:02}.html": b'<a href="no.html">x</a><a href="no.html">y</a>' for number in range(12)}
    [finding] = check(files)
    assert "a/00.html" == finding.where.file
    assert "另见 a/01.html、a/02.html、a/03.html、a/04.html等共12个页面" in finding.message


def test_an_anchor_may_stand_on_a_page_that_comes_later() -> None:
    files = {"a.html": b'<a href="b.html#x">1</a>', "b.html": b'<p id="x">1</p>'}
    assert [] == check(files)


def test_a_page_tells_its_ids_and_links_once() -> None:
    found = references(
        "a.html", b'<p id="a"></p><a name="b" href="x.html">1</a><a href="x.html">2</a><img src="y.png">'
    )
    assert {"a", "b"} == found.ids
    assert (Reference("a", "x.html", False), Reference("img", "y.png", True)) == found.links
    assert References() == references("a.html", b"") == references("a.txt", b"<p id=a>")
    assert ["a", "b c", "d"] == list(style_links("url(a) url('b c') @import \"d\""))
