"""The examples that the documentation gives are run, so that they cannot go stale."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.elements import plain

ROOT = Path(__file__).resolve().parents[1]


def blocks(page: str, language: str) -> list[str]:
    """The fenced examples of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.S | re.M)


def test_the_draft_of_the_grammar_page_becomes_a_document():
    (draft,) = [block for block in blocks("docs/drafts.md", "") if block.startswith("---")]
    tree = parse(draft, "docs/drafts.md")
    assert "关于做好有关工作的通知" == plain(tree.title)
    table = tree.attachments[0].blocks[0]
    assert ("合计", "3", "33") == tuple(plain(cell) for cell in table.rows[-1].cells)


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_python_example_of_the_readme_runs(page: str):
    (code,) = blocks(page, "python")
    result = subprocess.run([sys.executable, "-c", code + "print(draft.file, len(data) > 5000)"],
                            cwd=ROOT, capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"})  # fmt: skip
    assert ("归档文件目录 True\n", "") == (result.stdout, result.stderr)


def test_the_two_readmes_show_the_same_commands_and_code():
    for language in ("python", "sh", "bat"):
        assert len(blocks("README.md", language)) == len(blocks("README.zh-CN.md", language))
    assert blocks("README.md", "python") == blocks("README.zh-CN.md", "python")
    assert blocks("README.md", "bat") == blocks("README.zh-CN.md", "bat")
