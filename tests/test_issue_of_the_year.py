"""issue: what there is one of each period, and what follows from the day of issue."""

from __future__ import annotations

from pathlib import Path

from tests.issuing import NUMBER, read
from tests.workspaces import (
    HAISHU_DATA,
    HAISHU_DRAFTS,
    HAISHU_WORD,
    edit,
    findings,
    run,
    sample,
)


def test_one_bulletin_of_a_series_is_issued_and_withdrawn_by_its_period(tmp_path: Path) -> None:
    sample(tmp_path)
    ran = run(tmp_path, "issue", "haishu-2020", "bulletin", *NUMBER, "--period", "2020年6月")
    assert (0, f"{HAISHU_DATA}/issued/bulletin/2020-06.md\n") == (ran.code, ran.out)
    assert 0 == run(tmp_path, "draft", "haishu-2020").code
    drafts = sorted((tmp_path / HAISHU_DRAFTS / "通报").iterdir())
    assert ["03-2020年6月.md"] == [path.name for path in drafts if "状态: 已印发" in read(path)]
    assert 6 == len(drafts)
    assert 0 == run(tmp_path, "issue", "haishu-2020", "bulletin", "--withdraw", "--period", "2020-06").code
    assert not (tmp_path / HAISHU_DATA / "issued/bulletin/2020-06.md").exists()


def test_bulletins_are_issued_one_by_one_and_each_has_a_number_of_its_own(tmp_path: Path) -> None:
    sample(tmp_path)
    assert (1, True) == (
        (ran := run(tmp_path, "issue", "haishu-2020", "bulletin", *NUMBER)).code,
        "issue-period" in ran.codes(),
    )
    assert 0 == run(tmp_path, "issue", "haishu-2020", "bulletin", *NUMBER, "--period", "2020-06").code
    ran = run(tmp_path, "issue", "haishu-2020", "bulletin", *NUMBER, "--period", "2020-08")
    assert (0, True) == (ran.code, "issue-early" in ran.codes())
    assert "number-twice" in run(tmp_path, "check", "haishu-2020").codes()


def test_the_number_of_an_entry_is_that_of_its_own_text_and_of_no_other(tmp_path: Path) -> None:
    sample(tmp_path)
    stated = NUMBER[1]
    edit(tmp_path / HAISHU_DATA / "documents.yaml", "- id: bulletin ", f"- id: bulletin\n  number: {stated}\n  #")
    assert 0 == run(tmp_path, "issue", "haishu-2020", "bulletin", *NUMBER, "--period", "2020-06").code
    assert "number-twice" not in run(tmp_path, "check", "haishu-2020").codes()
    assert 0 == run(tmp_path, "issue", "haishu-2020", "bulletin", *NUMBER, "--period", "2020-08").code
    assert "number-twice" in run(tmp_path, "check", "haishu-2020").codes()


def test_what_is_being_issued_is_not_said_to_be_unissued(tmp_path: Path) -> None:
    sample(tmp_path)
    (tmp_path / HAISHU_DATA / "publications.yaml").write_text(
        "- 文件: bulletin\n  对象: 2020年6月\n  发布时间: 2020-07-13 09:30\n"
        "- 文件: bulletin\n  对象: 2020年8月\n  发布时间: 2020-09-13 09:30\n",
        encoding="utf-8",
    )
    assert 2 == run(tmp_path, "check", "haishu-2020").codes().count("publication-not-issued")
    late = ("--number", "海工强办〔2020〕3号", "--date", "2020-07-20")
    ran = run(tmp_path, "issue", "haishu-2020", "bulletin", *late, "--period", "2020-06")
    assert (0, 1) == (ran.code, ran.codes().count("publication-not-issued"))
    assert "2020年6月" not in next(line for line in ran.err.splitlines() if "publication-not-issued" in line)
    assert "publication-early" in ran.codes()  # what its date brings is told at once
    ran = run(tmp_path, "issue", "haishu-2020", "plan", "--number", "海工强办〔2020〕9号", "--date", "2020-04-20")
    assert (0, False) == (ran.code, "“工作要点”状态为已印发，但没有印发文本" in ran.err)


def test_the_files_of_one_period_are_made_alone(tmp_path: Path) -> None:
    assert 0 == run(sample(tmp_path), "word", "haishu-2020", "--period", "2020-06").code
    assert ["03-2020年6月.docx"] == [path.name for path in (tmp_path / HAISHU_WORD).rglob("*.docx")]


def test_days_that_follow_from_the_date_of_issue_are_told_in_it(tmp_path: Path) -> None:
    """A 公示 of five working days over a weekend; without 版头 it needs no 文号."""
    sample(tmp_path)
    ran = run(tmp_path, "issue", "haishu-2020", "acceptance-notice", "--date", "2020-11-19")
    assert 0 == ran.code
    text = read(tmp_path / HAISHU_DATA / "issued/acceptance-notice.md")
    assert "公示时间为2020年11月19日至2020年11月25日" in text
    assert "发文字号" not in text


def test_a_document_with_letterhead_needs_its_number(tmp_path: Path) -> None:
    ran = run(sample(tmp_path), "issue", "haishu-2020", "bulletin", "--period", "2020-06", "--date", "2020-07-10")
    assert (1, True) == (ran.code, "number-form" in ran.codes())


BACK = "2020-09,望春街道,整治提升“低散乱”企业（作坊）数,2,0,0,0,2,2,2020-10-09,,,是"
PARK = "2020-09,望春工业园区,淘汰落后产能涉及企业数,0,0,0,0,0,0,2020-10-09,,,是"


def test_a_letter_to_a_town_behind_stays_when_it_is_behind_no_more(tmp_path: Path) -> None:
    sample(tmp_path)
    ran = run(tmp_path, "issue", "haishu-2020", "supervision", *NUMBER, "--town", "望春工业园区")
    assert 0 == ran.code
    path = tmp_path / HAISHU_DATA / "issued/supervision/wangchun-park@2020-09.md"
    signed = read(path)
    progress = tmp_path / HAISHU_DATA / "progress.csv"
    edit(progress, PARK, PARK.replace(",0,0,0,0,0,0,", ",2,2,2,0,0,2,"))
    drift = [each for each in findings(tmp_path) if each.startswith("issued-")]
    assert any("wangchun-park@2020-09.md" in each for each in drift if each.startswith("issued-drift"))
    assert [] == [each for each in drift if each.startswith("issued-orphan")]
    run(tmp_path, "draft", "haishu-2020")
    letters = tmp_path / HAISHU_DRAFTS / "督办/2020年9月"
    assert (signed, signed) == (read(path), read(letters / "18-望春工业园区.md"))
    # the next month has letters of its own, and the signed one keeps its place
    edit(progress, BACK, BACK + "\n" + BACK.replace("2020-09,", "2020-10,"))
    run(tmp_path, "draft", "haishu-2020")
    assert signed == read(letters / "18-望春工业园区.md")
    assert (tmp_path / HAISHU_DRAFTS / "督办/2020年10月/03-高桥镇.md").is_file()
    ran = run(
        tmp_path, "issue", "haishu-2020", "supervision", "--withdraw", "--town", "望春工业园区", "--period", "2020-09"
    )
    assert (0, False) == (ran.code, path.exists())
