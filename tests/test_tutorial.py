"""docs/tutorial.md: a year from the shell, run as it is written."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from lowcapdocs.cli import cli
from lowcapdocs.sources.csv_text import CsvText
from lowcapdocs.sources.load import load
from lowcapdocs.sources.rows import csv_rows
from tests.builders import REPOSITORY
from tests.returns.pen import Pen
from tests.workspaces import plain_draft

TUTORIAL = REPOSITORY / "docs" / "tutorial.md"
DATA = Path("policy_data/haishu-2020")
LEFT_OUT = "…"
_PARTS = re.compile(
    r"<!-- 由人来做：(?P<step>\w+) -->"
    r"|<!-- 摘自 (?P<file>\S+) -->\n\n```text\n(?P<excerpt>.*?)```"
    r"|```console\n(?P<console>.*?)```",
    re.DOTALL,
)


# What people do


def fill_in_the_contact() -> None:
    for key, value in (("report_by", "12月5日前"), ("contact", "示例联系人"), ("phone", "0574-00000000")):
        path = DATA / "campaign.yaml"
        text, count = re.subn(rf"(?m)^(  {key}:)(?= )", rf"\1 {value}", path.read_bytes().decode())
        assert 1 == count
        path.write_bytes(text.encode())


def three_towns_answer() -> None:
    jishigang = answer("10", "01-集士港镇").amount("phase_out", done=3, closed=3, merged=0, upgraded=0, accepted=2)
    jishigang.amount("improve", done=27, closed=7, merged=5, upgraded=15, accepted=25)
    gulin = answer("10", "02-古林镇").amount("phase_out", done=2, closed=1, merged=1, upgraded=0, accepted=3)
    gulin.amount("improve", done=24, closed=6, merged=5, upgraded=13, accepted=22)
    gaoqiao = answer("10", "03-高桥镇").amount("phase_out", done=1, closed=1, merged=0, upgraded=0, accepted=0)
    gaoqiao.amount("improve", done=13, closed=3, merged=3, upgraded=7, accepted=9)
    gaoqiao.firm("sample-06", state="拆除", dismantled_on=date(2020, 10, 20))


def gulin_mends_its_answer() -> None:
    Pen(Path("收回/02-古林镇-2020年10月.xlsx")).amount("phase_out", accepted=1)


def a_firm_is_accepted() -> None:
    papers = {kind: f"示例-戊-{kind}.pdf" for kind in ("验收意见表", "拆前照片", "拆后照片", "设备去向证明")}
    in_the_ledger("sample-05", 状态="验收", 验收日期="2020-11-18", **papers)


def nobody_objects() -> None:
    for firm in ("sample-04", "sample-05", "sample-10", "sample-12", "sample-16"):
        in_the_ledger(firm, 状态="公示", 公示日期="2020-11-30")


def all_towns_answer() -> None:
    """All is done, but one firm of 石碶街道."""
    campaign = load(DATA)
    for path in sorted(Path("build/returns/haishu-2020/2020-12").glob("*.xlsx")):
        name = path.name.split("-")[1]
        town = next(each for each in campaign.towns if each.name == name)
        pen = answer("12", path.name.removesuffix("-2020年12月.xlsx"), "收回12月")
        for measure in campaign.measures:
            quota = campaign.quota(town.id, measure.id)
            if isinstance(quota, Decimal):
                done = int(quota) - ((name, measure.id) == ("石碶街道", "phase_out"))
                pen.amount(measure.id, done=done, accepted=done)


STEPS: dict[str, Callable[[], None]] = {
    step.__name__: step
    for step in (
        fill_in_the_contact,
        three_towns_answer,
        gulin_mends_its_answer,
        a_firm_is_accepted,
        nobody_objects,
        all_towns_answer,
    )
}


def answer(month: str, name: str, folder: str = "收回") -> Pen:
    """The workbook that a town got for a month of 2020, back in a folder, with its day."""
    sent = Path(f"build/returns/haishu-2020/2020-{month}/{name}-2020年{month}月.xlsx")
    Path(folder).mkdir(exist_ok=True)
    return Pen(Path(shutil.copy(sent, folder))).day(date(2020, int(month), 28) if month == "12" else date(2020, 11, 3))


def in_the_ledger(firm: str, **cells: str) -> None:
    """Write into the row of a firm, as in Excel."""
    path = DATA / "ledger.csv"
    table = CsvText(path.read_bytes())
    line = next(line for line, row in csv_rows(path.read_bytes()) if row[0] == firm)
    for heading, value in cells.items():
        table.set(line, heading, value)
    path.write_bytes(table.data())


# What the tutorial shows


def commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block with the lines shown below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        yield command, shown


def answered(command: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """The exit code and the output of a command; `cd` and `ls` as a shell has them."""
    name, *arguments = shlex.split(command)
    if name == "cd":
        monkeypatch.chdir(arguments[0])
        return 0, ""
    if name == "ls":
        return 0, "\n".join(sorted(path.name for path in Path(arguments[0]).iterdir()))
    assert "lowcapdocs" == name
    done = CliRunner().invoke(cli, arguments, prog_name="lowcapdocs", catch_exceptions=False)
    return done.exit_code, done.output


def missing(shown: list[str], output: str) -> list[str]:
    """The lines shown that do not stand in `output`, in this order; “…” stands for anything."""
    rest = iter(output.splitlines())
    return [line for line in shown if line != LEFT_OUT and not any(like(line).fullmatch(each) for each in rest)]


def like(line: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, line.split(LEFT_OUT))))


def test_the_tutorial_runs_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done: list[str] = []
    for part in _PARTS.finditer(TUTORIAL.read_text(encoding="utf-8")):
        if part["step"]:
            STEPS[part["step"]]()
            done.append(part["step"])
        elif part["file"]:
            assert [] == missing(part["excerpt"].splitlines(), plain_draft(Path(part["file"]))), part["file"]
        else:
            for command, shown in commands(part["console"]):
                code, output = answered(command, monkeypatch)
                assert [] == missing(shown, output), f"$ {command}\n{output}"
                refused = any(line.startswith("错误[") for line in shown)
                assert int(refused) == code, f"$ {command}\n{output}"
    assert list(STEPS) == done


def test_a_line_that_is_not_said_is_missed() -> None:
    assert [] == missing(["甲", "…", "丁…己"], "甲\n乙\n丁戊己\n")
    assert ["乙", "甲"] == missing(["甲", "乙", "甲"], "甲\n丙\n")
    assert ["甲"] == missing(["乙", "甲"], "甲\n乙\n")
    assert [("a b", ["甲", "乙"]), ("c", [])] == list(commands("$ a b\n甲\n乙\n$ c\n"))


def test_every_block_of_the_tutorial_is_run() -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    assert text.count("```") == 2 * sum(bool(part["console"] or part["file"]) for part in _PARTS.finditer(text))
