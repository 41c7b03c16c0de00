"""公示公告: the notices, each with its period of publicity, and the firms that are or were in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lowcapdocs.disclose.public import PublicDocument
from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.web import addresses
from lowcapdocs.web.grid import Cell, Grid
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.view import View

KINDS = ("公示", "公告", "通告")


def pages(view: View) -> Iterator[Page]:
    """The one page of notices; it says so where there are none."""
    listed = [each for each in view.latest if each.entry.kind in KINDS]
    days = view.campaign.plan.publicity_days
    yield make(
        view, "notices", addresses.campaign(view.id, "notices"), "公示公告", "公示公告",
        summary=f"{view.name}的公示和公告共{len(listed)}件。" if listed else f"{view.name}还没有公开的公示和公告。",
        keywords=KINDS,
        notices=Grid(
            "公示和公告",
            cells.columns("名称", "种类", "发布日期", "公示期"),
            tuple(
                (
                    Cell(view.record(each).name, view.address(each)),
                    Cell(each.entry.kind),
                    Cell(_day(_published(each))),
                    Cell(_term(view, _published(each)) if each.entry.kind == "公示" else "—"),
                )
                for each in listed
            ),
        ) if listed else None,
        firms=_firms(view),
        days=days,
    )  # fmt: skip


def _published(document: PublicDocument) -> date | None:
    return document.publication.published.date() if document.publication.published else None


def _day(day: date | None) -> str:
    return date_text(day) if day else "未载"


def _term(view: View, first: date | None) -> str:
    """From the day of publication for so many working days; nobody's clock says whether it is over."""
    days = view.campaign.plan.publicity_days
    if first is None or not days:
        return "未载"
    last = view.campaign.plan.calendar.after(first, days, counting_start=True)
    return f"{date_text(first)}至{date_text(last)}"


def _firms(view: View) -> Grid | None:
    """Firms whose 公示 has a day that is public."""
    if "published_on" not in view.ledger_columns:
        return None
    rows = tuple(
        (Cell(firm.name), cells.unit(view, firm.town), Cell(_day(first)), Cell(_term(view, first)), Cell(firm.state))
        for firm in view.campaign.firms
        if (first := firm.dates.get("公示"))
    )
    columns = cells.columns("企业名称", view.towns_word, "公示日期", "公示期", "现在状态")
    return Grid("验收结果公示的企业（作坊）", columns, rows, sortable=True, filterable=len(rows) > 20) if rows else None
