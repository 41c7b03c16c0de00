"""检查: any Word or PDF files, or folders of them, against GB/T 9704, clause by clause.

The file itself tells type, spacing and text; the pages that LibreOffice makes of it tell what only
a page shows. Without LibreOffice, or when it fails, the file alone is judged, and the report says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from lowcapdocs.convert.batches import Source
from lowcapdocs.convert.office import Computer
from lowcapdocs.inspect.package import MAX_FILE
from lowcapdocs.inspect.pages import inspect_pages
from lowcapdocs.inspect.report import Line, Report, inspect_docx, report_on_pages
from lowcapdocs.output import Folder
from lowcapdocs.pipeline import shown
from lowcapdocs.press import made_ready
from lowcapdocs.problems import Finding, PolicyError, Where, error, reason, warning
from lowcapdocs.review import Step
from lowcapdocs.sources import settings
from lowcapdocs.workspace import Workspace

WORD = (".docx", ".docm", ".dotx", ".dotm", ".doc")
PDF = (".pdf",)


@dataclass(slots=True)
class Inspected:
    """What came of one file: a report, or findings that say why there is none; or both."""

    name: str
    report: Report | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether a clause failed, or the file could not be read."""
        return self.report is None or self.report.failed

    def as_dict(self) -> dict[str, Any]:
        """As plain JSON values; see `inspect.report`."""
        told = {"findings": [each.as_dict() for each in self.findings]} if self.findings else {}
        return {**(self.report.as_dict() if self.report else {"file": self.name}), **told}


def inspect(
    space: Workspace,
    targets: Sequence[Path],
    computer: Computer,
    *,
    profile: str = "",
    render: bool = True,
    step: Step | None = None,
) -> list[Inspected]:
    """Every document among `targets`, folders searched through, in order.

    `profile` A or B demands that page set-up, empty accepts either; `render` judges the pages of Word
    files too, if LibreOffice is there.
    """
    found = [each for target in targets for each in _documents(target)]
    unique = {path.resolve(): (path, result) for path, result in found}
    results = []
    words: list[tuple[Inspected, bytes]] = []
    for done, (path, result) in enumerate(unique.values(), start=1):
        results.append(result)
        data = _read(path, result) if not result.findings else None
        if data is not None:
            _judge(path, data, result, profile)
            if result.report is not None and result.report.settled and path.suffix.lower() not in PDF:
                words.append((result, data))
        if step:
            step(done, len(unique) + len(words) * render)
    if render and words:
        _judge_pages(space, words, computer, profile)
    return results


def of_each_kind(space: Workspace, wanted: Iterable[str]) -> list[Finding]:
    """What the inspector finds in the first Word file of every document just made; pages are not rendered.

    A series is made from one template, so one of it tells of all, and a province is not kept waiting.
    """
    found: list[Finding] = []
    profile = settings.load(space.data).profile
    for name in space.chosen(wanted):
        folder = Folder(space.build / "word" / name, shown(space, space.build / "word" / name))
        first: dict[str, str] = {}
        for entry in folder.entries():
            if str(entry["file"]).endswith(".docx"):
                first.setdefault(str(entry.get("document")), str(entry["file"]))
        for file in first.values():
            report = inspect_docx((folder.path / file).read_bytes(), f"{folder.name}/{file}", profile)
            found += (_nonconformity(report.name, line) for line in report.lines() if line.outcome == "failed")
    return found


def _nonconformity(name: str, line: Line) -> Finding:
    fault = line.faults[0]
    words = [f"应为{fault.expected}", f"实为{fault.found}" if fault.found else "", fault.place]
    message = f"{line.clause.name}（{line.clause.number}）：{'，'.join(filter(None, words))}。"
    remedy = fault.remedy or "请看 lowcapdocs inspect 的报告。"
    return warning("standard-failed", Where(name), message, remedy)


def _documents(target: Path) -> Iterator[tuple[Path, Inspected]]:
    """The documents at `target`. Lock files (~$) and hidden files are none."""
    if not target.is_dir():
        result = Inspected(str(target))
        if not target.exists():
            result.findings.append(error("inspect-missing", Where(str(target)), "没有这个文件。", "请检查路径。"))
        yield target, result
        return
    inside = sorted(each for each in target.rglob("*") if each.suffix.lower() in (*WORD, *PDF) and each.is_file())
    shown = [each for each in inside if not each.name.startswith(("~$", "."))]
    for each in shown:
        yield each, Inspected(str(each))
    if not shown:
        result = Inspected(str(target))
        message = "文件夹里没有 Word 或 PDF 文件。"
        result.findings.append(error("inspect-nothing", Where(str(target)), message, "请指定 .docx 或 .pdf 文件。"))
        yield target, result


def _read(path: Path, result: Inspected) -> bytes | None:
    try:
        if path.stat().st_size > MAX_FILE:
            message = f"文件超过{MAX_FILE // 2**20}MB，不像公文，没有读取。"
            result.findings.append(error("inspect-large", Where(str(path)), message, "请检查是否选错了文件。"))
            return None
        return path.read_bytes()
    except OSError as problem:
        message = f"读这个文件时出错：{reason(problem)}。"
        result.findings.append(
            error("file-unreadable", Where(str(path)), message, "请检查路径和权限，或关闭正在打开它的程序。")
        )
        return None


def _judge(path: Path, data: bytes, result: Inspected, profile: str) -> None:
    try:
        if path.suffix.lower() in PDF:
            result.report = report_on_pages(result.name, inspect_pages(data, result.name, profile or None))
        else:
            result.report = inspect_docx(data, result.name, profile)
    except PolicyError as problem:
        result.findings += problem.findings


def _judge_pages(space: Workspace, words: Sequence[tuple[Inspected, bytes]], computer: Computer, profile: str) -> None:
    """Add what the pages show to the reports; what keeps pages from being made is a warning."""
    try:
        pages = list(_pages(space, [(each.name, data) for each, data in words], computer))
    except (PolicyError, OSError) as problem:
        causes = problem.findings if isinstance(problem, PolicyError) else ()
        for result, _ in words:
            result.findings.append(_unpaged(result.name, causes))
        return
    for (result, _), (pdf, finding) in zip(words, pages, strict=True):
        try:
            if pdf is not None and result.report is not None:
                verdicts = inspect_pages(pdf, result.name, profile or None, result.report.area)
                result.report = result.report.with_pages(verdicts)
                continue
            causes = (finding,) if finding else ()
        except PolicyError as problem:
            causes = problem.findings
        result.findings.append(_unpaged(result.name, causes))


def _unpaged(name: str, causes: Iterable[Finding]) -> Finding:
    """A warning that only the file was judged, and why."""
    found = list(causes)
    reason = "".join(each.message for each in found) or "排版时出错。"
    remedy = found[0].remedy if found else ""
    return replace(
        warning("inspect-unpaged", Where(name), f"只检查了文件，没有检查排好的页面：{reason}"), remedy=remedy
    )


def _pages(
    space: Workspace, words: Sequence[tuple[str, bytes]], computer: Computer
) -> Iterator[tuple[bytes | None, Finding | None]]:
    """The PDF that LibreOffice makes of each file, or why there is none.

    Raises PolicyError without LibreOffice, or where there is no type to set the pages in the workspace's faces.
    """
    with made_ready(space, computer) as press:
        missing = [each for each in press.faces if each.code == "font-missing"]
        if missing:  # a page set in other type would be blamed for what this computer lacks
            raise PolicyError(missing)
        sources = [Source(name, partial(bytes, data)) for name, data in words]
        for each in press.converter.convert(sources):
            yield each.pdf, each.finding
