"""lowcapdocs inspect: files and folders in, reports and an exit code out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lowcapdocs import inspection
from lowcapdocs.cli import cli
from lowcapdocs.convert.office import Computer
from lowcapdocs.gongwen import standard as s
from lowcapdocs.pdf import this_computer
from lowcapdocs.word.writer import Writer
from lowcapdocs.workspace import Workspace
from tests import workspaces
from tests.builders import REPOSITORY
from tests.inspect.edits import edited, retype
from tests.inspect.good import NOTICE, good
from tests.workspaces import small

BARE = Computer({}, "win32", Path("/nowhere"))
"""A computer without LibreOffice."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as it lies in an office: good and bad files, a lock file, others' files, a folder within."""
    (tmp_path / "甲.docx").write_bytes(good("notice"))
    (tmp_path / "~$甲.docx").write_bytes(b"lock")
    (tmp_path / "说明.txt").write_text("不是公文", encoding="utf-8")
    inner = tmp_path / "下级" / "2020"
    inner.mkdir(parents=True)
    (inner / "乙.DOCX").write_bytes(edited(good("notice"), retype("〔2020〕1号", "〔2020〕01号")))
    (inner / "丙.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["inspect", "--no-render", *words])


def test_a_good_file_exits_with_0(folder: Path) -> None:
    found = run(str(folder / "甲.docx"))
    assert 0 == found.exit_code
    assert "不符0条" in found.output


def test_a_bad_file_exits_with_1_and_is_told_in_chinese(folder: Path) -> None:
    found = run(str(folder / "下级"))
    assert 1 == found.exit_code
    assert "不符　 H5" in found.output
    assert "旧的 .doc 格式" in found.output


def test_folders_are_searched_and_lock_files_passed_over(folder: Path) -> None:
    told = json.loads(run("--json", str(folder)).output)
    assert ["丙.doc", "乙.DOCX", "甲.docx"] == sorted(Path(each["file"]).name for each in told)
    by_name = {Path(each["file"]).name: each for each in told}
    assert ["docx-old"] == [each["code"] for each in by_name["丙.doc"]["findings"]]
    assert 0 == by_name["甲.docx"]["failed"]
    assert "findings" not in by_name["甲.docx"]


def test_a_file_named_twice_is_judged_once(folder: Path) -> None:
    told = json.loads(run("--json", str(folder / "甲.docx"), str(folder / "下级/../甲.docx")).output)
    assert 1 == len(told)


def test_a_folder_of_nothing_is_told(tmp_path: Path) -> None:
    found = run(str(tmp_path))
    assert 1 == found.exit_code
    assert "没有 Word 或 PDF 文件" in found.output


def test_wrong_usage_exits_with_2(tmp_path: Path) -> None:
    assert 2 == run().exit_code
    assert 2 == run("--profile", "C", str(tmp_path)).exit_code


def test_a_file_that_is_not_there_is_told_and_the_others_are_judged(folder: Path) -> None:
    missing = folder / "没有.docx"
    found = run(str(missing), str(folder / "甲.docx"))
    assert 1 == found.exit_code
    assert f"错误[inspect-missing] {missing}：没有这个文件。" in found.output
    assert "不符0条" in found.output


def test_a_profile_can_be_demanded(tmp_path: Path) -> None:
    (tmp_path / "乙.docx").write_bytes(Writer(s.PROFILE_B).docx(NOTICE))
    assert 0 == run(str(tmp_path)).exit_code
    assert 0 == run("--profile", "B", str(tmp_path)).exit_code
    assert 1 == run("--profile", "A", str(tmp_path)).exit_code


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    (folder / "甲.docx").chmod(0)
    found = run(str(folder / "甲.docx"))
    assert 1 == found.exit_code
    assert "没有权限" in found.output


def test_without_libreoffice_the_file_alone_is_judged_and_that_is_told(folder: Path) -> None:
    (found,) = inspection.inspect(Workspace(folder), [folder / "甲.docx"], BARE)
    assert not found.failed
    assert ["inspect-unpaged"] == [each.code for each in found.findings]
    assert "没有找到" in found.findings[0].message


def test_the_pages_of_word_files_and_pdfs_are_judged_too(folder: Path) -> None:
    """K4 is seen on pages alone."""
    space = Workspace(REPOSITORY)
    changed = folder / "丁.docx"
    changed.write_bytes(edited(good("notice"), _tracked))
    first, second, open_changes = inspection.inspect(
        space, [folder / "甲.docx", folder / "下级/2020/乙.DOCX", changed], this_computer()
    )
    for each in (first, second):
        assert each.report is not None
        assert [] == each.findings
        assert "passed" == {line.clause.id: line.outcome for line in each.report.lines()}["K4"]
    assert second.failed
    assert not first.failed, first.report.text() if first.report else ""
    assert open_changes.report is not None
    assert "not_applicable" == {line.clause.id: line.outcome for line in open_changes.report.lines()}["K4"]


def test_pages_are_set_in_the_faces_of_the_workspace(folder: Path) -> None:
    """A face of its own that this computer lacks cannot be stood in for: then no page is blamed."""
    (folder / "build").mkdir()
    (folder / "build/fonts").symlink_to(REPOSITORY / "build/fonts")
    (folder / "policy_data").mkdir()
    (folder / "policy_data/workspace.yaml").write_text("faces: {title: 某局标题体}\n", encoding="utf-8")
    (found,) = inspection.inspect(Workspace(folder), [folder / "甲.docx"], this_computer())
    assert ["inspect-unpaged"] == [each.code for each in found.findings]
    assert "没有“某局标题体”" in found.findings[0].message
    (folder / "policy_data/workspace.yaml").unlink()
    (found,) = inspection.inspect(Workspace(folder), [folder / "甲.docx"], this_computer())
    assert [] == found.findings


def _tracked(root: object) -> None:
    from tests.inspect.edits import paragraph, xml

    paragraph(root, "为做好2020年度").append(xml('<w:ins w:id="1"><w:r><w:t>补充。</w:t></w:r></w:ins>'))


def test_all_inspects_one_document_of_each_kind(tmp_path: Path) -> None:
    """The notices of a series are made alike, so what is wrong with them is told once."""
    small(tmp_path)
    assert [] == workspaces.run(tmp_path, "all").codes()
    template = tmp_path / "templates/notice.md.j2"
    template.write_text(
        template.read_text(encoding="utf-8").replace("现将任务", "完成25-30家，现将任务"), encoding="utf-8"
    )
    done = workspaces.run(tmp_path, "all")
    assert 0 == done.code
    assert 1 == done.codes().count("standard-failed")
    assert "test/通知/01-东镇.docx：数值和时间的起止" in done.err
