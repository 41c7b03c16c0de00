"""publishing: what people have read on the site leaves it only when that is meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lowcapdocs.workspace import Workspace
from tests.small_site import TABLE, built, little
from tests.workspaces import DATA, edit, run, tree_of, write

REPORT = """\
- id: report
  file: 通报/{序号}-{单位}
  template: report.md.j2
  for_each: period
  disclosure: 主动公开
"""
TEMPLATE = "---\n标题: {{ campaign.year }}年进展通报\n---\n现将进展通报给你们。\n"
RETURNS = "期次,镇街,指标,累计完成\n"
MAY, JUNE = "2020-05,东镇,整治提升数,1\n", "2020-06,东镇,整治提升数,2\n"
LINES = f"{TABLE}- {{文件: report, 对象: 2020年5月}}\n- {{文件: report, 对象: 2020年6月}}\n"
PAGE = "test/documents/report/2020-06.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A little site with two issued reports of a series, each on its page."""
    space = little(
        tmp_path_factory.mktemp("reports"),
        {
            f"{DATA}/progress.csv": RETURNS + MAY + JUNE,
            f"{DATA}/publications.yaml": LINES,
            "templates/report.md.j2": TEMPLATE,
        },
    )
    documents = space.root / DATA / "documents.yaml"
    documents.write_text(documents.read_text(encoding="utf-8") + REPORT, encoding="utf-8")
    for month, day in (("2020-05", "2020-06-08"), ("2020-06", "2020-07-08")):
        ran = run(space.root, "issue", "test", "report", "--period", month, "--date", day)
        assert 0 == ran.code, ran.err
    built(space)
    assert (space.site_folder / PAGE).is_file()
    return space


@pytest.fixture
def copied(site: Workspace, tmp_path: Path) -> Workspace:
    """A copy of that workspace with its finished site."""
    shutil.copytree(site.root, tmp_path / "space")
    return Workspace(tmp_path / "space")


def test_an_issued_document_does_not_go_because_its_data_went(copied: Workspace) -> None:
    before = tree_of(copied.site_folder)
    write(copied.root, {f"{DATA}/progress.csv": RETURNS + MAY})
    ran = run(copied.root, "site", "build")
    assert (1, before) == (ran.code, tree_of(copied.site_folder)), ran.err
    [told] = [line for line in ran.err.splitlines() if line.startswith("错误[")]
    assert told.startswith(f"错误[site-document-gone] {DATA}/publications.yaml 第3行：")
    assert "“通报（2020-06）”" in told
    assert "原来的网站没有动" in told
    assert "issued/report/2020-06.md" in told
    assert "lowcapdocs issue --withdraw" in told
    ran = run(copied.root, "site", "build", "--force")
    assert (0, True) == (ran.code, "提醒[site-document-gone]" in ran.err), ran.err
    assert not (copied.site_folder / PAGE).exists()
    assert "site-document-gone" not in run(copied.root, "site", "build", "--force").codes()


def test_an_issued_document_that_somebody_decided_not_to_publish_goes_and_is_told(copied: Workspace) -> None:
    edit(
        copied.root / DATA / "documents.yaml", REPORT, REPORT.replace("主动公开", "不予公开\n  disclosure_reason: 内部")
    )
    ran = run(copied.root, "site", "build")
    assert (0, 2) == (ran.code, ran.codes().count("site-document-gone")), ran.err
    assert "这次撤下：不予公开：内部。" in ran.err
    assert not (copied.site_folder / PAGE).exists()


def test_a_document_whose_line_is_taken_from_the_catalogue_goes(copied: Workspace) -> None:
    write(copied.root, {f"{DATA}/progress.csv": RETURNS + MAY})
    edit(copied.root / DATA / "publications.yaml", "- {文件: report, 对象: 2020年6月}\n", "")
    built(copied)
    assert not (copied.site_folder / PAGE).exists()


def test_a_document_that_is_withdrawn_goes(copied: Workspace) -> None:
    assert 0 == run(copied.root, "issue", "test", "report", "--period", "2020-06", "--withdraw").code
    built(copied)
    assert not (copied.site_folder / PAGE).exists()


# Campaigns whose folder went


def gone(space: Workspace) -> list[str]:
    """What a build that is refused has to say of campaigns that go; the present site stays."""
    before = tree_of(space.site_folder)
    ran = run(space.root, "site", "build")
    assert (1, before) == (ran.code, tree_of(space.site_folder)), ran.err
    assert "site-empty" not in ran.codes()
    return [line for line in ran.err.splitlines() if "[site-campaign-gone]" in line]


def test_a_folder_that_was_renamed_is_told_as_that(copied: Workspace) -> None:
    (copied.data / "test").rename(copied.data / "test-2020")
    [told] = gone(copied)
    assert told.startswith("错误[site-campaign-gone] policy_data/test：现在网站上有这个活动，这个文件夹没有了")
    assert "是不是改成了“test-2020”？" in told
    assert "disclosure.yaml" not in told
    assert 0 == run(copied.root, "site", "build", "--force").code


def test_a_folder_that_was_deleted_is_told_as_that_also_where_nothing_else_is_public(copied: Workspace) -> None:
    shutil.copytree(copied.data / "test", copied.data / "other")
    (copied.data / "other/disclosure.yaml").unlink()
    shutil.rmtree(copied.data / "test")
    [told] = gone(copied)
    assert "这个文件夹没有了" in told
    assert "是不是改成了" not in told
    ran = run(copied.root, "site", "build", "--force")
    assert (0, True) == (ran.code, {"site-campaign-gone", "site-empty"} <= set(ran.codes())), ran.err


def test_a_folder_that_lost_its_campaign_is_told_as_that(copied: Workspace) -> None:
    shutil.copytree(copied.data / "test", copied.data / "other")
    (copied.data / "test/campaign.yaml").unlink()
    [told] = gone(copied)
    assert "文件夹里没有 campaign.yaml" in told
