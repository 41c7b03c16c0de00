"""Word files, workbooks and PDFs with a text planted in every place that they have; what they are put together with."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import docx
import pikepdf
import xlsxwriter
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

File = tuple[str, bytes]
Plant = Callable[[str], File]


def zipped(*files: File, comment: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
        archive.comment = comment.encode()
    return buffer.getvalue()


def picture(text: str) -> bytes:
    """A picture of one pixel with a remark."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0")
    remark = chunk(b"iTXt", b"Comment\0\0\0\0\0" + text.encode())
    return b"\x89PNG\r\n\x1a\n" + header + remark + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def _word(make: Callable[[docx.document.Document], None]) -> File:
    document = docx.Document()
    document.core_properties.author = ""
    document.add_paragraph("甲")
    make(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return "files/a.docx", buffer.getvalue()


def word_body(text: str) -> File:
    return _word(lambda document: document.add_paragraph(text))


def _word_runs(text: str) -> File:
    def make(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph()
        for each in text:
            paragraph.add_run(each)

    return _word(make)


def _word_xml(xml: str) -> File:
    """A paragraph with whatever WordprocessingML in it."""
    return _word(lambda document: document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")))


def _word_property(name: str) -> Plant:
    return lambda text: _word(lambda document: setattr(document.core_properties, name, text))


def _word_comment(text: str) -> File:
    def make(document: docx.document.Document) -> None:
        document.add_comment(document.paragraphs[0].runs, text=text, author="乙", initials="乙")

    return _word(make)


def _word_vanished(text: str) -> File:
    def make(document: docx.document.Document) -> None:
        document.add_paragraph().add_run(text).font.hidden = True

    return _word(make)


def _word_picture(text: str) -> File:
    def make(document: docx.document.Document) -> None:
        shape = document.add_picture(io.BytesIO(picture("")))
        shape._inline.docPr.set("descr", text)

    return _word(make)


def _word_setting(text: str) -> File:
    def make(document: docx.document.Document) -> None:
        variables, variable = OxmlElement("w:docVars"), OxmlElement("w:docVar")
        variable.set(qn("w:name"), "a")
        variable.set(qn("w:val"), text)
        variables.append(variable)
        document.settings.element.append(variables)

    return _word(make)


def _word_with(part: str, data: Callable[[str], bytes]) -> Plant:
    """A Word file with one part more."""

    def plant(text: str) -> File:
        name, package = word_body("甲")
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            files = [(each, archive.read(each)) for each in archive.namelist()]
        return name, zipped(*files, (part, data(text)))

    return plant


_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property name="a"><vt:lpwstr>{}</vt:lpwstr></property></Properties>'
)
_RUN = "<w:r><w:t>{}</w:t></w:r>"
_CHANGE = 'w:id="1" w:author="乙" w:date="2020-04-01T00:00:00Z"'

WORD: dict[str, Plant] = {
    "paragraph": word_body,
    "runs of a character each": _word_runs,
    "cell": lambda text: _word(lambda document: setattr(document.add_table(1, 1).cell(0, 0), "text", text)),
    "header": lambda text: _word(lambda document: document.sections[0].header.add_paragraph(text)),
    "footer": lambda text: _word(lambda document: document.sections[0].footer.add_paragraph(text)),
    "author": _word_property("author"),
    "title": _word_property("title"),
    "keywords": _word_property("keywords"),
    "remark in the properties": _word_property("comments"),
    "last author": _word_property("last_modified_by"),
    "own property": _word_with("docProps/custom.xml", lambda text: _CUSTOM.format(text).encode()),
    "comment": _word_comment,
    "inserted": lambda text: _word_xml(f"<w:ins {_CHANGE}>{_RUN.format(text)}</w:ins>"),
    "deleted": lambda text: _word_xml(f"<w:del {_CHANGE}><w:r><w:delText>{text}</w:delText></w:r></w:del>"),
    "moved away": lambda text: _word_xml(f"<w:moveFrom {_CHANGE}>{_RUN.format(text)}</w:moveFrom>"),
    "author of a change": lambda text: _word_xml(f'<w:ins w:id="1" w:author="{text}">{_RUN.format("丙")}</w:ins>'),
    "hidden text": _word_vanished,
    "picture text": _word_picture,
    "variable": _word_setting,
    "content control": lambda text: _word_xml(
        f'<w:sdt><w:sdtPr><w:alias w:val="{text}甲"/></w:sdtPr><w:sdtContent/></w:sdt>'
    ),
    "bookmark and link": lambda text: _word_xml(f'<w:hyperlink w:tooltip="{text}">{_RUN.format("丙")}</w:hyperlink>'),
    "embedded file": _word_with("word/embeddings/a.docx", lambda text: word_body(text)[1]),
    "own XML": _word_with("customXml/item2.xml", lambda text: f"<a><b>{text}</b></a>".encode()),
    "forgotten part": _word_with("word/old.xml", lambda text: f"<a>{text}</a>".encode()),
}
"""Places of a Word file."""


def _workbook(make: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]) -> File:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("表")
        sheet.write(0, 0, "甲")
        make(book, sheet)
    return "files/a.xlsx", buffer.getvalue()


def _sheet(text: str, hide: str) -> File:
    def make(book: xlsxwriter.Workbook, _: xlsxwriter.worksheet.Worksheet) -> None:
        other = book.add_worksheet("底表")
        other.write(5, 5, text)
        getattr(other, hide)()

    return _workbook(make)


def _hidden_row(text: str) -> File:
    def make(_: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write(3, 0, text)
        sheet.set_row(3, None, None, {"hidden": True})

    return _workbook(make)


def _hidden_column(text: str) -> File:
    def make(_: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write(3, 2, text)
        sheet.set_column(2, 2, None, None, {"hidden": True})

    return _workbook(make)


def _rich(text: str) -> File:
    def make(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_rich_string(1, 0, text[:2], book.add_format({"bold": True}), text[2:])

    return _workbook(make)


WORKBOOK: dict[str, Plant] = {
    "cell": lambda text: _workbook(lambda _, sheet: sheet.write_string(1, 1, text)),
    "cell in two styles": _rich,
    "formula": lambda text: _workbook(lambda _, sheet: sheet.write_formula(1, 1, f'="{text}"', None, text)),
    "hidden sheet": lambda text: _sheet(text, "hide"),
    "very hidden sheet": lambda text: _sheet(text, "very_hidden"),
    "hidden row": _hidden_row,
    "hidden column": _hidden_column,
    "comment": lambda text: _workbook(lambda _, sheet: sheet.write_comment(0, 0, text, {"author": "乙"})),
    "defined name": lambda text: _workbook(lambda book, _: book.define_name("a", f'="{text}"')),
    "author": lambda text: _workbook(lambda book, _: book.set_properties({"author": text})),
    "company": lambda text: _workbook(lambda book, _: book.set_properties({"company": text})),
    "own property": lambda text: _workbook(lambda book, _: book.set_custom_property("a", text)),
    "page header": lambda text: _workbook(lambda _, sheet: sheet.set_header(f"&C{text}")),
    "link": lambda text: _workbook(lambda _, sheet: sheet.write_url(0, 0, "https://a.cn", string="甲", tip=text)),
    "list to choose from": lambda text: _workbook(
        lambda _, sheet: sheet.data_validation(0, 0, 0, 0, {"validate": "list", "source": [text]})
    ),
    "sheet name": lambda text: _workbook(lambda book, _: book.add_worksheet(text[:31])),
    "text box": lambda text: _workbook(lambda _, sheet: sheet.insert_textbox(1, 1, text)),
}
"""Places of a workbook."""


def _pdf(make: Callable[[pikepdf.Pdf], object], text: str = "甲") -> File:
    """A PDF of one page that prints `text` in a face that says by ToUnicode what its glyphs mean."""
    document = pikepdf.new()
    pairs = "\n".join(f"<{number:04x}> <{each.encode('utf-16-be').hex()}>" for number, each in enumerate(text, 1))
    to_unicode = document.make_stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /a def /CMapType 2 def "
        b"1 begincodespacerange <0000> <ffff> endcodespacerange "
        + f"{len(text)} beginbfchar {pairs} endbfchar endcmap end end".encode()
    )
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=pikepdf.Name.A, DW=1000,
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name.A, Flags=4, FontBBox=[0, 0, 1000, 1000],
            ItalicAngle=0, Ascent=800, Descent=-200, CapHeight=700, StemV=80,
        ),
    )  # fmt: skip
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=pikepdf.Name.A,
        Encoding=pikepdf.Name("/Identity-H"), DescendantFonts=[descendant], ToUnicode=to_unicode,
    )  # fmt: skip
    glyphs = "".join(f"{number:04x}" for number in range(1, len(text) + 1))
    contents = document.make_stream(f"BT /F 12 Tf 72 700 Td <{glyphs}> Tj ET".encode())
    document.add_blank_page(page_size=(595, 842))
    document.pages[0].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    document.pages[0].obj.Contents = contents
    make(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return "files/a.pdf", buffer.getvalue()


def _pdf_metadata(text: str) -> File:
    def make(document: pikepdf.Pdf) -> None:
        with document.open_metadata() as metadata:
            metadata["dc:description"] = text

    return _pdf(make)


def _pdf_note(text: str) -> File:
    def make(document: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 10, 10], Contents=text
        )
        document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(note)])

    return _pdf(make)


def _pdf_field(text: str) -> File:
    def make(document: pikepdf.Pdf) -> None:
        field = document.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="a", V=text))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[field])

    return _pdf(make)


def _pdf_bookmark(text: str) -> File:
    def make(document: pikepdf.Pdf) -> None:
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(text, 0))

    return _pdf(make)


PDF: dict[str, Plant] = {
    "page": lambda text: _pdf(lambda _: None, text),
    "title": lambda text: _pdf(lambda document: document.docinfo.update({"/Title": text})),
    "author": lambda text: _pdf(lambda document: document.docinfo.update({"/Author": text})),
    "own property": lambda text: _pdf(lambda document: document.docinfo.update({"/A": text})),
    "XMP": _pdf_metadata,
    "note": _pdf_note,
    "form field": _pdf_field,
    "bookmark": _pdf_bookmark,
    "attachment": lambda text: _pdf(
        lambda document: document.attachments.update({"a.txt": pikepdf.AttachedFileSpec(document, text.encode())})
    ),
}
"""Places of a PDF."""
