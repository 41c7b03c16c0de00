from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.model.site import Site
from lowcapdocs.problems import PolicyError
from lowcapdocs.sources import site
from tests.builders import REPOSITORY, refused

OFFICE = """
site_name: 测试网
site_url: https://www.example.gov.cn/zt/dsl
theme: {name: material}
nav: [{首页: index.md}]
extra:
  generator: false
  office:
    organizer: 某区人民政府
    domain: www.example.gov.cn
    id_code: 3302030001
    contacts: {电话: 12345, 邮箱: ""}
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "mkdocs.yml"


def test_the_site_is_what_the_office_says_of_it_and_no_more(config: Path) -> None:
    config.write_text(OFFICE, encoding="utf-8")
    expected = Site(
        name="测试网", url="https://www.example.gov.cn/zt/dsl/", organizer="某区人民政府",
        domain="www.example.gov.cn", id_code="3302030001", contacts={"电话": "12345"},
    )  # fmt: skip
    assert expected == site.load(config)


@pytest.mark.parametrize("rest", ["", "extra:\n", "extra:\n  office:\n", "extra: {office: {contacts: }}\n"])
def test_nothing_configured_is_fine(config: Path, rest: str) -> None:
    config.write_text(f"site_name: 测试网\n{rest}", encoding="utf-8")
    assert Site(name="测试网") == site.load(config)


def test_the_sample_workspace_has_a_site() -> None:
    found = site.load(REPOSITORY / "mkdocs.yml")
    assert found.name
    assert "示例" in found.organizer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_url: https://a.cn", ["value-missing mkdocs.yml “site_name”"]),
        ("site_name: 甲\nsite_url: a.gov.cn", ["value-form mkdocs.yml 第2行 “site_url”"]),
        ("site_name: 甲\nextra:\n  office:\n    phone: 1", ["column-unknown mkdocs.yml 第4行 “phone”"]),
        ("site_name: 甲\nextra:\n  office: 乙", ["value-form mkdocs.yml 第3行 “office”"]),
        ("site_name: 甲\nextra:\n  office:\n    contacts: 乙", ["value-form mkdocs.yml 第4行 “contacts”"]),
        ("site_name: 甲\nextra:\n  office:\n    contacts: {电话: [1]}", ["value-form mkdocs.yml 第4行 “电话”"]),
        ("site_name: 甲\nextra:\n  office: {id_code: 123}", ["value-form mkdocs.yml 第3行 “id_code”"]),
        ("site_name: 甲\nextra:\n  office: {domain: 'http://a.cn/'}", ["value-form mkdocs.yml 第3行 “domain”"]),
        ("site_name: 甲\nextra:\n  office: {report_url: 'javascript:1'}", ["value-form mkdocs.yml 第3行 “report_url”"]),
        ('site_name: "甲\\u202e"', ["value-control mkdocs.yml 第1行 “site_name”"]),
        ("- 甲", ["value-form mkdocs.yml 第1行"]),
        ("", ["file-empty mkdocs.yml"]),
    ],
)
def test_what_does_not_fit_is_told_by_line(config: Path, text: str, expected: list[str]) -> None:
    config.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        site.load(config)
    assert expected == refused(caught.value)


def test_a_missing_file_is_told(config: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        site.load(config)
    assert ["file-unreadable mkdocs.yml"] == refused(caught.value)


def test_hosts_that_pages_may_link_to_are_registered(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text("site_name: 甲\nextra:\n  office:\n    links: [www.gov.cn, www.example.gov.cn]\n", encoding="utf-8")
    assert {"www.gov.cn", "www.example.gov.cn"} == site.load(path).hosts
    path.write_text("site_name: 甲\nextra:\n  office:\n    links: [https://www.gov.cn/x]\n", encoding="utf-8")
    with pytest.raises(PolicyError) as problem:
        site.load(path)
    assert [("value-form", 4)] == [(each.code, each.where.row) for each in problem.value.findings]
