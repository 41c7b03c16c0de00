"""word 草稿.md -o 文件.docx, and pdf 草稿.md: what a check calls an error keeps the file from being written."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.builders import draft
from tests.workspaces import run, tree_of, word_text, write

BAD = {  # each passes the parser, and a check of the tree finds the error
    "a title that ends in a mark": ("title-form", draft("正文。", title="关于甲的通知。")),
    "a number in square brackets": ("number-form", draft("正文。", 发文机关标志="甲局文件", 发文字号="甲发[2020]1号")),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("there", [{}, {"稿.docx": "上次的"}], ids=["anew", "over another"])
def test_a_draft_with_an_error_from_the_checks_writes_nothing(
    name: str, there: dict[str, str | bytes | None], tmp_path: Path
) -> None:
    code, text = BAD[name]
    before = tree_of(write(tmp_path, {"稿.md": text, **there}))
    ran = run(tmp_path, "word", str(tmp_path / "稿.md"), "-o", str(tmp_path / "稿.docx"))
    assert (1, [code]) == (ran.code, ran.codes())
    assert before == tree_of(tmp_path)


def test_nor_is_there_a_pdf_of_it(tmp_path: Path) -> None:
    code, text = BAD["a title that ends in a mark"]
    before = tree_of(write(tmp_path, {"稿.md": text}))
    ran = run(tmp_path, "pdf", str(tmp_path / "稿.md"))
    assert (1, [code]) == (ran.code, ran.codes())
    assert before == tree_of(tmp_path)


def test_put_right_it_is_written(tmp_path: Path) -> None:
    write(tmp_path, {"稿.md": draft("正文。")})
    ran = run(tmp_path, "word", str(tmp_path / "稿.md"), "-o", str(tmp_path / "稿.docx"))
    assert (0, []) == (ran.code, ran.codes())
    assert "关于甲的通知" in word_text(tmp_path / "稿.docx")


def test_what_a_library_changed_in_the_file_is_kept_beside(tmp_path: Path) -> None:
    write(tmp_path, {"稿.md": draft("正文。")})
    asked = ("word", str(tmp_path / "稿.md"), "-o", str(tmp_path / "稿.docx"))
    assert 0 == run(tmp_path, *asked).code
    document = docx.Document(str(tmp_path / "稿.docx"))
    document.add_paragraph("手加的一段。")
    document.save(str(tmp_path / "稿.docx"))
    assert 0 == run(tmp_path, *asked).code
    assert "手加的一段。" not in word_text(tmp_path / "稿.docx")
    [kept] = [path for path in tmp_path.glob("*.docx") if path.name != "稿.docx"]
    assert "手加的一段。" in word_text(kept)
