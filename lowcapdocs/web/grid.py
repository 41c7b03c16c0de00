"""A table of a page as a value, and as HTML: columns, rows and cells.

Written by Python rather than by a template: a site has a million cells, and this takes a tenth of the time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from lowcapdocs.web.markup import kept, linked, safe

_DAY = re.compile(r"\d{4}(?:年\d{1,2}月\d{1,2}日|-\d\d-\d\d)(?:至\d{4}年\d{1,2}月\d{1,2}日)?")
_WHOLE = re.compile(r"\d{4}年\d{1,2}月|\S{1,14}〔\d{4}〕\d+号|[\d.,]+ ?[^\d\s]{1,5}|[A-Z]+，[\d.]+ [KM]?B")
"""A month, a 文号, a number with its unit, a kind of file with its size."""
_ONE_LINE = ("num", "day", "whole")
_LONG = 16
"""Characters from which a text needs a column of some width."""
_ROW_HEAD, _DATA = ('<th scope="row"', "</th>"), ("<td", "</td>")


class Cell(NamedTuple):
    """One cell. `address` is where its text leads; `kind` is its class (num …); `markup` stands after the text.

    `parts` are names of which the text is put together, with “、” between them, and where each of them leads.
    """

    text: str
    address: str = ""
    kind: str = ""
    markup: Markup = Markup("")
    parts: tuple[tuple[str, str], ...] = ()


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
        f'<th scope="col"{_class(kind)}>{_linked(kept(text), address, here)}</th>'
        for text, address, kind in grid.columns
    )
    total = f'\n<tfoot><tr class="total">{_cells(grid.total, here)}</tr></tfoot>' if grid.total else ""
    rows = "\n".join([f"<tr>{_cells(row, here)}</tr>" for row in grid.rows])
    return Markup(
        f'<div class="table-wrap" role="region" tabindex="0" aria-label="{caption}">\n'
        f'<table class="{classes}"><caption>{kept(grid.caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>{total}\n</table>\n</div>\n"
    )


def _cells(row: tuple[Cell, ...], here: str) -> str:
    parts = []
    opened, closed = _ROW_HEAD
    for text, address, kind, markup, names in row:
        value = f' data-value="{safe(text)}"' if markup and text else ""
        told, shown = (kind, safe(text)) if kind in _ONE_LINE else _shown(text)
        if names:
            shown = "、".join([_linked(safe(name), leads, here) for name, leads in names])
        parts.append(f"{opened}{_class(kind or told)}{value}>{_linked(shown, address, here)}{markup}{closed}")
        opened, closed = _DATA
    return "".join(parts)


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


@lru_cache(maxsize=4096)
def _shown(text: str) -> tuple[str, str]:
    """The class of a cell that is given none, and its text as HTML; most come again on page after page."""
    kind = _kind(text)
    return kind, safe(text) if kind in _ONE_LINE or text.isalpha() else kept(text)


def _kind(text: str) -> str:
    """The class of a cell that is given none: a day, a month, a 文号 and a number with its unit are told by their form,
    and not broken at the end of a line; a long text is given room.
    """
    first, last = text[:1], text[-1:]
    if first in ("1", "2") and _DAY.fullmatch(text):
        return "day"
    if (first.isdigit() or last in ("号", "B")) and _WHOLE.fullmatch(text):
        return "whole"
    return "long" if len(text) > _LONG else ""


def _linked(shown: str, address: str, here: str) -> str:
    """`shown`, which is HTML, as a link where it leads anywhere."""
    return f'<a href="{safe(linked(here, address))}">{shown}</a>' if address else shown
