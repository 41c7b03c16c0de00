"""disclose: the allow-list lets pass what it names, where it names it, and tells of lines that nobody needs."""

from __future__ import annotations

import pytest

from lowcapdocs.disclose.scan import scan
from lowcapdocs.model.allowed import Allowed
from lowcapdocs.problems import Where
from tests.disclose.planting import page
from tests.disclose.test_planted_leaks import SECRETS

LINE = Where("policy_data/allowed.yaml", row=2)


def codes(text: str, allowed: str, at: str) -> list[str]:
    line = Allowed(text=allowed, at=at, reason="已公告", where=LINE)
    return [each.code for each in scan([page(f"<h1>{text}</h1>")], SECRETS, (), [line])]


@pytest.mark.parametrize("at", ["a/towns/x.html", "a/towns/*", "*"])
@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("海曙兴旺铸造厂", "海曙兴旺铸造厂"),
        ("13812345678", "13812345678"),
        ("王建国", "王建国"),
        ("关于《方案（征求意见稿）》的公告", "征求意见稿"),
        ("关于《方案（征求意见稿）》的公告", "关于《方案（征求意见稿）》的公告"),
    ],
)
def test_what_is_allowed_at_an_address_passes(text: str, allowed: str, at: str) -> None:
    assert [] == codes(text, allowed, at)


@pytest.mark.parametrize(
    ("text", "allowed", "at"),
    [
        ("海曙兴旺铸造厂", "海曙兴旺铸造厂", "b/*"),
        ("海曙兴旺铸造厂", "兴旺", "*"),
        ("工作要点（征求意见稿）", "关于《方案（征求意见稿）》的公告", "*"),
    ],
)
def test_anything_else_is_found_and_the_line_told_as_unused(text: str, allowed: str, at: str) -> None:
    assert "allowed-unused" == codes(text, allowed, at)[-1]
    assert 2 == len(codes(text, allowed, at))


def test_an_unused_line_is_a_warning_at_its_place() -> None:
    [finding] = scan([], (), (), [Allowed(text="甲", at="*", reason="乙", where=LINE)])
    assert ("warning", LINE) == (finding.level, finding.where)
