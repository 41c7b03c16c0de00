"""rollover: next year's campaign from this year's; nothing of the old one changes."""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest
import xlsxwriter

from lowcapdocs.problems import PolicyError
from lowcapdocs.rollover import roll_over
from lowcapdocs.sources.load import load, load_partly
from lowcapdocs.sources.rows import csv_rows
from lowcapdocs.workspace import Workspace
from tests.builders import REPOSITORY, refused
from tests.test_other_campaigns import other
from tests.workspaces import DATA, edit, edited, run, small, tree_of, write

NEXT = "policy_data/test-2021"
CAMPAIGNS = sorted(path.parent.name for path in (REPOSITORY / "policy_data").glob("*/campaign.yaml"))


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def copy_of(name: str, root: Path) -> Path:
    """A campaign of the repository, in a workspace of its own."""
    shutil.copytree(REPOSITORY / "policy_data" / name, root / "policy_data" / name)
    return root


def changed(old: str, new: str) -> list[str]:
    """The lines taken away and put in, as in a diff."""
    listed = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in listed if line[0] in "-+"]


def fill_in(folder: Path) -> None:
    """Put something where `check` tells that a value is missing, and a number into every blank quota."""
    _, findings = load_partly(folder)
    for finding in findings:
        if finding.code != "value-missing":
            continue
        assert finding.where.row is not None
        path = folder.parent / finding.where.file
        lines = path.read_bytes().decode().split("\n")
        line = lines[finding.where.row - 1]
        value = "2022-06-30" if finding.where.column == "day" else "7"
        lines[finding.where.row - 1] = re.sub(rf"\b{finding.where.column}:(?=\s*([,}}#]|$))", rf"\g<0> {value}", line)
        path.write_bytes("\n".join(lines).encode())
    if (path := folder / "quotas.csv").exists():
        path.write_bytes(re.sub(r"(?<=,)(?=,|\r)", "7", path.read_bytes().decode()).encode())


# What is made


def test_the_numbers_and_dates_of_a_campaign_are_open_and_the_rest_is_as_it_was(tmp_path: Path) -> None:
    before = tree_of(small(tmp_path))
    ran = run(tmp_path, "rollover", "test", "test-2021")
    assert 0 == ran.code
    old, new = tmp_path / DATA, tmp_path / NEXT
    assert before == {name: digest for name, digest in tree_of(tmp_path).items() if not name.startswith(NEXT)}
    assert sorted(path.name for path in old.iterdir()) == sorted(path.name for path in new.iterdir())
    for name in ("towns.csv", "departments.csv", "documents.yaml"):
        assert (old / name).read_bytes() == (new / name).read_bytes()
    assert [
        "- name: 甲区2020年整治提升工作要点", "+ name: 甲区2021年整治提升工作要点",
        "- year: 2020", "+ year: 2021",
        "- deadline: 2020年度", "+ deadline: 2021年度",
        "-   - {measure: improve, amount: 8}", "+   - {measure: improve, amount: }",
    ] == changed(text_of(old / "campaign.yaml"), text_of(new / "campaign.yaml"))  # fmt: skip
    assert [
        "-         - {id: audits, name: 监察企业, amount: 13, unit: 家}",
        "+         - {id: audits, name: 监察企业, amount: , unit: 家}",
    ] == changed(text_of(old / "tasks.yaml"), text_of(new / "tasks.yaml"))
    assert b"\xef\xbb\xbf" + "镇街,整治提升数\r\n东镇,\r\n西街道,/\r\n".encode() == (new / "quotas.csv").read_bytes()


def test_it_says_what_is_to_be_filled_and_check_tells_each_with_its_line(tmp_path: Path) -> None:
    ran = run(small(tmp_path), "rollover", "test", "test-2021")
    assert f"待填 {NEXT}/campaign.yaml：目标1处" in ran.out
    assert f"待填 {NEXT}/tasks.yaml：目标数量1处" in ran.out
    assert f"待填 {NEXT}/quotas.csv：任务数1处" in ran.out
    assert "逐处列出：lowcapdocs check test-2021" in ran.out
    told = run(tmp_path, "check", "test-2021").out
    assert f"错误[value-missing] {NEXT}/campaign.yaml 第11行 “amount”" in told
    assert f"错误[value-missing] {NEXT}/tasks.yaml 第8行 “amount”" in told
    assert f"错误[quota-blank] {NEXT}/quotas.csv 第2行 “整治提升数”" in told


