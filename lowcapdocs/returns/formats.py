"""How the cells of a return look: what the town fills in is pale yellow and open, all else is locked."""

from __future__ import annotations

from typing import Any

from lowcapdocs.gongwen.standard import Faces
from lowcapdocs.returns.layout import Column

_FILL, _LOCKED, _HEAD = "#FFFBE6", "#F5F6F8", "#E3ECF7"
_GRID = "#8C9AAB"
_SIZE = 11
_LAST_OF_MONTHS = "yyyy-mm-dd"
_ALIGNS = {"text": "left"}


class Formats:
    """The formats of one workbook, made when they are first asked for."""

    def __init__(self, book: Any, faces: Faces) -> None:
        self._book, self._faces = book, faces
        self._made: dict[tuple[object, ...], Any] = {}

    def _get(self, key: tuple[object, ...], **properties: Any) -> Any:
        if key not in self._made:
            usual = {"font_name": self._faces.body, "font_size": _SIZE, "valign": "vcenter", "text_wrap": True}
            self._made[key] = self._book.add_format({**usual, **properties})
        return self._made[key]

    @property
    def title(self) -> Any:
        """The title of a sheet."""
        return self._get(("title",), font_name=self._faces.title, font_size=18, align="center")

    @property
    def subtitle(self) -> Any:
        """The line below it."""
        return self._get(("subtitle",), font_name=self._faces.second, align="center")

    @property
    def legend(self) -> Any:
        """How to fill the sheet in, in a line."""
        return self._get(("legend",), font_name=self._faces.second, font_size=10, font_color="#44546A")

    @property
    def sample(self) -> Any:
        """示例数据."""
        return self._get(("sample",), font_name=self._faces.first, align="center", font_color="#C00000")

    @property
    def head(self) -> Any:
        """A heading."""
        return self._get(
            ("head",), font_name=self._faces.first, align="center", border=1, border_color=_GRID, bg_color=_HEAD
        )

    @property
    def text(self) -> Any:
        """A line of instructions."""
        return self._get(("text",), font_size=12, valign="top")

    @property
    def strong(self) -> Any:
        """The heading of instructions."""
        return self._get(("strong",), font_name=self._faces.first, font_size=12)

    @property
    def label(self) -> Any:
        """What a line below the table is for."""
        return self._get(("label",), align="right")

    def cell(self, column: Column, *, open_: bool, decimals: int = 0) -> Any:
        """A cell of the table."""
        number = "@"
        if column.kind == "amount":
            number = "0." + "0" * decimals if decimals else "0"
        elif column.kind == "day":
            number = _LAST_OF_MONTHS
        elif column.kind == "computed":
            number = "General"
        return self._get(
            (column.kind, open_, decimals),
            align=_ALIGNS.get(column.kind, "center"),
            border=1,
            border_color=_GRID,
            num_format=number,
            locked=not open_,
            bg_color=_FILL if open_ else _LOCKED,
        )

    def warn(self, good: bool) -> Any:
        """Laid over a cell that says what is wrong, or that nothing is."""
        key = ("warn", good)
        if key not in self._made:
            color = {"font_color": "#1E6B2E"} if good else {"font_color": "#C00000", "bg_color": "#FDE2E0"}
            self._made[key] = self._book.add_format(color)
        return self._made[key]
