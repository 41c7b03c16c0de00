from __future__ import annotations

import csv
import io
import os
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from lowcapdocs.convert.process import Programs
from lowcapdocs.web.tables.csv_text import cell, csv_bytes
from lowcapdocs.web.tables.table import Field, Kind, Table, Value
from tests.builders import HOSTILE

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1+2",
    "-2+3",
    "@SUM(A1)",
    " =1+1",
    "\t=1",
    "\r=1",
    "＝1+1",
    "－1＋2",
    "＠a",
    "=cmd|' /C calc'!A0",
)
CODES = (
    "330203001000",
    "007",
    "2020-06",
    "1E5",
    "1e10",
    "3-1",
    "12:30",
    "91330203000000000",
    "TRUE",
    "1.2.3",
    "May-20",
)


def table(*rows: tuple[Value, ...], fields: tuple[str, ...] = ("a",)) -> Table:
    listed = tuple(Field(name, name) for name in fields)
    kind = Kind(name="t", title="表", about="", source="", fields=listed, key=())

    def made() -> Iterator[tuple[Value, ...]]:
        yield from rows

    return Table(kind, listed, made)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_file_begins_with_a_bom_and_its_lines_end_as_windows_has_them() -> None:
    assert "\ufeffa,b\r\n集士港镇,1\r\n".encode() == csv_bytes(table(("集士港镇", 1), fields=("a", "b")))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_like_a_formula_is_told_to_be_a_text(text: str) -> None:
    assert "'" == cell(text)[0]


@pytest.mark.parametrize("text", CODES)
def test_digits_that_would_change_are_kept_as_text(text: str) -> None:
    assert f'="{text}"' == cell(text)


@pytest.mark.parametrize(
    "text", ["-5", "12", "0", "0.5", "-0.25", "集士港镇", "a=b", "5-10家", "2020年", "10%", "/", ""]
)
def test_other_texts_are_written_as_they_are(text: str) -> None:
    assert text == cell(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "是"),
        (False, "否"),
        (Decimal("-3.50"), "-3.5"),
        (Decimal("1E+3"), "1000"),
        (7, "7"),
        (date(2020, 6, 1), "2020-06-01"),
        (datetime(2020, 6, 1, 9, 5), "2020-06-01 09:05"),
        (datetime(2020, 6, 1), "2020-06-01"),
        (("甲", "乙"), "甲；乙"),
        (("=甲", "乙"), "'=甲；乙"),
        ((), ""),
    ],
)
def test_each_kind_of_value_has_its_form(value: Value, expected: str) -> None:
    assert expected == cell(value)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_in_their_cell(text: str) -> None:
    rows = read(csv_bytes(table((f"甲{text}", "乙"), fields=("a", "b"))))
    assert [["a", "b"], [f"甲{text}", "乙"]] == rows


def test_pandas_reads_numbers_as_numbers_and_texts_as_they_are() -> None:
    frame = pd.read_csv(
        io.BytesIO(csv_bytes(table(("集士港镇,“甲”", Decimal("-3.5")), ('乙"', None), fields=("a", "b"))))
    )
    assert ["集士港镇,“甲”", '乙"'] == list(frame["a"])
    assert "float64" == str(frame["b"].dtype)
    assert [-3.5] == list(frame["b"].dropna())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
def test_a_spreadsheet_opens_it_without_running_anything(tmp_path: Path) -> None:
    texts = [*FORMULAS, *CODES, *HOSTILE]
    (tmp_path / "t.csv").write_bytes(csv_bytes(table(*((text, Decimal("-3.5")) for text in texts), fields=("a", "b"))))
    ran = Programs().run(
        [
            "soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
            "--infilter=CSV:44,34,76,1", "--convert-to", "xlsx", "--outdir", str(tmp_path), str(tmp_path / "t.csv"),
        ],
        os.environ,
        300.0,
    )  # fmt: skip
    assert 0 == ran.code, ran.said
    rows = CalamineWorkbook.from_path(tmp_path / "t.xlsx").get_sheet_by_index(0).to_python()[1:]
    shown = [str(row[0]).strip().lstrip("'").strip() for row in rows]
    assert [text.strip().replace("\t", "").replace("\r", "") for text in texts] == [
        each.replace("\t", "") for each in shown
    ]
    assert {-3.5} == {row[1] for row in rows}
    sheet = zipfile.ZipFile(tmp_path / "t.xlsx").read("xl/worksheets/sheet1.xml").decode()
    formulas = sheet.split('<f aca="false">')[1:]
    assert len(CODES) == len(formulas)  # ="…" of codes, and nothing else
    assert all(each.startswith("&quot;") for each in formulas)
