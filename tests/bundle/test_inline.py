"""bundle.inline: no code stands in a page, so that a policy without exceptions lets the whole site work."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lowcapdocs.bundle.inline import Inlines
from lowcapdocs.bundle.references import references
from lowcapdocs.bundle.server import POLICY, server_settings
from lowcapdocs.problems import Finding


def found(*pages: str, ending: str = "html") -> list[Finding]:
    inlines = Inlines()
    for number, page in enumerate(pages):
        address = f"{number}.{ending}"
        inlines.look(address, references(address, page.encode()).inline)
    return inlines.findings()


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="a">甲</p><script src="a.js"></script>', '<script type="application/ld+json">{"a": 1}</script>', "",
        '<script type="application/json; charset=utf-8">{}</script>', "<script></script>", '<p data-on="a()">on</p>',
    ],
)  # fmt: skip
def test_data_and_files_are_no_inline_code(markup: str) -> None:
    assert [] == found(markup)


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ('<p style="color:red">甲</p>', "style-inline"),
        ("<style>p { color: red }</style>", "style-inline"),
        ('<p onclick="a()">甲</p>', "handler-inline"),
        ('<body onload="a()">甲', "handler-inline"),
        ('<svg><path style="fill:red" /></svg>', "style-inline"),
        ("<script>a()</script>", "script-inline"),
        ("<script type=module>a()</script>", "script-inline"),
        ('<script type="importmap">{"imports": {}}</script>', "script-inline"),
        ('<script type="text/JavaScript ; x">a()</script>', "script-inline"),
    ],
)
def test_what_a_strict_policy_stops_is_an_error_told_once_with_its_pages(markup: str, code: str) -> None:
    [finding] = found(markup, "<p>甲</p>", markup + markup)
    assert (code, "error", "0.html") == (finding.code, finding.level, finding.where.file)
    assert "共2个页面，如 0.html、2.html" in finding.message


def test_a_picture_may_be_drawn_with_styles_of_its_own() -> None:
    assert [] == found('<svg><style>p{}</style><path style="fill:red" /></svg>', ending="svg")


@pytest.mark.parametrize(
    ("markup", "code"),
    [("<svg><script>a()</script></svg>", "script-inline"), ('<svg onload="a()"/>', "handler-inline")],
)
def test_but_a_picture_runs_no_code(markup: str, code: str) -> None:
    assert [code] == [each.code for each in found(markup, ending="svg")]


def test_long_code_is_shown_shortened() -> None:
    [finding] = found(f"<script>\n  {'a();' * 100}\n</script>")
    assert f"“<script>{'a();' * 15}……”" in finding.message


def test_the_settings_for_servers_carry_the_policy_and_the_path_of_the_site() -> None:
    settings = server_settings("/zt/dsl/")
    assert f'add_header Content-Security-Policy "{POLICY}" always;' in settings
    assert f'Header always set Content-Security-Policy "{POLICY}"' in settings
    assert "error_page 404 /zt/dsl/404.html;" in settings
    assert "error_page 404 /404.html;" in server_settings()
    assert '"' not in POLICY
    assert "unsafe" not in POLICY


def test_under_the_policy_a_browser_runs_files_of_the_site_and_nothing_else(tmp_path: Path, chromium: Browser) -> None:
    served = POLICY.replace("; frame-ancestors 'self'", "").replace("'self'", "file:")  # of a page on a disk
    (tmp_path / "a.css").write_text("p { color: rgb(1, 2, 3) }", encoding="utf-8")
    (tmp_path / "a.js").write_text('document.body.dataset.own = "1";', encoding="utf-8")
    (tmp_path / "a.html").write_text(
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{served}">'
        '<link rel="stylesheet" href="a.css"><body><p id="a">甲<p id="b" style="color: rgb(9, 9, 9)">乙'
        '<script src="a.js"></script><script>document.body.dataset.foreign = "1";</script>',
        encoding="utf-8",
    )
    page = chromium.new_page()
    page.goto((tmp_path / "a.html").as_uri())
    data = page.evaluate("({...document.body.dataset})")
    colors = [page.evaluate(f"getComputedStyle(document.getElementById('{each}')).color") for each in "ab"]
    page.close()
    assert {"own": "1"} == data
    assert ["rgb(1, 2, 3)", "rgb(1, 2, 3)"] == colors
