"""The same folder of pages is built by MkDocs, ProperDocs and Zensical: none of them may lose a page in silence."""

from __future__ import annotations

import re
from pathlib import Path

from tests.browser import specimen
from tests.browser.engines import make


def test_every_page_is_there(engine_site: Path) -> None:
    found = {path.relative_to(engine_site).as_posix() for path in engine_site.rglob("*.html")}
    assert found == specimen.PAGES | {"404.html"}


def test_no_page_holds_a_script_or_style_of_its_own(engine_site: Path) -> None:
    for path in engine_site.rglob("*.html"):
        text = re.sub(r"<script type=\"application/ld\+json\">.*?</script>", "", path.read_text(encoding="utf-8"))
        assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=\"", text) == []


def test_mkdocs_and_properdocs_differ_only_in_their_name(tmp_path: Path) -> None:
    made = {}
    for engine in ("mkdocs", "properdocs"):
        site = make(specimen.write(tmp_path / engine), engine)
        pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
        made[engine] = {name: re.sub(r'<meta name="generator"[^>]*>', "", text) for name, text in pages.items()}
    assert made["mkdocs"] == made["properdocs"]


def test_the_sitemap_has_every_page_once_the_address_is_known(tmp_path: Path) -> None:
    folder = specimen.write(tmp_path)
    address = "https://www.example.com/zt/dsl/"
    specimen.configure(folder, site_url=address)
    sitemap = (make(folder) / "sitemap.xml").read_text(encoding="utf-8")
    found = re.findall(r"<loc>(.*?)</loc>", sitemap)
    assert sorted(found) == sorted(address + name for name in specimen.PAGES)
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap)) == {"2020-03-31"}


def test_without_an_address_the_sitemap_names_nothing(tmp_path: Path) -> None:
    folder = specimen.write(tmp_path)
    specimen.configure(folder, site_url="")
    assert "<loc>" not in (make(folder) / "sitemap.xml").read_text(encoding="utf-8")


def test_the_foot_shows_what_is_configured_as_text_and_nothing_else(tmp_path: Path) -> None:
    folder = specimen.write(tmp_path)
    hostile = "<script>window.harm=1</script>&乙"
    specimen.configure(folder, site_name=hostile, organizer=hostile, id_code="0000000000")
    page = (make(folder) / "parts.html").read_text(encoding="utf-8")
    assert "<script>window.harm" not in page
    foot = page[page.index('<footer class="colophon">') :]
    assert "<dd>&lt;script&gt;window.harm=1&lt;/script&gt;&amp;乙</dd>" in foot
    assert "<dt>网站标识码</dt><dd>0000000000</dd>" in foot
    for blank in ("ICP备案号", "公安备案号", "找错", "传真"):
        assert blank not in foot
