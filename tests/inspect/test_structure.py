"""Elements found by place, text and looks, in what offices make of them."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lowcapdocs.inspect.package import open_package
from lowcapdocs.inspect.parts import Parts
from lowcapdocs.inspect.reading import Reader
from lowcapdocs.inspect.structure import find_parts
from lowcapdocs.word.writer import Writer
from tests.inspect.edits import failed, inspected
from tests.inspect.good import TREES, good
from tests.inspect.handmade import CENTER, HEI, LONG, RED, RIGHT, XBS, Sheet, border, run
from tests.word.trees import TREES as MORE


def parts_of(docx: bytes) -> Parts:
    return find_parts(Reader(open_package(docx, "文件.docx")).document())


FORMS = {"notice": "document", "request": "document", "letter": "letter", "order": "order", "minutes": "minutes"}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_known_by_its_mark(name: str) -> None:
    found = parts_of(good(name))
    assert FORMS[name] == found.form
    assert TREES[name].issuer_mark == "".join(each.plain for each in found.head.mark)
    assert found.head.number is not None
    assert TREES[name].doc_number in found.head.number.plain


@pytest.mark.parametrize("name", [name for name, tree in MORE.items() if tree.signature and not tree.signature.post])
def test_the_end_of_every_tree_is_found(name: str) -> None:
    tree, found = MORE[name], parts_of(Writer().docx(MORE[name]))
    assert tree.signature is not None
    assert found.date is not None
    assert tree.signature.date == found.date.plain
    assert bool(tree.annotation) == (found.annotation is not None)
    assert (tree.imprint is not None) == (found.imprint is not None)
    inner = len(tree.enclosure.attachments) if tree.enclosure else 0
    assert len(tree.attachments) + inner == len(found.annexes)


def office(annexes: bool = True) -> Sheet:
    """A notice typed with spaces, page breaks and nothing else."""
    sheet = Sheet()
    sheet.head()
    sheet.title("关于做好整治提升工作的通知")
    sheet.addressees()
    sheet.line("　　" + LONG)
    sheet.line()
    sheet.line("　　附件：1.目标任务分解表")
    sheet.line("　　　　　2.重点任务清单")
    sheet.line()
    sheet.line()
    sheet.line("海曙区人民政府办公室", align=RIGHT, right=32)
    sheet.line("2024年5月6日　　　　", align=RIGHT)
    for number, name in enumerate(("目标任务分解表", "重点任务清单"), start=1):
        sheet.line().add_run().add_break(WD_BREAK.PAGE)
        sheet.line(f"附件{number}", HEI)
        sheet.line()
        sheet.line(name, XBS, 22, align=CENTER, exact=36)
        sheet.line()
        sheet.line("　　" + LONG)
    sheet.page_numbers()
    return sheet


def test_what_is_typed_with_spaces_is_right_if_it_looks_right() -> None:
    docx = office().bytes()
    found = parts_of(docx)
    assert ["附件1", "附件2"] == [each.label.plain for each in found.annexes]
    assert ["目标任务分解表", "重点任务清单"] == [each.title.text for each in found.annexes if each.title]
    report = inspected(docx)
    assert set() == failed(report), [line.text for line in report.lines() if line.faults]
    assert any("空格" in each.message for each in report.advice)


def test_a_caption_under_a_title_is_no_text() -> None:
    sheet = Sheet()
    sheet.line("海曙区落后产能淘汰办法", XBS, 22, align=CENTER, exact=36)
    sheet.line("（2024年5月6日区政府第3次常务会议通过）", "楷体", 16, align=CENTER)
    sheet.line()
    sheet.text(LONG)
    found = parts_of(sheet.bytes())
    assert found.title is not None
    assert "海曙区落后产能淘汰办法" == found.title.text
    assert [LONG] == [each.plain for each in found.body if hasattr(each, "plain") and each.plain]


def test_a_sentence_that_ends_in_a_colon_is_no_addressee() -> None:
    sheet = Sheet()
    sheet.title("关于做好整治提升工作的通知")
    sheet.text("现将有关事项通知如下：")
    sheet.text(LONG)
    assert parts_of(sheet.bytes()).addressees is None


def test_numbered_sentences_of_the_text_are_no_headings() -> None:
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    sheet.text("一、坚持依法依规，严格执行环保、安全、能耗等法律法规标准。")
    sheet.text("二、坚持分类施策，不搞一刀切。")
    sheet.text("（一）对符合条件的企业，予以支持；")
    sheet.text("（二）对不符合条件的，依法处置。")
    sheet.text("1．全角的点也是下脚点。" + LONG)
    sheet.text("1.25万家企业完成整改，3.5万吨产能退出。")
    sheet.page_numbers()
    report = inspected(sheet.bytes())
    assert set() == failed(report), [line.text for line in report.lines() if line.faults]


def test_a_letter_with_one_red_line_is_a_letter_with_a_wrong_line() -> None:
    sheet = Sheet()
    sheet.line("宁波市海曙区经济和信息化局", XBS, 36, align=CENTER, color=RED, exact=50)
    border(sheet.line(), "bottom", 24, 1, "FF0000")
    sheet.line("海经信函〔2024〕5号", align=RIGHT)
    sheet.title("关于商请协助核查的函")
    sheet.line("高桥镇人民政府：")
    sheet.text(LONG)
    sheet.sign()
    sheet.page_numbers()
    assert "letter" == parts_of(sheet.bytes()).form
    assert {"L2", "L4"} == failed(inspected(sheet.bytes()))


def test_text_that_speaks_of_copies_is_no_imprint() -> None:
    sheet = Sheet()
    sheet.title("海曙区2024年工作要点")
    sheet.text("有关材料请抄送区工强办，并附电子版。")
    sheet.text(LONG)
    assert parts_of(sheet.bytes()).imprint is None


@pytest.mark.parametrize("text", ["附件材料请于6月底前报送，逾期不再受理。", "附件1所列企业由各镇（街道）逐户核实。"])
def test_text_that_speaks_of_annexes_is_no_note_of_annexes(text: str) -> None:
    sheet = Sheet()
    sheet.title("关于做好整治提升工作的通知")
    sheet.text(LONG)
    sheet.text(text)
    sheet.sign()
    sheet.page_numbers()
    assert [] == parts_of(sheet.bytes()).note.lines
    assert set() == failed(inspected(sheet.bytes()))


@pytest.mark.parametrize(
    "lines", [("附件：", "1.甲表", "2.乙表"), ("附件1：甲表", "附件2：乙表"), ("附件:1.甲表", "2.乙表")]
)
def test_a_note_of_annexes_in_another_form_is_told(lines: tuple[str, ...]) -> None:
    sheet = Sheet()
    sheet.title("关于做好整治提升工作的通知")
    sheet.text(LONG)
    sheet.line()
    for line in lines:
        sheet.text(line)
    sheet.sign()
    sheet.page_numbers()
    assert {"B6"} == failed(inspected(sheet.bytes()))


def test_a_mark_in_a_text_box_is_found() -> None:
    sheet = Sheet()
    first = sheet.line()
    box = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:440pt;height:80pt">'
        "<v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>"
    )
    mark = sheet.line("宁波市海曙区人民政府办公室文件", XBS, 36, align=CENTER, color=RED)
    next(box.iter("{*}txbxContent")).append(mark._p)
    first._p.append(box)
    sheet.line("海政办发〔2024〕5号", align=CENTER)
    sheet.title("关于做好整治提升工作的通知")
    sheet.text(LONG)
    found = parts_of(sheet.bytes())
    assert "document" == found.form
    assert found.title is not None
    assert "关于做好整治提升工作的通知" == found.title.text
    assert {"H7"} == failed(inspected(sheet.bytes())) - {"N1"}


def test_a_signature_may_stand_in_no_order_that_the_standard_knows() -> None:
    sheet = Sheet()
    sheet.title("关于做好整治提升工作的通知")
    sheet.text(LONG)
    sheet.line("海曙区人民政府办公室", align=RIGHT)
    sheet.line("2024年5月6日", align=RIGHT)
    sheet.page_numbers()
    assert {"B9"} == failed(inspected(sheet.bytes()))
    paragraph = sheet.docx.paragraphs[-2]
    run(paragraph, "")
    paragraph.paragraph_format.right_indent = 0
    assert {"B9"} == failed(inspected(sheet.bytes()))
