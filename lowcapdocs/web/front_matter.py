"""What stands above a page for the site generator: its title, and for our overrides its metadata and JSON-LD.

Names of metadata are those of 《政府网站发展指引》 (国办发〔2017〕47号), annex 网页设计规范: SiteName, SiteDomain
and SiteIDCode on all pages; ColumnName, ColumnDescription, ColumnKeywords and ColumnType on the first page
of a 栏目 (name and type on its other pages, too); ArticleTitle, PubDate, ContentSource, Keywords, Author,
Description and Url on articles. What is not known or not configured is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from markupsafe import escape

from lowcapdocs.model.site import Site
from lowcapdocs.web import addresses
from lowcapdocs.web.markup import guard
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


def front_matter(page: Page, site: Site) -> str:
    """The block with its two lines `---`, each value JSON on one line: YAML that the fast loader reads.

    `title` is HTML, since themes print it as such; all under `page` is plain text but `jsonld`, which is
    safe inside of <script>. PubDate is 00:00 where only the day is known.
    """
    hidden = ["navigation"] if page.contents else ["navigation", "toc"]
    about = {
        "title": guard(page.title),
        "kind": page.kind,
        "campaign": page.campaign,
        "town": guard(page.town),
        "year": page.year,
        "summary": guard(page.summary),
        "address": page.address,
        "meta": [[name, guard(content)] for name, content in metadata(page, site) if content],
        "jsonld": json_ld(page.structured) if page.structured else "",
    }
    return f"---\ntitle: {_json(str(escape(guard(page.title))))}\nhide: {_json(hidden)}\npage: {_json(about)}\n---\n"


def metadata(page: Page, site: Site) -> Iterator[tuple[str, str]]:
    """(name, content) in the order of the guideline; contents may be empty."""
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


def json_ld(value: Mapping[str, object]) -> str:
    """`value` as JSON that cannot end a <script> or begin a comment in it."""
    return _json(_guarded(value)).translate(_HTML)


def _guarded(value: object) -> object:
    match value:
        case str():
            return guard(value)
        case Mapping():
            return {key: _guarded(each) for key, each in value.items()}
        case list() | tuple():
            return [_guarded(each) for each in value]
    return value


def _json(value: object) -> str:
    """JSON on one line, which is YAML, too: characters beyond U+FFFF as they are, for YAML has no pairs."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
