"""Word files converted by the real LibreOffice, in one run for all tests, and one of them once more."""

from __future__ import annotations

import io
from dataclasses import dataclass

import docx
import pytest

from lowcapdocs.convert.batches import Converted, Converter, Source
from lowcapdocs.convert.fonts import prepare
from lowcapdocs.convert.metadata import about, clean
from lowcapdocs.convert.office import Office, find
from lowcapdocs.convert.process import Programs
from lowcapdocs.convert.scratch import scratch
from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.pdf import this_computer
from lowcapdocs.word.writer import Writer
from tests.builders import REPOSITORY
from tests.word.trees import TREES

FONTS = REPOSITORY / "build" / "fonts"
TITLE = "关于甲的通知"


@dataclass(frozen=True)
class Made:
    """The same document as `first` (after another) and as `again` (alone); `other` is somebody else's."""

    first: Converted
    again: Converted
    other: Converted

    def cleaned(self, each: Converted) -> bytes:
        assert each.pdf is not None, each.finding
        return clean(each.pdf, about(each.docx))


def somebodys() -> bytes:
    """A Word file as offices have them: an author, a company's remarks, Latin type."""
    document = docx.Document()
    document.core_properties.author = "张三"
    document.core_properties.comments = "张三的备注"
    document.core_properties.title = "某文"
    document.add_paragraph("正文 text")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.fixture(scope="session")
def made() -> Made:
    computer = this_computer()
    tree = Source("甲.docx", lambda: Writer().docx(TREES["sealed"]))
    with scratch() as place:
        env, _ = prepare(computer, Programs(), place, [FONTS], Faces())
        converter = Converter(Office(find(computer), env, Programs()), place)
        other, first = converter.convert([Source("乙.docx", somebodys), tree])
        [again] = converter.convert([tree])
    return Made(first, again, other)
