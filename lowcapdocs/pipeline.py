"""The whole path on one page: data → checks → drafts → trees → Word and Excel → files.

Read this first. Rooms return values; `output` is how anything reaches the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lowcapdocs.batch import make_files
from lowcapdocs.checks import document as document_checks
from lowcapdocs.checks import typography
from lowcapdocs.checks.faces import FaceCheck
from lowcapdocs.draft.parse import parse
from lowcapdocs.gongwen.settings import Settings
from lowcapdocs.job import Job, open_job
from lowcapdocs.model.org import Town
from lowcapdocs.output import Folder, Made, write_file
from lowcapdocs.problems import Finding, PolicyError, Where, error, has_errors, reason
from lowcapdocs.review import Step, review
from lowcapdocs.sources import settings
from lowcapdocs.sources.rows import decode
from lowcapdocs.workspace import Workspace


@dataclass(slots=True)
class Result:
    """What a command has to say: findings, and what was made."""

    findings: list[Finding] = field(default_factory=list)
    made: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return has_errors(self.findings)


def check(space: Workspace, wanted: Iterable[str], step: Step | None = None) -> Result:
    """Every finding on the chosen campaigns; nothing is written."""
    result = Result()
    for name in space.chosen(wanted):
        try:
            job = open_job(space, name)
        except PolicyError as problem:
            result.findings += problem.findings
            continue
        result.findings += review(job, step)
    return result


def write_drafts(space: Workspace, wanted: Iterable[str], step: Step | None = None) -> Result:
    """The readable drafts of the chosen campaigns under build/drafts."""

    def files(job: Job) -> Iterator[Made]:
        plan = job.plan()
        for done, (entry, target) in enumerate(plan, start=1):
            draft = job.draft(entry, target)
            about = {"document": entry.id, "town": target.unit.id if isinstance(target.unit, Town) else ""}
            yield Made(f"{draft.file}.md", draft.text.encode(), about)
            if step:
                step(done, len(plan))

    result = Result()
    for name in space.chosen(wanted):
        _make(space, name, space.build / "drafts", result, lambda job, folder: folder.replace(files(job)))
    return result


def write_word(
    space: Workspace,
    wanted: Iterable[str],
    *,
    only: str = "",
    town: str = "",
    period: str = "",
    out: Path | None = None,
    jobs: int = 1,
    step: Step | None = None,
) -> Result:
    """Word and Excel files of the chosen campaigns; with `only`, `town` or `period`, just those."""
    names = space.chosen(wanted)
    parent = out or space.build / "word"
    refuse_sources(space, parent)
    result = Result()
    wanted = Wanted(only, town, period)
    if wanted:
        names = _having(space, names, wanted, result)

    def put(job: Job, folder: Folder) -> int:
        files = make_files(job, job.plan(*wanted), jobs, step)
        return folder.update(files) if wanted else folder.replace(files)

    for name in names:
        _make(space, name, parent, result, put)
    return result


def refuse_sources(space: Workspace, parent: Path) -> None:
    """Raise PolicyError if output would be put among what it is made from."""
    asked = parent.resolve()
    for folder in (space.data, space.templates, space.root / "site"):
        if asked == space.root.resolve() or asked.is_relative_to(folder.resolve()):
            message = "这里放的是数据、模板和页面，生成的文件不能放进来。"
            raise PolicyError([error("output-place", Where(str(parent)), message, "请用 --out 指定另一个文件夹。")])


class Wanted(NamedTuple):
    """Which documents are asked for; empty: all."""

    only: str
    town: str
    period: str

    def __bool__(self) -> bool:
        return any(self)


def _having(space: Workspace, names: list[str], wanted: Wanted, result: Result) -> list[str]:
    """Those of `names` that have what was asked for; if none has, `result` tells why."""
    found: list[str] = []
    missed: list[Finding] = []
    for name in names:
        try:
            if open_job(space, name).plan(*wanted):
                found.append(name)
        except PolicyError as problem:
            missed += problem.findings
    if not found:
        message = f"没有符合“{'、'.join(filter(None, wanted))}”的文件。"
        remedy = "--only 填 documents.yaml 里的编号，--town 填镇街名称或编号，--period 填期次（如 2020-06）。"
        result.findings += missed or [error("document-unknown", Where("documents.yaml"), message, remedy)]
    return found


def _make(space: Workspace, name: str, parent: Path, result: Result, put: Callable[[Job, Folder], int]) -> None:
    """Review one campaign and, if it has no errors, `put` its files into its folder under `parent`."""
    try:
        job = open_job(space, name)
        found = review(job)
        result.findings += found
        if not has_errors(found):
            folder = Folder(parent / name, shown(space, parent / name), edits_stay=parent == space.build / "drafts")
            count = put(job, folder)
            result.findings += folder.findings
            result.made.append(f"{parent / name}：{count}份")
    except PolicyError as problem:
        result.findings += problem.findings


def shown(space: Workspace, folder: Path) -> str:
    """What messages call an output folder: its path in the workspace, if it lies there."""
    inside = folder.resolve().is_relative_to(space.root.resolve())
    return folder.resolve().relative_to(space.root.resolve()).as_posix() if inside else str(folder)


def word_from_draft(space: Workspace, source: Path, target: Path) -> Result:
    """Any draft in our format → a Word file; of a workspace only its settings matter, if it has any."""
    from lowcapdocs.word.package import made_by_us

    result = Result()
    try:
        docx = docx_of_draft(source, result, settings.load(space.data))
        if docx is not None:
            result.findings += write_file(target, docx, str(target.parent), ours=made_by_us)
            result.made.append(str(target))
    except PolicyError as problem:
        result.findings += problem.findings
    return result


def docx_of_draft(source: Path, result: Result, chosen: Settings) -> bytes | None:
    """The Word file of a draft; None if it has errors, which `result` then tells. Raises PolicyError."""
    from lowcapdocs.word.writer import Writer

    try:
        text = decode(source.read_bytes())
    except (OSError, UnicodeDecodeError) as problem:
        why = reason(problem) if isinstance(problem, OSError) else "文字编码无法识别"
        remedy = "请检查路径，并用记事本另存为 UTF-8。"
        raise PolicyError([error("file-unreadable", Where(str(source)), f"草稿读不出来：{why}。", remedy)]) from problem
    tree = parse(text, source.name)
    faces = FaceCheck(chosen.faces)
    faces.add(tree, source.name)
    found = [
        *document_checks.check(tree, source.name),
        *typography.check(tree, source.name),
        *faces.findings(),
    ]
    result.findings += found
    return None if has_errors(found) else Writer(chosen.page, chosen.faces).docx(tree)
