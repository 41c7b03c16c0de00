"""What a sheet's XML says and its reader does not: error values, formulas without a result, what is hidden."""

from __future__ import annotations

import html
import re
import zipfile
from dataclasses import dataclass, field
from typing import TypeAlias

Place: TypeAlias = tuple[int, int]
"""Row and column, both from 0."""

_P = rb"(?:[A-Za-z_][\w.-]*:)?"  # a prefix of the namespace
_ERROR = re.compile(
    rb"<" + _P + rb"c\b([^>]*\bt=[\"']e[\"'][^>]*)>(?:(?!</" + _P + rb"c>).)*?<" + _P + rb"v>([^<]*)<", re.S
)
_FORMULA = re.compile(
    rb"<" + _P + rb"c\b([^>]*)>\s*<" + _P + rb"f\b(?:[^>]*/>|[^>]*>[^<]*</" + _P + rb"f>)(?!\s*<" + _P + rb"v>[^<])"
)
_ADDRESS = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_TEXT_RESULT = re.compile(rb"\bt=[\"']str[\"']")
_HIDDEN_ROW = re.compile(rb"<" + _P + rb"row\b(?=[^>]*\bhidden=[\"'](?:1|true)[\"'])[^>]*\br=[\"'](\d{1,7})[\"']")
_COLUMNS = re.compile(rb"<" + _P + rb"col\b([^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*)>")
_FROM_TO = re.compile(rb"\b(min|max)=[\"'](\d{1,5})[\"']")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_MOST_COLUMNS = 16_384


@dataclass(slots=True)
class Marks:
    """Error values by place (#REF!), formulas without a result, and hidden rows and columns (from 0)."""

    errors: dict[Place, str] = field(default_factory=dict)
    unsolved: set[Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def scan(sheet: bytes) -> Marks:
    """The marks of one sheet of an .xlsx."""
    marks = Marks()
    if b't="e"' in sheet or b"t='e'" in sheet:
        for attributes, value in _ERROR.findall(sheet):
            if place := _place(attributes):
                marks.errors[place] = value.decode("utf-8", "replace")
    if b"<f" in sheet or b":f" in sheet:
        for attributes in _FORMULA.findall(sheet):
            place = _place(attributes)
            if place and place not in marks.errors and not _TEXT_RESULT.search(attributes):
                marks.unsolved.add(place)
    if b"hidden" in sheet:
        marks.hidden_rows = {int(row) - 1 for row in _HIDDEN_ROW.findall(sheet)}
        for attributes in _COLUMNS.findall(sheet):
            ends = {name: int(number) for name, number in _FROM_TO.findall(attributes)}
            first, last = ends.get(b"min", 1), min(ends.get(b"max", 1), _MOST_COLUMNS)
            marks.hidden_columns |= set(range(first - 1, last))
    return marks


def _place(attributes: bytes) -> Place | None:
    found = _ADDRESS.search(attributes)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - 64
    return int(found[2]) - 1, column - 1


def part_names(package: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet of an .xlsx, by the sheet's name."""
    names = set(package.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    book = package.read("xl/workbook.xml").decode("utf-8", "replace")
    relations = package.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {each.get("Id", ""): each.get("Target", "") for each in map(_attributes, _RELATION.findall(relations))}
    found = {}
    for sheet in map(_attributes, _SHEET.findall(book)):
        relation = next((value for name, value in sheet.items() if name.endswith(":id")), "")
        target = targets.get(relation, "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if part in names:
            found[sheet.get("name", "")] = part
    return found


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(text)}
