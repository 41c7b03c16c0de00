"""A table of a page as a value, and as HTML: columns, rows and cells.

Written by Python rather than by a template: a site has a million cells, and this takes a tenth of the time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from lowcapdocs.web.markup import linked, safe

_DAY = re.compile(r"\d{4}(?:年\d{1,2}月\d{1,2}日|-\d\d-\d\d)(?:至\d{4}年\d{1,2}月\d{1,2}日)?")
_ROW_HEAD, _DATA = ('<th scope="row"', "</th>"), ("<td", "</td>")


class Cell(NamedTuple):
    """One cell. `address` is where its text leads; `kind` is its class (num …); `markup` stands after the text."""

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


def number(text: str | None, address: str = "") -> Cell:
    """A number, or what stands for one; “未载” where it is not known, or not public."""
    return Cell("未载" if text is None else text, address, "num")


def table(grid: Grid, here: str) -> Markup:
    """`<div class="table-wrap">` with the table, for the page `here`. All text in it is escaped here."""
    classes = " ".join(["data", *["sortable"] * grid.sortable, *["filterable"] * grid.filterable])
    caption = safe(grid.caption)
    head = "".join(
        f'<th scope="col"{_class(kind)}>{_linked(text, address, here)}</th>' for text, address, kind in grid.columns
    )
    total = f'\n<tfoot><tr class="total">{_cells(grid.total, here)}</tr></tfoot>' if grid.total else ""
    rows = "\n".join([f"<tr>{_cells(row, here)}</tr>" for row in grid.rows])
    return Markup(
        f'<div class="table-wrap" role="region" tabindex="0" aria-label="{caption}">\n'
        f'<table class="{classes}"><caption>{caption}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>{total}\n</table>\n</div>\n"
    )


def _cells(row: tuple[Cell, ...], here: str) -> str:
    parts = []
    opened, closed = _ROW_HEAD
    for text, address, kind, markup in row:
        value = f' data-value="{safe(text)}"' if markup and text else ""
        shown = _linked(text, address, here) if address else safe(text)
        parts.append(f"{opened}{_class(kind or _kind(text))}{value}>{shown}{markup}{closed}")
        opened, closed = _DATA
    return "".join(parts)


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


def _kind(text: str) -> str:
    """The class of a cell that is given none: a day is told by its form and not broken at the end of a line."""
    return "day" if text[:1] in ("1", "2") and _DAY.fullmatch(text) else ""


def _linked(text: str, address: str, here: str) -> str:
    return f'<a href="{safe(linked(here, address))}">{safe(text)}</a>' if address else safe(text)
