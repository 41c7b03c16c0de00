"""What is issued stays as it was signed, whatever the data becomes, until it is withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.walk import values
from tests.issuing import DRAFT, ISSUED, NUMBER, read
from tests.workspaces import (
    DATA,
    HAISHU_DATA,
    HAISHU_DRAFTS,
    edit,
    edited,
    findings,
    identities,
    open_to_all,
    process,
    run,
    sample,
    tree_of,
    word_text,
    write,
)

# From then on


def test_new_data_leaves_the_issued_text_and_check_names_old_and_new_value(drafted: Path) -> None:
    run(drafted, "issue", "test", "notice", *NUMBER)
    before = identities(drafted / DATA / "issued")
    write(drafted, edited("quotas.csv", ("东镇,8\n西街道,/", "东镇,5\n西街道,3")))
    assert [f"issued-drift {ISSUED} 第22行", f"issued-drift {ISSUED.replace('dong', 'xi')} 第22行"] == findings(drafted)
    ran = run(drafted, "check")
    assert 0 == ran.code
    assert "印发文本里，东镇整治提升任务数为“8”，数据现为“5”（第22行）。 → 如需变更，请另行发文" in ran.out
    assert "印发文本里，西街道整治提升任务数为“/”，数据现为“3”（第22行）。" in ran.out
    assert 0 == run(drafted, "all").code
    assert before == identities(drafted / DATA / "issued")
    assert "整治提升：8，全区8家。" in word_text(drafted / "build/word/test/通知/01-东镇.docx")
    assert "东镇\n5" in word_text(drafted / "build/word/test/任务表.docx")


def test_a_datum_that_is_gone_or_no_longer_known_is_told(drafted: Path) -> None:
    run(drafted, "issue", "test", "notice", *NUMBER, "--town", "dong")
    write(drafted, {**edited("tasks.yaml", ("{audits}", "{checks}"), ("id: audits", "id: checks"))})
    assert [f"issued-drift {ISSUED} 第24行"] == findings(drafted)
    assert "印发文本里，task/energy-1/audits为“13”，数据里已经没有了（第24行）。" in run(drafted, "check").out


def test_a_unit_that_is_gone_leaves_its_issued_text_as_an_orphan(drafted: Path) -> None:
    run(drafted, "issue", "test", "notice", *NUMBER, "--town", "西街道")
    write(
        drafted,
        {
            **edited("towns.csv", ("2,xi,西街道,街道,,,\n", "")),
            **edited("quotas.csv", ("西街道,/\n", "")),
        },
    )
    assert [f"issued-orphan {DATA}/issued/notice/xi.md"] == findings(drafted)


def test_an_issued_text_that_cannot_be_read_stops_with_its_name(drafted: Path) -> None:
    write(drafted, {ISSUED: b"\xff\xff\xff", f"{DATA}/issued/table.md/x": "", f"{DATA}/issued/a/b/c.md": b"\xff"})
    assert [f"file-unreadable {ISSUED}", f"file-unreadable {DATA}/issued/table.md"] == findings(drafted)


def test_an_issued_text_outside_the_grammar_is_told_with_its_line(drafted: Path) -> None:
    write(drafted, {ISSUED: "---\n标题: 关于甲的通知\n---\n- 项\n"})
    assert [f"draft-line {ISSUED} 第4行"] == findings(drafted)


def test_paths_of_values_survive_issue_and_edits_elsewhere(tmp_path: Path) -> None:
    run(sample(tmp_path), "draft")
    draft = tmp_path / HAISHU_DRAFTS / "通知/01-集士港镇.md"
    paths = [span.path for span, _ in values(parse(read(draft)))]
    edit(draft, "现将有关事项通知如下。", "现将有关事项**郑重**通知如下。\n\n另加一段。")
    assert 0 == run(tmp_path, "issue", "haishu-2020", "town-notice", *NUMBER, "--town", "集士港").code
    issued = parse(read(tmp_path / HAISHU_DATA / "issued/town-notice/jishigang.md"))
    assert paths == [span.path for span, _ in values(issued)]
    assert {"quota/jishigang/phase_out": "3", "quota/jishigang/improve": "28", "goal/improve": "165"}.items() <= {
        span.path: span.text for span, _ in values(issued)
    }.items()


def test_an_issued_plan_keeps_its_paths_in_text_annex_and_both_tables(tmp_path: Path) -> None:
    run(sample(tmp_path), "draft")
    paths = [span.path for span, _ in values(parse(read(tmp_path / HAISHU_DRAFTS / "印发通知.md")))]
    assert 0 == run(tmp_path, "issue", "haishu-2020", "plan-notice", *NUMBER).code
    issued = parse(read(tmp_path / HAISHU_DATA / "issued/plan-notice.md"))
    assert paths == [span.path for span, _ in values(issued)]
    assert (True, True) == ("total/improve" in paths, "goal/improve" in paths)
    lacking = [f"firm-evidence {HAISHU_DATA}/ledger.csv 第{row}行" for row in (5, 13)]
    lacking += [f"issued-incomplete {HAISHU_DATA}/documents.yaml 第{row}行 “text”" for row in (22, 29)]
    assert [*lacking, "face-lacks templates/town_notice.md.j2"] == findings(tmp_path)


# Withdrawing


def test_withdrawing_keeps_the_text_and_the_template_is_the_source_again(drafted: Path) -> None:
    edit(drafted / DRAFT, "给你们。", "给你们，请抓紧。")
    run(drafted, "issue", "test", "notice", *NUMBER)
    text = read(drafted / ISSUED)
    ran = run(drafted, "issue", "test", "notice", "--withdraw")
    kept = [f"{DATA}/issued/withdrawn/notice-{town}-1.md" for town in ("dong", "xi")]
    assert (0, "\n".join(kept) + "\n") == (ran.code, ran.out)
    assert text == read(drafted / kept[0])
    assert kept == [f"{DATA}/issued/{name}" for name in tree_of(drafted / DATA / "issued")]
    assert [] == findings(drafted)
    run(drafted, "word")
    assert "请抓紧" not in word_text(drafted / "build/word/test/通知/01-东镇.docx")
    assert "××〔2020〕××号" in word_text(drafted / "build/word/test/通知/01-东镇.docx")


def test_each_withdrawn_text_has_a_name_of_its_own(drafted: Path) -> None:
    for _ in range(2):
        assert 0 == run(drafted, "issue", "test", "table", *NUMBER).code
        assert 0 == run(drafted, "issue", "test", "table", "--withdraw").code
    assert ["withdrawn/table-1.md", "withdrawn/table-2.md"] == list(tree_of(drafted / DATA / "issued"))


def test_one_town_can_be_withdrawn_and_issued_anew_under_its_own_number(drafted: Path) -> None:
    run(drafted, "issue", "test", "notice", *NUMBER)
    assert 0 == run(drafted, "issue", "test", "notice", "--withdraw", "--town", "西街道").code
    own = ("--number", "海工强办〔2020〕9号", "--date", "2020-05-06", "--town", "西街道")
    assert 0 == run(drafted, "issue", "test", "notice", *own).code
    assert "发文字号: 海工强办〔2020〕9号" in read(drafted / f"{DATA}/issued/notice/xi.md")


def test_what_is_not_issued_cannot_be_withdrawn(drafted: Path) -> None:
    ran = run(drafted, "issue", "test", "notice", "--withdraw")
    assert (1, ["not-issued"]) == (ran.code, ran.codes())


def test_a_text_that_cannot_be_moved_is_told(drafted: Path) -> None:
    run(drafted, "issue", "test", "table", *NUMBER)
    write(drafted, {f"{DATA}/issued/withdrawn": "我的文件"})
    ran = run(drafted, "issue", "test", "table", "--withdraw")
    assert (1, ["output-failed"]) == (ran.code, ran.codes())
    assert (drafted / DATA / "issued/table.md").is_file()


@pytest.mark.parametrize("rest", [NUMBER, ("--withdraw",)])
def test_a_data_folder_that_may_not_be_written_is_told(drafted: Path, rest: tuple[str, ...]) -> None:
    if rest != NUMBER:
        run(drafted, "issue", "test", "table", *NUMBER)
    open_to_all(drafted)
    for path in (drafted / DATA, *(drafted / DATA).rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = identities(drafted / DATA)
    ran = process(drafted, "issue", "test", "table", *rest, as_nobody=True)
    assert (1, ["output-failed"]) == (ran.code, ran.codes())
    assert before == identities(drafted / DATA)
