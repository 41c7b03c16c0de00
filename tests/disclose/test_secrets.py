"""disclose.secrets: what the data holds and nothing public says, and only what can be told again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lowcapdocs.disclose.distinctive import of_number, of_text
from lowcapdocs.disclose.secrets import Secret, masked, unprinted, withheld
from lowcapdocs.gongwen.elements import Paragraph, Span
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.ledger import Firm
from lowcapdocs.model.quantity import Quota
from lowcapdocs.model.site import Site
from lowcapdocs.problems import Where
from tests.builders import JISHIGANG, campaign

FIRM = Firm(
    id="f-2020-0001",
    name="海曙兴旺铸造厂",
    town=JISHIGANG,
    measure="improve",
    state="停产",
    credit_code="91330203MA2ABCDE17",
    trade="金属表面处理及热处理加工",
    address="集士港镇工贸一路18号",
    outcome="关停取缔",
    energy=Decimal("12345.5"),
    land=Decimal(3),
    dates={"停产": date(2020, 4, 1)},
    evidence={"验收意见表": "兴旺-验收意见表.pdf"},
    legal_person="王建国",
    phone="13812345678",
    remark="欠款1234567元，联系人李四光，电话0574-88123457",
    where=Where("test/ledger.csv", row=5),
)
FULL = campaign(firms=(FIRM,))
OPEN = campaign(
    firms=(replace(FIRM, credit_code="", address="", energy=None, legal_person="", phone="", remark="", evidence={}),)
)


def texts(full: Campaign, public: Campaign | None, *others: object) -> set[str]:
    return {secret.text for secret in withheld([full], [public, *others])}


def test_everything_of_a_record_that_the_public_one_lacks_is_withheld() -> None:
    assert {
        "91330203ma2abcde17", "集士港镇工贸一路18号", "12345.5", "1.23455万", "王建国", "13812345678",
        "兴旺-验收意见表.pdf", "1234567", "123.4567万", "李四光", "0574-88123457", "057488123457",
        "欠款1234567元、联系人李四光、电话0574-88123457",
    } == texts(FULL, OPEN)  # fmt: skip


def test_words_dates_short_numbers_and_names_of_units_are_no_secrets() -> None:
    found = " ".join(texts(FULL, None))
    assert [] == [word for word in ("停产 ", "关停取缔", "金属表面处理", "2020-04-01", "石碶街道") if word in found]


def test_what_is_a_public_value_of_the_same_sort_is_no_secret() -> None:
    assert set() == texts(FULL, FULL)
    other = Firm(
        id="f-2020-0002", name="海曙另一铸造厂", town=JISHIGANG, measure="improve", state="停产",
        legal_person="王建国", phone="138 1234 5678", energy=Decimal("12345.50"),
    )  # fmt: skip
    assert set() == {"王建国", "13812345678", "12345.5"} & texts(FULL, OPEN, campaign(firms=(other,)))
    office = Site(name="", contacts={"联系人": "王建国", "电话": "13812345678"})
    assert set() == {"王建国", "13812345678"} & texts(FULL, OPEN, office)


PASTED = replace(FIRM, legal_person="欧阳建国", evidence={}, remark="")


@pytest.mark.parametrize("column", ["equipment", "capacity", "remark", "trade", "outcome"])
@pytest.mark.parametrize(
    "value", ["海曙兴旺铸造厂", "欧阳建国", "集士港镇工贸一路18号", "91330203MA2ABCDE17", "13812345678"]
)
def test_a_value_that_was_pasted_into_another_column_is_a_secret_still(column: str, value: str) -> None:
    bare = Firm(id="f-2020-0002", name="海曙另一铸造厂", town=JISHIGANG, measure="improve", state="停产")
    assert value.lower() in texts(campaign(firms=(PASTED,)), campaign(firms=(replace(bare, **{column: value}),)))


def test_a_value_is_no_less_a_secret_because_the_licence_says_it() -> None:
    assert "海曙兴旺铸造厂" in texts(FULL, campaign(), Site(name="", licence="海曙兴旺铸造厂"))


@pytest.mark.parametrize(
    "text", ["已约谈王建国。", "（王建国名下）", "联系人：王建国", "联系王建国13812345678，腾出12345.5吨"]
)
def test_what_stands_within_a_public_text_is_a_secret_still(text: str) -> None:
    assert {"王建国", "13812345678", "12345.5"} <= texts(FULL, OPEN, text, replace(OPEN, name=text))


def test_a_text_that_is_public_word_by_word_holds_no_secret() -> None:
    assert set() == texts(FULL, OPEN, FIRM.remark) & {"1234567", "李四光", "0574-88123457"}


def test_what_only_documents_use_may_stand_where_a_published_one_prints_it() -> None:
    full = replace(OPEN, texts=(("contact", "联系人：李四光，电话0574-88123457"),))
    printed = Paragraph((Span("本文件联系人李"), Span("四光，电话0574 88123457。")))
    assert {"李四光", "0574-88123457"} <= {secret.text for secret in unprinted([(full, ())], [OPEN])}
    assert set() == {"李四光", "057488123457"} & {secret.text for secret in unprinted([(full, ())], [OPEN, printed])}


def test_a_secret_knows_the_cell_it_stands_in() -> None:
    places = {secret.text: str(secret.where) for secret in withheld([FULL], [OPEN])}
    assert "test/ledger.csv 第5行 “法定代表人”" == places["王建国"]
    assert "test/ledger.csv 第5行 “验收意见表”" == places["兴旺-验收意见表.pdf"]
    assert "test/ledger.csv 第5行 “备注”" == places["1234567"]


def test_amounts_of_any_table_count_from_five_digits_on() -> None:
    quotas = (Quota("jishigang", "improve", Decimal(99999)), Quota("shiqi", "improve", Decimal(9999)))
    full = replace(FULL, quotas=quotas)
    assert "99999" in texts(full, OPEN)
    assert "9999" not in texts(full, OPEN)


def test_titles_and_file_names_of_papers_that_are_not_published_are_withheld() -> None:
    papers = [("关于约谈集士港镇负责人的函", Where("test/documents.yaml", row=9)), ("通知", Where())]
    assert [Secret("name", "关于约谈集士港镇负责人的函", papers[0][1])] == list(unprinted([(OPEN, papers)], [OPEN]))


def test_a_campaign_that_is_not_public_withholds_all_of_itself() -> None:
    assert "海曙兴旺铸造厂" in texts(FULL, None)
    assert "海曙兴旺铸造厂" not in texts(FULL, OPEN)


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("停产", "state"), ("/", "credit_code"), ("", "remark"), ("2020-04-01", "remark"), ("2020年4月1日", "remark"),
        ("2020年6月", "text"), ("示例", "reviewer"), ("工作要点", "file"), ("铸造", "trade"), ("已完成", "remark"),
        ("9999", "remark"), ("energy-1", "id"), ("phase_out", "id"),
    ],
)  # fmt: skip
def test_what_anybody_writes_is_not_distinctive(value: str, field: str) -> None:
    assert [] == list(of_text(value, field))


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        (Decimal(9999), []), (3, []), (Decimal("0.5"), []), (Decimal(50000), ["50000"]),
        (12345, ["12345", "1.2345万"]), (Decimal("-12345"), ["12345", "1.2345万"]), (Decimal("123.45"), ["123.45"]),
    ],
)  # fmt: skip
def test_an_amount_is_looked_for_in_figures_and_in_ten_thousands(number: Decimal | int, forms: list[str]) -> None:
    assert forms == [look.text for look in of_number(number)]


def test_masks_keep_the_ends() -> None:
    shown = {masked(text, kind) for text, kind in (("王建", "person"), ("王建国", "person"), ("13812345678", "code"))}
    assert {"王×", "王×国", "138*****678"} == shown
    assert "因债务纠纷暂停拆……" == masked("因债务纠纷暂停拆除设备", "text")
