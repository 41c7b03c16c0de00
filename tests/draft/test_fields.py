"""Front matter → elements: what each key gives, and what each refuses."""

from __future__ import annotations

import pytest

from lowcapdocs.draft.head import KEYS
from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.elements import Attendance, Gongwen, Signature
from lowcapdocs.problems import PolicyError
from tests.builders import draft


def tree(**head: str) -> Gongwen:
    return parse(draft("正文。", **head))


def told(**head: str) -> list[str]:
    with pytest.raises(PolicyError) as problem:
        tree(**head)
    return [f"{finding.code} {finding.where.row}" for finding in problem.value.findings]


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("份号", "000012", "copy_number", "000012"),
        ("密级", "机密★6个月", "secrecy", "机密★6个月"),
        ("密级", "绝密", "secrecy", "绝密"),
        ("紧急程度", "特急", "urgency", "特急"),
        ("格式", "信函", "form", "letter"),
        ("格式", "命令", "form", "order"),
        ("格式", "纪要", "form", "minutes"),
        ("联合发文机关", "甲局、乙局", "joint_issuers", ("甲局", "乙局")),
        ("签发人", "张三、 李四", "signers", ("张三", "李四")),
        ("列席", "甲，乙", "attendance", (Attendance("列席", "甲，乙"),)),
        ("附注", "（此件公开发布）", "annotation", "此件公开发布"),
        ("题注", "（征求意见稿）", "remark", "征求意见稿"),
    ],
)
def test_a_key_gives_its_element(key: str, text: str, field: str, value: object) -> None:
    assert value == getattr(tree(**{key: text}), field)


def test_an_ordinary_document_needs_none_of_them() -> None:
    plain = tree()
    assert ("document", "", "", "", (), ()) == (
        plain.form, plain.copy_number, plain.secrecy, plain.urgency, plain.signers, plain.attendance,
    )  # fmt: skip


def test_several_names_sign_together() -> None:
    found = tree(署名="甲局、乙局", 成文日期="2020-04-20").signature
    assert Signature("甲局", "2020年4月20日", True, ("乙局",)) == found


def test_a_post_goes_with_a_signed_name() -> None:
    found = tree(盖章="签名章", 职务="区长", 成文日期="2020年4月20日").signature
    assert Signature("", "2020年4月20日", False, (), "区长") == found


@pytest.mark.parametrize(
    "head",
    [
        {"份号": "12"},
        {"密级": "绝密级"},
        {"密级": "秘密★一年"},
        {"紧急程度": "急"},
        {"格式": "公报"},
        {"盖章": "也许"},
        {"盖章": "签名章"},
        {"职务": "区长"},
        {"版面": "斜排"},
        {"状态": "送审"},
        {"待补": "文号"},
        {"成文日期": "2020-13-01"},
    ],
)
def test_what_does_not_fit_is_told_with_its_line(head: dict[str, str]) -> None:
    [found] = told(**head)
    assert found.startswith("head-value ")
    assert int(found.split()[1]) > 1


@pytest.mark.parametrize("key", [key for key in KEYS if key != "标题"])
def test_a_key_without_a_value_is_as_if_it_were_not_there(key: str) -> None:
    remark_of_a_clerk = tree(**{"#": ""})
    assert remark_of_a_clerk == tree(**{key: ""}) == tree(**{key: "  "})


def test_a_title_without_words_is_no_title() -> None:
    for text in ("---\n标题:\n---\n正文。", "---\n---\n正文。", "---\n标题:\n文种: 通知\n---\n正文。"):
        with pytest.raises(PolicyError) as problem:
            parse(text)
        assert ["title-missing"] == [each.code for each in problem.value.findings]


@pytest.mark.parametrize("key", ["联合发文机关", "签发人", "署名", "主送"])
@pytest.mark.parametrize("value", ["、", "，、 ", "：", "；"])
def test_a_list_of_marks_alone_is_told(key: str, value: str) -> None:
    assert ["head-value 3"] == told(**{key: value})
