"""PDF: a campaign's Word files, or any Word files and drafts, through LibreOffice.

A campaign's folder appears whole or not at all, as with Word; files given by name are each on their
own, so one that fails keeps none of the others back.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from lowcapdocs.convert.batches import Converted, Source
from lowcapdocs.convert.metadata import made_by_us
from lowcapdocs.convert.office import Computer, find
from lowcapdocs.gongwen.settings import Settings
from lowcapdocs.inspect.package import open_package
from lowcapdocs.output import Folder, Made, write_file
from lowcapdocs.pipeline import Result, docx_of_draft, refuse_sources, shown, write_word
from lowcapdocs.press import made_ready
from lowcapdocs.problems import Finding, PolicyError, Where, error, reason
from lowcapdocs.review import Step
from lowcapdocs.sources import settings
from lowcapdocs.workspace import Workspace

WORD, DRAFTS = (".docx",), (".md", ".txt")
"""Endings of the files that can be given by name."""
_OTHERS = {
    ".pdf": ("这已经是 PDF，不用转。", "要检查版面请用 lowcapdocs inspect。"),
    ".doc": ("这是旧式的 .doc 文件。", "请用 Word 或 WPS 打开，另存为 .docx 后再转。"),
    ".wps": ("这是 WPS 文字的 .wps 文件。", "请用 WPS 打开，另存为 .docx 后再转。"),
}
_OTHER = "只能转 Word（.docx）文件和草稿（.md）。", "请用 Word 或 WPS 打开，另存为 .docx。"


def this_computer() -> Computer:
    """What rooms may know of the machine: the one place where it is asked."""
    return Computer(dict(os.environ), sys.platform, Path.home())


def is_file(space: Workspace, target: str) -> bool:
    """Whether `target` of the command means a file or folder, there or not; what is neither that nor known is not."""
    if target in space.campaigns():
        return False
    path = Path(target)
    return bool(path.suffix) or any(mark in target for mark in "/\\") or os.path.exists(path)


def pdf_of_campaigns(
    space: Workspace,
    wanted: Iterable[str],
    computer: Computer,
    *,
    out: Path | None = None,
    jobs: int = 1,
    step: Step | None = None,
) -> Result:
    """The chosen campaigns' Word files, made anew as `word` does, and a PDF of each."""
    names = space.chosen(wanted)
    parent = out or space.build / "pdf"
    refuse_sources(space, parent)
    find(computer)
    result = Result()
    ready = []
    for name in names:
        word = write_word(space, [name], jobs=jobs)
        result.findings += word.findings
        result.made += word.made
        if not word.failed:
            ready.append(name)
    if ready:
        with made_ready(space, computer) as press:
            for name in ready:
                _campaign(space, name, parent, result, lambda sources: press.pdfs(sources, jobs, step))
            result.findings += press.findings
    return result


def _campaign(
    space: Workspace,
    name: str,
    parent: Path,
    result: Result,
    convert: Callable[[Sequence[Source]], Iterator[Converted]],
) -> None:
    """Put the PDFs of one campaign into its folder under `parent`, all or none."""
    word = Folder(space.build / "word" / name, shown(space, space.build / "word" / name))
    entries = [entry for entry in word.entries() if str(entry["file"]).endswith(".docx")]
    sources = [Source(f"{word.name}/{entry['file']}", (word.path / str(entry["file"])).read_bytes) for entry in entries]

    def files() -> Iterator[Made]:
        failed = []
        for entry, each in zip(entries, convert(sources), strict=True):
            if each.pdf is None:
                failed.append(each.finding)
            elif not failed:
                told = {key: str(value) for key, value in entry.items() if key not in ("file", "sha256")}
                yield Made(f"{str(entry['file'])[:-5]}.pdf", each.pdf, {**told, "word_sha256": str(entry["sha256"])})
        if failed:
            raise PolicyError(filter(None, failed))

    folder = Folder(parent / name, shown(space, parent / name))
    try:
        count = folder.replace(files())
    except PolicyError as problem:
        result.findings += problem.findings
    else:
        result.findings += folder.findings
        result.made.append(f"{parent / name}：{count}份")


