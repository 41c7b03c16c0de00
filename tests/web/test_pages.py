"""Everything that is published has a page, and every page leads on to others that exist."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.gongwen.elements import Span, plain
from lowcapdocs.model.disclosure import NOTHING_PUBLIC
from lowcapdocs.web import addresses
from lowcapdocs.web.definitions import definitions
from lowcapdocs.web.page import Page
from lowcapdocs.web.running import closed
from tests import builders
from tests.web.html import parsed
from tests.web.publish import SAMPLES, SITE, pages, sample

FILES = {
    addresses.file("haishu-2020", "plan", "", "docx"): 34_567,
    addresses.file("haishu-2020", "town-notice", "jishigang", "docx"): 30_000,
    addresses.table("haishu-2020", "quotas", "csv"): 512,
}
ASSETS = ("feed.", "data.json", "data/schema/")
"""Files that are made apart from the pages."""


@cache
def made() -> dict[str, Page]:
    """The pages of all samples in one site, by address."""
    return {page.address: page for page in pages(list(map(sample, SAMPLES)), SITE, FILES)}


def body(address: str) -> str:
    return made()[address].body


def links(address: str) -> list[str]:
    """Where the links of a page lead, from the root of the site, with their anchors."""
    found = []
    for href in parsed(f"<body>{body(address)}</body>").xpath("//a/@href"):
        path, mark, anchor = unquote(href).partition("#")
        found.append((normpath(join(dirname(address), path)) if path else address) + mark + anchor)
    return found


def anchors(address: str) -> set[str]:
    """The ids on a page, those of its Markdown headings among them."""
    text = body(address)
    return {
        *parsed(f"<body>{text}</body>").xpath("//@id"),
        *(line.rpartition("{#")[2][:-1] for line in text.splitlines() if line.startswith("#")),
    }


def test_no_two_pages_have_one_address() -> None:
    count = sum(1 for _ in pages(list(map(sample, SAMPLES)), SITE))
    assert count == len(made()) > 150


def test_everything_published_has_a_page() -> None:
    wanted = {addresses.HOME, addresses.SEARCH, addresses.MAP}
    for name in SAMPLES:
        campaign = sample(name).campaign
        wanted |= {addresses.campaign(name), addresses.campaign(name, "figures"), addresses.campaign(name, "downloads")}
        wanted |= {addresses.town(name, each.id) for each in campaign.towns}
        wanted |= {addresses.department(name, each.id) for each in campaign.departments}
        wanted |= {addresses.task(name, each.id) for each in campaign.tasks}
        wanted |= {addresses.document(name, each.entry.id, each.key) for each in sample(name).documents}
        if campaign.returns:
            wanted |= {addresses.measure(name, each.id) for each in campaign.measures}
            wanted |= {addresses.period(name, each.id) for each in sample(name).figures.reported}
    assert set() == wanted - made().keys()


def test_every_link_leads_to_a_page_a_file_or_an_anchor_that_exists() -> None:
    known = {address: anchors(address) for address in made()}
    dead = []
    for address in made():
        for link in set(links(address)):
            path, _, anchor = link.partition("#")
            if path in FILES or path.startswith(ASSETS):
                continue
            if path not in known or (anchor and anchor not in known[path]):
                dead.append(f"{address} → {link}")
    assert [] == dead


def test_every_page_can_be_reached_from_the_first() -> None:
    seen = set()
    following = [addresses.HOME, addresses.CATALOGUE, addresses.GUIDE, addresses.DATA]  # the columns of the site
    while following:
        address = following.pop()
        if address in seen or address not in made() or address in (addresses.MAP, addresses.SEARCH):
            continue
        seen.add(address)
        following += [link.partition("#")[0] for link in links(address)]
    assert {addresses.SEARCH, addresses.MAP} >= made().keys() - seen


def test_the_map_and_the_search_page_list_every_page() -> None:
    for address in (addresses.MAP, addresses.SEARCH):
        assert set() == made().keys() - set(links(address))


def test_the_map_is_in_order_of_campaigns_and_kinds() -> None:
    page = parsed(f"<body>{body(addresses.MAP)}</body>")
    assert ["全站", "淘汰落后产能及“低散乱”整治提升（2020年）"] == [each.text_content() for each in page.iter("h2")][:2]
    kinds = [each.text_content() for each in page.iter("h3")]
    assert ["栏目", "文件", "镇街", "部门", "任务", "进展"] == kinds[: kinds.index("进展") + 1]


def test_a_series_that_came_out_together_is_one_line_of_the_news() -> None:
    listed = parsed(f"<body>{body(addresses.HOME)}</body>").find_class("latest")[0]
    told = [each.text_content() for each in listed]
    count = sum(each.entry.id == "town-notice" for each in sample("haishu-2020").documents)
    assert [f"同批{count}件"] == [each.rpartition("\u3000")[2] for each in told if "关于下达集士港镇" in each]
    assert [] == [each for each in told if "关于下达古林镇" in each]


def test_a_town_leads_to_its_tasks_its_measures_its_documents_and_its_neighbours() -> None:
    found = links("haishu-2020/towns/gulin.html")
    assert addresses.task("haishu-2020", "energy-1") in found
    assert addresses.measure("haishu-2020", "improve") in found
    assert addresses.document("haishu-2020", "town-notice", "gulin") in found
    assert addresses.town("haishu-2020", "jishigang") in found
    assert addresses.town("haishu-2020", "gaoqiao") in found
    assert addresses.definition("haishu-2020", "rate") in found


def test_a_town_does_not_list_all_towns() -> None:
    towns = {addresses.town("haishu-2020", town.id) for town in sample("haishu-2020").campaign.towns}
    for town in towns:
        assert len(towns & set(links(town)) - {town}) <= 2


def test_each_of_several_who_lead_a_task_is_linked() -> None:
    joined = '<a href="../departments/fgj.html">区发改局</a>、<a href="../departments/jxj.html">区经信局</a>'
    assert joined in body("haishu-2020/tasks/index.html")
    assert joined in body("haishu-2020/towns/jishigang.html")


def test_a_task_leads_to_the_department_that_leads_it_and_back() -> None:
    assert addresses.department("haishu-2020", "fgj") in links("haishu-2020/tasks/energy-1.html")
    assert addresses.task("haishu-2020", "energy-1") in links("haishu-2020/departments/fgj.html")


def test_a_figure_leads_to_its_definition() -> None:
    assert addresses.definition("haishu-2020", "target") in links("haishu-2020/tasks/energy-1.html")
    assert addresses.definition("haishu-2020", "quota") in links("haishu-2020/quotas.html")
    wanted = {each.id for each in definitions(sample("haishu-2020").campaign)}
    assert set() == wanted - anchors("haishu-2020/figures.html")


def test_a_document_leads_to_its_town_and_to_its_files() -> None:
    found = links("haishu-2020/documents/town-notice/jishigang.html")
    assert addresses.town("haishu-2020", "jishigang") in found
    assert addresses.file("haishu-2020", "town-notice", "jishigang", "docx") in found


def test_only_files_that_exist_are_offered() -> None:
    offered = {link for address in made() for link in links(address) if link.startswith(("files/", "data/haishu"))}
    assert set(FILES) == offered


def test_the_element_table_says_what_is_known_and_nothing_else() -> None:
    page = parsed(f"<body>{body('haishu-2020/documents/plan-notice.html')}</body>")
    table = {
        row.find("th").text_content(): row.find("td").text_content()
        for row in page.find_class("elements")[0].iter("tr")
    }
    assert ["索引号", "主题分类", "发布机构", "发布日期", "名称", "有效性", "公开方式", "主题词"] == list(table)
    assert "2020年5月6日" == table["发布日期"]
    assert "主动公开" == table["公开方式"]


def test_what_is_not_known_is_never_printed_as_a_fact() -> None:
    outside = {
        address
        for address in made()
        if any(
            "××" in text
            for text in parsed(f"<body>{body(address)}</body>").xpath(
                "//*[not(ancestor-or-self::*[contains(@class, 'gongwen')])]/text()"
            )
        )
    }
    assert set() == outside


def test_a_page_says_as_of_when_and_that_its_data_is_invented() -> None:
    page = body("haishu-2020/towns/jishigang.html")
    assert '<p class="as-of">数据截至2020年9月30日。</p>' in page
    assert '<p class="notice-sample">示例：数据为演示而编</p>' in page


def test_figures_are_those_of_the_bulletin() -> None:
    figures = sample("haishu-2020").figures
    assert figures.latest is not None
    standing = figures.standing(figures.latest, "improve", "jishigang")
    row = parsed(f"<body>{body('haishu-2020/towns/jishigang.html')}</body>").xpath("//tbody/tr[2]")[0]
    cells = [each.get("data-value") or each.text_content() for each in row]
    assert [str(standing.quota), str(standing.rate), str(standing.rank)] == [cells[1], cells[4], cells[8]]


def test_the_picture_of_a_course_stands_beside_the_one_table_of_its_periods() -> None:
    figures = sample("haishu-2020").figures
    told = [
        [each.period.name, str(each.done), str(each.fresh), str(each.accepted), str(each.rate), str(each.planned)]
        for each in (figures.standing(period, "improve", "jishigang") for period in figures.reported)
    ]
    page = parsed(f"<body>{body('haishu-2020/towns/jishigang.html')}</body>")
    (picture,) = page.xpath("//figure[@id='trend-2'][svg]")
    rows = [[cell.text_content() for cell in row] for row in picture.xpath(".//tbody/tr")]
    assert told == [row[: len(told[0])] for row in rows]
    assert len(figures.campaign.measures) == sum(
        head.text_content() == figures.reported[0].name for head in page.xpath("//tbody/tr/th[@scope='row']")
    )


def test_every_page_has_what_search_and_metadata_need() -> None:
    for page in made().values():
        assert page.title
        assert page.summary
        assert page.column
        assert "××" not in page.summary


def test_each_page_has_one_heading_of_the_first_level_and_none_is_skipped() -> None:
    for address, page in made().items():
        found = re.findall(r"^(#+) |<h([1-6])\b", page.body, re.MULTILINE)
        levels = [len(signs) or int(level) for signs, level in found]
        assert (1, 1) == (levels[0], levels.count(1)), address
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), address


def test_every_table_has_a_name_and_headings() -> None:
    for address in made():
        for table in parsed(f"<body>{body(address)}</body>").iter("table"):
            assert table.find("caption") is not None or table.get("aria-label"), address
            assert table.xpath(".//th[@scope]"), address


def test_a_campaign_of_which_nothing_is_public_but_its_name_still_has_pages() -> None:
    bare = replace(
        builders.campaign(), measures=(), goals=(), departments=(), towns=(), areas=(), safeguards=(), quotas=(),
        evidence=(), documents=(), basis=(), texts=(), issuer=None, disclosure=NOTHING_PUBLIC,
    )  # fmt: skip
    found = {page.address: page for page in pages([PublicCampaign(campaign=bare)], SITE)}
    assert {
        "catalogue.html",
        "data.html",
        "guide.html",
        "index.html", "search.html", "map.html", "test/index.html", "test/notices.html", "test/downloads.html", "test/figures.html",
    } == set(found)  # fmt: skip
    assert "还没有公开的进展。" in found["test/index.html"].body


def test_a_site_without_campaigns_says_so() -> None:
    found = {page.address: page for page in pages([], SITE)}
    assert "还没有公开的文件。" in found["index.html"].body


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_data_makes_the_same_pages(name: str) -> None:
    twice = [list(pages([sample(name)], SITE)) for _ in range(2)]
    assert twice[0] == twice[1]


def test_what_a_phase_asks_for_names_its_basis_in_full() -> None:
    told = body(addresses.campaign("tianjin-2020"))
    assert (True, False) == ("依据《产品质量法》" in told, "quality-law" in told)


def test_every_paragraph_of_the_introduction_ends_like_one() -> None:
    for name in SAMPLES:
        found = parsed(f"<body>{body(addresses.campaign(name))}</body>").xpath("//p[@class='introduction']")
        assert [] == [text for each in found if not (text := "".join(each.itertext())).endswith("。")]
    assert "平稳有序推进。" in body(addresses.campaign("haishu-2020"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("推进", "推进。"),
        ("推进。", "推进。"),
        ("“推进。”", "“推进。”"),
        ("“推进”", "“推进”。"),
        ("如下：", "如下："),
        ("", ""),
    ],
)
def test_a_paragraph_is_closed_once(text: str, shown: str) -> None:
    assert shown == plain(closed((Span(text),) if text else ()))


def test_of_many_measures_a_sentence_tells_the_first_and_tables_tell_all() -> None:
    public = sample("haishu-2020")
    campaign = public.campaign
    more = tuple(replace(campaign.measures[0], id=f"more-{n}", name=f"指标{n}号") for n in range(38))
    goals = tuple(replace(campaign.goals[0], measure=measure.id) for measure in more)
    many = replace(campaign, measures=(*campaign.measures, *more), goals=(*campaign.goals, *goals))
    found = {page.address: page for page in pages([replace(public, campaign=many)], SITE)}
    first = found[addresses.campaign("haishu-2020")]
    assert (True, False) == ("等40项指标。" in first.summary, "指标37号" in first.summary)
    assert "指标37号" in first.body
    assert max(len(page.summary) for page in found.values()) < 400


def test_who_was_assigned_nothing_did_not_fail_to_report() -> None:
    rows = parsed(f"<body>{body(addresses.town('haishu-2020', 'yuehu'))}</body>").xpath("//table//tr[td]")
    told = ["".join(row.itertext()) for row in rows]
    assert [] == [text for text in told if "未报" in text]


def test_figures_without_quotas_are_told_as_they_are() -> None:
    told = body(addresses.campaign("huzhou"))
    assert (True, False) == ("全省位次3位" in told, "累计完成3位" in told)
    measure = body(addresses.measure("huzhou", "place"))
    assert (True, False) == ("各期进展" in measure, "历期完成率" in measure)
    assert "都已报送" not in "".join(made()[address].body for address in made() if "huzhou/progress/period" in address)


def test_only_pages_that_show_returns_say_up_to_when() -> None:
    assert "数据截至" in body(addresses.progress("haishu-2020"))
    assert "数据截至" not in body(addresses.document("haishu-2020", "plan"))


def test_a_campaign_is_called_by_its_place() -> None:
    assert "天津市2020年依法依规推进落后产能退出工作方案" == made()[addresses.campaign("tianjin-2020")].title


def test_no_rule_on_publicity_is_told_where_nothing_was_published() -> None:
    assert "公示期为" not in body(addresses.campaign("huzhou", "notices"))
    assert "公示期为5个工作日" in body(addresses.campaign("haishu-2020", "notices"))
