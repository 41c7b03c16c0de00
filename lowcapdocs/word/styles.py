"""The styles of a 公文: every element of the standard has one, so nothing needs direct formatting."""

from __future__ import annotations

from lowcapdocs.gongwen import standard as s
from lowcapdocs.gongwen.standard import Faces, Page
from lowcapdocs.word.ooxml import NAMESPACES, XML_HEAD

CHAR = s.CHAR_3 + s.CHAR_SPACING
"""Width of one character of 3号 as it is set, in twips."""
_INDENT = f'<w:ind w:firstLineChars="{s.INDENT_CHARS * 100}" w:firstLine="{s.INDENT_CHARS * CHAR}"/>'
_NO_GRID = '<w:snapToGrid w:val="0"/>'


def fonts(face: str) -> str:
    """All four w:rFonts attributes, so that digits and “ ” ‘ ’ … — take the Chinese face too."""
    return f'<w:rFonts w:hint="eastAsia" w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'


def _spacing(line: int, before: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="0" w:line="{line}" w:lineRule="exact"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _style(kind: str, id_: str, name: str, based_on: str = "", ppr: str = "", rpr: str = "", extra: str = "") -> str:
    default = ' w:default="1"' if extra == "default" else ""
    custom = "" if name[0].islower() or name in ("Normal", "Title") else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{id_}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + ('<w:next w:val="GwBody"/>' if id_.startswith("Heading") else "")
        + ("<w:qFormat/>" if kind == "paragraph" else "")
        + (f"<w:pPr>{ppr}</w:pPr>" if ppr else "")
        + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
        + "</w:style>"
    )


def styles_xml(page: Page, faces: Faces) -> str:
    """word/styles.xml. Run properties that every style shares stand in the document defaults."""
    level_faces = (faces.first, faces.second, faces.body, faces.body)
    exact = _spacing(page.line_pitch)
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'{fonts(faces.body)}<w:spacing w:val="{s.CHAR_SPACING}"/><w:kern w:val="0"/>{_size(s.SIZE_3)}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        f'<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>{exact}<w:jc w:val="both"/>'
    )
    found = [
        _style("paragraph", "Normal", "Normal", ppr=normal, extra="default"),
        _style("character", "DefaultParagraphFont", "default paragraph font", extra="default"),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        _style("paragraph", "GwBody", "公文正文", "Normal", _INDENT),
    ]
    for level, face in enumerate(level_faces, start=1):
        found.append(
            _style(
                "paragraph",
                f"Heading{level}",
                f"heading {level}",
                "Normal",
                f'<w:keepNext/>{_INDENT}<w:outlineLvl w:val="{level - 1}"/>',
                fonts(face),
            )
        )
    for level, face in enumerate(level_faces, start=1):
        found.append(
            _style("character", f"GwRunIn{level}", f"公文段首标题{level}", "DefaultParagraphFont", "", fonts(face))
        )
    found += [
        _style(
            "paragraph", "Title", "Title", "Normal",
            f'{_NO_GRID}{_spacing(s.TITLE_LINE)}<w:jc w:val="center"/>',
            f'{fonts(faces.title)}<w:spacing w:val="0"/>{_size(s.SIZE_2)}',
        ),
        _style("paragraph", "GwRemark", "公文题注", "Normal", '<w:jc w:val="center"/>', fonts(faces.second)),
        _style(
            "paragraph", "GwMark", "发文机关标志", "Normal",
            f'{_NO_GRID}{_spacing(s.MARK_LINE, s.MARK_TOP + page.lead - s.MARK_INK)}<w:jc w:val="center"/>',
            f'{fonts(faces.title)}<w:color w:val="FF0000"/><w:spacing w:val="0"/>{_size(s.MARK_SIZE)}',
        ),
        _style(
            "paragraph", "GwNumber", "发文字号", "Normal",
            f'<w:pBdr><w:bottom w:val="single" w:sz="{s.RED_RULE}" w:space="{s.RED_RULE_SPACE}"'
            ' w:color="FF0000"/></w:pBdr><w:jc w:val="center"/>',
        ),
        _style("paragraph", "GwNumberLeft", "发文字号（上行文）", "GwNumber", '<w:jc w:val="left"/>'),
        _style("paragraph", "GwSigners", "签发人", "Normal", '<w:jc w:val="left"/>'),
        _style("character", "GwSigner", "签发人姓名", "DefaultParagraphFont", "", fonts(faces.second)),
        _style("paragraph", "GwOrderNumber", "令号", "Normal", '<w:jc w:val="center"/>'),
        _style("paragraph", "GwCopyNumber", "份号", "Normal", '<w:jc w:val="left"/>'),
        _style("paragraph", "GwCorner", "密级和紧急程度", "GwCopyNumber", "", fonts(faces.first)),
        _style("paragraph", "GwAddressees", "主送机关", "Normal"),
        _style("paragraph", "GwAttachmentNote", "附件说明", "Normal"),
        _style("paragraph", "GwKept", "与下段同页", "Normal", "<w:keepNext/>"),
        _style("paragraph", "GwSignature", "发文机关署名", "Normal", "<w:keepNext/>"),
        _style("paragraph", "GwDate", "成文日期", "Normal"),
        _style("paragraph", "GwSealed", "联合署名", "Normal", '<w:jc w:val="center"/>'),
        _style("paragraph", "GwAnnotation", "附注", "Normal", _INDENT),
        _style("paragraph", "GwAnnexLabel", "附件标识", "Normal", "<w:keepNext/>", fonts(faces.first)),
        _style(
            "paragraph", "GwTableHead", "表头", "Normal",
            f'{_NO_GRID}{_spacing(s.TABLE_LINE)}<w:jc w:val="center"/>',
            f'{fonts(faces.first)}<w:spacing w:val="0"/>{_size(s.SIZE_SMALL_4)}',
        ),
        _style(
            "paragraph", "GwTableText", "表内文字", "Normal", f"{_NO_GRID}{_spacing(s.TABLE_LINE)}",
            f'<w:spacing w:val="0"/>{_size(s.SIZE_SMALL_4)}',
        ),
        _style("paragraph", "GwTableCenter", "表内文字居中", "GwTableText", '<w:jc w:val="center"/>'),
        _style("paragraph", "GwTableRight", "表内文字靠右", "GwTableText", '<w:jc w:val="right"/>'),
        _style("paragraph", "GwTableNote", "表下备注", "GwTableText"),
        _style("paragraph", "GwTableGap", "表格空隙", "Normal", f"{_NO_GRID}{_spacing(s.points(6))}"),
        _style(
            "paragraph", "GwImprint", "版记", "Normal",
            f'{_NO_GRID}{_spacing(s.IMPRINT_LINE)}<w:jc w:val="left"/>',
            f'<w:spacing w:val="0"/>{_size(s.SIZE_4)}',
        ),
        _style(
            "paragraph", "Footer", "footer", "Normal", f"{_NO_GRID}{_spacing(s.PAGE_NUMBER_LINE)}",
            f'{fonts(faces.page_number)}<w:spacing w:val="0"/>{_size(s.SIZE_4)}',
        ),
        '<w:style w:type="table" w:customStyle="1" w:styleId="GwTable"><w:name w:val="公文表格"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="{s.TABLE_RULE}" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="'
        f'{s.TABLE_SIDES}" w:type="dxa"/>'
        f'<w:bottom w:w="{s.TABLE_BELOW}" w:type="dxa"/><w:right w:w="{s.TABLE_SIDES}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    ]  # fmt: skip
    return f"{XML_HEAD}<w:styles {NAMESPACES}>{defaults}{''.join(found)}</w:styles>"
