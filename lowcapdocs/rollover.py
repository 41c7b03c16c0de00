"""转入下一年: the data of next year's campaign from this year's.

Towns, departments, tasks, phases and documents are carried over; numbers and dates are cleared, and
what happened in the year stays behind. The new folder is built beside, read back, and renamed into
place: it appears whole or not at all.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lowcapdocs.figures.figures import Figures
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.output import failure
from lowcapdocs.pipeline import Result
from lowcapdocs.problems import Finding, PolicyError, Where, error, warning
from lowcapdocs.renewal import rules, tables
from lowcapdocs.renewal.past import add_past
from lowcapdocs.renewal.yaml_text import YamlText, fields
from lowcapdocs.renewal.years import Years
from lowcapdocs.sources import nodes, rows
from lowcapdocs.sources.load import load, load_partly
from lowcapdocs.sources.nodes import Node, Report, Scalar, Sequence
from lowcapdocs.sources.records import Record
from lowcapdocs.sources.year_columns import SCHEDULE
from lowcapdocs.workspace import Workspace

_COPIED = ("towns", "departments")
_BLANKS = ("value-missing", "target-form")
"""What reading tells of a cleared value; everything else in the new files is a fault."""


@dataclass(slots=True)
class _Files:
    """The files of the new campaign by name, what is to be filled in each, what stays behind."""

    made: dict[str, bytes] = field(default_factory=dict)
    cleared: dict[str, Counter[str]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    no_past: str = ""
    samples: list[str] = field(default_factory=list)


def roll_over(space: Workspace, old: str, new: str, year: int | None = None) -> Result:
    """Make policy_data/`new` from policy_data/`old`.

    Raises PolicyError, with nothing made, if `old` has errors in its files, if `new` exists or is no
    name for a campaign, or if no later year can be told.
    """
    space.chosen([old])
    _refuse_name(space, new)
    campaign = load(space.data / old, shown_as=f"policy_data/{old}")
    years = Years(campaign.year, _year(campaign, new, year))
    files = _renewed(space.data / old, campaign, years)
    result = Result(_write(space, new, files, years))
    result.findings += _remarks(new, files)
    result.made = list(_told(old, new, years, files))
    return result


def _refuse_name(space: Workspace, new: str) -> None:
    """Raise PolicyError for a name that is no id, or that something has already."""
    report = Report()
    place = Where("policy_data", column=new)
    Record(nodes.Mapping({"id": Scalar(new, place)}, place), {"id": ("id",)}, report).identifier()
    if not report and os.path.lexists(space.data / new):
        remedy = "请换一个名称；要重做的，先把原来的移走。"
        report.append(error("rollover-exists", Where(f"policy_data/{new}"), "已有这个名称，没有改动。", remedy))
    if report:
        raise PolicyError(report)


def _year(campaign: Campaign, new: str, stated: int | None) -> int:
    """The year stated, else the one at the end of the name, else the next. Raises PolicyError."""
    named = re.search(r"(?<!\d)(\d{4})$", new)
    year = stated or (int(named[1]) if named else None) or (campaign.year + 1 if campaign.year else None)
    place = Where(f"policy_data/{campaign.id}/campaign.yaml", column="year")
    if year is None:
        message = "没有写年度，不知道下一年是哪一年。"
        raise PolicyError([error("rollover-year", place, message, "请用 --year 写明新的年度。")])
    if campaign.year is not None and year <= campaign.year:
        message = f"新的年度{year}不在{campaign.year}之后。"
        raise PolicyError([error("rollover-year", place, message, "请核对名称末尾的年份，或用 --year 写明。")])
    return year


# Files


def _renewed(folder: Path, campaign: Campaign, years: Years) -> _Files:
    files = _Files()
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~")):
            continue
        ending = path.suffix.lower() if path.is_file() else ""
        if ending in rows.ENDINGS and path.stem in _COPIED:
            files.made[path.name] = path.read_bytes()
        elif ending in (".yaml", ".yml") and path.stem in rules.RULES:
            _add_yaml(files, path, campaign, years)
        elif ending in rows.ENDINGS and path.stem in tables.RULES:
            _add_table(files, path, years)
        else:
            files.left.append(f"{path.name}/" if path.is_dir() else path.name)
    return files


def _add_yaml(files: _Files, path: Path, campaign: Campaign, years: Years) -> None:
    text = YamlText(path.read_bytes())
    rules.RULES[path.stem](text, years)
    if path.stem == "campaign":
        files.no_past = add_past(text, Figures(campaign))
    sample = fields(text.root, SCHEDULE).get("sample")
    if sample is not None and sample.text:
        files.samples.append(path.name)
    files.made[path.name], files.cleared[path.name] = text.data(), text.cleared


def _add_table(files: _Files, path: Path, years: Years) -> None:
    node = rows.read(path, path.name, Report())
    if not isinstance(node, Sequence) or not node.items:
        files.made[path.name] = path.read_bytes()  # headings alone
        return
    name, cleared = f"{path.stem}.csv", Counter[str]()
    files.made[name] = tables.renewed(node, tables.RULES[path.stem], years, cleared)
    files.cleared[name] = cleared


def _write(space: Workspace, new: str, files: _Files, years: Years) -> list[Finding]:
    """Put the files in place, read back before; where the old year still stands. Raises PolicyError."""
    staging = space.data / f".{new}.new"
    try:
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        for name, data in files.made.items():
            (staging / name).write_bytes(data)
        shown = f"policy_data/{new}"
        _, findings = load_partly(staging, shown_as=shown)
        faults = [each for each in findings if each.level == "error" and each.code not in _BLANKS]
        if faults:
            raise PolicyError(faults)
        left = list(_old_years(staging, files.made, shown, years))
        os.rename(staging, space.data / new)
    except (OSError, UnicodeEncodeError) as problem:
        raise failure(problem, f"policy_data/{new}") from problem
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return left


def _old_years(folder: Path, made: Mapping[str, bytes], shown: str, years: Years) -> Iterator[Finding]:
    """Every value that still tells the old year."""
    for name in made:
        node = rows.read(folder / name, f"{shown}/{name}", Report())
        for scalar in _scalars(node):
            if years.told_in(scalar.text):
                message = f"这里还写着{years.old}年。"
                yield warning("rollover-year-left", scalar.where, message, "请核对，该改的改成新的年份。")


def _scalars(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case nodes.Mapping():
            for value in node.entries.values():
                yield from _scalars(value)


# What is said


def _remarks(new: str, files: _Files) -> Iterator[Finding]:
    """What the one who fills in the new year should know."""
    if files.no_past:
        place = Where(f"policy_data/{new}/campaign.yaml", column="past")
        message, remedy = f"{files.no_past}，没有当作往年完成情况。", "有实际完成数的，填在 past 里。"
        yield Finding("rollover-past", "note", place, message, remedy)
    for name in files.samples:
        place = Where(f"policy_data/{new}/{name}", column="sample")
        message, remedy = "带过来的内容是示例，公文里仍印“示例数据”。", "换成真实的内容后，删去 sample。"
        yield Finding("rollover-sample", "note", place, message, remedy)


def _told(old: str, new: str, years: Years, files: _Files) -> Iterator[str]:
    yield f"policy_data/{new}（{years.new}年）：{'、'.join(files.made)}"
    if files.left:
        yield f"留在 policy_data/{old}，没有带过来：{'、'.join(files.left)}"
    for name, cleared in files.cleared.items():
        if cleared:
            counted = "，".join(f"{called}{count}处" for called, count in cleared.items())
            yield f"待填 policy_data/{new}/{name}：{counted}"
    yield f"逐处列出：lowcapdocs check {new}"
