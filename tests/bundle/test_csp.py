"""bundle.csp: a policy that lets the site work as it was built, and nothing else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lowcapdocs.bundle.csp import policy

PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">{policy}<title>甲</title>
<style>p {{ color: rgb(1, 2, 3) }}</style></head>
<body><p id="a">甲</p>
<script>document.body.dataset.own = "甲 < 乙 && 丙";</script>
{more}
<script type="application/ld+json">{{"a": 1}}</script></body></html>
"""
FOREIGN = '<script>document.body.dataset.foreign = "1";</script><p id="b" style="color: rgb(9, 9, 9)">乙</p>'


def header(*pages: str) -> str:
    return policy((f"{number}.html", page.encode()) for number, page in enumerate(pages)).header


def hashed(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def test_a_site_without_inline_code_needs_no_hash() -> None:
    assert (
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    ) == header('<p>甲</p><script src="a.js"></script><script type="application/ld+json">{}</script>', "")


def test_each_inline_script_and_style_is_allowed_by_its_hash_once() -> None:
    text = header("<style>p{}</style><script>a()</script>", "<script>a()</script><script type=module>b('甲')</script>")
    assert f"style-src 'self' {hashed('p{}')};" in text
    assert 1 == text.count(hashed("a()"))
    assert hashed("b('甲')") in text
    assert "unsafe" not in text


def test_line_ends_are_hashed_as_a_browser_reads_them() -> None:
    assert header("<script>a();\nb()</script>") == header("<script>a();\r\nb()</script>")


def test_the_policy_does_not_depend_on_the_order_of_pages() -> None:
    pages = ("<script>a()</script>", "<script>b()</script>", "<style>p{}</style>")
    assert header(*pages) == header(*reversed(pages))


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ('<p style="color:red">甲</p>', "style-inline"),
        ('<p onclick="a()">甲</p>', "handler-inline"),
        ('<body onload="a()">甲', "handler-inline"),
        ('<svg><path style="fill:red" /></svg>', "style-inline"),
    ],
)
def test_what_no_hash_allows_is_a_finding(markup: str, code: str) -> None:
    found = policy([("a.html", markup.encode()), ("b.html", markup.encode())]).findings
    assert [code] == [each.code for each in found]
    assert "共2个页面，如 a.html、b.html" in found[0].message


def test_the_settings_for_servers_carry_the_policy_and_the_path_of_the_site() -> None:
    found = policy([("a.html", b"<script>a()</script>")], "/zt/dsl/")
    assert f'add_header Content-Security-Policy "{found.header}" always;' in found.settings
    assert f'Header always set Content-Security-Policy "{found.header}"' in found.settings
    assert "error_page 404 /zt/dsl/404.html;" in found.settings
    assert '"' not in found.header


def test_a_browser_runs_what_the_site_was_built_with_and_nothing_else(tmp_path: Path, chromium: Browser) -> None:
    built = PAGE.format(policy="", more="")
    allowed = header(built).replace("; frame-ancestors 'self'", "")  # which counts in a header only
    meta = f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    (tmp_path / "a.html").write_text(PAGE.format(policy=meta, more=FOREIGN), encoding="utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "a.html").as_uri())
    data = page.evaluate("({...document.body.dataset})")
    colors = [page.evaluate(f"getComputedStyle(document.getElementById('{each}')).color") for each in "ab"]
    page.close()
    assert {"own": "甲 < 乙 && 丙"} == data
    assert ["rgb(1, 2, 3)", "rgb(1, 2, 3)"] == colors
