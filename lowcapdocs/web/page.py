"""A page and an asset of the site, as values: where it stands, what it is, and its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Kind = Literal[
    "首页", "专项行动", "文件", "任务分解", "镇街", "部门", "任务", "进展", "公示公告", "企业", "下载", "数据", "指南",
    "目录", "说明", "搜索", "网站地图",
]  # fmt: skip
"""What a page is; search ranks and filters by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. Every text is plain text; only `body` is markup, all text in it already escaped.

    - `address`: where it stands below the site's root, `haishu-2020/towns/jishigang.html`.
    - `body`: Markdown of a narrow kind: headings, and blocks of HTML.
    - `column`: the 栏目 it belongs to (ColumnName); `is_column` for the first page of one.
    - `published` (PubDate), `source` (ContentSource), `author`: of an article, where they are known.
    - `structured`: schema.org data of the page, by JSON-LD.
    """

    address: str
    title: str
    kind: Kind
    body: str
    summary: str = ""
    keywords: tuple[str, ...] = ()
    campaign: str = ""
    town: str = ""
    year: str = ""
    column: str = ""
    is_column: bool = False
    is_article: bool = False
    published: datetime | None = None
    source: str = ""
    author: str = ""
    contents: bool = False
    """Whether the page shows a list of its headings beside it."""
    structured: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the site that is no page: its address below the root, and its bytes."""

    address: str
    data: bytes
