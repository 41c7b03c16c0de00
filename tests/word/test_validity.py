"""Two independent validators find nothing in any kind of document nor in any element."""

from __future__ import annotations

from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import FileFormat, OpenXmlValidator

from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.word.writer import Writer
from tests.word.test_text import tree_of
from tests.word.trees import TREES

VALIDATOR = OpenXmlValidator(file_format=FileFormat.OFFICE_2019)


def complaints(docx: bytes, folder: Path) -> list[str]:
    """What the validators say about a file."""
    path = folder / "file.docx"
    path.write_bytes(docx)
    return [str(each) for each in (*VALIDATOR.validate(path).errors, *check(path))]


@pytest.mark.parametrize("name", TREES)
def test_every_element(name: str, writer: Writer, tmp_path: Path) -> None:
    assert [] == complaints(writer.docx(TREES[name]), tmp_path)


def test_every_kind_of_the_sample(kinds: dict[str, Gongwen], writer: Writer, tmp_path: Path) -> None:
    assert {"plan-notice", "plan", "quota-table", "town-notice", "department-tasks"} <= kinds.keys()
    for kind, tree in kinds.items():
        assert [] == complaints(writer.docx(tree), tmp_path), kind


@pytest.mark.parametrize("text", ["<>&\"' |*[]{}\\`", "😀 𠮷碶鄞㐱", "]]>", "&amp;<w:t>"])
def test_hostile_text(text: str, writer: Writer, tmp_path: Path) -> None:
    assert [] == complaints(writer.docx(tree_of(text, text)), tmp_path)


def test_other_faces(tmp_path: Path) -> None:
    writer = Writer(faces=Faces(body="仿宋_GB2312", second="楷体_GB2312", title='A & B "小标宋"'))
    assert [] == complaints(writer.docx(TREES["sealed"]), tmp_path)


def test_the_validators_do_see_faults(writer: Writer, tmp_path: Path) -> None:
    """Else the tests above would prove nothing."""
    docx = writer.docx(TREES["title alone"])
    assert complaints(docx.replace(b"word/styles.xml", b"word/styled.xml"), tmp_path)
