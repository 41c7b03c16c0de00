"""disclose.scan: whatever may not be public is found wherever it is planted."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from lowcapdocs.disclose.scan import scan
from lowcapdocs.disclose.secrets import Secret
from lowcapdocs.problems import Finding, Where
from tests.disclose.planting import BYTES, EVERYWHERE, PAGES, page
from tests.disclose.planting_office import PDF, WORD, WORKBOOK, Plant

RECORD = Where("haishu-2020/ledger.csv", row=5, column="企业名称")
SECRETS = (
    Secret("name", "海曙兴旺铸造厂", RECORD),
    Secret("person", "王建国", RECORD.at("法定代表人")),
    Secret("code", "91330203ma2abcde0x", RECORD.at("统一社会信用代码")),
    Secret("number", "123456", RECORD.at("能耗（吨标准煤）")),
    Secret("text", "因债务纠纷暂停拆除设备", RECORD.at("备注")),
)
LEAKS = {
    "a firm": ("海曙兴旺铸造厂", "leak-withheld"),
    "a person": ("王建国", "leak-withheld"),
    "a credit code": ("91330203MA2ABCDE0X", "leak-withheld"),
    "an amount": ("123,456", "leak-withheld"),
    "a remark": ("因债务纠纷暂停拆除设备", "leak-withheld"),
    "an identity number": ("11010519491231002X", "leak-identity"),
    "an old identity number": ("110105491231002", "leak-identity"),
    "a mobile number": ("13812345678", "leak-phone"),
    "a landline number": ("0574-88123457", "leak-phone"),
    "a bank card": ("6222021202001234567", "leak-card"),
    "a mail address": ("wang.jg@163.com", "leak-mail"),
}


def luhn(number: str) -> str:
    """`number` with its check digit."""
    doubled = [int(each) * (2 - place % 2) for place, each in enumerate(reversed(number))]
    return number + str(-sum(each - 9 if each > 9 else each for each in doubled) % 10)


LEAKS["a bank card"] = (luhn("622202120200123456"), "leak-card")


def found(plant: Plant, text: str) -> list[Finding]:
    return scan([plant(text)], SECRETS, ["0574-88123456"])


def planted() -> Iterator[tuple[str, str]]:
    """Each place with three kinds of leak, one of the data, one Chinese and one by form, taking turns; main places with all."""
    names = list(LEAKS)
    for number, place in enumerate(EVERYWHERE):
        yield from ((place, names[(number + step) % len(names)]) for step in (0, 4, 8))
    for place in ("page: paragraph", "data: CSV cell", "Word: paragraph", "workbook: cell", "PDF: page"):
        yield from ((place, name) for name in names)


@pytest.mark.parametrize(("place", "leak"), sorted(set(planted())))
def test_a_planted_leak_is_found(place: str, leak: str) -> None:
    text, code = LEAKS[leak]
    assert code in {each.code for each in found(EVERYWHERE[place], text)}


@pytest.mark.parametrize(
    "text",
    ["海曙·兴旺·铸造厂", "“海曙兴旺”铸造厂", "海曙兴旺（铸造）厂", "海曙兴旺😀铸造厂", "海\u0300曙兴旺铸造厂", "海曙—兴旺 铸造厂", "《海曙兴旺》_铸造厂"],
)  # fmt: skip
@pytest.mark.parametrize("place", ["page: paragraph", "data: JSON value", "data: CSV cell", "Word: paragraph"])
def test_a_name_is_found_whatever_is_set_around_its_parts(place: str, text: str) -> None:
    assert ["leak-withheld"] == [each.code for each in found(EVERYWHERE[place], text)]


@pytest.mark.parametrize("text", ["海曙。兴旺铸造厂", "海曙、兴旺铸造厂", "海曙；兴旺铸造厂", "海曙的兴旺铸造厂"])
def test_what_a_clause_divides_is_no_name(text: str) -> None:
    assert [] == found(PAGES["paragraph"], text)


@pytest.mark.parametrize("place", BYTES)
@pytest.mark.parametrize("leak", ["a firm", "a credit code", "a remark"])
def test_long_values_are_found_in_bytes(place: str, leak: str) -> None:
    assert ["leak-withheld"] == [each.code for each in found(BYTES[place], LEAKS[leak][0])]


@pytest.mark.parametrize("place", BYTES)
@pytest.mark.parametrize("leak", ["an identity number", "a mobile number", "a landline number", "a bank card"])
def test_personal_numbers_are_found_in_bytes(place: str, leak: str) -> None:
    text, code = LEAKS[leak]
    assert [code] == [each.code for each in found(BYTES[place], text)]


def test_noise_is_no_number() -> None:
    noise = Random(9704).randbytes(2_000_000)
    assert [] == scan([("a.png", b"\x89PNG" + noise)], SECRETS)


@pytest.mark.parametrize("place", EVERYWHERE)
def test_a_harmless_text_at_the_same_place_is_no_leak_of_a_value(place: str) -> None:
    hidden = {"leak-hidden"}
    assert set() == {each.code for each in found(EVERYWHERE[place], "任务数二十八家")} - hidden


@pytest.mark.parametrize(
    ("places", "name"),
    [
        (WORD, "comment"), (WORD, "inserted"), (WORD, "deleted"), (WORD, "moved away"), (WORD, "hidden text"),
        (WORD, "embedded file"), (WORKBOOK, "hidden sheet"), (WORKBOOK, "very hidden sheet"),
        (WORKBOOK, "hidden row"), (WORKBOOK, "hidden column"), (WORKBOOK, "comment"), (PDF, "note"),
        (PDF, "attachment"),
    ],
)  # fmt: skip
def test_what_is_hidden_in_a_file_is_an_error_by_itself(places: dict[str, Plant], name: str) -> None:
    assert {"leak-hidden"} == {each.code for each in found(places[name], "任务数")}


def test_a_finding_names_page_place_and_record_and_hides_the_middle_of_a_name() -> None:
    [finding] = found(PAGES["tooltip"], "王建国")
    assert Where("a/towns/x.html", column="<span> title") == finding.where
    assert "error" == finding.level
    assert "“王×国”（haishu-2020/ledger.csv 第5行 “法定代表人”）" in finding.message
    assert "王建国" not in str(finding)


@pytest.mark.parametrize("leak", [each for each in LEAKS if each not in ("a firm", "a remark")])
def test_no_finding_prints_a_personal_number_or_name_whole(leak: str) -> None:
    text, _ = LEAKS[leak]
    told = "".join(map(str, found(PAGES["paragraph"], text))).lower().replace(",", "").replace("-", "")
    assert told
    assert text.lower().replace(",", "").replace("-", "") not in told


def test_one_value_in_many_files_is_one_finding_with_the_first_eight_and_the_count() -> None:
    files = [page("<p>海曙兴旺铸造厂</p>", address=f"a/{number}.html") for number in range(12)]
    [finding] = scan(files, SECRETS)
    assert "a/0.html" == finding.where.file
    assert f"另见 {'、'.join(f'a/{number}.html' for number in range(1, 8))}等共12个文件" in finding.message


def test_a_page_is_told_before_files_of_data_and_what_search_made_of_it() -> None:
    files = [("data/firms.csv", "海曙兴旺铸造厂".encode()), ("search/texts/1.js", 't("海曙兴旺铸造厂")'.encode())]
    [finding] = scan([*reversed(files), page("<p>海曙兴旺铸造厂</p>", address="z.html")], SECRETS)
    assert "z.html" == finding.where.file
    assert "另见 data/firms.csv、search/texts/1.js" in finding.message


DRAFTS = ("关于整治的通知（征求意见稿）", "工作要点（讨论稿）", "工作方案草案", "内部通报", "方案（送审稿）")


@pytest.mark.parametrize("text", DRAFTS)
@pytest.mark.parametrize(
    "place",
    ["page: title", "page: metadata", "data: file name", "Word: title", "Word: paragraph", "PDF: title", "PDF: page", "workbook: sheet name"],
)  # fmt: skip
def test_a_draft_is_told_by_its_title_and_head(place: str, text: str) -> None:
    assert "leak-draft" in {each.code for each in found(EVERYWHERE[place], text)}


@pytest.mark.parametrize(
    "text", ["由各镇内部核对", "公开征求意见稿已收到意见28条", "加强内部控制", "提出修正案草案的建议"]
)
def test_a_draft_word_in_running_prose_is_none(text: str) -> None:
    assert [] == found(PAGES["paragraph"], text)


@pytest.mark.parametrize("text", ["秘密★1年", "机密 ★ 10年", "绝密★", "内部资料 注意保存", "内部文件，不得外传"])
@pytest.mark.parametrize("place", ["page: paragraph", "page: cell", "Word: paragraph", "PDF: page", "data: CSV cell"])
def test_a_mark_of_secrecy_is_found_anywhere(place: str, text: str) -> None:
    assert "leak-secrecy" in {each.code for each in found(EVERYWHERE[place], text)}


@pytest.mark.parametrize(
    "text",
    [
        "秘密",
        "机密",
        "绝密",
        "密级：秘密",
        "机密 10年",
        "秘密级",
        "工作秘密",
        "此件不公开",
        "名单（不得外传）",
    ],
)
def test_a_mark_of_secrecy_alone_on_a_line_counts_in_a_head(text: str) -> None:
    assert ["leak-secrecy"] == [each.code for each in found(WORD["paragraph"], text)]
    assert ["leak-secrecy"] == [each.code for each in scan([page(f"<h1>{text}<a href='#x'>¶</a></h1>")], ())]
    assert [] == found(PAGES["paragraph"], "涉及国家秘密、商业秘密的不予公开")
