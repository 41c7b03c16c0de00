"""What is found, and in which order: held against what literally stands on the pages."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search import sites, truth
from tests.search.conftest import Find

PAGES = truth.texts(sites.small())
HANDPICKED = sites.words(
    "集士港镇 2020年 2020年度 2021 港 碶 窑 低/散乱 厂中厂 雨污分流 落后产能 奖补资金 海曙分局 应急管理局 生态环境 "
    "：11330203002 索引号：113302030022020000 1133020300220200 海淘汰办〔2020〕1号 〔2021〕 1,200 3,456.5 1,200家 "
    "vocs VOCs治理 ＶＯＣＳ ABC-123 ａｂｃ tCO2/万元 8:30—17:00 危险化学品企业按名录 石碶街道完成 “厂中厂” 、 。 家 9月 "
    "有限公司 913302 甲子乙丑 𠮷野家 étude fine ㎡ m2 straße STRASSE İstanbul __proto__ alert(2) <img &amp; a|b ~~c~~ 零宽 "
    "toString 工作日 只有标题 {{ 第一行第二行 关于下达集士港镇2021年度目标任务的通知 市自然资源和规划局海曙分局牵头"
)


def generated() -> list[str]:
    """Pieces of every length from any page."""
    random = Random(11)
    blocks = sorted({block for blocks in PAGES.values() for block in blocks if len(block) > 12})
    found = []
    for number in range(60):
        block, length = random.choice(blocks), 2 + number % 9
        start = random.randrange(len(block) - length)
        found.append(block[start : start + length].strip())
    return [piece for piece in found if len(piece) > 1]


QUERIES = tuple(dict.fromkeys([*HANDPICKED, *generated()]))


def test_there_are_enough_queries() -> None:
    assert len(QUERIES) >= 100


@pytest.mark.parametrize("query", QUERIES)
def test_the_first_ten_are_pages_on_which_it_stands_and_all_of_them_if_there_are_fewer(find: Find, query: str) -> None:
    expected = truth.holding(PAGES, query)
    found = find(query)
    assert expected, "the query is meant to be found"
    assert [] == [each for each in found["addresses"][: len(expected)] if each not in expected]
    assert min(10, len(expected)) <= len(found["addresses"])


@pytest.mark.parametrize("query", HANDPICKED)
def test_in_the_end_every_page_on_which_it_stands_is_found_and_counted(find: Find, query: str) -> None:
    found = find(query, 1000)
    expected = set[str]().union(*(truth.holding(PAGES, each) for each in (query, *found["also"])))
    assert (sorted(expected), len(expected), True) == (sorted(found["addresses"]), found["total"], found["sure"])


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("集士港镇", "haishu-2021/towns/t00.html"),
        ("集士港", "haishu-2021/towns/t00.html"),
        ("石碶", "haishu-2021/towns/t08.html"),
        ("集士港镇2020", "haishu-2020/towns/t00.html"),
        ("石碶街道 2020", "haishu-2020/towns/t08.html"),
        ("VOCs治理", "haishu-2021/tasks/1.html"),
        ("区应急管理局", "haishu-2021/departments/3.html"),
        ("低/散乱", "haishu-2021/tasks/0.html"),
        ("海淘汰办〔2020〕3号", "haishu-2020/documents/notice/02.html"),
        ("索引号：113302030022021004", "haishu-2021/documents/notice/04.html"),
        ("企业名单", "haishu-2021/firms.html"),
        ("信息公开指南", "guide.html"),
        ("2020年进展", "haishu-2020/progress/index.html"),
        ("通知 古林镇 2020", "haishu-2020/documents/notice/01.html"),
        ("古林镇 企业", "haishu-2021/towns/t01.html"),
        ("公示", "haishu-2020/notices.html"),
        ("jsg", "haishu-2021/towns/t00.html"),
        ("jsgz", "haishu-2021/towns/t00.html"),
        ("jishigang", "haishu-2021/towns/t00.html"),
        ("JiShiGangZhen", "haishu-2021/towns/t00.html"),
        ("shiqijiedao", "haishu-2021/towns/t08.html"),
        ("xinxigongkai", "guide.html"),
        ("xxgkzn", "guide.html"),
    ],
)
def test_this_page_is_the_first(find: Find, query: str, first: str) -> None:
    assert first == find(query)["addresses"][0]


@pytest.mark.parametrize("query", ["jsg", "gl", "hj", "zj", "qyj"])
def test_filters_offer_nothing_that_only_might_have_sounded_like_the_query(find: Find, query: str) -> None:
    found = find(query, 1000)
    assert len(found["addresses"]) == found["filtered"]


def test_pages_come_by_kind_and_the_newest_year_first(find: Find) -> None:
    assert [
        "haishu-2021/towns/t00.html",
        "haishu-2020/towns/t00.html",
        "haishu-2021/documents/notice/00.html",
        "haishu-2020/documents/notice/00.html",
    ] == find("集士港镇")["addresses"][:4]


def test_a_title_begins_with_all_of_the_query_and_the_newest_document_comes_first(find: Find) -> None:
    expected = ["haishu-2020/n2.html", "haishu-2020/n1.html", "haishu-2020/notices.html"]
    assert expected == find("公告")["addresses"]


def test_an_overview_comes_first_by_its_title_and_last_by_its_text(find: Find) -> None:
    overviews = ["haishu-2021/index.html", "haishu-2020/index.html"]
    assert truth.holding(PAGES, "回头看").issuperset(overviews)
    assert overviews == find("专项行动")["addresses"][:2]
    assert overviews == find("回头看", 1000)["addresses"][-2:]


@pytest.mark.parametrize(
    "query", ["集士港 窑", "危险化学品 名录", "石碶街道 ＡＢＣ-123", "1,200 奖补资金 VOCS", "方案 甲子乙丑"]
)
def test_all_words_must_stand_on_a_page(find: Find, query: str) -> None:
    expected = truth.holding(PAGES, *query.split())
    assert sorted(expected) == sorted(find(query, 1000)["addresses"])


def test_the_exact_phrase_comes_before_pages_with_all_words(find: Find) -> None:
    found = find("能 用地", 1000)["addresses"]
    exact = truth.holding(PAGES, "能用地")
    assert (exact, truth.holding(PAGES, "能", "用地")) == (set(found[: len(exact)]), set(found))


def test_a_phrase_in_quotes_is_meant_exactly(find: Find) -> None:
    assert sorted(truth.holding(PAGES, "整治提升")) == sorted(find("“整治提升”", 1000)["addresses"])
    assert [] == find('"集士港窑"')["addresses"]


def test_where_no_page_has_all_words_those_with_some_are_shown_and_the_rarer_word_counts_more(find: Find) -> None:
    found = find("企业 甲子乙丑 查无此词", 1000)
    assert "haishu-2020/long.html" == found["addresses"][0]
    assert (True, truth.holding(PAGES, "企业") | {"haishu-2020/long.html"}) == (found["loose"], set(found["addresses"]))


def test_much_of_a_phrase_is_better_than_nothing(find: Find) -> None:
    found = find("生态环境分局")
    assert truth.holding(PAGES, "生态环境分局") == set()
    assert (True, "haishu-2021/departments/2.html") == (found["loose"], found["addresses"][0])


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("我想知道古林镇要关多少家企业", "haishu-2021/towns/t01.html"),
        ("我是石碶街道2021年任务完成情况的记者", "haishu-2021/towns/t08.html"),
        ("政府信息的公开指南到底在哪里可以看到", "guide.html"),
        ("专项行动的方案末尾写着甲子乙丑", "haishu-2020/long.html"),
        ("古林镇要关多少家 请问谁能说一说", "haishu-2021/towns/t01.html"),
    ],
)
def test_a_question_finds_the_page_that_holds_most_of_its_pieces(find: Find, query: str, first: str) -> None:
    found = find(query)
    assert truth.holding(PAGES, query) == set()
    assert (True, first) == (found["loose"], found["addresses"][0])


def test_a_page_may_hold_one_piece_in_its_title_and_another_in_its_text(find: Find) -> None:
    pieces = ("指南", "工作日")
    assert {"guide.html"} == truth.holding(PAGES, *pieces)
    assert (True, "guide.html") == ((found := find("指南工作日"))["loose"], found["addresses"][0])


@pytest.mark.parametrize(
    "query",
    ["查无此词", "zzzz", "99999999", "甲丙", "后院", "", "  ", "此句不检索", "藏着的句子", "页脚里的字", "¶", "地图里"],
)
def test_what_stands_nowhere_is_not_found(find: Find, query: str) -> None:
    found = find(query)
    assert ([], 0, False) == (found["addresses"], found["total"], found["loose"])


def test_words_that_mean_the_same_are_looked_for_too_and_told(find: Find) -> None:
    found = find("危化品企业", 1000)
    assert (["危险化学品企业"], truth.holding(PAGES, "危险化学品企业")) == (found["also"], set(found["addresses"]))


def test_each_of_several_words_may_have_others_of_its_meaning(find: Find) -> None:
    found = find("清单 vocs", 1000)
    expected = truth.holding(PAGES, "清单", "vocs") | truth.holding(PAGES, "清单", "挥发性有机物")
    assert (["挥发性有机物"], expected) == (found["also"], set(found["addresses"]))
    assert "haishu-2020/附件 1#表?.html" in expected


@pytest.mark.parametrize(("query", "also"), [("1200", "1,200"), ("3456.5亩", "3,456.5亩"), ("1,500万", "1500万")])
def test_a_number_is_found_with_and_without_separators(find: Find, query: str, also: str) -> None:
    found = find(query)
    assert ([also], ["haishu-2020/progress/index.html"]) == (found["also"], found["addresses"])


@pytest.mark.parametrize("query", ["海淘汰办[2020]3号", "海淘汰办（2020）3号", "海淘汰办【2020】3号"])
def test_the_number_of_a_document_is_found_in_whatever_brackets(find: Find, query: str) -> None:
    found = find(query)
    assert (["海淘汰办〔2020〕3号"], "haishu-2020/documents/notice/02.html") == (found["also"], found["addresses"][0])


def test_a_year_has_no_separators(find: Find) -> None:
    assert [] == find("2020")["also"]


def test_a_script_in_a_title_is_text(find: Find) -> None:
    assert "<script>alert(1)</script> &“引号”{{ 7*7 }}" == find("<script>")["titles"][0]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_piece_of_two_to_eight_characters_finds_its_page(find: Find, data: st.DataObject) -> None:
    address = data.draw(st.sampled_from(sorted(PAGES)))
    blocks = [block for block in PAGES[address] if len(block) > 1]
    block = data.draw(st.sampled_from(blocks))
    length = min(len(block), data.draw(st.integers(2, 8)))
    start = data.draw(st.integers(0, len(block) - length))
    piece = block[start : start + length]
    assert address in find(piece, 1000)["addresses"]
