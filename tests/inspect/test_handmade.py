"""Documents made by hand in many ways: no false alarm, each verdict asserted; and true faults are found."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.inspect.edits import Root, edited, failed, inspected, outcomes, paragraph, xml
from tests.inspect.handmade import CENTER, HEI, LONG, RED, RIGHT, SONG, XBS, Sheet, border, number, run

NOTICE = {
    "P2",
    "P3",
    "P4",
    "P5",
    "P6",
    "P10",
    "H4",
    "H5",
    "H7",
    "B1",
    "B2",
    "B3",
    "B4",
    "B7",
    "B11",
    "B13",
    "K1",
    "K2",
    "K3",
    "N1",
    "N2",
}
TEXT = {f"Q1-{number}" for number in range(1, 8)}
"""What passes in a notice without fault; all other clauses do not apply."""


def notice(**settings: Any) -> Sheet:
    return Sheet(**settings).notice()


def judged(docx: bytes, passed: set[str], faulty: set[str] | None = None) -> None:
    """Every verdict: these passed, these failed, all others do not apply."""
    report = inspected(docx)
    found = outcomes(report)
    told = [line.text for line in report.lines() if line.outcome == "failed"]
    assert (faulty or set()) == failed(report), told
    assert passed == {clause for clause, outcome in found.items() if outcome == "passed"}


def test_direct_formatting_alone() -> None:
    judged(notice().bytes(), NOTICE | TEXT)


def test_profile_b_with_29_6_points() -> None:
    docx = notice(line=29.6, margins=(34.58, 32.58)).bytes()
    judged(docx, NOTICE | TEXT)
    assert {"P3"} == failed(inspected(docx, "A"))
    assert set() == failed(inspected(docx, "B"))


def theme_fonts(root: Root) -> None:
    """Normal in the fonts of the theme (+正文), as WPS writes it."""
    fonts = next(each for each in root.iter(qn("w:style")) if each.get(qn("w:styleId")) == "Normal").find(
        f"{qn('w:rPr')}/{qn('w:rFonts')}"
    )
    fonts.attrib.clear()
    for name, value in (("asciiTheme", "minorHAnsi"), ("eastAsiaTheme", "minorEastAsia"), ("eastAsia", "宋体")):
        fonts.set(qn(f"w:{name}"), value)


def theme(face: str) -> Callable[[Root], None]:
    def edit(root: Root) -> None:
        minor = next(root.iter("{*}minorFont"))
        minor.find("{*}ea").set("typeface", "")
        for each in minor.iter("{*}font"):
            if each.get("script") == "Hans":
                each.set("typeface", face)

    return edit


def zh(root: Root) -> None:
    for old in root.findall(qn("w:themeFontLang")):
        old.set(qn("w:eastAsia"), "zh-CN")


def test_fonts_of_the_theme_are_looked_up_by_script() -> None:
    docx = edited(notice().bytes(), theme_fonts, "word/styles.xml")
    docx = edited(docx, zh, "word/settings.xml")
    part = "word/theme/theme1.xml"
    judged(edited(docx, theme("仿宋"), part), NOTICE | TEXT)
    assert {"P4", "K2", "K3"} == failed(inspected(edited(docx, theme("宋体"), part)))


LEVELS = (("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))


def numbering(root: Root, forms: tuple[tuple[str, str], ...] = LEVELS) -> None:
    """A list of the four levels, two characters in."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>'
        for level, (kind, text) in enumerate(forms)
    )
    first = next(iter(root))
    first.addprevious(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def numbered(docx: bytes, starts: dict[str, tuple[int, str]]) -> bytes:
    """Typed numerals taken away and made by the list instead; `starts`: typed numeral → (level, heading)."""

    def edit(root: Root) -> None:
        for typed, (level, text) in starts.items():
            target = paragraph(root, typed + text)
            first = next(target.iter(qn("w:t")))
            first.text = first.text.removeprefix(typed)
            ppr = target.find(qn("w:pPr"))
            ppr.remove(ppr.find(qn("w:ind")))
            ppr.insert(0, xml(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))

    return edited(docx, edit)


HEADINGS = {
    "一、": (0, "总体要求"),
    "二、": (0, "重点任务"),
    "（一）": (1, "摸清底数"),
    "1.": (2, "建立清单"),
    "2.": (2, "逐户核实"),
}


def test_automatic_numbering_is_read_as_it_prints() -> None:
    docx = numbered(edited(notice().bytes(), numbering, "word/numbering.xml"), HEADINGS)
    judged(docx, NOTICE | TEXT)
    wrong = (*LEVELS[:2], ("decimal", "%3、"), LEVELS[3])
    docx = edited(notice().bytes(), lambda root: numbering(root, wrong), "word/numbering.xml")
    assert {"B4"} == failed(inspected(numbered(docx, HEADINGS)))


def test_tables_of_the_body_with_caption_and_remarks() -> None:
    sheet = Sheet()
    sheet.head()
    sheet.title("关于分解目标任务的通知")
    sheet.addressees()
    sheet.body()
    sheet.line("表1　目标任务分解表", HEI, 14, align=CENTER)
    sheet.line("单位：家", SONG, 12, align=RIGHT)
    table = sheet.docx.add_table(rows=3, cols=3, style="Table Grid")
    for cell in (cell for row in table.rows for cell in row.cells):
        run(cell.paragraphs[0], "甲镇", SONG, 12)
    sheet.line("注：以上为年度任务，不含上年结转。", SONG, 12)
    sheet.text(LONG)
    sheet.sign()
    sheet.text("（此件公开发布）")
    sheet.imprint_table()
    sheet.page_numbers()
    judged(sheet.bytes(), NOTICE | TEXT)


def pixel() -> bytes:
    """The least PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(4))) + chunk(b"IEND", b"")


def test_pictures_comments_and_footnotes_are_passed_over() -> None:
    sheet = notice()
    picture = sheet.line()
    picture.add_run().add_picture(io.BytesIO(pixel()), width=Pt(100))
    body = sheet.docx.element.body
    target = paragraph(body, "为做好2024年")
    target.addprevious(picture._p)
    for text in ('<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:commentReference w:id="0"/></w:r>'):
        target.append(xml(text))
    docx = sheet.bytes()
    judged(docx, NOTICE | TEXT)
    assert any("批注" in each.message for each in inspected(docx).advice)


def in_controls(root: Root) -> None:
    """Every paragraph of the body in a content control of its own, and the title's runs in one more."""
    for each in list(root[0].findall(qn("w:p"))):
        control = xml("<w:sdt><w:sdtContent/></w:sdt>")
        each.addprevious(control)
        control[0].append(each)
    title = paragraph(root, "关于做好2024年")
    control = xml("<w:sdt><w:sdtContent/></w:sdt>")
    control[0].append(title.find(qn("w:r")))
    title.append(control)


def test_content_controls_are_seen_through() -> None:
    judged(edited(notice().bytes(), in_controls), NOTICE | TEXT)


def tracked(root: Root) -> None:
    """Insertions, deletions, a moved text and a deleted paragraph, none accepted yet."""
    target = paragraph(root, "为做好2024年")
    target.append(xml('<w:ins w:id="1"><w:r><w:t>补充一句。</w:t></w:r></w:ins>'))
    target.append(xml('<w:del w:id="2"><w:r><w:delText>[2020]1号，06月,错</w:delText></w:r></w:del>'))
    target.append(xml('<w:moveFrom w:id="3"><w:r><w:t>2020年06月</w:t></w:r></w:moveFrom>'))
    gone = xml(
        '<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr><w:del w:id="5"><w:r>'
        "<w:delText>三、删去的标题</w:delText></w:r></w:del></w:p>"
    )
    target.addnext(gone)


def test_tracked_changes_are_read_as_accepted() -> None:
    docx = edited(notice().bytes(), tracked)
    judged(docx, NOTICE | TEXT)
    assert any("修订" in each.message for each in inspected(docx).advice)


VML = f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"'


def test_vml_lines_and_text_boxes_of_older_files() -> None:
    """The red rule drawn with the line tool; the page number in WPS's text box at the outer side."""
    sheet = Sheet()
    sheet.line("宁波市海曙区人民政府办公室文件", XBS, 36, align=CENTER, color=RED, exact=50, before=94)
    sheet.line()
    sheet.line()
    line = sheet.line("海政办发〔2024〕5号", align=CENTER)
    drawn = '<v:line from="0,33pt" to="442.2pt,33pt" strokecolor="red" strokeweight="1.5pt"/>'
    line._p.append(parse_xml(f"<w:r {VML}><w:pict>{drawn}</w:pict></w:r>"))
    sheet.line()
    sheet.line()
    sheet.title("关于做好2024年落后产能淘汰", "和整治提升工作的通知")
    sheet.addressees()
    sheet.body()
    sheet.sign()
    sheet.text("（此件公开发布）")
    sheet.imprint_table()
    footer = sheet.docx.sections[0].footer.paragraphs[0]
    number(footer)
    runs = [each._r for each in footer.runs]
    box = parse_xml(
        f'<w:r {VML}><w:pict><v:shape style="position:absolute;width:60pt;height:20pt;'
        'mso-position-horizontal:outside;mso-position-horizontal-relative:margin"><v:textbox><w:txbxContent>'
        "<w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    inner = next(box.iter(qn("w:p")))
    for each in runs:
        inner.append(each)
    footer._p.append(box)
    judged(sheet.bytes(), NOTICE | TEXT)


def test_imprint_as_ruled_paragraphs_in_the_flow() -> None:
    sheet = Sheet()
    sheet.head()
    sheet.title("关于做好整治提升工作的通知")
    sheet.addressees()
    sheet.body()
    sheet.sign()
    sheet.text("（此件公开发布）")
    copies = sheet.line("抄送：区委办公室，区人大常委会办公室。", "", 14, left=14, right=14)
    border(copies, "top", 8, 1, "auto")
    printed = sheet.line("海曙区人民政府办公室　　　　　　　　　　　　2024年5月7日印发", "", 14, left=14, right=14)
    ppr = printed._p.get_or_add_pPr()
    border(printed, "top", 4, 1, "auto")
    ppr.find(qn("w:pBdr")).append(xml('<w:bottom w:val="single" w:sz="8" w:space="1" w:color="auto"/>'))
    sheet.page_numbers()
    judged(sheet.bytes(), NOTICE | TEXT)


def test_an_upward_document_with_its_head_in_a_table() -> None:
    sheet = Sheet()
    sheet.line("宁波市海曙区人民政府办公室文件", XBS, 36, align=CENTER, color=RED, exact=50, before=94)
    sheet.line()
    sheet.line()
    table = sheet.docx.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    run(left.paragraphs[0], "　海政办发〔2024〕5号")
    run(right.paragraphs[0], "签发人：")
    run(right.paragraphs[0], "张三", "楷体")
    right.paragraphs[0].alignment = RIGHT
    table._tbl.tblPr.append(
        parse_xml(
            f"<w:tblBorders {nsdecls('w')}>"
            '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/></w:tblBorders>'
        )
    )
    sheet.line()
    sheet.line()
    sheet.title("关于申请专项资金的请示")
    sheet.line("区人民政府：")
    sheet.text(LONG)
    sheet.text("妥否，请批示。")
    sheet.sign()
    sheet.text("（联系人：李四，电话：0574-87654321）")
    sheet.page_numbers()
    judged(sheet.bytes(), ((NOTICE | TEXT) - {"B4", "K1", "K2", "K3"}) | {"H6"})


def test_text_without_a_head() -> None:
    """A plan copied from a site: nothing is said of what it has not."""
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    sheet.body()
    sheet.page_numbers()
    judged(sheet.bytes(), {"P2", "P3", "P4", "P5", "P6", "B1", "B3", "B4", "N1", "N2"} | TEXT)