def test_what_happened_in_the_year_stays_behind(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        f"{DATA}/progress.csv": "期次,镇街,指标,累计验收\n2020-06,东镇,improve,5\n",
        f"{DATA}/issued/notice/dong.md": "---\n标题: 甲\n---\n",
        f"{DATA}/backup/0001/说明.txt": "甲",
        f"{DATA}/~$towns.xlsx": "",
    }
    ran = run(small(tmp_path, files), "rollover", "test", "test-2021")
    assert f"留在 {DATA}，没有带过来：backup/、issued/、progress.csv" in ran.out
    assert not {"progress.csv", "issued", "backup", "~$towns.xlsx"} & {
        path.name for path in (tmp_path / NEXT).iterdir()
    }


def test_what_the_year_came_to_is_told_to_the_next(tmp_path: Path) -> None:
    rows = "2020-05,东镇,improve,3,\n2020-06,东镇,improve,5,\n"
    run(
        small(tmp_path, {f"{DATA}/progress.csv": f"期次,镇街,指标,累计验收,示例\n{rows}"}),
        "rollover",
        "test",
        "test-2021",
    )
    lines = text_of(tmp_path / NEXT / "campaign.yaml").splitlines()
    assert ["past:", "  - {measure: improve, year: 2020, quota: 8, accepted: 5}"] == lines[-2:]


def test_invented_returns_are_no_results_of_the_year(tmp_path: Path) -> None:
    rows = "2020-06,东镇,improve,5,是\n"
    ran = run(
        small(tmp_path, {f"{DATA}/progress.csv": f"期次,镇街,指标,累计验收,示例\n{rows}"}),
        "rollover",
        "test",
        "test-2021",
    )
    assert ["rollover-past"] == ran.codes()
    lines = text_of(tmp_path / NEXT / "campaign.yaml").splitlines()
    assert ["past:", "  # 2020年的报送是示例数据，不作往年完成情况；有实际的数请填写（写法见 docs/data.md）"] == lines[
        -2:
    ]


def test_sheets_become_csv(tmp_path: Path) -> None:
    (small(tmp_path) / DATA / "quotas.csv").unlink()
    with xlsxwriter.Workbook(tmp_path / DATA / "quotas.xlsx") as book:
        sheet = book.add_worksheet()
        for place, row in enumerate((["镇街", "整治提升数"], ["东镇", 8], ["西街道", "/"], ["全区", 8])):
            sheet.write_row(place, 0, row)
    run(tmp_path, "rollover", "test", "test-2021")
    assert [(1, ["镇街", "整治提升数"]), (2, ["东镇", ""]), (3, ["西街道", "/"])] == list(
        csv_rows((tmp_path / NEXT / "quotas.csv").read_bytes())
    )
    assert not (tmp_path / NEXT / "quotas.xlsx").exists()


def test_where_the_old_year_still_stands_is_told_by_line(tmp_path: Path) -> None:
    ran = run(
        small(tmp_path, edited("campaign.yaml", ("依照{law}", "2020年依照{law}"))), "rollover", "test", "test-2021"
    )
    assert f"提醒[rollover-year-left] {NEXT}/campaign.yaml 第15行 “purpose”：这里还写着2020年。" in ran.err


# The year


@pytest.mark.parametrize(
    ("new", "options", "year"),
    [
        ("test-2023", (), 2023),
        ("next", (), 2021),
        ("next", ("--year", "2025"), 2025),
        ("test-2023", ("--year", "2022"), 2022),
    ],
)
def test_the_year_is_stated_or_named_or_the_next(tmp_path: Path, new: str, options: tuple[str, ...], year: int) -> None:
    assert 0 == run(small(tmp_path), "rollover", "test", new, *options).code
    assert f"\nyear: {year}\n" in text_of(tmp_path / "policy_data" / new / "campaign.yaml")


