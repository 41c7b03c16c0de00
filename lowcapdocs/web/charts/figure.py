"""What every chart is: a figure with its title, its picture and the table of what the picture shows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from lowcapdocs.gongwen.wording import decimal_text
from lowcapdocs.web.charts.svg import FACES, FONT, INK, tag
from lowcapdocs.web.markup import safe

WIDTH = 440.0
"""Of every picture, in px: on a phone of 390 px its text is still more than 11 px high."""
OPEN_ROWS = 12
"""A table of more rows is folded."""

GAP = "未报"
"""What a missing value is called."""


def cell_text(value: Decimal | None, unit: str = "%") -> str:
    """As a column of figures has it: percentages to one place, 71.4%, 100.0%."""
    return GAP if value is None else f"{decimal_text(value, 1)}%" if unit == "%" else points_text(value, unit)


def points_text(value: Decimal | None, unit: str = "%") -> str:
    """As a label has it: 71.4%, 100%, 未报."""
    return GAP if value is None else decimal_text(round(value, 1)) + unit


def figure(
    name: str,
    title: str,
    summary: str,
    picture: tuple[float, Markup] | None,
    table: Markup,
    rows: int,
    *,
    wide: bool = False,
) -> Markup:
    """The figure; `picture` is its height in px and what is drawn, `summary` tells in words what it shows.

    `table` has all its figures, in so many `rows`; a `wide` one stands beside the picture only where there is much room.
    """
    drawn = _svg(name, title, summary, *picture) if picture else tag("p", summary)
    shown = table if rows <= OPEN_ROWS else tag("details", tag("summary", f"数据表（{rows}行）"), table)
    return tag("figure", tag("figcaption", title), drawn, shown, class_="chart wide" if wide else "chart", id=name)


def _svg(name: str, title: str, summary: str, height: float, body: Markup) -> Markup:
    return tag(
        "svg",
        tag("title", title, id=f"{name}-title"),
        tag("desc", summary, id=f"{name}-desc"),
        body,
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        width=WIDTH,
        height=round(height),
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=FACES,
        font_size=FONT,
        fill=INK,
    )


def plain_table(title: str, headings: Sequence[str], rows: Sequence[tuple[str | Markup, ...]]) -> Markup:
    """The figures of a picture and nothing else. `rows` have a cell for each of `headings`; the first names the row."""
    head = tag(
        "tr",
        *(tag("th", heading, scope="col", class_="num" if place else None) for place, heading in enumerate(headings)),
    )
    body = Markup("".join([_row(*row) for row in rows]))
    table = tag("table", tag("caption", title), tag("thead", head), tag("tbody", body), class_="data")
    return tag("div", table, class_="table-wrap", role="region", tabindex=0, aria_label=f"{title}（数据表）")


def _row(first: str | Markup, *cells: str | Markup) -> str:
    """Not put together of `tag`s: rows are most of a chart's elements."""
    numbers = "".join([f'<td class="num">{_safe(cell)}</td>' for cell in cells])
    return f'<tr><th scope="row">{_safe(first)}</th>{numbers}</tr>'


def _safe(text: str | Markup) -> str:
    return text if isinstance(text, Markup) else safe(text)
