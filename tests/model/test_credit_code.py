"""credit_code: 统一社会信用代码, and what is wrong with one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lowcapdocs.model.credit_code import ALPHABET, Fault, check_character, fault, normal

STANDARD = "91350100M000100Y43"
"""The example of GB 32100-2015 itself."""
DIGITS = "913302031000000018"
"""A code of digits only, as a spreadsheet takes it for a number."""

bodies = st.tuples(
    st.text(ALPHABET, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(ALPHABET, min_size=9, max_size=9),
).map("".join)


def found(text: str) -> Fault:
    """What is wrong with `text`."""
    wrong = fault(text)
    assert wrong is not None
    return wrong


@pytest.mark.parametrize("text", [STANDARD, STANDARD.lower(), "９１３５０１００ M000 100Y43", DIGITS])
def test_a_code_is_in_order_however_it_is_typed(text: str) -> None:
    assert None is fault(text)
    assert normal(text) in (STANDARD, DIGITS)


@given(bodies)
def test_every_body_has_one_check_character(body: str) -> None:
    right = [last for last in ALPHABET if fault(body + last) is None]
    assert [check_character(body)] == right


@given(bodies, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_found(body: str, place: int, other: str) -> None:
    code = body + check_character(body)
    changed = code[:place] + other + code[place + 1 :]
    assert (changed == code) == (fault(changed) is None)


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("length", "91350100M000100Y4", "信用代码“91350100M000100Y4”是17位，应为18位。"),
        ("length", "330203600012345", "信用代码“330203600012345”是15位，应为18位（15位的是旧的营业执照注册号）。"),
        ("length", "M000100Y4", "信用代码“M000100Y4”是9位，应为18位（9位的是组织机构代码）。"),
        ("length", "无", "信用代码“无”是1位，应为18位。"),
        ("scientific", "9.13302E+17", "信用代码“9.13302E+17”成了科学计数法，后几位已丢失。"),
        ("scientific", "9.1330203E17", "信用代码“9.1330203E17”成了科学计数法，后几位已丢失。"),
        ("digits", "913302030000000000", "信用代码“913302030000000000”被当作数字存过，后三位已丢失。"),
        ("digits", "913302001234567040", "信用代码“913302001234567040”被当作数字存过，后三位已丢失。"),
        ("character", "9135O100M000100Y43", "信用代码“9135O100M000100Y43”里有不该出现的“O”。"),
        ("character", "91350100M000100-43", "信用代码“91350100M000100-43”里有不该出现的“-”。"),
        ("district", "91A50100M000100Y43", "信用代码“91A50100M000100Y43”第3至8位是行政区划代码，应为数字。"),
        ("checksum", "91350100M000100Y44", "信用代码“91350100M000100Y44”校验不符：照前17位，末位应是“3”。"),
    ],
)
def test_what_is_wrong_is_told_in_words(kind: str, text: str, message: str) -> None:
    assert (kind, message) == (found(text).kind, found(text).message)


@pytest.mark.parametrize(("letter", "digit"), [("I", "1"), ("O", "0"), ("S", "5"), ("Z", "2")])
def test_a_letter_that_no_code_has_is_taken_for_what_it_looks_like(letter: str, digit: str) -> None:
    assert f"是不是“{digit}”？" in found(f"91350100M{letter}00100Y43").remedy


def test_a_code_with_an_e_among_digits_is_no_scientific_notation() -> None:
    body = "9E350100000000000"
    assert None is fault(body + check_character(body))


def test_a_code_of_another_length_has_no_check_character() -> None:
    with pytest.raises(ValueError, match="913"):
        check_character("913")
