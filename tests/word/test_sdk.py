"""Microsoft's own Open XML SDK, an outside judge, finds nothing in any kind of document nor in any element."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import PROFILE_B
from lowcapdocs.word.writer import Writer
from tests.builders import REPOSITORY
from tests.word.trees import TREES

JUDGE = REPOSITORY / "node_modules" / ".bin" / "ooxml-validator"


def complaints(docx: bytes, folder: Path) -> list[Any]:
    """What the SDK says about a file."""
    if not JUDGE.exists():
        pytest.fail("The Open XML SDK is missing; `make test` installs it (tests/setup.sh).", pytrace=False)
    path = folder / "file.docx"
    path.write_bytes(docx)
    env = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    ran = subprocess.run([JUDGE, path], capture_output=True, text=True, env=env, timeout=120, check=False)
    assert ran.returncode in (0, 1), ran.stderr
    answer = json.loads(ran.stdout)
    assert answer["ok"] is (ran.returncode == 0)
    found: list[Any] = answer["errors"]
    return found


@pytest.mark.parametrize("name", TREES)
def test_every_element(name: str, writer: Writer, tmp_path: Path) -> None:
    assert [] == complaints(writer.docx(TREES[name]), tmp_path)


def test_every_kind_of_the_sample_on_either_page(kinds: dict[str, Gongwen], writer: Writer, tmp_path: Path) -> None:
    other = Writer(PROFILE_B)
    for kind, tree in kinds.items():
        assert [] == complaints(writer.docx(tree), tmp_path), kind
        assert [] == complaints(other.docx(tree), tmp_path), kind


def test_it_does_judge(writer: Writer, tmp_path: Path) -> None:
    assert complaints(writer.docx(TREES["sealed"])[:-40], tmp_path)
