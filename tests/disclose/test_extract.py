"""disclose.extract: every piece of a file with its place; harmful and nested files cost nothing."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.disclose.extract import extract
from lowcapdocs.disclose.piece import Flaw, Piece, Raw, pieces
from tests.disclose.planting import PAGES, page
from tests.disclose.planting_office import PDF, WORD, WORKBOOK


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


def in_page(markup: str) -> list[tuple[str, str]]:
    """Places and texts of what stands in the <main> of a page."""
    found = pieces(extract("a.html", f"<main>{markup}</main>".encode()))
    return [(piece.place, piece.text) for piece in found if piece.place != "文件名"]


def test_attributes_come_before_their_line_and_a_comment_divides_nothing() -> None:
    markup = '<p title="1">张<b title="2">三</b><!-- <p>丁</p> -->丰<rt>zhang</rt>。</p>丙'
    assert [
        ("<p> title", "1"), ("<b> title", "2"), ("注释", " <p>丁</p> "), ("<rt>", "zhang"), ("<p>", "张三丰。"), ("<main>", "丙"),
    ] == in_page(markup)  # fmt: skip


def test_text_behind_a_block_belongs_to_the_block_around() -> None:
    markup = "<section>甲<ul><li>乙<hr>丙</li></ul>丁</section>戊"
    assert [("<section>", "甲"), ("<li>", "乙"), ("<li>", "丙"), ("<section>", "丁"), ("<main>", "戊")] == in_page(
        markup
    )


@given(
    st.text(st.sampled_from("<>&\"'=/!?-[]#;xp\ufdd0\ufdd1\ufffe乙1"), max_size=20).filter(lambda text: text.strip())
)
def test_no_character_of_a_page_hides_another(text: str) -> None:
    written = "".join(f"&#{ord(each)};" for each in text)
    found = in_page(f'<p title="甲{written}甲">甲{written}甲</p>')
    assert [("<p> title", f"甲{text}甲"), ("<p>", f"甲{text}甲")] == found


@given(st.text(st.sampled_from("<>&\"'=/!?-[]#;wp:\ufdd0\ufdd1乙1"), max_size=20))
def test_no_character_of_a_word_file_hides_another(text: str) -> None:
    written = "".join(f"&#{ord(each)};" for each in text)
    body = f'<w:p w:rsidR="1"><w:r w:author="甲{written}甲"><w:t>甲{written}</w:t></w:r><!--乙--><w:r><w:t>甲</w:t></w:r></w:p>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = zipped(
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", f'<w:document xmlns:w="{space}">{body}</w:document>'.encode()),
    )
    found = [piece for piece in pieces(extract("a.docx", data)) if piece.place.startswith("word/")]
    part = "word/document.xml"
    assert [
        Piece(f"{part} author", f"甲{text}甲"), Piece(f"{part} 注释", "乙"), Piece(part, f"甲{text}甲", head=True)
    ] == found  # fmt: skip


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


@pytest.mark.parametrize(
    "between",
    [
        "<st1:chsdate w:st=on>",
        "<u-x>",
        "<output>",
        "<button>",
        "<svg></svg>",
        "<input>",
        "<!-- -->",
        "<picture>",
        "<meta>",
        "<link>",
        "<script></script>",
        "<script>1</script>",
        "<style></style>",
        "<template><p>甲</p></template>",
        "</b>",
    ],
)
def test_what_a_browser_shows_within_a_line_does_not_break_a_number(between: str) -> None:
    assert "证号3302031980，手机" in told(page(f"<p>证号330203{between}1980，手机</p>"))["<p>"]


PICTURE = 'xmlns="http://www.w3.org/2000/svg"'
PICTURES = {
    "entity": f'<!DOCTYPE svg [<!ENTITY a "金属厂">]><svg {PICTURE}><text>海曙&a;</text></svg>'.encode(),
    "no characters but text": f"<svg {PICTURE}><text>海曙<![CDATA[金属厂]]></text></svg>".encode(),
    "prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:text>海曙<s:tspan>金属厂</s:tspan></s:text></s:svg>'.encode(),
    "another encoding": f'<?xml version="1.0" encoding="UTF-16"?><svg {PICTURE}><text>海曙金属厂</text></svg>'.encode(
        "utf-16-be"
    ),
    "Japanese": f'<?xml version="1.0" encoding="ISO-2022-JP"?><svg {PICTURE}><text>海曙金属厂</text></svg>'.encode(
        "iso2022_jp", "xmlcharrefreplace"
    ),
    "what is not shown": f"<svg {PICTURE}><text>海曙<set/><desc>甲</desc>金属厂</text></svg>".encode(),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_read_as_the_xml_that_browsers_take_it_for(name: str) -> None:
    assert "海曙金属厂" in [piece.text for piece in pieces(extract("a.svg", PICTURES[name]))]


def test_a_picture_within_a_page_may_hold_its_text_as_characters() -> None:
    assert "海曙金属厂" in [
        piece.text for piece in pieces(extract(*page("<svg><text>海曙<![CDATA[金属厂]]></text></svg>")))
    ]


def test_of_an_entity_bomb_nothing_is_unfolded() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20 if n else "甲"}">' for n in range(12))
    found = extract("a.svg", f"<!DOCTYPE svg [{bomb}]><svg {PICTURE}><text>&a11;</text></svg>".encode())
    assert sum(len(piece.text) for piece in pieces(found)) < 100_000


@pytest.mark.parametrize("comment", ["/* 联系人 1 */", "// 联系人 1", "x=2; // 联系人 1\ny", "/* 甲\n 联系人 1 */"])
@pytest.mark.parametrize("name", ["a.js", "a.css"])
def test_comments_of_programs_and_styles_are_read(name: str, comment: str) -> None:
    assert "联系人 1" in told((name, comment.encode()))[f"{'程序' if name == 'a.js' else '样式'}里的注释"]


@pytest.mark.parametrize("data", ["// 海曙金属厂".encode() + b"\xe9", "海曙金属厂".encode("utf-16-le"), b"a\0b"])
def test_what_is_not_sound_text_is_searched_as_bytes_too(data: bytes) -> None:
    assert Raw("全文", data) in list(extract("a.js", data))
