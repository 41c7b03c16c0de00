"""engine_faults: what an engine says in English is told where it is mended; the disk, the frame and the settings."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lowcapdocs.workspace import Workspace
from tests.small_site import built, little
from tests.workspaces import edit, run, tree_of

ENGINES = ("mkdocs", "properdocs")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return built(little(tmp_path_factory.mktemp("little")))


@pytest.fixture
def copied(site: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the little workspace with its finished site."""
    shutil.copytree(site.root, tmp_path / "space")
    return Workspace(tmp_path / "space")


def refused(space: Workspace, engine: str = "mkdocs") -> list[str]:
    """The errors of a build that is refused, each a line; the present site stays."""
    before = tree_of(space.site_folder)
    ran = run(space.root, "site", "build", "--engine", engine)
    assert (1, before) == (ran.code, tree_of(space.site_folder)), ran.out
    assert "Traceback" not in ran.err
    return [line for line in ran.err.splitlines() if line.startswith("错误[")]


# The disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace whose build folder is a disk of a mebibyte: enough for the pages, too little for the site."""
    space = little(tmp_path / "space")
    space.build.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(space.build)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    yield space
    subprocess.run(["umount", str(space.build)], check=True)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_disk_that_is_full_while_the_engine_writes_is_told_as_any_full_disk(
    small_disk: Workspace, engine: str
) -> None:
    [told] = refused(small_disk, engine)
    assert told == "错误[output-failed] build/site：磁盘空间不足，原有文件没有改动。 → 请清理磁盘后重试。"
    assert ["pages"] == [path.name for path in small_disk.build.iterdir()]


def test_a_disk_so_full_that_the_engine_can_say_nothing_is_told_all_the_same(
    small_disk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(small_disk.build))
    [told] = refused(small_disk)
    assert told.startswith("错误[output-failed] build/site：磁盘空间不足")


# The frame


FRAME = [
    ("main.html", "{% block foo %}", "template-syntax", "模板写法有误：模板到头了，“block”还没有结束。"),
    (
        "partials/colophon.html",
        "{{ config.extra.office.nothere.deep }}",
        "template-value",
        "模板这一行填不出来：没有“nothere”这一项。",
    ),
    ("partials/colophon.html", "{{ 1 | nofilter }}", "template-syntax", "模板写法有误：没有叫“nofilter”的过滤器。"),
    ("partials/colophon.html", '{% include "gone.html" %}', "template-missing", "找不到模板“gone.html”。"),
    ("partials/colophon.html", "{{ 1 // 0 }}", "template-value", "模板这一行填不出来：除数是0，算不出来。"),
]


@pytest.mark.parametrize(("name", "text", "code", "message"), FRAME)
def test_a_slip_in_the_frame_is_told_in_chinese_at_its_line(
    copied: Workspace, name: str, text: str, code: str, message: str
) -> None:
    path = copied.hand_written / "overrides" / name
    before = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{before}\n{text}\n", encoding="utf-8")
    row = before.count("\n") + 2
    [told] = refused(copied)
    assert told.startswith(f"错误[{code}] site/overrides/{name} 第{row}行：{message} → ")


def test_a_frame_in_another_encoding_is_told_at_its_file(copied: Workspace) -> None:
    path = copied.hand_written / "overrides/partials/colophon.html"
    path.write_bytes(path.read_bytes() + "主办单位".encode("gb18030"))
    [told] = refused(copied)
    assert told.startswith("错误[file-unreadable] site/overrides/partials/colophon.html：模板读不出来")


def test_another_engine_says_it_alike(copied: Workspace) -> None:
    path = copied.hand_written / "overrides/main.html"
    path.write_text(path.read_text(encoding="utf-8") + "{% endfr %}\n", encoding="utf-8")
    [told] = refused(copied, "properdocs")
    assert told.startswith("错误[template-syntax] site/overrides/main.html 第")


# The settings


SETTINGS = [
    ("name: material", "name: readthedoc", "没有叫“readthedoc”的框架。", "Unrecognised theme name: 'readthedoc'"),
    (
        "strict: true",
        "strict: true\nno_such: 1",
        "没有“no_such”这一项设置。",
        "Unrecognised configuration name: no_such",
    ),
    ("custom_dir: site/overrides", "custom_dir: site/overides", "custom_dir 写的文件夹没有。", "does not exist"),
    ("- attr_list", "- attr_lst", "没有叫“attr_lst”的扩展。", "Failed to load extension 'attr_lst'"),
    ("use_directory_urls: false", "use_directory_urls: 有时", "这一项这样写不行。", "Expected type"),
]


@pytest.mark.parametrize(("old", "new", "message", "words"), SETTINGS)
def test_a_setting_that_the_engine_refuses_is_told_at_its_line_with_its_own_words(
    copied: Workspace, old: str, new: str, message: str, words: str
) -> None:
    edit(copied.site_settings, old, new)
    lines = copied.site_settings.read_text(encoding="utf-8").splitlines()
    row = 1 + next(place for place, line in enumerate(lines) if new.splitlines()[-1] in line)
    [told] = [line for line in refused(copied) if "site-engine" in line]
    assert told.startswith(f"错误[site-engine] mkdocs.yml 第{row}行 “")
    assert message in told
    assert words in told.partition("它的原话：")[2]


# Whatever else


def test_of_other_faults_the_engine_s_own_words_are_told_without_the_way_there(copied: Workspace) -> None:
    (copied.root / "own.py").write_text(
        "def on_config(config):\n    raise KeyError('an own fault')\n", encoding="utf-8"
    )
    edit(copied.site_settings, "plugins: []\n", "plugins: []\nhooks: [own.py]\n")
    [told] = refused(copied)
    assert told.startswith("错误[site-engine] mkdocs.yml：mkdocs 没有做成网站，它的原话：KeyError: 'an own fault'")


def test_a_dead_link_of_a_hand_written_page_is_told_at_the_page(copied: Workspace) -> None:
    (copied.hand_written / "about.md").write_text("# 关于\n\n[没有的页](none.md)\n", encoding="utf-8")
    [told] = refused(copied)
    assert told.startswith("错误[site-engine] site/about.md：")
    assert "none.md" in told
