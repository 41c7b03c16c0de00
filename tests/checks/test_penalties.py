"""checks.penalties: what goes to the credit platform is whole, and of the right firm."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.test_ledger import code, ledger, row
from tests.workspaces import DATA, findings, small

HEAD = "编号,台账编号,企业名称,信用代码,类别,文号,决定日期,内容,决定机关,依据"


def decision(number: int = 1, **cells: str) -> str:
    """One decision on the firm of the ledger; `cells` are otherwise."""
    usual = {
        "编号": f"p{number}", "台账编号": "f1", "企业名称": "示例企业1", "信用代码": code(1), "类别": "吊销",
        "文号": f"示例〔2020〕{number}号", "决定日期": "2020-07-15", "内容": "吊销", "决定机关": "甲局", "依据": "某法",
    }  # fmt: skip
    return ",".join({**usual, **cells}.values())


@pytest.mark.parametrize(
    ("expected", "decisions"),
    [
        ([], [decision(1), decision(2)]),
        ([], [decision(信用代码="")]),
        ([], [decision(台账编号="", 企业名称="示例作坊", 信用代码="/")]),
        (["penalty-incomplete 第2行"], [decision(文号="", 依据="")]),
        (["penalty-twice 第3行"], [decision(1), decision(2, 文号="示例〔2020〕1号")]),
        (["penalty-code 第2行 “统一社会信用代码”"], [decision(信用代码=code(2))]),
        (["credit-code 第2行 “统一社会信用代码”"], [decision(台账编号="", 信用代码="9100")]),
    ],
)
def test_decisions_are_found_to_hold(tmp_path: Path, expected: list[str], decisions: list[str]) -> None:
    files = {**ledger(row(1)), f"{DATA}/penalties.csv": "\n".join((HEAD, *decisions)) + "\n"}
    assert expected == [each.replace(f"{DATA}/penalties.csv ", "") for each in findings(small(tmp_path, files))]
