"""The files of the site that are no pages: published documents, open data, feeds, and what people put beside by hand."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from lowcapdocs.disclose.public import PublicCampaign, PublicDocument
from lowcapdocs.gongwen.elements import Gongwen
from lowcapdocs.job import Job
from lowcapdocs.model.site import Site
from lowcapdocs.output import MANIFEST
from lowcapdocs.problems import Finding, Where, error, warning
from lowcapdocs.sources.rows import decode
from lowcapdocs.web import addresses, dcat, feeds, open_data
from lowcapdocs.web.page import Asset
from lowcapdocs.web.pages import handmade
from lowcapdocs.web.record import Record
from lowcapdocs.workspace import Workspace

_LEFT_OUT = ("overrides",)
"""Parts of site/ that belong to the theme."""

_KINDS = (
    ".md", ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".woff2", ".pdf",
)  # fmt: skip
"""Endings of what people may put on a site by hand; the scan looks into each."""

_GUIDE = "guide.md"
"""The hand-written part of a page that has its title already."""
_PLAIN = re.compile(r"[A-Za-z0-9._/-]+")


class Files:
    """The Word and Excel files of the documents of a campaign, and the PDF of each where `pdf` made it of this very file."""

    def __init__(self, space: Workspace, job: Job) -> None:
        from lowcapdocs.word.writer import Writer

        self._writer = Writer(job.settings.page, job.settings.faces)
        self._id = job.campaign.id
        self._pdfs = _pdfs(space.build / "pdf" / self._id)

    def of(self, document: PublicDocument, tree: Gongwen) -> Iterator[Asset]:
        """The files of `document`, whose tree is `tree`."""
        from lowcapdocs.workbook.writer import xlsx

        for kind in document.entry.formats:
            data = xlsx(tree) if kind == "xlsx" else self._writer.docx(tree)
            yield Asset(self._address(document, kind), data)
            path = self._pdfs.get(hashlib.sha256(data).hexdigest()) if kind == "docx" else None
            if path is not None:
                yield Asset(self._address(document, "pdf"), path.read_bytes())

    def _address(self, document: PublicDocument, ending: str) -> str:
        return addresses.file(self._id, document.entry.id, document.key, ending)


def _pdfs(folder: Path) -> Mapping[str, Path]:
    """The PDFs that were made, and not touched since, by the hash of the Word file that each was made of."""
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        made = {str(each["word_sha256"]): (folder / str(each["file"]), str(each["sha256"])) for each in listed}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {word: path for word, (path, digest) in made.items() if _is(path, digest)}


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


def open_files(campaigns: Sequence[PublicCampaign], records: Sequence[Record], site: Site) -> Iterator[Asset]:
    """Open data with its schemas and catalogue, and the feeds."""
    datasets = open_data.datasets(campaigns, records)
    yield from open_data.files(datasets, site)
    yield dcat.catalogue(datasets, site)
    yield from feeds.feeds(records, site)


def hand_written(space: Workspace, findings: list[Finding]) -> list[Asset]:
    """Pages and assets in site/, as they are. What is no kind of file for a site (a backup, data) is an error."""
    folder, found = space.hand_written, []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "~$")) for part in parts)
        if path.is_dir() or parts[0] in _LEFT_OUT or hidden:
            continue
        if not path.is_file():
            message, remedy = "这不是普通文件（管道，或者指向的文件不存在）。", "请移走。"
            findings.append(error("site-file", Where(f"site/{'/'.join(parts)}"), message, remedy))
        elif not path.resolve().is_relative_to(folder.resolve()):
            message, remedy = "这是指向别处的链接，不能放到网站上。", "请把文件本身复制过来，或者移走。"
            findings.append(error("site-file", Where(f"site/{'/'.join(parts)}"), message, remedy))
        elif path.suffix.lower() not in _KINDS:
            message = "这种文件不该放到网站上。"
            remedy = f"请移走；网站只收：{' '.join(_KINDS)}。"
            findings.append(error("site-file", Where(f"site/{'/'.join(parts)}"), message, remedy))
        else:
            address = "/".join(parts)
            if path.suffix.lower() == ".md":
                address = f"{address[:-3]}.md"  # ABOUT.MD is a page as well
            found.append(Asset(address, path.read_bytes()))
    return found


def markdown(files: Iterable[Asset], findings: list[Finding]) -> dict[str, str]:
    """The pages among `files`, by address, saved in any usual encoding; one that is not text is an error, one without
    a title or with a name that makes a bad address is told.
    """
    found = {}
    for each in files:
        if each.address.endswith(".md"):
            try:
                found[each.address] = decode(each.data)
            except UnicodeDecodeError:
                message, remedy = "读不出文字：编码不对，或者不是文本文件。", "请用记事本打开，另存为，编码选 UTF-8。"
                findings.append(error("site-encoding", Where(f"site/{each.address}"), message, remedy))
            else:
                findings += _odd(each.address, found[each.address])
    return found


def _odd(address: str, text: str) -> Iterator[Finding]:
    """What is odd about the page `text` whose file is `address`, below site/: it is published all the same."""
    where = Where(f"site/{address}")
    titled, body = handmade.read(text)
    if address != _GUIDE and not body.strip():
        message, remedy = "这一页是空的，也照样放在网站上。", "请写上内容，第一行写“# 标题”；不要的移走。"
        yield warning("page-untitled", where, message, remedy)
    elif address != _GUIDE and not titled:
        message = f"没有标题，网页上用文件名“{PurePosixPath(address).stem}”作标题。"
        yield warning("page-untitled", where, message, "请在第一行写“# 标题”，# 后面空一格。")
    if not _PLAIN.fullmatch(address):
        message = "文件名里有汉字、空格或者符号，网址发给别人会变成很长的一串，空格处还会断开。"
        remedy = "请改用英文字母、数字和短横线，如 contact.md；链接和 nav 里的也要改。"
        yield warning("page-address", where, message, remedy)
