"""framing: a frame that is not whole is told once, and at its place, before an engine is started."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lowcapdocs.workspace import Workspace
from tests.builders import REPOSITORY
from tests.small_site import built, little
from tests.workspaces import edit, run, tree_of


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return little(tmp_path)


def refused(space: Workspace) -> list[str]:
    """The errors of a build that is refused, each a line."""
    ran = run(space.root, "site", "build")
    assert 1 == ran.code, ran.out
    return [line for line in ran.err.splitlines() if line.startswith("错误[")]


# Files of the frame


def test_without_assets_one_finding_says_what_is_missing_and_where_it_comes_from(space: Workspace) -> None:
    shutil.rmtree(space.hand_written / "assets")
    [told] = refused(space)
    assert told.startswith("错误[site-file-missing] site：")
    assert "缺整个 site/assets 文件夹。" in told
    assert "lowcapdocs new" in told


def test_the_present_site_stays_where_a_file_of_the_frame_is_missing(space: Workspace) -> None:
    built(space)
    before = tree_of(space.site_folder)
    (space.hand_written / "assets/site.css").unlink()
    [told] = refused(space)
    assert "缺site/assets/site.css。" in told
    assert before == tree_of(space.site_folder)


@pytest.mark.parametrize(
    "name",
    ["assets/settings.js", "assets/tables.js", "overrides/main.html", "overrides/partials/masthead.html"],
)
def test_every_file_that_pages_refer_to_is_asked_for(space: Workspace, name: str) -> None:
    (space.hand_written / name).unlink()
    [told] = refused(space)
    assert f"缺site/{name}。" in told


def test_a_workspace_without_its_site_folder_is_told_so_once(space: Workspace) -> None:
    shutil.rmtree(space.hand_written)
    [told] = refused(space)
    assert "缺整个 site 文件夹。" in told


def test_a_style_sheet_of_the_office_that_is_not_there_is_told_at_its_line(space: Workspace) -> None:
    edit(space.site_settings, "  - assets/print.css\n", "  - assets/print.css\n  - assets/own.css\n")
    line = space.site_settings.read_text(encoding="utf-8").splitlines().index("  - assets/own.css") + 1
    [told] = refused(space)
    assert told.startswith(f"错误[site-file-missing] mkdocs.yml 第{line}行 “extra_css”：")
    assert "assets/own.css" in told


def test_what_nothing_refers_to_may_go(space: Workspace) -> None:
    (space.hand_written / "assets/print.css").unlink()
    edit(space.site_settings, "  - assets/print.css\n", "")
    built(space)


# Columns


@pytest.mark.parametrize("line", ["  - 关于: about.md\n", "  - about.md\n", "  - 本站:\n      - 关于: about.md\n"])
def test_a_column_that_leads_to_no_page_is_told_once_at_its_line(space: Workspace, line: str) -> None:
    edit(space.site_settings, "  - 搜索: search.md\n", f"  - 搜索: search.md\n{line}")
    lines = space.site_settings.read_text(encoding="utf-8").splitlines()
    place = next(number for number, text in enumerate(lines, 1) if "about.md" in text)
    [told] = refused(space)
    assert told.startswith(f"错误[site-column] mkdocs.yml 第{place}行 “")
    assert "栏目指的页面“about.md”没有" in told


def test_a_column_of_a_hand_written_page_is_fine_and_one_in_other_letters_is_told(space: Workspace) -> None:
    (space.hand_written / "about.md").write_text("# 关于本站\n\n手写的页面。\n", encoding="utf-8")
    edit(space.site_settings, "  - 搜索: search.md\n", "  - 搜索: search.md\n  - 关于: about.md\n")
    built(space)
    edit(space.site_settings, "about.md", "About.md")
    [told] = refused(space)
    assert "请写成“about.md”，大小写要一样。" in told


def test_the_frame_of_the_sample_is_whole() -> None:
    from lowcapdocs.framing import missing
    from lowcapdocs.sources import frame

    known = frame.load(REPOSITORY / "mkdocs.yml")
    assert [] == list(missing(Workspace(REPOSITORY), known))
    assert {"index.md", "catalogue.md", "guide.md", "data.md", "map.md", "search.md"} == {
        each.name for each in known.pages
    }


# Code that runs while the site is made


def warned(space: Workspace) -> list[str]:
    """The warnings about the frame of a build that is made."""
    ran = run(space.root, "site", "build")
    assert 0 == ran.code, ran.err
    return [line for line in ran.err.splitlines() if line.startswith("提醒[site-")]


@pytest.mark.parametrize(
    ("text", "below", "name"),
    [
        ("plugins:\n  - search\n", 1, "插件“search”"),
        ("plugins:\n  - search:\n      lang: en\n", 2, "插件“search”"),
        ("plugins: {search: {lang: en}}\n", 0, "插件“search”"),
        ("plugins: []\nhooks:\n  - own.py\n", 2, "程序“own.py”"),
    ],
)
def test_a_plugin_or_a_hook_is_told_at_its_line_and_the_site_is_made(
    space: Workspace, text: str, below: int, name: str
) -> None:
    (space.root / "own.py").write_text(
        "def on_page_markdown(markdown, **rest):\n    return markdown\n", encoding="utf-8"
    )
    edit(space.site_settings, "plugins: []\n", text)
    lines = space.site_settings.read_text(encoding="utf-8").splitlines()
    place = 1 + below + next(number for number, line in enumerate(lines) if line.startswith("plugins"))
    [told] = warned(space)
    assert told.startswith(f"提醒[site-plugin] mkdocs.yml 第{place}行 “")
    assert f"{name}只有 MkDocs 一类的程序会运行" in told
    assert "Material 维护到2027年5月5日" in told


@pytest.mark.parametrize("text", ["", "plugins:\n"])
def test_settings_that_leave_plugins_out_are_told_that_engines_then_take_their_own(space: Workspace, text: str) -> None:
    edit(space.site_settings, "plugins: []\n", text)
    [told] = warned(space)
    assert told.startswith("提醒[site-plugin] mkdocs.yml")
    assert "请写 plugins: []。" in told


def test_no_plugin_needs_no_word(space: Workspace) -> None:
    assert [] == warned(space)
