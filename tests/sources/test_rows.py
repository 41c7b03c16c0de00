"""rows: CSV as Excel saves it, XLSX and YAML, each value with its place."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from lowcapdocs.problems import Where
from lowcapdocs.sources.nodes import Mapping, Node, Report, Scalar, Sequence
from lowcapdocs.sources.rows import decode, find, read
from tests.builders import HOSTILE, told

ROWS = [["编号", "名称", "备注"], ["a", "集士港镇", "有,和;"], ["b", "石碶街道", ""]]
CSV = '编号,名称,备注\r\na,集士港镇,"有,和;"\r\nb,石碶街道,\r\n'
RECORDS = [{"编号": "a", "名称": "集士港镇", "备注": "有,和;"}, {"编号": "b", "名称": "石碶街道", "备注": ""}]


def read_file(folder: Path, name: str, data: str | bytes) -> tuple[Node | None, list[str]]:
    """The node of a file with this content, and what is told about it."""
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    report = Report()
    return read(folder / name, name, report), told(report)


def write_xlsx(path: Path, rows: list[list[object]], sheet: str = "数据") -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return path


def plain(node: Node | None) -> object:
    """A node as plain lists, dicts and texts."""
    match node:
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {name: plain(value) for name, value in node.entries.items()}
        case Scalar():
            return node.text
    return None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le-bom", "utf-16-be-bom"])
def test_a_csv_reads_in_every_encoding_of_excel(tmp_path: Path, encoding: str) -> None:
    marks = {"utf-16-le-bom": b"\xff\xfe", "utf-16-be-bom": b"\xfe\xff"}
    data = marks.get(encoding, b"") + CSV.encode(encoding.removesuffix("-bom"))
    found, findings = read_file(tmp_path, "towns.csv", data)
    assert (RECORDS, []) == (plain(found), findings)


def test_a_rare_character_reads_in_gb18030() -> None:
    assert "石碶、𬒈" == decode("石碶、𬒈".encode("gb18030"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_taken_from_the_headings(tmp_path: Path, delimiter: str) -> None:
    found, findings = read_file(tmp_path, "a.csv", f"\n编号{delimiter}名称\na{delimiter}“甲”\n")
    assert ([{"编号": "a", "名称": "“甲”"}], []) == (plain(found), findings)


def test_a_quoted_line_break_is_closed_up_and_later_rows_keep_their_line(tmp_path: Path) -> None:
    found, _ = read_file(tmp_path, "a.csv", '编号,名称\na,"集士\n港镇"\n\nb,"说""是"""\n')
    assert [{"编号": "a", "名称": "集士港镇"}, {"编号": "b", "名称": '说"是"'}] == plain(found)
    assert isinstance(found, Sequence)
    assert [Where("a.csv", row=2), Where("a.csv", row=5)] == [item.where for item in found.items]


def test_a_value_knows_its_file_row_and_column(tmp_path: Path) -> None:
    found, _ = read_file(tmp_path, "towns.csv", CSV)
    assert isinstance(found, Sequence)
    row = found.items[1]
    assert isinstance(row, Mapping)
    assert Where("towns.csv", "", 3, "名称") == row.entries["名称"].where


def test_a_short_row_is_blank_at_its_end(tmp_path: Path) -> None:
    found, findings = read_file(tmp_path, "a.csv", "编号,名称,备注\na\n")
    assert ([{"编号": "a", "名称": "", "备注": ""}], []) == (plain(found), findings)


def test_a_column_without_heading_is_a_remark_of_nobody(tmp_path: Path) -> None:
    found, findings = read_file(tmp_path, "a.csv", "编号,,名称\na,x,甲\n")
    assert ([{"编号": "a", "名称": "甲"}], []) == (plain(found), findings)


