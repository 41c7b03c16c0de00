"""issue: an approved draft becomes the signed text, or is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from lowcapdocs import issue
from lowcapdocs.problems import PolicyError
from tests.builders import refused
from tests.issuing import DRAFT, ISSUED, NUMBER, TABLE_DRAFT, read
from tests.workspaces import (
    DATA,
    edit,
    edited,
    identities,
    run,
    small,
    word_text,
    write,
)


def without(text: str, *keys: str) -> list[str]:
    """The lines of a draft that set none of `keys`."""
    return [line for line in text.split("\n") if not line.startswith(keys)]


# What is copied


def test_issuing_sets_status_number_and_dates_and_keeps_every_other_line(drafted: Path) -> None:
    ran = run(drafted, "issue", "test", "notice", *NUMBER, "--town", "东镇")
    assert (0, f"{ISSUED}\n", "") == (ran.code, ran.out, ran.err)
    set_anew = ("状态:", "发文字号:", "成文日期:", "印发日期:")
    text = read(drafted / ISSUED)
    assert without(read(drafted / DRAFT), *set_anew) == without(text, *set_anew)
    assert ["状态: 已印发", "发文字号: 海工强办〔2020〕3号", "成文日期: 2020年4月20日", "印发日期: 2020年4月20日"] == [
        line for line in text.split("\n") if line.startswith(set_anew)
    ]


def test_a_document_without_imprint_gets_none_and_what_was_unknown_is_known(drafted: Path) -> None:
    write(drafted, edited("documents.yaml", ("  printer: 甲区甲局\n", "  unknown: [number, date]\n")))
    run(drafted, "draft")
    assert "待补: 发文字号、成文日期" in read(drafted / DRAFT).split("\n")
    assert 0 == run(drafted, "issue", "test", "notice", *NUMBER).code
    assert [] == [line for line in read(drafted / ISSUED).split("\n") if line.startswith(("待补", "印发日期"))]


def test_without_drafts_the_fresh_text_is_issued(tmp_path: Path) -> None:
    assert 0 == run(small(tmp_path), "issue", "test", "notice", *NUMBER).code
    run(tmp_path, "draft")
    assert read(tmp_path / DRAFT) == read(tmp_path / ISSUED)


def test_a_draft_that_a_clerk_edited_is_what_is_issued(drafted: Path) -> None:
    edit(drafted / DRAFT, "现将任务下达给你们。", "现将任务下达给你们，请抓紧。")
    assert 0 == run(drafted, "issue", "test", "notice", *NUMBER).code
    assert "现将任务下达给你们，请抓紧。" in read(drafted / ISSUED)
    assert "请抓紧" not in read(drafted / f"{DATA}/issued/notice/xi.md")
    assert 0 == run(drafted, "word").code
    assert "现将任务下达给你们，请抓紧。" in word_text(drafted / "build/word/test/通知/01-东镇.docx")


NOTEPAD = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "a byte order mark": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "GB18030": lambda text: text.replace("\n", "\r\n").encode("gb18030"),
    "UTF-16": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
}


@pytest.mark.parametrize("way", NOTEPAD)
def test_a_draft_saved_by_notepad_is_issued_as_if_it_had_been_written_here(drafted: Path, way: str) -> None:
    changed = read(drafted / DRAFT).replace("给你们。", "给你们，请抓紧。")
    (drafted / DRAFT).write_bytes(changed.encode())
    run(drafted, "issue", "test", "notice", *NUMBER)
    expected = read(drafted / ISSUED)
    run(drafted, "issue", "test", "notice", "--withdraw")
    (drafted / DRAFT).write_bytes(NOTEPAD[way](changed))
    assert 0 == run(drafted, "issue", "test", "notice", *NUMBER).code
    assert expected == read(drafted / ISSUED)


def test_a_draft_only_saved_anew_by_notepad_is_no_edit_and_not_stale(drafted: Path) -> None:
    fresh = read(drafted / DRAFT)
    (drafted / DRAFT).write_bytes(fresh.replace("\n", "\r\n").encode("utf-8-sig"))
    assert 0 == run(drafted, "issue", "test", "notice", *NUMBER).code
    assert "\r" not in read(drafted / ISSUED)


def test_a_draft_that_the_data_has_left_behind_is_refused(drafted: Path) -> None:
    write(drafted, {**edited("quotas.csv", ("东镇,8\n西街道,/", "东镇,5\n西街道,3"))})
    ran = run(drafted, "issue", "test", "notice", *NUMBER)
    assert (1, ["draft-stale", "draft-stale"]) == (ran.code, ran.codes())
    assert "build/drafts/test/通知/01-东镇.md：草稿与现在的数据或模板不一致" in ran.err
    assert not (drafted / DATA / "issued").exists()
    run(drafted, "draft")
    assert 0 == run(drafted, "issue", "test", "notice", *NUMBER).code


def test_an_edited_draft_whose_figures_the_data_has_left_behind_is_refused(drafted: Path) -> None:
    edit(drafted / DRAFT, "现将任务下达给你们。", "现将任务下达给你们，请抓紧。")
    write(drafted, {**edited("quotas.csv", ("东镇,8\n西街道,/", "东镇,5\n西街道,3"))})
    ran = run(drafted, "issue", "test", "notice", *NUMBER, "--town", "东镇")
    assert (1, ["draft-drift"]) == (ran.code, ran.codes())
    assert "通知/01-东镇.md 第" in ran.err
    assert "草稿里，东镇整治提升任务数为“8”，数据现为“5”（第" in ran.err
    assert not (drafted / DATA / "issued").exists()


def test_a_number_that_another_document_has_is_told_as_it_is_given(drafted: Path) -> None:
    assert 0 == run(drafted, "issue", "test", "notice", *NUMBER).code
    ran = run(drafted, "issue", "test", "table", *NUMBER)
    assert (0, ["number-twice"]) == (ran.code, ran.codes())
    assert "已用于“通知”" in ran.err


def test_a_series_is_called_by_what_its_files_have_in_common(drafted: Path) -> None:
    assert 0 == run(drafted, "issue", "test", "notice", *NUMBER).code
    assert "“通知”已经印发" in run(drafted, "issue", "test", "notice", *NUMBER).err


BROKEN = {
    "draft-heading": ("# 任务", "##### 任务"),
    "head-open": ("标题: 关于下达[东镇](town/dong)[2020](campaign/year)年任务的通知\n---", "标题: 甲"),
    "head-missing": ("---\n文档", "\n---\n文档"),
    "title-form": ("年任务的通知", "年任务"),
    "value-conflict": ("[8](quota/dong/improve)，", "[8](quota/dong/improve)，[9](quota/dong/improve)，"),
}


@pytest.mark.parametrize("code", BROKEN)
def test_an_edited_draft_that_is_no_document_is_refused_with_its_line(drafted: Path, code: str) -> None:
    edit(drafted / DRAFT, *BROKEN[code])
    ran = run(drafted, "issue", "test", "notice", *NUMBER)
    assert (1, True) == (ran.code, code in ran.codes())
    assert "build/drafts/test/通知/01-东镇.md 第" in ran.err
    assert not (drafted / DATA / "issued").exists()


@pytest.mark.parametrize("change", [("镇街: dong", "镇街: xi"), ("文档: notice", "文档: table"), ("镇街: dong\n", "")])
def test_the_draft_of_another_document_is_refused(drafted: Path, change: tuple[str, str]) -> None:
    edit(drafted / DRAFT, *change)
    ran = run(drafted, "issue", "test", "notice", *NUMBER)
    assert (1, ["draft-other"]) == (ran.code, ran.codes())
    assert "build/drafts/test/通知/01-东镇.md 第1行" in ran.err
    assert not (drafted / DATA / "issued").exists()


def test_the_line_of_a_fault_is_the_one_that_the_clerk_sees(drafted: Path) -> None:
    lines = read(drafted / TABLE_DRAFT).split("\n")
    (drafted / TABLE_DRAFT).write_text("\n".join([*lines, "1. 手写"]), encoding="utf-8")
    ran = run(drafted, "issue", "test", "table", *NUMBER)
    assert f"build/drafts/test/任务表.md 第{len(lines) + 1}行：行首手写了序号" in ran.err


@pytest.mark.parametrize("content", [b"\xff\xff\xff", b"", b"---\n---\n"])
def test_a_draft_that_cannot_be_read_is_refused(drafted: Path, content: bytes) -> None:
    (drafted / DRAFT).write_bytes(content)
    assert 1 == run(drafted, "issue", "test", "notice", *NUMBER).code
    assert not (drafted / DATA / "issued").exists()


def test_a_head_that_lacks_the_lines_gets_them_first() -> None:
    text = issue.issued_text("---\n标题: 甲\n---\n正文\n", "甲〔2020〕1号", date(2020, 4, 5))
    assert "---\n状态: 已印发\n发文字号: 甲〔2020〕1号\n成文日期: 2020年4月5日\n标题: 甲\n---\n正文\n" == text


# A series


def test_a_series_shares_one_number(drafted: Path) -> None:
    assert 0 == run(drafted, "issue", "test", "notice", *NUMBER).code
    texts = [read(path) for path in sorted((drafted / DATA / "issued/notice").iterdir())]
    assert [True, True] == ["发文字号: 海工强办〔2020〕3号" in text.split("\n") for text in texts]
    assert ["镇街: dong", "镇街: xi"] == [
        line for text in texts for line in text.split("\n") if line.startswith("镇街")
    ]
    assert ["", "table"] == sorted(
        {entry["document"] if entry["status"] == "draft" else "" for entry in _built(drafted)}
    )


def _built(root: Path) -> list[dict[str, str]]:
    run(root, "word")
    listed = json.loads((root / "build/word/test/manifest.json").read_text(encoding="utf-8"))["files"]
    assert isinstance(listed, list)
    return listed


def test_a_town_can_have_a_number_of_its_own_before_the_others(drafted: Path) -> None:
    own = ("--number", "海工强办〔2020〕9号", "--date", "2020-05-06", "--town", "东镇人民政府")
    assert 0 == run(drafted, "issue", "test", "notice", *own).code
    before = identities(drafted / DATA / "issued")
    ran = run(drafted, "issue", "test", "notice", *NUMBER)
    assert (0, ["already-issued"], f"{DATA}/issued/notice/xi.md\n") == (ran.code, ran.codes(), ran.out)
    assert before.items() <= identities(drafted / DATA / "issued").items()
    assert "发文字号: 海工强办〔2020〕9号" in read(drafted / ISSUED)
    assert "发文字号: 海工强办〔2020〕3号" in read(drafted / f"{DATA}/issued/notice/xi.md")


@pytest.mark.parametrize("which", [(), ("--town", "东镇")])
def test_issuing_twice_is_refused(drafted: Path, which: tuple[str, ...]) -> None:
    run(drafted, "issue", "test", "notice", *NUMBER)
    before = identities(drafted / DATA)
    ran = run(drafted, "issue", "test", "notice", *NUMBER, *which)
    assert (1, ["already-issued"]) == (ran.code, ran.codes())
    assert before == identities(drafted / DATA)


def test_a_series_is_issued_whole_or_not_at_all(drafted: Path) -> None:
    texts = [("dong", "一"), ("xi" + "长" * 300, "二")]
    with pytest.raises(PolicyError) as problem:
        issue.write(drafted / DATA, "notice", texts)
    assert ["output-failed xi" + "长" * 18 + "……长长.md"] == refused(problem.value)
    assert [] == list((drafted / DATA / "issued/notice").iterdir())


# What is refused


@pytest.mark.parametrize(
    "number",
    ["海工强办[2020]3号", "海工强办〔2020〕第3号", "海工强办〔2020〕03号", "〔2020〕3号", "海工强办〔20〕3号", "3"],
)
def test_a_number_of_wrong_form_is_refused(drafted: Path, number: str) -> None:
    ran = run(drafted, "issue", "test", "notice", "--number", number, "--date", "2020-04-20")
    assert (1, ["number-form"]) == (ran.code, ran.codes())
    assert not (drafted / DATA / "issued").exists()


def test_data_with_errors_is_not_issued(drafted: Path) -> None:
    write(drafted, edited("quotas.csv", ("东镇,8", "东镇,7")))
    ran = run(drafted, "issue", "test", "table", *NUMBER)
    assert (1, True) == (ran.code, "goal-total" in ran.codes())
    assert not (drafted / DATA / "issued").exists()


@pytest.mark.parametrize(
    ("document", "town", "code"),
    [("nothing", "", "document-unknown"), ("table", "东镇", "document-unknown"), ("notice", "东乡", "name-unknown")],
)
def test_what_is_not_there_cannot_be_issued_or_withdrawn(drafted: Path, document: str, town: str, code: str) -> None:
    which = ("--town", town) if town else ()
    for rest in (NUMBER, ("--withdraw",)):
        ran = run(drafted, "issue", "test", document, *rest, *which)
        assert (1, [code]) == (ran.code, ran.codes())
    assert not (drafted / DATA / "issued").exists()
