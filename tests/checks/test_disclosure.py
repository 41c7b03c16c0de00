"""checks.disclosure: what is public was decided by somebody, and tells of no person by mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspaces import DATA, findings, small

WHOLE = "basis: 某办法\nreviewer: 某科\ndate: 2020-04-01\n"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([], f"{WHOLE}columns: {{ledger: {{企业名称: 主动公开, 联系电话: 不予公开}}}}\n"),
        ([], "columns: {ledger: {联系电话: 不予公开}}\n"),
        (["disclosure-unreviewed 第1行"], "columns: {ledger: {企业名称: 主动公开}}\n"),
        (["disclosure-unreviewed 第1行"], "basis: 某办法\ncolumns: {penalties: {内容: 主动公开}}\n"),
        (["disclosure-personal 第4行 “法人”"], f"{WHOLE}columns: {{ledger: {{法人: 主动公开}}}}\n"),
    ],
)
def test_what_is_made_public_is_found_to_hold(tmp_path: Path, expected: list[str], text: str) -> None:
    found = findings(small(tmp_path, {f"{DATA}/disclosure.yaml": text}))
    assert expected == [each.replace(f"{DATA}/disclosure.yaml ", "") for each in found]