@pytest.mark.parametrize("year", ["2020", "2019"])
def test_a_year_that_is_not_later_is_refused(tmp_path: Path, year: str) -> None:
    ran = run(small(tmp_path), "rollover", "test", "next", "--year", year)
    assert (1, ["rollover-year"]) == (ran.code, ran.codes())


def test_without_any_year_it_must_be_stated(tmp_path: Path) -> None:
    small(tmp_path, edited("campaign.yaml", ("year: 2020\n", "year:\n")))
    assert ["rollover-year"] == run(tmp_path, "rollover", "test", "next").codes()
    assert 0 == run(tmp_path, "rollover", "test", "next", "--year", "2021").code


# What is refused


@pytest.mark.parametrize("name", ["../other", "海曙-2021", "Test-2021", "", ".hidden", "a" * 41])
def test_a_name_that_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    before = tree_of(small(tmp_path))
    with pytest.raises(PolicyError):
        roll_over(Workspace(tmp_path), "test", name)
    assert before == tree_of(tmp_path)


def test_a_campaign_that_exists_is_never_touched(tmp_path: Path) -> None:
    small(tmp_path, {f"{NEXT}/notes.txt": "甲"})
    before = tree_of(tmp_path)
    ran = run(tmp_path, "rollover", "test", "test-2021")
    assert (1, ["rollover-exists"]) == (ran.code, ran.codes())
    assert before == tree_of(tmp_path)


def test_a_campaign_with_errors_in_its_files_is_refused_with_all_of_them(tmp_path: Path) -> None:
    small(tmp_path, {**edited("campaign.yaml", ("amount: 8", "amount: 八")), f"{DATA}/towns.csv": "编号\nDong\n"})
    before = tree_of(tmp_path)
    ran = run(tmp_path, "rollover", "test", "test-2021")
    assert 1 == ran.code
    assert {"value-number", "id-form"} <= set(ran.codes())
    assert before == tree_of(tmp_path)


def test_a_campaign_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    assert ["campaign-unknown"] == run(small(tmp_path), "rollover", "tset", "test-2021").codes()


def test_a_half_made_folder_is_no_campaign_and_is_cleared_by_the_next_run(tmp_path: Path) -> None:
    small(tmp_path, {"policy_data/.test-2021.new/campaign.yaml": "name: 半"})
    assert ["test"] == Workspace(tmp_path).campaigns()
    assert 0 == run(tmp_path, "rollover", "test", "test-2021").code
    assert ["test", "test-2021"] == sorted(path.name for path in (tmp_path / "policy_data").iterdir())


def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree_of(small(tmp_path))

    def refuse(source: object, target: object) -> None:
        raise PermissionError(13, "", str(target))

    monkeypatch.setattr("lowcapdocs.rollover.os.rename", refuse)
    with pytest.raises(PolicyError) as caught:
        roll_over(Workspace(tmp_path), "test", "test-2021")
    assert [f"output-failed {NEXT}"] == refused(caught.value)
    assert before == tree_of(tmp_path)


# Every campaign there is


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_campaign_goes_over_twice_once_it_is_filled_in(name: str, tmp_path: Path) -> None:
    space = Workspace(copy_of(name, tmp_path))
    old = load(space.data / name)
    result = roll_over(space, name, "first", 2031)
    assert not result.failed
    fill_in(space.data / "first")
    first = load(space.data / "first")
    assert 2031 == first.year
    assert not roll_over(space, "first", "second").failed
    fill_in(space.data / "second")
    second = load(space.data / "second")
    assert 2032 == second.year
    assert old.towns == second.towns or [each.name for each in old.towns] == [each.name for each in second.towns]
    assert [task.text for task in old.tasks] == [task.text for task in second.tasks]
    assert [entry.id for entry in old.documents] == [entry.id for entry in second.documents]
    assert {"draft"} == {entry.status for entry in second.documents}


def test_a_campaign_of_figures_alone_is_fine_before_its_first_return(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "templates", tmp_path / "templates")
    run(copy_of("huzhou", tmp_path), "rollover", "huzhou", "huzhou-2031")
    ran = run(tmp_path, "check", "huzhou-2031")
    assert (0, ["disclosure-unreviewed"]) == (ran.code, ran.codes())


