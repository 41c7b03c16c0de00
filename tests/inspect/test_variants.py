"""The same notice in other containers: strict OOXML, templates, files with macros."""

from __future__ import annotations

from lowcapdocs.inspect.names import STRICT
from tests.inspect.edits import packed, parts
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
