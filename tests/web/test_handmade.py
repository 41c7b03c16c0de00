"""Pages that the office writes itself."""

from __future__ import annotations

import pytest

from lowcapdocs.web.markup import Templates
from lowcapdocs.web.pages.handmade import page
from tests.builders import TEMPLATES
from tests.web.html import parsed
from tests.web.publish import SITE


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 关于本站\n\n正文。\n", "关于本站"),
        ("前言。\n\n# 关于 **本站** {#about}\n", "关于 本站"),
        ("# [关于](index.md)<b>本站</b> #\n", "关于本站"),
        ("---\ntitle: 标题\n---\n\n正文。\n", "标题"),
        ('---\nhide: [toc]\ntitle: "标题"\n---\n# 正文的标题\n', "正文的标题"),
        ("正文。\n", "about"),
        ("", "about"),
        ("---\n没有完\n", "about"),
        ("# <script>alert(1)</script>&\n", "alert(1)&"),
    ],
)
def test_the_title_is_the_first_heading_or_what_is_said_above(text: str, title: str) -> None:
    assert title == page("zt/about.html", text, SITE, Templates([TEMPLATES])).title


def test_the_text_stays_as_it_is_under_the_way_to_it() -> None:
    made = page("zt/about.html", "---\r\ntitle: 甲\r\n---\r\n# 乙\r\n\r\n*丙*\r\n", SITE, Templates([TEMPLATES]))
    above, _, text = made.body.partition("<!--/html-->")
    assert "\n\n# 乙\n\n*丙*\n" == text
    way = parsed(f"<body>{above}</body>")
    assert [("首页", "../index.html"), ("乙", None)] == [
        (each.text_content(), (each.find("a").get("href") if each.find("a") is not None else None))
        for each in way.iter("li")
    ]
