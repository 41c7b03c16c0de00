"""names: exact, alias, a unique short form; else a suggestion."""

from __future__ import annotations

import pytest

from lowcapdocs.model.org import Town, TownKind
from lowcapdocs.sources.names import Names
from lowcapdocs.sources.nodes import Report
from tests.builders import scalar, told

KINDS: dict[str, TownKind] = {"道": "街道", "镇": "镇", "区": "园区", "乡": "乡"}


def names(report: Report) -> Names[Town]:
    listed = {
        "shiqi": "石碶街道",
        "wangchun": "望春街道",
        "park": "望春工业园区",
        "jiangxia": "江厦街道",
        "gulin": "古林镇",
    }
    aliases = {"gulin": ("古林街道", "VOCs镇")}
    return Names(
        [
            Town(id=code, name=name, kind=KINDS[name[-1]], order=1, aliases=aliases.get(code, ()))
            for code, name in listed.items()
        ],
        "镇街",
        report,
    )


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("shiqi", "石碶街道"),
        ("shiqi", "shiqi"),
        ("shiqi", "石碶"),
        ("shiqi", " 石 碶 街道"),
        ("shiqi", "石碶街道办事处"),
        ("park", "望春工业园区"),
        ("wangchun", "望春街道"),
        ("gulin", "古林街道"),
        ("gulin", "古林"),
        ("gulin", "ｖｏｃｓ"),
        ("jiangxia", "江厦"),
    ],
)
def test_a_town_is_known_by_any_of_its_names(expected: str, text: str) -> None:
    report = Report()
    found = names(report).resolve(scalar(text))
    assert (expected, []) == (found and found.id, report)


def test_a_short_form_of_two_towns_is_ambiguous() -> None:
    report = Report()
    assert None is names(report).resolve(scalar("望春", "镇街"))
    assert ["name-ambiguous 表.csv 第2行 “镇街”"] == told(report)
    assert "“望春”可能是望春街道、望春工业园区。" == report[0].message


def test_a_misspelt_name_gets_a_suggestion() -> None:
    report = Report()
    assert None is names(report).resolve(scalar("江夏街道", "镇街"))
    assert ["name-unknown 表.csv 第2行 “镇街”"] == told(report)
    assert report[0].remedy.startswith("是不是：江厦街道")


def test_a_name_like_no_other_is_to_be_registered_first() -> None:
    report = Report()
    names(report).resolve(scalar("XYZ"))
    assert "请先在镇街表里登记。" == report[0].remedy


def test_several_names_resolve_in_order_and_the_unknown_is_left_out() -> None:
    report = Report()
    found = names(report).resolve_all([scalar("古林镇"), scalar("？"), scalar("石碶")])
    assert (["gulin", "shiqi"], 1) == ([town.id for town in found], len(report))


@pytest.mark.parametrize(
    ("expected", "how", "text"),
    [
        ("shiqi", "", "石碶街道"),
        ("shiqi", "alias", "石 碶 街道"),
        ("shiqi", "alias", "石碶街道办事处"),
        ("shiqi", "office", "石碶街道办"),
        ("shiqi", "short", "石碶办事处"),
        ("shiqi", "office", "海曙区石碶街道"),
        ("shiqi", "office", "宁波市海曙区石碶街道办事处"),
        ("shiqi", "short", "海曙区石碶"),
        ("park", "prefix", "望春工业"),
        ("park", "office", "望春工业园区管理委员会"),
    ],
)
def test_a_name_in_a_sheet_of_others_is_matched_and_told_how(expected: str, how: str, text: str) -> None:
    found, by = names(Report()).match(text)
    assert ([expected], how) == ([town.id for town in found], by)


def test_a_name_in_a_sheet_of_others_is_not_guessed() -> None:
    assert [] == names(Report()).match("江夏街道")[0]
    assert ["wangchun", "park"] == [town.id for town in names(Report()).match("望春")[0]]
    assert "江厦街道" == names(Report()).near("江夏街道")
