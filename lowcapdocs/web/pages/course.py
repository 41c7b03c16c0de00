"""One measure over the periods: the picture of its rate, and beside it the table of all that was reported."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from lowcapdocs.figures.standing import Standing
from lowcapdocs.web import addresses
from lowcapdocs.web.charts.trend import TrendPoint, trend
from lowcapdocs.web.grid import Cell, Column, Grid, table
from lowcapdocs.web.pages import cells
from lowcapdocs.web.view import View


def chart(title: str, standings: Sequence[Standing], name: str, listed: Markup | None = None) -> Markup:
    """完成率 against 序时进度; nothing for fewer than two periods, or where there is no quota.

    `listed` is the table beside it, else one of these two alone. `name` is an id that no other picture of the page has.
    """
    if len(standings) < 2 or not standings[-1].assigned or not standings[-1].period.year:
        return Markup()
    points = [TrendPoint(each.period.name, each.period.end, each.rate, each.planned) for each in standings]
    return trend(title, points, name=name, table=listed)


def course(
    view: View, here: str, title: str, standings: Sequence[Standing], fields: Sequence[str], caption: str, name: str
) -> Markup:
    """The picture, if there is one, with the table of `fields` (see cells.HEADINGS) that `caption` names.

    Rates have no bar in it: the picture shows them.
    """
    rows = tuple(
        (
            Cell(each.period.name, addresses.period(view.id, each.period.id)),
            *(cells.figure(each, field, bar=False) for field in fields),
        )
        for each in standings
    )
    columns = (Column("期次"), *(cells.heading(view, field) for field in fields))
    listed = table(Grid(caption, columns, rows), here)
    return chart(title, standings, name, listed) or listed
