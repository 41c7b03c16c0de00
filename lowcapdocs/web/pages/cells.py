"""Cells that many tables have: units, figures of a standing, lights, rates with a bar, documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from markupsafe import Markup

from lowcapdocs.disclose.public import PublicDocument
from lowcapdocs.figures.paths import NOT_REPORTED, NOTHING, standing_text
from lowcapdocs.figures.standing import Standing
from lowcapdocs.model.org import Department, Town
from lowcapdocs.model.paths import amount_text
from lowcapdocs.model.quantity import Amount, Measure
from lowcapdocs.web.charts.progress import progress_bar
from lowcapdocs.web.definitions import PROGRESS_FIELDS
from lowcapdocs.web.grid import Cell, Column, Grid, number
from lowcapdocs.web.markup import safe
from lowcapdocs.web.view import View

UNSTATED = "来源未载"
HEADINGS = {
    "quota": "任务数", "done": "累计完成", "fresh": "本期完成", "accepted": "累计验收", "rate": "完成率（%）",
    "before": "上期（%）", "planned": "序时进度（%）", "behind": "落后（百分点）", "light": "亮灯", "rank": "位次",
    "remaining": "尚需完成",
}  # fmt: skip


def unit(view: View, each: Town | Department) -> Cell:
    """The name of a town or department, leading to its page."""
    return Cell(each.name if isinstance(each, Town) else each.short, view.atlas.unit(each))


def leads(view: View, listed: Sequence[Town | Department]) -> Cell:
    """Who leads a work, in one cell: every name leads to its page."""
    if len(listed) == 1:
        return unit(view, listed[0])
    named = units(view, listed)
    text = "、".join(each.text for each in named) or UNSTATED
    return Cell(text, parts=tuple((each.text, each.address) for each in named))


def amount(value: Amount, measure: Measure) -> Cell:
    """任务数."""
    return number(amount_text(value, measure))


def heading(view: View, field: str) -> Column:
    """The heading of a field of a standing, leading to its definition."""
    return Column(HEADINGS[field], view.atlas.definition(PROGRESS_FIELDS[field]), "" if field == "light" else "num")


def figure(standing: Standing, field: str, *, bar: bool = True) -> Cell:
    """A field of a standing as bulletins print it; a rate with its `bar`."""
    text = standing_text(standing, field)
    if not standing.assigned and (text == NOT_REPORTED or field in _OF_DUTIES):
        text = NOTHING  # nobody was asked to report it
    if field == "light":
        return light(standing)
    if bar and field == "rate" and standing.rate is not None:
        return Cell(text or "", "", "num", progress_bar(standing.rate, "完成率"))
    return number(text)


def light(standing: Standing) -> Cell:
    """亮灯, told in words; its class gives the colour."""
    if standing.light is None:
        return Cell(NOTHING)
    return Cell("", "", "", _light(standing.light.id, standing.light.name))


@lru_cache(maxsize=64)
def _light(id: str, name: str) -> Markup:
    return Markup(f'<span class="light light-{safe(id)}">{safe(name)}</span>')


def documents(view: View, listed: Iterable[PublicDocument], caption: str, *, large: bool = False) -> Grid:
    """Documents with number, date, day of publication and validity; what is not known is said to be so."""
    rows = []
    for each in listed:
        known = view.record(each)
        published = known.published.date().isoformat() if known.published else "未载"
        rows.append(
            (
                Cell(known.name, view.address(each)),
                Cell(known.number or "未载"),
                Cell(known.dated.isoformat() if known.dated else "未载"),
                Cell(published),
                Cell(known.validity or "未载"),
            )
        )
    columns = (Column("名称"), Column("发文字号"), Column("成文日期"), Column("发布日期"), Column("有效性"))
    return Grid(caption, columns, tuple(rows), sortable=large, filterable=large)


def columns(*names: str) -> tuple[Column, ...]:
    """Headings that lead nowhere."""
    return tuple(map(Column, names))


_OF_DUTIES = ("planned", "behind", "remaining", "rank")
"""What only those have who were assigned something."""


def units(view: View, listed: Sequence[Town | Department]) -> tuple[Cell, ...]:
    """Units side by side, each leading to its page."""
    return tuple(unit(view, each) for each in listed)
