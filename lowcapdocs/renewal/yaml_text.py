"""A YAML file as text that can be changed value by value: comments, layout and every other byte stay.

Values are found by the marks of PyYAML's composed nodes, which count characters of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from lowcapdocs.sources.columns import Columns, by_heading
from lowcapdocs.sources.csv_text import encoding_of
from lowcapdocs.sources.nodes import key
from lowcapdocs.sources.rows import decode


class Field(NamedTuple):
    """A key and its value as they stand in the text."""

    key: yaml.Node
    value: yaml.Node

    @property
    def text(self) -> str:
        """What a single value says; empty for a list or a mapping."""
        return str(self.value.value).strip() if isinstance(self.value, yaml.ScalarNode) else ""


def fields(node: yaml.Node | None, columns: Columns) -> dict[str, Field]:
    """The fields of a mapping by the names of `columns`; unknown keys are left out."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    known = by_heading(columns)
    return {known[name]: field for name, field in entries(node).items() if name in known}


def entries(node: yaml.Node | None) -> dict[str, Field]:
    """The fields of a mapping by their own keys, in the form that keys are compared in."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key(str(name.value)): Field(name, value) for name, value in node.value}


def records(node: yaml.Node | None, columns: Columns) -> Iterator[dict[str, Field]]:
    """The fields of each mapping of a list."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield fields(item, columns)


class YamlText:
    """The text of a YAML file and the changes to be made in it; `cleared` counts what was cleared, by its name."""

    def __init__(self, data: bytes) -> None:
        """Read the bytes of a file that our loader has read. Raises UnicodeDecodeError and yaml.YAMLError."""
        self._encoding, self._mark = encoding_of(data)
        self._text = decode(data)
        self._newline = "\r\n" if "\r\n" in self._text else "\n"
        self._edits: list[tuple[int, int, str]] = []
        self.root = yaml.compose(self._text, yaml.SafeLoader)
        self.cleared: Counter[str] = Counter()

    def data(self) -> bytes:
        """The bytes of the file with all changes made."""
        pieces, at = [], 0
        for start, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            pieces += [self._text[at:start], new]
            at = end
        return self._mark + "".join([*pieces, self._text[at:]]).encode(self._encoding)

    # Values

    def raw(self, field: Field) -> str:
        """The value as it is written, quotes included."""
        return self._text[field.value.start_mark.index : self._end(field.value)]

    def put(self, field: Field, new: str) -> None:
        """Write `new` in place of the value, or after the colon where there is none."""
        start, end = field.value.start_mark.index, self._end(field.value)
        self._edits.append((start, end, new if end > start else f" {new}"))

    def clear(self, field: Field | None, called: str = "") -> None:
        """Leave the value blank; of a list or mapping set out in lines, these lines go. `called` is counted."""
        if field is None:
            return
        start, end = field.value.start_mark.index, self._end(field.value)
        if start == end:
            return
        own_lines = isinstance(field.value, yaml.CollectionNode) and not field.value.flow_style
        if own_lines and field.value.start_mark.line > field.key.end_mark.line:
            start, end = self._text.rfind("\n", 0, start) + 1, self._next_line(end)
        elif self._text[end : end + 1] in ("", "\r", "\n"):
            start -= len(self._text[:start]) - len(self._text[:start].rstrip(" "))
        self._edits.append((start, end, ""))
        if called:
            self.cleared[called] += 1

    # Lines

    def add_field(self, lines: list[str]) -> None:
        """Put `lines` at the end of the file, before a mark that ends the document."""
        end = 0 if self.root is None else self._end(self.root)
        closing = self._text.find("\n...", end)
        self._insert(len(self._text) if closing < 0 else closing + 1, lines)

    def add_items(self, field: Field, items: list[str], remarks: list[str]) -> None:
        """Put `items` (each a flow mapping) at the end of a list, or make one of a blank; `remarks` as comments."""
        value = field.value
        if isinstance(value, yaml.SequenceNode) and value.flow_style:
            at = self._end(value) - 1
            before = self._text[:at].rstrip()
            comma = "" if before.endswith(("[", ",")) else ", "
            if items:
                self._edits.append((at, at, comma + ", ".join(items)))
            self._insert(self._next_line(self._end(value)), [f"# {each}" for each in remarks])
            return
        listed = isinstance(value, yaml.SequenceNode)
        indent = " " * (value.start_mark.column if listed else field.key.start_mark.column + 2)
        lines = [*(f"{indent}- {item}" for item in items), *(f"{indent}# {each}" for each in remarks)]
        self._insert(self._next_line(self._end(value)), lines)

    def _insert(self, at: int, lines: list[str]) -> None:
        """Put whole lines at `at`, the beginning of a line or the end of the text."""
        if lines:
            first = "" if at == 0 or self._text[at - 1] == "\n" else self._newline
            self._edits.append((at, at, first + "".join(line + self._newline for line in lines)))

    # Places

    def _next_line(self, index: int) -> int:
        """Where the line after the one of `index` begins, or the end of the text."""
        found = self._text.find("\n", index)
        return len(self._text) if found < 0 else found + 1

    def _end(self, node: yaml.Node) -> int:
        """Where `node` ends, without the blanks and comments that follow it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            key_end = last[0].end_mark.index if isinstance(last, tuple) else 0
            return max(self._end(last[1] if isinstance(last, tuple) else last), key_end)
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self._text[start:end].rstrip())
