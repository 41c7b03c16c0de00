"""disclose.extract: every piece of a file with its place; harmful and nested files cost nothing."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from lowcapdocs.disclose.extract import extract
from lowcapdocs.disclose.piece import Flaw, Piece, Raw, pieces
from tests.disclose.planting import PAGES, PDF, WORD, WORKBOOK, page


def told(file: tuple[str, bytes]) -> dict[str, str]:
    """Text by place, of what is read."""
    return {piece.place: piece.text for piece in pieces(extract(*file)) if piece.read}


def zipped(*files: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return buffer.getvalue()


def unreadable(address: str, data: bytes) -> list[str]:
    return [each.message for each in extract(address, data) if isinstance(each, Flaw) and each.unreadable]


def test_text_runs_on_through_inline_tags_and_ends_at_blocks() -> None:
    found = [
        piece.text
        for piece in pieces(extract(*page("<p>张<b>三</b><i>丰</i><br>乙</p><ul><li>丙<li>丁</ul>")))
        if piece.place in ("<p>", "<li>")
    ]
    assert ["张三丰 乙", "丙", "丁"] == found


def test_cells_of_a_table_are_pieces_of_their_own() -> None:
    row = page("<table><tr><td>12</td><td>345</td></tr></table>")
    assert ["12", "345"] == [piece.text for piece in pieces(extract(*row)) if piece.place == "<td>"]


@pytest.mark.parametrize(
    ("file", "place"),
    [
        (PAGES["image text"]("甲"), "<img> alt"),
        (PAGES["title"]("甲"), "<title>"),
        (PAGES["inline script"]("甲"), "程序里的文字"),
        (WORD["header"]("甲"), "word/header1.xml"),
        (WORD["own property"]("甲"), "docProps/custom.xml"),
        (WORKBOOK["sheet name"]("甲"), "工作表名"),
        (PDF["page"]("甲"), "第1页"),
        (PDF["author"]("甲"), "文档属性/Author"),
        (PDF["note"]("甲"), "第1页批注"),
    ],
)
def test_a_piece_knows_its_place(file: tuple[str, bytes], place: str) -> None:
    assert "甲" in told(file)[place]


def test_a_page_nested_without_end_is_read_all_the_same() -> None:
    deep = "<div>" * 5000 + "乙" + "</div>" * 5000
    assert "乙" in " ".join(piece.text for piece in pieces(extract(*page(deep))))


@pytest.mark.parametrize(
    "markup",
    [
        "</body></html><p>乙</p>", '<p title="x>乙</p>', "<p title=x 乙", "<!-- 乙", "<script>乙", "<textarea>乙", "<style>乙",
        "<plaintext>乙", "<![CDATA[乙]]>", "<!DOCTYPE a><p>乙", "<p>&#xFFFFFFFF;乙", "<p>\0乙", "<title>乙", "</乙>", "<乙>",
    ],
)  # fmt: skip
def test_nothing_of_a_broken_page_is_lost(markup: str) -> None:
    found = pieces(extract("a.html", f"<html><body><p>甲</p>{markup}".encode()))
    assert any("乙" in piece.text for piece in found)


def test_titles_and_first_lines_are_heads() -> None:
    heads = {piece.text for piece in pieces(extract(*PAGES["title"]("甲"))) if piece.head}
    assert {"甲", "镇街", "a/towns/x.html"} <= heads


def test_archives_in_archives_are_read_to_a_depth() -> None:
    data = b"text"
    for _ in range(3):
        data = zipped(("a.zip" if data.startswith(b"PK") else "a.txt", data))
    assert "text" in [piece.text for piece in pieces(extract("a.zip", data))]
    for _ in range(3):
        data = zipped(("a.zip", data))
    assert 1 == len(unreadable("a.zip", data))


def test_a_bomb_is_refused() -> None:
    assert 1 == len(unreadable("a.zip", zipped(("a.txt", bytes(64 * 2**20)))))
    assert 1 == len(unreadable("a.gz", gzip.compress(bytes(80 * 2**20), 1)))


def test_a_doctype_in_a_word_file_is_refused() -> None:
    data = zipped(
        ("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    )
    assert 1 == len(unreadable("a.docx", data))


def test_an_entity_of_a_feed_grows_nothing() -> None:
    feed = b"<!DOCTYPE a [<!ENTITY b 'secret'>]><a>&b;</a>"
    assert any("secret" in piece.text for piece in pieces(extract("a.xml", feed)))


def test_pictures_are_bytes() -> None:
    assert [Piece("文件名", "a.png", True), Raw("全文", b"\x89PNG")] == list(extract("a.png", b"\x89PNG"))
