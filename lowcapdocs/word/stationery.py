"""The base package that python-docx builds once a process: styles, settings, footers, no leftovers.

Everything in it is the same for every document, so it is compressed once and copied into each.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from lowcapdocs.gongwen.standard import Faces, Page
from lowcapdocs.word import styles
from lowcapdocs.word.ooxml import NAMESPACES, XML_HEAD, attribute
from lowcapdocs.word.page_number import EMPTY, page_number, turned_number

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


class Kind(NamedTuple):
    """Which pages a document has: it gets the headers and footers that these need, and no others."""

    upright: bool = True
    turned: bool = False
    """Some page lies across."""
    first: bool = False
    """Page one has no number."""
    bare: bool = False
    """The last pages have none: a blank one and that of 版记."""


@dataclass(frozen=True, slots=True)
class References:
    """What a section names as its headers and footers, as children of w:sectPr."""

    upright: str
    """Page numbers below, odd and even."""
    turned: str = ""
    """Page numbers at the side of a page that lies across; upright sections beside it name no header."""
    first: str = ""
    """Nothing on page one."""
    bare: str = ""
    """Nothing on any page."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What every document shares: its parts, and how its sections name them."""

    parts: dict[str, bytes]
    references: References


def build(page: Page, faces: Faces, kind: Kind) -> Stationery:
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
    references = _references(document, page, kind)
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
    return Stationery(parts, references)


def _references(document: Any, page: Page, kind: Kind) -> References:
    """The headers and footers that `kind` asks for, each a part of its own."""
    for _ in range(3):
        document.add_section()
    upright, turned, first, bare = document.sections
    if kind.upright:
        _fill(upright.footer, page_number("right"))
        _fill(upright.even_page_footer, page_number("left"))
    if kind.first:
        first.different_first_page_header_footer = True
        _fill(first.first_page_footer, EMPTY)
    if kind.turned:
        _fill(turned.header, turned_number("right", page))
        _fill(turned.even_page_header, turned_number("left", page))
        _fill(turned.footer, EMPTY)
        _fill(turned.even_page_footer, EMPTY)
    if kind.turned and kind.upright:
        _fill(upright.header, EMPTY)
        _fill(upright.even_page_header, EMPTY)
    if kind.bare:
        _fill(bare.footer, EMPTY)
        _fill(bare.even_page_footer, EMPTY)
        if kind.turned:
            _fill(bare.header, EMPTY)
            _fill(bare.even_page_header, EMPTY)
    return References(_named(upright), _named(turned), _named(first), _named(bare))


def _kinds(owner: Any) -> list[str]:
    return [relation.reltype for relation in owner.rels.values()]


def _drop(owner: Any, kinds: tuple[str, ...]) -> None:
    """Cut the relations of `kinds`; parts that nothing leads to are not saved."""
    for key in [key for key, relation in owner.rels.items() if relation.reltype in kinds]:
        del owner.rels[key]


def _fill(story: Any, paragraph: str) -> None:
    """Make `paragraph` all that a header or footer holds."""
    from docx.oxml import parse_xml

    story.is_linked_to_previous = False
    body = story._element
    for old in list(body):
        body.remove(old)
    body.append(parse_xml(paragraph.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))


def _named(section: Any) -> str:
    """The references of the headers and footers that python-docx made for `section`."""
    from docx.oxml.ns import qn

    return "".join(
        f'<w:{kind}Reference w:type="{each.get(qn("w:type"))}" r:id="{each.get(qn("r:id"))}"/>'
        for kind in ("header", "footer")
        for each in section._sectPr.findall(qn(f"w:{kind}Reference"))
    )


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
