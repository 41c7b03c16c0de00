"""The base package that python-docx builds once a process: styles, settings, footers, no leftovers.

Everything in it is the same for every document, so it is compressed once and copied into each.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, fields
from typing import Any

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.standard import Faces, Page
from lowcapdocs.word import styles
from lowcapdocs.word.ooxml import NAMESPACES, XML_HEAD, attribute

DOCUMENT_PART = "word/document.xml"
CORE_PART = "docProps/core.xml"

_SETTINGS = (
    f"{XML_HEAD}<w:settings {NAMESPACES}>"
    '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl w:val="doNotCompress"/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
    "<w:ulTrailSpace/><w:doNotExpandShiftReturn/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat>"
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    "</w:settings>"
)
_FONT_TABLE_FAMILY = '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/>'
_APP = (
    f'{XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>lowcapdocs</Application></Properties>"
)


@dataclass(frozen=True, slots=True)
class Stationery:
    """What every document shares: its parts, and the names of the two footers in a section."""

    parts: dict[str, bytes]
    footers: str


def build(page: Page, faces: Faces) -> Stationery:
    """The parts of an empty 公文, without its text and core properties."""
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE

    faces = Faces(*(attribute(getattr(faces, each.name)) for each in fields(Faces)))
    document: Any = Document()
    part = document.part
    _drop(part, (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.CUSTOM_XML))
    _drop(part, tuple(kind for kind in _kinds(part) if kind.endswith(("/stylesWithEffects", "/webSettings"))))
    _drop(part.package, tuple(kind for kind in _kinds(part.package) if kind.endswith("/thumbnail")))
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    _page_number(section.footer, "right")
    _page_number(section.even_page_footer, "left")
    footers = "".join(f'<w:footerReference w:type="{kind}" r:id="{relation}"/>' for kind, relation in _footers(section))
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/styles.xml"] = styles.styles_xml(page, faces).encode()
    parts["word/settings.xml"] = _SETTINGS.encode()
    parts["word/fontTable.xml"] = _font_table(faces).encode()
    parts["word/theme/theme1.xml"] = _theme(faces).encode()
    parts["docProps/app.xml"] = _APP.encode()
    del parts[DOCUMENT_PART], parts[CORE_PART]
    return Stationery(parts, footers)


def _kinds(owner: Any) -> list[str]:
    return [relation.reltype for relation in owner.rels.values()]


def _drop(owner: Any, kinds: tuple[str, ...]) -> None:
    """Cut the relations of `kinds`; parts that nothing leads to are not saved."""
    for key in [key for key, relation in owner.rels.items() if relation.reltype in kinds]:
        del owner.rels[key]


def _page_number(footer: Any, side: str) -> None:
    """— 1 — in `footer`, one character in from the outer side (7.5)."""
    from docx.oxml import parse_xml

    footer.is_linked_to_previous = False
    indent = s.PAGE_NUMBER_INDENT_CHARS * s.CHAR_4
    dash = s.PAGE_NUMBER_DASH
    paragraph = parse_xml(
        f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:ind w:{side}Chars="{s.PAGE_NUMBER_INDENT_CHARS * 100}" w:{side}="{indent}"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{dash} </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {dash}</w:t></w:r></w:p>'
    )
    body = footer._element
    for old in list(body):
        body.remove(old)
    body.append(paragraph)


def _footers(section: Any) -> list[tuple[str, str]]:
    """(kind, relation) of the footers that python-docx made."""
    from docx.oxml.ns import qn

    references = section._sectPr.findall(qn("w:footerReference"))
    return [(each.get(qn("w:type")), each.get(qn("r:id"))) for each in references]


def _theme(faces: Faces) -> str:
    """The least theme that the schema allows; no style refers to it."""
    black, white = '<a:sysClr val="windowText"/>', '<a:sysClr val="window"/>'
    dark = ("dk1", "dk2", *(f"accent{index}" for index in range(1, 7)), "hlink", "folHlink")
    order = ("dk1", "lt1", "dk2", "lt2", *dark[2:])
    colours = "".join(f"<a:{name}>{black if name in dark else white}</a:{name}>" for name in order)
    fonts = "".join(
        f'<a:{role}Font><a:latin typeface="{face}"/><a:ea typeface="{face}"/><a:cs typeface=""/></a:{role}Font>'
        for role, face in (("major", faces.title), ("minor", faces.body))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'{XML_HEAD}<a:theme {NAMESPACES} name="公文"><a:themeElements><a:clrScheme name="公文">{colours}</a:clrScheme>'
        f'<a:fontScheme name="公文">{fonts}</a:fontScheme><a:fmtScheme name="公文">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _font_table(faces: Faces) -> str:
    names = dict.fromkeys((faces.body, faces.second, faces.first, faces.page_number, faces.title))
    listed = "".join(f'<w:font w:name="{name}">{_FONT_TABLE_FAMILY}</w:font>' for name in names)
    return f"{XML_HEAD}<w:fonts {NAMESPACES}>{listed}</w:fonts>"
