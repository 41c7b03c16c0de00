"""The settings of a workspace reach every Word file that it makes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.builders import draft
from tests.workspaces import run, small

CHOSEN = "profile: B\nfaces: {body: 仿宋_GB2312, title: 方正小标宋_GBK}\n"


def styles(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        assert 'w:top="1960"' in package.read("word/document.xml").decode()
        return package.read("word/styles.xml").decode()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_of_a_campaign(tmp_path: Path, jobs: str) -> None:
    small(tmp_path, {"policy_data/workspace.yaml": CHOSEN})
    assert 0 == run(tmp_path, "word", "--jobs", jobs).code
    for path in (tmp_path / "build/word/test").rglob("*.docx"):
        assert "仿宋_GB2312" in styles(path)
        assert "方正小标宋_GBK" in styles(path)


def test_of_a_single_draft(tmp_path: Path) -> None:
    (tmp_path / "policy_data").mkdir()
    (tmp_path / "policy_data/workspace.yaml").write_text(CHOSEN, encoding="utf-8")
    (tmp_path / "稿.md").write_text(draft("正文。"), encoding="utf-8")
    assert 0 == run(tmp_path, "word", str(tmp_path / "稿.md"), "-o", str(tmp_path / "稿.docx")).code
    assert "仿宋_GB2312" in styles(tmp_path / "稿.docx")


def test_what_is_wrong_in_them_stops_every_command(tmp_path: Path) -> None:
    small(tmp_path, {"policy_data/workspace.yaml": "profile: C\n"})
    for command in ("check", "draft", "word"):
        done = run(tmp_path, command)
        assert (1, ["value-choice"]) == (done.code, done.codes())


def test_characters_are_looked_up_in_the_chosen_faces(tmp_path: Path) -> None:
    small(tmp_path, {"policy_data/workspace.yaml": "faces: {body: 仿宋_GB2312}\n"})
    template = tmp_path / "templates/notice.md.j2"
    template.write_text(template.read_text(encoding="utf-8").replace("现将任务", "碶闸处现将任务"), encoding="utf-8")
    assert ["face-lacks"] == run(tmp_path, "check").codes()
