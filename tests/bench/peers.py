"""The other ways: docxtpl, docx-mailmerge2 and python-docx, each used as its makers advise.

Their templates are made here, so that they say the very text of `notice`. “Stock” stands on the
document that python-docx ships; “slim” on the same with ten parts and twelve styles.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from . import notice
from .notice import TownData

Make = Callable[[Iterable[TownData]], Iterator[Path]]
"""Makes the notices of towns in their order; tells where each is."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STOCK_STYLES = {"Title": "Title", "Heading1": "Heading1"}
_SLIM_STYLES = {
    role: role for role in ("Title", "Heading1", "Addressees", "Body", "Signature", "Date", "TableHead", "TableText")
}


# The two documents to begin from


def base(slim: bool) -> bytes:
    """A document without text, with a page number in its footer."""
    from docx import Document
    from docx.oxml import parse_xml

    document: Any = Document()
    if slim:
        _strip(document)
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    number = parse_xml(f'<w:fldSimple {_W} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    footer.paragraphs[0]._p.append(number)
    return _saved(document)


def _strip(document: Any) -> None:
    """Leave ten parts and twelve styles."""
    from docx.oxml import parse_xml

    part = document.part
    for owner in (part, part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rsplit("/", 1)[1] in (
                "theme", "numbering", "customXml", "stylesWithEffects", "webSettings", "thumbnail",
            ):  # fmt: skip
                del owner.rels[key]
    part._styles_part._element = parse_xml(_slim_styles())


def _slim_styles() -> str:
    def style(id_: str, inner: str = "", kind: str = "paragraph", default: bool = False) -> str:
        mark = ' w:default="1"' if default else ""
        return f'<w:style w:type="{kind}"{mark} w:styleId="{id_}"><w:name w:val="{id_}"/>{inner}</w:style>'

    def text(id_: str, align: str = "left", half_points: int = 32, font: str = "仿宋", more: str = "") -> str:
        return style(
            id_,
            f'<w:basedOn w:val="Normal"/><w:pPr>{more}<w:jc w:val="{align}"/></w:pPr>'
            f'<w:rPr><w:rFonts w:eastAsia="{font}"/><w:sz w:val="{half_points}"/></w:rPr>',
        )

    indent = '<w:ind w:firstLine="640"/>'
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return "".join(
        (
            f"<w:styles {_W}>",
            style("Normal", '<w:rPr><w:sz w:val="32"/></w:rPr>', default=True),
            style("TableNormal", kind="table", default=True),
            style(
                "TableGrid",
                f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>',
                "table",
            ),
            text("Title", "center", 44, "方正小标宋简体"),
            text("Heading1", font="黑体", more=indent),
            text("Addressees"),
            text("Body", "both", more=indent),
            text("Signature", "right"),
            text("Date", "right"),
            text("TableHead", "center", 24, "黑体"),
            text("TableText", "left", 24),
            text("Footer", "center", 28, "宋体"),
            "</w:styles>",
        )
    )


def _saved(document: Any) -> bytes:
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


# The notice, written with python-docx: itself a contestant, and the maker of the others' templates


def _compose(
    document: Any,
    styles: dict[str, str],
    put: Callable[[Any, str], None],
    rows: list[tuple[str, ...]],
) -> None:
    """Write the outline into `document`; `put` writes text into a w:p, values as it sees fit.

    Tuned: style ids go straight to the XML element, and cells are reached row by row.
    """
    for role, text in notice.outline():
        if role != "Table":
            _paragraph(document.add_paragraph()._p, styles.get(role), text, put)
            continue
        table = document.add_table(len(rows), len(notice.TABLE_HEAD))
        table._tbl.tblStyle_val = "TableGrid"
        for index, (row, cells) in enumerate(zip(table._tbl.tr_lst, rows, strict=True)):
            style = styles.get("TableText" if index else "TableHead")
            for cell, text in zip(row.tc_lst, cells, strict=True):
                _paragraph(cell.p_lst[0], style, text, put)


def _paragraph(element: Any, style: str | None, text: str, put: Callable[[Any, str], None]) -> None:
    if style:
        element.style = style
    put(element, text)


def _put_text(element: Any, text: str) -> None:
    element.add_r().text = text


def _template(slim: bool, put: Callable[[Any, str], None], rows: list[tuple[str, ...]]) -> bytes:
    from docx import Document

    document: Any = Document(io.BytesIO(base(slim)))
    _compose(document, _SLIM_STYLES if slim else _STOCK_STYLES, put, rows)
    return _saved(document)


def python_docx(folder: Path, everyone: list[TownData]) -> Make:
    """python-docx on the slim base, tuned."""
    from docx import Document

    start = base(slim=True)
    sums = notice.whole(everyone)

    def make(town: TownData) -> Path:
        value = notice.values(town).__getitem__

        def put(element: Any, text: str) -> None:
            element.add_r().text = notice.filled(text, value)

        document: Any = Document(io.BytesIO(start))
        _compose(document, _SLIM_STYLES, put, [notice.TABLE_HEAD, *notice.rows(town, sums)])
        path = folder / f"{town.id}.docx"
        document.save(path)
        return path

    return partial(map, make)


# docxtpl


def _docxtpl(folder: Path, everyone: list[TownData], slim: bool) -> Make:
    from docxtpl import DocxTemplate

    template = folder / "template"
    template.write_bytes(_template(slim, _put_jinja, [
        notice.TABLE_HEAD,
        ("{%tr for row in rows %}", "", "", ""),
        ("{{ row[0] }}", "{{ row[1] }}", "{{ row[2] }}", "{{ row[3] }}"),
        ("{%tr endfor %}", "", "", ""),
    ]))  # fmt: skip
    sums = notice.whole(everyone)

    def make(town: TownData) -> Path:
        document = DocxTemplate(template)
        document.render({**notice.values(town), "rows": notice.rows(town, sums)})
        path = folder / f"{town.id}.docx"
        document.save(path)
        return path

    return partial(map, make)


def _put_jinja(element: Any, text: str) -> None:
    _put_text(element, notice.filled(text, lambda name: f"{{{{ {name} }}}}"))


def docxtpl_stock(folder: Path, everyone: list[TownData]) -> Make:
    """docxtpl, its template made from python-docx's stock document."""
    return _docxtpl(folder, everyone, slim=False)


def docxtpl_slim(folder: Path, everyone: list[TownData]) -> Make:
    """docxtpl, its template made from the slim base."""
    return _docxtpl(folder, everyone, slim=True)


# docx-mailmerge2


def mailmerge_slim(folder: Path, everyone: list[TownData]) -> Make:
    """docx-mailmerge2, its template made from the slim base."""
    from mailmerge import MailMerge

    template = folder / "template"
    columns = ("name", "unit", "own", "all")
    template.write_bytes(_template(True, _put_fields, [
        notice.TABLE_HEAD,
        tuple(f"{{{column}}}" for column in columns),
    ]))  # fmt: skip
    sums = notice.whole(everyone)

    def make(town: TownData) -> Path:
        path = folder / f"{town.id}.docx"
        rows = [dict(zip(columns, row, strict=True)) for row in notice.rows(town, sums)]
        with MailMerge(template) as document:
            document.merge(**notice.values(town))
            document.merge_rows(columns[0], rows)
            document.write(path)
        return path

    return partial(map, make)


def _put_fields(element: Any, text: str) -> None:
    """Text, and a MERGEFIELD for each value."""
    from docx.oxml import parse_xml

    end = 0
    for found in notice.PLACEHOLDER.finditer(text):
        if text[end : found.start()]:
            _put_text(element, text[end : found.start()])
        element.append(
            parse_xml(
                f'<w:fldSimple {_W} w:instr=" MERGEFIELD {found[1]} "><w:r><w:t>«{found[1]}»</w:t></w:r></w:fldSimple>'
            )
        )
        end = found.end()
    if text[end:]:
        _put_text(element, text[end:])
