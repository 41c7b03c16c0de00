"""What files are called: no name leads out of the folder, and one that no system takes is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspaces import DATA, SMALL, edited, findings, manifest, run, small, tree_of

NAMES = {
    "../../外面": "外面",
    "../../../../../../tmp/x": "tmp/x",
    "/etc/公文": "etc/公文",
    "a//b": "a/b",
    "夹\\名": "夹_名",
    'a:b*c?d"e<f>g|h': "a_b_c_d_e_f_g_h",
    " 前后 . ": "前后",
    "通知.docx": "通知.docx",
    "~$x": "~$x",
    "manifest": "manifest",
}


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_file_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    small(tmp_path / "内", edited("documents.yaml", ("file: 任务表", f"file: {quoted}")))
    before = {path for path in tree_of(tmp_path) if not path.startswith("内/build/")}
    for command in ("draft", "word"):
        assert 0 == run(tmp_path / "内", command).code
    assert before == {path for path in tree_of(tmp_path) if not path.startswith("内/build/")}
    out = tmp_path / "内/build/word/test"
    assert {f"{NAMES[name]}.docx", f"{NAMES[name]}.xlsx"} < set(tree_of(out))
    assert set(manifest(out)) | {"manifest.json"} == set(tree_of(out))


@pytest.mark.parametrize("name", ["..", "/", ".", "CON", "nul", "com1.表", "夹/LPT9", "长" * 300, "夹/" + "长" * 80])
def test_a_name_that_no_system_takes_is_told(tmp_path: Path, name: str) -> None:
    small(tmp_path, edited("documents.yaml", ("file: 任务表", f"file: '{name}'")))
    assert [f"file-name {DATA}/documents.yaml 第12行 “file”"] == findings(tmp_path)
    assert 1 == run(tmp_path, "all").code


def test_two_documents_whose_names_differ_in_case_only_are_told(tmp_path: Path) -> None:
    more = "- id: two\n  file: list\n  template: table.md.j2\n  disclosure: 主动公开\n"
    documents = SMALL[f"{DATA}/documents.yaml"].replace("任务表", "List") + more
    assert [f"file-twice {DATA}/documents.yaml 第16行"] == findings(
        small(tmp_path, {f"{DATA}/documents.yaml": documents})
    )
