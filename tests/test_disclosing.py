"""disclosing: what of the sample is public, and the list of it that a clerk signs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lowcapdocs.disclose.public import PublicCampaign
from lowcapdocs.disclosing import issued_on, public_campaign, review_list
from lowcapdocs.draft.targets import targets
from lowcapdocs.gongwen.elements import plain
from lowcapdocs.job import open_job
from lowcapdocs.workspace import Workspace
from tests.builders import REPOSITORY
from tests.workspaces import DATA, HAISHU_DATA, edit, run, sample, small, yaml_of

PUBLISHED = [
    ("plan-notice", ""),
    ("plan", ""),
    ("quota-table", ""),
    *(("bulletin", period) for period in ("2020-06", "2020-08", "2020-09")),
    ("acceptance-notice", ""),
    ("announcement", ""),
]


def public(root: Path, name: str = "haishu-2020") -> PublicCampaign | None:
    return public_campaign(open_job(Workspace(root), name))


def keys(found: PublicCampaign | None) -> list[tuple[str, str]]:
    assert found is not None
    return [(each.entry.id, each.key) for each in found.documents]


def test_what_is_published_of_the_sample_is_what_its_catalogue_lists(tmp_path: Path) -> None:
    assert PUBLISHED == keys(public(sample(tmp_path, issued=True)))


def test_a_public_document_is_the_tree_of_its_issued_text_under_its_own_name(tmp_path: Path) -> None:
    found = public(sample(tmp_path, issued=True))
    assert found is not None
    bulletin = next(each for each in found.documents if each.key == "2020-08")
    assert ("通报/05-2020年8月", "2020年8月", "示例〔2020〕2号") == (
        bulletin.file, bulletin.unit_name, bulletin.tree.doc_number,
    )  # fmt: skip
    assert "关于2020年8月" in plain(bulletin.tree.title)
    assert "2020-09-14 10:00" == f"{bulletin.publication.published:%Y-%m-%d %H:%M}"
    assert ("", "", None) == (
        bulletin.publication.basis, bulletin.publication.reviewer, bulletin.publication.reviewed_on,
    )  # fmt: skip


def test_without_issued_texts_only_the_historical_documents_are_published(tmp_path: Path) -> None:
    root = sample(tmp_path)
    assert [] == keys(public(root))
    listed = [{"文件": each} for each in ("plan", "announcement", "summary")]
    (root / HAISHU_DATA / "publications.yaml").write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
    assert [("plan", "")] == keys(public(root))


def test_the_figures_of_a_public_campaign_are_those_of_the_whole_where_all_of_it_is_public(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    found, whole = public(root), open_job(Workspace(root), "haishu-2020").figures
    assert found is not None
    period = whole.latest
    assert period is not None
    assert period == found.figures.latest
    for measure in ("phase_out", "improve"):
        assert [
            (each.town, each.rate, each.rank, each.planned, each.light and each.light.id)
            for each in whole.towns(period, measure)
        ] == [
            (each.town, each.rate, each.rank, each.planned, each.light and each.light.id)
            for each in found.figures.towns(period, measure)
        ]


def test_tables_of_which_nothing_is_public_or_there_are_not_named(tmp_path: Path) -> None:
    found = public(sample(tmp_path))
    assert found is not None
    assert (
        frozenset({"assessment"})
        == {
            *("campaign", "departments", "towns", "tasks", "quotas", "schedule"),
            *("progress", "task_progress", "ledger", "penalties", "assessment"),
        }
        - found.tables
    )
    other = public(REPOSITORY, "huzhou")
    assert other is not None
    assert {"campaign", "progress"} == other.tables


def test_what_is_invented_of_what_is_published_is_told() -> None:
    found, other = public(REPOSITORY), public(REPOSITORY, "tianjin-2020")
    assert found is not None
    assert other is not None
    assert found.sample.startswith("镇街进展、任务进展、台账、处罚、进度安排、")
    assert "镇街进展" not in other.sample


def test_a_campaign_without_disclosure_is_not_there(tmp_path: Path) -> None:
    assert public(small(tmp_path), "test") is None


@pytest.mark.parametrize("missing", ["basis: 示例：政府信息公开条例\n", "reviewer: 示例\n", "date: 2020-04-01\n"])
def test_a_campaign_that_nobody_reviewed_is_not_there(tmp_path: Path, missing: str) -> None:
    root = sample(tmp_path, issued=True)
    edit(root / HAISHU_DATA / "disclosure.yaml", missing, "")
    assert public(root) is None


def test_every_campaign_of_the_repository_is_public_in_part() -> None:
    for name in Workspace(REPOSITORY).campaigns():
        found = public(REPOSITORY, name)
        assert found is not None
        assert found.documents


def test_the_day_of_an_issued_text_is_that_of_the_text(tmp_path: Path) -> None:
    job = open_job(Workspace(sample(tmp_path, issued=True)), "haishu-2020")
    days = issued_on(job)
    assert ("2020-07-10", None) == (str(days["bulletin", "2020-06"]), days["plan", ""])
    assert {(document, key) for document, key in PUBLISHED} == set(days)
    assert len(targets(job.figures, job.campaign.document["bulletin"])) > 3


# The review list


def test_the_list_tells_what_goes_out_what_stays_and_why(tmp_path: Path) -> None:
    [found] = review_list(Workspace(sample(tmp_path, issued=True)), ["haishu-2020"])
    assert PUBLISHED == [(each.entry, each.key) for each in found.out]
    assert 18 == len(found.kept["town-notice", "依申请公开：向特定单位下达任务的文件（示例，由办公室审定）"])
    assert 3 == len(found.kept["bulletin", "公开目录里没有这一份"])
    ledger = next(each for each in found.tables if each.table == "ledger")
    assert (16, 16, "") == (ledger.count, ledger.shown, ledger.why)
    assert "企业名称" in ledger.open
    assert {"统一社会信用代码": "依申请公开", "联系电话": "不予公开", "编号": ""}.items() <= dict(ledger.closed).items()
    assert () == found.leaks


def test_the_list_counts_the_twenty_working_days(tmp_path: Path) -> None:
    """27 September and 10 October 2020 were worked for the holidays between them."""
    root = sample(tmp_path, issued=True)
    edit(root / HAISHU_DATA / "publications.yaml", "发布时间: 2020-07-13 09:30", "发布时间: 2020-08-10 09:30")
    edit(root / HAISHU_DATA / "publications.yaml", "  发布时间: 2020-09-14 10:00\n", "")
    [found] = review_list(Workspace(root), ["haishu-2020"])
    assert ["", "", "", "超期，最迟2020-08-07公开", "最迟2020-10-14公开", "按期", "按期", "按期"] == [
        each.timing for each in found.out
    ]


def test_the_list_names_what_public_documents_print_of_withheld_columns(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    edit(root / HAISHU_DATA / "disclosure.yaml", "    行业: 主动公开\n", "    行业: 不予公开\n")
    ran = run(root, "disclose", "haishu-2020")
    assert 0 == ran.code
    assert "四、公开的文件里印有不公开的内容（2处）" in ran.out
    assert "完成任务企业公告 第19行：台账“行业”（“铸造”等4处）" in ran.out


def test_the_command_prints_a_list_no_wider_than_a_terminal(tmp_path: Path) -> None:
    ran = run(sample(tmp_path, issued=True), "disclose")
    assert 0 == ran.code
    assert [] == [line for line in ran.out.splitlines() if sum(1 + (ord(each) > 0x2000) for each in line) > 84]
    assert "  通报/03-2020年6月  2020-07-10  2020-07-13 09:30  按期\n" in ran.out
    assert "考核（assessment）　1条，公开0条：没有一列主动公开" in ran.out
    assert ran.out.rstrip().endswith("年　　月　　日")


def test_a_day_without_a_time_is_told_as_a_day(tmp_path: Path) -> None:
    root = sample(tmp_path, issued=True)
    edit(root / HAISHU_DATA / "publications.yaml", "发布时间: 2020-07-13 09:30", "发布时间: 2020-07-13")
    assert "  通报/03-2020年6月  2020-07-10  2020-07-13        按期\n" in run(root, "disclose").out
    [found] = json.loads(run(root, "disclose", "--json").out)
    assert ["2020-07-13"] == [each["published"] for each in found["documents"] if each["unit"] == "2020-06"]


def test_the_command_speaks_json(tmp_path: Path) -> None:
    ran = run(sample(tmp_path, issued=True), "disclose", "--json")
    [found] = json.loads(ran.out)
    assert ("haishu-2020", True, "示例", "2020-04-01") == (
        found["campaign"], found["public"], found["reviewer"], found["reviewed_on"],
    )  # fmt: skip
    bulletin = next(each for each in found["documents"] if each["unit"] == "2020-06")
    assert {
        "document": "bulletin", "unit": "2020-06", "file": "通报/03-2020年6月", "goes_out": True,
        "why": "主动公开，依据“示例：政府信息公开条例”", "issued": True, "made": "2020-07-10", "due": "2020-08-07",
        "published": "2020-07-13 09:30", "timing": "按期",
    } == bulletin  # fmt: skip


def test_a_campaign_without_disclosure_has_a_list_on_which_nothing_goes_out(tmp_path: Path) -> None:
    ran = run(small(tmp_path), "disclose")
    assert (0, True, True) == (ran.code, "整个活动不上网" in ran.out, "公开的文件（0份）" in ran.out)
    assert "镇街（towns）　2条，公开0条：没有写公开属性" in ran.out


def test_data_that_cannot_be_read_is_told_by_the_command(tmp_path: Path) -> None:
    root = small(tmp_path, {f"{DATA}/disclosure.yaml": yaml_of({"columns": {"ledger": {"地址": "公开"}}})})
    assert (1, ["value-choice"]) == ((ran := run(root, "disclose")).code, ran.codes())
    assert ["value-choice"] == [each["code"] for each in json.loads(run(root, "disclose", "--json").out)]
    assert 1 == run(root, "disclose", "nobody").code
