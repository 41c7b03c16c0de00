"""Documents as clerks make them in Word and WPS: python-docx types, direct formatting, nothing of our writer."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

RED = RGBColor(0xFF, 0, 0)
CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
LONG = "各镇（街道）、区级有关部门要把这项工作摆在突出位置，逐项分解任务，明确责任单位和完成时限，按月报送进展，确保完成年度目标。"
FANG, HEI, KAI, SONG, XBS = "仿宋_GB2312", "SimHei", "楷体_GB2312", "宋体", "方正小标宋_GBK"


class Sheet:
    """A document in the making, in the way of a clerk: every paragraph formatted by hand."""

    def __init__(self, line: float = 28, margins: tuple[float, float] = (37, 35)) -> None:
        self.line_height = line
        self.docx: Any = Document()
        section = self.docx.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(margins[0]), Mm(margins[1])
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        normal = self.docx.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(16)
        normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FANG)
        normal.paragraph_format.space_after = Pt(0)

    def line(
        self,
        text: str = "",
        face: str = "",
        size: float = 0,
        *,
        align: Any = None,
        first: float = 0,
        left: float = 0,
        right: float = 0,
        color: Any = None,
        exact: float = 0,
        before: float = 0,
        where: Any = None,
    ) -> Any:
        """A paragraph; indents in points, `face` for Chinese."""
        paragraph = (where or self.docx).add_paragraph()
        form = paragraph.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(exact or self.line_height)
        form.space_after = Pt(0)
        form.space_before = Pt(before)
        form.first_line_indent, form.left_indent, form.right_indent = Pt(first), Pt(left), Pt(right)
        paragraph.alignment = align
        if text:
            run(paragraph, text, face, size, color)
        return paragraph

    def text(self, text: str, **more: Any) -> Any:
        """A paragraph of the body."""
        return self.line(text, first=32, **more)

    def head(self, number: str = "海政办发〔2024〕5号") -> None:
        """版头: mark, number, red rule."""
        self.line("宁波市海曙区人民政府办公室文件", XBS, 36, align=CENTER, color=RED, exact=50, before=94)
        self.line()
        self.line()
        paragraph = self.line(number, align=CENTER)
        border(paragraph, "bottom", 12, 5, "FF0000")
        self.line()
        self.line()

    def title(self, *lines: str) -> None:
        for each in lines:
            self.line(each, XBS, 22, align=CENTER, exact=36)
        self.line()

    def addressees(self, text: str = "各镇人民政府、街道办事处，区级有关部门：") -> None:
        self.line(text)

    def body(self) -> None:
        self.text("为做好2024年工作，现将有关事项通知如下。" + LONG)
        self.text("一、总体要求", face=HEI)
        self.text(LONG)
        self.text("二、重点任务", face=HEI)
        paragraph = self.text("（一）摸清底数。", face=KAI)
        run(paragraph, LONG)
        self.text("1.建立清单。" + LONG)
        self.text("2.逐户核实。" + LONG)

    def sign(self, office: str = "海曙区人民政府办公室", date: str = "2024年5月6日") -> None:
        """Signature and date as with a seal: the date four characters in, the name over its middle."""
        self.line()
        self.line()
        middle = 64 + 16 * 3
        self.line(office, align=RIGHT, right=max(0, middle - 16 * len(office) / 2))
        self.line(date, align=RIGHT, right=64)

    def imprint_table(self) -> None:
        """版记 as a table in the flow."""
        table = self.docx.add_table(rows=2, cols=1)
        table._tbl.tblPr.append(
            parse_xml(
                f"<w:tblBorders {nsdecls('w')}>"
                '<w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
                '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
                '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>'
            )
        )
        texts = ("抄送：区委办公室，区人大常委会办公室。", "海曙区人民政府办公室\t2024年5月7日印发")
        for row, text in zip(table.rows, texts, strict=True):
            paragraph = row.cells[0].paragraphs[0]
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
            run(paragraph, text, "", 14)

    def page_numbers(self) -> None:
        """— 1 — right on odd pages, left on even ones."""
        section = self.docx.sections[0]
        self.docx.settings.odd_and_even_pages_header_footer = True
        for footer, align in ((section.footer, RIGHT), (section.even_page_footer, None)):
            paragraph = footer.paragraphs[0]
            paragraph.alignment = align
            form = paragraph.paragraph_format
            form.right_indent, form.left_indent = (Pt(14), Pt(0)) if align else (Pt(0), Pt(14))
            number(paragraph)

    def notice(self) -> Sheet:
        """A whole notice without fault."""
        self.head()
        self.title("关于做好2024年落后产能淘汰", "和整治提升工作的通知")
        self.addressees()
        self.body()
        self.sign()
        self.text("（此件公开发布）")
        self.imprint_table()
        self.page_numbers()
        return self

    def bytes(self) -> bytes:
        target = io.BytesIO()
        self.docx.save(target)
        return target.getvalue()


def run(paragraph: Any, text: str, face: str = "", size: float = 0, color: Any = None) -> Any:
    """A run with direct formatting."""
    made = paragraph.add_run(text)
    if face:
        made.font.name = face
        made._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if size:
        made.font.size = Pt(size)
    if color is not None:
        made.font.color.rgb = color
    return made


def number(paragraph: Any, before: str = "— ", after: str = " —") -> None:
    """A page number in 4号宋体, as a complex field."""
    for piece in (before, None, after):
        made = run(paragraph, piece or "", SONG, 14)
        if piece is None:
            for kind in ("begin", "separate", "end"):
                made._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
                if kind == "begin":
                    made._r.append(parse_xml(f"<w:instrText {nsdecls('w')}> PAGE  \\* MERGEFORMAT </w:instrText>"))
                if kind == "separate":
                    made._r.append(parse_xml(f"<w:t {nsdecls('w')}>2</w:t>"))


def border(paragraph: Any, side: str, size: int, space: int, color: str) -> None:
    """A rule at a side of a paragraph."""
    ppr = paragraph._p.get_or_add_pPr()
    for old in ppr.findall(qn("w:pBdr")):
        ppr.remove(old)
    edge = f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'
    ppr.insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{edge}</w:pBdr>"), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
