"""issued: texts that are fixed, from the folder of their campaign."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.problems import PolicyError
from lowcapdocs.sources.issued import IssuedText, path_of, read_all
from tests.builders import refused


def write(folder: Path, document: str, unit: str, data: bytes) -> None:
    path = path_of(folder, document, unit)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_a_text_lies_under_its_document_and_its_unit() -> None:
    assert Path("a/issued/notice.md") == path_of(Path("a"), "notice", "")
    assert Path("a/issued/notice/gulin.md") == path_of(Path("a"), "notice", "gulin")


def test_every_issued_text_is_read_by_document_and_unit(tmp_path: Path) -> None:
    folder = tmp_path / "haishu"
    write(folder, "plan", "", "甲\r\n乙".encode("gb18030"))
    write(folder, "notice", "gulin", "丙".encode())
    write(folder, "withdrawn", "plan", "旧".encode())
    write(folder, "a/b", "c", "太深".encode())
    assert {
        ("plan", ""): IssuedText("甲\n乙", "policy_data/haishu/issued/plan.md"),
        ("notice", "gulin"): IssuedText("丙", "policy_data/haishu/issued/notice/gulin.md"),
    } == read_all(folder)


def test_nothing_is_issued_without_a_folder(tmp_path: Path) -> None:
    assert {} == read_all(tmp_path)


def test_every_text_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for document in ("a", "b"):
        write(tmp_path, document, "", b"\x81\xff\xff")
    with pytest.raises(PolicyError) as problem:
        read_all(tmp_path)
    assert [f"file-unreadable policy_data/{tmp_path.name}/issued/{each}.md" for each in "ab"] == refused(problem.value)
