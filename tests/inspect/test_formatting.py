"""Effective formatting: what defaults, styles, numbering, tables and direct settings come to."""

from __future__ import annotations

from lowcapdocs.inspect.content import Paragraph, Table
from lowcapdocs.inspect.package import open_package
from lowcapdocs.inspect.reading import Reader
from lowcapdocs.word.ooxml import NAMESPACES
from tests.inspect.edits import packed, parts
from tests.inspect.good import good

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def styles(*each: str, defaults: str = "") -> str:
    given = f"<w:docDefaults>{defaults}</w:docDefaults>" if defaults else ""
    return f"{HEAD}<w:styles {NAMESPACES}>{given}{''.join(each)}</w:styles>"


def style(
    id_: str, kind: str = "paragraph", based: str = "", ppr: str = "", rpr: str = "", default: bool = False
) -> str:
    own = f'<w:basedOn w:val="{based}"/>' if based else ""
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}"{mark}><w:name w:val="{id_}"/>{own}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def blocks(body: str, style_part: str = "", numbering: str = "") -> list[Paragraph | Table]:
    """The blocks of a body, given as XML."""
    content = parts(good("notice"))
    content["word/document.xml"] = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    content["word/styles.xml"] = (style_part or styles()).encode()
    return Reader(open_package(packed(content), "文件.docx")).document().blocks


def first(body: str, style_part: str = "") -> Paragraph:
    found = blocks(body, style_part)[0]
    assert isinstance(found, Paragraph)
    return found


SIZE_3, SIZE_SMALL_4 = '<w:sz w:val="32"/>', '<w:sz w:val="24"/>'
STRONG, LIGHT = '<w:rStyle w:val="strong"/>', '<w:b w:val="0"/>'


def run(rpr: str, text: str = "文字") -> str:
    return f"<w:r><w:rPr>{rpr}</w:rPr><w:t>{text}</w:t></w:r>"


BOLD = "<w:b/>"
CHAIN = styles(
    style("a", rpr='<w:rFonts w:eastAsia="黑体"/><w:sz w:val="28"/>', ppr='<w:jc w:val="center"/>', default=True),
    style("b", based="a", rpr='<w:sz w:val="32"/>', ppr='<w:ind w:left="100"/>'),
    style("c", based="b", rpr=BOLD),
    style("strong", "character", rpr=BOLD),
    style("x", based="y"),
    style("y", based="x", rpr='<w:sz w:val="44"/>'),
    defaults='<w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>',
)


def test_a_style_inherits_and_overrides_along_its_chain() -> None:
    found = first(f'<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>{run("")}</w:p>', CHAIN)
    assert ("黑体", 32) == (found.runs[0].look.east, found.runs[0].look.size)
    assert ("center", 100) == (found.look.align, found.look.left)


def test_direct_formatting_wins_and_a_missing_style_is_the_default() -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="none"/><w:jc w:val="end"/></w:pPr>{run(SIZE_SMALL_4)}</w:p>'
    found = first(body, CHAIN)
    assert ("黑体", 24, "right") == (found.runs[0].look.east, found.runs[0].look.size, found.look.align)


def test_bold_in_paragraph_style_and_character_style_cancels_out() -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="c"/></w:pPr>{run("")}{run(STRONG)}{run(LIGHT)}</w:p>'
    assert [True, False] == [each.look.bold for each in first(body, CHAIN).runs]


def test_styles_that_go_in_a_circle_end_where_it_closes() -> None:
    found = first(f'<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr>{run("")}</w:p>', CHAIN)
    assert 44 == found.runs[0].look.size


def test_an_indent_in_characters_goes_before_one_in_twips() -> None:
    body = '<w:p><w:pPr><w:pStyle w:val="b"/><w:ind w:firstLineChars="200" w:firstLine="420"/></w:pPr></w:p>'
    assert 640 == first(body, CHAIN).look.first


def test_zero_characters_set_an_inherited_indent_back() -> None:
    own = styles(style("a", ppr='<w:ind w:firstLineChars="200" w:firstLine="640"/>', default=True))
    body = '<w:p><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr></w:p>'
    assert 0 == first(body, own).look.first


def test_a_hanging_indent_and_strict_measures_are_read() -> None:
    body = (
        '<w:p><w:pPr><w:ind w:start="2cm" w:hanging="1cm"/><w:spacing w:line="28pt" w:lineRule="exact"/></w:pPr></w:p>'
    )
    found = first(body)
    assert (1134, -567, 560) == (found.look.left, found.look.first, found.look.line)


def test_typed_spaces_count_into_an_indent() -> None:
    assert 640 == first(f"<w:p>{run(SIZE_3, '　　正文')}</w:p>").lead
    assert 320 == first(f"<w:p>{run(SIZE_3, '  正文')}</w:p>").lead


def test_a_table_style_lies_under_the_style_of_a_paragraph() -> None:
    own = styles(
        style("t", "table", rpr='<w:sz w:val="18"/>', ppr='<w:jc w:val="right"/>'), style("a", rpr=BOLD, default=True)
    )
    body = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr><w:tc><w:p>{run("")}</w:p></w:tc></w:tr></w:tbl><w:p/>'
    )
    (table, _) = blocks(body, own)
    assert isinstance(table, Table)
    (cell,) = table.paragraphs()
    assert (18, True, "right") == (cell.runs[0].look.size, cell.runs[0].look.bold, cell.look.align)


def test_fields_print_their_results_and_hidden_text_is_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>见</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>附件1</w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{run("<w:vanish/>", "暗")}'
        '<w:fldSimple w:instr=" DATE "><w:r><w:t>今天</w:t></w:r></w:fldSimple>'
        "<w:r><w:noBreakHyphen/><w:tab/><w:br/><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>"
    )
    assert "见附件1今天-\t\n☑" == first(body).text


def test_alternate_content_is_counted_once() -> None:
    inside = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="635000" cy="635000"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{inside.format('新')}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        '</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<v:textbox>{inside.format('旧')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    (box,) = first(body).shapes
    assert ["新"] == [each.text for each in box.blocks if isinstance(each, Paragraph)]
    assert (1000, 1000 - 2 * 144) == (box.width, next(each.room for each in box.blocks if isinstance(each, Paragraph)))


def test_a_deleted_mark_joins_two_paragraphs() -> None:
    body = (
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>后</w:t></w:r></w:p>"
    )
    assert ["前后"] == [each.text for each in blocks(body) if isinstance(each, Paragraph)]
