"""WordprocessingML as text: the small pieces that every other file of this room is made of.

Bodies are written as text because that is many times faster than building an XML tree; the order
of child elements follows the schema (ECMA-376 part 1, 17.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lowcapdocs.gongwen.elements import Spans
from lowcapdocs.gongwen.standard import Page

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"


def escape(text: str) -> str:
    """`text` as XML character data."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """`text` between the quotes of an attribute."""
    return escape(text).replace('"', "&quot;")


def run(text: str, style: str = "", strong: bool = False, fit: str = "") -> str:
    """A run of `text`, in a character style if one is named; `fit` are further children of w:rPr."""
    if not (style or strong or fit):
        return plain_run(text)
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f"<w:r><w:rPr>{named}{'<w:b/>' if strong else ''}{fit}</w:rPr>{_text(text)}</w:r>"


@lru_cache(maxsize=4096)
def plain_run(text: str) -> str:
    """A run in the style of its paragraph. Remembered: a series shares most of its text."""
    return f"<w:r>{_text(text)}</w:r>"


def _text(text: str) -> str:
    space = ' xml:space="preserve"' if text[:1] == " " or text[-1:] == " " else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


def runs(spans: Spans, style: str = "") -> str:
    """The runs of `spans`; neighbours in one style are one run."""
    if len(spans) == 1:
        text, strong, _ = spans[0]
        return run(text, style, strong) if style or strong else plain_run(text)
    parts: list[str] = []
    text, strong = "", False
    for own, own_strong, _ in spans:
        if own_strong != strong and text:
            parts.append(run(text, style, strong))
            text = ""
        strong = own_strong
        text += own
    if text:
        parts.append(run(text, style, strong))
    return "".join(parts)


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in `style`; `properties` are further children of w:pPr in schema order."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    if named or properties:
        return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"
    return f"<w:p>{content}</w:p>"


def blank_lines(count: int, style: str = "") -> str:
    """`count` empty lines."""
    return paragraph(style, "") * count


def bare_table(columns: Sequence[int], rows: str, centred: bool = False) -> str:
    """A table that only places what is in it: no rules, no margins; `columns` are widths in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    place = '<w:jc w:val="center"/>' if centred else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{place}<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


_HEADER_DISTANCE = 567
"""1 cm. Headers only hold boxes that are placed on the page; LibreOffice 25 gives them room, and text must not give way."""


def section(page: Page, references: str, footer_distance: int, turned: bool, first_apart: bool = False) -> str:
    """w:sectPr of `page`; `references` are its headers and footers, `first_apart` tells page one's apart."""
    orient = ' w:orient="landscape"' if turned else ""
    first = "<w:titlePg/>" if first_apart else ""
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{orient}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}"'
        f' w:left="{page.left}" w:header="{_HEADER_DISTANCE}" w:footer="{footer_distance}"'
        f' w:gutter="0"/>{first}<w:docGrid w:type="lines" w:linePitch="{page.line_pitch}"/></w:sectPr>'
    )


def end_section(text: str, properties: str) -> str:
    """`text` with w:sectPr in its last paragraph; a paragraph of its own might not fit the page."""
    start = text.rindex("<w:p>")
    if text.startswith("<w:p><w:pPr>", start):
        at = text.index("</w:pPr>", start)
        return f"{text[:at]}{properties}{text[at:]}"
    return f"{text[:start]}<w:p><w:pPr>{properties}</w:pPr>{text[start + len('<w:p>') :]}"


def whole_percent(part: float, whole: float) -> int:
    """`part` of `whole` as a whole percentage, rounded down."""
    return int(part * 100 // whole)
