"""org: towns and departments, and what they are called."""

from __future__ import annotations

from typing import Any

import pytest

from lowcapdocs.model.org import Department, Town, TownKind, all_towns_phrase
from tests.builders import FGJ, GQB


def town(name: str, kind: TownKind, **more: Any) -> Town:
    return Town(id="t", name=name, kind=kind, order=1, **more)


@pytest.mark.parametrize(
    ("expected", "unit"),
    [
        ("集士港镇人民政府", town("集士港镇", "镇")),
        ("龙观乡人民政府", town("龙观乡", "乡")),
        ("石碶街道办事处", town("石碶街道", "街道")),
        ("望春工业园区管委会", town("望春工业园区", "园区")),
        ("永安县人民政府", town("永安县", "县")),
        ("滨海新区人民政府", town("滨海新区", "区")),
        ("和平区市场监督管理局", town("和平区", "区", authority_name="和平区市场监督管理局")),
        ("望春工业园区管理中心", town("望春工业园区", "园区", authority_name="望春工业园区管理中心")),
    ],
)
def test_letters_go_to_the_authority_of_a_town(expected: str, unit: Town) -> None:
    assert expected == unit.authority


def test_a_town_answers_to_its_id_name_authority_and_aliases() -> None:
    unit = Town(id="shiqi", name="石碶街道", kind="街道", order=9, aliases=("石碶镇",))
    assert ("shiqi", "石碶街道", "石碶街道办事处", "石碶镇") == unit.names


def test_a_department_signs_with_its_full_name_where_it_is_known() -> None:
    assert "海曙区工强办" == GQB.signing_name
    assert "区发改局" == FGJ.signing_name


def test_a_department_answers_to_every_name_that_is_not_empty() -> None:
    assert ("fgj", "区发改局") == FGJ.names
    assert ("a", "甲", "甲局", "旧甲") == Department(id="a", short="甲", full="甲局", aliases=("旧甲",)).names


@pytest.mark.parametrize(
    ("expected", "kinds"),
    [
        ("各镇（乡）、街道和园区", ["镇", "乡", "街道", "园区"]),
        ("各镇和街道", ["街道", "镇", "镇"]),
        ("各乡和园区", ["乡", "园区"]),
        ("各街道", ["街道"]),
        ("各镇（乡）", ["乡", "镇"]),
        ("各区", ["区", "区"]),
        ("各县（市、区）", ["区", "市", "县"]),
        ("各市（区）和园区", ["区", "市", "园区"]),
    ],
)
def test_towns_are_addressed_together_by_the_kinds_there_are(expected: str, kinds: list[TownKind]) -> None:
    assert expected == all_towns_phrase(tuple(town("甲", kind) for kind in kinds))