@pytest.mark.parametrize(
    ("expected", "name", "data"),
    [
        (["row-too-long a.csv 第3行"], "a.csv", "编号,名称\na,甲\nb,乙,丙\n"),
        (["column-twice a.csv 第1行 “名称”"], "a.csv", "名称,编号,名称\na,b,c\n"),
        (["file-empty a.csv"], "a.csv", "\n ,\n"),
        (["file-unreadable a.csv"], "a.csv", b"\xff\xfe\x00"),
        (["file-unreadable a.csv"], "a.csv", b"\x81\xff\xff"),
        (["file-unreadable a.csv"], "a.csv", '编号\n"a"b\n'),
        (["file-unreadable a.csv"], "a.csv", '编号\n"没有完\n'),
        (["file-unreadable a.xlsx"], "a.xlsx", b"not a workbook"),
        (["file-empty a.yaml"], "a.yaml", "# 只有说明\n"),
        (["file-unreadable a.yaml"], "a.yaml", b"\x81\xff\xff"),
        (["yaml-syntax a.yaml 第2行"], "a.yaml", "a: 1\nb: c: d\n"),
        (["yaml-syntax a.yaml 第2行"], "a.yaml", "a: 1\n--- \nb: 2\n"),
        (["yaml-syntax a.yaml"], "a.yaml", "a: \x07\n"),
        (["yaml-syntax a.yaml"], "a.yaml", "[" * 900 + "]" * 900),
        (["yaml-alias a.yaml"], "a.yaml", "a: &x 1\nb: *x\n"),
        (["column-twice a.yaml 第3行 “a”"], "a.yaml", "a: 1\nb: 2\na: 3\n"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, expected: list[str], name: str, data: str | bytes
) -> None:
    assert expected == read_file(tmp_path, name, data)[1]


def test_a_bomb_of_yaml_aliases_is_refused_before_it_grows(tmp_path: Path) -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    found, findings = read_file(tmp_path, "a.yaml", "\n".join(["l0: &l0 [lol]", *levels]))
    assert (None, ["yaml-alias a.yaml"]) == (found, findings)


def test_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    report = Report()
    assert None is read(tmp_path / "a.csv", "a.csv", report)
    assert ["file-unreadable a.csv"] == told(report)


def test_a_workbook_that_would_unpack_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["编号"], ["a"]])
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open("bomb", "w") as bomb,
    ):
        for _ in range(520):
            bomb.write(b"0" * 1024 * 1024)
    report = Report()
    assert None is read(path, "a.xlsx", report)
    assert ["file-unreadable a.xlsx"] == told(report)


def test_yaml_stays_text_and_knows_its_lines(tmp_path: Path) -> None:
    found, findings = read_file(tmp_path, "a.yaml", "a: 012\nb: [no, 12:30]\nc:\n  d: ~\n  e:\n")
    assert ({"a": "012", "b": ["no", "12:30"], "c": {"d": "~", "e": ""}}, []) == (plain(found), findings)
    assert isinstance(found, Mapping)
    inner = found.entries["c"]
    assert isinstance(inner, Mapping)
    assert (Where("a.yaml", "", 1, "a"), Where("a.yaml", "", 5, "e")) == (
        found.entries["a"].where,
        inner.entries["e"].where,
    )


def test_yaml_tags_run_nothing(tmp_path: Path) -> None:
    found, findings = read_file(tmp_path, "a.yaml", "a: !!python/object/apply:os.getcwd []\n")
    assert ({"a": []}, []) == (plain(found), findings)


def test_a_workbook_reads_as_its_user_sees_it(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "a.xlsx",
        [[], ["编号", "数量", "日期", "对否"], [], ["a", 3.0, date(2020, 6, 30), True], ["b", 2.5, None, "集士\n港镇"]],
    )
    report = Report()
    found = read(path, "a.xlsx", report)
    assert [
        {"编号": "a", "数量": "3", "日期": "2020-06-30", "对否": "True"},
        {"编号": "b", "数量": "2.5", "日期": "", "对否": "集士港镇"},
    ] == plain(found)
    assert isinstance(found, Sequence)
    row = found.items[1]
    assert isinstance(row, Mapping)
    assert Where("a.xlsx", "数据", 5, "数量") == row.entries["数量"].where
    assert [] == report


def test_an_empty_workbook_names_its_sheet(tmp_path: Path) -> None:
    report = Report()
    assert None is read(write_xlsx(tmp_path / "a.xlsx", []), "a.xlsx", report)
    assert ["file-empty a.xlsx 工作表“数据”"] == told(report)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "yaml"])
def test_hostile_texts_are_read_as_they_stand(tmp_path: Path, ending: str) -> None:
    texts = [text.strip() for text in HOSTILE]
    path = tmp_path / f"a.{ending}"
    match ending:
        case "csv":
            quoted = ('"' + text.replace('"', '""') + '"' for text in texts)
            path.write_text("\n".join(["编号,名称", *(f"a,{text}" for text in quoted)]), encoding="utf-8")
        case "xlsx":
            with xlsxwriter.Workbook(path) as book:
                page = book.add_worksheet()
                for number, text in enumerate(["名称", *texts]):
                    page.write_string(number, 0, text)
        case _:
            quoted = ("'" + text.replace("'", "''") + "'" for text in texts)
            path.write_text("\n".join(f"- 名称: {text}" for text in quoted), encoding="utf-8")
    found = plain(read(path, path.name, Report()))
    assert isinstance(found, list)
    assert texts == [record["名称"] for record in found]


def test_one_file_is_found_for_its_stem_whatever_its_ending(tmp_path: Path) -> None:
    report = Report()
    assert None is find(tmp_path, "towns", "甲", report)
    (tmp_path / "towns.xlsx").touch()
    assert tmp_path / "towns.xlsx" == find(tmp_path, "towns", "甲", report)
    assert [] == report


def test_two_files_for_one_stem_are_told(tmp_path: Path) -> None:
    report = Report()
    for ending in ("csv", "yml"):
        (tmp_path / f"towns.{ending}").touch()
    find(tmp_path, "towns", "甲", report)
    assert (["file-twice 甲"], "同一份数据有多个文件：towns.yml、towns.csv。") == (told(report), report[0].message)
