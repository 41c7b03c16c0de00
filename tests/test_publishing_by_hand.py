"""publishing: what is odd about a hand-written page is told at its file, and the page is published all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.offering import markdown
from lowcapdocs.problems import Finding
from lowcapdocs.web.page import Asset
from tests.small_site import little
from tests.workspaces import run, write


def test_pages_without_a_title_or_with_an_odd_name_are_told_and_published(tmp_path: Path) -> None:
    space = little(tmp_path)
    pages = {"about.md": "没有标题。\n", "blank.md": "", "联系 我们.md": "# 联系我们\n\n示例区示例路1号。\n"}
    write(space.root, {f"site/{name}": text for name, text in pages.items()})
    ran = run(space.root, "site", "build")
    assert 0 == ran.code, ran.err
    told = [line.partition("：")[0] for line in ran.err.splitlines() if "[page-" in line]
    assert [
        "提醒[page-untitled] site/about.md",
        "提醒[page-untitled] site/blank.md",
        "提醒[page-address] site/联系 我们.md",
    ] == told
    for name in pages:
        assert (space.site_folder / f"{name.removesuffix('.md')}.html").is_file()


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("about.md", "# 关于本站\n", ""),
        ("about.md", "开头。\r\n\r\n# 关于本站 {#about}\r\n", ""),
        ("about.md", "---\ntitle: 关于本站\n---\n正文。\n", ""),
        ("about-us_2/page1.md", "# 关于本站\n", ""),
        ("guide.md", "## 受理时间\n", ""),
        ("guide.md", "", ""),
        ("about.md", "#关于本站\n", "没有标题，网页上用文件名“about”作标题。"),
        ("about.md", "## 关于本站\n", "没有标题，网页上用文件名“about”作标题。"),
        ("about.md", "正文。\n\ntitle: 关于\n", "没有标题，网页上用文件名“about”作标题。"),
        ("about.md", " \n\n", "这一页是空的，也照样放在网站上。"),
        ("about.md", "---\nhide: [toc]\n---\n", "这一页是空的，也照样放在网站上。"),
        ("a/关于.md", "# 关于\n", "文件名里有汉字、空格或者符号，网址发给别人会变成很长的一串，空格处还会断开。"),
        ("about us.md", "# 关于\n", "文件名里有汉字、空格或者符号，网址发给别人会变成很长的一串，空格处还会断开。"),
    ],
)
def test_what_is_told_of_a_page(name: str, text: str, told: str) -> None:
    found: list[Finding] = []
    assert {name: text} == markdown([Asset(name, text.encode())], found)
    assert [told] * bool(told) == [each.message for each in found]
    assert [("warning", f"site/{name}")] * bool(told) == [(each.level, each.where.file) for each in found]
