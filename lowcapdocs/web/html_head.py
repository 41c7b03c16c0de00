"""What stands in the <head> of a page about itself: title, metadata, JSON-LD.

Names of metadata are those of 《政府网站发展指引》 (国办发〔2017〕47号), annex 网页设计规范: SiteName, SiteDomain
and SiteIDCode on all pages; ColumnName, ColumnDescription, ColumnKeywords and ColumnType on the first page
of a 栏目 (name and type on its other pages, too); ArticleTitle, PubDate, ContentSource, Keywords, Author,
Description and Url on articles. What is not known or not configured is left out.

Written here and not by the theme's template, which would go through every pair of it for every page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.markup import guard, safe
from lowcapdocs.web.page import Kind, Page

COLUMN_TYPES: Mapping[Kind, str] = {
    "首页": "首页",
    "专项行动": "工作动态",
    "文件": "政策文件",
    "公示公告": "工作动态",
    "任务分解": "数据发布",
    "镇街": "数据发布",
    "部门": "数据发布",
    "任务": "数据发布",
    "进展": "数据发布",
    "企业": "数据发布",
    "说明": "数据发布",
    "下载": "数据开放",
    "数据": "数据开放",
    "指南": "信息公开指南",
    "目录": "信息公开目录",
}
"""ColumnType: which of the guideline's types the 栏目 of a page belongs to; search and map belong to none."""
_HTML = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def html_head(page: Page, site: Site) -> str:
    """HTML, an element a line; all text of the data in it is escaped."""
    title = site.name if page.address == addresses.HOME else f"{page.title} - {site.name}"
    lines = [f"<title>{safe(title)}</title>"]
    lines += [f'<meta name="{name}" content="{safe(text)}">' for name, text in metadata(page, site) if text]
    if page.structured:
        lines.append(f'<script type="application/ld+json">{json_ld(page.structured)}</script>')
    return "\n".join(lines)


def metadata(page: Page, site: Site) -> Iterator[tuple[str, str]]:
    """(name, content) in the order of the guideline, then what our search reads; contents may be empty.

    PubDate is 00:00 where only the day is known.
    """
    yield "SiteName", site.name
    yield "SiteDomain", site.domain
    yield "SiteIDCode", site.id_code
    if page.column:
        yield "ColumnName", page.column
        if page.is_column:
            yield "ColumnDescription", page.summary
            yield "ColumnKeywords", ",".join(page.keywords)
        yield "ColumnType", COLUMN_TYPES.get(page.kind, "")
    if page.is_article:
        yield "ArticleTitle", page.title
        yield "PubDate", page.published.strftime("%Y-%m-%d %H:%M") if page.published else ""
        yield "ContentSource", page.source
        yield "Keywords", ",".join(page.keywords)
        yield "Author", page.author
        yield "Description", page.summary
        yield "Url", addresses.whole(site.url, page.address)
    yield "description", page.summary
    yield "page-kind", page.kind
    yield "page-town", page.town
    yield "page-year", page.year
    yield "page-campaign", page.campaign


def json_ld(value: Mapping[str, object]) -> str:
    """`value` as JSON that cannot end a <script> or begin a comment in it."""
    return json.dumps(_guarded(value), ensure_ascii=False, allow_nan=False).translate(_HTML)


def _guarded(value: object) -> object:
    match value:
        case str():
            return guard(value)
        case Mapping():
            return {key: _guarded(each) for key, each in value.items()}
        case list() | tuple():
            return [_guarded(each) for each in value]
    return value