def pdf_of_files(
    space: Workspace,
    files: Sequence[Path],
    computer: Computer,
    *,
    out: Path | None = None,
    jobs: int = 1,
    step: Step | None = None,
) -> Result:
    """A PDF of each Word file or draft, and of the Word files in each folder: beside it, or under `out`."""
    result = Result()
    if out:
        refuse_sources(space, out)
    files = [each for path in files for each in _convertible(path, result)]
    targets = _targets(list({path.resolve(): path for path in files}.values()), out, result)
    chosen = settings.load(space.data)
    sources = {path: source for path in targets if (source := _source(path, result, chosen))}
    if not sources:
        return result
    with made_ready(space, computer) as press:
        for path, each in zip(sources, press.pdfs(list(sources.values()), jobs, step), strict=True):
            if each.pdf is None:
                result.findings += [each.finding] if each.finding else []
                continue
            target = targets[path]
            try:
                result.findings += write_file(target, each.pdf, str(target.parent), ours=made_by_us)
                result.made.append(str(target))
            except PolicyError as problem:
                result.findings += problem.findings
        result.findings += press.findings
    return result


def _convertible(path: Path, result: Result) -> list[Path]:
    """The files that `path` names, those of a folder in order; `result` tells where there is none to convert.

    Hidden files and the owner files of Word (~$) are nobody's documents.
    """
    where = Where(str(path))
    try:
        path.stat()
    except OSError as problem:
        result.findings.append(_unreadable(path, problem))
        return []
    if path.is_dir():
        inside = sorted(each for each in path.rglob("*") if each.suffix.lower() in WORD and each.is_file())
        found = [each for each in inside if not each.name.startswith(("~$", "."))]
        if not found:
            message = "文件夹里没有 Word（.docx）文件。"
            result.findings.append(error("file-not-word", where, message, "请写明文件名，或换一个文件夹。"))
        return found
    ending = path.suffix.lower()
    if ending not in (*WORD, *DRAFTS):
        message, remedy = _OTHERS.get(ending, _OTHER)
        result.findings.append(error("file-not-word", where, message, remedy))
        return []
    return [path]


def _unreadable(path: Path, problem: OSError) -> Finding:
    return error("file-unreadable", Where(str(path)), f"{reason(problem)}。", "请检查文件名、路径和权限。")


def _targets(files: list[Path], out: Path | None, result: Result) -> dict[Path, Path]:
    """Where the PDF of each file goes. Under `out`, files of one name keep the folders that tell them apart."""
    found: dict[Path, Path] = {}
    names = [path.stem.lower() for path in files]
    shared = Path(os.path.commonpath([path.resolve().parent for path in files])) if files else Path()
    for path, name in zip(files, names, strict=True):
        if out is None:
            target = path.with_suffix(".pdf")
        elif names.count(name) > 1:
            target = out / path.resolve().parent.relative_to(shared) / f"{path.stem}.pdf"
        else:
            target = out / f"{path.stem}.pdf"
        other = next((source for source, taken in found.items() if taken == target), None)
        if other is not None:
            message = f"它的 PDF 和“{other}”的是同一个文件。"
            result.findings.append(error("file-twice", Where(str(path)), message, "请分两次转，或改其中一个的文件名。"))
        else:
            found[path] = target
    return found


def _source(path: Path, result: Result, chosen: Settings) -> Source | None:
    """A Word file as it is, a draft made Word first; None if the draft has errors, which `result` then tells."""
    if path.suffix.lower() in WORD:
        try:
            package = open_package(path.read_bytes(), str(path))
            package.xml(package.main)  # what is no Word file, or a bomb, never reaches LibreOffice
        except PolicyError as problem:
            result.findings += problem.findings
            return None
        except OSError as problem:
            result.findings.append(_unreadable(path, problem))
            return None
        return Source(str(path), path.read_bytes)
    try:
        docx = docx_of_draft(path, result, chosen)
    except PolicyError as problem:
        result.findings += problem.findings
        return None
    return Source(str(path), lambda: docx) if docx is not None else None
