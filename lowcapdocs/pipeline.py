"""The whole path on one page: data → checks → drafts → trees → Word and Excel → files.

Read this first. Rooms return values; `output` is how anything reaches the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lowcapdocs.batch import make_files
from lowcapdocs.checks import document as document_checks
from lowcapdocs.draft.parse import parse
from lowcapdocs.job import Job, open_job
from lowcapdocs.output import Folder, Made, write_file
from lowcapdocs.problems import Finding, PolicyError, Where, error, has_errors
from lowcapdocs.review import Step, review
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
            about = {"document": entry.id, "town": draft.town.id if draft.town else ""}
            yield Made(f"{draft.file}.md", draft.text.encode(), about)
            if step:
                step(done, len(plan))

    return _each(space, wanted, space.build / "drafts", "drafts", files)


def _each(
    space: Workspace, wanted: Iterable[str], parent: Path, word: str, files: Callable[[Job], Iterable[Made]]
) -> Result:
    """Replace the output of each chosen campaign whose data has no errors."""
    result = Result()
    for name in space.chosen(wanted):
        try:
            job = open_job(space, name)
            found = review(job)
            result.findings += found
            if has_errors(found):
                continue
            folder = Folder(parent / name, f"{word}/{name}")
            count = folder.replace(files(job))
            result.findings += folder.findings
            result.made.append(f"{parent / name}：{count}份")
        except PolicyError as problem:
            result.findings += problem.findings
    return result


def write_word(
    space: Workspace,
    wanted: Iterable[str],
    *,
    only: str = "",
    town: str = "",
    out: Path | None = None,
    jobs: int = 1,
    step: Step | None = None,
) -> Result:
    """Word and Excel files of the chosen campaigns; with `only` or `town`, just those."""
    parent = out or space.build / "word"
    if not only and not town:
        return _each(space, wanted, parent, "word", lambda job: make_files(job, job.plan(), jobs, step))
    result = Result()
    made_any = False
    for name in space.chosen(wanted):
        try:
            job = open_job(space, name)
            plan = job.plan(only, town)
            if not plan:
                continue
            made_any = True
            found = review(job)
            result.findings += found
            if has_errors(found):
                continue
            folder = Folder(parent / name, f"word/{name}")
            count = folder.update(make_files(job, plan, jobs, step))
            result.findings += folder.findings
            result.made.append(f"{parent / name}：{count}份")
        except PolicyError as problem:
            result.findings += problem.findings
    if not made_any and not result.failed:
        asked = "、".join(filter(None, (only, town)))
        message = f"没有符合“{asked}”的文件。"
        remedy = "--only 填 documents.yaml 里的编号，--town 填镇街名称或编号。"
        result.findings.append(error("document-unknown", Where("documents.yaml"), message, remedy))
    return result


def word_from_draft(source: Path, target: Path) -> Result:
    """Any draft in our format → a Word file, without policy data."""
    from lowcapdocs.word.writer import Writer

    result = Result()
    try:
        try:
            text = decode(source.read_bytes())
        except (OSError, UnicodeDecodeError) as problem:
            raise PolicyError(
                [error("file-unreadable", Where(str(source)), "草稿读不出来。", "请检查路径，并用记事本另存为 UTF-8。")]
            ) from problem
        tree = parse(text, source.name)
        result.findings += document_checks.check(tree, source.name)
        if not result.failed:
            write_file(target, Writer().docx(tree), str(target.parent))
            result.made.append(str(target))
    except PolicyError as problem:
        result.findings += problem.findings
    return result
