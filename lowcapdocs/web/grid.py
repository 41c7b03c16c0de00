"""A table of a page as a value: columns, rows and cells, which templates/web/_grid.html.j2 writes as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup


class Cell(NamedTuple):
    """One cell. `address` is where its text leads; `kind` is its class (num, light …); `markup` stands after the text."""

    text: str
    address: str = ""
    kind: str = ""
    markup: Markup = Markup("")


class Column(NamedTuple):
    """A heading, and the definition that it leads to."""

    text: str
    address: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. The first cell of a row names it; `total` is a last row of sums.

    `sortable` and `filterable` tables get buttons and a filter box from the site's script.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    sortable: bool = False
    filterable: bool = False

    @property
    def classes(self) -> str:
        """data, and sortable or filterable."""
        return " ".join(["data", *["sortable"] * self.sortable, *["filterable"] * self.filterable])


def number(text: str | None, address: str = "") -> Cell:
    """A number, or what stands for one; “来源未载” where it is not known."""
    return Cell("来源未载" if text is None else text, address, "num")
