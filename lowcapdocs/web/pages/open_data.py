"""开放数据: every table with its files, its fields, as of when, under which terms, and how to cite it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from lowcapdocs.gongwen.wording import date_text
from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses, structured
from lowcapdocs.web.grid import Cell, Column, Grid
from lowcapdocs.web.markup import Templates
from lowcapdocs.web.open_data import ENDINGS, KINDS, Dataset
from lowcapdocs.web.page import Page
from lowcapdocs.web.pages.making import make_common
from lowcapdocs.web.tables.table import Kind, Type
from lowcapdocs.web.view import FORMATS, size_text

_TYPES: dict[Type, str] = {
    "text": "文字",
    "number": "数",
    "whole": "整数",
    "yes": "是否",
    "day": "日期",
    "moment": "时间",
    "texts": "若干文字",
}


class Campaign(NamedTuple):
    """One campaign as the page lists it; `as_of` and `citation` are phrases, `sample` what is invented."""

    id: str
    name: str
    address: str
    as_of: str
    citation: str
    sample: str
    grid: Grid


def page(listed: Sequence[Dataset], site: Site, templates: Templates, sizes: Mapping[str, int]) -> Page:
    """The page of open data; `sizes` are the bytes of the files by address."""
    kinds = {table.kind.name for each in listed for table in each.tables}
    made = make_common(
        site, templates, "data", addresses.DATA, "开放数据", "数据",
        summary="公开数据的全部表格，可以下载、核对和再利用。" if listed else "目前没有公开的数据。",
        contents=bool(listed),
        campaigns=tuple(_campaign(each, site, sizes) for each in listed),
        fields=tuple((kind.name, kind.title, addresses.schema(kind.name), _fields(kind)) for kind in KINDS if kind.name in kinds),
        licence=site.licence,
        licence_url=site.licence_url,
        dcat=addresses.DCAT,
    )  # fmt: skip
    words = tuple(dict.fromkeys(table.kind.title for each in listed for table in each.tables))
    return replace(made, keywords=("开放数据", *words), structured=structured.datasets(listed, site))


def _campaign(dataset: Dataset, site: Site, sizes: Mapping[str, int]) -> Campaign:
    campaign = dataset.public.campaign
    as_of = f"截至{date_text(dataset.as_of)}" if dataset.as_of else ""
    source = dataset.creator or (site.organizer and f"{site.organizer}发布")
    where = addresses.whole(site.url, addresses.DATA)
    citation = "，".join(
        text for text in (f"《{campaign.name}》公开数据", source, as_of and f"数据{as_of}", where) if text
    )
    return Campaign(
        id=campaign.id,
        name=campaign.name,
        address=addresses.campaign(campaign.id),
        as_of=as_of,
        citation=citation,
        sample=dataset.public.sample,
        grid=Grid(
            f"{campaign.name}的数据表",
            (Column("名称"), Column("内容"), *(Column(FORMATS[ending]) for ending in ENDINGS)),
            tuple(
                (
                    Cell(table.kind.title, f"{addresses.DATA}#fields-{table.kind.name}"),
                    Cell(table.kind.about),
                    *(_file(dataset.address(table, ending), ending, sizes) for ending in ENDINGS),
                )
                for table in dataset.tables
            ),
        ),
    )


def _file(address: str, ending: str, sizes: Mapping[str, int]) -> Cell:
    """A link that tells what is behind it and how large it is; “—” where the file is not there."""
    return Cell(f"{ending.upper()}，{size_text(sizes[address])}", address) if address in sizes else Cell("—")


def _fields(kind: Kind) -> Grid:
    """What each field of a kind means."""
    columns = tuple(map(Column, ("字段", "中文名称", "类型", "说明")))
    rows = tuple(
        (Cell(field.name), Cell(field.title), Cell(_TYPES[field.type]), Cell(field.about or "—"))
        for field in kind.fields
    )
    return Grid(f"{kind.title}的字段", columns, rows)
