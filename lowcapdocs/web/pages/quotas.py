"""任务分解: the quotas of all towns in one table, of a province by the city above them."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.model.paths import amount_text
from lowcapdocs.web import addresses
from lowcapdocs.web.grid import Cell, Column, Grid, number
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.groups import by_parent
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.view import View


def pages(view: View) -> Iterator[Page]:
    """The one page of quotas, where there are any."""
    campaign = view.campaign
    if not campaign.quotas or not campaign.measures:
        return
    columns = (
        Column("单位"),
        *(Column(measure.heading, view.atlas.definition("quota"), "num") for measure in campaign.measures),
    )
    total = (
        Cell(campaign.total_name),
        *(number(amount_text(campaign.total[measure.id], measure)) for measure in campaign.measures),
    )
    groups = by_parent(campaign)
    grids = [
        Grid(
            f"{name}任务分解" if name else "任务分解",
            columns,
            tuple(
                (
                    cells.unit(view, town),
                    *(cells.amount(campaign.quota(town.id, measure.id), measure) for measure in campaign.measures),
                )
                for town in towns
            ),
            total if len(groups) == 1 else (),
            sortable=True,
            filterable=True,
        )
        for name, towns in groups
    ]
    told = "，".join(
        f"{measure.name}{text}{measure.unit}"
        for measure in campaign.measures
        if (text := amount_text(campaign.total[measure.id], measure)) not in (None, "/")
    )
    yield make(
        view, "quotas", addresses.campaign(view.id, "quotas"), "任务分解", "任务分解",
        summary=f"{view.year + '年' if view.year else ''}{view.name}任务数分解到{len(campaign.towns)}个单位。"
        + (f"{campaign.total_name}{told}。" if told else ""),
        keywords=tuple(measure.name for measure in campaign.measures),
        grids=grids,
        total=Grid(f"{campaign.total_name}任务数", columns, (total,)) if len(groups) > 1 else None,
        evidence=[(campaign.measure[each.measure].name, each.text) for each in campaign.evidence if each.measure in campaign.measure],
        files=view.tables("quotas"),
        definition=view.atlas.definition("quota"),
    )  # fmt: skip
