"""What stands above the title, and the format of page one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lowcapdocs.checks.letterhead import check
from lowcapdocs.gongwen.elements import About, Attendance, Gongwen, Signature, Span

PLAIN = Gongwen(title=(Span("关于甲的通知"),), issuer_mark="区办文件")
JOINT: dict[str, Any] = {"about": About(kind="报告"), "joint_issuers": ("区局",)}
SIGNED = Signature("区办", "2020年4月5日", sealed=True, joint=("区局",))
SECRET = {"secrecy": "秘密★1年", "copy_number": "000001"}


def codes(tree: Gongwen) -> list[str]:
    return [finding.code for finding in check(tree, "甲.md")]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"form": "letter", "issuer_mark": ""}, "mark-missing"),
        ({"form": "letter"}, "mark-form"),
        ({"form": "letter", "issuer_mark": "区办", "joint_issuers": ("区局",)}, "mark-form"),
        ({"about": About(kind="请示")}, "signers-missing"),
        ({**JOINT, "signers": ("张三",)}, "signers-few"),
        ({**JOINT, "joint_issuers": (), "signature": SIGNED, "signers": ("张三",)}, "signers-few"),
        ({**JOINT, "joint_issuers": ("区局", "区委"), "signers": ("张三", "李四")}, "signers-few"),
        ({**JOINT, "signers": ()}, "signers-missing"),
        ({"about": About(kind="通知"), "signers": ("张三",)}, "signers-downward"),
        ({"secrecy": "机密"}, "copy-number-missing"),
        ({**SECRET, "about": About(disclosure="依申请公开")}, "secrecy-public"),
        ({"attendance": (Attendance("出席", "甲"),)}, "attendance-form"),
    ],
)
def test_each_rule(fields: dict[str, Any], code: str) -> None:
    assert [code] == codes(replace(PLAIN, **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"form": "letter", "issuer_mark": "区办", "doc_number": "区办函〔2020〕1号"},
        {"form": "order", "issuer_mark": "区人民政府令"},
        {"form": "minutes", "issuer_mark": "会议纪要", "attendance": (Attendance("出席", "甲"),)},
        {"about": About(kind="请示"), "signers": ("××",)},
        {"about": About(kind="请示"), "issuer_mark": ""},
        {**JOINT, "signers": ("张三", "李四")},
        {**JOINT, "signature": SIGNED, "signers": ("张三", "××")},
        {**JOINT, "about": About(kind="通知")},
        {**JOINT, "about": About(kind="意见"), "signers": ("张三",)},
        {"about": About(kind="意见"), "signers": ("张三",)},
        {**SECRET, "about": About(disclosure="不予公开")},
    ],
)
def test_what_is_right_passes(fields: dict[str, Any]) -> None:
    assert [] == codes(replace(PLAIN, **fields))
