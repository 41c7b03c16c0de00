"""The same tree gives the same bytes, wherever and whenever it is written."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.word.writer import Writer
from tests.builders import REPOSITORY
from tests.word.trees import TREES, sample

SURROUNDINGS = (
    {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1"},
)


def fingerprint() -> str:
    """Of every tree and every document of the sample."""
    writer = Writer()
    digest = hashlib.sha256()
    for tree in [*TREES.values(), *(tree for _, _, tree in sample())]:
        digest.update(writer.docx(tree))
    return digest.hexdigest()


def test_two_writers_and_two_turns(sample_trees: dict[str, Gongwen]) -> None:
    first, second = Writer(), Writer()
    for tree in [*sample_trees.values(), *TREES.values()]:
        assert first.docx(tree) == second.docx(tree) == first.docx(tree)


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_another_process(surroundings: dict[str, str], tmp_path: Path) -> None:
    command = "from tests.word.test_determinism import fingerprint; print(fingerprint())"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), **surroundings}
    told = subprocess.run(
        [sys.executable, "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert [fingerprint()] == told.stdout.split(), told.stderr


def test_members_carry_no_time_and_no_machine(writer: Writer) -> None:
    with zipfile.ZipFile(io.BytesIO(writer.docx(TREES["sealed"]))) as package:
        for member in package.infolist():
            assert (1980, 1, 1, 0, 0, 0) == member.date_time
            assert (b"", b"", 0, 0) == (member.extra, member.comment, member.external_attr, member.create_system)
