"""Workbooks saved by LibreOffice, as .xlsx, .xls and .ods, are read as if nothing had happened."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from lowcapdocs.returns.layout import AMOUNTS_SHEET
from tests.returns.rounds import fill, new_round

OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_workbook_that_libreoffice_saved_is_merged_like_the_one_that_was_sent(tmp_path: Path, ending: str) -> None:
    sent = new_round(tmp_path)
    pen = fill(sent.pen("集士港镇"))
    pen.firm("sample-03", state="拆除", dismantled_on=date(2020, 10, 20))
    expected = sent.told()["changes"]
    saved = save_as(pen.path, ending, tmp_path)
    pen.path.unlink()
    saved.rename(sent.back / saved.name)
    changes = sent.told()["changes"]
    assert [{**each, "from": ""} for each in expected] == [{**each, "from": ""} for each in changes]
    assert 2 == len(changes)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_the_checks_of_the_sheet_say_what_we_say_of_it(tmp_path: Path) -> None:
    """LibreOffice reckons the formulas of 核对 and 本期完成 anew."""
    sent = new_round(tmp_path)
    told = {
        "集士港镇": ({}, "符合", "1"),
        "古林镇": ({"accepted": 4}, "累计验收大于累计完成", "1"),
        "高桥镇": ({"merged": 2}, "其中之和大于累计完成", "3"),
        "洞桥镇": ({"done": 9, "closed": 9, "merged": 0}, "超过任务数，请核对", "8"),
        "龙观乡": ({"done": 0, "closed": 0, "merged": 0, "accepted": 0}, "少于上期，请核对", "-1"),
    }
    for town, (values, said, grown) in told.items():
        saved = save_as(fill(sent.pen(town), **values).forget(AMOUNTS_SHEET).path, "csv", tmp_path)
        rows = list(csv.reader(io.StringIO(saved.read_text("utf-8"))))
        assert (said, grown, "未填报") == (rows[6][13], rows[6][12], rows[7][13]), town


def save_as(path: Path, ending: str, root: Path) -> Path:
    """The workbook as LibreOffice saves it."""
    folder = root / "saved"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1" if ending == "csv" else ending
    profile = f"-env:UserInstallation={(root / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{ending}"
