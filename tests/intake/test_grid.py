"""grid and marks: any workbook as rows from A1; what its reader hides; hostile ones refused with a reason."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from lowcapdocs.intake.grid import cell_name, column_name, read, text_of
from lowcapdocs.intake.marks import scan
from lowcapdocs.problems import PolicyError
from tests.builders import HOSTILE
from tests.intake.books import SHEET, broken, edit_xml, table, unsolved, workbook


def refused(path: Path) -> str:
    """The message of a file that cannot be read."""
    with pytest.raises(PolicyError) as caught:
        read(path, path.name)
    (finding,) = caught.value.findings
    assert finding.remedy
    assert finding.where.file == path.name
    return f"{finding.code} {finding.message}"


def test_cells_are_named_as_spreadsheets_do() -> None:
    assert ["A", "Z", "AA", "XFD"] == [column_name(place) for place in (0, 25, 26, 16383)]
    assert "C7" == cell_name(6, 2)


def test_rows_begin_at_a1_however_far_the_table_is_off(tmp_path: Path) -> None:
    (grid,) = read(workbook(tmp_path / "a.xlsx", Sheet1={"C4": "甲"}), "a.xlsx")
    assert ("甲", "a.xlsx Sheet1!C4") == (grid.own(3, 2), str(grid.where(3, 2)))


def test_a_sheet_of_one_cell_is_not_empty(tmp_path: Path) -> None:
    assert [["甲"]] == read(workbook(tmp_path / "a.xlsx", Sheet1={"A1": "甲"}), "a.xlsx")[0].rows


def test_a_merged_cell_labels_all_that_it_covers_and_belongs_to_one(tmp_path: Path) -> None:
    (grid,) = read(workbook(tmp_path / "a.xlsx", Sheet1={"B2:C3": "甲", "D4": "乙"}), "a.xlsx")
    assert ["甲"] * 4 == [grid.label(row, column) for row in (1, 2) for column in (1, 2)]
    assert ["甲", "", "", ""] == [grid.own(row, column) for row in (1, 2) for column in (1, 2)]
    assert ((1, 1), (2, 2)) == (grid.parents[2, 2], grid.ends[1, 1])


def test_a_merge_of_the_whole_sheet_stays_within_its_cells(tmp_path: Path) -> None:
    path = edit_xml(
        workbook(tmp_path / "a.xlsx", Sheet1={"A1:B2": "甲", "C3": "乙"}),
        ('<mergeCell ref="A1:B2"', '<mergeCell ref="A1:XFD1048576"'),
    )
    assert 8 == len(read(path, "a.xlsx")[0].parents)


def test_error_values_and_formulas_without_result_are_found(tmp_path: Path) -> None:
    cells = {"A1": "=1+1", "B1": 7, "C1": "=2+2", "D1": '=""'}
    path = unsolved(broken(workbook(tmp_path / "a.xlsx", Sheet1=cells), "B1", "#REF!"), "A1")
    marks = read(path, "a.xlsx")[0].marks
    assert ({(0, 1): "#REF!"}, {(0, 0)}) == (marks.errors, marks.unsolved)


@pytest.mark.parametrize(
    ("expected", "cell"),
    [
        (True, '<c r="A1"><f>SUM(B1)</f></c>'),
        (True, '<c r="A1" s="3"><f>SUM(B1)</f><v></v></c>'),
        (True, '<c r="A1"><f>SUM(B1)</f><v/></c>'),
        (True, '<c r="A1"><f t="shared" si="0"/></c>'),
        (True, '<x:c r="A1"><x:f>B1</x:f></x:c>'),
        (True, "<c s='1' r='A1'>\n <f>B1</f>\n</c>"),
        (False, '<c r="A1"><f>SUM(B1)</f><v>3</v></c>'),
        (False, '<c r="A1"><f t="shared" si="0"/> <v>3</v></c>'),
        (False, '<c r="A1" t="str"><f>B1</f><v></v></c>'),
        (False, '<c r="A1"><v>3</v></c>'),
    ],
)
def test_a_formula_is_without_result_however_it_is_written(expected: bool, cell: str) -> None:
    assert expected is ((0, 0) in scan(f"<sheetData><row>{cell}</row></sheetData>".encode()).unsolved)


def test_hidden_rows_columns_and_sheets_are_known(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        甲={**table([(1, 2, 3, 4), (5, 6, 7, 8)]), "hide": ["B:C", "2"]},
        乙={"A1": 1, "very_hidden": True},
    )
    first, second = read(path, "a.xlsx")
    assert ({1}, {1, 2}, False, True) == (
        first.marks.hidden_rows,
        first.marks.hidden_columns,
        first.hidden,
        second.hidden,
    )


def test_a_csv_is_a_grid_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('标题\n\n镇街,备注\n集士港镇,"两\n行"\n古林镇\n'.encode("gb18030"))
    (grid,) = read(path, "a.csv")
    assert [["标题", ""], ["", ""], ["镇街", "备注"], ["集士港镇", "两\n行"], ["", ""], ["古林镇", ""]] == grid.rows
    assert "a.csv B4" == str(grid.where(3, 1))


def test_hostile_words_are_read_as_they_stand(tmp_path: Path) -> None:
    rows = [[text] for text in HOSTILE if not text.startswith("=")]
    (grid,) = read(workbook(tmp_path / "a.xlsx", Sheet1=table(rows)), "a.xlsx")
    assert [text_of(text) for (text,) in rows] == [grid.own(row, 0) for row in range(len(rows))]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_an_old_workbook_is_known_by_what_is_in_it(tmp_path: Path, ending: str) -> None:
    source = workbook(tmp_path / "a.xlsx", Sheet1={**table([("镇街", "数"), ("集士港镇", 3)]), "A4:B4": "合并"})
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    renamed = (tmp_path / f"out/a.{ending}").rename(tmp_path / "b.xlsx")
    (grid,) = read(renamed, "b.xlsx")
    assert ["镇街", "集士港镇", "合并"] == [grid.own(row, 0) for row in (0, 1, 3)]
    assert (3.0, False) == (grid.rows[1][1], grid.seen_whole)


# Hostile files


def test_files_that_are_no_workbooks_are_refused_by_what_they_are(tmp_path: Path) -> None:
    def file(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        made.writestr("word/document.xml", "<w:document/>")
    assert "file-empty 文件是空的。" == refused(file("a.xlsx", b""))
    assert "file-empty 文件是空的。" == refused(file("a.csv", b" \n"))
    assert "网页" in refused(file("a.xls", b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table></html>"))
    assert "损坏" in refused(file("b.xlsx", b"PK\x03\x04 broken"))
    assert "没有工作表" in refused(file("c.xlsx", package.getvalue()))
    assert "损坏" in refused(file("d.xlsx", b"\x00\x01\x02"))
    assert "损坏" in refused(file("e.xls", bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600))
    encrypted = bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in refused(file("f.xlsx", encrypted))
    assert "编码" in refused(file("b.csv", b"\x81\xff\xff"))
    assert "没有这个文件" in refused(tmp_path / "没有.xlsx")
    (tmp_path / "夹.xlsx").mkdir()
    assert "文件夹" in refused(tmp_path / "夹.xlsx")


def test_a_truncated_workbook_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Sheet1={"A1": "甲"})
    path.write_bytes(path.read_bytes()[:-200])
    assert "损坏" in refused(path)


def test_a_sheet_with_broken_xml_is_refused(tmp_path: Path) -> None:
    path = edit_xml(workbook(tmp_path / "a.xlsx", Sheet1={"A1": "甲"}), ("</sheetData>.*", "<unclosed"))
    assert "损坏" in refused(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", Sheet1={"A1": "甲"})
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("bomb", "w") as bomb,
    ):
        for _ in range(520):
            bomb.write(b"0" * 1024 * 1024)
    assert "太大" in refused(path)


def test_one_cell_in_the_farthest_corner_is_refused(tmp_path: Path) -> None:
    assert "太大" in refused(workbook(tmp_path / "a.xlsx", Sheet1={"A1": "甲", "XFD1048576": "乙"}))


def test_a_row_of_all_columns_that_there_are_is_read(tmp_path: Path) -> None:
    (grid,) = read(workbook(tmp_path / "a.xlsx", Sheet1={"A1": "甲", "XFD2": "乙"}), "a.xlsx")
    assert (16384, "乙") == (grid.width, grid.own(1, 16383))


def test_a_workbook_whose_parts_have_other_names_is_still_searched(tmp_path: Path) -> None:
    path = broken(
        workbook(tmp_path / "a.xlsx", Sheet1={"A1": 1}, Sheet2={"A1": 2}), "A1", "#N/A", SHEET.replace("1", "2")
    )
    first, second = read(path, "a.xlsx")
    assert ({}, {(0, 0): "#N/A"}) == (first.marks.errors, second.marks.errors)
