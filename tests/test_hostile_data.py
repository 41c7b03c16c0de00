"""Hostile data: whatever it is, a finding or a document, never a traceback."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.workspaces import DATA, SMALL, edited, findings, run, small, word_text, write

NASTY = (
    '甲/乙\\丙:丁*戊?己"庚<辛>壬|癸',
    "名" * 300,
    "COM1",
    "{{ x }}",
    "[28](quota/a/b)",
    "# 题",
    "甲|乙",
    "**粗",
    "a\\",
)


@pytest.mark.parametrize("name", NASTY)
def test_a_town_of_any_name_is_printed_or_told(tmp_path: Path, name: str) -> None:
    small(tmp_path)
    for file, row in (("towns.csv", ["2", "xi", name, "街道", "", "", ""]), ("quotas.csv", [name, "/"])):
        lines = list(csv.reader(SMALL[f"{DATA}/{file}"].splitlines()))
        changed = [row if "西街道" in line else line for line in lines]
        with (tmp_path / DATA / file).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(changed)
    ran = run(tmp_path, "all")
    if ran.code:
        assert {"file-name"} == set(ran.codes()) - {"title-long"}
        return
    texts = [word_text(path) for path in (tmp_path / "build/word/test/通知").rglob("*.docx")]
    assert 1 == sum(name in text.replace("\n", "") for text in texts)


def test_a_name_of_forty_thousand_characters_is_not_printed_whole(tmp_path: Path) -> None:
    name = "名" * 40_000
    small(tmp_path, {**edited("towns.csv", ("西街道", name)), **edited("quotas.csv", ("西街道,/", f"{name},"))})
    for command in (["check"], ["check", "--json"]):
        told = run(tmp_path, *command).out
        assert ("quota-blank" in told, "title-long" in told, "名" * 250 in told) == (True, True, False)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b[31m", "\u202e", "\ud800", "\ufffe"])
def test_control_characters_are_told(tmp_path: Path, character: str) -> None:
    text = SMALL[f"{DATA}/towns.csv"].replace("西街道,街道", f"西{character}街道,街道")
    small(tmp_path, {f"{DATA}/towns.csv": text.encode(errors="surrogatepass")})
    ran = run(tmp_path, "check")
    assert (1, True) == (ran.code, len(ran.codes()) > 0)


DATA_FILES = ("campaign.yaml", "departments.csv", "towns.csv", "quotas.csv", "tasks.yaml", "documents.yaml")
RUBBISH: dict[str, bytes] = {
    "nothing": b"",
    "blanks": b" \n\t\n",
    "zeros": b"\x00" * 100,
    "no text": b"\xff\xfe\xff\x00\xd8",
    "half a character": "甲".encode()[:2],
    "bad YAML": b"a: [1,\nb: }",
    "tabs": b"a:\n\t- b",
    "one word": "甲".encode(),
    "a number": b"12",
    "a list of lists": b"[[1], [2]]",
    "a deep list": b"[" * 600,
    "a mapping of mappings": b"{a: {b: {c: 1}}}",
    "an alias": b"&a [*a]",
    "a tag": b"!!python/object/apply:os.system ['echo']",
    "an open quote": '编号,"简称\n甲'.encode(),
    "commas": b",,,\n,,,\n",
    "two documents": b"a: 1\n---\nb: 2\n",
    "a workbook": b"PK\x03\x04rubbish",
}


@pytest.mark.parametrize("file", DATA_FILES)
def test_a_file_of_rubbish_is_told(tmp_path: Path, file: str) -> None:
    for content in RUBBISH.values():
        small(tmp_path, {f"{DATA}/{file}": content})
        ran = run(tmp_path, "draft")
        assert (1, True) == (ran.code, DATA in ran.err)
        assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("file", [file for file in DATA_FILES if file != "tasks.yaml"])
def test_a_file_that_is_missing_or_a_folder_is_told(tmp_path: Path, file: str) -> None:
    write(small(tmp_path), {f"{DATA}/{file}": None})
    for _ in range(2):
        ran = run(tmp_path, "check")
        assert (1, True) == (ran.code, len(ran.codes()) > 0)
        (tmp_path / DATA / file).mkdir(exist_ok=True)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0" * 100])
def test_a_broken_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    write(small(tmp_path), {f"{DATA}/towns.csv": None, f"{DATA}/towns.xlsx": content})
    assert f"file-unreadable {DATA}/towns.xlsx" == findings(tmp_path)[0]


NUMBERS = ("9" * 400, "1e5", "NaN", "Infinity", "1,2", "八", "0x8", "8家", "1.5.2", "9" * 16)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("place", ["quotas.csv 东镇,8", "campaign.yaml amount: 8", "tasks.yaml amount: 13"])
def test_a_number_that_is_none_is_told(tmp_path: Path, place: str, number: str) -> None:
    file, _, old = place.partition(" ")
    quoted = f'"{number}"'
    ran = run(small(tmp_path, edited(file, (old, old.rstrip("0123456789") + quoted))), "check")
    assert (1, True) == (ran.code, len(ran.codes()) > 0)


def test_more_decimals_than_make_sense_are_told(tmp_path: Path) -> None:
    small(tmp_path, edited("campaign.yaml", ("unit: 家,", "unit: 家, decimals: 100,")))
    assert f"value-number {DATA}/campaign.yaml 第9行 “decimals”" in findings(tmp_path)


@pytest.mark.parametrize("year", ["²⁰²⁰", "20", "99999", "二〇二〇", "-1"])
def test_a_year_that_is_none_is_told(tmp_path: Path, year: str) -> None:
    small(tmp_path, edited("campaign.yaml", ("year: 2020", f"year: {year}")))
    assert f"value-number {DATA}/campaign.yaml 第4行 “year”" in findings(tmp_path)


def test_a_large_file_is_read(tmp_path: Path) -> None:
    row = f"某镇,1,{'备注' * 15_000}\n"
    small(tmp_path, {f"{DATA}/quotas.csv": "镇街,整治提升数,备注\n" + row * 60})
    assert 5_000_000 < (tmp_path / DATA / "quotas.csv").stat().st_size
    assert ["name-unknown"] * 60 == [each for each in run(tmp_path, "check").codes() if each == "name-unknown"]
