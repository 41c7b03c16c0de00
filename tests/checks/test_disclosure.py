"""checks.disclosure: what is public was decided by somebody, is whole, and tells of no person by mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.workspaces import DATA, HAISHU_DATA, edit, edited, findings, run, sample, small, yaml_of

REVIEWED = {"basis": "某办法", "reviewer": "某科", "date": "2020-04-01"}
CAMPAIGN = {"campaign": "主动公开"}
FIRMS = dict.fromkeys(("企业名称", "镇街", "状态"), "主动公开")


def told_of(root: Path, head: dict[str, str], columns: dict[str, Any]) -> list[str]:
    """What `check` finds in a disclosure.yaml of the small workspace, which has a phone among its texts."""
    file = f"{DATA}/disclosure.yaml"
    small(
        root,
        {file: yaml_of({**head, "columns": columns}), **edited("campaign.yaml", ("texts:", "texts:\n  phone: 问讯"))},
    )
    found = [each for each in findings(root) if file in each]
    return [each.replace(f" {file}", "").replace(" 第1行", "") for each in found]


@pytest.mark.parametrize(
    ("expected", "columns"),
    [
        ([], {**CAMPAIGN, "ledger": {**FIRMS, "联系电话": "不予公开"}}),
        ([], {"ledger": {"联系电话": "不予公开"}}),
        (["disclosure-personal “法人”"], {**CAMPAIGN, "ledger": {**FIRMS, "法人": "主动公开"}}),
        (["disclosure-personal “texts/phone”"], {"campaign": {"名称": "主动公开", "texts/phone": "主动公开"}}),
        (["disclosure-remark “备注”"], {**CAMPAIGN, "ledger": {**FIRMS, "备注": "主动公开"}}),
        (["disclosure-incomplete “行业”"], {**CAMPAIGN, "ledger": {"行业": "主动公开"}}),
        (["disclosure-incomplete “地区”"], {"campaign": {"地区": "主动公开"}}),
        (["disclosure-incomplete"], {"towns": "主动公开"}),
    ],
)
def test_what_is_made_public_is_found_to_hold(tmp_path: Path, expected: list[str], columns: dict[str, Any]) -> None:
    assert expected == told_of(tmp_path, REVIEWED, columns)


@pytest.mark.parametrize("missing", REVIEWED)
def test_what_nobody_reviewed_is_told(tmp_path: Path, missing: str) -> None:
    head = {name: text for name, text in REVIEWED.items() if name != missing}
    assert ["disclosure-unreviewed"] == told_of(tmp_path, head, CAMPAIGN)


# A public document and the columns of its values


def test_a_public_document_that_prints_what_is_withheld_is_told_once_a_column(tmp_path: Path) -> None:
    sample(tmp_path)
    edit(tmp_path / HAISHU_DATA / "disclosure.yaml", "    行业: 主动公开\n", "    行业: 不予公开\n")
    lines = [line for line in run(tmp_path, "check", "haishu-2020").out.splitlines() if "disclosure-leaks" in line]
    assert [
        "“验收公示”主动公开，却印有不公开的内容：台账“行业”（“金属表面处理”等4处）",
        "“完成任务企业公告”主动公开，却印有不公开的内容：台账“行业”（“铸造”等4处）",
    ] == [line.split("：", 1)[1].split("。")[0] for line in lines]


def test_an_issued_text_that_prints_a_withheld_firm_is_told_with_its_file(tmp_path: Path) -> None:
    sample(tmp_path, issued=True)
    ledger = tmp_path / HAISHU_DATA / "ledger.csv"
    head, first, *rest = ledger.read_text(encoding="utf-8-sig").splitlines()
    lines = [f"{head},公开属性", f"{first},依申请公开", *(f"{line}," for line in rest)]
    ledger.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    told = [each for each in findings(tmp_path) if "disclosure-leaks" in each]
    assert [f"disclosure-leaks {HAISHU_DATA}/issued/announcement.md 第19行"] == told


def test_a_document_that_is_not_public_may_print_what_it_likes(tmp_path: Path) -> None:
    sample(tmp_path)
    assert "disclosure-leaks" not in run(tmp_path, "check", "haishu-2020").codes()
    edit(tmp_path / HAISHU_DATA / "disclosure.yaml", "quotas: 主动公开", "quotas: 不予公开")
    told = run(tmp_path, "check", "haishu-2020").out
    assert "“任务分解表”主动公开，却印有不公开的内容" in told
    assert "“通知/" not in "".join(line for line in told.splitlines() if "disclosure-leaks" in line)


def test_a_firm_that_the_ledger_withholds_and_a_public_penalty_names_is_told(tmp_path: Path) -> None:
    sample(tmp_path)
    edit(tmp_path / HAISHU_DATA / "penalties.csv", "示例企业午（食品作坊）", "示例企业甲（铸造）")
    assert [] == [each for each in findings(tmp_path) if "disclosure-penalty" in each]
    ledger = tmp_path / HAISHU_DATA / "ledger.csv"
    head, *rows = ledger.read_text(encoding="utf-8-sig").splitlines()
    changed = [f"{row},{'不予公开' if '示例企业甲（铸造）' in row else ''}" for row in rows]
    ledger.write_text("\n".join([f"{head},公开属性", *changed]) + "\n", encoding="utf-8-sig")
    assert 1 == len([each for each in findings(tmp_path) if "disclosure-penalty" in each])
