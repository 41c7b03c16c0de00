"""Many Word files → PDF: batches for a few LibreOffices at a time; what fails is tried once alone.

LibreOffice takes longer to start than to convert, so one run takes many files. When a run breaks
off, the first file without a PDF is the one it broke at: it is set aside to be tried alone, and the
others go on in a new run. Nothing is skipped in silence: each file gives a PDF or a Finding.
"""

from __future__ import annotations

import io
import zipfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as await_first
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from lowcapdocs.convert.office import Office
from lowcapdocs.convert.process import Ran
from lowcapdocs.convert.scratch import Scratch
from lowcapdocs.problems import Finding, PolicyError, Where, error, reason

BATCH = 24
"""Files a run: enough to forget the start, few enough that a hang does not cost much."""

_TICK = 0.2
"""Seconds."""
_PROBE = "LibreOffice works.\n"


@dataclass(frozen=True, slots=True)
class Source:
    """A Word file to convert: what messages call it, and how to read it."""

    name: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Converted:
    """A Word file and what LibreOffice made of it, or why there is nothing."""

    name: str
    docx: bytes
    pdf: bytes | None
    finding: Finding | None = None


@dataclass(slots=True)
class Converter:
    """Converts within one scratch folder, until it is closed."""

    office: Office
    scratch: Scratch
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _worked: bool = False
    """Whether this LibreOffice has made a PDF of anything."""
    _pools: list[ThreadPoolExecutor] = field(default_factory=list)

    def close(self) -> None:
        """End what is still at work, and wait for it: the scratch folder may then be taken away."""
        self.office.programs.stop()
        for pool in self._pools:
            pool.shutdown(cancel_futures=True)

    def convert(self, sources: Sequence[Source], jobs: int = 1) -> Iterator[Converted]:
        """What comes of each of `sources`, in their order, by `jobs` LibreOffices at a time.

        Raises PolicyError if LibreOffice does not work at all, OSError if the disk is full.
        """
        size = max(1, min(BATCH, -(-len(sources) // jobs)))
        batches = [sources[start : start + size] for start in range(0, len(sources), size)]
        with ThreadPoolExecutor(jobs) as pool:
            self._pools.append(pool)
            waiting = deque(pool.submit(self._batch, batch) for batch in batches)
            try:
                while waiting:
                    yield from _answer(waiting[0])
                    waiting.popleft()
            finally:
                for future in waiting:
                    future.cancel()
                if not all(future.done() for future in waiting):
                    self.office.programs.stop()

    def _batch(self, sources: Sequence[Source]) -> list[Converted]:
        done: dict[int, Converted] = {}
        pending: dict[int, bytes] = {}
        for index, source in enumerate(sources):
            content = _word(source)
            if isinstance(content, bytes):
                pending[index] = content
            else:
                done[index] = Converted(source.name, b"", None, content)
        alone: list[int] = []
        documents = dict(pending)
        while pending:
            made, ran = self._run(pending)
            done |= {index: Converted(sources[index].name, documents[index], pdf) for index, pdf in made.items()}
            pending = {index: docx for index, docx in pending.items() if index not in made}
            if pending:
                suspect = next(iter(pending))
                del pending[suspect]
                alone.append(suspect)
                if not made:
                    self._prove(ran)
        for index in alone:
            made, ran = self._run({index: documents[index]})
            finding = None if made else _failed(sources[index].name, ran)
            done[index] = Converted(sources[index].name, documents[index], made.get(index), finding)
        return [done[index] for index in sorted(done)]

    def _run(self, documents: dict[int, bytes]) -> tuple[dict[int, bytes], Ran]:
        """One run over `documents`: the whole PDFs that came of it."""
        run = f"run{next(self._numbers)}"
        paths = {index: self.scratch.put(f"{run}/{index:04}.docx", docx) for index, docx in documents.items()}
        ran = self._office_run(list(paths.values()), run)
        made = {}
        for index, path in paths.items():
            pdf = self.scratch.take(path.with_suffix(".pdf"))
            if pdf is not None and pdf.rstrip().endswith(b"%%EOF"):
                made[index] = pdf
            self.scratch.drop(path)
        self._worked = self._worked or bool(made)
        return made, ran

    def _office_run(self, paths: list[Path], run: str) -> Ran:
        profile = self.scratch.profile(f"{run}/profile")
        try:
            return self.office.pdf(paths, profile, self.scratch.root / run)
        finally:
            self.scratch.forget(profile)

    def _prove(self, ran: Ran) -> None:
        """Raise PolicyError if LibreOffice makes no PDF even of a line of text: then no file is to blame."""
        if self._worked:
            return
        run = f"run{next(self._numbers)}"
        probe = self.scratch.put(f"{run}/probe.txt", _PROBE.encode())
        again = self._office_run([probe], run)
        self._worked = self.scratch.take(probe.with_suffix(".pdf")) is not None
        if not self._worked:
            said = (again.said or ran.said).strip().splitlines()
            message = (
                "LibreOffice 起动不了，或没有装 Writer 组件" + (f"（{said[-1].strip()[:200]}）" if said else "") + "。"
            )
            remedy = "请在桌面上打开一次 LibreOffice Writer 试试；打不开的请重新安装。"
            raise PolicyError([error("office-broken", Where(str(self.office.program)), message, remedy)])


def _answer(future: Future[list[Converted]]) -> list[Converted]:
    """What a batch came to; waited for in pieces, since on Windows a wait without end hears no Ctrl-C."""
    while not future.done():
        await_first([future], _TICK)
    return future.result()


def _word(source: Source) -> bytes | Finding:
    """The content of a Word file, or why it is none: LibreOffice would print anything as plain text."""
    where = Where(source.name)
    try:
        content = source.read()
    except OSError as problem:
        return error("file-unreadable", where, f"读这个文件时出错：{reason(problem)}。", "请检查路径和权限。")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        message = "这是加了密码的 Word 文件，或旧式的 .doc 文件。"
        return error("file-not-word", where, message, "请去掉密码，另存为 .docx。")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            package.getinfo("word/document.xml")
    except (zipfile.BadZipFile, KeyError, OSError, ValueError):
        return error(
            "file-not-word", where, "这不是 Word（.docx）文件，或文件已损坏。", "请用 Word 或 WPS 打开，另存为 .docx。"
        )
    return content


def _failed(name: str, ran: Ran) -> Finding:
    if ran.code is None:
        message = "LibreOffice 转换这个文件时没有反应，单独再试一次也一样。"
    elif ran.code != 0:
        message = f"LibreOffice 转换这个文件时中途退出（{ran.code}），单独再试一次也一样。"
    else:
        message = "LibreOffice 打不开这个文件，单独再试一次也一样。"
    return error(
        "file-not-converted", Where(name), message, "请用 Word 或 WPS 打开看看，另存一份再转；也可直接在那里输出 PDF。"
    )
