"""publishing: the site is made whole or stays as it was."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lowcapdocs import publishing
from lowcapdocs.problems import PolicyError
from lowcapdocs.staging import addresses
from lowcapdocs.workspace import Workspace
from tests.small_site import PUBLIC, built, everything, little, text_of
from tests.workspaces import DATA, edit, run, tree_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A little site that is only looked at."""
    return built(little(tmp_path_factory.mktemp("little")))


@pytest.fixture
def copied(site: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the little workspace with its finished site."""
    shutil.copytree(site.root, tmp_path / "space")
    return Workspace(tmp_path / "space")


def test_everything_public_has_its_page_and_its_files(site: Workspace) -> None:
    listed = set(addresses(site.site_folder))
    for address in (
        *("index.html", "404.html", "search.html", "map.html", "guide.html", "catalogue.html", "data.html"),
        *("test/index.html", "test/towns/dong.html", "test/towns/xi.html", "test/departments/yi.html"),
        *("test/tasks/energy-1.html", "test/quotas.html", "test/documents/table.html", "test/figures.html"),
        *("files/test/table.docx", "files/test/table.xlsx", "data/test/quotas.csv", "data/test/quotas.json"),
        *("data.json", "feed.atom.xml", "feed.rss.xml", "search/client.js", "search/manifest.js", "assets/site.css"),
    ):
        assert address in listed
    assert [] == [each for each in listed if "notice" in each.rpartition("/")[2] and each != "test/notices.html"]
    assert "东镇" in text_of(site, "test/towns/dong.html")


def test_a_document_that_is_not_published_is_nowhere(site: Workspace) -> None:
    assert [] == [name for name, data in everything(site) if "现将任务下达给你们".encode() in data]


def test_what_is_downloaded_is_what_word_makes(site: Workspace, tmp_path: Path) -> None:
    assert 0 == run(site.root, "word", "--out", str(tmp_path / "word")).code
    for ending in ("docx", "xlsx"):
        made = (tmp_path / f"word/test/任务表.{ending}").read_bytes()
        assert made == (site.site_folder / f"files/test/table.{ending}").read_bytes()


def test_the_same_data_gives_the_same_bytes(site: Workspace, tmp_path: Path) -> None:
    again = built(little(tmp_path))
    assert tree_of(site.site_folder) == tree_of(again.site_folder)


def test_unchanged_data_is_not_built_again(copied: Workspace) -> None:
    publishing.build(copied)  # the copy is another folder, and its files have other times
    before = {name: (copied.site_folder / name).stat().st_mtime_ns for name in addresses(copied.site_folder)}
    ran = run(copied.root, "site", "build")
    assert (0, "build/site：没有变化，不用重做\n") == (ran.code, ran.out)
    assert before == {name: (copied.site_folder / name).stat().st_mtime_ns for name in before}
    assert 0 == run(copied.root, "site", "build", "--force").code
    assert before != {name: (copied.site_folder / name).stat().st_mtime_ns for name in before}


def test_what_a_killed_run_left_goes_even_where_nothing_has_changed(copied: Workspace) -> None:
    publishing.build(copied)
    for name in (".site.staging", ".pages.staging"):
        (copied.build / name).mkdir()
        (copied.build / name / "a.html").write_text("甲", encoding="utf-8")
    assert 0 == run(copied.root, "site", "build").code
    assert [] == [path.name for path in copied.build.iterdir() if path.name.endswith(".staging")]


@pytest.mark.parametrize(
    ("code", "name", "text"),
    [
        ("leak-phone", "site/关于.md", "# 关于\n\n联系王某 13812345678。\n"),
        ("link-dead", "site/关于.md", '# 关于\n\n<a href="none.html">没有的页</a>\n'),
        ("script-inline", "site/关于.md", "# 关于\n\n<script>alert(1)</script>\n"),
        ("site-file", "site/ledger~", "旧稿"),
        ("site-file", "site/assets/数据.csv", "a,b"),
        ("style-inline", "site/关于.md", '# 关于\n\n<p style="color: red">红字</p>\n'),
        ("page-twice", "site/map.md", "# 我的地图\n"),
        ("site-engine", "mkdocs.yml", "site_name: 网站\nno_such_setting: 1\nplugins: [no-such-plugin]\n"),
        ("template-syntax", "templates/web/town.html.j2", "{% if %}"),
        ("template-value", "templates/web/town.html.j2", "{{ no_such_name }}"),
        ("template-missing", "templates/web/town.html.j2", ""),
        ("goal-total", f"{DATA}/quotas.csv", "镇街,整治提升数\n东镇,9\n西街道,/\n全区,9\n"),
        ("value-form", "policy_data/synonyms.yaml", "- 一个词\n"),
    ],
)
def test_what_is_wrong_is_told_and_the_present_site_stays(copied: Workspace, code: str, name: str, text: str) -> None:
    before = tree_of(copied.site_folder)
    if text:
        (copied.root / name).write_text(text, encoding="utf-8")
    else:
        (copied.root / name).unlink()
    ran = run(copied.root, "site", "build")
    assert (1, True) == (ran.code, code in ran.codes()), ran.err
    assert before == tree_of(copied.site_folder)
    assert [".site.old", ".site.staging"] == [
        name for name in (".site.old", ".site.staging") if not (copied.build / name).exists()
    ]


def test_a_personal_number_in_public_data_is_told_with_its_record(copied: Workspace) -> None:
    path = copied.root / DATA / "tasks.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if line.lstrip().startswith("text: "))
    lines[place] = lines[place].rstrip() + "，联系138 1234 5678。\n"
    path.write_text("".join(lines), encoding="utf-8")
    ran = run(copied.root, "site", "build")
    assert 1 == ran.code
    (told,) = [line for line in ran.err.splitlines() if "leak-phone" in line]
    assert f"（{DATA}/tasks.yaml 第4行 “文字”）" in told


def test_hand_written_pages_are_part_of_the_site(copied: Workspace) -> None:
    (copied.root / "site/about.md").write_text("# 关于本站\n\n手写的页面。\n", encoding="utf-8")
    (copied.root / "site/guide.md").write_text("## 本机关的补充说明\n\n来访请预约。\n", encoding="utf-8")
    (copied.root / "site/assets/标志.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    built(copied)
    assert "手写的页面" in text_of(copied, "about.html")
    assert "来访请预约" in text_of(copied, "guide.html")
    assert (copied.site_folder / "assets/标志.svg").is_file()
    assert 'href="about.html">关于本站</a>' in text_of(copied, "map.html")


def test_hand_written_pages_are_read_as_windows_saves_them_and_what_is_no_text_is_told(copied: Workspace) -> None:
    page = copied.root / "site/about.MD"
    page.write_bytes("# 关于本站\r\n\r\n手写的页面。\r\n".encode("gb18030"))
    built(copied)
    assert "手写的页面" in text_of(copied, "about.html")
    before = tree_of(copied.site_folder)
    page.write_bytes(b"\xff\xff\x81")
    ran = run(copied.root, "site", "build")
    assert (1, True, before) == (ran.code, "site-encoding" in ran.codes(), tree_of(copied.site_folder))


def test_a_campaign_leaves_the_site_only_when_that_is_meant(copied: Workspace) -> None:
    other = copied.data / "other"
    shutil.copytree(copied.root / DATA, other)
    built(copied)
    before = tree_of(copied.site_folder)
    (other / "disclosure.yaml").unlink()
    ran = run(copied.root, "site", "build")
    assert (1, True, before) == (ran.code, "site-campaign-gone" in ran.codes(), tree_of(copied.site_folder)), ran.err
    ran = run(copied.root, "site", "build", "--force")
    assert (0, True) == (ran.code, {"site-campaign-gone", "site-pages-gone"} <= set(ran.codes())), ran.err
    assert not (copied.site_folder / "other").exists()
    assert "site-campaign-gone" not in run(copied.root, "site", "build", "--force").codes()


def test_pages_that_go_are_told(copied: Workspace) -> None:
    page = copied.root / "site/about.md"
    page.write_text("# 关于本站\n", encoding="utf-8")
    assert "site-pages-gone" not in run(copied.root, "site", "build").codes()
    page.unlink()
    ran = run(copied.root, "site", "build")
    assert 0 == ran.code
    assert "比原来的网站少了1个页面、0份文件，如 about.html" in ran.err


def test_a_campaign_that_says_nothing_is_not_public(tmp_path: Path) -> None:
    space = little(tmp_path)
    (space.root / DATA / "disclosure.yaml").unlink()
    ran = run(space.root, "site", "build")
    assert (0, True) == (ran.code, "site-empty" in ran.codes()), ran.err
    assert [] == [
        name for name, data in everything(space) if any(word.encode() in data for word in ("东镇", "甲区2020"))
    ]


def test_a_site_is_not_emptied_by_a_slip(copied: Workspace) -> None:
    before = tree_of(copied.site_folder)
    edit(copied.root / DATA / "disclosure.yaml", "reviewer: 甲科\n", "")
    ran = run(copied.root, "site", "build")
    assert (1, True, before) == (ran.code, "site-empty" in ran.codes(), tree_of(copied.site_folder)), ran.err
    assert 0 == run(copied.root, "site", "build", "--force").code
    assert not (copied.site_folder / "test").exists()


def test_a_link_to_a_file_elsewhere_is_not_followed(copied: Workspace, tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere.css"
    secret.write_text("p { color: red }", encoding="utf-8")
    (copied.root / "site/assets/more.css").symlink_to(secret)
    ran = run(copied.root, "site", "build", "--force")
    assert (1, ["site-file"]) == (ran.code, [code for code in ran.codes() if code.startswith("site")]), ran.err
    assert "site/assets/more.css" in ran.err


def test_what_leads_nowhere_is_no_file_for_a_site(copied: Workspace) -> None:
    (copied.root / "site/assets/more.css").symlink_to("gone.css")
    ran = run(copied.root, "site", "build", "--force")
    assert (1, ["site-file"]) == (ran.code, [code for code in ran.codes() if code.startswith("site")]), ran.err
    assert "site/assets/more.css" in ran.err


def test_two_campaigns_of_one_name_are_told(copied: Workspace) -> None:
    shutil.copytree(copied.data / "test", copied.data / "again")
    ran = run(copied.root, "site", "build")
    assert (0, True) == (ran.code, "site-same-name" in ran.codes()), ran.err


def test_no_script_of_the_theme_is_carried_along(site: Workspace) -> None:
    assert [] == [each for each in addresses(site.site_folder) if each.startswith("assets/javascripts/")]


def test_a_document_whose_review_is_not_whole_stays_out(tmp_path: Path) -> None:
    space = little(tmp_path, {f"{DATA}/disclosure.yaml": PUBLIC.replace("reviewer: 甲科\n", "")})
    run(space.root, "site", "build")
    listed = addresses(space.site_folder) if space.site_folder.is_dir() else []
    assert [] == [each for each in listed if each.startswith(("files/", "test/documents/table"))]


def test_a_campaign_with_errors_that_is_not_public_stops_nothing(tmp_path: Path) -> None:
    space = little(tmp_path)
    shutil.copytree(space.data / "test", space.data / "next")
    edit(space.data / "next/quotas.csv", "东镇,8", "东镇,")
    (space.data / "next/disclosure.yaml").unlink()
    ran = run(tmp_path, "site", "build")
    assert (0, True) == (ran.code, "site-campaign-left-out" in ran.codes()), ran.err
    assert "next/" not in "".join(addresses(space.site_folder))
    (space.data / "next/disclosure.yaml").write_text(PUBLIC, encoding="utf-8")
    ran = run(tmp_path, "site", "build")
    assert (1, True) == (ran.code, "quota-blank" in ran.codes()), ran.err


def test_without_settings_it_says_where_they_come_from(tmp_path: Path) -> None:
    space = little(tmp_path)
    space.site_settings.unlink()
    ran = run(tmp_path, "site", "build")
    assert (1, ["site-not-set-up"]) == (ran.code, ran.codes())


def test_a_pdf_of_this_very_file_is_offered(copied: Workspace) -> None:
    docx = (copied.site_folder / "files/test/table.docx").read_bytes()
    pdf = b"%PDF-1.4\n%%EOF\n"
    folder = copied.build / "pdf/test"
    folder.mkdir(parents=True)
    (folder / "任务表.pdf").write_bytes(pdf)
    listed = {"file": "任务表.pdf", "sha256": digest(pdf), "word_sha256": digest(docx)}
    (folder / "manifest.json").write_text(json.dumps({"files": [listed]}), encoding="utf-8")
    job_files = dict(offered(copied))
    assert pdf == job_files["files/test/table.pdf"]
    (folder / "任务表.pdf").write_bytes(b"%PDF-1.4 edited")
    assert "files/test/table.pdf" not in dict(offered(copied))


def offered(space: Workspace) -> Iterator[tuple[str, bytes]]:
    from lowcapdocs import disclosing, offering
    from lowcapdocs.job import open_job

    job = open_job(space, "test")
    public = disclosing.public_campaign(job)
    assert public is not None
    files = offering.Files(space, job)
    for asset in (asset for each in public.documents for asset in files.of(each, each.tree)):
        yield asset.address, asset.data


def digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def test_an_engine_that_is_not_there_is_told(site: Workspace, tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as problem:
        publishing.build(site, engine="no_such_engine", force=True)
    [finding] = problem.value.findings
    assert ("site-engine", "请运行 pip install no_such_engine。") == (finding.code, finding.remedy)


def test_all_makes_the_site_too(tmp_path: Path) -> None:
    ran = run(little(tmp_path).root, "all")
    assert (0, True) == (ran.code, "build/site：" in ran.out), ran.err
    assert "build/site" not in run(tmp_path, "all", "test").out
    (tmp_path / "mkdocs.yml").unlink()
    assert "网站：这里没有 mkdocs.yml，没有生成" in run(tmp_path, "all").out


# Secrets in the whole sample
