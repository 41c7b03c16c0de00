"""checks.publications: each line of the catalogue has a document that is public, reviewed, issued and in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspaces import HAISHU_DATA, edit, run, sample

CATALOGUE = f"{HAISHU_DATA}/publications.yaml"
QUIET = {"firm-evidence", "issued-incomplete", "face-lacks"}


def told_of(root: Path) -> list[str]:
    """What `check` finds beside what the sample is always told of."""
    return [code for code in run(root, "check", "haishu-2020").codes() if code not in QUIET]


def test_the_catalogue_of_the_sample_holds(tmp_path: Path) -> None:
    assert [] == told_of(sample(tmp_path, issued=True))


@pytest.mark.parametrize(
    ("expected", "old", "new"),
    [
        ("publication-late", "发布时间: 2020-07-13 09:30", "发布时间: 2020-08-10 09:30"),
        ("publication-early", "发布时间: 2020-07-13 09:30", "发布时间: 2020-07-09 23:00"),
        ("publication-before-review", "审查日期: 2020-10-16", "审查日期: 2020-10-20"),
        ("publication-not-issued", "对象: 2020年6月", "对象: 2020年7月"),
        ("publication-unknown", "对象: 2020年6月", "对象: 2020年12月"),
        ("publication-not-public", "文件: announcement", "文件: summary"),
        ("publication-twice", "对象: 2020年6月", "对象: 2020-09"),
        ("publication-twice", "文件: plan-notice", "文件: 工作要点"),
        ("document-unknown", "文件: plan-notice", "文件: 工作要典"),
        ("unit-unknown", "对象: 2020年6月\n", "对象:\n"),
        ("unit-unknown", "对象: 2020年6月", "对象: 六月那期"),
        ("unit-unknown", "文件: plan-notice", "文件: plan-notice\n  对象: 集士港镇"),
        ("value-date", "发布时间: 2020-07-13 09:30", "发布时间: 2020-07-13 25:30"),
        ("value-date", "发布时间: 2020-07-13 09:30", "发布时间: 近日"),
        ("value-choice", "发布时间: 2020-07-13 09:30\n  有效性: 有效", "发布时间: 2020-07-13\n  有效性: 长期"),
    ],
)
def test_a_line_that_does_not_hold_is_told(tmp_path: Path, expected: str, old: str, new: str) -> None:
    root = sample(tmp_path, issued=True)
    edit(root / CATALOGUE, old, new)
    assert expected in told_of(root)


def test_the_last_of_the_twenty_working_days_is_in_time(tmp_path: Path) -> None:
    """10 July 2020 is a Friday: the twentieth working day after it is Friday, 7 August."""
    root = sample(tmp_path, issued=True)
    edit(root / CATALOGUE, "2020-07-13 09:30", "2020-08-07 23:59")
    assert [] == told_of(root)


def test_a_day_off_of_the_campaigns_own_calendar_gives_a_day_more(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    edit(root / CATALOGUE, "2020-07-13 09:30", "2020-08-10 09:30")
    edit(
        root / f"{HAISHU_DATA}/schedule.yaml", "publicity_days: 5", "publicity_days: 5\ncalendar: {rest: [2020-07-20]}"
    )
    assert [] == told_of(root)


def test_a_line_without_review_is_told_where_nobody_reviewed_all(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    edit(root / f"{HAISHU_DATA}/disclosure.yaml", "reviewer: 示例\n", "")
    assert ["disclosure-unreviewed"] * 9 == told_of(root)


def findings_on(root: Path, code: str) -> list[str]:
    """What `check` says of `code`, each a line."""
    ran = run(root, "check", "haishu-2020")
    return [line for line in f"{ran.out}{ran.err}".splitlines() if f"[{code}]" in line]


def test_a_document_of_a_series_is_called_as_its_file_and_days_are_told_as_documents_write_them(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    edit(root / CATALOGUE, "发布时间: 2020-07-13 09:30", "发布时间: 2020-08-10 09:30")
    [told] = findings_on(root, "publication-late")
    assert "“通报/03-2020年6月”2020年7月10日成文，最迟应于2020年8月7日公开，2020年8月10日才发布。" in told


def test_a_document_that_there_is_none_of_is_called_after_its_series(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    edit(root / CATALOGUE, "对象: 2020年6月", "对象: 2020年12月")
    [told] = findings_on(root, "publication-unknown")
    assert "现在没有“通报（2020-12）”这一份。" in told
    edit(root / CATALOGUE, "对象: 2020年12月", "对象: 六月那期")
    [told] = findings_on(root, "unit-unknown")
    assert "看不出“六月那期”是“通报”的哪一份。" in told
