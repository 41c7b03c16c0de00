"""Documents → files, one at a time in flat memory, or by several processes for a large plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lowcapdocs.draft.render import Renderer
from lowcapdocs.draft.targets import Target
from lowcapdocs.gongwen.elements import Gongwen, plain
from lowcapdocs.gongwen.settings import Settings
from lowcapdocs.job import Document, Job
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.document import DocumentEntry, Format
from lowcapdocs.output import Made
from lowcapdocs.review import Step
from lowcapdocs.sources.issued import IssuedText


def make_files(
    job: Job, plan: list[tuple[DocumentEntry, Target]], jobs: int, step: Step | None = None
) -> Iterator[Made]:
    """The files of `plan`, one document at a time; `jobs` processes share a large plan."""
    chunks = _in_processes(job, plan, jobs) if jobs > 1 and len(plan) > jobs else _make(job, plan)
    for done, document in enumerate(chunks, start=1):
        yield from document
        if step:
            step(done, len(plan))


def _make(job: Job, plan: list[tuple[DocumentEntry, Target]]) -> Iterator[list[Made]]:
    from lowcapdocs.word.writer import Writer

    writer = Writer(job.settings.page, job.settings.faces)
    for entry, target in plan:
        document = job.document(entry, target)
        yield [_file(document, kind, writer.docx) for kind in entry.formats]


def _file(document: Document, kind: Format, docx: Callable[[Gongwen], bytes]) -> Made:
    """One file of a document, with its line of the manifest."""
    from lowcapdocs.workbook.writer import xlsx

    draft, tree = document.draft, document.tree
    name = f"{draft.file}.{kind}"
    content = xlsx(tree) if kind == "xlsx" else docx(tree)
    about = {
        "document": draft.entry.id,
        "kind": tree.about.kind,
        "title": plain(tree.title),
        "town": tree.about.town,
        "department": tree.about.department,
        "subject": tree.about.subject,
        "period": tree.about.period,
        "disclosure": tree.about.disclosure,
        "status": tree.about.status,
        "sample": tree.about.sample,
    }
    return Made(name, content, about)


def _in_processes(job: Job, plan: list[tuple[DocumentEntry, Target]], jobs: int) -> Iterator[list[Made]]:
    from concurrent.futures import ProcessPoolExecutor

    size = max(1, min(64, len(plan) // jobs))
    chunks = [range(start, min(start + size, len(plan))) for start in range(0, len(plan), size)]
    folders = job.renderer.folders
    with ProcessPoolExecutor(
        jobs, initializer=_start, initargs=(job.campaign, folders, job.issued, job.settings, plan)
    ) as pool:
        for made in pool.map(_make_chunk, chunks):
            yield from made


_worker: tuple[Job, list[tuple[DocumentEntry, Target]]] | None = None


def _start(
    campaign: Campaign,
    folders: tuple[Path, ...],
    issued: dict[tuple[str, str], IssuedText],
    settings: Settings,
    plan: list[tuple[DocumentEntry, Target]],
) -> None:
    global _worker
    _worker = Job(campaign, Renderer(campaign, folders), issued, settings), plan


def _make_chunk(chunk: range) -> list[list[Made]]:
    assert _worker is not None
    job, plan = _worker
    return list(_make(job, [plan[index] for index in chunk]))
