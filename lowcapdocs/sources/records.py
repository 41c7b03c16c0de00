"""One record: its fields by name, read as text, number, day or list; what does not fit is reported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from lowcapdocs.model.period import Period, read_period
from lowcapdocs.problems import Where, error
from lowcapdocs.sources.columns import Columns, by_heading
from lowcapdocs.sources.nodes import (
    Mapping,
    Node,
    Report,
    Scalar,
    Sequence,
    control_characters,
    key,
)

_IDENTIFIER = re.compile(r"^[a-z0-9][a-z0-9_-]{0,39}$")
_RESERVED = {"all", "count", "sum"}
"""Mean something of their own in the addresses of figures (figures.paths)."""
_SEPARATOR = re.compile(r"[、；;]")
_DATE = re.compile(r"^(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?$")
_YES, _NO = {"是", "有", "true", "yes", "1"}, {"否", "无", "false", "no", "0"}

MOST_DIGITS = 15
"""As many as Excel keeps."""

Choice = TypeVar("Choice", bound=str)


def number(text: str) -> Decimal | None:
    """The decimal that `text` is: full-width digits and thousands commas allowed, nothing else."""
    text = unicodedata.normalize("NFKC", text).strip()
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?", text) or sum(map(str.isdigit, text)) > MOST_DIGITS:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:  # pragma: no cover - the pattern admits decimals only
        return None


class Record:
    """A mapping read by `columns`; every problem goes to `report` with its place."""

    def __init__(self, node: Mapping, columns: Columns, report: Report, fields: dict[str, str] | None = None) -> None:
        """`fields` is `by_heading(columns)` where a table has it ready for all its rows."""
        self.where = node.where
        self.report = report
        self._columns = columns
        self._values: dict[str, Node] = {}
        self.other: dict[str, Node] = {}
        fields = fields or by_heading(columns)
        for heading, value in node.entries.items():
            field = fields.get(key(heading))
            if field is None:
                self.other[heading] = value
            elif field in self._values:
                self._fail("column-twice", value.where, f"“{heading}”与另一列含义相同。", "请只留一列。")
            else:
                self._values[field] = value

    def _fail(self, code: str, where: Where, message: str, remedy: str) -> None:
        self.report.append(error(code, where, message, remedy))

    def reject_others(self) -> None:
        """Report headings that no field has."""
        for heading, value in self.other.items():
            known = "、".join(names[0] for names in self._columns.values())
            self._fail("column-unknown", value.where, f"不认识“{heading}”。", f"可用的有：{known}。")

    def has(self, field: str) -> bool:
        """Whether the field stands in the record, blank or not."""
        return field in self._values

    def node(self, field: str) -> Node | None:
        """The field as it was read."""
        return self._values.get(field)

    def place(self, field: str) -> Where:
        """Where the field stands, or would stand."""
        value = self._values.get(field)
        return value.where if value else self.where.at(self._columns[field][0])

    def text(self, field: str, *, required: bool = False) -> str:
        """The field as one line of text; empty if absent."""
        value = self._values.get(field)
        if isinstance(value, Scalar):
            self._check_text(value)
            if value.text or not required:
                return value.text
        elif value is not None:
            self._fail("value-form", value.where, "这里应当是一段文字。", "请去掉列表或缩进的内容。")
            return ""
        if required:
            self._fail("value-missing", self.place(field), f"没有填“{self._columns[field][0]}”。", "请补上。")
        return ""

    def _check_text(self, value: Scalar) -> None:
        if not value.text.isprintable() and (marks := control_characters(value.text)):
            self._fail("value-control", value.where, f"文字里有看不见的控制字符（{marks}）。", "请删去后重新输入。")

    def identifier(self, field: str = "id") -> str:
        """A short ASCII name for paths; empty, with a finding, if it is none."""
        text = self.text(field, required=True)
        return text if text and self._check_identifier(text, self.place(field)) else ""

    def _check_identifier(self, text: str, where: Where) -> bool:
        if _IDENTIFIER.match(text) and text not in _RESERVED:
            return True
        self._fail(
            "id-form",
            where,
            f"编号“{text}”不合规则。",
            "编号用小写字母、数字、- 和 _，最多40个字符，不用 all、count、sum。",
        )
        return False

    def items(self, field: str) -> list[Scalar]:
        """A YAML list, or a cell split at 、 and ；; blank items are left out."""
        value = self._values.get(field)
        match value:
            case None:
                return []
            case Scalar():
                self._check_text(value)
                parts = (part.strip() for part in _SEPARATOR.split(value.text))
                return [Scalar(part, value.where) for part in parts if part]
            case Sequence():
                scalars = [item for item in value.items if isinstance(item, Scalar)]
                if len(scalars) != len(value.items):
                    self._fail("value-form", value.where, "列表里每一项应当是一段文字。", "请去掉多余的缩进。")
                for item in scalars:
                    self._check_text(item)
                return [item for item in scalars if item.text]
        self._fail("value-form", value.where, "这里应当是一个列表。", "每行以“- ”开头，或用顿号隔开。")
        return []

    def texts(self, field: str) -> tuple[str, ...]:
        """The texts of `items`."""
        return tuple(item.text for item in self.items(field))

    def decimal(self, field: str, *, required: bool = False) -> Decimal | None:
        """A number; None, with a finding if it is not one."""
        text = self.text(field, required=required)
        value = number(text)
        if text and value is None:
            self._fail("value-number", self.place(field), f"“{text}”不是数字。", "只填数字，单位另填。")
        return value

    def whole(self, field: str, default: int, most: int = 999_999) -> int:
        """A whole number from 0 to `most`."""
        value = self.decimal(field)
        if value is None:
            return default
        if value != value.to_integral_value() or not 0 <= value <= most:
            self._fail("value-number", self.place(field), f"“{value}”不是0到{most}的整数。", "请填整数。")
            return default
        return int(value)

    def day(self, field: str) -> date | None:
        """A day: 2020-04-20, 2020/4/20, 2020.4.20 or 2020年4月20日."""
        text = self.text(field)
        if not text:
            return None
        found = _DATE.match(text.split(" ")[0])
        try:
            if found:
                return date(*map(int, found.groups()))
        except ValueError:
            found = None
        self._fail("value-date", self.place(field), f"“{text}”不是日期。", "请写成 2020-04-20。")
        return None

    def period(self, field: str, year: int | None) -> Period | None:
        """A reporting period; one that names no year is of `year`."""
        text = self.text(field, required=True)
        try:
            return read_period(text, year) if text else None
        except ValueError:
            message = f"看不出“{text}”是哪一期。"
            self._fail("period-form", self.place(field), message, "请写成 2020-06、2020年第2季度或 2020-W23。")
            return None

    def flag(self, field: str, default: bool) -> bool:
        """是 or 否."""
        text = self.text(field)
        if text and key(text) not in _YES | _NO:
            self._fail("value-choice", self.place(field), f"“{text}”应为“是”或“否”。", "请改正。")
        return key(text) in _YES if text else default

    def choice(self, field: str, choices: Iterable[Choice], default: Choice) -> Choice:
        """One of `choices`."""
        text = self.text(field)
        listed = list(choices)
        for option in listed:
            if text == option:
                return option
        if text:
            self._fail(
                "value-choice",
                self.place(field),
                f"“{text}”不在可选之列。",
                f"可选：{'、'.join(filter(None, listed))}。",
            )
        return default

    def records(self, field: str, columns: Columns) -> list[Record]:
        """The records of a YAML list below this one; none if it is blank."""
        return records(self._filled(field), columns, self.report)

    def mapping(self, field: str) -> dict[str, Scalar]:
        """A YAML mapping of texts, each under a name that a path can hold."""
        value = self._filled(field)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self._fail("value-form", value.where, "这里应当是“名称: 文字”的若干行。", "请检查缩进。")
            return {}
        found = {}
        for name, text in value.entries.items():
            if not isinstance(text, Scalar):
                self._fail("value-form", text.where, "这里应当是一段文字。", "请去掉列表或缩进的内容。")
                continue
            self._check_text(text)
            self._check_identifier(name, text.where)
            found[name] = text
        return found

    def _filled(self, field: str) -> Node | None:
        """The field, None if it is absent or blank."""
        value = self._values.get(field)
        return None if isinstance(value, Scalar) and not value.text else value


def records(node: Node | None, columns: Columns, report: Report) -> list[Record]:
    """The records of a list of mappings (a table is one), unknown headings reported."""
    if node is None:
        return []
    if not isinstance(node, Sequence):
        report.append(error("value-form", node.where, "这里应当是一个列表。", "每条以“- ”开头。"))
        return []
    found = []
    fields = by_heading(columns)
    for item in node.items:
        if isinstance(item, Mapping):
            found.append(Record(item, columns, report, fields))
        else:
            report.append(error("value-form", item.where, "列表里每一条应当有“名称: 内容”。", "请检查缩进。"))
    return found
