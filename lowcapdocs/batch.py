"""Documents → files, a few at a time in flat memory, or by several processes for a large plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lowcapdocs.draft.render import Renderer
from lowcapdocs.draft.targets import Target
from lowcapdocs.gongwen.elements import plain
from lowcapdocs.gongwen.settings import Settings
from lowcapdocs.job import Document, Job
from lowcapdocs.model.campaign import Campaign
from lowcapdocs.model.document import DocumentEntry, Format
from lowcapdocs.output import Made
from lowcapdocs.review import Step
from lowcapdocs.sources.issued import IssuedText

if TYPE_CHECKING:
    from lowcapdocs.word.writer import Writer

_TOGETHER = 16
"""Documents that go together from drafts to trees to files. Each stage then finds its own code and data in the
processor's caches, which takes a fifth less CPU than one document after another; more of them gain little."""


def make_files(
    job: Job, plan: list[tuple[DocumentEntry, Target]], jobs: int, step: Step | None = None
) -> Iterator[Made]:
    """The files of `plan` in its order; `jobs` processes share a large plan."""
    alone = jobs == 1 or len(plan) <= jobs
    each = make_each(job, _writer(job), plan) if alone else _in_processes(job, plan, jobs)
    for done, document in enumerate(each, start=1):
        yield from document
        if step:
            step(done, len(plan))


def _writer(job: Job) -> Writer:
    from lowcapdocs.word.writer import Writer

    return Writer(job.settings.page, job.settings.faces)


def make_each(job: Job, writer: Writer, plan: list[tuple[DocumentEntry, Target]]) -> Iterator[list[Made]]:
    """The files of each document of `plan` in its order. Raises PolicyError for a text outside the grammar."""
    for start in range(0, len(plan), _TOGETHER):
        documents = job.documents(plan[start : start + _TOGETHER])
        yield from [[_file(each, kind, writer) for kind in each.draft.entry.formats] for each in documents]


def _file(document: Document, kind: Format, writer: Writer) -> Made:
    """One file of a document, with its line of the manifest."""
    from lowcapdocs.workbook.writer import xlsx

    draft, tree = document.draft, document.tree
    name = f"{draft.file}.{kind}"
    content = xlsx(tree) if kind == "xlsx" else writer.docx(tree)
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


_worker: tuple[Job, Writer, list[tuple[DocumentEntry, Target]]] | None = None


def _start(
    campaign: Campaign,
    folders: tuple[Path, ...],
    issued: dict[tuple[str, str], IssuedText],
    settings: Settings,
    plan: list[tuple[DocumentEntry, Target]],
) -> None:
    global _worker
    job = Job(campaign, Renderer(campaign, folders), issued, settings)
    _worker = job, _writer(job), plan


def _make_chunk(chunk: range) -> list[list[Made]]:
    assert _worker is not None
    job, writer, plan = _worker
    return list(make_each(job, writer, [plan[index] for index in chunk]))
