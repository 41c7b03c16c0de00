"""The same notice in other containers: strict OOXML, templates, files with macros."""

from __future__ import annotations

from lowcapdocs.draft.parse import parse
from lowcapdocs.inspect.names import STRICT
from lowcapdocs.word.writer import Writer
from tests.inspect.edits import failed, inspected, packed, parts
from tests.inspect.test_handmade import NOTICE, TEXT, judged, notice


def test_strict_namespaces_read_like_the_usual_ones() -> None:
    content = parts(notice().bytes())
    for strict, usual in STRICT:
        content = {name: data.replace(usual, strict) for name, data in content.items()}
    judged(packed(content), NOTICE | TEXT)


def test_templates_and_files_with_macros() -> None:
    kinds = {
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    }
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    for kind in kinds:
        content = parts(notice().bytes())
        content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(usual, kind)
        judged(packed(content), NOTICE | TEXT)


def test_a_short_heading_right_above_a_table_is_a_heading() -> None:
    table = "::: 表\n| 单位 | 数 |\n| --- | --- |\n| 甲镇 | 1 |\n:::"
    text = f"---\n标题: 关于工作的通报\n---\n# 进展\n\n## 淘汰数\n\n{table}\n\n## 整治数\n\n{table}\n\n# 要求\n\n甲。\n"
    assert set() == failed(inspected(Writer().docx(parse(text, ""))))
