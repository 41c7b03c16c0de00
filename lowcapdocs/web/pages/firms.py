"""企业名单: what of the ledger is public, and the decisions on firms (处罚、吊销、注销)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lowcapdocs.model.ledger import COLUMNS, Firm
from lowcapdocs.model.penalty import PENALTY_COLUMNS, Penalty
from lowcapdocs.web import addresses
from lowcapdocs.web.grid import Cell, Column, Grid
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.view import View

UNSHOWN = {"id", "firm", "sample", "disclosure", "remark"}
"""Columns that serve the office."""
_NUMBERS = {"energy", "land"}


def firm_grid(view: View, firms: Sequence[Firm], caption: str, *, without: str = "", large: bool = False) -> Grid:
    """Firms by the public columns of the ledger, but for one that goes `without` saying."""
    shown = [column for column in view.ledger_columns if column not in UNSHOWN and column != without]
    rows = tuple(tuple(_cell(view, firm, column) for column in shown) for firm in firms)
    columns = tuple(Column(COLUMNS[column], "", "num" if column in _NUMBERS else "") for column in shown)
    return Grid(caption, columns, rows, sortable=large, filterable=large)


def _cell(view: View, firm: Firm, column: str) -> Cell:
    if column == "town":
        return cells.unit(view, firm.town)
    if column == "measure":
        known = view.campaign.measure.get(firm.measure)
        return Cell(known.name if known else "未载")
    return Cell(firm.text(column) or "—", "", "num" if column in _NUMBERS else "")


def pages(view: View) -> Iterator[Page]:
    """The one page of firms, where any is published."""
    campaign = view.campaign
    if not campaign.firms and not campaign.penalties:
        return
    told = []
    if campaign.firms:
        told.append(f"台账中公开的企业（作坊）{len(campaign.firms)}家")
    if campaign.penalties:
        told.append(f"行政处罚、吊销和注销{len(campaign.penalties)}件")
    yield make(
        view, "firms", addresses.campaign(view.id, "firms"), "企业名单", "企业",
        summary=f"{view.name}：{'，'.join(told)}。只列主动公开的栏目。",
        firms=firm_grid(view, campaign.firms, "台账公开内容", large=True) if campaign.firms else None,
        penalties=_penalties(view, campaign.penalties) if campaign.penalties else None,
    )  # fmt: skip


def _penalties(view: View, penalties: Sequence[Penalty]) -> Grid:
    shown = [
        column
        for column in PENALTY_COLUMNS
        if column not in UNSHOWN
        and view.campaign.disclosure.is_public("penalties", column)
        and any(each.text(column) for each in penalties)
    ]
    rows = tuple(tuple(_penalty_cell(view, each, column) for column in shown) for each in penalties)
    columns = tuple(Column(PENALTY_COLUMNS[column]) for column in shown)
    return Grid("行政处罚、吊销和注销", columns, rows, sortable=True, filterable=True)


def _penalty_cell(view: View, each: Penalty, column: str) -> Cell:
    return cells.unit(view, each.authority) if column == "authority" else Cell(each.text(column) or "—")
