"""指标说明: what each figure means, where it comes from, as of when, and what was corrected."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.model.disclosure import TABLES
from lowcapdocs.web import addresses
from lowcapdocs.web.definitions import Definition, definitions
from lowcapdocs.web.grid import Cell, Grid
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.view import View


def pages(view: View) -> Iterator[Page]:
    """The one page of definitions."""
    listed = tuple(definitions(view.campaign))
    yield make(
        view, "figures", addresses.campaign(view.id, "figures"), "指标说明", "说明",
        summary=f"{view.name}所用的{len(listed)}项指标的含义、单位和数据来源。" if listed else f"{view.name}没有公开的指标。",
        keywords=tuple(each.name for each in listed),
        definitions=[(each, _source(each), view.tables(each.table)) for each in listed],
        measures=_measures(view),
        corrections=_corrections(view),
    )  # fmt: skip


def _source(each: Definition) -> str:
    return TABLES[each.table]


def _measures(view: View) -> Grid | None:
    measures = view.campaign.measures
    rows = tuple(
        (
            Cell(each.name),
            Cell(each.unit),
            Cell(f"{each.decimals}位" if each.decimals else "整数"),
        )
        for each in measures
    )
    return Grid("本行动的指标", cells.columns("指标", "单位", "小数"), rows) if rows else None


def _corrections(view: View) -> Grid | None:
    """更正: every return that takes the place of an earlier one."""
    corrected = [each for each in view.campaign.returns if each.revision]
    rows = tuple(
        (
            Cell(each.period.name),
            cells.unit(view, view.campaign.town[each.town]) if each.town else Cell(view.campaign.total_name),
            Cell(view.campaign.measure[each.measure].name),
            Cell(f"第{each.revision}次更正"),
            Cell(date_text(each.day) if each.day else "未载"),
        )
        for each in corrected
    )
    columns = cells.columns("期次", "单位", "指标", "更正", "报送日期")
    return Grid("更正记录", columns, rows, sortable=True, filterable=len(rows) > 20) if rows else None
