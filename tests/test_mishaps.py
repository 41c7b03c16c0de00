"""What a clerk does in a hurry: nothing is lost, nothing is silent, and the cause is told, not its echoes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from tests.builders import draft
from tests.workspaces import DATA, edited, findings, process, run, small, tree_of, write

NUMBER = ("--number", "甲局〔2020〕3号", "--date", "2020-04-20")


def book(*cells: tuple[int, int, str]) -> bytes:
    """A workbook of `cells`."""
    saved = BytesIO()
    with xlsxwriter.Workbook(saved) as made:
        sheet = made.add_worksheet()
        for row, column, text in cells:
            sheet.write(row, column, text)
    return saved.getvalue()


# word DRAFT -o FILE


def test_a_draft_is_written_to_a_word_file_only(tmp_path: Path) -> None:
    write(tmp_path, {"稿.md": draft("正文。"), "towns.csv": "编号"})
    before = tree_of(tmp_path)
    for target in ("稿.md", "towns.csv", "稿.pdf", "稿"):
        assert 2 == run(tmp_path, "word", str(tmp_path / "稿.md"), "-o", str(tmp_path / target)).code
    assert before == tree_of(tmp_path)


def test_a_word_file_of_others_is_kept_beside_and_ours_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"稿.md": draft("正文。"), "公文.docx": "自己的"})
    command = ("word", str(tmp_path / "稿.md"), "-o", str(tmp_path / "公文.docx"))
    assert (0, ["file-edited"]) == ((ran := run(tmp_path, *command)).code, ran.codes())
    assert "自己的" == (tmp_path / "公文（改动1）.docx").read_text(encoding="utf-8")
    write(tmp_path, {"稿.md": draft("又改。")})
    assert (0, []) == ((ran := run(tmp_path, *command)).code, ran.codes())
    assert ["公文.docx", "公文（改动1）.docx"] == sorted(path.name for path in tmp_path.glob("*.docx"))


@pytest.mark.parametrize("place", [".", "policy_data", f"{DATA}/x", "templates", "site/成果"])
def test_output_is_not_put_among_its_sources(tmp_path: Path, place: str) -> None:
    before = tree_of(small(tmp_path))
    ran = run(tmp_path, "word", "--out", str(tmp_path / place))
    assert (1, ["output-place"], before) == (ran.code, ran.codes(), tree_of(tmp_path))


# Data


@pytest.mark.parametrize("cells", [((0, 0, "编号"), (1_048_575, 16_383, "x")), ((1_048_575, 16_383, "x"),)])
def test_a_stray_cell_at_the_end_of_the_sheet_does_not_fill_the_memory(
    tmp_path: Path, cells: tuple[tuple[int, int, str], ...]
) -> None:
    small(tmp_path)
    (tmp_path / DATA / "towns.csv").unlink()
    write(tmp_path, {f"{DATA}/towns.xlsx": book(*cells)})
    ran = process(tmp_path, "check")
    assert (1, True, False) == (ran.code, "file-unreadable" in ran.codes(), "panicked" in ran.err)


@pytest.mark.parametrize(
    ("missing", "codes"),
    [
        ("tasks.yaml", ["data-missing", "figure-unbound"]),
        ("towns.csv", ["file-missing"]),
        ("departments.csv", ["file-missing"]),
        ("quotas.csv", ["data-missing"]),
    ],
)
def test_a_missing_table_is_told_once_and_not_for_every_name(tmp_path: Path, missing: str, codes: list[str]) -> None:
    small(tmp_path)
    (tmp_path / DATA / missing).unlink()
    found = [each.split(" ")[0] for each in findings(tmp_path)]
    assert codes[0] in found
    assert "name-unknown" not in found


def test_a_series_of_nothing_is_an_error(tmp_path: Path) -> None:
    small(tmp_path, edited("documents.yaml", ("for_each: town", "for_each: department")))
    (tmp_path / DATA / "tasks.yaml").unlink()
    assert f"series-empty {DATA}/documents.yaml 第5行 “for_each”" in findings(tmp_path)


def test_a_bad_quota_is_not_told_as_blank_too(tmp_path: Path) -> None:
    small(tmp_path, edited("quotas.csv", ("东镇,8", "东镇,8家")))
    assert [f"quota-form {DATA}/quotas.csv 第2行 “整治提升数”"] == findings(tmp_path)


@pytest.mark.parametrize("colon", ["year：2020", "year:2020"])
def test_a_key_without_its_colon_is_told_with_its_own_line(tmp_path: Path, colon: str) -> None:
    small(tmp_path, edited("campaign.yaml", ("year: 2020", colon)))
    assert f"yaml-syntax {DATA}/campaign.yaml 第4行" in findings(tmp_path)


def test_a_name_for_one_of_a_series_does_not_stand_in_a_single_file(tmp_path: Path) -> None:
    small(tmp_path, edited("documents.yaml", ("file: 任务表", "file: '任务表-{单位}'")))
    assert f"file-series {DATA}/documents.yaml 第12行 “file”" in findings(tmp_path)


# Issuing


def test_a_figure_that_an_edit_changed_and_the_data_does_not_have_is_not_issued(tmp_path: Path) -> None:
    run(small(tmp_path), "draft")
    path = tmp_path / "build/drafts/test/通知/01-东镇.md"
    path.write_text(path.read_text(encoding="utf-8").replace("[8](quota", "[9](quota"), encoding="utf-8")
    ran = run(tmp_path, "issue", "test", "notice", *NUMBER)
    assert (1, ["draft-drift"]) == (ran.code, ran.codes())
    assert "东镇整治提升任务数为“9”，数据现为“8”" in ran.err


def test_a_number_of_another_year_or_another_document_is_told(tmp_path: Path) -> None:
    small(tmp_path)
    ran = run(tmp_path, "issue", "test", "notice", "--number", "甲局〔2021〕3号", "--date", "2020-04-20")
    assert (0, {"number-year"}) == (ran.code, set(ran.codes()))
    write(tmp_path, edited("documents.yaml", ("  file: 任务表\n", "  file: 任务表\n  number: 甲局〔2021〕3号\n")))
    assert any(each.startswith("number-twice") for each in findings(tmp_path))


def test_a_day_out_of_all_reason_is_told_as_such(tmp_path: Path) -> None:
    ran = run(small(tmp_path), "issue", "test", "notice", "--number", "甲局〔2020〕3号", "--date", "9999-12-31")
    assert 1 == ran.code
    assert "[value-date] --date" in ran.err


def test_a_template_that_names_nothing_is_told_in_chinese(tmp_path: Path) -> None:
    small(tmp_path, {"templates/table.md.j2": "---\n标题: 表\n---\n{{ campaign.nonsense }}{{ whatever }}\n"})
    ran = run(tmp_path, "check")
    assert "没有“nonsense”这一项" in ran.out
