"""Files that are no sound Word document: each gives a message a clerk understands, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lowcapdocs.inspect import package
from lowcapdocs.inspect.report import inspect_docx
from lowcapdocs.problems import PolicyError
from tests.inspect.edits import packed, parts
from tests.inspect.good import good

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MAIN = "word/document.xml"
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>'
OPEN = HEAD + b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
CLOSE = b"</w:body></w:document>"
BOMB = (
    HEAD
    + b'<!DOCTYPE d [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % (98 + i, *[97 + i] * 4) for i in range(20))
    + b"]><d>&u;</d>"
)
EXTERNAL = HEAD + b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + OPEN[len(HEAD) :] + b"&x;" + CLOSE


def with_part(data: bytes, name: str = MAIN) -> bytes:
    return packed({**parts(good("notice")), name: data})


def without(name: str) -> bytes:
    return packed({each: data for each, data in parts(good("notice")).items() if each != name})


def container(*names: str) -> bytes:
    return packed(dict.fromkeys(names, b"x"))


def nested(depth: int) -> bytes:
    return OPEN + b"<w:sdt><w:sdtContent>" * depth + b"<w:p/>" + b"</w:sdtContent></w:sdt>" * depth + CLOSE


def flagged() -> bytes:
    """A package whose parts claim to be encrypted."""
    data = bytearray(good("notice"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def crowd() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(package.MAX_PARTS + 1):
            archive.writestr(f"a{number}", b"")
    return target.getvalue()


SHEET = good("notice")
HOSTILE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "空文件": (lambda: b"", "docx-empty", "空的"),
    "加密": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "docx-encrypted", "密码"),
    "压缩包加密": (flagged, "docx-encrypted", "密码"),
    "旧格式": (lambda: OLE + "WordDocument".encode("utf-16-le"), "docx-old", ".doc"),
    "其他旧格式": (lambda: OLE + "Workbook".encode("utf-16-le"), "docx-other", "旧的 Office"),
    "其实是PDF": (lambda: b"%PDF-1.7\n", "docx-other", "PDF"),
    "其实是RTF": (lambda: b"{\\rtf1 x}", "docx-other", "RTF"),
    "其实是网页": (lambda: b"<html><body>x</body></html>", "docx-other", "网页"),
    "其实是XML": (lambda: HEAD + b"<a/>", "docx-other", "XML"),
    "OFD": (lambda: container("OFD.xml", "Doc_0/Document.xml"), "docx-other", "OFD"),
    "ODT": (lambda: container("mimetype", "content.xml"), "docx-other", "OpenDocument"),
    "其实是表格": (
        lambda: packed({each: data.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")
                        for each, data in parts(good("notice")).items()}),
        "docx-other", "表格"),
    "乱码": (lambda: b"\x00\x01\x02" * 50, "docx-broken", "不是 Word"),
    "截断": (lambda: SHEET[: len(SHEET) // 2], "docx-broken", "不完整"),
    "没有正文部分": (lambda: without(MAIN), "docx-broken", "没有 Word 正文"),
    "正文不是XML": (lambda: with_part(b"<w:document"), "docx-broken", "不是完整的 XML"),
    "正文编码不对": (lambda: with_part(b'<?xml version="1.0" encoding="no-such"?><a/>'), "docx-broken", "document.xml"),
    "没有w:body": (lambda: with_part(HEAD + b"<a/>"), "docx-broken", "没有内容"),
    "实体炸弹": (lambda: with_part(BOMB), "docx-broken", "DOCTYPE"),
    "外部实体": (lambda: with_part(EXTERNAL), "docx-broken", "DOCTYPE"),
    "UTF-16的外部实体": (
        lambda: with_part(EXTERNAL.decode().replace("UTF-8", "UTF-16").encode("utf-16")), "docx-broken", "DOCTYPE"),
    "嵌套太深": (lambda: with_part(nested(3000)), "docx-broken", "嵌套太深"),
    "压缩炸弹": (lambda: with_part(OPEN + b" " * (package.MAX_PART + 1) + CLOSE), "docx-broken", "展开后超过"),
    "几万个文件": (crowd, "docx-broken", "个文件"),
    "样式损坏": (lambda: with_part(b"\x00\x01", "word/styles.xml"), "docx-broken", "styles.xml"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_wrong_with_a_file_is_said_in_chinese(name: str) -> None:
    make, code, words = HOSTILE[name]
    with pytest.raises(PolicyError) as caught:
        inspect_docx(make(), "文件.docx")
    (finding,) = caught.value.findings
    assert code == finding.code
    assert words in finding.message
    assert "文件.docx" == finding.where.file
    assert finding.remedy


def test_a_part_that_lies_about_its_size_is_not_unpacked() -> None:
    """The directory says 10 bytes; the stream would give 40 MB."""
    data = with_part(OPEN + b" " * (package.MAX_PART + 2**20) + CLOSE)
    size = (package.MAX_PART + 2**20 + len(OPEN + CLOSE)).to_bytes(4, "little")
    assert data.count(size) >= 1
    with pytest.raises(PolicyError):
        inspect_docx(data.replace(size, (10).to_bytes(4, "little")), "文件.docx")


MISSING = [name for name in parts(SHEET) if name not in (MAIN, "[Content_Types].xml", "_rels/.rels")]


@pytest.mark.parametrize("name", [*MISSING, "[Content_Types].xml", "_rels/.rels"])
def test_a_missing_part_is_no_reason_to_stop(name: str) -> None:
    assert "文件.docx" == inspect_docx(without(name), "文件.docx").name


def test_styles_in_a_circle_and_numbering_of_nothing_are_borne() -> None:
    content = parts(SHEET)
    styles = content["word/styles.xml"].decode()
    circle = styles.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="GwBody"/>', 1)
    assert circle != styles
    body = content[MAIN].decode().replace('<w:pStyle w:val="GwBody"/>', '<w:pStyle w:val="GwBody"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="12345"/></w:numPr>')  # fmt: skip
    docx = packed({**content, "word/styles.xml": circle.encode(), MAIN: body.encode()})
    assert "文件.docx" == inspect_docx(docx, "文件.docx").name


def judged_or_refused(data: bytes) -> None:
    """The only two ends that there may be."""
    try:
        told = inspect_docx(data, "文件.docx").text()
    except PolicyError as problem:
        told = "".join(finding.message for finding in problem.findings)
    assert told


@given(st.binary(max_size=400))
def test_any_bytes_are_judged_or_refused(data: bytes) -> None:
    judged_or_refused(data)


@given(st.sampled_from(["notice", "letter", "request"]), st.floats(0, 1), st.integers(0, 255), st.floats(0, 1))
@settings(max_examples=80, deadline=None)
def test_a_damaged_package_is_judged_or_refused(name: str, where: float, byte: int, end: float) -> None:
    data = bytearray(good(name))
    data[int(where * (len(data) - 1))] = byte
    judged_or_refused(bytes(data))
    judged_or_refused(bytes(data[: int(end * len(data))]))


NAMES = ("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:pPr", "w:rPr", "w:sectPr", "w:ind", "w:spacing", "w:sz",
         "w:numPr", "w:numId", "w:ilvl", "w:jc", "w:pBdr", "w:bottom", "w:pict", "w:drawing", "w:sdt", "w:sdtContent",
         "w:fldChar", "w:instrText", "w:ins", "w:del", "w:pgSz", "w:pgMar", "w:docGrid", "w:br", "w:sym", "w:tab")  # fmt: skip
VALUES = ("", "0", "-1", "1", "5", "640", "99999999999999999999", "1.5", "16pt", "1e9", "nan", "begin", "end", "both", "center",
          "PAGE", "FF0000", "真", "bottom", "single")  # fmt: skip
ATTRIBUTES = (
    "w:val",
    "w:w",
    "w:h",
    "w:top",
    "w:left",
    "w:line",
    "w:lineRule",
    "w:firstLineChars",
    "w:fldCharType",
    "w:sz",
)
TEXTS = (
    "",
    "附件",
    "附件：1.甲",
    "抄送：甲",
    "2020年4月5日",
    "一、",
    "（一）甲。乙",
    "关于甲的通知",
    "甲〔2020〕1号",
    "签发人：甲",
    "出席：",
    "各单位：",
)


def element(depth: int) -> st.SearchStrategy[str]:
    inside = st.sampled_from(TEXTS) if depth == 0 else st.lists(element(depth - 1), max_size=4).map("".join)
    marks = st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=2)
    return st.builds(written, st.sampled_from(NAMES), marks, inside)


def written(name: str, marks: dict[str, str], content: str) -> str:
    own = "".join(f' {key}="{value}"' for key, value in marks.items())
    return f"<{name}{own}>{content}</{name}>"


@given(st.lists(element(4), max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_markup_is_judged_or_refused(blocks: list[str]) -> None:
    judged_or_refused(with_part(OPEN + "".join(blocks).encode() + CLOSE))
