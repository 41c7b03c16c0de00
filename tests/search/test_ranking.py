"""Which page comes first."""

from __future__ import annotations

from typing import get_args

from lowcapdocs.search.ranking import KINDS, place
from lowcapdocs.search.reading import UNSEARCHED, Reading
from lowcapdocs.web.page import Kind


def of(address: str, kind: str = "文件", year: str = "", date: str = "") -> Reading:
    return Reading(address, "", kind, "", "", year, date, "", ())


def test_every_kind_of_page_has_its_place() -> None:
    assert set(get_args(Kind)) - UNSEARCHED == set(KINDS) - {""}


def test_kinds_then_the_newest_then_lists_last_then_the_address() -> None:
    pages = [
        of("z.html", "企业", "2020"),
        of("z.html", "镇街", "2021"),
        of("a.html", "镇街", "2020"),
        of("a-b.html", "镇街", "2020"),
        of("b/index.html", "镇街", "2020"),
        of("a.html", "镇街", "不详"),
        of("a.html", "任务", "2021"),
        of("z.html", "文件", "2021", "2021-10-12 09:00"),
        of("y.html", "文件", "2021", "2021-09-30 17:00"),
        of("a.html", "文件", "2021", "不详"),
        of("b.html", "文件", "2021"),
        of("x.html", "文件", "2020", "2022-01-05 09:00"),
        of("a.html", "进展", "2021"),
        of("a.html", "", "2021"),
        of("a.html", "别的", "2021"),
    ]
    falling = pages[::-1]
    assert pages == sorted(falling, key=place)
