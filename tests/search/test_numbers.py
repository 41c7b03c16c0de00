"""Lists of numbers come back from the browser as they were written."""

from __future__ import annotations

from random import Random

from playwright.sync_api import Page

from lowcapdocs.search.numbers import ALPHABET, plain, rising
from lowcapdocs.search.terms import bucket

READ = "([codes, alphabet, rising]) => codes.map((code) => numbers(code, alphabet, rising))"


def lists() -> list[list[int]]:
    random = Random(3)
    dense = [sorted(random.sample(range(3000), size)) for size in (1, 2, 50, 1500, 2990)]
    ones = [[number] for number in (0, 37, 38, 39, 43, 44)]
    return [[], *ones, [1520, 1521], [1935, 1936], list(range(200)), [5, *range(49, 60), 10**6], *dense]


def test_rising_numbers(script: Page) -> None:
    assert lists() == script.evaluate(READ, [[rising(each) for each in lists()], ALPHABET, True])


def test_numbers_in_any_order(script: Page) -> None:
    falling = [each[::-1] for each in lists()]
    assert falling == script.evaluate(READ, [[plain(each) for each in falling], ALPHABET, False])


def test_neighbours_cost_little() -> None:
    assert 5 > len(rising(range(20_000)))


def test_no_character_is_special_in_a_script() -> None:
    assert set() == set(ALPHABET) & set('"\\<\n')


def test_no_list_looks_like_a_telephone_number_or_an_address_of_mail() -> None:
    assert (79, set()) == (len(ALPHABET), set(ALPHABET) & set("0123456789@"))


def test_a_term_lies_in_the_same_shard_for_both(script: Page) -> None:
    terms = ["集", "集士", "2020", "\x02集", "\x02集士", "\x89\x92", "𠮷野", "Ａ", "：1"]
    there = script.evaluate("terms => terms.map((term) => bucket(term, 4096))", terms)
    assert [bucket(term, 4096) for term in terms] == there
