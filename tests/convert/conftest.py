"""Word files converted by the real LibreOffice, in one run for all tests, and one of them once more."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

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
    fetched: list[str]
    """What was asked of the network meanwhile."""

    def cleaned(self, each: Converted) -> bytes:
        assert each.pdf is not None, each.finding
        return clean(each.pdf, about(each.docx))


LINKED = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:drawing><wp:inline>'
    '<wp:extent cx="990000" cy="990000"/><wp:docPr id="1" name="x"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="{relation}"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="990000" cy="990000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


@pytest.fixture(scope="session")
def fetched() -> Iterator[tuple[str, list[str]]]:
    """The address of a picture, and the list of what is asked of its server."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def handle(self) -> None:
            asked.append(self.rfile.readline().decode())

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/x.png", asked
        server.shutdown()


def somebodys(picture: str) -> bytes:
    """A Word file as offices have them: an author, a company's remarks, Latin type, a linked picture."""
    document = docx.Document()
    document.core_properties.author = "张三"
    document.core_properties.comments = "张三的备注"
    document.core_properties.title = "某文"
    document.add_paragraph("正文 text")
    relation = document.part.relate_to(picture, RELATIONSHIP_TYPE.IMAGE, is_external=True)
    document.add_paragraph()._p.append(parse_xml(LINKED.format(relation=relation)))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.fixture(scope="session")
def made(fetched: tuple[str, list[str]]) -> Made:
    picture, asked = fetched
    computer = this_computer()
    tree = Source("甲.docx", lambda: Writer().docx(TREES["sealed"]))
    with scratch() as place:
        env, _ = prepare(computer, Programs(), place, [FONTS], Faces())
        converter = Converter(Office(find(computer), env, Programs()), place)
        other, first = converter.convert([Source("乙.docx", lambda: somebodys(picture)), tree])
        [again] = converter.convert([tree])
    return Made(first, again, other, asked)
