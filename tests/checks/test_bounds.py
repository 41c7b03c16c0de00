"""checks.bounds: what is out of all reason is told at its line, and what is long but right is not."""

from __future__ import annotations

import pytest

from lowcapdocs.checks.bounds import check
from lowcapdocs.draft.parse import parse
from lowcapdocs.problems import Finding
from tests.builders import draft

LONG = "关于进一步做好" + "淘汰落后产能和整治提升" * 6 + "工作的通知"
MARK = {"发文机关标志": "甲区甲局文件"}
SECRET = {**MARK, "份号": "000001"}
SIGNED = {"盖章": "签名章", "职务": "区长", "成文日期": "2020-04-20"}


def found(title: str, **head: str) -> list[Finding]:
    return list(check(parse(draft("正文。", title=title or "关于甲的通知", **head)), "稿.md"))


CASES: dict[str, tuple[list[str], str, dict[str, str]]] = {
    "a period beyond all reason": (["error secrecy-period 5"], "", {**SECRET, "密级": "秘密★99999999年"}),
    "a period of nothing": (["error secrecy-period 5"], "", {**SECRET, "密级": "秘密★0年"}),
    "a period with a nought before it": (["error secrecy-period 5"], "", {**SECRET, "密级": "秘密★05年"}),
    "a period longer than usual": (["warning secrecy-period 5"], "", {**SECRET, "密级": "秘密★11年"}),
    "as many months": (["warning secrecy-period 5"], "", {**SECRET, "密级": "机密★241个月"}),
    "the longest usual period": ([], "", {**SECRET, "密级": "绝密★30年"}),
    "for good": ([], "", {**SECRET, "密级": "绝密★长期"}),
    "a title of five lines": (["warning title-long 2"], LONG, {}),
    "a title of two lines": ([], "关于进一步做好淘汰落后产能和整治提升高耗低效企业有关工作的通知", {}),
    "a title of three thousand characters": (["error title-long 2"], "甲" * 2998 + "通知", {}),
    "a title of three thousand under a mark": (["error title-long 2"], "甲" * 2998 + "通知", MARK),
    "forty who sign": (["error signers-many 4"], "", {**MARK, "签发人": "、".join(f"甲{n}" for n in range(40))}),
    "six who sign": ([], "", {**MARK, "签发人": "甲、乙、丙、丁、戊、己"}),
    "a mark of 132 characters": (["error mark-long 3"], "", {"发文机关标志": "甲" * 130 + "文件"}),
    "a mark as long as names are": ([], "", {"发文机关标志": "某某壮族自治区某某市某某区经济和信息化局办公室文件"}),
    "thirty joint issuers": (
        ["error mark-long 4"],
        "",
        {**MARK, "联合发文机关": "、".join(f"乙区第{n}局" for n in range(30))},
    ),
    "an issuer joint with itself": (["error name-twice 4"], "", {**MARK, "联合发文机关": "甲区甲局、乙局"}),
    "a joint issuer twice": (["error name-twice 4"], "", {**MARK, "联合发文机关": "乙局、丙局、乙局"}),
    "a signature twice": (["error name-twice 3"], "", {"署名": "甲局、甲局"}),
    "two signers of one name": (["warning name-twice 4"], "", {**MARK, "签发人": "张三、张三"}),
    "signers who are not known yet": ([], "", {**MARK, "签发人": "××、××"}),
    "joint issuers": ([], "", {**MARK, "联合发文机关": "乙局", "署名": "甲区甲局、乙局"}),
    "a signature that is not printed": (["warning signature-unprinted 6"], "", {**SIGNED, "署名": "甲局"}),
    "a post that signs": ([], "", SIGNED),
    "printed before it was signed": (
        ["error print-date-early 5"],
        "",
        {"成文日期": "2020-04-20", "印发机关": "甲局", "印发日期": "2020-04-19"},
    ),
    "printed on the day": ([], "", {"成文日期": "2020-04-20", "印发机关": "甲局", "印发日期": "2020-04-20"}),
    "a day not known": ([], "", {"成文日期": "2020年××月××日", "印发机关": "甲局", "印发日期": "2019-04-20"}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_is_found_to_hold(name: str) -> None:
    expected, title, head = CASES[name]
    findings = found(title, **head)
    assert expected == [f"{each.level} {each.code} {each.where.row}" for each in findings]
    assert [] == [each for each in findings if not (each.message and each.remedy)]
