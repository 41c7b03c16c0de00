"""Good documents, and what is done to each so that its pages break one rule."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace

from lowcapdocs.gongwen.elements import Attachment, Gongwen, Heading, Imprint, Signature
from lowcapdocs.gongwen.standard import PROFILE_B
from lowcapdocs.word.writer import Writer
from tests.word.trees import MARK, NUMBER, PLAIN_TABLE, TREES, UPRIGHT, WIDE, paragraphs, spans

Parts = dict[str, str]
Change = Callable[[Parts], None]

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
LONG = (
    "".join(
        f"区镇街道各部门要按照职责分工做好第{number}项工作并于月底前报送进展情况" for number in "一二三四五六七八九"
    )
    + "。"
)
PURE = "落后产能" * 60 + "。"
SIGNED = Signature("海曙区工强办", "2020年××月××日", sealed=True)
NOTICE = Gongwen(
    title=spans("关于下达海曙区2020年淘汰落后产能和整治提升低散乱企业工作目标任务的通知"),
    copy_number="000012",
    issuer_mark=MARK,
    doc_number=NUMBER,
    addressees=spans("各镇（乡）人民政府、街道办事处，各有关单位"),
    body=(
        *paragraphs(PURE, LONG, PURE),
        Heading(1, "一、", spans("目标任务")),
        Heading(2, "（一）", spans("分解到镇街。"), spans(LONG)),
        *paragraphs(LONG, PURE, LONG, PURE),
    ),
    attachments=(UPRIGHT,),
    signature=SIGNED,
    annotation="此件公开发布",
    imprint=Imprint("区委办公室，区人大办公室", "海曙区工强办", "2020年4月21日"),
)
PLAIN = Gongwen(title=spans("工作要点"), body=paragraphs(*[PURE] * 14))
OVER_TWO_PAGES = Gongwen(
    title=spans("工作要点"),
    body=(*paragraphs(PURE), replace(PLAIN_TABLE, rows=PLAIN_TABLE.rows * 30, notes=()), *paragraphs(PURE)),
)
TWO_PAGES = Gongwen(title=spans("工作要点"), body=paragraphs(*[PURE] * 3), signature=SIGNED)
WIDE_ANNEX = Gongwen(title=spans("工作要点"), body=paragraphs(PURE), attachments=(WIDE,))
UNSEALED = Gongwen(
    title=spans("工作要点"),
    body=paragraphs(PURE),
    signature=Signature("海曙区经济和信息化局办公室", "2020年××月××日", sealed=False),
)
SECRET = Gongwen(
    title=spans("关于甲的通知"), secrecy="秘密★1年", issuer_mark=MARK, doc_number=NUMBER, body=paragraphs(PURE)
)
URGENT = Gongwen(
    title=spans("关于甲的通知"), urgency="特急", issuer_mark=MARK, doc_number=NUMBER, body=paragraphs(PURE)
)
UPWARD = TREES["upward, urgent, secret"]
TWO_ANNEXES = Gongwen(
    title=spans("工作要点"), body=paragraphs(PURE), attachments=(WIDE, Attachment(spans("甲"), paragraphs(PURE)))
)
JOINT = replace(
    TREES["joint"],
    body=paragraphs(PURE),
    signature=Signature("海曙区经信局", "2020年4月20日", True, ("海曙区应急局", "海曙区农业局")),
)
GOOD = {
    "joint": JOINT,
    "joint, no 版记": replace(JOINT, imprint=None),
    "notice": NOTICE,
    "plain": PLAIN,
    "two pages": TWO_PAGES,
    "a page that begins within a table": OVER_TWO_PAGES,
    "wide annex": WIDE_ANNEX,
    "two annexes": TWO_ANNEXES,
    "unsealed": UNSEALED,
    "secret": SECRET,
    "urgent": URGENT,
    "upward": UPWARD,
    "letter": TREES["letter"],
    "letter of a short name": replace(TREES["letter, plain"], issuer_mark="海曙区工强办"),
    "order": TREES["order"],
    "minutes": TREES["minutes"],
}


def text(part: str, pattern: str, new: str, count: int = 0) -> Change:
    """Replace what `pattern` finds in a part; it must find something."""

    def change(parts: Parts) -> None:
        parts[part], found = re.subn(pattern, new, parts[part], count=count, flags=re.DOTALL)
        assert found, f"{pattern} is not in {part}"

    return change


def moved(before: str, by: int, after: str = "", count: int = 1) -> Change:
    """Add to the number that stands between two patterns in the document."""

    def change(parts: Parts) -> None:
        pattern = rf"({before})(\d+)(?={after})"
        parts[DOCUMENT], found = re.subn(
            pattern, lambda each: f"{each[1]}{int(each[2]) + by}", parts[DOCUMENT], count=count, flags=re.DOTALL
        )
        assert found, f"{pattern} is not there"

    return change


def style(name: str, pattern: str, new: str) -> Change:
    """The same within one style."""

    def change(parts: Parts) -> None:
        [whole] = re.findall(rf'<w:style [^>]*w:styleId="{name}">.*?</w:style>', parts[STYLES], re.DOTALL)
        changed, found = re.subn(pattern, new, whole)
        assert found, f"{pattern} is not in {name}"
        parts[STYLES] = parts[STYLES].replace(whole, changed)

    return change


def all_of(*changes: Change) -> Change:
    def change(parts: Parts) -> None:
        for each in changes:
            each(parts)

    return change


def footers(pattern: str, new: str) -> Change:
    """The same in every footer that has it."""

    def change(parts: Parts) -> None:
        changed = [name for name in parts if "footer" in name and re.search(pattern, parts[name])]
        assert changed
        for name in changed:
            parts[name] = re.sub(pattern, new, parts[name])

    return change


@dataclass(frozen=True)
class Broken:
    """A good document, what is done to it, and the one clause that then fails."""

    good: str
    clause: str
    change: Change


def face(name: str) -> str:
    return f'w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"'


ANY_FACE = r'w:ascii="[^"]*" w:hAnsi="[^"]*" w:eastAsia="[^"]*" w:cs="[^"]*"'
BLANK = "<w:p></w:p>"
FREE = text(DOCUMENT, r"<w:docGrid [^>]*/>", "")
"""Without the grid: LibreOffice sets lines only on it, and in the middle of the page."""
BROKEN = {
    "Letter paper": Broken("plain", "P2", all_of(
        text(DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
        text(DOCUMENT, r'w:right="\d+" w:bottom="\d+"', 'w:right="1808" w:bottom="986"'),
        text(DOCUMENT, 'w:footer="1417"', 'w:footer="419"'),
    )),
    "the upper margin 30 mm": Broken("plain", "P3", all_of(FREE, text(DOCUMENT, r'w:top="\d+"', 'w:top="1701"'))),
    "type area 3 mm too low": Broken("plain", "P3", all_of(FREE, text(DOCUMENT, r'w:top="\d+" (w:right="\d+") w:bottom="\d+"', r'w:top="2268" \1 w:bottom="1814"'))),
    "text 3 mm to the right": Broken("plain", "P3", style("GwBody", r"<w:ind ", '<w:ind w:left="170" w:right="-170" ')),
    "宋体 for the text": Broken("notice", "P4", text(STYLES, ANY_FACE, face("宋体"), 1)),
    "lines of 30 points": Broken("plain", "P5", all_of(
        style("Normal", 'w:line="579"', 'w:line="600"'), FREE
    )),
    "lines of 25 points": Broken("plain", "P5", all_of(
        style("Normal", 'w:line="579"', 'w:line="500"'), FREE
    )),
    "expanded type": Broken("plain", "P5", text(STYLES, '<w:spacing w:val="-5"/>', '<w:spacing w:val="20"/>', 1)),
    "blue text": Broken("notice", "P6", text(DOCUMENT, r"<w:r>(<w:t>落后)", r'<w:r><w:rPr><w:color w:val="0000FF"/></w:rPr>\1', 1)),
    "份号 indented": Broken("notice", "H1", style("GwCopyNumber", "<w:pPr>", '<w:pPr><w:ind w:left="640"/>')),
    "密级 in 仿宋": Broken("secret", "H2", style("GwCorner", ANY_FACE, face("仿宋"))),
    "紧急程度 in 2号": Broken("urgent", "H3", style("GwCorner", "</w:rPr>", '<w:sz w:val="44"/></w:rPr>')),
    "the mark too high": Broken("notice", "H4", text(DOCUMENT, r'(GwMark"/><w:spacing w:before=)"\d+"', r'\1"900"')),
    "the mark at the left": Broken("secret", "H4", style("GwMark", 'w:jc w:val="center"', 'w:jc w:val="left"')),
    "square brackets in the number": Broken("notice", "H5", text(DOCUMENT, "〔2020〕1号", "[2020]1号", 1)),
    "the number close to the mark": Broken("notice", "H5", text(DOCUMENT, rf'({BLANK}){{2}}(<w:p><w:pPr><w:pStyle w:val="GwNumber")', r"\2")),
    "签发人 in 仿宋": Broken("upward", "H6", style("GwSigner", ANY_FACE, face("仿宋"))),
    "the red rule too low": Broken("notice", "H7", style("GwNumber", 'w:space="6"', 'w:space="16"')),
    "the title in 小二": Broken("notice", "B1", style("Title", 'w:val="44"', 'w:val="36"')),
    "the title in 黑体": Broken("notice", "B1", style("Title", ANY_FACE, face("黑体"))),
    "the title off its middle": Broken("plain", "B1", style("Title", "<w:jc ", '<w:ind w:left="1134"/><w:jc ')),
    "the title close to the red rule": Broken("notice", "B1", text(DOCUMENT, rf'{BLANK}{BLANK}(<w:p><w:pPr><w:pStyle w:val="Title")', r"\1", 1)),
    "主送 one character in": Broken("notice", "B2", style("GwAddressees", "<w:qFormat/>", '<w:qFormat/><w:pPr><w:ind w:left="320"/></w:pPr>')),
    "paragraphs without indent": Broken("plain", "B3", style("GwBody", '"200" w:firstLine="630"', '"0" w:firstLine="0"')),
    "paragraphs four characters in": Broken("plain", "B3", style("GwBody", '"200" w:firstLine="630"', '"400" w:firstLine="1260"')),
    "headings in 仿宋": Broken("notice", "B4", style("Heading1", ANY_FACE, face("仿宋"))),
    "the date ten characters in": Broken("notice", "B7", all_of(
        text(DOCUMENT, r'(GwSignature"/>)<w:ind w:left="\d+"/>', r'\1<w:ind w:left="900"/>'),
        text(DOCUMENT, r'(GwDate"/>(?:<w:keepNext/>)?)<w:ind w:left="\d+"/>', r'\1<w:ind w:left="900"/>'),
    )),
    "the date under the end of the name": Broken("unsealed", "B9", text(DOCUMENT, r'(GwDate"/>)<w:ind w:left="\d+"/>', r'\1<w:ind w:left="5800"/>')),
    "nothing but name and date on the last page": Broken("two pages", "B12", text(DOCUMENT, r'(GwSignature"/>)', r"\1<w:pageBreakBefore/>")),
    "the date alone on the last page": Broken("two pages", "B12", text(DOCUMENT, r'(GwDate"/>)', r"\1<w:pageBreakBefore/>")),
    "the names under seals alone on their page": Broken("joint, no 版记", "B12", text(DOCUMENT, r"(<w:tbl>(?:(?!<w:tbl>).)*?GwSealed)", r'<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>\1', 1)),
    "附件 in 仿宋": Broken("notice", "B14", style("GwAnnexLabel", ANY_FACE, face("仿宋"))),
    "the title of an annex on line 2": Broken("notice", "B14", text(DOCUMENT, rf"(GwAnnexLabel.*?</w:p>){BLANK}", r"\1", 1)),
    "版记 10 mm too high": Broken("notice", "K1", moved(r'positionV relativeFrom="page"><wp:posOffset>', -360_000)),
    "抄送 without indent": Broken("notice", "K2", text(DOCUMENT, r'<w:ind w:left="\d+" w:right="280" w:hanging="840"/>', '<w:ind w:left="840" w:right="280" w:hanging="840"/>')),
    "the printer's date at the edge": Broken("notice", "K3", moved('w:val="right" w:pos="', 280)),
    "hyphens round the page number": Broken("plain", "N1", footers("—", "-")),
    "the page number too low": Broken("plain", "N1", text(DOCUMENT, 'w:footer="1417"', 'w:footer="1134"')),
    "page numbers in the middle": Broken("notice", "N2", footers(r"<w:ind [^>]*/><w:jc [^>]*/>", '<w:jc w:val="center"/>')),
    "numbers beginning anew": Broken("two annexes", "N4", text(DOCUMENT, r"(<w:docGrid [^>]*/></w:sectPr></w:body>)", r'<w:pgNumType w:start="1"/>\1')),
    "a wide page with a narrow margin": Broken("wide annex", "T1", text(DOCUMENT, r'(w:orient="landscape"/><w:pgMar [^>]*w:left=)"\d+"', r'\1"1134"')),
    "the mark of a letter too low": Broken("letter", "L1", all_of(moved(r'positionV relativeFrom="page"><wp:posOffset>', 360_000), moved('w:before="', 567))),
    "the lower rule of a letter too high": Broken("letter", "L2", moved(r'positionV relativeFrom="page"><wp:posOffset>', -145_000, r"</wp:posOffset>(?:(?!posOffset).)*?下红线")),
    "the number of a letter in the middle": Broken("letter", "L3", moved('w:val="right" w:pos="', -1844)),
    "a page number on page one of a letter": Broken("letter", "L4", text(DOCUMENT, "<w:titlePg/>", "")),
    "the mark of an order too low": Broken("order", "O1", moved('w:before="', 442)),
    "the mark of minutes too low": Broken("minutes", "M1", style("GwMark", r'w:before="\d+"', 'w:before="2300"')),
}  # fmt: skip


def margins(**sides: int) -> Change:
    """Margins of every section, in twips."""
    return all_of(*[text(DOCUMENT, rf'(<w:pgMar[^>]*w:{side}=)"\d+"', rf'\1"{by}"') for side, by in sides.items()])


WORDS_OWN = {"top": 1440, "bottom": 1440, "left": 1800, "right": 1800}
HALF_WRONG = {
    **{f"{name} with Word's own margins": Broken(name, "P3", margins(**WORDS_OWN)) for name in ("upward", "letter", "unsealed")},
    **{f"{name} in a wide text area": Broken(name, "P3", margins(left=1247, right=1247)) for name in ("letter", "minutes")},
    "notice too far right": Broken("notice", "P3", margins(left=1800, right=1262)),
    "order too high": Broken("order", "P3", margins(top=1701, bottom=2381)),
}  # fmt: skip
"""Good documents but for their margins: nothing else is wrong with them."""
SHIFTED = {
    "版记": Broken("notice", "K1", moved(r'positionH relativeFrom="page"><wp:posOffset>', 72_000)),
    "the red rule": Broken("notice", "H7", style("GwNumber", "<w:jc ", '<w:ind w:left="113" w:right="-113"/><w:jc ')),
    "the upper rule of a letter": Broken("letter", "L2", moved(r'positionH relativeFrom="page"><wp:posOffset>', 72_000, r"</wp:posOffset>(?:(?!posOffset).)*?(?:(?!positionH).)*?红线")),
}  # fmt: skip
"""A rule of the right length, 2 mm to the right; what stands with it moves too."""


def docx(tree: Gongwen, change: Change | None = None, profile_b: bool = False) -> bytes:
    """The Word file of a tree, changed."""
    whole = (Writer(PROFILE_B) if profile_b else Writer()).docx(tree)
    if change is None:
        return whole
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    change(parts)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()
