"""Sites to search: made-up government pages of every kind, as finished HTML. All facts are invented."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from random import Random


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TOWNS = words(
    "集士港镇 古林镇 高桥镇 横街镇 鄞江镇 洞桥镇 章水镇 龙观乡 石碶街道 南门街道 江厦街道 月湖街道 鼓楼街道 西门街道 "
    "白云街道 段塘街道 望春街道"
)
DEPARTMENTS = words(
    "区经信局 区发改局 市生态环境局海曙分局 区应急管理局 区市场监督管理局 市公安局海曙分局 区综合行政执法局 "
    "市自然资源和规划局海曙分局 区消防救援大队 区供电公司"
)
WORKS = words(
    "低/散乱企业整治 VOCs治理 危险化学品企业搬迁 铸造窑炉淘汰 印染废水雨污分流 “厂中厂”清理 小锅炉改燃 "
    "电镀园区提升 砖瓦窑关停 落后用能设备更换"
)
SUBJECTS = words("工业企业 亩均效益 安全生产 生态环境 用地 用能 质量 消防 出租厂房 奖补资金 产能置换 信用惩戒 执法检查")
VERBS = words("摸排 建立清单 限期整改 联合执法 验收销号 核查 督办 公示 回头看 帮扶指导 依法关停 兼并重组")
AIMS = words("消除隐患 盘活低效用地 腾出发展空间 防止反弹 改善水质 减少排放 提升形象 落实主体责任 形成长效机制")
NAMES = words("鑫 宏 达 盛 永 恒 丰 泰 华 东 海 明 正 兴 顺 利 佳 凯 科 力")
TRADES = words("五金 塑料 印染 铸造 电镀 包装 木业 水泥制品 橡胶 机械")

PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title} - 示例站</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; style-src 'self'; script-src 'self'">
<meta name="page-kind" content="{kind}"><meta name="page-town" content="{town}">
<meta name="page-year" content="{year}"><meta name="page-campaign" content="{campaign}">
<meta name="PubDate" content="{date}"><meta name="description" content="{summary}">
<link rel="stylesheet" href="{up}search/search.css"><script src="{up}search/client.js" defer></script></head>
<body><header><form action="{up}search.html" role="search"><input name="q" aria-label="站内搜索"></form></header>
<nav>导航里的字不检索</nav>
<main><article><nav class="crumbs" aria-label="当前位置">首页</nav>
<h1>{title}<a class="headerlink" href="#x">¶</a></h1>
{body}
</article></main><footer>页脚里的字也不检索</footer></body></html>
"""


def page(
    address: str,
    title: str,
    kind: str,
    body: str,
    *,
    town: str = "",
    year: str = "2020",
    date: str = "",
    summary: str = "",
) -> tuple[str, bytes]:
    """A finished page; `body` is HTML, the rest is text."""
    campaign = f"{year}年落后产能淘汰整治" if year else ""
    shown = {"title": title, "kind": kind, "town": town, "year": year, "campaign": campaign, "summary": summary}
    shown["date"] = date
    up = "../" * address.count("/")
    return address, PAGE.format(body=body, up=up, **{name: escape(text) for name, text in shown.items()}).encode()


def prose(random: Random, sentences: int) -> str:
    """Paragraphs as officials write them."""
    paragraphs, sentence = [], []
    for number in range(sentences):
        subjects = "、".join(random.sample(SUBJECTS, 2))
        sentence.append(
            f"{random.choice(DEPARTMENTS)}牵头对{random.choice(TOWNS)}{subjects}开展{random.choice(VERBS)}，"
            f"{random.choice(('年底前', '9月底前', '10月15日前'))}完成{random.randint(2, 400)}家，{random.choice(AIMS)}。"
        )
        if number % 3 == 2:
            paragraphs.append("".join(sentence))
            sentence = []
    return "\n".join(f"<p>{escape(each)}</p>" for each in [*paragraphs, "".join(sentence)] if each)


