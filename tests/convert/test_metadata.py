"""convert.metadata: a PDF says its title, language and date, nothing of people or machines, and is the same again."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pikepdf
import pytest

from lowcapdocs.convert.metadata import About, about, clean, is_archive, made_by_us
from tests.convert.conftest import TITLE, Made


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def test_the_same_word_file_gives_the_same_bytes_alone_or_among_others(made: Made) -> None:
    assert made.first.pdf != made.again.pdf, "LibreOffice itself writes the time of day"
    assert made.cleaned(made.first) == made.cleaned(made.again)


def test_the_order_in_which_fonts_are_numbered_changes_nothing(made: Made) -> None:
    """LibreOffice writes them as they lie in memory, which is seldom otherwise than before."""
    with opened(made.first.pdf or b"") as document:
        fonts = document.pages[0].Resources.Font
        for name in sorted(fonts.keys(), reverse=True):
            fonts[name] = document.make_indirect(pikepdf.Dictionary(fonts[name]))
        document.save(other := io.BytesIO())
    assert made.cleaned(made.first) == clean(other.getvalue(), about(made.first.docx))


def test_another_word_file_gives_another_id(made: Made) -> None:
    ids = {bytes(opened(made.cleaned(each)).trailer.ID[0]) for each in (made.first, made.other)}
    assert 2 == len(ids)


def test_title_language_and_date_are_those_of_the_document(made: Made) -> None:
    document = opened(made.cleaned(made.first))
    assert "zh-CN" == str(document.Root.Lang)
    info = {key: str(value) for key, value in document.docinfo.items()}
    moment = "D:20200420000000Z"
    assert {
        "/Title": TITLE,
        "/Producer": "lowcapdocs",
        "/Creator": "lowcapdocs",
        "/CreationDate": moment,
        "/ModDate": moment,
    } == info
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        assert {
            "dc:title": TITLE,
            "dc:language": {"zh-CN"},
            "pdf:Producer": "lowcapdocs",
            "xmp:CreatorTool": "lowcapdocs",
            "xmp:CreateDate": "2020-04-20T00:00:00Z",
            "xmp:ModifyDate": "2020-04-20T00:00:00Z",
            "pdfaid:part": "2",
            "pdfaid:conformance": "B",
        } == {name: xmp[name] for name in (
            "dc:title", "dc:language", "pdf:Producer", "xmp:CreatorTool", "xmp:CreateDate", "xmp:ModifyDate",
            "pdfaid:part", "pdfaid:conformance")}  # fmt: skip
        assert "2B" == xmp.pdfa_status


def test_no_date_and_no_title_where_the_document_has_none(made: Made) -> None:
    document = opened(clean(made.first.pdf or b"", About()))
    assert {"/Producer", "/Creator"} == set(document.docinfo)
    text = document.Root.Metadata.read_bytes().decode()
    assert not any(word in text for word in ("Date", "dc:title", "LibreOffice"))


def test_nobody_is_named_and_nothing_of_the_machine(made: Made) -> None:
    document = opened(made.cleaned(made.other))
    everything = b"".join(
        each.read_bytes() if isinstance(each, pikepdf.Stream) else bytes(str(each), "utf-8")
        for each in document.objects
    )
    for word in (b"LibreOffice", b"Writer", b"/tmp", "张三".encode(), "张三".encode("utf-16-be")):
        assert word not in everything, word
    assert "/DocChecksum" not in document.trailer


def test_it_is_still_pdf_a_with_tags_and_its_fonts(made: Made) -> None:
    cleaned = made.cleaned(made.first)
    document = opened(cleaned)
    assert [] == document.check_pdf_syntax()
    assert is_archive(cleaned)
    assert document.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in document.Root
    assert "/DestOutputProfile" in document.Root.OutputIntents[0]
    fonts = [each for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each]
    assert fonts
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()) for each in fonts)


def test_our_file_is_known_from_one_that_was_changed(made: Made) -> None:
    cleaned = made.cleaned(made.first)
    assert made_by_us(cleaned)
    assert not made_by_us(cleaned + b"\n1 0 obj\n<<>>\nendobj\n")  # what a stamp or a signature appends
    saved = io.BytesIO()
    with opened(cleaned) as document:
        document.save(saved)
    for other in (saved.getvalue(), made.first.pdf or b"", b"", b"%PDF-1.4 %%EOF"):
        assert not made_by_us(other)


def word(core: str | None) -> bytes:
    """A package with these core properties."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        if core is not None:
            package.writestr("docProps/core.xml", core)
    return packed.getvalue()


def properties(inside: str) -> str:
    return (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:creator>张三</dc:creator>{inside}</c:coreProperties>"
    )


def test_core_properties_tell_title_language_and_date() -> None:
    core = "<dc:title> 甲&amp;乙 </dc:title><dc:language>zh-Hant</dc:language><dcterms:created>2020-04-20T08:00:00+08:00</dcterms:created>"
    assert About("甲&乙", "zh-Hant", datetime(2020, 4, 20, tzinfo=UTC)) == about(word(properties(core)))


@pytest.mark.parametrize(
    "docx",
    [
        b"",
        word(None),
        word("<broken"),
        word(properties("<dcterms:created>昨天</dcterms:created><dc:language>中文)</dc:language>")),
        word(properties("<dcterms:created>9999-12-31T23:59:59-23:00</dcterms:created>")),
        word(properties("<!--" + "x" * 1_000_001 + "-->")),
    ],
    ids=["nothing", "no properties", "broken", "odd values", "the end of time", "huge"],
)
def test_properties_that_cannot_be_read_are_left_out(docx: bytes) -> None:
    assert About() == about(docx)
