"""下载: every file of a campaign, with what it is and how large."""

from __future__ import annotations

from collections.abc import Iterator

from lowcapdocs.web import addresses
from lowcapdocs.web.grid import Cell, Grid
from lowcapdocs.web.open_data import KINDS
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages import cells
from lowcapdocs.web.pages.making import make
from lowcapdocs.web.view import File, View


def pages(view: View) -> Iterator[Page]:
    """The one page of files; it says so where there are none."""
    documents = [row for each in view.public.documents for row in _rows(view.record(each).name, view.downloads(each))]
    tables = [row for kind in KINDS for row in _rows(kind.title, view.tables(kind.name))]
    count = len(documents) + len(tables)
    yield make(
        view, "downloads", addresses.campaign(view.id, "downloads"), "下载", "下载",
        summary=f"{view.name}可下载的文件共{count}个。" if count else f"{view.name}还没有可下载的文件。",
        keywords=("下载", "数据"),
        documents=_grid("文件", documents),
        tables=_grid("数据表", tables),
        data_address=addresses.DATA,
    )  # fmt: skip


def _rows(name: str, files: tuple[File, ...]) -> list[tuple[Cell, ...]]:
    return [(Cell(name, each.address), Cell(each.name), Cell(each.size, "", "num")) for each in files]


def _grid(caption: str, rows: list[tuple[Cell, ...]]) -> Grid | None:
    if not rows:
        return None
    large = len(rows) > 20
    return Grid(caption, cells.columns("名称", "格式", "大小"), tuple(rows), sortable=large, filterable=large)
