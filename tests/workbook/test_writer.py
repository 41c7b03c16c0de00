"""workbook.writer: numbers are numbers, totals are formulas that know their value."""

from __future__ import annotations

import io
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from lowcapdocs.draft.parse import parse
from lowcapdocs.workbook.writer import xlsx
from tests.builders import HOSTILE, REPOSITORY, draft
from tests.workspaces import HAISHU_WORD, run, sample

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TABLE = """\
::: 表 合计=全区 单位=家
| 镇街 | 数 | 吨 | 代码 |
| --- | :---: | ---: | --- |
| 甲镇 | 3 | 1.50 | 012 |
| 乙镇 | / | 0.25 | 330203 |
| 小计 | = | = | |
| 丙镇 | 4 | ×× | 1234567890123456 |
| 全区 | 7 | 1.75 | |
注一
注二
:::
"""


def book(body: str, title: str = "甲表") -> bytes:
    return xlsx(parse(draft(body, title=title)))


def rows(data: bytes, sheet: str = "表") -> list[list[Any]]:
    """What a reader sees: cached values of formulas among them."""
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet).to_python()


def cells(data: bytes, sheet: int = 1) -> dict[str, tuple[str, str, str]]:
    """Each cell of the file: its type (n, s, str), formula and value."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = ElementTree.fromstring(package.read(f"xl/worksheets/sheet{sheet}.xml"))
    return {
        cell.get("r", ""): (cell.get("t", "n"), cell.findtext(f"{SPACE}f", ""), cell.findtext(f"{SPACE}v", ""))
        for cell in root.iter(f"{SPACE}c")
    }


def test_a_table_stands_below_its_title_and_caption_with_its_notes() -> None:
    assert [
        ["甲表", "", "", ""],
        ["单位：家", "", "", ""],
        ["镇街", "数", "吨", "代码"],
        ["甲镇", 3.0, 1.5, "012"],
        ["乙镇", "/", 0.25, 330203.0],
        ["小计", 3.0, 1.75, ""],
        ["丙镇", 4.0, "××", "1234567890123456"],
        ["全区", 7.0, 1.75, ""],
        ["备注：1.注一", "", "", ""],
        ["2.注二", "", "", ""],
    ] == rows(book(TABLE))


def test_numbers_are_numbers_and_slashes_zeros_and_long_codes_are_text() -> None:
    found = cells(book(TABLE))
    assert [("n", "", "3"), ("n", "", "1.5"), ("n", "", "330203")] == [found[each] for each in ("B4", "C4", "D5")]
    assert ["s", "s", "s", "s"] == [found[each][0] for each in ("B5", "D4", "D7", "C7")]


def test_a_total_is_a_formula_with_its_value_and_leaves_other_totals_out() -> None:
    found = cells(book(TABLE))
    assert ("n", "SUM(B4:B5)", "3.0") == found["B6"]
    assert ("n", "SUM(B4:B5,B7)", "7.0") == found["B8"]
    assert ("n", "SUM(C4:C5,C7)", "1.75") == found["C8"]


def test_a_total_without_numbers_above_is_a_number_that_no_formula_turns_to_nothing() -> None:
    found = cells(book("::: 表 合计=全区\n| 镇街 | 数 |\n| --- | --- |\n| 甲 | ×× |\n| 全区 | 7 |\n:::"))
    assert ("n", "", "7") == found["B4"]


def test_the_cached_value_is_what_the_formula_computes(tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(book(TABLE))
    profile = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "表.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert ["小计,3,1.75,", "丙镇,4,××,1234567890123456", "全区,7,1.75,"] == (
        (tmp_path / "表.csv").read_text(encoding="utf-8").splitlines()[5:8]
    )


def test_header_rows_are_repeated_and_one_column_is_not_merged() -> None:
    data = book("| 大类 |\n| 头 |\n| --- |\n| 值 |")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "表!$2:$3" in package.read("xl/workbook.xml").decode()
        assert "mergeCell" not in package.read("xl/worksheets/sheet1.xml").decode()
    assert [["甲表"], ["大类"], ["头"], ["值"]] == rows(data)


def test_every_table_of_a_document_has_a_sheet_under_the_title_of_its_part() -> None:
    table = "|头|\n|-|\n|值|\n"
    data = book(
        f"{table}\n::: 印发件 乙\n{table}\n::: 附件 丙\n{table}:::\n:::\n::: 附件 丁\n{table}:::", title="关于甲的通知"
    )
    names = CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names
    assert ["表1", "表2", "表3", "表4"] == names
    assert ["关于甲的通知", "乙", "丙", "丁"] == [rows(data, name)[0][0] for name in names]


def test_a_document_without_table_has_no_workbook() -> None:
    with pytest.raises(ValueError, match="no table"):
        book("正文。")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_any_kind_is_that_very_text_and_no_formula(text: str) -> None:
    from lowcapdocs.draft.markup import escape

    data = book(f"| 头 |\n| --- |\n| 甲{escape(text)} |\n| \\={escape(text)} |")
    assert [f"甲{text}".rstrip(), f"={text}".rstrip()] == [each[0] for each in rows(data)[2:]]
    assert [] == [formula for _, formula, _ in cells(data).values() if formula]


@pytest.mark.parametrize("text", ["\\=1+1", "http://example.org", "mailto:a@example.org", "\\-5", "1e5", "١٢"])
def test_what_only_looks_like_a_formula_link_or_number_stays_text(text: str) -> None:
    data = book(f"| 头 |\n| --- |\n| 甲 |\n| {text} |")
    kind = "n" if text == "\\-5" else "s"
    assert (kind, "") == cells(data)["A4"][:2]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert [] == [name for name in package.namelist() if "rels/sheet" in name]


def test_the_same_tree_is_the_same_bytes_and_tells_no_time_and_no_author() -> None:
    first = book(TABLE)
    script = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); time.time = lambda: 9e8\n"
        "from tests.workbook.test_writer import TABLE, book; sys.stdout.buffer.write(book(TABLE))"
    )
    other = subprocess.run(
        [sys.executable, "-c", script, str(REPOSITORY)],
        capture_output=True, check=True, cwd="/", env={"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert first == book(TABLE) == other.stdout
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        core = package.read("docProps/core.xml").decode()
        assert {(1980, 1, 1, 0, 0, 0)} == {each.date_time for each in package.infolist()}
    assert ("<dc:creator></dc:creator>" in core, "1980-01-01T00:00:00Z" in core) == (True, True)


def test_the_table_of_the_sample_adds_up_by_formula(tmp_path: Path) -> None:
    run(sample(tmp_path), "word", "--only", "quota-table")
    data = (tmp_path / HAISHU_WORD / "任务分解表.xlsx").read_bytes()
    assert [["集士港镇", 3.0, 28.0], ["望春工业园区", 2.0, "/"], ["全区", 21.0, 165.0]] == [
        row for row in rows(data) if row[0] in ("集士港镇", "望春工业园区", "全区")
    ]
    assert [("n", "SUM(B3:B20)", "21.0"), ("n", "SUM(C3:C20)", "165.0")] == [
        cells(data)[each] for each in ("B21", "C21")
    ]
