"""disclose.scan: what only looks like a leak stops nobody."""

from __future__ import annotations

import json

import pytest

from lowcapdocs.disclose.scan import scan
from lowcapdocs.disclose.secrets import Secret
from lowcapdocs.problems import Where
from tests.disclose.planting import DATA, EVERYWHERE, PAGES, page
from tests.disclose.planting_office import PDF, WORD, WORKBOOK
from tests.disclose.test_planted_leaks import SECRETS, found

CONTACTS = ("0574-88123456", "xx@haishu.gov.cn", "13800000000（值班）")

LOOK_ALIKES = (
    "发布时间：2020-04-01 00:00", "2020-04-01T08:00:00+08:00", "截至2020年6月底，2020-06-30", "1586000000123",
    "索引号：113302030029450000/2020-00012", "统一社会信用代码：91330203MA2ABCDE17", "33020320200401001234",
    "海工强办〔2020〕3号", "任务数 28 家，完成 1,234 家", "3.1415926535897932384", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
    "0.5 1.25 13.75 100.00 2020 2021", "咨询电话：0574-88123456", "电话：88123456", "值班手机 138 0000 0000",
    "邮箱：xx@haishu.gov.cn", "12345热线", "拨打12345或12369", "由各镇内部核对", "加强内部控制", "不涉及国家秘密",
    "王建国际大厦", "兴国王建设集团", "国王 建国路", "1123456", "123456.7", "0.123456", "a123456f", "海曙兴旺铸造",
    "91330203-2020-04-01", "GB/T 9704—2012", "第13812345号", "ISBN 978-7-5066-0000-0", "2020040100000000",
    "4111111111111112", "110105194912310021", "999999200113012345", "2020-04-01 2020-05-01 2020-06-01",
    "总产值13812345678元。", "13812345678 元", "用电13812345678千瓦时",
)  # fmt: skip


@pytest.mark.parametrize("text", LOOK_ALIKES)
@pytest.mark.parametrize(
    "place", ["page: paragraph", "data: JSON value", "data: search shard", "Word: paragraph", "PDF: page"]
)
def test_a_look_alike_is_no_leak(place: str, text: str) -> None:
    assert [] == scan([EVERYWHERE[place](text)], SECRETS, CONTACTS)


def test_a_clean_bundle_of_every_kind_has_no_findings() -> None:
    text = "；".join(each for each in LOOK_ALIKES if not each.startswith(("海工", "值班")))
    clean = [
        plant(text[:250])
        for places, names in (
            (PAGES, list(PAGES)),
            (DATA, [name for name in DATA if "file name" not in name]),
            (WORD, ["paragraph", "cell", "header", "title", "picture text", "own property"]),
            (WORKBOOK, ["cell", "formula", "author", "own property", "text box"]),
            (PDF, ["page", "title", "XMP", "bookmark"]),
        )
        for plant in (places[name] for name in names)
    ]
    assert [] == scan(clean, SECRETS, CONTACTS)


@pytest.mark.parametrize("text", ["28", "停产", "铸造", "集士港镇"])
def test_layout_numbers_of_files_are_not_read_as_amounts(text: str) -> None:
    """The width of an A4 page in twips, a default of Word's, a colour and a coordinate."""
    sizes = [Secret("number", number, Where("ledger.csv", row=2)) for number in ("11906", "16838", "12240", "914400")]
    drawing = page(f'<svg viewBox="0 0 12240 914400"><path d="M11906 16838"/><text x="11906">{text}</text></svg>')
    files = [WORD["paragraph"](text), WORKBOOK["cell"](text), PDF["page"](text), drawing]
    assert [] == scan(files, sizes)


def test_program_code_is_not_read_as_numbers() -> None:
    code = b"var a=123456,b=13812345678;/* 123456 */"
    assert [] == scan([("a.js", code), ("a.css", b"p{width:123456px;z-index:123456}")], SECRETS)


def test_a_short_name_is_a_person_only_where_it_stands_alone() -> None:
    person = [Secret("person", "王建", Where("ledger.csv", row=2))]
    alone = ("王建", "王　建", "联系人王建", "法定代表人：王建，", "王建（业主）", "由王建女士完成", "业主王建同志")
    within = ("国王建设", "王建设", "大王建", "王建国", "由王建完成")
    assert [1] * 6 == [len(scan([PAGES["paragraph"](text)], person)) for text in alone if "由" not in text]
    assert [0] * 5 == [len(scan([PAGES["paragraph"](text)], person)) for text in within]


@pytest.mark.parametrize("data", [b"", b"\n", b"<", b"{", b"\xff\xfe", b"PK\x03\x04", b"%PDF-1.7", b"\x1f\x8b"])
@pytest.mark.parametrize("address", ["a.html", "a.json", "a.csv", "a.xml", "a.js", "a.docx", "a.pdf", "a.gz", "a"])
def test_a_broken_file_never_crashes_the_scan(address: str, data: bytes) -> None:
    assert {each.code for each in scan([(address, data)], SECRETS)} <= {"leak-unreadable"}


@pytest.mark.parametrize("address", ["a.docx", "a.pdf", "a.zip", "a.gz"])
def test_a_file_that_cannot_be_looked_into_may_not_go_out(address: str) -> None:
    heads = {"a.docx": b"PK\x03\x04", "a.zip": b"PK\x03\x04", "a.pdf": b"%PDF-1.7", "a.gz": b"\x1f\x8b"}
    assert ["leak-unreadable"] == [each.code for each in scan([(address, heads[address] + b"x" * 50)], ())]


def test_what_is_kept_from_nobody_is_found_nowhere() -> None:
    assert [] == scan([EVERYWHERE[place]("海曙兴旺铸造厂") for place in ("page: paragraph", "Word: paragraph")], ())
    assert 1 == len(found(PAGES["paragraph"], "海曙兴旺铸造厂"))


def test_numbers_of_several_cells_in_the_index_are_no_phone_number() -> None:
    shard = json.dumps("东镇\n145\n1234\n5678\n西街道", ensure_ascii=False)
    assert [] == scan([("search/texts/1.js", f'lowcapdocsSearch("texts/1",[{shard}])'.encode())], [])


def test_a_short_name_is_not_put_together_of_what_brackets_part() -> None:
    secret = Secret("name", "示例地址", Where("ledger.csv", row=2))
    assert [] == scan([page("<p>某某单位（示例）地址：某某路1号</p>")], [secret])
    assert ["leak-withheld"] == [each.code for each in scan([page("<p>在示例 地址办理</p>")], [secret])]
