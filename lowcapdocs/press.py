"""LibreOffice made ready for a workspace: a scratch folder, its faces or what stands in for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field

from lowcapdocs.convert.batches import Converted, Converter, Source
from lowcapdocs.convert.fonts import prepare
from lowcapdocs.convert.metadata import about, clean, is_archive
from lowcapdocs.convert.office import Computer, Office, find
from lowcapdocs.convert.process import Programs
from lowcapdocs.convert.scratch import scratch
from lowcapdocs.output import failure
from lowcapdocs.problems import Finding, Where, warning
from lowcapdocs.review import Step
from lowcapdocs.sources import settings
from lowcapdocs.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Press:
    """LibreOffice made ready. `faces` says what it sets type in; `findings`, what holds for the PDFs made."""

    converter: Converter
    faces: list[Finding]
    findings: list[Finding] = field(default_factory=list)

    def pdfs(self, sources: Sequence[Source], jobs: int, step: Step | None) -> Iterator[Converted]:
        """Each source with its finished PDF, or with the reason why there is none."""
        told = False
        for done, each in enumerate(self.converter.convert(sources, jobs), start=1):
            pdf = clean(each.pdf, about(each.docx)) if each.pdf is not None else None
            if pdf is not None and not told:
                told = True
                self.findings.extend((*self.faces, *_archive(pdf)))
            yield Converted(each.name, each.docx, pdf, each.finding)
            if step:
                step(done, len(sources))


def _archive(pdf: bytes) -> Iterator[Finding]:
    """What to say where LibreOffice is too old to write PDF/A."""
    if not is_archive(pdf):
        message, remedy = "这版 LibreOffice 没有按 PDF/A 输出，得到的是普通 PDF。", "要归档的请用 LibreOffice 7 以上。"
        yield warning("not-archive", Where("LibreOffice"), message, remedy)


@contextmanager
def made_ready(space: Workspace, computer: Computer) -> Iterator[Press]:
    """A press that sets type in the faces of the workspace's settings; its programs end with it.

    Raises PolicyError without LibreOffice, where its scratch folder cannot be written, or for wrong settings.
    """
    program = find(computer)
    try:
        with scratch() as folder:
            programs = Programs()
            env, faces = prepare(computer, programs, folder, [space.build / "fonts"], settings.load(space.data).faces)
            with closing(Converter(Office(program, env, programs), folder)) as converter:
                yield Press(converter, faces)
    except OSError as problem:
        raise failure(problem, str(problem.filename or "临时文件夹")) from problem
