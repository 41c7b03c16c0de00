"""A small site of hand-made pages: every class that the stylesheets know, and titles that mean harm."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

from lowcapdocs.model.site import Site
from lowcapdocs.web.front_matter import front_matter
from lowcapdocs.web.markup import guard
from lowcapdocs.web.page import Page
from tests.builders import REPOSITORY

NAME = "淘汰落后产能及“低散乱”整治提升"
"""The site_name of mkdocs.yml."""
COLUMNS = {
    "index": "首页",
    "catalogue": "公开目录",
    "guide": "公开指南",
    "data": "开放数据",
    "map": "网站地图",
    "search": "搜索",
}
HOSTILE = (
    "<script>window.harm=1</script>",
    "</title><script>window.harm=2</script>",
    '"><img src=x onerror="window.harm=3">',
    "a & b &lt;script&gt; &amp;amp;",
    "{{ config }} {% raw %} {# x #}",
    "*强调* **粗** _x_ `码` ~删~ [链接](javascript:alert)",
    "{#id .类} | 甲 | 乙 |",
    "</script><!-- --> ]]>",
    "\u202e反写\u202c\u2066x\u2069 '单引号' \\ \u2028",
)
PLANTED = {f"x{number}": title for number, title in enumerate(HOSTILE)}

TABLE = """\
<table class="data sortable filterable"><caption>各镇任务</caption>
<thead><tr><th scope="col">镇街</th><th scope="col" class="num">数量（家）</th><th scope="col">备注</th></tr></thead>
<tbody>
<tr><th scope="row">石碶街道</th><td class="num">1,200</td><td>乙</td></tr>
<tr><th scope="row">集士港镇</th><td class="num">9</td><td>甲</td></tr>
<tr><th scope="row">古林镇</th><td class="num">—</td><td>丙</td></tr>
<tr><th scope="row">高桥镇</th><td class="num">10.5</td><td></td></tr>
<tr><th scope="row">洞桥镇</th><td class="num">-3</td><td>甲２</td></tr>
<tr><th scope="row">横街镇</th><td class="num">88</td><td>甲10</td></tr>
<tr><th scope="row">章水镇</th><td class="num">0</td><td>丁</td></tr>
<tr class="total"><th scope="row">合计</th><td class="num">1,304.5</td><td></td></tr>
</tbody></table>
"""
WIDE = (
    '<table class="data"><caption>很宽的表</caption><thead><tr><th scope="col">名称</th>'
    + "".join(f'<th scope="col" class="num">二〇二〇年第{n}项指标</th>' for n in range(1, 25))
    + '</tr></thead><tbody><tr><th scope="row">集士港镇</th>'
    + "".join(f'<td class="num">{n}7</td>' for n in range(1, 25))
    + "</tr></tbody></table>\n"
)
PARTS = f"""
<nav class="crumbs" aria-label="当前位置"><ol><li><a href="index.html">首页</a></li><li aria-current="page">样张</li></ol></nav>
<nav class="campaign-menu" aria-label="专项行动栏目"><ul><li><a href="parts.html" aria-current="page">概况</a></li></ul></nav>

# 样张 {{#top}}

<p class="lede">每一种版式，截至<strong>2020年9月30日</strong>。</p>
<p class="notice-sample">示例数据</p>
<dl class="figures-strip"><div><dt>全年任务</dt><dd>468<span class="unit">家</span></dd></div></dl>
<p><span class="light light-green">绿灯</span> <span class="light light-yellow">黄灯</span> \
<span class="light light-red">红灯</span></p>
<p class="bar"><progress max="100" value="67" aria-label="完成率">67%</progress> <span>66.7%</span></p>
<ul class="tags"><li>危化品</li></ul>
<ul class="cards"><li class="card"><h2>甲</h2><p>468家</p></li></ul>

## 表格 {{#tables}}

{TABLE}
{WIDE}
## 全文 {{#text}}

<table class="elements"><caption class="hidden-label">文件要素</caption><tbody>
<tr><th scope="row">索引号</th><td>示例</td></tr></tbody></table>
<div class="gongwen"><p class="mark">甲局文件</p><p class="doc-number">甲局〔2020〕1号</p><p class="title">关于整治提升的通知</p>
<p class="addressees">各镇人民政府：</p><h3 class="level-1">一、总体要求</h3>
<p><strong class="run-in level-3">1.突出重点。</strong>抓好重点行业。</p>
<div class="signature"><p>甲局</p><p>2020年3月31日</p></div><p class="annotation">（此件公开发布）</p>
<div class="table-wrap" role="region" tabindex="0" aria-label="任务表"><table aria-label="任务表">
<thead><tr><th scope="col">镇街</th></tr></thead><tbody><tr><td>石碶街道</td></tr></tbody></table></div>
<div class="imprint"><p>抄送：乙局。</p></div></div>
<ul class="files"><li><a href="index.html">首页</a></li></ul>
<nav class="pager" aria-label="前后页"><a href="index.html">上一页</a></nav>
"""


def _entities(text: str) -> str:
    """`text` as a heading may hold it: every ASCII mark as a numeric entity, as our pages write them."""
    return "".join(f"&#{ord(c)};" if c.isascii() and not c.isalnum() and c != " " else c for c in guard(text))


def _page(title: str, body: str, contents: bool) -> str:
    """A page file as the generator writes them."""
    about = Page(
        address="x.html",
        title=title,
        kind="专项行动",
        body=body,
        summary=title,
        town=title,
        year="2020",
        campaign="haishu-2020",
        is_article=True,
        published=datetime(2020, 3, 31, 9),
        structured={"@context": "https://schema.org", "name": title},
        contents=contents,
    )
    return f"{front_matter(about, Site(name=NAME))}\n{body}"


def write(folder: Path) -> Path:
    """Put the settings, overrides and pages of the specimen into `folder`."""
    pages = folder / "build" / "pages"
    shutil.copytree(REPOSITORY / "site" / "assets", pages / "assets")
    shutil.copytree(REPOSITORY / "site" / "overrides", folder / "site" / "overrides")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml")
    for name, title in COLUMNS.items():
        text = _page(title, f'# {title} {{#top}}\n\n<p class="lede">说明。</p>\n', contents=False)
        (pages / f"{name}.md").write_text(text, encoding="utf-8")
    (pages / "parts.md").write_text(_page("样张", PARTS, contents=True), encoding="utf-8")
    (pages / "plain.md").write_text(
        "# 手写的页面 & <b>粗</b>\n\n没有任何说明的一页。\n\n## 小节\n\n文字。\n", encoding="utf-8"
    )
    for name, title in PLANTED.items():
        heading = _entities(title)
        body = f"# {heading} {{#top}}\n\n## {heading} {{#one}}\n\n<p>文字。</p>\n\n### {heading} {{#two}}\n\n<p>文字。</p>\n"
        (pages / f"{name}.md").write_text(_page(title, body, contents=True), encoding="utf-8")
    return folder


PAGES = {f"{name}.html" for name in (*COLUMNS, "parts", "plain", *PLANTED)}
"""The addresses of every page of the specimen, without 404.html."""


def configure(folder: Path, **settings: str) -> None:
    """Set values of mkdocs.yml in `folder`, as a clerk would: each stands on a line of its own."""
    path = folder / "mkdocs.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    for name, value in settings.items():
        place = next(number for number, line in enumerate(lines) if line.strip().startswith(f"{name}:"))
        indent = lines[place][: -len(lines[place].lstrip())]
        lines[place] = f"{indent}{name}: {json.dumps(value)}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
