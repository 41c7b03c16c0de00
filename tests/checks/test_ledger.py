"""checks.ledger: each rule on firms, from files to place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs import pipeline
from lowcapdocs.model.credit_code import check_character
from lowcapdocs.workspace import Workspace
from tests.workspaces import DATA, edited, findings, small

HEAD = "编号,企业名称,信用代码,镇街,状态,列入日期,断水断电日期,封存日期,拆除日期,验收日期,公示日期,反弹日期,延期日期,对比照片"


def code(number: int) -> str:
    """A made-up credit code that is in order."""
    body = f"91000000EXAMPLE{number:02d}"
    return body + check_character(body)


def row(number: int = 1, state: str = "列入", **cells: str) -> str:
    """One firm of 东镇, listed on 3月16日, with its papers; `cells` are otherwise."""
    usual = {
        "编号": f"f{number}", "企业名称": f"示例企业{number}", "信用代码": code(number), "镇街": "东镇", "状态": state,
        "列入日期": "2020-03-16", "对比照片": "1.jpg",
    }  # fmt: skip
    return ",".join({**dict.fromkeys(HEAD.split(","), ""), **usual, **cells}.values())


def ledger(*rows: str, quota: int | None = None) -> dict[str, str | bytes | None]:
    """Files of a workspace with this ledger; the quota of 东镇 is as many as there are rows."""
    count = len(rows) if quota is None else quota
    return {
        **edited(
            "campaign.yaml", ("amount: 8", f"amount: {count}"), ("measures:", "ledger_covers: [improve]\nmeasures:"),
            ("measure: improve, text: 对比照片。", "measure: improve, requires: [对比照片], text: 对比照片。"),
        ),
        **edited("quotas.csv", ("东镇,8", f"东镇,{count}"), ("全区,8", f"全区,{count}")),
        f"{DATA}/ledger.csv": "\n".join((HEAD, *rows)) + "\n",
    }  # fmt: skip


ACCEPTED = {"验收日期": "2020-06-18"}
CASES: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "nothing wrong": (ledger(row(1), row(2, "验收", **ACCEPTED)), []),
    "a code with a wrong digit": (ledger(row(信用代码=code(1)[:-1] + "0")), ["credit-code 第2行 “信用代码”"]),
    "a workshop without a licence": (ledger(row(信用代码="/")), []),
    "firms without a code": (
        ledger(row(1), row(2, 信用代码=""), row(3, 信用代码="")),
        ["credit-code-blank 第3行 “信用代码”"],
    ),
    "a code twice": (ledger(row(1), row(2, 信用代码=code(1))), ["firm-twice 第3行 “信用代码”"]),
    "a name twice": (ledger(row(1), row(2, 企业名称=" 示例企业１")), ["firm-name-twice 第3行 “企业名称”"]),
    "a code and its name twice": (
        ledger(row(1), row(2, 信用代码=code(1), 企业名称="示例企业1")),
        ["firm-twice 第3行 “信用代码”"],
    ),
    "no day for its state": (ledger(row(1, "拆除")), ["firm-date-missing 第2行 “拆除日期”"]),
    "published without acceptance": (
        ledger(row(1, "公示", 公示日期="2020-07-01")),
        ["firm-state-ahead 第2行 “验收日期”"],
    ),
    "days in the wrong order": (
        ledger(row(1, "验收", 拆除日期="2020-06-19", **ACCEPTED)),
        ["firm-date-order 第2行 “验收日期”"],
    ),
    "a day before it was listed": (
        ledger(row(1, "延期", 延期日期="2020-03-15")),
        ["firm-date-order 第2行 “延期日期”"],
    ),
    "a day ten years on": (
        ledger(row(1, "延期", 延期日期="2030-03-17")),
        ["firm-date-late 第2行 “延期日期”"],
    ),
    "all steps on one day": (ledger(row(1, "验收", 拆除日期="2020-06-18", **ACCEPTED)), []),
    "sealed before the water was cut": (
        ledger(row(1, "断水断电", 断水断电日期="2020-05-02", 封存日期="2020-05-01")),
        [],
    ),
    "dismantled between sealing and cutting": (
        ledger(row(1, "拆除", 断水断电日期="2020-05-03", 封存日期="2020-05-01", 拆除日期="2020-05-02")),
        ["firm-date-order 第2行 “拆除日期”"],
    ),
    "a state that was left behind": (
        ledger(row(1, "拆除", 拆除日期="2020-06-01", **ACCEPTED)),
        ["firm-state-behind 第2行 “状态”"],
    ),
    "put off but accepted": (
        ledger(row(1, "延期", 延期日期="2020-05-01", **ACCEPTED)),
        ["firm-state-behind 第2行 “状态”"],
    ),
    "put off on the way": (ledger(row(1, "延期", 延期日期="2020-05-01", 断水断电日期="2020-04-30")), []),
    "back in production, never accepted": (ledger(row(1, "反弹", 反弹日期="2020-07-01")), []),
    "back in production after acceptance": (
        ledger(row(1, "反弹", 反弹日期="2020-07-01", **ACCEPTED)),
        ["firm-rebounded 第2行"],
    ),
    "back in production and still counted": (
        ledger(row(1, "验收", 反弹日期="2020-07-01", **ACCEPTED)),
        ["firm-rebounded 第2行 “状态”"],
    ),
    "accepted anew after it was back": (ledger(row(1, "验收", 反弹日期="2020-06-01", **ACCEPTED)), []),
    "accepted without papers": (ledger(row(1, "验收", 对比照片="", **ACCEPTED)), ["firm-evidence 第2行"]),
    "accepted where no paper is needed": (ledger(row(1, "验收", 对比照片="/", **ACCEPTED)), []),
    "listed without papers": (ledger(row(1, 对比照片="")), []),
    "firms of a town without quota": (
        ledger(row(1), row(2, 镇街="西街道"), row(3, 镇街="西街道"), quota=1),
        ["firm-no-quota 第3行 “镇街”"],
    ),
    "fewer firms than the quota": (ledger(row(1), quota=2), ["firm-count"]),
    "fewer firms, but the ledger need not hold them all": (
        {
            **ledger(row(1), quota=2),
            f"{DATA}/campaign.yaml": str(ledger(quota=2)[f"{DATA}/campaign.yaml"]).replace("[improve]", "[]"),
        },
        [],
    ),
    "more firms than the quota": (ledger(row(1), row(2), quota=1), []),
}


@pytest.mark.parametrize("name", CASES)
def test_the_ledger_is_found_to_hold(tmp_path: Path, name: str) -> None:
    files, expected = CASES[name]
    found = [
        each.replace(f"{DATA}/ledger.csv", "").replace("  ", " ").strip() for each in findings(small(tmp_path, files))
    ]
    assert expected == found


def messages(root: Path) -> list[str]:
    """What `check` says of each finding."""
    return [finding.message for finding in pipeline.check(Workspace(root), []).findings]


def test_a_short_ledger_names_each_town_with_both_numbers(tmp_path: Path) -> None:
    files = ledger(row(1), quota=2)
    assert ["台账列入的“整治提升数”少于任务数，共1个镇街：东镇1/2。"] == messages(small(tmp_path, files))


def test_papers_that_are_missing_are_named(tmp_path: Path) -> None:
    files = ledger(row(1, "验收", 对比照片="", **ACCEPTED))
    assert ["“示例企业1”已验收，缺对比照片。"] == messages(small(tmp_path, files))


def test_days_in_the_wrong_order_are_named_with_their_step(tmp_path: Path) -> None:
    files = ledger(row(1, "验收", 拆除日期="2020-06-19", **ACCEPTED))
    assert ["“示例企业1”的验收日期（2020-06-18）早于拆除日期（2020-06-19）。"] == messages(small(tmp_path, files))


def test_one_firm_may_count_for_two_measures(tmp_path: Path) -> None:
    files = ledger(row(1), quota=1)
    measures = ("measures:\n", "measures:\n  - {id: other, name: 另数, unit: 家}\n")
    campaign = files[f"{DATA}/campaign.yaml"]
    assert isinstance(campaign, str)
    files[f"{DATA}/campaign.yaml"] = campaign.replace(*measures)
    files[f"{DATA}/ledger.csv"] = f"{HEAD},指标\n{row(1)},improve\n{row(2, 信用代码=code(1))},other\n"
    assert [f"firm-measures {DATA}/ledger.csv 第3行 “信用代码”", f"firm-no-quota {DATA}/ledger.csv 第3行 “镇街”"] == (
        findings(small(tmp_path, files))
    )
