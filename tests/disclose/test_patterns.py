"""disclose.patterns: personal numbers by their form, however they are written."""

from __future__ import annotations

import pytest

from lowcapdocs.disclose.normal import joined, spaced
from lowcapdocs.disclose.patterns import Contacts, is_card, is_identity, numbers

IDENTITY = "11010519491231002x"


def forms(text: str, *contacts: str) -> list[tuple[str, str]]:
    plain = spaced(text)
    return [(each.form, each.value) for each in numbers(plain, joined(plain), Contacts(contacts))]


@pytest.mark.parametrize(
    "text",
    [
        "11010519491231002X", "11010519491231002x", "身份证11010519491231002X。", "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X", "110105-19491231-002X", "110105 1949 1231 002X", "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "110105\u200b19491231\u2060002X", "110105\u00a019491231\u3000002X", "11010519491231—002X", "11010519491231\u00ad002X",
    ],
)  # fmt: skip
def test_an_identity_number_is_found_however_it_is_written(text: str) -> None:
    assert [("identity", IDENTITY)] == forms(text)


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # check character
        "110105194913310027",  # month 13
        "990105194912310020",  # no such province
        "1101051949123100",  # 16 digits
        "x11010519491231002xy",
    ],
)
def test_a_number_with_a_wrong_check_or_day_is_none(text: str) -> None:
    assert not is_identity(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13812345678", "13812345678"), ("138 1234 5678", "13812345678"), ("138-1234-5678", "13812345678"),
        ("+86 13812345678", "8613812345678"), ("手机：１３８１２３４５６７８", "13812345678"), ("0574-88123457", "057488123457"),
        ("(0574)88123457", "057488123457"), ("0574 8812 3457", "057488123457"), ("010-61234567", "01061234567"),
        ("057488123457", "057488123457"), ("电话：88123457", "88123457"), ("传真 8812-3457", "88123457"),
    ],
)  # fmt: skip
def test_a_phone_number_is_found_however_it_is_written(text: str, value: str) -> None:
    assert [("phone", value)] == forms(text)
    assert [] == forms(text, f"电话：{value}")


@pytest.mark.parametrize("text", ["找13812345678元老板", "电话13812345678元。", "卡号13812345678 吨"])
def test_a_unit_behind_it_makes_no_amount_of_what_is_called_a_number(text: str) -> None:
    assert [("phone", "13812345678")] == forms(text)


def test_the_numbers_of_the_office_may_stand_with_and_without_area_code() -> None:
    office = ("0574-88123456、0574-88123458转801", "xx@haishu.gov.cn")
    assert [] == forms("0574-88123456 电话88123458 (0574)88123458 xx@haishu.gov.cn", *office)
    assert [("phone", "057488123459")] == forms("0574-88123459", *office)


@pytest.mark.parametrize(
    "text", ["4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "４１１１１１１１１１１１１１１１"]
)
def test_a_bank_card_is_found_however_it_is_written(text: str) -> None:
    assert [("card", "4111111111111111")] == forms(text)


@pytest.mark.parametrize("text", ["4111111111111112", "411111111111111", "0000000000000000", "2020040100000008"])
def test_a_number_without_the_check_digit_is_no_card(text: str) -> None:
    assert not is_card(text)


@pytest.mark.parametrize("text", ["a.b@qq.com", "邮箱a.b@qq.com。", "ａ.ｂ＠ｑｑ．ｃｏｍ", "A.B@QQ.COM"])
def test_a_mail_address_is_found(text: str) -> None:
    assert [("mail", "a.b@qq.com")] == forms(text)


def test_a_credit_code_of_digits_alone_is_told_by_its_name() -> None:
    assert [] == forms("统一社会信用代码：113302030029450000")
    assert [] == forms("注册号：330203900101123")