def test_what_is_public_is_reviewed_anew_and_the_catalogue_of_last_year_stays_behind(tmp_path: Path) -> None:
    space = Workspace(copy_of("haishu-2020", tmp_path))
    told = roll_over(space, "haishu-2020", "haishu-2021").made
    assert any("没有带过来" in line and "issued/" in line and "publications.yaml" in line for line in told)
    new = load_partly(space.data / "haishu-2021")[0]
    assert new is not None
    assert ("主动公开", "", None) == (
        new.disclosure.attribute("ledger", "name"),
        new.disclosure.reviewer,
        new.disclosure.day,
    )
    assert ((), False) == (new.publications, new.disclosure.is_open("campaign"))


def test_a_campaign_of_tables_in_chinese_goes_over_as_well(tmp_path: Path) -> None:
    other(tmp_path)
    ran = run(tmp_path, "rollover", "yongan-2026", "yongan-2027")
    assert (0, []) == (ran.code, ran.codes())
    new = tmp_path / "policy_data" / "yongan-2027"
    assert "名称: 永安县2027年工业节能降碳行动方案" in text_of(new / "campaign.yaml")
    assert (new / "towns.xlsx").read_bytes() == (new.with_name("yongan-2026") / "towns.xlsx").read_bytes()
    assert [["城关镇", "压减煤炭", ""], ["西洋乡", "腾退用地（亩）", "/"]] == [
        row for line, row in csv_rows((new / "quotas.csv").read_bytes()) if line in (2, 5)
    ]
    told = run(tmp_path, "check", "yongan-2027").out
    assert "目标“boilers 淘汰燃煤锅炉 台以上”没有填数量。" in told
    assert "提醒[deadline-blank] policy_data/yongan-2027/tasks.csv “完成时限”" in told


def carried(folder: Path) -> list[Path]:
    """The YAML files that go over: all but the catalogue of what was published in the year."""
    return [path for path in sorted(folder.glob("*.yaml")) if path.stem != "publications"]


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_comment_of_every_campaign_stays(name: str, tmp_path: Path) -> None:
    space = Workspace(copy_of(name, tmp_path))
    roll_over(space, name, "next", 2031)
    for path in carried(space.data / name):
        comments = re.findall(r"(?:^|\s)(#.*)", text_of(path))
        after = re.findall(r"(?:^|\s)(#.*)", text_of(space.data / "next" / path.name))
        assert comments == [each for each in after if each in comments]


def test_a_line_that_holds_no_year_number_or_date_stays_byte_by_byte(tmp_path: Path) -> None:
    space = Workspace(copy_of("haishu-2020", tmp_path))
    roll_over(space, "haishu-2020", "haishu-2021")
    touched = re.compile(r"2020|amount|deadline|\{town: |reviewer|status|unknown")
    for path in carried(space.data / "haishu-2020"):
        lines = changed(text_of(path), text_of(space.data / "haishu-2021" / path.name))
        gone = [line[2:] for line in lines if line.startswith("-")]
        assert [] == [line for line in gone if not touched.search(line)]
        come = [line[2:].replace("2021", "2020").replace("draft", "issued") for line in lines if line.startswith("+")]
        assert set() == {line for line in come if not any(is_left_of(line, each) for each in gone)} - set(PAST)


PAST = ["past:", "  # 2020年的报送是示例数据，不作往年完成情况；有实际的数请填写（写法见 docs/data.md）"]


def is_left_of(after: str, before: str) -> bool:
    """Whether `after` is `before` with characters left out."""
    rest = iter(before)
    return all(character in rest for character in after)


def test_a_year_that_was_rolled_over_and_filled_in_makes_its_documents(tmp_path: Path) -> None:
    run(small(tmp_path), "rollover", "test", "test-2021")
    edit(tmp_path / NEXT / "campaign.yaml", "amount: }", "amount: 9}")
    edit(tmp_path / NEXT / "tasks.yaml", "amount: ,", "amount: 14,")
    write(tmp_path, {f"{NEXT}/quotas.csv": "镇街,整治提升数\n东镇,9\n西街道,/\n"})
    ran = run(tmp_path, "word", "test-2021")
    assert (0, []) == (ran.code, ran.codes())
    assert (tmp_path / "build/word/test-2021/通知/01-东镇.docx").is_file()
