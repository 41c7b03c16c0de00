"""policy_data/workspace.yaml: page and typefaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.gongwen.settings import Settings
from lowcapdocs.gongwen.standard import PROFILE_B, Faces
from lowcapdocs.problems import PolicyError
from lowcapdocs.sources import settings
from tests.builders import HAISHU


def load(folder: Path, text: str) -> Settings:
    (folder / "workspace.yaml").write_text(text, encoding="utf-8")
    return settings.load(folder)


def test_without_a_file_the_standard_decides(tmp_path: Path) -> None:
    assert Settings() == settings.load(tmp_path) == settings.load(tmp_path / "none")


def test_the_sample_states_the_defaults() -> None:
    assert (HAISHU.parent / "workspace.yaml").is_file()
    assert Settings() == settings.load(HAISHU.parent)


def test_page_and_faces_are_chosen_in_english_or_chinese(tmp_path: Path) -> None:
    wanted = Settings("B", Faces(body="仿宋_GB2312", title="方正小标宋_GBK"))
    assert wanted == load(tmp_path, "profile: B\nfaces:\n  body: 仿宋_GB2312\n  title: 方正小标宋_GBK\n")
    assert wanted == load(tmp_path, "版面: B\n字体: {正文: 仿宋_GB2312, 标题: 方正小标宋_GBK}\n")
    assert PROFILE_B == wanted.page


def test_what_is_left_blank_is_the_default(tmp_path: Path) -> None:
    assert Settings() == load(tmp_path, "profile:\nfaces:\n  body:\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("profile: C\n", "value-choice policy_data/workspace.yaml 第1行"),
        ("页边: A\n", "column-unknown policy_data/workspace.yaml 第1行"),
        ("faces:\n  正文体: 仿宋\n", "column-unknown policy_data/workspace.yaml 第2行"),
        ("faces: 仿宋\n", "value-form policy_data/workspace.yaml 第1行"),
        ("- A\n", "value-form policy_data/workspace.yaml 第1行"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(text: str, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "policy_data"
    folder.mkdir()
    with pytest.raises(PolicyError) as problem:
        load(folder, text)
    assert [told] == [f"{each.code} {str(each.where).split('（')[0]}"[: len(told)] for each in problem.value.findings]
