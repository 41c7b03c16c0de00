"""报送: workbooks for the towns out, and what came back into the data: shown first, written when told to.

A merge is all or nothing: while any file has an error nothing is written; a file can be left out by
name. Only our own CSV files are written, through `rewriting`, which keeps what was there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lowcapdocs import rewriting
from lowcapdocs.intake.grid import read as read_grids
from lowcapdocs.job import Job, open_job
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.org import Town
from lowcapdocs.model.period import Period, read_period
from lowcapdocs.output import Folder, Made
from lowcapdocs.pipeline import Result, refuse_sources, shown
from lowcapdocs.problems import NOWHERE, Finding, PolicyError, Where, error, has_errors, reason, warning
from lowcapdocs.returns import amounts
from lowcapdocs.returns.change import Change
from lowcapdocs.returns.collect import sort_out, the_period, wrong_period
from lowcapdocs.returns.data import consequences, rewritten
from lowcapdocs.returns.firms import Ledger
from lowcapdocs.returns.parcel import Parcel, Standings, parcels
from lowcapdocs.returns.read import Returned, identify, read
from lowcapdocs.returns.write import xlsx
from lowcapdocs.review import Step
from lowcapdocs.sources import rows
from lowcapdocs.sources.load import load, load_partly
from lowcapdocs.sources.nodes import Report
from lowcapdocs.workspace import Workspace, alone

_BOOKS = (".xlsx", ".xls", ".ods", ".xlsm", ".et")
_OURS = {"manifest.json"}
_ILLEGAL_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))


# Out


def send(
    space: Workspace,
    name: str,
    period: str,
    *,
    towns: Iterable[str] = (),
    out: Path | None = None,
    step: Step | None = None,
) -> Result:
    """One workbook a town under build/returns/<campaign>/<period>; with `towns`, only theirs are touched."""
    space.chosen([name])
    job = open_job(space, name)
    wanted = _period(period, job.campaign.year)
    chosen = [_town(job, town) for town in towns]
    parent = out or space.build / "returns"
    refuse_sources(space, parent)
    listed = list(parcels(job.campaign, wanted, chosen or job.campaign.towns))
    if not listed:
        message = "没有要报送的镇街：都没有任务数，台账里也没有企业。"
        raise PolicyError([error("return-nobody", Where(f"policy_data/{name}"), message, "请先填 quotas 或 ledger。")])
    place = parent / name / wanted.id
    folder = Folder(place, shown(space, place))
    files = _workbooks(job, listed, step)
    count = folder.update(files) if chosen else folder.replace(files)
    result = Result(findings=[*_foreign_year(job.campaign, wanted), *folder.findings])
    result.made.append(f"{place}：{count}份")
    return result


def _workbooks(job: Job, listed: list[Parcel], step: Step | None) -> Iterator[Made]:
    places = {town.id: place for place, town in enumerate(job.campaign.towns, start=1)}
    width = max(2, len(str(len(places))))
    for done, parcel in enumerate(listed, start=1):
        town, period = parcel.town, parcel.period
        file = f"{places[town.id]:0{width}}-{town.name}-{period.name}.xlsx".translate(_ILLEGAL_IN_NAMES)
        about = {"town": town.id, "period": period.id, **({"sample": "是"} if parcel.sample else {})}
        yield Made(file, xlsx(parcel, job.settings.faces), about)
        if step:
            step(done, len(listed))


def _period(text: str, year: int | None) -> Period:
    try:
        return read_period(text, year)
    except ValueError as problem:
        message, remedy = f"看不出“{text}”是哪一期。", "请写成 2020-06、2020年第2季度或 2020-W23。"
        raise PolicyError([error("period-form", NOWHERE, message, remedy)]) from problem


def _town(job: Job, text: str) -> Town:
    from lowcapdocs.sources.names import Names

    report = Report()
    town = Names(job.campaign.towns, "镇街", report).resolve_text(text, Where("--town"))
    if town is None:
        raise PolicyError(report)
    return town


def _foreign_year(campaign: Campaign, period: Period) -> Iterator[Finding]:
    if campaign.year and period.year and campaign.year != period.year:
        message = f"{period.name}不在活动的年度（{campaign.year}年）里。"
        yield warning("return-year", Where(f"policy_data/{campaign.id}"), message, "请核对期次。")


# Back


@dataclass(slots=True)
class Merge:
    """What came back, what it would change, and what was done about it."""

    period: str = ""
    files: int = 0
    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    written: tuple[str, ...] = ()
    backup: str = ""

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return has_errors(self.findings)

    def as_dict(self) -> dict[str, Any]:
        """All of it as plain JSON values."""
        return {
            "period": self.period,
            "files": self.files,
            "changes": [change.as_dict() for change in self.changes],
            "findings": [finding.as_dict() for finding in self.findings],
            "written": list(self.written),
            "backup": self.backup,
        }


def merge(
    space: Workspace,
    name: str,
    paths: Iterable[Path],
    *,
    period: str = "",
    without: Iterable[str] = (),
    apply: bool = False,
    step: Step | None = None,
) -> Merge:
    """Read what came back for `period` (that of the files if empty); with `apply`, write it unless there are errors.

    What stops it is among the findings.
    """
    found = Merge()

    def work() -> None:
        space.chosen([name])
        folder, place = space.data / name, f"policy_data/{name}"
        if apply:
            found.findings += _mended(folder, place)
        elif rewriting.interrupted(folder):
            message = "上一次改写中途断了，现在看到的数据可能只改了一半。"
            found.findings.append(
                warning("rewrite-interrupted", Where(place), message, "加 --apply 或 --undo 时会先补做完。")
            )
        _merge(space, name, list(paths), period, set(without), found, step)
        if apply and found.changes and not found.failed:
            _write(space, name, found)

    try:
        if apply:
            alone(space, work)
        else:
            work()
    except PolicyError as problem:
        found.findings += problem.findings
    return found


def _mended(folder: Path, place: str) -> list[Finding]:
    from lowcapdocs.output import failure

    try:
        return rewriting.mend(folder, place)
    except OSError as problem:
        raise failure(problem, place) from problem


def _merge(
    space: Workspace, name: str, paths: list[Path], period: str, without: set[str], found: Merge, step: Step | None
) -> None:
    campaign = load(space.data / name, shown_as=f"policy_data/{name}")
    files = list(_files(paths, without, found.findings))
    listed: list[Returned] = []
    for done, (path, file) in enumerate(files, start=1):
        try:
            grids = read_grids(path, file)
            listed.append(read(grids, identify(grids, file, campaign), file, campaign))
        except PolicyError as problem:
            found.findings += problem.findings
        if step:
            step(done, len(files))
    asked = _period(period, campaign.year) if period else None
    wanted = the_period(listed, asked)
    found.period, found.files = wanted.id, len(files)
    found.findings += [
        wrong_period(each.file, read_period(each.meta.period), wanted)
        for each in listed
        if each.meta.period != wanted.id
    ]
    listed = [each for each in listed if each.meta.period == wanted.id]
    chosen = sort_out(listed, wanted, campaign)
    standings, ledger = Standings(campaign, wanted), Ledger(campaign, wanted)
    for returned in chosen.returned:
        found.findings += returned.findings
        for changes, findings in (
            amounts.compare(returned, campaign, wanted, standings),
            ledger.compare(returned),
        ):
            found.changes += changes
            found.findings += findings
    found.findings += [*chosen.findings, *_foreign_year(campaign, wanted)]
    if found.changes and not found.failed:
        found.findings += _tried(space, name, campaign, found.changes)


def _files(paths: list[Path], without: set[str], findings: list[Finding]) -> Iterator[tuple[Path, str]]:
    """Every workbook among `paths` and in folders among them, with the name that messages use; a name in `without` is one of them."""
    seen: set[Path] = set()
    names: dict[str, None] = {}
    left_out: set[str] = set()
    for given in paths:
        try:
            inside = sorted(path for path in given.rglob("*") if path.is_file()) if given.is_dir() else [given]
        except OSError as problem:
            findings.append(error("file-unreadable", Where(str(given)), f"读不了：{reason(problem)}。", "请检查权限。"))
            continue
        for path in inside:
            file = path.relative_to(given).as_posix() if given.is_dir() else path.name
            hidden = path.name.startswith(("~$", ".")) or path.name in _OURS
            if not hidden:
                names[file] = None
            if matched := {file, path.name} & without:
                left_out |= matched
                continue
            if hidden or path.resolve() in seen:
                continue
            seen.add(path.resolve())
            if given.is_dir() and path.suffix.lower() not in _BOOKS:
                message, remedy = "不是工作簿，没有读。", "是报送内容的，请填在发出的报送表里。"
                findings.append(Finding("return-skipped", "note", Where(file), message, remedy))
                continue
            yield path, file
    for name in sorted(without - left_out):
        message = f"收到的里面没有“{name}”，排除不了。"
        remedy = f"请照原样写文件名；有的是：{'、'.join(names) or '（没有文件）'}。"
        findings.append(error("name-unknown", Where("--without"), message, remedy))


def _held(folder: Path, place: str, stem: str) -> bytes | None:
    """The CSV `stem`; None if there is none yet. Raises PolicyError for data that is held otherwise."""
    report = Report()
    path = rows.find(folder, stem, place, report)
    if path is not None and path.suffix.lower() != ".csv":
        message = f"这份数据放在 {path.name} 里，程序只改写自己的 CSV，不动 YAML 和工作簿。"
        remedy = f"请照列出的变动自己改；或另存为 {stem}.csv（移走 {path.name}）后再合并。"
        report.append(error("data-held", Where(f"{place}/{path.name}"), message, remedy))
    if report:
        raise PolicyError(report)
    return path.read_bytes() if path is not None else None


def _new_files(space: Workspace, name: str, changes: list[Change]) -> Iterator[tuple[str, bytes, dict[int, Change]]]:
    for stem in ("progress", "ledger"):
        own = [change for change in changes if change.stem == stem]
        if own:
            yield stem, *rewritten(stem, _held(space.data / name, f"policy_data/{name}", stem), own)


def _tried(space: Workspace, name: str, campaign: Campaign, changes: list[Change]) -> list[Finding]:
    """What the data would be told of with `changes` in it: read from the very bytes that would be written."""
    place = f"policy_data/{name}"
    made = list(_new_files(space, name, changes))
    after, problems = load_partly(space.data / name, shown_as=place, instead={stem: data for stem, data, _ in made})
    lines = {(stem, line): change for stem, _, known in made for line, change in known.items()}
    if after is None or has_errors(problems):
        return problems
    return list(consequences(campaign, after, lines, {f"{place}/{stem}.csv": stem for stem, _, _ in made}))


def _write(space: Workspace, name: str, found: Merge) -> None:
    files = {f"{stem}.csv": data for stem, data, _ in _new_files(space, name, found.changes)}
    about = f"合并{found.period}的报送表{found.files}份，{len(found.changes)}项变动。"
    done = rewriting.replace(space.data / name, f"policy_data/{name}", files, about)
    found.written, found.backup = done.files, done.place


def undo(space: Workspace, name: str) -> Result:
    """Take the newest merge back, if the files are still as it left them. Raises PolicyError if not."""
    space.chosen([name])
    done = rewriting.undo(space.data / name, f"policy_data/{name}")
    return Result(made=[f"已恢复 {'、'.join(done.files)}（备份{done.number:04}，{done.place}）"])
