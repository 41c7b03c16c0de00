"""Templates gone wrong: told with their line, and nothing is made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.workspaces import DATA, edited, findings, run, small, write

TEMPLATES_GONE_WRONG: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "template-missing policy_data/test/documents.yaml 第13行 “template”"),
    "no text": (b"\x81\xff\xff", "file-unreadable templates/table.md.j2"),
    "open tag": (b"{% for", "template-syntax templates/table.md.j2 第1行"),
    "an unknown filter": (b"{{ campaign.name | upper }}", "template-syntax templates/table.md.j2 第1行"),
    "an unknown name": (b"---\n{{ nothing }}", "template-value templates/table.md.j2 第2行"),
    "an unknown text": (b"{{ campaign.texts.nothing }}", "template-value templates/table.md.j2 第1行"),
    "a list": (b"{{ campaign.towns }}", "template-value templates/table.md.j2 第1行"),
    "a division by zero": (b"{{ 1 // 0 }}", "template-value templates/table.md.j2 第1行"),
    "itself": (b"{% include 'table.md.j2' %}", "template-value templates/table.md.j2 第1行"),
    "another that is missing": (b"{% include 'x.j2' %}", "template-missing templates/table.md.j2 第1行"),
    "the inside of Python": (b"{{ campaign.__class__.__mro__ }}", "template-value templates/table.md.j2 第1行"),
    "nothing": (b"", "title-missing templates/table.md.j2"),
    "a line outside the grammar": ("---\n标题: 表\n---\n- 项\n".encode(), "draft-line templates/table.md.j2"),
}


@pytest.mark.parametrize("name", TEMPLATES_GONE_WRONG)
def test_a_template_gone_wrong_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    content, expected = TEMPLATES_GONE_WRONG[name]
    write(small(tmp_path, edited("documents.yaml", ("[docx, xlsx]", "[docx]"))), {"templates/table.md.j2": content})
    assert [expected] == findings(tmp_path)
    assert (1, []) == (run(tmp_path, "word").code, list(tmp_path.glob("build")))


def test_a_template_that_is_a_folder_is_missing(tmp_path: Path) -> None:
    write(small(tmp_path), {"templates/table.md.j2": None, "templates/table.md.j2/x": ""})
    assert [f"template-missing {DATA}/documents.yaml 第13行 “template”"] == findings(tmp_path)
    shutil.rmtree(tmp_path / "templates")
    assert 2 == len(findings(tmp_path))
