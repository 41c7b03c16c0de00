"""公开目录: every published document of every campaign, by 索引号, 名称, 内容概述 and 生成日期 (条例 art. 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.grid import Cell, Column, Grid
from lowcapdocs.web.markup import Templates
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages.making import make_common
from lowcapdocs.web.record import Record, newest

ROWS = 500
"""Documents of one page: more would be slow to read and to sort on a phone."""
_TITLE = "公开目录"


def pages(records: Sequence[Record], site: Site, templates: Templates) -> Iterator[Page]:
    """The catalogue, the latest first, in pages of ROWS; its first page stands even without documents."""
    listed = newest(records)
    parts = [listed[start : start + ROWS] for start in range(0, len(listed), ROWS)] or [[]]
    for number, part in enumerate(parts, start=1):
        yield make_common(
            site, templates, "catalogue", _address(number),
            _TITLE if number == 1 else f"{_TITLE}（第{number}页）", "目录",
            summary=_summary(records, number, len(parts)),
            grid=_grid(part) if part else None,
            before=(f"第{number - 1}页", _address(number - 1)) if number > 1 else None,
            after=(f"第{number + 1}页", _address(number + 1)) if number < len(parts) else None,
        )  # fmt: skip


def _address(number: int) -> str:
    return addresses.CATALOGUE if number == 1 else addresses.CATALOGUE.replace(".html", f"-{number}.html")


def _summary(records: Sequence[Record], number: int, count: int) -> str:
    if not records:
        return "目前没有公开的文件。"
    told = f"主动公开的文件共{len(records)}件，按发布时间从新到旧排列。"
    return f"{told}本页是第{number}页，共{count}页。" if count > 1 else told


def _grid(records: Sequence[Record]) -> Grid:
    """索引号 leads where any document has one, 发文字号 and 专项行动 stand where they tell documents apart."""
    columns: list[tuple[Column, Callable[[Record], Cell], bool]] = [
        (Column("索引号"), lambda each: Cell(each.index_number or "—"), any(each.index_number for each in records)),
        (Column("名称"), lambda each: Cell(each.name, each.address), True),
        (Column("发文字号"), lambda each: Cell(each.number or "—"), any(each.number for each in records)),
        (Column("内容概述"), lambda each: Cell(each.summary or "—"), any(each.summary for each in records)),
        (Column("生成日期"), lambda each: Cell(date_text(each.dated) if each.dated else "—"), True),
        (Column("公开方式"), lambda each: Cell(each.disclosure or "—"), True),
        (Column("专项行动"), lambda each: Cell(each.campaign_name), len({each.campaign for each in records}) > 1),
    ]
    shown = [(column, cell) for column, cell, is_shown in columns if is_shown]
    rows = tuple(tuple(cell(record) for _, cell in shown) for record in records)
    return Grid(
        "政府信息公开目录", tuple(column for column, _ in shown), rows, sortable=True, filterable=len(records) > 10
    )