def firm(random: Random) -> tuple[str, str]:
    """A firm's name and its code."""
    name = f"宁波市海曙{''.join(random.sample(NAMES, 2))}{random.choice(TRADES)}有限公司"
    return name, f"9133020{random.randint(10**10, 10**11 - 1)}"


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows as a table."""
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return "<table>" + "\n".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def campaign(year: str, random: Random) -> Iterator[tuple[str, bytes]]:
    """The pages of one year."""
    folder = f"haishu-{year}"
    yield page(f"{folder}/index.html", f"{year}年淘汰落后产能专项行动", "专项行动", prose(random, 6), year=year)
    for number, town in enumerate(TOWNS):
        body = prose(random, 5) + table([("指标", "任务数"), ("整治提升", f"{random.randint(5, 60)}家")])
        yield page(f"{folder}/towns/t{number:02}.html", f"{town}{year}年任务", "镇街", body, town=town, year=year)
        text = (
            f"<p>{town}人民政府：</p><p>索引号：11330203002{year}{number:03}</p>"
            f"<p>海淘汰办〔{year}〕{number + 1}号</p>{prose(random, 12)}"
        )
        title = f"关于下达{town}{year}年度目标任务的通知"
        yield page(f"{folder}/documents/notice/{number:02}.html", title, "文件", text, town=town, year=year)
    for number, work in enumerate(WORKS):
        yield page(f"{folder}/tasks/{number}.html", work, "任务", prose(random, 4), year=year)
    for number, department in enumerate(DEPARTMENTS):
        yield page(f"{folder}/departments/{number}.html", department, "部门", prose(random, 4), year=year)
    firms = table([(*firm(random), random.choice(TOWNS)) for _ in range(60)])
    yield page(f"{folder}/firms.html", f"{year}年企业名单", "企业", firms, year=year)


HANDMADE = (
    page(
        "haishu-2020/progress/index.html",
        "2020年进展",
        "进展",
        "<p>截至9月30日，全区共整治<b>1,200</b>家，腾出用地3,456.5亩，"
        "其中石<em>碶</em>街道\n 完成全部任务；ＶＯＣｓ治理ＡＢＣ－１２３通过验收。</p>"
        "<p>奖补资金 1500 万元。</p><ul><li>甲乙</li><li>丙丁</li></ul><p>第一行<br>第二行</p>",
    ),
    page(
        "haishu-2020/figures.html",
        "指标说明",
        "说明",
        "<p>危险化学品企业按名录认定。</p><p data-search=no>此句不检索。</p><p hidden>藏着的句子。</p>"
        "<p>碳排放强度（tCO<sub>2</sub>/万元）。</p><script>脚本里的字()</script>",
    ),
    page(
        "haishu-2020/hostile.html",
        "<script>alert(1)</script> & “引号” {{ 7*7 }}",
        "公示公告",
        "<p>&lt;img src=x onerror=alert(2)&gt; a|b ~~c~~ **d** \u202eevil\u202c 零\u200b宽 &amp;amp; </p>"
        "<p>__proto__ constructor toString 𠮷野家 㐂 e\u0301tude ﬁne ㎡ № ½ İstanbul straße ΣΊΣΥΦΟΣ</p>",
        summary='"><script>alert(3)</script>',
    ),
    page(
        "haishu-2020/long.html",
        "整治提升实施方案全文",
        "文件",
        prose(Random(5), 90) + "<p>方案末尾的独有词句甲子乙丑。</p>",
    ),
    page("haishu-2020/notices.html", "公示公告", "公示公告", "<p>共2件。</p>"),
    page("haishu-2020/n1.html", "关于5月完成名单的公告", "文件", "<p>现予公告。</p>", date="2020-06-02 09:00"),
    page("haishu-2020/n2.html", "关于9月完成名单的公告", "文件", "<p>现予公告。</p>", date="2020-10-09 09:00"),
    page("guide.html", "政府信息公开指南", "指南", "<p>办公时间：工作日8:30—17:00。</p>", year=""),
    page("haishu-2020/附件 1#表?.html", "附件1情况表", "下载", "<p>挥发性有机物排放清单。</p>"),
    page("empty.html", "只有标题的页面", "说明", "", year=""),
)
RESULTS = page(
    "search.html",
    "搜索",
    "搜索",
    '<div id="search-results"><ul><li><a href="guide.html">政府信息公开指南</a></li></ul></div>',
    year="",
)
UNSEARCHED = (
    RESULTS,
    page("map.html", "网站地图", "网站地图", "<p>地图里的字不检索。</p>", year=""),
    page("404.html", "找不到", "", "<p>没有这一页。</p>", year=""),
)


def small() -> list[tuple[str, bytes]]:
    """About a hundred pages of two years, with hostile ones."""
    return [*campaign("2020", Random(1)), *campaign("2021", Random(2)), *HANDMADE, *UNSEARCHED]


def large(pages: int) -> Iterator[tuple[str, bytes]]:
    """`pages` pages as a province would have them: firms and returns by town, each about 900 characters, one after another."""
    random = Random(7)
    yield page("haishu-2020/towns/jishigang.html", "集士港镇2020年任务", "镇街", prose(random, 8), town="集士港镇")
    yield page("needle.html", "针", "公示公告", "<p>独一份的编号：7Q90-X31557 存放在碶头窑厂。</p>")
    for number in range(pages - 2):
        year = str(2015 + number % 11)
        kind = ("企业", "企业", "企业", "文件", "任务", "进展", "镇街")[number % 7]
        name, code = firm(random)
        town = random.choice(TOWNS) + (f"第{number // 700}片区" if number >= 700 else "")
        titles = {"企业": name, "镇街": f"{town}{year}年任务", "任务": f"{random.choice(WORKS)}（{number}）"}
        title = titles.get(kind, f"关于{town}{random.choice(SUBJECTS)}{random.choice(VERBS)}情况的通报（{number}）")
        body = f"<p>{name}</p><p>统一社会信用代码：{code}</p><p>索引号：1133{number:06}</p>{prose(random, 14)}"
        yield page(f"p/{number // 500}/{number}.html", title, kind, body, town=town, year=year)
