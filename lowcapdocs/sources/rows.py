"""Files → nodes: CSV as Excel saves it, XLSX by calamine, YAML; bad files become findings."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from lowcapdocs.problems import Where, error, reason
from lowcapdocs.sources.nodes import Mapping, Node, Report, Scalar, Sequence, clean
from lowcapdocs.sources.oversize import TooLargeError, sheet_parts

ENDINGS = (".yaml", ".yml", ".csv", ".xlsx")
_DELIMITERS = (",", ";", "\t")


def find(folder: Path, stem: str, name: str, report: Report) -> Path | None:
    """The one file of `folder` that holds `stem` (towns.csv, towns.xlsx …); `name` in messages."""
    found = [path for ending in ENDINGS if (path := folder / (stem + ending)).is_file()]
    if len(found) > 1:
        listed = "、".join(path.name for path in found)
        report.append(error("file-twice", Where(name), f"同一份数据有多个文件：{listed}。", "只保留一个，其余移走。"))
    return found[0] if found else None


def read(path: Path, name: str, report: Report, data: bytes | None = None) -> Node | None:
    """The content of a data file; None, with a finding, if it cannot be read at all.

    A table is a sequence of mappings. `name` is what messages call the file. With `data`, a CSV is
    read as if it held that.
    """
    try:
        match path.suffix.lower():
            case ".csv":
                return _table(name, "", csv_rows(path.read_bytes() if data is None else data), report)
            case ".xlsx":
                return _xlsx(path, name, report)
            case _:
                return _yaml(path, name, report)
    except UnicodeDecodeError:
        message = "文字编码无法识别。"
        remedy = "请用 Excel 或 WPS 另存为“CSV UTF-8”，或用记事本另存为 UTF-8。"
    except OSError as problem:
        message, remedy = f"读不了文件：{reason(problem)}。", "请检查文件是否存在、是否有权限。"
    except csv.Error as problem:
        message, remedy = f"不是完整的 CSV 表格：{problem}。", "请用 Excel 或 WPS 重新另存一次。"
    report.append(error("file-unreadable", Where(name), message, remedy))
    return None


def decode(data: bytes) -> str:
    """Text as Windows programs save it: UTF-8 with or without BOM, UTF-16 with BOM, GB18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def delimiter_of(text: str) -> str:
    """What stands between the cells of a CSV, by its first line with text."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=head.count)


def csv_rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line they begin on."""
    text = decode(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def _xlsx(path: Path, name: str, report: Report) -> Node | None:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(path) as package:
            sheet_parts(package)
        book = CalamineWorkbook.from_path(path)
        sheet_name = next((each for each in book.sheet_names), "")
        sheet = book.get_sheet_by_name(sheet_name)
        rows = sheet.to_python(skip_empty_area=False) if sheet.total_height else []
    except (CalamineError, TooLargeError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError):
        message = "不是可以打开的 Excel 工作簿（损坏、加密或过大）。"
        report.append(error("file-unreadable", Where(name), message, "请用 Excel 或 WPS 打开后另存为 .xlsx。"))
        return None
    texts = ((number, [_cell_text(cell) for cell in row]) for number, row in enumerate(rows, 1))
    return _table(name, sheet_name, texts, report)


def _cell_text(cell: Any) -> str:
    """A cell as its user sees it: 3.0 is 3, a day is 2020-06-30."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)


def _table(name: str, sheet: str, rows: Iterator[tuple[int, list[str]]], report: Report) -> Sequence | None:
    headings: list[str] = []
    records: list[Node] = []
    for number, row in rows:
        texts = [clean(text) for text in row]
        if not any(texts):
            continue
        if not headings:
            headings = texts
            _check_headings(headings, Where(name, sheet, number), report)
            continue
        where = Where(name, sheet, number)
        if any(texts[len(headings) :]):
            report.append(
                error(
                    "row-too-long", where, f"这一行有{len(texts)}格，表头只有{len(headings)}格。",
                    "请检查是否多了分隔符，或含逗号的文字没有加引号。",
                )
            )  # fmt: skip
        entries: dict[str, Node] = {
            heading: Scalar(text, where.at(heading)) for heading, text in zip(headings, texts, strict=False) if heading
        }
        for heading in headings[len(texts) :]:
            entries[heading] = Scalar("", where.at(heading))
        records.append(Mapping(entries, where))
    if not headings:
        report.append(error("file-empty", Where(name, sheet), "表格是空的。", "请填写表头和数据。"))
        return None
    return Sequence(tuple(records), Where(name, sheet))


def _check_headings(headings: list[str], where: Where, report: Report) -> None:
    for index, heading in enumerate(headings):
        if heading and heading in headings[:index]:
            report.append(
                error("column-twice", where.at(heading), f"表头“{heading}”出现了两次。", "请改名或删去一列。")
            )


def _yaml(path: Path, name: str, report: Report) -> Node | None:
    text = decode(path.read_bytes())
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
            report.append(error("yaml-alias", Where(name), "不支持 YAML 的引用（*名称）。", "请把内容写全。"))
            return None
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        if getattr(problem, "context", "") == "while scanning a simple key":  # a key without its colon
            mark = getattr(problem, "context_mark", mark)
        line = mark.line + 1 if mark else None
        report.append(
            error(
                "yaml-syntax", Where(name, row=line), "不是正确的 YAML。",
                "请检查缩进是否对齐、冒号是否半角且后面有空格、含冒号的文字是否加了引号。",
            )
        )  # fmt: skip
        return None
    except RecursionError:
        report.append(error("yaml-syntax", Where(name), "YAML 嵌套过深。", "请减少层次。"))
        return None
    if root is None:
        report.append(error("file-empty", Where(name), "文件是空的。", "请填写内容。"))
        return None
    return _node(root, Where(name), report)


def _node(node: yaml.Node, where: Where, report: Report) -> Node:
    here = Where(where.file, "", node.start_mark.line + 1, where.column)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_node(item, here, report) for item in node.value), here)
    if isinstance(node, yaml.MappingNode):
        entries: dict[str, Node] = {}
        for key_node, value_node in node.value:
            label = str(key_node.value)
            place = Where(where.file, "", key_node.start_mark.line + 1, label)
            if label in entries:
                report.append(error("column-twice", place, f"“{label}”写了两次。", "请删去一处。"))
            entries[label] = _node(value_node, place, report)
        return Mapping(entries, here)
    return Scalar(clean(str(node.value)), here)
