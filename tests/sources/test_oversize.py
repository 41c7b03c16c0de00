"""oversize: workbooks that would fill the memory are refused before they are opened."""

from __future__ import annotations

import io
import zipfile

import pytest

from lowcapdocs.sources.oversize import TooLargeError, sheet_parts

SHEET = "xl/worksheets/sheet1.xml"


def package(**parts: str) -> zipfile.ZipFile:
    """A package with these parts, by name; `__` stands for a slash and `_xml` for .xml."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return zipfile.ZipFile(data)


def test_a_sheet_of_usual_size_is_handed_over() -> None:
    sheet = '<row r="1"><c r="A1"/><c r="XFD1"/></row><row r="300"><c r="B300"/></row>'
    assert {SHEET: sheet.encode()} == sheet_parts(package(xl__worksheets__sheet1_xml=sheet))


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>',
        '<row r="1"><c s="3" r="XFD1"/></row><row spans="1:2" r="1048576"><c r="A1048576"/></row>',
        "<row r='1'><c r='XFD1'/></row><row r='400'><c r='A400'/></row>",
    ],
)
def test_cells_far_apart_are_too_many(sheet: str) -> None:
    with pytest.raises(TooLargeError):
        sheet_parts(package(xl__worksheets__sheet1_xml=sheet))


TABLE = (
    '<table:table><table:table-row table:number-rows-repeated="{rows}">'
    '<table:table-cell office:value-type="float" table:number-columns-repeated="{columns}"/></table:table-row>'
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>'
    "</table:table-row></table:table>"
)


def test_blank_cells_of_an_ods_are_no_cells() -> None:
    content = TABLE.format(rows=2, columns=3) * 3
    assert ["content.xml"] == list(sheet_parts(package(content_xml=content)))


def test_repeated_values_of_an_ods_are_counted() -> None:
    with pytest.raises(TooLargeError):
        sheet_parts(package(content_xml=TABLE.format(rows=2, columns=3) + TABLE.format(rows=100_000, columns=100)))


def test_a_package_that_lies_about_its_sizes_is_broken() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(SHEET, "x" * 100_000)
    lying = data.getvalue().replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(zipfile.BadZipFile):
        sheet_parts(zipfile.ZipFile(io.BytesIO(lying)))
